//! English sentences for signing in and out; knows nothing else.

use super::English;
use crate::i18n::texts::{Guide, LoginTexts};
use crate::rules::credentials::UsernameChange;

impl LoginTexts for English {
    fn login_title(&self) -> &'static str {
        "Log in"
    }
    fn login_heading(&self) -> &'static str {
        "Log in to my space"
    }
    fn legal_heading(&self) -> &'static str {
        "Restricted access"
    }
    fn legal_fallback(&self) -> &'static str {
        "Prior authorisation is required; any fraud is punished (articles 226-15 and 323-1 to 323-7 of the French Penal Code). Connections and actions may be traced."
    }
    fn commitment(&self) -> [&'static str; 3] {
        ["Logging in commits you to the ", " and the ", "."]
    }
    fn charter_link(&self) -> &'static str {
        "charter"
    }
    fn terms_link(&self) -> &'static str {
        "terms of use"
    }
    fn username(&self) -> &'static str {
        "Username"
    }
    fn username_hint(&self) -> &'static str {
        "first.last or professional address"
    }
    fn username_changed(&self, username: &str, changes: &[UsernameChange]) -> String {
        let said: Vec<&str> = changes
            .iter()
            .map(|change| match change {
                UsernameChange::Spaces => "without spaces",
                UsernameChange::Domain => "without the part from @ on",
                UsernameChange::Accents => "without accents or typographic signs",
                UsernameChange::Capitals => "in small letters",
            })
            .collect();
        format!("Username taken: {username} ({}).", said.join(", "))
    }
    fn password(&self) -> &'static str {
        "Password"
    }
    fn show_password(&self) -> &'static str {
        "Show password"
    }
    fn hide_password(&self) -> &'static str {
        "Hide password"
    }
    fn password_shown(&self) -> &'static str {
        "The password is visible on the screen."
    }
    fn password_hidden(&self) -> &'static str {
        "The password is hidden."
    }
    fn caps_lock(&self) -> &'static str {
        "Caps Lock is on."
    }
    fn shared_device(&self) -> &'static str {
        "This computer is not mine alone"
    }
    fn shared_device_effects(&self, idle: &str) -> String {
        format!(
            "The session will end after {idle} without activity or with its last page, and text that is not sent yet will be lost. Amounts will be masked, PDFs will not be offered, and nothing will be stored."
        )
    }
    fn decline_to_save(&self, guide: Guide) -> &'static str {
        match guide {
            Guide::Chrome => {
                "The browser is asked not to keep the password, but Chrome may offer to all the same: decline, with “Never”."
            }
            Guide::Edge => {
                "The browser is asked not to keep the password, but Edge may offer to all the same: decline, with “Never”."
            }
            Guide::Firefox => {
                "The browser is asked not to keep the password, but Firefox may offer to all the same: decline, with “Don’t save”."
            }
            Guide::Safari | Guide::Ios => {
                "The browser is asked not to keep the password, but Safari may offer to all the same: decline, with “Never for This Website” or “Not Now”."
            }
            Guide::Android | Guide::Other => {
                "The browser is asked not to keep the password, but the portal can’t prevent it: if it offers to, decline."
            }
        }
    }
    fn log_in(&self) -> &'static str {
        "Log in"
    }
    fn logging_in(&self) -> &'static str {
        "Logging in…"
    }
    fn cancel(&self) -> &'static str {
        "Cancel"
    }
    fn cancelled(&self) -> &'static str {
        "Logging in was cancelled. To try again, enter your password again."
    }
    fn password_wiped(&self) -> &'static str {
        "The password was erased after five minutes without typing. Enter it again to log in."
    }
    fn forgot_password(&self) -> &'static str {
        "Forgot password?"
    }
    fn form_error_title(&self) -> &'static str {
        "The form needs correcting"
    }
    fn username_missing(&self) -> &'static str {
        "Enter your username."
    }
    fn username_too_long(&self) -> &'static str {
        "This username is too long: 254 characters at most."
    }
    fn password_missing(&self) -> &'static str {
        "Enter your password."
    }
    fn password_too_long(&self) -> &'static str {
        "This password is too long: 1,024 characters at most."
    }
    fn consent_required(&self) -> &'static str {
        "The charter and the terms of use must be accepted first."
    }
    fn session_expired_notice(&self) -> &'static str {
        "Your session has ended. Log in again to go on where you were."
    }
    fn signing_out(&self) -> &'static str {
        "Logging out…"
    }
}
