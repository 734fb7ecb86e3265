//! Whom the directory offers for what is typed; knows no call.

use super::dynamic::{part, text};
use super::mail_recipient_state::{Found, RecipientField, option_id};
use super::mail_writing_failure::id_of;
use crate::contract::mail::MailContact;
use crate::rules::display_label::display_label;
use crate::rules::mail_address_field::Recipient;
use crate::state::locale::AgentLocale;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// The list below a field.
#[derive(Clone, Copy, Debug)]
pub struct RecipientOptions {
    /// The field.
    pub of: RecipientField,
    /// Whom it offers.
    pub options: Memo<Vec<MailContact>>,
}

/// The list, closed while it offers nobody, and how many it offers, spoken when they come.
pub fn recipient_options(list: RecipientOptions, locale: AgentLocale) -> AnyView {
    let RecipientOptions { of, options } = list;
    let id = id_of(of.field);
    let items = part(move || {
        let options = options.get().into_iter().enumerate();
        options
            .map(|(at, contact)| option(of, at, contact, locale))
            .collect_view()
    });
    let is_closed = move || options.with(Vec::is_empty);
    let told = text(move || {
        let t = locale.texts();
        if of.state.typing.get() != Some(of.field) {
            return String::new();
        }
        of.found.with(|found| match found {
            Found::Nothing => String::new(),
            Found::People(people, _) if people.is_empty() => t.mail_directory_none().to_owned(),
            Found::People(people, more) => t.mail_directory_found(people.len(), *more),
            Found::Failed => t.mail_directory_failed().to_owned(),
        })
    });
    view! {
        <ul
            class="mail-recipient__options"
            id=format!("{id}-options")
            role="listbox"
            // What scrolls would else be a stop of the keyboard by itself.
            tabindex="-1"
            aria-label=locale.say(|t| t.mail_directory_label())
            hidden=is_closed
            // The line keeps the focus, and what is typed in it is not judged yet.
            on:mousedown=|event: MouseEvent| event.prevent_default()
        >{items}</ul>
        <p class="field__note" role="status">{told}</p>
    }
    .into_any()
}

fn option(of: RecipientField, at: usize, contact: MailContact, locale: AgentLocale) -> AnyView {
    let id = option_id(of.field, at);
    let is_active = move || of.active.get() == Some(at);
    let known = Recipient::known(&contact.person);
    let address = display_label(&known.address).unwrap_or_default();
    let service = display_label(&contact.service)
        .map(|service| view! { <bdi class="mail-recipient__service">{service}</bdi> });
    let mark = contact.person.external.then(|| {
        view! { <span class="mail-recipient__outside">{locale.texts().mail_external()}</span> }
    });
    let choose = move |_| of.choose(&contact);
    view! {
        <li
            class="mail-recipient__option"
            id=id
            role="option"
            aria-selected=move || if is_active() { "true" } else { "false" }
            on:click=choose
        >
            <span class="mail-recipient__name"><bdi>{known.label()}</bdi>{" "}{mark}</span>
            <span class="mail-recipient__about"><bdi>{address}</bdi>{" "}{service}</span>
        </li>
    }
    .into_any()
}
