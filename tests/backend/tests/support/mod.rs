//! A backend in memory and a browser's behaviour towards it: keeps cookies, sends the token; judges nothing.

// The conformance run's own judge: it knows the document and no backend.
#[allow(
    clippy::expect_used,
    dead_code,
    reason = "it is shared with another package's tests"
)]
#[path = "../../../it/support/document.rs"]
mod document;
#[allow(
    clippy::expect_used,
    dead_code,
    reason = "it is shared with another package's tests"
)]
#[path = "../../../it/support/answer.rs"]
mod judged;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, Response, StatusCode, header};
use nomade::contract::endpoint::BASE_PATH;
use portal_backend::faults::Dropped;
use portal_backend::{Backend, Options, router};
use serde_json::{Value, json};
use tower::ServiceExt;

/// The password of all demo accounts.
pub const PASSWORD: &str = "Nomade-2026!";

/// A backend with test controls, in memory.
pub async fn backend() -> Router {
    backend_with(Options::default()).await
}

/// The same with further options.
pub async fn backend_with(options: Options) -> Router {
    let options = Options {
        database: ":memory:".into(),
        test_controls: true,
        starts_at: Some("2026-11-22T18:42:00+01:00".parse().unwrap()),
        ..options
    };
    router(&Backend::open(options).await.unwrap())
}

/// One browser: its cookies, and the token that it was given last.
#[derive(Clone)]
pub struct Client {
    router: Router,
    cookie: Option<String>,
    token: Option<String>,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
    /// True when the connection would have closed instead.
    dropped: bool,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }

    /// The code of a problem document, after checking that it is one.
    #[track_caller]
    pub fn problem(&self) -> String {
        assert_eq!(
            self.header("content-type"),
            "application/problem+json",
            "{self:?}"
        );
        let problem = self.json();
        assert_eq!(problem["status"], self.status.as_u16());
        assert_eq!(problem["trace_id"].as_str().unwrap().len(), 32);
        assert_eq!(
            problem["retry_after"]
                .as_u64()
                .map(|s| s.to_string())
                .unwrap_or_default(),
            self.header("retry-after")
        );
        problem["code"].as_str().unwrap().to_owned()
    }

    /// Fails with everything in it that the contract's document does not allow.
    #[track_caller]
    fn judge(&self, method: &Method, path: &str) {
        if self.dropped {
            return;
        }
        let headers = self.headers.iter();
        let judged = judged::Answer {
            method: method.to_string(),
            path: path.split('?').next().unwrap_or_default().to_owned(),
            status: self.status.as_u16(),
            headers: headers
                .map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()))
                .collect(),
            body: self.body.clone(),
        };
        assert_eq!(judged.faults(), Vec::<String>::new());
    }

    #[track_caller]
    pub fn refused(&self, status: u16, code: &str) {
        assert_eq!(
            (self.status.as_u16(), self.problem().as_str()),
            (status, code),
            "{}",
            self.text()
        );
    }

    #[track_caller]
    pub fn ok(self) -> Self {
        assert!(self.status.is_success(), "{}: {}", self.status, self.text());
        self
    }
}

impl Client {
    pub fn of(router: &Router) -> Self {
        Self {
            router: router.clone(),
            cookie: None,
            token: None,
        }
    }

    /// The same browser, sent to another process on the same database.
    pub fn at(&self, router: &Router) -> Self {
        Self {
            router: router.clone(),
            ..self.clone()
        }
    }

    /// Sends exactly this.
    pub async fn raw(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX)
            .await
            .map(|bytes| bytes.to_vec())
            .unwrap_or_default();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body,
            dropped: parts.extensions.get::<Dropped>().is_some(),
        }
    }

    /// Sends what a page would: to its own host, with its cookies and, if it writes, its token.
    pub async fn send(&mut self, method: Method, path: &str, body: Option<Value>) -> Answer {
        self.send_with(method, path, body, &[]).await
    }

    pub async fn send_with(
        &mut self,
        method: Method,
        path: &str,
        body: Option<Value>,
        headers: &[(&str, &str)],
    ) -> Answer {
        let body = body.map(|body| ("application/json", body.to_string().into_bytes()));
        self.send_bytes(method, path, body, headers).await
    }

    /// The same with a body of any type.
    pub async fn send_bytes(
        &mut self,
        method: Method,
        path: &str,
        body: Option<(&str, Vec<u8>)>,
        headers: &[(&str, &str)],
    ) -> Answer {
        let uri = if path.starts_with("/test") {
            path.to_owned()
        } else {
            format!("{BASE_PATH}{path}")
        };
        let mut request = Request::builder()
            .method(&method)
            .uri(uri)
            .header(header::HOST, "localhost:8080");
        if let Some(cookie) = &self.cookie {
            request = request.header(header::COOKIE, cookie);
        }
        if method != Method::GET
            && let Some(token) = &self.token
        {
            request = request.header("x-csrf-token", token);
        }
        if let Some((media_type, _)) = &body {
            request = request.header(header::CONTENT_TYPE, *media_type);
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let body = body.map_or(Body::empty(), |(_, bytes)| Body::from(bytes));
        let answer = self.raw(request.body(body).unwrap()).await;
        if path.starts_with("/leave") || path.starts_with("/mail") {
            answer.judge(&method, path);
        }
        for cookie in answer.headers.get_all(header::SET_COOKIE) {
            let pair = cookie
                .to_str()
                .unwrap()
                .split(';')
                .next()
                .unwrap()
                .to_owned();
            self.cookie = (!pair.ends_with('=')).then_some(pair);
        }
        if path == "/session" && answer.status == StatusCode::OK {
            self.token = answer.json()["csrf_token"].as_str().map(str::to_owned);
        }
        answer
    }

    /// The head of an answer whose body is still to be read.
    pub async fn open(&self, path: &str) -> Response<Body> {
        let request = Request::builder()
            .uri(format!("{BASE_PATH}{path}"))
            .header(header::HOST, "localhost:8080")
            .header(header::COOKIE, self.cookie.clone().unwrap_or_default());
        let request = request.body(Body::empty()).unwrap();
        self.router.clone().oneshot(request).await.unwrap()
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        self.send(Method::GET, path, None).await
    }

    pub async fn post(&mut self, path: &str, body: Value) -> Answer {
        self.send(Method::POST, path, Some(body)).await
    }

    pub async fn put(&mut self, path: &str) -> Answer {
        self.send(Method::PUT, path, None).await
    }

    pub async fn delete(&mut self, path: &str) -> Answer {
        self.send(Method::DELETE, path, None).await
    }

    /// Tries to sign in on a device of one's own.
    pub async fn sign_in(&mut self, username: &str, password: &str) -> Answer {
        self.post(
            "/session",
            json!({ "username": username, "password": password, "shared_device": false }),
        )
        .await
    }

    /// Puts the backend's clock forward.
    pub async fn wait(&mut self, seconds: i64) {
        self.post("/test/clock", json!({ "advance_s": seconds }))
            .await
            .ok();
    }

    pub async fn state(&mut self) -> String {
        self.get("/session").await.ok().json()["state"]
            .as_str()
            .unwrap()
            .to_owned()
    }

    pub fn cookie(&self) -> Option<&str> {
        self.cookie.as_deref()
    }

    pub fn token(&self) -> Option<&str> {
        self.token.as_deref()
    }

    pub fn set_token(&mut self, token: Option<&str>) {
        self.token = token.map(str::to_owned);
    }
}

/// A browser in which that agent has signed in.
pub async fn signed_in(router: &Router, username: &str) -> Client {
    let mut client = Client::of(router);
    client.sign_in(username, PASSWORD).await.ok();
    client
}

/// The same on a device that others use too.
pub async fn signed_in_on_shared_device(router: &Router, username: &str) -> Client {
    let mut client = Client::of(router);
    let body = json!({ "username": username, "password": PASSWORD, "shared_device": true });
    client.post("/session", body).await.ok();
    client
}
