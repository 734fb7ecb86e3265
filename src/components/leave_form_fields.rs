//! The fields of asking for leave that are no dates: the kind, and a message; knows no call.

use super::dynamic::{part, text};
use super::leave_form::id_of;
use super::leave_form_state::LeaveFormState;
use crate::contract::leave::{AttachmentNeed, LONGEST_LEAVE_COMMENT, LeaveKind};
use crate::i18n::leave_words::days;
use crate::rules::display_label::display_label;
use crate::rules::leave_form::LeaveField;
use crate::state::locale::AgentLocale;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// From so many characters left on, they are counted: before, the number would only distract.
const COUNTED_FROM: usize = 200;

/// What is left of each kind of leave, in half-days, by its id; nothing of what has no balance.
pub type LeftByKind = BTreeMap<String, i64>;

/// What can be asked for, as a choice of one, each with what it is for and what is left of it.
pub fn kind_choice(state: LeaveFormState, left: Memo<LeftByKind>, locale: AgentLocale) -> AnyView {
    let id = id_of(LeaveField::Kind);
    let error = state.error(LeaveField::Kind);
    let is_wrong = move || error.with(Option::is_some);
    let wrong = part(move || {
        error
            .get()
            .map(|why| view! { <p class="field__error" id=format!("{id}-error")>{why}</p> })
    });
    let kinds = state.kinds.with_value(|kinds| kinds.items.clone());
    let choices: Vec<AnyView> = kinds
        .into_iter()
        .enumerate()
        .map(|(index, kind)| kind_option(index, kind, state, left, locale))
        .collect();
    view! {
        <fieldset
            class="leave-form__group field"
            data-invalid=move || is_wrong().then_some("")
            aria-describedby=move || is_wrong().then(|| format!("{id}-error"))
        >
            <legend class="field__label">{locale.say(|t| t.which_leave())}</legend>
            <div role="status">{wrong}</div>
            <div class="leave-form__kinds">{choices}</div>
        </fieldset>
    }
    .into_any()
}

/// A kind in a few words: its own name, or that it is leave.
#[must_use]
pub fn kind_name(kind: &LeaveKind, locale: AgentLocale) -> String {
    let label = display_label(&locale.pick(&kind.label));
    label.unwrap_or_else(|| locale.texts().unnamed_leave().to_owned())
}

fn kind_option(
    index: usize,
    kind: LeaveKind,
    state: LeaveFormState,
    left: Memo<LeftByKind>,
    locale: AgentLocale,
) -> AnyView {
    let LeaveFormState { draft, busy, .. } = state;
    let first = id_of(LeaveField::Kind);
    let id = match index {
        0 => first.to_owned(),
        index => format!("{first}-{index}"),
    };
    let (about, named_by) = (format!("{id}-about"), id.clone());
    let (of, chosen, described_by) = (kind.id.clone(), kind.id.clone(), about.clone());
    let is_chosen = Memo::new(move |_| draft.with(|draft| draft.kind == of));
    let choose = move |_| draft.update(|draft| draft.kind.clone_from(&chosen));
    let name = kind.clone();
    let named = text(move || kind_name(&name, locale));
    let value = kind.id.clone();
    let described = text(move || about_kind(&kind, left, locale));
    view! {
        <div class="leave-form__kind">
            <label class="leave-form__choice" for=named_by>
                <input
                    class="leave-form__radio"
                    type="radio"
                    name=first
                    id=id
                    value=value
                    required=true
                    aria-describedby=described_by
                    aria-disabled=move || busy.get().then_some("true")
                    prop:checked=is_chosen
                    on:click=move |event| state.hold(&event)
                    on:change=choose
                />
                <bdi>{named}</bdi>
            </label>
            <p class="leave-form__about" id=about>{described}</p>
        </div>
    }
    .into_any()
}

fn about_kind(kind: &LeaveKind, left: Memo<LeftByKind>, locale: AgentLocale) -> String {
    let (t, language) = (locale.texts(), locale.get());
    let description = kind
        .description
        .as_ref()
        .and_then(|description| display_label(&locale.pick(description)));
    let left = left.with(|left| left.get(&kind.id).copied());
    let attachment = match kind.attachment {
        AttachmentNeed::Required => Some(t.attachment_wanted(true)),
        AttachmentNeed::Optional | AttachmentNeed::Unknown => Some(t.attachment_wanted(false)),
        AttachmentNeed::None => None,
    };
    let said = [
        left.map(|left| t.left_of_leave(&days(left, language))),
        description,
        attachment.map(str::to_owned),
    ];
    let said: Vec<String> = said.into_iter().flatten().collect();
    said.join(" ")
}

/// What the agent adds, counted when it grows long and never cut.
pub fn comment_field(state: LeaveFormState, locale: AgentLocale) -> AnyView {
    let LeaveFormState { draft, busy, .. } = state;
    let id = id_of(LeaveField::Comment);
    let error = state.error(LeaveField::Comment);
    let is_wrong = move || error.with(Option::is_some);
    let comment = Memo::new(move |_| draft.with(|draft| draft.comment.clone()));
    let length = Memo::new(move |_| comment.with(|comment| comment.trim().chars().count()));
    let wrong = part(move || {
        error
            .get()
            .map(|why| view! { <p class="field__error" id=format!("{id}-error")>{why}</p> })
    });
    let counted = move || {
        let (t, length) = (locale.texts(), length.get());
        match LONGEST_LEAVE_COMMENT.checked_sub(length) {
            None => t.characters_over(length - LONGEST_LEAVE_COMMENT),
            Some(left) if left <= COUNTED_FROM => t.characters_left(left),
            Some(_) => String::new(),
        }
    };
    let described_by = move || {
        let error = if is_wrong() {
            format!("{id}-error ")
        } else {
            String::new()
        };
        format!("{error}{id}-hint")
    };
    view! {
        <div class="field" data-invalid=move || is_wrong().then_some("")>
            <label class="field__label" for=id>{locale.say(|t| t.leave_comment())}</label>
            <p class="field__hint" id=format!("{id}-hint")>{locale.say(|t| t.leave_comment_hint())}</p>
            <div role="status">{wrong}</div>
            <textarea
                class="field__input leave-form__comment"
                id=id
                rows="3"
                autocomplete="off"
                aria-describedby=described_by
                aria-invalid=move || is_wrong().then_some("true")
                readonly=move || busy.get()
                prop:value=comment
                on:input=move |event| draft.update(|draft| draft.comment = event_target_value(&event))
            >{""}</textarea>
            <p class="field__note">{text(counted)}</p>
        </div>
    }
    .into_any()
}
