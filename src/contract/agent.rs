//! Who is signed in; knows nothing of how.

use serde::{Deserialize, Serialize};

/// An agent of the organisation, as the portal knows them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agent {
    /// Opaque and stable.
    pub id: String,
    /// `first.last`, as typed to sign in.
    pub username: String,
    /// Given name.
    pub given_name: String,
    /// Family name.
    pub family_name: String,
    /// The professional address.
    pub email: String,
    /// The group of agents that decides the support contact, a `population` of `GET /portal`.
    pub population: String,
    /// The service or direction that the agent works in.
    pub service: String,
    /// True when leave requests of others wait for this agent's decision.
    pub validates_leave: bool,
}

impl Agent {
    /// Given name, then family name.
    #[must_use]
    pub fn full_name(&self) -> String {
        format!("{} {}", self.given_name, self.family_name)
    }
}
