//! Files: whole and in parts, to be shown and to be saved, and no longer than their reader may have them.

use crate::activity::{codes, page as journal};
use crate::documents::titled;
use crate::support::{Answer, Client, backend, signed_in, signed_in_on_shared_device};
use axum::http::Method;
use nomade::contract::activity::ActivityCode as Code;

pub const LARGE: &str = "Contrat d’engagement";
pub const SMALL: &str = "Arrêté d’avancement";

pub async fn content_of(client: &mut Client, title: &str) -> String {
    format!("/documents/{}/content", titled(client, title).await.id)
}

pub async fn ranged(client: &mut Client, path: &str, headers: &[(&str, &str)]) -> Answer {
    client.send_with(Method::GET, path, None, headers).await
}

#[tokio::test]
async fn a_file_has_the_same_bytes_each_time_and_any_part_is_a_part_of_them() {
    let mut client = signed_in(&backend().await, "agent.demo").await;
    for title in [
        SMALL,
        "Attestation d’emploi",
        "Attestation de formation",
        "Photographie",
        "Note",
        "Formulaires",
    ] {
        let path = content_of(&mut client, title).await;
        let whole = client.get(&path).await.ok();
        let again = client.get(&format!("{path}?for=view")).await.ok();
        assert!(whole.body == again.body, "{title}");
        let (tag, length) = (whole.header("etag").to_owned(), whole.body.len());
        assert_eq!(again.header("etag"), tag);
        assert_eq!(whole.header("content-length"), length.to_string());
        for (range, start, end) in [
            ("bytes=0-0".to_owned(), 0, 1),
            ("bytes=100-399".to_owned(), 100, 400),
            (format!("bytes={}-", length - 7), length - 7, length),
            ("bytes=-300".to_owned(), length - 300, length),
            (format!("bytes=0-{}", u64::MAX), 0, length),
        ] {
            let part = ranged(&mut client, &path, &[("range", &range), ("if-range", &tag)]).await;
            assert_eq!(part.status, 206, "{title} {range}");
            assert!(part.body == whole.body[start..end], "{title} {range}");
            let told = format!("bytes {start}-{}/{length}", end - 1);
            assert_eq!(part.header("content-range"), told);
            assert_eq!(part.header("content-length"), (end - start).to_string());
            assert_eq!(part.header("etag"), tag);
        }
    }
}

#[tokio::test]
async fn a_part_that_is_not_there_is_refused_with_the_length_and_what_is_no_part_gives_the_whole() {
    let mut client = signed_in(&backend().await, "agent.demo").await;
    let path = content_of(&mut client, SMALL).await;
    for range in ["bytes=96213-", "bytes=100000-100001", "bytes=-0"] {
        let answer = ranged(&mut client, &path, &[("range", range)]).await;
        answer.refused(416, "range_not_satisfiable");
        assert_eq!(answer.header("content-range"), "bytes */96213");
    }
    for headers in [
        vec![("range", "bytes=0-1,4-5")],
        vec![("range", "bytes=0-1"), ("range", "bytes=0-1")],
        vec![("range", "lines=0-1")],
        vec![("range", "bytes=5-1")],
        vec![("range", "bytes")],
        vec![("range", "bytes=0-9"), ("if-range", "\"stale\"")],
        vec![
            ("range", "bytes=0-9"),
            ("if-range", "Sun, 22 Nov 2026 17:42:00 GMT"),
        ],
        vec![("range", "bytes=999999-"), ("if-range", "\"stale\"")],
    ] {
        let answer = ranged(&mut client, &path, &headers).await.ok();
        assert_eq!(
            (answer.status.as_u16(), answer.body.len()),
            (200, 96_213),
            "{headers:?}"
        );
        assert_eq!(answer.header("content-range"), "");
    }
    let odd = [("range", "bytes=0-9\u{e9}")];
    assert_eq!(ranged(&mut client, &path, &odd).await.status, 200);
}

#[tokio::test]
async fn a_file_of_fifty_megabytes_is_read_from_anywhere() {
    let mut client = signed_in(&backend().await, "agent.demo").await;
    let path = content_of(&mut client, LARGE).await;
    let part = ranged(&mut client, &path, &[("range", "bytes=0-1023")]).await;
    assert!(part.body.starts_with(b"%PDF-1.7"));
    assert_eq!(part.header("content-range"), "bytes 0-1023/52428800");
    let part = ranged(&mut client, &path, &[("range", "bytes=-1024")]).await;
    assert!(part.body.ends_with(b"%%EOF\n"));
    let odd = ranged(&mut client, &path, &[("range", "bytes=30000001-30000100")]).await;
    let even = ranged(&mut client, &path, &[("range", "bytes=30000000-30000103")]).await;
    assert_eq!(odd.body, even.body[1..101]);
}

#[tokio::test]
async fn what_for_decides_how_it_is_named_and_framed() {
    let mut client = signed_in(&backend().await, "agent.demo").await;
    let pdf = "frame-ancestors 'self'";
    let other = "sandbox; default-src 'none'; frame-ancestors 'self'";
    for (title, media_type, name, policy) in [
        (SMALL, "application/pdf", "document-2026-11-10.pdf", pdf),
        (
            "Photographie",
            "image/jpeg",
            "document-2026-06-29.jpg",
            other,
        ),
        (
            "Attestation de formation",
            "image/png",
            "document-2026-05-11.png",
            other,
        ),
        (
            "Note aux agents",
            "text/plain; charset=utf-8",
            "document-2026-07-14.txt",
            other,
        ),
        (
            "Formulaires",
            "application/zip",
            "document-2024-09-12.zip",
            other,
        ),
    ] {
        let path = content_of(&mut client, title).await;
        let shown = client.get(&format!("{path}?for=view")).await.ok();
        let saved = client.get(&format!("{path}?for=download")).await.ok();
        for (answer, way, policy, frame) in [
            (&shown, "inline", policy, "SAMEORIGIN"),
            (
                &saved,
                "attachment",
                "default-src 'none'; frame-ancestors 'none'",
                "DENY",
            ),
        ] {
            let disposition = format!("{way}; filename=\"{name}\"");
            for (header, value) in [
                ("content-type", media_type),
                ("content-disposition", &disposition),
                ("content-security-policy", policy),
                ("x-frame-options", frame),
                ("x-content-type-options", "nosniff"),
                ("cache-control", "no-store"),
                ("accept-ranges", "bytes"),
            ] {
                assert_eq!(answer.header(header), value, "{title}");
            }
        }
    }
    let path = content_of(&mut client, SMALL).await;
    for wrong in ["for=", "for=print", "for=view&for=view", "for=VIEW"] {
        let answer = client.get(&format!("{path}?{wrong}")).await;
        answer.refused(422, "invalid_fields");
        assert_eq!(answer.json()["fields"][0]["name"], "for");
    }
}

#[tokio::test]
async fn a_file_is_never_compressed() {
    let mut client = signed_in(&backend().await, "agent.demo").await;
    let path = content_of(&mut client, "Note aux agents").await;
    let accepts = [("accept-encoding", "br, gzip, zstd")];
    let answer = ranged(&mut client, &path, &accepts).await.ok();
    assert_eq!(answer.header("content-encoding"), "");
    assert!(
        answer.text().contains("demander pour faire valoir") || answer.text().contains("Ville")
    );
}

#[tokio::test]
async fn on_a_shared_device_a_file_is_shown_and_not_saved() {
    let router = backend().await;
    let mut client = signed_in_on_shared_device(&router, "agent.demo").await;
    let path = content_of(&mut client, SMALL).await;
    for saved in [path.clone(), format!("{path}?for=download")] {
        client.get(&saved).await.refused(403, "action_refused");
        let part = ranged(&mut client, &saved, &[("range", "bytes=0-9")]).await;
        part.refused(403, "action_refused");
    }
    client.get(&format!("{path}?for=view")).await.ok();
    let newest = journal(&mut client, "").await.items;
    assert_eq!(codes(&newest)[..2], [Code::DocumentViewed, Code::SignedIn]);
    // A browser saves what it can't show.
    let archive = titled(&mut client, "Formulaires de la prévoyance").await;
    let path = format!("/documents/{}", archive.id);
    let actions = client.get(&path).await.ok().json()["actions"].clone();
    assert_eq!(actions, serde_json::json!([]));
    let shown = client.get(&format!("{path}/content?for=view")).await;
    shown.refused(403, "action_refused");
}

#[tokio::test]
async fn a_question_for_the_head_alone_is_no_event_and_opens_nothing() {
    let router = backend().await;
    let mut client = signed_in(&router, "agent.demo").await;
    let path = content_of(&mut client, SMALL).await;
    let head = client.send(Method::HEAD, &path, None).await.ok();
    assert_eq!(
        (head.header("content-length"), head.body.len()),
        ("96213", 0)
    );
    assert_eq!(head.header("accept-ranges"), "bytes");
    let payslips = client.get("/payslips").await.ok().json();
    let payslip = payslips["items"][0]["id"].as_str().unwrap();
    let path = format!("/payslips/{payslip}/document");
    client.send(Method::HEAD, &path, None).await.ok();
    let newest = journal(&mut client, "").await.items;
    assert_eq!(codes(&newest)[0], Code::SignedIn);
    assert!(titled(&mut client, SMALL).await.new);
}

/// The newest events that files have made, the newest first.
async fn told(client: &mut Client) -> Vec<Code> {
    let items = journal(client, "").await.items;
    let newest = items
        .iter()
        .take_while(|event| event.code != Code::SignedIn);
    newest.map(|event| event.code).collect()
}

#[tokio::test]
async fn what_a_viewer_reads_in_parts_is_one_event_and_what_is_saved_whole_is_one_each_time() {
    let router = backend().await;
    let mut client = signed_in(&router, "agent.demo").await;
    let path = content_of(&mut client, SMALL).await;
    let view = format!("{path}?for=view");
    for range in ["bytes=0-99", "bytes=100-199", "bytes=0-"] {
        ranged(&mut client, &view, &[("range", range)]).await.ok();
    }
    client.get(&view).await.ok();
    assert_eq!(told(&mut client).await, [Code::DocumentViewed]);
    ranged(&mut client, &path, &[("range", "bytes=0-99")])
        .await
        .ok();
    ranged(&mut client, &path, &[("range", "bytes=100-")])
        .await
        .ok();
    let expected = [Code::DocumentDownloaded, Code::DocumentViewed];
    assert_eq!(told(&mut client).await, expected);
    client.get(&path).await.ok();
    // The whole file, asked for as a part.
    ranged(&mut client, &path, &[("range", "bytes=0-")])
        .await
        .ok();
    assert_eq!(told(&mut client).await.len(), 4);
    // What is refused is none.
    ranged(&mut client, &path, &[("range", "bytes=999999-")]).await;
    assert_eq!(told(&mut client).await.len(), 4);
    client.wait(540).await;
    client.get(&view).await.ok();
    assert_eq!(told(&mut client).await.len(), 4);
    client.wait(60).await;
    client.get(&view).await.ok();
    assert_eq!(told(&mut client).await.len(), 5);
    // Another document, and another session, begin anew.
    let other = content_of(&mut client, "Note aux agents").await;
    client.get(&format!("{other}?for=view")).await.ok();
    assert_eq!(told(&mut client).await.len(), 6);
    let mut second = signed_in(&router, "agent.demo").await;
    second.get(&view).await.ok();
    assert_eq!(told(&mut second).await, [Code::DocumentViewed]);
    let event = journal(&mut second, "").await.items.swap_remove(0);
    let item = serde_json::to_value(event.item).unwrap();
    assert_eq!(item["kind"], "document");
    assert_eq!(item["label"], "Arrêté d’avancement d’échelon");
}

#[tokio::test]
async fn a_payslip_that_is_read_is_an_event_each_time_and_its_pdf_in_parts_is_one() {
    let mut client = signed_in(&backend().await, "agent.demo").await;
    let payslips = client.get("/payslips").await.ok().json();
    let id = payslips["items"][0]["id"].as_str().unwrap();
    let path = format!("/payslips/{id}");
    client.get(&path).await.ok();
    let view = format!("{path}/document?for=view");
    for range in ["bytes=0-99", "bytes=100-199", "bytes=-9"] {
        ranged(&mut client, &view, &[("range", range)]).await.ok();
    }
    client.get(&path).await.ok();
    assert_eq!(told(&mut client).await, [Code::PayslipViewed; 3]);
    client.get(&format!("{path}/document")).await.ok();
    client.get(&format!("{path}/document")).await.ok();
    assert_eq!(told(&mut client).await[..2], [Code::PayslipDownloaded; 2]);
}
