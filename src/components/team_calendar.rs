//! The calendar of a team as a table of people by days, of which only the rows that can be seen are drawn; knows no call.

use super::dynamic::part;
use super::team_calendar_head::{calendar_head, calendar_shades};
use super::team_calendar_row::calendar_row;
use crate::browser::scrolling;
use crate::contract::leave::{CalendarPerson, LeaveCalendar};
use crate::i18n::dates::month as month_words;
use crate::rules::row_window::{RowWindow, Viewport, rows_of};
use crate::rules::team_calendar::CalendarMonth;
use crate::state::locale::{AgentLocale, use_agent_locale};
use chrono::NaiveDate;
use leptos::prelude::*;

const SCROLLER: &str = "team-calendar";
const ROWS: &str = "team-calendar-rows";

/// People by days. It scrolls by itself, with the names and the days kept in sight, and takes the focus so that the arrow
/// keys scroll it; each row says in words what its bars show.
#[component]
pub fn TeamCalendar(
    /// Who is away.
    calendar: StoredValue<LeaveCalendar>,
    /// The people shown, by their place in the calendar.
    found: Memo<Vec<usize>>,
    /// The month.
    month: CalendarMonth,
    /// Today, by the portal's clock.
    today: Option<NaiveDate>,
) -> impl IntoView {
    let locale = use_agent_locale();
    let seen = RwSignal::new(Viewport::default());
    let look = move || {
        if let Some(now) = scrolling::seen(SCROLLER, ROWS) {
            let _ = seen.try_set(now);
        }
    };
    Effect::new(move |_| {
        // Read, not only tracked: a memo that nobody has read follows nothing.
        let _ = found.with(Vec::len);
        request_animation_frame(look);
    });
    Effect::new(move |_| scrolling::when_resized(look));
    let named = move || {
        let words = month_words(month.first(), locale.get());
        locale.texts().team_grid(&words)
    };
    let rows = move || found.with(Vec::len);
    let body = part(move || {
        let found = StoredValue::new(found.get());
        body(calendar, found, month, seen, locale)
    });
    let head = part(move || {
        calendar.with_value(|calendar| {
            let shown: Vec<CalendarPerson> = found.with(|found| {
                let people = found.iter().filter_map(|index| calendar.people.get(*index));
                people.cloned().collect()
            });
            calendar_head(&shown, &calendar.days_off, month, today, locale)
        })
    });
    let offs = calendar.with_value(|calendar| calendar_shades(&calendar.days_off, month, today));
    let days = month.day_count();
    view! {
        <div
            class="team-calendar"
            id=SCROLLER
            role="region"
            tabindex="0"
            aria-label=named
            aria-describedby="team-calendar-hint"
            style:--team-days=days.to_string()
            on:scroll=move |_| look()
        >
            <div
                class="team-calendar__table"
                role="table"
                aria-label=named
                aria-rowcount=move || (rows() + 2).to_string()
                aria-colcount=(days + 1).to_string()
            >
                {head}
                <div class="team-calendar__body">{offs}{body}</div>
            </div>
        </div>
        <p class="team-calendar__hint" id="team-calendar-hint">{locale.say(|t| t.team_grid_hint())}</p>
    }
}

/// The rows that can be seen, and room for the others.
fn body(
    calendar: StoredValue<LeaveCalendar>,
    found: StoredValue<Vec<usize>>,
    month: CalendarMonth,
    seen: RwSignal<Viewport>,
    locale: AgentLocale,
) -> AnyView {
    let rows = found.with_value(Vec::len);
    let window = Memo::new(move |_| RowWindow::on(rows, seen.get()));
    let room = |rows: usize| format!("calc(var(--team-row) * {rows})");
    let chunks = move || window.get().chunks().collect::<Vec<usize>>();
    let draw = move |chunk: usize| {
        let drawn: Vec<AnyView> = calendar.with_value(|calendar| {
            found.with_value(|found| {
                rows_of(chunk, rows)
                    .filter_map(|row| {
                        let person = calendar.people.get(*found.get(row)?)?;
                        // After the two rows of the head, and counted from 1.
                        Some(calendar_row(person, row + 3, month, locale))
                    })
                    .collect()
            })
        });
        drawn
    };
    view! {
        <div
            class="team-calendar__rows"
            id=ROWS
            role="rowgroup"
            style:padding-top=move || room(window.get().above)
            style:padding-bottom=move || room(window.get().below)
        >
            <For each=chunks key=|chunk| *chunk children=draw/>
        </div>
    }
    .into_any()
}
