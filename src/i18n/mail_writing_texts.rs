//! The sentences of e-mail as it is written that every language must have; knows no language.

#![expect(
    missing_docs,
    reason = "the French sentence is each method's documentation"
)]

use crate::contract::mail::MailAnswerKind;
use crate::rules::mail_address_field::reading::InvalidAddress;
use crate::rules::mail_composing::MailComposing;
use crate::rules::mail_sending::{MailField, MailMistake};
use crate::rules::mail_upload::InvalidMailFile;

/// What stands above a message that is sent on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CarriedWords<'a> {
    /// Who wrote it.
    pub from: &'a str,
    /// When.
    pub at: &'a str,
    /// Its subject.
    pub subject: &'a str,
    /// To whom.
    pub to: &'a str,
    /// Who else saw it; empty for nobody.
    pub cc: &'a str,
}

/// Sentences for writing a message, and for what becomes of it.
pub trait MailWritingTexts {
    fn mail_compose_title(&self) -> &'static str;
    fn mail_composing(&self, composing: &MailComposing) -> &'static str;
    fn mail_back(&self) -> &'static str;
    fn mail_found_again(&self) -> &'static str;
    fn mail_found_again_title(&self) -> &'static str;
    fn mail_begin_another(&self) -> &'static str;
    fn mail_original_gone(&self) -> (&'static str, &'static str);
    fn mail_draft_gone(&self) -> (&'static str, &'static str);
    fn mail_write_new(&self) -> &'static str;

    fn mail_subject_mark(&self, kind: MailAnswerKind) -> &'static str;
    fn mail_wrote(&self, at: &str, who: &str) -> String;
    fn mail_carried(&self, words: CarriedWords<'_>) -> Vec<String>;

    fn mail_field(&self, field: MailField) -> &'static str;
    fn mail_recipient_hint(&self) -> &'static str;
    fn mail_show_copies(&self) -> &'static str;
    fn mail_chosen(&self, field: &str) -> String;
    fn mail_remove(&self) -> &'static str;
    fn mail_removed(&self, name: &str) -> String;
    fn mail_directory_label(&self) -> &'static str;
    fn mail_directory_found(&self, n: usize, more: bool) -> String;
    fn mail_directory_none(&self) -> &'static str;
    fn mail_directory_failed(&self) -> &'static str;
    fn mail_outside(&self, n: usize) -> String;
    fn mail_mistake(&self, mistake: MailMistake) -> String;
    fn mail_invalid_address(&self, why: InvalidAddress) -> &'static str;

    fn mail_files_hint(&self, each: &str, all: &str) -> String;
    fn mail_invalid_file(
        &self,
        name: &str,
        why: InvalidMailFile,
        bytes: &dyn Fn(u64) -> String,
    ) -> String;
    fn mail_file_waits(&self) -> &'static str;
    fn mail_file_again(&self) -> &'static str;

    fn mail_saving(&self) -> &'static str;
    fn mail_saved_at(&self, at: &str) -> String;
    fn mail_not_saved(&self, why: &str) -> String;
    fn mail_save_lost(&self) -> &'static str;
    fn mail_save_again(&self) -> &'static str;
    fn mail_changed_title(&self) -> &'static str;
    fn mail_changed_text(&self) -> &'static str;
    fn mail_keep_mine(&self) -> &'static str;
    fn mail_take_other(&self) -> &'static str;
    fn mail_gone_title(&self) -> &'static str;
    fn mail_gone_text(&self) -> &'static str;
    fn mail_keep_anew(&self) -> &'static str;

    fn mail_discard(&self) -> &'static str;
    fn mail_discard_title(&self) -> &'static str;
    fn mail_discard_text(&self) -> &'static str;
    fn mail_discard_confirm(&self) -> &'static str;
    fn mail_discard_decline(&self) -> &'static str;
    fn mail_discard_lost(&self) -> &'static str;
    fn mail_discarded(&self) -> &'static str;

    fn mail_send(&self) -> &'static str;
    fn mail_sending(&self) -> &'static str;
    fn mail_waits_for_files(&self) -> &'static str;
    fn mail_subject_missing(&self) -> &'static str;
    fn mail_send_without(&self) -> &'static str;
    fn mail_add_subject(&self) -> &'static str;
    fn mail_incomplete(&self) -> &'static str;
    fn mail_sending_failed(&self) -> &'static str;
    fn mail_not_sent(&self) -> &'static str;
    fn mail_not_recorded(&self) -> &'static str;
    fn mail_lost_title(&self) -> &'static str;
    fn mail_sending_lost(&self) -> &'static str;

    fn mail_sent_title(&self) -> &'static str;
    fn mail_sent_waits(&self, until: &str) -> String;
    fn mail_sent_after_all(&self) -> &'static str;
    fn mail_sent_older(&self) -> &'static str;
    fn mail_undo_sending(&self) -> &'static str;
    fn mail_undoing(&self) -> &'static str;
    fn mail_sending_undone(&self) -> &'static str;
    fn mail_undo_too_late(&self) -> &'static str;
    fn mail_undo_failed(&self) -> &'static str;
    fn mail_undo_lost(&self) -> &'static str;
    fn mail_write_another(&self) -> &'static str;
    fn mail_settings_failed_title(&self) -> &'static str;
    fn mail_settings_failed(&self) -> &'static str;
}
