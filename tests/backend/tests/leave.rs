//! Leave as an agent has it: kinds, rights, days, previews, the list, and asking; what the other tests of leave ask with.

use crate::support::{Answer, Client, backend, signed_in};
use axum::http::Method;
use nomade::contract::leave::{
    DayOffReason, LeaveBalances, LeaveDays, LeaveObstacle, LeavePreview, LeaveRequest,
    LeaveRequestSummary, LeaveRequests, LeaveState,
};
use serde_json::{Value, json};

/// `2026-12-24pm..2026-12-31am`: from a noon, to a noon.
pub fn period(text: &str) -> Value {
    let (from, to) = text.split_once("..").unwrap_or((text, text));
    json!({
        "from": from[..10], "from_noon": from.ends_with("pm"),
        "to": to[..10], "to_noon": to.ends_with("am"),
    })
}

/// As [`period`] writes it.
pub fn written(period: &nomade::contract::leave::LeavePeriod) -> String {
    let from = if period.from_noon { "pm" } else { "" };
    let to = if period.to_noon { "am" } else { "" };
    format!("{}{from}..{}{to}", period.from, period.to)
}

pub fn wish(kind: &str, text: &str) -> Value {
    json!({ "kind": kind, "period": period(text), "comment": "", "attachment": null })
}

/// Asks with that key.
pub async fn ask_with(client: &mut Client, key: &str, body: Value) -> Answer {
    let key = [("idempotency-key", key)];
    client
        .send_with(Method::POST, "/leave/requests", Some(body), &key)
        .await
}

/// Asks for leave that is granted to be asked for.
pub async fn ask(client: &mut Client, kind: &str, text: &str) -> LeaveRequest {
    let key = format!("key-of-a-test-{kind}-{}", text.replace('.', "_"));
    let answer = ask_with(client, &key, wish(kind, text)).await;
    assert_eq!(answer.status, 201, "{}", answer.text());
    serde_json::from_slice(&answer.body).unwrap()
}

pub async fn read(client: &mut Client, id: &str) -> LeaveRequest {
    let answer = client.get(&format!("/leave/requests/{id}")).await.ok();
    serde_json::from_slice(&answer.body).unwrap()
}

/// All requests of an agent that fit, in order.
pub async fn all(client: &mut Client, filter: &str) -> Vec<LeaveRequestSummary> {
    let (mut items, mut after) = (Vec::new(), String::new());
    loop {
        let path = format!("/leave/requests?{filter}{after}");
        let page: LeaveRequests =
            serde_json::from_slice(&client.get(&path).await.ok().body).unwrap();
        assert!(page.items.len() <= 50);
        items.extend(page.items);
        match page.next_cursor {
            Some(cursor) => after = format!("&cursor={cursor}"),
            None => return items,
        }
    }
}

/// What is left of each right, by its French name.
pub async fn left(client: &mut Client) -> Vec<(String, i32)> {
    let answer = client.get("/leave/balances").await.ok();
    let told: LeaveBalances = serde_json::from_slice(&answer.body).unwrap();
    for right in &told.items {
        let count = |acquired| acquired - right.taken - right.pending;
        assert_eq!(right.left, right.acquired.map(count));
    }
    let items = told.items.into_iter();
    items
        .filter_map(|right| Some((right.label.fr, right.left?)))
        .collect()
}

pub async fn preview(client: &mut Client, kind: &str, text: &str) -> LeavePreview {
    let body = json!({ "kind": kind, "period": period(text) });
    let answer = client.post("/leave/preview", body).await.ok();
    serde_json::from_slice(&answer.body).unwrap()
}

pub async fn control(client: &mut Client, body: Value) -> Value {
    client.post("/test/leave", body).await.ok().json()
}

pub fn fields(answer: &Answer) -> Vec<(String, String)> {
    let told = answer.json();
    let fields = told["fields"].as_array().unwrap().iter();
    fields
        .map(|field| {
            let text = |name: &str| field[name].as_str().unwrap().to_owned();
            (text("name"), text("code"))
        })
        .collect()
}

pub async fn agent() -> Client {
    signed_in(&backend().await, "agent.demo").await
}

#[tokio::test]
async fn the_demonstration_shows_a_request_in_every_state() {
    let mut client = agent().await;
    let items = all(&mut client, "").await;
    let told: Vec<_> = items
        .iter()
        .map(|it| {
            (
                it.kind.as_str(),
                written(&it.period),
                it.half_days,
                it.state,
            )
        })
        .collect();
    use LeaveState::{Approved, CancellationPending, Cancelled, Pending, Refused};
    let expected = [
        ("savings", "2027-03-01..2027-03-05", 9, Approved),
        ("annual", "2027-02-15..2027-02-19", 9, Approved),
        ("annual", "2027-01-18..2027-01-22", 9, CancellationPending),
        ("annual", "2026-12-28..2027-01-04am", 7, Pending),
        ("rtt", "2026-12-18pm..2026-12-18", 1, Approved),
        ("rtt", "2026-12-10..2026-12-10", 2, Pending),
        ("recovery", "2026-09-29..2026-09-29", 2, Approved),
        ("annual", "2026-08-03..2026-08-14", 18, Approved),
        ("annual", "2026-06-15..2026-06-17", 5, Cancelled),
        ("special", "2026-05-18..2026-05-18", 2, Refused),
        ("recovery", "2026-02-27..2026-02-27am", 1, Cancelled),
        ("annual", "2025-12-22..2025-12-24", 5, Approved),
        ("special", "2025-09-23..2025-09-24", 3, Approved),
    ];
    let expected = expected.map(|(kind, text, count, state)| (kind, text.to_owned(), count, state));
    assert_eq!(told, expected);
    let levels = read(&mut client, &items[5].id).await.level;
    assert_eq!((levels.n, levels.of), (2, 2));
    let refused = read(&mut client, &items[9].id).await;
    assert!(refused.trail.last().unwrap().reason.is_some() && refused.attachment.is_some());
    let expected = [
        ("Congés annuels 2025", 3),
        ("Congés annuels 2026", 13),
        ("RTT 2026", 6),
        ("Compte épargne-temps", 27),
        ("Récupérations", 1),
    ];
    let expected = expected.map(|(label, left)| (label.to_owned(), left));
    assert_eq!(left(&mut client).await, expected);
    let router = backend().await;
    let mut other = signed_in(&router, "bientot.demo").await;
    assert_eq!(left(&mut other).await[1].1, -2);
    assert_eq!(all(&mut other, "").await, []);
}

#[tokio::test]
async fn days_off_and_own_leave_are_told_of_the_days_asked_for() {
    let mut client = agent().await;
    let path = "/leave/days?from=2026-12-01&to=2027-01-04";
    let told: LeaveDays = serde_json::from_slice(&client.get(path).await.ok().body).unwrap();
    let off = |day: &str| {
        let found = told.days_off.iter().find(|it| it.on.to_string() == day);
        found.map(|it| (it.morning, it.afternoon, it.reason))
    };
    for (day, expected) in [
        ("2026-12-02", Some((false, true, DayOffReason::PartTime))),
        ("2026-12-03", None),
        ("2026-12-24", Some((false, true, DayOffReason::Closed))),
        ("2026-12-25", Some((true, true, DayOffReason::Holiday))),
        ("2026-12-26", Some((true, true, DayOffReason::Weekend))),
        ("2026-12-30", Some((false, true, DayOffReason::PartTime))),
        ("2026-12-31", Some((false, true, DayOffReason::Closed))),
        ("2027-01-01", Some((true, true, DayOffReason::Holiday))),
    ] {
        assert_eq!(off(day), expected, "{day}");
    }
    let own: Vec<_> = told.absences.iter().map(|it| written(&it.period)).collect();
    let expected = [
        "2026-12-10..2026-12-10",
        "2026-12-18pm..2026-12-18",
        "2026-12-28..2027-01-04am",
    ];
    assert_eq!(own, expected);
    for (query, field) in [
        ("", "from"),
        ("from=2026-12-01", "to"),
        ("from=2026-12-01&to=2026-11-30", "to"),
        ("from=2026-12-01&to=2028-01-06", "to"),
        ("from=2027-02-29&to=2027-03-06", "from"),
    ] {
        let answer = client.get(&format!("/leave/days?{query}")).await;
        answer.refused(422, "invalid_fields");
        assert_eq!(fields(&answer)[0].0, field);
    }
    let longest = client
        .get("/leave/days?from=2026-12-01&to=2028-01-05")
        .await;
    longest.ok();
}

#[tokio::test]
async fn a_preview_counts_and_tells_what_stands_in_the_way_and_makes_nothing() {
    let mut client = agent().await;
    let before = left(&mut client).await;
    // Last year's right as long as it holds, then this year's.
    let told = preview(&mut client, "annual", "2026-12-21..2026-12-24").await;
    assert_eq!((told.half_days, told.team_size), (6, 9));
    let changes: Vec<_> = told
        .balances
        .iter()
        .map(|it| (it.before, it.after))
        .collect();
    assert_eq!(changes, [(3, 0), (13, 10)]);
    assert_eq!(told.obstacles, []);
    // Of colleagues it is known that they are away, and no more.
    let away: Vec<_> = told
        .colleagues
        .iter()
        .map(|it| (it.person.name.as_str(), it.state))
        .collect();
    assert_eq!(away, [("Hugo Girard", LeaveState::Approved)]);
    use LeaveObstacle as It;
    for (kind, text, half_days, obstacles) in [
        (
            "annual",
            "2026-12-25..2026-12-27",
            0,
            vec![It::NothingToCount],
        ),
        ("annual", "2026-12-18pm", 1, vec![It::Overlap]),
        ("annual", "2026-12-18..2026-12-18am", 1, vec![]),
        ("annual", "2027-01-04pm", 1, vec![]),
        ("annual", "2027-01-04..2027-01-04am", 1, vec![It::Overlap]),
        (
            "annual",
            "2027-02-03..2027-02-08",
            7,
            vec![It::RefusedPeriod],
        ),
        ("rtt", "2027-01-12", 2, vec![It::BalanceTooLow]),
        ("savings", "2026-11-24pm", 1, vec![It::WholeDaysOnly]),
        ("special", "2026-11-23..2026-12-04", 18, vec![It::TooLong]),
        ("annual", "2026-10-21", 1, vec![It::OutOfRange]),
        ("savings", "2028-01-03", 2, vec![It::OutOfRange]),
    ] {
        let told = preview(&mut client, kind, text).await;
        let seen = (told.half_days, told.obstacles);
        assert_eq!(seen, (half_days, obstacles), "{kind} {text}");
    }
    let low = preview(&mut client, "rtt", "2026-11-23..2026-11-27").await;
    assert_eq!((low.balances[0].before, low.balances[0].after), (6, -3));
    let without = preview(&mut client, "special", "2026-11-24").await;
    assert_eq!((without.balances, without.obstacles), (vec![], vec![]));
    let overlap = preview(&mut client, "annual", "2026-12-17..2026-12-28").await;
    assert_eq!(overlap.overlaps.len(), 2);
    // However long, it can be counted.
    let all_of_it = preview(&mut client, "annual", "0001-01-01..9999-12-31").await;
    assert_eq!(all_of_it.half_days, 10_000);
    assert_eq!(all_of_it.overlaps.len(), 10);
    assert_eq!(all_of_it.colleagues.len(), 9);
    for (body, expected) in [
        (
            json!({ "kind": "annual", "period": period("2026-12-24..2026-12-23") }),
            ("period", "before_start"),
        ),
        (
            json!({ "kind": "annual", "period": period("2026-12-24pm..2026-12-24am") }),
            ("period", "nothing_to_count"),
        ),
        (
            json!({ "kind": "gold", "period": period("2026-12-24") }),
            ("kind", "invalid"),
        ),
    ] {
        let answer = client.post("/leave/preview", body).await;
        answer.refused(422, "invalid_fields");
        assert_eq!(
            fields(&answer),
            [(expected.0.to_owned(), expected.1.to_owned())]
        );
    }
    client.set_token(None);
    let body = json!({ "kind": "annual", "period": period("2026-12-24") });
    client
        .post("/leave/preview", body)
        .await
        .refused(403, "csrf_refused");
    assert_eq!(left(&mut client).await, before);
    assert_eq!(all(&mut client, "").await.len(), 13);
}

#[tokio::test]
async fn a_module_that_is_off_answers_so_everywhere() {
    let mut client = agent().await;
    let id = all(&mut client, "").await[0].id.clone();
    let off = json!({ "modules": { "leave": { "state": "off" } } });
    client.post("/test/portal", off).await.ok();
    let days = "from=2026-12-01&to=2026-12-02";
    for path in [
        "/leave/kinds",
        "/leave/balances",
        &format!("/leave/days?{days}"),
        "/leave/requests",
        &format!("/leave/requests/{id}"),
        &format!("/leave/requests/{id}/attachment"),
        &format!("/leave/requests/{id}/ics"),
        "/leave/approvals",
        &format!("/leave/calendar?{days}"),
    ] {
        client.get(path).await.refused(404, "module_off");
    }
    let body = json!({ "kind": "annual", "period": period("2026-12-24") });
    client
        .post("/leave/preview", body)
        .await
        .refused(404, "module_off");
    ask_with(
        &mut client,
        "0123456789abcdef",
        wish("annual", "2026-12-21"),
    )
    .await
    .refused(404, "module_off");
    let revision = [("if-match", "\"1\"")];
    for (method, below, body) in [
        (Method::DELETE, "", None),
        (Method::POST, "/cancellation", Some(json!({ "reason": "" }))),
        (
            Method::POST,
            "/decision",
            Some(json!({ "outcome": "approve", "reason": "" })),
        ),
        (Method::DELETE, "/decision", None),
    ] {
        let path = format!("/leave/requests/{id}{below}");
        client
            .send_with(method, &path, body, &revision)
            .await
            .refused(404, "module_off");
    }
    let file = Some(("application/pdf", b"%PDF-1.7".to_vec()));
    let key = [("idempotency-key", "0123456789abcdef")];
    let answer = client
        .send_bytes(Method::POST, "/leave/attachments", file, &key)
        .await;
    answer.refused(404, "module_off");
}

#[tokio::test]
async fn nobody_reads_leave_signed_out_or_before_the_texts_are_accepted() {
    let router = backend().await;
    let mut stranger = Client::of(&router);
    let mut new = signed_in(&router, "nouveau.demo").await;
    for path in [
        "/leave/kinds",
        "/leave/balances",
        "/leave/requests",
        "/leave/approvals",
        "/leave/requests/x",
    ] {
        stranger.get(path).await.refused(401, "signed_out");
        new.get(path).await.refused(403, "consent_required");
    }
}
