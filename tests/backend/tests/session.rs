//! A session's life: reading, extending, expiring, leaving, ending.

use crate::support::{Client, backend, signed_in, signed_in_on_shared_device};
use axum::http::Method;
use serde_json::{Value, json};

fn seconds_between(session: &Value, from: &str, until: &str) -> i64 {
    let moment =
        |name: &str| chrono::DateTime::parse_from_rfc3339(session[name].as_str().unwrap()).unwrap();
    (moment(until) - moment(from)).num_seconds()
}

#[tokio::test]
async fn signed_out_the_session_says_so_and_nothing_else() {
    let session = Client::of(&backend().await)
        .get("/session")
        .await
        .ok()
        .json();
    assert_eq!(session["state"], "signed_out");
    for name in [
        "csrf_token",
        "idle_expires_at",
        "absolute_expires_at",
        "agent",
        "last_connection",
        "password",
    ] {
        assert_eq!(session[name], Value::Null, "{name}");
    }
}

#[tokio::test]
async fn a_new_session_tells_its_ends_the_agent_and_the_connection_before() {
    let mut client = signed_in(&backend().await, "agent.demo").await;
    let session = client.get("/session").await.ok().json();
    assert_eq!(session["state"], "signed_in");
    assert!((895..=900).contains(&seconds_between(&session, "now", "idle_expires_at")));
    assert!((28_790..=28_800).contains(&seconds_between(&session, "now", "absolute_expires_at")));
    assert_eq!(session["agent"], client.get("/agent").await.ok().json());
    assert_eq!(session["last_connection"]["with"], "Firefox 153, Linux");
    assert!(session["now"].as_str().unwrap().ends_with("+01:00"));
    client
        .sign_in("agent.demo", crate::support::PASSWORD)
        .await
        .ok();
    let session = client.get("/session").await.ok().json();
    assert_eq!(session["last_connection"]["from"], "127.0.0.1");
}

#[tokio::test]
async fn reading_never_extends_and_putting_does() {
    let mut client = signed_in(&backend().await, "agent.demo").await;
    for _ in 0..3 {
        client.wait(299).await;
        assert_eq!(client.state().await, "signed_in");
        client.get("/payslips").await.ok();
    }
    client.wait(10).await;
    assert_eq!(client.state().await, "signed_out");
    client.get("/payslips").await.refused(401, "signed_out");

    let mut client = signed_in(&backend().await, "agent.demo").await;
    for _ in 0..4 {
        client.wait(800).await;
        let session = client.put("/session").await.ok().json();
        assert!((898..=900).contains(&seconds_between(&session, "now", "idle_expires_at")));
    }
}

#[tokio::test]
async fn no_extension_goes_beyond_the_absolute_end() {
    let mut client = signed_in(&backend().await, "agent.demo").await;
    for _ in 0..35 {
        client.wait(800).await;
        client.put("/session").await.ok();
    }
    let session = client.get("/session").await.ok().json();
    assert_eq!(session["idle_expires_at"], session["absolute_expires_at"]);
    client.wait(800).await;
    client.put("/session").await.refused(401, "signed_out");
}

#[tokio::test]
async fn a_shared_device_has_less_time() {
    let mut client = signed_in_on_shared_device(&backend().await, "agent.demo").await;
    let session = client.get("/session").await.ok().json();
    assert_eq!(session["shared_device"], true);
    assert!((295..=300).contains(&seconds_between(&session, "now", "idle_expires_at")));
    client.wait(301).await;
    assert_eq!(client.state().await, "signed_out");
}

#[tokio::test]
async fn a_reload_keeps_a_shared_device_session_and_closing_the_window_ends_it() {
    let mut client = signed_in_on_shared_device(&backend().await, "agent.demo").await;
    assert_eq!(client.post("/session/leaving", json!({})).await.status, 204);
    client.wait(15).await;
    assert_eq!(client.state().await, "signed_in");
    client.wait(60).await;
    assert_eq!(client.state().await, "signed_in");

    client.post("/session/leaving", json!({})).await.ok();
    client.wait(20).await;
    assert_eq!(client.state().await, "signed_out");
}

#[tokio::test]
async fn any_call_with_the_cookie_keeps_a_session_whose_page_went_away() {
    for (method, path) in [
        (Method::GET, "/session"),
        (Method::GET, "/portal"),
        (Method::GET, "/probe/network"),
        (Method::GET, "/payslips"),
        (Method::GET, "/nowhere"),
        (Method::PUT, "/session"),
        (Method::DELETE, "/sessions/x"),
    ] {
        let mut client = signed_in_on_shared_device(&backend().await, "agent.demo").await;
        client.post("/session/leaving", json!({})).await.ok();
        client.wait(15).await;
        client.send(method.clone(), path, None).await;
        client.wait(60).await;
        assert_eq!(client.state().await, "signed_in", "{method} {path}");
    }
}

#[tokio::test]
async fn a_call_that_comes_too_late_or_without_the_cookie_keeps_nothing() {
    let router = backend().await;
    let mut client = signed_in_on_shared_device(&router, "agent.demo").await;
    client.post("/session/leaving", json!({})).await.ok();
    client.wait(15).await;
    Client::of(&router).get("/portal").await.ok();
    // Another session of the agent is another page's.
    signed_in_on_shared_device(&router, "agent.demo").await;
    client.wait(5).await;
    client.get("/payslips").await.refused(401, "signed_out");
    assert_eq!(client.state().await, "signed_out");
}

#[tokio::test]
async fn a_second_page_that_goes_away_counts_from_its_own_moment() {
    let mut client = signed_in_on_shared_device(&backend().await, "agent.demo").await;
    client.post("/session/leaving", json!({})).await.ok();
    client.wait(15).await;
    client.post("/session/leaving", json!({})).await.ok();
    client.wait(15).await;
    let mut copy = client.clone();
    client.wait(5).await;
    assert_eq!(copy.state().await, "signed_out");
}

#[tokio::test]
async fn leaving_ends_nothing_on_a_device_of_ones_own() {
    let mut client = signed_in(&backend().await, "agent.demo").await;
    client.post("/session/leaving", json!({})).await.ok();
    client.wait(60).await;
    assert_eq!(client.state().await, "signed_in");
}

#[tokio::test]
async fn signing_out_ends_the_session_on_the_server_and_may_be_repeated() {
    let router = backend().await;
    let mut client = signed_in(&router, "agent.demo").await;
    let mut copy = client.clone();
    let answer = client.delete("/session").await;
    assert_eq!(answer.status, 204);
    assert!(answer.header("set-cookie").contains("Max-Age=0"));
    assert_eq!(answer.header("clear-site-data"), "\"storage\"");
    copy.get("/agent").await.refused(401, "signed_out");
    assert_eq!(copy.delete("/session").await.status, 204);
    assert_eq!(Client::of(&router).delete("/session").await.status, 204);
}

#[tokio::test]
async fn whoever_has_not_accepted_the_charter_can_only_read_the_session_extend_it_and_end_it() {
    let router = backend().await;
    let mut client = signed_in(&router, "nouveau.demo").await;
    let session = client.get("/session").await.ok().json();
    assert_eq!(
        (&session["state"], &session["last_connection"]),
        (&json!("consent_required"), &Value::Null)
    );
    for path in [
        "/agent",
        "/notices",
        "/payslips",
        "/payslips/series",
        "/payslips/x",
        "/payslips/x/document",
        "/sessions",
        "/activity",
    ] {
        client.get(path).await.refused(403, "consent_required");
    }
    client.put("/session").await.ok();
    client
        .delete("/sessions")
        .await
        .refused(403, "consent_required");
    assert_eq!(client.delete("/session").await.status, 204);
    assert_eq!(client.state().await, "signed_out");
}

#[tokio::test]
async fn a_new_charter_asks_again() {
    let mut client = signed_in(&backend().await, "agent.demo").await;
    client
        .post(
            "/test/portal",
            json!({ "charter": { "version": "2027-1" } }),
        )
        .await
        .ok();
    assert_eq!(client.state().await, "consent_required");
}

#[tokio::test]
async fn shorter_times_hold_at_once() {
    let mut client = signed_in(&backend().await, "agent.demo").await;
    client
        .post(
            "/test/portal",
            json!({ "session": { "idle_s": 30, "warn_before_s": 10 } }),
        )
        .await
        .ok();
    let session = client.get("/session").await.ok().json();
    assert_eq!(session["warn_before_s"], 10);
    client.wait(31).await;
    assert_eq!(client.state().await, "signed_out");
}

#[tokio::test]
async fn a_reset_ends_sessions_and_takes_every_change_back() {
    let mut client = signed_in(&backend().await, "agent.demo").await;
    client.wait(60).await;
    client
        .post("/test/network", json!({ "verdict": "vpn" }))
        .await
        .ok();
    client
        .post("/test/portal", json!({ "lockout": { "attempts": 1 } }))
        .await
        .ok();
    client
        .post(
            "/test/faults",
            json!({ "method": "GET", "path": "/api/*", "kind": "status:500", "times": 9 }),
        )
        .await
        .ok();
    client.post("/test/reset", json!({})).await.ok();
    let session = client.get("/session").await.ok().json();
    assert_eq!(session["state"], "signed_out");
    assert!(
        session["now"]
            .as_str()
            .unwrap()
            .starts_with("2026-11-22T18:42:")
    );
    assert_eq!(
        client.get("/probe/network").await.ok().json()["verdict"],
        "ok"
    );
    assert_eq!(
        client.get("/portal").await.ok().json()["lockout"]["attempts"],
        5
    );
    client
        .sign_in("agent.demo", crate::support::PASSWORD)
        .await
        .ok();
}
