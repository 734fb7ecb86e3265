//! What the connection looks like from the other end; knows no verdict of the page's own.

use super::instant::Instant;
use serde::{Deserialize, Serialize};

/// What `GET /probe/network` must carry in `marker`; anything else is not the portal speaking.
pub const NETWORK_MARKER: &str = "intraparis-nomade-probe";

/// The answer of `GET /probe/network`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NetworkProbe {
    /// Always [`NETWORK_MARKER`].
    pub marker: String,
    /// The server's time.
    pub now: Instant,
    /// The client's network address as the backend sees it.
    pub address: String,
    /// What the backend thinks of that address.
    pub verdict: NetworkVerdict,
}

/// What the backend thinks of the address that it sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NetworkVerdict {
    /// An ordinary address.
    Ok,
    /// Inside the organisation's own network.
    Internal,
    /// A VPN or an anonymising relay.
    Vpn,
    /// Refused for another reason.
    Blocked,
    /// A verdict that a newer contract added.
    #[serde(other)]
    Unknown,
}

/// The answer of `POST /probe/cookie`: the value that was set in a cookie.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CookieSet {
    /// Random, and nothing about anyone.
    pub value: String,
}

/// The answer of `GET /probe/cookie`: the value that came back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CookieReceived {
    /// The value, or `null` when no cookie came.
    pub value: Option<String>,
}
