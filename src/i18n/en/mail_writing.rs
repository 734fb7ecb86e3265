//! E-mail as it is written, in English; knows nothing else.

use super::English;
use crate::contract::mail::MailAnswerKind;
use crate::i18n::mail_writing_texts::CarriedWords;
use crate::i18n::texts::MailWritingTexts;
use crate::rules::mail_address_field::reading::InvalidAddress;
use crate::rules::mail_composing::MailComposing;
use crate::rules::mail_sending::{MailField, MailMistake};
use crate::rules::mail_upload::InvalidMailFile;

impl MailWritingTexts for English {
    fn mail_composing(&self, composing: &MailComposing) -> &'static str {
        match composing {
            MailComposing::New => "New message",
            MailComposing::Draft(_) => "Draft",
            MailComposing::Reply(_) => "Reply",
            MailComposing::ReplyAll(_) => "Reply to all",
            MailComposing::Forward(_) => "Forward",
        }
    }
    fn mail_original_gone(&self) -> (&'static str, &'static str) {
        (
            "The original message can’t be found",
            "It was deleted, or is no longer in your mailbox. You can write a new message.",
        )
    }
    fn mail_draft_gone(&self) -> (&'static str, &'static str) {
        (
            "This draft no longer exists",
            "It was deleted or sent from another device. You can write a new message.",
        )
    }
    fn mail_subject_mark(&self, kind: MailAnswerKind) -> &'static str {
        match kind {
            MailAnswerKind::Forward => "Fwd: ",
            MailAnswerKind::Reply | MailAnswerKind::ReplyAll | MailAnswerKind::Unknown => "Re: ",
        }
    }
    fn mail_wrote(&self, at: &str, who: &str) -> String {
        format!("On {at}, {who} wrote:")
    }
    fn mail_carried(&self, words: CarriedWords<'_>) -> Vec<String> {
        let CarriedWords {
            from,
            at,
            subject,
            to,
            cc,
        } = words;
        let mut lines = vec![
            "---------- Forwarded message ----------".to_owned(),
            format!("From: {from}"),
            format!("Date: {at}"),
            format!("Subject: {subject}"),
            format!("To: {to}"),
        ];
        if !cc.is_empty() {
            lines.push(format!("Cc: {cc}"));
        }
        lines
    }
    fn mail_field(&self, field: MailField) -> &'static str {
        match field {
            MailField::To => "To (recipients)",
            MailField::Cc => "Cc (copy)",
            MailField::Bcc => "Bcc (hidden copy)",
            MailField::Subject => "Subject",
            MailField::Text => "Message",
            MailField::Files => "Attachments",
        }
    }
    fn mail_chosen(&self, field: &str) -> String {
        format!("Chosen, {field}")
    }
    fn mail_removed(&self, name: &str) -> String {
        format!("Removed: {name}.")
    }
    fn mail_directory_found(&self, n: usize, more: bool) -> String {
        let people = match n {
            1 => "1 person found".to_owned(),
            _ => format!("{n} people found"),
        };
        let more = if more {
            ", and more: be more precise."
        } else {
            "."
        };
        format!("{people}{more}")
    }
    fn mail_outside(&self, n: usize) -> String {
        let who = match n {
            1 => "One recipient is outside the organisation".to_owned(),
            _ => format!("{n} recipients are outside the organisation"),
        };
        format!("{who}. Check that the message and its attachments hold nothing confidential.")
    }
    fn mail_mistake(&self, mistake: MailMistake) -> String {
        let words = match mistake {
            MailMistake::Nobody => "Give at least one recipient.",
            MailMistake::TooMany(Some(most)) => {
                return format!("Too many recipients: at most {most} for a message.");
            }
            MailMistake::TooMany(None) => "Too many recipients for a message.",
            MailMistake::NoAddress(field) => {
                return format!(
                    "{}: complete or erase what is not an address.",
                    self.mail_field(field)
                );
            }
            MailMistake::Address(field, at) => {
                let field = self.mail_field(field);
                return match at {
                    Some(at) => format!(
                        "{field}: recipient {} is refused. Remove it or correct its address.",
                        at.saturating_add(1)
                    ),
                    None => format!(
                        "{field}: a recipient is refused. Remove it or correct its address."
                    ),
                };
            }
            MailMistake::SubjectTooLong => {
                "The subject is too long: shorten it. Nothing is erased."
            }
            MailMistake::SubjectInvalid => "The subject holds characters that can’t be sent.",
            MailMistake::TextTooLong => "The message is too long: shorten it. Nothing is erased.",
            MailMistake::TextInvalid => "The message holds characters that can’t be sent.",
            MailMistake::FileNotSent => {
                "An attachment has not arrived: send it again or remove it."
            }
            MailMistake::FileGone => {
                "An attachment is no longer on the portal: send it again or remove it."
            }
            MailMistake::FilesTooLarge => "The attachments are too large together: remove some.",
            MailMistake::OriginalGone => {
                "The original message no longer exists: yours will go as a new message. Send it again."
            }
        };
        words.to_owned()
    }
    fn mail_invalid_address(&self, why: InvalidAddress) -> &'static str {
        match why {
            InvalidAddress::NoSign => {
                "Choose the person in the directory, or type their whole address (name@example.org)."
            }
            InvalidAddress::Malformed => {
                "This address is not complete or has a character too many. Example: name@example.org."
            }
            InvalidAddress::TooLong => "This address or this name is too long.",
        }
    }
    fn mail_files_hint(&self, each: &str, all: &str) -> String {
        format!(
            "Several files are possible, {each} each at most and {all} together. Their names are sent."
        )
    }
    fn mail_invalid_file(
        &self,
        name: &str,
        why: InvalidMailFile,
        bytes: &dyn Fn(u64) -> String,
    ) -> String {
        let why = match why {
            InvalidMailFile::Empty => "this file is empty.".to_owned(),
            InvalidMailFile::TooLarge { most } => {
                format!("this file is larger than {}.", bytes(most))
            }
            InvalidMailFile::TogetherTooLarge { most } => format!(
                "with it the attachments are larger than {} together.",
                bytes(most)
            ),
            InvalidMailFile::Program => {
                "this file is a program, which e-mail does not take.".to_owned()
            }
            InvalidMailFile::Unreadable => "the device could not read this file.".to_owned(),
        };
        format!("{name}: {why}")
    }
    fn mail_saved_at(&self, at: &str) -> String {
        format!("Draft saved at {at}.")
    }
    fn mail_not_saved(&self, why: &str) -> String {
        format!("Not saved: {why}")
    }
    fn mail_sent_waits(&self, until: &str) -> String {
        format!("It goes at {until}. Until then you can undo sending.")
    }
    fn mail_compose_title(&self) -> &'static str {
        "New message"
    }
    fn mail_back(&self) -> &'static str {
        "Back to email"
    }
    fn mail_found_again_title(&self) -> &'static str {
        "Message in progress"
    }
    fn mail_found_again(&self) -> &'static str {
        "This is the message that you had started."
    }
    fn mail_begin_another(&self) -> &'static str {
        "Start another message"
    }
    fn mail_write_new(&self) -> &'static str {
        "Write a new message"
    }
    fn mail_recipient_hint(&self) -> &'static str {
        "Type a name or a service to search the directory, or a whole address."
    }
    fn mail_show_copies(&self) -> &'static str {
        "Add Cc and Bcc"
    }
    fn mail_remove(&self) -> &'static str {
        "Remove"
    }
    fn mail_directory_label(&self) -> &'static str {
        "Directory"
    }
    fn mail_directory_none(&self) -> &'static str {
        "Nobody in the directory. A whole address will do too."
    }
    fn mail_directory_failed(&self) -> &'static str {
        "The directory does not answer. Type a whole address."
    }
    fn mail_file_waits(&self) -> &'static str {
        "Waiting to be sent"
    }
    fn mail_file_again(&self) -> &'static str {
        "Send the file"
    }
    fn mail_saving(&self) -> &'static str {
        "Saving…"
    }
    fn mail_save_lost(&self) -> &'static str {
        "the answer was lost on the way."
    }
    fn mail_save_again(&self) -> &'static str {
        "Try again"
    }
    fn mail_changed_title(&self) -> &'static str {
        "This draft was changed elsewhere"
    }
    fn mail_changed_text(&self) -> &'static str {
        "Another tab or device has saved it meanwhile. Nothing that you wrote here is lost: choose which version to keep."
    }
    fn mail_keep_mine(&self) -> &'static str {
        "Keep my version"
    }
    fn mail_take_other(&self) -> &'static str {
        "Take the other version"
    }
    fn mail_gone_title(&self) -> &'static str {
        "This draft is no longer on the portal"
    }
    fn mail_gone_text(&self) -> &'static str {
        "It was deleted or sent elsewhere. What you wrote is still here."
    }
    fn mail_keep_anew(&self) -> &'static str {
        "Save it as a new draft"
    }
    fn mail_discard(&self) -> &'static str {
        "Delete the draft"
    }
    fn mail_discard_title(&self) -> &'static str {
        "Delete this draft?"
    }
    fn mail_discard_text(&self) -> &'static str {
        "The text, the recipients and the attachments are deleted for good."
    }
    fn mail_discard_confirm(&self) -> &'static str {
        "Delete"
    }
    fn mail_discard_decline(&self) -> &'static str {
        "Keep the draft"
    }
    fn mail_discard_lost(&self) -> &'static str {
        "The answer was lost on the way: the draft may not be deleted. It is safe to try again."
    }
    fn mail_discarded(&self) -> &'static str {
        "Draft deleted."
    }
    fn mail_send(&self) -> &'static str {
        "Send"
    }
    fn mail_sending(&self) -> &'static str {
        "Sending the message…"
    }
    fn mail_waits_for_files(&self) -> &'static str {
        "The message goes as soon as its attachments have arrived…"
    }
    fn mail_subject_missing(&self) -> &'static str {
        "The subject is empty. Send the message like this?"
    }
    fn mail_send_without(&self) -> &'static str {
        "Send without a subject"
    }
    fn mail_add_subject(&self) -> &'static str {
        "Add a subject"
    }
    fn mail_incomplete(&self) -> &'static str {
        "The message is not complete"
    }
    fn mail_sending_failed(&self) -> &'static str {
        "The message was not sent"
    }
    fn mail_not_sent(&self) -> &'static str {
        "Your message has not gone yet. What you wrote is still here: press “Send” again."
    }
    fn mail_not_recorded(&self) -> &'static str {
        "The answer was lost on the way. We checked: your message has not gone. You can send it again, it will go only once."
    }
    fn mail_lost_title(&self) -> &'static str {
        "The message may have gone"
    }
    fn mail_sending_lost(&self) -> &'static str {
        "The answer was lost and the portal does not answer. It is safe to try again: the message will go only once."
    }
    fn mail_sent_title(&self) -> &'static str {
        "Message sent"
    }
    fn mail_sent_after_all(&self) -> &'static str {
        "The answer had been lost on the way: we checked, and the message is sent, once."
    }
    fn mail_sent_older(&self) -> &'static str {
        "It is the version of your first try that has gone. What you wrote since is still below."
    }
    fn mail_undo_sending(&self) -> &'static str {
        "Undo sending"
    }
    fn mail_undoing(&self) -> &'static str {
        "Undoing…"
    }
    fn mail_sending_undone(&self) -> &'static str {
        "Sending undone: your message is a draft again."
    }
    fn mail_undo_too_late(&self) -> &'static str {
        "Too late: the message has gone."
    }
    fn mail_undo_failed(&self) -> &'static str {
        "Sending is not undone."
    }
    fn mail_undo_lost(&self) -> &'static str {
        "Sending may be undone, the portal does not answer. It is safe to try again."
    }
    fn mail_write_another(&self) -> &'static str {
        "Write another message"
    }
    fn mail_settings_failed_title(&self) -> &'static str {
        "Email settings not read"
    }
    fn mail_settings_failed(&self) -> &'static str {
        "You can write and send. Not all external recipients are marked."
    }
}
