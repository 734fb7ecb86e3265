//! A file of the device on its way to the portal; knows no resource, and sends no name but the one that it is given.

use super::answer::{Answer, ApiError, read};
use super::client::Client;
use crate::browser::facts;
use crate::browser::upload::{self, HeldFile, Uploaded};
use crate::contract::operation::IDEMPOTENCY_KEY_HEADER;
use crate::contract::session::CSRF_HEADER;
use serde::de::DeserializeOwned;

/// What is sent with the bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Upload<'a> {
    /// The file.
    pub(super) file: &'a HeldFile,
    /// Where it goes.
    pub(super) path: &'a str,
    /// Its media type.
    pub(super) media_type: &'a str,
    /// The name under which it is kept once, however often it is sent.
    pub(super) key: &'a str,
    /// What stands in `Content-Disposition`; nothing of it is sent without one.
    pub(super) disposition: Option<&'a str>,
}

/// Brings a file, and tells how many of its bytes have gone. Dropping the future gives it up.
///
/// # Errors
///
/// Why not; whatever was lost can be sent again with the same key.
pub(super) async fn bring<T: DeserializeOwned>(
    client: &Client,
    upload: Upload<'_>,
    told: Box<dyn Fn(u64)>,
) -> Result<T, ApiError> {
    let token = client.csrf_token().unwrap_or_default();
    let mut headers = vec![
        ("Accept", "application/json"),
        ("Content-Type", upload.media_type),
        (IDEMPOTENCY_KEY_HEADER, upload.key),
        (CSRF_HEADER, token.as_str()),
    ];
    headers.extend(upload.disposition.map(|it| ("Content-Disposition", it)));
    let url = client.url(upload.path);
    let Some(answer) = upload::send(upload.file, &url, &headers, told).await else {
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
