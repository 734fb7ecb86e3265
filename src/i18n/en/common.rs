//! English sentences for the frame around every page; knows nothing else.

use super::English;
use crate::i18n::texts::CommonTexts;

impl CommonTexts for English {
    fn skip_to_content(&self) -> &'static str {
        "Skip to content"
    }
    fn other_language(&self) -> &'static str {
        "Français"
    }
    fn loading(&self) -> &'static str {
        "Loading…"
    }
    fn still_loading(&self) -> &'static str {
        "This is taking longer than usual…"
    }
    fn try_again(&self) -> &'static str {
        "Try again"
    }
    fn reload_page(&self) -> &'static str {
        "Reload the page"
    }
    fn back_to_login(&self) -> &'static str {
        "Back to log in"
    }
    fn back_to_space(&self) -> &'static str {
        "Back to my space"
    }
    fn trace_label(&self) -> &'static str {
        "Reference for support"
    }
    fn copy_reference(&self) -> &'static str {
        "Copy the reference"
    }
    fn copied(&self) -> &'static str {
        "Reference copied"
    }
    fn support_heading(&self) -> &'static str {
        "Need help?"
    }
    fn support_line(&self, phone: &str, hours: &str) -> String {
        format!("Support: {phone} ({hours})")
    }
    fn new_tab(&self) -> &'static str {
        "(new tab)"
    }
    fn space_nav(&self) -> &'static str {
        "My space"
    }
    fn log_out(&self) -> &'static str {
        "Log out"
    }
    fn print(&self) -> &'static str {
        "Print"
    }
    fn undo_left(&self) -> &'static str {
        "Left:"
    }
    fn not_found_title(&self) -> &'static str {
        "Page not found"
    }
    fn not_found_text(&self) -> &'static str {
        "This address does not match any page of the portal. Check it, or start again from the home page."
    }
    fn config_title(&self) -> &'static str {
        "The portal is not set up properly"
    }
    fn config_text(&self) -> &'static str {
        "The portal’s settings (config.json) can’t be used. It is not your doing and you can’t mend it: please tell support."
    }
    fn config_missing(&self) -> &'static str {
        "The file could not be loaded."
    }
    fn config_unreadable(&self, detail: &str) -> String {
        format!("The file can’t be read: {detail}")
    }
    fn config_api_base(&self, value: &str) -> String {
        format!("api_base must be a path of this site or an https address: {value}")
    }
    fn config_theme(&self, name: &str) -> String {
        format!("The colour “{name}” must be written #rrggbb.")
    }
    fn seconds(&self, n: u32) -> String {
        if n == 1 {
            format!("{n} second")
        } else {
            format!("{n} seconds")
        }
    }
    fn minutes(&self, n: u32) -> String {
        if n == 1 {
            format!("{n} minute")
        } else {
            format!("{n} minutes")
        }
    }
}
