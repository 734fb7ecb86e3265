//! What the portal is; knows no page.

use super::answer::ApiError;
use super::client::Client;
use crate::contract::endpoint;
use crate::contract::portal::Portal;

/// The names, rules and contacts of the portal, public.
///
/// # Errors
///
/// Why there is nothing to show.
pub async fn get(client: &Client) -> Result<Portal, ApiError> {
    client.get(endpoint::PORTAL).await
}
