//! The session cookie on each kind of origin.

use crate::support::{Client, PASSWORD, backend_with};
use portal_backend::Options;
use serde_json::json;

async fn cookies_with(options: Options) -> [String; 2] {
    let mut client = Client::of(&backend_with(options).await);
    let session = client
        .sign_in("agent.demo", PASSWORD)
        .await
        .ok()
        .header("set-cookie")
        .to_owned();
    let probe = client
        .post("/probe/cookie", json!({}))
        .await
        .ok()
        .header("set-cookie")
        .to_owned();
    let without_value = |cookie: String| {
        let (pair, attributes) = cookie.split_once(';').unwrap();
        format!("{}{attributes}", pair.split_once('=').unwrap().0)
    };
    [session, probe].map(without_value)
}

#[tokio::test]
async fn over_https_cookies_are_strict() {
    let cookies = cookies_with(Options {
        tls: true,
        ..Options::default()
    })
    .await;
    assert_eq!(
        cookies[0],
        "__Host-session Path=/; HttpOnly; Secure; SameSite=Lax"
    );
    assert_eq!(
        cookies[1],
        "__Host-probe Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=300"
    );
}

#[tokio::test]
async fn over_plain_http_on_this_machine_they_are_such_as_every_browser_keeps() {
    let cookies = cookies_with(Options::default()).await;
    assert_eq!(cookies[0], "session Path=/; HttpOnly; SameSite=Lax");
}

#[tokio::test]
async fn across_sites_they_are_partitioned() {
    let cookies = cookies_with(Options {
        tls: true,
        cross_site: true,
        ..Options::default()
    })
    .await;
    assert_eq!(
        cookies[0],
        "__Host-session Path=/; HttpOnly; Secure; SameSite=None; Partitioned"
    );
}

#[tokio::test]
async fn a_cookie_that_is_none_of_ours_is_signed_out() {
    let router = backend_with(Options::default()).await;
    for cookie in [
        "session=",
        "session=x",
        "session",
        "=",
        ";;;",
        "session=\u{e9}",
        &format!("session={}", "x".repeat(8000)),
    ] {
        let answer = Client::of(&router)
            .send_with(
                axum::http::Method::GET,
                "/session",
                None,
                &[("cookie", cookie)],
            )
            .await;
        assert_eq!(answer.ok().json()["state"], "signed_out", "{cookie:.20}");
    }
}
