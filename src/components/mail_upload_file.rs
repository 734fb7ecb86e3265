//! One file that stands with a message: how far it is, and what can be done with it; knows no call.

use super::dynamic::{part, text};
use super::failure_words::words;
use super::icon::Icon;
use super::mail_upload_field::{MailUpload, MailUploading};
use super::mail_writing_draft::MailFile;
use super::mail_writing_state::MailFormState;
use crate::api::answer::ApiError;
use crate::i18n::file_words::{bytes, kind_and_size};
use crate::rules::display_label::display_label;
use crate::rules::mail_upload::file_name;
use crate::state::locale::AgentLocale;
use leptos::prelude::*;

/// How far a file is, without its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Stage {
    There,
    Waiting,
    Sending,
    Stopped,
    Failed(ApiError),
}

/// The file with its name, as those who get the message see it.
pub fn mail_file(
    at: usize,
    key: String,
    state: MailFormState,
    uploading: MailUploading,
    locale: AgentLocale,
) -> AnyView {
    let key = StoredValue::new(key);
    let is_it = move |file: &&MailFile| key.with_value(|key| file.key == *key);
    let facts = state.writing.with_untracked(|writing| {
        let file = writing.files.iter().find(is_it);
        file.map(|file| (file.name.clone(), file.media_type.clone(), file.size))
    });
    let (name, media_type, size) = facts.unwrap_or_default();
    let name = display_label(&name).unwrap_or_else(|| file_name(&name));
    let about = text(move || kind_and_size(&media_type, Some(size), locale.get()));
    let is_there = Memo::new(move |_| {
        state.writing.with(|writing| {
            let file = writing.files.iter().find(is_it);
            file.is_some_and(|file| file.id.is_some())
        })
    });
    let upload = Memo::new(move |_| {
        let of = key.get_value();
        uploading.uploads.with(|all| all.get(&of).cloned())
    });
    let stage = Memo::new(move |_| match upload.get() {
        _ if is_there.get() => Stage::There,
        Some(MailUpload::Waiting) => Stage::Waiting,
        Some(MailUpload::Sending(_)) => Stage::Sending,
        Some(MailUpload::Failed(error)) => Stage::Failed(error),
        Some(MailUpload::Stopped) | None => Stage::Stopped,
    });
    let sent = Memo::new(move |_| match upload.get() {
        Some(MailUpload::Sending(sent)) => sent.min(size),
        _ => 0,
    });
    let shown = part(move || how_far(&stage.get(), sent, size, locale));
    let said = text(move || said(&stage.get(), locale).to_owned());
    let named = StoredValue::new(format!(" {name}"));
    let deeds = part(move || {
        let t = locale.texts();
        let button = |act: Callback<String>, words: &'static str| {
            let act = move |_| act.run(key.get_value());
            view! { <button class="button" type="button" on:click=act>{words}<span class="visually-hidden">{named.get_value()}</span></button> }.into_any()
        };
        let first = match stage.get() {
            Stage::There => None,
            Stage::Waiting | Stage::Sending => Some(button(uploading.stop, t.stop_sending())),
            Stage::Stopped | Stage::Failed(_) => Some(button(uploading.send, t.mail_file_again())),
        };
        view! { {first}{button(uploading.remove, t.mail_remove())} }
    });
    view! {
        <li class="mail-upload__file" id=format!("mail-file-{at}") tabindex="-1">
            <p class="mail-upload__name"><Icon name="paperclip"/><bdi>{name}</bdi>{" "}<span class="mail-upload__about">{about}</span></p>
            <div>{shown}</div>
            <p class="visually-hidden" role="status">{said}</p>
            <p class="mail-upload__deeds">{deeds}</p>
        </li>
    }
    .into_any()
}

fn said(stage: &Stage, locale: AgentLocale) -> &'static str {
    let t = locale.texts();
    match stage {
        Stage::There => t.attachment_sent(),
        Stage::Waiting => t.mail_file_waits(),
        Stage::Sending => t.attachment_sending(),
        Stage::Stopped => t.attachment_stopped(),
        Stage::Failed(_) => t.attachment_failed(),
    }
}

fn how_far(stage: &Stage, sent: Memo<u64>, size: u64, locale: AgentLocale) -> AnyView {
    let words_of_stage = said(stage, locale);
    match stage {
        Stage::There => {
            view! { <p class="mail-upload__there"><Icon name="check"/>{words_of_stage}</p> }
                .into_any()
        }
        Stage::Waiting | Stage::Stopped => view! { <p>{words_of_stage}</p> }.into_any(),
        Stage::Failed(error) => {
            let why = words(error, locale.get()).text;
            view! { <p class="field__error">{words_of_stage}</p><p>{why}</p> }.into_any()
        }
        Stage::Sending => {
            let of = text(move || {
                let language = locale.get();
                let (sent, size) = (bytes(sent.get(), language), bytes(size, language));
                locale.texts().attachment_sent_of(&sent, &size)
            });
            view! {
                <p>{words_of_stage}{" "}<span class="mail-upload__bytes">{of}</span></p>
                <progress class="mail-upload__progress" max=size.max(1) value=move || sent.get() aria-label=words_of_stage>{""}</progress>
            }
            .into_any()
        }
    }
}
