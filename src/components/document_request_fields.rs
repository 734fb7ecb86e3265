//! The fields of asking for a certificate: the kinds as a choice of one, and a note; knows no call.

use super::document_request_failure::RequestFailure;
use super::document_request_form::DocumentRequestDraft;
use super::dynamic::{part, text};
use crate::contract::documents::{DocumentRequestKind, LONGEST_NOTE};
use crate::rules::display_label::display_label;
use crate::rules::document_request::InvalidDocumentRequest;
use crate::state::locale::AgentLocale;
use leptos::prelude::*;

/// The id of the first kind, to which an error leads.
pub const KIND: &str = "request-kind";

/// The id of the note.
pub const NOTE: &str = "request-note";

/// From so many characters left on, they are counted: before, the number would only distract.
const COUNTED_FROM: usize = 200;

/// What can be asked for, each with what it is good for; the first has the id [`KIND`].
pub fn kind_choice(
    kinds: Vec<DocumentRequestKind>,
    draft: RwSignal<DocumentRequestDraft>,
    busy: Memo<bool>,
    failure: RwSignal<Option<RequestFailure>>,
    locale: AgentLocale,
) -> AnyView {
    let wrong = Memo::new(move |_| {
        let is_chosen = draft.with(|draft| !draft.kind.is_empty());
        failure.with(|failure| match failure {
            Some(RequestFailure::Incomplete(wrong))
                if wrong.contains(&InvalidDocumentRequest::NoKind) && !is_chosen =>
            {
                Some(
                    locale
                        .texts()
                        .invalid_request(InvalidDocumentRequest::NoKind),
                )
            }
            Some(failure) if failure.refuses("kind") => {
                Some(locale.texts().kind_no_longer_offered())
            }
            _ => None,
        })
    });
    let error = part(move || {
        wrong
            .get()
            .map(|why| view! { <p class="field__error" id=format!("{KIND}-error")>{why}</p> })
    });
    let choices: Vec<AnyView> = kinds
        .into_iter()
        .enumerate()
        .map(|(index, kind)| kind_option(index, kind, draft, busy, locale))
        .collect();
    view! {
        <fieldset
            class="document-request__kinds field"
            data-invalid=move || wrong.get().is_some().then_some("")
            aria-describedby=move || wrong.get().is_some().then(|| format!("{KIND}-error"))
        >
            <legend class="field__label">{locale.say(|t| t.which_certificate())}</legend>
            <div role="status">{error}</div>
            {choices}
        </fieldset>
    }
    .into_any()
}

fn kind_option(
    index: usize,
    kind: DocumentRequestKind,
    draft: RwSignal<DocumentRequestDraft>,
    busy: Memo<bool>,
    locale: AgentLocale,
) -> AnyView {
    let DocumentRequestKind {
        id: value,
        label,
        description,
        working_days,
    } = kind;
    let id = if index == 0 {
        KIND.to_owned()
    } else {
        format!("{KIND}-{index}")
    };
    let (about, named_by) = (format!("{id}-about"), id.clone());
    let (of, chosen, described_by) = (value.clone(), value.clone(), about.clone());
    let choose = move |_| {
        // What is on its way is not changed.
        if !busy.get_untracked() {
            draft.update(|draft| draft.kind.clone_from(&chosen));
        }
    };
    let named = text(move || {
        let label = display_label(&locale.pick(&label));
        label.unwrap_or_else(|| locale.texts().document_title().to_owned())
    });
    let described = text(move || {
        let description = display_label(&locale.pick(&description)).unwrap_or_default();
        let delay = locale.texts().working_days(working_days);
        format!("{description} {delay}").trim_start().to_owned()
    });
    view! {
        <div class="document-request__kind">
            <label class="document-request__label" for=named_by>
                <input
                    class="document-request__radio"
                    type="radio"
                    name=KIND
                    id=id
                    value=value
                    required=true
                    aria-describedby=described_by
                    prop:checked=move || draft.with(|draft| draft.kind == of)
                    on:change=choose
                />
                <span>{named}</span>
            </label>
            <p class="document-request__about" id=about>{described}</p>
        </div>
    }
    .into_any()
}

/// What the agent adds, counted when it grows long and never cut.
pub fn note_field(
    draft: RwSignal<DocumentRequestDraft>,
    busy: Memo<bool>,
    failure: RwSignal<Option<RequestFailure>>,
    locale: AgentLocale,
) -> AnyView {
    let length = Memo::new(move |_| draft.with(|draft| draft.note.chars().count()));
    let wrong = Memo::new(move |_| {
        let is_refused = failure.with(|failure| {
            failure
                .as_ref()
                .is_some_and(|failure| failure.refuses("note"))
        });
        if length.get() > LONGEST_NOTE {
            Some(
                locale
                    .texts()
                    .invalid_request(InvalidDocumentRequest::NoteTooLong),
            )
        } else {
            is_refused.then(|| locale.texts().note_refused())
        }
    });
    let error = part(move || {
        wrong
            .get()
            .map(|why| view! { <p class="field__error" id=format!("{NOTE}-error")>{why}</p> })
    });
    let counted = move || {
        let (t, length) = (locale.texts(), length.get());
        match LONGEST_NOTE.checked_sub(length) {
            None => t.characters_over(length - LONGEST_NOTE),
            Some(left) if left <= COUNTED_FROM => t.characters_left(left),
            Some(_) => String::new(),
        }
    };
    let described_by = move || match wrong.get() {
        Some(_) => format!("{NOTE}-error {NOTE}-hint"),
        None => format!("{NOTE}-hint"),
    };
    view! {
        <div class="field" data-invalid=move || wrong.get().is_some().then_some("")>
            <label class="field__label" for=NOTE>{locale.say(|t| t.request_note())}</label>
            <p class="field__hint" id=format!("{NOTE}-hint")>{locale.say(|t| t.request_note_hint())}</p>
            <div role="status">{error}</div>
            <textarea
                class="field__input document-request__note"
                id=NOTE
                rows="4"
                autocomplete="off"
                aria-describedby=described_by
                aria-invalid=move || wrong.get().is_some().then_some("true")
                readonly=move || busy.get()
                prop:value=move || draft.with(|draft| draft.note.clone())
                on:input=move |event| draft.update(|draft| draft.note = event_target_value(&event))
            >{""}</textarea>
            <p class="field__note">{text(counted)}</p>
        </div>
    }
    .into_any()
}
