//! What is done to a request that was read: taken back, asked to be cancelled, decided, undone; each for one revision of it.

use crate::application::Backend;
use crate::caller::Caller;
use crate::guard::{Current, SignedIn};
use crate::if_match::IfMatch;
use crate::once::alone;
use crate::problem::Refusal;
use crate::request::{Fields, JsonObject};
use crate::routes::leave::is_offered;
use crate::routes::leave::told::{label, revision, told};
use crate::store::activity::{self, Deed, Item};
use crate::store::leave::changes;
use crate::store::leave::requests::Request;
use crate::store::leave::validation::Reader;
use crate::store::sessions;
use axum::Json;
use axum::extract::{Path, State};
use nomade::contract::activity::{ActivityCode, ActivityItemKind};
use nomade::contract::leave::{LONGEST_LEAVE_REASON, LeaveOutcome, LeaveRequest, LeaveState};
use nomade::contract::problem::ProblemCode;
use rusqlite::Connection;
use std::sync::Arc;

/// Takes the agent's own request back while it waits.
///
/// # Errors
/// `not_found`; `changed_meanwhile` for another revision; `action_refused` when it does not wait, or is a colleague's;
/// `invalid_request` without a revision; `signed_out`, `consent_required`, `module_off`.
pub async fn cancel(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    caller: Caller,
    Path(id): Path<String>,
    if_match: IfMatch,
) -> Result<Json<LeaveRequest>, Refusal> {
    is_offered(&backend)?;
    let code = |_: &Request| ActivityCode::LeaveCancelled;
    change(
        &backend,
        (current, caller),
        (id, if_match),
        code,
        changes::take_back,
    )
    .await
}

/// Asks that the agent's own granted leave be cancelled.
///
/// # Errors
/// The same as [`cancel`]; `invalid_fields` for a reason that is too long.
pub async fn ask_cancellation(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    caller: Caller,
    Path(id): Path<String>,
    if_match: IfMatch,
    JsonObject(mut body): JsonObject,
) -> Result<Json<LeaveRequest>, Refusal> {
    is_offered(&backend)?;
    let mut fields = Fields::of(&mut body);
    let reason = fields.text_or_empty("reason", LONGEST_LEAVE_REASON);
    fields.done()?;
    let code = |_: &Request| ActivityCode::LeaveCancellationRequested;
    let ask = move |connection: &Connection, reader: &Reader, request: &Request| {
        changes::ask_cancellation(connection, reader, request, &reason)
    };
    change(&backend, (current, caller), (id, if_match), code, ask).await
}

/// Grants or refuses what a colleague's request waits for.
///
/// # Errors
/// The same as [`cancel`]; `invalid_fields` for a refusal without a reason, or with one that is too long.
pub async fn decide(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    caller: Caller,
    Path(id): Path<String>,
    if_match: IfMatch,
    JsonObject(mut body): JsonObject,
) -> Result<Json<LeaveRequest>, Refusal> {
    is_offered(&backend)?;
    let mut fields = Fields::of(&mut body);
    let outcome =
        outcome(&fields.text("outcome", 32)).or_else(|| fields.refuse("outcome", "invalid"));
    let reason = fields.text_or_empty("reason", LONGEST_LEAVE_REASON);
    if outcome == Some(LeaveOutcome::Refuse) && reason.trim().is_empty() && fields.is_sound() {
        fields.refuse::<()>("reason", "required");
    }
    fields.done()?;
    let outcome = outcome.ok_or_else(|| Refusal::fields(&[("outcome", "invalid")]))?;
    let code = move |request: &Request| {
        let is_cancellation = request.standing.state == LeaveState::CancellationPending;
        match (outcome, is_cancellation) {
            (LeaveOutcome::Approve, false) => ActivityCode::LeaveApproved,
            (LeaveOutcome::Refuse, false) => ActivityCode::LeaveRefused,
            (LeaveOutcome::Approve, true) => ActivityCode::LeaveCancellationApproved,
            (LeaveOutcome::Refuse, true) => ActivityCode::LeaveCancellationRefused,
        }
    };
    let decide = move |connection: &Connection, reader: &Reader, request: &Request| {
        changes::decide(connection, reader, request, (outcome, &reason))
    };
    change(&backend, (current, caller), (id, if_match), code, decide).await
}

/// Takes the reader's own decision back, as long as it can be.
///
/// # Errors
/// The same as [`cancel`].
pub async fn undo(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    caller: Caller,
    Path(id): Path<String>,
    if_match: IfMatch,
) -> Result<Json<LeaveRequest>, Refusal> {
    is_offered(&backend)?;
    let code = |_: &Request| ActivityCode::LeaveDecisionUndone;
    change(
        &backend,
        (current, caller),
        (id, if_match),
        code,
        changes::undo,
    )
    .await
}

/// The outcome of that name.
pub(in crate::routes) fn outcome(name: &str) -> Option<LeaveOutcome> {
    match name {
        "approve" => Some(LeaveOutcome::Approve),
        "refuse" => Some(LeaveOutcome::Refuse),
        _ => None,
    }
}

/// Does that to the request if it is still of the revision that was read and its reader may; the journal says so. Nobody
/// writes at the same time: of two who decide at once one does, and the other is told that it has changed.
async fn change<Code, Act>(
    backend: &Backend,
    (current, caller): (Current, Caller),
    (id, if_match): (String, IfMatch),
    code: Code,
    act: Act,
) -> Result<Json<LeaveRequest>, Refusal>
where
    Code: FnOnce(&Request) -> ActivityCode + Send + 'static,
    Act: FnOnce(&Connection, &Reader, &Request) -> rusqlite::Result<bool> + Send + 'static,
{
    let now = backend.clock.now();
    let changed = backend.store.call(move |database| {
        let transaction = alone(database)?;
        let (session, agent_id) = (&current.stored, &current.stored.account.agent.id);
        if !sessions::is_there(&transaction, &session.id)? {
            return Ok(Err(ProblemCode::SignedOut));
        }
        let reader = Reader::of_agent(&transaction, agent_id, now)?;
        let Some(request) = reader.find(&transaction, &id)? else {
            return Ok(Err(ProblemCode::NotFound));
        };
        if !if_match.holds(&revision(&request)) {
            return Ok(Err(ProblemCode::ChangedMeanwhile));
        }
        if !act(&transaction, &reader, &request)? {
            return Ok(Err(ProblemCode::ActionRefused));
        }
        let deed = Deed {
            code: code(&request),
            at: now,
            caller: &caller,
            session_id: Some(&session.id),
            item: Some(Item {
                kind: ActivityItemKind::LeaveRequest,
                id: &id,
                label: &label(&reader, &request),
            }),
        };
        activity::record(&transaction, agent_id, &deed)?;
        let Some(request) = reader.find(&transaction, &id)? else {
            return Ok(Err(ProblemCode::NotFound));
        };
        let told = told(&transaction, (&reader, session.shared_device), &request)?;
        transaction.commit()?;
        Ok(Ok(told))
    });
    Ok(Json(changed.await??))
}
