//! A message as it is written: drafts, the directory, sending and what can be taken back; knows no message that arrived.

use super::instant::Instant;
use super::mail::{MailAttachment, MailPerson};
use serde::{Deserialize, Serialize};

/// An address that a message goes to, as the agent chose or typed it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailAddress {
    /// Empty when nobody knows it; at most [`LONGEST_MAIL_NAME`] characters.
    pub name: String,
    /// The address (RFC 5321), at most 254 characters. A draft may hold one that is not finished.
    pub address: String,
}

/// The longest name of an addressee or of a file, in characters.
pub const LONGEST_MAIL_NAME: usize = 200;

/// The body of `POST /mail/drafts` and of `PUT /mail/drafts/{id}`, and what is sent: everything that a person writes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewMailDraft {
    /// To whom.
    pub to: Vec<MailAddress>,
    /// Who else shall see it.
    pub cc: Vec<MailAddress>,
    /// Who else shall get it, unseen by the others.
    pub bcc: Vec<MailAddress>,
    /// At most [`LONGEST_MAIL_SUBJECT`] characters, without line breaks; may be empty.
    pub subject: String,
    /// Plain text, at most [`LONGEST_MAIL_TEXT`] characters; may be empty.
    pub text: String,
    /// Ids of files: brought with `POST /mail/attachments`, or of the message that it answers.
    pub attachments: Vec<String>,
    /// Which message it answers, `null` for a new one.
    pub answers: Option<MailAnswer>,
}

/// The longest subject, in characters.
pub const LONGEST_MAIL_SUBJECT: usize = 300;
/// The longest text, in characters.
pub const LONGEST_MAIL_TEXT: usize = 200_000;

/// What a message answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailAnswer {
    /// The id of the message.
    pub message: String,
    /// How.
    pub kind: MailAnswerKind,
}

/// How a message is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MailAnswerKind {
    /// To who wrote it.
    Reply,
    /// To everybody.
    ReplyAll,
    /// To somebody else.
    Forward,
    /// A way that a newer contract added, written on as a reply.
    #[serde(other)]
    Unknown,
}

/// The answer of `GET /mail/drafts/{id}`, and of each time that a draft is saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailDraft {
    /// Opaque.
    pub id: String,
    /// To whom.
    pub to: Vec<MailAddress>,
    /// Who else shall see it.
    pub cc: Vec<MailAddress>,
    /// Who else shall get it, unseen by the others.
    pub bcc: Vec<MailAddress>,
    /// As written.
    pub subject: String,
    /// As written.
    pub text: String,
    /// The files that stand with it.
    pub attachments: Vec<MailAttachment>,
    /// Which message it answers.
    pub answers: Option<MailAnswer>,
    /// When it was last saved.
    pub saved_at: Instant,
    /// What `If-Match` takes, in quotes, to change it: changes with each change of it.
    pub revision: String,
}

/// The body of `POST /mail/messages`: the whole message, whether or not it was saved before.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailSending {
    /// What is sent.
    #[serde(flatten)]
    pub message: NewMailDraft,
    /// The id of the draft that it was, which is then gone; `null` when none was saved.
    pub draft: Option<String>,
}

/// The answer of `POST /mail/messages` and of `GET` and `DELETE /mail/outbox/{id}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailSent {
    /// Opaque: of this sending, not of the message.
    pub id: String,
    /// How far it is.
    pub state: MailSentState,
    /// When it was asked for.
    pub at: Instant,
    /// Until when it waits, and can be taken back.
    pub undo_until: Instant,
    /// The id of the draft that it became again, when it was taken back; else `null`.
    pub draft: Option<String>,
}

/// How far a sending is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MailSentState {
    /// It waits until `undo_until`.
    Waiting,
    /// It has gone.
    Sent,
    /// It was taken back: nobody gets it.
    Undone,
    /// A state that a newer contract added, shown as gone: nothing promises that it can be taken back.
    #[serde(other)]
    Unknown,
}

/// The body of `POST /mail/directory`: names stand in no address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailDirectorySearch {
    /// The beginning of words of the name, the service or the address; 2 to `documents::LONGEST_SEARCH` characters.
    pub query: String,
}

/// The answer of `POST /mail/directory`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailDirectory {
    /// The best first, at most 10: people of the organisation, and those whom the agent has written to.
    pub people: Vec<MailContact>,
    /// True when there are more than are told.
    pub more: bool,
}

/// Somebody in the directory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailContact {
    /// Whom.
    #[serde(flatten)]
    pub person: MailPerson,
    /// Where they work (`Direction des finances`); may be empty.
    pub service: String,
}
