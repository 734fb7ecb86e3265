//! `/operations/{key}`: what became of a write whose answer was lost; knows no resource but by name.

use crate::application::Backend;
use crate::guard::SignedIn;
use crate::problem::Refusal;
use crate::store::operations;
use axum::Json;
use axum::extract::{Path, State};
use nomade::contract::operation::Operation;
use nomade::contract::problem::ProblemCode;
use std::sync::Arc;

/// What the write of that key has made; it makes nothing itself.
///
/// # Errors
/// `not_found` when this agent's write of that key has made nothing, or too long ago; `signed_out`, `consent_required`.
pub async fn read(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    Path(key): Path<String>,
) -> Result<Json<Operation>, Refusal> {
    let now = backend.clock.now();
    let agent_id = current.stored.account.agent.id;
    let found = backend
        .store
        .call(move |database| operations::find(database, &agent_id, &key, now));
    let (_, operation) = found.await?.ok_or(ProblemCode::NotFound)?;
    Ok(Json(operation))
}
