//! Messages as a list of links with their marks; knows no call.

use super::dynamic::part;
use super::icon::Icon;
use crate::contract::mail::{MailFolder, MailMessageSummary};
use crate::i18n::mail_words::{folder_name, moment, row_names, subject};
use crate::i18n::texts::AgentTexts;
use crate::route::{SpaceRoute, mail_compose_href};
use crate::rules::display_label::display_label;
use crate::rules::mail_composing::MailComposing;
use crate::rules::mail_folder::{named, role, stays};
use crate::state::locale::AgentLocale;
use crate::state::mail_hand::MailRow;
use chrono::NaiveDate;
use leptos::prelude::*;

/// What a row needs besides its message.
#[derive(Clone, Copy, Debug)]
pub struct RowPlace {
    /// The folders.
    pub folders: Memo<Vec<MailFolder>>,
    /// The id of the folder that its message is opened from; `None` for that which it is in.
    pub from: Signal<Option<String>>,
    /// True in a search that goes through all folders, which then stand in the rows.
    pub is_search_of_all: bool,
    /// The day of today, where it is known.
    pub today: Signal<Option<NaiveDate>>,
    /// The language.
    pub locale: AgentLocale,
}

impl RowPlace {
    /// The message of a row while it belongs in the list, tracked.
    #[must_use]
    pub fn here(self, row: MailRow) -> Option<MailMessageSummary> {
        let listed_in = row.listed.with_value(|listed| listed.folder.clone());
        row.shown().filter(|now| {
            self.folders
                .with(|folders| stays(folders, &listed_in, &now.folder, self.is_search_of_all))
        })
    }
}

/// The messages in the order given; one that has left makes room.
pub fn mail_list(rows: &[MailRow], place: RowPlace) -> AnyView {
    let rows: Vec<AnyView> = rows
        .iter()
        .map(|row| {
            let row = *row;
            let is_here = Memo::new(move |_| place.here(row).is_some());
            part(move || is_here.get().then(|| mail_row(row, place))).into_any()
        })
        .collect();
    view! { <ul class="mail-list">{rows}</ul> }.into_any()
}

/// Each part is drawn anew by itself: what has the focus stays while a mark changes.
fn mail_row(row: MailRow, place: RowPlace) -> AnyView {
    let locale = place.locale;
    let message = Memo::new(move |before: Option<&MailMessageSummary>| {
        let listed = || row.listed.get_value();
        row.shown()
            .unwrap_or_else(|| before.cloned().unwrap_or_else(listed))
    });
    let href = move || message.with(|message| message_href(message, place.from.get()));
    let said = move || {
        let (language, folders) = (locale.get(), place.folders.get());
        message.with(|message| {
            let role = role(&folders, Some(&message.folder));
            let who = row_names(message, role, language);
            locale
                .texts()
                .choose_message(&subject(message, language), &who)
        })
    };
    let words = part(move || {
        place
            .folders
            .with(|folders| message.with(|message| row_words(message, folders, place)))
    });
    let unread = move || message.with(|message| !message.read).then_some("");
    let is_chosen = move || row.chosen.get().then_some("");
    view! {
        <li class="mail-list__row" data-unread=unread data-chosen=is_chosen>
            <label class="mail-list__choice">
                <span class="visually-hidden">{part(said)}</span>
                <input
                    class="checkbox__input"
                    type="checkbox"
                    prop:checked=row.chosen
                    on:change=move |event| row.chosen.set(event_target_checked(&event))
                />
            </label>
            <a class="mail-list__link" id=row.link_id() href=href>{words}</a>
        </li>
    }
    .into_any()
}

/// Where a message leads: a draft is written on.
fn message_href(message: &MailMessageSummary, from: Option<String>) -> String {
    match &message.draft {
        Some(draft) => mail_compose_href(&MailComposing::Draft(draft.clone())),
        None => {
            let from = from.unwrap_or_else(|| message.folder.clone());
            SpaceRoute::MailMessage(from, message.id.clone()).href()
        }
    }
}

fn row_words(message: &MailMessageSummary, folders: &[MailFolder], place: RowPlace) -> AnyView {
    let (t, language) = (place.locale.texts(), place.locale.get());
    let who = row_names(message, role(folders, Some(&message.folder)), language);
    let folder = named(folders, Some(&message.folder))
        .filter(|_| place.is_search_of_all)
        .map(|folder| {
            let name = folder_name(folder, language);
            view! { <span class="mail-list__folder"><Icon name="folder"/><bdi>{name}</bdi></span>{" "} }
                .into_any()
        });
    let start = display_label(&message.start);
    let start =
        start.map(|start| view! { <bdi class="mail-list__start">{start}</bdi>{" "} }.into_any());
    view! {
        <bdi class="mail-list__who">{who}</bdi>{" "}
        <span class="mail-list__date">{moment(message.at, place.today.get(), language)}</span>{" "}
        <bdi class="mail-list__subject">{subject(message, language)}</bdi>{" "}
        {start}
        <span class="mail-list__marks">{folder}{mail_marks(message, t)}</span>
    }
    .into_any()
}

/// What is to be known of a message at a glance, in words.
fn mail_marks(message: &MailMessageSummary, t: &'static dyn AgentTexts) -> Vec<AnyView> {
    let is_external = message.from.external && message.draft.is_none();
    marks(message, is_external, t)
}

/// The same above a message, where it stands beside each person whether they are outside.
pub fn marks_of_opened(message: &MailMessageSummary, t: &'static dyn AgentTexts) -> Vec<AnyView> {
    marks(message, false, t)
}

fn marks(
    message: &MailMessageSummary,
    is_external: bool,
    t: &'static dyn AgentTexts,
) -> Vec<AnyView> {
    [
        (!message.read, "unread", "mail", t.mail_unread()),
        (message.draft.is_some(), "draft", "file", t.mail_draft()),
        (is_external, "external", "alert", t.mail_external()),
        (message.flagged, "flagged", "flag", t.mail_flagged()),
        (message.answered, "answered", "reply", t.mail_answered()),
        (
            message.has_attachments,
            "files",
            "paperclip",
            t.mail_with_files(),
        ),
    ]
    .into_iter()
    .filter(|(bears, ..)| *bears)
    .map(|(_, kind, icon, words)| {
        view! { <span class="mail-mark" data-kind=kind><Icon name=icon/>{words}</span>{" "} }
            .into_any()
    })
    .collect()
}

/// The latest messages for a tile of the home page: who, what and when.
pub fn mail_brief(
    messages: &[MailMessageSummary],
    role: crate::contract::mail::MailFolderRole,
    today: Option<NaiveDate>,
    locale: AgentLocale,
) -> AnyView {
    let (t, language) = (locale.texts(), locale.get());
    let rows: Vec<AnyView> = messages
        .iter()
        .map(|message| {
            let unread = (!message.read).then_some("");
            view! {
                <li class="mail-list__row" data-unread=unread>
                    <a class="mail-list__link" href=message_href(message, None)>
                        <bdi class="mail-list__who">{row_names(message, role, language)}</bdi>{" "}
                        <span class="mail-list__date">{moment(message.at, today, language)}</span>{" "}
                        <bdi class="mail-list__subject">{subject(message, language)}</bdi>{" "}
                        <span class="mail-list__marks">{mail_marks(message, t)}</span>
                    </a>
                </li>
            }
            .into_any()
        })
        .collect();
    view! { <ul class="mail-list" data-variant="brief">{rows}</ul> }.into_any()
}
