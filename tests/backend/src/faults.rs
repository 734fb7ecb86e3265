//! Faults on request: answers that are late, lost, cut, foreign or broken, for the tests; knows no route.

use crate::answer::is_under;
use crate::application::Backend;
use crate::mangle::Mangle;
use crate::problem::Refusal;
use crate::request::Fields;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use futures_util::StreamExt;
use serde_json::{Map, Value};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// What a hotel's network shows instead.
const CAPTIVE_PORTAL: &str = "<!DOCTYPE html><html lang=\"fr\"><head><title>Wi-Fi</title></head>\
     <body><h1>Bienvenue</h1><p>Acceptez les conditions pour accéder au réseau.</p></body></html>";

/// The faults that wait for their request.
#[derive(Debug, Default)]
pub struct Faults(Mutex<Vec<Fault>>);

/// A fault for the requests that fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Any, when there is none.
    method: Option<Method>,
    /// Exactly, or its beginning when it ends in `*`.
    path: String,
    kind: Kind,
    times: i64,
}

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// `status:NNN`: that status, and nothing happens.
    Status(StatusCode),
    /// `delay:MS`: the answer comes so much later.
    Delay(Duration),
    /// `drop`: nothing happens, and the answer is lost; see [`Dropped`].
    Drop,
    /// `after_commit_drop`: what was asked for happens, and the answer is lost.
    AfterCommitDrop,
    /// `html`: another network's page instead, with 200.
    Html,
    /// `redirect`: the way to another network's page instead.
    Redirect,
    /// `truncate`, `malformed`, `wrong_type`, `corrupt`, `slow:MS`: the true answer, spoilt on its way.
    Mangled(Mangle),
}

/// Marks an answer that is never sent: the connection closes instead, after `100 Continue` and nothing else.
///
/// The client learns that its request was heard, and not what became of it. So no browser asks again by itself, and
/// what happens `times` times happens to so many requests of the page.
#[derive(Clone, Copy, Debug)]
pub struct Dropped;

/// Marks an answer that somebody else gives: nothing of the portal's own stands on it.
#[derive(Clone, Copy, Debug)]
pub struct Foreign;

impl Fault {
    /// Reads the body of `POST /test/faults`.
    ///
    /// # Errors
    /// `invalid_fields`.
    pub fn read(body: &mut Map<String, Value>) -> Result<Self, Refusal> {
        let times_given = body.contains_key("times");
        let mut fields = Fields::of(body);
        let method = match fields.text("method", 20).to_ascii_uppercase().as_str() {
            "" | "*" => None,
            name => Method::from_bytes(name.as_bytes())
                .ok()
                .or_else(|| fields.refuse("method", "invalid")),
        };
        let path = fields.text("path", 1000);
        let kind = Kind::named(&fields.text("kind", 40));
        if kind.is_none() {
            fields.refuse::<()>("kind", "invalid");
        }
        let times = if times_given {
            fields.number("times", 1..=1_000_000)
        } else {
            1
        };
        fields.done()?;
        let kind = kind.ok_or_else(|| Refusal::fields(&[("kind", "invalid")]))?;
        Ok(Self {
            method,
            path,
            kind,
            times,
        })
    }

    fn fits(&self, method: &Method, path: &str) -> bool {
        let fits_path = match self.path.strip_suffix('*') {
            Some(beginning) => path.starts_with(beginning),
            None => path == self.path,
        };
        fits_path && self.method.as_ref().is_none_or(|own| own == method)
    }
}

impl Kind {
    fn named(name: &str) -> Option<Self> {
        if let Some(status) = name.strip_prefix("status:") {
            let status = StatusCode::from_u16(status.parse().ok()?).ok()?;
            return (200..600)
                .contains(&status.as_u16())
                .then_some(Self::Status(status));
        }
        if let Some(delay) = name.strip_prefix("delay:") {
            let ms = delay.parse().ok().filter(|ms| *ms <= 600_000)?;
            return Some(Self::Delay(Duration::from_millis(ms)));
        }
        if let Some(time) = name.strip_prefix("slow:") {
            let ms = time.parse().ok().filter(|ms| *ms <= 600_000)?;
            return Some(Self::Mangled(Mangle::Slow(Duration::from_millis(ms))));
        }
        Some(match name {
            "drop" => Self::Drop,
            "after_commit_drop" => Self::AfterCommitDrop,
            "html" => Self::Html,
            "redirect" => Self::Redirect,
            "truncate" => Self::Mangled(Mangle::Truncate),
            "malformed" => Self::Mangled(Mangle::Malformed),
            "wrong_type" => Self::Mangled(Mangle::WrongType),
            "corrupt" => Self::Mangled(Mangle::Corrupt),
            _ => return None,
        })
    }
}

impl Faults {
    /// Lets the fault wait, behind those that wait already.
    pub fn add(&self, fault: Fault) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(fault);
    }

    /// How many times something will still go wrong.
    pub fn waiting(&self) -> i64 {
        let waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.iter().map(|fault| fault.times).sum()
    }

    /// Takes all back.
    pub fn reset(&self) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clear();
    }

    /// The first that fits, one time less.
    fn take(&self, method: &Method, path: &str) -> Option<Kind> {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let fault = waiting.iter_mut().find(|fault| fault.fits(method, path))?;
        fault.times -= 1;
        let kind = fault.kind;
        waiting.retain(|fault| fault.times > 0);
        Some(kind)
    }
}

/// Lets the fault that fits happen; the controls themselves never fail.
pub async fn apply(
    State(backend): State<Arc<Backend>>,
    mut request: Request,
    next: Next,
) -> Response {
    let path = request.uri().path();
    if !backend.options.test_controls || is_under(path, "/test") {
        return next.run(request).await;
    }
    let Some(kind) = backend.faults.take(request.method(), path) else {
        return next.run(request).await;
    };
    let is_api = is_under(path, "/api");
    match kind {
        Kind::Status(status) => status.into_response(),
        Kind::Delay(delay) => {
            tokio::time::sleep(delay).await;
            next.run(request).await
        }
        Kind::Drop => {
            // All of it is taken in: what closes on bytes that nobody read breaks off, also what was said before.
            let mut body = request.into_body().into_data_stream();
            while let Some(Ok(_)) = body.next().await {}
            dropped(StatusCode::OK.into_response())
        }
        Kind::AfterCommitDrop => dropped(next.run(request).await),
        Kind::Html => foreign(Html(CAPTIVE_PORTAL).into_response()),
        Kind::Redirect => {
            let elsewhere = [(header::LOCATION, "https://wifi.example/")];
            foreign((StatusCode::FOUND, elsewhere).into_response())
        }
        Kind::Mangled(mangle) => {
            // The plain and whole answer: spoilt compression would be the browser's error, not the page's.
            for name in [
                header::ACCEPT_ENCODING,
                header::RANGE,
                header::IF_NONE_MATCH,
                header::IF_MODIFIED_SINCE,
            ] {
                request.headers_mut().remove(name);
            }
            let mut response = next.run(request).await;
            // Else a browser would keep the spoilt body as the sound one, and be told that it has not changed. Nothing of the
            // API is kept, and there the tag is what the rest of a file is asked for by.
            if !is_api {
                for name in [header::ETAG, header::LAST_MODIFIED] {
                    response.headers_mut().remove(name);
                }
            }
            response.extensions_mut().insert(mangle);
            response
        }
    }
}

fn dropped(mut response: Response) -> Response {
    response.extensions_mut().insert(Dropped);
    response
}

fn foreign(mut response: Response) -> Response {
    let own = HeaderValue::from_static("no-store");
    response.headers_mut().insert(header::CACHE_CONTROL, own);
    response.extensions_mut().insert(Foreign);
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn fault(body: Value) -> Result<Fault, Refusal> {
        let Value::Object(mut body) = body else {
            panic!("an object");
        };
        Fault::read(&mut body)
    }

    #[test]
    fn every_kind_has_its_name_and_others_are_refused() {
        for name in [
            "status:503",
            "delay:250",
            "slow:250",
            "drop",
            "html",
            "redirect",
            "truncate",
            "malformed",
            "wrong_type",
            "corrupt",
            "after_commit_drop",
        ] {
            assert!(
                fault(json!({ "method": "GET", "path": "/x", "kind": name })).is_ok(),
                "{name}"
            );
        }
        for name in [
            "",
            "status:",
            "status:99",
            "status:600",
            "status:abc",
            "delay:-1",
            "delay:",
            "slow:600001",
            "explode",
        ] {
            assert!(
                fault(json!({ "method": "GET", "path": "/x", "kind": name })).is_err(),
                "{name}"
            );
        }
    }

    #[test]
    fn a_fault_happens_as_often_as_it_was_asked_for() {
        let faults = Faults::default();
        faults.add(
            fault(json!({ "method": "GET", "path": "/api/*", "kind": "drop", "times": 2 }))
                .unwrap(),
        );
        assert_eq!(faults.take(&Method::POST, "/api/v1/session"), None);
        assert_eq!(faults.take(&Method::GET, "/other"), None);
        assert_eq!(
            faults.take(&Method::GET, "/api/v1/session"),
            Some(Kind::Drop)
        );
        assert_eq!(
            faults.take(&Method::GET, "/api/v1/portal"),
            Some(Kind::Drop)
        );
        assert_eq!(faults.take(&Method::GET, "/api/v1/portal"), None);
    }
}
