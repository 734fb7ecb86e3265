//! What would come of what is chosen, asked while somebody chooses; knows no markup.

use crate::api;
use crate::browser::{deadline, focus};
use crate::components::leave_form::LeaveDraft;
use crate::components::leave_preview::Previewing;
use crate::contract::leave::{LeaveKinds, LeaveQuestion};
use crate::rules::leave_form::question;
use crate::state::portal::use_client;
use crate::state::session::use_session;
use chrono::NaiveDate;
use leptos::prelude::*;
use leptos::reactive::spawn_local_scoped_with_cancellation;
use std::time::Duration;

/// It is asked once nothing more has been chosen for so long.
const REST: Duration = Duration::from_millis(400);

/// What is known, and a new try.
#[derive(Clone, Copy, Debug)]
pub struct Preview {
    /// What is known.
    pub known: RwSignal<Previewing>,
    /// Asks again.
    pub ask_again: Callback<()>,
}

/// Follows what is chosen: the last choice is asked about, and an answer to an earlier one is never shown as its own.
pub fn use_preview(
    draft: RwSignal<LeaveDraft>,
    kinds: Memo<Option<LeaveKinds>>,
    today: Memo<NaiveDate>,
    deeds: Memo<u32>,
) -> Preview {
    let (client, session) = (use_client(), use_session());
    let known = RwSignal::new(Previewing::default());
    let attempt = RwSignal::new(0_u32);
    let asked = Memo::new(move |_| -> Option<LeaveQuestion> {
        let today = today.get();
        kinds.with(|kinds| {
            let kinds = kinds.as_ref()?;
            draft.with(|draft| question(draft.written(), &kinds.items, today))
        })
    });
    Effect::new(move |_| {
        attempt.track();
        // What was recorded meanwhile changes what is left.
        let _ = (deeds.get(), session.renewals());
        let Some(question) = asked.get() else {
            return known.set(Previewing::Waiting);
        };
        known.update(|known| {
            let before = match std::mem::take(known) {
                Previewing::Known(preview) => Some(preview),
                Previewing::Asking(before) => before,
                Previewing::Waiting | Previewing::Failed => None,
            };
            *known = Previewing::Asking(before);
        });
        let client = client.clone();
        // Another choice, or a page that goes, takes it back.
        spawn_local_scoped_with_cancellation(async move {
            deadline::pause(REST).await;
            let answer = api::leave::preview(&client, &question).await;
            if let Err(error) = &answer {
                session.was_refused(error);
            }
            // What it brings moves what is below it.
            focus::released().await;
            known.try_set(answer.map_or(Previewing::Failed, |preview| {
                Previewing::Known(Box::new(preview))
            }));
        });
    });
    Preview {
        known,
        ask_again: Callback::new(move |()| {
            attempt.update(|attempt| *attempt = attempt.wrapping_add(1));
        }),
    }
}
