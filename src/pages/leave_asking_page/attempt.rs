//! One try to ask for leave, and what is left of it; knows no page and no signal.

use crate::api;
use crate::api::answer::ApiError;
use crate::api::client::Client;
use crate::components::leave_form::LeaveDraft;
use crate::components::leave_receipt::RecordedLeave;
use crate::rules::leave_refusal::{LeaveRefusal, refusals};
use crate::rules::leave_request::ValidLeaveRequest;
use crate::state::once::{Former, LastTry, Made, NotMade, is_conflict, once};
use std::cell::RefCell;

/// A request that is recorded, and whether it is the one that stands in the form.
pub type Answer = Result<(RecordedLeave, bool), NotMade>;

/// Asks for it once; where an answer was lost, it is asked what became of it, and what was made is read.
pub async fn ask(
    client: &Client,
    valid: &ValidLeaveRequest,
    key: &str,
    former: Option<&Former>,
    adopt: &dyn Fn(),
) -> Answer {
    let answered = RefCell::new(None);
    let send = Box::pin(async {
        let request = api::leave::ask(client, valid, key).await?;
        answered.replace(Some(request));
        Ok(())
    });
    let made = once(client, key, former, adopt, send).await?;
    match made {
        Made::Now => {
            let request = answered.into_inner();
            let id = request.as_ref().map(|request| request.summary.id.clone());
            let recorded = RecordedLeave {
                id: id.unwrap_or_default(),
                request,
                after_all: false,
            };
            Ok((recorded, true))
        }
        Made::Found { id, of_former } => {
            let request = api::leave::get(client, &id).await.ok();
            let recorded = RecordedLeave {
                id,
                request,
                after_all: true,
            };
            Ok((recorded, !of_former))
        }
    }
}

/// What is left in the form after a try: nothing of what was recorded, everything else, and what was written since;
/// `is_as_sent` is true when nothing was.
pub fn settle(draft: &mut LeaveDraft, answer: &Answer, is_as_sent: bool) {
    // Once forgotten it stays so: nobody, or somebody else, may be here by now.
    if *draft == LeaveDraft::default() {
        return;
    }
    let forget_name = |draft: &mut LeaveDraft| {
        draft.key.clear();
        draft.tried = None;
    };
    draft.last_try = match answer {
        Ok((_, true)) if is_as_sent => return *draft = LeaveDraft::default(),
        Ok(_) => {
            forget_name(draft);
            LastTry::None
        }
        Err(NotMade::Lost) => LastTry::Lost,
        Err(NotMade::NotRecorded) => LastTry::NotRecorded,
        Err(NotMade::Call(error)) => {
            // Another has this name, and this would be refused for ever.
            if is_conflict(error) {
                forget_name(draft);
            }
            if is_file_gone(error)
                && let Some(file) = &mut draft.file
            {
                // Sent anew it is another file to the portal.
                file.sent = None;
                file.key.clear();
            }
            LastTry::NotSent
        }
    };
}

fn is_file_gone(error: &ApiError) -> bool {
    matches!(error, ApiError::Refused(problem)
        if refusals(problem).contains(&LeaveRefusal::AttachmentInvalid))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test says what is wrong by panicking")]

    use super::{Answer, settle};
    use crate::api::answer::ApiError;
    use crate::browser::upload::{ChosenFile, HeldFile};
    use crate::components::leave_form::{DraftFile, LeaveDraft};
    use crate::components::leave_receipt::RecordedLeave;
    use crate::contract::leave::{LeaveAttachment, LeavePeriod, NewLeaveRequest};
    use crate::contract::problem::{FieldProblem, Problem, ProblemCode};
    use crate::state::once::{LastTry, NotMade};

    fn draft() -> LeaveDraft {
        let day = "2026-12-24".parse().unwrap();
        LeaveDraft {
            kind: "annual".to_owned(),
            from: "24/12/2026".to_owned(),
            to: "24/12/2026".to_owned(),
            key: "k".to_owned(),
            tried: Some(NewLeaveRequest {
                kind: "annual".to_owned(),
                period: LeavePeriod {
                    from: day,
                    from_noon: false,
                    to: day,
                    to_noon: false,
                },
                comment: String::new(),
                attachment: None,
            }),
            ..LeaveDraft::default()
        }
    }

    fn after(mut draft: LeaveDraft, answer: Answer, is_as_sent: bool) -> LeaveDraft {
        settle(&mut draft, &answer, is_as_sent);
        draft
    }

    fn recorded() -> RecordedLeave {
        RecordedLeave {
            id: "l".to_owned(),
            request: None,
            after_all: true,
        }
    }

    fn refused(code: ProblemCode, field: &str, why: &str) -> Answer {
        let fields = vec![FieldProblem {
            name: field.to_owned(),
            code: why.to_owned(),
        }];
        Err(NotMade::Call(ApiError::Refused(Problem {
            status: 422,
            code,
            trace_id: "t".to_owned(),
            fields,
            retry_after: None,
            address: None,
            until: None,
        })))
    }

    #[test]
    fn what_was_recorded_leaves_nothing_and_what_was_not_keeps_its_name() {
        assert_eq!(
            after(draft(), Ok((recorded(), true)), true),
            LeaveDraft::default()
        );
        for why in [
            NotMade::Lost,
            NotMade::NotRecorded,
            NotMade::Call(ApiError::Offline),
            NotMade::Call(ApiError::SignedOut),
        ] {
            let kept = after(draft(), Err(why.clone()), true);
            assert_eq!((&*kept.key, &*kept.kind), ("k", "annual"), "{why:?}");
            assert_ne!(kept.last_try, LastTry::None);
        }
    }

    #[test]
    fn what_was_written_since_and_what_was_not_sent_is_kept_under_no_name() {
        for (is_this, is_as_sent) in [(true, false), (false, true), (false, false)] {
            let kept = after(draft(), Ok((recorded(), is_this)), is_as_sent);
            assert_eq!(&*kept.kind, "annual");
            assert_eq!((kept.key, kept.tried), (String::new(), None));
        }
    }

    #[test]
    fn a_name_that_another_wish_has_is_given_up() {
        let kept = after(
            draft(),
            refused(ProblemCode::IdempotencyConflict, "", ""),
            true,
        );
        assert_eq!((kept.key, kept.tried), (String::new(), None));
    }

    #[test]
    fn a_file_that_is_gone_is_offered_again_and_no_other_refusal_touches_it() {
        let with_file = || LeaveDraft {
            file: Some(DraftFile {
                chosen: ChosenFile {
                    held: HeldFile::of_nothing(),
                    name: "a.pdf".to_owned(),
                    size: 9,
                },
                media_type: "application/pdf".to_owned(),
                key: "f".to_owned(),
                sent: Some(LeaveAttachment {
                    id: "a".to_owned(),
                    media_type: "application/pdf".to_owned(),
                    size: 9,
                }),
            }),
            ..draft()
        };
        let gone = refused(ProblemCode::InvalidFields, "attachment", "invalid");
        let file = after(with_file(), gone, true).file.unwrap();
        assert_eq!((file.sent, file.key), (None, String::new()));
        let other = refused(ProblemCode::InvalidFields, "period", "overlap");
        assert!(after(with_file(), other, true).file.unwrap().sent.is_some());
    }

    #[test]
    fn what_was_forgotten_meanwhile_stays_forgotten() {
        let forgotten = after(LeaveDraft::default(), Err(NotMade::Lost), true);
        assert_eq!(forgotten, LeaveDraft::default());
    }
}
