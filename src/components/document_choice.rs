//! Which documents to show and in which order, as links; knows no call.

use super::dynamic::part;
use crate::contract::documents::{DocumentCategory, DocumentSort};
use crate::i18n::texts::AgentTexts;
use crate::route::{SpaceRoute, document_requests_href, documents_href};
use crate::rules::display_label::display_label;
use crate::rules::document_filter::{DocumentFilter, DocumentTab, SORTS};
use crate::state::locale::use_agent_locale;
use leptos::prelude::*;

type Words = fn(&'static dyn AgentTexts) -> &'static str;

/// The documents and the certificates, each under its own address.
#[component]
pub fn DocumentTabs(
    /// The one shown.
    tab: Signal<DocumentTab>,
) -> impl IntoView {
    let locale = use_agent_locale();
    let link = |of: DocumentTab, href: String, words: Words| {
        let current = move || (tab.get() == of).then_some("page");
        view! { <li><a class="document-choice__tab" href=href aria-current=current>{locale.say(words)}</a></li> }
            .into_any()
    };
    view! {
        <nav class="document-choice__tabs" aria-label=locale.say(|t| t.documents_tabs())>
            <ul class="document-choice__list">
                {link(DocumentTab::List, SpaceRoute::Documents.href(), |t| t.my_documents())}
                {link(DocumentTab::Requests, document_requests_href(), |t| t.certificates())}
            </ul>
        </nav>
    }
}

/// Every category with how many documents it holds and how many are new; links, so that each has its own address.
#[component]
pub fn CategoryChoice(
    /// What the address asks for.
    filter: Signal<DocumentFilter>,
    /// Those that there are.
    categories: Signal<Vec<DocumentCategory>>,
) -> impl IntoView {
    let locale = use_agent_locale();
    let links = part(move || {
        let (t, filter, categories) = (locale.texts(), filter.get(), categories.get());
        let link = |id: Option<String>, label: String, count: u32, new: u32| {
            let current = (filter.category == id).then_some("true");
            let href = documents_href(&DocumentFilter {
                category: id,
                sort: filter.sort,
            });
            let badge = (new > 0)
                .then(|| view! { <span class="badge" aria-hidden="true">{new}</span> }.into_any());
            view! {
                <li><a class="year-choice__link" href=href data-noscroll="" aria-current=current>
                    <bdi>{label}</bdi>
                    <span class="document-choice__count" aria-hidden="true">{count}</span>
                    {badge}
                    <span class="visually-hidden">{format!(" ({})", t.category_holds(count, new))}</span>
                </a></li>
            }
            .into_any()
        };
        let sum = |of: fn(&DocumentCategory) -> u32| {
            categories
                .iter()
                .fold(0_u32, |sum, category| sum.saturating_add(of(category)))
        };
        let all = link(
            None,
            t.all_categories().to_owned(),
            sum(|it| it.count),
            sum(|it| it.new),
        );
        let mut links = vec![all];
        links.extend(categories.iter().map(|category| {
            let label = display_label(&locale.pick(&category.label));
            let label = label.unwrap_or_else(|| t.unnamed_category().to_owned());
            link(
                Some(category.id.clone()),
                label,
                category.count,
                category.new,
            )
        }));
        view! { <ul class="year-choice__list">{links}</ul> }
    });
    view! { <nav class="year-choice" aria-label=locale.say(|t| t.categories_label())>{links}</nav> }
}

/// The orders, as links.
#[component]
pub fn SortChoice(
    /// What the address asks for.
    filter: Signal<DocumentFilter>,
) -> impl IntoView {
    let locale = use_agent_locale();
    let links = part(move || {
        let (t, filter) = (locale.texts(), filter.get());
        let link = |sort: DocumentSort| {
            let current = (filter.sort == sort).then_some("true");
            let href = documents_href(&DocumentFilter {
                sort,
                ..filter.clone()
            });
            view! { <li><a class="document-choice__sort" href=href data-noscroll="" aria-current=current>{t.sort(sort)}</a></li> }
                .into_any()
        };
        let links: Vec<AnyView> = SORTS.into_iter().map(|(sort, _)| link(sort)).collect();
        view! { <ul class="document-choice__list">{links}</ul> }
    });
    view! {
        <nav class="document-choice__sorts" aria-label=locale.say(|t| t.sort_label())>
            <span class="document-choice__label" aria-hidden="true">{locale.say(|t| t.sort_label())}</span>
            {links}
        </nav>
    }
}
