//! A text that an organisation wrote in both languages; knows no locale.

use serde::{Deserialize, Serialize};

/// The same text in French and in English.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Localized {
    /// The French text, the one that binds.
    pub fr: String,
    /// The English text.
    pub en: String,
}
