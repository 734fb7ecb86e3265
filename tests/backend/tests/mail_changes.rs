//! What is done to messages: marked, moved, deleted, one or many at once.

use crate::mail::{agent, change, deliver, folder, in_folder, patch, read};
use serde_json::json;

#[tokio::test]
async fn marks_and_moves_say_what_shall_be_and_twice_is_the_same() {
    let mut client = agent().await;
    let id = deliver(&mut client, json!({})).await.remove(0);
    let path = format!("/mail/messages/{id}");
    let (archive, before, _) = folder(&mut client, "archive").await;
    for _ in 0..2 {
        let change = json!({ "read": true, "flagged": true, "folder": archive });
        let changed = patch(&mut client, &path, change).await.ok().json();
        let item = &changed["items"][0];
        assert_eq!(
            (&item["read"], &item["flagged"], &item["folder"]),
            (&json!(true), &json!(true), &json!(archive))
        );
        assert_eq!(changed["missing"], json!([]));
        let counted = changed["folders"].as_array().unwrap().iter();
        let counted: Vec<_> = counted.filter(|it| it["id"] == json!(archive)).collect();
        assert_eq!(counted[0]["total"], before + 1);
    }
    // What is not said stays.
    let changed = patch(&mut client, &path, change(json!({ "read": false })))
        .await
        .ok()
        .json();
    let item = &changed["items"][0];
    assert_eq!(
        (&item["read"], &item["flagged"]),
        (&json!(false), &json!(true))
    );
    patch(&mut client, &path, change(json!({}))).await.ok();
    let (drafts, ..) = folder(&mut client, "drafts").await;
    for (wrong, field, code) in [
        (change(json!({ "folder": "nowhere" })), "folder", "invalid"),
        (change(json!({ "folder": drafts })), "folder", "invalid"),
        (change(json!({ "folder": 5 })), "folder", "invalid"),
        (change(json!({ "folder": "" })), "folder", "invalid"),
        (change(json!({ "read": "yes" })), "read", "invalid"),
        (change(json!({ "flagged": 1 })), "flagged", "invalid"),
        (
            json!({ "flagged": true, "folder": null }),
            "read",
            "required",
        ),
        (
            json!({ "read": true, "folder": null }),
            "flagged",
            "required",
        ),
        (
            json!({ "read": true, "flagged": null }),
            "folder",
            "required",
        ),
    ] {
        let refused = patch(&mut client, &path, wrong).await;
        refused.refused(422, "invalid_fields");
        let fields = json!([{ "name": field, "code": code }]);
        assert_eq!(refused.json()["fields"], fields);
    }
    let read = change(json!({ "read": true }));
    patch(&mut client, "/mail/messages/none", read)
        .await
        .refused(404, "not_found");
}

#[tokio::test]
async fn a_message_is_deleted_for_good_in_the_trash_alone() {
    let mut client = agent().await;
    let id = deliver(&mut client, json!({})).await.remove(0);
    let path = format!("/mail/messages/{id}");
    client.delete(&path).await.refused(403, "action_refused");
    let (trash, ..) = folder(&mut client, "trash").await;
    patch(&mut client, &path, change(json!({ "folder": trash })))
        .await
        .ok();
    let actions = serde_json::to_value(read(&mut client, &id).await.actions).unwrap();
    assert!(actions.as_array().unwrap().contains(&json!("delete")));
    let deleted = client.delete(&path).await;
    assert_eq!((deleted.status.as_u16(), deleted.body.len()), (204, 0));
    client.delete(&path).await.refused(404, "not_found");
    client.get(&path).await.refused(404, "not_found");
}

#[tokio::test]
async fn many_are_changed_at_once_and_those_that_are_gone_are_told() {
    let mut client = agent().await;
    let ids = deliver(&mut client, json!({ "count": 100 })).await;
    let (trash, thrown, _) = folder(&mut client, "trash").await;
    let mut asked = ids.clone();
    asked[3] = "gone".to_owned();
    asked[4] = asked[5].clone();
    let body = json!({ "ids": asked, "folder": trash, "read": true, "flagged": null });
    let changed = patch(&mut client, "/mail/messages", body).await.ok().json();
    assert_eq!(changed["items"].as_array().unwrap().len(), 98);
    assert_eq!(changed["missing"], json!(["gone"]));
    assert_eq!(folder(&mut client, "trash").await.1, thrown + 98);
    for (wrong, field, code) in [
        (change(json!({ "ids": [] })), "ids", "required"),
        (change(json!({})), "ids", "required"),
        (change(json!({ "ids": "x" })), "ids", "invalid"),
        (change(json!({ "ids": [5] })), "ids", "invalid"),
        (change(json!({ "ids": [""] })), "ids", "invalid"),
        (change(json!({ "ids": ["../x"] })), "ids", "invalid"),
        (change(json!({ "ids": ["x".repeat(65)] })), "ids", "invalid"),
        (change(json!({ "ids": vec!["x"; 101] })), "ids", "too_many"),
        (
            change(json!({ "ids": ids[..2], "folder": "nowhere" })),
            "folder",
            "invalid",
        ),
        (
            json!({ "ids": ids[..2], "read": true, "flagged": null }),
            "folder",
            "required",
        ),
    ] {
        let refused = patch(&mut client, "/mail/messages", wrong).await;
        refused.refused(422, "invalid_fields");
        let fields = json!([{ "name": field, "code": code }]);
        assert_eq!(refused.json()["fields"], fields);
    }
}

#[tokio::test]
async fn drafts_are_moved_to_the_trash_and_back_and_nowhere_else() {
    let mut client = agent().await;
    let draft = json!({ "to": [], "cc": [], "bcc": [], "subject": "Ébauche", "text": "", "attachments": [], "answers": null });
    let key = [("idempotency-key", "0123456789abcdef")];
    let kept = client
        .send_with(axum::http::Method::POST, "/mail/drafts", Some(draft), &key)
        .await
        .ok()
        .json();
    let listed = in_folder(&mut client, "drafts").await.items.swap_remove(0);
    assert_eq!(json!(listed.draft), kept["id"]);
    assert!(listed.read && listed.subject == "Ébauche");
    let path = format!("/mail/messages/{}", listed.id);
    let (archive, ..) = folder(&mut client, "archive").await;
    let (trash, ..) = folder(&mut client, "trash").await;
    let (drafts, ..) = folder(&mut client, "drafts").await;
    patch(&mut client, &path, change(json!({ "folder": archive })))
        .await
        .refused(422, "invalid_fields");
    // Among others it stays where it was.
    let other = deliver(&mut client, json!({})).await.remove(0);
    let both = change(json!({ "ids": [other, listed.id], "folder": archive }));
    let changed = patch(&mut client, "/mail/messages", both).await.ok().json();
    assert_eq!(changed["items"][0]["folder"], json!(archive));
    assert_eq!(changed["items"][1]["folder"], json!(drafts));
    let both = change(json!({ "ids": [other, listed.id], "folder": drafts }));
    patch(&mut client, "/mail/messages", both)
        .await
        .refused(422, "invalid_fields");
    for there in [&trash, &drafts, &trash] {
        patch(&mut client, &path, change(json!({ "folder": there })))
            .await
            .ok();
    }
    client.delete(&path).await.ok();
    client
        .get(&format!("/mail/drafts/{}", kept["id"].as_str().unwrap()))
        .await
        .refused(404, "not_found");
}
