//! Whether a file can stand with a message, before it is sent, and under which media type and name; knows no call.

use super::display_label::display_label;
use super::file_check::{FileType, HEAD, signature::type_of, type_said};
use crate::contract::endpoint::segment;
use crate::contract::mail::{LONGEST_MAIL_NAME, MailSettings};

/// So many first bytes are looked at.
pub const LOOKED_AT: usize = HEAD;

/// Why a file can't stand with a message; one variant per reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum InvalidMailFile {
    /// There is nothing in it.
    Empty,
    /// It is larger than what is taken.
    TooLarge {
        /// The largest that is taken, in bytes.
        most: u64,
    },
    /// With the others it is larger than what a message takes.
    TogetherTooLarge {
        /// The most that they weigh together, in bytes.
        most: u64,
    },
    /// It is a program.
    Program,
    /// The device could not read it.
    Unreadable,
}

/// Checks the length of a file beside the others, which weigh `others` bytes; nothing is refused for its length while the
/// settings are not known.
///
/// # Errors
///
/// Why it can't stand with the message.
pub fn weighed(
    size: u64,
    others: u64,
    settings: Option<&MailSettings>,
) -> Result<(), InvalidMailFile> {
    if size == 0 {
        return Err(InvalidMailFile::Empty);
    }
    let Some(settings) = settings else {
        return Ok(());
    };
    let most = settings.max_attachment_bytes;
    if size > most {
        return Err(InvalidMailFile::TooLarge { most });
    }
    let most = settings.max_message_bytes;
    if others.saturating_add(size) > most {
        return Err(InvalidMailFile::TogetherTooLarge { most });
    }
    Ok(())
}

/// The media type under which a file is sent: what the device says where that can be a media type that fits the first
/// bytes, or else what they tell.
///
/// # Errors
///
/// It is a program, or there is nothing in it.
pub fn media_type(said: &str, head: &[u8]) -> Result<String, InvalidMailFile> {
    const ANY: &str = "application/octet-stream";
    if head.is_empty() {
        return Err(InvalidMailFile::Empty);
    }
    let found = type_of(head);
    if found == FileType::Program {
        return Err(InvalidMailFile::Program);
    }
    let fits = matches!(type_said(said), FileType::Unknown) || type_said(said) == found;
    let told = match found {
        FileType::Pdf => "application/pdf",
        FileType::Png => "image/png",
        FileType::Jpeg => "image/jpeg",
        FileType::Gif => "image/gif",
        FileType::WebP => "image/webp",
        _ => ANY,
    };
    Ok(if is_media_type(said) && fits {
        said.to_ascii_lowercase()
    } else {
        told.to_owned()
    })
}

fn is_media_type(said: &str) -> bool {
    let is_name = |part: &str| {
        !part.is_empty()
            && part.len() <= 127
            && part
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "!#$&-^_.+".contains(c))
    };
    said.split_once('/')
        .is_some_and(|(kind, name)| is_name(kind) && is_name(name))
}

/// The name that is sent with a file: what can be seen of it, and no folder.
#[must_use]
pub fn file_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let shown: Vec<char> = display_label(last).unwrap_or_default().chars().collect();
    // Of a name that is too long the ending stays.
    let start: String = shown.iter().take(LONGEST_MAIL_NAME - 20).collect();
    let rest = shown.get(LONGEST_MAIL_NAME - 20..).unwrap_or_default();
    let end: String = rest
        .get(rest.len().saturating_sub(20)..)
        .unwrap_or_default()
        .iter()
        .collect();
    let name = format!("{start}{end}");
    if name.is_empty() {
        "fichier".to_owned()
    } else {
        name
    }
}

/// The header that says the name (RFC 6266, with RFC 8187's encoding).
#[must_use]
pub fn disposition(name: &str) -> String {
    format!("attachment; filename*=UTF-8''{}", segment(&file_name(name)))
}

#[cfg(test)]
mod tests {
    use super::{InvalidMailFile as Invalid, disposition, file_name, media_type, weighed};
    use crate::contract::mail::MailSettings;
    use proptest::prelude::*;

    #[test]
    fn a_file_is_weighed_alone_and_with_the_others() {
        let settings = MailSettings {
            domains: Vec::new(),
            max_attachment_bytes: 10,
            max_message_bytes: 15,
            max_recipients: 1,
        };
        for (size, others, verdict) in [
            (10, 5, Ok(())),
            (0, 0, Err(Invalid::Empty)),
            (11, 0, Err(Invalid::TooLarge { most: 10 })),
            (10, 6, Err(Invalid::TogetherTooLarge { most: 15 })),
            (10, u64::MAX, Err(Invalid::TogetherTooLarge { most: 15 })),
        ] {
            assert_eq!(weighed(size, others, Some(&settings)), verdict);
        }
        assert_eq!(weighed(u64::MAX, 9, None), Ok(()));
    }

    #[test]
    fn the_device_is_believed_where_the_bytes_do_not_say_otherwise() {
        for (said, head, told) in [
            ("application/pdf", &b"%PDF-1.7"[..], Ok("application/pdf")),
            ("text/html", b"%PDF-1.7", Ok("application/pdf")),
            (
                "application/x-unheard-of",
                b"\0\x01",
                Ok("application/x-unheard-of"),
            ),
            ("", b"\x89PNG\r\n\x1a\n", Ok("image/png")),
            ("a\r\nX: y/z", b"\0\x01", Ok("application/octet-stream")),
            ("text/plain", b"MZ\x90\0\x03\0", Err(Invalid::Program)),
            ("text/plain", b"", Err(Invalid::Empty)),
        ] {
            assert_eq!(
                media_type(said, head).as_deref(),
                told.as_ref().copied(),
                "{said}"
            );
        }
    }

    #[test]
    fn a_name_goes_whole_and_as_a_header_can_hold_it() {
        for (name, sent) in [
            ("Ordre du jour.pdf", "Ordre%20du%20jour.pdf"),
            ("été \"x\".pdf", "%C3%A9t%C3%A9%20%22x%22.pdf"),
            ("../../etc/passwd", "passwd"),
            ("C:\\dossier\\note.odt", "note.odt"),
            ("\u{202e}fdp.exe", "fdp.exe"),
            ("", "fichier"),
        ] {
            assert_eq!(
                disposition(name),
                format!("attachment; filename*=UTF-8''{sent}")
            );
        }
        let long = file_name(&format!("{}.pdf", "n".repeat(290)));
        assert!(long.chars().count() == 200 && long.ends_with(".pdf"));
    }

    proptest! {
        #[test]
        fn any_name_gives_a_header_of_plain_letters(name in any::<String>()) {
            let header = disposition(&name);
            prop_assert!(header.chars().all(|c| c.is_ascii_graphic() || c == ' '));
            prop_assert!(file_name(&name).chars().count() <= 200);
        }
    }
}
