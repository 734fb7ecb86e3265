//! Leave when several act at once, and when answers are lost: each thing happens once, and nobody overwrites another.

use crate::leave::{all, ask, ask_with, left, period, read, wish};
use crate::leave_deciding::{decide, told};
use crate::support::{Client, backend, signed_in};
use axum::Router;
use axum::http::Method;
use nomade::contract::leave::{LeaveDeed as Deed, LeaveRequest, LeaveState as State};
use portal_backend::{Backend, Options, router};
use serde_json::json;
use std::collections::BTreeSet;

/// Two processes on the same file, as after a restart that overlaps.
async fn two() -> (tempfile::TempDir, [Router; 2]) {
    let folder = tempfile::tempdir().unwrap();
    let options = Options {
        port: 0,
        database: folder.path().join("portal.sqlite"),
        starts_at: Some("2026-11-22T18:42:00+01:00".parse().unwrap()),
        ..Options::default()
    };
    let first = Backend::open(options.clone()).await.unwrap();
    let second = Backend::open(options).await.unwrap();
    (folder, [&first, &second].map(router))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_managers_who_decide_at_once_one_does_and_the_other_is_told() {
    let (_folder, routers) = two().await;
    let mut agent = signed_in(&routers[0], "agent.demo").await;
    let managers = [
        signed_in(&routers[0], "manager.demo").await,
        signed_in(&routers[1], "adjoint.demo").await,
    ];
    for day in ["2026-11-23", "2026-11-24", "2026-11-26", "2026-11-27"] {
        let request = ask(&mut agent, "annual", day).await;
        let mut tries = Vec::new();
        for number in 0..8 {
            let mut client = managers[number % 2].at(&routers[(number / 2) % 2]);
            let request = request.clone();
            let outcome = if number % 3 == 0 { "refuse" } else { "approve" };
            tries.push(tokio::spawn(async move {
                decide(&mut client, &request, outcome, "Décidé").await
            }));
        }
        let mut done = 0;
        for one in tries {
            let answer = one.await.unwrap();
            if answer.status == 200 {
                done += 1;
            } else {
                answer.refused(412, "changed_meanwhile");
            }
        }
        assert_eq!(done, 1);
        let after = read(&mut agent, &request.summary.id).await;
        assert_eq!((after.trail.len(), after.revision.as_str()), (2, "2"));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_requests_at_once_for_the_same_days_one_is_made() {
    let (_folder, routers) = two().await;
    let client = signed_in(&routers[0], "agent.demo").await;
    let mut reader = client.clone();
    let before = left(&mut reader).await;
    for (same_key, expected) in [(true, 16), (false, 1)] {
        let day = if same_key { "2026-11-23" } else { "2026-11-24" };
        let mut tries = Vec::new();
        for number in 0..16 {
            let mut client = client.at(&routers[number % 2]);
            let key = if same_key {
                "0123456789abcdef".to_owned()
            } else {
                format!("0123456789abcd{number:02}")
            };
            tries.push(tokio::spawn(async move {
                ask_with(&mut client, &key, wish("annual", day)).await
            }));
        }
        let (mut made, mut ids) = (0, BTreeSet::new());
        for one in tries {
            let answer = one.await.unwrap();
            if answer.status == 201 {
                made += 1;
                ids.insert(answer.json()["id"].as_str().unwrap().to_owned());
            } else {
                answer.refused(422, "invalid_fields");
                assert_eq!(answer.json()["fields"][0]["code"], "overlap");
            }
        }
        assert_eq!((made, ids.len()), (expected, 1));
    }
    let after = left(&mut reader).await;
    assert_eq!(before[0].1 + before[1].1 - after[0].1 - after[1].1, 4);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_request_that_is_decided_and_taken_back_at_once_is_one_of_both() {
    let (_folder, routers) = two().await;
    let mut agent = signed_in(&routers[0], "agent.demo").await;
    let mut manager = signed_in(&routers[1], "manager.demo").await;
    for day in ["2026-11-23", "2026-11-24", "2026-11-26", "2026-11-27"] {
        let request = ask(&mut agent, "annual", day).await;
        let (mut one, mut other, seen) = (agent.clone(), manager.clone(), request.clone());
        let cancel = tokio::spawn(async move { delete(&mut one, &seen, "").await });
        let seen = request.clone();
        let refuse = tokio::spawn(async move { decide(&mut other, &seen, "refuse", "Non").await });
        let (cancelled, refused) = (cancel.await.unwrap(), refuse.await.unwrap());
        let both = [cancelled.status.as_u16(), refused.status.as_u16()];
        assert!(both == [200, 412] || both == [412, 200], "{both:?}");
        let after = read(&mut manager, &request.summary.id).await;
        let expected = if both[0] == 200 {
            State::Cancelled
        } else {
            State::Refused
        };
        assert_eq!((after.summary.state, after.trail.len()), (expected, 2));
    }
}

async fn delete(
    client: &mut Client,
    request: &LeaveRequest,
    below: &str,
) -> crate::support::Answer {
    let path = format!("/leave/requests/{}{below}", request.summary.id);
    let tag = format!("\"{}\"", request.revision);
    client
        .send_with(Method::DELETE, &path, None, &[("if-match", &tag)])
        .await
}

#[tokio::test]
async fn a_request_whose_answer_is_lost_is_found_by_its_key() {
    let mut client = signed_in(&backend().await, "agent.demo").await;
    for (kind, happened, day) in [
        ("drop", false, "2026-11-23"),
        ("after_commit_drop", true, "2026-11-24"),
    ] {
        let fault = json!({ "method": "POST", "path": "/api/v1/leave/requests", "kind": kind });
        client.post("/test/faults", fault).await.ok();
        let key = format!("0123456789abcdef-{kind}");
        lost(
            &mut client,
            Method::POST,
            "/leave/requests",
            Some(wish("annual", day)),
            ("idempotency-key", &key),
        )
        .await;
        let told = client.get(&format!("/operations/{key}")).await;
        assert_eq!(told.status.is_success(), happened, "{kind}");
        let before = all(&mut client, "").await.len();
        assert_eq!(
            ask_with(&mut client, &key, wish("annual", day))
                .await
                .status,
            201
        );
        assert_eq!(
            all(&mut client, "").await.len() - before,
            usize::from(!happened),
            "{kind}"
        );
    }
}

/// Sends what is answered with nothing.
async fn lost(
    client: &mut Client,
    method: Method,
    path: &str,
    body: Option<serde_json::Value>,
    header: (&str, &str),
) {
    client.send_with(method, path, body, &[header]).await;
}

#[tokio::test]
async fn a_change_whose_answer_is_lost_has_changed_it_and_says_so_when_it_is_sent_again() {
    let router = backend().await;
    let mut agent = signed_in(&router, "agent.demo").await;
    let mut manager = signed_in(&router, "manager.demo").await;
    let request = ask(&mut agent, "annual", "2026-11-23").await;
    let path = format!("/leave/requests/{}", request.summary.id);
    let drop_answer =
        json!({ "method": "*", "path": format!("/api/v1{path}*"), "kind": "after_commit_drop" });
    agent.post("/test/faults", drop_answer.clone()).await.ok();
    let body = json!({ "outcome": "approve", "reason": "" });
    lost(
        &mut manager,
        Method::POST,
        &format!("{path}/decision"),
        Some(body),
        ("if-match", "\"1\""),
    )
    .await;
    decide(&mut manager, &request, "approve", "")
        .await
        .refused(412, "changed_meanwhile");
    let seen = read(&mut manager, &request.summary.id).await;
    assert_eq!(
        (seen.trail[1].deed, seen.trail[1].by.name.as_str()),
        (Deed::Approved, "Manager Démo")
    );
    agent.post("/test/faults", drop_answer).await.ok();
    lost(
        &mut agent,
        Method::DELETE,
        &path,
        None,
        ("if-match", "\"2\""),
    )
    .await;
    delete(&mut agent, &seen, "")
        .await
        .refused(412, "changed_meanwhile");
    assert_eq!(
        read(&mut agent, &request.summary.id).await.summary.state,
        State::Cancelled
    );
}

#[tokio::test]
async fn a_file_whose_answer_is_lost_is_kept_once() {
    let mut client = signed_in(&backend().await, "agent.demo").await;
    let fault = json!({ "method": "POST", "path": "/api/v1/leave/attachments", "kind": "after_commit_drop" });
    client.post("/test/faults", fault).await.ok();
    let key = [("idempotency-key", "0123456789abcdef")];
    let body = || Some(("application/pdf", b"%PDF-1.7".to_vec()));
    client
        .send_bytes(Method::POST, "/leave/attachments", body(), &key)
        .await;
    let told = client.get("/operations/0123456789abcdef").await.ok().json();
    let again = client
        .send_bytes(Method::POST, "/leave/attachments", body(), &key)
        .await;
    assert_eq!(
        (again.status.as_u16(), &again.json()["id"]),
        (201, &told["id"])
    );
}

#[tokio::test]
async fn what_is_written_is_there_after_a_restart() {
    let (folder, routers) = two().await;
    let mut agent = signed_in(&routers[0], "agent.demo").await;
    let request = ask(&mut agent, "annual", "2026-11-23").await;
    let mut manager = signed_in(&routers[0], "manager.demo").await;
    let decided = told(decide(&mut manager, &request, "approve", "").await);
    drop(routers);
    let options = Options {
        port: 0,
        database: folder.path().join("portal.sqlite"),
        starts_at: Some("2026-11-22T18:42:30+01:00".parse().unwrap()),
        ..Options::default()
    };
    let again = router(&Backend::open(options).await.unwrap());
    let mut manager = manager.at(&again);
    let seen = read(&mut manager, &request.summary.id).await;
    assert_eq!(seen.revision, decided.revision);
    // What could be undone still can.
    let undone = told(delete(&mut manager, &seen, "/decision").await);
    assert_eq!((undone.summary.state, undone.level.n), (State::Pending, 1));
    let mut agent = agent.at(&again);
    let body = json!({ "kind": "annual", "period": period("2026-11-23") });
    let told = agent.post("/leave/preview", body).await.ok().json();
    assert_eq!(told["obstacles"], json!(["overlap"]));
}
