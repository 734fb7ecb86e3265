//! Certificates: asked for, dealt with as time passes, and delivered as documents or refused.

use crate::activity::page as journal;
use crate::documents::{all, titled};
use crate::support::{Answer, Client, backend, signed_in};
use axum::http::Method;
use nomade::contract::activity::ActivityCode;
use nomade::contract::documents::{
    DocumentRequest, DocumentRequestState as State, DocumentRequests,
};
use serde_json::{Value, json};

/// Asks with that key.
pub async fn ask(client: &mut Client, key: &str, body: Value) -> Answer {
    let key = [("idempotency-key", key)];
    let path = "/documents/requests";
    client.send_with(Method::POST, path, Some(body), &key).await
}

async fn requests(client: &mut Client) -> DocumentRequests {
    let answer = client.get("/documents/requests").await.ok();
    serde_json::from_slice(&answer.body).unwrap()
}

async fn asked(client: &mut Client, kind: &str) -> DocumentRequest {
    let key = format!("key-of-a-test-{kind}");
    let answer = ask(client, &key, json!({ "kind": kind, "note": "" })).await;
    assert_eq!(answer.status, 201, "{}", answer.text());
    serde_json::from_slice(&answer.body).unwrap()
}

async fn find(client: &mut Client, id: &str) -> DocumentRequest {
    let all = requests(client).await.items;
    all.into_iter().find(|it| it.id == id).unwrap()
}

/// A session that lasts over the days that these tests wait.
async fn lasting() -> Client {
    let mut client = signed_in(&backend().await, "agent.demo").await;
    let times = json!({ "session": { "idle_s": 4_000_000, "absolute_s": 4_000_000 } });
    client.post("/test/portal", times).await.ok();
    client
}

#[tokio::test]
async fn the_demonstration_shows_one_that_is_there_one_in_progress_and_one_refused() {
    let router = backend().await;
    let mut client = signed_in(&router, "agent.demo").await;
    let told = requests(&mut client).await;
    let kinds: Vec<&str> = told.kinds.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(
        kinds,
        ["employment", "salary", "service_record", "transfer"]
    );
    let states: Vec<State> = told.items.iter().map(|it| it.state).collect();
    assert_eq!(states, [State::InProgress, State::Ready, State::Refused]);
    let ready = told.items[1].document_id.as_ref().unwrap();
    let document = titled(&mut client, "Attestation d’emploi").await;
    assert_eq!((&document.id, document.new), (ready, false));
    let reason = told.items[2].reason.as_ref().unwrap();
    assert!(reason.contains("direction d’accueil"));
    assert!(told.items[0].expected_on.is_some() && told.items[2].expected_on.is_none());
    let mut manager = signed_in(&router, "manager.demo").await;
    assert_eq!(requests(&mut manager).await.items, []);
}

#[tokio::test]
async fn what_needs_nobody_is_there_after_a_minute_as_a_new_document() {
    let mut client = lasting().await;
    let before = all(&mut client, "category=certificates").await.len();
    let request = asked(&mut client, "employment").await;
    assert_eq!(request.state, State::Received);
    assert_eq!(request.expected_on.unwrap().to_string(), "2026-11-22");
    client.wait(20).await;
    let begun = find(&mut client, &request.id).await;
    assert_eq!((begun.state, begun.document_id), (State::InProgress, None));
    client.wait(40).await;
    // The list of documents alone brings it too.
    let document = titled(&mut client, "Attestation d’emploi").await;
    assert!(document.new);
    let certificates = all(&mut client, "category=certificates").await;
    assert_eq!(certificates.len(), before + 1);
    let ready = find(&mut client, &request.id).await;
    assert_eq!(ready.state, State::Ready);
    assert_eq!(ready.document_id.as_ref(), Some(&document.id));
    assert_eq!((ready.expected_on, ready.reason), (None, None));
    assert!(ready.since > request.asked_at);
    let path = format!("/documents/{}/content", document.id);
    let file = client.get(&path).await.ok();
    assert!(file.body.starts_with(b"%PDF-") && file.body.len() as u64 == document.size);
    // Reading again delivers nothing again.
    assert_eq!(
        all(&mut client, "category=certificates").await.len(),
        before + 1
    );
}

#[tokio::test]
async fn others_take_their_working_days_and_one_is_refused_with_a_reason() {
    let mut client = lasting().await;
    // It is a Sunday.
    let salary = asked(&mut client, "salary").await;
    let record = asked(&mut client, "service_record").await;
    let transfer = asked(&mut client, "transfer").await;
    for (request, expected) in [(&salary, "2026-11-24"), (&record, "2026-12-04")] {
        assert_eq!(request.expected_on.unwrap().to_string(), expected);
    }
    client.wait(24 * 3_600).await;
    assert_eq!(find(&mut client, &salary.id).await.state, State::InProgress);
    let refused = find(&mut client, &transfer.id).await;
    assert_eq!((refused.state, refused.document_id), (State::Refused, None));
    assert!(refused.reason.is_some() && refused.expected_on.is_none());
    client.wait(24 * 3_600).await;
    assert_eq!(find(&mut client, &salary.id).await.state, State::Ready);
    assert_eq!(find(&mut client, &record.id).await.state, State::InProgress);
    client.wait(10 * 24 * 3_600).await;
    let record = find(&mut client, &record.id).await;
    assert_eq!(record.state, State::Ready);
    for request in [&salary.id, &record.id] {
        let id = find(&mut client, request).await.document_id.unwrap();
        let file = client.get(&format!("/documents/{id}/content")).await.ok();
        assert!(file.body.starts_with(b"%PDF-"));
    }
    // A clock that goes back takes nothing back.
    client.wait(-5 * 24 * 3_600).await;
    assert_eq!(find(&mut client, &record.id).await.state, State::Ready);
}

#[tokio::test]
async fn asking_is_told_in_the_list_and_in_the_journal() {
    let mut client = lasting().await;
    let note = "Pour un dossier de location.\u{202e}\r\n<b>";
    let body = json!({ "kind": "salary", "note": note });
    let request = ask(&mut client, "0123456789abcdef", body).await.ok().json();
    assert_eq!(request["note"], note);
    assert_eq!(request["label"]["en"], "Salary certificate");
    let first = requests(&mut client).await.items.swap_remove(0);
    assert_eq!(serde_json::to_value(&first).unwrap(), request);
    let event = journal(&mut client, "kind=decision")
        .await
        .items
        .swap_remove(0);
    assert_eq!(event.code, ActivityCode::DocumentRequested);
    let item = serde_json::to_value(event.item).unwrap();
    let expected =
        json!({ "kind": "document_request", "id": first.id, "label": "Attestation de salaire" });
    assert_eq!(item, expected);
    client.wait(1).await;
    let second = asked(&mut client, "transfer").await;
    assert_eq!(requests(&mut client).await.items[0].id, second.id);
}

#[tokio::test]
async fn what_can_not_be_asked_for_is_refused_by_name() {
    let mut client = lasting().await;
    let key = "0123456789abcdef";
    for (body, field) in [
        (json!({}), "kind"),
        (json!({ "kind": "", "note": "" }), "kind"),
        (json!({ "kind": "gold", "note": "" }), "kind"),
        (json!({ "kind": 5, "note": "" }), "kind"),
        (json!({ "kind": "salary" }), "note"),
        (json!({ "kind": "salary", "note": null }), "note"),
        (
            json!({ "kind": "salary", "note": "x".repeat(1_001) }),
            "note",
        ),
    ] {
        let answer = ask(&mut client, key, body).await;
        answer.refused(422, "invalid_fields");
        assert_eq!(answer.json()["fields"][0]["name"], field);
    }
    assert_eq!(requests(&mut client).await.items.len(), 3);
    // A key whose write was refused has named nothing.
    let longest = json!({ "kind": "salary", "note": "😀".repeat(1_000) });
    assert_eq!(ask(&mut client, key, longest).await.status, 201);
}
