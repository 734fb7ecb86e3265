//! The HTML of a message, looked at before it stands in a frame; knows no page and keeps nothing of it.

use super::answer::{ApiError, read};
use super::client::{Client, Received, content_type};
use crate::browser::deadline::Deadline;
use crate::browser::{facts, file_facts};
use crate::contract::endpoint;
use crate::rules::mail_body::is_safe_body;
use gloo_net::http::Method;
use std::time::Duration;

/// An answer that has not begun in this time is given up.
const LIMIT: Duration = Duration::from_secs(30);

/// What a frame can show of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MailBody {
    /// The document at this address, which is safe.
    Safe(String),
    /// Nothing: the answer does not hold it back as the contract wants.
    Unsafe,
    /// Nothing: it comes from another site, where nothing of that can be believed.
    OtherSite,
}

/// Asks for the HTML of a message and judges the answer by its head; what follows is not brought.
///
/// # Errors
///
/// Why nobody can tell.
pub async fn look(client: &Client, id: &str, with_images: bool) -> Result<MailBody, ApiError> {
    let path = format!("{}?images={with_images}", endpoint::mail_body(id));
    let url = client.url(&path);
    if !file_facts::is_of_this_site(&url) {
        return Ok(MailBody::OtherSite);
    }
    // Dropped with the answer, it breaks off what is still on its way.
    let deadline = Deadline::after(LIMIT);
    let request = client.request(Method::GET, &path, deadline.signal());
    let response = request.header("Accept", "text/html").send().await;
    let response = response.map_err(|_| no_answer())?;
    if response.status() >= 400 {
        let received = Received::of(response).await.map_err(|_| no_answer())?;
        return Err(read(received.answer())
            .err()
            .unwrap_or(ApiError::Unreadable));
    }
    let policy = response.headers().get("content-security-policy");
    let is_safe = is_safe_body(
        response.status(),
        &content_type(&response),
        policy.as_deref(),
        with_images,
    );
    Ok(if is_safe {
        MailBody::Safe(url)
    } else {
        MailBody::Unsafe
    })
}

fn no_answer() -> ApiError {
    if facts::online() {
        ApiError::Unavailable { trace_id: None }
    } else {
        ApiError::Offline
    }
}
