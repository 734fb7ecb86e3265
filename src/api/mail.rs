//! Professional e-mail as it is read: folders, messages and what is done with them; knows no page and brings no file.

use super::answer::ApiError;
use super::client::Client;
use crate::contract::endpoint::{self, segment};
use crate::contract::mail::{
    MailChange, MailChanged, MailChanges, MailFolders, MailMessage, MailMessages, MailSearch,
};
use crate::contract::problem::ProblemCode;
use crate::rules::mail_filter::MailFilter;
use gloo_net::http::Method;
use serde_json::Map;

/// The folders, counted.
///
/// # Errors
///
/// Why there is nothing to show.
pub async fn folders(client: &Client) -> Result<MailFolders, ApiError> {
    client.get(endpoint::MAIL_FOLDERS).await
}

/// One page of a folder, the newest first.
///
/// # Errors
///
/// Why there is nothing to show.
pub async fn list(
    client: &Client,
    filter: &MailFilter,
    cursor: Option<&str>,
) -> Result<MailMessages, ApiError> {
    let pairs = [
        filter
            .folder
            .as_deref()
            .map(|id| format!("folder={}", segment(id))),
        filter.unread.then(|| "unread=true".to_owned()),
        cursor.map(|cursor| format!("cursor={}", segment(cursor))),
    ];
    let pairs: Vec<String> = pairs.into_iter().flatten().collect();
    let path = match pairs.join("&") {
        none if none.is_empty() => endpoint::MAIL_MESSAGES.to_owned(),
        query => format!("{}?{query}", endpoint::MAIL_MESSAGES),
    };
    client.get(&path).await
}

/// One page of the messages that hold some words.
///
/// # Errors
///
/// Why there is nothing to show; it changes nothing, so that it is never [`ApiError::OutcomeUnknown`].
pub async fn search(client: &Client, search: &MailSearch) -> Result<MailMessages, ApiError> {
    client.look(endpoint::MAIL_SEARCH, search).await
}

/// One message; asking for it does not mark it as read.
///
/// # Errors
///
/// Why there is nothing to show.
pub async fn get(client: &Client, id: &str) -> Result<MailMessage, ApiError> {
    client.get(&endpoint::mail_message(id)).await
}

/// Says what shall be of one message: saying it twice is the same.
///
/// # Errors
///
/// Why it is not; [`ApiError::OutcomeUnknown`] when the answer was lost.
pub async fn change(
    client: &Client,
    id: &str,
    change: &MailChange,
) -> Result<MailChanged, ApiError> {
    let path = endpoint::mail_message(id);
    client.send(Method::PATCH, &path, change).await
}

/// Says what shall be of several, at most `MOST_MAIL_CHANGES`: saying it twice is the same.
///
/// # Errors
///
/// Why it is not; [`ApiError::OutcomeUnknown`] when the answer was lost.
pub async fn change_many(client: &Client, changes: &MailChanges) -> Result<MailChanged, ApiError> {
    client
        .send(Method::PATCH, endpoint::MAIL_MESSAGES, changes)
        .await
}

/// Deletes a message of the trash for good; one that is gone already is deleted.
///
/// # Errors
///
/// Why it is still there; [`ApiError::OutcomeUnknown`] when the answer was lost.
pub async fn delete(client: &Client, id: &str) -> Result<(), ApiError> {
    let path = endpoint::mail_message(id);
    let answer = client.send::<()>(Method::DELETE, &path, &Map::new()).await;
    match answer {
        Err(ApiError::Refused(problem)) if problem.code == ProblemCode::NotFound => Ok(()),
        answer => answer,
    }
}
