//! What stands with a request: files that are brought, kept, given and forgotten, and the request as a calendar file.

use crate::activity::page as journal;
use crate::document_files::ranged;
use crate::leave::{agent, all, ask, ask_with, wish};
use crate::leave_approvals::approvals;
use crate::support::{Answer, Client, backend, signed_in, signed_in_on_shared_device};
use axum::http::Method;
use nomade::contract::activity::ActivityCode as Code;
use nomade::contract::leave::LeaveRequest;
use serde_json::{Value, json};

const KEY: &str = "3kXcV0q-tT8b1xW2mZ_9aQ";
const LARGEST: usize = 5_000_000;
const PDF: &[u8] = b"%PDF-1.7\n% a certificate\n%%EOF\n";

async fn bring(client: &mut Client, key: &str, media_type: &str, bytes: &[u8]) -> Answer {
    let body = Some((media_type, bytes.to_vec()));
    let headers = [("idempotency-key", key)];
    client
        .send_bytes(Method::POST, "/leave/attachments", body, &headers)
        .await
}

fn of_length(beginning: &[u8], length: usize) -> Vec<u8> {
    let mut bytes = beginning.to_vec();
    bytes.resize(length, b'x');
    bytes
}

fn special(day: &str, attachment: &Value) -> Value {
    let mut body = wish("special", day);
    body["attachment"] = attachment.clone();
    body
}

/// A request with that file.
async fn attached(client: &mut Client, media_type: &str, bytes: &[u8]) -> LeaveRequest {
    let kept = bring(client, KEY, media_type, bytes).await;
    assert_eq!(kept.status, 201, "{}", kept.text());
    let asked = ask_with(
        client,
        "0123456789abcdef",
        special("2026-12-14", &kept.json()["id"]),
    )
    .await;
    assert_eq!(asked.status, 201, "{}", asked.text());
    serde_json::from_slice(&asked.body).unwrap()
}

fn path_of(request: &LeaveRequest, below: &str) -> String {
    format!("/leave/requests/{}/{below}", request.summary.id)
}

#[tokio::test]
async fn what_an_event_gives_is_told_without_a_right() {
    async fn told(client: &mut Client) -> Value {
        let all = client.get("/leave/balances").await.ok().json();
        let items = all["items"].as_array().unwrap();
        let kinds: Vec<&Value> = items.iter().map(|it| &it["kind"]).collect();
        let expected = ["annual", "annual", "rtt", "savings", "special", "recovery"];
        assert_eq!(kinds, expected);
        items[4].clone()
    }
    let mut client = agent().await;
    let before = told(&mut client).await;
    assert_eq!(
        [&before["acquired"], &before["left"]],
        [&Value::Null, &Value::Null]
    );
    assert_eq!(before["label"]["fr"], "Congé exceptionnel 2026");
    // That of the year before is not counted, nor what was refused.
    assert_eq!([&before["taken"], &before["pending"]], [0, 0]);
    attached(&mut client, "application/pdf", PDF).await;
    assert_eq!(told(&mut client).await["pending"], 2);
    let router = backend().await;
    let mut new = signed_in(&router, "nouveau.demo").await;
    new.get("/leave/balances")
        .await
        .refused(403, "consent_required");
}

#[tokio::test]
async fn a_file_is_known_by_its_bytes_and_kept_for_one_request_of_its_agent() {
    let router = backend().await;
    let mut client = signed_in(&router, "agent.demo").await;
    let kept = bring(&mut client, KEY, "application/pdf", PDF).await;
    assert_eq!(kept.status, 201);
    let told = kept.json();
    assert_eq!(
        (&told["media_type"], &told["size"]),
        (&json!("application/pdf"), &json!(PDF.len()))
    );
    let again = bring(
        &mut client,
        KEY,
        "Application/PDF; name=certificat.pdf",
        PDF,
    )
    .await;
    assert_eq!((again.status.as_u16(), again.json()), (201, told.clone()));
    bring(&mut client, KEY, "application/pdf", &of_length(PDF, 100))
        .await
        .refused(409, "idempotency_conflict");
    ask_with(&mut client, KEY, wish("annual", "2026-12-14"))
        .await
        .refused(409, "idempotency_conflict");
    let operation = client.get(&format!("/operations/{KEY}")).await.ok().json();
    assert_eq!(
        (&operation["resource"], &operation["id"]),
        (&json!("leave_attachment"), &told["id"])
    );
    // It is its agent's own, and stands with one request.
    let mut other = signed_in(&router, "bientot.demo").await;
    let stolen = special("2026-12-14", &told["id"]);
    let answer = ask_with(&mut other, "0123456789abcdef", stolen.clone()).await;
    answer.refused(422, "invalid_fields");
    assert_eq!(
        answer.json()["fields"],
        json!([{ "name": "attachment", "code": "invalid" }])
    );
    let asked = ask_with(&mut client, "0123456789abcdef", stolen.clone()).await;
    assert_eq!(
        (asked.status.as_u16(), asked.json()["attachment"].clone()),
        (201, told.clone())
    );
    assert_eq!(
        ask_with(&mut client, "0123456789abcdef", stolen)
            .await
            .status,
        201
    );
    let second = special("2026-12-15", &told["id"]);
    ask_with(&mut client, "another-key-of-a-test", second)
        .await
        .refused(422, "invalid_fields");
    // A kind that takes none, and one that may have one.
    let kept = bring(
        &mut client,
        "a-second-file-of-a-test",
        "image/png",
        b"\x89PNG\r\n\x1a\n...",
    )
    .await
    .ok()
    .json();
    let mut annual = wish("annual", "2026-12-15");
    annual["attachment"] = kept["id"].clone();
    ask_with(&mut client, "another-key-of-a-test", annual)
        .await
        .refused(422, "invalid_fields");
    let mut recovery = wish("recovery", "2026-12-15am..2026-12-15am");
    recovery["attachment"] = kept["id"].clone();
    assert_eq!(
        ask_with(&mut client, "another-key-of-a-test", recovery)
            .await
            .status,
        201
    );
}

#[tokio::test]
async fn what_is_too_large_of_another_type_or_lies_is_refused_and_nothing_is_kept() {
    let mut client = agent().await;
    for (media_type, bytes, status, code) in [
        (
            "application/pdf",
            of_length(b"%PDF-", LARGEST + 1),
            413,
            "payload_too_large",
        ),
        ("text/html", PDF.to_vec(), 415, "unsupported_media_type"),
        (
            "application/json",
            b"{}".to_vec(),
            415,
            "unsupported_media_type",
        ),
        ("", PDF.to_vec(), 415, "unsupported_media_type"),
        (
            "application/octet-stream",
            PDF.to_vec(),
            415,
            "unsupported_media_type",
        ),
        ("image/png", PDF.to_vec(), 422, "invalid_fields"),
        ("image/jpeg", b"<script>".to_vec(), 422, "invalid_fields"),
        ("application/pdf", b"MZ\x90".to_vec(), 422, "invalid_fields"),
        ("application/pdf", Vec::new(), 422, "invalid_fields"),
    ] {
        let answer = bring(&mut client, KEY, media_type, &bytes).await;
        answer.refused(status, code);
        if status == 422 {
            assert_eq!(
                answer.json()["fields"],
                json!([{ "name": "file", "code": "invalid" }])
            );
        }
    }
    client
        .get(&format!("/operations/{KEY}"))
        .await
        .refused(404, "not_found");
    let body = Some(("application/pdf", PDF.to_vec()));
    client
        .send_bytes(Method::POST, "/leave/attachments", body.clone(), &[])
        .await
        .refused(400, "invalid_request");
    client.set_token(None);
    let key = [("idempotency-key", KEY)];
    client
        .send_bytes(Method::POST, "/leave/attachments", body, &key)
        .await
        .refused(403, "csrf_refused");
    let mut client = agent().await;
    let largest = bring(
        &mut client,
        KEY,
        "application/pdf",
        &of_length(b"%PDF-", LARGEST),
    )
    .await;
    assert_eq!(largest.json()["size"], LARGEST);
}

#[tokio::test]
async fn a_file_that_no_request_names_is_deleted_after_a_day() {
    let mut client = agent().await;
    let times = json!({ "session": { "idle_s": 4_000_000, "absolute_s": 4_000_000 } });
    client.post("/test/portal", times).await.ok();
    let kept = bring(&mut client, KEY, "application/pdf", PDF)
        .await
        .ok()
        .json();
    let used = bring(
        &mut client,
        "a-second-file-of-a-test",
        "application/pdf",
        PDF,
    )
    .await
    .ok()
    .json();
    let asked = ask_with(
        &mut client,
        "0123456789abcdef",
        special("2026-12-14", &used["id"]),
    )
    .await
    .ok()
    .json();
    client.wait(24 * 3_600 - 30).await;
    assert_eq!(
        bring(&mut client, KEY, "application/pdf", PDF).await.json(),
        kept
    );
    client.wait(60).await;
    let late = special("2026-12-15", &kept["id"]);
    ask_with(&mut client, "another-key-of-a-test", late)
        .await
        .refused(422, "invalid_fields");
    // The same bytes under the same key are a new file then; what stands with a request stays.
    let anew = bring(&mut client, KEY, "application/pdf", PDF)
        .await
        .ok()
        .json();
    assert_ne!(anew["id"], kept["id"]);
    let path = format!(
        "/leave/requests/{}/attachment",
        asked["id"].as_str().unwrap()
    );
    assert_eq!(client.get(&path).await.ok().body, PDF);
}

#[tokio::test]
async fn what_is_attached_is_given_whole_and_in_parts_under_a_name_that_says_a_day() {
    let router = backend().await;
    let mut client = signed_in(&router, "agent.demo").await;
    let bytes = of_length(b"\xff\xd8\xff\xe0", 200_000);
    let request = attached(&mut client, "image/jpeg", &bytes).await;
    let path = path_of(&request, "attachment");
    let whole = client.get(&path).await.ok();
    assert_eq!(
        (&whole.body, whole.header("content-type")),
        (&bytes, "image/jpeg")
    );
    let name = "filename=\"justificatif-2026-12-14.jpg\"";
    assert_eq!(
        whole.header("content-disposition"),
        format!("attachment; {name}")
    );
    let shown = client.get(&format!("{path}?for=view")).await.ok();
    assert_eq!(
        shown.header("content-disposition"),
        format!("inline; {name}")
    );
    assert_eq!(shown.header("x-content-type-options"), "nosniff");
    let tag = whole.header("etag").to_owned();
    let part = ranged(
        &mut client,
        &path,
        &[("range", "bytes=100-299"), ("if-range", &tag)],
    )
    .await;
    assert_eq!(
        (part.status.as_u16(), part.body.as_slice()),
        (206, &bytes[100..300])
    );
    ranged(&mut client, &path, &[("range", "bytes=200000-")])
        .await
        .refused(416, "range_not_satisfiable");
    client
        .get(&format!("{path}?for=fun"))
        .await
        .refused(422, "invalid_fields");
    let codes: Vec<_> = journal(&mut client, "")
        .await
        .items
        .iter()
        .take(3)
        .map(|it| it.code)
        .collect();
    assert_eq!(
        codes,
        [
            Code::LeaveFileViewed,
            Code::LeaveFileDownloaded,
            Code::LeaveRequested
        ]
    );
    let event = journal(&mut client, "kind=view").await.items.swap_remove(0);
    assert_eq!(
        event.item.unwrap().label,
        "Congé exceptionnel du 14 décembre 2026"
    );
    // Those who validate have it, with whose it is in their journal; nobody else.
    let mut manager = signed_in(&router, "manager.demo").await;
    assert_eq!(manager.get(&path).await.ok().body, bytes);
    let event = journal(&mut manager, "kind=download")
        .await
        .items
        .swap_remove(0);
    assert_eq!(
        event.item.unwrap().label,
        "Congé exceptionnel du 14 décembre 2026, Agent Démo"
    );
    signed_in(&router, "bientot.demo")
        .await
        .get(&path)
        .await
        .refused(404, "not_found");
    // On a device that others use it is shown and not saved.
    let mut shared = signed_in_on_shared_device(&router, "agent.demo").await;
    shared.get(&path).await.refused(403, "action_refused");
    shared.get(&format!("{path}?for=view")).await.ok();
    // Where nothing is attached there is nothing.
    let plain = ask(&mut client, "annual", "2026-12-15").await;
    client
        .get(&path_of(&plain, "attachment"))
        .await
        .refused(404, "not_found");
}

#[tokio::test]
async fn the_demonstrations_attachments_are_files_of_their_types() {
    let router = backend().await;
    let mut client = signed_in(&router, "agent.demo").await;
    let mut found = 0;
    for summary in all(&mut client, "").await {
        let request = crate::leave::read(&mut client, &summary.id).await;
        if let Some(attachment) = &request.attachment {
            let file = client.get(&path_of(&request, "attachment")).await.ok();
            assert_eq!(file.body.len() as u64, attachment.size);
            assert_eq!(file.header("content-type"), attachment.media_type);
            found += 1;
        }
    }
    assert_eq!(found, 2);
    let mut manager = signed_in(&router, "manager.demo").await;
    let waiting = approvals(&mut manager, "waiting").await;
    let request = waiting
        .iter()
        .find(|it| it.request.attachment.is_some())
        .unwrap();
    let file = manager
        .get(&path_of(&request.request, "attachment?for=view"))
        .await
        .ok();
    assert!(file.body.starts_with(b"%PDF-"));
}
