//! E-mail as it is written: drafts, files, the directory, sending and taking back; knows no page and no draft in memory.

use super::answer::ApiError;
use super::client::Client;
use super::uploads::{Upload, bring};
use crate::browser::upload::HeldFile;
use crate::contract::endpoint;
use crate::contract::mail::{
    MailAttachment, MailDirectory, MailDirectorySearch, MailDraft, MailFolders, MailMessage,
    MailSending, MailSent, MailSettings, NewMailDraft,
};
use crate::rules::mail_upload::disposition;

/// What the organisation's mail takes.
///
/// # Errors
///
/// Why nobody can tell.
pub async fn settings(client: &Client) -> Result<MailSettings, ApiError> {
    let folders: MailFolders = client.get(endpoint::MAIL_FOLDERS).await?;
    Ok(folders.settings)
}

/// The message that is answered or sent on; it is not marked as read.
///
/// # Errors
///
/// Why there is nothing to answer.
pub async fn original(client: &Client, id: &str) -> Result<MailMessage, ApiError> {
    client.get(&endpoint::mail_message(id)).await
}

/// Whom the directory knows by the beginning of their name, service or address.
///
/// # Errors
///
/// Why nobody can tell; it changes nothing, so that it is never [`ApiError::OutcomeUnknown`].
pub async fn directory(client: &Client, query: &str) -> Result<MailDirectory, ApiError> {
    let query = query.to_owned();
    let search = MailDirectorySearch { query };
    client.look(endpoint::MAIL_DIRECTORY, &search).await
}

/// One draft.
///
/// # Errors
///
/// Why there is nothing to show.
pub async fn draft(client: &Client, id: &str) -> Result<MailDraft, ApiError> {
    client.get(&endpoint::mail_draft(id)).await
}

/// Keeps a new draft; with the same `key` it is kept once, however often this is called.
///
/// # Errors
///
/// Why not; [`ApiError::OutcomeUnknown`] when the answer was lost: `operations::get` tells what became of it.
pub async fn create(
    client: &Client,
    draft: &NewMailDraft,
    key: &str,
) -> Result<MailDraft, ApiError> {
    client.send_once(endpoint::MAIL_DRAFTS, draft, key).await
}

/// Keeps a draft as it is now.
///
/// # Errors
///
/// Why not; [`ApiError::OutcomeUnknown`] when the answer was lost: the draft read again tells what became of it.
pub async fn keep(
    client: &Client,
    id: &str,
    draft: &NewMailDraft,
    revision: &str,
) -> Result<MailDraft, ApiError> {
    let path = endpoint::mail_draft(id);
    client.replace(&path, draft, revision).await
}

/// Throws a draft away.
///
/// # Errors
///
/// Why not; [`ApiError::OutcomeUnknown`] when the answer was lost: the draft read again tells what became of it.
pub async fn discard(client: &Client, id: &str, revision: &str) -> Result<(), ApiError> {
    let path = endpoint::mail_draft(id);
    client.take_back(&path, revision).await
}

/// Brings a file with its name, which who gets the message sees, and tells how many of its bytes have gone; with the same
/// `key` it is kept once, however often it is sent. Dropping the future gives it up.
///
/// # Errors
///
/// Why not; whatever was lost can be sent again with the same key.
pub async fn attach(
    client: &Client,
    file: &HeldFile,
    named: (&str, &str),
    key: &str,
    told: Box<dyn Fn(u64)>,
) -> Result<MailAttachment, ApiError> {
    let (name, media_type) = named;
    let disposition = disposition(name);
    let upload = Upload {
        file,
        path: endpoint::MAIL_ATTACHMENTS,
        media_type,
        key,
        disposition: Some(&disposition),
    };
    bring(client, upload, told).await
}

/// Sends a message; with the same `key` it is sent once, however often this is called.
///
/// # Errors
///
/// Why not; [`ApiError::OutcomeUnknown`] when the answer was lost: `operations::get` tells what became of it.
pub async fn send(client: &Client, sending: &MailSending, key: &str) -> Result<MailSent, ApiError> {
    let path = endpoint::MAIL_MESSAGES;
    client.send_once(path, sending, key).await
}

/// How far a sending is.
///
/// # Errors
///
/// Why nobody can tell.
pub async fn sent(client: &Client, id: &str) -> Result<MailSent, ApiError> {
    client.get(&endpoint::mail_outbox(id)).await
}

/// Takes a message back that waits.
///
/// # Errors
///
/// Why not; [`ApiError::OutcomeUnknown`] when the answer was lost: [`sent`] tells what became of it.
pub async fn undo(client: &Client, id: &str) -> Result<MailSent, ApiError> {
    client.revoke(&endpoint::mail_outbox(id)).await
}
