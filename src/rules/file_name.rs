//! The name that a file is saved under: what it is and its day, nothing of its title; knows no person and no server's name for it.

use chrono::{Datelike, NaiveDate};

/// What a name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileStem {
    /// A payslip, by its month.
    Payslip(NaiveDate),
    /// A document, by its day.
    Document(NaiveDate),
    /// Leave as a calendar file, by its first day.
    Leave(NaiveDate),
    /// What was attached to a request for leave, by the first day of the leave.
    LeaveAttachment(NaiveDate),
    /// What came with a message, by the day of the message.
    MailAttachment(NaiveDate),
}

/// A name of small letters, digits and hyphens with one ending (`bulletin-2026-10.pdf`), the same in both languages:
/// nobody learns from a folder whose file it is or what it is about.
#[must_use]
pub fn neutral_name(stem: FileStem, ending: &str) -> String {
    let (word, date) = match stem {
        FileStem::Payslip(month) => (
            "bulletin",
            year(month).map(|year| format!("{year:04}-{:02}", month.month())),
        ),
        FileStem::Document(day) => ("document", whole(day)),
        FileStem::Leave(day) => ("conge", whole(day)),
        FileStem::LeaveAttachment(day) => ("justificatif", whole(day)),
        FileStem::MailAttachment(day) => ("piece-jointe", whole(day)),
    };
    let ending: String = ending
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|letter| letter.to_ascii_lowercase())
        .take(8)
        .collect();
    let ending = if ending.is_empty() { "bin" } else { &ending };
    match date {
        Some(date) => format!("{word}-{date}.{ending}"),
        None => format!("{word}.{ending}"),
    }
}

fn whole(day: NaiveDate) -> Option<String> {
    year(day).map(|year| format!("{year:04}-{:02}-{:02}", day.month(), day.day()))
}

/// `None` for a year that is not written with four digits.
fn year(date: NaiveDate) -> Option<i32> {
    Some(date.year()).filter(|year| (0..=9999).contains(year))
}

#[cfg(test)]
mod tests {
    use super::{FileStem, neutral_name};
    use chrono::NaiveDate;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
    }

    #[test]
    fn a_name_says_what_it_is_and_its_day() {
        for (stem, ending, name) in [
            (
                FileStem::Payslip(day(2026, 10, 1)),
                "pdf",
                "bulletin-2026-10.pdf",
            ),
            (
                FileStem::Document(day(2026, 9, 1)),
                "jpg",
                "document-2026-09-01.jpg",
            ),
            (
                FileStem::Document(day(1, 1, 1)),
                "pdf",
                "document-0001-01-01.pdf",
            ),
            (FileStem::Document(day(-5, 1, 1)), "pdf", "document.pdf"),
            (
                FileStem::Leave(day(2026, 12, 18)),
                "ics",
                "conge-2026-12-18.ics",
            ),
            (
                FileStem::LeaveAttachment(day(2026, 5, 15)),
                "png",
                "justificatif-2026-05-15.png",
            ),
            (
                FileStem::MailAttachment(day(2026, 11, 22)),
                "pdf",
                "piece-jointe-2026-11-22.pdf",
            ),
            (FileStem::Payslip(day(12_026, 1, 1)), "pdf", "bulletin.pdf"),
        ] {
            assert_eq!(neutral_name(stem, ending), name);
        }
    }

    #[test]
    fn whatever_the_ending_a_name_stays_sound() {
        for ending in ["", "../x", "PDF", "a.b", "x\0y", "é", "exe\u{202e}fdp"] {
            let name = neutral_name(FileStem::Document(NaiveDate::MAX), ending);
            let sound = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            let (stem, ending) = name.split_once('.').unwrap_or_default();
            assert!(
                stem.chars().all(sound) && !ending.is_empty() && ending.chars().all(sound),
                "{name:?}"
            );
        }
    }
}
