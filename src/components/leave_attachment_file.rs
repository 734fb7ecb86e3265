//! A file that was chosen to stand with a request: how far it is, and what can be done with it; knows no call.

use super::dynamic::{part, text};
use super::failure_words::words;
use super::icon::Icon;
use super::leave_attachment::{Attach, Attaching};
use super::leave_form::id_of;
use crate::api::answer::ApiError;
use crate::browser::upload::ChosenFile;
use crate::i18n::file_words::{bytes, kind};
use crate::rules::display_label::display_label;
use crate::rules::leave_form::LeaveField;
use crate::state::locale::AgentLocale;
use leptos::prelude::*;

/// How far a file is, without its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Stage {
    There,
    Sending,
    Stopped,
    Failed(ApiError),
}

/// The file with its name, which nobody but the agent sees.
pub fn attached_file(
    chosen: ChosenFile,
    media_type: String,
    is_there: Memo<bool>,
    attaching: Attaching,
    locale: AgentLocale,
) -> AnyView {
    let id = id_of(LeaveField::File);
    let ChosenFile { name, size, .. } = chosen;
    let name = display_label(&name);
    let about = text(move || {
        let language = locale.get();
        format!("{}, {}", kind(&media_type, language), bytes(size, language))
    });
    let stage = Memo::new(move |_| match attaching.state.get() {
        _ if is_there.get() => Stage::There,
        Attach::Sending(_) => Stage::Sending,
        Attach::Failed(error) => Stage::Failed(error),
        _ => Stage::Stopped,
    });
    let shown = part(move || how_far(&stage.get(), size, attaching, locale));
    let deeds = part(move || deeds(&stage.get(), attaching, locale));
    let said = text(move || said(&stage.get(), locale).to_owned());
    view! {
        <div class="leave-attachment__file" id=id tabindex="-1" role="group" aria-labelledby=format!("{id}-label")>
            <p class="leave-attachment__name"><Icon name="paperclip"/><bdi>{name}</bdi>{" "}<span class="leave-attachment__about">{about}</span></p>
            <div>{shown}</div>
            <p class="visually-hidden" role="status">{said}</p>
            <p class="leave-attachment__deeds">{deeds}</p>
        </div>
    }
    .into_any()
}

fn said(stage: &Stage, locale: AgentLocale) -> &'static str {
    let t = locale.texts();
    match stage {
        Stage::There => t.attachment_sent(),
        Stage::Sending => t.attachment_sending(),
        Stage::Stopped => t.attachment_stopped(),
        Stage::Failed(_) => t.attachment_failed(),
    }
}

fn how_far(stage: &Stage, size: u64, attaching: Attaching, locale: AgentLocale) -> AnyView {
    let words_of_stage = said(stage, locale);
    match stage {
        Stage::There => {
            view! { <p class="leave-attachment__there"><Icon name="check"/>{words_of_stage}</p> }
                .into_any()
        }
        Stage::Stopped => view! { <p>{words_of_stage}</p> }.into_any(),
        Stage::Failed(error) => {
            let why = words(error, locale.get()).text;
            view! { <p class="field__error">{words_of_stage}</p><p>{why}</p> }.into_any()
        }
        Stage::Sending => {
            let sent = Memo::new(move |_| match attaching.state.get() {
                Attach::Sending(sent) => sent.min(size),
                _ => 0,
            });
            let of = text(move || {
                let language = locale.get();
                let (sent, size) = (bytes(sent.get(), language), bytes(size, language));
                locale.texts().attachment_sent_of(&sent, &size)
            });
            view! {
                <p>{words_of_stage}{" "}<span class="leave-attachment__bytes">{of}</span></p>
                <progress class="leave-attachment__progress" max=size.max(1) value=move || sent.get() aria-label=words_of_stage>{""}</progress>
            }
            .into_any()
        }
    }
}

fn deeds(stage: &Stage, attaching: Attaching, locale: AgentLocale) -> AnyView {
    let button = |act: Callback<()>, words: &'static str| {
        view! { <button class="button" type="button" on:click=move |_| act.run(())>{words}</button> }.into_any()
    };
    let t = locale.texts();
    let again = match stage {
        Stage::Sending => return button(attaching.stop, t.stop_sending()),
        Stage::There => None,
        Stage::Stopped | Stage::Failed(_) => Some(button(attaching.send, t.send_attachment())),
    };
    view! { {again}{button(attaching.remove, t.remove_attachment())} }.into_any()
}
