//! What is told of a message: what may be done with it in this session, and what the journal calls it; knows no database.

use crate::file;
use crate::routes::mail::files::served;
use crate::store::mail::messages::Stored;
use nomade::contract::mail::{MailAction, MailAttachment, MailFolderRole, MailMessage};

/// The message, with what may be done with it. On a device that others use no file is saved, and only what a browser shows by
/// itself is shown.
pub fn told(stored: Stored, on_shared_device: bool) -> MailMessage {
    let files = &stored.message.attachments;
    let is_draft = stored.message.summary.draft.is_some();
    let is_shown = files
        .iter()
        .any(|it| !on_shared_device || file::is_shown(&it.media_type));
    let actions = [
        (MailAction::Reply, !is_draft),
        (MailAction::ReplyAll, !is_draft),
        (MailAction::Forward, !is_draft),
        (MailAction::Move, true),
        (MailAction::Mark, true),
        (
            MailAction::Delete,
            stored.folder.role == MailFolderRole::Trash,
        ),
        (MailAction::ViewAttachment, is_shown),
        (
            MailAction::DownloadAttachment,
            !files.is_empty() && !on_shared_device,
        ),
    ];
    let allowed = actions.into_iter().filter(|(_, is_allowed)| *is_allowed);
    let actions = allowed.map(|(action, _)| action).collect();
    let attachments = stored.message.attachments.into_iter();
    let attachments = attachments.map(|file| MailAttachment {
        media_type: served(&file.media_type),
        ..file
    });
    MailMessage {
        actions,
        attachments: attachments.collect(),
        ..stored.message
    }
}

/// What the journal calls a message: its subject, without what would hide or turn what stands beside it.
pub fn label(subject: &str) -> String {
    let subject: String = subject.chars().filter(|c| !is_hidden(*c)).collect();
    match subject.trim() {
        "" => "Message sans objet".to_owned(),
        subject => format!("Message « {subject} »"),
    }
}

/// True for what controls a text and is not seen in it: line breaks, and marks that turn its direction.
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_journal_names_a_message_by_what_can_be_read_of_its_subject() {
        for (subject, expected) in [
            ("Planning de décembre", "Message « Planning de décembre »"),
            ("", "Message sans objet"),
            (" \u{202e}\r\n", "Message sans objet"),
            ("fact\u{202e}fdp.exe\u{0}", "Message « factfdp.exe »"),
        ] {
            assert_eq!(label(subject), expected);
        }
    }
}
