//! An address that leads nowhere, and the way back.

use crate::components::icon::Icon;
use crate::state::locale::use_locale;
use leptos::prelude::*;

/// The words, and one link to `home`.
#[component]
pub fn NotFoundPage(
    /// Where the way back leads.
    home: String,
    /// What it is called.
    #[prop(into)]
    home_label: Signal<&'static str>,
) -> impl IntoView {
    let locale = use_locale();
    view! {
        <div class="stack">
            <h1 tabindex="-1">{locale.say(|t| t.not_found_title())}</h1>
            <p>{locale.say(|t| t.not_found_text())}</p>
            <p><a class="button" href=home><Icon name="arrow-left"/>{home_label}</a></p>
        </div>
    }
}
