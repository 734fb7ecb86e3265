//! What became of a decision on leave; knows no markup and no call.

use crate::api::answer::ApiError;
use crate::contract::leave::LeaveRequest;
use crate::contract::problem::ProblemCode;
use crate::i18n::texts::BatchOutcome;
use crate::rules::leave_decision::{DecisionAct, is_followed, waits_for_next_level};
use crate::state::locale::AgentLocale;

/// What became of a decision.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Verdict {
    /// None was made here.
    #[default]
    None,
    /// It is on its way.
    UnderWay(DecisionAct),
    /// It is recorded; `after_all` when that was found out by reading the request again.
    Done {
        /// What was done.
        act: DecisionAct,
        /// True when its answer had told something else, or nothing.
        after_all: bool,
        /// True when it was about a cancellation.
        cancellation: bool,
    },
    /// Somebody, or the agent, was faster.
    Meanwhile(DecisionAct),
    /// The time to take a decision back was over.
    TooLate,
    /// The answer was lost, and nothing is recorded.
    NotRecorded(DecisionAct),
    /// The answer was lost, and the request can't be read.
    Lost(DecisionAct),
    /// It was not taken.
    Failed(DecisionAct, ApiError),
}

impl Verdict {
    /// What may be tried again as it was.
    #[must_use]
    pub fn again(&self) -> Option<DecisionAct> {
        match self {
            Self::NotRecorded(act) | Self::Lost(act) | Self::Failed(act, _) => Some(*act),
            _ => None,
        }
    }

    /// True while it is on its way.
    #[must_use]
    pub fn is_under_way(&self) -> bool {
        matches!(self, Self::UnderWay(_))
    }

    /// True when the portal refused the reason of a refusal.
    #[must_use]
    pub fn refuses_reason(&self) -> bool {
        matches!(self, Self::Failed(_, ApiError::Refused(problem)) if problem.code == ProblemCode::InvalidFields)
    }

    /// True when it is recorded and not the last word any more.
    #[must_use]
    pub fn is_followed(&self, request: &LeaveRequest) -> bool {
        matches!(self, Self::Done { act, .. } if is_followed(*act, request))
    }

    /// The same among others; `None` while nothing came of it.
    #[must_use]
    pub fn among_others(&self, request: &LeaveRequest) -> Option<BatchOutcome> {
        Some(match self {
            Self::None | Self::UnderWay(_) => return None,
            _ if self.is_followed(request) => BatchOutcome::Followed,
            Self::Done { act, .. } if *act != DecisionAct::Approve => BatchOutcome::Refused,
            Self::Done { .. } if waits_for_next_level(request) => BatchOutcome::ApprovedAtLevel,
            Self::Done { .. } => BatchOutcome::Approved,
            Self::Meanwhile(_) | Self::TooLate => BatchOutcome::Meanwhile,
            Self::NotRecorded(_) => BatchOutcome::NotRecorded,
            Self::Lost(_) => BatchOutcome::Lost,
            Self::Failed(..) => BatchOutcome::Failed,
        })
    }
}

/// One line of it, for whoever only listens; empty while nothing came of it.
#[must_use]
pub fn verdict_title(verdict: &Verdict, request: &LeaveRequest, locale: AgentLocale) -> String {
    let t = locale.texts();
    match verdict {
        Verdict::None | Verdict::UnderWay(_) => String::new(),
        Verdict::Done { act, .. } if verdict.is_followed(request) => {
            t.decision_followed(*act).to_owned()
        }
        Verdict::Done {
            act: DecisionAct::Approve,
            ..
        } if waits_for_next_level(request) => t.decision_held().to_owned(),
        Verdict::Done {
            act, cancellation, ..
        } => t.decision_done(*act, *cancellation).to_owned(),
        Verdict::Meanwhile(DecisionAct::Undo) => t.decision_failed(DecisionAct::Undo).to_owned(),
        Verdict::Meanwhile(_) => t.decision_meanwhile().to_owned(),
        Verdict::TooLate => t.decision_too_late().to_owned(),
        Verdict::NotRecorded(act) | Verdict::Failed(act, _) => t.decision_failed(*act).to_owned(),
        Verdict::Lost(_) => t.decision_lost_title().to_owned(),
    }
}
