//! The sentences of validating leave, and of the calendar of a team that every language must have; knows no language.

#![expect(
    missing_docs,
    reason = "the French sentence is each method's documentation"
)]

use crate::contract::leave::{LeaveLevel, LeaveStep};
use crate::rules::leave_decision::{DecisionAct, InvalidReason};
use crate::rules::leave_decision_draft::Unsent;
use crate::rules::team_calendar::CalendarView;

/// Sentences for validating leave.
pub trait LeaveApprovalTexts {
    fn approvals_lead(&self) -> &'static str;
    fn approvals_tabs(&self) -> &'static str;
    fn approvals_waiting(&self) -> &'static str;
    fn approvals_decided(&self) -> &'static str;
    fn approvals_count(&self, n: u32) -> String;
    fn no_approvals(&self) -> &'static str;
    fn no_decided_approvals(&self) -> &'static str;
    fn refresh_approvals(&self) -> &'static str;
    fn unnamed_leave(&self) -> &'static str;
    fn unnamed_colleague(&self) -> &'static str;

    /// Between a word and what it is about.
    fn colon(&self) -> &'static str;
    /// Between absences.
    fn semicolon(&self) -> &'static str;
    fn approval_asked(&self, date: &str) -> String;
    fn approval_level(&self, level: LeaveLevel) -> String;
    fn approval_on_behalf(&self) -> &'static str;
    fn approval_cancels(&self) -> &'static str;
    fn approval_comment(&self) -> &'static str;
    fn approval_whole_comment(&self, characters: usize) -> String;
    fn show_approval_attachment(&self, kind_and_size: &str) -> String;
    fn hide_approval_attachment(&self) -> &'static str;
    fn approval_attachment_of(&self, who: &str) -> String;
    fn approval_left(&self, days: &str) -> String;
    fn approval_overdrawn(&self, days: &str) -> String;
    fn clashes_heading(&self) -> &'static str;
    fn no_clashes(&self) -> &'static str;
    /// `or_more` when the portal names no more than these.
    fn clashes_count(&self, n: usize, team: u32, or_more: bool) -> String;

    fn choose_approval(&self, who: &str, when: &str) -> String;
    fn choose_all_approvals(&self) -> &'static str;
    fn approvals_chosen(&self, n: usize) -> String;
    fn decide(&self, act: DecisionAct, cancellation: bool) -> &'static str;
    fn decide_of(&self, who: &str, when: &str) -> String;
    fn decide_chosen(&self, act: DecisionAct, n: usize) -> String;
    fn deciding(&self) -> &'static str;

    fn refusal_title(&self) -> &'static str;
    fn refusal_text(&self) -> &'static str;
    fn refusal_text_chosen(&self, n: usize) -> String;
    fn refusal_reason(&self) -> &'static str;
    fn refusal_reason_hint(&self) -> &'static str;
    fn invalid_refusal(&self, why: InvalidReason) -> &'static str;
    fn refusal_refused(&self) -> &'static str;
    fn send_refusal(&self, n: usize) -> String;

    /// What somebody did, after their name.
    fn step_done(&self, step: &LeaveStep, at: &str) -> String;
    fn step_for(&self) -> &'static str;
    fn step_reason(&self) -> &'static str;
    fn approval_steps(&self) -> &'static str;

    fn decision_done(&self, act: DecisionAct, cancellation: bool) -> &'static str;
    fn decision_after_all(&self) -> &'static str;
    fn decision_waits(&self, level: LeaveLevel, cancellation: bool) -> String;
    fn decision_held(&self) -> &'static str;
    fn decision_followed(&self, act: DecisionAct) -> &'static str;
    fn decision_meanwhile(&self) -> &'static str;
    fn decision_meanwhile_open(&self) -> &'static str;
    fn decision_not_recorded(&self) -> &'static str;
    fn decision_lost_title(&self) -> &'static str;
    fn decision_lost(&self) -> &'static str;
    fn decision_failed(&self, act: DecisionAct) -> &'static str;
    fn decision_too_late(&self) -> &'static str;
    fn undo_until(&self, at: &str) -> String;
    fn decisions_unsent_title(&self) -> &'static str;
    fn decisions_unsent(&self, act: DecisionAct, n: usize, why: Unsent) -> String;
    fn forget_decisions(&self) -> &'static str;

    fn batch_under_way(&self, n: usize, of: usize) -> String;
    fn stop_batch(&self) -> &'static str;
    fn stopping_batch(&self) -> &'static str;
    fn batch_title(&self, done: usize, of: usize) -> String;
    fn batch_item(&self, outcome: BatchOutcome) -> &'static str;
    fn batch_stopped(&self, left: usize) -> String;
}

/// What became of one decision of several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BatchOutcome {
    /// It was granted.
    Approved,
    /// It was granted at this level, and waits for the next.
    ApprovedAtLevel,
    /// It was refused.
    Refused,
    /// It was recorded, and something else has happened since.
    Followed,
    /// Somebody was faster, or took it back.
    Meanwhile,
    /// Nothing was recorded.
    NotRecorded,
    /// Nobody knows.
    Lost,
    /// It was not taken.
    Failed,
}

/// Sentences for the calendar of a team.
pub trait TeamCalendarTexts {
    fn team_calendar_lead(&self, validates: bool) -> &'static str;
    fn team_month(&self) -> &'static str;
    fn team_previous_month(&self) -> &'static str;
    fn team_next_month(&self) -> &'static str;
    fn team_this_month(&self) -> &'static str;
    fn team_go_to(&self) -> &'static str;
    fn team_go_month(&self) -> &'static str;
    fn team_go_year(&self) -> &'static str;
    fn team_go(&self) -> &'static str;
    fn team_invalid_year(&self) -> &'static str;
    fn teams_label(&self) -> &'static str;
    fn all_teams(&self) -> &'static str;
    fn unnamed_team(&self) -> &'static str;
    fn team_views(&self) -> &'static str;
    fn team_view(&self, view: CalendarView) -> &'static str;
    fn team_search(&self) -> &'static str;
    fn team_search_hint(&self) -> &'static str;
    fn team_found(&self, n: usize, words: &str) -> String;
    fn team_nobody(&self) -> &'static str;
    fn team_alone(&self) -> &'static str;
    fn team_today(&self, n: usize) -> String;
    fn team_grid(&self, month: &str) -> String;
    fn team_grid_hint(&self) -> &'static str;
    fn team_person(&self) -> &'static str;
    fn team_away(&self) -> &'static str;
    /// How many are away on a day, and how many more ask to be.
    fn team_counts(&self, away: u32, waiting: u32) -> String;
    /// What `1/2` says in the row of the counts.
    fn team_counts_sign(&self) -> &'static str;
    fn team_never_away(&self) -> &'static str;
    fn team_list_heading(&self, month: &str) -> String;
    fn team_present(&self, n: usize) -> String;
    fn team_nobody_away(&self, month: &str) -> String;
    fn team_legend(&self) -> &'static str;
    fn team_half_day(&self) -> &'static str;
    fn team_day_off(&self) -> &'static str;
    fn team_holidays(&self) -> &'static str;
    /// Monday is 0.
    fn weekday_letter(&self, day: u32) -> &'static str;
}
