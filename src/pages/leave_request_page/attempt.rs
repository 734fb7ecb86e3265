//! One try to change a request for leave, and what became of it; knows no page and no signal.

use crate::api;
use crate::api::answer::ApiError;
use crate::api::client::Client;
use crate::browser::deadline;
use crate::components::leave_change::{ChangeFailure, ChangeOutcome};
use crate::contract::leave::{LeaveCancellation, LeaveRequest};
use crate::contract::problem::ProblemCode;
use crate::rules::leave_change::{Became, LeaveChange, became};
use std::time::Duration;

/// A change whose answer was lost may still be on its way: after such pauses the request is read again.
const LATER: [Duration; 2] = [Duration::from_secs(2), Duration::from_secs(4)];

/// What became of it, with the request as it is now.
pub type Ended = Result<(ChangeOutcome, LeaveRequest), ChangeFailure>;

/// Changes the request `id`, known as `revision`, once. Where the answer was lost, or somebody else was first, the request
/// is read again, and says which.
pub async fn change(
    client: &Client,
    id: &str,
    revision: &str,
    change: LeaveChange,
    reason: String,
) -> Ended {
    let answer = match change {
        LeaveChange::Cancel => api::leave::cancel(client, id, revision).await,
        LeaveChange::AskCancellation => {
            let cancellation = LeaveCancellation { reason };
            api::leave::ask_cancellation(client, id, revision, &cancellation).await
        }
    };
    let error = match answer {
        Ok(request) => return Ok((done(change, false), request)),
        Err(error) => error,
    };
    match outdated(&error) {
        Some(is_overtaken) => {
            let now = api::leave::get(client, id).await;
            let now = now.map_err(ChangeFailure::Call)?;
            Ok((settled(change, revision, &now, is_overtaken), now))
        }
        None if error == ApiError::OutcomeUnknown => {
            let now = read_in_time(client, id, revision, change).await?;
            match became(change, revision, &now) {
                Became::Nothing => Err(ChangeFailure::NotMade),
                Became::Made | Became::Other => Ok((settled(change, revision, &now, true), now)),
            }
        }
        None => Err(ChangeFailure::Call(error)),
    }
}

/// Whether what was known of the request is no longer so: `true` when it has changed, `false` when it only is not allowed.
fn outdated(error: &ApiError) -> Option<bool> {
    match error {
        ApiError::Refused(problem) => match problem.code {
            ProblemCode::ChangedMeanwhile => Some(true),
            ProblemCode::ActionRefused => Some(false),
            _ => None,
        },
        _ => None,
    }
}

fn done(change: LeaveChange, after_all: bool) -> ChangeOutcome {
    ChangeOutcome::Done { change, after_all }
}

/// What the request says; an earlier try of the same may have arrived.
fn settled(
    change: LeaveChange,
    revision: &str,
    now: &LeaveRequest,
    is_overtaken: bool,
) -> ChangeOutcome {
    match became(change, revision, now) {
        Became::Made => done(change, true),
        _ if is_overtaken => ChangeOutcome::Overtaken(now.summary.state),
        _ => ChangeOutcome::NotAllowed(now.summary.state),
    }
}

/// The request, once something has become of it or enough time has passed.
async fn read_in_time(
    client: &Client,
    id: &str,
    revision: &str,
    change: LeaveChange,
) -> Result<LeaveRequest, ChangeFailure> {
    for pause in LATER {
        let now = read(client, id).await?;
        if became(change, revision, &now) != Became::Nothing {
            return Ok(now);
        }
        deadline::pause(pause).await;
    }
    read(client, id).await
}

async fn read(client: &Client, id: &str) -> Result<LeaveRequest, ChangeFailure> {
    let now = api::leave::get(client, id).await;
    now.map_err(|error| match error {
        ApiError::SignedOut => ChangeFailure::Call(error),
        _ => ChangeFailure::Lost,
    })
}
