//! A message before it is in anybody's mailbox: what the seed writes and the store takes in; knows no database and no page.

use chrono::{DateTime, FixedOffset};
use nomade::contract::mail::{MailFolderRole, MailPerson, MailWarning};

/// A message as it came, nothing of it cleaned yet.
#[derive(Clone, Debug)]
pub struct Letter {
    /// The folder of the mailbox that it is put into; with [`MailFolderRole::Other`], `folder_name` says which.
    pub folder: MailFolderRole,
    /// The name of the agent's own folder; empty for the others.
    pub folder_name: String,
    /// Who wrote it.
    pub from: MailPerson,
    /// To whom.
    pub to: Vec<MailPerson>,
    /// Who else sees it.
    pub cc: Vec<MailPerson>,
    /// Where an answer goes, when elsewhere.
    pub reply_to: Vec<MailPerson>,
    /// As it came, decoded.
    pub subject: String,
    /// When it arrived.
    pub at: DateTime<FixedOffset>,
    /// The plain text; `None` when there is only HTML.
    pub text: Option<Words>,
    /// The HTML as it came, hostile or not.
    pub html: Option<Words>,
    /// The files that stand with it.
    pub files: Vec<LetterFile>,
    /// True when the agent has opened it.
    pub read: bool,
    /// True when the agent marked it.
    pub flagged: bool,
    /// True when the agent answered it.
    pub answered: bool,
    /// True for a letter whose HTML is kept as it came: only tests write such, to try what browsers stop by themselves.
    pub is_raw: bool,
    /// What the gateway held against it; what cleaning finds is added.
    pub warnings: Vec<MailWarning>,
}

/// Words as bytes, and the character set that they are said to be in (`utf-8`, `iso-8859-1`, `windows-1252`).
#[derive(Clone, Debug)]
pub struct Words {
    /// The bytes, which may not be what the character set says.
    pub bytes: Vec<u8>,
    /// What it says.
    pub charset: &'static str,
}

impl Words {
    /// Words that are what they say.
    #[must_use]
    pub fn utf8(words: impl Into<String>) -> Self {
        Self {
            bytes: words.into().into_bytes(),
            charset: "utf-8",
        }
    }
}

/// A file that stands with a message.
#[derive(Clone, Debug)]
pub struct LetterFile {
    /// Its name, as the sender wrote it.
    pub name: String,
    /// The media type that it is said to have.
    pub media_type: String,
    /// How its bytes are made; large ones are not kept twice.
    pub content: LetterContent,
}

/// The bytes of a file.
#[derive(Clone, Debug)]
pub enum LetterContent {
    /// These.
    Bytes(Vec<u8>),
    /// So many bytes that are made when they are asked for: a PDF of that length.
    PdfOf(u64),
}
