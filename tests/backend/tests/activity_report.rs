//! "This was not me": what a report records, whom it signs out, and what it refuses.

use crate::activity::{all, codes, page, stay_signed_in};
use crate::support::{Answer, Client, backend, backend_with, signed_in};
use nomade::contract::activity::{ActivityCode, ActivityReport};
use portal_backend::{Backend, Options, router};
use serde_json::{Value, json};

async fn report(client: &mut Client, id: &str, comment: impl Into<Value>) -> Answer {
    let body = json!({ "comment": comment.into() });
    client.post(&format!("/activity/{id}/report"), body).await
}

fn told(answer: &Answer) -> ActivityReport {
    serde_json::from_slice(&answer.body).unwrap()
}

/// The id of the newest event of that code.
async fn newest(client: &mut Client, code: ActivityCode) -> String {
    let items = all(client, "").await;
    items
        .into_iter()
        .find(|event| event.code == code)
        .unwrap()
        .id
}

#[tokio::test]
async fn a_report_gives_a_number_ends_the_other_sessions_and_stands_in_the_journal() {
    use ActivityCode as Code;
    let router = backend().await;
    let mut others = [
        signed_in(&router, "agent.demo").await,
        signed_in(&router, "agent.demo").await,
    ];
    let mut strangers = signed_in(&router, "manager.demo").await;
    let mut mine = signed_in(&router, "agent.demo").await;
    let id = newest(&mut mine, Code::SignInRefused).await;
    let answer = report(&mut mine, &id, "ce n’était pas moi").await.ok();
    let made = told(&answer);
    assert_eq!(made.number, "SIG-2026-000001");
    for other in &mut others {
        assert_eq!(other.state().await, "signed_out");
    }
    assert_eq!(
        (mine.state().await, strangers.state().await),
        ("signed_in".to_owned(), "signed_in".to_owned())
    );

    let items = all(&mut mine, "").await;
    assert_eq!(
        codes(&items)[..4],
        [
            Code::SessionEnded,
            Code::SessionEnded,
            Code::EventReported,
            Code::SignedIn
        ]
    );
    assert!(items[..3].iter().all(|event| event.current_session));
    let reported = items.iter().find(|event| event.id == id).unwrap();
    assert_eq!(
        (reported.report.as_ref(), reported.actions.len()),
        (Some(&made), 0)
    );
    assert_eq!(
        items.iter().filter(|event| event.report.is_some()).count(),
        1
    );
    assert!(items[2].actions.is_empty(), "a report can't be reported");
}

#[tokio::test]
async fn the_same_event_reported_again_is_the_same_report_and_ends_the_others_again() {
    let router = backend().await;
    let mut mine = signed_in(&router, "agent.demo").await;
    let id = newest(&mut mine, ActivityCode::SignInRefused).await;
    let first = told(&report(&mut mine, &id, "first").await.ok());
    let mut other = signed_in(&router, "agent.demo").await;
    mine.wait(60).await;
    let again = told(&report(&mut mine, &id, "second").await.ok());
    assert_eq!(first, again);
    assert_eq!(other.state().await, "signed_out");
    let decisions = all(&mut mine, "kind=decision&from=2026-11-22").await;
    assert_eq!(codes(&decisions), [ActivityCode::EventReported]);

    let another = newest(&mut mine, ActivityCode::SignedIn).await;
    let second = told(&report(&mut mine, &another, "").await.ok());
    assert_eq!(second.number, "SIG-2026-000002");
    mine.post("/test/reset", json!({})).await.ok();
    let mut mine = signed_in(&router, "agent.demo").await;
    let id = newest(&mut mine, ActivityCode::SignedIn).await;
    assert_eq!(
        told(&report(&mut mine, &id, "").await.ok()).number,
        "SIG-2026-000001"
    );
}

#[tokio::test]
async fn reports_at_the_same_time_are_one() {
    let router = backend().await;
    let mut mine = signed_in(&router, "agent.demo").await;
    let id = newest(&mut mine, ActivityCode::SignInRefused).await;
    let tries = (0..8).map(|_| {
        let (mut mine, id) = (mine.clone(), id.clone());
        tokio::spawn(async move { told(&report(&mut mine, &id, "").await.ok()) })
    });
    let mut made = Vec::new();
    for one in tries.collect::<Vec<_>>() {
        made.push(one.await.unwrap());
    }
    made.dedup();
    assert_eq!(made.len(), 1);
    let decisions = all(&mut mine, "kind=decision&from=2026-11-22").await;
    assert_eq!(decisions.len(), 1);
}

#[tokio::test]
async fn what_is_not_there_or_not_the_agents_is_not_found_and_ends_nothing() {
    let router = backend().await;
    let mut other = signed_in(&router, "agent.demo").await;
    let mut mine = signed_in(&router, "agent.demo").await;
    let mut manager = signed_in(&router, "manager.demo").await;
    let theirs = newest(&mut manager, ActivityCode::SignedIn).await;
    let journal = page(&mut mine, "").await.items;
    for id in [
        theirs.as_str(),
        "never-was",
        "x",
        "%00",
        "..%2F..%2Fsession",
        &"a".repeat(64),
        &"a".repeat(5000),
    ] {
        report(&mut mine, id, "").await.refused(404, "not_found");
    }
    assert_eq!(other.state().await, "signed_in");
    assert_eq!(page(&mut mine, "").await.items, journal);
    let of_manager = all(&mut manager, "").await;
    assert!(of_manager.iter().all(|event| event.report.is_none()));

    report(&mut mine, &journal[0].id, "").await.ok();
    let reported = newest(&mut mine, ActivityCode::EventReported).await;
    let mut other = signed_in(&router, "agent.demo").await;
    report(&mut mine, &reported, "")
        .await
        .refused(404, "not_found");
    assert_eq!(other.state().await, "signed_in");
}

#[tokio::test]
async fn an_event_that_is_kept_no_longer_is_not_found() {
    let router = backend().await;
    let mut mine = signed_in(&router, "agent.demo").await;
    stay_signed_in(&mut mine).await;
    let oldest = all(&mut mine, "").await.pop().unwrap();
    mine.wait(160 * 86_400).await;
    report(&mut mine, &oldest.id, "")
        .await
        .refused(404, "not_found");
}

#[tokio::test]
async fn a_comment_is_taken_as_it_is_up_to_its_limit() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("portal.sqlite");
    let options = Options {
        database: database.clone(),
        ..Options::default()
    };
    let router = router(&Backend::open(options).await.unwrap());
    let mut mine = signed_in(&router, "agent.demo").await;
    let events = all(&mut mine, "kind=connection").await;
    let comments = [
        String::new(),
        "é".repeat(2000),
        "😀".repeat(2000),
        "one\0two\u{1}\u{7f}\u{202e}three\u{2028}\r\n\t".to_owned(),
        "<script>alert(1)</script>'; DROP TABLE event; --".to_owned(),
        "\u{0}".repeat(2000),
    ];
    for (event, comment) in events.iter().zip(&comments) {
        report(&mut mine, &event.id, comment.as_str()).await.ok();
    }
    let stored: Vec<String> = rusqlite::Connection::open(&database)
        .unwrap()
        .prepare("SELECT comment FROM event_report ORDER BY seq")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    assert_eq!(stored, comments);
    let answer = mine.get("/activity").await.ok().text();
    assert!(
        !answer.contains("DROP TABLE"),
        "a comment is shown to nobody"
    );
}

#[tokio::test]
async fn a_comment_that_is_too_long_or_none_is_refused_and_nothing_is_reported() {
    let router = backend_with(Options::default()).await;
    let mut other = signed_in(&router, "agent.demo").await;
    let mut mine = signed_in(&router, "agent.demo").await;
    let id = newest(&mut mine, ActivityCode::SignedIn).await;
    for (comment, reason) in [
        (json!("x".repeat(2001)), "too_long"),
        (json!("é".repeat(2001)), "too_long"),
        (json!(null), "invalid"),
        (json!(5), "invalid"),
        (json!(["x"]), "invalid"),
    ] {
        let answer = report(&mut mine, &id, comment).await;
        answer.refused(422, "invalid_fields");
        let fields = &answer.json()["fields"];
        assert_eq!(*fields, json!([{ "name": "comment", "code": reason }]));
    }
    let path = format!("/activity/{id}/report");
    let answer = mine.post(&path, json!({})).await;
    answer.refused(422, "invalid_fields");
    assert_eq!(answer.json()["fields"][0]["code"], "required");
    mine.post(&path, json!([]))
        .await
        .refused(400, "invalid_request");
    assert_eq!(other.state().await, "signed_in");
    assert!(
        all(&mut mine, "")
            .await
            .iter()
            .all(|event| event.report.is_none())
    );
}
