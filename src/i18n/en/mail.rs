//! E-mail as it is read, in English; knows nothing else.

use super::English;
use crate::contract::mail::{MailFolderRole, MailWarning};
use crate::i18n::texts::{MailDone, MailPart, MailTexts};
use crate::rules::mail_attachment::FileDanger;
use crate::rules::mail_change::MailMark;

fn messages(n: usize) -> String {
    let word = if n == 1 { "message" } else { "messages" };
    format!("{n} {word}")
}

impl MailTexts for English {
    fn mail_message_title(&self) -> &'static str {
        "Message"
    }
    fn new_mail(&self) -> &'static str {
        "New message"
    }
    fn refresh_mail(&self) -> &'static str {
        "Check for mail"
    }
    fn mail_folders(&self) -> &'static str {
        "Folders"
    }
    fn mail_folder_shown(&self, name: &str) -> String {
        format!("Folder: {name}")
    }
    fn mail_folder(&self, role: MailFolderRole) -> &'static str {
        match role {
            MailFolderRole::Inbox => "Inbox",
            MailFolderRole::Drafts => "Drafts",
            MailFolderRole::Sent => "Sent",
            MailFolderRole::Archive => "Archive",
            MailFolderRole::Junk => "Junk",
            MailFolderRole::Trash => "Trash",
            MailFolderRole::Other => "Unnamed folder",
        }
    }
    fn mail_folder_holds(&self, total: u32, unread: u32) -> String {
        let word = if total == 1 { "message" } else { "messages" };
        match unread {
            0 => format!("{total} {word}"),
            unread => format!("{total} {word}, {unread} unread"),
        }
    }
    fn mail_filter(&self) -> &'static str {
        "Messages shown"
    }
    fn all_messages(&self) -> &'static str {
        "All"
    }
    fn unread_messages(&self) -> &'static str {
        "Unread"
    }
    fn search_mail(&self) -> &'static str {
        "Search my email"
    }
    fn search_mail_hint(&self, is_alone: bool) -> &'static str {
        if is_alone {
            "A name, a word of the subject or the text, in this folder only."
        } else {
            "A name, a word of the subject or the text, in all folders but trash and junk."
        }
    }
    fn messages_found(&self, n: usize, goes_on: bool, words: &str) -> String {
        let found = match n {
            0 => "No message found".to_owned(),
            n => format!("{} on this page", messages(n)),
        };
        let after = if goes_on { ", and others after it" } else { "" };
        format!("{found} for “{words}”{after}.")
    }
    fn no_messages(&self, role: MailFolderRole) -> &'static str {
        match role {
            MailFolderRole::Inbox => "There is no message in your inbox.",
            MailFolderRole::Drafts => "There is no draft.",
            MailFolderRole::Sent => "There is no sent message.",
            MailFolderRole::Trash => "The trash is empty.",
            MailFolderRole::Archive | MailFolderRole::Junk | MailFolderRole::Other => {
                "There is no message in this folder."
            }
        }
    }
    fn no_unread_messages(&self) -> &'static str {
        "There is no unread message in this folder."
    }
    fn no_messages_found(&self) -> &'static str {
        "No message matches this search."
    }
    fn messages_left(&self) -> &'static str {
        "There is no message left on this page."
    }
    fn mail_no_subject(&self) -> &'static str {
        "(no subject)"
    }
    fn mail_nobody_named(&self, is_sender: bool) -> &'static str {
        if is_sender {
            "(unknown sender)"
        } else {
            "(no recipient)"
        }
    }
    fn mail_to_whom(&self, names: &str) -> String {
        format!("To: {names}")
    }
    fn mail_and_others(&self, n: usize) -> String {
        match n {
            1 => "and 1 other".to_owned(),
            n => format!("and {n} others"),
        }
    }
    fn mail_unread(&self) -> &'static str {
        "Unread"
    }
    fn mail_flagged(&self) -> &'static str {
        "Flagged"
    }
    fn mail_answered(&self) -> &'static str {
        "Answered"
    }
    fn mail_with_files(&self) -> &'static str {
        "Attachment"
    }
    fn mail_external(&self) -> &'static str {
        "External"
    }
    fn mail_draft(&self) -> &'static str {
        "Draft"
    }
    fn choose_message(&self, subject: &str, who: &str) -> String {
        format!("Choose “{subject}”, {who}")
    }
    fn choose_all_messages(&self) -> &'static str {
        "Choose all on this page"
    }
    fn messages_chosen(&self, n: usize) -> String {
        format!("{} chosen", messages(n))
    }
    fn mail_deeds(&self) -> &'static str {
        "Actions"
    }
    fn mail_mark(&self, mark: MailMark) -> &'static str {
        match mark {
            MailMark::Read => "Mark as read",
            MailMark::Unread => "Mark as unread",
            MailMark::Flagged => "Flag",
            MailMark::Unflagged => "Remove the flag",
        }
    }
    fn mail_archive(&self) -> &'static str {
        "Archive"
    }
    fn trash_message(&self) -> &'static str {
        "Delete"
    }
    fn delete_for_good(&self) -> &'static str {
        "Delete for good"
    }
    fn mail_move_to(&self) -> &'static str {
        "Move to"
    }
    fn mail_choose_folder(&self) -> &'static str {
        "Choose a folder"
    }
    fn mail_move_now(&self) -> &'static str {
        "Move"
    }
    fn delete_title(&self, n: usize) -> String {
        match n {
            0 | 1 => "Delete this message for good?".to_owned(),
            n => format!("Delete {n} messages for good?"),
        }
    }
    fn delete_text(&self) -> &'static str {
        "This can’t be undone."
    }
    fn mail_done(&self, done: MailDone<'_>, n: usize) -> String {
        let messages = messages(n);
        match done {
            MailDone::Marked(MailMark::Read) => format!("{messages} marked as read."),
            MailDone::Marked(MailMark::Unread) => format!("{messages} marked as unread."),
            MailDone::Marked(MailMark::Flagged) => format!("{messages} flagged."),
            MailDone::Marked(MailMark::Unflagged) => format!("Flag removed from {messages}."),
            MailDone::Moved(name) => format!("{messages} moved to “{name}”."),
            MailDone::Trashed => format!("{messages} moved to the trash."),
            MailDone::Deleted => format!("{messages} deleted for good."),
        }
    }
    fn mail_undone(&self, n: usize) -> String {
        format!("Undone: {} put back.", messages(n))
    }
    fn mail_refused(&self, n: usize) -> String {
        match n {
            0 | 1 => "1 message could not be changed that way: it is as it was.".to_owned(),
            n => format!("{n} messages could not be changed that way: they are as they were."),
        }
    }
    fn mail_missing(&self, n: usize) -> String {
        match n {
            0 | 1 => "1 message is no longer there.".to_owned(),
            n => format!("{n} messages are no longer there."),
        }
    }
    fn mail_failed(&self, is_undo: bool) -> &'static str {
        if is_undo {
            "It could not be undone: the messages have stayed where they were."
        } else {
            "It could not be done: the messages are as before."
        }
    }
    fn mail_lost(&self) -> &'static str {
        "The service’s answer was lost: the list has just been read again, check it before you try once more."
    }
    fn mail_undo(&self) -> &'static str {
        "Undo"
    }
    fn unread_in_inbox(&self, n: u32) -> String {
        match n {
            0 => "No unread message".to_owned(),
            1 => "1 unread message".to_owned(),
            n => format!("{n} unread messages"),
        }
    }
    fn open_mail(&self) -> &'static str {
        "See my email"
    }

    fn all_of_folder(&self, name: &str) -> String {
        format!("Back to the folder “{name}”")
    }
    fn mail_part(&self, part: MailPart) -> &'static str {
        match part {
            MailPart::From => "From",
            MailPart::To => "To",
            MailPart::Cc => "Cc",
            MailPart::Bcc => "Bcc",
            MailPart::ReplyTo => "Reply to",
        }
    }
    fn mail_date(&self) -> &'static str {
        "Date"
    }
    fn all_people(&self, n: usize) -> String {
        format!("Show all {n} people")
    }
    fn fewer_people(&self) -> &'static str {
        "Show fewer"
    }
    fn mail_warning_title(&self, warning: MailWarning) -> &'static str {
        match warning {
            MailWarning::LooksInternal => "This message does not come from a colleague",
            MailWarning::SenderUnproven => "The sender is not proven",
            MailWarning::PartsRemoved => "Some parts were removed",
            MailWarning::DamagedText => "The text is damaged",
            MailWarning::Unknown => "Take care with this message",
        }
    }
    fn mail_warning_text(&self, warning: MailWarning) -> &'static str {
        match warning {
            MailWarning::LooksInternal => {
                "The name is that of somebody in your organisation, but the address is outside. Do not answer and open nothing: call this person on the number that you know."
            }
            MailWarning::SenderUnproven => {
                "Nothing proves that this message comes from the address shown. Give no information, and open no link or attachment before you have checked by other means."
            }
            MailWarning::PartsRemoved => {
                "This message held parts that can act by themselves or follow you. They are not shown. If you miss something, ask the sender for it."
            }
            MailWarning::DamagedText => {
                "Some characters could not be read. If in doubt, ask the sender to send the message again."
            }
            MailWarning::Unknown => {
                "Your mail service warns of it. Open no link or attachment before you have checked with the sender."
            }
        }
    }
    fn mail_actions(&self) -> &'static str {
        "Actions on this message"
    }
    fn mail_reply(&self) -> &'static str {
        "Reply"
    }
    fn mail_reply_all(&self) -> &'static str {
        "Reply to all"
    }
    fn mail_forward(&self) -> &'static str {
        "Forward"
    }
    fn go_on_writing(&self) -> &'static str {
        "Go on with this draft"
    }
    fn mail_text(&self) -> &'static str {
        "Text of the message"
    }
    fn no_text(&self) -> &'static str {
        "There is no text in this message."
    }
    fn show_as_words(&self) -> &'static str {
        "Show the text alone"
    }
    fn show_as_html(&self) -> &'static str {
        "Show the layout"
    }
    fn checking_html(&self) -> &'static str {
        "Checking the message…"
    }
    fn html_unsafe(&self) -> &'static str {
        "The layout is not shown: the service did not send it with the protection that is due. Here is the text alone."
    }
    fn html_other_site(&self) -> &'static str {
        "Here, messages come from another site and their layout is not shown. Here is the text alone."
    }
    fn html_failed(&self) -> &'static str {
        "The layout could not be loaded. Here is the text alone."
    }
    fn mail_frame(&self) -> &'static str {
        "Message with its layout"
    }
    fn frame_links(&self) -> &'static str {
        "The site that each link leads to stands in square brackets. Links open in a new tab."
    }
    fn enlarge_frame(&self) -> &'static str {
        "Enlarge"
    }
    fn reduce_frame(&self) -> &'static str {
        "Reduce"
    }
    fn images_held_back(&self, n: u32) -> String {
        let what = match n {
            0 | 1 => "1 remote image is not shown".to_owned(),
            n => format!("{n} remote images are not shown"),
        };
        format!(
            "{what}. If you show them, the sender can know that you have read this message, when and from where."
        )
    }
    fn show_images(&self) -> &'static str {
        "Show remote images"
    }
    fn images_shown(&self) -> &'static str {
        "Remote images are shown."
    }
    fn hide_images(&self) -> &'static str {
        "Show them no more"
    }
    fn quoted_lines(&self, n: usize) -> String {
        format!("Quoted text ({n} lines)")
    }
    fn show_more_text(&self) -> &'static str {
        "Show more"
    }
    fn doubtful_link(&self) -> &'static str {
        "[link disabled: its address may deceive]"
    }
    fn mail_files(&self, n: usize) -> String {
        match n {
            0 | 1 => "1 attachment".to_owned(),
            n => format!("{n} attachments"),
        }
    }
    fn unnamed_file(&self) -> &'static str {
        "Unnamed file"
    }
    fn show_file(&self, name: &str) -> String {
        format!("Open {name}")
    }
    fn hide_file(&self, name: &str) -> String {
        format!("Close {name}")
    }
    fn file_not_granted(&self) -> &'static str {
        "The portal lets this attachment be neither shown nor downloaded."
    }
    fn file_danger(&self, danger: FileDanger) -> &'static str {
        match danger {
            FileDanger::Active => {
                "Careful, this file may hold a program. Open it only if you expected it and the sender has confirmed it."
            }
            FileDanger::Disguised => {
                "Careful, this file passes itself off as another: its name is that of a program. Do not open it."
            }
            FileDanger::Macros => {
                "Careful, this document may hold macros. Do not enable its content if you did not expect it."
            }
        }
    }
}
