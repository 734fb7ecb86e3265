//! `POST /leave/attachments`: a file for a request, brought before it; knows its type and its bytes and no name.

use crate::application::Backend;
use crate::guard::SignedIn;
use crate::leave::kinds::{LARGEST, is_of_type, media_type};
use crate::once::{Key, alone, once};
use crate::problem::Refusal;
use crate::routes::leave::is_offered;
use crate::store::leave::{attachments, people};
use crate::store::sessions;
use crate::upload::Upload;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use nomade::contract::leave::LeaveAttachment;
use nomade::contract::operation::OperationResource;
use nomade::contract::problem::ProblemCode;
use std::sync::Arc;

/// Keeps a file for the agent's next request, once for each key; without a request it is deleted after a day.
///
/// # Errors
/// `invalid_request` without a key; `unsupported_media_type`, `payload_too_large`; `invalid_fields` when its bytes are not of
/// the type that it is said to be of; `idempotency_conflict`; `signed_out`, `consent_required`, `module_off`.
pub async fn bring(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    key: Key,
    upload: Upload,
) -> Result<(StatusCode, Json<LeaveAttachment>), Refusal> {
    is_offered(&backend)?;
    let media_type = media_type(&upload.media_type).ok_or(ProblemCode::UnsupportedMediaType)?;
    let bytes = upload.read(LARGEST).await?;
    if !is_of_type(&bytes, media_type) {
        return Err(Refusal::fields(&[("file", "invalid")]));
    }
    let write = key.names_bytes(&backend.name_key, &[media_type.as_bytes(), &bytes]);
    let now = backend.clock.now();
    let kept = backend.store.call(move |database| {
        let transaction = alone(database)?;
        let (session_id, agent_id) = (&current.stored.id, &current.stored.account.agent.id);
        if !sessions::is_there(&transaction, session_id)? {
            return Ok(Err(ProblemCode::SignedOut.into()));
        }
        attachments::forget_unused(&transaction, now)?;
        let person = people::of_agent(&transaction, agent_id)?.seq;
        let id = once(&transaction, agent_id, &write, now, |connection| {
            let id = attachments::add(connection, person, (media_type, &bytes), now)?;
            Ok(Ok((OperationResource::LeaveAttachment, id)))
        })?;
        let id = match id {
            Ok(id) => id,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let kept = attachments::find(&transaction, person, &id)?;
        transaction.commit()?;
        Ok(kept.ok_or_else(|| ProblemCode::InternalError.into()))
    });
    Ok((StatusCode::CREATED, Json(kept.await??)))
}
