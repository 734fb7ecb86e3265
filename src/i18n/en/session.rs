//! English sentences for a session's end, its receipt and signing in again; knows nothing else.

use super::English;
use crate::contract::activity::ActivityItemKind;
use crate::i18n::texts::SessionTexts;
use crate::rules::receipt::{Taken, WayOut};

impl SessionTexts for English {
    fn ending_title(&self) -> &'static str {
        "Your session is about to end"
    }
    fn ending_text(&self, at: &str) -> String {
        format!("Unless you answer, you will be logged out at {at}.")
    }
    fn ending_last_text(&self, at: &str) -> String {
        format!(
            "A session can last no longer: yours ends at {at}. You can log in again on this page right away."
        )
    }
    fn ending_drafts_kept(&self) -> &'static str {
        "What you have written and not sent yet will be kept on this page."
    }
    fn ending_drafts_lost(&self) -> &'static str {
        "Shared device: what you have written and not sent yet will be erased."
    }
    fn ending_left(&self) -> &'static str {
        "Your session ends in"
    }
    fn stay(&self) -> &'static str {
        "Stay logged in"
    }
    fn staying(&self) -> &'static str {
        "Extending your session…"
    }
    fn understood(&self) -> &'static str {
        "I understand"
    }
    fn unsent_title(&self) -> &'static str {
        "Something is not sent"
    }
    fn unsent_text(&self) -> &'static str {
        "Logging out erases what you have written and not sent yet, in all tabs."
    }
    fn unsent_back(&self) -> &'static str {
        "Back to what I wrote"
    }
    fn again_title(&self) -> &'static str {
        "Your session has ended"
    }
    fn again_text(&self) -> &'static str {
        "It was closed to protect your data. Log in again to go on here, where you were."
    }
    fn again_drafts(&self) -> &'static str {
        "What you have written is kept, and nothing is sent on your behalf."
    }
    fn again_username(&self, username: &str) -> String {
        format!("Username: {username}")
    }
    fn again_other(&self) -> &'static str {
        "Log in with another account"
    }
    fn again_other_drafts(&self) -> &'static str {
        "What has been written here will be erased."
    }
    fn again_done(&self) -> &'static str {
        "You are logged in again."
    }
    fn again_done_drafts(&self) -> &'static str {
        "You are logged in again. What you had written is there, and has not been sent."
    }
    fn replaced(&self) -> &'static str {
        "Another agent has logged in in this browser. Opening their space…"
    }
    fn receipt_title(&self, way_out: WayOut) -> &'static str {
        match way_out {
            WayOut::TimeOver => "Your session has ended",
            _ => "You are logged out",
        }
    }
    fn receipt_lead(&self, way_out: WayOut) -> &'static str {
        match way_out {
            WayOut::SignedOut => "This is what has been checked on this device.",
            WayOut::PortalUnreached => {
                "Your space is closed here, but the portal could not be told."
            }
            WayOut::InAnotherTab => "You logged out in another tab: this one has closed as well.",
            WayOut::TimeOver => "On a shared device nothing is kept when the session ends.",
        }
    }
    fn receipt_checked(&self) -> &'static str {
        "Checked just now"
    }
    fn receipt_portal_closed(&self) -> &'static str {
        "Portal: no session is open in this browser."
    }
    fn receipt_portal_open(&self) -> &'static str {
        "Portal: a session is still open in this browser."
    }
    fn receipt_portal_unknown(&self) -> &'static str {
        "Portal: it does not answer, so its closing could not be checked."
    }
    fn receipt_portal_awaited(&self) -> &'static str {
        "Portal: the network does not answer. This page goes on trying to tell it."
    }
    fn receipt_closes_at(&self, at: &str) -> String {
        format!("If nothing is done, it closes by itself at {at} at the latest.")
    }
    fn receipt_close_portal(&self) -> &'static str {
        "Close the session on the portal"
    }
    fn receipt_entries(&self, kept: Option<u32>) -> String {
        match kept {
            Some(0) => "Browser storage: empty.".to_owned(),
            Some(1) => "Browser storage: 1 item is left.".to_owned(),
            Some(n) => format!("Browser storage: {n} items are left."),
            None => "Browser storage: refused by the browser, so nothing is in it.".to_owned(),
        }
    }
    fn receipt_language(&self) -> &'static str {
        "Only the chosen language is remembered for the next visit."
    }
    fn receipt_cookies(&self, kept: u32) -> String {
        match kept {
            0 => "Cookies that the page can read: none.".to_owned(),
            1 => "Cookies that the page can read: 1 is left.".to_owned(),
            n => format!("Cookies that the page can read: {n} are left."),
        }
    }
    fn receipt_caches(&self, kept: Option<u32>) -> String {
        match kept {
            Some(0) => "Databases and caches of this site: none.".to_owned(),
            Some(1) => "Databases and caches of this site: 1 is left.".to_owned(),
            Some(n) => format!("Databases and caches of this site: {n} are left."),
            None => "Databases and caches of this site: the browser does not say.".to_owned(),
        }
    }
    fn receipt_remains_heading(&self) -> &'static str {
        "What the portal can’t erase"
    }
    fn receipt_taken(&self, taken: Taken) -> String {
        match (taken.kind, taken.count) {
            (ActivityItemKind::Payslip, 1) => {
                "1 payslip downloaded during this session, in whole or in part.".to_owned()
            }
            (ActivityItemKind::Payslip, n) => {
                format!("{n} payslips downloaded during this session, in whole or in part.")
            }
            (ActivityItemKind::Document, 1) => {
                "1 document downloaded during this session, in whole or in part.".to_owned()
            }
            (ActivityItemKind::Document, n) => {
                format!("{n} documents downloaded during this session, in whole or in part.")
            }
            (_, 1) => {
                "1 other file downloaded during this session, in whole or in part.".to_owned()
            }
            (_, n) => {
                format!("{n} other files downloaded during this session, in whole or in part.")
            }
        }
    }
    fn receipt_downloads(&self) -> &'static str {
        "The files that you downloaded or printed: delete them from the Downloads folder, then empty the bin."
    }
    fn receipt_passwords(&self) -> &'static str {
        "A password that the browser has saved: delete it in its settings."
    }
    fn receipt_history(&self) -> &'static str {
        "The browser’s history: it shows that the portal was visited, with nothing personal."
    }
    fn receipt_shared_heading(&self) -> &'static str {
        "If other people use this device"
    }
    fn receipt_shared_steps(&self) -> &'static [&'static str] {
        &[
            "Close all windows of the browser.",
            "Check that it has not saved your password.",
            "Log out of the computer as well, if you logged in to it.",
        ]
    }
    fn log_in_again(&self) -> &'static str {
        "Log in again"
    }
}
