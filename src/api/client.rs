//! One way to call the portal, with its time limit, its CSRF token and its verdict; knows no resource.

use super::answer::{Answer, ApiError, read};
use crate::browser::boot::{self, Prefetched};
use crate::browser::deadline::Deadline;
use crate::browser::facts;
use crate::contract::endpoint::{SESSION, is_public};
use crate::contract::operation::IDEMPOTENCY_KEY_HEADER;
use crate::contract::session::CSRF_HEADER;
use gloo_net::http::{Method, RequestBuilder, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use web_sys::{AbortSignal, RequestCache, RequestCredentials, RequestRedirect};
use zeroize::Zeroizing;

/// A call that has brought nothing in this time is given up.
const LIMIT: Duration = Duration::from_secs(30);

/// Room for the longest credentials, in bytes, each letter written in its longest form.
const BODY: usize = 16 * 1024;

/// The header that says which state of an item is to be changed (RFC 9110, section 13.1.1).
const IF_MATCH: &str = "If-Match";

/// Calls one portal; clones share the CSRF token.
#[derive(Clone, Debug)]
pub struct Client {
    base: Arc<str>,
    limit: Duration,
    csrf: Arc<Mutex<Csrf>>,
}

/// The token, and which session it is of.
#[derive(Debug, Default)]
struct Csrf {
    token: Option<String>,
    session: SessionNumber,
}

/// Which session a call was made in, counted by sign-ins and sign-outs: the answer to an older question brings no token.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SessionNumber(u32);

impl Client {
    /// Calls the portal whose contract is served under `base`.
    #[must_use]
    pub fn new(base: &str) -> Self {
        Self {
            base: base.into(),
            limit: LIMIT,
            csrf: Arc::default(),
        }
    }

    /// The same, which gives a call up after `limit`.
    #[must_use]
    pub fn within(&self, limit: Duration) -> Self {
        Self {
            limit,
            ..self.clone()
        }
    }

    /// The address of `path`, for a link.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    /// The session of now, to be told again with the token that an answer brings.
    #[must_use]
    pub fn session_number(&self) -> SessionNumber {
        self.csrf
            .lock()
            .map(|csrf| csrf.session)
            .unwrap_or_default()
    }

    /// The token of the session of now.
    pub(super) fn csrf_token(&self) -> Option<String> {
        self.csrf.lock().ok().and_then(|csrf| csrf.token.clone())
    }

    /// From here on another session counts; the token goes until that one brings its own.
    pub(super) fn next_session(&self) -> SessionNumber {
        let Ok(mut csrf) = self.csrf.lock() else {
            return SessionNumber::default();
        };
        csrf.token = None;
        csrf.session.0 = csrf.session.0.wrapping_add(1);
        csrf.session
    }

    /// Keeps the token that an answer brought, unless the session is another by now.
    pub(super) fn keep_csrf_token(&self, token: Option<String>, session: SessionNumber) {
        if let Ok(mut csrf) = self.csrf.lock()
            && csrf.session == session
        {
            csrf.token = token;
        }
    }

    /// Reads a resource; dropping the future gives the call up.
    pub(super) async fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T, ApiError> {
        self.call(Question::of(Method::GET, path)).await
    }

    /// Reads what a body asks for, which may hold a name: it changes nothing, and can be asked again.
    pub(super) async fn look<T: DeserializeOwned>(
        &self,
        path: &str,
        body: &impl Serialize,
    ) -> Result<T, ApiError> {
        let body = Some(json(body)?);
        self.call(Question {
            body,
            ..Question::of(Method::POST, path)
        })
        .await
    }

    /// Changes something. A lost answer is [`ApiError::OutcomeUnknown`], since the change may have been made.
    pub(super) async fn send<T: DeserializeOwned>(
        &self,
        method: Method,
        path: &str,
        body: &impl Serialize,
    ) -> Result<T, ApiError> {
        self.call(Question {
            body: Some(json(body)?),
            changes: true,
            ..Question::of(method, path)
        })
        .await
    }

    /// The same of what creates: with the same `key` it creates once, however often it is sent.
    pub(super) async fn send_once<T: DeserializeOwned>(
        &self,
        path: &str,
        body: &impl Serialize,
        key: &str,
    ) -> Result<T, ApiError> {
        self.call(Question {
            body: Some(json(body)?),
            header: Some((IDEMPOTENCY_KEY_HEADER, key)),
            changes: true,
            ..Question::of(Method::POST, path)
        })
        .await
    }

    /// Changes the state of an item, of which `revision` is known; refused as `changed_meanwhile` when it is another by now.
    pub(super) async fn change<T: DeserializeOwned>(
        &self,
        path: &str,
        body: &impl Serialize,
        revision: &str,
    ) -> Result<T, ApiError> {
        self.call(Question {
            body: Some(json(body)?),
            header: Some((IF_MATCH, &format!("\"{revision}\""))),
            changes: true,
            ..Question::of(Method::POST, path)
        })
        .await
    }

    /// Puts another state in place of that of an item, of which `revision` is known; refused likewise.
    pub(super) async fn replace<T: DeserializeOwned>(
        &self,
        path: &str,
        body: &impl Serialize,
        revision: &str,
    ) -> Result<T, ApiError> {
        self.call(Question {
            body: Some(json(body)?),
            header: Some((IF_MATCH, &format!("\"{revision}\""))),
            changes: true,
            ..Question::of(Method::PUT, path)
        })
        .await
    }

    /// Takes back what no revision is known of; taken back twice it is the same.
    pub(super) async fn revoke<T: DeserializeOwned>(&self, path: &str) -> Result<T, ApiError> {
        self.call(Question {
            changes: true,
            ..Question::of(Method::DELETE, path)
        })
        .await
    }

    /// Takes back an item, or a change of it, of which `revision` is known; refused likewise.
    pub(super) async fn take_back<T: DeserializeOwned>(
        &self,
        path: &str,
        revision: &str,
    ) -> Result<T, ApiError> {
        self.call(Question {
            header: Some((IF_MATCH, &format!("\"{revision}\""))),
            changes: true,
            ..Question::of(Method::DELETE, path)
        })
        .await
    }

    async fn call<T: DeserializeOwned>(&self, question: Question<'_>) -> Result<T, ApiError> {
        let changes = question.changes;
        let received =
            self.put(question)
                .await
                .map_err(|lost| match (lost, facts::online(), changes) {
                    (Lost::Unasked, ..) => ApiError::Unreadable,
                    (Lost::NoAnswer, false, _) => ApiError::Offline,
                    (Lost::NoAnswer, true, true) => ApiError::OutcomeUnknown,
                    (Lost::NoAnswer, true, false) => ApiError::Unavailable { trace_id: None },
                })?;
        let json = read(received.answer())?;
        serde_json::from_str(json).map_err(|_| {
            if changes {
                ApiError::OutcomeUnknown
            } else {
                ApiError::Unreadable
            }
        })
    }

    /// What every call says of itself: whose session it is, and that nothing is kept or followed elsewhere.
    pub(super) fn request(
        &self,
        method: Method,
        path: &str,
        signal: Option<AbortSignal>,
    ) -> RequestBuilder {
        let reads = method == Method::GET;
        let request = RequestBuilder::new(&self.url(path))
            .method(method)
            .cache(RequestCache::NoStore)
            .credentials(RequestCredentials::Include)
            // A redirect is somebody in between: it must not be followed to their page.
            .redirect(RequestRedirect::Manual)
            .abort_signal(signal.as_ref());
        // What reads names its session too: another one may have taken its place in another tab.
        let names_session = !reads || is_of_session(path);
        match self.csrf_token().filter(|_| names_session) {
            Some(token) => request.header(CSRF_HEADER, &token),
            None => request,
        }
    }

    /// One request, as every call makes it, and what came back, unjudged.
    pub(super) async fn ask(
        &self,
        method: Method,
        path: &str,
        body: Option<Zeroizing<String>>,
    ) -> Result<Received, Lost> {
        let question = Question::of(method, path);
        self.put(Question { body, ..question }).await
    }

    async fn put(&self, question: Question<'_>) -> Result<Received, Lost> {
        let Question {
            method,
            path,
            body,
            header,
            ..
        } = question;
        if method == Method::GET
            && let Some(asked_ahead) = boot::prefetched(&self.url(path)).await
        {
            return asked_ahead.map(Received::from).ok_or(Lost::NoAnswer);
        }
        let deadline = Deadline::after(self.limit);
        let mut request = self
            .request(method, path, deadline.signal())
            .header("Accept", "application/json");
        if let Some((name, value)) = header {
            request = request.header(name, value);
        }
        let request = match body {
            Some(body) => request
                .header("Content-Type", "application/json")
                .body(body.as_str()),
            None => request.build(),
        };
        let response = request.map_err(|_| Lost::Unasked)?.send().await;
        Received::of(response.map_err(|_| Lost::NoAnswer)?).await
    }
}

/// One call, as it is to be made.
struct Question<'a> {
    method: Method,
    path: &'a str,
    body: Option<Zeroizing<String>>,
    header: Option<(&'a str, &'a str)>,
    /// True when a lost answer leaves open whether something was done.
    changes: bool,
}

impl<'a> Question<'a> {
    fn of(method: Method, path: &'a str) -> Self {
        Self {
            method,
            path,
            body: None,
            header: None,
            changes: false,
        }
    }
}

/// A body, wiped when dropped, and large enough from the start to leave no copy behind as it grows: one of them holds a
/// password.
fn json(body: &impl Serialize) -> Result<Zeroizing<String>, ApiError> {
    let mut json = Zeroizing::new(Vec::with_capacity(BODY));
    serde_json::to_writer(&mut *json, body).map_err(|_| ApiError::Unreadable)?;
    let body = String::from_utf8(std::mem::take(&mut *json));
    body.map(Zeroizing::new).map_err(|_| ApiError::Unreadable)
}

/// True when what is read is somebody's.
fn is_of_session(path: &str) -> bool {
    let path = path.split('?').next().unwrap_or_default();
    path != SESSION && !is_public(path)
}

/// What came back, unjudged.
#[derive(Debug)]
pub(super) struct Received {
    pub(super) status: u16,
    pub(super) content_type: String,
    pub(super) body: String,
}

impl From<Prefetched> for Received {
    fn from(answer: Prefetched) -> Self {
        let Prefetched {
            status,
            content_type,
            body,
        } = answer;
        Self {
            status,
            content_type,
            body,
        }
    }
}

impl Received {
    /// All of an answer.
    pub(super) async fn of(response: Response) -> Result<Self, Lost> {
        let (status, content_type) = (response.status(), content_type(&response));
        let body = response.text().await.map_err(|_| Lost::NoAnswer)?;
        Ok(Self {
            status,
            content_type,
            body,
        })
    }

    pub(super) fn answer(&self) -> Answer<'_> {
        Answer {
            status: self.status,
            content_type: &self.content_type,
            body: &self.body,
        }
    }
}

/// Why nothing came back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lost {
    /// The request could not be made.
    Unasked,
    /// It was made, and no answer came, or only a part.
    NoAnswer,
}

pub(super) fn content_type(response: &Response) -> String {
    response.headers().get("content-type").unwrap_or_default()
}
