//! `/legal`, `/charter`, `/terms`, `/privacy`: the organisation's own texts, for anybody; knows no session.

use crate::api;
use crate::browser::{document, focus};
use crate::components::dynamic::{part, text};
use crate::components::icon::Icon;
use crate::components::loaded::Loaded;
use crate::components::notice::{Notice, NoticeVariant};
use crate::components::support_contacts::SupportContacts;
use crate::components::text_body::{TextPart, contents, page_part, page_parts};
use crate::contract::texts::Text;
use crate::i18n::dates::long_date;
use crate::route::TextName;
use crate::state::load::{Load, Loader, use_load};
use crate::state::locale::use_locale;
use crate::state::location::use_anchor;
use crate::state::portal::use_portal;
use leptos::prelude::*;

/// Loads the text, and opens it at the section that the address names.
#[component]
pub fn TextPage(
    /// Which.
    name: TextName,
) -> impl IntoView {
    let (locale, anchor) = (use_locale(), use_anchor());
    let loader =
        use_load(move |client| async move { api::texts::get(&client, name.as_str()).await });
    Effect::new(move |_| {
        // Another language draws the sections anew: who came for one of them is led back to it.
        let _ = locale.get();
        let id = anchor.get();
        let is_there = loader.load.with(|load| matches!(load, Load::Loaded(_)));
        if is_there && !id.is_empty() {
            focus::show_heading_soon(id);
        }
    });
    view! { <TextView name loader/> }
}

/// The text with its version, in each state of its coming.
#[component]
pub fn TextView(
    /// Which.
    name: TextName,
    /// The text; `None` when the organisation has published none.
    loader: Loader<Option<Text>>,
) -> impl IntoView {
    let locale = use_locale();
    let on_device = (name == TextName::Privacy).then(|| {
        part(move || {
            let part = TextPart::from(locale.texts().privacy_on_device());
            page_part(&part, "on-device".to_owned())
        })
    });
    view! {
        <div class="stack text-body">
            <h1 tabindex="-1">{text(move || locale.texts().text_title(name).to_owned())}</h1>
            <p class="text-body__actions">
                <button class="button" type="button" on:click=move |_| document::print()><Icon name="printer"/>{locale.say(|t| t.print())}</button>
            </p>
            {on_device}
            <Loaded loader view=shown/>
        </div>
    }
}

fn shown(text: Option<Text>) -> AnyView {
    match text {
        Some(text) => whole(text),
        None => view! { <Absent/> }.into_any(),
    }
}

fn whole(text: Text) -> AnyView {
    let locale = use_locale();
    let body = part(move || {
        let (locale, t) = (locale.get(), locale.texts());
        let parts: Vec<TextPart> = text
            .sections
            .iter()
            .map(|section| TextPart::of(section, locale))
            .collect();
        let since = long_date(text.published_on, locale);
        view! {
            <p class="text-body__version">{t.text_version(locale.pick(&text.title), &text.version, &since)}</p>
            {contents(t.text_contents(), &parts)}
            {page_parts(&parts)}
        }
    });
    view! { <div class="stack">{body}</div> }.into_any()
}

/// What is said where the organisation has published no such text, and whom to ask.
#[component]
fn Absent() -> impl IntoView {
    let (locale, portal) = (use_locale(), use_portal());
    let title = Signal::derive(move || locale.texts().text_absent_title().to_owned());
    view! {
        <div class="stack">
            <Notice variant=NoticeVariant::Information title><p>{locale.say(|t| t.text_absent())}</p></Notice>
            <h2>{locale.say(|t| t.contacts_heading())}</h2>
            {part(move || view! { <SupportContacts contacts=portal.support_contacts()/> })}
        </div>
    }
}
