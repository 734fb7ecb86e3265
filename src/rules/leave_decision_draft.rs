//! Decisions on leave that are wanted and not sent, and for whom a reason was written; knows no call and no form.

use super::leave_decision::{DecisionAct, is_open};
use crate::contract::leave::{LeaveApprovals, LeaveRequest};

/// A request as it was when something was wanted of it: what it has become since would be another decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WantedDecision {
    /// The id of the request.
    pub id: String,
    /// Its revision then.
    pub revision: String,
}

/// Why a decision was not sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unsent {
    /// The session had ended.
    SessionEnded,
    /// The page had gone before it was its turn, or before it got through.
    Interrupted,
}

/// Decisions that are wanted and not sent.
///
/// Architecture Invariant: the reason is offered for the requests it was written for and no other; it may say of one
/// agent what is no business of the next.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DecisionDraft {
    /// The requests that are to be refused: the form stands while there are any.
    pub refusing: Vec<WantedDecision>,
    /// The ids of the requests that the reason was written for, also where its form is closed.
    pub about: Vec<String>,
    /// Why, for those who asked to read.
    pub reason: String,
    /// Why the refusal was not sent; `None` while nobody has sent it.
    pub not_refused: Option<Unsent>,
    /// Those whose grant was not sent.
    pub granting: Vec<WantedDecision>,
    /// Why not.
    pub not_granted: Option<Unsent>,
}

impl WantedDecision {
    /// The request as it is.
    #[must_use]
    pub fn of(request: &LeaveRequest) -> Self {
        Self {
            id: request.summary.id.clone(),
            revision: request.revision.clone(),
        }
    }

    /// True when `request` is still what it was then.
    #[must_use]
    pub fn is_of(&self, request: &LeaveRequest) -> bool {
        self.id == request.summary.id && self.revision == request.revision
    }
}

impl DecisionDraft {
    /// A refusal of these is wanted: what was written for another request is not offered for them.
    pub fn refuse(&mut self, wanted: Vec<WantedDecision>) {
        if !self.is_about(&wanted) {
            self.reason.clear();
        }
        self.not_refused = None;
        self.write_for(wanted);
    }

    /// The refusal is not wanted any more.
    pub fn forget_refusal(&mut self) {
        self.refusing.clear();
        self.about.clear();
        self.tidy();
    }

    /// The grants are not wanted any more.
    pub fn forget_grants(&mut self) {
        self.granting.clear();
        self.tidy();
    }

    /// The form closes; its words are kept for those that can still be refused, and for them alone.
    pub fn break_off(&mut self, still_open: Vec<String>) {
        self.refusing.clear();
        self.about = still_open;
        self.tidy();
    }

    /// Of all that were to be sent together, `rest` were not: they are wanted still. What waits since before is kept; a
    /// refusal that is being written by now for others is left as it is.
    pub fn remember(
        &mut self,
        act: DecisionAct,
        all: &[WantedDecision],
        rest: Vec<WantedDecision>,
        why: Unsent,
    ) {
        match act {
            DecisionAct::Approve => {
                self.granting
                    .retain(|known| all.iter().all(|sent| sent.id != known.id));
                if !rest.is_empty() {
                    self.not_granted = Some(why);
                }
                self.granting.extend(rest);
            }
            DecisionAct::Refuse if self.is_about(all) => {
                self.not_refused = Some(why);
                self.write_for(rest);
            }
            DecisionAct::Refuse | DecisionAct::Undo => {}
        }
        self.tidy();
    }

    /// What is left of it once these are listed: what has changed since, or is waited for by nobody any more where all
    /// that wait are listed, is not wanted. `None` when that is the same.
    #[must_use]
    pub fn listed(&self, approvals: &LeaveApprovals) -> Option<Self> {
        let open = || {
            let requests = approvals.items.iter().map(|item| &item.request);
            requests.filter(|request| is_open(request))
        };
        let is_all = usize::try_from(approvals.waiting).ok() == Some(open().count());
        let known = |id: &str| {
            let mut items = approvals.items.iter().map(|item| &item.request);
            items.find(|request| request.summary.id == id)
        };
        let is_wanted = |wanted: &WantedDecision| {
            known(&wanted.id).map_or(!is_all, |now| is_open(now) && wanted.is_of(now))
        };
        let mut after = self.clone();
        after.refusing.retain(is_wanted);
        after.granting.retain(is_wanted);
        after.about.retain(|id| known(id).map_or(!is_all, is_open));
        after.tidy();
        (after != *self).then_some(after)
    }

    fn is_about(&self, wanted: &[WantedDecision]) -> bool {
        wanted.iter().all(|wanted| self.about.contains(&wanted.id))
    }

    fn write_for(&mut self, wanted: Vec<WantedDecision>) {
        self.about = wanted.iter().map(|wanted| wanted.id.clone()).collect();
        self.refusing = wanted;
    }

    /// Nothing is kept that nothing is wanted with: an empty draft is the default one.
    fn tidy(&mut self) {
        if self.refusing.is_empty() {
            self.not_refused = None;
            if self.about.is_empty() {
                self.reason.clear();
            }
            if self.reason.is_empty() {
                self.about.clear();
            }
        }
        if self.granting.is_empty() {
            self.not_granted = None;
        }
    }
}

#[cfg(test)]
mod tests;
