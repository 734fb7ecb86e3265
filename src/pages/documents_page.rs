//! `/space/documents`: HR documents by category, searched and sorted, and the certificates that are asked for; the tab, the category and the order are in the query string, a search never is.

use crate::components::document_choice::DocumentTabs;
use crate::components::dynamic::part;
use crate::rules::document_filter::{
    DocumentFilter, DocumentTab, category_named, sort_named, tab_named,
};
use crate::state::locale::use_agent_locale;
use crate::state::location::use_query;
use leptos::prelude::*;

pub mod attempt;
pub mod list;
pub mod requesting;
pub mod requests;

use list::ListTab;
use requests::RequestsTab;

/// Shows the tab that the address names.
#[component]
pub fn DocumentsPage() -> impl IntoView {
    let [tab, category, sort] = ["tab", "category", "sort"].map(use_query);
    let tab = Memo::new(move |_| tab.with(|tab| tab_named(tab.as_deref().unwrap_or_default())));
    let filter = Memo::new(move |_| DocumentFilter {
        category: category.get().and_then(|name| category_named(&name)),
        sort: sort_named(&sort.get().unwrap_or_default()),
    });
    let shown = part(move || match tab.get() {
        DocumentTab::List => view! { <ListTab filter=filter.into()/> }.into_any(),
        DocumentTab::Requests => view! { <RequestsTab/> }.into_any(),
    });
    view! { <DocumentsFrame tab=tab.into()>{shown}</DocumentsFrame> }
}

/// The heading and the tabs, above the one that is shown.
#[component]
pub fn DocumentsFrame(
    /// The one shown.
    tab: Signal<DocumentTab>,
    /// What stands in it.
    children: Children,
) -> impl IntoView {
    let locale = use_agent_locale();
    view! {
        <div class="stack">
            <h1 tabindex="-1">{locale.say(|t| t.documents())}</h1>
            <p>{locale.say(|t| t.documents_lead())}</p>
            <DocumentTabs tab/>
            {children()}
        </div>
    }
}
