//! One try to ask for a certificate, and what is left of it; knows no page and no signal.

use crate::api;
use crate::api::client::Client;
use crate::components::document_request_failure::RequestFailure;
use crate::components::document_request_form::{DocumentRequestDraft, LastTry};
use crate::components::document_request_receipt::Recorded;
use crate::rules::document_request::{ValidDocumentRequest, validate};
use crate::state::once::{Former, Made, NotMade, is_conflict, once};
use std::cell::RefCell;

/// A request that is recorded, and whether it is the one that stands in the form.
pub type Answer = Result<(Recorded, bool), RequestFailure>;

/// Asks for it once; where an answer was lost, it is asked what became of it. Of the last try of another it is asked
/// first: what that has made is told instead, and `adopt` is called once it is known to have made nothing.
pub async fn ask(
    client: &Client,
    valid: &ValidDocumentRequest,
    key: &str,
    former: Option<&Former>,
    adopt: &dyn Fn(),
) -> Answer {
    let answered = RefCell::new(None);
    let send = Box::pin(async {
        let request = api::documents::ask(client, valid, key).await?;
        answered.replace(Some(request));
        Ok(())
    });
    match once(client, key, former, adopt, send).await {
        Ok(Made::Now) => {
            let recorded = Recorded {
                request: answered.into_inner(),
                after_all: false,
            };
            Ok((recorded, true))
        }
        Ok(Made::Found { id, of_former }) => {
            let requests = api::documents::requests(client).await.ok();
            let request = requests.and_then(|requests| {
                let mut items = requests.items.into_iter();
                items.find(|request| request.id == id)
            });
            let recorded = Recorded {
                request,
                after_all: true,
            };
            Ok((recorded, !of_former))
        }
        Err(NotMade::Call(error)) => Err(RequestFailure::Call(error)),
        Err(NotMade::NotRecorded) => Err(RequestFailure::NotRecorded),
        Err(NotMade::Lost) => Err(RequestFailure::Lost),
    }
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
