//! An agent's requests in a list: filtered, and page by page, each once.

use crate::leave::{agent, all, control, fields, period};
use crate::support::{backend, signed_in};
use serde_json::{Value, json};
use std::collections::BTreeSet;

#[tokio::test]
async fn a_list_is_filtered_by_the_years_it_touches_and_by_states() {
    let mut client = agent().await;
    let told = client.get("/leave/requests").await.ok().json();
    assert_eq!(told["years"], json!([2027, 2026, 2025]));
    for (filter, expected) in [
        ("year=2025", 2),
        ("year=2026", 8),
        // The one over New Year is in both.
        ("year=2027", 4),
        ("year=1999", 0),
        ("state=pending", 2),
        ("state=cancelled&year=2026", 2),
        ("state=of_a_newer_contract", 0),
    ] {
        assert_eq!(all(&mut client, filter).await.len(), expected, "{filter}");
    }
    for (filter, field) in [
        ("year=1899", "year"),
        ("year=x", "year"),
        ("state=A", "state"),
        ("cursor=x", "cursor"),
        ("year=2026&year=2027", "year"),
    ] {
        let answer = client.get(&format!("/leave/requests?{filter}")).await;
        answer.refused(422, "invalid_fields");
        assert_eq!(fields(&answer)[0].0, field);
    }
}

#[tokio::test]
async fn pages_hold_every_request_once_also_when_one_is_added_meanwhile() {
    let router = backend().await;
    let mut client = signed_in(&router, "agent.demo").await;
    control(
        &mut client,
        json!({ "balance": { "username": "agent.demo", "kind": "annual", "acquired": 500 } }),
    )
    .await;
    for month in 1..=12 {
        for day in [1, 5, 9, 13, 17, 21, 25] {
            let day = format!("2024-{month:02}-{day:02}");
            let asked =
                json!({ "username": "agent.demo", "kind": "annual", "period": period(&day) });
            control(&mut client, json!({ "ask": asked })).await;
        }
    }
    let first = client
        .get("/leave/requests?state=pending")
        .await
        .ok()
        .json();
    assert_eq!(first["items"].as_array().unwrap().len(), 50);
    let cursor = first["next_cursor"].as_str().unwrap().to_owned();
    // Before the place that the page ended at, and behind it.
    for day in ["2024-12-29", "2024-01-02"] {
        let asked = json!({ "username": "agent.demo", "kind": "annual", "period": period(day) });
        control(&mut client, json!({ "ask": asked })).await;
    }
    let path = format!("/leave/requests?state=pending&cursor={cursor}");
    let second = client.get(&path).await.ok().json();
    let ids = |page: &Value| -> Vec<String> {
        let items = page["items"].as_array().unwrap().iter();
        items
            .map(|it| it["id"].as_str().unwrap().to_owned())
            .collect()
    };
    let both: BTreeSet<_> = ids(&first).into_iter().chain(ids(&second)).collect();
    assert_eq!((both.len(), ids(&second).len()), (87, 37));
    let items = all(&mut client, "").await;
    assert_eq!(items.len(), 13 + 84 + 2);
    assert!(items.is_sorted_by_key(|it| std::cmp::Reverse(it.period.from)));
    // It is of this list, of these filters and of this agent.
    for filter in ["", "state=approved&", "year=2024&state=pending&"] {
        let path = format!("/leave/requests?{filter}cursor={cursor}");
        client.get(&path).await.refused(422, "invalid_fields");
    }
    let mut other = signed_in(&router, "manager.demo").await;
    for path in [path.as_str(), &format!("/leave/approvals?cursor={cursor}")] {
        other.get(path).await.refused(422, "invalid_fields");
    }
}
