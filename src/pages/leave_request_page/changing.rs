//! Changing a request for leave: what is asked about and written outlives the page; what came of it leads the focus.

use super::attempt::{Ended, change};
use crate::api;
use crate::api::answer::ApiError;
use crate::api::client::Client;
use crate::browser::focus;
use crate::components::leave_change::{AskedChange, ChangeFailure, ChangeOutcome, Changing};
use crate::components::leave_change_dialog::REASON;
use crate::components::leave_change_outcome::LEAVE_OUTCOME;
use crate::contract::leave::{LONGEST_LEAVE_REASON, LeaveRequest};
use crate::rules::leave_change::LeaveChange;
use crate::state::drafts::{use_draft, use_memory};
use crate::state::load::{Load, Loader};
use crate::state::portal::use_client;
use crate::state::session::use_session;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Changes the request `id`, one change at a time; two presses are one.
pub fn use_changing(id: &str, request: Loader<LeaveRequest>) -> Changing {
    let (session, client) = (use_session(), use_client());
    let reason = use_draft::<String>(&format!("leave/{id}/reason"));
    let asked = use_memory::<AskedChange>(&format!("leave/{id}/asked"));
    let (busy, failure, outcome) = (
        RwSignal::new(false),
        RwSignal::new(None),
        RwSignal::new(None),
    );
    let send = Callback::new(move |()| {
        let revision = request.load.with_untracked(|load| match load {
            Load::Loaded(request) => Some((request.summary.id.clone(), request.revision.clone())),
            _ => None,
        });
        let wanted = asked.with_untracked(|asked| asked.change);
        let (Some(wanted), Some((id, revision)), false) = (wanted, revision, busy.get_untracked())
        else {
            return;
        };
        let why = reason.with_untracked(|reason| reason.trim().to_owned());
        if wanted == LeaveChange::AskCancellation && why.chars().count() > LONGEST_LEAVE_REASON {
            return focus::focus_id(REASON);
        }
        failure.set(None);
        // What came of an earlier change is told once.
        outcome.set(None);
        busy.set(true);
        let client = client.clone();
        spawn_local(async move {
            let ended = change(&client, &id, &revision, wanted, why).await;
            remember(asked, reason, wanted, &ended);
            // Where the session has ended the page is gone by now.
            let is_here = busy.try_set(false).is_none();
            match ended {
                Ok((became, now)) if is_here => {
                    let _ = request.load.try_set(Load::Loaded(now.clone()));
                    let _ = outcome.try_set(Some(became));
                    focus::focus_soon(LEAVE_OUTCOME);
                    read_again(&client, request, now).await;
                }
                Err(why) => {
                    let _ = failure.try_set(Some(why.clone()));
                    if let ChangeFailure::Call(error) = &why {
                        session.was_refused(error);
                    }
                }
                Ok(_) => {}
            }
        });
    });
    Changing {
        asked,
        reason,
        busy,
        failure,
        outcome,
        send,
    }
}

/// What is kept for the agent: what was made is asked about no more, and what the end of a session broke off is offered
/// again.
fn remember(
    asked: RwSignal<AskedChange>,
    reason: RwSignal<String>,
    wanted: LeaveChange,
    ended: &Ended,
) {
    // Once forgotten it stays so: nobody, or somebody else, may be here by now.
    if asked.with_untracked(|asked| asked.change != Some(wanted)) {
        return;
    }
    match ended {
        Ok((outcome, _)) => {
            asked.set(AskedChange::default());
            if matches!(outcome, ChangeOutcome::Done { .. }) {
                reason.set(String::new());
            }
        }
        Err(why) => {
            let was_interrupted = *why == ChangeFailure::Call(ApiError::SignedOut);
            asked.update(|asked| asked.was_interrupted = was_interrupted);
        }
    }
}

/// Reads the request again without a word: the answer of a change may not be its last state.
async fn read_again(client: &Client, request: Loader<LeaveRequest>, shown: LeaveRequest) {
    let Ok(now) = api::leave::get(client, &shown.summary.id).await else {
        return;
    };
    if now != shown {
        // Nothing moves under a finger.
        focus::when_released(move || {
            let _ = request.load.try_set(Load::Loaded(now));
        });
    }
}
