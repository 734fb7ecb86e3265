//! The site beside the API: files, the page, and their headers.

use crate::support::{Answer, Client, backend_with};
use axum::Router;
use axum::body::Body;
use axum::http::Request;
use portal_backend::{Backend, Options, StartError};
use std::fs;

async fn site(options: Options) -> (Router, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let digest = "0a1b2c3d4e5f6789";
    for (name, content) in [
        ("index.html", "<!DOCTYPE html><title>Nomade</title>"),
        ("config.json", "{}"),
        ("boot.js", "start()"),
        (&format!("app-{digest}.js"), "plain"),
        (&format!("app-{digest}.js.br"), "brotli"),
        (&format!("app-{digest}.js.gz"), "gzip"),
        (&format!("app-{digest}_bg.wasm"), "wasm"),
    ] {
        fs::write(folder.path().join(name), content).unwrap();
    }
    fs::write(
        folder.path().parent().unwrap().join("nomade-secret.txt"),
        "secret",
    )
    .unwrap();
    let options = Options {
        site: Some(folder.path().to_owned()),
        ..options
    };
    (backend_with(options).await, folder)
}

async fn get(router: &Router, path: &str, accepts: &str) -> Answer {
    let request = Request::builder()
        .uri(path)
        .header("accept-encoding", accepts);
    Client::of(router)
        .raw(request.body(Body::empty()).unwrap())
        .await
}

#[tokio::test]
async fn every_path_of_the_site_is_its_page() {
    let (router, _folder) = site(Options::default()).await;
    for path in [
        "/",
        "/login",
        "/space/payslips/abc",
        "/space/payslips?year=2026",
        "/a/b/c/",
    ] {
        let answer = get(&router, path, "").await.ok();
        assert!(answer.text().contains("Nomade"), "{path}");
        assert_eq!(
            (
                answer.header("content-type"),
                answer.header("cache-control")
            ),
            ("text/html", "no-cache")
        );
    }
}

#[tokio::test]
async fn a_file_that_is_missing_is_not_the_page() {
    let (router, _folder) = site(Options::default()).await;
    for path in [
        "/foo.js",
        "/app-0000000000000000.js",
        "/favicon.ico",
        "/../nomade-secret.txt",
        "/%2e%2e/nomade-secret.txt",
        "/..%2fnomade-secret.txt",
        "/a\\..\\b.js",
        "/%00.js",
    ] {
        let request = Request::builder().uri(path).body(Body::empty());
        let Ok(request) = request else { continue };
        let answer = Client::of(&router).raw(request).await;
        answer.refused(404, "not_found");
        assert!(
            !answer.header("cache-control").contains("immutable"),
            "{path}"
        );
    }
}

#[tokio::test]
async fn files_named_by_their_content_are_kept_and_sent_compressed() {
    let (router, _folder) = site(Options::default()).await;
    for (accepts, content, encoding) in [
        ("br, gzip", "brotli", "br"),
        ("gzip", "gzip", "gzip"),
        ("", "plain", ""),
    ] {
        let answer = get(&router, "/app-0a1b2c3d4e5f6789.js", accepts).await.ok();
        assert_eq!(
            (answer.text().as_str(), answer.header("content-encoding")),
            (content, encoding)
        );
        assert_eq!(answer.header("content-type"), "text/javascript");
        assert_eq!(
            answer.header("cache-control"),
            "public, max-age=31536000, immutable"
        );
        assert!(
            answer
                .headers
                .get_all("vary")
                .iter()
                .any(|vary| vary == "accept-encoding")
        );
    }
    let wasm = get(&router, "/app-0a1b2c3d4e5f6789_bg.wasm", "").await.ok();
    assert_eq!(wasm.header("content-type"), "application/wasm");
    for path in ["/config.json", "/boot.js"] {
        assert_eq!(
            get(&router, path, "").await.ok().header("cache-control"),
            "no-cache"
        );
    }
}

#[tokio::test]
async fn pages_carry_the_strict_headers() {
    let (router, _folder) = site(Options::default()).await;
    for path in ["/", "/boot.js", "/app-0a1b2c3d4e5f6789_bg.wasm"] {
        let answer = get(&router, path, "").await.ok();
        let policy = answer.header("content-security-policy");
        for part in [
            "default-src 'none'",
            "script-src 'self' 'wasm-unsafe-eval'",
            "connect-src 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "object-src 'none'",
            "form-action 'self'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        ] {
            assert!(
                policy.split("; ").any(|directive| directive == part),
                "{part} in {policy}"
            );
        }
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"));
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("x-frame-options", "DENY"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
            ("strict-transport-security", ""),
        ] {
            assert_eq!(answer.header(name), value);
        }
        assert!(answer.header("permissions-policy").contains("camera=()"));
    }
}

#[tokio::test]
async fn over_https_browsers_are_told_to_stay_there_and_an_api_elsewhere_may_be_called() {
    let options = Options {
        tls: true,
        api_origin: Some("https://api.example".to_owned()),
        ..Options::default()
    };
    let (router, _folder) = site(options).await;
    let answer = get(&router, "/", "").await.ok();
    assert_eq!(
        answer.header("strict-transport-security"),
        "max-age=63072000"
    );
    assert!(
        answer
            .header("content-security-policy")
            .contains("connect-src 'self' https://api.example")
    );
}

#[tokio::test]
async fn the_site_is_only_read() {
    let (router, _folder) = site(Options::default()).await;
    let request = Request::builder()
        .method("POST")
        .uri("/login")
        .body(Body::empty())
        .unwrap();
    let answer = Client::of(&router).raw(request).await;
    answer.refused(405, "method_not_allowed");
    assert_eq!(answer.header("allow"), "GET,HEAD");
}

#[tokio::test]
async fn a_missing_site_is_found_at_the_start() {
    let folder = tempfile::tempdir().unwrap();
    let options = Options {
        site: Some(folder.path().to_owned()),
        database: ":memory:".into(),
        ..Options::default()
    };
    assert!(matches!(
        Backend::open(options).await,
        Err(StartError::Site(_))
    ));
}
