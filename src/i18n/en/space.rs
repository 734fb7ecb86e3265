//! English sentences for the agent space; knows nothing else.

use super::English;
use crate::i18n::texts::SpaceTexts;

impl SpaceTexts for English {
    fn space_not_found_title(&self) -> &'static str {
        "Page not found in my space"
    }
    fn home(&self) -> &'static str {
        "Home"
    }
    fn payslips(&self) -> &'static str {
        "Payslips"
    }
    fn signed_in_as(&self, name: &str) -> String {
        format!("Logged in as {name}")
    }
    fn greeting(&self, name: &str) -> String {
        format!("Hello {name}")
    }
    fn last_connection(&self, at: &str, with: &str, from: &str) -> String {
        let with = match with {
            "" => "an unknown browser",
            with => with,
        };
        format!("Last connection: {at}, with {with}, from address {from}.")
    }
    fn first_connection(&self) -> &'static str {
        "This is your first connection to the portal."
    }
    fn not_me(&self) -> &'static str {
        "Was it not you? Change your password and call support."
    }
    fn charter_reminder(&self) -> &'static str {
        "By logging in you have committed to the charter and the terms of use: log out after each use, on any computer, and leave no document there."
    }
    fn latest_payslip(&self) -> &'static str {
        "Latest payslip"
    }
    fn all_payslips(&self) -> &'static str {
        "All my payslips"
    }
    fn shared_device_label(&self) -> &'static str {
        "Shared device"
    }
    fn shared_device_session(&self) -> &'static str {
        "Shared device: amounts and previews are masked until you ask, nothing is downloaded or stored here, and text that is not sent yet is lost when the session ends."
    }
    fn show_amounts(&self) -> &'static str {
        "Show amounts"
    }
    fn mask_amounts(&self) -> &'static str {
        "Mask amounts"
    }
    fn masked_amount(&self) -> &'static str {
        "masked"
    }
}
