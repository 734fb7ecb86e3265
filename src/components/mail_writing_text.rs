//! The subject and the text of a message; knows no call.

use super::dynamic::{part, text};
use super::mail_writing_failure::id_of;
use super::mail_writing_state::MailFormState;
use crate::contract::mail::{LONGEST_MAIL_SUBJECT, LONGEST_MAIL_TEXT};
use crate::rules::mail_sending::MailField;
use crate::state::locale::AgentLocale;
use leptos::prelude::*;

/// The subject, and the text in plain letters.
pub fn text_fields(state: MailFormState, locale: AgentLocale) -> AnyView {
    let MailFormState { writing, busy, .. } = state;
    let subject = Memo::new(move |_| writing.with(|writing| writing.subject.clone()));
    let body = Memo::new(move |_| writing.with(|writing| writing.text.clone()));
    let (subject_id, text_id) = (id_of(MailField::Subject), id_of(MailField::Text));
    let (subject_error, text_error) = (
        state.error(MailField::Subject),
        state.error(MailField::Text),
    );
    view! {
        <div class="field" data-invalid=move || subject_error.with(Option::is_some).then_some("")>
            {heading(MailField::Subject, subject_error, locale)}
            <input
                class="field__input"
                type="text"
                id=subject_id
                autocomplete="off"
                aria-describedby=move || described(subject_id, subject_error)
                aria-invalid=move || subject_error.with(Option::is_some).then_some("true")
                readonly=move || busy.get()
                prop:value=subject
                on:input=move |event| writing.update(|writing| writing.subject = event_target_value(&event))
            />
            {counted(subject, LONGEST_MAIL_SUBJECT, 50, locale)}
        </div>
        <div class="field" data-invalid=move || text_error.with(Option::is_some).then_some("")>
            {heading(MailField::Text, text_error, locale)}
            <textarea
                class="field__input mail-writing__text"
                id=text_id
                rows="14"
                autocomplete="off"
                aria-describedby=move || described(text_id, text_error)
                aria-invalid=move || text_error.with(Option::is_some).then_some("true")
                readonly=move || busy.get()
                prop:value=body
                on:input=move |event| writing.update(|writing| writing.text = event_target_value(&event))
            >{""}</textarea>
            {counted(body, LONGEST_MAIL_TEXT, 1000, locale)}
        </div>
    }
    .into_any()
}

fn heading(field: MailField, error: Memo<Option<String>>, locale: AgentLocale) -> AnyView {
    let id = id_of(field);
    let wrong = part(move || {
        let id = format!("{id}-error");
        error
            .get()
            .map(|why| view! { <p class="field__error" id=id>{why}</p> })
    });
    view! {
        <label class="field__label" for=id>{text(move || locale.texts().mail_field(field).to_owned())}</label>
        <div role="status">{wrong}</div>
    }
    .into_any()
}

fn described(id: &str, error: Memo<Option<String>>) -> Option<String> {
    error.with(Option::is_some).then(|| format!("{id}-error"))
}

/// Counted when it grows long and never cut.
fn counted(typed: Memo<String>, longest: usize, from: usize, locale: AgentLocale) -> AnyView {
    // Bytes are counted at once, letters only where it could matter.
    let length = Memo::new(move |_| {
        typed.with(|typed| {
            if typed.len() + from < longest {
                0
            } else {
                typed.trim().chars().count()
            }
        })
    });
    let told = text(move || {
        let (t, length) = (locale.texts(), length.get());
        match longest.checked_sub(length) {
            None => t.characters_over(length - longest),
            Some(left) if left <= from => t.characters_left(left),
            Some(_) => String::new(),
        }
    });
    view! { <p class="field__note">{told}</p> }.into_any()
}
