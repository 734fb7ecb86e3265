//! `/session`: reading, extending and ending one; for its opening see [`super::sign_in`].

use crate::application::Backend;
use crate::caller::Caller;
use crate::clock::in_paris;
use crate::guard::{AnySession, Current, SignedIn};
use crate::life;
use crate::problem::Refusal;
use crate::security::cookie::Cookie;
use crate::security::csrf;
use crate::store::activity::{self, Deed};
use crate::store::sessions;
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use nomade::contract::activity::ActivityCode;
use nomade::contract::session::{PasswordAge, Session, SessionState};
use std::sync::Arc;

/// The session as it stands; reading it never extends it.
///
/// # Errors
/// What the database answers.
pub async fn read(
    State(backend): State<Arc<Backend>>,
    AnySession(current): AnySession,
) -> Result<Json<Session>, Refusal> {
    Ok(Json(describe(&backend, current.as_ref()).await?))
}

/// Moves the idle end to a full idle time from now.
///
/// # Errors
/// `signed_out`, `consent_required`, or what the database answers.
pub async fn extend(
    State(backend): State<Arc<Backend>>,
    SignedIn(mut current): SignedIn,
) -> Result<Json<Session>, Refusal> {
    let now = backend.clock.now();
    let id = current.stored.id.clone();
    backend
        .store
        .call(move |database| sessions::extend(database, &id, now))
        .await?;
    current.stored.extended_at = now;
    Ok(Json(describe(&backend, Some(&current)).await?))
}

/// Ends the session, if there is one, and makes the browser forget it.
///
/// # Errors
/// What the database answers.
pub async fn sign_out(
    State(backend): State<Arc<Backend>>,
    AnySession(current): AnySession,
    caller: Caller,
) -> Result<Response, Refusal> {
    if let Some(Current { stored, .. }) = current {
        let now = backend.clock.now();
        let ended = backend.store.call(move |database| {
            let transaction = database.transaction()?;
            // Another tab may have been first.
            if sessions::end(&transaction, &stored.id)? {
                let deed = Deed {
                    code: ActivityCode::SignedOut,
                    at: now,
                    caller: &caller,
                    session_id: Some(&stored.id),
                    item: None,
                };
                activity::record(&transaction, &stored.account.agent.id, &deed)?;
            }
            transaction.commit()
        });
        ended.await?;
    }
    Ok(gone(&backend))
}

/// What the browser forgets of a visit, whatever the page had time to do. Not its cache, over which browsers take seconds;
/// not its cookies, which belong to other sites of the organisation too.
const FORGOTTEN: (HeaderName, HeaderValue) = (
    HeaderName::from_static("clear-site-data"),
    HeaderValue::from_static("\"storage\""),
);

/// 204 with a cookie that has expired, after which the browser keeps nothing of the visit.
#[must_use]
pub fn gone(backend: &Backend) -> Response {
    let cookie = backend.cookies.expire(Cookie::Session);
    let headers = [(header::SET_COOKIE, cookie), FORGOTTEN];
    (StatusCode::NO_CONTENT, headers).into_response()
}

/// A page goes away: on a shared device the session ends soon, unless one comes back.
///
/// # Errors
/// `signed_out`, or what the database answers.
pub async fn leave(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
) -> Result<StatusCode, Refusal> {
    if current.stored.shared_device {
        let now = backend.clock.now();
        let leaving =
            move |database: &mut _| sessions::leaving(database, &current.stored.id, Some(now));
        backend.store.call(leaving).await?;
    }
    Ok(StatusCode::NO_CONTENT)
}

/// The session in the contract's words, with a further token.
///
/// # Errors
/// What the database answers.
pub async fn describe(backend: &Backend, current: Option<&Current>) -> Result<Session, Refusal> {
    let portal = &backend.settings.current().portal;
    let now = in_paris(backend.clock.now());
    let Some(Current {
        secret,
        stored,
        state,
    }) = current
    else {
        return Ok(Session {
            state: SessionState::SignedOut,
            csrf_token: None,
            now,
            idle_expires_at: None,
            absolute_expires_at: None,
            warn_before_s: portal.session.warn_before_s,
            shared_device: false,
            agent: None,
            last_connection: None,
            password: None,
        });
    };
    let (agent_id, connection_id) = (stored.account.agent.id.clone(), stored.connection_id);
    let before =
        move |database: &mut _| sessions::connection_before(database, &agent_id, connection_id);
    Ok(Session {
        state: *state,
        csrf_token: Some(csrf::token(secret)),
        now,
        idle_expires_at: Some(in_paris(life::idle_end(stored, &portal.session))),
        absolute_expires_at: Some(in_paris(life::absolute_end(stored, &portal.session))),
        warn_before_s: portal.session.warn_before_s,
        shared_device: stored.shared_device,
        agent: Some(stored.account.agent.clone()),
        last_connection: backend.store.call(before).await?,
        password: Some(PasswordAge {
            changed_at: in_paris(stored.account.password_changed_at),
            expires_at: in_paris(stored.account.password_expires_at),
        }),
    })
}
