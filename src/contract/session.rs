//! The session as the backend tells it, and what signing in takes; knows no cookie and keeps no token.

use super::agent::Agent;
use super::instant::Instant;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// The header that carries [`Session::csrf_token`] with every unsafe call of a session.
pub const CSRF_HEADER: &str = "X-CSRF-Token";

/// The answer of `GET`, `POST` and `PUT /session`. Reading it never extends it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// How far the sign-in has come.
    pub state: SessionState,
    /// To be sent in `X-CSRF-Token`; `null` when signed out.
    pub csrf_token: Option<String>,
    /// The server's time at the answer; expiries are counted from it, not from the device's clock.
    pub now: Instant,
    /// When the session ends if nobody extends it.
    pub idle_expires_at: Option<Instant>,
    /// When the session ends whatever happens.
    pub absolute_expires_at: Option<Instant>,
    /// How long before the end the agent is warned.
    pub warn_before_s: u32,
    /// The agent said that the device is not theirs alone.
    pub shared_device: bool,
    /// Who is signed in, from `consent_required` on.
    pub agent: Option<Agent>,
    /// The connection before this one.
    pub last_connection: Option<Connection>,
    /// The age of the password.
    pub password: Option<PasswordAge>,
}

/// How far a sign-in has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SessionState {
    /// Nobody is signed in.
    SignedOut,
    /// Signed in, and the charter or the terms must be accepted first.
    ConsentRequired,
    /// The password was right and a second factor is due.
    SecondFactorRequired,
    /// Signed in.
    SignedIn,
    /// A state that a newer contract added; treated as signed out.
    #[serde(other)]
    Unknown,
}

/// One connection of the agent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Connection {
    /// When it began.
    pub at: Instant,
    /// The network address that it came from.
    pub from: String,
    /// The browser, in words (`Firefox 153, Linux`).
    pub with: String,
}

/// How old the password is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasswordAge {
    /// When it was last changed.
    pub changed_at: Instant,
    /// When it expires.
    pub expires_at: Instant,
}

/// The body of `POST /session`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Credentials {
    /// `first.last`.
    pub username: String,
    /// As typed.
    pub password: Password,
    /// True when others use the device too.
    pub shared_device: bool,
}

/// A password on its way to the backend: never printed, wiped when dropped.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Password(Zeroizing<String>);

impl Password {
    /// Takes the text over; the caller keeps no copy.
    #[must_use]
    pub fn new(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    /// The text, for the one place that checks or sends it.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// True when nothing was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl std::fmt::Debug for Password {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Password(redacted)")
    }
}

impl std::fmt::Debug for Credentials {
    // The username is withheld too: people type their password into the wrong field.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Credentials(redacted)")
    }
}

/// The answer of `GET /sessions`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenSessions {
    /// The agent's open sessions, the newest first.
    pub items: Vec<OpenSession>,
}

/// One open session of the agent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenSession {
    /// Opaque, and not the secret that the cookie holds.
    pub id: String,
    /// True for the session that asks.
    pub current: bool,
    /// Where it was opened.
    pub opened: Connection,
    /// When it was last used.
    pub last_seen_at: Instant,
    /// True when opened on a shared device.
    pub shared_device: bool,
}
