//! One try to ask for a certificate, and what is left of it; knows no page and no signal.

use crate::api;
use crate::api::answer::ApiError;
use crate::api::client::Client;
use crate::browser::deadline;
use crate::components::document_request_failure::RequestFailure;
use crate::components::document_request_form::{DocumentRequestDraft, LastTry};
use crate::components::document_request_receipt::Recorded;
use crate::contract::problem::ProblemCode;
use crate::rules::document_request::{ValidDocumentRequest, validate};
use std::time::Duration;

/// A lost answer's request may still be on its way: after such pauses it is looked for again.
const LATER: [Duration; 2] = [Duration::from_secs(2), Duration::from_secs(4)];

/// A request that is recorded, and whether it is the one that stands in the form.
pub type Answer = Result<(Recorded, bool), RequestFailure>;

/// The last try of another wish.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Former {
    /// Its name.
    pub key: String,
    /// True when it may still arrive.
    pub may_come: bool,
}

/// Asks for it once; where an answer was lost, it is asked what became of it. Of the last try of another it is asked
/// first: what that has made is told instead, and `adopt` is called once it is known to have made nothing.
pub async fn ask(
    client: &Client,
    valid: &ValidDocumentRequest,
    key: &str,
    former: Option<&Former>,
    adopt: impl Fn(),
) -> Answer {
    if let Some(Former { key, may_come }) = former {
        let known = if *may_come {
            found_in_time(client, key).await
        } else {
            found(client, key).await
        };
        match known {
            Ok(Some(recorded)) => return Ok((recorded, false)),
            Ok(None) => adopt(),
            Err(error) => return Err(RequestFailure::Call(error)),
        }
    }
    let error = match api::documents::ask(client, valid, key).await {
        Ok(request) => {
            let recorded = Recorded {
                request: Some(request),
                after_all: false,
            };
            return Ok((recorded, true));
        }
        Err(error) => error,
    };
    let is_conflict = is_conflict(&error);
    if error != ApiError::OutcomeUnknown && !is_conflict {
        return Err(RequestFailure::Call(error));
    }
    let known = if is_conflict {
        found(client, key).await
    } else {
        found_in_time(client, key).await
    };
    match known {
        Ok(Some(recorded)) => Ok((recorded, true)),
        Ok(None) if is_conflict => Err(RequestFailure::Call(error)),
        Ok(None) => Err(RequestFailure::NotRecorded),
        Err(error @ ApiError::SignedOut) => Err(RequestFailure::Call(error)),
        Err(_) => Err(RequestFailure::Lost),
    }
}

fn is_conflict(error: &ApiError) -> bool {
    matches!(error, ApiError::Refused(problem) if problem.code == ProblemCode::IdempotencyConflict)
}

/// What the write with that key has made.
async fn found(client: &Client, key: &str) -> Result<Option<Recorded>, ApiError> {
    let Some(operation) = api::operations::get(client, key).await? else {
        return Ok(None);
    };
    let requests = api::documents::requests(client).await.ok();
    let request = requests.and_then(|requests| {
        let mut items = requests.items.into_iter();
        items.find(|request| request.id == operation.id)
    });
    Ok(Some(Recorded {
        request,
        after_all: true,
    }))
}

/// The same, of a write that may arrive late.
async fn found_in_time(client: &Client, key: &str) -> Result<Option<Recorded>, ApiError> {
    for pause in LATER {
        if let Some(recorded) = found(client, key).await? {
            return Ok(Some(recorded));
        }
        deadline::pause(pause).await;
    }
    found(client, key).await
}

/// What is left in the form after a try: nothing of what was recorded, everything else, and what was written since.
pub fn settle(draft: &mut DocumentRequestDraft, answer: &Answer) {
    // Once forgotten it stays so: nobody, or somebody else, may be here by now.
    if *draft == DocumentRequestDraft::default() {
        return;
    }
    let forget_name = |draft: &mut DocumentRequestDraft| {
        draft.key.clear();
        draft.tried = None;
    };
    draft.last_try = match answer {
        Ok((_, true)) if is_as_sent(draft) => return *draft = DocumentRequestDraft::default(),
        Ok(_) => {
            forget_name(draft);
            LastTry::None
        }
        Err(RequestFailure::Lost) => LastTry::Lost,
        Err(RequestFailure::NotRecorded) => LastTry::NotRecorded,
        Err(why) => {
            // Another has this name, and this would be refused for ever.
            if matches!(why, RequestFailure::Call(error) if is_conflict(error)) {
                forget_name(draft);
            }
            LastTry::NotSent
        }
    };
}

/// True while nothing was written since.
fn is_as_sent(draft: &DocumentRequestDraft) -> bool {
    let written = validate(&draft.kind, &draft.note).ok();
    written.is_some_and(|written| draft.tried.as_ref() == Some(written.body()))
}

#[cfg(test)]
mod tests {
    use super::{Answer, Recorded, RequestFailure, settle};
    use crate::api::answer::ApiError;
    use crate::components::document_request_form::{DocumentRequestDraft, LastTry};
    use crate::contract::documents::NewDocumentRequest;

    fn draft() -> DocumentRequestDraft {
        DocumentRequestDraft {
            kind: "salary".to_owned(),
            note: "Pour un dossier.".to_owned(),
            key: "k".to_owned(),
            tried: Some(NewDocumentRequest {
                kind: "salary".to_owned(),
                note: "Pour un dossier.".to_owned(),
            }),
            last_try: LastTry::None,
        }
    }

    fn after(mut draft: DocumentRequestDraft, answer: Answer) -> DocumentRequestDraft {
        settle(&mut draft, &answer);
        draft
    }

    fn recorded() -> Recorded {
        Recorded {
            request: None,
            after_all: true,
        }
    }

    #[test]
    fn what_was_recorded_leaves_nothing_and_what_was_not_keeps_its_name() {
        let sent = after(draft(), Ok((recorded(), true)));
        assert_eq!(sent, DocumentRequestDraft::default());
        for why in [
            RequestFailure::Lost,
            RequestFailure::NotRecorded,
            RequestFailure::Call(ApiError::Offline),
            RequestFailure::Call(ApiError::SignedOut),
        ] {
            let kept = after(draft(), Err(why.clone()));
            assert_eq!((&*kept.key, &*kept.kind), ("k", "salary"), "{why:?}");
            assert_ne!(kept.last_try, LastTry::None);
        }
    }

    #[test]
    fn an_older_try_that_was_recorded_after_all_keeps_what_was_written_since() {
        let kept = after(draft(), Ok((recorded(), false)));
        assert_eq!(kept.note, "Pour un dossier.");
        assert_eq!((kept.key, kept.tried), (String::new(), None));
    }

    #[test]
    fn what_was_written_since_it_was_sent_is_kept_under_no_name() {
        let mut since = draft();
        since.note = "Pour un autre dossier.".to_owned();
        let kept = after(since, Ok((recorded(), true)));
        assert_eq!(
            (&*kept.kind, &*kept.note),
            ("salary", "Pour un autre dossier.")
        );
        assert_eq!((kept.key, kept.tried), (String::new(), None));
    }

    #[test]
    fn what_was_forgotten_meanwhile_stays_forgotten() {
        let forgotten = after(DocumentRequestDraft::default(), Err(RequestFailure::Lost));
        assert_eq!(forgotten, DocumentRequestDraft::default());
    }
}
