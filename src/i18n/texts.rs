//! The sentences that every language must have, one trait an area; knows no language.

#![expect(
    missing_docs,
    reason = "the French sentence is each method's documentation"
)]

pub use super::activity_texts::ActivityTexts;
pub use super::check_texts::{CheckTexts, Guide};
pub use super::document_texts::{DocumentRequestTexts, DocumentTexts, NoPreview, TakeAwayTexts};
pub use super::help_texts::HelpTexts;
pub use super::leave_approval_texts::{BatchOutcome, LeaveApprovalTexts, TeamCalendarTexts};
pub use super::leave_asking_texts::{LeaveAskingTexts, LeavePickingTexts};
pub use super::leave_texts::LeaveTexts;
pub use super::legal_texts::LegalTexts;
pub use super::list_texts::ListTexts;
pub use super::login_texts::{CauseWords, LoginCause, LoginCauseTexts, LoginTexts, PasswordTexts};
pub use super::mail_texts::{MailDone, MailPart, MailTexts};
pub use super::mail_writing_texts::MailWritingTexts;
pub use super::payslip_texts::{PayslipStudyTexts, PayslipTexts};
pub use super::profile_texts::{ProfileTexts, TileTexts};
pub use super::session_texts::SessionTexts;

/// Every sentence that is read before somebody is there, and those of the frame and the failures: a language that lacks one, or a call that lacks a parameter, does not compile.
///
/// Architecture Invariant: what anyone can read names these alone, so that the sentences of the space are no part of the program that the login waits for.
pub trait Texts:
    CommonTexts
    + FailureTexts
    + LoginCauseTexts
    + LoginTexts
    + PasswordTexts
    + CheckTexts
    + HelpTexts
    + LegalTexts
    + SessionTexts
    + Sync
{
}

/// The sentences of the agent space besides.
pub trait AgentTexts:
    Texts
    + SpaceTexts
    + ListTexts
    + PayslipTexts
    + PayslipStudyTexts
    + DocumentTexts
    + DocumentRequestTexts
    + TakeAwayTexts
    + LeaveTexts
    + LeaveAskingTexts
    + LeavePickingTexts
    + LeaveApprovalTexts
    + TeamCalendarTexts
    + MailTexts
    + MailWritingTexts
    + ActivityTexts
    + ProfileTexts
    + TileTexts
{
}

/// Sentences for the frame around every page.
pub trait CommonTexts {
    fn skip_to_content(&self) -> &'static str;
    fn other_language(&self) -> &'static str;
    fn loading(&self) -> &'static str;
    fn still_loading(&self) -> &'static str;
    fn try_again(&self) -> &'static str;
    fn reload_page(&self) -> &'static str;
    fn back_to_login(&self) -> &'static str;
    fn back_to_space(&self) -> &'static str;
    fn trace_label(&self) -> &'static str;
    fn copy_reference(&self) -> &'static str;
    fn copied(&self) -> &'static str;
    fn support_heading(&self) -> &'static str;
    fn support_line(&self, phone: &str, hours: &str) -> String;
    fn new_tab(&self) -> &'static str;
    fn space_nav(&self) -> &'static str;
    fn log_out(&self) -> &'static str;
    fn print(&self) -> &'static str;
    fn undo_left(&self) -> &'static str;
    fn not_found_title(&self) -> &'static str;
    fn not_found_text(&self) -> &'static str;
    fn config_title(&self) -> &'static str;
    fn config_text(&self) -> &'static str;
    fn config_missing(&self) -> &'static str;
    fn config_unreadable(&self, detail: &str) -> String;
    fn config_api_base(&self, value: &str) -> String;
    fn config_theme(&self, name: &str) -> String;
    fn seconds(&self, n: u32) -> String;
    fn minutes(&self, n: u32) -> String;

    /// A wait, rounded up to whole minutes from two minutes on.
    fn duration(&self, seconds: u32) -> String {
        if seconds < 120 {
            self.seconds(seconds.max(1))
        } else {
            self.minutes(seconds.div_ceil(60))
        }
    }
}

/// Sentences for the failures of a call.
pub trait FailureTexts {
    fn offline_title(&self) -> &'static str;
    fn offline_text(&self) -> &'static str;
    fn filtered_title(&self) -> &'static str;
    fn filtered_text(&self) -> &'static str;
    fn unavailable_title(&self) -> &'static str;
    fn unavailable_text(&self) -> &'static str;
    fn unreadable_title(&self) -> &'static str;
    fn unreadable_text(&self) -> &'static str;
    fn outcome_unknown_title(&self) -> &'static str;
    fn outcome_unknown_text(&self) -> &'static str;
    fn signed_out_title(&self) -> &'static str;
    fn signed_out_text(&self) -> &'static str;
    fn limited_title(&self) -> &'static str;
    fn limited_text(&self, duration: &str) -> String;
    fn refused_title(&self) -> &'static str;
    fn refused_text(&self) -> &'static str;
    fn missing_title(&self) -> &'static str;
    fn missing_text(&self) -> &'static str;
    fn action_refused_title(&self) -> &'static str;
    fn action_refused_text(&self) -> &'static str;
    fn module_off_title(&self) -> &'static str;
    fn module_off_text(&self) -> &'static str;
}

/// Sentences for the agent space.
pub trait SpaceTexts {
    fn space_not_found_title(&self) -> &'static str;
    fn home(&self) -> &'static str;
    fn payslips(&self) -> &'static str;
    fn signed_in_as(&self, name: &str) -> String;
    fn greeting(&self, name: &str) -> String;
    fn last_connection(&self, at: &str, with: &str, from: &str) -> String;
    fn first_connection(&self) -> &'static str;
    fn not_me(&self) -> &'static str;
    fn charter_reminder(&self) -> &'static str;
    fn shared_device_label(&self) -> &'static str;
    fn shared_device_session(&self) -> &'static str;
    fn show_amounts(&self) -> &'static str;
    fn mask_amounts(&self) -> &'static str;
    fn masked_amount(&self) -> &'static str;
    fn latest_payslip(&self) -> &'static str;
    fn all_payslips(&self) -> &'static str;
}
