//! `/accessibility`: the declaration of accessibility; claims what the tests show, and no more.

use crate::browser::{document, focus};
use crate::components::dynamic::{part, text};
use crate::components::icon::Icon;
use crate::components::support_contacts::SupportContacts;
use crate::components::text_body::{TextPart, contents, page_parts};
use crate::i18n::dates::long_date;
use crate::i18n::legal_texts::DECLARED_ON;
use crate::i18n::texts::Texts;
use crate::state::locale::use_locale;
use crate::state::location::use_anchor;
use crate::state::portal::use_portal;
use leptos::prelude::*;

/// The declaration, the contacts and the way of appeal.
#[component]
pub fn AccessibilityPage() -> impl IntoView {
    let (locale, portal, anchor) = (use_locale(), use_portal(), use_anchor());
    Effect::new(move |_| {
        // Another language draws the sections anew: who came for one of them is led back to it.
        let _ = locale.get();
        let id = anchor.get();
        if !id.is_empty() {
            focus::show_heading_soon(id);
        }
    });
    let lead = move || {
        locale
            .texts()
            .accessibility_lead(&locale.pick(&portal.organisation()))
    };
    let date = move || {
        locale
            .texts()
            .accessibility_date(&long_date(DECLARED_ON, locale.get()))
    };
    view! {
        <div class="stack text-body">
            <h1 tabindex="-1">{locale.say(|t| t.accessibility_title())}</h1>
            <p>{text(lead)}</p>
            <p class="text-body__version">{text(date)}</p>
            <p class="text-body__actions">
                <button class="button" type="button" on:click=move |_| document::print()><Icon name="printer"/>{locale.say(|t| t.print())}</button>
            </p>
            {part(move || declaration(locale.texts()))}
        </div>
    }
}

fn declaration(t: &'static dyn Texts) -> impl IntoAny {
    let portal = use_portal();
    let mut parts: Vec<TextPart> = t
        .accessibility_sections()
        .iter()
        .map(TextPart::from)
        .collect();
    let contact = parts.len();
    parts.push(t.accessibility_contact().into());
    parts.push(t.accessibility_appeal().into());
    let mut sections = page_parts(&parts);
    // After the words that name them.
    let contacts = part(move || view! { <SupportContacts contacts=portal.support_contacts()/> });
    sections.insert(contact + 1, contacts.into_any());
    view! {
        <div class="stack">
            {contents(t.text_contents(), &parts)}
            {sections}
        </div>
    }
}
