//! The file that is to stand with a request for leave, on its way to the portal; knows no page and sends no name.

use super::answer::ApiError;
use super::client::Client;
use super::uploads::{Upload, bring};
use crate::browser::upload::HeldFile;
use crate::contract::endpoint;
use crate::contract::leave::LeaveAttachment;

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
    let upload = Upload {
        file,
        path: endpoint::LEAVE_ATTACHMENTS,
        media_type,
        key,
        disposition: None,
    };
    bring(client, upload, told).await
}
