//! The other language, one press away; knows no page.

use super::icon::Icon;
use crate::state::locale::use_locale;
use leptos::prelude::*;

/// A button that names the other language in that language; switching loses nothing that was typed.
#[component]
pub fn LanguageSwitch() -> impl IntoView {
    let locale = use_locale();
    view! {
        <button
            class="button language-switch"
            data-variant="quiet"
            type="button"
            lang=move || locale.get().other().tag()
            on:click=move |_| locale.switch()
        >
            <Icon name="languages"/>
            {locale.say(|t| t.other_language())}
        </button>
    }
}
