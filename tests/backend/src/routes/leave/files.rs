//! The files of a request: what the agent attached, and the request as a calendar file; under names that say a day and no more.

use crate::application::Backend;
use crate::caller::Caller;
use crate::clock::Moment;
use crate::content::Content;
use crate::file::{Asked, AskedToSave, File};
use crate::guard::{Current, SignedIn};
use crate::leave::calendar_file;
use crate::problem::Refusal;
use crate::routes::documents::is_still_open;
use crate::routes::leave::is_offered;
use crate::routes::leave::told::{label, told};
use crate::store::activity::{self, Deed, Item};
use crate::store::leave::attachments;
use crate::store::leave::requests::Request;
use crate::store::leave::validation::Reader;
use axum::extract::{Path, State};
use axum::response::Response;
use nomade::contract::activity::{ActivityCode, ActivityItemKind};
use nomade::contract::documents::Purpose;
use nomade::contract::leave::LeaveAction;
use nomade::contract::problem::ProblemCode;
use rusqlite::Connection;
use std::sync::Arc;

/// What the agent attached, whole or in part; the journal says that it was viewed or downloaded.
///
/// # Errors
/// `not_found` when there is no such request, it is none of the reader's, or nothing is attached; `action_refused` to be saved
/// from a shared device; `range_not_satisfiable`; `signed_out`, `consent_required`, `module_off`.
pub async fn attachment(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    caller: Caller,
    Path(id): Path<String>,
    asked: Asked,
) -> Result<Response, Refusal> {
    is_offered(&backend)?;
    let action = match asked.purpose {
        Purpose::View => LeaveAction::ViewAttachment,
        Purpose::Download => LeaveAction::DownloadAttachment,
    };
    let make = |connection: &Connection, request: &Request| {
        let Some(attached) = &request.attachment else {
            return Ok(None);
        };
        let bytes = attachments::bytes(connection, &attached.id)?;
        Ok(bytes.map(|bytes| File {
            content: Content::of(bytes),
            media_type: attached.media_type.clone(),
            name: format!("justificatif-{}", request.period.from),
        }))
    };
    answer(backend, (current, caller), (id, action), asked, make).await
}

/// The agent's own request as a calendar file, always to be saved; the journal says so.
///
/// # Errors
/// `not_found`; `action_refused` when it was refused or cancelled, is a colleague's, or from a shared device;
/// `range_not_satisfiable`; `signed_out`, `consent_required`, `module_off`.
pub async fn calendar_file(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    caller: Caller,
    Path(id): Path<String>,
    AskedToSave(asked): AskedToSave,
) -> Result<Response, Refusal> {
    is_offered(&backend)?;
    let action = LeaveAction::ExportCalendar;
    let make = |_: &Connection, request: &Request| {
        let text = calendar_file::write(
            &request.id,
            &request.period,
            request.standing.state,
            request.asked_at,
        );
        Ok(Some(File {
            content: Content::of(text),
            media_type: calendar_file::MEDIA_TYPE.to_owned(),
            name: format!("conge-{}", request.period.from),
        }))
    };
    answer(backend, (current, caller), (id, action), asked, make).await
}

/// The file that `make` makes of the request, if that is an action of it in this session.
async fn answer(
    backend: Arc<Backend>,
    (current, caller): (Current, Caller),
    (id, action): (String, LeaveAction),
    asked: Asked,
    make: impl FnOnce(&Connection, &Request) -> rusqlite::Result<Option<File>> + Send + 'static,
) -> Result<Response, Refusal> {
    let now = backend.clock.now();
    let (session, request_id) = (current.stored.clone(), id.clone());
    let found = backend.store.call(move |database| {
        let transaction = database.transaction()?;
        let reader = Reader::of_agent(&transaction, &session.account.agent.id, now)?;
        let Some(request) = reader.find(&transaction, &request_id)? else {
            return Ok(Err(ProblemCode::NotFound));
        };
        let Some(file) = make(&transaction, &request)? else {
            return Ok(Err(ProblemCode::NotFound));
        };
        let told = told(&transaction, (&reader, session.shared_device), &request)?;
        if !told.actions.contains(&action) {
            return Ok(Err(ProblemCode::ActionRefused));
        }
        Ok(Ok((file, label(&reader, &request))))
    });
    let (file, label) = found.await??;
    let part = file.part(&asked)?;
    if !asked.is_head {
        let counts_always = part.counts_always(asked.purpose);
        let (session, purpose) = (current.stored.clone(), asked.purpose);
        let request_id = id.clone();
        let written = backend.store.call(move |database| {
            let transaction = database.transaction()?;
            let deed = Deed {
                code: match purpose {
                    Purpose::View => ActivityCode::LeaveFileViewed,
                    Purpose::Download => ActivityCode::LeaveFileDownloaded,
                },
                at: now,
                caller: &caller,
                session_id: Some(&session.id),
                item: Some(Item {
                    kind: ActivityItemKind::LeaveRequest,
                    id: &request_id,
                    label: &label,
                }),
            };
            activity::record_file(
                &transaction,
                &session.account.agent.id,
                &deed,
                counts_always,
            )?;
            transaction.commit()
        });
        written.await?;
    }
    let still = move || {
        let (backend, session, id) = (backend.clone(), current.stored.clone(), id.clone());
        async move {
            let now = backend.clock.now();
            is_still_open(&backend, session, move |database, agent_id| {
                is_readable(database, (agent_id, now), &id)
            })
            .await
        }
    };
    Ok(file.answer(&asked, part, still))
}

fn is_readable(
    connection: &Connection,
    (agent_id, now): (&str, Moment),
    id: &str,
) -> rusqlite::Result<bool> {
    let reader = Reader::of_agent(connection, agent_id, now)?;
    Ok(reader.find(connection, id)?.is_some())
}
