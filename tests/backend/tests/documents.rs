//! Documents: listed, ordered, counted, searched, opened, and never another agent's.

use crate::activity::{codes, page as journal};
use crate::support::{Client, backend, backend_with, signed_in, signed_in_on_shared_device};
use nomade::contract::activity::ActivityCode;
use nomade::contract::documents::{DocumentSummary, Documents};
use portal_backend::{Options, Seed};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// One page.
pub async fn page(client: &mut Client, query: &str) -> Documents {
    let answer = client.get(&format!("/documents?{query}")).await.ok();
    serde_json::from_slice(&answer.body).unwrap()
}

/// All documents that fit, in order.
pub async fn all(client: &mut Client, filter: &str) -> Vec<DocumentSummary> {
    let (mut items, mut after) = (Vec::new(), String::new());
    loop {
        let page = page(client, &format!("{filter}{after}")).await;
        assert!(page.items.len() <= 50);
        items.extend(page.items);
        match page.next_cursor {
            Some(cursor) => after = format!("&cursor={cursor}"),
            None => return items,
        }
    }
}

/// The document of that title, or whose title begins so.
pub async fn titled(client: &mut Client, title: &str) -> DocumentSummary {
    let all = all(client, "").await;
    let found = all.into_iter().find(|it| it.title.starts_with(title));
    found.unwrap_or_else(|| panic!("no document `{title}`"))
}

fn words(query: &str) -> Value {
    json!({ "query": query, "category": null, "sort": "newest", "cursor": null })
}

async fn found(client: &mut Client, query: &str) -> Vec<String> {
    let answer = client.post("/documents/search", words(query)).await.ok();
    let page: Documents = serde_json::from_slice(&answer.body).unwrap();
    page.items.into_iter().map(|it| it.title).collect()
}

async fn many(number: u32) -> Client {
    let options = Options {
        documents: Some(number),
        ..Options::default()
    };
    signed_in(&backend_with(options).await, "agent.demo").await
}

#[tokio::test]
async fn pages_hold_every_document_once_in_each_order() {
    let mut client = many(170).await;
    let newest = all(&mut client, "").await;
    assert_eq!(newest.len(), 170);
    assert_eq!(page(&mut client, "").await.items.len(), 50);
    let ids = |items: &[DocumentSummary]| -> BTreeSet<String> {
        items.iter().map(|it| it.id.clone()).collect()
    };
    assert_eq!(ids(&newest).len(), 170);
    assert!(newest.is_sorted_by_key(|it| std::cmp::Reverse(it.issued_on)));
    assert_eq!(all(&mut client, "sort=newest").await, newest);
    let oldest = all(&mut client, "sort=oldest").await;
    assert!(oldest.is_sorted_by_key(|it| it.issued_on));
    let by_title = all(&mut client, "sort=title").await;
    for other in [&oldest, &by_title] {
        assert_eq!(ids(other), ids(&newest));
    }
    let first = |letter: char| by_title.iter().position(|it| it.title.starts_with(letter));
    // An accent makes no other letter, and `Œ` is an `O`.
    assert!(first('D') < first('É') && first('É') < first('F'));
    assert!(first('N') < first('Œ') && first('Œ') < first('P'));
}

#[tokio::test]
async fn a_list_that_is_being_read_goes_on_though_documents_come_and_go() {
    let mut client = many(95).await;
    let before = all(&mut client, "").await;
    let first = page(&mut client, "").await;
    let last = &first.items[49].id;
    client
        .post("/test/documents", json!({ "title": "Another", "size": 1 }))
        .await
        .ok();
    client
        .post("/test/documents", json!({ "revoke": last }))
        .await
        .ok();
    let cursor = first.next_cursor.unwrap();
    let rest = all(&mut client, &format!("cursor={cursor}")).await;
    assert_eq!(rest, before[50..]);
}

#[tokio::test]
async fn a_large_seed_has_two_thousand_documents_and_its_files_the_length_that_the_list_says() {
    let options = Options {
        seed: Seed::Large,
        ..Options::default()
    };
    let mut client = signed_in(&backend_with(options).await, "agent.demo").await;
    let all = all(&mut client, "sort=oldest").await;
    assert_eq!(all.len(), 2_000);
    assert!(all[0].issued_on.to_string().as_str() < "2016-12-31");
    assert_eq!(all.iter().filter(|it| it.size == 52_428_800).count(), 1);
    for document in all.iter().step_by(53) {
        let path = format!("/documents/{}/content?for=view", document.id);
        let head = client
            .send(axum::http::Method::HEAD, &path, None)
            .await
            .ok();
        assert_eq!(head.header("content-length"), document.size.to_string());
    }
}

#[tokio::test]
async fn every_document_of_every_agent_of_the_demonstration_can_be_fetched() {
    let router = backend().await;
    for (username, count) in [("agent.demo", 16), ("manager.demo", 4), ("bientot.demo", 2)] {
        let mut client = signed_in(&router, username).await;
        let all = all(&mut client, "").await;
        assert_eq!(all.len(), count, "{username}");
        for document in all {
            let path = format!("/documents/{}/content", document.id);
            let answer = client.get(&path).await.ok();
            assert_eq!(
                answer.body.len() as u64,
                document.size,
                "{}",
                document.title
            );
        }
    }
    let mut client = signed_in(&router, "nouveau.demo").await;
    let given = json!({ "charter_version": "2026-1", "terms_version": "2026-1" });
    client
        .get("/documents")
        .await
        .refused(403, "consent_required");
    client.post("/consent", given).await.ok();
    assert!(all(&mut client, "").await.is_empty());
}

#[tokio::test]
async fn categories_count_all_documents_whatever_is_asked_for() {
    let mut client = signed_in(&backend().await, "agent.demo").await;
    let everything = page(&mut client, "").await;
    let ids: Vec<&str> = everything
        .categories
        .iter()
        .map(|it| it.id.as_str())
        .collect();
    let expected = [
        "career",
        "certificates",
        "remuneration",
        "training",
        "health",
        "information",
    ];
    assert_eq!(ids, expected);
    for category in &everything.categories {
        let filter = format!("category={}", category.id);
        let of_it = page(&mut client, &filter).await;
        assert!(of_it.items.iter().all(|it| it.category == category.id));
        assert_eq!(of_it.items.len(), category.count as usize, "{filter}");
        let new = of_it.items.iter().filter(|it| it.new).count();
        assert_eq!(new, category.new as usize, "{filter}");
        assert_eq!(of_it.categories, everything.categories);
    }
    assert_eq!(everything.items.iter().filter(|it| it.new).count(), 3);
    let searched = client
        .post("/documents/search", words("nothing"))
        .await
        .ok();
    assert_eq!(searched.json()["items"], json!([]));
    assert_eq!(
        searched.json()["categories"],
        serde_json::to_value(&everything.categories).unwrap()
    );
    assert!(
        page(&mut client, "category=never_was")
            .await
            .items
            .is_empty()
    );
}

#[tokio::test]
async fn every_word_must_stand_in_the_title_the_category_or_the_date() {
    let mut client = signed_in(&backend().await, "agent.demo").await;
    for (query, expected) in [
        ("avancement", 1),
        ("ARRETE  avancement", 1),
        ("arrêté", 2),
        ("d'échelon", 1),
        ("carriere arrêté", 2),
        ("career ARRÊTÉ", 2),
        ("emploi certificates", 1),
        ("novembre 2026", 2),
        ("november 2026", 2),
        ("2026-11-10", 1),
        ("10/11/2026", 1),
        ("avancement 2019", 0),
        ("%", 0),
        ("_", 0),
        ("'; --", 0),
        ("\u{0}", 0),
        (" ", 16),
    ] {
        let found = found(&mut client, query).await;
        assert_eq!(found.len(), expected, "{query}: {found:?}");
    }
    let body = json!({ "query": "a", "category": "career", "sort": "title", "cursor": null });
    let answer = client.post("/documents/search", body).await.ok();
    let page: Documents = serde_json::from_slice(&answer.body).unwrap();
    assert!(page.items.iter().all(|it| it.category == "career"));
    let titles: Vec<&str> = page.items.iter().map(|it| it.title.as_str()).collect();
    assert!(titles.starts_with(&["Arrêté d’avancement d’échelon", "Arrêté de titularisation"]));
}

#[tokio::test]
async fn a_search_goes_on_behind_its_cursor() {
    let mut client = many(400).await;
    let (mut items, mut cursor) = (BTreeSet::new(), Value::Null);
    for pages in 0.. {
        let body =
            json!({ "query": "attestation", "category": null, "sort": "oldest", "cursor": cursor });
        let page = client.post("/documents/search", body).await.ok().json();
        for item in page["items"].as_array().unwrap() {
            assert!(items.insert(item["id"].as_str().unwrap().to_owned()));
        }
        cursor = page["next_cursor"].clone();
        if cursor.is_null() {
            assert!(pages > 0);
            break;
        }
    }
    let all = all(&mut client, "").await;
    let expected = all.iter().filter(|it| {
        it.title.to_lowercase().contains("attestation") || it.category == "certificates"
    });
    assert_eq!(items.len(), expected.count());
}

#[tokio::test]
async fn parameters_that_are_none_are_refused_by_name() {
    let router = backend().await;
    let mut client = many(60).await;
    let given = page(&mut client, "sort=title").await.next_cursor.unwrap();
    for (query, field) in [
        ("category=", "category"),
        ("category=Career", "category"),
        ("category=a&category=b", "category"),
        (&format!("category={}", "a".repeat(33)), "category"),
        ("sort=", "sort"),
        ("sort=size", "sort"),
        ("cursor=", "cursor"),
        ("cursor=AAAA", "cursor"),
        ("cursor=%00", "cursor"),
        // Another order, and another agent.
        (&format!("cursor={given}"), "cursor"),
    ] {
        let answer = client.get(&format!("/documents?{query}")).await;
        answer.refused(422, "invalid_fields");
        assert_eq!(answer.json()["fields"][0]["name"], field, "{query}");
    }
    let mut manager = signed_in(&router, "manager.demo").await;
    let answer = manager
        .get(&format!("/documents?sort=title&cursor={given}"))
        .await;
    answer.refused(422, "invalid_fields");
    let good = words("x");
    for (name, value) in [
        ("query", json!("")),
        ("query", json!("x".repeat(101))),
        ("query", json!(5)),
        ("query", Value::Null),
        ("category", json!("")),
        ("category", json!("Ä")),
        ("sort", json!("size")),
        ("sort", Value::Null),
        ("cursor", json!("AAAA")),
        ("cursor", json!(given)),
    ] {
        let mut body = good.clone();
        body[name] = value;
        let answer = client.post("/documents/search", body.clone()).await;
        answer.refused(422, "invalid_fields");
        assert_eq!(answer.json()["fields"][0]["name"], name, "{body}");
        body.as_object_mut().unwrap().remove(name);
        let answer = client.post("/documents/search", body).await;
        answer.refused(422, "invalid_fields");
    }
}

#[tokio::test]
async fn searching_takes_the_token_of_the_session() {
    let mut client = signed_in(&backend().await, "agent.demo").await;
    client.set_token(None);
    let answer = client.post("/documents/search", words("x")).await;
    answer.refused(403, "csrf_refused");
}

#[tokio::test]
async fn a_document_is_new_until_it_is_opened_and_opening_it_is_no_event() {
    let router = backend().await;
    let mut client = signed_in(&router, "agent.demo").await;
    let document = titled(&mut client, "Arrêté d’avancement").await;
    assert!(document.new && titled(&mut client, "Arrêté d’avancement").await.new);
    let read = client
        .get(&format!("/documents/{}", document.id))
        .await
        .ok()
        .json();
    assert_eq!(read["new"], false);
    assert_eq!(read["issuer"], "Direction des ressources humaines");
    assert_eq!(read["actions"], json!(["view", "download"]));
    for name in ["id", "title", "category", "issued_on", "media_type", "size"] {
        assert_eq!(read[name], serde_json::to_value(&document).unwrap()[name]);
    }
    assert!(!titled(&mut client, "Arrêté d’avancement").await.new);
    let newest = journal(&mut client, "").await.items;
    assert_eq!(codes(&newest)[0], ActivityCode::SignedIn);
    let mut shared = signed_in_on_shared_device(&router, "agent.demo").await;
    let read = shared
        .get(&format!("/documents/{}", document.id))
        .await
        .ok()
        .json();
    assert_eq!(read["actions"], json!(["view"]));
}

#[tokio::test]
async fn another_agents_document_is_not_found_and_stays_new() {
    let router = backend().await;
    let mut manager = signed_in(&router, "manager.demo").await;
    let theirs = titled(&mut manager, "Convocation").await.id;
    let mut agent = signed_in(&router, "agent.demo").await;
    for path in [
        format!("/documents/{theirs}"),
        format!("/documents/{theirs}/content"),
        format!("/documents/{theirs}/content?for=view"),
        "/documents/none".to_owned(),
        "/documents/%00/content".to_owned(),
    ] {
        agent.get(&path).await.refused(404, "not_found");
    }
    assert!(titled(&mut manager, "Convocation").await.new);
}

#[tokio::test]
async fn a_module_that_is_off_and_a_session_that_is_none_say_so() {
    let router = backend().await;
    let paths = [
        "/documents",
        "/documents/requests",
        "/documents/x",
        "/documents/x/content",
    ];
    let key = [("idempotency-key", "0123456789abcdef")];
    let asked = json!({ "kind": "salary", "note": "" });
    let mut visitor = Client::of(&router);
    for path in paths.into_iter().chain(["/operations/0123456789abcdef"]) {
        visitor.get(path).await.refused(401, "signed_out");
    }
    let answer = visitor.post("/documents/search", words("x")).await;
    answer.refused(401, "signed_out");
    let mut client = signed_in(&router, "agent.demo").await;
    let off = json!({ "modules": { "documents": { "state": "off" } } });
    client.post("/test/portal", off).await.ok();
    for path in paths {
        client.get(path).await.refused(404, "module_off");
    }
    let answer = client.post("/documents/search", words("x")).await;
    answer.refused(404, "module_off");
    let post = axum::http::Method::POST;
    let answer = client
        .send_with(post, "/documents/requests", Some(asked), &key)
        .await;
    answer.refused(404, "module_off");
}
