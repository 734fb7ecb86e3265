//! English sentences for validating leave; knows nothing else.

use super::English;
use crate::contract::leave::{LeaveDeed, LeaveLevel, LeaveStep};
use crate::i18n::texts::{BatchOutcome, LeaveApprovalTexts};
use crate::rules::leave_decision::{DecisionAct, InvalidReason};
use crate::rules::leave_decision_draft::Unsent;

impl LeaveApprovalTexts for English {
    fn approvals_lead(&self) -> &'static str {
        "The leave requests of your teams, and those that were delegated to you."
    }
    fn approvals_tabs(&self) -> &'static str {
        "To decide and decided"
    }
    fn approvals_waiting(&self) -> &'static str {
        "To decide"
    }
    fn approvals_decided(&self) -> &'static str {
        "Decided"
    }
    fn approvals_count(&self, n: u32) -> String {
        match n {
            0 => "No request waits for your decision.".to_owned(),
            1 => "1 request waits for your decision.".to_owned(),
            n => format!("{n} requests wait for your decision."),
        }
    }
    fn no_approvals(&self) -> &'static str {
        "No request waits for your decision."
    }
    fn no_decided_approvals(&self) -> &'static str {
        "You have decided nothing in the last 90 days."
    }
    fn refresh_approvals(&self) -> &'static str {
        "Refresh the list"
    }
    fn unnamed_leave(&self) -> &'static str {
        "Leave"
    }
    fn unnamed_colleague(&self) -> &'static str {
        "Colleague without a name"
    }

    fn colon(&self) -> &'static str {
        ": "
    }
    fn semicolon(&self) -> &'static str {
        "; "
    }
    fn approval_asked(&self, date: &str) -> String {
        format!("Asked for on {date}")
    }
    fn approval_level(&self, level: LeaveLevel) -> String {
        format!("Level {} of {}", level.n, level.of)
    }
    fn approval_on_behalf(&self) -> &'static str {
        "You decide on behalf of"
    }
    fn approval_cancels(&self) -> &'static str {
        "Cancellation asked for"
    }
    fn approval_comment(&self) -> &'static str {
        "Comment:"
    }
    fn approval_whole_comment(&self, characters: usize) -> String {
        format!("Read the comment ({characters} characters)")
    }
    fn show_approval_attachment(&self, kind_and_size: &str) -> String {
        format!("View the attachment ({kind_and_size})")
    }
    fn hide_approval_attachment(&self) -> &'static str {
        "Close the attachment"
    }
    fn approval_attachment_of(&self, who: &str) -> String {
        format!("Attachment from {who}")
    }
    fn approval_left(&self, days: &str) -> String {
        format!("{days} would be left")
    }
    fn approval_overdrawn(&self, days: &str) -> String {
        format!("Balance exceeded: {days} would be missing")
    }
    fn clashes_heading(&self) -> &'static str {
        "In the team on these days"
    }
    fn no_clashes(&self) -> &'static str {
        "Nobody else is away."
    }
    fn clashes_count(&self, n: usize, team: u32, or_more: bool) -> String {
        let at_least = if or_more { "at least " } else { "" };
        format!("{at_least}{n} away out of {team}")
    }

    fn choose_approval(&self, who: &str, when: &str) -> String {
        format!("Select the request of {who}, {when}")
    }
    fn choose_all_approvals(&self) -> &'static str {
        "Select all"
    }
    fn approvals_chosen(&self, n: usize) -> String {
        match n {
            0 => "No request selected".to_owned(),
            1 => "1 request selected".to_owned(),
            n => format!("{n} requests selected"),
        }
    }
    fn decide(&self, act: DecisionAct, cancellation: bool) -> &'static str {
        match (act, cancellation) {
            (DecisionAct::Approve, false) => "Approve",
            (DecisionAct::Approve, true) => "Approve the cancellation",
            (DecisionAct::Refuse, false) => "Refuse",
            (DecisionAct::Refuse, true) => "Refuse the cancellation",
            (DecisionAct::Undo, _) => "Undo my decision",
        }
    }
    fn decide_of(&self, who: &str, when: &str) -> String {
        format!(": {who}, {when}")
    }
    fn decide_chosen(&self, act: DecisionAct, n: usize) -> String {
        match act {
            DecisionAct::Approve => format!("Approve the selection ({n})"),
            DecisionAct::Refuse | DecisionAct::Undo => format!("Refuse the selection ({n})"),
        }
    }
    fn deciding(&self) -> &'static str {
        "Recording your decision…"
    }

    fn refusal_title(&self) -> &'static str {
        "Refuse"
    }
    fn refusal_text(&self) -> &'static str {
        "Whoever made the request will read the reason."
    }
    fn refusal_text_chosen(&self, n: usize) -> String {
        format!(
            "The same reason will be read by everybody who made these {n} requests. They are refused one after the other."
        )
    }
    fn refusal_reason(&self) -> &'static str {
        "Reason for the refusal (required)"
    }
    fn refusal_reason_hint(&self) -> &'static str {
        "For example: two colleagues are already away on these days."
    }
    fn invalid_refusal(&self, why: InvalidReason) -> &'static str {
        match why {
            InvalidReason::Missing => "Write the reason for the refusal.",
            InvalidReason::TooLong => "This reason is too long: shorten it. Nothing is cut.",
        }
    }
    fn refusal_refused(&self) -> &'static str {
        "The portal does not accept this reason. Word it differently."
    }
    fn send_refusal(&self, n: usize) -> String {
        match n {
            0 | 1 => "Refuse the request".to_owned(),
            n => format!("Refuse the {n} requests"),
        }
    }

    fn step_done(&self, step: &LeaveStep, at: &str) -> String {
        let level = step.level.filter(|level| level.of > 1);
        let level = level.map(|level| format!(" (level {} of {})", level.n, level.of));
        let level = level.unwrap_or_default();
        let did = match step.deed {
            LeaveDeed::Asked => "made the request",
            LeaveDeed::Approved => "approved the request",
            LeaveDeed::Refused => "refused the request",
            LeaveDeed::Cancelled => "withdrew the request",
            LeaveDeed::CancellationAsked => "asked for the cancellation",
            LeaveDeed::CancellationApproved => "approved the cancellation",
            LeaveDeed::CancellationRefused => "refused the cancellation",
            LeaveDeed::DecisionUndone => "undid their decision",
            LeaveDeed::Unknown => "changed the request",
        };
        format!("{did}{level} on {at}")
    }
    fn step_for(&self) -> &'static str {
        "on behalf of"
    }
    fn step_reason(&self) -> &'static str {
        "Reason:"
    }
    fn approval_steps(&self) -> &'static str {
        "Earlier steps"
    }

    fn decision_done(&self, act: DecisionAct, cancellation: bool) -> &'static str {
        match (act, cancellation) {
            (DecisionAct::Approve, false) => "Leave granted",
            (DecisionAct::Approve, true) => "Cancellation approved: the leave is cancelled",
            (DecisionAct::Refuse, false) => "Request refused",
            (DecisionAct::Refuse, true) => "Cancellation refused: the leave holds",
            (DecisionAct::Undo, _) => "Your decision is undone: the request waits again",
        }
    }
    fn decision_after_all(&self) -> &'static str {
        "It was checked: your decision is recorded, once."
    }
    fn decision_waits(&self, level: LeaveLevel, cancellation: bool) -> String {
        let LeaveLevel { n, of } = level;
        if cancellation {
            format!("The leave is not cancelled yet: the request now waits for level {n} of {of}.")
        } else {
            format!("The leave is not granted yet: the request now waits for level {n} of {of}.")
        }
    }
    fn decision_held(&self) -> &'static str {
        "Your approval is recorded"
    }
    fn decision_followed(&self, act: DecisionAct) -> &'static str {
        match act {
            DecisionAct::Approve => "Your approval is recorded, and the request has changed since",
            DecisionAct::Refuse => "Your refusal is recorded, and the request has changed since",
            DecisionAct::Undo => "Your decision is undone, and the request has changed since",
        }
    }
    fn decision_meanwhile(&self) -> &'static str {
        "The request has changed meanwhile: your decision was not recorded"
    }
    fn decision_meanwhile_open(&self) -> &'static str {
        "This is how it stands. You can still decide."
    }
    fn decision_not_recorded(&self) -> &'static str {
        "The portal’s answer was lost. It was checked: nothing is recorded. Try again."
    }
    fn decision_lost_title(&self) -> &'static str {
        "Your decision may have been recorded"
    }
    fn decision_lost(&self) -> &'static str {
        "The portal’s answer was lost, and the request can’t be read again. Try again: nothing is decided twice."
    }
    fn decision_failed(&self, act: DecisionAct) -> &'static str {
        match act {
            DecisionAct::Approve => "The approval is not recorded",
            DecisionAct::Refuse => "The refusal is not recorded",
            DecisionAct::Undo => "Your decision is not undone",
        }
    }
    fn decision_too_late(&self) -> &'static str {
        "The time to undo your decision is over: it holds"
    }
    fn undo_until(&self, at: &str) -> String {
        format!("You can undo your decision until {at}.")
    }
    fn decisions_unsent_title(&self) -> &'static str {
        "Your decision was not sent"
    }
    fn decisions_unsent(&self, act: DecisionAct, n: usize, why: Unsent) -> String {
        let what = match (act, n) {
            (DecisionAct::Approve, 0 | 1) => "One approval waits".to_owned(),
            (DecisionAct::Approve, n) => format!("{n} approvals wait"),
            (DecisionAct::Refuse | DecisionAct::Undo, 0 | 1) => "One refusal waits".to_owned(),
            (DecisionAct::Refuse | DecisionAct::Undo, n) => format!("{n} refusals wait"),
        };
        let why = match why {
            Unsent::SessionEnded => "the session had ended",
            Unsent::Interrupted => "sending was interrupted",
        };
        format!("{what} to be sent: {why}. Nothing is sent without you.")
    }
    fn forget_decisions(&self) -> &'static str {
        "Don’t send"
    }

    fn batch_under_way(&self, n: usize, of: usize) -> String {
        format!("Decision {n} of {of}…")
    }
    fn stop_batch(&self) -> &'static str {
        "Stop after this one"
    }
    fn stopping_batch(&self) -> &'static str {
        "Stopping after the current decision…"
    }
    fn batch_title(&self, done: usize, of: usize) -> String {
        match done {
            1 => format!("1 decision recorded out of {of}"),
            done => format!("{done} decisions recorded out of {of}"),
        }
    }
    fn batch_item(&self, outcome: BatchOutcome) -> &'static str {
        match outcome {
            BatchOutcome::Approved => "granted",
            BatchOutcome::ApprovedAtLevel => "your approval is recorded, another level follows",
            BatchOutcome::Refused => "refused",
            BatchOutcome::Followed => "your decision is recorded, the request has changed since",
            BatchOutcome::Meanwhile => "changed meanwhile, not decided",
            BatchOutcome::NotRecorded => "not recorded, to be tried again",
            BatchOutcome::Lost => "perhaps recorded, to be tried again",
            BatchOutcome::Failed => "not decided, see the reason below",
        }
    }
    fn batch_stopped(&self, left: usize) -> String {
        match left {
            1 => "1 request was not dealt with.".to_owned(),
            left => format!("{left} requests were not dealt with."),
        }
    }
}
