//! The files that came with a message: what they are, what is to be feared of them, and one of them open at a time; knows no call.

use super::document_preview::DocumentPreview;
use super::dynamic::{part, text};
use super::icon::Icon;
use super::take_away::TakeAway;
use crate::api::files::FileOrder;
use crate::browser::focus;
use crate::contract::documents::Purpose;
use crate::contract::endpoint;
use crate::contract::mail::{MailAction, MailAttachment, MailMessage};
use crate::i18n::file_words::kind_and_size;
use crate::rules::display_label::display_label;
use crate::rules::file_name::FileStem;
use crate::rules::mail_attachment::{can_be_shown, danger};
use crate::state::document_preview::Preview;
use crate::state::locale::{AgentLocale, use_agent_locale};
use crate::state::portal::use_client;
use crate::state::take_away::Takeable;
use chrono::NaiveDate;
use leptos::prelude::*;

/// How a file is looked at before it is shown.
pub type Look = fn(FileOrder, bool) -> Preview;

/// What a file needs besides itself.
#[derive(Clone)]
struct Of {
    message: String,
    day: NaiveDate,
    may_view: bool,
    may_download: bool,
    open: RwSignal<Option<usize>>,
    look: Look,
    locale: AgentLocale,
}

/// The files, each only as the portal allows.
#[component]
pub fn MailAttachments(
    /// The message that they stand with.
    message: MailMessage,
    /// Looks at one before it is shown.
    look: Look,
) -> impl IntoView {
    let locale = use_agent_locale();
    let may = |action| message.actions.contains(&action);
    let of = Of {
        message: message.summary.id.clone(),
        day: message.summary.at.wall_clock().date(),
        may_view: may(MailAction::ViewAttachment),
        may_download: may(MailAction::DownloadAttachment),
        open: RwSignal::new(None),
        look,
        locale,
    };
    let count = message.attachments.len();
    let files: Vec<AnyView> = message
        .attachments
        .into_iter()
        .enumerate()
        .map(|(number, attached)| file(number, attached, of.clone()))
        .collect();
    view! {
        <section class="mail-attachments" aria-labelledby="mail-attachments">
            <h2 id="mail-attachments">{text(move || locale.texts().mail_files(count))}</h2>
            <ul class="mail-attachments__list">{files}</ul>
        </section>
    }
}

fn file(number: usize, attached: MailAttachment, of: Of) -> AnyView {
    let locale = of.locale;
    let open = of.open;
    let name = display_label(&attached.name);
    let label = move |name: &Option<String>| {
        name.clone()
            .unwrap_or_else(|| locale.texts().unnamed_file().to_owned())
    };
    let shown_name = {
        let name = name.clone();
        text(move || label(&name))
    };
    let (media_type, size) = (attached.media_type.clone(), attached.size);
    let about = text(move || kind_and_size(&media_type, Some(size), locale.get()));
    let warning = danger(&attached).map(|danger| {
        view! { <p class="mail-attachments__danger"><Icon name="alert"/><span>{part(move || locale.texts().file_danger(danger))}</span></p> }
    });
    let is_granted = of.may_view || of.may_download;
    let deed = if is_granted {
        let is_open = Memo::new(move |_| open.get() == Some(number));
        let button = format!("mail-file-{number}");
        let again = button.clone();
        let press = move |_| {
            let is_open = is_open.get_untracked();
            open.set((!is_open).then_some(number));
            // Another that was open above may have moved this one.
            focus::focus_id(&again);
        };
        let words = text(move || {
            let (t, name) = (locale.texts(), label(&name));
            if is_open.get() {
                t.hide_file(&name)
            } else {
                t.show_file(&name)
            }
        });
        let panel = part(move || {
            is_open
                .get()
                .then(|| untrack(|| panel(&attached, shown_name, &of)))
        });
        view! {
            <button
                class="button"
                type="button"
                id=button
                aria-expanded=move || if is_open.get() { "true" } else { "false" }
                on:click=press
            ><Icon name="paperclip"/><bdi>{words}</bdi></button>
            {panel}
        }
        .into_any()
    } else {
        view! { <p class="mail-attachments__why">{locale.say(|t| t.file_not_granted())}</p> }
            .into_any()
    };
    view! {
        <li class="mail-attachments__file">
            <p class="mail-attachments__name"><bdi>{shown_name}</bdi>{" "}<span class="mail-attachments__about">{about}</span></p>
            {warning}
            {deed}
        </li>
    }
    .into_any()
}

/// The way to take it away, and the file where it can be shown.
fn panel(attached: &MailAttachment, name: Signal<String>, of: &Of) -> AnyView {
    let order = FileOrder {
        path: endpoint::mail_attachment(&of.message, &attached.id),
        media_type: attached.media_type.clone(),
        size: Some(attached.size),
    };
    let takeable = Takeable {
        order: order.clone(),
        stem: FileStem::MailAttachment(of.day),
    };
    let is_download_allowed = of.may_download;
    let preview = (of.may_view && can_be_shown(attached)).then(|| {
        let href = use_client().url(&endpoint::file(&order.path, Purpose::View));
        let preview = (of.look)(order, true);
        view! { <DocumentPreview preview title=name href is_download_allowed/> }
    });
    view! {
        <div class="document mail-attachments__panel">
            <TakeAway takeable allowed=is_download_allowed/>
            {preview}
        </div>
    }
    .into_any()
}
