//! What is shown when config.json can't be used: no setting is there, so no portal is asked.

use crate::browser::document;
use crate::components::dynamic::text;
use crate::components::icon::Icon;
use crate::i18n::locale::Locale;
use crate::i18n::texts::Texts;
use crate::rules::config_check::InvalidConfig;
use crate::state::locale::{provide_locale, use_locale};
use leptos::prelude::*;

/// The reason in words, for support, and one next step.
#[component]
pub fn ConfigProblemPage(
    /// Why the settings can't be used.
    reason: InvalidConfig,
    /// The language of the page.
    locale: Locale,
) -> impl IntoView {
    provide_locale(locale);
    let locale = use_locale();
    Effect::new(move |_| document::set_title(locale.texts().config_title()));
    view! {
        <main class="page" id="content">
            <div class="stack">
                <h1 tabindex="-1">{locale.say(|t| t.config_title())}</h1>
                <p>{locale.say(|t| t.config_text())}</p>
                <p><code>{text(move || words(&reason, locale.texts()))}</code></p>
                <p>
                    <button class="button" type="button" on:click=move |_| document::reload()>
                        <Icon name="refresh"/>{locale.say(|t| t.reload_page())}
                    </button>
                </p>
            </div>
        </main>
    }
}

fn words(reason: &InvalidConfig, t: &dyn Texts) -> String {
    match reason {
        InvalidConfig::Missing => t.config_missing().to_owned(),
        InvalidConfig::Unreadable(detail) => t.config_unreadable(detail),
        InvalidConfig::ApiBase(value) => t.config_api_base(value),
        InvalidConfig::ThemeColour(name) => t.config_theme(name),
    }
}
