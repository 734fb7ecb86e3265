//! The two languages of the portal; knows no browser.

use super::en::English;
use super::fr::French;
use super::texts::{AgentTexts, Texts};
use crate::contract::localized::Localized;

/// A language of the portal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Locale {
    /// French, the default.
    #[default]
    Fr,
    /// English.
    En,
}

impl Locale {
    /// The BCP 47 tag, as `lang` takes it.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
        }
    }

    /// The language of a BCP 47 tag such as `en-GB`, `None` when the portal does not speak it.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag.split(['-', '_']).next()?.to_ascii_lowercase().as_str() {
            "fr" => Some(Self::Fr),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// The other language.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Fr => Self::En,
            Self::En => Self::Fr,
        }
    }

    /// The sentences that anyone can read.
    #[must_use]
    pub fn texts(self) -> &'static dyn Texts {
        match self {
            Self::Fr => &French,
            Self::En => &English,
        }
    }

    /// Those of the agent space, too.
    #[must_use]
    pub fn agent_texts(self) -> &'static dyn AgentTexts {
        match self {
            Self::Fr => &French,
            Self::En => &English,
        }
    }

    /// An organisation's own text in this language, the French one where it wrote no English.
    #[must_use]
    pub fn pick(self, text: &Localized) -> &str {
        match self {
            Self::En if !text.en.is_empty() => &text.en,
            _ => &text.fr,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Locale;

    #[test]
    fn a_tag_is_known_by_its_language_alone() {
        assert_eq!(Locale::from_tag("en-GB"), Some(Locale::En));
        assert_eq!(Locale::from_tag("FR_fr"), Some(Locale::Fr));
        assert_eq!(Locale::from_tag("de"), None);
        assert_eq!(Locale::from_tag(""), None);
    }
}
