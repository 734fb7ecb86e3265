//! Those whom a message goes to, each with a way to take them away; knows no call and no directory.

use super::dynamic::{part, text};
use super::mail_recipient_state::RecipientField;
use super::mail_writing_failure::id_of;
use crate::browser::focus;
use crate::rules::display_label::display_label;
use crate::rules::mail_address_field::Recipient;
use crate::rules::mail_sending::MailField;
use crate::state::locale::AgentLocale;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// Everybody who is chosen in a field; who is outside is marked in words.
pub fn recipient_list(of: RecipientField, locale: AgentLocale) -> AnyView {
    let RecipientField {
        field, state, said, ..
    } = of;
    let chosen = Memo::new(move |_| {
        state.settings.with(|settings| {
            let domains = settings
                .as_ref()
                .map(|settings| settings.domains.as_slice());
            state.writing.with(|writing| {
                let all = writing.field(field).chosen.iter();
                let marked = all.map(|it| (it.clone(), it.is_external(domains)));
                marked.collect::<Vec<(Recipient, bool)>>()
            })
        })
    });
    let list = part(move || {
        let items = chosen.get();
        (!items.is_empty()).then(|| {
            let label = locale.texts().mail_chosen(locale.texts().mail_field(field));
            let items = items.into_iter().enumerate();
            let items = items.map(|(at, (one, outside))| recipient(of, at, &one, outside, locale));
            view! { <ul class="mail-recipient__list" aria-label=label>{items.collect_view()}</ul> }
        })
    });
    view! {
        {list}
        <p class="visually-hidden" role="status">{text(move || said.get())}</p>
    }
    .into_any()
}

fn recipient(
    of: RecipientField,
    at: usize,
    one: &Recipient,
    outside: bool,
    locale: AgentLocale,
) -> AnyView {
    let t = locale.texts();
    let (label, address) = (one.label(), display_label(&one.address).unwrap_or_default());
    let shown_address =
        (label != address).then(|| view! { <bdi class="mail-recipient__address">{address}</bdi> });
    let mark =
        outside.then(|| view! { <span class="mail-recipient__outside">{t.mail_external()}</span> });
    let (id, named) = (
        format!("{}-remove-{at}", id_of(of.field)),
        format!(" {label}"),
    );
    let gone = StoredValue::new((one.address.clone(), label.clone()));
    let remove = move || remove(of, gone, locale);
    let press = move |event: KeyboardEvent| {
        if matches!(event.key().as_str(), "Backspace" | "Delete") {
            event.prevent_default();
            remove();
        }
    };
    view! {
        <li class="mail-recipient__one" data-outside=outside.then_some("")>
            <span class="mail-recipient__who"><bdi>{label}</bdi>{" "}{shown_address}{" "}{mark}</span>
            <button class="mail-recipient__remove" type="button" id=id on:click=move |_| remove() on:keydown=press>
                {t.mail_remove()}<span class="visually-hidden">{named}</span>
            </button>
        </li>
    }
    .into_any()
}

/// The button goes: the line has the focus.
fn remove(of: RecipientField, gone: StoredValue<(String, String)>, locale: AgentLocale) {
    let (address, label) = gone.get_value();
    focus::focus_id(id_of(of.field));
    of.change(|field| field.chosen.retain(|one| one.address != address));
    of.said.set(untrack(|| locale.texts().mail_removed(&label)));
}

/// The button that shows the fields of copies, and what all fields of recipients take.
pub fn recipient_hint(of: RecipientField, locale: AgentLocale) -> AnyView {
    let state = of.state;
    let is_shown = Memo::new(move |_| state.writing.with(|writing| writing.shows_copies));
    let show = move |_| {
        state.writing.update(|writing| writing.shows_copies = true);
        focus::focus_id_soon(id_of(MailField::Cc).to_owned());
    };
    let button = part(move || {
        (!is_shown.get()).then(|| {
            view! { <button class="button mail-recipient__copies" type="button" on:click=show>{locale.say(|t| t.mail_show_copies())}</button> }
        })
    });
    view! {
        <p class="field__hint" id="mail-recipient-hint">{locale.say(|t| t.mail_recipient_hint())}</p>
        {button}
    }
    .into_any()
}
