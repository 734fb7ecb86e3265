//! A visitor as a backend sees one: cookies, a token, an origin; every answer is judged by the document before anybody looks at it.

use super::answer::Answer;
use super::door::Door;
use serde_json::{Value, json};
use std::cell::RefCell;
use std::collections::BTreeMap;
use ureq::http;

/// How much of an answer is read: a file may be 50 MB long.
const LONGEST_ANSWER: u64 = 60_000_000;

/// One browser profile. Signs out when it is dropped, so that a run leaves no session behind.
pub struct Visitor<'a> {
    door: &'a Door,
    pub cookies: RefCell<BTreeMap<String, String>>,
    /// The last token that a session answer gave.
    pub token: RefCell<Option<String>>,
}

/// A call before it is sent.
pub struct Call<'a> {
    visitor: &'a Visitor<'a>,
    method: &'a str,
    path: String,
    token: Option<String>,
    origin: Option<String>,
    headers: Vec<(&'a str, String)>,
    body: Option<(String, Vec<u8>)>,
}

impl<'a> Visitor<'a> {
    pub fn new(door: &'a Door) -> Self {
        Self {
            door,
            cookies: RefCell::default(),
            token: RefCell::default(),
        }
    }

    /// A visitor that holds the same cookies: another tab, or a thief.
    pub fn twin(&self) -> Self {
        Self {
            door: self.door,
            cookies: self.cookies.clone(),
            token: self.token.clone(),
        }
    }

    pub fn get(&self, path: &str) -> Result<Answer, String> {
        self.call("GET", path).send()
    }

    /// With the token and the origin that a page of the session has.
    pub fn call<'b>(&'b self, method: &'b str, path: &str) -> Call<'b> {
        let safe = matches!(method, "GET" | "HEAD");
        let token = self.token.borrow().clone().filter(|_| !safe);
        Call {
            visitor: self,
            method,
            path: path.to_owned(),
            token,
            origin: (!safe).then(|| self.door.origin.clone()),
            headers: Vec::new(),
            body: None,
        }
    }

    fn keep(&self, answer: &Answer) {
        for cookie in answer.headers("set-cookie") {
            let mut parts = cookie.split(';').map(str::trim);
            let (name, value) = parts
                .next()
                .and_then(|pair| pair.split_once('='))
                .unwrap_or_default();
            if parts.any(|attribute| attribute.eq_ignore_ascii_case("max-age=0"))
                || value.is_empty()
            {
                self.cookies.borrow_mut().remove(name);
            } else {
                self.cookies
                    .borrow_mut()
                    .insert(name.to_owned(), value.to_owned());
            }
        }
        if answer.path == "/session" && answer.status == 200 {
            *self.token.borrow_mut() = answer.json()["csrf_token"].as_str().map(ToOwned::to_owned);
        }
    }
}

impl Drop for Visitor<'_> {
    fn drop(&mut self) {
        if self.token.borrow().is_some() {
            // The check has said what it saw; a failure here would only hide it.
            drop(self.call("DELETE", "/session").send());
        }
    }
}

impl<'a> Call<'a> {
    pub fn header(mut self, name: &'a str, value: &str) -> Self {
        self.headers.push((name, value.to_owned()));
        self
    }

    pub fn token(mut self, token: Option<&str>) -> Self {
        self.token = token.map(ToOwned::to_owned);
        self
    }

    pub fn origin(mut self, origin: &str) -> Self {
        self.origin = Some(origin.to_owned());
        self
    }

    pub fn json(self, body: &Value) -> Self {
        self.raw("application/json", body.to_string().as_bytes())
    }

    pub fn raw(mut self, content_type: &str, body: &[u8]) -> Self {
        self.body = Some((content_type.to_owned(), body.to_vec()));
        self
    }

    /// The answer, unless the document does not allow it.
    pub fn send(self) -> Result<Answer, String> {
        let visitor = self.visitor;
        let answer = self.send_unjudged()?;
        visitor.keep(&answer);
        let faults = answer.faults();
        if faults.is_empty() {
            Ok(answer)
        } else {
            Err(faults.join("; "))
        }
    }

    fn send_unjudged(self) -> Result<Answer, String> {
        let door = self.visitor.door;
        let mut request = http::Request::builder()
            .method(self.method)
            .uri(format!("{}{}", door.base, self.path));
        let cookies: Vec<String> = self
            .visitor
            .cookies
            .borrow()
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        // Asks first, as a large body may be refused while it is still being sent.
        let large = self
            .body
            .as_ref()
            .is_some_and(|(_, body)| body.len() > 100_000);
        let headers = [
            ("cookie", (!cookies.is_empty()).then(|| cookies.join("; "))),
            ("x-csrf-token", self.token),
            ("origin", self.origin),
            ("expect", large.then(|| "100-continue".to_owned())),
        ];
        for (name, value) in headers {
            if let Some(value) = value {
                request = request.header(name, value);
            }
        }
        for (name, value) in &self.headers {
            request = request.header(*name, value);
        }
        let question = format!("{} {}", self.method, self.path);
        let unreadable = |error: &dyn std::fmt::Display| format!("{question}: {error}");
        let sent = match self.body {
            Some((content_type, body)) => request
                .header("content-type", content_type)
                .body(body)
                .map_err(ureq::Error::from)
                .and_then(|it| door.agent.run(it)),
            None => request
                .body(())
                .map_err(ureq::Error::from)
                .and_then(|it| door.agent.run(it)),
        };
        let mut response = sent.map_err(|error| unreadable(&error))?;
        let headers = response.headers().iter().map(|(name, value)| {
            (
                name.as_str().to_owned(),
                String::from_utf8_lossy(value.as_bytes()).into_owned(),
            )
        });
        Ok(Answer {
            method: self.method.to_owned(),
            path: self.path.split('?').next().unwrap_or_default().to_owned(),
            status: response.status().as_u16(),
            headers: headers.collect(),
            body: response
                .body_mut()
                .with_config()
                .limit(LONGEST_ANSWER)
                .read_to_vec()
                .map_err(|error| unreadable(&error))?,
        })
    }
}

/// The body of `POST /session`.
pub fn credentials(username: &str, password: &str, shared_device: bool) -> Value {
    json!({ "username": username, "password": password, "shared_device": shared_device })
}
