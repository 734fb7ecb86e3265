//! Under which name a request is sent, and of which other it is asked first; knows no call.

use super::asking::Sending;
use crate::components::leave_form::LeaveDraft;
use crate::contract::leave::NewLeaveRequest;
use crate::state::once::{Former, LastTry};
use leptos::prelude::*;

/// The name under which the same was tried, or else the last try of another.
#[must_use]
pub fn name_of(
    draft: &LeaveDraft,
    forgotten: Option<&Former>,
    wish: &NewLeaveRequest,
) -> (Option<String>, Option<Former>) {
    if draft.tried.as_ref() == Some(wish) {
        return (Some(draft.key.clone()), None);
    }
    (None, last_try(draft).or_else(|| forgotten.cloned()))
}

fn last_try(draft: &LeaveDraft) -> Option<Former> {
    draft.tried.as_ref().map(|_| Former {
        key: draft.key.clone(),
        may_come: matches!(draft.last_try, LastTry::Lost | LastTry::NotRecorded),
    })
}

/// Puts another draft in its place; what became of its last try is asked before anything else is sent.
pub fn replace(draft: RwSignal<LeaveDraft>, sending: RwSignal<Sending>, by: LeaveDraft) {
    if let Some(last_try) = draft.with_untracked(last_try) {
        sending.update(|sending| sending.forgotten = Some(last_try));
    }
    draft.set(by);
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test says what is wrong by panicking")]

    use super::{name_of, replace};
    use crate::components::leave_form::LeaveDraft;
    use crate::contract::leave::{LeavePeriod, NewLeaveRequest};
    use crate::pages::leave_asking_page::asking::Sending;
    use crate::state::once::{Former, LastTry};
    use leptos::prelude::*;

    fn wish(comment: &str) -> NewLeaveRequest {
        let day = "2026-12-24".parse().unwrap();
        NewLeaveRequest {
            kind: "annual".to_owned(),
            period: LeavePeriod {
                from: day,
                from_noon: false,
                to: day,
                to_noon: false,
            },
            comment: comment.to_owned(),
            attachment: None,
        }
    }

    fn tried(last_try: LastTry) -> LeaveDraft {
        LeaveDraft {
            key: "k".to_owned(),
            tried: Some(wish("")),
            last_try,
            ..LeaveDraft::default()
        }
    }

    fn former(may_come: bool) -> Former {
        let key = "k".to_owned();
        Former { key, may_come }
    }

    #[test]
    fn the_same_keeps_its_name_and_of_another_it_is_asked_first() {
        let lost = tried(LastTry::Lost);
        let same = name_of(&lost, Some(&former(false)), &wish(""));
        assert_eq!(same, (Some("k".to_owned()), None));
        let other = name_of(&lost, None, &wish("x"));
        assert_eq!(other, (None, Some(former(true))));
        let none = name_of(&LeaveDraft::default(), None, &wish(""));
        assert_eq!(none, (None, None));
    }

    #[test]
    fn what_was_tried_is_asked_about_after_a_copy_or_nothing_took_its_place() {
        for (last_try, may_come) in [
            (LastTry::Lost, true),
            (LastTry::NotRecorded, true),
            (LastTry::NotSent, false),
        ] {
            let page = Owner::new();
            let draft = page.with(|| RwSignal::new(tried(last_try)));
            let sending = page.with(|| RwSignal::new(Sending::default()));
            let copy = LeaveDraft {
                comment: "copy".to_owned(),
                ..LeaveDraft::default()
            };
            replace(draft, sending, copy.clone());
            assert_eq!(draft.get_untracked(), copy);
            // Nothing was tried of the copy: the older one is not forgotten for it.
            replace(draft, sending, LeaveDraft::default());
            let forgotten = sending.get_untracked().forgotten;
            assert_eq!(forgotten, Some(former(may_come)));
            let asked = name_of(&draft.get_untracked(), forgotten.as_ref(), &wish(""));
            assert_eq!(asked, (None, forgotten));
        }
    }
}
