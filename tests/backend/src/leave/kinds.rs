//! The kinds of leave that can be asked for; knows no right of anybody to one.

use chrono::{Datelike, NaiveDate};
use nomade::contract::leave::{AttachmentNeed, LeaveAttachmentRules, LeaveBalance, LeaveKind};
use nomade::contract::localized::Localized;

/// The largest attachment, in bytes.
pub const LARGEST: usize = 5_000_000;

/// A kind of leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    /// Its id in the contract.
    pub id: &'static str,
    label: (&'static str, &'static str),
    description: Option<(&'static str, &'static str)>,
    /// Whether something must be attached.
    pub attachment: AttachmentNeed,
    attachment_label: Option<(&'static str, &'static str)>,
    /// True when it can begin or end at noon.
    pub half_days: bool,
    /// True when it is taken of rights that were acquired.
    pub has_balance: bool,
    /// The most days that it lasts, days off among them.
    pub longest: i64,
}

/// All of them, in the organisation's order.
pub const KINDS: [Kind; 5] = [
    Kind {
        id: "annual",
        label: ("Congés annuels", "Annual leave"),
        description: Some((
            "Vos jours de l’année, par journée ou demi-journée ; 31 jours de suite au plus.",
            "Your days of the year, by the day or half-day; 31 days on end at most.",
        )),
        attachment: AttachmentNeed::None,
        attachment_label: None,
        half_days: true,
        has_balance: true,
        longest: 31,
    },
    Kind {
        id: "rtt",
        label: ("RTT", "Working-time credit (RTT)"),
        description: None,
        attachment: AttachmentNeed::None,
        attachment_label: None,
        half_days: true,
        has_balance: true,
        longest: 31,
    },
    Kind {
        id: "savings",
        label: ("Compte épargne-temps", "Time savings account (CET)"),
        description: Some(("À prendre par journées entières.", "By whole days only.")),
        attachment: AttachmentNeed::None,
        attachment_label: None,
        half_days: false,
        has_balance: true,
        longest: 92,
    },
    Kind {
        id: "special",
        label: ("Congé exceptionnel", "Special leave"),
        description: Some((
            "Mariage, naissance, déménagement, décès d’un proche… par journées entières, 10 jours de suite au plus.",
            "Wedding, birth, moving house, a death in the family… by whole days, 10 days on end at most.",
        )),
        attachment: AttachmentNeed::Required,
        attachment_label: Some(("Justificatif de l’événement", "Proof of the event")),
        half_days: false,
        has_balance: false,
        longest: 10,
    },
    Kind {
        id: "recovery",
        label: ("Récupération", "Time off in lieu"),
        description: Some((
            "Les heures faites en plus, rendues en demi-journées.",
            "Extra hours, given back in half-days.",
        )),
        attachment: AttachmentNeed::Optional,
        attachment_label: Some(("Accord du service", "Agreement of the department")),
        half_days: true,
        has_balance: true,
        longest: 31,
    },
];

/// The kind of that id.
#[must_use]
pub fn named(id: &str) -> Option<&'static Kind> {
    KINDS.iter().find(|it| it.id == id)
}

/// What an attachment may be.
#[must_use]
pub fn attachment_rules() -> LeaveAttachmentRules {
    LeaveAttachmentRules {
        media_types: MEDIA_TYPES.iter().map(|it| it.0.to_owned()).collect(),
        max_size: LARGEST as u64,
    }
}

/// The media types that are taken, each with what its files begin with.
const MEDIA_TYPES: [(&str, &[u8]); 3] = [
    ("application/pdf", b"%PDF-"),
    ("image/png", b"\x89PNG\r\n\x1a\n"),
    ("image/jpeg", b"\xff\xd8\xff"),
];

/// The media type as it is taken, whatever its case.
#[must_use]
pub fn media_type(text: &str) -> Option<&'static str> {
    let known = MEDIA_TYPES.iter().map(|(name, _)| *name);
    known.into_iter().find(|it| it.eq_ignore_ascii_case(text))
}

/// True when the bytes begin as files of that type do.
#[must_use]
pub fn is_of_type(bytes: &[u8], media_type: &str) -> bool {
    let known = MEDIA_TYPES.iter().find(|(name, _)| *name == media_type);
    known.is_some_and(|(_, beginning)| bytes.starts_with(beginning))
}

impl Kind {
    /// Its name.
    #[must_use]
    pub fn label(&self) -> Localized {
        localized(self.label)
    }

    /// As the contract offers it.
    #[must_use]
    pub fn offered(&self) -> LeaveKind {
        LeaveKind {
            id: self.id.to_owned(),
            label: self.label(),
            description: self.description.map(localized),
            attachment: self.attachment,
            attachment_label: self.attachment_label.map(localized),
            half_days: self.half_days,
        }
    }

    /// What was taken of it, and asked for, in a year whose first and last day are given, where no right is acquired.
    #[must_use]
    pub fn by_event(
        &self,
        (first, last): (NaiveDate, NaiveDate),
        (taken, pending): (i32, i32),
    ) -> LeaveBalance {
        let Localized { fr, en } = self.label();
        let year = first.year();
        LeaveBalance {
            id: format!("{}-{year}", self.id),
            kind: self.id.to_owned(),
            label: Localized {
                fr: format!("{fr} {year}"),
                en: format!("{en} {year}"),
            },
            usable_from: first,
            holds_until: Some(last),
            acquired: None,
            taken,
            pending,
            left: None,
        }
    }
}

fn localized((fr, en): (&str, &str)) -> Localized {
    Localized {
        fr: fr.to_owned(),
        en: en.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_says_what_is_to_be_attached_where_something_is() {
        for kind in KINDS {
            let offered = kind.offered();
            let takes_one = kind.attachment != AttachmentNeed::None;
            assert_eq!(offered.attachment_label.is_some(), takes_one, "{}", kind.id);
            assert_eq!(named(kind.id), Some(&kind));
        }
        assert_eq!(named("gold"), None);
    }

    #[test]
    fn a_file_is_of_the_type_that_its_first_bytes_say() {
        for (bytes, name, expected) in [
            (&b"%PDF-1.7"[..], "application/pdf", true),
            (b"\x89PNG\r\n\x1a\n....", "image/png", true),
            (b"\xff\xd8\xff\xe0", "image/jpeg", true),
            (b"%PDF-1.7", "image/png", false),
            (b" %PDF-1.7", "application/pdf", false),
            (b"<html>", "application/pdf", false),
            (b"", "application/pdf", false),
            (b"MZ", "application/x-msdownload", false),
        ] {
            assert_eq!(is_of_type(bytes, name), expected, "{name}");
        }
        assert_eq!(media_type("Application/PDF"), Some("application/pdf"));
        assert_eq!(media_type("text/html"), None);
    }
}
