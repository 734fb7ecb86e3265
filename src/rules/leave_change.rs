//! What an agent can change of their own request, and what became of it; knows no call and no sentence.

use crate::contract::leave::{LeaveAction, LeaveRequest, LeaveState};

/// A change that is asked about before it is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LeaveChange {
    /// Take the request back while it waits.
    Cancel,
    /// Ask that granted leave be cancelled.
    AskCancellation,
}

impl LeaveChange {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Cancel, Self::AskCancellation];

    /// The action that grants it.
    #[must_use]
    pub fn action(self) -> LeaveAction {
        match self {
            Self::Cancel => LeaveAction::Cancel,
            Self::AskCancellation => LeaveAction::AskCancellation,
        }
    }

    /// True when the portal lets it be made.
    #[must_use]
    pub fn is_granted(self, request: &LeaveRequest) -> bool {
        request.actions.contains(&self.action())
    }
}

/// What a request that was read again tells of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Became {
    /// It was made.
    Made,
    /// Nothing has happened since.
    Nothing,
    /// Something else has happened.
    Other,
}

/// What became of a change that was sent when the request had `revision`.
#[must_use]
pub fn became(change: LeaveChange, revision: &str, now: &LeaveRequest) -> Became {
    let is_made = match (change, now.summary.state) {
        (_, LeaveState::Cancelled) => true,
        (change, LeaveState::CancellationPending) => change == LeaveChange::AskCancellation,
        _ => false,
    };
    if now.revision == revision {
        Became::Nothing
    } else if is_made {
        Became::Made
    } else {
        Became::Other
    }
}

#[cfg(test)]
mod tests {
    use super::{Became, LeaveChange, became};
    use crate::contract::leave::{LeaveAction, LeaveRequest, LeaveState};

    const REQUEST: &str = include_str!("../../tests/fixtures/leave/request_pending.json");

    fn request(state: LeaveState, revision: &str) -> Option<LeaveRequest> {
        let mut request: LeaveRequest = serde_json::from_str(REQUEST).ok()?;
        request.summary.state = state;
        request.revision = revision.to_owned();
        Some(request)
    }

    #[test]
    fn a_request_read_again_tells_what_became_of_a_change() {
        use LeaveChange::{AskCancellation, Cancel};
        for (change, state, revision, expected) in [
            (Cancel, LeaveState::Pending, "1", Became::Nothing),
            (Cancel, LeaveState::Cancelled, "2", Became::Made),
            (Cancel, LeaveState::Approved, "2", Became::Other),
            (Cancel, LeaveState::Pending, "2", Became::Other),
            (Cancel, LeaveState::CancellationPending, "2", Became::Other),
            (Cancel, LeaveState::Unknown, "2", Became::Other),
            (AskCancellation, LeaveState::Approved, "1", Became::Nothing),
            (
                AskCancellation,
                LeaveState::CancellationPending,
                "2",
                Became::Made,
            ),
            // It was granted before it could be read.
            (AskCancellation, LeaveState::Cancelled, "3", Became::Made),
            (AskCancellation, LeaveState::Approved, "2", Became::Other),
        ] {
            let now = request(state, revision);
            let found = now.map(|now| became(change, "1", &now));
            assert_eq!(found, Some(expected), "{change:?} {state:?} {revision}");
        }
    }

    #[test]
    fn only_what_the_portal_grants_is_granted() {
        for (actions, granted) in [
            (vec![LeaveAction::Cancel], [true, false]),
            (vec![LeaveAction::AskCancellation], [false, true]),
            (
                vec![LeaveAction::Unknown, LeaveAction::Approve],
                [false, false],
            ),
            (vec![], [false, false]),
        ] {
            let mut request = request(LeaveState::Pending, "1");
            if let Some(request) = &mut request {
                request.actions.clone_from(&actions);
            }
            let found = request
                .as_ref()
                .map(|request| LeaveChange::ALL.map(|change| change.is_granted(request)));
            assert_eq!(found, Some(granted));
        }
    }
}
