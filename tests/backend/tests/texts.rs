//! The organisation's texts: public, in both languages, in the versions that the portal names.

use crate::support::{Client, backend, signed_in};
use nomade::contract::texts::Text;
use serde_json::{Value, json};

const NAMES: [&str; 4] = ["legal", "charter", "terms", "privacy"];

async fn text(client: &mut Client, name: &str) -> Text {
    let answer = client.get(&format!("/texts/{name}")).await.ok();
    serde_json::from_slice(&answer.body).unwrap()
}

#[tokio::test]
async fn anybody_reads_each_text() {
    let router = backend().await;
    for name in NAMES {
        let text = text(&mut Client::of(&router), name).await;
        assert_eq!(text.name, name);
        assert!(text.sections.len() >= 5, "{name}");
        for section in &text.sections {
            for words in section.paragraphs.iter().chain([&section.heading]) {
                assert!(!words.fr.is_empty() && !words.en.is_empty() && words.fr != words.en);
            }
        }
    }
    let mut agent = signed_in(&router, "nouveau.demo").await;
    for name in NAMES {
        let inside = agent.get(&format!("/texts/{name}")).await.ok().json();
        let outside = Client::of(&router).get(&format!("/texts/{name}")).await;
        assert_eq!(inside, outside.ok().json());
    }
}

#[tokio::test]
async fn the_legal_notice_names_what_is_punished_and_the_privacy_page_whom_to_write_to() {
    let mut client = Client::of(&backend().await);
    let legal = client.get("/texts/legal").await.ok().text();
    for part in ["Ville de Paris", "226-15", "323-1 à 323-7", "Code pénal"] {
        assert!(legal.contains(part), "{part}");
    }
    let privacy = client.get("/texts/privacy").await.ok().text();
    for part in [
        "mission d’intérêt public",
        "un an",
        "@paris.example",
        "CNIL",
        "Union européenne",
    ] {
        assert!(privacy.contains(part), "{part}");
    }
}

#[tokio::test]
async fn another_name_is_not_found() {
    let mut client = Client::of(&backend().await);
    for name in [
        "nothing",
        "Charter",
        "charter/",
        "charter.fr",
        "..%2Fcharter",
        "%00",
        "é",
    ] {
        let name = name.replace('é', "%C3%A9");
        client
            .get(&format!("/texts/{name}"))
            .await
            .refused(404, "not_found");
    }
    client.get("/texts/").await.refused(404, "not_found");
    client
        .get("/texts/%FF")
        .await
        .refused(400, "invalid_request");
}

#[tokio::test]
async fn charter_and_terms_are_those_that_the_portal_names() {
    let mut client = Client::of(&backend().await);
    let patches = [
        json!({}),
        json!({ "charter": { "version": "2026-2", "published_on": "2026-11-20" } }),
        json!({ "terms": { "version": "2031-7", "published_on": "2031-07-01" } }),
        json!({ "charter": { "version": "2025-1", "published_on": "2025-01-13" } }),
    ];
    let mut paragraphs = Vec::new();
    for patch in patches {
        client.post("/test/portal", patch).await.ok();
        let portal = client.get("/portal").await.ok().json();
        for name in ["charter", "terms"] {
            let text = client.get(&format!("/texts/{name}")).await.ok().json();
            for field in ["version", "published_on"] {
                assert_eq!(text[field], portal[name][field], "{name}");
            }
        }
        let text = text(&mut client, "charter").await;
        let count = text.sections.iter().map(|it| it.paragraphs.len());
        paragraphs.push(count.sum::<usize>());
    }
    // In force, the next one, the same again, the one before.
    assert!(paragraphs[1] > paragraphs[0] && paragraphs[1] == paragraphs[2]);
    assert!(paragraphs[3] < paragraphs[0]);
}

#[tokio::test]
async fn a_maintenance_hides_no_text() {
    let mut client = Client::of(&backend().await);
    let maintenance = json!({ "maintenance": {
        "from": "2026-11-22T18:00:00+01:00", "until": "2026-11-22T19:00:00+01:00", "message": { "fr": "…", "en": "…" }
    } });
    client.post("/test/portal", maintenance).await.ok();
    for name in NAMES {
        let answer = client.get(&format!("/texts/{name}")).await.ok();
        assert_eq!(answer.header("cache-control"), "no-store");
        assert_ne!(answer.json()["sections"], Value::Null);
    }
}
