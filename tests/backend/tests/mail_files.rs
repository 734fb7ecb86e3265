//! The files of messages: brought under their names, sent on, given and forgotten.

use crate::activity::page as journal;
use crate::document_files::ranged;
use crate::mail::{agent, deliver, in_folder, list, read};
use crate::mail_writing::{KEY, keep, message, send};
use crate::support::{Answer, Client, backend, signed_in, signed_in_on_shared_device};
use axum::http::Method;
use nomade::contract::activity::ActivityCode as Code;
use nomade::contract::mail::MailAction;
use serde_json::{Value, json};

const LARGEST: usize = 25_000_000;
const PDF: &[u8] = b"%PDF-1.7\n% a plan\n%%EOF\n";

async fn bring_as(
    client: &mut Client,
    (key, name): (&str, &str),
    media_type: &str,
    bytes: &[u8],
) -> Answer {
    let body = Some((media_type, bytes.to_vec()));
    let disposition = format!("attachment; filename*=UTF-8''{name}");
    let headers = [
        ("idempotency-key", key),
        ("content-disposition", &disposition),
    ];
    client
        .send_bytes(Method::POST, "/mail/attachments", body, &headers)
        .await
}

async fn bring(client: &mut Client, key: &str) -> Value {
    let brought = bring_as(
        client,
        (key, "Plan%20d%E2%80%99acc%C3%A8s.pdf"),
        "application/pdf",
        PDF,
    )
    .await;
    assert_eq!(brought.status, 201, "{}", brought.text());
    brought.json()
}

fn with_files(to: &str, files: &[&Value]) -> Value {
    let mut message = message(to);
    message["attachments"] = json!(files);
    message
}

#[tokio::test]
async fn a_file_is_brought_once_under_its_name() {
    let mut client = agent().await;
    let brought = bring(&mut client, KEY).await;
    assert_eq!(brought["name"], "Plan d’accès.pdf");
    assert_eq!(
        (&brought["media_type"], &brought["size"]),
        (&json!("application/pdf"), &json!(PDF.len()))
    );
    assert_eq!(bring(&mut client, KEY).await, brought);
    bring_as(&mut client, (KEY, "autre.pdf"), "application/pdf", PDF)
        .await
        .refused(409, "idempotency_conflict");
    let operation = client.get(&format!("/operations/{KEY}")).await.ok().json();
    assert_eq!(
        (&operation["resource"], &operation["id"]),
        (&json!("mail_attachment"), &brought["id"])
    );
}

#[tokio::test]
async fn hostile_names_types_and_lengths_are_refused_or_made_harmless() {
    let mut client = agent().await;
    for (number, (name, expected)) in [
        ("..%2F..%2Fetc%2Fpasswd", Some("passwd")),
        ("C%3A%5CUsers%5Cplan.pdf", Some("plan.pdf")),
        ("facture%E2%80%AEfdp.exe", Some("facturefdp.exe")),
        ("%3Cscript%3E.pdf", Some("<script>.pdf")),
        ("a%0D%0ASet-Cookie%3A%20a%3Db", None),
        ("a%00.pdf", None),
        ("%FF.pdf", None),
        ("", None),
        ("..", None),
        (&"a".repeat(201), None),
    ]
    .into_iter()
    .enumerate()
    {
        let key = format!("a-name-of-this-test-{number}");
        let answer = bring_as(&mut client, (&key, name), "application/pdf", PDF).await;
        match expected {
            Some(expected) => assert_eq!(answer.ok().json()["name"], expected),
            None => answer.refused(422, "invalid_fields"),
        }
    }
    let body = Some(("application/pdf", PDF.to_vec()));
    let key = [("idempotency-key", KEY)];
    let unnamed = client
        .send_bytes(Method::POST, "/mail/attachments", body, &key)
        .await;
    unnamed.refused(422, "invalid_fields");
    assert_eq!(
        unnamed.json()["fields"],
        json!([{ "name": "name", "code": "required" }])
    );
    for (media_type, status) in [
        ("", 415),
        ("pdf", 415),
        ("text/html", 415),
        ("application/x-msdownload", 415),
        ("Application/PDF; name=a", 201),
    ] {
        let answer = bring_as(&mut client, (KEY, "a"), media_type, PDF).await;
        assert_eq!(answer.status, status, "{media_type}");
    }
    let large = vec![0; LARGEST + 1];
    bring_as(
        &mut client,
        ("a-large-file-of-a-test", "a"),
        "application/pdf",
        &large,
    )
    .await
    .refused(413, "payload_too_large");
    let largest = bring_as(
        &mut client,
        ("a-large-file-of-a-test", "a"),
        "application/pdf",
        &large[1..],
    )
    .await;
    let largest = largest.ok().json();
    // Two of them are too much together, which a draft may be.
    let second = bring_as(
        &mut client,
        ("another-large-file", "b"),
        "application/pdf",
        &large[..LARGEST / 3],
    )
    .await;
    let both = with_files(
        "manager.demo@ville.example",
        &[&largest["id"], &second.ok().json()["id"]],
    );
    let refused = send(&mut client, "another-key-of-a-test", both.clone()).await;
    refused.refused(422, "invalid_fields");
    assert_eq!(
        refused.json()["fields"],
        json!([{ "name": "attachments", "code": "too_large" }])
    );
    assert_eq!(
        keep(&mut client, "another-key-of-a-test", both)
            .await
            .status,
        201
    );
}

#[tokio::test]
async fn a_file_goes_with_its_message_and_is_given_to_whom_has_it() {
    let router = backend().await;
    let mut client = signed_in(&router, "agent.demo").await;
    let mut manager = signed_in(&router, "manager.demo").await;
    let brought = bring(&mut client, KEY).await;
    let whole = with_files(
        "manager.demo@ville.example",
        &[&brought["id"], &brought["id"]],
    );
    send(&mut manager, KEY, whole.clone())
        .await
        .refused(422, "invalid_fields");
    send(&mut client, "another-key-of-a-test", whole).await.ok();
    client.wait(11).await;
    let arrived = list(&mut manager, "").await.items.swap_remove(0);
    assert!(arrived.has_attachments);
    let arrived = read(&mut manager, &arrived.id).await;
    assert_eq!(arrived.attachments.len(), 1);
    assert_eq!(arrived.attachments[0].name, "Plan d’accès.pdf");
    assert_eq!(
        arrived.actions[5..],
        [MailAction::ViewAttachment, MailAction::DownloadAttachment]
    );
    let path = format!(
        "/mail/messages/{}/attachments/{}",
        arrived.summary.id, arrived.attachments[0].id
    );
    let file = manager.get(&path).await.ok();
    assert_eq!(
        (file.body.as_slice(), file.header("content-type")),
        (PDF, "application/pdf")
    );
    let name = "filename=\"piece-jointe-2026-11-22.pdf\"";
    assert_eq!(
        file.header("content-disposition"),
        format!("attachment; {name}")
    );
    let shown = manager.get(&format!("{path}?for=view")).await.ok();
    assert_eq!(
        shown.header("content-disposition"),
        format!("inline; {name}")
    );
    assert_eq!(
        shown.header("content-security-policy"),
        "frame-ancestors 'self'"
    );
    let part = ranged(&mut manager, &path, &[("range", "bytes=1-3")]).await;
    assert_eq!(
        (part.status.as_u16(), part.body.as_slice()),
        (206, &PDF[1..4])
    );
    manager
        .get(&format!("{path}?for=fun"))
        .await
        .refused(422, "invalid_fields");
    client.get(&path).await.refused(404, "not_found");
    let codes = journal(&mut manager, "").await.items.into_iter().take(2);
    let codes: Vec<_> = codes.map(|it| (it.code, it.item.unwrap().label)).collect();
    let label = "Message « Planning de décembre »".to_owned();
    assert_eq!(
        codes,
        [
            (Code::MailFileViewed, label.clone()),
            (Code::MailFileDownloaded, label)
        ]
    );
    let mut shared = signed_in_on_shared_device(&router, "manager.demo").await;
    shared.get(&path).await.refused(403, "action_refused");
    shared.get(&format!("{path}?for=view")).await.ok();
    // Sent on, it is the same file; nothing of another message is taken.
    let mut forward = with_files(
        "bientot.demo@ville.example",
        &[&json!(arrived.attachments[0].id)],
    );
    send(&mut manager, "a-key-without-a-message", forward.clone())
        .await
        .refused(422, "invalid_fields");
    forward["answers"] = json!({ "message": arrived.summary.id, "kind": "forward" });
    let kept = keep(&mut manager, "a-draft-of-this-test", forward.clone())
        .await
        .ok()
        .json();
    forward["draft"] = kept["id"].clone();
    send(&mut manager, "a-key-with-a-message", forward)
        .await
        .ok();
    manager.wait(11).await;
    let mut third = signed_in(&router, "bientot.demo").await;
    let arrived = list(&mut third, "").await.items.swap_remove(0);
    let arrived = read(&mut third, &arrived.id).await;
    let path = format!(
        "/mail/messages/{}/attachments/{}",
        arrived.summary.id, arrived.attachments[0].id
    );
    assert_eq!(third.get(&path).await.ok().body, PDF);
    let sent = in_folder(&mut client, "sent").await.items.swap_remove(0);
    assert!(sent.has_attachments);
}

#[tokio::test]
async fn a_file_that_no_message_has_is_deleted_after_a_day() {
    let mut client = agent().await;
    let times = json!({ "session": { "idle_s": 4_000_000, "absolute_s": 4_000_000 } });
    client.post("/test/portal", times).await.ok();
    let unused = bring(&mut client, KEY).await;
    let used = bring(&mut client, "a-second-file-of-a-test").await;
    let draft = with_files("cam", &[&used["id"]]);
    let draft = keep(&mut client, "a-draft-of-this-test", draft)
        .await
        .ok()
        .json();
    assert_eq!(draft["attachments"], json!([used]));
    client.wait(24 * 3_600 - 30).await;
    assert_eq!(bring(&mut client, KEY).await, unused);
    client.wait(60).await;
    assert_ne!(bring(&mut client, KEY).await["id"], unused["id"]);
    let path = format!("/mail/drafts/{}", draft["id"].as_str().unwrap());
    assert_eq!(
        client.get(&path).await.ok().json()["attachments"],
        json!([used])
    );
}

#[tokio::test]
async fn where_no_file_stands_there_is_none() {
    let mut client = agent().await;
    let id = deliver(&mut client, json!({})).await.remove(0);
    let brought = bring(&mut client, KEY).await;
    let file = brought["id"].as_str().unwrap();
    client
        .get(&format!("/mail/messages/{id}/attachments/{file}"))
        .await
        .refused(404, "not_found");
}
