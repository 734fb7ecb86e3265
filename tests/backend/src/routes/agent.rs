//! `GET /agent`: who is signed in; knows nobody else.

use crate::guard::SignedIn;
use axum::Json;
use nomade::contract::agent::Agent;

/// The agent of the session.
pub async fn read(SignedIn(current): SignedIn) -> Json<Agent> {
    Json(current.stored.account.agent)
}
