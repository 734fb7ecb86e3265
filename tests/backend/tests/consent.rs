//! The charter and the terms before an agent: what is due, what changed, and what an acceptance does.

use crate::process::{Program, request};
use crate::support::{Client, backend, signed_in, signed_in_on_shared_device};
use axum::body::Body;
use axum::http::{Method, Request};
use serde_json::{Value, json};

const NEXT: &str = "2026-2";

fn given(charter: &str, terms: &str) -> Value {
    json!({ "charter_version": charter, "terms_version": terms })
}

/// Puts the next version of `name` in force.
async fn publish(client: &mut Client, name: &str, version: &str) {
    let patch = json!({ name: { "version": version, "published_on": "2026-11-20" } });
    client.post("/test/portal", patch).await.ok();
}

async fn consent(client: &mut Client) -> Value {
    client.get("/consent").await.ok().json()
}

#[tokio::test]
async fn a_new_agent_is_shown_both_texts_and_that_nothing_was_accepted() {
    let mut client = signed_in(&backend().await, "nouveau.demo").await;
    let consent = consent(&mut client).await;
    for name in ["charter", "terms"] {
        let text = client.get(&format!("/texts/{name}")).await.ok().json();
        assert_eq!(consent[name]["text"], text);
        assert_eq!(consent[name]["accepted"], Value::Null);
        assert_eq!(consent[name]["changes"], json!([]));
    }
}

#[tokio::test]
async fn accepting_opens_the_space_and_lasts() {
    let router = backend().await;
    let mut client = signed_in(&router, "nouveau.demo").await;
    client.get("/agent").await.refused(403, "consent_required");
    let session = client
        .post("/consent", given("2026-1", "2026-1"))
        .await
        .ok()
        .json();
    assert_eq!(session["state"], "signed_in");
    assert_eq!(session["agent"]["username"], "nouveau.demo");
    client.get("/agent").await.ok();

    // The token of the answer is one of the session's.
    client.set_token(session["csrf_token"].as_str());
    client.put("/session").await.ok();

    let mut again = signed_in(&router, "nouveau.demo").await;
    assert_eq!(again.state().await, "signed_in");
    let consent = consent(&mut again).await;
    assert_eq!(consent["charter"]["accepted"]["version"], "2026-1");
    let at = consent["terms"]["accepted"]["at"].as_str().unwrap();
    assert!(
        at.starts_with("2026-11-22T18:4") && at.ends_with("+01:00"),
        "{at}"
    );

    again.post("/test/reset", json!({})).await.ok();
    let mut client = signed_in(&router, "nouveau.demo").await;
    assert_eq!(client.state().await, "consent_required");
}

#[tokio::test]
async fn accepting_again_changes_nothing_and_keeps_the_first_moment() {
    let mut client = signed_in(&backend().await, "nouveau.demo").await;
    client
        .post("/consent", given("2026-1", "2026-1"))
        .await
        .ok();
    let before = consent(&mut client).await;
    client.wait(60).await;
    let session = client.post("/consent", given("2026-1", "2026-1")).await;
    assert_eq!(session.ok().json()["state"], "signed_in");
    assert_eq!(consent(&mut client).await, before);
}

#[tokio::test]
async fn a_version_that_is_not_in_force_is_never_accepted() {
    let mut client = signed_in(&backend().await, "nouveau.demo").await;
    let before = consent(&mut client).await;
    for (charter, terms) in [
        ("2025-1", "2026-1"),
        ("2026-1", "2025-1"),
        ("2026-2", "2026-2"),
        (" 2026-1", "2026-1"),
        ("x", "y"),
    ] {
        client
            .post("/consent", given(charter, terms))
            .await
            .refused(412, "changed_meanwhile");
    }
    assert_eq!(consent(&mut client).await, before);
    assert_eq!(client.state().await, "consent_required");

    // A version that came into force while the agent was reading.
    publish(&mut client, "charter", NEXT).await;
    client
        .post("/consent", given("2026-1", "2026-1"))
        .await
        .refused(412, "changed_meanwhile");
    client.post("/consent", given(NEXT, "2026-1")).await.ok();
    assert_eq!(client.state().await, "signed_in");
}

#[tokio::test]
async fn a_charter_that_changes_in_mid_session_is_due_at_once_with_what_changed() {
    let mut client = signed_in(&backend().await, "agent.demo").await;
    client.get("/payslips").await.ok();
    publish(&mut client, "charter", NEXT).await;
    assert_eq!(client.state().await, "consent_required");
    for path in [
        "/agent",
        "/notices",
        "/payslips",
        "/payslips/series",
        "/sessions",
    ] {
        client.get(path).await.refused(403, "consent_required");
    }
    // Whoever reads may take their time.
    let before = client.get("/session").await.ok().json();
    client.wait(60).await;
    let extended = client.put("/session").await.ok().json();
    assert_eq!(extended["state"], "consent_required");
    assert_ne!(extended["idle_expires_at"], before["idle_expires_at"]);
    client
        .delete("/sessions")
        .await
        .refused(403, "consent_required");

    let due = consent(&mut client).await;
    assert_eq!(due["charter"]["accepted"]["version"], "2026-1");
    assert_eq!(due["charter"]["changes"].as_array().unwrap().len(), 2);
    assert_eq!(due["terms"]["changes"], json!([]));
    assert_eq!(due["charter"]["text"]["version"], NEXT);

    client.post("/consent", given(NEXT, "2026-1")).await.ok();
    client.get("/payslips").await.ok();
    let accepted = consent(&mut client).await;
    assert_eq!(accepted["charter"]["changes"], json!([]));
    // The terms were accepted before, and that moment stays.
    assert_eq!(accepted["terms"], due["terms"]);
}

#[tokio::test]
async fn changes_through_several_versions_are_all_told_and_unknown_ones_are_not_made_up() {
    let mut client = signed_in(&backend().await, "nouveau.demo").await;
    publish(&mut client, "charter", "2025-1").await;
    client
        .post("/consent", given("2025-1", "2026-1"))
        .await
        .ok();
    publish(&mut client, "charter", NEXT).await;
    let through = consent(&mut client).await["charter"]["changes"].clone();
    assert_eq!(through.as_array().unwrap().len(), 5);
    assert!(through[0]["fr"].as_str().unwrap().starts_with("Nouveau"));

    publish(&mut client, "charter", "2031-7").await;
    let untold = consent(&mut client).await["charter"]["changes"].clone();
    assert_eq!(untold.as_array().unwrap().len(), 1);
    assert!(untold[0]["en"].as_str().unwrap().contains("No list"));

    // An older version that is in force again is accepted again.
    client
        .post("/consent", given("2031-7", "2026-1"))
        .await
        .ok();
    publish(&mut client, "charter", "2025-1").await;
    assert_eq!(client.state().await, "consent_required");
    client
        .post("/consent", given("2025-1", "2026-1"))
        .await
        .ok();
    assert_eq!(client.state().await, "signed_in");
}

#[tokio::test]
async fn without_a_session_there_is_nothing_to_read_or_to_accept() {
    let mut client = Client::of(&backend().await);
    client.get("/consent").await.refused(401, "signed_out");
    client
        .post("/consent", given("2026-1", "2026-1"))
        .await
        .refused(401, "signed_out");
}

#[tokio::test]
async fn a_waiting_session_without_its_token_or_from_a_foreign_page_accepts_nothing() {
    let router = backend().await;
    let mut client = signed_in(&router, "nouveau.demo").await;
    let strangers = signed_in(&router, "agent.demo").await;
    for token in [None, Some("x"), strangers.token()] {
        let mut forged = client.clone();
        forged.set_token(token);
        forged
            .post("/consent", given("2026-1", "2026-1"))
            .await
            .refused(403, "csrf_refused");
    }
    let foreign = [("origin", "https://evil.example")];
    let body = Some(given("2026-1", "2026-1"));
    client
        .send_with(Method::POST, "/consent", body, &foreign)
        .await
        .refused(403, "origin_refused");
    assert_eq!(client.state().await, "consent_required");
    assert_eq!(
        consent(&mut client).await["charter"]["accepted"],
        Value::Null
    );
}

#[tokio::test]
async fn reading_never_extends_and_accepting_does() {
    let mut client = signed_in_on_shared_device(&backend().await, "nouveau.demo").await;
    let opened = client.get("/session").await.ok().json();
    client.wait(200).await;
    consent(&mut client).await;
    let read = client.get("/session").await.ok().json();
    assert_eq!(read["idle_expires_at"], opened["idle_expires_at"]);
    let accepted = client
        .post("/consent", given("2026-1", "2026-1"))
        .await
        .ok();
    let accepted = accepted.json();
    assert_ne!(accepted["idle_expires_at"], opened["idle_expires_at"]);
    assert_eq!(
        accepted["absolute_expires_at"],
        opened["absolute_expires_at"]
    );
    client.wait(200).await;
    assert_eq!(client.state().await, "signed_in");
    // Refused, it is no sign of life either.
    client
        .post("/consent", given("x", "y"))
        .await
        .refused(412, "changed_meanwhile");
    client.wait(101).await;
    assert_eq!(client.state().await, "signed_out");
}

#[tokio::test]
async fn bad_bodies_accept_nothing_and_are_told_why() {
    let mut client = signed_in(&backend().await, "nouveau.demo").await;
    for (body, told) in [
        (
            json!({}),
            "charter_version required, terms_version required",
        ),
        (given("", "2026-1"), "charter_version required"),
        (
            json!({ "charter_version": "2026-1" }),
            "terms_version required",
        ),
        (
            json!({ "charter_version": 1, "terms_version": null }),
            "charter_version invalid, terms_version invalid",
        ),
        (given(&"x".repeat(65), "2026-1"), "charter_version too_long"),
    ] {
        let answer = client.post("/consent", body).await;
        answer.refused(422, "invalid_fields");
        let fields: Vec<String> = answer.json()["fields"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| {
                format!(
                    "{} {}",
                    it["name"].as_str().unwrap(),
                    it["code"].as_str().unwrap()
                )
            })
            .collect();
        assert_eq!(fields.join(", "), told);
    }
    for (media_type, body, status, code) in [
        ("application/json", "", 400, "invalid_request"),
        ("application/json", "{", 400, "invalid_request"),
        ("application/json", "[]", 400, "invalid_request"),
        ("text/plain", "{}", 415, "unsupported_media_type"),
    ] {
        let request = Request::builder()
            .method("POST")
            .uri("/api/v1/consent")
            .header("host", "localhost:8080")
            .header("cookie", client.cookie().unwrap())
            .header("x-csrf-token", client.token().unwrap())
            .header("content-type", media_type);
        let answer = client.raw(request.body(Body::from(body)).unwrap()).await;
        answer.refused(status, code);
    }
    assert_eq!(client.state().await, "consent_required");

    // A field more is a newer client's.
    let body = json!({ "charter_version": "2026-1", "terms_version": "2026-1", "more": [1] });
    client.post("/consent", body).await.ok();
}

#[tokio::test]
async fn a_session_that_waits_ends_as_any_other() {
    let router = backend().await;
    let mut client = signed_in_on_shared_device(&router, "nouveau.demo").await;
    assert_eq!(
        client
            .send(Method::POST, "/session/leaving", None)
            .await
            .status,
        204
    );
    client.wait(21).await;
    client.get("/consent").await.refused(401, "signed_out");
    let mut client = signed_in(&router, "nouveau.demo").await;
    assert_eq!(client.delete("/session").await.status, 204);
    client.get("/consent").await.refused(401, "signed_out");
}

#[test]
fn an_acceptance_survives_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let sign_in = |port| {
        let body = json!({ "username": "nouveau.demo", "password": "Nomade-2026!", "shared_device": false });
        request(port, "POST", "/api/v1/session", &[], &body.to_string())
    };
    let program = Program::start(&[], folder.path());
    let opened = sign_in(program.port);
    let (cookie, session) = (opened.cookie(), opened.json());
    assert_eq!(session["state"], "consent_required");
    let headers = [
        ("Cookie", cookie.as_str()),
        ("X-CSRF-Token", session["csrf_token"].as_str().unwrap()),
    ];
    let body = given("2026-1", "2026-1").to_string();
    let accepted = request(program.port, "POST", "/api/v1/consent", &headers, &body);
    assert_eq!(accepted.json()["state"], "signed_in");
    let read = |port| request(port, "GET", "/api/v1/consent", &headers[..1], "").json();
    let before = read(program.port);
    program.stop();

    let program = Program::start(&[], folder.path());
    assert_eq!(read(program.port), before);
    assert_eq!(sign_in(program.port).json()["state"], "signed_in");
    program.stop();
}
