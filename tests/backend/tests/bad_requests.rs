//! Whatever is sent, the answer is a problem document, and never a fault of ours.

use crate::support::{Client, backend, signed_in};
use axum::body::Body;
use axum::http::{Method, Request};

const TARGETS: [(Method, &str); 8] = [
    (Method::POST, "/api/v1/session"),
    (Method::POST, "/api/v1/probe/cookie"),
    (Method::POST, "/test/clock"),
    (Method::POST, "/test/network"),
    (Method::POST, "/test/portal"),
    (Method::POST, "/test/documents"),
    (Method::POST, "/test/mail"),
    (Method::POST, "/test/faults"),
];

#[tokio::test]
async fn a_body_that_is_no_json_object_is_refused() {
    let client = Client::of(&backend().await);
    let deep = "[".repeat(30_000);
    let bodies: [&[u8]; 14] = [
        b"",
        b"{",
        b"{\"username\":",
        b"nothing",
        b"[]",
        b"null",
        b"1e999",
        b"\"text\"",
        b"{\"a\":\"\\ud800\"}",
        b"\xff\xfe",
        b"{\"a\":\"\x00\"}",
        b"{} {}",
        b"<html></html>",
        deep.as_bytes(),
    ];
    for (method, path) in TARGETS {
        for body in bodies {
            let request = Request::builder()
                .method(method.clone())
                .uri(path)
                .header("content-type", "application/json");
            let answer = client
                .raw(request.body(Body::from(body.to_vec())).unwrap())
                .await;
            answer.refused(400, "invalid_request");
        }
    }
}

#[tokio::test]
async fn a_body_that_is_not_said_to_be_json_is_refused() {
    let client = Client::of(&backend().await);
    for (method, path) in TARGETS {
        for media_type in [
            "",
            "text/plain",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/jsonp",
            "\u{e9}",
        ] {
            let request = Request::builder()
                .method(method.clone())
                .uri(path)
                .header("content-type", media_type.as_bytes());
            client
                .raw(request.body(Body::from("{}")).unwrap())
                .await
                .refused(415, "unsupported_media_type");
        }
        let request = Request::builder()
            .method(method.clone())
            .uri(path)
            .body(Body::from("{}"));
        client
            .raw(request.unwrap())
            .await
            .refused(415, "unsupported_media_type");
    }
}

#[tokio::test]
async fn a_body_that_is_too_large_is_refused() {
    let client = Client::of(&backend().await);
    let body = format!("{{\"username\":\"{}\"}}", "x".repeat(64 * 1024));
    for (method, path) in TARGETS {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header("content-type", "application/json; charset=utf-8");
        client
            .raw(request.body(Body::from(body.clone())).unwrap())
            .await
            .refused(413, "payload_too_large");
    }
}

#[tokio::test]
async fn a_path_that_is_none_is_not_found() {
    let client = Client::of(&backend().await);
    for path in [
        "/api",
        "/api/",
        "/api/v1",
        "/api/v1/",
        "/api/v2/portal",
        "/api/v1/nothing",
        "/api/v1/portal/",
        "/api/v1//portal",
        "/api/v1/payslips/a/b/c",
        "/test",
        "/test/nothing",
        "/nothing",
        "/",
    ] {
        for method in [Method::GET, Method::POST] {
            let request = Request::builder()
                .method(method)
                .uri(path)
                .body(Body::empty())
                .unwrap();
            client.raw(request).await.refused(404, "not_found");
        }
    }
}

#[tokio::test]
async fn another_method_is_told_which_ones_there_are() {
    let client = Client::of(&backend().await);
    for (method, path, allowed) in [
        ("POST", "/api/v1/portal", "GET,HEAD"),
        ("PATCH", "/api/v1/session", "GET,HEAD,POST,PUT,DELETE"),
        ("GET", "/api/v1/session/leaving", "POST"),
        ("PUT", "/api/v1/consent", "GET,HEAD,POST"),
        ("POST", "/api/v1/texts/legal", "GET,HEAD"),
        ("GET", "/api/v1/sessions/x", "DELETE"),
        ("DELETE", "/api/v1/payslips/x", "GET,HEAD"),
        ("OPTIONS", "/api/v1/agent", "GET,HEAD"),
        ("TRACE", "/api/v1/agent", "GET,HEAD"),
        ("BREW", "/api/v1/agent", "GET,HEAD"),
        ("PUT", "/api/v1/documents/requests", "GET,HEAD,POST"),
        ("GET", "/api/v1/documents/search", "POST"),
        ("DELETE", "/api/v1/documents/x", "GET,HEAD"),
        ("POST", "/api/v1/documents/x/content", "GET,HEAD"),
        ("DELETE", "/api/v1/operations/x", "GET,HEAD"),
        ("GET", "/test/reset", "POST"),
    ] {
        let answer = client
            .raw(
                Request::builder()
                    .method(method)
                    .uri(path)
                    .body(Body::empty())
                    .unwrap(),
            )
            .await;
        answer.refused(405, "method_not_allowed");
        assert_eq!(answer.header("allow"), allowed, "{method} {path}");
    }
}

#[tokio::test]
async fn a_path_that_can_not_be_read_is_refused() {
    let router = backend().await;
    let mut client = signed_in(&router, "agent.demo").await;
    for path in [
        "/payslips/%FF",
        "/payslips/%ff/document",
        "/payslips/%C3%28",
        "/documents/%FF",
        "/documents/%FF/content",
        "/operations/%FF",
    ] {
        client.get(path).await.refused(400, "invalid_request");
    }
    client
        .delete("/sessions/%FF")
        .await
        .refused(400, "invalid_request");
    for id in [
        "%00",
        "..%2F..",
        "%F0%9F%92%A9",
        "'%20OR%201=1--",
        &"x".repeat(5000),
    ] {
        for path in ["payslips", "documents", "operations"] {
            client
                .get(&format!("/{path}/{id}"))
                .await
                .refused(404, "not_found");
        }
        client
            .delete(&format!("/sessions/{id}"))
            .await
            .refused(404, "not_found");
    }
}

#[tokio::test]
async fn headers_that_come_twice_or_are_no_text_do_no_harm() {
    let client = Client::of(&backend().await);
    for name in [
        "host",
        "origin",
        "cookie",
        "content-type",
        "x-csrf-token",
        "user-agent",
        "accept",
        "accept-language",
        "range",
        "x-forwarded-for",
    ] {
        for values in [vec![&b"\xff\xfe"[..]], vec![b"a", b"b"], vec![b""]] {
            for (method, path) in [
                (Method::GET, "/api/v1/session"),
                (Method::GET, "/api/v1/portal"),
                (Method::POST, "/api/v1/session"),
            ] {
                let mut request = Request::builder().method(method).uri(path);
                for value in &values {
                    request = request.header(name, *value);
                }
                let answer = client.raw(request.body(Body::from("{}")).unwrap()).await;
                assert!(
                    !answer.status.is_server_error(),
                    "{name}: {}",
                    answer.text()
                );
                assert_eq!(answer.header("cache-control"), "no-store");
            }
        }
    }
}

#[tokio::test]
async fn every_answer_of_the_api_is_kept_by_nobody_and_guessed_by_nobody() {
    let mut client = signed_in(&backend().await, "agent.demo").await;
    for path in [
        "/portal",
        "/session",
        "/payslips",
        "/nothing",
        "/payslips/none",
    ] {
        let answer = client.get(path).await;
        assert_eq!(answer.header("cache-control"), "no-store", "{path}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert_eq!(
            answer.header("content-security-policy"),
            "default-src 'none'; frame-ancestors 'none'"
        );
        assert_eq!(answer.header("strict-transport-security"), "");
    }
}
