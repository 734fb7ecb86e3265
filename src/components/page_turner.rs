//! The way through a list that is longer than a page; knows neither what is listed nor a call.

use super::dynamic::text;
use crate::browser::focus;
use crate::state::listing::Listing;
use crate::state::locale::use_agent_locale;
use leptos::prelude::*;

/// Buttons to the pages before and after the one that stands here, with its number; a list that is being replaced turns no
/// more, so that a double click is one.
///
/// Nothing where there is one page only. The items of a page take the place of those before, so that a list never grows
/// the document; the focus goes to the page's heading, above them.
#[component]
pub fn PageTurner(
    /// Where somebody is in the list.
    listing: Listing,
    /// What leads to the next page, `None` on the last.
    next_cursor: Option<String>,
) -> impl IntoView {
    let locale = use_agent_locale();
    // That of the items that stand here: another one comes with its own.
    let number = untrack(|| listing.page_number());
    if number == 1 && next_cursor.is_none() {
        return ().into_any();
    }
    let place = listing.place();
    let here = place.clone();
    let back = (number > 1).then(|| {
        let turn = move |_| {
            if listing.is_at(&here) {
                listing.turn_back();
                focus::focus_soon("main h1");
            }
        };
        view! { <button class="button" type="button" on:click=turn>{locale.say(|t| t.previous_page())}</button> }
    });
    let next = next_cursor.map(|cursor| {
        let turn = move |_| {
            if listing.is_at(&place) {
                listing.turn_to_next(cursor.clone());
                focus::focus_soon("main h1");
            }
        };
        view! { <button class="button" type="button" on:click=turn>{locale.say(|t| t.next_page())}</button> }
    });
    view! {
        <nav class="page-turner" aria-label=locale.say(|t| t.pages_label())>
            {back}
            <p class="page-turner__number">{text(move || locale.texts().page_shown(number))}</p>
            {next}
        </nav>
    }
    .into_any()
}
