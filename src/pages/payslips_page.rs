//! `/space/payslips`: the agent's payslips by year, searched and over time; the year and the span are in the query
//! string, a search never is.

use crate::api;
use crate::api::payslips::PayslipQuery;
use crate::browser::focus;
use crate::components::dynamic::{part, text};
use crate::components::loaded::Loaded;
use crate::components::page_turner::PageTurner;
use crate::components::payslip_list::PayslipList;
use crate::components::payslip_plot::PayslipPlot;
use crate::components::search_field::SearchField;
use crate::contract::payslips::{PayslipSeries, Payslips};
use crate::route::{Route, SpaceRoute};
use crate::rules::payslip_address::PayslipsAddress;
use crate::state::listing::{Listing, use_listing};
use crate::state::load::{Load, Loader, use_load};
use crate::state::locale::use_agent_locale;
use crate::state::location::use_query;
use leptos::prelude::*;

/// Loads the payslips that the address and the search ask for.
#[component]
pub fn PayslipsPage() -> impl IntoView {
    let listing = use_listing("payslips");
    let (year, span) = (use_query("year"), use_query("span"));
    let asked = Memo::new(move |_| {
        year.with(|year| span.with(|span| PayslipsAddress::read(year.as_deref(), span.as_deref())))
    });
    // The span alone asks for no other payslips.
    let year = Memo::new(move |_| asked.get().year);
    let payslips = use_load(move |client| {
        let year = year.get();
        listing.show_pages_of(&year.map(|year| year.to_string()).unwrap_or_default());
        let query = PayslipQuery {
            year,
            words: listing.words(),
            cursor: listing.cursor(),
        };
        async move {
            let answer = api::payslips::list(&client, &query).await;
            if let (Err(error), Some(_)) = (&answer, &query.cursor) {
                listing.was_refused(error);
            }
            answer
        }
    });
    let series = use_load(|client| async move { api::payslips::series(&client).await });
    view! { <PayslipsView asked listing payslips series/> }
}

/// The search, the years to choose from, the list and the pay over time.
#[component]
pub fn PayslipsView(
    /// What the address asks for.
    #[prop(into)]
    asked: Signal<PayslipsAddress>,
    /// What is searched for, and the page.
    listing: Listing,
    /// The payslips.
    payslips: Loader<Payslips>,
    /// Gross and net of every payslip.
    series: Loader<PayslipSeries>,
) -> impl IntoView {
    let locale = use_agent_locale();
    let is_search = Memo::new(move |_| !listing.words().is_empty());
    // They stay while another page is on its way.
    let years = Memo::new(move |before: Option<&Vec<i16>>| {
        payslips.load.with(|load| match load {
            Load::Loaded(payslips) => payslips.years.clone(),
            _ => before.cloned().unwrap_or_default(),
        })
    });
    let found = text(move || {
        let words = untrack(|| listing.words());
        payslips.load.with(|load| match load {
            Load::Loaded(payslips) if !words.is_empty() => {
                let is_more =
                    payslips.next_cursor.is_some() || untrack(|| listing.page_number()) > 1;
                locale
                    .texts()
                    .payslips_found(payslips.items.len(), is_more, &words)
            }
            _ => String::new(),
        })
    });
    let list = move |payslips: Payslips| {
        let Payslips {
            items, next_cursor, ..
        } = payslips;
        let list = if items.is_empty() {
            view! { <NoPayslips year=asked.get_untracked().year listing/> }.into_any()
        } else {
            view! { <PayslipList payslips=items/> }.into_any()
        };
        view! {
            {list}
            <PageTurner listing next_cursor/>
        }
    };
    view! {
        <div class="stack">
            <h1 tabindex="-1">{locale.say(|t| t.payslips_title())}</h1>
            <SearchField
                listing
                label=Signal::derive(locale.say(|t| t.search_payslips()))
                hint=Signal::derive(locale.say(|t| t.search_payslips_hint()))
                found
            />
            <YearChoice asked years/>
            <Loaded loader=payslips view=list/>
            {part(move || (!is_search.get()).then(|| view! { <PayslipPlot series asked/> }))}
        </div>
    }
}

/// Links, so that each year has its own address, which a reload or a bookmark finds again.
#[component]
fn YearChoice(asked: Signal<PayslipsAddress>, years: Memo<Vec<i16>>) -> impl IntoView {
    let locale = use_agent_locale();
    let path = Route::Space(SpaceRoute::Payslips).href();
    let link = move |year: Option<i16>| {
        let path = path.clone();
        let href = text(move || {
            PayslipsAddress {
                year,
                ..asked.get()
            }
            .href(&path)
        });
        let current = move || (asked.get().year == year).then_some("true");
        let words = move || match year {
            Some(year) => year.to_string(),
            None => locale.texts().all_years().to_owned(),
        };
        view! { <li><a class="year-choice__link" href=href aria-current=current>{text(words)}</a></li> }
            .into_any()
    };
    part(move || {
        let years = years.get();
        (!years.is_empty()).then(|| {
            let choices = std::iter::once(None).chain(years.into_iter().map(Some));
            let links: Vec<AnyView> = choices.map(&link).collect();
            view! {
                <nav class="year-choice" aria-label=locale.say(|t| t.year_label())>
                    <ul class="year-choice__list">{links}</ul>
                </nav>
            }
        })
    })
}

/// Why nothing is listed; after a search that found nothing, with the way back to all.
#[component]
fn NoPayslips(year: Option<i16>, listing: Listing) -> impl IntoView {
    let locale = use_agent_locale();
    let searched = untrack(|| listing.words());
    let is_search = !searched.is_empty();
    let words = move || {
        let (t, year) = (locale.texts(), year.map(|year| year.to_string()));
        match year {
            _ if is_search => t.no_payslips_matching(&searched, year.as_deref()),
            Some(year) => t.no_payslips_year(&year),
            None => t.no_payslips_text().to_owned(),
        }
    };
    let clear = move |_| {
        listing.clear();
        // The button goes away.
        focus::focus_soon("main h1");
    };
    view! {
        <div class="empty">
            <p>{text(words)}</p>
            {is_search.then(|| view! {
                <button class="button" type="button" on:click=clear>{locale.say(|t| t.clear_search())}</button>
            })}
        </div>
    }
}
