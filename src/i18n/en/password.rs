//! English sentences for forgotten, expired and soon expiring passwords; knows nothing else.

use super::English;
use crate::i18n::texts::PasswordTexts;

impl PasswordTexts for English {
    fn password_title(&self) -> &'static str {
        "Forgotten or expired password"
    }
    fn password_text(&self) -> &'static str {
        "The portal neither knows nor changes passwords: the identity service does."
    }
    fn password_way_heading(&self) -> &'static str {
        "How it works"
    }
    fn password_way(&self) -> [&'static str; 3] {
        [
            "The button below opens the identity service’s site, at the address shown.",
            "That site makes sure who you are, then lets you choose a new password.",
            "Then come back here and log in with the new password.",
        ]
    }
    fn password_credentials_heading(&self) -> &'static str {
        "No credentials yet?"
    }
    fn password_credentials(&self) -> &'static str {
        "Your HR department gives them to you, never by telephone or e-mail. Nobody has any reason to ask you for your password."
    }
    fn password_rules_heading(&self) -> &'static str {
        "Rules for the new password"
    }
    fn rule_length(&self, n: u32) -> String {
        format!("at least {n} characters")
    }
    fn rule_upper(&self) -> &'static str {
        "a capital letter"
    }
    fn rule_lower(&self) -> &'static str {
        "a small letter"
    }
    fn rule_digit(&self) -> &'static str {
        "a digit"
    }
    fn rule_special(&self) -> &'static str {
        "a special character, such as a hyphen or an asterisk"
    }
    fn rule_history(&self, n: u32) -> String {
        format!("different from your last {n} passwords")
    }
    fn rule_age(&self, days: u32) -> String {
        format!("to be renewed every {days} days")
    }
    fn identity_link(&self, host: &str) -> String {
        format!("Continue to {host}")
    }
    fn identity_unsafe_title(&self) -> &'static str {
        "Address not allowed"
    }
    fn identity_unsafe(&self) -> &'static str {
        "The address of the identity service that the portal received is not an allowed one: it is not shown. Call support."
    }
    fn contacts_heading(&self) -> &'static str {
        "Whom to call"
    }
    fn password_expires(&self, days: u32) -> String {
        match days {
            0 => "Your password expires today".to_owned(),
            1 => "Your password expires tomorrow".to_owned(),
            _ => format!("Your password expires in {days} days"),
        }
    }
    fn password_expires_text(&self, at: &str) -> String {
        format!(
            "It will stop working on {at}. Renew it before: after that you will not be able to log in."
        )
    }
    fn renew_password(&self) -> &'static str {
        "Renew my password"
    }
}
