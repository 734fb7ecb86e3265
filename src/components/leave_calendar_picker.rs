//! A calendar in which a first and a last day are picked, by touch, pointer and keyboard; knows no field and no call.
//!
//! ARIA Authoring Practices, "Grid" and "Date Picker Dialog": one day of the month takes the focus, the keys lead from
//! there; each day says all that stands on it.

use super::dynamic::{part, text};
use super::icon::Icon;
use super::leave_calendar_picker_day::day_cell;
use super::leave_calendar_picker_legend::{legend, month_notes};
use crate::browser::focus;
use crate::i18n::dates::{month, weekday_name};
use crate::i18n::locale::Locale;
use crate::rules::leave_day_marks::KnownDays;
use crate::rules::leave_month::{Month, Step, step_of, stepped};
use crate::rules::leave_selection::Selection;
use crate::state::locale::AgentLocale;
use chrono::{NaiveDate, Weekday};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// What a calendar shows, and what is picked in it.
#[derive(Clone, Copy, Debug)]
pub struct Picking {
    /// The day that the keyboard is on; its month is shown.
    pub cursor: RwSignal<NaiveDate>,
    /// The month that is shown.
    pub month: Memo<Month>,
    /// The days that are chosen.
    pub selection: Memo<Selection>,
    /// True when the next day picked is the other end.
    pub is_open: RwSignal<bool>,
    /// Told the day that is picked, or that what was picked is to be forgotten.
    pub pick: Callback<Option<NaiveDate>>,
    /// What is known of the days.
    pub known: RwSignal<KnownDays>,
    /// True when that could not be loaded.
    pub is_unknown: Signal<bool>,
    /// Loads it again.
    pub load_again: Callback<()>,
    /// The day of today.
    pub today: Memo<NaiveDate>,
}

/// The day that takes the focus.
const FOCUSED: &str = ".leave-calendar-picker__day[tabindex=\"0\"]";

const WEEK: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

/// One month at a time, with what stands on its days in words below it; `said` tells what is chosen.
pub fn leave_calendar_picker(
    picking: Picking,
    said: Signal<String>,
    locale: AgentLocale,
) -> AnyView {
    let named = text(move || month(picking.month.get().first(), locale.get()));
    let grid = part(move || grid(picking.month.get(), picking, locale));
    let is_away = Memo::new(move |_| picking.month.get() != Month::of(picking.today.get()));
    let back = part(move || {
        let home = move |_| {
            picking.cursor.set(picking.today.get_untracked());
            // The button goes.
            focus::focus_soon(FOCUSED);
        };
        is_away.get().then(|| {
            view! { <button class="button leave-calendar-picker__home" type="button" on:click=home>{locale.say(|t| t.this_month())}</button> }
        })
    });
    let unknown = part(move || {
        picking.is_unknown.get().then(|| {
            let again = move |_| {
                focus::focus_soon(FOCUSED);
                picking.load_again.run(());
            };
            view! {
                <p class="leave-calendar-picker__unknown">{locale.say(|t| t.days_not_loaded())}</p>
                <button class="button" type="button" on:click=again>{locale.say(|t| t.try_again())}</button>
            }
        })
    });
    let press = move |event: KeyboardEvent| press(&event, picking);
    view! {
        <div class="leave-calendar-picker" role="group" aria-label=locale.say(|t| t.picker_label())>
            <div class="leave-calendar-picker__head">
                {turn(-1, picking, locale)}
                <p class="leave-calendar-picker__month" id="leave-month" aria-live="polite">{named}</p>
                {turn(1, picking, locale)}
            </div>
            <table class="leave-calendar-picker__grid" role="grid" aria-multiselectable="true" aria-labelledby="leave-month" aria-describedby="leave-picker-help" on:keydown=press>
                {grid}
            </table>
            <p class="leave-calendar-picker__said" role="status">{said}</p>
            <div class="leave-calendar-picker__trouble" role="status">{unknown}</div>
            {back}
            {month_notes(picking, locale)}
            {legend(locale)}
            <p class="leave-calendar-picker__help" id="leave-picker-help">{locale.say(|t| t.picker_help())}</p>
        </div>
    }
    .into_any()
}

/// A button to the month before or after.
fn turn(months: i32, picking: Picking, locale: AgentLocale) -> AnyView {
    let name = move || {
        let t = locale.texts();
        if months < 0 {
            t.previous_month()
        } else {
            t.next_month()
        }
    };
    let act = move |_| {
        let cursor = picking.cursor;
        cursor.update(|day| *day = stepped(*day, Step::Months(months)));
    };
    let direction = if months < 0 { "back" } else { "on" };
    view! {
        <button class="button leave-calendar-picker__turn" data-variant="icon" data-direction=direction type="button" aria-label=name on:click=act>
            <Icon name="arrow-left"/>
        </button>
    }
    .into_any()
}

fn grid(month: Month, picking: Picking, locale: AgentLocale) -> AnyView {
    let language = locale.get();
    let heads: Vec<AnyView> = WEEK
        .into_iter()
        .map(|weekday| {
            view! {
                <th class="leave-calendar-picker__weekday" scope="col">
                    <span aria-hidden="true">{short(weekday, language)}</span>
                    <span class="visually-hidden">{weekday_name(weekday, language)}</span>
                </th>
            }
            .into_any()
        })
        .collect();
    let weeks: Vec<AnyView> = month
        .weeks()
        .into_iter()
        .map(|week| {
            let days: Vec<AnyView> = week
                .into_iter()
                .map(|day| match day {
                    Some(day) => day_cell(day, picking, locale),
                    None => view! { <td class="leave-calendar-picker__none">{""}</td> }.into_any(),
                })
                .collect();
            view! { <tr>{days}</tr> }.into_any()
        })
        .collect();
    view! {
        <thead><tr>{heads}</tr></thead>
        <tbody>{weeks}</tbody>
    }
    .into_any()
}

/// `lun`, `Mon`: as much as a narrow column takes.
fn short(weekday: Weekday, locale: Locale) -> String {
    weekday_name(weekday, locale).chars().take(3).collect()
}

fn press(event: &KeyboardEvent, picking: Picking) {
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return;
    }
    let key = event.key();
    if key == "Escape" {
        if picking.is_open.get_untracked() {
            event.prevent_default();
            picking.pick.run(None);
        }
        return;
    }
    let Some(step) = step_of(&key, event.shift_key()) else {
        return;
    };
    event.prevent_default();
    picking.cursor.update(|day| *day = stepped(*day, step));
    focus::focus_soon(FOCUSED);
}
