//! A year of the agent's leave, as a drawing and month by month; knows no call.

mod drawing;
mod months;

use super::dynamic::{part, text};
use super::icon::Icon;
use super::loaded::Loaded;
use super::spinner::Spinner;
use crate::contract::leave::LeaveDays;
use crate::i18n::texts::AgentTexts;
use crate::route::SpaceRoute;
use crate::rules::leave_address::LeaveAddress;
use crate::state::load::{Load, Loader};
use crate::state::locale::use_agent_locale;
use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;

const HEADING: &str = "leave-year";

/// The years around which there is another.
const FIRST: i32 = 1900;
const LAST: i32 = 9999;

/// The section of a year. The drawing's accessible form is the list of its months, which holds the same.
#[component]
pub fn LeaveYear(
    /// The days of the year.
    days: Loader<LeaveDays>,
    /// What the address asks for.
    address: Signal<LeaveAddress>,
    /// The year that it asks for.
    year: Signal<i32>,
    /// The day on which it is looked at.
    today: Signal<NaiveDate>,
) -> impl IntoView {
    let locale = use_agent_locale();
    // It stays while another year is on its way, and the list stays unfolded.
    let known = Memo::new(move |before: Option<&Option<LeaveDays>>| {
        days.load.with(|load| match load {
            Load::Loaded(days) => Some(days.clone()),
            Load::Loading | Load::Slow => before.cloned().flatten(),
            Load::Failed(_) => None,
        })
    });
    let is_here = Memo::new(move |_| known.with(Option::is_some));
    let is_slow = Memo::new(move |_| days.load.with(|load| *load == Load::Slow));
    let figure = move || {
        let draw =
            |days: &LeaveDays| drawing::figure(days, days.from.year(), today.get(), locale.get());
        known.with(|known| known.as_ref().map(draw))
    };
    let list = move || {
        let draw = |days: &LeaveDays| months::list(days, days.from.year(), locale);
        known.with(|known| known.as_ref().map(draw))
    };
    let body = part(move || {
        if !is_here.get() {
            return view! { <Loaded loader=days view=|_: LeaveDays| ()/> }.into_any();
        }
        view! {
            {part(move || is_slow.get().then(|| view! { <Spinner label=Signal::derive(locale.say(|t| t.still_loading()))/> }))}
            {part(figure)}
            <details class="leave-year__months">
                <summary class="leave-year__summary">{locale.say(|t| t.year_list())}</summary>
                {part(list)}
            </details>
        }
        .into_any()
    });
    view! {
        <section class="leave-year" aria-labelledby=HEADING>
            <div class="leave-year__head">
                <h2 id=HEADING>{text(move || locale.texts().year_heading(year.get()))}</h2>
                <nav class="leave-year__turner" aria-label=locale.say(|t| t.year_choice_label())>
                    {step(address, year, -1, |t, year| t.year_before(year))}
                    {step(address, year, 1, |t, year| t.year_after(year))}
                </nav>
            </div>
            {body}
        </section>
    }
}

/// The way to the year before or after; it stays where it is, so that it can be pressed again.
fn step(
    address: Signal<LeaveAddress>,
    year: Signal<i32>,
    by: i32,
    words: fn(&'static dyn AgentTexts, i32) -> String,
) -> AnyView {
    let locale = use_agent_locale();
    let to = move || year.get().saturating_add(by).clamp(FIRST, LAST);
    let href = text(move || {
        LeaveAddress {
            calendar: Some(to()),
            ..address.get()
        }
        .href(&SpaceRoute::Leave.href())
    });
    let turn = (by > 0).then_some("next");
    view! {
        <a class="leave-year__step" href=href data-noscroll="" data-turn=turn>
            <Icon name="arrow-left"/>
            <span aria-hidden="true">{text(move || to().to_string())}</span>
            <span class="visually-hidden">{text(move || words(locale.texts(), to()))}</span>
        </a>
    }
    .into_any()
}
