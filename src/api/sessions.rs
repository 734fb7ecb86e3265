//! The agent's open sessions, here and elsewhere; knows no page.

use super::answer::ApiError;
use super::client::Client;
use crate::contract::endpoint;
use crate::contract::problem::ProblemCode;
use crate::contract::session::OpenSessions;
use gloo_net::http::Method;
use serde_json::Map;

/// What became of a session that was to be closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closed {
    /// It is closed now.
    Now,
    /// It had ended before.
    Before,
    /// All but this one are closed.
    Others,
}

/// Every open session, this one too.
///
/// # Errors
///
/// Why there is nothing to show.
pub async fn list(client: &Client) -> Result<OpenSessions, ApiError> {
    client.get(endpoint::SESSIONS).await
}

/// Closes one session, or all others without an `id`. A lost answer is asked for once more: what is closed stays so.
///
/// # Errors
///
/// Why not; [`ApiError::OutcomeUnknown`] when both answers were lost.
pub async fn close(client: &Client, id: Option<&str>) -> Result<Closed, ApiError> {
    let path = id.map_or_else(|| endpoint::SESSIONS.to_owned(), endpoint::session_by_id);
    let mut done = end(client, &path).await;
    if done == Err(ApiError::OutcomeUnknown) {
        done = end(client, &path).await;
    }
    match done {
        Ok(()) if id.is_none() => Ok(Closed::Others),
        Ok(()) => Ok(Closed::Now),
        Err(ApiError::Refused(problem)) if problem.code == ProblemCode::NotFound => {
            Ok(Closed::Before)
        }
        Err(error) => Err(error),
    }
}

async fn end(client: &Client, path: &str) -> Result<(), ApiError> {
    client.send(Method::DELETE, path, &Map::new()).await
}
