//! Asks what the connection looks like, and says what came back in each place; judges nothing.

use super::client::{Client, Received};
use crate::browser::facts;
use crate::contract::endpoint;
use crate::contract::probe::{CookieReceived, CookieSet, NetworkProbe};
use crate::rules::clock_verdict::ClockFacts;
use crate::rules::cookie_verdict::RoundTrip;
use crate::rules::reply::Reply;
use gloo_net::http::Method;
use serde::de::DeserializeOwned;
use zeroize::Zeroizing;

/// What came for `GET /probe/network`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NetworkReply {
    /// What it was.
    pub reply: Reply,
    /// Its body, when it could be read.
    pub seen: Option<NetworkProbe>,
    /// The device's clock when the question left, in milliseconds since 1970.
    pub asked_ms: i64,
    /// The device's clock when the answer had come.
    pub answered_ms: i64,
}

impl NetworkReply {
    /// How long the answer took, in milliseconds.
    #[must_use]
    pub fn took_ms(&self) -> u32 {
        let took = self.answered_ms.saturating_sub(self.asked_ms).max(0);
        u32::try_from(took).unwrap_or(u32::MAX)
    }

    /// Both clocks, where the server told the time.
    #[must_use]
    pub fn clocks(&self) -> Option<ClockFacts> {
        let seen = self.seen.as_ref().filter(|_| self.reply == Reply::Good)?;
        Some(ClockFacts {
            asked_ms: self.asked_ms,
            answered_ms: self.answered_ms,
            server_ms: seen.now.milliseconds(),
        })
    }
}

/// Asks for the marker, the time and the address seen.
pub async fn network(client: &Client) -> NetworkReply {
    let asked_ms = facts::now_ms();
    let (reply, seen) = ask(client, Method::GET, endpoint::PROBE_NETWORK).await;
    NetworkReply {
        reply,
        seen,
        asked_ms,
        answered_ms: facts::now_ms(),
    }
}

/// Has the service set a cookie, and asks whether it came back. The reply is the one to `POST`, as signing in is.
pub async fn cookie(client: &Client) -> (Reply, RoundTrip) {
    let (reply, set) = ask::<CookieSet>(client, Method::POST, endpoint::PROBE_COOKIE).await;
    if set.is_none() {
        return (reply, RoundTrip::Unasked);
    }
    let received = ask::<CookieReceived>(client, Method::GET, endpoint::PROBE_COOKIE).await;
    let round_trip = match received.1 {
        // Whichever value: another tab may have asked in between.
        Some(CookieReceived { value: Some(_) }) => RoundTrip::Kept,
        Some(CookieReceived { value: None }) => RoundTrip::Lost,
        None => RoundTrip::Unasked,
    };
    (reply, round_trip)
}

/// What comes now for a resource that the page has asked for before.
pub async fn again<T: DeserializeOwned>(client: &Client, path: &str) -> (Reply, Option<T>) {
    ask(client, Method::GET, path).await
}

/// What comes from the page's own host: its settings, which are there whenever the page is.
pub async fn site() -> Reply {
    ask::<serde_json::Value>(&Client::new(""), Method::GET, "/config.json")
        .await
        .0
}

async fn ask<T: DeserializeOwned>(
    client: &Client,
    method: Method,
    path: &str,
) -> (Reply, Option<T>) {
    let body = (method != Method::GET).then(|| Zeroizing::new("{}".to_owned()));
    let Ok(received) = client.ask(method, path, body).await else {
        return (Reply::NoAnswer, None);
    };
    let Received {
        status,
        content_type,
        body,
    } = &received;
    match Reply::of(*status, content_type, body) {
        Reply::Good => match serde_json::from_str(body) {
            Ok(data) => (Reply::Good, Some(data)),
            Err(_) => (Reply::Altered { status: *status }, None),
        },
        reply => (reply, None),
    }
}
