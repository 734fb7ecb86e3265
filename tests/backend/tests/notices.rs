//! What agents are told.

use crate::support::{Client, backend, signed_in};

#[tokio::test]
async fn agents_read_the_notices_that_hold() {
    let router = backend().await;
    let notices = signed_in(&router, "agent.demo")
        .await
        .get("/notices")
        .await
        .ok()
        .json();
    assert_eq!(notices["items"][0]["kind"], "information");
    Client::of(&router)
        .get("/notices")
        .await
        .refused(401, "signed_out");
}
