//! The words of a message out of its bytes; knows no message that says the truth about its characters.

use crate::mail::letter::Words;
use encoding_rs::{Encoding, UTF_8};

/// What the bytes say in the character set that they claim, always something that can be shown; true when characters were
/// damaged.
///
/// Null bytes are dropped, and counted as damage. A character set that nobody knows is read as UTF-8.
#[must_use]
pub fn decoded(words: &Words) -> (String, bool) {
    let encoding = Encoding::for_label(words.charset.as_bytes()).unwrap_or(UTF_8);
    let (text, _, damaged) = encoding.decode(&words.bytes);
    let whole = text.replace('\0', "");
    let damaged = damaged || whole.len() != text.len();
    (whole, damaged)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_are_not_what_they_say_can_be_shown_and_are_told_of() {
        for (bytes, charset, expected, damaged) in [
            (&b"d\xc3\xa9j\xc3\xa0"[..], "utf-8", "déjà", false),
            (b"d\xe9j\xe0 \x80", "windows-1252", "déjà €", false),
            // Browsers read the one as the other.
            (b"d\xe9j\xe0 \x80", "iso-8859-1", "déjà €", false),
            (b"d\xe9j\xe0", "utf-8", "d\u{fffd}j\u{fffd}", true),
            (b"tronqu\xc3", "utf-8", "tronqu\u{fffd}", true),
            (b"a\0b", "utf-8", "ab", true),
            (b"d\xc3\xa9j\xc3\xa0", "x-unknown", "déjà", false),
            (b"\xef\xbb\xbfa", "windows-1252", "a", false),
            (b"", "utf-8", "", false),
        ] {
            let words = Words {
                bytes: bytes.to_vec(),
                charset,
            };
            assert_eq!(decoded(&words), (expected.to_owned(), damaged));
        }
    }
}
