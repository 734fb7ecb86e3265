//! When a certificate can be asked for; knows no form and no call.

use crate::contract::documents::{LONGEST_NOTE, NewDocumentRequest};

/// Why a certificate can't be asked for so; one variant per reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvalidDocumentRequest {
    /// No kind is chosen.
    NoKind,
    /// The note is longer than a backend takes.
    NoteTooLong,
}

/// A request that can be sent; there is no way to one but [`validate`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValidDocumentRequest(NewDocumentRequest);

impl ValidDocumentRequest {
    /// What to send.
    #[must_use]
    pub fn body(&self) -> &NewDocumentRequest {
        &self.0
    }
}

/// Checks what was chosen and written.
///
/// # Errors
///
/// Everything that is wrong with it, in the order of the form.
pub fn validate(
    kind: &str,
    note: &str,
) -> Result<ValidDocumentRequest, Vec<InvalidDocumentRequest>> {
    let checks = [
        (kind.is_empty(), InvalidDocumentRequest::NoKind),
        (
            note.chars().count() > LONGEST_NOTE,
            InvalidDocumentRequest::NoteTooLong,
        ),
    ];
    let wrong: Vec<_> = checks
        .into_iter()
        .filter_map(|(is_wrong, why)| is_wrong.then_some(why))
        .collect();
    if !wrong.is_empty() {
        return Err(wrong);
    }
    Ok(ValidDocumentRequest(NewDocumentRequest {
        kind: kind.to_owned(),
        note: note.trim().to_owned(),
    }))
}

#[cfg(test)]
mod tests {
    use super::{InvalidDocumentRequest as Invalid, LONGEST_NOTE, validate};

    #[test]
    fn a_kind_and_a_note_that_is_not_too_long_can_be_asked_for() {
        let valid = validate("salary", " Pour un dossier. \n").map(|valid| valid.body().clone());
        let body = valid.unwrap_or_default();
        assert_eq!((&*body.kind, &*body.note), ("salary", "Pour un dossier."));
        assert!(validate("salary", &"é".repeat(LONGEST_NOTE)).is_ok());
    }

    #[test]
    fn everything_that_is_wrong_is_told_at_once() {
        let long = "é".repeat(LONGEST_NOTE + 1);
        for (kind, note, wrong) in [
            ("", "", vec![Invalid::NoKind]),
            ("salary", &*long, vec![Invalid::NoteTooLong]),
            ("", &*long, vec![Invalid::NoKind, Invalid::NoteTooLong]),
        ] {
            assert_eq!(validate(kind, note).err(), Some(wrong));
        }
    }
}
