//! Who is away in a month, in words: what a phone shows in place of the table; knows no call.

use super::icon::Icon;
use super::page_turner::PageTurner;
use super::team_calendar_row::{absence_words, person_name};
use crate::contract::leave::{CalendarPerson, LeaveCalendar};
use crate::i18n::dates::month as month_words;
use crate::rules::team_calendar::{CalendarMonth, bar, is_away};
use crate::state::listing::Listing;
use crate::state::locale::AgentLocale;
use leptos::prelude::*;

/// So many people stand on a page of it.
const PAGE: usize = 25;

/// One page of those who are away, from the one at `first` on, each with every absence that touches the month; how many are
/// not.
pub fn team_calendar_list(
    calendar: &LeaveCalendar,
    found: &[usize],
    first: Option<usize>,
    month: CalendarMonth,
    listing: Listing,
    locale: AgentLocale,
) -> AnyView {
    let t = locale.texts();
    let month_name = month_words(month.first(), locale.get());
    let away: Vec<&CalendarPerson> = found
        .iter()
        .filter_map(|index| calendar.people.get(*index))
        .filter(|person| person.absences.iter().any(|it| bar(it, month).is_some()))
        .collect();
    let present = found.len().saturating_sub(away.len());
    // The place in the list stands where another list has its cursor.
    let first = first
        .filter(|first| *first < away.len())
        .unwrap_or_default();
    let next = first.saturating_add(PAGE);
    let next_cursor = (next < away.len()).then(|| next.to_string());
    let rows: Vec<AnyView> = away
        .iter()
        .skip(first)
        .take(PAGE)
        .map(|person| row(person, month, locale))
        .collect();
    let list = if rows.is_empty() {
        view! { <p class="empty">{t.team_nobody_away(&month_name)}</p> }.into_any()
    } else {
        view! {
            <ul class="team-calendar-list__rows">{rows}</ul>
            <p class="team-calendar-list__present">{t.team_present(present)}</p>
        }
        .into_any()
    };
    view! {
        <section class="team-calendar-list" aria-labelledby="team-list">
            <h2 id="team-list">{t.team_list_heading(&month_name)}</h2>
            {list}
            <PageTurner listing next_cursor/>
        </section>
    }
    .into_any()
}

fn row(person: &CalendarPerson, month: CalendarMonth, locale: AgentLocale) -> AnyView {
    let absences = person.absences.iter();
    let absences: Vec<AnyView> = absences
        .filter(|absence| bar(absence, month).is_some())
        .map(|absence| {
            let icon = if is_away(absence.state) {
                "check"
            } else {
                "hourglass"
            };
            view! { <li class="team-calendar-list__absence"><Icon name=icon/><span>{absence_words(absence, locale)}</span></li> }
                .into_any()
        })
        .collect();
    view! {
        <li class="team-calendar-list__row">
            <h3><bdi>{person_name(person, locale)}</bdi></h3>
            <ul>{absences}</ul>
        </li>
    }
    .into_any()
}
