//! The months of a year with the absences and the holidays in them, in words; knows no drawing.

use crate::components::leave_state::{leave_label, leave_state};
use crate::contract::leave::{DayOff, DayOffReason, LeaveAbsence, LeaveDays};
use crate::i18n::dates;
use crate::i18n::leave_words::period;
use crate::route::SpaceRoute;
use crate::rules::display_label::display_label;
use crate::rules::leave_year::{YearMonth, months};
use crate::state::locale::AgentLocale;
use leptos::prelude::*;

/// The months in which something happens; nothing where nothing does.
pub fn list(days: &LeaveDays, year: i32, locale: AgentLocale) -> AnyView {
    let rows: Vec<AnyView> = months(days, year)
        .iter()
        .map(|month| row(month, locale))
        .collect();
    if rows.is_empty() {
        return view! { <p>{locale.texts().year_empty(year)}</p> }.into_any();
    }
    view! { <ul class="leave-year__list">{rows}</ul> }.into_any()
}

fn row(month: &YearMonth<'_>, locale: AgentLocale) -> AnyView {
    let absences = month.absences.iter().map(|it| absence(it, locale));
    let holidays = month.holidays.iter().map(|it| day_off(it, locale));
    let lines: Vec<AnyView> = absences.chain(holidays).collect();
    view! {
        <li class="leave-year__month">
            <h3 class="leave-year__month-name">{dates::month(month.first, locale.get())}</h3>
            <ul class="leave-year__lines">{lines}</ul>
        </li>
    }
    .into_any()
}

fn absence(absence: &LeaveAbsence, locale: AgentLocale) -> AnyView {
    let href = SpaceRoute::LeaveRequest(absence.request_id.clone()).href();
    view! {
        <li class="leave-year__line">
            <a href=href><bdi>{leave_label(&absence.label, locale)}</bdi>{", "}{period(absence.period, locale.get())}</a>
            {" "}
            {leave_state(absence.state, locale.texts())}
        </li>
    }
    .into_any()
}

/// A holiday or a closed day, with its half where it is not the whole of it.
fn day_off(off: &DayOff, locale: AgentLocale) -> AnyView {
    let t = locale.texts();
    let half = match (off.morning, off.afternoon) {
        (true, false) => Some(t.year_morning()),
        (false, true) => Some(t.year_afternoon()),
        (true, true) | (false, false) => None,
    };
    let what = match off.reason {
        DayOffReason::Closed => t.year_closed(),
        _ => t.year_holiday(),
    };
    let label = off
        .label
        .as_ref()
        .and_then(|label| display_label(&locale.pick(label)));
    view! {
        <li class="leave-year__line" data-off="">
            {what}{", "}{dates::long_date(off.on, locale.get())}{half.map(|half| format!(", {half}"))}
            {label.map(|label| view! { {", "}<bdi>{label}</bdi> })}
        </li>
    }
    .into_any()
}
