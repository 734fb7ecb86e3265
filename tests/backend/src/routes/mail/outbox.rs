//! Sending, and `/mail/outbox`: a message goes once for each key, waits, and can be taken back until it has gone.

use crate::application::Backend;
use crate::caller::Caller;
use crate::guard::SignedIn;
use crate::once::{Key, once};
use crate::problem::Refusal;
use crate::request::LongJsonObject;
use crate::routes::mail::told::label;
use crate::routes::mail::written::{self, Wrong};
use crate::routes::mail::{Asking, is_offered};
use crate::store::activity::{self, Deed, Item};
use crate::store::mail::outbox::{self as stored, Stored};
use crate::store::mail::{drafts, messages};
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use nomade::contract::activity::{ActivityCode, ActivityItemKind};
use nomade::contract::mail::{MailSent, MailSentState, NewMailDraft};
use nomade::contract::operation::OperationResource;
use nomade::contract::problem::ProblemCode;
use rusqlite::Connection;
use std::sync::Arc;

/// Sends a message, once for each key; the journal says so. Repeated, it answers with the sending as it is by then.
///
/// # Errors
/// `invalid_request` without a key; `invalid_fields` with everything that is wrong; `idempotency_conflict`; `signed_out`,
/// `consent_required`, `module_off`.
pub async fn send(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    caller: Caller,
    key: Key,
    LongJsonObject(body): LongJsonObject,
) -> Result<(StatusCode, Json<MailSent>), Refusal> {
    is_offered(&backend)?;
    let write = key.names(&backend.name_key, &body);
    let mut wrong = Wrong::default();
    let (written, draft) = written::sending(&body, &mut wrong);
    wrong.done()?;
    let sent = super::write(&backend, &current, move |transaction, asking| {
        let agent_id = &asking.agent().id;
        let id = once(transaction, agent_id, &write, asking.now, |connection| {
            let id = match make(connection, asking, (&written, draft.as_deref()))? {
                Ok(id) => id,
                Err(refusal) => return Ok(Err(refusal)),
            };
            if let Some(sending) = stored::find(connection, agent_id, &id)? {
                let done = (ActivityCode::MailSent, &sending);
                record(connection, asking, &caller, done)?;
            }
            Ok(Ok((OperationResource::MailSending, id)))
        })?;
        let id = match id {
            Ok(id) => id,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let found = stored::find(transaction, agent_id, &id)?;
        Ok(found.ok_or_else(|| ProblemCode::InternalError.into()))
    });
    Ok((StatusCode::CREATED, Json(sent.await?.told)))
}

/// Takes a message on its way if nothing is wrong with it. A draft that is gone does not hold it back: all that it said is here.
fn make(
    connection: &Connection,
    asking: &Asking,
    (written, draft): (&NewMailDraft, Option<&str>),
) -> rusqlite::Result<Result<String, Refusal>> {
    let agent = asking.agent();
    let mut wrong = Wrong::default();
    let draft = match draft {
        Some(id) => drafts::find(connection, &agent.id, id)?,
        None => None,
    };
    let of = (draft.as_ref().map(|it| it.seq), true);
    let files = written::files(connection, &agent.id, written, of, &mut wrong)?;
    if let Some(answer) = &written.answers
        && messages::find(connection, &agent.id, &answer.message)?.is_none()
    {
        wrong.refuse("answers", "not_found");
    }
    if let Err(refusal) = wrong.done() {
        return Ok(Err(refusal));
    }
    let what = (written, files.as_slice());
    stored::send(connection, agent, what, draft.as_ref(), asking.now).map(Ok)
}

/// How far a sending is.
///
/// # Errors
/// `not_found` when there is none, or it is another agent's; `signed_out`, `consent_required`, `module_off`.
pub async fn read(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    Path(id): Path<String>,
) -> Result<Json<MailSent>, Refusal> {
    is_offered(&backend)?;
    let found = super::read(&backend, &current, move |connection, asking| {
        stored::find(connection, &asking.agent().id, &id)
    });
    Ok(Json(found.await?.ok_or(ProblemCode::NotFound)?.told))
}

/// Takes a message back that waits; the journal says so. Twice is the same.
///
/// # Errors
/// `not_found`; `action_refused` when it has gone; `signed_out`, `consent_required`, `module_off`.
pub async fn take_back(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    caller: Caller,
    Path(id): Path<String>,
) -> Result<Json<MailSent>, Refusal> {
    is_offered(&backend)?;
    let taken = super::write(&backend, &current, move |connection, asking| {
        let agent_id = &asking.agent().id;
        let Some(sending) = stored::find(connection, agent_id, &id)? else {
            return Ok(Err(ProblemCode::NotFound.into()));
        };
        match sending.told.state {
            MailSentState::Undone => return Ok(Ok(sending)),
            MailSentState::Waiting => {}
            MailSentState::Sent | MailSentState::Unknown => {
                return Ok(Err(ProblemCode::ActionRefused.into()));
            }
        }
        stored::undo(connection, agent_id, &sending, asking.now)?;
        let done = (ActivityCode::MailSendingUndone, &sending);
        record(connection, asking, &caller, done)?;
        let found = stored::find(connection, agent_id, &id)?;
        Ok(found.ok_or_else(|| ProblemCode::NotFound.into()))
    });
    Ok(Json(taken.await?.told))
}

fn record(
    connection: &Connection,
    asking: &Asking,
    caller: &Caller,
    (code, sending): (ActivityCode, &Stored),
) -> rusqlite::Result<()> {
    let label = label(&sending.subject);
    let deed = Deed {
        code,
        at: asking.now,
        caller,
        session_id: Some(&asking.session.id),
        item: sending.message.as_ref().map(|(_, id)| Item {
            kind: ActivityItemKind::MailMessage,
            id,
            label: &label,
        }),
    };
    activity::record(connection, &asking.agent().id, &deed)
}
