//! `/leave/requests`: the agent's own in a list, one of those that the reader may read, and asking for another.

use crate::application::Backend;
use crate::caller::Caller;
use crate::clock::paris_date;
use crate::guard::SignedIn;
use crate::leave::kinds::Kind;
use crate::leave::obstacles;
use crate::once::{Key, alone, once};
use crate::problem::Refusal;
use crate::request::{Fields, JsonObject, Query};
use crate::routes::leave::filter::of_requests;
use crate::routes::leave::told::{label, told};
use crate::routes::leave::{is_offered, wish};
use crate::store::activity::{self, Deed, Item};
use crate::store::leave::changes::{self, weigh};
use crate::store::leave::requests::{self, Request};
use crate::store::leave::validation::Reader;
use crate::store::leave::{attachments, people};
use crate::store::sessions;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use nomade::contract::activity::{ActivityCode, ActivityItemKind};
use nomade::contract::leave::{
    AttachmentNeed, LONGEST_LEAVE_COMMENT, LeavePeriod, LeaveRequest, LeaveRequests,
};
use nomade::contract::operation::OperationResource;
use nomade::contract::problem::ProblemCode;
use rusqlite::Connection;
use std::sync::Arc;

/// How many stand on a page.
const PAGE: usize = 50;

/// One page of the agent's requests, the latest first day first.
///
/// # Errors
/// `invalid_fields` for a year, state or cursor that is none; `signed_out`, `consent_required`, `module_off`.
pub async fn list(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    query: Query,
) -> Result<Json<LeaveRequests>, Refusal> {
    is_offered(&backend)?;
    let agent_id = current.stored.account.agent.id;
    let (wanted, cursors) = of_requests(&query, (&backend.name_key, &agent_id))?;
    let asking = agent_id.clone();
    let found = backend.store.call(move |database| {
        let transaction = database.transaction()?;
        let person = people::of_agent(&transaction, &asking)?;
        let page = requests::page(&transaction, person.seq, &wanted, PAGE + 1)?;
        Ok((page, requests::years(&transaction, person.seq)?))
    });
    let (mut page, years) = found.await?;
    let is_last = page.len() <= PAGE;
    page.truncate(PAGE);
    let last = page.last().filter(|_| !is_last);
    Ok(Json(LeaveRequests {
        next_cursor: last.map(|it| cursors.of_day((it.period.from, it.seq))),
        items: page.iter().map(Request::summary).collect(),
        years,
    }))
}

/// One request, as its reader may see it.
///
/// # Errors
/// `not_found` when there is none, or it is none of the reader's; `signed_out`, `consent_required`, `module_off`.
pub async fn read(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    Path(id): Path<String>,
) -> Result<Json<LeaveRequest>, Refusal> {
    is_offered(&backend)?;
    let now = backend.clock.now();
    let found = backend.store.call(move |database| {
        let transaction = database.transaction()?;
        let session = &current.stored;
        let reader = Reader::of_agent(&transaction, &session.account.agent.id, now)?;
        let Some(request) = reader.find(&transaction, &id)? else {
            return Ok(None);
        };
        told(&transaction, (&reader, session.shared_device), &request).map(Some)
    });
    Ok(Json(found.await?.ok_or(ProblemCode::NotFound)?))
}

/// Asks for leave, once for each key; the journal says so. Repeated, it answers with the request as it is by then.
///
/// # Errors
/// `invalid_request` without a key; `invalid_fields` with everything that is wrong, or that stands in the way;
/// `idempotency_conflict`; `signed_out`, `consent_required`, `module_off`.
pub async fn ask(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    caller: Caller,
    key: Key,
    JsonObject(mut body): JsonObject,
) -> Result<(StatusCode, Json<LeaveRequest>), Refusal> {
    is_offered(&backend)?;
    let write = key.names(&backend.name_key, &body);
    let mut fields = Fields::of(&mut body);
    let wish = wish::read(&mut fields);
    let comment = fields.text_or_empty("comment", LONGEST_LEAVE_COMMENT);
    let attachment = fields.text_or_null("attachment", 64);
    fields.done()?;
    let (kind, period) = wish.ok_or_else(|| Refusal::fields(&[("period", "invalid")]))?;
    let now = backend.clock.now();
    let asked = backend.store.call(move |database| {
        let transaction = alone(database)?;
        let (session_id, agent_id) = (&current.stored.id, &current.stored.account.agent.id);
        if !sessions::is_there(&transaction, session_id)? {
            return Ok(Err(ProblemCode::SignedOut.into()));
        }
        let reader = Reader::of_agent(&transaction, agent_id, now)?;
        let id = once(&transaction, agent_id, &write, now, |connection| {
            let wanted = (kind, &period, comment.as_str(), attachment.as_deref());
            let id = match make(connection, &reader, wanted)? {
                Ok(id) => id,
                Err(refusal) => return Ok(Err(refusal)),
            };
            if let Some(request) = requests::find(connection, &id)? {
                let deed = Deed {
                    code: ActivityCode::LeaveRequested,
                    at: now,
                    caller: &caller,
                    session_id: Some(session_id),
                    item: Some(Item {
                        kind: ActivityItemKind::LeaveRequest,
                        id: &id,
                        label: &label(&reader, &request),
                    }),
                };
                activity::record(connection, agent_id, &deed)?;
            }
            Ok(Ok((OperationResource::LeaveRequest, id)))
        })?;
        let id = match id {
            Ok(id) => id,
            Err(refusal) => return Ok(Err(refusal)),
        };
        // What this key has made was taken away since: it makes nothing else.
        let Some(request) = reader.find(&transaction, &id)? else {
            return Ok(Err(ProblemCode::IdempotencyConflict.into()));
        };
        let session = (&reader, current.stored.shared_device);
        let told = told(&transaction, session, &request)?;
        transaction.commit()?;
        Ok(Ok(told))
    });
    Ok((StatusCode::CREATED, Json(asked.await??)))
}

/// Makes a request if nothing stands in its way.
fn make(
    connection: &Connection,
    reader: &Reader,
    (kind, period, comment, attachment): (&Kind, &LeavePeriod, &str, Option<&str>),
) -> rusqlite::Result<Result<String, Refusal>> {
    attachments::forget_unused(connection, reader.now)?;
    let person = &reader.person;
    let weighed = weigh(connection, person, kind, period)?;
    let met = obstacles::of(kind, period, weighed.facts, paris_date(reader.now));
    let mut wrong: Vec<(&str, &str)> = met
        .into_iter()
        .map(|obstacle| ("period", obstacles::code(obstacle)))
        .collect();
    let found = match attachment {
        Some(id) => attachments::unused(connection, person.seq, id)?,
        None => None,
    };
    match (kind.attachment, attachment, found) {
        (AttachmentNeed::Required, None, _) => wrong.push(("attachment", "required")),
        (AttachmentNeed::None, Some(_), _) | (_, Some(_), None) => {
            wrong.push(("attachment", "invalid"));
        }
        _ => {}
    }
    if !wrong.is_empty() {
        return Ok(Err(Refusal::fields(&wrong)));
    }
    let wish = (kind, period);
    changes::ask(
        connection,
        person,
        wish,
        &weighed,
        (comment, found),
        reader.now,
    )
    .map(Ok)
}
