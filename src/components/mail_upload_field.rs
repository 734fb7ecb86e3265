//! The files that stand with a message: chosen, on their way, there; knows no call.

use super::dynamic::{part, text};
use super::mail_upload_file::mail_file;
use super::mail_writing_draft::MailFile;
use super::mail_writing_failure::id_of;
use super::mail_writing_state::MailFormState;
use crate::api::answer::ApiError;
use crate::browser::upload::{self, ChosenFile};
use crate::i18n::file_words::bytes;
use crate::rules::display_label::display_label;
use crate::rules::mail_sending::MailField;
use crate::rules::mail_upload::InvalidMailFile;
use crate::state::locale::AgentLocale;
use leptos::prelude::*;
use std::collections::HashMap;

/// How far a file is that is not there yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MailUpload {
    /// It is the next one's turn.
    Waiting,
    /// So many bytes of it have gone.
    Sending(u64),
    /// It was stopped.
    Stopped,
    /// It did not arrive.
    Failed(ApiError),
}

impl MailUpload {
    /// True while it will be there by itself.
    #[must_use]
    pub fn is_under_way(&self) -> bool {
        matches!(self, Self::Waiting | Self::Sending(_))
    }
}

/// What can be done with files.
#[derive(Clone, Copy, Debug)]
pub struct MailUploading {
    /// How far each is that is not there, by its key.
    pub uploads: RwSignal<HashMap<String, MailUpload>>,
    /// The files that can't be taken, with their reasons.
    pub refused: RwSignal<Vec<(String, InvalidMailFile)>>,
    /// What was done last, spoken when it comes.
    pub said: RwSignal<String>,
    /// Takes files that were chosen, each with the media type that the device says.
    pub choose: Callback<Vec<(ChosenFile, String)>>,
    /// Sends the file with this key again.
    pub send: Callback<String>,
    /// Stops it.
    pub stop: Callback<String>,
    /// Takes it away.
    pub remove: Callback<String>,
}

/// Asks for files, and shows those that are there or on their way.
pub fn upload_field(
    state: MailFormState,
    uploading: MailUploading,
    locale: AgentLocale,
) -> AnyView {
    let id = id_of(MailField::Files);
    let error = state.error(MailField::Files);
    let is_wrong =
        move || error.with(Option::is_some) || uploading.refused.with(|it| !it.is_empty());
    let wrong = part(move || {
        let t = locale.texts();
        let (language, refused) = (locale.get(), uploading.refused.get());
        let told = refused.into_iter().map(|(name, why)| {
            let name = display_label(&name).unwrap_or_default();
            t.mail_invalid_file(&name, why, &|size| bytes(size, language))
        });
        let all: Vec<String> = told.chain(error.get()).collect();
        let all = all
            .into_iter()
            .map(|why| view! { <p class="field__error">{why}</p> });
        all.collect_view()
    });
    let keys = Memo::new(move |_| {
        let key = |file: &MailFile| file.key.clone();
        state
            .writing
            .with(|writing| writing.files.iter().map(key).collect::<Vec<_>>())
    });
    let files = part(move || {
        let keys = keys.get();
        (!keys.is_empty()).then(|| {
            let files = keys.into_iter().enumerate();
            let files = files.map(|(at, key)| mail_file(at, key, state, uploading, locale));
            view! { <ul class="mail-upload__files">{files.collect_view()}</ul> }
        })
    });
    let hint = text(move || {
        let (t, language) = (locale.texts(), locale.get());
        state.settings.with(|settings| {
            let settings = settings.as_ref();
            settings.map_or_else(String::new, |settings| {
                let each = bytes(settings.max_attachment_bytes, language);
                t.mail_files_hint(&each, &bytes(settings.max_message_bytes, language))
            })
        })
    });
    let choose = move |event: leptos::ev::Event| {
        let files = upload::all_chosen(&event);
        if !files.is_empty() && !state.busy.get_untracked() {
            uploading.choose.run(files);
        }
    };
    view! {
        <div class="field mail-upload" data-invalid=move || is_wrong().then_some("")>
            <label class="field__label" for=id>{text(move || locale.texts().mail_field(MailField::Files).to_owned())}</label>
            <p class="field__hint" id="mail-files-hint">{hint}</p>
            <div role="status" id="mail-files-error">{wrong}</div>
            {files}
            <input
                class="field__input mail-upload__input"
                type="file"
                multiple=true
                id=id
                aria-describedby="mail-files-error mail-files-hint"
                aria-invalid=move || is_wrong().then_some("true")
                on:change=choose
            />
            <p class="visually-hidden" role="status">{text(move || uploading.said.get())}</p>
        </div>
    }
    .into_any()
}
