//! Whether a file can stand with a request for leave, before it is sent; believes its bytes and no name.

use super::file_check::{FileType, HEAD, signature::type_of, type_said};
use crate::contract::leave::LeaveAttachmentRules;

/// Why a file can't be attached; one variant per reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum InvalidAttachment {
    /// There is nothing in it.
    Empty,
    /// It is larger than what is taken.
    TooLarge {
        /// Its length, in bytes.
        size: u64,
        /// The largest that is taken.
        most: u64,
    },
    /// Its bytes are of another kind than what is taken.
    WrongType {
        /// What it is.
        found: FileType,
    },
    /// The device could not read it.
    Unreadable,
}

/// So many first bytes tell whether it can be attached.
pub const LOOKED_AT: usize = HEAD;

/// The media type under which a file is sent, from its length and its first [`LOOKED_AT`] bytes.
///
/// # Errors
///
/// Why it can't be attached.
pub fn attachable(
    rules: &LeaveAttachmentRules,
    size: u64,
    head: &[u8],
) -> Result<String, InvalidAttachment> {
    if size == 0 || head.is_empty() {
        return Err(InvalidAttachment::Empty);
    }
    if size > rules.max_size {
        return Err(InvalidAttachment::TooLarge {
            size,
            most: rules.max_size,
        });
    }
    let found = type_of(head);
    let taken = rules.media_types.iter().find(|media_type| {
        let said = type_said(media_type);
        said == found && said != FileType::Unknown && !said.is_active()
    });
    taken.cloned().ok_or(InvalidAttachment::WrongType { found })
}

#[cfg(test)]
mod tests {
    use super::{InvalidAttachment as Invalid, attachable};
    use crate::contract::leave::LeaveAttachmentRules;
    use crate::rules::file_check::FileType;
    use proptest::prelude::*;

    fn rules() -> LeaveAttachmentRules {
        LeaveAttachmentRules {
            media_types: ["application/pdf", "image/png", "image/jpeg"]
                .map(str::to_owned)
                .to_vec(),
            max_size: 5_000_000,
        }
    }

    #[test]
    fn a_file_is_taken_by_its_bytes_and_its_length() {
        let wrong = |found| Err(Invalid::WrongType { found });
        for (size, head, expected) in [
            (9, &b"%PDF-1.7\n"[..], Ok("application/pdf")),
            (5_000_000, b"\x89PNG\r\n\x1a\n", Ok("image/png")),
            (900, b"\xff\xd8\xff\xe0", Ok("image/jpeg")),
            (0, b"", Err(Invalid::Empty)),
            (
                5_000_001,
                b"%PDF-1.7",
                Err(Invalid::TooLarge {
                    size: 5_000_001,
                    most: 5_000_000,
                }),
            ),
            (100, b"PK\x03\x04", wrong(FileType::Archive)),
            (100, b"MZ\x90\0\x03\0", wrong(FileType::Program)),
            (100, b"<!doctype html>", wrong(FileType::WebPage)),
            (100, b"\0\0\0\x18ftypheic", wrong(FileType::Heic)),
            (100, b"Bonjour", wrong(FileType::Text)),
            (100, b"\0\x01\x02", wrong(FileType::Unknown)),
        ] {
            let found = attachable(&rules(), size, head);
            assert_eq!(found.as_deref(), expected.as_ref().copied(), "{head:?}");
        }
    }

    #[test]
    fn a_backend_that_would_take_anything_is_still_sent_nothing_that_runs() {
        let rules = LeaveAttachmentRules {
            media_types: ["text/html", "application/x-unheard-of"]
                .map(str::to_owned)
                .to_vec(),
            max_size: u64::MAX,
        };
        for head in [&b"<html>"[..], b"\0\x01\x02"] {
            assert!(attachable(&rules, 10, head).is_err());
        }
    }

    proptest! {
        #[test]
        fn any_bytes_give_a_type_that_is_taken_or_a_reason(size: u64, head: Vec<u8>) {
            if let Ok(media_type) = attachable(&rules(), size, &head) {
                prop_assert!(rules().media_types.contains(&media_type));
                prop_assert!(size <= rules().max_size);
            }
        }
    }
}
