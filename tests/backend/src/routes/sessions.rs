//! `/sessions`: the agent's open sessions; knows none of another agent.

use crate::application::Backend;
use crate::clock::in_paris;
use crate::guard::SignedIn;
use crate::life;
use crate::problem::Refusal;
use crate::routes::session::gone;
use crate::store::sessions;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use nomade::contract::problem::ProblemCode;
use nomade::contract::session::{OpenSession, OpenSessions};
use std::sync::Arc;

/// Those that are not over, the newest first.
///
/// # Errors
/// `signed_out`, `consent_required`, or what the database answers.
pub async fn list(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
) -> Result<Json<OpenSessions>, Refusal> {
    let now = backend.clock.now();
    let times = backend.settings.current().portal.session;
    let agent_id = current.stored.account.agent.id;
    let all = backend
        .store
        .call(move |database| sessions::of_agent(database, &agent_id))
        .await?;
    let items = all
        .into_iter()
        .filter(|session| !life::is_over(session, &times, now))
        .map(|session| OpenSession {
            current: session.id == current.stored.id,
            id: session.id,
            opened: session.opened,
            last_seen_at: in_paris(session.last_seen_at),
            shared_device: session.shared_device,
        })
        .collect();
    Ok(Json(OpenSessions { items }))
}

/// Ends all but the one that asks.
///
/// # Errors
/// `signed_out`, `consent_required`, or what the database answers.
pub async fn end_others(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
) -> Result<StatusCode, Refusal> {
    let stored = current.stored;
    let end = move |database: &mut _| {
        sessions::end_others(database, &stored.account.agent.id, &stored.id)
    };
    backend.store.call(end).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Ends one of them; its own makes the browser forget the cookie too.
///
/// # Errors
/// `not_found` when it is over, never was or is another agent's.
pub async fn end(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    Path(id): Path<String>,
) -> Result<Response, Refusal> {
    let now = backend.clock.now();
    let times = backend.settings.current().portal.session;
    let (agent_id, is_own) = (current.stored.account.agent.id, id == current.stored.id);
    let ended = backend.store.call(move |database| {
        let all = sessions::of_agent(database, &agent_id)?;
        let open = all
            .iter()
            .any(|session| session.id == id && !life::is_over(session, &times, now));
        if open {
            sessions::end(database, &id)?;
        }
        Ok(open)
    });
    match (ended.await?, is_own) {
        (false, _) => Err(ProblemCode::NotFound.into()),
        (true, true) => Ok(gone(&backend)),
        (true, false) => Ok(StatusCode::NO_CONTENT.into_response()),
    }
}
