//! The sentences of e-mail as it is read: folders, lists and messages that every language must have; knows no language.

#![expect(
    missing_docs,
    reason = "the French sentence is each method's documentation"
)]

use crate::contract::mail::{MailFolderRole, MailWarning};
use crate::rules::mail_attachment::FileDanger;
use crate::rules::mail_change::MailMark;

/// What was done with messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailDone<'a> {
    /// They were marked.
    Marked(MailMark),
    /// They were put into the folder of this name.
    Moved(&'a str),
    /// They were put into the trash.
    Trashed,
    /// They were deleted for good.
    Deleted,
}

/// Whom a message names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MailPart {
    /// Who wrote it.
    From,
    /// To whom.
    To,
    /// Who else sees it.
    Cc,
    /// Who else got it.
    Bcc,
    /// Where an answer goes.
    ReplyTo,
}

/// Sentences for folders and lists of messages.
pub trait MailTexts {
    fn mail_message_title(&self) -> &'static str;
    fn new_mail(&self) -> &'static str;
    fn refresh_mail(&self) -> &'static str;
    fn mail_folders(&self) -> &'static str;
    fn mail_folder_shown(&self, name: &str) -> String;
    fn mail_folder(&self, role: MailFolderRole) -> &'static str;
    fn mail_folder_holds(&self, total: u32, unread: u32) -> String;
    fn mail_filter(&self) -> &'static str;
    fn all_messages(&self) -> &'static str;
    fn unread_messages(&self) -> &'static str;
    fn search_mail(&self) -> &'static str;
    fn search_mail_hint(&self, is_alone: bool) -> &'static str;
    fn messages_found(&self, n: usize, goes_on: bool, words: &str) -> String;
    fn no_messages(&self, role: MailFolderRole) -> &'static str;
    fn no_unread_messages(&self) -> &'static str;
    fn no_messages_found(&self) -> &'static str;
    fn messages_left(&self) -> &'static str;
    fn mail_no_subject(&self) -> &'static str;
    fn mail_nobody_named(&self, is_sender: bool) -> &'static str;
    fn mail_to_whom(&self, names: &str) -> String;
    fn mail_and_others(&self, n: usize) -> String;
    fn mail_unread(&self) -> &'static str;
    fn mail_flagged(&self) -> &'static str;
    fn mail_answered(&self) -> &'static str;
    fn mail_with_files(&self) -> &'static str;
    fn mail_external(&self) -> &'static str;
    fn mail_draft(&self) -> &'static str;
    fn choose_message(&self, subject: &str, who: &str) -> String;
    fn choose_all_messages(&self) -> &'static str;
    fn messages_chosen(&self, n: usize) -> String;
    fn mail_deeds(&self) -> &'static str;
    fn mail_mark(&self, mark: MailMark) -> &'static str;
    fn mail_archive(&self) -> &'static str;
    fn trash_message(&self) -> &'static str;
    fn delete_for_good(&self) -> &'static str;
    fn mail_move_to(&self) -> &'static str;
    fn mail_choose_folder(&self) -> &'static str;
    fn mail_move_now(&self) -> &'static str;
    fn delete_title(&self, n: usize) -> String;
    fn delete_text(&self) -> &'static str;
    fn mail_done(&self, done: MailDone<'_>, n: usize) -> String;
    fn mail_undone(&self, n: usize) -> String;
    fn mail_refused(&self, n: usize) -> String;
    fn mail_missing(&self, n: usize) -> String;
    fn mail_failed(&self, is_undo: bool) -> &'static str;
    fn mail_lost(&self) -> &'static str;
    fn mail_undo(&self) -> &'static str;
    fn unread_in_inbox(&self, n: u32) -> String;
    fn open_mail(&self) -> &'static str;

    fn all_of_folder(&self, name: &str) -> String;
    fn mail_part(&self, part: MailPart) -> &'static str;
    fn mail_date(&self) -> &'static str;
    fn all_people(&self, n: usize) -> String;
    fn fewer_people(&self) -> &'static str;
    fn mail_warning_title(&self, warning: MailWarning) -> &'static str;
    fn mail_warning_text(&self, warning: MailWarning) -> &'static str;
    fn mail_actions(&self) -> &'static str;
    fn mail_reply(&self) -> &'static str;
    fn mail_reply_all(&self) -> &'static str;
    fn mail_forward(&self) -> &'static str;
    fn go_on_writing(&self) -> &'static str;
    fn mail_text(&self) -> &'static str;
    fn no_text(&self) -> &'static str;
    fn show_as_words(&self) -> &'static str;
    fn show_as_html(&self) -> &'static str;
    fn checking_html(&self) -> &'static str;
    fn html_unsafe(&self) -> &'static str;
    fn html_other_site(&self) -> &'static str;
    fn html_failed(&self) -> &'static str;
    fn mail_frame(&self) -> &'static str;
    fn frame_links(&self) -> &'static str;
    fn enlarge_frame(&self) -> &'static str;
    fn reduce_frame(&self) -> &'static str;
    fn images_held_back(&self, n: u32) -> String;
    fn show_images(&self) -> &'static str;
    fn images_shown(&self) -> &'static str;
    fn hide_images(&self) -> &'static str;
    fn quoted_lines(&self, n: usize) -> String;
    fn show_more_text(&self) -> &'static str;
    fn doubtful_link(&self) -> &'static str;
    fn mail_files(&self, n: usize) -> String;
    fn unnamed_file(&self) -> &'static str;
    fn show_file(&self, name: &str) -> String;
    fn hide_file(&self, name: &str) -> String;
    fn file_not_granted(&self) -> &'static str;
    fn file_danger(&self, danger: FileDanger) -> &'static str;
}
