//! Which other origins may read answers, when page and API are on two sites; knows no session.

use crate::options::Options;
use crate::security::origin::is_listed;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// The answer to a browser that asks before it sends, if it asks for a listed origin.
#[must_use]
pub fn preflight(request: &Request, options: &Options) -> Option<Response> {
    let headers = request.headers();
    let asks = request.method() == Method::OPTIONS
        && headers.contains_key(header::ACCESS_CONTROL_REQUEST_METHOD);
    let listed = headers
        .get(header::ORIGIN)
        .is_some_and(|origin| is_listed(origin, options));
    if !options.cross_site || !asks || !listed {
        return None;
    }
    let allowed = [
        (
            header::ACCESS_CONTROL_ALLOW_METHODS,
            "GET, POST, PUT, PATCH, DELETE",
        ),
        (
            header::ACCESS_CONTROL_ALLOW_HEADERS,
            "content-type, content-disposition, x-csrf-token, idempotency-key, if-match, range, if-range",
        ),
        (header::ACCESS_CONTROL_MAX_AGE, "600"),
    ];
    Some((StatusCode::NO_CONTENT, allowed).into_response())
}

/// Lets a listed origin read the answer, with its cookies.
pub fn allow(headers: &mut HeaderMap, origin: Option<&HeaderValue>, options: &Options) {
    if !options.cross_site {
        return;
    }
    headers.append(header::VARY, HeaderValue::from_static("origin"));
    if let Some(origin) = origin.filter(|origin| is_listed(origin, options)) {
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin.clone());
        for (name, value) in [
            (header::ACCESS_CONTROL_ALLOW_CREDENTIALS, "true"),
            (
                header::ACCESS_CONTROL_EXPOSE_HEADERS,
                "retry-after, content-disposition, content-length, content-range, accept-ranges, etag",
            ),
        ] {
            headers.insert(name, HeaderValue::from_static(value));
        }
    }
}
