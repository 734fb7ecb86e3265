//! `/probe`: what the connection looks like from here, before anybody signs in; knows no session.

use crate::application::Backend;
use crate::clock::in_paris;
use crate::guard::Peer;
use crate::request::JsonObject;
use crate::security::cookie::Cookie;
use crate::security::secret::{is_signed, sign_random};
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::IntoResponse;
use nomade::contract::probe::{CookieReceived, CookieSet, NETWORK_MARKER, NetworkProbe};
use std::sync::Arc;

const PURPOSE: &str = "probe";

/// The marker, the time, the address seen and its verdict.
pub async fn network(State(backend): State<Arc<Backend>>, peer: Peer) -> Json<NetworkProbe> {
    Json(NetworkProbe {
        marker: NETWORK_MARKER.to_owned(),
        now: in_paris(backend.clock.now()),
        address: peer.0.to_string(),
        verdict: backend.network(),
    })
}

/// Sets a cookie with the attributes of the session's.
pub async fn set_cookie(State(backend): State<Arc<Backend>>, _: JsonObject) -> impl IntoResponse {
    let value = sign_random(&backend.probe_key, PURPOSE);
    let cookie = backend.cookies.set(Cookie::Probe, &value);
    ([(header::SET_COOKIE, cookie)], Json(CookieSet { value }))
}

/// The value that came back, if this backend has set it.
pub async fn cookie_received(
    State(backend): State<Arc<Backend>>,
    headers: HeaderMap,
) -> Json<CookieReceived> {
    let value = backend
        .cookies
        .read(Cookie::Probe, &headers)
        .filter(|value| is_signed(&backend.probe_key, PURPOSE, value));
    Json(CookieReceived { value })
}
