//! Mail as it is read: folders, lists, searches, a message, its HTML; and who may not.

use crate::support::{Client, backend, signed_in};
use axum::http::Method;
use nomade::contract::mail::{
    MAIL_BODY_POLICY, MAIL_BODY_POLICY_WITH_IMAGES, MailFolders, MailMessage, MailMessages,
};
use serde_json::{Value, json};

/// Brings letters to agent.demo, and gives their ids.
pub async fn deliver(client: &mut Client, letter: Value) -> Vec<String> {
    let mut all = json!({
        "username": "agent.demo", "from": { "name": "Camille Bernard", "address": "camille.bernard@ville.example" },
        "subject": "Planning", "text": "Bonjour"
    });
    let (Value::Object(all), Value::Object(letter)) = (&mut all, letter) else {
        panic!("objects");
    };
    all.extend(letter);
    all.retain(|_, value| !value.is_null());
    let brought = client.post("/test/mail", json!({ "deliver": all })).await;
    serde_json::from_value(brought.ok().json()["ids"].clone()).unwrap()
}

pub async fn folders(client: &mut Client) -> MailFolders {
    serde_json::from_value(client.get("/mail/folders").await.ok().json()).unwrap()
}

/// The id of the folder of that role, and how many messages are in it, of which how many are unread.
pub async fn folder(client: &mut Client, role: &str) -> (String, u32, u32) {
    let all = folders(client).await.folders;
    let found = all
        .into_iter()
        .find(|it| serde_json::to_value(it.role).unwrap() == role)
        .unwrap();
    (found.id, found.total, found.unread)
}

pub async fn list(client: &mut Client, query: &str) -> MailMessages {
    let answer = client.get(&format!("/mail/messages?{query}")).await.ok();
    serde_json::from_value(answer.json()).unwrap()
}

/// The list of the folder of that role.
pub async fn in_folder(client: &mut Client, role: &str) -> MailMessages {
    let (id, ..) = folder(client, role).await;
    list(client, &format!("folder={id}")).await
}

pub async fn read(client: &mut Client, id: &str) -> MailMessage {
    let answer = client.get(&format!("/mail/messages/{id}")).await.ok();
    serde_json::from_value(answer.json()).unwrap()
}

/// A change of what is said, with `null` for what stays.
pub fn change(said: Value) -> Value {
    let mut whole = json!({ "read": null, "flagged": null, "folder": null });
    let (Value::Object(all), Value::Object(said)) = (&mut whole, said) else {
        panic!("objects");
    };
    all.extend(said);
    whole
}

pub async fn patch(client: &mut Client, path: &str, body: Value) -> crate::support::Answer {
    client.send(Method::PATCH, path, Some(body)).await
}

pub async fn agent() -> Client {
    signed_in(&backend().await, "agent.demo").await
}

async fn search(client: &mut Client, query: &str, folder: Option<&str>) -> Vec<String> {
    let body = json!({ "query": query, "folder": folder, "cursor": null });
    let answer = client.post("/mail/search", body).await.ok();
    let found: MailMessages = serde_json::from_value(answer.json()).unwrap();
    found.items.into_iter().map(|it| it.id).collect()
}

#[tokio::test]
async fn everybody_has_the_folders_and_what_the_organisation_takes_is_told() {
    let router = backend().await;
    for username in ["agent.demo", "manager.demo", "bientot.demo"] {
        let mut client = signed_in(&router, username).await;
        let told = client.get("/mail/folders").await.ok();
        assert_eq!(told.header("cache-control"), "no-store");
        let told = told.json();
        let all = told["folders"].as_array().unwrap().iter();
        let roles: Vec<_> = all.map(|it| it["role"].as_str().unwrap()).collect();
        let expected = ["inbox", "drafts", "sent", "archive", "junk", "trash"];
        assert_eq!(roles[..6], expected);
        assert!(roles[6..].iter().all(|role| *role == "other"));
        let settings = json!({
            "domains": ["ville.example"], "max_attachment_bytes": 25_000_000, "max_message_bytes": 30_000_000,
            "max_recipients": 100
        });
        assert_eq!(told["settings"], settings);
    }
}

#[tokio::test]
async fn a_message_is_told_whole_and_reading_it_marks_nothing() {
    let mut client = agent().await;
    let (_, total, unread) = folder(&mut client, "inbox").await;
    let letter = json!({ "subject": "Réunion\u{202e}", "text": "Bonjour,\r\n\r\nà jeudi. " });
    let id = deliver(&mut client, letter).await.remove(0);
    let message = read(&mut client, &id).await;
    let summary = &message.summary;
    assert_eq!(summary.start, "Bonjour, à jeudi.");
    assert_eq!(message.text, "Bonjour,\r\n\r\nà jeudi. ");
    assert_eq!(summary.subject, "Réunion\u{202e}");
    assert_eq!(summary.to[0].address, "agent.demo@ville.example");
    assert!(!summary.read && !summary.from.external && !message.html);
    assert_eq!(folder(&mut client, "inbox").await.1, total + 1);
    assert_eq!(folder(&mut client, "inbox").await.2, unread + 1);
    let listed = list(&mut client, "").await.items.swap_remove(0);
    assert_eq!(&listed, summary);
    let actions = serde_json::to_value(&message.actions).unwrap();
    let expected = json!(["reply", "reply_all", "forward", "move", "mark"]);
    assert_eq!(actions, expected);
    client
        .get(&format!("/mail/messages/{id}/body"))
        .await
        .refused(404, "not_found");
}

#[tokio::test]
async fn the_html_of_a_message_is_answered_under_its_own_policy_alone() {
    let mut client = agent().await;
    let html = "<p onclick=\"x()\">Bonjour</p><script>alert(1)</script><img src=\"https://images.exemple.example/a.png\">";
    let letter = json!({ "html": html, "text": null });
    let id = deliver(&mut client, letter).await.remove(0);
    assert!(read(&mut client, &id).await.html);
    for (query, policy) in [
        ("", MAIL_BODY_POLICY),
        ("?images=false", MAIL_BODY_POLICY),
        ("?images=true", MAIL_BODY_POLICY_WITH_IMAGES),
    ] {
        let body = client
            .get(&format!("/mail/messages/{id}/body{query}"))
            .await
            .ok();
        let policies: Vec<_> = body
            .headers
            .get_all("content-security-policy")
            .iter()
            .collect();
        assert_eq!(policies, [policy]);
        for (name, value) in [
            ("content-type", "text/html; charset=utf-8"),
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("cache-control", "no-store"),
            ("x-frame-options", "SAMEORIGIN"),
        ] {
            assert_eq!(body.header(name), value);
        }
        let text = body.text();
        assert!(text.contains("Bonjour"), "{text}");
        assert!(
            !text.contains("<script") && !text.contains("onclick"),
            "{text}"
        );
    }
    client
        .get(&format!("/mail/messages/{id}/body?images=yes"))
        .await
        .refused(422, "invalid_fields");
}

#[tokio::test]
async fn pages_are_complete_and_stay_so_when_mail_arrives() {
    let mut client = agent().await;
    deliver(&mut client, json!({ "count": 130, "subject": "Beaucoup" })).await;
    let (id, total, _) = folder(&mut client, "inbox").await;
    let (mut seen, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = list(&mut client, &format!("folder={id}{cursor}")).await;
        assert!(page.items.len() <= 50);
        assert!(page.items.is_sorted_by(|one, other| one.at >= other.at));
        seen.extend(page.items.into_iter().map(|it| it.id));
        let Some(next) = page.next_cursor else {
            break;
        };
        cursor = format!("&cursor={next}");
        client.wait(1).await;
        deliver(&mut client, json!({ "subject": "Nouveau" })).await;
    }
    assert_eq!(seen.len(), total as usize);
    let mut once = seen.clone();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), seen.len());
    // A cursor is of one list of one agent.
    let cursor = list(&mut client, "").await.next_cursor.unwrap();
    for query in [
        format!("cursor={cursor}&unread=true"),
        format!("cursor={cursor}&folder={id}"),
        format!("cursor={cursor}x"),
        "cursor=".to_owned(),
        "unread=1".to_owned(),
        "folder=".to_owned(),
        "unread=true&unread=true".to_owned(),
    ] {
        client
            .get(&format!("/mail/messages?{query}"))
            .await
            .refused(422, "invalid_fields");
    }
    client
        .get("/mail/messages?folder=nowhere")
        .await
        .refused(404, "not_found");
}

#[tokio::test]
async fn those_that_are_unread_can_be_listed_alone() {
    let mut client = agent().await;
    let ids = deliver(&mut client, json!({ "count": 2 })).await;
    let path = format!("/mail/messages/{}", ids[1]);
    patch(&mut client, &path, change(json!({ "read": true })))
        .await
        .ok();
    let unread = list(&mut client, "unread=true").await.items;
    assert!(unread.iter().all(|it| !it.read));
    assert_eq!(unread[0].id, ids[0]);
    assert_eq!(list(&mut client, "unread=false").await.items[0].id, ids[1]);
}

#[tokio::test]
async fn a_search_finds_words_of_people_subject_and_text_without_accents() {
    let mut client = agent().await;
    let letter = json!({
        "from": { "name": "Zoé Lœuillet", "address": "zoe@prestataire.example" },
        "subject": "Éclairage du préau", "text": "L’ÉCLAIRAGE zinzolin est réparé."
    });
    let id = deliver(&mut client, letter.clone()).await.remove(0);
    for query in [
        "eclairage preau",
        "PRÉAU éclairage",
        "zinzolin",
        "loeuillet",
        "zoe@prestataire",
        "l'eclairage zinzolin",
    ] {
        assert_eq!(
            search(&mut client, query, None).await,
            *std::slice::from_ref(&id),
            "{query}"
        );
    }
    assert!(
        search(&mut client, "zinzolin absent", None)
            .await
            .is_empty()
    );
    assert!(search(&mut client, "100% _", None).await.is_empty());
    // What was thrown away or is unwanted is found where it is, and nowhere else.
    let mut trash = letter.clone();
    trash["folder"] = json!("trash");
    let thrown = deliver(&mut client, trash).await.remove(0);
    let mut junk = letter;
    junk["folder"] = json!("junk");
    deliver(&mut client, junk).await;
    assert_eq!(search(&mut client, "zinzolin", None).await, [id]);
    let (trash, ..) = folder(&mut client, "trash").await;
    assert_eq!(
        search(&mut client, "zinzolin", Some(&trash)).await,
        [thrown]
    );
    let asked = |query: &str, folder: Value, cursor: Value| json!({ "query": query, "folder": folder, "cursor": cursor });
    for (body, field, code) in [
        (asked("", Value::Null, Value::Null), "query", "required"),
        (
            asked(&"a".repeat(101), Value::Null, Value::Null),
            "query",
            "too_long",
        ),
        (asked("a", Value::Null, json!("x")), "cursor", "invalid"),
        (asked("a", json!(5), Value::Null), "folder", "invalid"),
        (
            json!({ "folder": null, "cursor": null }),
            "query",
            "required",
        ),
        (
            json!({ "query": "a", "cursor": null }),
            "folder",
            "required",
        ),
        (
            json!({ "query": "a", "folder": null }),
            "cursor",
            "required",
        ),
    ] {
        let refused = client.post("/mail/search", body).await;
        refused.refused(422, "invalid_fields");
        let fields = json!([{ "name": field, "code": code }]);
        assert_eq!(refused.json()["fields"], fields);
    }
    client
        .post("/mail/search", asked("a", json!("nowhere"), Value::Null))
        .await
        .refused(404, "not_found");
    client
        .post("/mail/search", json!([]))
        .await
        .refused(400, "invalid_request");
}

#[tokio::test]
async fn a_search_is_paged_too() {
    let mut client = agent().await;
    let ids = deliver(&mut client, json!({ "count": 120, "text": "zinzolin" })).await;
    let (mut seen, mut cursor) = (Vec::new(), Value::Null);
    loop {
        let body = json!({ "query": "Zinzolin", "folder": null, "cursor": cursor });
        let page = client.post("/mail/search", body).await.ok().json();
        let items = page["items"].as_array().unwrap().clone();
        seen.extend(items.iter().map(|it| it["id"].as_str().unwrap().to_owned()));
        cursor = page["next_cursor"].clone();
        if cursor.is_null() {
            break;
        }
    }
    seen.reverse();
    assert_eq!(seen, ids);
}
