//! `/test/*`: how browser tests put the backend into a state; there only when the server was started with test controls.

use crate::application::Backend;
use crate::faults::Fault;
use crate::problem::Refusal;
use crate::request::{Fields, JsonObject};
use crate::routes::{not_found, test_documents, test_leave, test_mail};
use crate::security::origin;
use crate::seed;
use crate::store::mail::outbox;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use axum::routing::{get, post};
use axum::{Json, Router};
use nomade::contract::probe::NetworkVerdict;
use nomade::contract::problem::ProblemCode;
use serde_json::{Value, json};
use std::sync::Arc;

/// How far the clock goes at once, in seconds: ten years.
const FURTHEST_S: i64 = 10 * 366 * 24 * 60 * 60;

/// The controls; like everything that writes, for pages of this origin and clients that are no browser.
pub fn routes(backend: &Arc<Backend>) -> Router<Arc<Backend>> {
    Router::new()
        .route("/reset", post(reset))
        .route("/clock", post(clock))
        .route("/network", post(network))
        .route("/portal", post(portal))
        .route("/documents", post(test_documents::put))
        .route("/leave", post(test_leave::act))
        .route("/mail", post(test_mail::act))
        .route("/faults", get(waiting).post(faults).delete(call_off))
        .fallback(not_found)
        .layer(from_fn_with_state(backend.clone(), only_own))
}

async fn only_own(
    State(backend): State<Arc<Backend>>,
    request: Request,
    next: Next,
) -> Result<Response, Refusal> {
    if origin::is_unsafe(request.method())
        && !origin::may_write(request.headers(), &backend.options)
    {
        return Err(ProblemCode::OriginRefused.into());
    }
    Ok(next.run(request).await)
}

async fn reset(State(backend): State<Arc<Backend>>) -> Result<StatusCode, Refusal> {
    backend.start_again().await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn clock(
    State(backend): State<Arc<Backend>>,
    JsonObject(mut body): JsonObject,
) -> Result<StatusCode, Refusal> {
    let mut fields = Fields::of(&mut body);
    let seconds = fields.number("advance_s", -FURTHEST_S..=FURTHEST_S);
    fields.done()?;
    backend.clock.advance(seconds);
    // Time brings payslips, and what was sent to whom it goes.
    let (seed, now) = (backend.options.seed, backend.clock.now());
    let brought = backend.store.call(move |database| {
        seed::run_payroll(database, seed, now)?;
        let transaction = database.transaction()?;
        outbox::deliver(&transaction, (seed, now))?;
        transaction.commit()
    });
    brought.await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn network(
    State(backend): State<Arc<Backend>>,
    JsonObject(mut body): JsonObject,
) -> Result<StatusCode, Refusal> {
    let mut fields = Fields::of(&mut body);
    let name = fields.text("verdict", 20);
    let verdict = match name.as_str() {
        "ok" => NetworkVerdict::Ok,
        "internal" => NetworkVerdict::Internal,
        "vpn" => NetworkVerdict::Vpn,
        "blocked" => NetworkVerdict::Blocked,
        "" => NetworkVerdict::Unknown,
        _ => {
            fields.refuse::<()>("verdict", "invalid");
            NetworkVerdict::Unknown
        }
    };
    fields.done()?;
    backend.set_network(Some(verdict));
    Ok(StatusCode::NO_CONTENT)
}

async fn portal(
    State(backend): State<Arc<Backend>>,
    JsonObject(patch): JsonObject,
) -> Result<StatusCode, Refusal> {
    match backend.settings.patch(&Value::Object(patch)) {
        Ok(()) => Ok(StatusCode::NO_CONTENT),
        Err(error) => {
            tracing::warn!(%error, "the patched portal would be none");
            Err(ProblemCode::InvalidFields.into())
        }
    }
}

async fn faults(
    State(backend): State<Arc<Backend>>,
    JsonObject(mut body): JsonObject,
) -> Result<StatusCode, Refusal> {
    backend.faults.add(Fault::read(&mut body)?);
    Ok(StatusCode::NO_CONTENT)
}

/// Nothing goes wrong any more.
async fn call_off(State(backend): State<Arc<Backend>>) -> StatusCode {
    backend.faults.reset();
    StatusCode::NO_CONTENT
}

/// How many faults have not happened yet.
async fn waiting(State(backend): State<Arc<Backend>>) -> Json<Value> {
    Json(json!({ "waiting": backend.faults.waiting() }))
}
