//! What the portal says of itself.

use crate::support::{Client, backend, backend_with};
use axum::http::Method;
use nomade::contract::portal::Portal;
use portal_backend::Options;
use serde_json::json;

#[tokio::test]
async fn the_portal_is_public_and_complete() {
    let mut client = Client::of(&backend().await);
    let answer = client.get("/portal").await.ok();
    assert_eq!(answer.header("cache-control"), "no-store");
    let portal: Portal = serde_json::from_slice(&answer.body).unwrap();
    assert_eq!(portal.contract_version, nomade::contract::CONTRACT_VERSION);
    assert_eq!(portal.canonical_host, "localhost:8080");
    for article in ["226-15", "323-1 à 323-7", "Code pénal"] {
        assert!(portal.legal_notice.fr.contains(article), "{article}");
    }
    assert!(
        portal
            .identity_service
            .password_url
            .starts_with("https://identite.example/")
    );
}

#[tokio::test]
async fn the_canonical_host_is_the_one_asked_unless_it_is_set() {
    let router = backend().await;
    for (host, expected) in [
        ("127.0.0.1:9000", "127.0.0.1:9000"),
        ("PORTAIL.example", "portail.example"),
        ("[::1]:8080", "[::1]:8080"),
    ] {
        assert_eq!(host_told(&router, host).await, expected);
    }
    for nonsense in [
        "",
        "a b",
        "user@host",
        "<script>",
        "host/path",
        "é",
        &"x".repeat(300),
    ] {
        assert_eq!(
            host_told(&router, nonsense).await,
            "localhost:8080",
            "{nonsense}"
        );
    }
    let router = backend_with(Options {
        canonical_host: Some("nomade.example".to_owned()),
        ..Options::default()
    })
    .await;
    assert_eq!(host_told(&router, "localhost:8081").await, "nomade.example");
}

async fn host_told(router: &axum::Router, host: &str) -> String {
    let request = axum::http::Request::builder()
        .uri("/api/v1/portal")
        .header("host", host.as_bytes());
    let answer = Client::of(router)
        .raw(request.body(axum::body::Body::empty()).unwrap())
        .await
        .ok();
    answer.json()["canonical_host"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_patch_that_leaves_no_portal_is_refused_and_changes_nothing() {
    let mut client = Client::of(&backend().await);
    let before = client.get("/portal").await.ok().json();
    for patch in [
        json!({ "session": null }),
        json!({ "lockout": { "attempts": "many" } }),
        json!({ "support_contacts": {} }),
    ] {
        client
            .post("/test/portal", patch)
            .await
            .refused(422, "invalid_fields");
    }
    assert_eq!(client.get("/portal").await.ok().json(), before);
}

#[tokio::test]
async fn a_hostile_identity_address_is_served_as_given() {
    let mut client = Client::of(&backend().await);
    client
        .post(
            "/test/portal",
            json!({ "identity_service": { "password_url": "javascript:alert(1)" } }),
        )
        .await
        .ok();
    assert_eq!(
        client.get("/portal").await.ok().json()["identity_service"]["password_url"],
        "javascript:alert(1)"
    );
}

#[tokio::test]
async fn test_controls_are_not_there_unless_asked_for() {
    let options = Options {
        database: ":memory:".into(),
        ..Options::default()
    };
    let router = portal_backend::router(&portal_backend::Backend::open(options).await.unwrap());
    for path in ["/test/reset", "/test/clock", "/test/portal", "/test"] {
        Client::of(&router)
            .send(Method::POST, path, Some(json!({ "advance_s": 1 })))
            .await
            .refused(404, "not_found");
    }
}
