//! The rows of a team's calendar, and the words of an absence; knows no call and no scrolling.

use crate::contract::leave::{CalendarAbsence, CalendarPerson, LeaveState};
use crate::i18n::leave_words;
use crate::rules::display_label::display_label;
use crate::rules::team_calendar::{Bar, CalendarMonth, bar};
use crate::state::locale::AgentLocale;
use leptos::prelude::*;

/// A person, as they may be called.
#[must_use]
pub fn person_name(person: &CalendarPerson, locale: AgentLocale) -> String {
    let name = display_label(&person.person.name);
    name.unwrap_or_else(|| locale.texts().unnamed_colleague().to_owned())
}

/// When, why where it is known, and whether it is granted.
#[must_use]
pub fn absence_words(absence: &CalendarAbsence, locale: AgentLocale) -> String {
    let mut words = leave_words::period(absence.period, locale.get());
    let label = absence.label.as_ref();
    let kind = label.and_then(|label| display_label(&locale.pick(label)));
    for part in kind
        .as_deref()
        .into_iter()
        .chain([locale.texts().leave_state(absence.state)])
    {
        words.push_str(", ");
        words.push_str(part);
    }
    words
}

/// The name of a state, by which it is drawn.
#[must_use]
pub fn state_name(state: LeaveState) -> &'static str {
    match state {
        LeaveState::Approved => "approved",
        LeaveState::CancellationPending => "cancellation",
        LeaveState::Pending | LeaveState::Unknown => "waiting",
        LeaveState::Refused | LeaveState::Cancelled => "gone",
    }
}

/// One person's month: the name, and one cell with a bar for each absence and the same in words.
pub fn calendar_row(
    person: &CalendarPerson,
    row: usize,
    month: CalendarMonth,
    locale: AgentLocale,
) -> AnyView {
    let name = person_name(person, locale);
    let stands: Vec<(&CalendarAbsence, Bar)> = person
        .absences
        .iter()
        .filter_map(|absence| Some((absence, bar(absence, month)?)))
        .collect();
    let words: Vec<String> = stands
        .iter()
        .map(|(absence, _)| absence_words(absence, locale))
        .collect();
    let words = if words.is_empty() {
        locale.texts().team_never_away().to_owned()
    } else {
        words.join(locale.texts().semicolon())
    };
    let bars: Vec<AnyView> = stands
        .into_iter()
        .map(|(absence, bar)| drawn(absence, bar, locale))
        .collect();
    let columns = month.day_count().to_string();
    view! {
        <div class="team-calendar__row" role="row" aria-rowindex=row.to_string()>
            <div class="team-calendar__name" role="rowheader" aria-colindex="1"><bdi>{name}</bdi></div>
            <div class="team-calendar__days" role="cell" aria-colindex="2" aria-colspan=columns>
                <span class="team-calendar__words">{words}</span>
                {bars}
            </div>
        </div>
    }
    .into_any()
}

/// A bar over its half-days, with the name of its kind where there is room; the words of the cell say the same.
fn drawn(absence: &CalendarAbsence, bar: Bar, locale: AgentLocale) -> AnyView {
    let Bar {
        start,
        span,
        from_before,
        to_after,
        state,
    } = bar;
    let label = absence.label.as_ref().filter(|_| span >= 6);
    let label = label.and_then(|label| display_label(&locale.pick(label)));
    view! {
        <span
            class="team-calendar__bar"
            aria-hidden="true"
            data-state=state_name(state)
            data-half=(span == 1).then_some("")
            data-from-before=from_before.then_some("")
            data-to-after=to_after.then_some("")
            style:left=halves(start.saturating_sub(1))
            style:width=halves(span)
        >{label}</span>
    }
    .into_any()
}

/// So many half-days, as a length.
fn halves(count: u32) -> String {
    format!("calc(var(--team-day) / 2 * {count})")
}
