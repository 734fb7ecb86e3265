//! Accepting the charter and the terms, and what that does to the session; knows no markup.

use super::session::SessionContext;
use crate::api;
use crate::api::answer::ApiError;
use crate::api::client::Client;
use crate::contract::consent::{Consent, ConsentGiven};
use crate::contract::problem::ProblemCode;
use crate::contract::session::SessionState;

/// Why the texts are not accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AcceptFailure {
    /// A newer version has come: what was read is no longer what is in force.
    Changed,
    /// The call failed or was refused.
    Api(ApiError),
}

/// Both texts; when nothing is due any more, the session is asked how far it has come.
///
/// # Errors
///
/// Why there is nothing to show.
pub async fn read(session: SessionContext, client: &Client) -> Result<Consent, ApiError> {
    let consent = api::consent::get(client).await?;
    // Accepted elsewhere meanwhile, in another tab say.
    if !consent.charter.is_due() && !consent.terms.is_due() {
        session.received(api::session::get(client).await?);
    }
    Ok(consent)
}

/// Accepts the versions that were read, and takes the session's new state into account.
///
/// # Errors
///
/// Why they are not accepted.
pub async fn accept(
    session: SessionContext,
    client: &Client,
    given: &ConsentGiven,
) -> Result<(), AcceptFailure> {
    let mut answered = api::consent::accept(client, given).await;
    let lost = answered == Err(ApiError::OutcomeUnknown);
    if lost {
        // Only the session shows what became of it.
        answered = api::session::get(client).await;
    }
    match answered {
        Ok(now) => {
            let is_due = now.state == SessionState::ConsentRequired;
            session.received(now);
            match (is_due, lost) {
                (false, _) => Ok(()),
                (true, false) => Err(AcceptFailure::Changed),
                (true, true) => Err(AcceptFailure::Api(ApiError::Unavailable { trace_id: None })),
            }
        }
        Err(ApiError::Refused(problem)) if problem.code == ProblemCode::ChangedMeanwhile => {
            Err(AcceptFailure::Changed)
        }
        Err(error) => {
            session.was_refused(&error);
            Err(AcceptFailure::Api(error))
        }
    }
}
