//! `/space/mail/{folder}/{id}`: one message: who, when, what is warned of, its text and its files, and what can be done with it.

use crate::api;
use crate::components::dynamic::{part, text};
use crate::components::icon::Icon;
use crate::components::loaded::Loaded;
use crate::components::mail_actions::{ActionsOf, mail_actions};
use crate::components::mail_attachments::{Look, MailAttachments};
use crate::components::mail_delete_dialog::mail_delete_dialog;
use crate::components::mail_frame::MailBody;
use crate::components::mail_head::mail_warnings;
use crate::components::mail_list::marks_of_opened;
use crate::components::mail_people::mail_people;
use crate::components::mail_told::mail_told;
use crate::contract::mail::{MailFolderRole, MailMessage};
use crate::i18n::mail_words::{folder_name, subject};
use crate::route::mail_href;
use crate::rules::mail_change::MailDeed;
use crate::rules::mail_filter::MailFilter;
use crate::rules::mail_folder::named;
use crate::state::document_preview::{provide_preview_choice, use_preview};
use crate::state::load::{Load, Loader, use_load};
use crate::state::locale::{AgentLocale, use_agent_locale};
use crate::state::mail_body::{BodyReading, use_body_reading};
use crate::state::mail_hand::{MailHand, use_mail_hand};
use crate::state::mail_shelf::use_mail_folders;
use leptos::prelude::*;
use std::sync::Arc;

pub mod opening;

use opening::{Acting, use_acting, use_opening};

/// Loads the message, and marks it as read.
#[component]
pub fn MailMessagePage(
    /// The id of the folder that it was opened from.
    folder: String,
    /// The id of the message.
    id: String,
) -> impl IntoView {
    provide_preview_choice();
    let hand = use_mail_hand();
    let _ = use_mail_folders(hand.shelf, hand.again);
    let message = use_load(move |client| {
        hand.again.track();
        let id = id.clone();
        async move {
            let answer = api::mail::get(&client, &id).await;
            if answer.is_ok() {
                hand.answered();
            }
            answer
        }
    });
    use_opening(message, hand);
    let folder = Signal::stored(folder);
    let acting = use_acting(hand, folder);
    view! { <MailMessageView message folder hand acting read=use_body_reading look=use_preview/> }
}

/// How the text of a message is read: by its id, and whether it has HTML.
pub type Read = fn(String, bool) -> BodyReading;

/// The message, or why it can't be shown, under the way back.
#[component]
pub fn MailMessageView(
    /// The message.
    message: Loader<MailMessage>,
    /// The id of the folder that it was opened from.
    folder: Signal<String>,
    /// What is done with it.
    hand: MailHand,
    /// How it leaves.
    acting: Acting,
    /// How its text is read.
    read: Read,
    /// Looks at a file.
    look: Look,
) -> impl IntoView {
    let locale = use_agent_locale();
    let title = text(move || {
        message.load.with(|load| match load {
            Load::Loaded(message) => subject(&message.summary, locale.get()),
            _ => locale.texts().mail_message_title().to_owned(),
        })
    });
    // The place in the list is found again: it is kept in memory.
    let back = part(move || {
        let folders = hand.shelf.list();
        let shown = named(&folders, Some(&folder.get()));
        let name = shown.map_or_else(
            || locale.texts().mail_folders().to_owned(),
            |shown| folder_name(shown, locale.get()),
        );
        let is_inbox = shown.is_some_and(|shown| shown.role == MailFolderRole::Inbox);
        let href = mail_href(&MailFilter {
            folder: (!is_inbox).then(|| folder.get()),
            unread: false,
        });
        view! { <a href=href><Icon name="arrow-left"/>{locale.texts().all_of_folder(&name)}</a> }
    });
    let of = MessageOf {
        hand,
        acting,
        read,
        look,
        locale,
    };
    view! {
        <div class="stack mail-message">
            <p class="back-link">{back}</p>
            <h1 tabindex="-1"><bdi>{title}</bdi></h1>
            <Loaded loader=message view=move |message: MailMessage| of.sheet(message)/>
        </div>
    }
}

/// What a message is drawn from besides itself.
#[derive(Clone, Copy)]
struct MessageOf {
    hand: MailHand,
    acting: Acting,
    read: Read,
    look: Look,
    locale: AgentLocale,
}

impl MessageOf {
    /// Each part is drawn anew by itself: what is read stays while a mark or the language changes.
    fn sheet(self, message: MailMessage) -> AnyView {
        let (locale, hand, acting) = (self.locale, self.hand, self.acting);
        let row = hand.row(message.summary.clone());
        let listed = message.summary.clone();
        let shown = Memo::new(move |before: Option<&_>| {
            row.shown()
                .unwrap_or_else(|| before.unwrap_or(&listed).clone())
        });
        let granted = message.actions.clone();
        let of = ActionsOf {
            message: shown,
            granted: Memo::new(move |_| granted.clone()),
            folders: Memo::new(move |_| hand.shelf.list()),
            act: Callback::new(move |deed| acting.act.run((row, deed))),
            ask: Callback::new(move |()| acting.deleting.set(true)),
            busy: Memo::new(move |_| acting.busy.get()),
        };
        let known = StoredValue::new(message.clone());
        let marks = part(move || shown.with(|shown| marks_of_opened(shown, locale.texts())));
        let people = part(move || known.with_value(|message| mail_people(message, locale)));
        let warnings = mail_warnings(&message.warnings, locale);
        let files = (!message.attachments.is_empty()).then(|| {
            let (message, look) = (message.clone(), self.look);
            view! { <MailAttachments message look/> }
        });
        let reading = (self.read)(message.summary.id.clone(), message.html);
        let words: Arc<str> = message.text.into();
        let (has_html, remote_images) = (message.html, message.remote_images);
        let count = Memo::new(move |_| usize::from(acting.deleting.get()));
        let decline = Callback::new(move |()| acting.deleting.set(false));
        let confirm = Callback::new(move |()| {
            acting.deleting.set(false);
            acting.act.run((row, MailDeed::Delete));
        });
        view! {
            {mail_told_here(hand, acting, locale)}
            <p class="mail-message__marks">{marks}</p>
            {people}
            {warnings}
            {mail_actions(of, locale)}
            <MailBody reading words has_html remote_images/>
            {files}
            {mail_delete_dialog(count, confirm, decline, locale)}
        }
        .into_any()
    }
}

/// Only what was done on this page: what was done in the list is told there.
fn mail_told_here(hand: MailHand, acting: Acting, locale: AgentLocale) -> AnyView {
    part(move || {
        acting
            .has_acted
            .get()
            .then(|| mail_told(hand.shelf, hand.undo, locale))
    })
    .into_any()
}
