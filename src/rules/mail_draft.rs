//! What is kept and sent of a message that is being written; knows no field on a page and no call.

use super::mail_address_field::AddressField;
use crate::contract::mail::{MailAnswer, MailDraft, NewMailDraft};

/// What stands in the form.
#[derive(Clone, Debug)]
pub struct MailWritten<'a> {
    /// To whom.
    pub to: &'a AddressField,
    /// Who else shall see it.
    pub cc: &'a AddressField,
    /// Who else shall get it, unseen.
    pub bcc: &'a AddressField,
    /// The subject as it is typed.
    pub subject: &'a str,
    /// The text as it is typed.
    pub text: &'a str,
    /// The files.
    pub files: Vec<WrittenMailFile<'a>>,
    /// What it answers.
    pub answers: Option<&'a MailAnswer>,
}

/// How far a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrittenMailFile<'a> {
    /// Its id; `None` until the portal has it.
    pub id: Option<&'a str>,
    /// Its length, in bytes.
    pub size: u64,
}

/// Lines without what can't be sent: controls, which nobody sees and which come with what is pasted.
#[must_use]
pub fn sendable(text: &str) -> String {
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    lines
        .chars()
        .filter(|letter| matches!(letter, '\n' | '\t') || !letter.is_control())
        .collect()
}

/// The same as one line.
#[must_use]
pub fn sendable_line(text: &str) -> String {
    let line = sendable(text).replace(['\n', '\t'], " ");
    line.trim().to_owned()
}

/// What a draft keeps: everything that is there, also an address that is not finished.
#[must_use]
pub fn kept(written: &MailWritten<'_>) -> NewMailDraft {
    NewMailDraft {
        to: written.to.kept(),
        cc: written.cc.kept(),
        bcc: written.bcc.kept(),
        subject: sendable_line(written.subject),
        text: sendable(written.text),
        attachments: written
            .files
            .iter()
            .filter_map(|file| file.id.map(str::to_owned))
            .collect(),
        answers: written.answers.cloned(),
    }
}

/// What a draft holds, in the form in which it is sent.
#[must_use]
pub fn content(draft: &MailDraft) -> NewMailDraft {
    NewMailDraft {
        to: draft.to.clone(),
        cc: draft.cc.clone(),
        bcc: draft.bcc.clone(),
        subject: draft.subject.clone(),
        text: draft.text.clone(),
        attachments: draft
            .attachments
            .iter()
            .map(|file| file.id.clone())
            .collect(),
        answers: draft.answers.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::{MailWritten, WrittenMailFile, kept, sendable, sendable_line};
    use crate::rules::mail_address_field::AddressField;

    #[test]
    fn controls_are_left_behind_and_lines_are_kept() {
        assert_eq!(sendable("a\r\nb\rc\u{b}\u{0}\td\n"), "a\nb\nc\td\n");
        assert_eq!(sendable_line(" a\nb\u{7} "), "a b");
    }

    #[test]
    fn a_draft_keeps_what_has_arrived_and_what_is_not_finished() {
        let mut to = AddressField::default();
        to.finish("a@b.example, cam");
        let none = AddressField::default();
        let body = kept(&MailWritten {
            to: &to,
            cc: &none,
            bcc: &none,
            subject: "s",
            text: "t",
            files: vec![
                WrittenMailFile {
                    id: Some("f"),
                    size: 1,
                },
                WrittenMailFile { id: None, size: 2 },
            ],
            answers: None,
        });
        let to: Vec<&str> = body.to.iter().map(|it| it.address.as_str()).collect();
        assert_eq!(
            (to, body.attachments),
            (vec!["a@b.example", "cam"], vec!["f".to_owned()])
        );
    }
}
