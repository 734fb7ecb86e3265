//! The connection seen from here.

use crate::support::{Client, backend};
use axum::http::Method;
use serde_json::{Value, json};

#[tokio::test]
async fn the_network_probe_carries_the_marker_and_the_verdict() {
    let mut client = Client::of(&backend().await);
    for verdict in ["ok", "internal", "vpn", "blocked"] {
        client
            .post("/test/network", json!({ "verdict": verdict }))
            .await
            .ok();
        let probe = client.get("/probe/network").await.ok().json();
        assert_eq!(probe["marker"], nomade::contract::probe::NETWORK_MARKER);
        assert_eq!(
            (&probe["verdict"], &probe["address"]),
            (&json!(verdict), &json!("127.0.0.1"))
        );
    }
    client
        .post("/test/network", json!({ "verdict": "perhaps" }))
        .await
        .refused(422, "invalid_fields");
}

#[tokio::test]
async fn a_cookie_that_was_set_comes_back_and_a_forged_one_does_not_count() {
    let mut client = Client::of(&backend().await);
    assert_eq!(
        client.get("/probe/cookie").await.ok().json()["value"],
        Value::Null
    );
    let set = client.post("/probe/cookie", json!({})).await.ok().json();
    assert_eq!(client.get("/probe/cookie").await.ok().json(), set);
    let forged = client
        .send_with(
            Method::GET,
            "/probe/cookie",
            None,
            &[("cookie", "probe=AAAAAAAAAAAA")],
        )
        .await;
    assert_eq!(
        Client::of(&backend().await)
            .get("/probe/cookie")
            .await
            .ok()
            .json()["value"],
        Value::Null
    );
    assert_eq!(forged.ok().json(), set);
}
