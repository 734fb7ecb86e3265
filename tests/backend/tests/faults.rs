//! Faults on request, as a client meets them: through a socket.

use crate::support::{Client, backend};
use portal_backend::{Options, start};
use serde_json::json;
use std::net::SocketAddr;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

async fn exchange(address: SocketAddr, method: &str, path: &str, body: &str) -> Vec<u8> {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let request = format!(
        "{method} {path} HTTP/1.1\r\nHost: {address}\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    // A connection that is cut ends the reading; what came until then counts.
    let _ = stream.read_to_end(&mut answer).await;
    answer
}

fn parts(answer: &[u8]) -> (String, Vec<u8>) {
    let text = String::from_utf8_lossy(answer);
    let (head, _) = text.split_once("\r\n\r\n").unwrap();
    let head = head.to_ascii_lowercase();
    let start = answer
        .windows(4)
        .position(|window| window == b"\r\n\r\n")
        .unwrap()
        + 4;
    (head, answer[start..].to_vec())
}

#[tokio::test]
async fn every_fault_reaches_the_client_as_it_was_asked_for() {
    let options = Options {
        port: 0,
        database: ":memory:".into(),
        test_controls: true,
        ..Options::default()
    };
    let server = start(options).await.unwrap();
    let address = server.address();
    let path = "/api/v1/probe/network";
    for kind in [
        "drop",
        "after_commit_drop",
        "html",
        "redirect",
        "truncate",
        "malformed",
        "wrong_type",
        "corrupt",
        "status:418",
        "delay:30",
    ] {
        let fault = json!({ "method": "GET", "path": "/api/v1/probe/*", "kind": kind, "times": 1 })
            .to_string();
        let (head, _) = parts(&exchange(address, "POST", "/test/faults", &fault).await);
        assert!(head.starts_with("http/1.1 204"), "{kind}: {head}");
        let started = std::time::Instant::now();
        let answer = exchange(address, "GET", path, "").await;
        if kind.ends_with("drop") {
            // It was heard, and that is all.
            assert_eq!(answer, b"HTTP/1.1 100 Continue\r\n\r\n", "{kind}");
            continue;
        }
        let (head, body) = parts(&answer);
        let json = serde_json::from_slice::<serde_json::Value>(&body);
        match kind {
            "html" => assert!(
                head.contains("200 ok")
                    && head.contains("text/html")
                    && body.starts_with(b"<!DOCTYPE html>")
            ),
            "redirect" => assert!(
                head.contains("302 found") && head.contains("location: https://wifi.example/")
            ),
            "truncate" => assert!(
                !head.contains(&format!("content-length: {}", body.len()))
                    && head.contains("content-length")
                    && !body.is_empty()
            ),
            "malformed" => {
                assert!(head.contains("200 ok") && json.is_err() && body.starts_with(b"{"));
            }
            "wrong_type" => assert!(json.unwrap()["marker"].is_number()),
            "corrupt" => assert!(
                json.is_err() && std::str::from_utf8(&body).is_err() | !body.starts_with(b"{")
            ),
            "status:418" => assert!(head.contains("418") && head.contains("problem+json")),
            _ => assert!(started.elapsed().as_millis() >= 30 && json.unwrap()["verdict"] == "ok"),
        }
        let (head, body) = parts(&exchange(address, "GET", path, "").await);
        assert!(head.contains("200 ok") && head.contains("connection: close"));
        assert!(serde_json::from_slice::<serde_json::Value>(&body).is_ok());
    }
    server.stop().await;
}

#[tokio::test]
async fn a_write_whose_answer_is_lost_has_happened() {
    let mut client = Client::of(&backend().await);
    client
        .post(
            "/test/faults",
            json!({ "method": "POST", "path": "/api/v1/session", "kind": "after_commit_drop" }),
        )
        .await
        .ok();
    client.sign_in("agent.demo", crate::support::PASSWORD).await;
    client
        .sign_in("agent.demo", crate::support::PASSWORD)
        .await
        .ok();
    let session = client.get("/session").await.ok().json();
    assert_eq!(session["last_connection"]["from"], "127.0.0.1");
}

#[tokio::test]
async fn faults_that_wait_can_be_called_off() {
    let mut client = Client::of(&backend().await);
    let fault =
        json!({ "method": "GET", "path": "/api/v1/portal", "kind": "status:503", "times": 9 });
    client.post("/test/faults", fault).await.ok();
    client.get("/portal").await.refused(503, "unavailable");
    client.delete("/test/faults").await.ok();
    client.get("/portal").await.ok();
    assert_eq!(client.get("/test/faults").await.ok().json()["waiting"], 0);
}

#[tokio::test]
async fn a_fault_that_is_none_is_refused() {
    let mut client = Client::of(&backend().await);
    for body in [
        json!({}),
        json!({ "method": "GET", "path": "/x", "kind": "explode" }),
        json!({ "method": "GET", "path": "/x", "kind": "status:999" }),
        json!({ "method": "GET", "path": "/x", "kind": "drop", "times": 0 }),
        json!({ "method": "G T", "path": "/x", "kind": "drop" }),
    ] {
        client
            .post("/test/faults", body)
            .await
            .refused(422, "invalid_fields");
    }
}
