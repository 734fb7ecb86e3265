//! The organisation's own texts: legal notice, charter, terms, privacy; knows no page and no markup.

use super::localized::Localized;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The answer of `GET /texts/{name}`: plain text in sections, never markup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// Which text: `legal`, `charter`, `terms` or `privacy`.
    pub name: String,
    /// Its version; the one in force for `charter` and `terms`.
    pub version: String,
    /// When this version came into force.
    pub published_on: NaiveDate,
    /// Its title.
    pub title: Localized,
    /// Its parts, in reading order.
    pub sections: Vec<TextSection>,
}

/// One part of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextSection {
    /// The heading.
    pub heading: Localized,
    /// The paragraphs below it.
    pub paragraphs: Vec<Localized>,
}
