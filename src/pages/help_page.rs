//! `/help`: what helps when signing in does not work, one section a cause; complete without any answer of the portal.

mod help_section;
mod portal_facts;

use crate::browser::{document, focus};
use crate::components::dynamic::part;
use crate::components::icon::Icon;
use crate::i18n::help_texts::HelpTheme;
use crate::i18n::texts::Texts;
use crate::route::Route;
use crate::state::locale::use_locale;
use crate::state::location::use_anchor;
use help_section::help_section;
use leptos::prelude::*;
pub use portal_facts::{HelpAddresses, HelpContacts};

/// The help, opened at the section that the address names.
#[component]
pub fn HelpPage() -> impl IntoView {
    let (locale, anchor) = (use_locale(), use_anchor());
    Effect::new(move |_| {
        // Another language draws the sections anew: who came for one of them is led back to it.
        let _ = locale.get();
        let id = anchor.get();
        if !id.is_empty() {
            focus::show_heading_soon(id);
        }
    });
    view! {
        <div class="stack">
            <h1 tabindex="-1">{locale.say(|t| t.help_title())}</h1>
            {part(move || help(locale.texts()))}
        </div>
    }
}

/// The contents and every section, in one language.
fn help(t: &'static dyn Texts) -> impl IntoAny {
    let themes = t.help_themes();
    let sections = themes
        .iter()
        .flat_map(|theme| theme.sections)
        .map(|section| help_section(section, t))
        .collect_view();
    view! {
        <div class="stack">
            <p>{t.help_lead()}</p>
            <p class="help__actions">
                <a class="button" data-variant="primary" href=Route::Diagnostics.href()>{t.checkup_title()}</a>
                <button class="button" type="button" on:click=move |_| document::print()><Icon name="printer"/>{t.print()}</button>
            </p>
            <nav class="help__contents" aria-labelledby="help-contents">
                <h2 id="help-contents">{t.help_contents()}</h2>
                <ul class="help__themes">{themes.iter().map(theme_links).collect_view()}</ul>
            </nav>
            {sections}
        </div>
    }
}

fn theme_links(theme: &'static HelpTheme) -> impl IntoView {
    let links = theme.sections.iter().map(|section| {
        // The browser's own way to a section: the router would only scroll there.
        view! { <li><a class="help__link" href=format!("#{}", section.id) rel="external">{section.title}</a></li> }
    });
    view! {
        <li>
            <p class="help__theme">{theme.title}</p>
            <ul>{links.collect_view()}</ul>
        </li>
    }
}
