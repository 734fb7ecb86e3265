//! A request as a calendar file: one event over whole days, which says that it is leave and no more.

use crate::activity::page as journal;
use crate::document_files::ranged;
use crate::leave::{agent, all, control, period};
use crate::support::{backend, signed_in, signed_in_on_shared_device};
use nomade::contract::activity::ActivityCode as Code;
use serde_json::json;

#[tokio::test]
async fn a_request_is_given_as_a_calendar_file_that_says_when_and_no_more() {
    let router = backend().await;
    let mut client = signed_in(&router, "agent.demo").await;
    let half = &all(&mut client, "state=approved")
        .await
        .into_iter()
        .find(|it| it.kind == "rtt")
        .unwrap();
    let path = format!("/leave/requests/{}/ics", half.id);
    let file = client.get(&path).await.ok();
    assert_eq!(file.header("content-type"), "text/calendar; charset=utf-8");
    assert_eq!(
        file.header("content-disposition"),
        "attachment; filename=\"conge-2026-12-18.ics\""
    );
    let text = file.text();
    for line in [
        "BEGIN:VCALENDAR",
        "DTSTART;VALUE=DATE:20261218",
        "DTEND;VALUE=DATE:20261219",
        "SUMMARY:Congé (après-midi)",
        &format!("UID:{}@nomade", half.id),
        "END:VCALENDAR",
    ] {
        assert!(text.split("\r\n").any(|it| it == line), "{line} in {text}");
    }
    assert!(
        !text.contains("RTT") && !text.contains("Démo") && !text.replace("\r\n", "").contains('\n')
    );
    assert_eq!(client.get(&path).await.ok().body, file.body);
    let shown = client.get(&format!("{path}?for=view")).await.ok();
    assert_eq!(
        shown.header("content-disposition"),
        "attachment; filename=\"conge-2026-12-18.ics\""
    );
    let part = ranged(&mut client, &path, &[("range", "bytes=0-14")]).await;
    assert_eq!(
        (part.status.as_u16(), part.text().as_str()),
        (206, "BEGIN:VCALENDAR")
    );
    ranged(&mut client, &path, &[("range", "bytes=9999-")])
        .await
        .refused(416, "range_not_satisfiable");
    let event = journal(&mut client, "kind=download")
        .await
        .items
        .swap_remove(0);
    assert_eq!(event.code, Code::LeaveFileDownloaded);
    // What was refused or cancelled is no leave; a colleague's is nobody's but theirs.
    for state in ["refused", "cancelled"] {
        let over = &all(&mut client, &format!("state={state}")).await[0];
        client
            .get(&format!("/leave/requests/{}/ics", over.id))
            .await
            .refused(403, "action_refused");
    }
    signed_in(&router, "manager.demo")
        .await
        .get(&path)
        .await
        .refused(403, "action_refused");
    signed_in(&router, "bientot.demo")
        .await
        .get(&path)
        .await
        .refused(404, "not_found");
    signed_in_on_shared_device(&router, "agent.demo")
        .await
        .get(&path)
        .await
        .refused(403, "action_refused");
}

#[tokio::test]
async fn a_calendar_file_over_new_year_ends_behind_its_last_day() {
    let mut client = agent().await;
    let over = &all(&mut client, "state=pending").await[0];
    let file = client
        .get(&format!("/leave/requests/{}/ics", over.id))
        .await
        .ok()
        .text();
    assert!(file.contains("DTSTART;VALUE=DATE:20261228\r\nDTEND;VALUE=DATE:20270105\r\n"));
    assert!(file.contains("SUMMARY:Congé (jusqu’à midi le dernier jour)\r\n"));
    let asked =
        json!({ "username": "agent.demo", "kind": "savings", "period": period("2028-02-29") });
    let id = control(&mut client, json!({ "ask": asked })).await;
    let file = client
        .get(&format!(
            "/leave/requests/{}/ics",
            id["id"].as_str().unwrap()
        ))
        .await
        .ok()
        .text();
    assert!(file.contains("DTSTART;VALUE=DATE:20280229\r\nDTEND;VALUE=DATE:20280301\r\n"));
}
