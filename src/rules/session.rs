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
    /// This agent was signed in and the session has ended; the same agent may go on after signing in again.
    Expired(Agent),
    /// Credentials are on their way after the session of this agent has ended.
    SigningInAgain(Agent),
    /// Another agent is here than before: everything is loaded anew.
    Replaced,
    /// The screen is locked and the portal is being told.
    SigningOut,
}

impl SessionStatus {
    /// True while credentials are on their way.
    #[must_use]
    pub fn is_signing_in(&self) -> bool {
        matches!(self, Self::SigningIn | Self::SigningInAgain(_))
    }

    /// True while somebody is signed in, or is but for the consent.
    #[must_use]
    pub fn is_here(&self) -> bool {
        matches!(self, Self::SignedIn(_) | Self::ConsentRequired(_))
    }

    /// True while nobody is here, and nobody is on the way in or out.
    #[must_use]
    pub fn takes_credentials(&self) -> bool {
        matches!(self, Self::Checking | Self::SignedOut | Self::Expired(_))
    }

    /// Whose the page is: the agent who is signed in, was just now, or is but for the consent.
    #[must_use]
    pub fn agent(&self) -> Option<&Agent> {
        match self {
            Self::ConsentRequired(agent)
            | Self::SignedIn(agent)
            | Self::Expired(agent)
            | Self::SigningInAgain(agent) => Some(agent),
            Self::Checking
            | Self::SignedOut
            | Self::SigningIn
            | Self::Replaced
            | Self::SigningOut => None,
        }
    }
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
}

/// The status after `event`.
///
/// While credentials are on their way only their own answer counts: an older question may still be answered late.
///
/// Architecture Invariant: nothing leads on from `SigningOut` and `Replaced` but the new document that is being loaded, so
/// that no late answer unlocks the screen or shows one agent what another left.
#[must_use]
pub fn after(status: SessionStatus, event: SessionEvent) -> SessionStatus {
    use SessionEvent as Event;
    use SessionStatus as Status;
    match (status, event) {
        (last @ (Status::SigningOut | Status::Replaced), _) => last,
        (
            Status::SignedIn(_)
            | Status::ConsentRequired(_)
            | Status::Expired(_)
            | Status::SigningInAgain(_),
            Event::AskedToSignOut,
        ) => Status::SigningOut,
        (Status::SignedIn(agent), Event::ConsentFellDue) => Status::ConsentRequired(agent),
        (
            Status::SignedIn(agent) | Status::Expired(agent),
            Event::LostSession | Event::ReceivedNobody,
        )
        | (Status::SigningInAgain(agent), Event::FailedToSignIn) => Status::Expired(agent),
        // Nothing of the agent's was open yet: there is nothing to come back to.
        (
            Status::Checking | Status::ConsentRequired(_),
            Event::LostSession | Event::ReceivedNobody,
        )
        | (Status::SigningIn, Event::FailedToSignIn) => Status::SignedOut,
        (
            Status::Checking | Status::SignedOut | Status::ConsentRequired(_),
            Event::SubmittedCredentials,
        ) => Status::SigningIn,
        (Status::Expired(agent), Event::SubmittedCredentials) => Status::SigningInAgain(agent),
        (before, Event::ReceivedAgent(agent) | Event::ReceivedConsentDue(agent))
            if before.agent().is_some_and(|before| before.id != agent.id) =>
        {
            Status::Replaced
        }
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

    /// Every cell of the table: a row a status, a column an event, in the order of the enums; `a` was here before.
    #[test]
    fn every_status_answers_every_event_as_the_table_says() {
        let (a, b) = (agent("a"), agent("b"));
        let newer_a = Agent {
            service: "another".to_owned(),
            ..agent("a")
        };
        let (out, going) = (Status::SignedOut, Status::SigningIn);
        let (here, here_now) = (
            Status::SignedIn(a.clone()),
            Status::SignedIn(newer_a.clone()),
        );
        let (other, other_due) = (
            Status::SignedIn(b.clone()),
            Status::ConsentRequired(b.clone()),
        );
        let (due, due_now) = (
            Status::ConsentRequired(a.clone()),
            Status::ConsentRequired(newer_a.clone()),
        );
        let (over, again) = (
            Status::Expired(a.clone()),
            Status::SigningInAgain(a.clone()),
        );
        let (gone, left) = (Status::Replaced, Status::SigningOut);
        let events = [
            Event::SubmittedCredentials,
            Event::FailedToSignIn,
            Event::ReceivedAgent(newer_a.clone()),
            Event::ReceivedAgent(b.clone()),
            Event::ReceivedConsentDue(newer_a.clone()),
            Event::ReceivedConsentDue(b.clone()),
            Event::ConsentFellDue,
            Event::ReceivedNobody,
            Event::LostSession,
            Event::AskedToSignOut,
        ];
        let wait = Status::Checking;
        #[rustfmt::skip]
        let table = [
            (&wait,  [&going, &wait, &here_now, &other, &due_now, &other_due, &wait,  &out,   &out,   &wait]),
            (&out,   [&going, &out,  &here_now, &other, &due_now, &other_due, &out,   &out,   &out,   &out]),
            (&going, [&going, &out,  &here_now, &other, &due_now, &other_due, &going, &going, &going, &going]),
            (&due,   [&going, &due,  &here_now, &gone,  &due_now, &gone,      &due,   &out,   &out,   &left]),
            (&here,  [&here,  &here, &here_now, &gone,  &due_now, &gone,      &due,   &over,  &over,  &left]),
            (&over,  [&again, &over, &here_now, &gone,  &due_now, &gone,      &over,  &over,  &over,  &left]),
            (&again, [&again, &over, &here_now, &gone,  &due_now, &gone,      &again, &again, &again, &left]),
            (&gone,  [&gone; 10]),
            (&left,  [&left; 10]),
        ];
        for (status, row) in table {
            for (event, expected) in events.iter().zip(row) {
                let now = after(status.clone(), event.clone());
                assert_eq!(&now, expected, "{status:?} × {event:?}");
            }
        }
    }

    #[test]
    fn credentials_are_taken_from_whoever_is_not_here() {
        let a = || agent("a");
        for (status, takes, busy) in [
            (Status::Checking, true, false),
            (Status::SignedOut, true, false),
            (Status::SigningIn, false, true),
            (Status::ConsentRequired(a()), false, false),
            (Status::SignedIn(a()), false, false),
            (Status::Expired(a()), true, false),
            (Status::SigningInAgain(a()), false, true),
            (Status::Replaced, false, false),
            (Status::SigningOut, false, false),
        ] {
            assert_eq!(status.takes_credentials(), takes, "{status:?}");
            assert_eq!(status.is_signing_in(), busy, "{status:?}");
        }
    }
}
