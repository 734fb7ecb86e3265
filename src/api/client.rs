//! One way to call the portal, with its time limit, its CSRF token and its verdict; knows no resource.

use super::answer::{Answer, ApiError, read};
use crate::browser::deadline::Deadline;
use crate::browser::facts;
use crate::contract::session::CSRF_HEADER;
use gloo_net::http::{Method, RequestBuilder, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use web_sys::{RequestCache, RequestCredentials, RequestRedirect};
use zeroize::Zeroizing;

/// A call that has brought nothing in this time is given up.
const LIMIT: Duration = Duration::from_secs(30);

/// Calls one portal; clones share the CSRF token.
#[derive(Clone, Debug)]
pub struct Client {
    base: Arc<str>,
    csrf_token: Arc<Mutex<Option<String>>>,
}

impl Client {
    /// Calls the portal whose contract is served under `base`.
    #[must_use]
    pub fn new(base: &str) -> Self {
        Self {
            base: base.into(),
            csrf_token: Arc::default(),
        }
    }

    /// The address of `path`, for a link.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    pub(super) fn keep_csrf_token(&self, token: Option<String>) {
        if let Ok(mut kept) = self.csrf_token.lock() {
            *kept = token;
        }
    }

    /// Reads a resource; dropping the future gives the call up.
    pub(super) async fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T, ApiError> {
        self.call(Method::GET, path, None).await
    }

    /// Changes something. A lost answer is [`ApiError::OutcomeUnknown`], since the change may have been made.
    pub(super) async fn send<T: DeserializeOwned>(
        &self,
        method: Method,
        path: &str,
        body: &impl Serialize,
    ) -> Result<T, ApiError> {
        // Wiped when dropped: one of these bodies holds a password.
        let body = Zeroizing::new(serde_json::to_string(body).map_err(|_| ApiError::Unreadable)?);
        self.call(method, path, Some(body)).await
    }

    async fn call<T: DeserializeOwned>(
        &self,
        method: Method,
        path: &str,
        body: Option<Zeroizing<String>>,
    ) -> Result<T, ApiError> {
        let deadline = Deadline::after(LIMIT);
        let changes = body.is_some();
        let lost = || match (facts::online(), changes) {
            (false, _) => ApiError::Offline,
            (true, true) => ApiError::OutcomeUnknown,
            (true, false) => ApiError::Unavailable { trace_id: None },
        };
        let mut request = RequestBuilder::new(&self.url(path))
            .method(method)
            .header("Accept", "application/json")
            .cache(RequestCache::NoStore)
            .credentials(RequestCredentials::Include)
            // A redirect is somebody in between: it must not be followed to their page.
            .redirect(RequestRedirect::Manual)
            .abort_signal(deadline.signal().as_ref());
        let token = self.csrf_token.lock().ok().and_then(|kept| kept.clone());
        if let Some(token) = token.filter(|_| changes) {
            request = request.header(CSRF_HEADER, &token);
        }
        let request = match body {
            Some(body) => request
                .header("Content-Type", "application/json")
                .body(body.as_str()),
            None => request.build(),
        };
        let response = request
            .map_err(|_| ApiError::Unreadable)?
            .send()
            .await
            .map_err(|_| lost())?;
        let (status, content_type) = (response.status(), content_type(&response));
        let body = response.text().await.map_err(|_| lost())?;
        let json = read(Answer {
            status,
            content_type: &content_type,
            body: &body,
        })?;
        serde_json::from_str(json).map_err(|_| {
            if changes {
                ApiError::OutcomeUnknown
            } else {
                ApiError::Unreadable
            }
        })
    }
}

fn content_type(response: &Response) -> String {
    response.headers().get("content-type").unwrap_or_default()
}
