//! English sentences for signing in and out; knows nothing else.

use super::English;
use crate::i18n::texts::LoginTexts;

impl LoginTexts for English {
    fn login_title(&self) -> &'static str {
        "Log in"
    }
    fn login_heading(&self) -> &'static str {
        "Log in to my space"
    }
    fn legal_heading(&self) -> &'static str {
        "Authorised access only"
    }
    fn legal_fallback(&self) -> &'static str {
        "Prior authorisation is required. Fraudulent access to this system, and interference with its data or with privacy, are punished under articles 226-15 and 323-1 to 323-7 of the French Criminal Code. Connections and actions may be traced."
    }
    fn username(&self) -> &'static str {
        "Username"
    }
    fn username_hint(&self) -> &'static str {
        "Your professional username: first.last"
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
    fn log_in(&self) -> &'static str {
        "Log in"
    }
    fn logging_in(&self) -> &'static str {
        "Logging in…"
    }
    fn forgot_password(&self) -> &'static str {
        "Forgot password?"
    }
    fn error_summary_title(&self) -> &'static str {
        "You could not be logged in"
    }
    fn form_error_title(&self) -> &'static str {
        "The form is incomplete"
    }
    fn username_missing(&self) -> &'static str {
        "Enter your username."
    }
    fn password_missing(&self) -> &'static str {
        "Enter your password."
    }
    fn invalid_credentials(&self) -> &'static str {
        "The username and password do not match. Check capital letters and your keyboard, then try again."
    }
    fn account_locked(&self, duration: &str) -> String {
        format!(
            "Too many wrong passwords were entered for this username: logging in is blocked. Try again in {duration}."
        )
    }
    fn password_expired(&self) -> &'static str {
        "Your password has expired. Renew it with the identity service, then come back to log in."
    }
    fn network_blocked(&self, address: &str) -> String {
        format!(
            "Your network address ({address}) is refused, probably because of a VPN. Switch the VPN off, then try again."
        )
    }
    fn maintenance_until(&self, until: &str) -> String {
        format!("The portal is under maintenance until {until}. Come back after that.")
    }
    fn maintenance(&self) -> &'static str {
        "The portal is under maintenance. Come back a little later."
    }
    fn consent_required(&self) -> &'static str {
        "You must accept the terms of use first, which this version of the portal does not offer yet. Accept them from your workstation, or call support."
    }
    fn second_factor_required(&self) -> &'static str {
        "Your account asks for a second check that this version of the portal does not offer. Call support."
    }
    fn cookie_lost(&self) -> &'static str {
        "Your password was accepted, but your browser did not keep the session. Allow cookies for this site, then try again."
    }
    fn session_expired_notice(&self) -> &'static str {
        "Your session has ended. Log in again to go on where you were."
    }
    fn password_title(&self) -> &'static str {
        "Forgotten or expired password"
    }
    fn password_text(&self) -> &'static str {
        "The portal neither knows nor changes passwords: the identity service does. Your credentials are given to you by your HR department."
    }
    fn password_rules_heading(&self) -> &'static str {
        "Rules for the new password"
    }
    fn rule_length(&self, n: u32) -> String {
        format!("at least {n} characters")
    }
    fn rule_upper(&self) -> &'static str {
        "an upper-case letter"
    }
    fn rule_lower(&self) -> &'static str {
        "a lower-case letter"
    }
    fn rule_digit(&self) -> &'static str {
        "a digit"
    }
    fn rule_special(&self) -> &'static str {
        "a special character"
    }
    fn rule_history(&self, n: u32) -> String {
        format!("be different from the last {n}")
    }
    fn identity_link(&self, host: &str) -> String {
        format!("Continue to {host}")
    }
    fn identity_unsafe(&self) -> &'static str {
        "The identity service’s address that the portal received is not an allowed one: it is not shown. Call support."
    }
    fn contacts_heading(&self) -> &'static str {
        "Whom to call"
    }
    fn phone_label(&self) -> &'static str {
        "Telephone"
    }
    fn email_label(&self) -> &'static str {
        "Email"
    }
    fn receipt_title(&self) -> &'static str {
        "You are logged out"
    }
    fn receipt_text(&self) -> &'static str {
        "Your session is closed, here and on the portal."
    }
    fn receipt_unreached(&self) -> &'static str {
        "Your session is closed here, but the portal could not be told: it will close it by itself. On a shared computer, close the browser too."
    }
    fn receipt_advice(&self) -> &'static str {
        "On a shared computer, delete the files that you downloaded and close the browser."
    }
    fn log_in_again(&self) -> &'static str {
        "Log in again"
    }
    fn signing_out(&self) -> &'static str {
        "Logging out…"
    }
}
