//! Asking for a certificate: the kinds, a note, and sending it; knows no call.

use super::document_request_failure::{RequestFailure, request_failure, returned};
use super::document_request_fields::{kind_choice, note_field};
use super::dynamic::part;
use super::spinner::Spinner;
use crate::contract::documents::{DocumentRequestKind, NewDocumentRequest};
use crate::state::locale::use_agent_locale;
pub use crate::state::once::LastTry;
use crate::state::slowly::slowly;
use leptos::prelude::*;

/// A request that is being written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocumentRequestDraft {
    /// The id of the kind that was chosen.
    pub kind: String,
    /// What the agent adds.
    pub note: String,
    /// The name of this wish, from its first try on: however often it is sent, it counts once.
    pub key: String,
    /// What was sent under that name.
    pub tried: Option<NewDocumentRequest>,
    /// How the last try ended.
    pub last_try: LastTry,
}

/// The heading, to move the focus to.
pub const REQUEST_HEADING: &str = "#request-heading";

/// The form, with what became of the last try.
#[component]
pub fn DocumentRequestForm(
    /// What can be asked for, at least one.
    kinds: Vec<DocumentRequestKind>,
    /// What is chosen and written.
    draft: RwSignal<DocumentRequestDraft>,
    /// True while it is on its way.
    busy: Memo<bool>,
    /// Why it was not taken, while this page stands.
    failure: RwSignal<Option<RequestFailure>>,
    /// Sends it.
    send: Callback<()>,
) -> impl IntoView {
    let locale = use_agent_locale();
    let slow = slowly(busy);
    let waits = move || busy.get().then_some("true");
    let told = part(move || match failure.get() {
        Some(why) => Some(request_failure(&why, send, locale)),
        None => returned(draft.with(|draft| draft.last_try), locale),
    });
    view! {
        <section class="document-request" aria-labelledby="request-heading">
            <h2 class="document-request__heading" id="request-heading" tabindex="-1">{locale.say(|t| t.ask_for_certificate())}</h2>
            <div class="document-request__told">{told}</div>
            <form class="document-request__form" novalidate=true on:submit=move |event| { event.prevent_default(); send.run(()); }>
                {kind_choice(kinds, draft, busy, failure, locale)}
                {note_field(draft, busy, failure, locale)}
                <p>
                    <button class="button" data-variant="primary" type="submit" aria-disabled=waits>{locale.say(|t| t.send_request())}</button>
                </p>
                {part(move || slow.get().then(|| view! { <Spinner label=Signal::derive(locale.say(|t| t.sending_request()))/> }))}
            </form>
        </section>
    }
}
