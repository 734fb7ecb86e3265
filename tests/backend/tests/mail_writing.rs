//! Mail as it is written: drafts, sending once, what is taken back, and where it arrives.

use crate::activity::page as journal;
use crate::mail::{agent, deliver, folder, in_folder, list, read};
use crate::support::{Answer, Client, backend, signed_in};
use axum::http::Method;
use nomade::contract::activity::{ActivityCode as Code, ActivityItemKind};
use serde_json::{Value, json};

pub const KEY: &str = "3kXcV0q-tT8b1xW2mZ_9aQ";
pub const MANAGER: &str = "manager.demo@ville.example";

/// A message to that address, that was no draft.
pub fn message(to: &str) -> Value {
    with(draft(to), json!({ "draft": null }))
}

/// The same as a draft.
pub fn draft(to: &str) -> Value {
    json!({
        "to": [{ "name": "", "address": to }], "cc": [], "bcc": [], "subject": "Planning de décembre",
        "text": "Bonjour,\n\nVoici le planning.", "attachments": [], "answers": null
    })
}

pub fn with(mut message: Value, change: Value) -> Value {
    let (Value::Object(all), Value::Object(change)) = (&mut message, change) else {
        panic!("objects");
    };
    all.extend(change);
    message
}

pub async fn send(client: &mut Client, key: &str, message: Value) -> Answer {
    let key = [("idempotency-key", key)];
    client
        .send_with(Method::POST, "/mail/messages", Some(message), &key)
        .await
}

pub async fn keep(client: &mut Client, key: &str, draft: Value) -> Answer {
    let key = [("idempotency-key", key)];
    client
        .send_with(Method::POST, "/mail/drafts", Some(draft), &key)
        .await
}

async fn put(client: &mut Client, id: &str, revision: &str, draft: Value) -> Answer {
    let path = format!("/mail/drafts/{id}");
    let headers = [("if-match", revision)];
    client
        .send_with(Method::PUT, &path, Some(draft), &headers)
        .await
}

fn text_of(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_draft_is_kept_once_changed_by_its_revision_and_thrown_away() {
    let router = backend().await;
    let mut client = signed_in(&router, "agent.demo").await;
    let unfinished = with(draft("cam"), json!({ "subject": "", "text": "" }));
    let kept = keep(&mut client, KEY, unfinished.clone()).await;
    assert_eq!(kept.status, 201);
    let kept = kept.json();
    assert_eq!(
        keep(&mut client, KEY, unfinished.clone()).await.json(),
        kept
    );
    keep(&mut client, KEY, draft(MANAGER))
        .await
        .refused(409, "idempotency_conflict");
    let operation = client.get(&format!("/operations/{KEY}")).await.ok().json();
    assert_eq!(
        (&operation["resource"], &operation["id"]),
        (&json!("mail_draft"), &kept["id"])
    );
    let (id, first) = (text_of(&kept["id"]), text_of(&kept["revision"]));
    let quoted = format!("\"{first}\"");
    let changed = put(&mut client, &id, &quoted, draft(MANAGER))
        .await
        .ok()
        .json();
    assert_ne!(changed["revision"], kept["revision"]);
    assert_eq!(changed["text"], "Bonjour,\n\nVoici le planning.");
    assert_eq!(
        client.get(&format!("/mail/drafts/{id}")).await.json(),
        changed
    );
    put(&mut client, &id, &quoted, unfinished.clone())
        .await
        .refused(412, "changed_meanwhile");
    put(&mut client, &id, "*", unfinished.clone())
        .await
        .refused(400, "invalid_request");
    let mut other = signed_in(&router, "manager.demo").await;
    let now = format!("\"{}\"", text_of(&changed["revision"]));
    put(&mut other, &id, &now, unfinished.clone())
        .await
        .refused(404, "not_found");
    let listed = in_folder(&mut client, "drafts").await.items.swap_remove(0);
    assert_eq!(
        (listed.draft.as_deref(), listed.subject.as_str()),
        (Some(id.as_str()), "Planning de décembre")
    );
    assert_eq!(
        read(&mut client, &listed.id).await.summary.from.address,
        "agent.demo@ville.example"
    );
    let path = format!("/mail/drafts/{id}");
    for (revision, status) in [(&quoted, 412), (&now, 204), (&now, 404)] {
        let headers = [("if-match", revision.as_str())];
        let answer = client
            .send_with(Method::DELETE, &path, None, &headers)
            .await;
        assert_eq!(answer.status, status);
    }
    // What its key has made is gone, and it makes nothing else.
    keep(&mut client, KEY, unfinished)
        .await
        .refused(409, "idempotency_conflict");
    let path = "/mail/drafts";
    client
        .post(path, draft(MANAGER))
        .await
        .refused(400, "invalid_request");
}

#[tokio::test]
async fn a_message_waits_then_goes_to_whom_it_is_for() {
    let router = backend().await;
    let mut client = signed_in(&router, "agent.demo").await;
    let mut manager = signed_in(&router, "manager.demo").await;
    let (_, before, unread) = folder(&mut manager, "inbox").await;
    let (_, sent_before, _) = folder(&mut client, "sent").await;
    let kept = keep(&mut client, "a-draft-of-this-test", draft(MANAGER))
        .await
        .ok()
        .json();
    let whole = with(
        message(MANAGER),
        json!({
            "cc": [{ "name": "", "address": "MANAGER.DEMO@ville.example" }, { "name": "Zoé", "address": "zoe@dehors.example" }],
            "bcc": [{ "name": "", "address": "bientot.demo@ville.example" }], "draft": kept["id"]
        }),
    );
    let sent = send(&mut client, KEY, whole.clone()).await;
    assert_eq!(sent.status, 201);
    let sent = sent.json();
    assert_eq!(
        (&sent["state"], &sent["draft"]),
        (&json!("waiting"), &Value::Null)
    );
    let moment =
        |name: &str| chrono::DateTime::parse_from_rfc3339(sent[name].as_str().unwrap()).unwrap();
    assert_eq!((moment("undo_until") - moment("at")).num_seconds(), 10);
    // It is in no folder, and not a draft any more.
    let draft = format!("/mail/drafts/{}", text_of(&kept["id"]));
    client.get(&draft).await.refused(404, "not_found");
    assert_eq!(folder(&mut client, "sent").await.1, sent_before);
    assert_eq!(folder(&mut manager, "inbox").await.1, before);
    assert_eq!(send(&mut client, KEY, whole.clone()).await.json(), sent);
    send(&mut client, KEY, message(MANAGER))
        .await
        .refused(409, "idempotency_conflict");
    client.wait(11).await;
    assert_eq!(folder(&mut manager, "inbox").await.1, before + 1);
    assert_eq!(folder(&mut manager, "inbox").await.2, unread + 1);
    let outbox = format!("/mail/outbox/{}", text_of(&sent["id"]));
    assert_eq!(client.get(&outbox).await.ok().json()["state"], "sent");
    assert_eq!(send(&mut client, KEY, whole).await.json()["state"], "sent");
    client.delete(&outbox).await.refused(403, "action_refused");
    manager.get(&outbox).await.refused(404, "not_found");
    manager.delete(&outbox).await.refused(404, "not_found");
    let arrived = list(&mut manager, "").await.items.swap_remove(0);
    assert_eq!(arrived.from.name, "Agent Démo");
    assert!(!arrived.from.external && !arrived.read);
    assert_eq!(arrived.to[0].name, "Manager Démo");
    let arrived = read(&mut manager, &arrived.id).await;
    assert!(arrived.bcc.is_empty() && arrived.cc[1].external);
    let mine = in_folder(&mut client, "sent").await.items.swap_remove(0);
    let mine = read(&mut client, &mine.id).await;
    assert_eq!(mine.bcc[0].name, "Bientôt Démo");
    assert!(mine.summary.read && mine.summary.draft.is_none());
    assert_ne!(mine.summary.id, arrived.summary.id);
    let mut unseen = signed_in(&router, "bientot.demo").await;
    let third = list(&mut unseen, "").await.items.swap_remove(0);
    assert_eq!(third.subject, "Planning de décembre");
    // Whom one has written to is in one's directory, and in nobody else's.
    for (who, expected) in [(&mut client, 1), (&mut manager, 0)] {
        let found = who
            .post("/mail/directory", json!({ "query": "zoe dehors" }))
            .await;
        assert_eq!(
            found.ok().json()["people"].as_array().unwrap().len(),
            expected
        );
    }
    let operation = client.get(&format!("/operations/{KEY}")).await.ok().json();
    assert_eq!(
        (&operation["resource"], &operation["id"]),
        (&json!("mail_sending"), &sent["id"])
    );
    let event = journal(&mut client, "").await.items.swap_remove(0);
    let item = event.item.unwrap();
    assert_eq!(
        (event.code, item.kind),
        (Code::MailSent, ActivityItemKind::MailMessage)
    );
    assert_eq!(
        (item.id, item.label.as_str()),
        (mine.summary.id, "Message « Planning de décembre »")
    );
}

#[tokio::test]
async fn what_waits_is_taken_back_and_is_a_draft_again() {
    let router = backend().await;
    let mut client = signed_in(&router, "agent.demo").await;
    let mut manager = signed_in(&router, "manager.demo").await;
    let (_, before, _) = folder(&mut manager, "inbox").await;
    let sent = send(&mut client, KEY, message(MANAGER)).await.ok().json();
    let outbox = format!("/mail/outbox/{}", text_of(&sent["id"]));
    let undone = client.delete(&outbox).await;
    assert_eq!(undone.status, 200);
    let undone = undone.json();
    assert_eq!(undone["state"], "undone");
    assert_eq!(client.delete(&outbox).await.ok().json(), undone);
    assert_eq!(client.get(&outbox).await.ok().json(), undone);
    let draft = format!("/mail/drafts/{}", text_of(&undone["draft"]));
    let draft = client.get(&draft).await.ok().json();
    assert_eq!(draft["text"], "Bonjour,\n\nVoici le planning.");
    client.wait(60).await;
    assert_eq!(folder(&mut manager, "inbox").await.1, before);
    assert_eq!(client.delete(&outbox).await.ok().json()["state"], "undone");
    let codes: Vec<_> = journal(&mut client, "")
        .await
        .items
        .into_iter()
        .take(2)
        .collect();
    let codes: Vec<_> = codes.iter().map(|it| it.code).collect();
    assert_eq!(codes, [Code::MailSendingUndone, Code::MailSent]);
    // What was a draft before is the same draft again, and can be sent again.
    let again = with(message(MANAGER), json!({ "draft": draft["id"] }));
    let sent = send(&mut client, "another-key-of-a-test", again)
        .await
        .ok()
        .json();
    let outbox = format!("/mail/outbox/{}", text_of(&sent["id"]));
    let undone = client.delete(&outbox).await.ok().json();
    assert_eq!(undone["draft"], draft["id"]);
    assert_eq!(
        in_folder(&mut client, "drafts").await.items[0].draft,
        Some(text_of(&draft["id"]))
    );
}

#[tokio::test]
async fn how_long_a_message_waits_is_the_servers_word() {
    let mut client = agent().await;
    let (_, sent, _) = folder(&mut client, "sent").await;
    client.post("/test/mail", json!({ "undo_s": 0 })).await.ok();
    send(&mut client, KEY, message(MANAGER)).await.ok();
    assert_eq!(folder(&mut client, "sent").await.1, sent + 1);
    client
        .post("/test/mail", json!({ "undo_s": 3_000 }))
        .await
        .ok();
    let message = message("agent.demo@ville.example");
    send(&mut client, "another-key-of-a-test", message)
        .await
        .ok();
    client.wait(600).await;
    assert_eq!(folder(&mut client, "sent").await.1, sent + 1);
}

#[tokio::test]
async fn an_answer_marks_what_it_answers_once_it_has_gone() {
    let mut client = agent().await;
    let ids = deliver(&mut client, json!({ "count": 2 })).await;
    for (number, (id, kind)) in ids.iter().zip(["reply", "forward"]).enumerate() {
        let answer = json!({ "answers": { "message": id, "kind": kind } });
        let key = format!("answer-{number}-of-this-test");
        send(&mut client, &key, with(message(MANAGER), answer))
            .await
            .ok();
        assert!(!read(&mut client, id).await.summary.answered);
    }
    client.wait(11).await;
    assert!(read(&mut client, &ids[0]).await.summary.answered);
    assert!(!read(&mut client, &ids[1]).await.summary.answered);
}

#[tokio::test]
async fn a_sending_whose_answer_was_lost_is_found_by_its_key_and_goes_once() {
    let router = backend().await;
    let mut client = signed_in(&router, "agent.demo").await;
    let mut manager = signed_in(&router, "manager.demo").await;
    let (_, before, _) = folder(&mut manager, "inbox").await;
    let fault = json!({
        "method": "POST", "path": "/api/v1/mail/messages", "kind": "after_commit_drop", "times": 1
    });
    client.post("/test/faults", fault).await.ok();
    send(&mut client, KEY, message(MANAGER)).await;
    let operation = client.get(&format!("/operations/{KEY}")).await.ok().json();
    let again = send(&mut client, KEY, message(MANAGER)).await.ok().json();
    assert_eq!(operation["id"], again["id"]);
    // Two tries at once are one after the other.
    let mut second = client.clone();
    let (one, other) = tokio::join!(
        send(&mut client, "another-key-of-a-test", message(MANAGER)),
        send(&mut second, "another-key-of-a-test", message(MANAGER)),
    );
    assert_eq!(one.ok().json(), other.ok().json());
    client.wait(11).await;
    assert_eq!(folder(&mut manager, "inbox").await.1, before + 2);
}

#[tokio::test]
async fn what_is_written_after_the_session_has_ended_is_not_sent() {
    let router = backend().await;
    let mut client = signed_in(&router, "agent.demo").await;
    client.wait(16 * 60).await;
    send(&mut client, KEY, message(MANAGER))
        .await
        .refused(401, "signed_out");
    let mut client = signed_in(&router, "agent.demo").await;
    client
        .get(&format!("/operations/{KEY}"))
        .await
        .refused(404, "not_found");
    assert_eq!(send(&mut client, KEY, message(MANAGER)).await.status, 201);
}
