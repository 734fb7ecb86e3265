//! Who calls, as connections and the journal name them; knows no account.

use crate::guard::Peer;
use crate::user_agent;
use axum::extract::FromRequestParts;
use axum::http::header;
use axum::http::request::Parts;
use std::convert::Infallible;

/// Where a request came from. Nothing of it is text that the client could choose, but for a browser's version number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caller {
    /// The network address.
    pub address: String,
    /// The browser and its system, in words; empty where nothing is known.
    pub browser: String,
}

impl<S: Sync> FromRequestParts<S> for Caller {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Infallible> {
        let peer = Peer::from_request_parts(parts, state).await?;
        let user_agent = parts.headers.get(header::USER_AGENT);
        let user_agent = user_agent.and_then(|value| value.to_str().ok());
        Ok(Self {
            address: peer.0.to_string(),
            browser: user_agent::in_words(user_agent.unwrap_or_default()),
        })
    }
}
