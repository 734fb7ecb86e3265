//! The tab of the documents: one page of them at a time, and what is known of their categories.

use crate::api;
use crate::components::document_choice::{CategoryChoice, SortChoice};
use crate::components::document_list::document_list;
use crate::components::dynamic::text;
use crate::components::loaded::Loaded;
use crate::components::page_turner::PageTurner;
use crate::components::search_field::SearchField;
use crate::contract::documents::Documents;
use crate::route::documents_href;
use crate::rules::display_label::display_label;
use crate::rules::document_filter::DocumentFilter;
use crate::state::listing::{Listing, use_listing};
use crate::state::load::{Load, Loader, use_load};
use crate::state::locale::{AgentLocale, use_agent_locale};
use leptos::prelude::*;

/// Loads the page that the address and the search ask for.
#[component]
pub fn ListTab(
    /// What the address asks for.
    filter: Signal<DocumentFilter>,
) -> impl IntoView {
    let listing = use_listing("documents");
    let documents = use_load(move |client| {
        let filter = filter.get();
        listing.show_pages_of(&filter.query());
        let (words, cursor) = (listing.words(), listing.cursor());
        async move {
            let answer = api::documents::list(&client, &filter, &words, cursor.as_deref()).await;
            if let (Err(error), Some(_)) = (&answer, &cursor) {
                listing.was_refused(error);
            }
            answer
        }
    });
    view! { <DocumentListView filter listing documents/> }
}

/// The search, what to choose from, and the documents.
#[component]
pub fn DocumentListView(
    /// What the address asks for.
    filter: Signal<DocumentFilter>,
    /// What is searched for, and the page.
    listing: Listing,
    /// The documents.
    documents: Loader<Documents>,
) -> impl IntoView {
    let locale = use_agent_locale();
    // They stay while another page is on its way.
    let categories = Memo::new(move |before: Option<&Vec<_>>| {
        documents.load.with(|load| match load {
            Load::Loaded(documents) => documents.categories.clone(),
            _ => before.cloned().unwrap_or_default(),
        })
    });
    let found = text(move || {
        let words = display_label(&untrack(|| listing.words()));
        documents.load.with(|load| match (load, &words) {
            (Load::Loaded(documents), Some(words)) => {
                let goes_on = documents.next_cursor.is_some();
                let found = documents.items.len();
                locale.texts().documents_found(found, goes_on, words)
            }
            _ => String::new(),
        })
    });
    let list = move |documents: Documents| {
        let Documents {
            items,
            categories,
            next_cursor,
        } = documents;
        let list = if items.is_empty() {
            empty(&filter.get_untracked(), listing, locale)
        } else {
            document_list(&items, &categories, locale)
        };
        view! {
            {list}
            <PageTurner listing next_cursor/>
        }
    };
    view! {
        <SearchField
            listing
            label=Signal::derive(locale.say(|t| t.search_documents()))
            hint=Signal::derive(locale.say(|t| t.search_documents_hint()))
            found
        />
        <CategoryChoice filter categories=categories.into()/>
        <SortChoice filter/>
        <Loaded loader=documents view=list/>
    }
}

/// Says what was left out, with the way to what there is.
fn empty(filter: &DocumentFilter, listing: Listing, locale: AgentLocale) -> AnyView {
    let t = locale.texts();
    let is_search = untrack(|| !listing.words().is_empty());
    let words = match (is_search, &filter.category) {
        (true, _) => t.no_documents_found(),
        (false, Some(_)) => t.no_documents_in_category(),
        (false, None) => t.no_documents(),
    };
    let all = filter.category.is_some().then(|| {
        let href = documents_href(&DocumentFilter {
            category: None,
            sort: filter.sort,
        });
        view! { <a href=href data-noscroll="">{t.show_all_documents()}</a> }
    });
    view! { <p class="empty">{words}{" "}{all}</p> }.into_any()
}
