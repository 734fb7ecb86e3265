//! The built site beside the API: its files, and its one page for every other path; knows no route of the site.

use crate::answer::is_under;
use crate::application::Backend;
use crate::problem::Refusal;
use crate::security::headers;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use nomade::contract::problem::ProblemCode;
use std::sync::Arc;
use tower::ServiceExt;
use tower_http::services::ServeDir;

/// Whatever is not the API's: a file of the site, or its page.
pub async fn serve(State(backend): State<Arc<Backend>>, request: Request) -> Response {
    let path = request.uri().path();
    let Some(site) = &backend.options.site else {
        return Refusal::new(ProblemCode::NotFound).into_response();
    };
    if is_under(path, "/api") || is_under(path, "/test") {
        return Refusal::new(ProblemCode::NotFound).into_response();
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let refusal = Refusal::new(ProblemCode::MethodNotAllowed);
        return ([(header::ALLOW, "GET,HEAD")], refusal).into_response();
    }
    let name = path.rsplit('/').next().unwrap_or_default();
    let is_file = name.contains('.');
    let cached = cache_control(name);
    let request = if is_file {
        request
    } else {
        with_path(request, "/index.html")
    };
    let files = ServeDir::new(site)
        .append_index_html_on_directories(false)
        .precompressed_br()
        .precompressed_gzip();
    let Ok(answer) = files.oneshot(request).await;
    let mut response = answer.map(Body::new);
    // Whatever a path that is no file's looks like to the file system, nothing is there.
    if response.status().is_client_error() || response.status().is_server_error() {
        return Refusal::of_status(refused(response.status())).into_response();
    }
    let answer = response.headers_mut();
    answer.insert(header::CACHE_CONTROL, HeaderValue::from_static(cached));
    answer.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    answer.insert(
        header::CONTENT_SECURITY_POLICY,
        headers::site_policy(&backend.options),
    );
    response
}

fn refused(status: StatusCode) -> StatusCode {
    match status {
        StatusCode::RANGE_NOT_SATISFIABLE => status,
        _ => StatusCode::NOT_FOUND,
    }
}

fn with_path(mut request: Request, path: &'static str) -> Request {
    *request.uri_mut() = Uri::from_static(path);
    request
}

/// A file whose name holds a digest of its content never changes; everything else is asked for again.
///
/// The site's builder writes 64 bits in hexadecimal without the zeros in front, so that a digest may be a little shorter.
fn cache_control(name: &str) -> &'static str {
    let is_digest =
        |part: &str| part.len() >= 12 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    if name.split(['-', '.', '_']).skip(1).any(is_digest) {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_named_by_their_content_are_kept() {
        for (name, kept) in [
            ("intraparis-nomade-0a1b2c3d4e5f6789.js", true),
            ("intraparis-nomade-0a1b2c3d4e5f6789_bg.wasm", true),
            ("style-0a1b2c3d4e5f6789.css", true),
            ("style-f99fcd4d0110fd.css", true),
            ("style-2026.css", false),
            ("index.html", false),
            ("config.json", false),
            ("boot.js", false),
            ("favicon.svg", false),
            ("deadbeefdeadbeef.js", false),
        ] {
            assert_eq!(cache_control(name) != "no-cache", kept, "{name}");
        }
    }
}
