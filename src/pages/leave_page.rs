//! `/space/leave`: the agent's rights to leave, their year and their requests, each loading and failing alone; what is chosen is in the query string.

use crate::api;
use crate::components::dynamic::part;
use crate::components::icon::Icon;
use crate::components::leave_balance::leave_balances;
use crate::components::leave_list::{LeaveChoice, leave_list};
use crate::components::leave_year::LeaveYear;
use crate::components::loaded::Loaded;
use crate::components::page_turner::PageTurner;
use crate::contract::leave::{LeaveBalances, LeaveDays, LeaveRequests};
use crate::route::SpaceRoute;
use crate::rules::leave_address::LeaveAddress;
use crate::rules::leave_filter::LeaveFilter;
use crate::rules::leave_year::bounds;
use crate::state::listing::{Listing, use_listing};
use crate::state::load::{Load, Loader, use_load};
use crate::state::locale::{AgentLocale, use_agent_locale};
use crate::state::location::use_query;
use crate::state::session::use_session;
use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;

/// Loads the rights, the year and the requests that the address asks for.
#[component]
pub fn LeavePage() -> impl IntoView {
    let (session, listing) = (use_session(), use_listing("leave"));
    let [year, state, calendar] = ["year", "state", "calendar"].map(use_query);
    let address = Memo::new(move |_| {
        let (year, state, calendar) = (year.get(), state.get(), calendar.get());
        LeaveAddress::read(year.as_deref(), state.as_deref(), calendar.as_deref())
    });
    // The portal's day: the device's clock may be wrong, and elsewhere.
    let today = Memo::new(move |_| {
        let now = session
            .details()
            .map(|session| session.now.wall_clock().date());
        now.unwrap_or_default()
    });
    let validates = Memo::new(move |_| {
        let agent = session.details().and_then(|session| session.agent);
        agent.is_some_and(|agent| agent.validates_leave)
    });
    let shown_year = Memo::new(move |_| {
        let asked = address.get().calendar;
        asked.unwrap_or_else(|| today.get().year())
    });
    let filter = Memo::new(move |_| address.get().filter);
    let balances = use_load(|client| async move { api::leave::balances(&client).await });
    let days = use_load(move |client| {
        let (from, to) = bounds(shown_year.get());
        async move { api::leave::days(&client, from, to).await }
    });
    let requests = use_load(move |client| {
        let filter = filter.get();
        listing.show_pages_of(&filter.query());
        let cursor = listing.cursor();
        async move {
            let answer = api::leave::list(&client, filter, cursor.as_deref()).await;
            if let (Err(error), Some(_)) = (&answer, &cursor) {
                listing.was_refused(error);
            }
            answer
        }
    });
    view! {
        <LeaveView
            address=address.into()
            year=shown_year.into()
            today=today.into()
            validates=validates.into()
            listing
            balances
            days
            requests
        />
    }
}

/// The ways to ask, to look up and to validate, then the rights, the year and the requests.
#[component]
pub fn LeaveView(
    /// What the address asks for.
    address: Signal<LeaveAddress>,
    /// The year of the picture.
    year: Signal<i32>,
    /// The portal's day.
    today: Signal<NaiveDate>,
    /// True for who validates the leave of others.
    validates: Signal<bool>,
    /// The page of the requests.
    listing: Listing,
    /// The rights.
    balances: Loader<LeaveBalances>,
    /// The days of the year.
    days: Loader<LeaveDays>,
    /// The requests.
    requests: Loader<LeaveRequests>,
) -> impl IntoView {
    let locale = use_agent_locale();
    let rights = move |balances: LeaveBalances| {
        part(move || leave_balances(&balances.items, today.get(), locale))
    };
    let approvals = part(move || {
        validates.get().then(|| {
            view! { <a class="button" href=SpaceRoute::LeaveApprovals.href()><Icon name="clipboard-check"/>{locale.texts().approvals()}</a> }
        })
    });
    view! {
        <div class="stack leave">
            <h1 tabindex="-1">{locale.say(|t| t.leave())}</h1>
            <nav class="leave__ways" aria-label=locale.say(|t| t.leave_ways())>
                <a class="button" data-variant="primary" href=SpaceRoute::LeaveAsking.href()><Icon name="calendar"/>{locale.say(|t| t.ask_for_leave())}</a>
                <a class="button" href=SpaceRoute::LeaveCalendar.href()><Icon name="users"/>{locale.say(|t| t.leave_calendar())}</a>
                {approvals}
            </nav>
            <section class="leave__part" aria-labelledby="leave-balances">
                <h2 id="leave-balances">{locale.say(|t| t.balances_heading())}</h2>
                <Loaded loader=balances view=rights/>
            </section>
            <LeaveYear days address year today/>
            <section class="leave__part" aria-labelledby="leave-requests">
                <h2 id="leave-requests">{locale.say(|t| t.my_leave_requests())}</h2>
                {choice(address, requests)}
                <Loaded loader=requests view=move |requests: LeaveRequests| list(requests, address, listing, locale)/>
            </section>
        </div>
    }
}

/// What to choose from, where there is or may be something; it stays while another page is on its way.
fn choice(address: Signal<LeaveAddress>, requests: Loader<LeaveRequests>) -> AnyView {
    let years = Memo::new(move |before: Option<&Vec<i32>>| {
        requests.load.with(|load| match load {
            Load::Loaded(requests) => requests.years.clone(),
            _ => before.cloned().unwrap_or_default(),
        })
    });
    let is_any = Memo::new(move |_| {
        let is_chosen = address.get().filter != LeaveFilter::default();
        is_chosen || years.with(|years| !years.is_empty())
    });
    part(move || is_any.get().then(|| view! { <LeaveChoice address years/> })).into_any()
}

fn list(
    requests: LeaveRequests,
    address: Signal<LeaveAddress>,
    listing: Listing,
    locale: AgentLocale,
) -> AnyView {
    let LeaveRequests {
        items, next_cursor, ..
    } = requests;
    let address = address.get_untracked();
    let list = part(move || {
        if items.is_empty() {
            empty(address, locale)
        } else {
            leave_list(&items, locale)
        }
    });
    view! {
        {list}
        <PageTurner listing next_cursor/>
    }
    .into_any()
}

/// Says what was left out, with the way to what there is; who has asked for nothing finds the way to ask.
fn empty(address: LeaveAddress, locale: AgentLocale) -> AnyView {
    let t = locale.texts();
    let is_chosen = address.filter != LeaveFilter::default();
    let (words, href, step) = if is_chosen {
        let all = LeaveAddress {
            filter: LeaveFilter::default(),
            ..address
        };
        let href = all.href(&SpaceRoute::Leave.href());
        (t.no_leave_found(), href, t.show_all_leave())
    } else {
        let href = SpaceRoute::LeaveAsking.href();
        (t.no_leave_requests(), href, t.ask_for_leave())
    };
    view! { <p class="empty">{words}{" "}<a href=href data-noscroll="">{step}</a></p> }.into_any()
}
