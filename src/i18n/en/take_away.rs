//! English sentences for files on their way to the device; knows nothing else.

use super::English;
use crate::i18n::file_words::bytes;
use crate::i18n::locale::Locale;
use crate::i18n::texts::TakeAwayTexts;
use crate::rules::file_check::{FileType, InvalidFile};

impl TakeAwayTexts for English {
    fn bytes(&self, n: u64) -> String {
        if n == 1 {
            format!("{n}\u{a0}byte")
        } else {
            format!("{n}\u{a0}bytes")
        }
    }
    fn file_type(&self, file_type: FileType) -> &'static str {
        match file_type {
            FileType::Pdf => "PDF",
            FileType::Png => "PNG image",
            FileType::Jpeg => "JPEG image",
            FileType::Gif => "GIF image",
            FileType::WebP => "WebP image",
            FileType::Tiff => "TIFF image",
            FileType::Heic => "HEIC image",
            FileType::OldOffice => "Office document",
            FileType::Rtf => "RTF",
            FileType::Archive => "Archive",
            FileType::Calendar => "Calendar",
            FileType::Text => "Text",
            FileType::WebPage => "Web page",
            FileType::Drawing => "SVG drawing",
            FileType::Program => "Program",
            FileType::Unknown => "File",
        }
    }
    fn take_away_label(&self) -> &'static str {
        "Download the file"
    }
    fn download(&self, kind_and_size: &str) -> String {
        format!("Download ({kind_and_size})")
    }
    fn download_again(&self) -> &'static str {
        "Start the download again"
    }
    fn resume_download(&self) -> &'static str {
        "Resume"
    }
    fn share_file(&self) -> &'static str {
        "Share"
    }
    fn share_failed(&self) -> &'static str {
        "Sharing did not open."
    }
    fn caution_title(&self) -> &'static str {
        "Before you download"
    }
    fn caution_text(&self) -> &'static str {
        "The file leaves the portal, which can no longer protect or erase it:"
    }
    fn caution_points(&self) -> [&'static str; 3] {
        [
            "the disk of this device may not be encrypted;",
            "other people may use it;",
            "delete the file after use, from the bin too.",
        ]
    }
    fn caution_accept(&self) -> &'static str {
        "Download"
    }
    fn receiving(&self) -> &'static str {
        "Downloading…"
    }
    fn received_of(&self, received: &str, expected: &str) -> String {
        format!("{received} of {expected}")
    }
    fn received_so_far(&self, received: &str) -> String {
        format!("{received} received")
    }
    fn received_percent(&self, percent: u64) -> String {
        format!("{percent}% of the file has arrived.")
    }
    fn download_cancelled(&self) -> &'static str {
        "Download cancelled: nothing was saved."
    }
    fn download_handed_over(&self, name: &str) -> String {
        format!("The file has arrived whole. The browser is saving {name}…")
    }
    fn download_next(&self) -> &'static str {
        "It may ask you where; if not, look in your downloads. Delete the file after use, from the bin too."
    }
    fn nothing_saved(&self) -> &'static str {
        "This time, nothing was saved."
    }
    fn earlier_copy(&self) -> &'static str {
        "The file that you saved from this page before is still on this device: delete it after use, from the bin too."
    }
    fn not_saved_title(&self) -> &'static str {
        "The file could not be saved"
    }
    fn not_saved_text(&self) -> &'static str {
        "It has arrived whole, but this device has too little memory or the browser refused. Try on a computer, or open the file to save it with the browser’s menu."
    }
    fn cut_title(&self) -> &'static str {
        "The download was interrupted"
    }
    fn cut_text(&self, received: &str, expected: Option<&str>) -> String {
        match expected {
            Some(expected) => format!("{received} of {expected} had arrived."),
            None => format!("{received} had arrived."),
        }
    }
    fn cut_resume(&self) -> &'static str {
        "Resume from where it stopped."
    }
    fn invalid_file_title(&self) -> &'static str {
        "This file is not what it is said to be"
    }
    fn invalid_file(&self, why: InvalidFile) -> String {
        match why {
            InvalidFile::Empty => "It is empty.".to_owned(),
            InvalidFile::Truncated {
                received,
                expected: Some(expected),
            } => format!(
                "Its end is missing: {} instead of {}.",
                bytes(received, Locale::En),
                bytes(expected, Locale::En)
            ),
            InvalidFile::Truncated { expected: None, .. } => "Its end is missing.".to_owned(),
            InvalidFile::TooLong { expected } => format!(
                "It is longer than the {} announced.",
                bytes(expected, Locale::En)
            ),
            InvalidFile::TypeLies { said, found } => match (of(said), of(found)) {
                (Some(said), Some(found)) => format!("It is said to be {said} and holds {found}."),
                (Some(said), None) => format!("It is said to be {said} and holds something else."),
                (None, Some(found)) => format!("It holds {found}, which was not announced."),
                (None, None) => "Its content is not what was announced.".to_owned(),
            },
            InvalidFile::TooLarge { size, most } => format!(
                "It has {}; the portal does not take files of more than {}.",
                bytes(size, Locale::En),
                bytes(most, Locale::En)
            ),
        }
    }
    fn invalid_file_step(&self) -> &'static str {
        "Tell support: the file must be filed again."
    }
    fn download_not_allowed(&self) -> &'static str {
        "This file can’t be downloaded."
    }
    fn download_not_here(&self) -> &'static str {
        "You said that other people use this device: nothing is downloaded to it, so that nothing stays on it."
    }
    fn cannot_save(&self) -> &'static str {
        "Your browser does not save a file from a page. Open the file, then save it with the browser’s menu (or, on a phone, the share button). Remember to delete it after use."
    }
    fn open_file(&self, kind_and_size: &str) -> String {
        format!("Open the file ({kind_and_size})")
    }
}

fn of(file_type: FileType) -> Option<&'static str> {
    Some(match file_type {
        FileType::Pdf => "a PDF",
        FileType::Png => "a PNG image",
        FileType::Jpeg => "a JPEG image",
        FileType::Gif => "a GIF image",
        FileType::WebP => "a WebP image",
        FileType::Tiff => "a TIFF image",
        FileType::Heic => "a HEIC image",
        FileType::OldOffice => "an older Office document",
        FileType::Rtf => "an RTF text",
        FileType::Archive => "an archive",
        FileType::Calendar => "a calendar file",
        FileType::Text => "a text",
        FileType::WebPage => "a web page",
        FileType::Drawing => "an SVG drawing",
        FileType::Program => "a program",
        FileType::Unknown => return None,
    })
}
