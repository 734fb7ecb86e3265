//! Faults on the site's own files: what a browser is given in place of the program.

use crate::support::{Client, backend_with};
use axum::Router;
use axum::body::Body;
use axum::http::Request;
use portal_backend::Options;
use serde_json::json;
use std::time::{Duration, Instant};

const PROGRAM: &str = "/app-0a1b2c3d4e5f6789_bg.wasm";
const SCRIPT: &str = "/boot.js";
const SOUND: &[u8] = b"\0asm and what follows";

async fn site() -> (Router, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    for name in ["index.html", &PROGRAM[1..], &SCRIPT[1..]] {
        std::fs::write(folder.path().join(name), SOUND).unwrap();
    }
    let compressed = format!("{}.br", &PROGRAM[1..]);
    std::fs::write(folder.path().join(compressed), "compressed").unwrap();
    let options = Options {
        site: Some(folder.path().to_owned()),
        ..Options::default()
    };
    (backend_with(options).await, folder)
}

async fn spoil(router: &Router, path: &str, kind: &str) {
    let fault = json!({ "method": "GET", "path": path, "kind": kind });
    Client::of(router).post("/test/faults", fault).await.ok();
}

async fn get(router: &Router, path: &str) -> crate::support::Answer {
    let request = Request::builder().uri(path).header("accept-encoding", "br");
    Client::of(router)
        .raw(request.body(Body::empty()).unwrap())
        .await
}

#[tokio::test]
async fn a_spoilt_program_is_spoilt_as_it_was_asked_for_and_never_kept() {
    let (router, _folder) = site().await;
    for path in [PROGRAM, SCRIPT] {
        let kind_of_file = get(&router, path).await.ok();
        let kind_of_file = kind_of_file.header("content-type");
        for kind in ["wrong_type", "corrupt", "truncate", "malformed", "slow:40"] {
            spoil(&router, path, kind).await;
            let started = Instant::now();
            let answer = get(&router, path).await;
            assert_eq!(answer.status, 200, "{kind}");
            assert_eq!(answer.header("cache-control"), "no-store", "{kind}");
            assert_eq!(answer.header("content-encoding"), "", "{kind}");
            let sound = answer.body == SOUND;
            assert_eq!(sound, matches!(kind, "wrong_type" | "slow:40"), "{kind}");
            let expected = if kind == "wrong_type" {
                "text/plain"
            } else {
                kind_of_file
            };
            assert_eq!(answer.header("content-type"), expected, "{kind}");
            if kind.starts_with("slow") {
                assert_eq!(answer.header("content-length"), SOUND.len().to_string());
                assert!(started.elapsed() >= Duration::from_millis(40));
            }
        }
        let mended = get(&router, path).await.ok();
        assert_ne!(mended.header("cache-control"), "no-store");
    }
}

#[tokio::test]
async fn what_somebody_else_answers_bears_nothing_of_the_portal() {
    let (router, _folder) = site().await;
    for path in [PROGRAM, "/login", "/api/v1/portal"] {
        for kind in ["html", "redirect"] {
            spoil(&router, path, kind).await;
            let answer = get(&router, path).await;
            for name in [
                "content-security-policy",
                "x-content-type-options",
                "access-control-allow-origin",
            ] {
                assert_eq!(answer.header(name), "", "{path} {kind}");
            }
            assert_eq!(answer.header("cache-control"), "no-store");
        }
    }
}

#[tokio::test]
async fn a_status_on_a_file_is_that_status() {
    let (router, _folder) = site().await;
    for (kind, status) in [
        ("status:404", 404),
        ("status:503", 503),
        ("status:403", 403),
    ] {
        spoil(&router, PROGRAM, kind).await;
        let answer = get(&router, PROGRAM).await;
        assert_eq!(answer.status, status);
        assert!(!answer.header("cache-control").contains("immutable"));
    }
}
