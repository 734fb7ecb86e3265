//! The organisation's own texts, for anybody; knows no page.

use super::answer::ApiError;
use super::client::Client;
use crate::contract::endpoint;
use crate::contract::problem::ProblemCode;
use crate::contract::texts::Text;

/// One text, `None` when the organisation has published none.
///
/// # Errors
///
/// Why that is not known.
pub async fn get(client: &Client, name: &str) -> Result<Option<Text>, ApiError> {
    match client.get(&endpoint::text(name)).await {
        Ok(text) => Ok(Some(text)),
        Err(ApiError::Refused(problem)) if problem.code == ProblemCode::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}
