//! The sentences of the journal, of reports and of open sessions that every language must have; knows no language.

#![expect(
    missing_docs,
    reason = "the French sentence is each method's documentation"
)]

use crate::contract::activity::{ActivityCode, ActivityKind};
use crate::rules::activity_filter::InvalidPeriod;

/// Sentences for the journal, its reports and the open sessions.
pub trait ActivityTexts {
    fn activity(&self) -> &'static str;
    fn activity_lead(&self) -> &'static str;
    fn journal_heading(&self) -> &'static str;
    fn recorded_since(&self, date: &str) -> String;
    fn events_shown(&self, n: usize) -> String;
    fn no_activity(&self) -> &'static str;
    fn no_activity_matching(&self) -> &'static str;
    fn show_all_activity(&self) -> &'static str;
    fn more_activity(&self) -> &'static str;
    /// A newer contract's code is told by its kind, and a newer kind without a name.
    fn happened(&self, code: ActivityCode, kind: ActivityKind) -> &'static str;
    fn unknown_browser(&self) -> &'static str;
    fn address_of_event(&self) -> &'static str;
    fn this_session(&self) -> &'static str;
    fn reported_on(&self, date: &str) -> String;
    fn kinds_label(&self) -> &'static str;
    fn activity_kind(&self, kind: Option<ActivityKind>) -> &'static str;
    fn period_from(&self) -> &'static str;
    fn period_to(&self) -> &'static str;
    fn apply_period(&self) -> &'static str;
    fn invalid_period(&self, why: InvalidPeriod) -> &'static str;

    fn not_mine(&self) -> &'static str;
    fn report_heading(&self) -> &'static str;
    fn report_effects(&self) -> [&'static str; 3];
    fn report_comment(&self) -> &'static str;
    fn report_comment_hint(&self) -> &'static str;
    fn characters_left(&self, n: usize) -> String;
    fn characters_over(&self, n: usize) -> String;
    fn comment_too_long(&self) -> &'static str;
    fn send_report(&self) -> &'static str;
    fn sending_report(&self) -> &'static str;
    fn report_failed(&self) -> &'static str;
    fn report_not_sent(&self) -> &'static str;
    fn report_lost_title(&self) -> &'static str;
    fn report_lost(&self) -> &'static str;
    fn report_hidden(&self) -> &'static str;
    fn report_done(&self) -> &'static str;
    fn report_sessions_ended(&self) -> &'static str;
    fn report_next(&self) -> &'static str;
    fn report_next_password(&self) -> &'static str;
    fn report_next_support(&self) -> &'static str;
    fn report_next_leave(&self) -> &'static str;

    fn sessions_heading(&self) -> &'static str;
    fn sessions_lead(&self) -> &'static str;
    fn only_session(&self) -> &'static str;
    fn session_opened(&self, at: &str) -> String;
    fn session_last_seen(&self, at: &str) -> String;
    fn close_session(&self) -> &'static str;
    fn close_other_sessions(&self) -> &'static str;
    fn closing_session(&self) -> &'static str;
    fn session_closed(&self) -> &'static str;
    fn session_was_closed(&self) -> &'static str;
    fn other_sessions_closed(&self) -> &'static str;
    fn more_sessions(&self, n: usize) -> String;
}
