//! The sentences of leave: rights, requests and their states that every language must have; knows no language.

#![expect(
    missing_docs,
    reason = "the French sentence is each method's documentation"
)]

use crate::contract::leave::{LeaveDeed, LeaveLevel, LeaveState};
use crate::rules::leave_change::LeaveChange;
use crate::rules::leave_year::AbsenceLook;

/// Sentences for leave: rights, requests and their states.
pub trait LeaveTexts {
    fn approvals(&self) -> &'static str;
    fn leave_calendar(&self) -> &'static str;
    fn leave_request(&self) -> &'static str;
    fn leave_state(&self, state: LeaveState) -> &'static str;

    fn leave_ways(&self) -> &'static str;
    fn all_leave(&self) -> &'static str;

    fn balances_heading(&self) -> &'static str;
    fn balances_caption(&self) -> &'static str;
    fn balance_right(&self) -> &'static str;
    fn balance_acquired(&self) -> &'static str;
    fn balance_taken(&self) -> &'static str;
    fn balance_pending(&self) -> &'static str;
    fn balance_left(&self) -> &'static str;
    fn balance_by_event(&self) -> &'static str;
    fn balance_uncounted(&self) -> &'static str;
    fn balance_lasts(&self) -> &'static str;
    fn balance_not_before(&self, date: &str) -> String;
    fn balance_until(&self, date: &str) -> String;
    fn balance_near(&self, date: &str, days: i64) -> String;
    fn balance_lapsed(&self, date: &str) -> String;
    fn balance_overdrawn(&self, days: &str) -> String;
    fn no_balances(&self) -> &'static str;
    fn no_rights_today(&self) -> &'static str;
    fn rights_left(&self) -> &'static str;

    fn year_heading(&self, year: i32) -> String;
    fn year_before(&self, year: i32) -> String;
    fn year_after(&self, year: i32) -> String;
    fn year_choice_label(&self) -> &'static str;
    fn year_drawing(&self, year: i32, absences: usize) -> String;
    fn year_list(&self) -> &'static str;
    fn year_empty(&self, year: i32) -> String;
    fn absence_look(&self, look: AbsenceLook) -> &'static str;
    fn year_holiday(&self) -> &'static str;
    fn year_closed(&self) -> &'static str;
    fn year_off(&self) -> &'static str;
    fn year_today(&self) -> &'static str;
    fn year_morning(&self) -> &'static str;
    fn year_afternoon(&self) -> &'static str;

    fn my_leave_requests(&self) -> &'static str;
    fn leave_states_label(&self) -> &'static str;
    fn all_leave_states(&self) -> &'static str;
    fn no_leave_requests(&self) -> &'static str;
    fn no_leave_found(&self) -> &'static str;
    fn show_all_leave(&self) -> &'static str;
    fn leave_asked_on(&self, date: &str) -> String;
    fn next_absence(&self) -> &'static str;
    fn no_absence_ahead(&self) -> &'static str;
    fn leave_to_decide(&self, n: u32) -> String;

    fn leave_next(&self, state: LeaveState, level: LeaveLevel) -> String;
    fn leave_maintained(&self) -> &'static str;
    fn leave_period_label(&self) -> &'static str;
    fn leave_length_label(&self) -> &'static str;
    fn leave_agent_label(&self) -> &'static str;
    fn leave_asked_label(&self) -> &'static str;
    fn leave_comment_label(&self) -> &'static str;
    fn leave_attachment_label(&self) -> &'static str;
    fn leave_reason_label(&self) -> &'static str;
    fn leave_trail_heading(&self) -> &'static str;
    fn leave_deed(&self, deed: LeaveDeed) -> &'static str;
    fn leave_level(&self, level: LeaveLevel) -> String;
    fn deed_by(&self) -> &'static str;
    fn deed_on_behalf(&self) -> &'static str;
    fn unnamed_person(&self) -> &'static str;

    fn leave_actions(&self) -> &'static str;
    fn copy_leave(&self) -> &'static str;
    fn decide_leave(&self) -> &'static str;
    fn add_to_calendar(&self) -> &'static str;
    fn change_leave(&self, change: LeaveChange) -> &'static str;
    fn change_title(&self, change: LeaveChange) -> &'static str;
    fn change_text(&self, change: LeaveChange) -> &'static str;
    fn change_confirm(&self, change: LeaveChange) -> &'static str;
    fn change_decline(&self, change: LeaveChange) -> &'static str;
    fn change_reason(&self) -> &'static str;
    fn change_reason_hint(&self) -> &'static str;
    fn change_reason_too_long(&self) -> &'static str;
    fn change_under_way(&self) -> &'static str;
    fn change_interrupted(&self) -> &'static str;
    fn change_not_made(&self, change: LeaveChange) -> &'static str;
    fn change_lost(&self) -> &'static str;
    fn change_done(&self, change: LeaveChange) -> &'static str;
    fn change_done_after_all(&self) -> &'static str;
    fn change_overtaken(&self) -> &'static str;
    fn change_refused(&self) -> &'static str;
    fn change_state_now(&self, state: &str) -> String;
}
