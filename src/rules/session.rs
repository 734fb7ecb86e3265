//! What the session is and how it changes; knows events, never the clock, the cookie or the page.

use crate::contract::agent::Agent;
use crate::contract::session::{Session, SessionState};

/// The one answer to "who is here".
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SessionStatus {
    /// The portal has not answered yet.
    Checking,
    /// Nobody is signed in.
    SignedOut,
    /// Credentials are on their way.
    SigningIn,
    /// This agent has to accept the charter or the terms before anything else.
    ConsentRequired(Agent),
    /// This agent is signed in.
    SignedIn(Agent),
    /// This agent was signed in and the portal has ended the session.
    Expired(Agent),
    /// The screen is locked and the portal is being told.
    SigningOut,
}

/// What happened to the session, in the past tense.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SessionEvent {
    /// Credentials were sent.
    SubmittedCredentials,
    /// They were refused, or nobody answered.
    FailedToSignIn,
    /// The portal told who is signed in.
    ReceivedAgent(Agent),
    /// The portal told who is signed in but for the consent that is due.
    ReceivedConsentDue(Agent),
    /// A call was refused because the consent fell due in mid-session.
    ConsentFellDue,
    /// The portal told that nobody is.
    ReceivedNobody,
    /// A call was refused because there is no session any more.
    LostSession,
    /// The agent asked to leave.
    AskedToSignOut,
    /// Leaving is done, the portal told or not.
    FinishedSigningOut,
}

/// The status after `event`.
///
/// While credentials are on their way only their own answer counts: an older question may still be answered late.
///
/// Architecture Invariant: from `SigningOut` only `FinishedSigningOut` leads on, so that no late answer unlocks the screen.
#[must_use]
pub fn after(status: SessionStatus, event: SessionEvent) -> SessionStatus {
    use SessionEvent as Event;
    use SessionStatus as Status;
    match (status, event) {
        (Status::SigningOut, Event::FinishedSigningOut) => Status::SignedOut,
        (Status::SigningOut, _) => Status::SigningOut,
        (
            Status::SignedIn(_) | Status::ConsentRequired(_) | Status::Expired(_),
            Event::AskedToSignOut,
        ) => Status::SigningOut,
        (Status::SignedIn(agent), Event::ConsentFellDue) => Status::ConsentRequired(agent),
        (
            Status::SignedIn(agent) | Status::Expired(agent),
            Event::LostSession | Event::ReceivedNobody,
        ) => Status::Expired(agent),
        // Nothing of the agent's was open yet: there is nothing to come back to.
        (
            Status::Checking | Status::ConsentRequired(_),
            Event::LostSession | Event::ReceivedNobody,
        )
        | (Status::SigningIn, Event::FailedToSignIn) => Status::SignedOut,
        (
            Status::Checking | Status::SignedOut | Status::ConsentRequired(_) | Status::Expired(_),
            Event::SubmittedCredentials,
        ) => Status::SigningIn,
        (_, Event::ReceivedAgent(agent)) => Status::SignedIn(agent),
        (_, Event::ReceivedConsentDue(agent)) => Status::ConsentRequired(agent),
        (unchanged, _) => unchanged,
    }
}

/// What an answer of the session endpoint says happened; a state that is not yet a full sign-in is nobody.
#[must_use]
pub fn event_of(session: &Session) -> SessionEvent {
    match (session.state, &session.agent) {
        (SessionState::SignedIn, Some(agent)) => SessionEvent::ReceivedAgent(agent.clone()),
        (SessionState::ConsentRequired, Some(agent)) => {
            SessionEvent::ReceivedConsentDue(agent.clone())
        }
        _ => SessionEvent::ReceivedNobody,
    }
}

#[cfg(test)]
mod tests {
    use super::{SessionEvent as Event, SessionStatus as Status, after};
    use crate::contract::agent::Agent;

    fn agent(name: &str) -> Agent {
        Agent {
            id: name.to_owned(),
            username: name.to_owned(),
            given_name: String::new(),
            family_name: String::new(),
            email: String::new(),
            population: String::new(),
            service: String::new(),
            validates_leave: false,
        }
    }

    /// Every cell of the table: a row a status, a column an event, in the order of the enums.
    #[test]
    fn every_status_answers_every_event_as_the_table_says() {
        let (a, b) = (agent("a"), agent("b"));
        let signed_in = || Status::SignedIn(a.clone());
        let expired = || Status::Expired(a.clone());
        let other = || Status::SignedIn(b.clone());
        let due = || Status::ConsentRequired(b.clone());
        let own_due = || Status::ConsentRequired(a.clone());
        let events = [
            Event::SubmittedCredentials,
            Event::FailedToSignIn,
            Event::ReceivedAgent(b.clone()),
            Event::ReceivedConsentDue(b.clone()),
            Event::ConsentFellDue,
            Event::ReceivedNobody,
            Event::LostSession,
            Event::AskedToSignOut,
            Event::FinishedSigningOut,
        ];
        let checking = || Status::Checking;
        let out = || Status::SignedOut;
        let signing_in = || Status::SigningIn;
        let signing_out = || Status::SigningOut;
        let table = [
            (
                checking(),
                [
                    signing_in(),
                    checking(),
                    other(),
                    due(),
                    checking(),
                    out(),
                    out(),
                    checking(),
                    checking(),
                ],
            ),
            (
                out(),
                [
                    signing_in(),
                    out(),
                    other(),
                    due(),
                    out(),
                    out(),
                    out(),
                    out(),
                    out(),
                ],
            ),
            (
                signing_in(),
                [
                    signing_in(),
                    out(),
                    other(),
                    due(),
                    signing_in(),
                    signing_in(),
                    signing_in(),
                    signing_in(),
                    signing_in(),
                ],
            ),
            (
                own_due(),
                [
                    signing_in(),
                    own_due(),
                    other(),
                    due(),
                    own_due(),
                    out(),
                    out(),
                    signing_out(),
                    own_due(),
                ],
            ),
            (
                signed_in(),
                [
                    signed_in(),
                    signed_in(),
                    other(),
                    due(),
                    own_due(),
                    expired(),
                    expired(),
                    signing_out(),
                    signed_in(),
                ],
            ),
            (
                expired(),
                [
                    signing_in(),
                    expired(),
                    other(),
                    due(),
                    expired(),
                    expired(),
                    expired(),
                    signing_out(),
                    expired(),
                ],
            ),
            (
                signing_out(),
                [
                    signing_out(),
                    signing_out(),
                    signing_out(),
                    signing_out(),
                    signing_out(),
                    signing_out(),
                    signing_out(),
                    signing_out(),
                    out(),
                ],
            ),
        ];
        for (status, row) in table {
            for (event, expected) in events.iter().zip(row) {
                assert_eq!(
                    after(status.clone(), event.clone()),
                    expected,
                    "{status:?} × {event:?}"
                );
            }
        }
    }
}
