//! Leave: the agent's own, what the agent validates, and who is away; knows no page and brings no file.

use super::answer::ApiError;
use super::client::Client;
use crate::contract::endpoint::{self, segment};
use crate::contract::leave::{
    ApprovalState, LeaveApprovals, LeaveBalances, LeaveCalendar, LeaveCancellation, LeaveDays,
    LeaveDecision, LeaveKinds, LeavePreview, LeaveQuestion, LeaveRequest, LeaveRequests,
};
use crate::rules::leave_filter::LeaveFilter;
use crate::rules::leave_request::ValidLeaveRequest;
use chrono::NaiveDate;

/// The kinds of leave that can be asked for.
///
/// # Errors
///
/// Why there is nothing to show.
pub async fn kinds(client: &Client) -> Result<LeaveKinds, ApiError> {
    client.get(endpoint::LEAVE_KINDS).await
}

/// The agent's rights.
///
/// # Errors
///
/// Why there is nothing to show.
pub async fn balances(client: &Client) -> Result<LeaveBalances, ApiError> {
    client.get(endpoint::LEAVE_BALANCES).await
}

/// Days off and the agent's own leave, from one day to another.
///
/// # Errors
///
/// Why there is nothing to show.
pub async fn days(client: &Client, from: NaiveDate, to: NaiveDate) -> Result<LeaveDays, ApiError> {
    let path = format!("{}?from={from}&to={to}", endpoint::LEAVE_DAYS);
    client.get(&path).await
}

/// What would come of a request, which is not made.
///
/// # Errors
///
/// Why nobody can tell; it changes nothing, so that it is never [`ApiError::OutcomeUnknown`].
pub async fn preview(client: &Client, question: &LeaveQuestion) -> Result<LeavePreview, ApiError> {
    client.look(endpoint::LEAVE_PREVIEW, question).await
}

/// One page of the agent's requests.
///
/// # Errors
///
/// Why there is nothing to show.
pub async fn list(
    client: &Client,
    filter: LeaveFilter,
    cursor: Option<&str>,
) -> Result<LeaveRequests, ApiError> {
    let path = with_cursor(endpoint::LEAVE_REQUESTS, filter.query(), cursor);
    client.get(&path).await
}

/// One request, the agent's own or one that the agent validates.
///
/// # Errors
///
/// Why there is nothing to show.
pub async fn get(client: &Client, id: &str) -> Result<LeaveRequest, ApiError> {
    client.get(&endpoint::leave_request(id)).await
}

/// Asks for leave; with the same `key` it is asked for once, however often this is called.
///
/// # Errors
///
/// Why not; [`ApiError::OutcomeUnknown`] when the answer was lost: `operations::get` tells what became of it.
pub async fn ask(
    client: &Client,
    request: &ValidLeaveRequest,
    key: &str,
) -> Result<LeaveRequest, ApiError> {
    client
        .send_once(endpoint::LEAVE_REQUESTS, request.body(), key)
        .await
}

/// Takes a request back while it waits.
///
/// # Errors
///
/// Why not; [`ApiError::OutcomeUnknown`] when the answer was lost: the request read again tells what became of it.
pub async fn cancel(client: &Client, id: &str, revision: &str) -> Result<LeaveRequest, ApiError> {
    client
        .take_back(&endpoint::leave_request(id), revision)
        .await
}

/// Asks that granted leave be cancelled.
///
/// # Errors
///
/// Why not; [`ApiError::OutcomeUnknown`] when the answer was lost: the request read again tells what became of it.
pub async fn ask_cancellation(
    client: &Client,
    id: &str,
    revision: &str,
    cancellation: &LeaveCancellation,
) -> Result<LeaveRequest, ApiError> {
    let path = endpoint::leave_cancellation(id);
    client.change(&path, cancellation, revision).await
}

/// One page of what the agent validates.
///
/// # Errors
///
/// Why there is nothing to show.
pub async fn approvals(
    client: &Client,
    state: ApprovalState,
    cursor: Option<&str>,
) -> Result<LeaveApprovals, ApiError> {
    let query = match state {
        ApprovalState::Waiting => "",
        ApprovalState::Decided => "state=decided",
    };
    let path = with_cursor(endpoint::LEAVE_APPROVALS, query.to_owned(), cursor);
    client.get(&path).await
}

/// Grants or refuses what a request waits for.
///
/// # Errors
///
/// Why not; [`ApiError::OutcomeUnknown`] when the answer was lost: the request read again tells what became of it.
pub async fn decide(
    client: &Client,
    id: &str,
    revision: &str,
    decision: &LeaveDecision,
) -> Result<LeaveRequest, ApiError> {
    let path = endpoint::leave_decision(id);
    client.change(&path, decision, revision).await
}

/// Takes the agent's own decision back.
///
/// # Errors
///
/// Why not; [`ApiError::OutcomeUnknown`] when the answer was lost: the request read again tells what became of it.
pub async fn undo_decision(
    client: &Client,
    id: &str,
    revision: &str,
) -> Result<LeaveRequest, ApiError> {
    let path = endpoint::leave_decision(id);
    client.take_back(&path, revision).await
}

/// Who is away, from one day to another.
///
/// # Errors
///
/// Why there is nothing to show.
pub async fn calendar(
    client: &Client,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<LeaveCalendar, ApiError> {
    let path = format!("{}?from={from}&to={to}", endpoint::LEAVE_CALENDAR);
    client.get(&path).await
}

fn with_cursor(path: &str, query: String, cursor: Option<&str>) -> String {
    let mut pairs = vec![query];
    pairs.extend(cursor.map(|cursor| format!("cursor={}", segment(cursor))));
    pairs.retain(|pair| !pair.is_empty());
    match pairs.join("&") {
        none if none.is_empty() => path.to_owned(),
        query => format!("{path}?{query}"),
    }
}
