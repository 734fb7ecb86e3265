//! The file that is to stand with a request: chosen, checked, on its way, there; knows no call and sends no name.

use super::dynamic::{part, text};
use super::leave_attachment_file::attached_file;
use super::leave_form::{DraftFile, id_of};
use super::leave_form_state::LeaveFormState;
use crate::api::answer::ApiError;
use crate::browser::upload::{self, ChosenFile};
use crate::contract::leave::{AttachmentNeed, LeaveAttachmentRules, LeaveKind};
use crate::i18n::file_words::{bytes, kind};
use crate::rules::display_label::display_label;
use crate::rules::leave_attachment::InvalidAttachment;
use crate::rules::leave_form::LeaveField;
use crate::state::locale::AgentLocale;
use leptos::prelude::*;

/// How far a file is that is not there yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Attach {
    /// Nothing happens.
    #[default]
    Idle,
    /// So many bytes of it have gone.
    Sending(u64),
    /// What was chosen can't be attached.
    Invalid(InvalidAttachment),
    /// It did not arrive.
    Failed(ApiError),
    /// It was taken away.
    Removed,
}

/// What can be done with a file.
#[derive(Clone, Copy, Debug)]
pub struct Attaching {
    /// How far it is.
    pub state: RwSignal<Attach>,
    /// Takes a file that was chosen.
    pub choose: Callback<ChosenFile>,
    /// Sends it again.
    pub send: Callback<()>,
    /// Stops sending it.
    pub stop: Callback<()>,
    /// Takes it away.
    pub remove: Callback<()>,
}

/// Asks for a file where the kind that is chosen takes one.
pub fn attachment_field(
    state: LeaveFormState,
    attaching: Attaching,
    locale: AgentLocale,
) -> AnyView {
    let LeaveFormState { draft, kinds, .. } = state;
    let chosen = Memo::new(move |_| {
        let kind = draft.with(|draft| draft.kind.clone());
        kinds.with_value(|kinds| {
            let kind = kinds.items.iter().find(|offered| offered.id == kind);
            kind.filter(|kind| kind.attachment != AttachmentNeed::None)
                .cloned()
        })
    });
    let shown = part(move || {
        chosen
            .get()
            .map(|kind| field(kind, state, attaching, locale))
    });
    view! { <div class="leave-attachment">{shown}</div> }.into_any()
}

fn field(
    kind: LeaveKind,
    state: LeaveFormState,
    attaching: Attaching,
    locale: AgentLocale,
) -> AnyView {
    let id = id_of(LeaveField::File);
    let refused = state.error(LeaveField::File);
    let error = Memo::new(move |_| match attaching.state.get() {
        Attach::Invalid(why) => Some(locale.texts().invalid_attachment(why)),
        _ => refused.get(),
    });
    let is_wrong = move || error.with(Option::is_some);
    let wrong = part(move || {
        error
            .get()
            .map(|why| view! { <p class="field__error" id=format!("{id}-error")>{why}</p> })
    });
    let is_required = kind.attachment == AttachmentNeed::Required;
    let label = text(move || {
        let t = locale.texts();
        let label = kind.attachment_label.as_ref();
        let label = label.and_then(|label| display_label(&locale.pick(label)));
        let label = label.unwrap_or_else(|| t.attachment_label().to_owned());
        t.with_need(&label, is_required)
    });
    let hint = text(move || {
        state
            .kinds
            .with_value(|kinds| hint(&kinds.attachments, locale))
    });
    let file = Memo::new(move |_| {
        let facts = |file: &DraftFile| (file.chosen.clone(), file.media_type.clone());
        state.draft.with(|draft| draft.file.as_ref().map(facts))
    });
    let is_there = Memo::new(move |_| {
        let is_sent = |file: &DraftFile| file.sent.is_some();
        state
            .draft
            .with(|draft| draft.file.as_ref().is_some_and(is_sent))
    });
    let shown = part(move || match file.get() {
        Some((chosen, media_type)) => {
            attached_file(chosen, media_type, is_there, attaching, locale)
        }
        None => input(state, attaching, error),
    });
    let removed = move || {
        let is_removed = attaching.state.with(|state| *state == Attach::Removed);
        let told = is_removed.then(|| locale.texts().attachment_removed());
        told.unwrap_or_default().to_owned()
    };
    view! {
        <div class="field" data-invalid=move || is_wrong().then_some("")>
            <label class="field__label" for=id id=format!("{id}-label")><bdi>{label}</bdi></label>
            <p class="field__hint" id=format!("{id}-hint")>{hint}</p>
            <div role="status">{wrong}</div>
            {shown}
            <p class="visually-hidden" role="status">{text(removed)}</p>
        </div>
    }
    .into_any()
}

fn hint(rules: &LeaveAttachmentRules, locale: AgentLocale) -> String {
    let (t, language) = (locale.texts(), locale.get());
    let mut kinds: Vec<String> = rules
        .media_types
        .iter()
        .map(|it| kind(it, language))
        .collect();
    let last = kinds.pop().unwrap_or_default();
    let kinds = match kinds.is_empty() {
        true => last,
        false => format!("{}{}{last}", kinds.join(", "), t.or_between()),
    };
    t.attachment_hint(&kinds, &bytes(rules.max_size, language))
}

fn input(state: LeaveFormState, attaching: Attaching, error: Memo<Option<String>>) -> AnyView {
    let id = id_of(LeaveField::File);
    let accepted = state
        .kinds
        .with_value(|kinds| kinds.attachments.media_types.join(","));
    let described_by = move || {
        let wrong = error.with(|error| error.as_ref().map_or("", |_| "leave-file-error "));
        format!("{wrong}{id}-hint")
    };
    let choose = move |event: leptos::ev::Event| {
        if let Some(file) = upload::chosen(&event) {
            attaching.choose.run(file);
        }
    };
    view! {
        <input
            class="field__input leave-attachment__input"
            type="file"
            id=id
            accept=accepted
            aria-describedby=described_by
            aria-invalid=move || error.with(Option::is_some).then_some("true")
            on:change=choose
        />
    }
    .into_any()
}
