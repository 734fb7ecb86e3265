//! What the journal tells: each deed, as soon as it is answered, to its agent alone; knows no page's order.

use crate::activity::{all, codes, first_payslip, ids, page};
use crate::support::{Client, PASSWORD, backend, signed_in};
use axum::http::Method;
use nomade::contract::activity::{ActivityAction, ActivityCode, ActivityEvent, ActivityItemKind};
use serde_json::json;

#[tokio::test]
async fn each_deed_stands_in_the_journal_as_soon_as_it_is_answered() {
    use ActivityCode as Code;
    let router = backend().await;
    let mut other = signed_in(&router, "agent.demo").await;
    let mut mine = signed_in(&router, "agent.demo").await;
    let (path, id) = first_payslip(&mine.get("/payslips").await.ok().json());
    mine.get(&path).await.ok();
    mine.get(&path).await.ok();
    mine.get(&format!("{path}/document")).await.ok();
    mine.delete("/sessions").await.ok();
    mine.delete("/sessions").await.ok();
    other.sign_in("agent.demo", PASSWORD).await.ok();
    other.delete("/session").await.ok();
    other.delete("/session").await.ok();

    let items = page(&mut mine, "").await.items;
    assert_eq!(
        codes(&items)[..9],
        [
            Code::SignedOut,
            Code::SignedIn,
            Code::SessionEnded,
            Code::PayslipDownloaded,
            Code::PayslipViewed,
            Code::PayslipViewed,
            Code::SignedIn,
            Code::SignedIn,
            Code::SignedOut,
        ]
    );
    let current: Vec<bool> = items.iter().map(|event| event.current_session).collect();
    assert_eq!(
        current[..9],
        [false, false, true, true, true, true, true, false, false]
    );
    for event in &items[3..6] {
        let item = event.item.as_ref().unwrap();
        assert_eq!(
            (item.id.as_str(), item.label.as_str()),
            (id.as_str(), "Bulletin de paie, octobre 2026")
        );
    }
    for event in items[..9].iter().filter(|event| event.item.is_none()) {
        assert_eq!(event.actions, [ActivityAction::Report]);
    }
}

#[tokio::test]
async fn a_session_that_another_sign_in_or_its_own_id_ends_was_signed_out() {
    use ActivityCode as Code;
    let router = backend().await;
    let mut client = signed_in(&router, "agent.demo").await;
    client.sign_in("manager.demo", PASSWORD).await.ok();
    let mut agent = signed_in(&router, "agent.demo").await;
    let items = page(&mut agent, "").await.items;
    assert_eq!(
        codes(&items)[..3],
        [Code::SignedIn, Code::SignedOut, Code::SignedIn]
    );

    let sessions = client.get("/sessions").await.ok().json();
    let own = sessions["items"][0]["id"].as_str().unwrap();
    client.delete(&format!("/sessions/{own}")).await.ok();
    let mut manager = signed_in(&router, "manager.demo").await;
    let items = page(&mut manager, "").await.items;
    assert_eq!(
        codes(&items)[..3],
        [Code::SignedIn, Code::SignedOut, Code::SignedIn]
    );
}

#[tokio::test]
async fn one_event_is_written_for_each_session_that_was_still_open() {
    let router = backend().await;
    signed_in(&router, "agent.demo").await;
    let mut mine = signed_in(&router, "agent.demo").await;
    mine.wait(800).await;
    mine.put("/session").await.ok();
    mine.wait(200).await;
    signed_in(&router, "agent.demo").await;
    let third = signed_in(&router, "agent.demo").await;
    let ended = |items: Vec<ActivityEvent>| {
        let since = items.iter().take_while(|event| event.item.is_none());
        since
            .filter(|event| event.code == ActivityCode::SessionEnded)
            .count()
    };
    let before = ended(all(&mut mine, "").await);
    let sessions = third.clone().get("/sessions").await.ok().json();
    let items = sessions["items"].as_array().unwrap();
    assert_eq!(items.len(), 3, "the first one has expired");
    let third = items.iter().find(|it| it["current"] == true).unwrap();
    let path = format!("/sessions/{}", third["id"].as_str().unwrap());
    mine.delete(&path).await.ok();
    mine.delete(&path).await.refused(404, "not_found");
    assert_eq!(ended(all(&mut mine, "").await), before + 1);
    mine.delete("/sessions").await.ok();
    assert_eq!(ended(all(&mut mine, "").await), before + 2);
}

#[tokio::test]
async fn what_is_accepted_anew_is_a_decision_and_accepting_again_is_none() {
    let mut client = signed_in(&backend().await, "nouveau.demo").await;
    client
        .get("/activity")
        .await
        .refused(403, "consent_required");
    client
        .post("/activity/x/report", json!({ "comment": "" }))
        .await
        .refused(403, "consent_required");
    let given = json!({ "charter_version": "2026-1", "terms_version": "2026-1" });
    client.post("/consent", given.clone()).await.ok();
    client.post("/consent", given).await.ok();
    let items = all(&mut client, "").await;
    assert_eq!(
        codes(&items),
        [ActivityCode::ConsentGiven, ActivityCode::SignedIn]
    );
    assert!(items.iter().all(|event| event.current_session));
}

#[tokio::test]
async fn refused_tries_are_told_and_while_locked_once() {
    use ActivityCode as Code;
    let router = backend().await;
    let mut visitor = Client::of(&router);
    let body = json!({ "username": "AGENT.démo@paris.example", "password": "wrong", "shared_device": false });
    let browser = [(
        "user-agent",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36",
    )];
    for _ in 0..5 {
        visitor
            .send_with(Method::POST, "/session", Some(body.clone()), &browser)
            .await
            .refused(401, "invalid_credentials");
    }
    for password in ["wrong", PASSWORD, "wrong"] {
        visitor
            .sign_in("agent.demo", password)
            .await
            .refused(423, "account_locked");
    }
    visitor.wait(900).await;
    let mut agent = signed_in(&router, "agent.demo").await;
    let items = page(&mut agent, "").await.items;
    assert_eq!(
        codes(&items)[..7],
        [[Code::SignedIn].as_slice(), &[Code::SignInRefused; 6]].concat()
    );
    assert_ne!(items[7].code, Code::SignInRefused);
    assert_eq!(
        (items[1].with.as_str(), items[2].with.as_str()),
        ("", "Chrome 156, Windows")
    );
    assert!(
        items[1..7]
            .iter()
            .all(|event| !event.current_session && event.from == "127.0.0.1")
    );
}

#[tokio::test]
async fn no_try_is_told_to_anybody_else() {
    let router = backend().await;
    let mut visitor = Client::of(&router);
    for name in ["manager.demo", "agent.none", "agent.demo2"] {
        visitor
            .sign_in(name, "wrong")
            .await
            .refused(401, "invalid_credentials");
    }
    let mut agent = signed_in(&router, "agent.demo").await;
    assert_eq!(
        page(&mut agent, "").await.items[1].code,
        ActivityCode::SignedOut
    );
    let mut manager = signed_in(&router, "manager.demo").await;
    let theirs = all(&mut manager, "").await;
    assert_eq!(theirs[1].code, ActivityCode::SignInRefused);
    assert!(ids(&theirs).is_disjoint(&ids(&all(&mut agent, "").await)));
}

#[tokio::test]
async fn a_browser_that_names_itself_strangely_is_never_quoted() {
    let router = backend().await;
    for (browser, expected) in [
        ("<script>alert(1)</script>", ""),
        ("Firefox/153.0 ' ; DROP TABLE event", "Firefox 153"),
        ("Mozilla/5.0 (Windows NT 10.0) Hacked/<b>153", "Windows"),
        (
            "Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0",
            "Firefox 153, Linux",
        ),
    ] {
        let body =
            json!({ "username": "agent.demo", "password": PASSWORD, "shared_device": false });
        let mut client = Client::of(&router);
        let header = [("user-agent", browser)];
        client
            .send_with(Method::POST, "/session", Some(body), &header)
            .await
            .ok();
        let newest = page(&mut client, "").await.items.swap_remove(0);
        assert_eq!(newest.with, expected, "{browser}");
    }
}

#[tokio::test]
async fn the_seed_has_a_history_that_fits_the_last_connection_the_payslips_and_the_documents() {
    let mut client = signed_in(&backend().await, "agent.demo").await;
    let session = client.get("/session").await.ok().json();
    let items = all(&mut client, "").await;
    assert!((60..=90).contains(&items.len()), "{}", items.len());
    let last = items[1..]
        .iter()
        .find(|event| event.code == ActivityCode::SignedIn)
        .unwrap();
    let told = serde_json::to_value(last).unwrap();
    for name in ["at", "from", "with"] {
        assert_eq!(told[name], session["last_connection"][name]);
    }
    let accepted = client.get("/consent").await.ok().json()["charter"]["accepted"]["at"].clone();
    let given = items
        .iter()
        .find(|event| event.code == ActivityCode::ConsentGiven)
        .unwrap();
    assert_eq!(serde_json::to_value(given.at).unwrap(), accepted);
    let mut new = Vec::new();
    for list in ["/payslips", "/documents"] {
        let listed = client.get(list).await.ok().json();
        let items = listed["items"].as_array().unwrap().clone();
        new.extend(items.into_iter().filter(|it| it["new"] == true));
    }
    let requests = client.get("/documents/requests").await.ok().json();
    for item in items.iter().filter_map(|event| event.item.as_ref()) {
        assert!(new.iter().all(|it| it["id"] != item.id), "{}", item.label);
        match item.kind {
            ActivityItemKind::Payslip => client.get(&format!("/payslips/{}", item.id)).await.ok(),
            ActivityItemKind::Document => client.get(&format!("/documents/{}", item.id)).await.ok(),
            ActivityItemKind::LeaveRequest => {
                let path = format!("/leave/requests/{}", item.id);
                client.get(&path).await.ok()
            }
            _ => {
                let listed = requests["items"].as_array().unwrap();
                assert!(listed.iter().any(|it| it["id"] == item.id));
                continue;
            }
        };
    }
    for code in [
        ActivityCode::DocumentViewed,
        ActivityCode::DocumentDownloaded,
        ActivityCode::DocumentRequested,
        ActivityCode::LeaveRequested,
    ] {
        assert!(items.iter().any(|event| event.code == code), "{code:?}");
    }
    assert!(
        items
            .iter()
            .any(|event| event.code == ActivityCode::SignInRefused)
    );
    assert!(
        items
            .iter()
            .all(|event| event.code != ActivityCode::Unknown)
    );
}
