//! Requests for leave as a list of links, and what to choose of them; knows no call.

use super::dynamic::part;
use super::leave_state::{leave_label, leave_state};
use crate::contract::leave::{LeaveRequestSummary, LeaveState};
use crate::i18n::dates::long_date;
use crate::i18n::leave_words::{days, period};
use crate::route::SpaceRoute;
use crate::rules::leave_address::LeaveAddress;
use crate::rules::leave_filter::LeaveFilter;
use crate::state::locale::{AgentLocale, use_agent_locale};
use leptos::prelude::*;

/// The requests in the order given; each leads to what was asked and what became of it.
pub fn leave_list(requests: &[LeaveRequestSummary], locale: AgentLocale) -> AnyView {
    let rows: Vec<AnyView> = requests
        .iter()
        .map(|request| row(request, locale))
        .collect();
    view! { <ul class="leave-list">{rows}</ul> }.into_any()
}

fn row(request: &LeaveRequestSummary, locale: AgentLocale) -> AnyView {
    let (t, language) = (locale.texts(), locale.get());
    let asked = long_date(request.asked_at.wall_clock().date(), language);
    let (label, when) = (
        leave_label(&request.label, locale),
        period(request.period, language),
    );
    // Two lines for the eye; one phrase to be read out.
    let named = format!("{label}, {when}");
    view! {
        <li class="leave-list__row">
            <a class="leave-list__link" href=SpaceRoute::LeaveRequest(request.id.clone()).href() aria-label=named>
                <bdi class="leave-list__label">{label}</bdi>
                {" "}
                <span class="leave-list__period">{when}</span>
            </a>
            <span class="leave-list__days">{days(i64::from(request.half_days), language)}</span>
            <span class="leave-list__state">{leave_state(request.state, t)}</span>
            <span class="leave-list__asked">{t.leave_asked_on(&asked)}</span>
        </li>
    }
    .into_any()
}

/// The years and the states, as links, so that each choice has its own address.
#[component]
pub fn LeaveChoice(
    /// What the address asks for.
    address: Signal<LeaveAddress>,
    /// The years that a request touches.
    years: Memo<Vec<i32>>,
) -> impl IntoView {
    let locale = use_agent_locale();
    let of_years = part(move || {
        let (address, t) = (address.get(), locale.texts());
        let link = |year: Option<i32>| {
            let words = year.map_or_else(|| t.all_years().to_owned(), |year| year.to_string());
            let filter = LeaveFilter {
                year,
                ..address.filter
            };
            choice(address, filter, words)
        };
        let mut links = vec![link(None)];
        links.extend(years.get().into_iter().map(|year| link(Some(year))));
        view! { <ul class="year-choice__list">{links}</ul> }
    });
    let of_states = part(move || {
        let (address, t) = (address.get(), locale.texts());
        let link = |state: Option<LeaveState>| {
            let words = state.map_or_else(|| t.all_leave_states(), |state| t.leave_state(state));
            let filter = LeaveFilter {
                state,
                ..address.filter
            };
            choice(address, filter, words.to_owned())
        };
        let mut links = vec![link(None)];
        links.extend(LeaveFilter::states().map(|state| link(Some(state))));
        view! { <ul class="year-choice__list">{links}</ul> }
    });
    view! {
        <nav class="year-choice" aria-label=locale.say(|t| t.year_label())>{of_years}</nav>
        <nav class="year-choice" aria-label=locale.say(|t| t.leave_states_label())>{of_states}</nav>
    }
}

fn choice(address: LeaveAddress, filter: LeaveFilter, words: String) -> AnyView {
    let current = (address.filter == filter).then_some("true");
    let href = LeaveAddress { filter, ..address }.href(&SpaceRoute::Leave.href());
    view! {
        <li><a class="year-choice__link" href=href data-noscroll="" aria-current=current>{words}</a></li>
    }
    .into_any()
}
