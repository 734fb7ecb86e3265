//! The two languages of the portal; knows no browser.

use super::en::English;
use super::fr::French;
use super::texts::Texts;
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

    /// The first of `wanted` that the portal speaks, else French.
    pub fn choose(wanted: impl IntoIterator<Item = String>) -> Self {
        wanted
            .into_iter()
            .find_map(|tag| Self::from_tag(&tag))
            .unwrap_or_default()
    }

    /// The other language.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Fr => Self::En,
            Self::En => Self::Fr,
        }
    }

    /// The sentences.
    #[must_use]
    pub fn texts(self) -> &'static dyn Texts {
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
    fn the_first_language_that_the_portal_speaks_is_chosen_else_french() {
        let choose = |tags: &[&str]| Locale::choose(tags.iter().map(|&tag| tag.to_owned()));
        assert_eq!(choose(&["de-DE", "en-GB", "fr"]), Locale::En);
        assert_eq!(choose(&["FR_fr", "en"]), Locale::Fr);
        assert_eq!(choose(&["de", ""]), Locale::Fr);
        assert_eq!(choose(&[]), Locale::Fr);
    }
}
