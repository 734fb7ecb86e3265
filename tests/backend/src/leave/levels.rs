//! How a request goes from level to level of its validation, and back; knows no person.

use nomade::contract::leave::{LeaveDeed, LeaveLevel, LeaveOutcome, LeaveState};

/// Where a request stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// How far it is.
    pub state: LeaveState,
    /// The level that it waits for, or the last that it passed, from 1.
    pub level: u32,
    /// How many levels there are.
    pub levels: u32,
}

impl Standing {
    /// A request that was just made waits for the first level that `has_somebody`: one whose only validator is the agent is
    /// passed over, for nobody validates their own leave. Where no level has anybody it waits for the last.
    #[must_use]
    pub fn asked(levels: u32, has_somebody: impl Fn(u32) -> bool) -> Self {
        Self {
            state: LeaveState::Pending,
            level: next(0, levels, &has_somebody).unwrap_or(levels.max(1)),
            levels: levels.max(1),
        }
    }

    /// True while somebody is to decide.
    #[must_use]
    pub fn waits(self) -> bool {
        matches!(
            self.state,
            LeaveState::Pending | LeaveState::CancellationPending
        )
    }

    /// True while the agent is, or may be, away: its half-days are used.
    #[must_use]
    pub fn counts(self) -> bool {
        !matches!(
            self.state,
            LeaveState::Refused | LeaveState::Cancelled | LeaveState::Unknown
        )
    }

    /// As the contract tells it.
    #[must_use]
    pub fn level(self) -> LeaveLevel {
        LeaveLevel {
            n: self.level,
            of: self.levels,
        }
    }

    /// What it is after that decision at its level, and what that is called; nothing when nothing waits.
    #[must_use]
    pub fn decided(
        self,
        outcome: LeaveOutcome,
        has_somebody: impl Fn(u32) -> bool,
    ) -> Option<(Self, LeaveDeed)> {
        use LeaveOutcome::{Approve, Refuse};
        use LeaveState::{Approved, CancellationPending, Cancelled, Pending, Refused};
        let (ended, deed) = match (self.state, outcome) {
            (Pending, Approve) => (Approved, LeaveDeed::Approved),
            (Pending, Refuse) => (Refused, LeaveDeed::Refused),
            (CancellationPending, Approve) => (Cancelled, LeaveDeed::CancellationApproved),
            (CancellationPending, Refuse) => (Approved, LeaveDeed::CancellationRefused),
            _ => return None,
        };
        let next = next(self.level, self.levels, &has_somebody);
        let after = match (self.state, outcome, next) {
            (_, Approve, Some(level)) => Self { level, ..self },
            // Whose cancellation is refused holds as it held before: at the last level.
            (CancellationPending, Refuse, _) => Self {
                state: ended,
                level: self.levels,
                ..self
            },
            _ => Self {
                state: ended,
                ..self
            },
        };
        Some((after, deed))
    }

    /// What it is once its agent has taken it back while it waited; nothing when it does not wait.
    #[must_use]
    pub fn taken_back(self) -> Option<Self> {
        (self.state == LeaveState::Pending).then_some(Self {
            state: LeaveState::Cancelled,
            ..self
        })
    }

    /// What it is once its cancellation was asked for: that goes through the levels as the leave did; nothing when it was not
    /// granted.
    #[must_use]
    pub fn cancellation_asked(self, has_somebody: impl Fn(u32) -> bool) -> Option<Self> {
        (self.state == LeaveState::Approved).then(|| Self {
            state: LeaveState::CancellationPending,
            ..Self::asked(self.levels, has_somebody)
        })
    }
}

/// The first level behind `level` that has somebody.
fn next(level: u32, levels: u32, has_somebody: &impl Fn(u32) -> bool) -> Option<u32> {
    (level + 1..=levels).find(|level| has_somebody(*level))
}

#[cfg(test)]
mod tests {
    use super::*;
    use LeaveOutcome::{Approve, Refuse};
    use LeaveState::{Approved, CancellationPending, Cancelled, Pending, Refused};

    fn at(state: LeaveState, level: u32, levels: u32) -> Standing {
        Standing {
            state,
            level,
            levels,
        }
    }

    #[test]
    fn each_decision_leads_to_the_next_level_or_ends_it() {
        for (before, outcome, after, deed) in [
            (
                at(Pending, 1, 1),
                Approve,
                at(Approved, 1, 1),
                LeaveDeed::Approved,
            ),
            (
                at(Pending, 1, 2),
                Approve,
                at(Pending, 2, 2),
                LeaveDeed::Approved,
            ),
            (
                at(Pending, 2, 2),
                Approve,
                at(Approved, 2, 2),
                LeaveDeed::Approved,
            ),
            (
                at(Pending, 1, 2),
                Refuse,
                at(Refused, 1, 2),
                LeaveDeed::Refused,
            ),
            (
                at(Pending, 2, 2),
                Refuse,
                at(Refused, 2, 2),
                LeaveDeed::Refused,
            ),
            (
                at(CancellationPending, 1, 2),
                Approve,
                at(CancellationPending, 2, 2),
                LeaveDeed::CancellationApproved,
            ),
            (
                at(CancellationPending, 2, 2),
                Approve,
                at(Cancelled, 2, 2),
                LeaveDeed::CancellationApproved,
            ),
            (
                at(CancellationPending, 1, 2),
                Refuse,
                at(Approved, 2, 2),
                LeaveDeed::CancellationRefused,
            ),
        ] {
            assert_eq!(before.decided(outcome, |_| true), Some((after, deed)));
        }
        for state in [Approved, Refused, Cancelled, LeaveState::Unknown] {
            assert_eq!(at(state, 1, 2).decided(Approve, |_| true), None);
            assert_eq!(at(state, 1, 2).decided(Refuse, |_| true), None);
        }
    }

    #[test]
    fn a_level_that_has_nobody_but_the_agent_is_passed_over() {
        assert_eq!(Standing::asked(2, |_| true), at(Pending, 1, 2));
        assert_eq!(Standing::asked(2, |level| level != 1), at(Pending, 2, 2));
        assert_eq!(Standing::asked(3, |_| false), at(Pending, 3, 3));
        assert_eq!(Standing::asked(0, |_| true), at(Pending, 1, 1));
        let decided = at(Pending, 1, 3).decided(Approve, |level| level != 2);
        assert_eq!(decided.map(|it| it.0), Some(at(Pending, 3, 3)));
        let decided = at(Pending, 1, 2).decided(Approve, |level| level != 2);
        assert_eq!(decided.map(|it| it.0), Some(at(Approved, 1, 2)));
    }

    #[test]
    fn what_waits_is_taken_back_and_what_was_granted_is_asked_to_be_cancelled() {
        assert_eq!(at(Pending, 2, 2).taken_back(), Some(at(Cancelled, 2, 2)));
        let asked = at(Approved, 2, 2).cancellation_asked(|_| true);
        assert_eq!(asked, Some(at(CancellationPending, 1, 2)));
        for state in [Approved, Refused, Cancelled, CancellationPending] {
            assert_eq!(at(state, 1, 1).taken_back(), None);
        }
        for state in [Pending, Refused, Cancelled, CancellationPending] {
            assert_eq!(at(state, 1, 1).cancellation_asked(|_| true), None);
        }
    }

    #[test]
    fn leave_counts_until_it_is_refused_or_cancelled() {
        for (state, waits, counts) in [
            (Pending, true, true),
            (Approved, false, true),
            (CancellationPending, true, true),
            (Refused, false, false),
            (Cancelled, false, false),
        ] {
            let it = at(state, 1, 1);
            assert_eq!((it.waits(), it.counts()), (waits, counts), "{state:?}");
        }
    }
}
