//! The reference that support finds in the backend's log; knows no failure.

use super::dynamic::text;
use super::icon::Icon;
use crate::browser::document;
use crate::state::locale::use_locale;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A reference that can be read out or copied.
#[component]
pub fn TraceReference(
    /// The reference.
    trace_id: String,
) -> impl IntoView {
    let locale = use_locale();
    let copied = RwSignal::new(false);
    let reference = trace_id.clone();
    let copy = move |_| {
        let reference = reference.clone();
        spawn_local(async move { copied.set(document::copy(reference).await) });
    };
    let said = move || {
        let words = if copied.get() {
            locale.texts().copied()
        } else {
            ""
        };
        words.to_owned()
    };
    view! {
        <p class="trace-reference">
            {locale.say(|t| t.trace_label())}{" "}
            <code class="trace-reference__code">{trace_id}</code>
            <button class="button" data-variant="quiet" type="button" on:click=copy>
                <Icon name="copy"/>{locale.say(|t| t.copy_reference())}
            </button>
            <span role="status">{text(said)}</span>
        </p>
    }
}
