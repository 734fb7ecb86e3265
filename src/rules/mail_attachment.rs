//! What is to be feared of a file that came with a message, and whether it can be shown; knows no call and no bytes.

use super::file_check::{FileType, type_said};
use crate::contract::mail::MailAttachment;

/// What somebody is warned of before they save a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileDanger {
    /// It can run, or do something by itself where it is opened.
    Active,
    /// Its name ends as a program's does, and its type says something else.
    Disguised,
    /// It may hold a program: macros.
    Macros,
}

/// Endings of what runs where it is opened (those that mail programs hold back).
const PROGRAMS: [&str; 36] = [
    "apk", "app", "bat", "cmd", "com", "cpl", "desktop", "dll", "dmg", "exe", "hta", "htm", "html",
    "iso", "jar", "js", "jse", "lnk", "msi", "msp", "pif", "ps1", "py", "reg", "scr", "sct", "sh",
    "shtml", "svg", "url", "vb", "vbe", "vbs", "wsf", "xhtml", "xll",
];

/// Endings of documents that hold macros, and the old ones that may.
const MACROS: [&str; 7] = ["docm", "dotm", "potm", "ppsm", "pptm", "xlsm", "xlsb"];

/// What is to be feared of a file; its name and its type may both lie, so that either is enough.
#[must_use]
pub fn danger(file: &MailAttachment) -> Option<FileDanger> {
    let said = type_said(&file.media_type);
    let ending = ending(&file.name);
    let ends_in = |endings: &[&str]| ending.as_deref().is_some_and(|it| endings.contains(&it));
    if said.is_active() {
        Some(FileDanger::Active)
    } else if ends_in(&PROGRAMS) {
        Some(match said {
            FileType::Unknown => FileDanger::Active,
            _ => FileDanger::Disguised,
        })
    } else if ends_in(&MACROS)
        || file
            .media_type
            .to_ascii_lowercase()
            .contains("macroenabled")
    {
        Some(FileDanger::Macros)
    } else {
        None
    }
}

/// True for what the page shows where it may: a PDF or a picture, and nothing that looks like something else.
#[must_use]
pub fn can_be_shown(file: &MailAttachment) -> bool {
    let said = type_said(&file.media_type);
    (said == FileType::Pdf || said.is_picture()) && danger(file).is_none()
}

/// What stands behind the last dot of a name, in small letters, whatever unseen signs and blanks follow it.
fn ending(name: &str) -> Option<String> {
    let seen: String = name
        .chars()
        .filter(|letter| letter.is_ascii_graphic() || letter.is_alphanumeric())
        .collect();
    let seen = seen.trim_end_matches('.');
    let (_, ending) = seen.rsplit_once('.')?;
    Some(ending.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::{FileDanger, can_be_shown, danger};
    use crate::contract::mail::MailAttachment;

    fn file(name: &str, media_type: &str) -> MailAttachment {
        MailAttachment {
            id: "a_1".to_owned(),
            name: name.to_owned(),
            media_type: media_type.to_owned(),
            size: 1,
        }
    }

    #[test]
    fn what_runs_is_warned_of_whatever_it_calls_itself() {
        for (name, media_type, feared) in [
            ("note.pdf", "application/pdf", None),
            ("photo.jpg", "image/jpeg", None),
            ("", "application/pdf", None),
            ("plan.odt", "application/vnd.oasis.opendocument.text", None),
            ("page.html", "text/html", Some(FileDanger::Active)),
            ("dessin", "image/svg+xml", Some(FileDanger::Active)),
            (
                "x.exe",
                "application/octet-stream",
                Some(FileDanger::Active),
            ),
            (
                "note.pdf.exe",
                "application/pdf",
                Some(FileDanger::Disguised),
            ),
            (
                "note.pdf.EXE .",
                "application/pdf",
                Some(FileDanger::Disguised),
            ),
            (
                "x\u{202e}fdp.exe",
                "application/pdf",
                Some(FileDanger::Disguised),
            ),
            (
                "x.e\u{200b}xe",
                "application/pdf",
                Some(FileDanger::Disguised),
            ),
            (
                "budget.xlsm",
                "application/octet-stream",
                Some(FileDanger::Macros),
            ),
            (
                "budget",
                "application/vnd.ms-excel.sheet.macroEnabled.12",
                Some(FileDanger::Macros),
            ),
        ] {
            assert_eq!(danger(&file(name, media_type)), feared, "{name:?}");
        }
    }

    #[test]
    fn only_a_pdf_and_a_picture_that_look_like_it_are_shown() {
        for (name, media_type, is_shown) in [
            ("note.pdf", "application/pdf", true),
            ("photo", "image/png", true),
            ("note.pdf.exe", "application/pdf", false),
            ("dessin.svg", "image/svg+xml", false),
            ("lisez-moi.txt", "text/plain", false),
            ("plan.tif", "image/tiff", false),
        ] {
            assert_eq!(can_be_shown(&file(name, media_type)), is_shown, "{name}");
        }
    }
}
