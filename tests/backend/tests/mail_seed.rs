//! The demonstration's mail as its agents have it: every message can be read, shown and taken away.

use crate::document_files::ranged;
use crate::mail::{folders, list, read};
use crate::support::{Client, backend, backend_with, signed_in};
use nomade::contract::mail::{MAIL_BODY_POLICY, MailMessageSummary};
use portal_backend::{Options, Seed};

/// All messages of a folder.
async fn all(client: &mut Client, folder: &str) -> Vec<MailMessageSummary> {
    let (mut seen, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = list(client, &format!("folder={folder}{cursor}")).await;
        seen.extend(page.items);
        let Some(next) = page.next_cursor else {
            return seen;
        };
        cursor = format!("&cursor={next}");
    }
}

#[tokio::test]
async fn every_message_of_the_demonstration_can_be_read() {
    let router = backend().await;
    for username in ["agent.demo", "manager.demo", "bientot.demo"] {
        let mut client = signed_in(&router, username).await;
        for folder in folders(&mut client).await.folders {
            let messages = all(&mut client, &folder.id).await;
            assert_eq!(messages.len(), folder.total as usize, "{}", folder.name);
            let unread = messages.iter().filter(|it| !it.read).count();
            assert_eq!(unread, folder.unread as usize, "{}", folder.name);
            for summary in messages {
                let message = read(&mut client, &summary.id).await;
                let path = format!("/mail/messages/{}", summary.id);
                if message.html {
                    let body = client.get(&format!("{path}/body")).await.ok();
                    assert_eq!(body.header("content-security-policy"), MAIL_BODY_POLICY);
                }
                for file in &message.attachments {
                    let path = format!("{path}/attachments/{}", file.id);
                    if file.size == 0 {
                        assert!(client.get(&path).await.ok().body.is_empty());
                        continue;
                    }
                    let first = ranged(&mut client, &path, &[("range", "bytes=0-0")]).await;
                    let range = format!("bytes 0-0/{}", file.size);
                    assert_eq!(first.header("content-range"), range, "{}", file.name);
                }
                if let Some(draft) = &summary.draft {
                    client.get(&format!("/mail/drafts/{draft}")).await.ok();
                }
            }
        }
    }
}

#[tokio::test]
async fn the_large_seed_has_five_thousand_messages() {
    let options = Options {
        seed: Seed::Large,
        ..Options::default()
    };
    let mut client = signed_in(&backend_with(options).await, "agent.demo").await;
    let mut total = 0;
    for folder in folders(&mut client).await.folders {
        let messages = all(&mut client, &folder.id).await;
        assert_eq!(messages.len(), folder.total as usize, "{}", folder.name);
        total += messages.len();
    }
    assert!(total >= 5_000, "{total}");
}
