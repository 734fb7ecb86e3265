//! Leave in the database; knows no request of a client, and no reader but as a person.

pub mod absences;
pub mod accounts;
pub mod attachments;
pub mod changes;
pub mod days;
pub mod mandates;
pub mod people;
pub mod requests;
pub mod trail;
pub mod validation;

use nomade::contract::leave::{LeaveDeed, LeaveState};

const STATES: [(LeaveState, &str); 5] = [
    (LeaveState::Pending, "pending"),
    (LeaveState::Approved, "approved"),
    (LeaveState::Refused, "refused"),
    (LeaveState::Cancelled, "cancelled"),
    (LeaveState::CancellationPending, "cancellation_pending"),
];

/// What the database calls that state.
#[must_use]
pub fn state_name(state: LeaveState) -> &'static str {
    let known = STATES.iter().find(|(it, _)| *it == state);
    known.map_or("unknown", |(_, name)| name)
}

/// The state of that name in the database.
#[must_use]
pub fn state_named(name: &str) -> LeaveState {
    let known = STATES.iter().find(|(_, it)| *it == name);
    known.map_or(LeaveState::Unknown, |(state, _)| *state)
}

const DEEDS: [(LeaveDeed, &str); 8] = [
    (LeaveDeed::Asked, "asked"),
    (LeaveDeed::Approved, "approved"),
    (LeaveDeed::Refused, "refused"),
    (LeaveDeed::Cancelled, "cancelled"),
    (LeaveDeed::CancellationAsked, "cancellation_asked"),
    (LeaveDeed::CancellationApproved, "cancellation_approved"),
    (LeaveDeed::CancellationRefused, "cancellation_refused"),
    (LeaveDeed::DecisionUndone, "decision_undone"),
];

fn deed_name(deed: LeaveDeed) -> &'static str {
    let known = DEEDS.iter().find(|(it, _)| *it == deed);
    known.map_or("unknown", |(_, name)| name)
}

fn deed_named(name: &str) -> LeaveDeed {
    let known = DEEDS.iter().find(|(_, it)| *it == name);
    known.map_or(LeaveDeed::Unknown, |(deed, _)| *deed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_and_deeds_have_the_contracts_names() {
        for (state, name) in STATES {
            assert_eq!(serde_json::to_value(state).unwrap(), name);
            assert_eq!((state_named(name), state_name(state)), (state, name));
        }
        for (deed, name) in DEEDS {
            assert_eq!(serde_json::to_value(deed).unwrap(), name);
            assert_eq!((deed_named(name), deed_name(deed)), (deed, name));
        }
    }
}
