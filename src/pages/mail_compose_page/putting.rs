//! One call that keeps a draft, and what became of it whatever happened to its answer; knows no page.

use super::beginning::saved;
use super::keeping::Keeper;
use crate::api;
use crate::api::answer::ApiError;
use crate::components::mail_writing_draft::{KeepState, SavedDraft};
use crate::contract::mail::{MailDraft, NewMailDraft};
use crate::contract::problem::ProblemCode;
use crate::rules::mail_draft::content;
use crate::state::once::{Made, NotMade, once};
use leptos::prelude::*;
use std::cell::RefCell;

/// What became of one call.
pub(super) enum Kept {
    /// The portal has it.
    Saved(SavedDraft),
    /// It does not, for this reason.
    Not(KeepState),
}

impl Keeper {
    /// Keeps `body`, as a new draft or in place of the one that is known, in the call `name`.
    pub(super) async fn put(&self, body: &NewMailDraft, name: &str) -> Kept {
        let known = self
            .desk
            .keeping
            .with_untracked(|keeping| keeping.saved.clone());
        match known {
            Some(known) => self.replace(known, body).await,
            None => self.create(body, name).await,
        }
    }

    async fn create(&self, body: &NewMailDraft, name: &str) -> Kept {
        let (keeping, client) = (self.desk.keeping, &self.client);
        let named = keeping.try_update(|it| it.tries.named(body, || name.to_owned()));
        let (key, former) = named.unwrap_or_else(|| (name.to_owned(), None));
        let answered = RefCell::new(None);
        let send = Box::pin(async {
            let draft = api::mail_writing::create(client, body, &key).await?;
            answered.replace(Some(draft));
            Ok(())
        });
        let adopt = || {
            if self.is_ours(name) {
                keeping.update(|it| it.tries.adopt(&key, body.clone()));
            }
        };
        let answer = once(client, &key, former.as_ref(), &adopt, send).await;
        if self.is_ours(name) {
            keeping.update(|it| it.tries.settle(&answer));
        }
        match answer {
            Ok(Made::Now) => match answered.into_inner() {
                Some(draft) => Kept::Saved(saved(&draft)),
                None => Kept::Not(KeepState::Failed(NotMade::Lost)),
            },
            Ok(Made::Found { id, of_former }) => {
                match api::mail_writing::draft(client, &id).await {
                    Ok(draft) if of_former => self.replace(saved(&draft), body).await,
                    Ok(draft) => Kept::Saved(saved(&draft)),
                    // Its revision is asked for the next time.
                    Err(_) => Kept::Saved(SavedDraft {
                        id,
                        revision: String::new(),
                        at: None,
                    }),
                }
            }
            Err(why) => Kept::Not(KeepState::Failed(why)),
        }
    }

    /// Where the answer was lost, or somebody else has changed it, it is read again.
    async fn replace(&self, known: SavedDraft, body: &NewMailDraft) -> Kept {
        let SavedDraft { id, revision, .. } = &known;
        let error = match api::mail_writing::keep(&self.client, id, body, revision).await {
            Ok(draft) => return Kept::Saved(saved(&draft)),
            Err(error) => error,
        };
        let is_read_again =
            error == ApiError::OutcomeUnknown || is(&error, ProblemCode::ChangedMeanwhile);
        if is(&error, ProblemCode::NotFound) {
            return Kept::Not(KeepState::Gone);
        }
        if !is_read_again {
            return Kept::Not(KeepState::Failed(NotMade::Call(error)));
        }
        match api::mail_writing::draft(&self.client, id).await {
            Ok(now) => judged(&now, body, revision),
            Err(error) if is(&error, ProblemCode::NotFound) => Kept::Not(KeepState::Gone),
            Err(error @ ApiError::SignedOut) => Kept::Not(KeepState::Failed(NotMade::Call(error))),
            Err(_) => Kept::Not(KeepState::Failed(NotMade::Lost)),
        }
    }
}

/// What a draft that was read again tells of a call of which no answer is believed.
fn judged(now: &MailDraft, body: &NewMailDraft, revision: &str) -> Kept {
    if content(now) == *body {
        Kept::Saved(saved(now))
    } else if now.revision == revision {
        Kept::Not(KeepState::Failed(NotMade::NotRecorded))
    } else {
        Kept::Not(KeepState::Changed(Box::new(now.clone())))
    }
}

/// True when the portal refused for that reason.
pub(super) fn is(error: &ApiError, code: ProblemCode) -> bool {
    matches!(error, ApiError::Refused(problem) if problem.code == code)
}
