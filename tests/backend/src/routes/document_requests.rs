//! `/documents/requests`: the certificates that can be asked for and those that were; knows those of no other agent.

use crate::application::Backend;
use crate::caller::Caller;
use crate::certificates::{self, CERTIFICATES, Certificate};
use crate::guard::SignedIn;
use crate::once::{Key, alone, once};
use crate::problem::Refusal;
use crate::request::{Fields, JsonObject};
use crate::routes::documents::{by_now, is_offered};
use crate::store::activity::{self, Deed, Item};
use crate::store::{document_requests, sessions};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use nomade::contract::activity::{ActivityCode, ActivityItemKind};
use nomade::contract::documents::{DocumentRequest, DocumentRequests, LONGEST_NOTE};
use nomade::contract::operation::OperationResource;
use nomade::contract::problem::ProblemCode;
use std::sync::Arc;

/// What can be asked for, and what the agent has asked for, the latest first.
///
/// # Errors
/// `signed_out`, `consent_required`, `module_off`.
pub async fn list(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
) -> Result<Json<DocumentRequests>, Refusal> {
    is_offered(&backend)?;
    let now = backend.clock.now();
    let agent_id = current.stored.account.agent.id;
    let found = backend.store.call(move |database| {
        let transaction = by_now(database, &agent_id, now)?;
        let items = document_requests::of_agent(&transaction, &agent_id)?;
        transaction.commit()?;
        Ok(items)
    });
    Ok(Json(DocumentRequests {
        kinds: CERTIFICATES.iter().map(Certificate::offered).collect(),
        items: found.await?,
    }))
}

/// Asks for one, once for each key; the journal says so. Repeated, it answers with the request as it is by then.
///
/// # Errors
/// `invalid_request` without a key; `invalid_fields` for a kind that is not offered or a note that is too long;
/// `idempotency_conflict`; `signed_out`, `consent_required`, `module_off`.
pub async fn ask(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    caller: Caller,
    key: Key,
    JsonObject(mut body): JsonObject,
) -> Result<(StatusCode, Json<DocumentRequest>), Refusal> {
    is_offered(&backend)?;
    let write = key.names(&backend.name_key, &body);
    let mut fields = Fields::of(&mut body);
    let kind = fields.text("kind", 32);
    let note = fields.text_or_empty("note", LONGEST_NOTE);
    let certificate = certificates::named(&kind);
    if certificate.is_none() && !kind.is_empty() {
        fields.refuse::<()>("kind", "invalid");
    }
    fields.done()?;
    let certificate = certificate.ok_or_else(|| Refusal::fields(&[("kind", "invalid")]))?;
    let now = backend.clock.now();
    let asked = backend.store.call(move |database| {
        let transaction = alone(database)?;
        let (session_id, agent_id) = (&current.stored.id, &current.stored.account.agent.id);
        if !sessions::is_there(&transaction, session_id)? {
            return Ok(Err(ProblemCode::SignedOut.into()));
        }
        let id = once(&transaction, agent_id, &write, now, |connection| {
            let id = document_requests::add(connection, agent_id, (certificate, &note), now)?;
            let deed = Deed {
                code: ActivityCode::DocumentRequested,
                at: now,
                caller: &caller,
                session_id: Some(session_id),
                item: Some(Item {
                    kind: ActivityItemKind::DocumentRequest,
                    id: &id,
                    label: &certificate.label().fr,
                }),
            };
            activity::record(connection, agent_id, &deed)?;
            Ok(Ok((OperationResource::DocumentRequest, id)))
        })?;
        let id = match id {
            Ok(id) => id,
            Err(refusal) => return Ok(Err(refusal)),
        };
        document_requests::advance(&transaction, agent_id, now)?;
        let request = document_requests::find(&transaction, agent_id, &id)?;
        transaction.commit()?;
        Ok(request.ok_or_else(|| ProblemCode::InternalError.into()))
    });
    Ok((StatusCode::CREATED, Json(asked.await??)))
}
