//! `/space/payslips`: the agent's payslips, by year; the year is in the query string.

use crate::api;
use crate::components::dynamic::text;
use crate::components::loaded::Loaded;
use crate::components::payslip_list::PayslipList;
use crate::contract::payslips::Payslips;
use crate::route::{Route, SpaceRoute};
use crate::state::load::{Loader, use_load};
use crate::state::locale::use_locale;
use crate::state::location::use_query;
use leptos::prelude::*;

/// Loads the year that the address asks for; a year that is none asks for all.
#[component]
pub fn PayslipsPage() -> impl IntoView {
    let year = use_query("year");
    let year = Memo::new(move |_| year.get().and_then(|year| year.parse::<i16>().ok()));
    // How many pages are shown, and of which year: another year begins with one, without a second request.
    let shown = RwSignal::new((None, 1_usize));
    let pages = move || match shown.get() {
        (of, pages) if of == year.get() => pages,
        _ => 1,
    };
    let payslips = use_load(move |client| {
        let (year, pages) = (year.get(), pages());
        async move {
            let mut all = api::payslips::list(&client, year, None).await?;
            for _ in 1..pages {
                let Some(cursor) = all.next_cursor.take() else {
                    break;
                };
                let next = api::payslips::list(&client, year, Some(&cursor)).await?;
                all.items.extend(next.items);
                all.next_cursor = next.next_cursor;
            }
            Ok(all)
        }
    });
    let more = Callback::new(move |()| shown.set((year.get_untracked(), untrack(pages) + 1)));
    view! { <PayslipsView year payslips more/> }
}

/// The years to choose from and the list.
#[component]
pub fn PayslipsView(
    /// The year chosen, `None` for all.
    #[prop(into)]
    year: Signal<Option<i16>>,
    /// The payslips.
    payslips: Loader<Payslips>,
    /// Asks for older ones.
    more: Callback<()>,
) -> impl IntoView {
    let locale = use_locale();
    let list = move |payslips: Payslips| {
        let Payslips {
            items,
            years,
            next_cursor,
        } = payslips;
        let empty = items.is_empty();
        view! {
            <YearChoice year years/>
            {if empty { view! { <NoPayslips year/> }.into_any() } else { view! { <PayslipList payslips=items/> }.into_any() }}
            {next_cursor.is_some().then(|| view! {
                <p><button class="button" type="button" on:click=move |_| more.run(())>{locale.say(|t| t.more_payslips())}</button></p>
            })}
        }
    };
    view! {
        <div class="stack">
            <h1 tabindex="-1">{locale.say(|t| t.payslips_title())}</h1>
            <Loaded loader=payslips view=list/>
        </div>
    }
}

/// Links, so that each year has its own address, which a reload or a bookmark finds again.
#[component]
fn YearChoice(year: Signal<Option<i16>>, years: Vec<i16>) -> impl IntoView {
    let locale = use_locale();
    let all = Route::Space(SpaceRoute::Payslips).href();
    let current = move |choice: Option<i16>| (year.get() == choice).then_some("true");
    let links = years
        .into_iter()
        .map(|choice| {
            let href = format!("{all}?year={choice}");
            view! { <li><a class="year-choice__link" href=href aria-current=move || current(Some(choice))>{choice.to_string()}</a></li> }
        })
        .collect_view();
    view! {
        <nav class="year-choice" aria-label=locale.say(|t| t.year_label())>
            <ul class="year-choice__list">
                <li><a class="year-choice__link" href=all aria-current=move || current(None)>{locale.say(|t| t.all_years())}</a></li>
                {links}
            </ul>
        </nav>
    }
}

#[component]
fn NoPayslips(year: Signal<Option<i16>>) -> impl IntoView {
    let locale = use_locale();
    let words = move || match year.get() {
        Some(year) => locale.texts().no_payslips_year(&year.to_string()),
        None => locale.texts().no_payslips_text().to_owned(),
    };
    view! { <p class="empty">{text(words)}</p> }
}
