//! The charter and the terms as the agent accepted them or must; knows no page.

use super::answer::ApiError;
use super::client::Client;
use super::session::keep;
use crate::contract::consent::{Consent, ConsentGiven};
use crate::contract::endpoint;
use crate::contract::session::Session;
use gloo_net::http::Method;

/// Both texts in force, with what the agent accepted of them.
///
/// # Errors
///
/// Why there is nothing to show.
pub async fn get(client: &Client) -> Result<Consent, ApiError> {
    client.get(endpoint::CONSENT).await
}

/// Accepts the versions that were read; the same twice is accepted once.
///
/// # Errors
///
/// Why not; [`ApiError::OutcomeUnknown`] when the answer was lost.
pub async fn accept(client: &Client, given: &ConsentGiven) -> Result<Session, ApiError> {
    let session = client.session_number();
    let answer = client.send(Method::POST, endpoint::CONSENT, given).await;
    keep(client, session, answer)
}
