//! Messages of the organisation to its agents; knows no place where they are shown.

use super::instant::Instant;
use super::localized::Localized;
use serde::{Deserialize, Serialize};

/// The notices that hold now, the most pressing first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notices {
    /// The notices.
    pub items: Vec<Notice>,
}

/// One message to all agents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// Opaque and stable.
    pub id: String,
    /// How pressing it is.
    pub kind: NoticeKind,
    /// One line.
    pub title: Localized,
    /// A short paragraph, plain text.
    pub text: Localized,
    /// Since when it holds.
    pub from: Instant,
    /// Until when it holds; `null` without an end.
    pub until: Option<Instant>,
}

/// How pressing a notice is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoticeKind {
    /// Good to know.
    Information,
    /// Something will not work as usual.
    Warning,
    /// A kind that a newer contract added, shown as information.
    #[serde(other)]
    Unknown,
}
