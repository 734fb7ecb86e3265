//! Words that somebody else typed, as they may be shown; knows no place where they stand.

/// The longest label that is shown, in characters.
pub const LONGEST_LABEL: usize = 300;

/// The most characters that are looked at for it.
const LOOKED_AT: usize = 3000;

/// One line without anything that can't be seen, that turns the words around it, or that looks like a way through
/// folders; `None` when nothing is left of it.
#[must_use]
pub fn display_label(typed: &str) -> Option<String> {
    let mut label = String::new();
    let seen = typed.chars().take(LOOKED_AT);
    for letter in seen.filter(|letter| !is_unseen(*letter)) {
        if !letter.is_whitespace() {
            label.push(letter);
        } else if !label.is_empty() && !label.ends_with(' ') {
            label.push(' ');
        }
    }
    // Each time anew: taking one out may make another.
    while let Some(at) = label.find("../").or_else(|| label.find("..\\")) {
        label.replace_range(at..at + 3, "");
    }
    let cut: String = label.trim().chars().take(LONGEST_LABEL).collect();
    let cut = cut.trim_end();
    (!cut.is_empty()).then(|| cut.to_owned())
}

/// The words of a text file, line by line as they were written, without anything that can't be seen or that turns the
/// words around it. Bytes that are no UTF-8 are read as the Latin-1 that they mostly are.
#[must_use]
pub fn display_text(bytes: &[u8]) -> String {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().map(|byte| char::from(*byte)).collect(),
    };
    text.replace("\r\n", "\n")
        .replace('\r', "\n")
        .chars()
        .filter(|letter| matches!(letter, '\n' | '\t') || !is_unseen(*letter))
        .collect()
}

/// Controls, the marks that turn the direction of what follows (Unicode, UAX 9), and blanks without width. White space
/// is none of them.
fn is_unseen(letter: char) -> bool {
    (letter.is_control() && !letter.is_whitespace())
        || matches!(
            letter,
            '\u{061c}'
                | '\u{200b}'
                | '\u{200e}'
                | '\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'
                | '\u{2066}'..='\u{2069}'
                | '\u{feff}'
        )
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_LABEL, display_label, display_text};

    #[test]
    fn a_label_is_one_line_of_what_can_be_seen() {
        for (typed, shown) in [
            ("Arrêté d’avancement", Some("Arrêté d’avancement")),
            ("  deux\u{a0}\r\n\tmots ", Some("deux mots")),
            ("a\u{0}b\u{7f}c\u{9d}", Some("abc")),
            ("\u{202e}fdp.exe\u{2066} x", Some("fdp.exe x")),
            ("../../etc/passwd", Some("etc/passwd")),
            ("....//x ..\\y", Some("x y")),
            ("م\u{200f}رحبا", Some("مرحبا")),
            ("", None),
            (" \u{200b}\u{feff} ", None),
            ("../", None),
            ("a.. / b", Some("a.. / b")),
        ] {
            assert_eq!(display_label(typed).as_deref(), shown, "{typed:?}");
        }
    }

    #[test]
    fn a_label_without_an_end_is_cut() {
        let long = "é".repeat(10_000);
        let shown = display_label(&long).unwrap_or_default();
        assert_eq!(shown.chars().count(), LONGEST_LABEL);
    }

    #[test]
    fn a_text_keeps_its_lines_and_loses_what_can_not_be_seen() {
        assert_eq!(display_text("a\r\nb\rc\n\td".as_bytes()), "a\nb\nc\n\td");
        assert_eq!(display_text("\u{feff}a\u{202e}b\u{7}".as_bytes()), "ab");
        assert_eq!(display_text(b"caf\xe9"), "café");
        assert_eq!(display_text(b""), "");
    }
}
