//! Which month, which team, and how it is shown: links with their own address, and a form; knows no call.

use super::dynamic::{part, text};
use super::icon::Icon;
use crate::contract::leave::LeaveTeam;
use crate::i18n::dates::month as month_words;
use crate::route::SpaceRoute;
use crate::rules::display_label::display_label;
use crate::rules::team_calendar::{CalendarAddress, CalendarMonth, CalendarView};
use crate::state::locale::use_agent_locale;
use leptos::prelude::*;

/// The address of the calendar as it is asked for.
#[must_use]
pub fn calendar_href(address: &CalendarAddress) -> String {
    let (href, query) = (SpaceRoute::LeaveCalendar.href(), address.query());
    if query.is_empty() {
        href
    } else {
        format!("{href}?{query}")
    }
}

/// The month with the ways to its neighbours and to today's.
#[component]
pub fn MonthChoice(
    /// What the address asks for.
    address: Signal<CalendarAddress>,
    /// The month shown.
    month: Signal<Option<CalendarMonth>>,
) -> impl IntoView {
    let locale = use_agent_locale();
    let to = move |other: Option<CalendarMonth>| {
        calendar_href(&CalendarAddress {
            month: other.or_else(|| month.get()),
            ..address.get()
        })
    };
    let before = move || to(month.get().and_then(CalendarMonth::before));
    let after = move || to(month.get().and_then(CalendarMonth::after));
    let now = move || {
        calendar_href(&CalendarAddress {
            month: None,
            ..address.get()
        })
    };
    let name = move || {
        let words = month
            .get()
            .map(|month| month_words(month.first(), locale.get()));
        capital(&words.unwrap_or_default())
    };
    view! {
        <nav class="team-calendar-choice__months" aria-label=locale.say(|t| t.team_month())>
            <a class="button" data-variant="icon" href=text(before) data-noscroll=""><Icon name="arrow-left"/><span class="visually-hidden">{locale.say(|t| t.team_previous_month())}</span></a>
            <p class="team-calendar-choice__month" role="status">{text(name)}</p>
            <a class="button" data-variant="icon" href=text(after) data-noscroll=""><span class="team-calendar-choice__next"><Icon name="arrow-left"/></span><span class="visually-hidden">{locale.say(|t| t.team_next_month())}</span></a>
            <a class="button" href=text(now) data-noscroll="">{locale.say(|t| t.team_this_month())}</a>
        </nav>
    }
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// The teams, where there are several, and the two ways to show them.
#[component]
pub fn TeamChoice(
    /// What the address asks for.
    address: Signal<CalendarAddress>,
    /// How it is shown.
    shown: Signal<CalendarView>,
    /// The teams that there are.
    teams: Signal<Vec<LeaveTeam>>,
) -> impl IntoView {
    let locale = use_agent_locale();
    let link = |address: CalendarAddress, label: String, is_current: bool| {
        let current = is_current.then_some("true");
        view! { <li><a class="year-choice__link" href=calendar_href(&address) data-noscroll="" aria-current=current><bdi>{label}</bdi></a></li> }
            .into_any()
    };
    let team_links = part(move || {
        let (t, address, teams) = (locale.texts(), address.get(), teams.get());
        let is_several = teams.len() > 1 || address.team.is_some();
        let all = [(None, t.all_teams().to_owned())];
        let named = teams.into_iter().map(|team| {
            let label = display_label(&team.label);
            let label = label.unwrap_or_else(|| t.unnamed_team().to_owned());
            (Some(team.id), label)
        });
        is_several.then(|| {
            let links: Vec<AnyView> = all
                .into_iter()
                .chain(named)
                .map(|(team, label)| {
                    let is_current = address.team == team;
                    let to = CalendarAddress {
                        team,
                        ..address.clone()
                    };
                    link(to, label, is_current)
                })
                .collect();
            view! { <nav class="year-choice" aria-label=t.teams_label()><ul class="year-choice__list">{links}</ul></nav> }
        })
    });
    let view_links = part(move || {
        let (t, address, shown) = (locale.texts(), address.get(), shown.get());
        let views = [CalendarView::Grid, CalendarView::List];
        let links = views.map(|of| {
            let to = CalendarAddress {
                view: Some(of),
                ..address.clone()
            };
            link(to, t.team_view(of).to_owned(), shown == of)
        });
        view! { <ul class="year-choice__list">{links.into_iter().collect::<Vec<AnyView>>()}</ul> }
    });
    view! {
        {team_links}
        <nav class="year-choice" aria-label=locale.say(|t| t.team_views())>{view_links}</nav>
    }
}
