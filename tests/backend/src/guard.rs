//! What stands before every route of the API: who may write, and whose session it is; knows no resource.

use crate::application::Backend;
use crate::clock::Moment;
use crate::life;
use crate::problem::Refusal;
use crate::security::cookie::Cookie;
use crate::security::secret::Secret;
use crate::security::{csrf, origin};
use crate::store::sessions::{self, StoredSession};
use axum::extract::{FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method};
use axum::middleware::Next;
use axum::response::Response;
use chrono::TimeDelta;
use nomade::contract::endpoint::{CONSENT, PROBE_COOKIE, SESSION, SESSION_LEAVING, is_public};
use nomade::contract::problem::ProblemCode;
use nomade::contract::session::{CSRF_HEADER, SessionState};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;

/// How exactly the last use of a session is known: a write for each request would cost more than it tells.
const SEEN_EVERY: TimeDelta = TimeDelta::seconds(60);

/// The session of this request, found alive by its cookie.
#[derive(Clone, Debug)]
pub struct Current {
    /// What the cookie holds.
    pub secret: Secret,
    /// What is stored.
    pub stored: StoredSession,
    /// How far the sign-in has come.
    pub state: SessionState,
}

/// Refuses what no page of ours sends, then lets the route know the session.
///
/// Every unsafe call passes here: a foreign `Origin` is refused, and so is a call of a session without its token. Only
/// signing in and the cookie probe need none, because they are made signed out. A call that reads may carry one, and is
/// refused when it is not of this session.
///
/// # Errors
/// `origin_refused`, `csrf_refused`, or what the database answers.
pub async fn check(
    State(backend): State<Arc<Backend>>,
    mut request: Request,
    next: Next,
) -> Result<Response, Refusal> {
    let writes = origin::is_unsafe(request.method());
    if writes && !origin::may_write(request.headers(), &backend.options) {
        return Err(ProblemCode::OriginRefused.into());
    }
    let method = request.method().clone();
    let path = request.uri().path().to_owned();
    let reads_session = method == Method::GET && path == SESSION;
    if let Some(current) = find(&backend, request.headers(), !reads_session).await? {
        let is_open = method == Method::POST && (path == SESSION || path == PROBE_COOKIE);
        // A page that names its session reads nothing of another one that has taken its place.
        let binds =
            request.headers().contains_key(CSRF_HEADER) && path != SESSION && !is_public(&path);
        let is_bound = if writes { !is_open } else { binds };
        if is_bound && !csrf::is_carried(request.headers(), &current.secret) {
            return Err(ProblemCode::CsrfRefused.into());
        }
        let needs_no_consent = path == SESSION || path == SESSION_LEAVING || path == CONSENT;
        request.extensions_mut().insert(Found {
            current,
            needs_no_consent,
        });
    }
    Ok(next.run(request).await)
}

#[derive(Clone)]
struct Found {
    current: Current,
    /// What a session may do that waits for consent.
    needs_no_consent: bool,
}

/// The session that the cookie opens, if it is not over; being here, its page is not leaving.
async fn find(
    backend: &Backend,
    headers: &HeaderMap,
    counts_as_use: bool,
) -> Result<Option<Current>, Refusal> {
    let Some(value) = backend.cookies.read(Cookie::Session, headers) else {
        return Ok(None);
    };
    let secret = Secret::received(&value);
    let digest = secret.digest();
    let now = backend.clock.now();
    let settings = backend.settings.current();
    let times = settings.portal.session;
    let found = backend.store.call(move |database| {
        let Some(session) = sessions::of_digest(database, &digest)? else {
            return Ok(None);
        };
        if life::is_over(&session, &times, now) {
            sessions::end(database, &session.id)?;
            return Ok(None);
        }
        if session.leaving_at.is_some() {
            sessions::leaving(database, &session.id, None)?;
        }
        if counts_as_use && is_old(session.last_seen_at, now) {
            sessions::seen(database, &session.id, now)?;
        }
        Ok(Some(session))
    });
    Ok(found.await?.map(|stored| Current {
        secret,
        state: life::state(&stored, &settings.portal),
        stored,
    }))
}

fn is_old(last_seen_at: Moment, now: Moment) -> bool {
    now - last_seen_at >= SEEN_EVERY || now < last_seen_at
}

/// A session, however far its sign-in has come, if the request has one.
#[derive(Clone, Debug)]
pub struct AnySession(pub Option<Current>);

impl<S: Sync> FromRequestParts<S> for AnySession {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        Ok(Self(
            parts
                .extensions
                .get::<Found>()
                .map(|found| found.current.clone()),
        ))
    }
}

/// A session that may do what it asks for; else the call is refused with `signed_out` or `consent_required`.
#[derive(Clone, Debug)]
pub struct SignedIn(pub Current);

impl<S: Sync> FromRequestParts<S> for SignedIn {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        let found = parts.extensions.get::<Found>();
        let found = found.ok_or(ProblemCode::SignedOut)?;
        match found.current.state {
            SessionState::SignedIn => Ok(Self(found.current.clone())),
            SessionState::ConsentRequired if found.needs_no_consent => {
                Ok(Self(found.current.clone()))
            }
            SessionState::ConsentRequired => Err(ProblemCode::ConsentRequired.into()),
            SessionState::SecondFactorRequired => Err(ProblemCode::SecondFactorRequired.into()),
            SessionState::SignedOut | SessionState::Unknown => Err(ProblemCode::SignedOut.into()),
        }
    }
}

/// The network address of the client, as the connection shows it; headers that anyone may write are not believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Peer(pub IpAddr);

impl Peer {
    /// The other end of a connection.
    #[must_use]
    pub fn of(address: SocketAddr) -> Self {
        Self(address.ip().to_canonical())
    }
}

impl<S: Sync> FromRequestParts<S> for Peer {
    type Rejection = std::convert::Infallible;

    /// A request that came over no connection, as in tests of the router, is the machine's own.
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        let local = Self(IpAddr::V4(Ipv4Addr::LOCALHOST));
        Ok(parts.extensions.get().copied().unwrap_or(local))
    }
}
