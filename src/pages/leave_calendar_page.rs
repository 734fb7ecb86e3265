//! `/space/leave/calendar`: who of a team is away in a month; the month, the team and the layout are in the query string, whom somebody searches for never is.

use crate::api;
use crate::api::answer::ApiError;
use crate::browser::scrolling;
use crate::components::dynamic::{part, text};
use crate::components::loaded::Loaded;
use crate::components::search_field::SearchField;
use crate::components::team_calendar::TeamCalendar;
use crate::components::team_calendar_choice::{MonthChoice, TeamChoice, calendar_href};
use crate::components::team_calendar_form::MonthForm;
use crate::components::team_calendar_legend::{away_today, calendar_legend, holidays};
use crate::components::team_calendar_list::team_calendar_list;
use crate::contract::leave::{LeaveCalendar, LeaveTeam};
use crate::rules::display_label::display_label;
use crate::rules::team_calendar::{CalendarAddress, CalendarMonth, CalendarView, found};
use crate::state::listing::{Listing, use_listing};
use crate::state::load::{Load, Loader, use_load};
use crate::state::locale::use_agent_locale;
use crate::state::location::{use_query, use_refine};
use crate::state::session::use_session;
use chrono::NaiveDate;
use leptos::prelude::*;

/// Loads the month that the address names, or today's.
#[component]
pub fn LeaveCalendarPage() -> impl IntoView {
    let session = use_session();
    let [month, team, layout] = ["month", "team", "view"].map(use_query);
    let address = Memo::new(move |_| {
        let (month, team, layout) = (month.get(), team.get(), layout.get());
        CalendarAddress::from_query(month.as_deref(), team.as_deref(), layout.as_deref())
    });
    // The portal's day, as it told with the session: never the device's.
    let today = Memo::new(move |_| {
        let details = session.details();
        details.map(|session| session.now.wall_clock().date())
    });
    let month = Memo::new(move |_| {
        let asked = address.with(|address| address.month);
        asked.or_else(|| today.get().and_then(CalendarMonth::of))
    });
    let validates = Memo::new(move |_| {
        let status = session.status();
        status.agent().is_some_and(|agent| agent.validates_leave)
    });
    let calendar = use_load(move |client| {
        let month = month.get();
        async move {
            let month = month.ok_or(ApiError::Unreadable)?;
            api::leave::calendar(&client, month.first(), month.last()).await
        }
    });
    let narrow = RwSignal::new(false);
    Effect::new(move |_| {
        let look = move || {
            let is_narrow = scrolling::is_narrow();
            if narrow.try_get_untracked() == Some(!is_narrow) {
                narrow.set(is_narrow);
            }
        };
        look();
        scrolling::when_resized(look);
    });
    let refine = use_refine();
    let go = Callback::new(move |month| {
        let asked = CalendarAddress {
            month: Some(month),
            ..address.get_untracked()
        };
        refine(&calendar_href(&asked));
    });
    let shown = Memo::new(move |_| {
        let by_width = if narrow.get() {
            CalendarView::List
        } else {
            CalendarView::Grid
        };
        address.with(|address| address.view).unwrap_or(by_width)
    });
    let listing = use_listing("leave-calendar");
    Effect::new(move |_| {
        let month = month.get().map(CalendarMonth::name).unwrap_or_default();
        let team = address.with(|address| address.team.clone());
        listing.show_pages_of(&format!("{month} {}", team.unwrap_or_default()));
    });
    let asked = Asked {
        address: address.into(),
        month: month.into(),
        today: today.into(),
        shown: shown.into(),
        validates: validates.into(),
    };
    view! { <CalendarPageView asked calendar listing go/> }
}

/// What is asked for, and who asks.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    /// What the address says.
    pub address: Signal<CalendarAddress>,
    /// The month that it comes to.
    pub month: Signal<Option<CalendarMonth>>,
    /// Today, by the portal's clock.
    pub today: Signal<Option<NaiveDate>>,
    /// How it is shown.
    pub shown: Signal<CalendarView>,
    /// True for an agent who validates leave.
    pub validates: Signal<bool>,
}

/// What to choose from, and who is away.
#[component]
pub fn CalendarPageView(
    /// What is asked for.
    asked: Asked,
    /// Who is away.
    calendar: Loader<LeaveCalendar>,
    /// Whom somebody searches for, and the page of the list.
    listing: Listing,
    /// Goes to a month.
    go: Callback<CalendarMonth>,
) -> impl IntoView {
    let locale = use_agent_locale();
    let Asked {
        address,
        month,
        shown,
        validates,
        ..
    } = asked;
    // They stay while another month is on its way.
    let teams = Memo::new(move |before: Option<&Vec<LeaveTeam>>| {
        calendar.load.with(|load| match load {
            Load::Loaded(calendar) => calendar.teams.clone(),
            _ => before.cloned().unwrap_or_default(),
        })
    });
    let counted = text(move || {
        let words = display_label(&listing.words());
        calendar.load.with(|load| match (load, &words) {
            (Load::Loaded(calendar), Some(words)) => {
                let team = address.with(|address| address.team.clone());
                let found = found(calendar, team.as_deref(), words);
                locale.texts().team_found(found.len(), words)
            }
            _ => String::new(),
        })
    });
    let drawn = move |calendar: LeaveCalendar| drawn(calendar, asked, listing);
    view! {
        <div class="stack">
            <h1 tabindex="-1">{locale.say(|t| t.leave_calendar())}</h1>
            <p>{text(move || locale.texts().team_calendar_lead(validates.get()).to_owned())}</p>
            <MonthChoice address month/>
            <MonthForm month go/>
            <SearchField
                listing
                label=Signal::derive(locale.say(|t| t.team_search()))
                hint=Signal::derive(locale.say(|t| t.team_search_hint()))
                found=counted
            />
            <TeamChoice address shown teams=teams.into()/>
            <Loaded loader=calendar view=drawn/>
        </div>
    }
}

/// Who is away, in the layout that is asked for; another search draws the rows alone.
fn drawn(calendar: LeaveCalendar, asked: Asked, listing: Listing) -> AnyView {
    let locale = use_agent_locale();
    let Asked {
        address,
        today,
        shown,
        validates,
        ..
    } = asked;
    // That of these people: another month may be on its way.
    let Some(month) = CalendarMonth::of(calendar.from) else {
        return view! { <p class="empty">{locale.say(|t| t.team_nobody())}</p> }.into_any();
    };
    let alone =
        (calendar.people.len() == 1).then(|| view! { <p>{locale.say(|t| t.team_alone())}</p> });
    let calendar = StoredValue::new(calendar);
    let people = Memo::new(move |_| {
        let team = address.with(|address| address.team.clone());
        let words = listing.words();
        calendar.with_value(|calendar| found(calendar, team.as_deref(), &words))
    });
    let now = move || {
        today
            .get()
            .filter(|day| CalendarMonth::of(*day) == Some(month))
    };
    let told = part(move || {
        now().map(|today| {
            calendar.with_value(|calendar| away_today(&calendar.people, today, locale))
        })
    });
    let is_empty = Memo::new(move |_| people.with(Vec::is_empty));
    let cursor = Memo::new(move |_| listing.cursor());
    let table = part(move || {
        if is_empty.get() {
            return view! { <p class="empty">{locale.texts().team_nobody()}</p> }.into_any();
        }
        match shown.get() {
            CalendarView::Grid => {
                let today = untrack(now);
                view! { <TeamCalendar calendar found=people month today/> }.into_any()
            }
            CalendarView::List => part(move || {
                let first = cursor.get().and_then(|cursor| cursor.parse().ok());
                people.with(|people| {
                    calendar.with_value(|calendar| {
                        team_calendar_list(calendar, people, first, month, listing, locale)
                    })
                })
            })
            .into_any(),
        }
    });
    let legend = part(move || {
        let is_grid = shown.get() == CalendarView::Grid;
        is_grid.then(|| calendar_legend(validates.get(), locale))
    });
    let days =
        part(move || calendar.with_value(|calendar| holidays(&calendar.days_off, month, locale)));
    view! {
        {alone}
        {told}
        {legend}
        {table}
        {days}
    }
    .into_any()
}
