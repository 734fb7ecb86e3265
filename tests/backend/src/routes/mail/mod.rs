//! `/mail`: an agent's own messages, read and written; knows those of no other agent.

pub mod bringing;
pub mod changes;
pub mod directory;
pub mod drafts;
pub mod files;
pub mod messages;
pub mod outbox;
mod told;
mod written;

use crate::application::Backend;
use crate::clock::Moment;
use crate::guard::Current;
use crate::once::alone;
use crate::options::Seed;
use crate::problem::Refusal;
use crate::store::mail::{boxes, outbox as stored_outbox};
use crate::store::sessions::{self, StoredSession};
use axum::Router;
use axum::routing::{get, post};
use nomade::contract::agent::Agent;
use nomade::contract::endpoint;
use nomade::contract::problem::ProblemCode;
use rusqlite::{Connection, Transaction};
use serde_json::Value;
use std::sync::Arc;

/// Every path of the resource.
pub fn routes() -> Router<Arc<Backend>> {
    Router::new()
        .route(endpoint::MAIL_FOLDERS, get(messages::folders))
        .route(
            endpoint::MAIL_MESSAGES,
            get(messages::list)
                .patch(changes::change_several)
                .post(outbox::send),
        )
        .route(endpoint::MAIL_SEARCH, post(messages::search))
        .route(
            "/mail/messages/{id}",
            get(messages::read)
                .patch(changes::change)
                .delete(changes::delete),
        )
        .route("/mail/messages/{id}/body", get(messages::body))
        .route(
            "/mail/messages/{id}/attachments/{attachment}",
            get(files::attachment),
        )
        .route(endpoint::MAIL_ATTACHMENTS, post(bringing::bring))
        .route(endpoint::MAIL_DRAFTS, post(drafts::keep))
        .route(
            "/mail/drafts/{id}",
            get(drafts::read).put(drafts::change).delete(drafts::delete),
        )
        .route(
            "/mail/outbox/{id}",
            get(outbox::read).delete(outbox::take_back),
        )
        .route(endpoint::MAIL_DIRECTORY, post(directory::search))
}

/// The longest id of the contract.
const LONGEST_ID: usize = 64;

/// True for what can be an id (`Id` of the contract).
fn is_id(text: &str) -> bool {
    let known = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    (1..=LONGEST_ID).contains(&text.len()) && text.bytes().all(known)
}

/// Why something that must be there, `null` at least, is refused.
fn absent_or_invalid(value: Option<&Value>) -> &'static str {
    if value.is_none() {
        "required"
    } else {
        "invalid"
    }
}

fn is_offered(backend: &Backend) -> Result<(), Refusal> {
    if backend.settings.current().has_module("mail") {
        Ok(())
    } else {
        Err(ProblemCode::ModuleOff.into())
    }
}

/// Who asks, when.
struct Asking {
    session: StoredSession,
    now: Moment,
    seed: Seed,
}

impl Asking {
    fn of(backend: &Backend, current: &Current) -> Self {
        Self {
            session: current.stored.clone(),
            now: backend.clock.now(),
            seed: backend.options.seed,
        }
    }

    fn agent(&self) -> &Agent {
        &self.session.account.agent
    }

    /// Fills the mailbox that is looked into for the first time, and lets go what has waited long enough.
    fn catch_up(&self, connection: &Connection) -> rusqlite::Result<()> {
        let (agent, when) = (self.agent(), (self.seed, self.now));
        boxes::open(connection, (&agent.id, &agent.username), when)?;
        stored_outbox::deliver(connection, when)
    }
}

/// Reads what the agent's mailbox holds by now.
async fn read<T: Send + 'static>(
    backend: &Backend,
    current: &Current,
    work: impl FnOnce(&Connection, &Asking) -> rusqlite::Result<T> + Send + 'static,
) -> Result<T, Refusal> {
    let asking = Asking::of(backend, current);
    let read = backend.store.call(move |database| {
        let transaction = database.transaction()?;
        asking.catch_up(&transaction)?;
        let found = work(&transaction, &asking)?;
        transaction.commit()?;
        Ok(found)
    });
    read.await
}

/// Changes what the agent's mailbox holds by now, if the session is still open; nobody writes at the same time, and what is
/// refused has changed nothing.
async fn write<T: Send + 'static>(
    backend: &Backend,
    current: &Current,
    work: impl FnOnce(&Transaction<'_>, &Asking) -> rusqlite::Result<Result<T, Refusal>>
    + Send
    + 'static,
) -> Result<T, Refusal> {
    let asking = Asking::of(backend, current);
    let written = backend.store.call(move |database| {
        let transaction = alone(database)?;
        if !sessions::is_there(&transaction, &asking.session.id)? {
            return Ok(Err(ProblemCode::SignedOut.into()));
        }
        asking.catch_up(&transaction)?;
        let done = work(&transaction, &asking)?;
        if done.is_ok() {
            transaction.commit()?;
        }
        Ok(done)
    });
    written.await?
}
