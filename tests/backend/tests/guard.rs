//! Who may write: tokens and origins.

use crate::support::{Client, PASSWORD, backend, backend_with, signed_in};
use axum::http::Method;
use portal_backend::Options;
use serde_json::json;

const WRITES: [(Method, &str); 7] = [
    (Method::PUT, "/session"),
    (Method::DELETE, "/session"),
    (Method::POST, "/session/leaving"),
    (Method::DELETE, "/sessions"),
    (Method::DELETE, "/sessions/x"),
    (Method::POST, "/consent"),
    (Method::POST, "/activity/x/report"),
];

#[tokio::test]
async fn no_write_of_a_session_works_without_its_token() {
    let router = backend().await;
    let mut client = signed_in(&router, "agent.demo").await;
    let strangers = signed_in(&router, "manager.demo").await;
    for token in [None, Some(""), Some("x"), strangers.token()] {
        let mut forged = client.clone();
        forged.set_token(token);
        for (method, path) in WRITES {
            forged
                .send(method, path, None)
                .await
                .refused(403, "csrf_refused");
        }
    }
    assert_eq!(client.state().await, "signed_in");
}

#[tokio::test]
async fn an_older_token_of_the_session_stays_valid() {
    let mut client = signed_in(&backend().await, "agent.demo").await;
    let first = client.token().unwrap().to_owned();
    for _ in 0..3 {
        client.put("/session").await.ok();
    }
    assert_ne!(client.token(), Some(first.as_str()));
    client.set_token(Some(&first));
    client.put("/session").await.ok();
}

#[tokio::test]
async fn a_token_ends_with_its_session() {
    let router = backend().await;
    let mut client = signed_in(&router, "agent.demo").await;
    let old = client.token().unwrap().to_owned();
    client.sign_in("agent.demo", PASSWORD).await.ok();
    client.set_token(Some(&old));
    client.put("/session").await.refused(403, "csrf_refused");
}

#[tokio::test]
async fn a_foreign_page_writes_nothing() {
    let router = backend().await;
    let mut client = signed_in(&router, "agent.demo").await;
    for origin in [
        "https://evil.example",
        "null",
        "http://localhost:8081",
        "https://localhost:8080",
        "http://localhost",
    ] {
        for (method, path) in WRITES {
            client
                .send_with(method, path, None, &[("origin", origin)])
                .await
                .refused(403, "origin_refused");
        }
        for path in ["/session", "/probe/cookie", "/test/reset", "/test/clock"] {
            client
                .send_with(Method::POST, path, Some(json!({})), &[("origin", origin)])
                .await
                .refused(403, "origin_refused");
        }
    }
    for site in ["cross-site", "same-site", "none"] {
        client
            .send_with(Method::PUT, "/session", None, &[("sec-fetch-site", site)])
            .await
            .refused(403, "origin_refused");
    }
    assert_eq!(client.state().await, "signed_in");
}

#[tokio::test]
async fn the_own_page_and_listed_ones_write() {
    let options = Options {
        origins: vec!["http://localhost:8081".to_owned()],
        ..Options::default()
    };
    let mut client = signed_in(&backend_with(options).await, "agent.demo").await;
    for origin in ["http://localhost:8080", "http://localhost:8081"] {
        client
            .send_with(Method::PUT, "/session", None, &[("origin", origin)])
            .await
            .ok();
    }
    client
        .send_with(
            Method::PUT,
            "/session",
            None,
            &[("sec-fetch-site", "same-origin")],
        )
        .await
        .ok();
}

#[tokio::test]
async fn signed_out_json_from_a_known_page_is_enough() {
    let router = backend().await;
    for path in ["/session", "/probe/cookie"] {
        let mut client = Client::of(&router);
        let body =
            json!({ "username": "agent.demo", "password": PASSWORD, "shared_device": false });
        client
            .send_with(
                Method::POST,
                path,
                Some(body),
                &[("origin", "http://localhost:8080")],
            )
            .await
            .ok();
    }
}

#[tokio::test]
async fn only_listed_origins_of_another_site_may_read() {
    let options = Options {
        origins: vec!["https://page.example".to_owned()],
        cross_site: true,
        tls: true,
        ..Options::default()
    };
    let mut client = Client::of(&backend_with(options).await);
    let asks = [
        ("origin", "https://page.example"),
        ("access-control-request-method", "PUT"),
    ];
    let answer = client
        .send_with(Method::OPTIONS, "/session", None, &asks)
        .await;
    assert_eq!(answer.status, 204);
    assert_eq!(
        answer.header("access-control-allow-origin"),
        "https://page.example"
    );
    assert_eq!(answer.header("access-control-allow-credentials"), "true");
    let methods = answer.header("access-control-allow-methods");
    assert!(["PATCH", "PUT"].iter().all(|it| methods.contains(it)));
    let allowed: Vec<_> = answer
        .header("access-control-allow-headers")
        .split(", ")
        .collect();
    for name in [
        "x-csrf-token",
        "if-match",
        "idempotency-key",
        "content-disposition",
    ] {
        assert!(allowed.contains(&name), "{name}");
    }

    let answer = client
        .send_with(Method::GET, "/agent", None, &asks[..1])
        .await;
    answer.refused(401, "signed_out");
    assert_eq!(
        answer.header("access-control-allow-origin"),
        "https://page.example"
    );
    assert_eq!(answer.header("vary"), "origin");

    let foreign = [
        ("origin", "https://evil.example"),
        ("access-control-request-method", "PUT"),
    ];
    client
        .send_with(Method::OPTIONS, "/session", None, &foreign)
        .await
        .refused(405, "method_not_allowed");
    let answer = client
        .send_with(Method::GET, "/portal", None, &foreign)
        .await
        .ok();
    assert_eq!(answer.header("access-control-allow-origin"), "");
}

#[tokio::test]
async fn without_two_sites_nobody_else_may_read() {
    let options = Options {
        origins: vec!["http://localhost:8081".to_owned()],
        ..Options::default()
    };
    let mut client = Client::of(&backend_with(options).await);
    let answer = client
        .send_with(
            Method::GET,
            "/portal",
            None,
            &[("origin", "http://localhost:8081")],
        )
        .await
        .ok();
    assert_eq!(answer.header("access-control-allow-origin"), "");
}
