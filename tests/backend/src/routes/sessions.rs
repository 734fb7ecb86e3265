//! `/sessions`: the agent's open sessions; knows none of another agent.

use crate::application::Backend;
use crate::caller::Caller;
use crate::clock::{Moment, in_paris};
use crate::guard::SignedIn;
use crate::life;
use crate::problem::Refusal;
use crate::routes::session::gone;
use crate::store::activity::{self, Deed};
use crate::store::sessions::{self, StoredSession};
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use nomade::contract::activity::ActivityCode;
use nomade::contract::portal::SessionTimes;
use nomade::contract::problem::ProblemCode;
use nomade::contract::session::{OpenSession, OpenSessions};
use rusqlite::Connection;
use std::sync::Arc;

/// Those that are not over, the newest first.
///
/// # Errors
/// `signed_out`, `consent_required`, or what the database answers.
pub async fn list(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
) -> Result<Json<OpenSessions>, Refusal> {
    let now = backend.clock.now();
    let times = backend.settings.current().portal.session;
    let agent_id = current.stored.account.agent.id;
    let all = backend
        .store
        .call(move |database| sessions::of_agent(database, &agent_id))
        .await?;
    let items = all
        .into_iter()
        .filter(|session| !life::is_over(session, &times, now))
        .map(|session| OpenSession {
            current: session.id == current.stored.id,
            id: session.id,
            opened: session.opened,
            last_seen_at: in_paris(session.last_seen_at),
            shared_device: session.shared_device,
        })
        .collect();
    Ok(Json(OpenSessions { items }))
}

/// Ends all but the one that asks.
///
/// # Errors
/// `signed_out`, `consent_required`, or what the database answers.
pub async fn end_others(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    caller: Caller,
) -> Result<StatusCode, Refusal> {
    let now = backend.clock.now();
    let times = backend.settings.current().portal.session;
    let ended = backend.store.call(move |database| {
        let transaction = database.transaction()?;
        if !sessions::is_there(&transaction, &current.stored.id)? {
            return Ok(Err(ProblemCode::SignedOut));
        }
        let asking = Asking {
            stored: &current.stored,
            caller: &caller,
            times: &times,
            now,
        };
        end_all_others(&transaction, &asking)?;
        transaction.commit()?;
        Ok(Ok(()))
    });
    ended.await??;
    Ok(StatusCode::NO_CONTENT)
}

/// The session that ends others, and what decides which of them were still open.
#[derive(Debug)]
pub struct Asking<'a> {
    /// It stays.
    pub stored: &'a StoredSession,
    /// Where it asks from.
    pub caller: &'a Caller,
    /// How long sessions last.
    pub times: &'a SessionTimes,
    /// When it asks.
    pub now: Moment,
}

impl Asking<'_> {
    /// True for a session that is still open; the others have ended by themselves and are no events.
    fn finds_open(&self, session: &StoredSession) -> bool {
        !life::is_over(session, self.times, self.now)
    }

    fn deed(&self, code: ActivityCode) -> Deed<'_> {
        Deed {
            code,
            at: self.now,
            caller: self.caller,
            session_id: Some(&self.stored.id),
            item: None,
        }
    }
}

/// Ends all the agent's sessions but the one that asks; each that was open stands in the journal.
///
/// # Errors
/// When the database fails.
pub fn end_all_others(connection: &Connection, asking: &Asking<'_>) -> rusqlite::Result<()> {
    let agent_id = &asking.stored.account.agent.id;
    let deed = asking.deed(ActivityCode::SessionEnded);
    for session in sessions::of_agent(connection, agent_id)? {
        if session.id != asking.stored.id && asking.finds_open(&session) {
            activity::record(connection, agent_id, &deed)?;
        }
    }
    sessions::end_others(connection, agent_id, &asking.stored.id)
}

/// Ends one of them; its own makes the browser forget the cookie too.
///
/// # Errors
/// `not_found` when it is over, never was or is another agent's.
pub async fn end(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    caller: Caller,
    Path(id): Path<String>,
) -> Result<Response, Refusal> {
    let now = backend.clock.now();
    let times = backend.settings.current().portal.session;
    let is_own = id == current.stored.id;
    let ended = backend.store.call(move |database| {
        let asking = Asking {
            stored: &current.stored,
            caller: &caller,
            times: &times,
            now,
        };
        let agent_id = &current.stored.account.agent.id;
        let transaction = database.transaction()?;
        let all = sessions::of_agent(&transaction, agent_id)?;
        let open = all
            .iter()
            .any(|session| session.id == id && asking.finds_open(session));
        if open {
            let code = if is_own {
                ActivityCode::SignedOut
            } else {
                ActivityCode::SessionEnded
            };
            sessions::end(&transaction, &id)?;
            activity::record(&transaction, agent_id, &asking.deed(code))?;
            transaction.commit()?;
        }
        Ok(open)
    });
    match (ended.await?, is_own) {
        (false, _) => Err(ProblemCode::NotFound.into()),
        (true, true) => Ok(gone(&backend)),
        (true, false) => Ok(StatusCode::NO_CONTENT.into_response()),
    }
}
