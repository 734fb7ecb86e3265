//! HR documents, and the certificates that are asked for; knows no page and fetches no file.

use super::answer::ApiError;
use super::client::Client;
use crate::contract::documents::{
    Document, DocumentRequest, DocumentRequests, DocumentSearch, Documents,
};
use crate::contract::endpoint::{self, segment};
use crate::rules::document_filter::DocumentFilter;
use crate::rules::document_request::ValidDocumentRequest;

/// One page of the documents that hold `words`; of all of them when there are none.
///
/// # Errors
///
/// Why there is nothing to show; a search changes nothing, so that it is never [`ApiError::OutcomeUnknown`].
pub async fn list(
    client: &Client,
    filter: &DocumentFilter,
    words: &str,
    cursor: Option<&str>,
) -> Result<Documents, ApiError> {
    if words.is_empty() {
        let mut pairs = vec![filter.query()];
        pairs.extend(cursor.map(|cursor| format!("cursor={}", segment(cursor))));
        pairs.retain(|pair| !pair.is_empty());
        let path = match pairs.join("&") {
            none if none.is_empty() => endpoint::DOCUMENTS.to_owned(),
            query => format!("{}?{query}", endpoint::DOCUMENTS),
        };
        return client.get(&path).await;
    }
    let search = DocumentSearch {
        query: words.to_owned(),
        category: filter.category.clone(),
        sort: filter.sort,
        cursor: cursor.map(str::to_owned),
    };
    client.look(endpoint::DOCUMENTS_SEARCH, &search).await
}

/// What is known of one document; reading it makes it no longer new.
///
/// # Errors
///
/// Why there is nothing to show.
pub async fn get(client: &Client, id: &str) -> Result<Document, ApiError> {
    client.get(&endpoint::document(id)).await
}

/// The certificates that can be asked for, and those that were.
///
/// # Errors
///
/// Why there is nothing to show.
pub async fn requests(client: &Client) -> Result<DocumentRequests, ApiError> {
    client.get(endpoint::DOCUMENT_REQUESTS).await
}

/// Asks for a certificate; with the same `key` it is asked for once, however often this is called.
///
/// # Errors
///
/// Why not; [`ApiError::OutcomeUnknown`] when the answer was lost: `operations::get` tells what became of it.
pub async fn ask(
    client: &Client,
    request: &ValidDocumentRequest,
    key: &str,
) -> Result<DocumentRequest, ApiError> {
    client
        .send_once(endpoint::DOCUMENT_REQUESTS, request.body(), key)
        .await
}
