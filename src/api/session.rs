//! Signing in and out; knows no page and sees no cookie.

use super::answer::ApiError;
use super::client::Client;
use crate::contract::endpoint;
use crate::contract::session::{Credentials, Session};
use gloo_net::http::Method;
use serde_json::Map;

/// Who is signed in; reading never extends the session.
///
/// # Errors
///
/// Why that is not known.
pub async fn get(client: &Client) -> Result<Session, ApiError> {
    keep(client, client.get(endpoint::SESSION).await)
}

/// Signs in; the credentials are wiped when this returns.
///
/// # Errors
///
/// Why not; [`ApiError::OutcomeUnknown`] when the answer was lost.
pub async fn sign_in(client: &Client, credentials: Credentials) -> Result<Session, ApiError> {
    keep(
        client,
        client
            .send(Method::POST, endpoint::SESSION, &credentials)
            .await,
    )
}

/// Ends the session on the portal; succeeds too when it had ended before.
///
/// # Errors
///
/// Why the portal could not be told.
pub async fn sign_out(client: &Client) -> Result<(), ApiError> {
    let done = client
        .send::<()>(Method::DELETE, endpoint::SESSION, &Map::new())
        .await;
    client.keep_csrf_token(None);
    match done {
        Err(ApiError::SignedOut) => Ok(()),
        other => other,
    }
}

pub(super) fn keep(
    client: &Client,
    answer: Result<Session, ApiError>,
) -> Result<Session, ApiError> {
    if let Ok(session) = &answer {
        client.keep_csrf_token(session.csrf_token.clone());
    }
    answer
}
