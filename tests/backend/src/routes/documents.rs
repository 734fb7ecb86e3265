//! `/documents`: the agent's own, to read; knows those of no other agent.

use crate::application::Backend;
use crate::caller::Caller;
use crate::clock::Moment;
use crate::content::recipe::{self, Owner};
use crate::file::{self, Asked, File};
use crate::guard::{Current, SignedIn};
use crate::life;
use crate::problem::Refusal;
use crate::request::{JsonObject, Query};
use crate::routes::document_filter::{cursor, of_body, of_query};
use crate::seed::categories::CATEGORIES;
use crate::store::activity::{self, Deed, Item};
use crate::store::document_requests;
use crate::store::documents::{self, Stored, Wanted};
use crate::store::sessions::{self, StoredSession};
use axum::Json;
use axum::extract::{Path, State};
use axum::response::Response;
use nomade::contract::activity::{ActivityCode, ActivityItemKind};
use nomade::contract::documents::{Document, DocumentAction, DocumentCategory, Documents, Purpose};
use nomade::contract::localized::Localized;
use nomade::contract::problem::ProblemCode;
use rusqlite::{Connection, Transaction};
use std::sync::Arc;

/// How many stand on a page.
const PAGE: usize = 50;

/// One page, in the order that is asked for.
///
/// # Errors
/// `invalid_fields` for a category, order or cursor that is none; `signed_out`, `consent_required`, `module_off`.
pub async fn list(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    query: Query,
) -> Result<Json<Documents>, Refusal> {
    is_offered(&backend)?;
    page(&backend, &current, of_query(&query)?).await
}

/// The same of the documents that hold some words, which stand in no address and no log.
///
/// # Errors
/// The same, and what a body can be refused for.
pub async fn search(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    JsonObject(mut body): JsonObject,
) -> Result<Json<Documents>, Refusal> {
    is_offered(&backend)?;
    page(&backend, &current, of_body(&mut body)?).await
}

async fn page(
    backend: &Backend,
    current: &Current,
    wanted: Wanted,
) -> Result<Json<Documents>, Refusal> {
    let now = backend.clock.now();
    let agent_id = current.stored.account.agent.id.clone();
    let sort = wanted.sort;
    let found = backend.store.call(move |database| {
        let transaction = by_now(database, &agent_id, now)?;
        let page = documents::page(&transaction, &agent_id, &wanted, PAGE + 1)?;
        let counts = documents::counts(&transaction, &agent_id)?;
        transaction.commit()?;
        Ok((page, counts))
    });
    let (page, counts) = found.await?;
    // A cursor behind a document that never was.
    let mut items = page.ok_or_else(|| Refusal::fields(&[("cursor", "invalid")]))?;
    let is_last = items.len() <= PAGE;
    items.truncate(PAGE);
    let next_cursor = items
        .last()
        .filter(|_| !is_last)
        .map(|last| cursor(sort, &last.id));
    let categories = CATEGORIES
        .iter()
        .map(|category| {
            let (count, new) = counts
                .iter()
                .find(|(id, ..)| id == category.id)
                .map_or((0, 0), |(_, count, new)| (*count, *new));
            DocumentCategory {
                id: category.id.to_owned(),
                label: Localized {
                    fr: category.fr.to_owned(),
                    en: category.en.to_owned(),
                },
                count,
                new,
            }
        })
        .collect();
    Ok(Json(Documents {
        items,
        categories,
        next_cursor,
    }))
}

/// What is known of one document, which is no longer new then.
///
/// # Errors
/// `not_found` when there is none or it is another agent's; `signed_out`, `consent_required`, `module_off`.
pub async fn read(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    Path(id): Path<String>,
) -> Result<Json<Document>, Refusal> {
    is_offered(&backend)?;
    let now = backend.clock.now();
    let session = current.stored;
    let agent_id = session.account.agent.id.clone();
    let found = backend.store.call(move |database| {
        let transaction = by_now(database, &agent_id, now)?;
        documents::open(&transaction, &agent_id, &id, now)?;
        let found = documents::find(&transaction, &agent_id, &id)?;
        transaction.commit()?;
        Ok(found)
    });
    let stored = found.await?.ok_or(ProblemCode::NotFound)?;
    Ok(Json(Document {
        actions: actions(&session, &stored.document.summary.media_type),
        ..stored.document
    }))
}

/// The file of one document, whole or in part, under a name that says its day and nothing of its title; the journal says
/// that it was viewed or downloaded.
///
/// # Errors
/// `action_refused` to be saved from a shared device; `range_not_satisfiable`; the same as [`read`].
pub async fn content(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    caller: Caller,
    Path(id): Path<String>,
    asked: Asked,
) -> Result<Response, Refusal> {
    is_offered(&backend)?;
    let now = backend.clock.now();
    let agent = current.stored.account.agent.clone();
    let (agent_id, document_id) = (agent.id.clone(), id.clone());
    let found = backend.store.call(move |database| {
        let transaction = by_now(database, &agent_id, now)?;
        let Some(stored) = documents::find(&transaction, &agent_id, &document_id)? else {
            return Ok(None);
        };
        let day = stored.document.summary.issued_on;
        let employment = documents::employment(&transaction, &agent_id, day)?;
        transaction.commit()?;
        Ok(Some((stored, employment)))
    });
    let (stored, employment) = found.await?.ok_or(ProblemCode::NotFound)?;
    let media_type = stored.document.summary.media_type.as_str();
    may(&current.stored, asked.purpose, media_type)?;
    let (file, stored) = made(&backend, stored, Owner { agent, employment }).await?;
    let part = file.part(&asked)?;
    if !asked.is_head {
        let counts_always = part.counts_always(asked.purpose);
        let (current, purpose) = (current.clone(), asked.purpose);
        let written = backend.store.call(move |database| {
            let transaction = database.transaction()?;
            let (agent, summary) = (&current.stored.account.agent, &stored.document.summary);
            documents::open(&transaction, &agent.id, &summary.id, now)?;
            let deed = Deed {
                code: match purpose {
                    Purpose::View => ActivityCode::DocumentViewed,
                    Purpose::Download => ActivityCode::DocumentDownloaded,
                },
                at: now,
                caller: &caller,
                session_id: Some(&current.stored.id),
                item: Some(Item {
                    kind: ActivityItemKind::Document,
                    id: &summary.id,
                    label: &summary.title,
                }),
            };
            activity::record_file(&transaction, &agent.id, &deed, counts_always)?;
            transaction.commit()
        });
        written.await?;
    }
    let still = move || {
        let (backend, session, id) = (backend.clone(), current.stored.clone(), id.clone());
        async move {
            is_still_open(&backend, session, move |database, agent_id| {
                documents::is_there(database, agent_id, &id)
            })
            .await
        }
    };
    Ok(file.answer(&asked, part, still))
}

/// The file, made off the threads that serve requests.
async fn made(backend: &Backend, stored: Stored, owner: Owner) -> Result<(File, Stored), Refusal> {
    let summary = &stored.document.summary;
    let (media_type, id) = (summary.media_type.clone(), summary.id.clone());
    let name = format!("document-{}", summary.issued_on.format("%Y-%m-%d"));
    let (content, stored) = match backend.kept.find(&id) {
        Some(content) => (content, stored),
        None => {
            let make = move || recipe::make(&stored, &owner).map(|content| (content, stored));
            let made = tokio::task::spawn_blocking(make).await;
            let (content, stored) = made
                .unwrap_or_else(|error| Err(error.to_string()))
                .map_err(|error| {
                    tracing::error!(error, "a file could not be made");
                    ProblemCode::InternalError
                })?;
            backend.kept.keep(&id, &content);
            (content, stored)
        }
    };
    let file = File {
        content,
        media_type,
        name,
    };
    Ok((file, stored))
}

/// True while that session is open and `holds` what is being read, which is asked of the same moment.
pub async fn is_still_open(
    backend: &Backend,
    session: StoredSession,
    holds: impl FnOnce(&Connection, &str) -> rusqlite::Result<bool> + Send + 'static,
) -> bool {
    let now = backend.clock.now();
    let times = backend.settings.current().portal.session;
    let asked = backend.store.call(move |database| {
        let agent_id = &session.account.agent.id;
        let is_open = sessions::of_agent(database, agent_id)?
            .iter()
            .any(|it| it.id == session.id && !life::is_over(it, &times, now));
        Ok(is_open && holds(database, agent_id)?)
    });
    asked.await.unwrap_or(false)
}

/// A transaction that sees what time has brought the agent.
pub(super) fn by_now<'a>(
    database: &'a mut Connection,
    agent_id: &str,
    now: Moment,
) -> rusqlite::Result<Transaction<'a>> {
    let transaction = database.transaction()?;
    document_requests::advance(&transaction, agent_id, now)?;
    Ok(transaction)
}

/// What a session may do with a file of that type: nothing is taken away from a shared device, and what a browser does not
/// show it saves.
fn actions(session: &StoredSession, media_type: &str) -> Vec<DocumentAction> {
    let purposes = [
        (Purpose::View, DocumentAction::View),
        (Purpose::Download, DocumentAction::Download),
    ];
    let allowed = purposes
        .into_iter()
        .filter(|(purpose, _)| may(session, *purpose, media_type).is_ok());
    allowed.map(|(_, action)| action).collect()
}

/// Refuses what the session may not do with a file.
///
/// # Errors
/// `action_refused`.
pub fn may(session: &StoredSession, purpose: Purpose, media_type: &str) -> Result<(), Refusal> {
    let is_allowed =
        !session.shared_device || (purpose == Purpose::View && file::is_shown(media_type));
    if is_allowed {
        Ok(())
    } else {
        Err(ProblemCode::ActionRefused.into())
    }
}

pub(super) fn is_offered(backend: &Backend) -> Result<(), Refusal> {
    if backend.settings.current().has_module("documents") {
        Ok(())
    } else {
        Err(ProblemCode::ModuleOff.into())
    }
}
