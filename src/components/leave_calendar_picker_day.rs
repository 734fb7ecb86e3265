//! A day of the calendar: its number, what stands on it by shape, and all of it in words; knows no call.

use super::dynamic::text;
use super::leave_calendar_picker::Picking;
use crate::contract::leave::{DayOffReason, LeaveState};
use crate::i18n::dates::numbered_date;
use crate::i18n::texts::AgentTexts;
use crate::rules::display_label::display_label;
use crate::rules::leave_day_marks::{DayMark, Halves};
use crate::rules::leave_selection::Place;
use crate::state::locale::AgentLocale;
use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;

/// The cell of a day, which picks it.
pub fn day_cell(day: NaiveDate, picking: Picking, locale: AgentLocale) -> AnyView {
    let Picking {
        cursor,
        selection,
        known,
        today,
        pick,
        ..
    } = picking;
    let mark = Memo::new(move |_| known.with(|known| known.mark(day)));
    let place = Memo::new(move |_| selection.with(|selection| selection.place_of(day)));
    let is_cursor = Memo::new(move |_| cursor.get() == day);
    let name = text(move || day_name(day, mark, place.get(), today.get() == day, locale));
    let off = move || mark.with(|mark| mark.off.as_ref().map(|(halves, ..)| half_name(*halves)));
    let is_named = move || {
        let is_named = |reason| matches!(reason, DayOffReason::Holiday | DayOffReason::Closed);
        mark.with(|mark| {
            mark.off
                .as_ref()
                .filter(|(_, why, _)| is_named(*why))
                .map(|_| "")
        })
    };
    let away =
        move || mark.with(|mark| mark.absences.first().map(|(halves, ..)| half_name(*halves)));
    let waits = move || {
        let waits = |state| matches!(state, LeaveState::Pending | LeaveState::Unknown);
        mark.with(|mark| {
            mark.absences
                .first()
                .filter(|(_, state, _)| waits(*state))
                .map(|_| "")
        })
    };
    let chosen = move || match place.get() {
        Place::Outside => None,
        Place::First => Some("first"),
        Place::Between => Some("between"),
        Place::Last => Some("last"),
        Place::Only => Some("only"),
    };
    let is_selected = move || {
        if place.get() == Place::Outside {
            "false"
        } else {
            "true"
        }
    };
    let act = move |_| {
        cursor.set(day);
        pick.run(Some(day));
    };
    view! {
        <td class="leave-calendar-picker__cell" aria-selected=is_selected data-chosen=chosen>
            <button
                class="leave-calendar-picker__day"
                type="button"
                tabindex=move || if is_cursor.get() { "0" } else { "-1" }
                aria-label=name
                aria-current=move || (today.get() == day).then_some("date")
                data-off=off
                data-named=is_named
                data-away=away
                data-waits=waits
                on:click=act
            >
                {day.day()}
            </button>
        </td>
    }
    .into_any()
}

fn half_name(halves: Halves) -> &'static str {
    match halves {
        Halves::Whole => "whole",
        Halves::Morning => "morning",
        Halves::Afternoon => "afternoon",
    }
}

/// `jeudi 24 décembre 2026, service fermé l’après-midi : Fermeture des services à midi, dernier jour choisi`.
fn day_name(
    day: NaiveDate,
    mark: Memo<DayMark>,
    place: Place,
    is_today: bool,
    locale: AgentLocale,
) -> String {
    let t = locale.texts();
    let mut said = vec![numbered_date(day, locale.get())];
    if is_today {
        said.push(t.today().to_owned());
    }
    mark.with(|mark| {
        if let Some((halves, reason, label)) = &mark.off {
            let label = label
                .as_ref()
                .and_then(|label| display_label(&locale.pick(label)));
            said.push(off_words(*reason, *halves, label.as_deref(), t));
        }
        for (halves, state, label) in &mark.absences {
            let label = display_label(&locale.pick(label));
            let label = label.unwrap_or_else(|| t.unnamed_leave().to_owned());
            let away = t.you_are_away(&label, &t.leave_state(*state).to_lowercase());
            said.push(
                format!("{away} {}", t.halves(*halves))
                    .trim_end()
                    .to_owned(),
            );
        }
    });
    let chosen = match place {
        Place::Outside => None,
        Place::First => Some(t.picked_first()),
        Place::Between => Some(t.picked_between()),
        Place::Last => Some(t.picked_last()),
        Place::Only => Some(t.picked_only()),
    };
    said.extend(chosen.map(str::to_owned));
    said.join(", ")
}

/// `Noël (jour férié)`, `temps partiel l’après-midi`.
#[must_use]
pub fn off_words(
    reason: DayOffReason,
    halves: Halves,
    label: Option<&str>,
    t: &dyn AgentTexts,
) -> String {
    let why = format!("{} {}", t.day_off(reason), t.halves(halves));
    match label {
        Some(label) => format!("{label} ({})", why.trim_end()),
        None => why.trim_end().to_owned(),
    }
}
