//! The days above a team's calendar, how many are away on each, and what is muted behind the rows; knows no scrolling.

use crate::contract::leave::{CalendarPerson, DayOff};
use crate::i18n::dates::{long_date, weekday_name};
use crate::rules::display_label::display_label;
use crate::rules::team_calendar::{CalendarMonth, away_by_day, day_off, weekday};
use crate::state::locale::AgentLocale;
use chrono::{Datelike, NaiveDate};
use leptos::either::Either;
use leptos::prelude::*;

/// The days, and how many are away on each.
pub fn calendar_head(
    people: &[CalendarPerson],
    days_off: &[DayOff],
    month: CalendarMonth,
    today: Option<NaiveDate>,
    locale: AgentLocale,
) -> AnyView {
    let (t, language) = (locale.texts(), locale.get());
    let days: Vec<AnyView> = month
        .days()
        .map(|day| {
            let off = day_off(days_off, day);
            let holiday = off.and_then(|off| off.label.as_ref());
            let holiday = holiday.and_then(|label| display_label(&locale.pick(label)));
            let mut words = format!("{} {}", weekday_name(day.weekday(), language), long_date(day, language));
            if let Some(holiday) = &holiday {
                words.push_str(", ");
                words.push_str(holiday);
            } else if off.is_some() {
                words.push_str(", ");
                words.push_str(t.team_day_off());
            }
            let current = (today == Some(day)).then_some("date");
            let named = holiday.is_some().then_some("");
            view! {
                <div class="team-calendar__day" role="columnheader" aria-colindex=(day.day() + 1).to_string() aria-current=current data-holiday=named>
                    <span class="visually-hidden">{words}</span>
                    <span class="team-calendar__letter" aria-hidden="true">{t.weekday_letter(weekday(day))}</span>
                    <span aria-hidden="true">{day.day()}</span>
                </div>
            }
            .into_any()
        })
        .collect();
    let counts: Vec<AnyView> = away_by_day(people, month)
        .into_iter()
        .zip(month.days())
        .map(|((away, all), day)| {
            let is_off = day_off(days_off, day).is_some_and(|off| off.morning && off.afternoon);
            // What waits is told where there is any: "2" away, "2/3" if 3 are when all is granted.
            let words = if is_off || all == 0 {
                None
            } else if all > away {
                Some(Either::Left(view! { <span aria-hidden="true">{format!("{away}/{all}")}</span><span class="visually-hidden">{t.team_counts(away, all - away)}</span> }))
            } else {
                Some(Either::Right(away.to_string()))
            };
            view! { <div class="team-calendar__count" role="cell" aria-colindex=(day.day() + 1).to_string()>{words}</div> }
                .into_any()
        })
        .collect();
    view! {
        <div class="team-calendar__head" role="rowgroup">
            <div class="team-calendar__line" role="row" aria-rowindex="1">
                <div class="team-calendar__corner" role="columnheader" aria-colindex="1">{t.team_person()}</div>
                {days}
            </div>
            <div class="team-calendar__line" role="row" aria-rowindex="2">
                <div class="team-calendar__corner" role="rowheader" aria-colindex="1">{t.team_away()}</div>
                {counts}
            </div>
        </div>
    }
    .into_any()
}

/// What is muted behind the rows: days off, or their halves, and the mark of today.
pub fn calendar_shades(
    days_off: &[DayOff],
    month: CalendarMonth,
    today: Option<NaiveDate>,
) -> AnyView {
    let at = |day: NaiveDate, half: bool| {
        let halves = 2 * day.day0() + u32::from(half);
        format!("calc(var(--team-name) + var(--team-day) * {halves} / 2)")
    };
    let is_shown = |day: NaiveDate| CalendarMonth::of(day) == Some(month);
    let mut shades: Vec<AnyView> = days_off
        .iter()
        .filter(|off| is_shown(off.on) && (off.morning || off.afternoon))
        .map(|off| {
            let half = off.morning != off.afternoon;
            view! { <div class="team-calendar__off" data-half=half.then_some("") style:left=at(off.on, !off.morning)></div> }
                .into_any()
        })
        .collect();
    if let Some(today) = today.filter(|today| is_shown(*today)) {
        shades.push(
            view! { <div class="team-calendar__today" style:left=at(today, false)></div> }
                .into_any(),
        );
    }
    view! { <div class="team-calendar__shades" aria-hidden="true">{shades}</div> }.into_any()
}
