//! What became of a write whose answer was lost; knows no resource.

use super::answer::ApiError;
use super::client::Client;
use crate::contract::endpoint;
use crate::contract::operation::Operation;
use crate::contract::problem::ProblemCode;

/// What the write with that key has made; `None` when it has made nothing so far.
///
/// # Errors
///
/// Why nobody can tell.
pub async fn get(client: &Client, key: &str) -> Result<Option<Operation>, ApiError> {
    match client.get(&endpoint::operation(key)).await {
        Ok(operation) => Ok(Some(operation)),
        Err(ApiError::Refused(problem)) if problem.code == ProblemCode::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}
