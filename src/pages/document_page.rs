//! `/space/documents/{id}`: one document: what is known of it, the way to take it away, and the file where it can be shown.

use crate::api;
use crate::api::files::FileOrder;
use crate::components::document_list::{category_name, document_label};
use crate::components::document_preview::DocumentPreview;
use crate::components::dynamic::{part, text};
use crate::components::icon::Icon;
use crate::components::loaded::Loaded;
use crate::components::take_away::TakeAway;
use crate::contract::documents::{Document, DocumentAction, DocumentCategory, Documents, Purpose};
use crate::contract::endpoint;
use crate::i18n::dates::long_date;
use crate::i18n::file_words::kind_and_size;
use crate::route::{Route, SpaceRoute};
use crate::rules::display_label::display_label;
use crate::rules::document_filter::DocumentFilter;
use crate::rules::file_name::FileStem;
use crate::state::document_preview::{Preview, provide_preview_choice, use_preview};
use crate::state::load::{Load, Loader, use_load};
use crate::state::locale::{AgentLocale, use_agent_locale};
use crate::state::portal::use_client;
use crate::state::take_away::Takeable;
use leptos::prelude::*;

/// Loads the document, and the names of the categories.
#[component]
pub fn DocumentPage(
    /// Its id, from the address.
    id: String,
) -> impl IntoView {
    provide_preview_choice();
    let document = use_load(move |client| {
        let id = id.clone();
        async move { api::documents::get(&client, &id).await }
    });
    let documents = use_load(|client| async move {
        api::documents::list(&client, &DocumentFilter::default(), "", None).await
    });
    view! { <DocumentView document documents preview=use_preview/> }
}

/// How a file is looked at before it is shown.
pub type Look = fn(FileOrder, bool) -> Preview;

/// The document, or why it can't be shown, under the way back.
#[component]
pub fn DocumentView(
    /// The document.
    document: Loader<Document>,
    /// The first page of them all, for the names of the categories.
    documents: Loader<Documents>,
    /// Looks at its file.
    preview: Look,
) -> impl IntoView {
    let locale = use_agent_locale();
    let title = text(move || {
        document.load.with(|load| match load {
            Load::Loaded(document) => document_label(&document.summary.title, locale),
            _ => locale.texts().document_title().to_owned(),
        })
    });
    // Its own language, and no mark of it turns the words around.
    let language = move || {
        document
            .load
            .with(|load| matches!(load, Load::Loaded(_)).then_some("fr"))
    };
    let sheet = move |document: Document| sheet(document, documents, title, preview, locale);
    view! {
        <div class="stack">
            <p class="back-link"><a href=Route::Space(SpaceRoute::Documents).href()><Icon name="arrow-left"/>{locale.say(|t| t.all_documents())}</a></p>
            <h1 tabindex="-1"><bdi lang=language>{title}</bdi></h1>
            <Loaded loader=document view=sheet/>
        </div>
    }
}

fn sheet(
    document: Document,
    documents: Loader<Documents>,
    title: Signal<String>,
    preview: Look,
    locale: AgentLocale,
) -> AnyView {
    let summary = &document.summary;
    let order = FileOrder {
        path: endpoint::document_content(&summary.id),
        media_type: summary.media_type.clone(),
        size: Some(summary.size),
    };
    let takeable = Takeable {
        order: order.clone(),
        stem: FileStem::Document(summary.issued_on),
    };
    let may = |action| document.actions.contains(&action);
    let is_download_allowed = may(DocumentAction::Download);
    let href = use_client().url(&endpoint::file(&order.path, Purpose::View));
    let preview = preview(order, may(DocumentAction::View));
    let categories = Memo::new(move |_| {
        documents.load.with(|load| match load {
            Load::Loaded(documents) => documents.categories.clone(),
            _ => Vec::new(),
        })
    });
    view! {
        <div class="document">
            {part(move || categories.with(|categories| facts(&document, categories, locale)))}
            <TakeAway takeable allowed=is_download_allowed/>
            <DocumentPreview preview title href is_download_allowed/>
        </div>
    }
    .into_any()
}

/// What is empty or not known has no row.
fn facts(document: &Document, categories: &[DocumentCategory], locale: AgentLocale) -> AnyView {
    let (t, language) = (locale.texts(), locale.get());
    let summary = &document.summary;
    let category = (!categories.is_empty())
        .then(|| (category_name(&summary.category, categories, locale), None));
    let rows = [
        (t.category_label(), category),
        (
            t.issued_label(),
            Some((long_date(summary.issued_on, language), None)),
        ),
        (
            t.issuer_label(),
            display_label(&document.issuer).map(|issuer| (issuer, Some("fr"))),
        ),
        (
            t.file_label(),
            Some((
                kind_and_size(&summary.media_type, Some(summary.size), language),
                None,
            )),
        ),
    ];
    let rows: Vec<AnyView> = rows
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
        .map(|(name, (value, language))| {
            view! { <div class="facts__row"><dt>{name}</dt><dd><bdi lang=language>{value}</bdi></dd></div> }.into_any()
        })
        .collect();
    view! { <dl class="facts">{rows}</dl> }.into_any()
}
