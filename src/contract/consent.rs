//! The charter and the terms as an agent has accepted them or must; knows no session and no page.

use super::instant::Instant;
use super::localized::Localized;
use super::texts::Text;
use serde::{Deserialize, Serialize};

/// The answer of `GET /consent`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// The charter of use in force.
    pub charter: ConsentText,
    /// The terms of use in force.
    pub terms: ConsentText,
}

/// A text that the agent must have accepted in its version in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentText {
    /// The text in force.
    pub text: Text,
    /// The version that the agent accepted last, `null` when none.
    pub accepted: Option<Acceptance>,
    /// What changed since that version, the most important first; empty when none was accepted or it is the same.
    pub changes: Vec<Localized>,
}

impl ConsentText {
    /// True when the version in force is not the one accepted.
    #[must_use]
    pub fn is_due(&self) -> bool {
        self.accepted
            .as_ref()
            .is_none_or(|accepted| accepted.version != self.text.version)
    }
}

/// What an agent accepted, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acceptance {
    /// The version.
    pub version: String,
    /// The moment, the first one if it was repeated.
    pub at: Instant,
}

/// The body of `POST /consent`: the versions that the agent has read, so that a newer one is never accepted unread.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentGiven {
    /// The charter's.
    pub charter_version: String,
    /// The terms'.
    pub terms_version: String,
}
