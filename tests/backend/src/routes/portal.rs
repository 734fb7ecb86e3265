//! `GET /portal`: public, and the same for everybody; knows no session.

use crate::application::Backend;
use crate::security::origin;
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use serde_json::Value;
use std::sync::Arc;

/// What the portal is now.
pub async fn read(State(backend): State<Arc<Backend>>, headers: HeaderMap) -> Json<Value> {
    let host = backend.canonical_host(origin::host(&headers));
    Json(backend.settings.current().served(&host))
}
