//! What is done to messages that are there: marked, moved, deleted for good; doing it twice is the same.

use crate::application::Backend;
use crate::guard::SignedIn;
use crate::problem::Refusal;
use crate::request::JsonObject;
use crate::routes::mail::{Asking, absent_or_invalid, is_id, is_offered};
use crate::store::mail::folders::{self, Folder};
use crate::store::mail::messages::{self, Stored};
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use nomade::contract::mail::{MOST_MAIL_CHANGES, MailChange, MailChanged, MailFolderRole};
use nomade::contract::problem::ProblemCode;
use rusqlite::Connection;
use serde_json::{Map, Value};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Marks or moves one message.
///
/// # Errors
/// `not_found`; `invalid_fields` for what is no change, a folder that there is not, and one that the message may not be moved
/// into; `signed_out`, `consent_required`, `module_off`.
pub async fn change(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    Path(id): Path<String>,
    JsonObject(body): JsonObject,
) -> Result<Json<MailChanged>, Refusal> {
    is_offered(&backend)?;
    let mut wrong = Vec::new();
    let change = read(&body, &mut wrong);
    if !wrong.is_empty() {
        return Err(Refusal::fields(&wrong));
    }
    let changed = super::write(&backend, &current, move |connection, asking| {
        let Some(message) = messages::find(connection, &asking.agent().id, &id)? else {
            return Ok(Err(ProblemCode::NotFound.into()));
        };
        let Ok(folder) = target(connection, asking, &change)? else {
            return Ok(Err(wrong_folder()));
        };
        if folder.is_some_and(|folder| !may_move(&message, folder)) {
            return Ok(Err(wrong_folder()));
        }
        messages::change(connection, message.seq, &change, folder.map(|it| it.seq))?;
        told(connection, asking, vec![id]).map(Ok)
    });
    changed.await.map(Json)
}

/// The same of several at once. One that may not be moved there stays as it was.
///
/// # Errors
/// `invalid_fields` for no or too many ids, what is no change, and a folder that there is not or that nothing of it may be
/// moved into; `signed_out`, `consent_required`, `module_off`.
pub async fn change_several(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    JsonObject(body): JsonObject,
) -> Result<Json<MailChanged>, Refusal> {
    is_offered(&backend)?;
    let mut wrong = Vec::new();
    let ids = ids(&body, &mut wrong);
    let change = read(&body, &mut wrong);
    if !wrong.is_empty() {
        return Err(Refusal::fields(&wrong));
    }
    let changed = super::write(&backend, &current, move |connection, asking| {
        let Ok(folder) = target(connection, asking, &change)? else {
            return Ok(Err(wrong_folder()));
        };
        let mut found = Vec::new();
        for id in &ids {
            found.extend(messages::find(connection, &asking.agent().id, id)?);
        }
        let may = |message: &Stored| folder.is_none_or(|folder| may_move(message, folder));
        let into_drafts = folder.is_some_and(|it| it.role == MailFolderRole::Drafts);
        if into_drafts && !found.iter().all(may) {
            return Ok(Err(wrong_folder()));
        }
        for message in found.iter().filter(|it| may(it)) {
            messages::change(connection, message.seq, &change, folder.map(|it| it.seq))?;
        }
        told(connection, asking, ids).map(Ok)
    });
    changed.await.map(Json)
}

/// Deletes a message for good, which only what is in the trash can be.
///
/// # Errors
/// `not_found`; `action_refused` when it is not in the trash; `signed_out`, `consent_required`, `module_off`.
pub async fn delete(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    Path(id): Path<String>,
) -> Result<StatusCode, Refusal> {
    is_offered(&backend)?;
    let deleted = super::write(&backend, &current, move |connection, asking| {
        let Some(message) = messages::find(connection, &asking.agent().id, &id)? else {
            return Ok(Err(ProblemCode::NotFound.into()));
        };
        if message.folder.role != MailFolderRole::Trash {
            return Ok(Err(ProblemCode::ActionRefused.into()));
        }
        messages::delete(connection, message.seq).map(Ok)
    });
    deleted.await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What is in the trash or comes from there is moved as one likes, but drafts are drafts.
fn may_move(message: &Stored, folder: Folder) -> bool {
    let is_draft = message.message.summary.draft.is_some();
    match folder.role {
        MailFolderRole::Drafts => is_draft,
        MailFolderRole::Trash => true,
        _ => !is_draft,
    }
}

fn wrong_folder() -> Refusal {
    Refusal::fields(&[("folder", "invalid")])
}

/// The folder that the change names; inside, an error when the agent has none of that id.
fn target(
    connection: &Connection,
    asking: &Asking,
    change: &MailChange,
) -> rusqlite::Result<Result<Option<Folder>, ()>> {
    let Some(id) = &change.folder else {
        return Ok(Ok(None));
    };
    let found = folders::find(connection, &asking.agent().id, id)?;
    Ok(found.map(Some).ok_or(()))
}

/// What holds now of the messages of these ids.
fn told(
    connection: &Connection,
    asking: &Asking,
    ids: Vec<String>,
) -> rusqlite::Result<MailChanged> {
    let agent_id = &asking.agent().id;
    let mut changed = MailChanged::default();
    for id in ids {
        match messages::find(connection, agent_id, &id)? {
            Some(message) => changed.items.push(message.listed()),
            None => changed.missing.push(id),
        }
    }
    changed.folders = folders::all(connection, agent_id)?;
    Ok(changed)
}

type Wrong = Vec<(&'static str, &'static str)>;

/// Each of the ids once, in their order.
fn ids(body: &Map<String, Value>, wrong: &mut Wrong) -> Vec<String> {
    let mut refuse = |code| {
        wrong.push(("ids", code));
        Vec::new()
    };
    let list = match body.get("ids") {
        None => return refuse("required"),
        Some(Value::Array(list)) if list.is_empty() => return refuse("required"),
        Some(Value::Array(list)) if list.len() > MOST_MAIL_CHANGES => return refuse("too_many"),
        Some(Value::Array(list)) => list,
        Some(_) => return refuse("invalid"),
    };
    let texts = list.iter().map(|it| it.as_str().filter(|id| is_id(id)));
    let Some(ids) = texts.collect::<Option<Vec<&str>>>() else {
        return refuse("invalid");
    };
    let mut known = BTreeSet::new();
    let once = ids.into_iter().filter(|id| known.insert(*id));
    once.map(str::to_owned).collect()
}

fn read(body: &Map<String, Value>, wrong: &mut Wrong) -> MailChange {
    let mut flag = |name| match body.get(name) {
        Some(Value::Null) => None,
        Some(Value::Bool(flag)) => Some(*flag),
        other => {
            wrong.push((name, absent_or_invalid(other)));
            None
        }
    };
    let (read, flagged) = (flag("read"), flag("flagged"));
    let folder = match body.get("folder") {
        Some(Value::Null) => None,
        Some(Value::String(id)) if is_id(id) => Some(id.clone()),
        other => {
            wrong.push(("folder", absent_or_invalid(other)));
            None
        }
    };
    MailChange {
        read,
        flagged,
        folder,
    }
}
