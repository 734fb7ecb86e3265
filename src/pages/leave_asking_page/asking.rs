//! Asking for leave, once, whatever happens on the way; knows no markup.

use super::attempt::{Answer, ask, settle};
use super::naming::name_of;
use crate::browser::{focus, random};
use crate::components::leave_form::LeaveDraft;
use crate::components::leave_receipt::{LEAVE_RECEIPT, RecordedLeave};
use crate::components::leave_request_failure::LeaveRequestFailure;
use crate::contract::leave::LeaveKinds;
use crate::rules::idempotency::idempotency_key;
use crate::rules::leave_form::{LeaveMistake, check};
use crate::rules::leave_request::ValidLeaveRequest;
use crate::state::drafts::{use_draft, use_memory};
use crate::state::once::{Former, NotMade};
use crate::state::portal::use_client;
use crate::state::session::use_session;
use chrono::NaiveDate;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What is on its way, and what has arrived: it outlives a page that is left meanwhile.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sending {
    /// The name of the request that is on its way.
    pub under_way: Option<String>,
    /// The request that was recorded last, until a page that has told it goes.
    pub recorded: Option<RecordedLeave>,
    /// So many were recorded.
    pub deeds: u32,
    /// The last try of a draft that another took the place of: nobody may know yet what became of it.
    pub forgotten: Option<Former>,
}

/// What becomes of the requests of this page.
#[derive(Clone, Copy, Debug)]
pub struct Asking {
    /// Sends what is chosen and written.
    pub send: Callback<()>,
    /// What is on its way, and what has arrived.
    pub sending: RwSignal<Sending>,
    /// Why it was not taken.
    pub failure: RwSignal<Option<LeaveRequestFailure>>,
}

/// What is chosen and written: it outlives this page, and signing in again in its place.
#[must_use]
pub fn draft_of_leave() -> RwSignal<LeaveDraft> {
    use_draft("leave/new")
}

/// What is on its way, and what has arrived: kept where the draft is.
#[must_use]
pub fn sending_of_leave() -> RwSignal<Sending> {
    use_memory("leave/new/sending")
}

/// Sends requests one at a time, whichever page stands, and leads the focus to what came of it.
pub fn use_asking(kinds: Memo<Option<LeaveKinds>>, today: Memo<NaiveDate>) -> Asking {
    let (session, client, draft) = (use_session(), use_client(), draft_of_leave());
    let (sending, failure) = (sending_of_leave(), RwSignal::new(None));
    // A receipt is told once.
    on_cleanup(move || {
        let _ = sending.try_update_untracked(|sending| sending.recorded = None);
    });
    let send = Callback::new(move |()| {
        if sending.with_untracked(|sending| sending.under_way.is_some()) {
            return;
        }
        // As they are now: the page may be gone when the answer comes.
        let offered = Offered {
            kinds: kinds.get_untracked().unwrap_or_default(),
            today: today.get_untracked(),
        };
        let valid = match offered.check(draft) {
            Ok(valid) => valid,
            Err(wrong) => {
                failure.set(Some(LeaveRequestFailure::Incomplete(wrong)));
                return focus::focus_soon("#error-summary");
            }
        };
        // The summary goes, and takes the focus of whoever tries again from there with it.
        if focus::is_within("#error-summary") {
            focus::focus_soon("main h1");
        }
        failure.set(None);
        let (key, former) = named(draft, sending, &valid);
        sending.update(|sending| {
            sending.recorded = None;
            sending.under_way = Some(key.clone());
        });
        let client = client.clone();
        spawn_local(async move {
            let is_ours = || {
                let is_it = |sending: &Sending| sending.under_way.as_ref() == Some(&key);
                sending.with_untracked(is_it)
            };
            let adopt = || {
                if is_ours() {
                    adopt(draft, sending, &valid, &key);
                }
            };
            let answer = ask(&client, &valid, &key, former.as_ref(), &adopt).await;
            // The form may go, or what is told above it moves it.
            focus::released().await;
            // Nobody, or somebody else, is here by now.
            if !is_ours() {
                return;
            }
            let is_as_sent = offered.check(draft).is_ok_and(|now| now == valid);
            draft.update(|draft| settle(draft, &answer, is_as_sent));
            sending.update(|sending| arrive(sending, &answer));
            let why = answer.as_ref().err().cloned();
            let is_page_here = failure
                .try_set(why.map(LeaveRequestFailure::NotMade))
                .is_none();
            match &answer {
                Ok(_) if is_page_here => focus::focus_soon(LEAVE_RECEIPT),
                // Another page of it may stand by now.
                Ok(_) => focus::lead_to_soon(LEAVE_RECEIPT),
                Err(_) if is_page_here => focus::focus_soon("#error-summary"),
                Err(_) => {}
            }
            if let Err(NotMade::Call(error)) = &answer {
                session.was_refused(error);
            }
        });
    });
    Asking {
        send,
        sending,
        failure,
    }
}

/// What can be asked for, and when.
struct Offered {
    kinds: LeaveKinds,
    today: NaiveDate,
}

impl Offered {
    fn check(&self, draft: RwSignal<LeaveDraft>) -> Result<ValidLeaveRequest, Vec<LeaveMistake>> {
        draft.with_untracked(|draft| check(draft.written(), &self.kinds.items, self.today))
    }
}

/// It is on its way no longer.
fn arrive(sending: &mut Sending, answer: &Answer) {
    sending.under_way = None;
    if let Ok((told, _)) = answer {
        sending.recorded = Some(told.clone());
        sending.deeds = sending.deeds.wrapping_add(1);
        sending.forgotten = None;
    }
}

/// The name of this wish: that of the last try of the same, or a new one, and then the last try of another, of which
/// nobody knows yet what became.
fn named(
    draft: RwSignal<LeaveDraft>,
    sending: RwSignal<Sending>,
    valid: &ValidLeaveRequest,
) -> (String, Option<Former>) {
    let (same, former) = draft.with_untracked(|draft| {
        sending.with_untracked(|sending| name_of(draft, sending.forgotten.as_ref(), valid.body()))
    });
    let key = same.unwrap_or_else(|| idempotency_key(random::bits()));
    // Of another it is asked first: until then its name is the one that is kept.
    if former.is_none() {
        adopt(draft, sending, valid, &key);
    }
    (key, former)
}

/// From here on this is what is tried, under that name.
fn adopt(
    draft: RwSignal<LeaveDraft>,
    sending: RwSignal<Sending>,
    valid: &ValidLeaveRequest,
    key: &str,
) {
    sending.update(|sending| sending.forgotten = None);
    draft.update(|draft| {
        // What was forgotten meanwhile stays so.
        if *draft != LeaveDraft::default() {
            key.clone_into(&mut draft.key);
            draft.tried = Some(valid.body().clone());
        }
    });
}
