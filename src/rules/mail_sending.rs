//! Whether what is written can be sent, and what the portal refused of it; knows no form and no sentence.

use super::mail_address_field::AddressField;
use super::mail_draft::{MailWritten, kept};
use crate::contract::mail::{LONGEST_MAIL_SUBJECT, LONGEST_MAIL_TEXT, MailSettings, NewMailDraft};
use crate::contract::problem::{FieldProblem, Problem, ProblemCode};

#[cfg(test)]
mod tests;

/// A field of the form, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MailField {
    /// To whom.
    To,
    /// Who else shall see it.
    Cc,
    /// Who else shall get it.
    Bcc,
    /// The subject.
    Subject,
    /// The text.
    Text,
    /// The files.
    Files,
}

/// The fields of recipients.
pub const RECIPIENT_FIELDS: [MailField; 3] = [MailField::To, MailField::Cc, MailField::Bcc];

/// Why a message can't be sent so, found here or told by the portal; one variant per reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MailMistake {
    /// It goes to nobody.
    Nobody,
    /// It goes to more than it can go to; the most, where it is known.
    TooMany(Option<u32>),
    /// What is typed in a field of recipients is no address.
    NoAddress(MailField),
    /// The portal takes an address of that field for none: the number of it.
    Address(MailField, Option<usize>),
    /// The subject is too long.
    SubjectTooLong,
    /// The subject holds what can't be sent.
    SubjectInvalid,
    /// The text is too long.
    TextTooLong,
    /// The text holds what can't be sent.
    TextInvalid,
    /// A file has not arrived.
    FileNotSent,
    /// A file is no longer there.
    FileGone,
    /// The files are too large together.
    FilesTooLarge,
    /// What it answers is no longer there.
    OriginalGone,
}

impl MailMistake {
    /// The field that it is told at.
    #[must_use]
    pub fn field(self) -> MailField {
        match self {
            Self::Nobody | Self::TooMany(_) => MailField::To,
            Self::NoAddress(field) | Self::Address(field, _) => field,
            Self::SubjectTooLong | Self::SubjectInvalid => MailField::Subject,
            Self::TextTooLong | Self::TextInvalid | Self::OriginalGone => MailField::Text,
            Self::FileNotSent | Self::FileGone | Self::FilesTooLarge => MailField::Files,
        }
    }
}

/// A message that can be sent; there is no way to one but [`check`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValidMail(NewMailDraft);

impl ValidMail {
    /// What is sent.
    #[must_use]
    pub fn body(&self) -> &NewMailDraft {
        &self.0
    }
}

/// Checks what stands in the form; what the portal's settings would tell is left to it while they are not known.
///
/// # Errors
///
/// Everything that is wrong with it, in the order of the form.
pub fn check(
    written: &MailWritten<'_>,
    settings: Option<&MailSettings>,
) -> Result<ValidMail, Vec<MailMistake>> {
    let fields = RECIPIENT_FIELDS
        .into_iter()
        .zip([written.to, written.cc, written.bcc]);
    let body = kept(written);
    let mut wrong = Vec::new();
    let all = body.to.len() + body.cc.len() + body.bcc.len();
    if all == 0 {
        wrong.push(MailMistake::Nobody);
    }
    let most = settings.map(|settings| settings.max_recipients);
    if most.is_some_and(|most| all > usize::try_from(most).unwrap_or(usize::MAX)) {
        wrong.push(MailMistake::TooMany(most));
    }
    let unread = fields.filter(|(_, field): &(_, &AddressField)| field.mistake().is_some());
    wrong.extend(unread.map(|(field, _)| MailMistake::NoAddress(field)));
    if body.subject.chars().count() > LONGEST_MAIL_SUBJECT {
        wrong.push(MailMistake::SubjectTooLong);
    }
    if body.text.chars().count() > LONGEST_MAIL_TEXT {
        wrong.push(MailMistake::TextTooLong);
    }
    if written.files.iter().any(|file| file.id.is_none()) {
        wrong.push(MailMistake::FileNotSent);
    }
    let size = written
        .files
        .iter()
        .fold(0_u64, |sum, file| sum.saturating_add(file.size));
    if settings.is_some_and(|settings| size > settings.max_message_bytes) {
        wrong.push(MailMistake::FilesTooLarge);
    }
    wrong.sort_by_key(|mistake| mistake.field());
    if wrong.is_empty() {
        Ok(ValidMail(body))
    } else {
        Err(wrong)
    }
}

/// What the portal refused of the fields, in the order of the form; nothing where it names no field that is known.
#[must_use]
pub fn refusals(problem: &Problem) -> Vec<MailMistake> {
    if problem.code != ProblemCode::InvalidFields {
        return Vec::new();
    }
    let mut told: Vec<MailMistake> = problem.fields.iter().filter_map(refusal).collect();
    told.sort_by_key(|refusal| refusal.field());
    told.dedup();
    told
}

fn refusal(field: &FieldProblem) -> Option<MailMistake> {
    // A dot leads into a list: `to.0.address` is of the first in `to`.
    let mut parts = field.name.split('.');
    let (name, at) = (parts.next()?, parts.next().and_then(|at| at.parse().ok()));
    Some(match (name, field.code.as_str()) {
        ("to", "required") => MailMistake::Nobody,
        ("to" | "cc" | "bcc", "too_many") => MailMistake::TooMany(None),
        ("to", _) => MailMistake::Address(MailField::To, at),
        ("cc", _) => MailMistake::Address(MailField::Cc, at),
        ("bcc", _) => MailMistake::Address(MailField::Bcc, at),
        ("subject", "too_long") => MailMistake::SubjectTooLong,
        ("subject", _) => MailMistake::SubjectInvalid,
        ("text", "too_long") => MailMistake::TextTooLong,
        ("text", _) => MailMistake::TextInvalid,
        ("attachments", "too_large") => MailMistake::FilesTooLarge,
        ("attachments", _) => MailMistake::FileGone,
        ("answers", _) => MailMistake::OriginalGone,
        _ => return None,
    })
}
