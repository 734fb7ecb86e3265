//! Professional e-mail as it is read: folders, messages, what is done with them; knows no page, and no message before it is written.

use super::instant::Instant;
use serde::{Deserialize, Serialize};

pub use super::mail_writing::{
    LONGEST_MAIL_NAME, LONGEST_MAIL_SUBJECT, LONGEST_MAIL_TEXT, MailAddress, MailAnswer,
    MailAnswerKind, MailContact, MailDirectory, MailDirectorySearch, MailDraft, MailSending,
    MailSent, MailSentState, NewMailDraft,
};

/// The policy under which the HTML of a message is answered, word for word; a page shows no frame without it.
///
/// Nothing runs, nothing is fetched, nothing is sent: what is left is text, tables and colours (CSP level 3).
pub const MAIL_BODY_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

/// The same, once the agent has asked for the pictures that are elsewhere.
pub const MAIL_BODY_POLICY_WITH_IMAGES: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data: https:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

/// The answer of `GET /mail/folders`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailFolders {
    /// The agent's folders, in the order in which they are shown.
    pub folders: Vec<MailFolder>,
    /// What the organisation's mail takes.
    pub settings: MailSettings,
}

/// A folder, and how many messages are in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailFolder {
    /// Opaque; what `folder` takes.
    pub id: String,
    /// What it is for.
    pub role: MailFolderRole,
    /// The agent's own name for it; a client names those with a role by itself.
    pub name: String,
    /// How many messages.
    pub total: u32,
    /// How many of them have not been read.
    pub unread: u32,
}

/// What a folder is for (RFC 6154, special-use mailboxes).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MailFolderRole {
    /// What arrives.
    Inbox,
    /// What is being written.
    Drafts,
    /// What was sent.
    Sent,
    /// What is kept.
    Archive,
    /// What was taken for unwanted.
    Junk,
    /// What was deleted, until it is deleted for good.
    Trash,
    /// A folder that the agent made, or one of a role that a newer contract added.
    #[serde(other)]
    Other,
}

/// What the organisation's mail takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailSettings {
    /// The domains of the organisation, in lower case: an address of another one, or of none, is outside.
    pub domains: Vec<String>,
    /// The largest attachment, in bytes.
    pub max_attachment_bytes: u64,
    /// The most that the attachments of one message weigh together, in bytes.
    pub max_message_bytes: u64,
    /// To how many addresses one message goes, all kinds together.
    pub max_recipients: u32,
}

/// The answer of `GET /mail/messages` and of `POST /mail/search`: one page, the newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailMessages {
    /// This page's messages.
    pub items: Vec<MailMessageSummary>,
    /// What `cursor` takes for the next page; `null` on the last.
    pub next_cursor: Option<String>,
}

/// A message in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailMessageSummary {
    /// Opaque, and the same in every folder.
    pub id: String,
    /// The id of the folder that it is in.
    pub folder: String,
    /// Who wrote it.
    pub from: MailPerson,
    /// To whom, as far as a list shows it.
    pub to: Vec<MailPerson>,
    /// May be empty, and may hold anything that somebody typed.
    pub subject: String,
    /// How its text begins, at most 200 characters, without line breaks; may be empty.
    pub start: String,
    /// When it arrived, was sent, or was last saved.
    pub at: Instant,
    /// False until it was opened, or when it was marked so.
    pub read: bool,
    /// True when the agent marked it to come back to.
    pub flagged: bool,
    /// True when the agent has answered it.
    pub answered: bool,
    /// True when files stand with it.
    pub has_attachments: bool,
    /// The id of the draft that this is, which is opened to be written; `null` for a message.
    pub draft: Option<String>,
}

/// Whom a message comes from or goes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailPerson {
    /// As the message has it, or as the directory has it for people of the organisation; may be empty, and may lie.
    pub name: String,
    /// The address (RFC 5321).
    pub address: String,
    /// True when the server holds it to be outside the organisation, whatever the name says.
    pub external: bool,
}

/// The answer of `GET /mail/messages/{id}`; reading it does not mark it as read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailMessage {
    /// The same as in the list, `to` whole.
    #[serde(flatten)]
    pub summary: MailMessageSummary,
    /// Who else sees it.
    pub cc: Vec<MailPerson>,
    /// Who else got it; empty unless the agent sent it.
    pub bcc: Vec<MailPerson>,
    /// Where an answer goes, when that is not the sender; else empty.
    pub reply_to: Vec<MailPerson>,
    /// The whole text, without mark-up, for every message: what the HTML says, when there is nothing else.
    pub text: String,
    /// True when `GET /mail/messages/{id}/body` has it as HTML.
    pub html: bool,
    /// How many pictures of it are elsewhere, and are not fetched unless they are asked for.
    pub remote_images: u32,
    /// The files that stand with it.
    pub attachments: Vec<MailAttachment>,
    /// What the server warns of.
    pub warnings: Vec<MailWarning>,
    /// What the agent may do with it, in this session.
    pub actions: Vec<MailAction>,
}

/// A file that stands with a message or a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailAttachment {
    /// Opaque.
    pub id: String,
    /// Its name, as who sent it wrote it; may be empty, and may lie.
    pub name: String,
    /// The media type that the file is said to have.
    pub media_type: String,
    /// Its length, in bytes.
    pub size: u64,
}

/// What the server holds against a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MailWarning {
    /// The sender's name is one of the organisation's, and the address is not.
    LooksInternal,
    /// Nothing proves that the message comes from the address that it names (RFC 7489).
    SenderUnproven,
    /// Something that could run or be sent was taken out of it.
    PartsRemoved,
    /// Some of its characters could not be read.
    DamagedText,
    /// A warning that a newer contract added, shown as a call for care.
    #[serde(other)]
    Unknown,
}

/// What may be done with a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MailAction {
    /// Answer who wrote it.
    Reply,
    /// Answer everybody.
    ReplyAll,
    /// Send it on.
    Forward,
    /// Put it into another folder, the trash among them.
    Move,
    /// Mark it as read or unread, flagged or not.
    Mark,
    /// Delete it for good.
    Delete,
    /// Show the attachments.
    ViewAttachment,
    /// Save the attachments.
    DownloadAttachment,
    /// An action that a newer contract added, not offered.
    #[serde(other)]
    Unknown,
}

/// The body of `POST /mail/search`: words stand in no address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailSearch {
    /// Words of the people, the subject or the text; 1 to `documents::LONGEST_SEARCH` characters.
    pub query: String,
    /// Only messages of this folder; `null` for all but the trash and the unwanted.
    pub folder: Option<String>,
    /// The `next_cursor` of the page before.
    pub cursor: Option<String>,
}

/// The body of `PATCH /mail/messages/{id}`: what shall be, `null` for what stays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailChange {
    /// Read, or not.
    pub read: Option<bool>,
    /// Flagged, or not.
    pub flagged: Option<bool>,
    /// The id of the folder that it shall be in.
    pub folder: Option<String>,
}

/// The body of `PATCH /mail/messages`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailChanges {
    /// The messages, 1 to [`MOST_MAIL_CHANGES`].
    pub ids: Vec<String>,
    /// What shall be.
    #[serde(flatten)]
    pub change: MailChange,
}

/// How many messages are changed at once.
pub const MOST_MAIL_CHANGES: usize = 100;

/// The answer of both: what holds now.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailChanged {
    /// Each message that is still there, as it is now; one that may not be changed is as it was.
    pub items: Vec<MailMessageSummary>,
    /// The ids of those that are gone.
    pub missing: Vec<String>,
    /// Every folder, counted anew.
    pub folders: Vec<MailFolder>,
}
