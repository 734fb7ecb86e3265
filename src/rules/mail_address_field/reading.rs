//! Addresses, read from what somebody types or pastes, without a letter lost; knows no field and nobody who is known.

use crate::contract::mail::{LONGEST_MAIL_NAME, MailAddress};

/// The longest address, in characters (RFC 5321, section 4.5.3.1.3, without its brackets).
pub const LONGEST_ADDRESS: usize = 254;
/// The longest part before the sign (RFC 5321, section 4.5.3.1.1).
const LONGEST_LOCAL: usize = 64;
/// The longest part of a domain between two dots (RFC 1035).
const LONGEST_LABEL: usize = 63;

/// Why what is typed is no address; one variant per reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum InvalidAddress {
    /// There is no `@`: it may be a name.
    NoSign,
    /// What stands around the `@` can't stand there.
    Malformed,
    /// It is longer than an address or a name can be.
    TooLong,
}

/// A part of what is typed; all of them one after the other are what was typed, letter by letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// As it was typed, with the separator after it.
    pub raw: &'a str,
    /// True when a separator ends it: nothing more will be typed there.
    pub is_ended: bool,
    /// Whom it names; `None` where there are blanks alone.
    pub read: Option<Result<MailAddress, InvalidAddress>>,
}

/// Takes what is typed apart: `Nom <a@b>, c@d; "Nom, Prénom" <e@f>`, in lines too. A comma or a semicolon in quotes or in
/// angle brackets separates nothing, nor does a comma in a name in a list that semicolons separate.
#[must_use]
pub fn pieces(typed: &str) -> Vec<Piece<'_>> {
    let is_by_semicolon = cuts(typed, false).iter().any(|(_, by)| *by == ';');
    let mut start = 0;
    let mut pieces = Vec::new();
    for (end, _) in cuts(typed, is_by_semicolon) {
        if let Some(raw) = typed.get(start..end) {
            pieces.extend(spaced(raw, true));
        }
        start = end;
    }
    if let Some(raw) = typed.get(start..).filter(|raw| !raw.is_empty()) {
        pieces.extend(spaced(raw, false));
    }
    pieces
}

/// Where what is typed is cut: after which byte, and by which separator.
fn cuts(typed: &str, is_by_semicolon: bool) -> Vec<(usize, char)> {
    let (mut cuts, mut start) = (Vec::new(), 0);
    let (mut is_quoted, mut is_bracketed, mut is_escaped) = (false, false, false);
    for (at, letter) in typed.char_indices() {
        let was_escaped = std::mem::take(&mut is_escaped);
        match letter {
            '\\' if is_quoted && !was_escaped => is_escaped = true,
            // Whatever was not closed ends with its line.
            '\n' | '\r' => {
                (is_quoted, is_bracketed) = (false, false);
                cuts.push((at + letter.len_utf8(), letter));
            }
            '"' if !was_escaped => is_quoted = !is_quoted,
            '<' if !is_quoted => is_bracketed = true,
            '>' if !is_quoted => is_bracketed = false,
            ',' if is_by_semicolon && !typed.get(start..at).unwrap_or_default().contains('@') => {}
            ',' | ';' if !is_quoted && !is_bracketed => {
                cuts.push((at + letter.len_utf8(), letter));
            }
            _ => {}
        }
        if let Some((cut, _)) = cuts.last() {
            start = *cut;
        }
    }
    cuts
}

/// One piece, or several where addresses alone stand side by side.
fn spaced(raw: &str, is_ended: bool) -> Vec<Piece<'_>> {
    let words: Vec<&str> = raw
        .trim_end_matches(is_separator)
        .split_whitespace()
        .collect();
    let are_addresses = words.len() > 1 && words.iter().all(|word| address(word).is_ok());
    if !are_addresses {
        let read = read(raw);
        return vec![Piece {
            raw,
            is_ended,
            read,
        }];
    }
    let mut parts = Vec::new();
    let mut rest = raw;
    for word in words.iter().skip(1) {
        // Each stands after the one before it.
        let before = rest.split_whitespace().next().unwrap_or_default();
        let after = rest.find(before).map_or(0, |at| at + before.len());
        let at = rest
            .get(after..)
            .and_then(|tail| tail.find(word))
            .map_or(after, |at| after + at);
        let (part, tail) = rest.split_at(at);
        let read = read(part);
        parts.push(Piece {
            raw: part,
            is_ended: true,
            read,
        });
        rest = tail;
    }
    let read = read(rest);
    parts.push(Piece {
        raw: rest,
        is_ended,
        read,
    });
    parts
}

/// True for what stands between two addresses.
pub(super) fn is_separator(letter: char) -> bool {
    matches!(letter, ',' | ';' | '\n' | '\r') || letter.is_whitespace()
}

fn read(raw: &str) -> Option<Result<MailAddress, InvalidAddress>> {
    let text = raw
        .trim_end_matches(is_separator)
        .trim_start_matches(is_separator);
    (!text.is_empty()).then(|| named(text))
}

/// `Nom <a@b>`, `<a@b>` or `a@b`.
fn named(text: &str) -> Result<MailAddress, InvalidAddress> {
    let bracketed = text
        .strip_suffix('>')
        .and_then(|text| text.rsplit_once('<'));
    let (name, typed) = bracketed.unwrap_or(("", text));
    let found = address(typed.trim())?;
    let name = unquoted(name.trim());
    if name
        .chars()
        .any(|letter| letter.is_control() && !letter.is_whitespace())
    {
        return Err(InvalidAddress::Malformed);
    }
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.chars().count() > LONGEST_MAIL_NAME {
        return Err(InvalidAddress::TooLong);
    }
    // A name that is the address again says nothing.
    let name = if name.eq_ignore_ascii_case(found) {
        String::new()
    } else {
        name
    };
    Ok(MailAddress {
        name,
        address: found.to_owned(),
    })
}

fn unquoted(name: &str) -> String {
    let Some(inner) = name
        .strip_prefix('"')
        .and_then(|name| name.strip_suffix('"'))
    else {
        // Of quotes that were not closed nothing stays.
        return name.trim_matches('"').trim().to_owned();
    };
    let (mut plain, mut letters) = (String::new(), inner.chars());
    while let Some(letter) = letters.next() {
        plain.extend(if letter == '\\' {
            letters.next()
        } else {
            Some(letter)
        });
    }
    plain
}

/// An address that a message can be sent to, without `mailto:` before it.
///
/// # Errors
///
/// Why it is none.
pub fn address(typed: &str) -> Result<&str, InvalidAddress> {
    let scheme = typed
        .get(..7)
        .filter(|start| start.eq_ignore_ascii_case("mailto:"));
    let typed = typed.get(scheme.map_or(0, str::len)..).unwrap_or_default();
    let (local, domain) = typed.rsplit_once('@').ok_or(InvalidAddress::NoSign)?;
    if typed.chars().count() > LONGEST_ADDRESS {
        return Err(InvalidAddress::TooLong);
    }
    let is_atom = |part: &str| {
        !part.is_empty()
            && part
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c))
    };
    let is_label = |part: &str| {
        !part.is_empty()
            && part.len() <= LONGEST_LABEL
            && !part.starts_with('-')
            && !part.ends_with('-')
            && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    let is_sound = local.len() <= LONGEST_LOCAL
        && local.split('.').all(is_atom)
        && domain.contains('.')
        && domain.split('.').all(is_label);
    is_sound.then_some(typed).ok_or(InvalidAddress::Malformed)
}
