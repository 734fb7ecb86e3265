//! One decision, and what became of it whatever happened to its answer; knows no page and no signal.

use crate::api;
use crate::api::answer::ApiError;
use crate::api::client::Client;
use crate::browser::deadline;
use crate::components::leave_decision_verdict::Verdict;
use crate::contract::leave::LeaveRequest;
use crate::contract::problem::ProblemCode;
use crate::rules::leave_decision::{Became, DecisionAct, became, decision, is_cancellation};
use std::time::Duration;

/// A lost answer's decision may still be on its way: after such pauses the request is read again.
const LATER: [Duration; 2] = [Duration::from_secs(2), Duration::from_secs(4)];

/// What came of a decision, and the request as it is now, where that is known.
#[derive(Clone, Debug)]
pub struct Settled {
    /// What came of it.
    pub verdict: Verdict,
    /// The request.
    pub request: Option<LeaveRequest>,
}

/// Decides on `before` once. Where the answer was lost or the request had changed, it is read again, and what is told is
/// what the portal has: never a guess.
pub async fn decide(
    client: &Client,
    before: &LeaveRequest,
    act: DecisionAct,
    reason: &str,
) -> Settled {
    let (id, revision) = (&before.summary.id, &before.revision);
    let answer = match act.outcome() {
        Some(outcome) => api::leave::decide(client, id, revision, &decision(outcome, reason)).await,
        None => api::leave::undo_decision(client, id, revision).await,
    };
    match answer {
        Ok(request) => done(before, act, request, false),
        Err(error) if error == ApiError::OutcomeUnknown || is_stale(&error) => {
            look(client, before, act, error).await
        }
        Err(error) => Settled {
            verdict: Verdict::Failed(act, error),
            request: None,
        },
    }
}

fn done(
    before: &LeaveRequest,
    act: DecisionAct,
    request: LeaveRequest,
    after_all: bool,
) -> Settled {
    Settled {
        verdict: Verdict::Done {
            act,
            after_all,
            cancellation: is_cancellation(before),
        },
        request: Some(request),
    }
}

/// True when the request is no longer what the reader saw: changed, decided, or out of time.
fn is_stale(error: &ApiError) -> bool {
    let ApiError::Refused(problem) = error else {
        return false;
    };
    matches!(
        problem.code,
        ProblemCode::ChangedMeanwhile | ProblemCode::ActionRefused
    )
}

/// Reads the request again, as often as a late decision may still arrive.
async fn look(
    client: &Client,
    before: &LeaveRequest,
    act: DecisionAct,
    error: ApiError,
) -> Settled {
    let is_lost = error == ApiError::OutcomeUnknown;
    let mut pauses = LATER.into_iter().filter(|_| is_lost);
    loop {
        let now = match api::leave::get(client, &before.summary.id).await {
            Ok(now) => now,
            Err(why) => {
                let verdict = match why {
                    ApiError::SignedOut => Verdict::Failed(act, why),
                    _ if is_lost => Verdict::Lost(act),
                    _ => Verdict::Failed(act, error),
                };
                return Settled {
                    verdict,
                    request: None,
                };
            }
        };
        let verdict = match became(act, before, &now) {
            Became::Recorded => return done(before, act, now, true),
            Became::Other => Verdict::Meanwhile(act),
            Became::NotRecorded => {
                if let Some(pause) = pauses.next() {
                    deadline::pause(pause).await;
                    continue;
                }
                match (is_lost, act) {
                    (true, _) => Verdict::NotRecorded(act),
                    (false, DecisionAct::Undo) => Verdict::TooLate,
                    (false, _) => Verdict::Failed(act, error),
                }
            }
        };
        return Settled {
            verdict,
            request: Some(now),
        };
    }
}
