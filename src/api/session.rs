//! Signing in and out; knows no page and sees no cookie.

use super::answer::ApiError;
use super::client::{Client, SessionNumber};
use crate::browser::departure;
use crate::contract::endpoint;
use crate::contract::session::{CSRF_HEADER, Credentials, Session};
use gloo_net::http::Method;
use serde_json::Map;

/// Who is signed in; reading never extends the session.
///
/// # Errors
///
/// Why that is not known.
pub async fn get(client: &Client) -> Result<Session, ApiError> {
    let session = client.session_number();
    let answer = client.get(endpoint::SESSION).await;
    keep(client, session, answer)
}

/// Signs in; the credentials are wiped when this returns.
///
/// # Errors
///
/// Why not; [`ApiError::OutcomeUnknown`] when the answer was lost.
pub async fn sign_in(client: &Client, credentials: Credentials) -> Result<Session, ApiError> {
    let session = client.next_session();
    let answer = client
        .send(Method::POST, endpoint::SESSION, &credentials)
        .await;
    keep(client, session, answer)
}

/// Moves the session's idle end to a full idle time from now.
///
/// # Errors
///
/// Why not.
pub async fn extend(client: &Client) -> Result<Session, ApiError> {
    let session = client.session_number();
    let answer = client
        .send(Method::PUT, endpoint::SESSION, &Map::new())
        .await;
    keep(client, session, answer)
}

/// Tells the portal that a page of a shared-device session goes away; nobody waits for the answer.
pub fn leave(client: &Client) {
    if let Some(token) = client.csrf_token() {
        let url = client.url(endpoint::SESSION_LEAVING);
        departure::send_last("POST", &url, (CSRF_HEADER, &token));
    }
}

/// Ends the session on the portal as the page goes away; nobody waits for the answer. Nothing is sent once the portal knows.
pub fn sign_out_last(client: &Client) {
    if let Some(token) = client.csrf_token() {
        let url = client.url(endpoint::SESSION);
        departure::send_last("DELETE", &url, (CSRF_HEADER, &token));
    }
}

/// Ends the session on the portal; succeeds too when it had ended before.
///
/// # Errors
///
/// Why the portal could not be told; another try finds the token still there.
pub async fn sign_out(client: &Client) -> Result<(), ApiError> {
    let done = client
        .send::<()>(Method::DELETE, endpoint::SESSION, &Map::new())
        .await;
    let done = match done {
        Err(ApiError::SignedOut) => Ok(()),
        other => other,
    };
    if done.is_ok() {
        client.next_session();
    }
    done
}

pub(super) fn keep(
    client: &Client,
    session: SessionNumber,
    answer: Result<Session, ApiError>,
) -> Result<Session, ApiError> {
    if let Ok(told) = &answer {
        client.keep_csrf_token(told.csrf_token.clone(), session);
    }
    answer
}
