//! `POST /session`: signing in, and each reason why not; knows no password but to have it checked.

use crate::application::Backend;
use crate::caller::Caller;
use crate::clock::{Moment, seconds_until};
use crate::guard::{AnySession, Current, Peer};
use crate::life;
use crate::problem::Refusal;
use crate::request::{Fields, JsonObject};
use crate::routes::session::describe;
use crate::security::cookie::Cookie;
use crate::security::secret::{Secret, keyed_digest, random_id};
use crate::store::activity;
use crate::store::agents::{self, Account};
use crate::store::lockouts::{self, Trial};
use crate::store::sessions::{self, NewSession};
use axum::Json;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use chrono::TimeDelta;
use nomade::contract::probe::NetworkVerdict;
use nomade::contract::problem::ProblemCode;
use nomade::contract::session::{Credentials, Password};
use nomade::rules::credentials::normalised_username;
use serde_json::{Map, Value};
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization;

/// Opens a session under a new cookie; the one that the request came with ends.
///
/// # Errors
/// The first of: `invalid_fields`, `maintenance`, `network_blocked`, `too_many_attempts`, `account_locked`,
/// `invalid_credentials`, `password_expired`.
pub async fn sign_in(
    State(backend): State<Arc<Backend>>,
    peer: Peer,
    AnySession(replaced): AnySession,
    caller: Caller,
    JsonObject(mut body): JsonObject,
) -> Result<Response, Refusal> {
    let credentials = credentials(&mut body)?;
    may_sign_in_now(&backend, peer)?;
    let now = backend.clock.now();
    let account = authenticate(
        &backend,
        (peer, &caller),
        credentials.username,
        credentials.password,
        now,
    )
    .await?;
    if account.password_expires_at <= now {
        return Err(ProblemCode::PasswordExpired.into());
    }
    let secret = Secret::random();
    let new = NewSession {
        id: random_id(),
        digest: secret.digest(),
        agent_id: account.agent.id,
        shared_device: credentials.shared_device,
        caller,
    };
    let replaces = replaced.map(|current| current.secret.digest());
    let digest = new.digest;
    let longest = TimeDelta::seconds(backend.settings.current().portal.session.absolute_s.into());
    let stored = backend.store.call(move |database| {
        sessions::open(database, &new, replaces, (now, now - longest))?;
        sessions::of_digest(database, &digest)
    });
    let stored = stored.await?.ok_or(ProblemCode::InternalError)?;
    let state = life::state(&stored, &backend.settings.current().portal);
    let session = describe(
        &backend,
        Some(&Current {
            secret: secret.clone(),
            stored,
            state,
        }),
    )
    .await?;
    let cookie = backend.cookies.set(Cookie::Session, secret.expose());
    Ok(([(header::SET_COOKIE, cookie)], Json(session)).into_response())
}

/// The name is matched as people mean it, by the client's own rule: whoever sends it as it was typed gets the same answer.
fn credentials(body: &mut Map<String, Value>) -> Result<Credentials, Refusal> {
    let mut fields = Fields::of(body);
    let typed = fields.text("username", 254);
    let username = normalised_username(&typed, |text| text.nfkd().collect());
    let username = username.as_str().to_owned();
    if username.is_empty() && !typed.is_empty() {
        fields.refuse::<()>("username", "required");
    }
    let password = Password::new(fields.text("password", 1024));
    let shared_device = fields.flag("shared_device");
    fields.done()?;
    Ok(Credentials {
        username,
        password,
        shared_device,
    })
}

fn may_sign_in_now(backend: &Backend, peer: Peer) -> Result<(), Refusal> {
    let now = backend.clock.now();
    if let Some(maintenance) = &backend.settings.current().portal.maintenance {
        let [from, until] = [maintenance.from, maintenance.until].map(moment);
        if from <= now && now < until {
            let refusal = Refusal::new(ProblemCode::Maintenance).until(until);
            return Err(refusal.retry_after(seconds_until(now, until)));
        }
    }
    if matches!(
        backend.network(),
        NetworkVerdict::Vpn | NetworkVerdict::Blocked
    ) {
        return Err(Refusal::new(ProblemCode::NetworkBlocked).address(peer.0.to_string()));
    }
    if let Some(seconds) = backend.attempts.wait(peer.0, now) {
        return Err(Refusal::new(ProblemCode::TooManyAttempts).retry_after(seconds));
    }
    Ok(())
}

fn moment(instant: nomade::contract::instant::Instant) -> Moment {
    chrono::DateTime::from(instant).to_utc()
}

/// The account, if the password is its own; names that do not exist are locked, counted, written down and timed like those
/// that do.
async fn authenticate(
    backend: &Backend,
    (peer, caller): (Peer, &Caller),
    username: String,
    password: Password,
    now: Moment,
) -> Result<Account, Refusal> {
    let rule = backend.settings.current().lockout();
    let name = keyed_digest(&backend.name_key, &[username.as_bytes()]);
    let (tried, by) = (username.clone(), caller.clone());
    let found = backend.store.call(move |database| {
        // The lock first: a locked name is answered without asking whether it exists.
        let duration = TimeDelta::seconds(rule.duration_s.into());
        let trial = lockouts::take_try(database, &name, now, rule)?;
        if let Trial::LockedUntil(until) = trial {
            let times = (now, Some(until - duration));
            activity::record_refused(database, &name, times, &by)?;
            return Ok((None, trial));
        }
        match agents::password_of(database, &tried)? {
            Some((_, true)) => {
                lockouts::forget(database, &name)?;
                let times = (now, Some(now - duration));
                activity::record_refused(database, &name, times, &by)?;
                Ok((None, Trial::LockedUntil(now + duration)))
            }
            found => Ok((found.map(|(hash, _)| hash), trial)),
        }
    });
    let (hash, trial) = found.await?;
    if let Trial::LockedUntil(until) = trial {
        backend.attempts.failed(peer.0, now);
        return Err(Refusal::new(ProblemCode::AccountLocked).retry_after(seconds_until(now, until)));
    }
    if !backend.passwords.matches(password, hash).await {
        backend.attempts.failed(peer.0, now);
        let by = caller.clone();
        let write =
            move |database: &mut _| activity::record_refused(database, &name, (now, None), &by);
        backend.store.call(write).await?;
        return Err(ProblemCode::InvalidCredentials.into());
    }
    let account = backend.store.call(move |database| {
        lockouts::forget(database, &name)?;
        agents::named(database, &username)
    });
    account.await?.ok_or(ProblemCode::InvalidCredentials.into())
}
