//! The last word on every answer: trace id, problem document, headers, log line; knows no resource.

use crate::application::Backend;
use crate::faults::{Dropped, Foreign};
use crate::mangle::mangle;
use crate::problem::Refusal;
use crate::security::{cors, headers, secret};
use crate::upload::WHOLE;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderValue, Response as HttpResponse, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use nomade::contract::endpoint::{BASE_PATH, LEAVE_ATTACHMENTS, MAIL_ATTACHMENTS};
use nomade::contract::problem::ProblemCode;
use std::any::Any;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tracing::Instrument;

/// How long a handler may take before the client is told to come back.
const HANDLER_TIME: Duration = Duration::from_secs(30);

/// Gives every answer its trace id, its headers and its line in the log, and every refusal its problem document.
///
/// The line names the route, never the path: ids, searches and people's names stay out of the log.
pub async fn complete(
    State(backend): State<Arc<Backend>>,
    request: Request,
    next: Next,
) -> Response {
    let started = Instant::now();
    let trace_id = secret::random_trace_id();
    let span = tracing::info_span!("request", trace_id);
    let method = request.method().clone();
    let route = route(&request);
    let is_api = route != SITE;
    let origin = request.headers().get(header::ORIGIN).cloned();

    let preflight = cors::preflight(&request, &backend.options).filter(|_| is_api);
    let answered = match preflight {
        Some(answer) => answer,
        None => next.run(request).instrument(span.clone()).await,
    };
    let (mut response, code) = documented(answered, &trace_id);
    let foreign = response.extensions().get::<Foreign>().is_some();
    if is_api && !foreign {
        let headers = response.headers_mut();
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        headers
            .entry(header::CONTENT_SECURITY_POLICY)
            .or_insert_with(headers::api_policy);
        cors::allow(headers, origin.as_ref(), &backend.options);
    }
    if !foreign {
        headers::add_everywhere(response.headers_mut(), &backend.options);
    }
    if backend.options.test_controls {
        // A browser repeats by itself what a reused connection loses: then a dropped answer would not be seen.
        let close = HeaderValue::from_static("close");
        response.headers_mut().insert(header::CONNECTION, close);
    }
    let response = mangle(response).await;

    let status = response.status().as_u16();
    let duration_ms = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
    let dropped = response.extensions().get::<Dropped>().is_some();
    let code = code.and_then(|code| serde_json::to_value(code).ok());
    let code = code
        .as_ref()
        .and_then(serde_json::Value::as_str)
        .unwrap_or("-");
    span.in_scope(|| {
        if status >= 500 {
            tracing::error!(%method, route, status, code, dropped, duration_ms, "answered");
        } else {
            tracing::info!(%method, route, status, code, dropped, duration_ms, "answered");
        }
    });
    response
}

const SITE: &str = "site";

/// The route's template; what no route matches is named by its first step alone.
fn route(request: &Request) -> String {
    let path = request.uri().path();
    match request.extensions().get::<MatchedPath>() {
        Some(matched) => matched.as_str().to_owned(),
        None if is_under(path, "/api") => "/api/…".to_owned(),
        None if is_under(path, "/test") => "/test/…".to_owned(),
        None => SITE.to_owned(),
    }
}

/// True for `root` and what lies below it.
#[must_use]
pub fn is_under(path: &str, root: &str) -> bool {
    path.strip_prefix(root)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The answer with a problem document, if it is one from 400 on, and the code for the log.
fn documented(mut response: Response, trace_id: &str) -> (Response, Option<ProblemCode>) {
    let status = response.status();
    if !status.is_client_error() && !status.is_server_error() {
        return (response, None);
    }
    let refusal = response
        .extensions_mut()
        .remove::<Refusal>()
        .unwrap_or_else(|| Refusal::of_status(status));
    let code = refusal.code;
    let mut document = refusal.into_document(trace_id);
    // What the route has said besides: `Allow`, `Set-Cookie`.
    for name in [header::ALLOW, header::SET_COOKIE] {
        for value in response.headers().get_all(&name) {
            document.headers_mut().append(name.clone(), value.clone());
        }
    }
    *document.extensions_mut() = std::mem::take(response.extensions_mut());
    (document, Some(code))
}

/// Ends what takes too long. A file takes as long as it may take to be sent.
pub async fn in_time(request: Request, next: Next) -> Response {
    let brings_file = request
        .uri()
        .path()
        .strip_prefix(BASE_PATH)
        .is_some_and(|path| [LEAVE_ATTACHMENTS, MAIL_ATTACHMENTS].contains(&path));
    let sending = if brings_file { WHOLE } else { Duration::ZERO };
    match tokio::time::timeout(HANDLER_TIME + sending, next.run(request)).await {
        Ok(response) => response,
        Err(_) => Refusal::new(ProblemCode::Unavailable)
            .retry_after(5)
            .into_response(),
    }
}

/// A fault of this program is an answer like any other; what it was about stays out of the log.
#[must_use]
pub fn panicked(_: Box<dyn Any + Send + 'static>) -> HttpResponse<axum::body::Body> {
    tracing::error!("a handler panicked");
    Refusal::new(ProblemCode::InternalError).into_response()
}
