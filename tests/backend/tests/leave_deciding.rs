//! Requests that are decided: level by level, refused, cancelled, taken back, undone; by whom and for which revision.

use crate::activity::page as journal;
use crate::leave::{all, ask, left, read};
use crate::leave_approvals::approvals;
use crate::support::{Answer, Client, backend, signed_in};
use axum::Router;
use axum::http::Method;
use nomade::contract::activity::ActivityCode as Code;
use nomade::contract::leave::{
    LeaveAction as Action, LeaveDeed as Deed, LeaveRequest, LeaveState as State,
};
use serde_json::{Value, json};

/// Sends a change of that request as it was read.
pub async fn change(
    client: &mut Client,
    method: Method,
    below: &str,
    body: Option<Value>,
    request: &LeaveRequest,
) -> Answer {
    let path = format!("/leave/requests/{}{below}", request.summary.id);
    let tag = format!("\"{}\"", request.revision);
    client
        .send_with(method, &path, body, &[("if-match", &tag)])
        .await
}

pub fn told(answer: Answer) -> LeaveRequest {
    serde_json::from_slice(&answer.ok().body).unwrap()
}

pub async fn decide(
    client: &mut Client,
    request: &LeaveRequest,
    outcome: &str,
    reason: &str,
) -> Answer {
    let body = json!({ "outcome": outcome, "reason": reason });
    change(client, Method::POST, "/decision", Some(body), request).await
}

pub async fn undo(client: &mut Client, request: &LeaveRequest) -> Answer {
    change(client, Method::DELETE, "/decision", None, request).await
}

pub async fn cancel(client: &mut Client, request: &LeaveRequest) -> Answer {
    change(client, Method::DELETE, "", None, request).await
}

async fn ask_cancellation(client: &mut Client, request: &LeaveRequest, reason: &str) -> Answer {
    let body = json!({ "reason": reason });
    change(client, Method::POST, "/cancellation", Some(body), request).await
}

pub struct People {
    pub router: Router,
    pub agent: Client,
    pub manager: Client,
    pub adjoint: Client,
    pub direction: Client,
}

pub async fn people() -> People {
    let router = backend().await;
    People {
        agent: signed_in(&router, "agent.demo").await,
        manager: signed_in(&router, "manager.demo").await,
        adjoint: signed_in(&router, "adjoint.demo").await,
        direction: signed_in(&router, "direction.demo").await,
        router,
    }
}

fn deeds(request: &LeaveRequest) -> Vec<Deed> {
    request.trail.iter().map(|step| step.deed).collect()
}

#[tokio::test]
async fn a_request_goes_from_level_to_level_and_is_granted_at_the_last() {
    let mut people = people().await;
    let before = left(&mut people.agent).await;
    let request = ask(&mut people.agent, "annual", "2026-12-14..2026-12-15").await;
    let id = request.summary.id.clone();
    people
        .direction
        .get(&format!("/leave/requests/{id}"))
        .await
        .ok();
    decide(&mut people.direction, &request, "approve", "")
        .await
        .refused(403, "action_refused");
    let seen = read(&mut people.manager, &id).await;
    assert_eq!(seen.actions, [Action::Approve, Action::Refuse]);
    let first = told(decide(&mut people.manager, &seen, "approve", "Bon repos").await);
    assert_eq!(
        (first.summary.state, first.level.n, first.level.of),
        (State::Pending, 2, 2)
    );
    assert_eq!(
        (first.actions.as_slice(), first.revision.as_str()),
        (&[Action::UndoDecision][..], "2")
    );
    assert!(first.undo_until.is_some());
    assert_eq!(first.trail[1].reason.as_deref(), Some("Bon repos"));
    assert_eq!(first.trail[1].level.map(|it| (it.n, it.of)), Some((1, 2)));
    // The other one of the level has nothing more to decide.
    let seen = read(&mut people.adjoint, &id).await;
    assert_eq!((seen.actions, seen.undo_until), (vec![], None));
    let seen = read(&mut people.direction, &id).await;
    let second = told(decide(&mut people.direction, &seen, "approve", "").await);
    assert_eq!((second.summary.state, second.level.n), (State::Approved, 2));
    assert_eq!(second.trail[2].reason, None);
    let own = read(&mut people.agent, &id).await;
    assert_eq!(
        own.actions,
        [Action::AskCancellation, Action::ExportCalendar]
    );
    assert_eq!((own.undo_until, own.revision.as_str()), (None, "3"));
    assert_eq!(deeds(&own), [Deed::Asked, Deed::Approved, Deed::Approved]);
    let after = left(&mut people.agent).await;
    assert_eq!(after[0].1 + after[1].1, before[0].1 + before[1].1 - 4);
    let event = journal(&mut people.manager, "kind=decision")
        .await
        .items
        .swap_remove(0);
    assert_eq!(event.code, Code::LeaveApproved);
    let label = event.item.unwrap().label;
    assert_eq!(
        label,
        "Congés annuels du 14 décembre au 15 décembre 2026, Agent Démo"
    );
}

#[tokio::test]
async fn a_refusal_wants_a_reason_and_gives_everything_back() {
    let mut people = people().await;
    let before = left(&mut people.agent).await;
    let request = ask(&mut people.agent, "rtt", "2026-12-14pm").await;
    for (body, field) in [
        (json!({ "outcome": "refuse", "reason": "" }), "required"),
        (
            json!({ "outcome": "refuse", "reason": " \u{a0}\n" }),
            "required",
        ),
        (
            json!({ "outcome": "refuse", "reason": "x".repeat(501) }),
            "too_long",
        ),
        (
            json!({ "outcome": "approve", "reason": "x".repeat(501) }),
            "too_long",
        ),
        (json!({ "outcome": "refuse" }), "required"),
        (json!({ "outcome": "refuse", "reason": null }), "invalid"),
    ] {
        let answer = change(
            &mut people.manager,
            Method::POST,
            "/decision",
            Some(body),
            &request,
        )
        .await;
        answer.refused(422, "invalid_fields");
        let told = answer.json();
        assert_eq!(
            (&told["fields"][0]["name"], &told["fields"][0]["code"]),
            (&json!("reason"), &json!(field))
        );
    }
    let wrong = json!({ "outcome": "postpone", "reason": "x" });
    let answer = change(
        &mut people.manager,
        Method::POST,
        "/decision",
        Some(wrong),
        &request,
    )
    .await;
    answer.refused(422, "invalid_fields");
    let reason = format!("{}\u{202e}\0\n<b>", "é".repeat(490));
    let refused = told(decide(&mut people.manager, &request, "refuse", &reason).await);
    assert_eq!(
        (refused.summary.state, refused.level.n),
        (State::Refused, 1)
    );
    assert_eq!(refused.trail[1].reason.as_deref(), Some(reason.as_str()));
    assert_eq!(left(&mut people.agent).await, before);
    let own = read(&mut people.agent, &request.summary.id).await;
    assert_eq!((own.actions, own.trail.len()), (vec![], 2));
    let event = journal(&mut people.manager, "kind=decision")
        .await
        .items
        .swap_remove(0);
    assert_eq!(event.code, Code::LeaveRefused);
    assert_eq!(
        event.item.unwrap().label,
        "RTT du 14 décembre 2026 (après-midi), Agent Démo"
    );
    // What was refused can be asked for again.
    ask(&mut people.agent, "rtt", "2026-12-14pm..2026-12-15").await;
}

#[tokio::test]
async fn a_change_is_for_the_revision_that_was_read() {
    let mut people = people().await;
    let request = ask(&mut people.agent, "annual", "2026-12-14").await;
    let path = format!("/leave/requests/{}", request.summary.id);
    for (header, status, code) in [
        (None, 400, "invalid_request"),
        (Some("1"), 400, "invalid_request"),
        (Some("*"), 400, "invalid_request"),
        (Some(""), 400, "invalid_request"),
        (Some("W/\"1\""), 412, "changed_meanwhile"),
        (Some("\"2\""), 412, "changed_meanwhile"),
        (Some("\"01\""), 412, "changed_meanwhile"),
    ] {
        let headers: Vec<_> = header.map(|it| ("if-match", it)).into_iter().collect();
        let answer = people
            .agent
            .send_with(Method::DELETE, &path, None, &headers)
            .await;
        answer.refused(status, code);
    }
    let approved = told(decide(&mut people.manager, &request, "approve", "").await);
    // It has changed, whatever was to be done with it; sent again, the decision is told to be stale too.
    cancel(&mut people.agent, &request)
        .await
        .refused(412, "changed_meanwhile");
    decide(&mut people.manager, &request, "approve", "")
        .await
        .refused(412, "changed_meanwhile");
    undo(&mut people.manager, &request)
        .await
        .refused(412, "changed_meanwhile");
    decide(&mut people.manager, &approved, "refuse", "Non")
        .await
        .refused(403, "action_refused");
    let several = [("if-match", "\"1\", \"2\"")];
    let answer = people
        .agent
        .send_with(Method::DELETE, &path, None, &several)
        .await;
    assert_eq!(told(answer).summary.state, State::Cancelled);
    let cancelled = read(&mut people.agent, &request.summary.id).await;
    cancel(&mut people.agent, &cancelled)
        .await
        .refused(403, "action_refused");
    undo(&mut people.manager, &cancelled)
        .await
        .refused(403, "action_refused");
}

#[tokio::test]
async fn a_cancellation_is_decided_level_by_level_and_gives_everything_back() {
    let mut people = people().await;
    let before = left(&mut people.agent).await;
    let mut request = ask(&mut people.agent, "annual", "2026-12-14..2026-12-15").await;
    request = told(decide(&mut people.manager, &request, "approve", "").await);
    request = told(decide(&mut people.direction, &request, "approve", "").await);
    cancel(&mut people.agent, &request)
        .await
        .refused(403, "action_refused");
    ask_cancellation(&mut people.manager, &request, "")
        .await
        .refused(403, "action_refused");
    let long = ask_cancellation(&mut people.agent, &request, &"x".repeat(501)).await;
    long.refused(422, "invalid_fields");
    request = told(ask_cancellation(&mut people.agent, &request, "Retour avancé.").await);
    assert_eq!(
        (request.summary.state, request.level.n),
        (State::CancellationPending, 1)
    );
    assert_eq!(request.actions, [Action::ExportCalendar]);
    assert_eq!(
        request.trail.last().unwrap().reason.as_deref(),
        Some("Retour avancé.")
    );
    // The leave holds until it is decided: the second level can't undo its own decision any more.
    let seen = read(&mut people.direction, &request.summary.id).await;
    assert_eq!((seen.undo_until, seen.actions), (None, vec![]));
    assert_ne!(left(&mut people.agent).await, before);
    let refused = told(
        decide(
            &mut people.manager,
            &request,
            "refuse",
            "Le planning est établi.",
        )
        .await,
    );
    assert_eq!(
        (refused.summary.state, refused.level.n),
        (State::Approved, 2)
    );
    request = told(ask_cancellation(&mut people.agent, &refused, " ").await);
    assert_eq!(request.trail.last().unwrap().reason, None);
    request = told(decide(&mut people.adjoint, &request, "approve", "").await);
    assert_eq!(
        (request.summary.state, request.level.n),
        (State::CancellationPending, 2)
    );
    request = told(decide(&mut people.direction, &request, "approve", "").await);
    assert_eq!(request.summary.state, State::Cancelled);
    assert_eq!(left(&mut people.agent).await, before);
    let own = read(&mut people.agent, &request.summary.id).await;
    assert_eq!(own.actions, []);
    assert_eq!(
        deeds(&own),
        [
            Deed::Asked,
            Deed::Approved,
            Deed::Approved,
            Deed::CancellationAsked,
            Deed::CancellationRefused,
            Deed::CancellationAsked,
            Deed::CancellationApproved,
            Deed::CancellationApproved,
        ]
    );
    let codes: Vec<_> = journal(&mut people.agent, "kind=decision")
        .await
        .items
        .iter()
        .take(2)
        .map(|it| it.code)
        .collect();
    assert_eq!(codes, [Code::LeaveCancellationRequested; 2]);
    // What is over can't be cancelled any more.
    let past = all(&mut people.agent, "state=approved")
        .await
        .into_iter()
        .find(|it| it.kind == "recovery")
        .unwrap();
    let past = read(&mut people.agent, &past.id).await;
    assert_eq!(past.actions, [Action::ExportCalendar]);
    ask_cancellation(&mut people.agent, &past, "")
        .await
        .refused(403, "action_refused");
}

#[tokio::test]
async fn nobody_validates_their_own_leave_nor_what_is_none_of_theirs() {
    let mut people = people().await;
    let request = ask(&mut people.manager, "annual", "2026-12-14..2026-12-15").await;
    let id = request.summary.id.clone();
    assert_eq!(request.actions, [Action::Cancel, Action::ExportCalendar]);
    assert_eq!(request.level.n, 1);
    for (outcome, reason) in [("approve", ""), ("refuse", "Non")] {
        decide(&mut people.manager, &request, outcome, reason)
            .await
            .refused(403, "action_refused");
    }
    let own = approvals(&mut people.manager, "waiting").await;
    assert!(own.iter().all(|it| it.request.agent.name != "Manager Démo"));
    let theirs = approvals(&mut people.adjoint, "waiting").await;
    assert!(theirs.iter().any(|it| it.request.summary.id == id));
    let granted = told(decide(&mut people.adjoint, &request, "approve", "").await);
    assert_eq!(granted.level.n, 2);
    // Whose only validator is somebody else, above.
    let own = ask(&mut people.direction, "annual", "2026-12-14").await;
    decide(&mut people.direction, &own, "approve", "")
        .await
        .refused(403, "action_refused");
    decide(&mut people.manager, &own, "approve", "")
        .await
        .refused(404, "not_found");
    // A colleague sees nothing of it, and no id tells whether it exists.
    let mut other = signed_in(&people.router, "bientot.demo").await;
    for id in [id.as_str(), "x", "%00", "'%20OR%201=1--", &"x".repeat(500)] {
        let path = format!("/leave/requests/{id}");
        for client in [&mut people.agent, &mut other] {
            client.get(&path).await.refused(404, "not_found");
            let tag = [("if-match", "\"1\"")];
            client
                .send_with(Method::DELETE, &path, None, &tag)
                .await
                .refused(404, "not_found");
            let body = json!({ "outcome": "approve", "reason": "" });
            let below = format!("{path}/decision");
            client
                .send_with(Method::POST, &below, Some(body), &tag)
                .await
                .refused(404, "not_found");
            client
                .send_with(Method::DELETE, &below, None, &tag)
                .await
                .refused(404, "not_found");
            let body = json!({ "reason": "" });
            let below = format!("{path}/cancellation");
            client
                .send_with(Method::POST, &below, Some(body), &tag)
                .await
                .refused(404, "not_found");
        }
    }
}
