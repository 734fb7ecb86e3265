//! English sentences for the causes of a failed sign-in; knows nothing else.

use super::English;
use crate::i18n::texts::{CauseWords, LoginCause, LoginCauseTexts};

impl LoginCauseTexts for English {
    fn login_cause(&self, cause: LoginCause) -> CauseWords {
        let (title, reason, steps): (_, _, &[&str]) = match cause {
            LoginCause::InvalidPair => (
                "You could not be logged in",
                "The username and password do not match.",
                &[
                    "Check the username: first.last, as on your workstation.",
                    "The field was emptied: enter the password again, showing it with the eye (capitals, digits, keyboard language).",
                    "If it changed recently, use the new one; if you forgot it, follow “Forgot password?” below the form.",
                ],
            ),
            LoginCause::Locked => (
                "Logging in is blocked for this username",
                "Too many wrong passwords in a row were entered for this username. The block protects the account and lifts by itself.",
                &[
                    "Wait until the time is over: the form opens again here, without reloading the page.",
                    "If the username was mistyped, correct it: only this one is blocked.",
                    "Forgot the password? Changing it while you wait avoids another block.",
                ],
            ),
            LoginCause::Limited => (
                "Too many tries from your connection",
                "Many tries came from your network address in a short time. The portal pauses to protect the accounts.",
                &[
                    "Wait until the time is over: the form opens again here, without reloading the page.",
                    "On a shared network (hotel, residence), use your phone’s connection.",
                ],
            ),
            LoginCause::PasswordExpired => (
                "Your password has expired",
                "Your password is right, but it is past its end.",
                &[
                    "From a personal computer, the only way is to renew it with the identity service, then come back here.",
                ],
            ),
            LoginCause::NetworkBlocked => (
                "Your network address is refused",
                "The connection comes from an address that the portal does not accept, most often a VPN’s or an anonymising service’s.",
                &[
                    "Switch the VPN off, the browser’s or the antivirus’s too (Private Relay on iPhone and Mac).",
                    "Otherwise use another network, such as your phone’s connection.",
                ],
            ),
            LoginCause::Maintenance => (
                "The portal is under maintenance",
                "The service is stopped for announced work. Your password is not the matter.",
                &["Come back after the end of the work."],
            ),
            LoginCause::Unavailable => (
                "The service is not responding",
                "The portal can’t answer at the moment; we do not know until when. Your password is not the matter.",
                &[
                    "Try again in a few minutes, entering your password again.",
                    "If it lasts, call support.",
                ],
            ),
            LoginCause::Offline => (
                "You are offline",
                "Your device has no network: the request did not leave. Your password is not the matter.",
                &[
                    "Check the Wi-Fi, the cable or flight mode.",
                    "Once the network is back, enter your password again and retry.",
                ],
            ),
            LoginCause::Filtered => (
                "Something stands between you and the portal",
                "A web page was received instead of the portal’s answer: a Wi-Fi login page (hotel, station) or a network filter. Your password is not the matter.",
                &[
                    "Open another page to log in to that network, then enter your password again and retry.",
                    "Otherwise use your phone’s connection.",
                ],
            ),
            LoginCause::AnswerLost => (
                "The answer was lost",
                "The request left, but no answer arrived. Your password is not the matter.",
                &["Enter your password again and retry: logging in twice does no harm."],
            ),
            LoginCause::Unreadable => (
                "The service’s answer can’t be read",
                "The portal answered something that this page does not understand. Your password is not the matter.",
                &[
                    "Reload the page, then try again.",
                    "If it happens again, call support.",
                ],
            ),
            LoginCause::SessionNotKept => (
                "Your browser did not keep the session",
                "Your password was accepted, but your browser did not keep the session cookie: without it, the portal can’t recognise you.",
                &["Allow cookies for this site, or leave private browsing, then try again."],
            ),
            LoginCause::SecondFactor => (
                "A second check is required",
                "Your password is right, but your account asks for a second check that this portal does not offer yet.",
                &["Call support."],
            ),
            LoginCause::Refused => (
                "The portal refused this request",
                "The portal did not handle the request, for a reason that this page does not know. Your password may not be the matter.",
                &[
                    "Reload the page, then try again.",
                    "If it is refused again, call support with the reference.",
                ],
            ),
        };
        CauseWords {
            title,
            reason,
            steps,
        }
    }
    fn address_seen(&self, address: &str) -> String {
        format!("Address seen by the portal: {address}")
    }
    fn maintenance_until(&self, until: &str) -> String {
        format!("Expected end: {until}")
    }
    fn wait_label(&self) -> &'static str {
        "Next try possible in"
    }
    fn wait_left(&self, seconds: u32) -> String {
        let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        match (hours, minutes) {
            (0, 0) => format!("{seconds} s"),
            (0, _) => format!("{minutes} min {seconds:02} s"),
            _ => format!("{hours} h {minutes:02} min {seconds:02} s"),
        }
    }
    fn wait_rule(&self, attempts: u32, duration: &str) -> String {
        format!("After {attempts} wrong passwords in a row, logging in is blocked for {duration}.")
    }
    fn wait_over(&self) -> &'static str {
        "The wait is over: you can log in. Enter your password again, showing it with the eye."
    }
    fn what_to_do(&self) -> &'static str {
        "What you can do"
    }
    fn whom_to_call(&self) -> &'static str {
        "Whom to call"
    }
    fn all_contacts(&self) -> &'static str {
        "All support contacts"
    }
}
