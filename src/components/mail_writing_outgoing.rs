//! How far a message is sent, as it stands in memory; knows no markup and no call.

use super::mail_writing_draft::MailWriting;
use crate::contract::mail::{MailSending, MailSent};
use crate::rules::leave_decision::UndoClock;
use crate::state::once::{NotMade, Tries};

/// What is on its way to be sent, and what was sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MailOutgoing {
    /// The name of the message that is on its way.
    pub under_way: Option<String>,
    /// True while it waits for its files.
    pub waits_for_files: bool,
    /// The tries to send it.
    pub tries: Tries<MailSending>,
    /// The message that was sent last.
    pub outcome: Option<SentMail>,
}

/// A message that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentMail {
    /// The id of the sending.
    pub id: String,
    /// How far it is; `None` when it was sent and nobody could tell.
    pub sent: Option<MailSent>,
    /// True when its answer was lost, and it was asked for what became of it.
    pub after_all: bool,
    /// True when it is an earlier version: what stands in the form was not sent.
    pub is_older: bool,
    /// What was written, to be given back.
    pub written: Box<MailWriting>,
    /// Since when the time to take it back runs.
    pub clock: Option<UndoClock>,
    /// The seconds that are left of it, where they are known.
    pub left_s: Option<u32>,
    /// What became of taking it back.
    pub undoing: Undoing,
}

/// What became of taking a message back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Undoing {
    /// It was not tried.
    #[default]
    No,
    /// It is on its way.
    UnderWay,
    /// The message had gone.
    TooLate,
    /// It was not taken back, as far as is known.
    Failed(NotMade),
}
