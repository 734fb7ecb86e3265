//! Messages to the agents; knows no page.

use super::answer::ApiError;
use super::client::Client;
use crate::contract::endpoint;
use crate::contract::notices::Notices;

/// The notices that hold now.
///
/// # Errors
///
/// Why there is nothing to show.
pub async fn list(client: &Client) -> Result<Notices, ApiError> {
    client.get(endpoint::NOTICES).await
}
