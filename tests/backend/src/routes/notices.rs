//! `GET /notices`: what all agents are told; knows no agent.

use crate::application::Backend;
use crate::guard::SignedIn;
use crate::problem::Refusal;
use crate::store::notices;
use axum::Json;
use axum::extract::State;
use nomade::contract::notices::Notices;
use std::sync::Arc;

/// The notices that hold now.
///
/// # Errors
/// `signed_out`, `consent_required`, or what the database answers.
pub async fn list(
    State(backend): State<Arc<Backend>>,
    _: SignedIn,
) -> Result<Json<Notices>, Refusal> {
    let now = backend.clock.now();
    let items = backend
        .store
        .call(move |database| notices::current(database, now))
        .await?;
    Ok(Json(Notices { items }))
}
