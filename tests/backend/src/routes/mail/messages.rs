//! `/mail/folders` and `/mail/messages`, to read: lists, searches, a message and its HTML.

use crate::application::Backend;
use crate::guard::{Current, SignedIn};
use crate::mail::html;
use crate::problem::Refusal;
use crate::request::{Fields, JsonObject, Parameters, Query};
use crate::routes::cursors::Cursors;
use crate::routes::mail::told::told;
use crate::routes::mail::{Asking, LONGEST_ID, is_id, is_offered};
use crate::search;
use crate::security::headers;
use crate::store::mail::messages::{self as stored, Place, Wanted};
use crate::store::mail::{folders as stored_folders, limits};
use axum::Json;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Response};
use nomade::contract::documents::LONGEST_SEARCH;
use nomade::contract::mail::{
    MAIL_BODY_POLICY, MAIL_BODY_POLICY_WITH_IMAGES, MailFolderRole, MailFolders, MailMessage,
    MailMessages,
};
use nomade::contract::problem::ProblemCode;
use rusqlite::Connection;
use std::sync::Arc;

/// How many stand on a page.
const PAGE: usize = 50;
/// The longest cursor of the contract.
const LONGEST_CURSOR: usize = 512;

/// The agent's folders, counted, with what the organisation's mail takes.
///
/// # Errors
/// `signed_out`, `consent_required`, `module_off`.
pub async fn folders(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
) -> Result<Json<MailFolders>, Refusal> {
    is_offered(&backend)?;
    let found = super::read(&backend, &current, |connection, asking| {
        stored_folders::all(connection, &asking.agent().id)
    });
    Ok(Json(MailFolders {
        folders: found.await?,
        settings: limits::settings(),
    }))
}

/// One page of a folder, the newest first; without a folder, of the inbox.
///
/// # Errors
/// `invalid_fields` for a parameter that is none; `not_found` for a folder that is none of the agent's; `signed_out`,
/// `consent_required`, `module_off`.
pub async fn list(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    query: Query,
) -> Result<Json<MailMessages>, Refusal> {
    is_offered(&backend)?;
    let mut parameters = Parameters::of(&query);
    let folder = parameters.read("folder", |text| is_id(text).then(|| text.to_owned()));
    let unread = parameters.read("unread", flag).unwrap_or_default();
    let cursors = Cursors {
        key: &backend.name_key,
        agent_id: &current.stored.account.agent.id,
        list: format!("mail {folder:?} {unread}"),
    };
    let after = parameters.read("cursor", |text| cursors.moment(text));
    parameters.done()?;
    let wanted = Wanted {
        folder: None,
        unread,
        words: Vec::new(),
        after,
    };
    let choose = move |connection: &Connection, asking: &Asking| {
        let agent_id = &asking.agent().id;
        match folder {
            Some(id) => {
                let found = stored_folders::find(connection, agent_id, &id)?;
                Ok(found.map(|folder| Some(folder.seq)))
            }
            None => stored_folders::of_role(connection, agent_id, MailFolderRole::Inbox)
                .map(|seq| Some(Some(seq))),
        }
    };
    page(&backend, &current, (wanted, choose), &cursors).await
}

/// One page of the messages that hold some words, which stand in no address and no log.
///
/// # Errors
/// The same, and what a body can be refused for.
pub async fn search(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    JsonObject(mut body): JsonObject,
) -> Result<Json<MailMessages>, Refusal> {
    is_offered(&backend)?;
    let mut fields = Fields::of(&mut body);
    let text = fields.text("query", LONGEST_SEARCH);
    let folder = fields.text_or_null("folder", LONGEST_ID);
    let cursor = fields.text_or_null("cursor", LONGEST_CURSOR);
    let cursors = Cursors {
        key: &backend.name_key,
        agent_id: &current.stored.account.agent.id,
        list: format!("mail search {folder:?} {text:?}"),
    };
    let after = cursor.map(|cursor| cursors.moment(&cursor));
    if after == Some(None) && fields.is_sound() {
        fields.refuse::<()>("cursor", "invalid");
    }
    fields.done()?;
    let wanted = Wanted {
        folder: None,
        unread: false,
        words: search::words(&text),
        after: after.flatten(),
    };
    let choose = move |connection: &Connection, asking: &Asking| {
        let Some(id) = folder else {
            return Ok(Some(None));
        };
        let found = stored_folders::find(connection, &asking.agent().id, &id)?;
        Ok(found.map(|folder| Some(folder.seq)))
    };
    page(&backend, &current, (wanted, choose), &cursors).await
}

/// The page that is wanted, of the folder that `choose` chooses: nothing when there is no such folder, or all.
async fn page(
    backend: &Backend,
    current: &Current,
    (wanted, choose): (
        Wanted,
        impl FnOnce(&Connection, &Asking) -> rusqlite::Result<Option<Option<i64>>> + Send + 'static,
    ),
    cursors: &Cursors<'_>,
) -> Result<Json<MailMessages>, Refusal> {
    let found = super::read(backend, current, move |connection, asking| {
        let Some(folder) = choose(connection, asking)? else {
            return Ok(None);
        };
        let wanted = Wanted { folder, ..wanted };
        stored::page(connection, &asking.agent().id, &wanted, PAGE + 1).map(Some)
    });
    let mut page = found.await?.ok_or(ProblemCode::NotFound)?;
    let is_last = page.len() <= PAGE;
    page.truncate(PAGE);
    let last: Option<Place> = page.last().filter(|_| !is_last).map(|(place, _)| *place);
    Ok(Json(MailMessages {
        items: page.into_iter().map(|(_, summary)| summary).collect(),
        next_cursor: last.map(|place| cursors.of_moment(place)),
    }))
}

/// One message, whole but for its HTML; it is not read by that.
///
/// # Errors
/// `not_found` when there is none or it is another agent's; `signed_out`, `consent_required`, `module_off`.
pub async fn read(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    Path(id): Path<String>,
) -> Result<Json<MailMessage>, Refusal> {
    is_offered(&backend)?;
    let found = super::read(&backend, &current, move |connection, asking| {
        stored::find(connection, &asking.agent().id, &id)
    });
    let message = found.await?.ok_or(ProblemCode::NotFound)?;
    Ok(Json(told(message, current.stored.shared_device)))
}

/// The cleaned HTML of a message, as a document under the contract's policy, with the pictures that are elsewhere or without.
///
/// # Errors
/// `not_found` when there is no such message or it has no HTML; the same as [`list`].
pub async fn body(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    Path(id): Path<String>,
    query: Query,
) -> Result<Response, Refusal> {
    is_offered(&backend)?;
    let mut parameters = Parameters::of(&query);
    let with_images = parameters.read("images", flag).unwrap_or_default();
    parameters.done()?;
    let found = super::read(&backend, &current, move |connection, asking| {
        stored::find(connection, &asking.agent().id, &id)
    });
    let html = found.await?.and_then(|message| message.html);
    let document = html::page(&html.ok_or(ProblemCode::NotFound)?);
    let mut response = Html(document).into_response();
    let policy = if with_images {
        MAIL_BODY_POLICY_WITH_IMAGES
    } else {
        MAIL_BODY_POLICY
    };
    headers::frame_under(response.headers_mut(), policy);
    Ok(response)
}

fn flag(text: &str) -> Option<bool> {
    match text {
        "true" => Some(true),
        "false" => Some(false),
        _ => None,
    }
}
