//! The headers that keep the pages safe, the list for any host that serves them in production; knows no route.
//!
//! A production web server sends these on every answer of the site; only `Strict-Transport-Security` depends on TLS.

use crate::options::Options;
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};

/// What a page of the site may load and do, except whom it may call.
///
/// - scripts: files of the site, and WebAssembly; no inline script, no `eval`
/// - Trusted Types: no text ever becomes markup
/// - frames: the site's own documents, and those that it holds in memory
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     img-src 'self' data:; font-src 'self'; manifest-src 'self'; form-action 'self'; frame-src 'self' blob:; \
     frame-ancestors 'none'; base-uri 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/// On every answer, pages and API alike.
const EVERYWHERE: [(HeaderName, &str); 6] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("permissions-policy"),
        "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), \
         geolocation=(), gyroscope=(), hid=(), idle-detection=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), \
         payment=(), picture-in-picture=(), publickey-credentials-create=(), publickey-credentials-get=(), \
         screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()",
    ),
];

/// For two years; only ever sent over TLS.
const STRICT_TRANSPORT_SECURITY: &str = "max-age=63072000";

/// Adds what every answer carries; what the answer already says stays.
pub fn add_everywhere(headers: &mut HeaderMap, options: &Options) {
    for (name, value) in EVERYWHERE {
        headers
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    }
    if options.tls {
        headers.insert(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static(STRICT_TRANSPORT_SECURITY),
        );
    }
}

/// The policy of the site's pages.
#[must_use]
pub fn site_policy(options: &Options) -> HeaderValue {
    let api = options
        .api_origin
        .as_ref()
        .map_or(String::new(), |origin| format!(" {origin}"));
    let policy = format!("{CONTENT_SECURITY_POLICY}; connect-src 'self'{api}");
    HeaderValue::from_str(&policy).unwrap_or(HeaderValue::from_static(CONTENT_SECURITY_POLICY))
}

/// The policy of API answers, which are never pages.
#[must_use]
pub fn api_policy() -> HeaderValue {
    HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'")
}

/// A file may be shown in a frame of the site itself, and nowhere else; nothing in it runs in the portal's name.
///
/// Of a PDF it says nothing of `default-src`: browsers show one with a viewer of their own, which that would stop.
pub fn allow_own_frames(headers: &mut HeaderMap, is_pdf: bool) {
    let policy = if is_pdf {
        "frame-ancestors 'self'"
    } else {
        "sandbox; default-src 'none'; frame-ancestors 'self'"
    };
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(policy),
    );
    headers.insert(
        header::X_FRAME_OPTIONS,
        HeaderValue::from_static("SAMEORIGIN"),
    );
}

/// A message may be shown in a frame of the site itself under that policy and no other; nothing of it is told elsewhere.
pub fn frame_under(headers: &mut HeaderMap, policy: &'static str) {
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, policy),
        (header::X_FRAME_OPTIONS, "SAMEORIGIN"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
}
