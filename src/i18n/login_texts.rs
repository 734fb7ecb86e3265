//! The sentences of signing in that every language must have; knows no language.

#![expect(
    missing_docs,
    reason = "the French sentence is each method's documentation"
)]

use super::check_texts::Guide;
use crate::rules::credentials::UsernameChange;

/// Why nobody was signed in, as far as the words differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoginCause {
    /// The pair is wrong; which of the two is not said.
    InvalidPair,
    /// Too many wrong passwords for this username.
    Locked,
    /// Too many tries from this address.
    Limited,
    /// The password was right and has expired.
    PasswordExpired,
    /// The address is refused.
    NetworkBlocked,
    /// Announced maintenance.
    Maintenance,
    /// The service does not answer.
    Unavailable,
    /// The device has no network.
    Offline,
    /// Something in between answered.
    Filtered,
    /// The request left and no answer came.
    AnswerLost,
    /// The answer can't be understood.
    Unreadable,
    /// The browser did not keep the session's cookie.
    SessionNotKept,
    /// A second factor is due, which is not offered here.
    SecondFactor,
    /// Refused for a reason that this page does not know.
    Refused,
}

impl LoginCause {
    /// All of them.
    pub const ALL: [Self; 14] = [
        Self::InvalidPair,
        Self::Locked,
        Self::Limited,
        Self::PasswordExpired,
        Self::NetworkBlocked,
        Self::Maintenance,
        Self::Unavailable,
        Self::Offline,
        Self::Filtered,
        Self::AnswerLost,
        Self::Unreadable,
        Self::SessionNotKept,
        Self::SecondFactor,
        Self::Refused,
    ];
}

/// A cause in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CauseWords {
    /// What happened.
    pub title: &'static str,
    /// Why.
    pub reason: &'static str,
    /// What the person can do, the most likely first.
    pub steps: &'static [&'static str],
}

/// Sentences for the causes of a failed sign-in.
pub trait LoginCauseTexts {
    fn login_cause(&self, cause: LoginCause) -> CauseWords;
    fn address_seen(&self, address: &str) -> String;
    fn maintenance_until(&self, until: &str) -> String;
    fn wait_label(&self) -> &'static str;
    fn wait_left(&self, seconds: u32) -> String;
    fn wait_rule(&self, attempts: u32, duration: &str) -> String;
    fn wait_over(&self) -> &'static str;
    fn what_to_do(&self) -> &'static str;
    fn whom_to_call(&self) -> &'static str;
    fn all_contacts(&self) -> &'static str;
}

/// Sentences for signing in and out.
pub trait LoginTexts {
    fn login_title(&self) -> &'static str;
    fn login_heading(&self) -> &'static str;
    fn legal_heading(&self) -> &'static str;
    fn legal_fallback(&self) -> &'static str;
    /// Before the link to the charter, between it and the link to the terms, and after that.
    fn commitment(&self) -> [&'static str; 3];
    fn charter_link(&self) -> &'static str;
    fn terms_link(&self) -> &'static str;
    fn username(&self) -> &'static str;
    fn username_hint(&self) -> &'static str;
    fn username_changed(&self, username: &str, changes: &[UsernameChange]) -> String;
    fn password(&self) -> &'static str;
    fn show_password(&self) -> &'static str;
    fn hide_password(&self) -> &'static str;
    fn password_shown(&self) -> &'static str;
    fn password_hidden(&self) -> &'static str;
    fn caps_lock(&self) -> &'static str;
    fn shared_device(&self) -> &'static str;
    fn shared_device_effects(&self, idle: &str) -> String;
    /// No engine heeds the page's wish in a login form for sure: what to answer to its offer.
    fn decline_to_save(&self, guide: Guide) -> &'static str;
    fn log_in(&self) -> &'static str;
    fn logging_in(&self) -> &'static str;
    fn cancel(&self) -> &'static str;
    fn cancelled(&self) -> &'static str;
    fn password_wiped(&self) -> &'static str;
    fn forgot_password(&self) -> &'static str;
    fn form_error_title(&self) -> &'static str;
    fn username_missing(&self) -> &'static str;
    fn username_too_long(&self) -> &'static str;
    fn password_missing(&self) -> &'static str;
    fn password_too_long(&self) -> &'static str;
    fn consent_required(&self) -> &'static str;
    fn session_expired_notice(&self) -> &'static str;
    fn signing_out(&self) -> &'static str;
}

/// Sentences for forgotten, expired and soon expiring passwords.
pub trait PasswordTexts {
    fn password_title(&self) -> &'static str;
    fn password_text(&self) -> &'static str;
    fn password_way_heading(&self) -> &'static str;
    fn password_way(&self) -> [&'static str; 3];
    fn password_credentials_heading(&self) -> &'static str;
    fn password_credentials(&self) -> &'static str;
    fn password_rules_heading(&self) -> &'static str;
    fn rule_length(&self, n: u32) -> String;
    fn rule_upper(&self) -> &'static str;
    fn rule_lower(&self) -> &'static str;
    fn rule_digit(&self) -> &'static str;
    fn rule_special(&self) -> &'static str;
    fn rule_history(&self, n: u32) -> String;
    fn rule_age(&self, days: u32) -> String;
    fn identity_link(&self, host: &str) -> String;
    fn identity_unsafe_title(&self) -> &'static str;
    fn identity_unsafe(&self) -> &'static str;
    fn contacts_heading(&self) -> &'static str;
    fn password_expires(&self, days: u32) -> String;
    fn password_expires_text(&self, at: &str) -> String;
    fn renew_password(&self) -> &'static str;
}
