//! Whose mail it is: nobody else's, nobody's while it is off, the same after a reset; and who stands in the directory.

use crate::mail::{agent, change, deliver, folder, patch, read};
use crate::support::{Client, backend, signed_in, signed_in_on_shared_device};
use axum::http::Method;
use serde_json::{Value, json};

#[tokio::test]
async fn nobody_has_anothers_mail_or_any_while_it_is_off() {
    let router = backend().await;
    let mut client = signed_in(&router, "agent.demo").await;
    let id = deliver(&mut client, json!({ "html": "<p>x" }))
        .await
        .remove(0);
    let (folder, ..) = folder(&mut client, "inbox").await;
    let mut other = signed_in(&router, "manager.demo").await;
    let reading = [
        format!("/mail/messages/{id}"),
        format!("/mail/messages/{id}/body"),
        format!("/mail/messages/{id}/attachments/x"),
        format!("/mail/messages?folder={folder}"),
        "/mail/drafts/x".to_owned(),
        "/mail/outbox/x".to_owned(),
    ];
    for path in &reading {
        other.get(path).await.refused(404, "not_found");
    }
    let path = format!("/mail/messages/{id}");
    patch(&mut other, &path, change(json!({ "read": true })))
        .await
        .refused(404, "not_found");
    other.delete(&path).await.refused(404, "not_found");
    let mut nobody = Client::of(&router);
    nobody.get(&path).await.refused(401, "signed_out");
    let off = json!({ "modules": { "mail": { "state": "off" } } });
    client.post("/test/portal", off).await.ok();
    for path in reading
        .iter()
        .map(String::as_str)
        .chain(["/mail/folders", "/mail/messages"])
    {
        client.get(path).await.refused(404, "module_off");
    }
    let key = [
        ("idempotency-key", "0123456789abcdef"),
        ("if-match", "\"1\""),
    ];
    for (method, path) in [
        (Method::PATCH, "/mail/messages"),
        (Method::POST, "/mail/messages"),
        (Method::POST, "/mail/search"),
        (Method::POST, "/mail/drafts"),
        (Method::POST, "/mail/attachments"),
        (Method::POST, "/mail/directory"),
        (Method::PATCH, "/mail/messages/x"),
        (Method::DELETE, "/mail/messages/x"),
        (Method::PUT, "/mail/drafts/x"),
        (Method::DELETE, "/mail/drafts/x"),
        (Method::DELETE, "/mail/outbox/x"),
    ] {
        let answer = client.send_with(method, path, Some(json!({})), &key).await;
        answer.refused(404, "module_off");
    }
}

#[tokio::test]
async fn a_reset_restores_the_mail() {
    let router = backend().await;
    let mut client = signed_in(&router, "agent.demo").await;
    let (_, total, _) = folder(&mut client, "inbox").await;
    deliver(&mut client, json!({ "count": 3 })).await;
    client
        .post("/test/mail", json!({ "undo_s": 3_600 }))
        .await
        .ok();
    client.post("/test/reset", json!({})).await.ok();
    let mut client = signed_in(&router, "agent.demo").await;
    assert_eq!(folder(&mut client, "inbox").await.1, total);
}

#[tokio::test]
async fn the_directory_finds_people_by_how_their_words_begin() {
    let mut client = agent().await;
    let mut find = async |query: &str| {
        let answer = client
            .post("/mail/directory", json!({ "query": query }))
            .await;
        let people = answer.ok().json();
        assert!(people["people"].as_array().unwrap().len() <= 10);
        let first = people["people"].get(0).map(|it| it["address"].clone());
        first.unwrap_or_default()
    };
    assert_eq!(find("manager demo").await, "manager.demo@ville.example");
    assert_eq!(find("DÉMO mana").await, "manager.demo@ville.example");
    assert_eq!(find("bientot.demo@").await, "bientot.demo@ville.example");
    assert_eq!(find("anager").await, Value::Null);
    assert_eq!(find("@@").await, Value::Null);
    for query in ["", "a", " a ", &"a".repeat(101)] {
        client
            .post("/mail/directory", json!({ "query": query }))
            .await
            .refused(422, "invalid_fields");
    }
    let mut shared = signed_in_on_shared_device(&backend().await, "agent.demo").await;
    let id = deliver(&mut shared, json!({})).await.remove(0);
    assert_eq!(read(&mut shared, &id).await.actions.len(), 5);
}
