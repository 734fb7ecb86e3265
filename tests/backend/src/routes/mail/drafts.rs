//! `/mail/drafts`: what is being written, kept and read again; each change for one revision of it.

use crate::application::Backend;
use crate::guard::SignedIn;
use crate::if_match::IfMatch;
use crate::once::{Key, once};
use crate::problem::Refusal;
use crate::request::LongJsonObject;
use crate::routes::mail::is_offered;
use crate::routes::mail::written::{self, Wrong};
use crate::store::mail::drafts as stored;
use crate::store::mail::messages;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use nomade::contract::mail::MailDraft;
use nomade::contract::operation::OperationResource;
use nomade::contract::problem::ProblemCode;
use std::sync::Arc;

/// Keeps a new draft, once for each key. Repeated, it answers with the draft as it is by then.
///
/// # Errors
/// `invalid_request` without a key; `invalid_fields` with everything that is wrong; `idempotency_conflict`, also when the draft
/// is gone; `signed_out`, `consent_required`, `module_off`.
pub async fn keep(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    key: Key,
    LongJsonObject(body): LongJsonObject,
) -> Result<(StatusCode, Json<MailDraft>), Refusal> {
    is_offered(&backend)?;
    let write = key.names(&backend.name_key, &body);
    let mut wrong = Wrong::default();
    let written = written::draft(&body, &mut wrong);
    wrong.done()?;
    let kept = super::write(&backend, &current, move |transaction, asking| {
        let agent = asking.agent();
        let id = once(transaction, &agent.id, &write, asking.now, |connection| {
            let files = written::files(connection, &agent.id, &written, (None, false), &mut wrong)?;
            if let Err(refusal) = wrong.done() {
                return Ok(Err(refusal));
            }
            let id = stored::add_new(connection, agent, (&written, &files), asking.now)?;
            Ok(Ok((OperationResource::MailDraft, id)))
        })?;
        let id = match id {
            Ok(id) => id,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let found = stored::find(transaction, &agent.id, &id)?;
        // What this key has made was sent or thrown away since: it makes nothing else.
        Ok(found.ok_or_else(|| ProblemCode::IdempotencyConflict.into()))
    });
    Ok((StatusCode::CREATED, Json(kept.await?.draft)))
}

/// One draft.
///
/// # Errors
/// `not_found` when there is none, it is another agent's, or it was sent; `signed_out`, `consent_required`, `module_off`.
pub async fn read(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    Path(id): Path<String>,
) -> Result<Json<MailDraft>, Refusal> {
    is_offered(&backend)?;
    let found = super::read(&backend, &current, move |connection, asking| {
        stored::find(connection, &asking.agent().id, &id)
    });
    Ok(Json(found.await?.ok_or(ProblemCode::NotFound)?.draft))
}

/// Keeps a draft as it is now. One that was in the trash is a draft again.
///
/// # Errors
/// `not_found`; `changed_meanwhile` for another revision; `invalid_request` without one; `invalid_fields` with everything that
/// is wrong; `signed_out`, `consent_required`, `module_off`.
pub async fn change(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    Path(id): Path<String>,
    if_match: IfMatch,
    LongJsonObject(body): LongJsonObject,
) -> Result<Json<MailDraft>, Refusal> {
    is_offered(&backend)?;
    let mut wrong = Wrong::default();
    let written = written::draft(&body, &mut wrong);
    wrong.done()?;
    let changed = super::write(&backend, &current, move |connection, asking| {
        let agent = asking.agent();
        let draft = match of_revision(stored::find(connection, &agent.id, &id)?, &if_match) {
            Ok(draft) => draft,
            Err(code) => return Ok(Err(code.into())),
        };
        let of = (Some(draft.seq), false);
        let files = written::files(connection, &agent.id, &written, of, &mut wrong)?;
        if let Err(refusal) = wrong.done() {
            return Ok(Err(refusal));
        }
        let what = (&written, files.as_slice());
        stored::put(connection, agent, draft.seq, what, asking.now)?;
        stored::return_to(connection, &agent.id, draft.seq, (&id, asking.now))?;
        let found = stored::find(connection, &agent.id, &id)?;
        Ok(found.ok_or_else(|| ProblemCode::NotFound.into()))
    });
    Ok(Json(changed.await?.draft))
}

/// Throws a draft away, for good.
///
/// # Errors
/// `not_found`; `changed_meanwhile` for another revision; `invalid_request` without one; `signed_out`, `consent_required`,
/// `module_off`.
pub async fn delete(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    Path(id): Path<String>,
    if_match: IfMatch,
) -> Result<StatusCode, Refusal> {
    is_offered(&backend)?;
    let deleted = super::write(&backend, &current, move |connection, asking| {
        let found = stored::find(connection, &asking.agent().id, &id)?;
        match of_revision(found, &if_match) {
            Ok(draft) => messages::delete(connection, draft.seq).map(Ok),
            Err(code) => Ok(Err(code.into())),
        }
    });
    deleted.await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The draft, if it is still of the revision that was read.
fn of_revision(
    found: Option<stored::Stored>,
    if_match: &IfMatch,
) -> Result<stored::Stored, ProblemCode> {
    let draft = found.ok_or(ProblemCode::NotFound)?;
    if if_match.holds(&draft.draft.revision) {
        Ok(draft)
    } else {
        Err(ProblemCode::ChangedMeanwhile)
    }
}
