//! A message's text in the parts that are shown: paragraphs, what it quotes, and how much of it at once; knows no page.

/// So many bytes of a text are shown at once: some thirty sheets.
pub const SHOWN_AT_ONCE: usize = 100_000;

/// So many parts are shown at once: a text of empty lines draws no more than one of words.
const PARTS_AT_ONCE: usize = 400;

/// What is quoted stands folded from so many lines on.
const LONG_QUOTE: usize = 5;

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextPart {
    /// Lines that belong together, as they were written.
    Paragraph(String),
    /// Lines that each began with `>`, without it.
    Quote {
        /// The lines.
        text: String,
        /// How many.
        lines: usize,
    },
}

impl TextPart {
    /// True for a quote that is folded until somebody wants it.
    #[must_use]
    pub fn is_folded(&self) -> bool {
        matches!(self, Self::Quote { lines, .. } if *lines >= LONG_QUOTE)
    }
}

/// What is shown of `text` from the byte `from` on, and where the rest begins; `None` when nothing is left. Whatever
/// `from` is, no letter is cut.
#[must_use]
pub fn parts_from(text: &str, from: usize) -> (Vec<TextPart>, Option<usize>) {
    let from = boundary(text, from);
    let mut parts: Vec<TextPart> = Vec::new();
    let mut at = from;
    let mut is_apart = true;
    for line in text[from..].split_inclusive('\n') {
        let room = (from + SHOWN_AT_ONCE).saturating_sub(at);
        let is_new_part = is_apart || parts.is_empty();
        if room == 0 || (is_new_part && parts.len() >= PARTS_AT_ONCE) {
            return (parts, Some(at));
        }
        // One line alone may be longer than all that is shown.
        let taken = boundary(line, room.min(line.len()));
        let taken = if taken == 0 { line.len() } else { taken };
        let shown = line[..taken].trim_end_matches(['\n', '\r']);
        is_apart = add(&mut parts, shown, is_apart);
        at += taken;
        if taken < line.len() {
            return (parts, Some(at));
        }
    }
    (parts, None)
}

/// Adds a line; true when the next one begins another part.
fn add(parts: &mut Vec<TextPart>, line: &str, is_apart: bool) -> bool {
    if line.trim().is_empty() {
        return true;
    }
    let quoted = line.strip_prefix('>');
    let quoted = quoted.map(|rest| rest.strip_prefix(' ').unwrap_or(rest));
    match (quoted, parts.last_mut()) {
        // It goes on over blank lines: a long thread is one.
        (Some(quoted), Some(TextPart::Quote { text, lines })) => {
            text.push_str(if is_apart { "\n\n" } else { "\n" });
            text.push_str(&shown(quoted));
            *lines += 1;
        }
        (Some(quoted), _) => parts.push(TextPart::Quote {
            text: shown(quoted),
            lines: 1,
        }),
        (None, Some(TextPart::Paragraph(text))) if !is_apart => {
            text.push('\n');
            text.push_str(&shown(line));
        }
        (None, _) => parts.push(TextPart::Paragraph(shown(line))),
    }
    false
}

/// A line without controls and without what turns the words around it (Unicode, UAX 9). The marks that right-to-left
/// scripts and emoji are written with stay.
fn shown(line: &str) -> String {
    let is_unseen = |letter: char| {
        (letter.is_control() && letter != '\t')
            || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    line.chars().filter(|letter| !is_unseen(*letter)).collect()
}

/// The end of a letter at or before `at`.
fn boundary(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at)
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{PARTS_AT_ONCE, SHOWN_AT_ONCE, TextPart, parts_from};
    use proptest::prelude::{prop_assert, proptest};

    fn paragraph(text: &str) -> TextPart {
        TextPart::Paragraph(text.to_owned())
    }

    fn quote(text: &str, lines: usize) -> TextPart {
        let text = text.to_owned();
        TextPart::Quote { text, lines }
    }

    #[test]
    fn a_text_is_paragraphs_and_what_it_quotes() {
        for (text, parts) in [
            ("", vec![]),
            (" \r\n\n", vec![]),
            (
                "Bonjour,\r\n\r\nÀ demain.\n",
                vec![paragraph("Bonjour,"), paragraph("À demain.")],
            ),
            ("a\nb\n\n\n\nc", vec![paragraph("a\nb"), paragraph("c")]),
            (
                "a\n> b\n>c\n>\n> > d\ne",
                vec![paragraph("a"), quote("b\nc\n\n> d", 4), paragraph("e")],
            ),
            ("> a\n\n\n> b", vec![quote("a\n\nb", 2)]),
            ("\u{202e}a\u{0}b\tc\u{feff}", vec![paragraph("ab\tc")]),
            (
                "م\u{200f}رحبا 👩\u{200d}💻",
                vec![paragraph("م\u{200f}رحبا 👩\u{200d}💻")],
            ),
        ] {
            assert_eq!(parts_from(text, 0), (parts, None), "{text:?}");
        }
    }

    #[test]
    fn only_a_long_quote_is_folded() {
        assert!(!quote("a\nb\nc\nd", 4).is_folded());
        assert!(quote("a\nb\nc\nd\ne", 5).is_folded());
        assert!(!paragraph("a\nb\nc\nd\ne\nf").is_folded());
    }

    #[test]
    fn a_text_without_an_end_is_shown_in_pieces_that_have_one() {
        for text in [
            "é".repeat(SHOWN_AT_ONCE),
            "\n\n".repeat(SHOWN_AT_ONCE),
            "a\n\n".repeat(SHOWN_AT_ONCE),
            "> mot \n".repeat(SHOWN_AT_ONCE),
            "Une phrase ordinaire.\n".repeat(SHOWN_AT_ONCE / 10),
        ] {
            let (mut from, mut pieces) = (0, 0);
            loop {
                let (parts, next) = parts_from(&text, from);
                let bytes: usize = parts
                    .iter()
                    .map(|part| match part {
                        TextPart::Paragraph(text) | TextPart::Quote { text, .. } => text.len(),
                    })
                    .sum();
                assert!(parts.len() <= PARTS_AT_ONCE && bytes <= SHOWN_AT_ONCE + 4);
                pieces += 1;
                match next {
                    Some(next) => {
                        assert!(next > from);
                        from = next;
                    }
                    None => break,
                }
            }
            assert!(pieces >= 2, "{pieces}");
        }
    }

    proptest! {
        #[test]
        fn any_text_from_anywhere_goes_on_to_its_end(text in "[a> é\n\r👩]{0,200}", from in 0_usize..300) {
            let (parts, next) = parts_from(&text, from);
            prop_assert!(parts.len() <= PARTS_AT_ONCE);
            prop_assert!(next.is_none());
        }
    }
}
