//! A write that counts once, whatever happens on the way: sent, and looked for where its answer was lost; knows no resource.

use crate::api;
use crate::api::answer::ApiError;
use crate::api::client::Client;
use crate::browser::deadline;
use crate::contract::problem::ProblemCode;
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

/// A lost answer's write may still be on its way: after such pauses it is looked for again.
const LATER: [Duration; 2] = [Duration::from_secs(2), Duration::from_secs(4)];

/// How the last try to send something ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LastTry {
    /// There was none.
    #[default]
    None,
    /// It was not taken.
    NotSent,
    /// Its answer was lost, and by then nothing was recorded.
    NotRecorded,
    /// Nobody knows.
    Lost,
}

/// The last try of another wish.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Former {
    /// Its name.
    pub key: String,
    /// True when it may still arrive.
    pub may_come: bool,
}

/// The tries to send what may change between them: under which name, of what, and how the last one ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tries<T> {
    tried: Option<(String, T)>,
    last: LastTry,
}

impl<T> Default for Tries<T> {
    fn default() -> Self {
        Self {
            tried: None,
            last: LastTry::None,
        }
    }
}

impl<T: PartialEq> Tries<T> {
    /// The name of this wish: that of the last try of the same, or a new one, and then the last try of another, of which
    /// nobody knows yet what became: until that is known, its name is the one that is kept.
    pub fn named(&mut self, wish: &T, new: impl FnOnce() -> String) -> (String, Option<Former>)
    where
        T: Clone,
    {
        match &self.tried {
            Some((key, tried)) if tried == wish => (key.clone(), None),
            Some((key, _)) => {
                let former = Former {
                    key: key.clone(),
                    may_come: matches!(self.last, LastTry::Lost | LastTry::NotRecorded),
                };
                (new(), Some(former))
            }
            None => {
                let key = new();
                self.adopt(&key, wish.clone());
                (key, None)
            }
        }
    }

    /// From here on this is what is tried, under that name.
    pub fn adopt(&mut self, key: &str, wish: T) {
        self.tried = Some((key.to_owned(), wish));
    }

    /// What was last tried.
    #[must_use]
    pub fn tried(&self) -> Option<&T> {
        self.tried.as_ref().map(|(_, tried)| tried)
    }

    /// How the last try ended.
    #[must_use]
    pub fn last(&self) -> LastTry {
        self.last
    }

    /// Takes into account how a try ended: what was recorded, or has the name of another wish, is not tried again under
    /// its name.
    pub fn settle<Recorded>(&mut self, answer: &Result<Recorded, NotMade>) {
        let (last, is_over) = match answer {
            Ok(_) => (LastTry::None, true),
            Err(NotMade::Lost) => (LastTry::Lost, false),
            Err(NotMade::NotRecorded) => (LastTry::NotRecorded, false),
            Err(NotMade::Call(error)) => (LastTry::NotSent, is_conflict(error)),
        };
        self.last = last;
        if is_over {
            self.tried = None;
        }
    }
}

/// What was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Made {
    /// What was sent, and its answer came.
    Now,
    /// Something that is found by asking, since an answer was lost.
    Found {
        /// Its id.
        id: String,
        /// True when it is what the last try of another wish had made: what was to be sent was not.
        of_former: bool,
    },
}

/// Why nothing was recorded, as far as is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotMade {
    /// The call failed or was refused.
    Call(ApiError),
    /// The answer was lost; the portal has recorded nothing.
    NotRecorded,
    /// The answer was lost, and the portal could not tell what became of it.
    Lost,
}

/// The call that sends it; what it answers is its owner's to keep.
pub type Sent<'a> = Pin<Box<dyn Future<Output = Result<(), ApiError>> + 'a>>;

/// Sends it once under the name `key`; where its answer was lost, it is asked what became of it. Of the last try of
/// another wish it is asked first: what that has made is told instead, and `adopt` is called once it is known to have made
/// nothing.
///
/// # Errors
///
/// Why nothing was recorded.
pub async fn once(
    client: &Client,
    key: &str,
    former: Option<&Former>,
    adopt: &dyn Fn(),
    send: Sent<'_>,
) -> Result<Made, NotMade> {
    if let Some(Former { key, may_come }) = former {
        let known = found(client, key, *may_come).await.map_err(NotMade::Call)?;
        if let Some(id) = known {
            return Ok(Made::Found {
                id,
                of_former: true,
            });
        }
        adopt();
    }
    let Err(error) = send.await else {
        return Ok(Made::Now);
    };
    let is_conflict = is_conflict(&error);
    if error != ApiError::OutcomeUnknown && !is_conflict {
        return Err(NotMade::Call(error));
    }
    match found(client, key, !is_conflict).await {
        Ok(Some(id)) => Ok(Made::Found {
            id,
            of_former: false,
        }),
        Ok(None) if is_conflict => Err(NotMade::Call(error)),
        Ok(None) => Err(NotMade::NotRecorded),
        Err(error @ ApiError::SignedOut) => Err(NotMade::Call(error)),
        Err(_) => Err(NotMade::Lost),
    }
}

/// True when another wish has that name: it would be refused for ever.
#[must_use]
pub fn is_conflict(error: &ApiError) -> bool {
    matches!(error, ApiError::Refused(problem) if problem.code == ProblemCode::IdempotencyConflict)
}

/// The id of what the write with that key has made, also when it arrives late.
async fn found(client: &Client, key: &str, may_come: bool) -> Result<Option<String>, ApiError> {
    let pauses = if may_come { &LATER[..] } else { &[] };
    for pause in pauses {
        if let Some(operation) = api::operations::get(client, key).await? {
            return Ok(Some(operation.id));
        }
        deadline::pause(*pause).await;
    }
    let operation = api::operations::get(client, key).await?;
    Ok(operation.map(|operation| operation.id))
}

#[cfg(test)]
mod tests {
    use super::{Former, LastTry, NotMade, Tries};
    use crate::api::answer::ApiError;

    #[test]
    fn the_same_keeps_its_name_and_of_another_it_is_asked_first() {
        let mut tries = Tries::default();
        let name = |key: &'static str| move || key.to_owned();
        assert_eq!(tries.named(&1, name("a")), ("a".to_owned(), None));
        assert_eq!(tries.named(&1, name("b")), ("a".to_owned(), None));
        for (why, may_come) in [
            (NotMade::Lost, true),
            (NotMade::NotRecorded, true),
            (NotMade::Call(ApiError::Offline), false),
        ] {
            tries.settle::<()>(&Err(why));
            let key = "a".to_owned();
            let other = (String::from("c"), Some(Former { key, may_come }));
            assert_eq!(tries.named(&2, name("c")), other);
            assert_eq!(
                tries.tried(),
                Some(&1),
                "until it is known what became of it"
            );
        }
        tries.adopt("c", 2);
        assert_eq!(tries.named(&2, name("d")), ("c".to_owned(), None));
        tries.settle(&Ok(()));
        assert_eq!((tries.last(), tries.tried()), (LastTry::None, None));
    }
}
