//! The file that is to stand with a request for leave, on its way to the portal; knows no page and sends no name.

use super::answer::{Answer, ApiError, read};
use super::client::Client;
use crate::browser::facts;
use crate::browser::upload::{self, HeldFile, Uploaded};
use crate::contract::endpoint;
use crate::contract::leave::LeaveAttachment;
use crate::contract::operation::IDEMPOTENCY_KEY_HEADER;
use crate::contract::session::CSRF_HEADER;

/// Brings a file, and tells how many of its bytes have gone; with the same `key` it is kept once, however often it is
/// sent. Dropping the future gives it up.
///
/// # Errors
///
/// Why not; whatever was lost can be sent again with the same key.
pub async fn attach(
    client: &Client,
    file: &HeldFile,
    media_type: &str,
    key: &str,
    told: Box<dyn Fn(u64)>,
) -> Result<LeaveAttachment, ApiError> {
    let token = client.csrf_token().unwrap_or_default();
    let headers = [
        ("Accept", "application/json"),
        ("Content-Type", media_type),
        (IDEMPOTENCY_KEY_HEADER, key),
        (CSRF_HEADER, token.as_str()),
    ];
    let url = client.url(endpoint::LEAVE_ATTACHMENTS);
    let Some(answer) = upload::send(file, &url, &headers, told).await else {
        return Err(if facts::online() {
            ApiError::Unavailable { trace_id: None }
        } else {
            ApiError::Offline
        });
    };
    let Uploaded {
        status,
        content_type,
        body,
    } = &answer;
    let json = read(Answer {
        status: *status,
        content_type,
        body,
    })?;
    serde_json::from_str(json).map_err(|_| ApiError::Unreadable)
}
