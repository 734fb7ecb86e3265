//! What is wrong with a message that is written: told by its place, and nothing is kept or sent.

use crate::mail::{agent, folders};
use crate::mail_writing::{KEY, MANAGER, draft, keep, message, send, with};
use axum::http::Method;
use serde_json::{Value, json};

#[tokio::test]
async fn what_is_wrong_with_a_message_is_told_and_nothing_is_sent() {
    let mut client = agent().await;
    let before = folders(&mut client).await;
    let many = vec![json!({ "name": "", "address": MANAGER }); 101];
    for (change, fields) in [
        (
            json!({ "to": [] }),
            json!([{ "name": "to", "code": "required" }]),
        ),
        (
            json!({ "to": many }),
            json!([{ "name": "to", "code": "too_many" }]),
        ),
        (
            json!({ "to": [{ "name": "", "address": "cam" }], "subject": "a\nb", "text": "x".repeat(200_001) }),
            json!([
                { "name": "subject", "code": "invalid" }, { "name": "text", "code": "too_long" },
                { "name": "to.0.address", "code": "invalid" },
            ]),
        ),
        (
            json!({ "attachments": ["none"], "answers": { "message": "none", "kind": "reply" } }),
            json!([{ "name": "attachments", "code": "not_found" }, { "name": "answers", "code": "not_found" }]),
        ),
    ] {
        let answer = send(&mut client, KEY, with(message(MANAGER), change)).await;
        answer.refused(422, "invalid_fields");
        assert_eq!(answer.json()["fields"], fields);
    }
    // What is not there is missed, `null` or not.
    for field in [
        "to",
        "cc",
        "bcc",
        "subject",
        "text",
        "attachments",
        "answers",
        "draft",
    ] {
        let without = |mut body: Value| {
            body.as_object_mut().unwrap().remove(field);
            body
        };
        let missed = json!([{ "name": field, "code": "required" }]);
        let answer = send(&mut client, KEY, without(message(MANAGER))).await;
        answer.refused(422, "invalid_fields");
        assert_eq!(answer.json()["fields"], missed);
        if field != "draft" {
            let answer = keep(&mut client, KEY, without(draft(MANAGER))).await;
            answer.refused(422, "invalid_fields");
            assert_eq!(answer.json()["fields"], missed);
        }
    }
    client
        .get(&format!("/operations/{KEY}"))
        .await
        .refused(404, "not_found");
    client.wait(60).await;
    let after = folders(&mut client).await;
    assert_eq!(after, before);
    // The longest text is taken, however it is written.
    let long = with(message(MANAGER), json!({ "text": "😀".repeat(200_000) }));
    assert_eq!(send(&mut client, KEY, long).await.status, 201);
    let escaped = "\\ud83d\\ude00".repeat(200_000);
    let body = message(MANAGER)
        .to_string()
        .replace("Bonjour,\\n\\nVoici le planning.", &escaped);
    let key = [("idempotency-key", "another-key-of-a-test")];
    let body = Some(("application/json", body.into_bytes()));
    let sent = client
        .send_bytes(Method::POST, "/mail/messages", body, &key)
        .await;
    assert_eq!(sent.status, 201, "{}", sent.text());
    let body = Some(("application/json", vec![b' '; 3 * 1024 * 1024 + 1]));
    client
        .send_bytes(Method::POST, "/mail/drafts", body, &key)
        .await
        .refused(413, "payload_too_large");
}
