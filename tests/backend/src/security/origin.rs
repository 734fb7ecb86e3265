//! Which pages may write; knows no session.

use crate::options::Options;
use axum::http::{HeaderMap, HeaderValue, Method, header};

/// True for methods that change something, or might.
#[must_use]
pub fn is_unsafe(method: &Method) -> bool {
    !matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

/// True when the request may change something, judged by where its page comes from.
///
/// A page must be of this server's own origin or of a listed one. Without `Origin`, only a client that is no browser
/// (no `Sec-Fetch-Site`) or a page of this very origin passes.
#[must_use]
pub fn may_write(headers: &HeaderMap, options: &Options) -> bool {
    let mut origins = headers.get_all(header::ORIGIN).iter();
    match (origins.next(), origins.next()) {
        (None, _) => match headers.get("sec-fetch-site") {
            None => true,
            Some(site) => site == "same-origin",
        },
        (Some(origin), None) => is_own(origin, headers, options) || is_listed(origin, options),
        (Some(_), Some(_)) => false,
    }
}

/// True when the operator named this origin.
#[must_use]
pub fn is_listed(origin: &HeaderValue, options: &Options) -> bool {
    options
        .origins
        .iter()
        .any(|listed| origin == listed.as_str())
}

fn is_own(origin: &HeaderValue, headers: &HeaderMap, options: &Options) -> bool {
    host(headers).is_some_and(|host| {
        origin.as_bytes() == format!("{}://{host}", options.scheme()).as_bytes()
    })
}

/// The host that the request was sent to, with its port, when it is one and only one.
#[must_use]
pub fn host(headers: &HeaderMap) -> Option<&str> {
    let mut hosts = headers.get_all(header::HOST).iter();
    match (hosts.next(), hosts.next()) {
        (Some(host), None) => host.to_str().ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_known_pages_may_write() {
        let options = Options {
            origins: vec!["http://localhost:8081".to_owned()],
            ..Options::default()
        };
        let own = ("host", "localhost:8080");
        for (sent, expected) in [
            (vec![own], true),
            (vec![own, ("origin", "http://localhost:8080")], true),
            (vec![own, ("origin", "http://localhost:8081")], true),
            (vec![own, ("origin", "https://localhost:8080")], false),
            (vec![own, ("origin", "http://localhost:8082")], false),
            (vec![own, ("origin", "http://localhost")], false),
            (vec![own, ("origin", "null")], false),
            (vec![own, ("origin", "")], false),
            (
                vec![
                    own,
                    ("origin", "http://localhost:8080"),
                    ("origin", "http://evil.example"),
                ],
                false,
            ),
            (vec![("origin", "http://localhost:8080")], false),
            (vec![own, ("sec-fetch-site", "same-origin")], true),
            (vec![own, ("sec-fetch-site", "same-site")], false),
            (vec![own, ("sec-fetch-site", "cross-site")], false),
            (vec![own, ("sec-fetch-site", "none")], false),
        ] {
            let mut headers = HeaderMap::new();
            for (name, value) in &sent {
                headers.append(*name, HeaderValue::from_static(value));
            }
            assert_eq!(may_write(&headers, &options), expected, "{sent:?}");
        }
    }
}
