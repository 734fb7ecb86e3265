//! Asking for leave: once for a key, of which rights, and what stands in the way.

use crate::activity::page as journal;
use crate::leave::{
    agent, all, ask, ask_with, control, fields, left, period, preview, wish, written,
};
use crate::support::{backend_with, signed_in};
use axum::http::Method;
use nomade::contract::activity::ActivityCode;
use nomade::contract::leave::{LeaveDays, LeaveObstacle};
use portal_backend::Options;
use serde_json::{Value, json};

#[tokio::test]
async fn leave_is_asked_for_once_for_a_key_and_the_journal_says_so_once() {
    let mut client = agent().await;
    let comment = "Je reste joignable.\u{202e}\0\u{7f}\r\n<b>&\u{feff}\u{1F600}";
    let body = json!({ "kind": "annual", "period": period("2026-12-21..2026-12-24am"), "comment": comment, "attachment": null });
    let key = "3kXcV0q-tT8b1xW2mZ_9aQ";
    let first = ask_with(&mut client, key, body.clone()).await;
    let again = ask_with(&mut client, key, body.clone()).await;
    assert_eq!((first.status.as_u16(), again.status.as_u16()), (201, 201));
    assert_eq!(first.json(), again.json());
    let told = first.json();
    assert_eq!(told["comment"], comment);
    assert_eq!(
        (&told["half_days"], &told["revision"]),
        (&json!(6), &json!("1"))
    );
    assert_eq!(told["level"], json!({ "n": 1, "of": 2 }));
    assert_eq!(told["actions"], json!(["cancel", "export_calendar"]));
    assert_eq!(told["agent"]["name"], "Agent Démo");
    assert_eq!(told["trail"].as_array().unwrap().len(), 1);
    ask_with(&mut client, key, wish("rtt", "2026-12-22"))
        .await
        .refused(409, "idempotency_conflict");
    assert_eq!(all(&mut client, "").await.len(), 14);
    let events = journal(&mut client, "kind=decision").await.items;
    let own: Vec<_> = events.iter().filter(|it| it.current_session).collect();
    assert_eq!((own.len(), own[0].code), (1, ActivityCode::LeaveRequested));
    let item = own[0].item.as_ref().unwrap();
    assert_eq!(
        item.label,
        "Congés annuels du 21 décembre au 24 décembre 2026"
    );
    assert_eq!(json!(item.id), told["id"]);
    let operation = client.get(&format!("/operations/{key}")).await.ok().json();
    assert_eq!(
        (&operation["resource"], &operation["id"]),
        (&json!("leave_request"), &told["id"])
    );
    // Once it is cancelled, the same write tells that.
    let id = told["id"].as_str().unwrap();
    let path = format!("/leave/requests/{id}");
    client
        .send_with(Method::DELETE, &path, None, &[("if-match", "\"1\"")])
        .await
        .ok();
    let again = ask_with(&mut client, key, body).await.ok().json();
    assert_eq!(
        (&again["state"], &again["id"]),
        (&json!("cancelled"), &told["id"])
    );
}

#[tokio::test]
async fn rights_are_used_over_the_end_of_a_year_and_given_back() {
    let mut client = agent().await;
    let before = left(&mut client).await;
    let over = &all(&mut client, "state=pending").await[0];
    assert_eq!(written(&over.period), "2026-12-28..2027-01-04am");
    let path = format!("/leave/requests/{}", over.id);
    let told = client
        .send_with(Method::DELETE, &path, None, &[("if-match", "\"1\"")])
        .await;
    assert_eq!(told.ok().json()["actions"], json!([]));
    let after = left(&mut client).await;
    // Six half-days of last year's right until 31 December, one of this year's behind it.
    assert_eq!((after[0].1, after[1].1), (before[0].1 + 6, before[1].1 + 1));
    let over = ask(&mut client, "annual", "2026-12-28..2027-01-05").await;
    assert_eq!(over.summary.half_days, 10);
    let used = left(&mut client).await;
    assert_eq!((used[0].1, used[1].1), (after[0].1 - 6, after[1].1 - 4));
    // What lapses is not used behind its last day, however much of it is left.
    let many = json!({ "username": "agent.demo", "kind": "annual", "acquired": 200 });
    control(&mut client, json!({ "balance": many })).await;
    let told = preview(&mut client, "annual", "2027-03-15..2027-03-31").await;
    assert_eq!(told.obstacles, [LeaveObstacle::BalanceTooLow]);
    assert_eq!(
        (told.balances.len(), told.balances[0].label.fr.as_str()),
        (1, "Congés annuels 2026")
    );
    let events = journal(&mut client, "kind=decision").await.items;
    let told: Vec<_> = events
        .iter()
        .take(2)
        .map(|it| it.item.as_ref().unwrap().label.as_str())
        .collect();
    assert_eq!(
        told,
        [
            "Congés annuels du 28 décembre 2026 au 5 janvier 2027",
            "Congés annuels du 28 décembre 2026 au 4 janvier 2027",
        ]
    );
}

#[tokio::test]
async fn a_leap_day_is_a_day_like_others() {
    let router = backend_with(Options {
        starts_at: Some("2028-02-21T09:00:00+01:00".parse().unwrap()),
        ..Options::default()
    })
    .await;
    let mut client = signed_in(&router, "agent.demo").await;
    let told = preview(&mut client, "savings", "2028-02-28..2028-03-01").await;
    assert_eq!(told.half_days, 5);
    let told = preview(&mut client, "savings", "2028-02-29").await;
    assert_eq!(told.half_days, 2);
    let path = "/leave/days?from=2028-02-26&to=2028-03-05";
    let told: LeaveDays = serde_json::from_slice(&client.get(path).await.ok().body).unwrap();
    let off: Vec<_> = told.days_off.iter().map(|it| it.on.to_string()).collect();
    assert_eq!(
        off,
        [
            "2028-02-26",
            "2028-02-27",
            "2028-03-01",
            "2028-03-04",
            "2028-03-05"
        ]
    );
}

#[tokio::test]
async fn what_can_not_be_asked_for_is_refused_by_name_and_its_key_names_nothing() {
    let mut client = agent().await;
    let key = "0123456789abcdef";
    let with = |change: Value| {
        let mut body = wish("annual", "2026-12-21");
        for (name, value) in change.as_object().unwrap() {
            body[name] = value.clone();
        }
        body
    };
    for (body, expected) in [
        (
            json!({}),
            vec![
                "kind required",
                "period required",
                "comment required",
                "attachment required",
            ],
        ),
        (with(json!({ "kind": "gold" })), vec!["kind invalid"]),
        (
            with(json!({ "period": period("2026-12-21..2026-12-20") })),
            vec!["period before_start"],
        ),
        (
            with(json!({ "period": period("2026-12-21pm..2026-12-21am") })),
            vec!["period nothing_to_count"],
        ),
        (
            with(json!({ "period": period("2026-12-25") })),
            vec!["period nothing_to_count"],
        ),
        (
            with(json!({ "period": period("2026-12-18") })),
            vec!["period overlap"],
        ),
        (
            with(json!({ "kind": "rtt", "period": period("2027-01-12") })),
            vec!["period balance_too_low"],
        ),
        (
            with(json!({ "period": period("2027-02-01") })),
            vec!["period refused_period"],
        ),
        (
            with(json!({ "period": period("2026-10-20") })),
            vec!["period out_of_range"],
        ),
        (
            with(json!({ "kind": "savings", "period": period("2026-12-21pm") })),
            vec!["period whole_days_only"],
        ),
        (
            with(json!({ "kind": "special", "period": period("2026-12-18..2026-12-29") })),
            vec!["period overlap", "period too_long", "attachment required"],
        ),
        (
            with(json!({ "comment": "x".repeat(1_001) })),
            vec!["comment too_long"],
        ),
        (with(json!({ "comment": null })), vec!["comment invalid"]),
        (
            with(json!({ "attachment": "of-nobody" })),
            vec!["attachment invalid"],
        ),
        (
            with(
                json!({ "kind": "recovery", "period": period("2026-12-21am"), "attachment": "of-nobody" }),
            ),
            vec!["attachment invalid"],
        ),
        (
            with(json!({ "attachment": "x".repeat(65) })),
            vec!["attachment too_long"],
        ),
        (
            with(json!({ "kind": "special" })),
            vec!["attachment required"],
        ),
    ] {
        let answer = ask_with(&mut client, key, body.clone()).await;
        answer.refused(422, "invalid_fields");
        let told: Vec<_> = fields(&answer)
            .into_iter()
            .map(|(name, code)| format!("{name} {code}"))
            .collect();
        assert_eq!(told, expected, "{body}");
    }
    assert_eq!(all(&mut client, "").await.len(), 13);
    client
        .get(&format!("/operations/{key}"))
        .await
        .refused(404, "not_found");
    client
        .post("/leave/requests", wish("annual", "2026-12-21"))
        .await
        .refused(400, "invalid_request");
    let longest = with(json!({ "comment": "😀".repeat(1_000) }));
    assert_eq!(ask_with(&mut client, key, longest).await.status, 201);
}
