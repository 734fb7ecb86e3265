//! A request that is to be the beginning of a new one; knows no markup and no call.

use crate::components::leave_form::LeaveDraft;
use crate::contract::leave::{LeaveKinds, LeaveRequest};
use crate::rules::leave_form::{span, takes_half_days};

/// What a copy begins with: the kind if it is still offered, the half-days, the length and the message. The dates are left
/// to be chosen, and so is what was attached: it stands with the other request.
#[must_use]
pub fn copied(request: &LeaveRequest, kinds: &LeaveKinds) -> LeaveDraft {
    let summary = &request.summary;
    let is_offered = kinds.items.iter().any(|kind| kind.id == summary.kind);
    let halves = takes_half_days(&summary.kind, &kinds.items);
    LeaveDraft {
        kind: if is_offered {
            summary.kind.clone()
        } else {
            String::new()
        },
        from_noon: halves && summary.period.from_noon,
        to_noon: halves && summary.period.to_noon,
        comment: request.comment.clone(),
        span: span(summary.period),
        ..LeaveDraft::default()
    }
}

/// What becomes of a copy that was asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Copying {
    /// There is none.
    #[default]
    None,
    /// Something is begun already: which of the two is asked.
    OrDraft,
    /// It stands in the form.
    Done,
    /// It could not be read.
    Failed,
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test says what is wrong by panicking")]

    use super::copied;
    use crate::contract::leave::{
        AttachmentNeed, LeaveAttachmentRules, LeaveKind, LeaveKinds, LeaveRequest,
    };
    use crate::contract::localized::Localized;

    fn kinds(half_days: bool) -> LeaveKinds {
        LeaveKinds {
            items: vec![LeaveKind {
                id: "annual".to_owned(),
                label: Localized::default(),
                description: None,
                attachment: AttachmentNeed::None,
                attachment_label: None,
                half_days,
            }],
            attachments: LeaveAttachmentRules::default(),
        }
    }

    fn request() -> LeaveRequest {
        let text = include_str!("../../../tests/fixtures/leave/request_pending.json");
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn a_copy_keeps_all_but_the_dates() {
        let copy = copied(&request(), &kinds(true));
        assert_eq!(
            (&*copy.kind, copy.from_noon, copy.to_noon),
            ("annual", false, true)
        );
        assert_eq!((&*copy.from, &*copy.to, copy.span), ("", "", Some(7)));
        assert_eq!(copy.comment, "Je reste joignable le 28 au matin.");
        assert_eq!((copy.key, copy.tried), (String::new(), None));
    }

    #[test]
    fn what_is_not_offered_any_more_is_not_copied() {
        assert!(!copied(&request(), &kinds(false)).to_noon);
        assert_eq!(copied(&request(), &LeaveKinds::default()).kind, "");
    }
}
