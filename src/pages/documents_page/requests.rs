//! The tab of the certificates: asking for one, and those that were asked for.

use super::requesting::{Requesting, draft_of_request, sending_of_request, use_requesting};
use crate::api;
use crate::components::document_request_form::DocumentRequestForm;
use crate::components::document_request_list::document_request_list;
use crate::components::document_request_receipt::request_receipt;
use crate::components::dynamic::part;
use crate::components::loaded::Loaded;
use crate::contract::documents::{DocumentRequestKind, DocumentRequests};
use crate::state::load::{Load, Loader, use_load};
use crate::state::locale::use_agent_locale;
use leptos::prelude::*;

/// Loads what was asked for and can be, and reads it again after each request.
#[component]
pub fn RequestsTab() -> impl IntoView {
    let sending = sending_of_request();
    let deeds = Memo::new(move |_| sending.with(|sending| sending.deeds));
    let requests = use_load(move |client| {
        // Read, not only tracked: a memo that nobody has read follows nothing.
        let _ = deeds.get();
        async move { api::documents::requests(&client).await }
    });
    let requesting = use_requesting(requests);
    view! { <RequestsView requests requesting/> }
}

/// The receipt of the last request, the form, and the list.
#[component]
pub fn RequestsView(
    /// What was asked for and can be.
    requests: Loader<DocumentRequests>,
    /// Asking for one.
    requesting: Requesting,
) -> impl IntoView {
    let locale = use_agent_locale();
    let Requesting {
        send,
        sending,
        failure,
    } = requesting;
    let busy = Memo::new(move |_| sending.with(|sending| sending.under_way.is_some()));
    let recorded = Memo::new(move |_| sending.with(|sending| sending.recorded.clone()));
    let draft = draft_of_request();
    let receipt = part(move || {
        recorded
            .get()
            .map(|recorded| request_receipt(&recorded, locale))
    });
    // The form stays as it is while the list is read again.
    let kinds = Memo::new(move |before: Option<&Option<Vec<DocumentRequestKind>>>| {
        requests.load.with(|load| match load {
            Load::Loaded(requests) => Some(requests.kinds.clone()),
            _ => before.cloned().flatten(),
        })
    });
    let form = part(move || {
        kinds.get().map(|kinds| {
            if kinds.is_empty() {
                view! { <p class="empty">{locale.say(|t| t.nothing_to_ask_for())}</p> }.into_any()
            } else {
                view! { <DocumentRequestForm kinds draft busy failure send/> }.into_any()
            }
        })
    });
    let list = move |requests: DocumentRequests| {
        if requests.items.is_empty() {
            view! { <p class="empty">{locale.texts().no_requests()}</p> }.into_any()
        } else {
            document_request_list(&requests.items, locale)
        }
    };
    view! {
        <div class="requests__receipt">{receipt}</div>
        {form}
        <section class="requests" aria-labelledby="requests">
            <h2 id="requests" tabindex="-1">{locale.say(|t| t.my_requests())}</h2>
            <Loaded loader=requests view=list/>
        </section>
    }
}
