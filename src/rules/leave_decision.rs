//! Deciding on leave: what may be decided, what became of a decision, and until when it can be taken back; knows no call and no sentence.

use super::display_label::display_label;
use super::expiry::Reading;
use crate::contract::instant::Instant;
use crate::contract::leave::{
    LONGEST_LEAVE_REASON, LeaveAction, LeaveApproval, LeaveDecision, LeaveDeed, LeaveOutcome,
    LeaveRequest, LeaveState, LeaveStep,
};

/// What somebody who validates does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DecisionAct {
    /// Grants what is waited for.
    Approve,
    /// Refuses it.
    Refuse,
    /// Takes their own decision back.
    Undo,
}

/// Why a refusal can't be sent so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum InvalidReason {
    /// Nothing can be read in it.
    Missing,
    /// It is longer than a backend takes.
    TooLong,
}

/// What an item that was read again tells of an act whose answer was lost, or that came too late.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Became {
    /// It was done.
    Recorded,
    /// Nothing has happened since.
    NotRecorded,
    /// Something else happened meanwhile.
    Other,
}

impl DecisionAct {
    /// What the portal must grant for it.
    #[must_use]
    pub fn action(self) -> LeaveAction {
        match self {
            Self::Approve => LeaveAction::Approve,
            Self::Refuse => LeaveAction::Refuse,
            Self::Undo => LeaveAction::UndoDecision,
        }
    }

    /// The outcome to send; `None` for taking back, which sends none.
    #[must_use]
    pub fn outcome(self) -> Option<LeaveOutcome> {
        match self {
            Self::Approve => Some(LeaveOutcome::Approve),
            Self::Refuse => Some(LeaveOutcome::Refuse),
            Self::Undo => None,
        }
    }

    /// True when `deed` is what it leaves in the trail.
    #[must_use]
    pub fn leaves(self, deed: LeaveDeed) -> bool {
        match self {
            Self::Approve => {
                matches!(deed, LeaveDeed::Approved | LeaveDeed::CancellationApproved)
            }
            Self::Refuse => matches!(deed, LeaveDeed::Refused | LeaveDeed::CancellationRefused),
            Self::Undo => deed == LeaveDeed::DecisionUndone,
        }
    }
}

/// True when the portal grants it, in this session.
#[must_use]
pub fn may(request: &LeaveRequest, action: LeaveAction) -> bool {
    request.actions.contains(&action)
}

/// True while the reader can grant or refuse it.
#[must_use]
pub fn is_open(request: &LeaveRequest) -> bool {
    may(request, LeaveAction::Approve) || may(request, LeaveAction::Refuse)
}

/// True when what is waited for is the cancellation of leave that was granted.
#[must_use]
pub fn is_cancellation(request: &LeaveRequest) -> bool {
    request.summary.state == LeaveState::CancellationPending
}

/// What a refusal says: without the blanks around it.
///
/// # Errors
///
/// Why it says nothing, or too much.
pub fn reason(typed: &str) -> Result<String, InvalidReason> {
    let reason = typed.trim();
    if reason.chars().count() > LONGEST_LEAVE_REASON {
        Err(InvalidReason::TooLong)
    } else if display_label(reason).is_none() {
        Err(InvalidReason::Missing)
    } else {
        Ok(reason.to_owned())
    }
}

/// The body of a decision.
#[must_use]
pub fn decision(outcome: LeaveOutcome, reason: &str) -> LeaveDecision {
    LeaveDecision {
        outcome,
        reason: match outcome {
            LeaveOutcome::Approve => String::new(),
            LeaveOutcome::Refuse => reason.to_owned(),
        },
    }
}

/// What happened since `before` was read; nothing when the trail is not the same one any more.
#[must_use]
pub fn news<'a>(before: &LeaveRequest, now: &'a LeaveRequest) -> &'a [LeaveStep] {
    now.trail.get(before.trail.len()..).unwrap_or_default()
}

/// What became of `act`, which the reader did to `before` and of which no answer is believed: `now` was read since.
/// Somebody else's decision is never taken for the reader's, and what others did after it does not hide it.
#[must_use]
pub fn became(act: DecisionAct, before: &LeaveRequest, now: &LeaveRequest) -> Became {
    if now.revision == before.revision {
        return Became::NotRecorded;
    }
    let own = news(before, now).iter().rfind(|step| step.by_reader);
    if own.is_some_and(|step| act.leaves(step.deed)) {
        Became::Recorded
    } else {
        Became::Other
    }
}

/// True when the reader did `act` and it is not the last word: something else has happened since.
#[must_use]
pub fn is_followed(act: DecisionAct, request: &LeaveRequest) -> bool {
    let mut steps = request.trail.iter();
    let is_last = |step: &LeaveStep| act.leaves(step.deed);
    !request.trail.last().is_some_and(is_last)
        && steps.any(|step| step.by_reader && act.leaves(step.deed))
}

/// The last that was decided and stands: not what was taken back since.
#[must_use]
pub fn last_decision(trail: &[LeaveStep]) -> Option<&LeaveStep> {
    let last = trail.last()?;
    let is_decision =
        DecisionAct::Approve.leaves(last.deed) || DecisionAct::Refuse.leaves(last.deed);
    is_decision.then_some(last)
}

/// True when what was decided is not decided yet at every level: it waits for the next.
#[must_use]
pub fn waits_for_next_level(request: &LeaveRequest) -> bool {
    let is_open = matches!(
        request.summary.state,
        LeaveState::Pending | LeaveState::CancellationPending
    );
    is_open
        && last_decision(&request.trail).is_some_and(|step| DecisionAct::Approve.leaves(step.deed))
}

/// Until when a decision can be taken back, in whole seconds; `None` when it can't. It is told with the step that made it
/// by the same clock, the portal's: no clock of the device has a part in it.
#[must_use]
pub fn undo_window_s(request: &LeaveRequest) -> Option<u32> {
    let until: Instant = request.undo_until?;
    if !may(request, LeaveAction::UndoDecision) {
        return None;
    }
    let made = last_decision(&request.trail)?;
    let whole = until.since(made.at).num_seconds().max(0);
    Some(u32::try_from(whole).unwrap_or(u32::MAX))
}

/// What is left of a window that was opened after `asked_at`, as the device's clocks tell it at `now`: the longer time of
/// the two has passed, so that neither makes it last longer than the portal means.
#[must_use]
pub fn undo_left_s(window_s: u32, asked_at: Reading, now: Reading) -> u32 {
    let wall_ms = now.wall_ms.saturating_sub(asked_at.wall_ms);
    let steady_ms = now.steady_ms.saturating_sub(asked_at.steady_ms);
    let passed_s = wall_ms.max(steady_ms).max(0) / 1000;
    window_s.saturating_sub(u32::try_from(passed_s).unwrap_or(u32::MAX))
}

/// From when the time to take one decision back is counted on this page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UndoClock {
    since: Reading,
    /// False where the decision was made before anybody saw it here.
    is_known: bool,
    is_over: bool,
}

/// What the moment says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UndoTurn {
    /// The seconds that are surely left at the most; `None` where nobody knows since when it runs.
    pub left_s: Option<u32>,
    /// True once, when the time must be over.
    pub ends: bool,
}

impl UndoClock {
    /// The decision was sent after `asked_at`.
    #[must_use]
    pub fn decided(asked_at: Reading) -> Self {
        Self {
            since: asked_at,
            is_known: true,
            is_over: false,
        }
    }

    /// The decision was there at `now`, made nobody knows when: nothing is promised of what is left.
    #[must_use]
    pub fn seen(now: Reading) -> Self {
        Self {
            is_known: false,
            ..Self::decided(now)
        }
    }

    /// What is left of `window_s` at `now`.
    pub fn turn(&mut self, window_s: u32, now: Reading) -> UndoTurn {
        let left = undo_left_s(window_s, self.since, now);
        let ends = left == 0 && !self.is_over;
        self.is_over = left == 0;
        UndoTurn {
            left_s: self.is_known.then_some(left),
            ends,
        }
    }
}

/// How many colleagues are, or would be, away on these days: each counted once.
#[must_use]
pub fn colleagues_away(approval: &LeaveApproval) -> usize {
    let mut ids: Vec<&str> = approval
        .clashes
        .iter()
        .map(|clash| clash.person.id.as_str())
        .collect();
    ids.sort_unstable();
    ids.dedup();
    ids.len()
}

#[cfg(test)]
mod tests;
