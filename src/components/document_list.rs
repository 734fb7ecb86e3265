//! Documents as a list of links; knows no call.

use crate::contract::documents::{DocumentCategory, DocumentSummary};
use crate::i18n::dates::long_date;
use crate::i18n::file_words::kind_and_size;
use crate::route::SpaceRoute;
use crate::rules::display_label::display_label;
use crate::state::locale::AgentLocale;
use leptos::prelude::*;

/// The documents in the order given; each title, as it may be shown, leads to its document.
pub fn document_list(
    documents: &[DocumentSummary],
    categories: &[DocumentCategory],
    locale: AgentLocale,
) -> AnyView {
    let rows: Vec<AnyView> = documents
        .iter()
        .map(|document| {
            document_row(
                document,
                category_name(&document.category, categories, locale),
                locale,
            )
        })
        .collect();
    view! { <ul class="document-list">{rows}</ul> }.into_any()
}

/// The title of a document, as it may be shown.
#[must_use]
pub fn document_label(title: &str, locale: AgentLocale) -> String {
    display_label(title).unwrap_or_else(|| locale.texts().document_title().to_owned())
}

/// The name of a category; one that is not listed has none of its own.
#[must_use]
pub fn category_name(id: &str, categories: &[DocumentCategory], locale: AgentLocale) -> String {
    categories
        .iter()
        .find(|category| category.id == id)
        .and_then(|category| display_label(&locale.pick(&category.label)))
        .unwrap_or_else(|| locale.texts().unnamed_category().to_owned())
}

fn document_row(document: &DocumentSummary, category: String, locale: AgentLocale) -> AnyView {
    let (t, language) = (locale.texts(), locale.get());
    let new = document
        .new
        .then(|| view! { <span class="badge">{t.new_mark()}</span> }.into_any());
    view! {
        <li class="document-list__row">
            <a class="document-list__link" href=SpaceRoute::Document(document.id.clone()).href()>
                <bdi lang="fr">{document_label(&document.title, locale)}</bdi>
            </a>
            {new}
            <span class="document-list__category"><bdi>{category}</bdi></span>
            <span class="document-list__date">{long_date(document.issued_on, language)}</span>
            <span class="document-list__file">{kind_and_size(&document.media_type, Some(document.size), language)}</span>
        </li>
    }
    .into_any()
}
