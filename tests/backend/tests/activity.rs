//! The journal as it is read: its pages, its filters, and for how long events are kept; knows no deed by its effect.

use crate::support::{Client, PASSWORD, backend, backend_with, signed_in};
use nomade::contract::activity::{Activity, ActivityCode, ActivityEvent};
use portal_backend::{Backend, Options, Seed, router};
use serde_json::{Value, json};
use std::cmp::Reverse;
use std::collections::BTreeSet;

pub async fn page(client: &mut Client, query: &str) -> Activity {
    let answer = client.get(&format!("/activity?{query}")).await.ok();
    serde_json::from_slice(&answer.body).unwrap()
}

/// The whole journal, page by page, the newest first.
pub async fn all(client: &mut Client, filter: &str) -> Vec<ActivityEvent> {
    let mut items = Vec::new();
    let mut after = String::new();
    loop {
        let page = page(client, &format!("{filter}{after}")).await;
        assert!(page.items.len() <= 20);
        items.extend(page.items);
        match page.next_cursor {
            Some(cursor) => after = format!("&cursor={cursor}"),
            None => return items,
        }
    }
}

pub fn codes(items: &[ActivityEvent]) -> Vec<ActivityCode> {
    items.iter().map(|event| event.code).collect()
}

pub fn ids(items: &[ActivityEvent]) -> BTreeSet<&str> {
    items.iter().map(|event| event.id.as_str()).collect()
}

pub fn first_payslip(payslips: &Value) -> (String, String) {
    let first = &payslips["items"][0];
    let id = first["id"].as_str().unwrap().to_owned();
    (format!("/payslips/{id}"), id)
}

/// Lets sessions last longer than any test: passwords expire before a year is over.
pub async fn stay_signed_in(client: &mut Client) {
    let times = json!({ "session": { "idle_s": 90_000_000, "absolute_s": 90_000_000 } });
    client.post("/test/portal", times).await.ok();
}

#[tokio::test]
async fn the_large_seed_has_two_thousand_events_and_every_page_goes_on_where_the_last_ended() {
    let seed = Seed::Large;
    let router = backend_with(Options {
        seed,
        ..Options::default()
    })
    .await;
    let mut client = signed_in(&router, "agent.demo").await;
    let items = all(&mut client, "").await;
    assert_eq!((items.len(), ids(&items).len()), (2001, 2001));
    assert!(items.is_sorted_by_key(|event| Reverse(event.at)));
    let since = page(&mut client, "").await.recorded_since;
    assert!(items.iter().all(|event| event.at >= since));
    let kinds = ["connection", "view", "download", "decision"];
    let mut together = 0;
    for kind in kinds {
        let of_kind = all(&mut client, &format!("kind={kind}")).await;
        assert!(
            of_kind
                .iter()
                .all(|event| serde_json::to_value(event.kind).unwrap() == kind)
        );
        together += of_kind.len();
    }
    assert_eq!(together, 2001);
}

#[tokio::test]
async fn what_happens_meanwhile_neither_repeats_nor_hides_an_event() {
    let router = backend().await;
    let mut client = signed_in(&router, "agent.demo").await;
    let before = all(&mut client, "").await;
    let (path, _) = first_payslip(&client.get("/payslips").await.ok().json());
    let mut items = Vec::new();
    let mut cursor = Some(String::new());
    while let Some(after) = cursor {
        let query = if after.is_empty() {
            after
        } else {
            format!("cursor={after}")
        };
        let page = page(&mut client, &query).await;
        items.extend(page.items);
        cursor = page.next_cursor;
        for _ in 0..25 {
            client.get(&path).await.ok();
        }
    }
    assert_eq!(items, before);
}

#[tokio::test]
async fn days_are_those_of_paris_and_a_period_without_events_is_empty() {
    let mut client = signed_in(&backend().await, "agent.demo").await;
    let everything = all(&mut client, "").await;
    let day = |event: &ActivityEvent| {
        serde_json::to_value(event.at).unwrap().as_str().unwrap()[..10].to_owned()
    };
    let days: BTreeSet<String> = everything.iter().map(day).collect();
    for one in &days {
        let expected: Vec<_> = everything
            .iter()
            .filter(|it| day(it) == *one)
            .cloned()
            .collect();
        assert_eq!(
            all(&mut client, &format!("from={one}&to={one}")).await,
            expected
        );
        let expected: Vec<_> = everything
            .iter()
            .filter(|it| day(it) >= *one)
            .cloned()
            .collect();
        assert_eq!(all(&mut client, &format!("from={one}")).await, expected);
        let expected: Vec<_> = everything
            .iter()
            .filter(|it| day(it) <= *one)
            .cloned()
            .collect();
        assert_eq!(all(&mut client, &format!("to={one}")).await, expected);
    }
    for (filter, count) in [
        ("from=2027-01-01", 0),
        ("to=1999-12-31", 0),
        ("from=2026-11-22&to=2026-11-01", 0),
        ("from=0000-01-01&to=9999-12-31", everything.len()),
        ("to=0000-01-01", 0),
        ("from=9999-12-31", 0),
        ("kind=decision&from=2026-11-22", 0),
        ("unknown=1", everything.len()),
    ] {
        assert_eq!(all(&mut client, filter).await.len(), count, "{filter}");
    }
}

#[tokio::test]
async fn parameters_that_are_none_are_refused_by_name() {
    let mut client = signed_in(&backend().await, "agent.demo").await;
    for (query, field) in [
        ("kind=", "kind"),
        ("kind=Connection", "kind"),
        ("kind=unknown", "kind"),
        ("kind=view&kind=view", "kind"),
        ("from=", "from"),
        ("from=2026-02-30", "from"),
        ("from=2026-11-22T00:00:00Z", "from"),
        ("from=2026-1-1", "from"),
        ("to=yesterday", "to"),
        ("to=22/11/2026", "to"),
        ("to=%00", "to"),
        ("to=2026-11-22&to=2026-11-23", "to"),
        ("cursor=", "cursor"),
        ("cursor=AAAA", "cursor"),
        ("cursor=-1", "cursor"),
        (&format!("cursor={}", "x".repeat(600)), "cursor"),
    ] {
        let answer = client.get(&format!("/activity?{query}")).await;
        answer.refused(422, "invalid_fields");
        assert_eq!(answer.json()["fields"][0]["name"], field, "{query}");
    }
}

#[tokio::test]
async fn reading_the_journal_is_no_event_and_extends_nothing() {
    let mut client = signed_in(&backend().await, "agent.demo").await;
    let before = client.get("/session").await.ok().json();
    let journal = all(&mut client, "").await;
    client.wait(60).await;
    assert_eq!(all(&mut client, "").await, journal);
    let after = client.get("/session").await.ok().json();
    assert_eq!(before["idle_expires_at"], after["idle_expires_at"]);
}

#[tokio::test]
async fn a_module_that_is_off_is_told_so_and_goes_on_recording() {
    let mut client = signed_in(&backend().await, "agent.demo").await;
    let before = all(&mut client, "").await.len();
    let switch = |state: &str| json!({ "modules": { "activity": { "state": state } } });
    client.post("/test/portal", switch("off")).await.ok();
    client.get("/activity").await.refused(404, "module_off");
    client
        .post("/activity/x/report", json!({ "comment": "" }))
        .await
        .refused(404, "module_off");
    client.delete("/session").await.ok();
    client.sign_in("agent.demo", PASSWORD).await.ok();
    client.post("/test/portal", switch("on")).await.ok();
    assert_eq!(all(&mut client, "").await.len(), before + 2);
}

#[tokio::test]
async fn events_are_kept_for_twelve_months() {
    let router = backend().await;
    let mut client = signed_in(&router, "agent.demo").await;
    stay_signed_in(&mut client).await;
    let first = page(&mut client, "").await;
    client.wait(200 * 86_400).await;
    let later = page(&mut client, "").await;
    let month = |activity: &Activity| {
        serde_json::to_value(activity.recorded_since)
            .unwrap()
            .as_str()
            .unwrap()[..7]
            .to_owned()
    };
    assert_eq!(
        (month(&first), month(&later)),
        ("2026-04".to_owned(), "2026-06".to_owned())
    );
    let items = all(&mut client, "").await;
    assert!(items.iter().all(|event| event.at >= later.recorded_since));
    assert!(items.len() > 10);
    client.wait(366 * 86_400).await;
    assert!(all(&mut client, "").await.is_empty());
    let (path, _) = first_payslip(&client.get("/payslips").await.ok().json());
    client.get(&path).await.ok();
    let items = all(&mut client, "").await;
    assert_eq!(codes(&items), [ActivityCode::PayslipViewed]);
}

#[tokio::test]
async fn a_restart_keeps_the_journal_and_a_reset_restores_it() {
    let folder = tempfile::tempdir().unwrap();
    let options = || Options {
        database: folder.path().join("portal.sqlite"),
        test_controls: true,
        ..Options::default()
    };
    let mut client = signed_in(
        &router(&Backend::open(options()).await.unwrap()),
        "agent.demo",
    )
    .await;
    let before = all(&mut client, "").await;
    drop(client);
    let again = router(&Backend::open(options()).await.unwrap());
    let mut client = signed_in(&again, "agent.demo").await;
    let after = all(&mut client, "").await;
    let kept: Vec<&str> = after[1..].iter().map(|event| event.id.as_str()).collect();
    let known: Vec<&str> = before.iter().map(|event| event.id.as_str()).collect();
    assert_eq!(kept, known);

    client.post("/test/reset", json!({})).await.ok();
    let mut client = signed_in(&again, "agent.demo").await;
    assert_eq!(codes(&all(&mut client, "").await), codes(&before));
}
