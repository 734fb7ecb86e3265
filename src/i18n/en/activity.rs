//! English sentences for the journal, reports and open sessions; knows nothing else.

use super::English;
use crate::contract::activity::{ActivityCode, ActivityKind};
use crate::i18n::texts::ActivityTexts;
use crate::rules::activity_filter::InvalidPeriod;

impl ActivityTexts for English {
    fn activity(&self) -> &'static str {
        "Activity"
    }
    fn activity_lead(&self) -> &'static str {
        "Who logged in to your account, when, from where, and what was done there. If something was not you, say so here."
    }
    fn journal_heading(&self) -> &'static str {
        "Journal"
    }
    fn recorded_since(&self, date: &str) -> String {
        format!("Activity is recorded since {date}; nothing older can be shown.")
    }
    fn events_shown(&self, n: usize) -> String {
        if n == 1 {
            format!("{n} event shown")
        } else {
            format!("{n} events shown")
        }
    }
    fn no_activity(&self) -> &'static str {
        "No event so far."
    }
    fn no_activity_matching(&self) -> &'static str {
        "No event matches this choice."
    }
    fn show_all_activity(&self) -> &'static str {
        "Show all activity"
    }
    fn more_activity(&self) -> &'static str {
        "Show older events"
    }
    fn happened(&self, code: ActivityCode, kind: ActivityKind) -> &'static str {
        match code {
            ActivityCode::SignedIn => "Login",
            ActivityCode::SignInRefused => "Login refused",
            ActivityCode::SignedOut => "Logout",
            ActivityCode::SessionEnded => "Other session closed",
            ActivityCode::PayslipViewed => "Payslip viewed",
            ActivityCode::PayslipDownloaded => "Payslip downloaded",
            ActivityCode::DocumentViewed => "Document viewed",
            ActivityCode::DocumentDownloaded => "Document downloaded",
            ActivityCode::DocumentRequested => "Certificate asked for",
            ActivityCode::LeaveRequested => "Leave asked for",
            ActivityCode::LeaveCancelled => "Leave request withdrawn",
            ActivityCode::LeaveCancellationRequested => "Cancellation of leave asked for",
            ActivityCode::LeaveApproved => "Colleague’s leave approved",
            ActivityCode::LeaveRefused => "Colleague’s leave refused",
            ActivityCode::LeaveCancellationApproved => {
                "Cancellation of a colleague’s leave approved"
            }
            ActivityCode::LeaveCancellationRefused => "Cancellation of a colleague’s leave refused",
            ActivityCode::LeaveDecisionUndone => "Decision on leave taken back",
            ActivityCode::LeaveFileViewed => "Leave attachment viewed",
            ActivityCode::LeaveFileDownloaded => "Leave file downloaded",
            ActivityCode::MailSent => "Message sent",
            ActivityCode::MailSendingUndone => "Sending of a message undone",
            ActivityCode::MailFileViewed => "Attachment of a message shown",
            ActivityCode::MailFileDownloaded => "Attachment of a message downloaded",
            ActivityCode::ConsentGiven => "Charter and terms accepted",
            ActivityCode::EventReported => "Event reported",
            ActivityCode::Unknown => match kind {
                ActivityKind::Connection => "Connection event",
                ActivityKind::View => "Something viewed",
                ActivityKind::Download => "Something downloaded",
                ActivityKind::Decision => "Decision",
                ActivityKind::Unknown => "Other event",
            },
        }
    }
    fn unknown_browser(&self) -> &'static str {
        "Unknown browser"
    }
    fn address_of_event(&self) -> &'static str {
        "from address"
    }
    fn this_session(&self) -> &'static str {
        "This session"
    }
    fn reported_on(&self, date: &str) -> String {
        format!("Reported on {date}, reference")
    }
    fn kinds_label(&self) -> &'static str {
        "Kind of event"
    }
    fn activity_kind(&self, kind: Option<ActivityKind>) -> &'static str {
        match kind {
            None => "All",
            Some(ActivityKind::Connection) => "Connections",
            Some(ActivityKind::View) => "Views",
            Some(ActivityKind::Download) => "Downloads",
            Some(ActivityKind::Decision) => "Decisions",
            Some(ActivityKind::Unknown) => "Others",
        }
    }
    fn period_from(&self) -> &'static str {
        "From"
    }
    fn period_to(&self) -> &'static str {
        "To"
    }
    fn apply_period(&self) -> &'static str {
        "Filter"
    }
    fn invalid_period(&self, why: InvalidPeriod) -> &'static str {
        match why {
            InvalidPeriod::From | InvalidPeriod::To => {
                "This date does not exist. Write the year, the month and the day, as in 2026-11-22."
            }
            InvalidPeriod::Order => {
                "The period ends before it begins. Change one of the two dates."
            }
        }
    }

    fn not_mine(&self) -> &'static str {
        "This was not me"
    }
    fn report_heading(&self) -> &'static str {
        "Report this event"
    }
    fn report_effects(&self) -> [&'static str; 3] {
        [
            "As soon as it is sent, all your other sessions are closed. This one stays open.",
            "You get a reference to give to support.",
            "You then have to renew your password.",
        ]
    }
    fn report_comment(&self) -> &'static str {
        "Comment (optional)"
    }
    fn report_comment_hint(&self) -> &'static str {
        "What may help: a lost device, a suspicious message. Never write your password."
    }
    fn characters_left(&self, n: usize) -> String {
        if n == 1 {
            format!("{n} character left.")
        } else {
            format!("{n} characters left.")
        }
    }
    fn characters_over(&self, n: usize) -> String {
        if n == 1 {
            format!("{n} character too many.")
        } else {
            format!("{n} characters too many.")
        }
    }
    fn comment_too_long(&self) -> &'static str {
        "This comment is too long: please shorten it. Nothing is erased."
    }
    fn send_report(&self) -> &'static str {
        "Send the report"
    }
    fn sending_report(&self) -> &'static str {
        "Sending the report…"
    }
    fn report_failed(&self) -> &'static str {
        "The report was not sent"
    }
    fn report_not_sent(&self) -> &'static str {
        "Your report has not been sent yet. Your comment is still there: press “Send the report” again."
    }
    fn report_lost_title(&self) -> &'static str {
        "The report may have been recorded"
    }
    fn report_lost(&self) -> &'static str {
        "It left, but the answer was lost. Sending it again is harmless: it counts once and keeps the same reference."
    }
    fn report_hidden(&self) -> &'static str {
        "The event to report is not in the list shown."
    }
    fn report_done(&self) -> &'static str {
        "Report recorded"
    }
    fn report_sessions_ended(&self) -> &'static str {
        "All your other sessions have been closed."
    }
    fn report_next(&self) -> &'static str {
        "What to do now"
    }
    fn report_next_password(&self) -> &'static str {
        "Renew your password."
    }
    fn report_next_support(&self) -> &'static str {
        "Call support and give this reference."
    }
    fn report_next_leave(&self) -> &'static str {
        "Log out when you have finished."
    }

    fn sessions_heading(&self) -> &'static str {
        "Open sessions"
    }
    fn sessions_lead(&self) -> &'static str {
        "The browsers where your account is open at the moment."
    }
    fn only_session(&self) -> &'static str {
        "No other session is open."
    }
    fn session_opened(&self, at: &str) -> String {
        format!("Opened on {at}")
    }
    fn session_last_seen(&self, at: &str) -> String {
        format!("Last used on {at}")
    }
    fn close_session(&self) -> &'static str {
        "Close this session"
    }
    fn close_other_sessions(&self) -> &'static str {
        "Close all others"
    }
    fn closing_session(&self) -> &'static str {
        "Closing…"
    }
    fn session_closed(&self) -> &'static str {
        "The session is closed."
    }
    fn session_was_closed(&self) -> &'static str {
        "That session was already closed."
    }
    fn other_sessions_closed(&self) -> &'static str {
        "All your other sessions are closed."
    }
    fn more_sessions(&self, n: usize) -> String {
        if n == 1 {
            format!("{n} other session")
        } else {
            format!("{n} other sessions")
        }
    }
}
