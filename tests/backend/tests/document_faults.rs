//! Files that end early, lie or are absurdly long, and the control that puts them there.

use crate::document_files::{LARGE, SMALL, content_of, ranged};
use crate::documents::titled;
use crate::support::{Client, backend, signed_in};
use axum::Router;
use http_body_util::BodyExt;
use serde_json::{Value, json};

/// Puts a document there, and gives the path of its file.
async fn put(client: &mut Client, document: Value) -> String {
    let answer = client.post("/test/documents", document).await.ok();
    format!("/documents/{}", answer.json()["id"].as_str().unwrap())
}

/// What is lost when something happens after the first two megabytes: how much came, and whether it ended well.
async fn interrupted(router: &Router, what: impl AsyncFnOnce(&mut Client, &str)) -> (usize, bool) {
    let mut client = signed_in(router, "agent.demo").await;
    let document = titled(&mut client, LARGE).await;
    let answer = client
        .open(&format!("/documents/{}/content", document.id))
        .await;
    assert_eq!(answer.headers()["content-length"], "52428800");
    let (mut body, mut came, mut what) = (answer.into_body(), 0, Some(what));
    while let Some(frame) = body.frame().await {
        let Ok(frame) = frame else {
            return (came, false);
        };
        let piece = frame.into_data().unwrap();
        assert!(piece.len() <= 64 * 1024, "{} at once", piece.len());
        came += piece.len();
        if came >= 2_000_000
            && let Some(what) = what.take()
        {
            what(&mut client, &document.id).await;
        }
    }
    (came, true)
}

#[tokio::test]
async fn a_right_that_ends_in_mid_download_ends_it_there() {
    let router = backend().await;
    assert_eq!(
        interrupted(&router, async |_, _| {}).await,
        (52_428_800, true)
    );
    let (came, ended_well) = interrupted(&router, async |client, _| {
        client.delete("/session").await.ok();
    })
    .await;
    assert!(
        !ended_well && came < 4_000_000,
        "{came} bytes after signing out"
    );
    let (came, ended_well) = interrupted(&router, async |client, _| {
        client.wait(3_600).await;
    })
    .await;
    assert!(
        !ended_well && came < 4_000_000,
        "{came} bytes after an hour"
    );
    let (came, ended_well) = interrupted(&router, async |client, id| {
        client
            .post("/test/documents", json!({ "revoke": id }))
            .await
            .ok();
        let path = format!("/documents/{id}/content");
        let next = ranged(client, &path, &[("range", "bytes=2000000-")]).await;
        next.refused(404, "not_found");
    })
    .await;
    assert!(
        !ended_well && came < 4_000_000,
        "{came} bytes of a removed document"
    );
    let mut client = signed_in(&router, "agent.demo").await;
    client.post("/test/reset", json!({})).await.ok();
    let mut client = signed_in(&router, "agent.demo").await;
    // A reset brings it back.
    titled(&mut client, LARGE).await;
}

#[tokio::test]
async fn a_document_that_lies_is_told_as_it_lies_and_its_file_is_what_it_is() {
    let mut client = signed_in(&backend().await, "agent.demo").await;
    let html = "<script>alert(1)</script>";
    let title = "../../etc/passwd\u{0}\r\nContent-Type: text/html \u{202e}fdp.exe";
    let path = put(
        &mut client,
        json!({ "title": title, "media_type": "application/pdf", "size": 48_213, "content": html, "issued_on": "9999-12-31", "category": "unlisted" }),
    )
    .await;
    let told = client.get(&path).await.ok().json();
    assert_eq!(
        (&told["title"], &told["size"]),
        (&json!(title), &json!(48_213))
    );
    let file = client.get(&format!("{path}/content?for=view")).await.ok();
    assert_eq!(file.text(), html);
    for (name, value) in [
        ("content-length", "25"),
        ("content-type", "application/pdf"),
        ("x-content-type-options", "nosniff"),
        (
            "content-disposition",
            "inline; filename=\"document-9999-12-31.pdf\"",
        ),
    ] {
        assert_eq!(file.header(name), value);
    }
    let page = client.get("/documents").await.ok().json();
    assert_eq!(page["items"][0]["category"], "unlisted");
    // As HTML it may be shown, and nothing in it runs.
    let path = put(
        &mut client,
        json!({ "title": "x", "media_type": "text/html", "content": html }),
    )
    .await;
    let file = client.get(&format!("{path}/content?for=view")).await.ok();
    assert!(
        file.header("content-security-policy")
            .starts_with("sandbox; default-src 'none';")
    );
    assert!(file.header("content-disposition").ends_with(".bin\""));
    let empty = put(&mut client, json!({ "title": " ", "content": "" })).await;
    let file = client.get(&format!("{empty}/content")).await.ok();
    assert_eq!((file.header("content-length"), file.body.len()), ("0", 0));
    let part = ranged(
        &mut client,
        &format!("{empty}/content"),
        &[("range", "bytes=0-")],
    )
    .await;
    assert_eq!(part.header("content-range"), "bytes */0");
}

#[tokio::test]
async fn a_file_may_be_absurdly_long_and_costs_what_is_read_of_it() {
    let mut client = signed_in(&backend().await, "agent.demo").await;
    let most = 9_007_199_254_740_991_u64;
    let path = put(&mut client, json!({ "title": "x", "size": most })).await;
    assert_eq!(client.get(&path).await.ok().json()["size"], most);
    let answer = client.open(&format!("{path}/content")).await;
    assert_eq!(answer.headers()["content-length"], most.to_string());
    let mut body = answer.into_body();
    for _ in 0..40 {
        body.frame().await.unwrap().unwrap();
    }
    let last = ranged(
        &mut client,
        &format!("{path}/content"),
        &[("range", "bytes=-5")],
    )
    .await;
    assert_eq!((last.status.as_u16(), last.body.len()), (206, 5));
}

#[tokio::test]
async fn a_test_can_not_put_or_take_away_what_is_none() {
    let mut client = signed_in(&backend().await, "agent.demo").await;
    for body in [
        json!({}),
        json!({ "title": "" }),
        json!({ "title": "x" }),
        json!({ "title": "x", "size": -1 }),
        json!({ "title": "x", "size": 9_007_199_254_740_992_u64 }),
        json!({ "title": "x", "size": 1, "category": "A" }),
        json!({ "title": "x", "size": 1, "issued_on": "tomorrow" }),
        json!({ "title": "x", "content_base64": "%" }),
        json!({ "revoke": 5 }),
    ] {
        let answer = client.post("/test/documents", body).await;
        answer.refused(422, "invalid_fields");
    }
    for body in [
        json!({ "revoke": "none" }),
        json!({ "title": "x", "size": 1, "username": "nobody" }),
    ] {
        let answer = client.post("/test/documents", body).await;
        answer.refused(404, "not_found");
    }
}

#[tokio::test]
async fn a_file_that_is_cut_on_its_way_keeps_its_tag_so_that_the_rest_can_be_fetched() {
    let mut client = signed_in(&backend().await, "agent.demo").await;
    let path = content_of(&mut client, SMALL).await;
    let whole = client.get(&path).await.ok();
    let fault = json!({ "method": "GET", "path": format!("/api/v1{path}"), "kind": "truncate" });
    client.post("/test/faults", fault).await.ok();
    let cut = client.open(&path).await;
    assert_eq!(cut.headers()["content-length"], "96213");
    let tag = cut.headers()["etag"].to_str().unwrap().to_owned();
    let (mut body, mut came) = (cut.into_body(), Vec::new());
    while let Some(Ok(frame)) = body.frame().await {
        came.extend_from_slice(&frame.into_data().unwrap());
    }
    assert_eq!(came.len(), 48_106);
    let range = format!("bytes={}-", came.len());
    let rest = ranged(&mut client, &path, &[("range", &range), ("if-range", &tag)]).await;
    assert_eq!(rest.status, 206);
    assert!([came, rest.body].concat() == whole.body);
}
