//! Between the calendar and the draft: what is picked is written down, and what is chosen is told; knows no field and no call.

use super::dynamic::text;
use super::leave_calendar_picker::Picking;
use super::leave_form::LeaveDraft;
use super::leave_form_state::LeaveFormState;
use crate::contract::leave::LeavePeriod;
use crate::i18n::leave_words;
use crate::rules::leave_day_field::{day_typed, day_written};
use crate::rules::leave_selection::Selection;
use crate::state::locale::AgentLocale;
use chrono::NaiveDate;
use leptos::prelude::*;

/// A day that is picked, or that everything that was is to be forgotten.
pub type Picked = Option<NaiveDate>;

/// The calendar's way into the draft: what is picked is written in both lines.
#[must_use]
pub fn pick_into(state: LeaveFormState, is_open: RwSignal<bool>) -> Callback<Picked> {
    let LeaveFormState {
        draft, today, busy, ..
    } = state;
    Callback::new(move |picked: Picked| {
        if busy.get_untracked() {
            return;
        }
        let today = today.get_untracked();
        let before = draft.with_untracked(|draft| selected(draft, today, is_open.get_untracked()));
        let span = draft.with_untracked(|draft| draft.span);
        let after = picked.map_or_else(Selection::default, |day| before.with(day, span));
        is_open.set(after.is_open);
        state.typing.set(None);
        draft.update(|draft| {
            let written = |day: Option<_>| day.map(day_written).unwrap_or_default();
            (draft.from, draft.to) = (written(after.from), written(after.to));
            // Of one day both halves can't be left out.
            if after.from == after.to && draft.from_noon && draft.to_noon {
                (draft.from_noon, draft.to_noon) = (false, false);
            }
        });
    })
}

/// What is chosen, as far as both lines can be read.
#[must_use]
pub fn selected(draft: &LeaveDraft, today: NaiveDate, is_open: bool) -> Selection {
    Selection {
        from: day_typed(&draft.from, today).ok(),
        to: day_typed(&draft.to, today).ok(),
        is_open,
    }
}

/// What is chosen in words, as it would be sent.
#[must_use]
pub fn said(state: LeaveFormState, picking: Picking, locale: AgentLocale) -> Signal<String> {
    // What was chosen for another kind waits, and is not sent.
    let halves = Memo::new(move |_| {
        let are_taken = state.takes_halves.get();
        let chosen = state.draft.with(|it| (it.from_noon, it.to_noon));
        (chosen.0 && are_taken, chosen.1 && are_taken)
    });
    text(move || {
        let (t, language) = (locale.texts(), locale.get());
        let selection = picking.selection.get();
        match (selection.from, selection.to) {
            (Some(from), Some(to)) if from <= to => {
                let (from_noon, to_noon) = halves.get();
                let period = LeavePeriod {
                    from,
                    from_noon,
                    to,
                    to_noon,
                };
                let period = leave_words::period(period, language);
                if selection.is_open {
                    t.pick_other_end(&period)
                } else {
                    t.picked(&period)
                }
            }
            (Some(_), Some(_)) => String::new(),
            _ => t.pick_first().to_owned(),
        }
    })
}
