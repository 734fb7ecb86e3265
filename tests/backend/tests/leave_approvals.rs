//! What waits for those who validate, and what they have decided, in their own place and in another's.

use crate::leave::{all, ask, control, period, read, wish, written};
use crate::leave_deciding::{decide, people, told, undo};
use crate::support::{Client, signed_in, signed_in_on_shared_device};
use axum::http::Method;
use nomade::contract::leave::{
    LeaveAction as Action, LeaveApproval, LeaveApprovals, LeaveState as State,
};
use serde_json::json;

pub async fn approvals(client: &mut Client, state: &str) -> Vec<LeaveApproval> {
    let (mut items, mut after) = (Vec::new(), String::new());
    loop {
        let path = format!("/leave/approvals?state={state}{after}");
        let page: LeaveApprovals =
            serde_json::from_slice(&client.get(&path).await.ok().body).unwrap();
        assert!(page.items.len() <= 50);
        items.extend(page.items);
        match page.next_cursor {
            Some(cursor) => after = format!("&cursor={cursor}"),
            None => return items,
        }
    }
}

#[tokio::test]
async fn a_delegate_decides_in_anothers_place_as_long_as_that_holds() {
    let mut people = people().await;
    let delegated = |items: &[LeaveApproval]| -> Vec<(String, String)> {
        let items = items.iter().filter_map(|it| {
            let other = it.on_behalf_of.as_ref()?;
            Some((other.name.clone(), it.request.agent.name.clone()))
        });
        items.collect()
    };
    let waiting = approvals(&mut people.manager, "waiting").await;
    let expected = [
        ("Nadia Lefèvre", "Sarah Diallo"),
        ("Nadia Lefèvre", "Antoine Dubois"),
    ];
    let expected = expected.map(|(one, other)| (one.to_owned(), other.to_owned()));
    assert_eq!(delegated(&waiting), expected);
    let item = waiting.iter().find(|it| it.on_behalf_of.is_some()).unwrap();
    assert_eq!((item.team_size, item.request.level.of), (5, 1));
    let decided = told(decide(&mut people.manager, &item.request, "approve", "").await);
    assert_eq!(decided.summary.state, State::Approved);
    let step = decided.trail.last().unwrap();
    assert_eq!(
        (
            step.by.name.as_str(),
            step.on_behalf_of.as_ref().unwrap().name.as_str()
        ),
        ("Manager Démo", "Nadia Lefèvre")
    );
    let first = approvals(&mut people.manager, "decided")
        .await
        .swap_remove(0);
    assert_eq!(first.request.summary.id, item.request.summary.id);
    assert_eq!(first.on_behalf_of.unwrap().name, "Nadia Lefèvre");
    let undone = told(undo(&mut people.manager, &decided).await);
    assert_eq!(
        undone
            .trail
            .last()
            .unwrap()
            .on_behalf_of
            .as_ref()
            .unwrap()
            .name,
        "Nadia Lefèvre"
    );
    assert_ne!(
        approvals(&mut people.manager, "decided").await[0]
            .request
            .summary
            .id,
        item.request.summary.id
    );
    // Nobody decides on the leave of whose place they are in.
    let asked =
        json!({ "username": "Nadia Lefèvre", "kind": "special", "period": period("2026-12-14") });
    let own = control(&mut people.manager, json!({ "ask": asked })).await;
    let own = own["id"].as_str().unwrap();
    people
        .manager
        .get(&format!("/leave/requests/{own}"))
        .await
        .refused(404, "not_found");
    let above = read(&mut people.direction, own).await;
    assert_eq!(above.actions, [Action::Approve, Action::Refuse]);
    let waiting = approvals(&mut people.manager, "waiting").await;
    assert!(waiting.iter().all(|it| it.request.summary.id != own));
    // Until its last day, Paris's.
    people.manager.wait(46 * 86_400).await;
    let mut manager = signed_in(&people.router, "manager.demo").await;
    let waiting = approvals(&mut manager, "waiting").await;
    assert_eq!(delegated(&waiting), []);
    decide(&mut manager, &undone, "approve", "")
        .await
        .refused(403, "action_refused");
    // Whoever has decided on it still reads it.
    assert_eq!(read(&mut manager, &undone.summary.id).await.actions, []);
    let calendar = manager
        .get("/leave/calendar?from=2026-12-01&to=2026-12-31")
        .await
        .ok()
        .json();
    assert_eq!(calendar["teams"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn what_waits_is_listed_with_clashes_and_what_would_be_left() {
    let mut people = people().await;
    let path = "/leave/approvals";
    let page: LeaveApprovals =
        serde_json::from_slice(&people.manager.get(path).await.ok().body).unwrap();
    assert_eq!((page.waiting, page.items.len()), (9, 9));
    assert!(
        page.items
            .is_sorted_by_key(|it| it.request.summary.period.from)
    );
    let of = |name: &str, kind: &str| {
        let mut items = page.items.iter();
        items
            .find(|it| it.request.agent.name == name && it.request.summary.kind == kind)
            .unwrap()
    };
    let agents = page
        .items
        .iter()
        .find(|it| written(&it.request.summary.period) == "2026-12-28..2027-01-04am")
        .unwrap();
    let clashes: Vec<_> = agents
        .clashes
        .iter()
        .map(|it| (it.person.name.as_str(), it.state))
        .collect();
    assert_eq!(
        clashes,
        [
            ("Camille Bernard", State::Approved),
            ("Thomas Petit", State::Pending)
        ]
    );
    assert_eq!((agents.team_size, agents.left_after), (9, Some(3 + 13)));
    assert_eq!(agents.request.comment, "Je reste joignable le lundi matin.");
    let special = of("Camille Bernard", "special");
    assert_eq!(special.left_after, None);
    assert_eq!(
        special.request.actions,
        [
            Action::Approve,
            Action::Refuse,
            Action::ViewAttachment,
            Action::DownloadAttachment
        ]
    );
    // A cancellation would give back.
    let cancelled = of("Hugo Girard", "annual");
    assert_eq!(cancelled.request.summary.state, State::CancellationPending);
    let before = cancelled.left_after.unwrap();
    let tried = told(decide(&mut people.manager, &cancelled.request, "approve", "").await);
    told(decide(&mut people.direction, &tried, "approve", "").await);
    let decided = approvals(&mut people.manager, "decided").await;
    assert_eq!(
        (
            decided[0].request.agent.name.as_str(),
            decided[0].left_after
        ),
        ("Hugo Girard", Some(before))
    );
    assert!(
        decided
            .iter()
            .all(|it| it.request.agent.name != "Manager Démo")
    );
    // An agent who validates nothing gets an empty page.
    for state in ["waiting", "decided"] {
        assert_eq!(approvals(&mut people.agent, state).await, []);
    }
    for query in [
        "state=all",
        "state=",
        "cursor=x",
        "state=waiting&state=decided",
    ] {
        people
            .manager
            .get(&format!("{path}?{query}"))
            .await
            .refused(422, "invalid_fields");
    }
    let mut shared = signed_in_on_shared_device(&people.router, "manager.demo").await;
    let waiting = approvals(&mut shared, "waiting").await;
    let with_file = waiting
        .iter()
        .find(|it| it.request.attachment.is_some())
        .unwrap();
    assert_eq!(
        with_file.request.actions,
        [Action::Approve, Action::Refuse, Action::ViewAttachment]
    );
}

#[tokio::test]
async fn decisions_are_listed_for_ninety_days_page_by_page() {
    let mut people = people().await;
    for number in 0..60 {
        let day = chrono_day(number);
        let asked =
            json!({ "username": "Karim Benali", "kind": "special", "period": period(&day) });
        let id = control(&mut people.manager, json!({ "ask": asked })).await["id"].clone();
        let decided =
            json!({ "id": id, "by": "manager.demo", "outcome": "refuse", "reason": "Non" });
        control(&mut people.manager, json!({ "decide": decided })).await;
    }
    let decided = approvals(&mut people.manager, "decided").await;
    assert_eq!(decided.len(), 60 + 17);
    let ids: std::collections::BTreeSet<_> =
        decided.iter().map(|it| &it.request.summary.id).collect();
    assert_eq!(ids.len(), 77);
    let last = |it: &LeaveApproval| {
        let own = it
            .request
            .trail
            .iter()
            .rev()
            .find(|step| step.by.name == "Manager Démo");
        serde_json::to_value(own.unwrap().at)
            .unwrap()
            .as_str()
            .unwrap()
            .to_owned()
    };
    assert!(decided.is_sorted_by_key(|it| std::cmp::Reverse(last(it))));
    people.manager.wait(89 * 86_400).await;
    let mut manager = signed_in(&people.router, "manager.demo").await;
    assert_eq!(approvals(&mut manager, "decided").await.len(), 60);
    manager.wait(2 * 86_400).await;
    let mut manager = signed_in(&people.router, "manager.demo").await;
    assert_eq!(approvals(&mut manager, "decided").await, []);
}

/// A day of the years before, another for each number.
fn chrono_day(number: u32) -> String {
    format!("2024-{:02}-{:02}", 1 + number / 20, 1 + number % 20)
}

#[tokio::test]
async fn the_control_does_what_somebody_else_would_do_meanwhile() {
    let mut people = people().await;
    let request = ask(&mut people.agent, "annual", "2026-12-14").await;
    let id = request.summary.id.clone();
    let by_other = json!({ "id": id, "by": "adjoint.demo", "outcome": "approve" });
    control(&mut people.manager, json!({ "decide": by_other })).await;
    decide(&mut people.manager, &request, "approve", "")
        .await
        .refused(412, "changed_meanwhile");
    for (body, status, code) in [
        (json!({ "decide": by_other }), 403, "action_refused"),
        (
            json!({ "decide": { "id": "x", "by": "adjoint.demo", "outcome": "approve" } }),
            404,
            "not_found",
        ),
        (
            json!({ "decide": { "id": id, "by": "nobody", "outcome": "approve" } }),
            404,
            "not_found",
        ),
        (json!({ "decide": {} }), 422, "invalid_fields"),
        (
            json!({ "ask": { "username": "nobody", "kind": "rtt", "period": period("2026-12-14") } }),
            404,
            "not_found",
        ),
        (json!({ "ask": {} }), 422, "invalid_fields"),
        (
            json!({ "closed": { "date": "2026-02-30", "label": "x" } }),
            422,
            "invalid_fields",
        ),
        (
            json!({ "balance": { "username": "nouveau.demo", "kind": "rtt", "acquired": 1 } }),
            404,
            "not_found",
        ),
        (json!({ "revoke": "x" }), 404, "not_found"),
        (json!({}), 422, "invalid_fields"),
    ] {
        people
            .manager
            .post("/test/leave", body)
            .await
            .refused(status, code);
    }
    let closed = json!({ "closed": { "date": "2026-12-14", "label": "Pont" } });
    control(&mut people.manager, closed).await;
    let days = people
        .agent
        .get("/leave/days?from=2026-12-14&to=2026-12-14")
        .await
        .ok()
        .json();
    assert_eq!(days["days_off"][0]["label"]["fr"], "Pont");
    control(&mut people.agent, json!({ "revoke": id })).await;
    for client in [
        &mut people.agent,
        &mut people.manager,
        &mut people.direction,
    ] {
        client
            .get(&format!("/leave/requests/{id}"))
            .await
            .refused(404, "not_found");
    }
    let waiting = approvals(&mut people.direction, "waiting").await;
    assert!(waiting.iter().all(|it| it.request.summary.id != id));
    // Reset, everything is as it was.
    people.agent.post("/test/reset", json!({})).await.ok();
    let mut agent = signed_in(&people.router, "agent.demo").await;
    assert_eq!(all(&mut agent, "").await.len(), 13);
    let days = agent
        .get("/leave/days?from=2026-12-14&to=2026-12-14")
        .await
        .ok()
        .json();
    assert_eq!(days["days_off"], json!([]));
    let answer = agent.send_with(
        Method::POST,
        "/leave/requests",
        Some(wish("annual", "2026-12-14")),
        &[("idempotency-key", "0123456789abcdef")],
    );
    assert_eq!(answer.await.status, 201);
}
