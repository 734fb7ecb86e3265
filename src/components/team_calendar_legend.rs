//! What the signs of a team's calendar mean, its holidays, and who is away today; knows no call.

use super::team_calendar_row::{person_name, state_name};
use crate::contract::leave::{CalendarPerson, DayOff, DayOffReason, LeaveState};
use crate::i18n::dates::long_date;
use crate::rules::display_label::display_label;
use crate::rules::team_calendar::{CalendarMonth, away_on};
use crate::state::locale::AgentLocale;
use chrono::NaiveDate;
use leptos::prelude::*;

/// So many names at most: who wants more looks at the calendar.
const NAMED: usize = 20;

/// Each sign with its words; `validates` where what waits is shown too.
pub fn calendar_legend(validates: bool, locale: AgentLocale) -> AnyView {
    let t = locale.texts();
    let sign = |state: Option<LeaveState>, half: bool, words: &'static str| {
        let state = state.map_or("off", state_name);
        view! {
            <li class="team-calendar-legend__item"><span class="team-calendar-legend__sign" aria-hidden="true"><span class="team-calendar__bar" data-state=state data-half=half.then_some("")></span></span>{words}</li>
        }
        .into_any()
    };
    let mut signs = vec![sign(
        Some(LeaveState::Approved),
        false,
        t.leave_state(LeaveState::Approved),
    )];
    if validates {
        for state in [LeaveState::Pending, LeaveState::CancellationPending] {
            signs.push(sign(Some(state), false, t.leave_state(state)));
        }
    }
    signs.push(sign(Some(LeaveState::Approved), true, t.team_half_day()));
    signs.push(sign(None, false, t.team_day_off()));
    if validates {
        let counts = "1/2";
        let counts = view! { <li class="team-calendar-legend__item" aria-hidden="true"><span class="team-calendar-legend__counts">{counts}</span>{t.team_counts_sign()}</li> };
        signs.push(counts.into_any());
    }
    view! { <ul class="team-calendar-legend" aria-label=t.team_legend()>{signs}</ul> }.into_any()
}

/// The named days of a month on which nobody works; nothing where there are none.
pub fn holidays(days_off: &[DayOff], month: CalendarMonth, locale: AgentLocale) -> Option<AnyView> {
    let t = locale.texts();
    let named: Vec<String> = days_off
        .iter()
        .filter(|off| off.reason != DayOffReason::Weekend)
        .filter(|off| CalendarMonth::of(off.on) == Some(month))
        .filter_map(|off| {
            let label = display_label(&locale.pick(off.label.as_ref()?))?;
            Some(format!("{label}, {}", long_date(off.on, locale.get())))
        })
        .collect();
    (!named.is_empty()).then(|| {
        let named: Vec<AnyView> = named
            .into_iter()
            .map(|named| view! { <li><bdi>{named}</bdi></li> }.into_any())
            .collect();
        view! { <div class="team-calendar-legend__holidays"><p>{t.team_holidays()}</p><ul>{named}</ul></div> }.into_any()
    })
}

/// Who is away today; nothing in another month.
pub fn away_today(people: &[CalendarPerson], today: NaiveDate, locale: AgentLocale) -> AnyView {
    let t = locale.texts();
    let count = away_on(people, today).count();
    let names: Vec<AnyView> = away_on(people, today)
        .take(if count > NAMED { 0 } else { NAMED })
        .map(|person| view! { <li><bdi>{person_name(person, locale)}</bdi></li> }.into_any())
        .collect();
    let names =
        (!names.is_empty()).then(|| view! { <ul class="team-calendar-legend__names">{names}</ul> });
    let words = t.team_today(count);
    // Without names the sentence leads nowhere.
    let words = if names.is_none() && count > 0 {
        words.trim_end_matches([':', '\u{a0}']).to_owned() + "."
    } else {
        words
    };
    view! { <div><p>{words}</p>{names}</div> }.into_any()
}
