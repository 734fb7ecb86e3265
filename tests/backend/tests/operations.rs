//! Writes that happen once: the same key, another body, two tries at once, and an answer that was lost.

use crate::activity::page as journal;
use crate::document_requests::ask;
use crate::support::{Client, backend, signed_in};
use axum::http::Method;
use portal_backend::Options;
use serde_json::{Value, json};

const KEY: &str = "3kXcV0q-tT8b1xW2mZ_9aQ";

fn salary(note: &str) -> Value {
    json!({ "kind": "salary", "note": note })
}

async fn count(client: &mut Client) -> usize {
    let told = client.get("/documents/requests").await.ok().json();
    told["items"].as_array().unwrap().len()
}

#[tokio::test]
async fn the_same_key_with_the_same_body_gives_the_same_and_makes_nothing_again() {
    let mut client = signed_in(&backend().await, "agent.demo").await;
    let before = count(&mut client).await;
    let first = ask(&mut client, KEY, salary("x")).await;
    let again = ask(&mut client, KEY, salary("x")).await;
    assert_eq!((first.status.as_u16(), again.status.as_u16()), (201, 201));
    assert_eq!(first.json(), again.json());
    let other = ask(&mut client, KEY, salary("y")).await;
    other.refused(409, "idempotency_conflict");
    let other = ask(
        &mut client,
        KEY,
        json!({ "kind": "employment", "note": "x" }),
    )
    .await;
    other.refused(409, "idempotency_conflict");
    assert_eq!(count(&mut client).await, before + 1);
    let decisions = journal(&mut client, "kind=decision").await.items;
    let own = decisions.iter().filter(|event| event.current_session);
    assert_eq!(own.count(), 1);
    let told = client.get(&format!("/operations/{KEY}")).await.ok().json();
    let made = first.json();
    assert_eq!(told["resource"], "document_request");
    assert_eq!((&told["id"], &told["at"]), (&made["id"], &made["asked_at"]));
}

#[tokio::test]
async fn a_repeated_write_answers_with_what_it_made_as_it_is_by_then() {
    let mut client = signed_in(&backend().await, "agent.demo").await;
    let body = json!({ "kind": "employment", "note": "" });
    let first = ask(&mut client, KEY, body.clone()).await.ok().json();
    assert_eq!(first["state"], "received");
    client.wait(60).await;
    let again = ask(&mut client, KEY, body).await;
    assert_eq!(again.status, 201);
    assert_eq!(
        (&again.json()["id"], &again.json()["state"]),
        (&first["id"], &json!("ready"))
    );
}

#[tokio::test]
async fn a_key_is_its_agents_own_and_known_for_a_day() {
    let router = backend().await;
    let mut agent = signed_in(&router, "agent.demo").await;
    let first = ask(&mut agent, KEY, salary("x")).await.ok().json();
    let mut manager = signed_in(&router, "manager.demo").await;
    let path = format!("/operations/{KEY}");
    manager.get(&path).await.refused(404, "not_found");
    let theirs = ask(&mut manager, KEY, salary("another")).await.ok().json();
    assert_ne!(theirs["id"], first["id"]);
    agent.wait(24 * 3_600).await;
    let mut agent = signed_in(&router, "agent.demo").await;
    assert_eq!(agent.get(&path).await.ok().json()["id"], first["id"]);
    let again = ask(&mut agent, KEY, salary("x")).await.ok().json();
    assert_eq!(again["id"], first["id"]);
    agent.wait(25 * 3_600).await;
    let mut agent = signed_in(&router, "agent.demo").await;
    agent.get(&path).await.refused(404, "not_found");
    let anew = ask(&mut agent, KEY, salary("y")).await.ok().json();
    assert_ne!(anew["id"], first["id"]);
}

#[tokio::test]
async fn a_write_without_a_key_or_with_one_that_is_none_is_refused() {
    let mut client = signed_in(&backend().await, "agent.demo").await;
    let before = count(&mut client).await;
    let path = "/documents/requests";
    let answer = client.post(path, salary("")).await;
    answer.refused(400, "invalid_request");
    for key in [
        "",
        "short",
        "fifteen-letters",
        &"x".repeat(65),
        "0123456789abcde!",
        "0123456789abcdé",
    ] {
        let answer = ask(&mut client, key, salary("")).await;
        answer.refused(400, "invalid_request");
    }
    let twice = [("idempotency-key", KEY), ("idempotency-key", KEY)];
    let answer = client
        .send_with(Method::POST, path, Some(salary("")), &twice)
        .await;
    answer.refused(400, "invalid_request");
    assert_eq!(count(&mut client).await, before);
    for nonsense in ["short", "%00", "'%20OR%201=1--", &"x".repeat(500)] {
        let answer = client.get(&format!("/operations/{nonsense}")).await;
        answer.refused(404, "not_found");
    }
}

#[tokio::test]
async fn a_write_that_was_refused_before_it_was_one_has_made_nothing() {
    let mut client = signed_in(&backend().await, "agent.demo").await;
    let token = client.token().map(str::to_owned);
    client.set_token(None);
    let answer = ask(&mut client, KEY, salary("x")).await;
    answer.refused(403, "csrf_refused");
    client.set_token(token.as_deref());
    let origin = [
        ("idempotency-key", KEY),
        ("origin", "https://elsewhere.example"),
    ];
    let path = "/documents/requests";
    let answer = client
        .send_with(Method::POST, path, Some(salary("x")), &origin)
        .await;
    answer.refused(403, "origin_refused");
    let told = client.get(&format!("/operations/{KEY}")).await;
    told.refused(404, "not_found");
}

#[tokio::test]
async fn a_write_whose_answer_is_lost_is_found_by_its_key() {
    let mut client = signed_in(&backend().await, "agent.demo").await;
    let path = "/api/v1/documents/requests";
    for (kind, happened) in [("drop", false), ("after_commit_drop", true)] {
        let fault = json!({ "method": "POST", "path": path, "kind": kind });
        client.post("/test/faults", fault).await.ok();
        let key = format!("{KEY}-{kind}");
        ask(&mut client, &key, salary("x")).await;
        let told = client.get(&format!("/operations/{key}")).await;
        assert_eq!(told.status.is_success(), happened, "{kind}");
        let before = count(&mut client).await;
        ask(&mut client, &key, salary("x")).await.ok();
        let made = count(&mut client).await - before;
        assert_eq!(made, usize::from(!happened), "{kind}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_tries_at_once_one_makes_something() {
    let folder = tempfile::tempdir().unwrap();
    let options = Options {
        port: 0,
        database: folder.path().join("portal.sqlite"),
        ..Options::default()
    };
    let backend = portal_backend::Backend::open(options.clone())
        .await
        .unwrap();
    // Another process on the same file, as after a restart that overlaps.
    let second = portal_backend::Backend::open(options).await.unwrap();
    let routers = [&backend, &second].map(portal_backend::router);
    let client = signed_in(&routers[0], "agent.demo").await;
    let mut tries = Vec::new();
    for number in 0..16 {
        let mut client = client.at(&routers[number % 2]);
        tries.push(tokio::spawn(async move {
            ask(&mut client, KEY, salary("x")).await
        }));
    }
    let mut made = std::collections::BTreeSet::new();
    for one in tries {
        let answer = one.await.unwrap();
        assert_eq!(answer.status, 201, "{}", answer.text());
        made.insert(answer.json()["id"].as_str().unwrap().to_owned());
    }
    assert_eq!(made.len(), 1);
    let mut client = client;
    assert_eq!(count(&mut client).await, 4);
}
