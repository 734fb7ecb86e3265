//! The search of a list; knows neither what is searched nor a call.

use super::dynamic::part;
use crate::browser::focus;
use crate::rules::search_words::LONGEST_SEARCH;
use crate::state::listing::Listing;
use crate::state::locale::use_agent_locale;
use leptos::prelude::*;

const FIELD: &str = "list-search";

/// A labelled search field with a button that empties it, and a place for what was found, which is spoken when it comes.
/// What is typed is searched for after a rest, or at once when the form is sent; it never reaches the address.
#[component]
pub fn SearchField(
    /// Where somebody is in the list.
    listing: Listing,
    /// What is searched.
    #[prop(into)]
    label: Signal<&'static str>,
    /// What can be searched for.
    #[prop(into, optional)]
    hint: Option<Signal<&'static str>>,
    /// What was found, empty while nothing is searched for.
    #[prop(into)]
    found: Signal<String>,
) -> impl IntoView {
    let locale = use_agent_locale();
    let is_typed = Memo::new(move |_| listing.typed.with(|typed| !typed.is_empty()));
    let clear = move |_| {
        listing.clear();
        // The button goes away.
        focus::focus_id(FIELD);
    };
    let clear_button = part(move || {
        is_typed.get().then(|| {
            view! {
                <button class="button search-field__clear" type="button" on:click=clear>
                    {locale.say(|t| t.clear_search())}
                </button>
            }
        })
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        listing.search_now();
    };
    let hint =
        hint.map(|hint| view! { <p class="field__hint" id=format!("{FIELD}-hint")>{hint}</p> });
    let described_by = hint.is_some().then(|| format!("{FIELD}-hint"));
    view! {
        <form class="search-field field" role="search" on:submit=submit>
            <label class="field__label" for=FIELD>{label}</label>
            {hint}
            <div class="field__row">
                <input
                    class="field__input"
                    type="search"
                    id=FIELD
                    autocomplete="off"
                    autocapitalize="none"
                    spellcheck="false"
                    enterkeyhint="search"
                    maxlength=LONGEST_SEARCH.to_string()
                    aria-describedby=described_by
                    prop:value=listing.typed
                    on:input=move |event| listing.typed.set(event_target_value(&event))
                />
                {clear_button}
            </div>
            <p class="field__note" role="status">{found}</p>
        </form>
    }
}
