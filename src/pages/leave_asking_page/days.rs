//! What is known of the days of the calendar, loaded as somebody goes through it; knows no markup.

use crate::api;
use crate::browser::focus;
use crate::components::leave_calendar_picker::Picking;
use crate::components::leave_form::LeaveDraft;
use crate::components::leave_form_picking::selected;
use crate::rules::leave_day_marks::{KnownDays, window};
use crate::rules::leave_month::Month;
use crate::state::load::{Load, use_load};
use chrono::NaiveDate;
use leptos::prelude::*;

/// The calendar of a draft; the months around the one that is shown are loaded before somebody gets there, each once
/// while the page stands and nothing new is recorded.
pub fn use_picking(
    draft: RwSignal<LeaveDraft>,
    today: Memo<NaiveDate>,
    deeds: Memo<u32>,
) -> Picking {
    let (known, is_open) = (RwSignal::new(KnownDays::default()), RwSignal::new(false));
    let now = today.get_untracked();
    let first = draft.with_untracked(|draft| selected(draft, now, false).from);
    let cursor = RwSignal::new(first.unwrap_or(now));
    // Before the portal has said which day it is, nobody has gone anywhere.
    Effect::new(move |before: Option<NaiveDate>| {
        let now = today.get();
        if let Some(before) = before.filter(|before| *before != now) {
            focus::when_released(move || {
                if cursor.try_get_untracked() == Some(before) {
                    cursor.set(now);
                }
            });
        }
        now
    });
    let month = Memo::new(move |_| Month::of(cursor.get()));
    let selection = Memo::new(move |_| {
        let (today, is_open) = (today.get(), is_open.get());
        draft.with(|draft| selected(draft, today, is_open))
    });
    let around = RwSignal::new(month.get_untracked());
    let days = use_load(move |client| {
        let around = around.get();
        // Read, not only tracked: a memo that nobody has read follows nothing.
        let deeds = deeds.get();
        async move {
            let months = window(around);
            let last = months.clone().last().unwrap_or(around);
            let from = months.clone().next().unwrap_or(around);
            let answer = api::leave::days(&client, from.first(), last.last()).await?;
            Ok((around, deeds, answer))
        }
    });
    Effect::new(move |before: Option<u32>| {
        let deeds = deeds.get();
        if before.is_some_and(|before| before != deeds) {
            known.set(KnownDays::default());
        }
        deeds
    });
    let is_unknown = RwSignal::new(false);
    let learn = move || {
        let failed = days.load.try_with_untracked(|load| {
            if let Load::Loaded((around, of, answer)) = load
                // Of before the last request it says nothing any more.
                && deeds.try_get_untracked() == Some(*of)
            {
                known.update(|known| known.learn(window(*around), answer));
            }
            matches!(load, Load::Failed(_))
        });
        // The page may have gone.
        if let Some(failed) = failed.filter(|failed| is_unknown.get_untracked() != *failed) {
            is_unknown.set(failed);
        }
    };
    Effect::new(move |_| {
        days.load.track();
        // What it brings moves what is below it.
        focus::when_released(learn);
    });
    Effect::new(move |_| {
        let shown = month.get();
        let lacks = |known: &KnownDays| {
            let near = [-1, 0, 1].map(|months| shown.plus(months));
            near.into_iter().any(|month| !known.knows(month))
        };
        let is_asked = || {
            let asked = around.get_untracked();
            window(asked).any(|month| month == shown.plus(1))
                && window(asked).any(|month| month == shown.plus(-1))
        };
        if known.with_untracked(lacks) && !is_asked() {
            around.set(shown);
        }
    });
    Picking {
        cursor,
        month,
        selection,
        is_open,
        pick: Callback::new(|_| ()),
        known,
        is_unknown: is_unknown.into(),
        load_again: Callback::new(move |()| days.retry()),
        today,
    }
}
