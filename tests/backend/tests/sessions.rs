//! The agent's open sessions: seen and ended, never another agent's.

use crate::support::{backend, signed_in};

#[tokio::test]
async fn an_agent_sees_the_open_sessions_and_which_one_asks() {
    let router = backend().await;
    let mut first = signed_in(&router, "agent.demo").await;
    let mut second = signed_in(&router, "agent.demo").await;
    signed_in(&router, "manager.demo").await;
    let items = first.get("/sessions").await.ok().json()["items"].clone();
    assert_eq!(items.as_array().unwrap().len(), 2);
    assert_eq!([&items[0]["current"], &items[1]["current"]], [false, true]);
    assert!(
        !items
            .to_string()
            .contains(first.cookie().unwrap().split_once('=').unwrap().1)
    );
    assert_eq!(second.delete("/sessions").await.status, 204);
    assert_eq!(
        (first.state().await, second.state().await),
        ("signed_out".to_owned(), "signed_in".to_owned())
    );
}

#[tokio::test]
async fn one_session_is_ended_by_its_id() {
    let router = backend().await;
    let mut first = signed_in(&router, "agent.demo").await;
    let mut second = signed_in(&router, "agent.demo").await;
    let items = first.get("/sessions").await.ok().json()["items"].clone();
    let (other, own) = (
        items[0]["id"].as_str().unwrap(),
        items[1]["id"].as_str().unwrap(),
    );
    let answer = first.delete(&format!("/sessions/{other}")).await;
    assert_eq!(
        (answer.status.as_u16(), answer.header("clear-site-data")),
        (204, ""),
        "this browser stays signed in"
    );
    assert_eq!(second.state().await, "signed_out");
    first
        .delete(&format!("/sessions/{other}"))
        .await
        .refused(404, "not_found");
    let answer = first.delete(&format!("/sessions/{own}")).await;
    assert!(answer.header("set-cookie").contains("Max-Age=0"));
    assert_eq!(answer.header("clear-site-data"), "\"storage\"");
    assert_eq!(first.state().await, "signed_out");
}

#[tokio::test]
async fn another_agents_session_is_not_found() {
    let router = backend().await;
    let mut agent = signed_in(&router, "agent.demo").await;
    let mut manager = signed_in(&router, "manager.demo").await;
    let items = manager.get("/sessions").await.ok().json()["items"].clone();
    agent
        .delete(&format!("/sessions/{}", items[0]["id"].as_str().unwrap()))
        .await
        .refused(404, "not_found");
    assert_eq!(manager.state().await, "signed_in");
}

#[tokio::test]
async fn an_expired_session_is_not_listed() {
    let router = backend().await;
    signed_in(&router, "agent.demo").await;
    let mut later = signed_in(&router, "agent.demo").await;
    later.wait(800).await;
    later.put("/session").await.ok();
    later.wait(200).await;
    assert_eq!(
        later.get("/sessions").await.ok().json()["items"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
}

#[tokio::test]
async fn the_last_use_is_known_to_the_minute() {
    let mut client = signed_in(&backend().await, "agent.demo").await;
    client.wait(120).await;
    client.get("/payslips").await.ok();
    let seen = client.get("/sessions").await.ok().json()["items"][0]["last_seen_at"].to_string();
    assert!(seen.contains("T18:44:"), "{seen}");
}
