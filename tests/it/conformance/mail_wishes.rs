//! How the checks read, change and write messages, and clear away what they wrote; judges nothing.

use super::document_files::ok;
use super::document_requests::new_key;
use super::leave::told;
use super::leave_wishes::change as change_of;
use super::lists::walk;
use super::payslips::{ids, text};
use super::{Fault, ensure};
use crate::support::answer::Answer;
use crate::support::client::Visitor;
use nomade::contract::endpoint::{
    AGENT as AGENT_PATH, MAIL_DRAFTS, MAIL_FOLDERS, MAIL_MESSAGES, mail_draft, mail_message,
    mail_outbox, segment,
};
use nomade::contract::operation::IDEMPOTENCY_KEY_HEADER;
use serde_json::{Value, json};

pub fn folders(visitor: &Visitor<'_>) -> Result<Vec<Value>, Fault> {
    let told = told(visitor, MAIL_FOLDERS)?;
    Ok(told["folders"].as_array().cloned().unwrap_or_default())
}

/// The id of the folder of that role.
pub fn folder(visitor: &Visitor<'_>, role: &str) -> Result<String, Fault> {
    let folders = folders(visitor)?;
    let found = folders.iter().find(|it| it["role"] == role);
    found.map_or_else(
        || Err(Fault::Broken(format!("no folder is of the role {role}"))),
        |it| Ok(text(it, "id").to_owned()),
    )
}

/// The messages of a folder that fit, each once, and on how many pages.
pub fn listed(
    visitor: &Visitor<'_>,
    folder: &str,
    filter: &str,
) -> Result<(Vec<Value>, usize), Fault> {
    let filter = format!("folder={}{filter}", segment(folder));
    let walked = walk(visitor, MAIL_MESSAGES, &filter, || Ok(()))?;
    ensure(ids(&walked.items).len() == walked.items.len(), || {
        "an id came twice".to_owned()
    })?;
    Ok((walked.items, walked.pages))
}

/// The messages of the inbox.
pub fn inbox(visitor: &Visitor<'_>) -> Result<Vec<Value>, Fault> {
    let (items, _) = listed(visitor, &folder(visitor, "inbox")?, "")?;
    if items.is_empty() {
        return Err(Fault::NothingToSee("the inbox is empty".to_owned()));
    }
    Ok(items)
}

/// Up to `most` messages of each folder, as they are read; no drafts.
pub fn some_messages(visitor: &Visitor<'_>, most: usize) -> Result<Vec<Value>, Fault> {
    let mut messages = Vec::new();
    for folder in folders(visitor)? {
        let (items, _) = listed(visitor, text(&folder, "id"), "")?;
        let items = items.iter().filter(|it| it["draft"].is_null());
        for item in items.take(most) {
            messages.push(told(visitor, &mail_message(text(item, "id")))?);
        }
    }
    if messages.is_empty() {
        return Err(Fault::NothingToSee("the account has no message".to_owned()));
    }
    Ok(messages)
}

/// What shall be: nothing else than that.
pub fn shall(field: &str, value: Value) -> Value {
    let mut change = json!({ "read": null, "flagged": null, "folder": null });
    change[field] = value;
    change
}

pub fn patch(visitor: &Visitor<'_>, id: &str, change: &Value) -> Result<Answer, Fault> {
    let path = mail_message(id);
    Ok(visitor.call("PATCH", &path).json(change).send()?)
}

/// The agent as an addressee: what is sent here goes to nobody else.
pub fn oneself(visitor: &Visitor<'_>) -> Result<Value, Fault> {
    let agent = told(visitor, AGENT_PATH)?;
    Ok(json!({ "name": "", "address": agent["email"] }))
}

/// A message to the agent that is told from others by its subject.
pub fn letter(visitor: &Visitor<'_>, subject: &str) -> Result<Value, Fault> {
    Ok(json!({
        "to": [oneself(visitor)?], "cc": [], "bcc": [],
        "subject": subject, "text": "Conformité 😀\n\u{202e}<b>", "attachments": [], "answers": null,
    }))
}

/// The same message with something else in one field.
pub fn with(letter: &Value, field: &str, value: Value) -> Value {
    let mut letter = letter.clone();
    letter[field] = value;
    letter
}

pub fn post(visitor: &Visitor<'_>, path: &str, key: &str, body: &Value) -> Result<Answer, Fault> {
    let call = visitor.call("POST", path).json(body);
    Ok(call.header(IDEMPOTENCY_KEY_HEADER, key).send()?)
}

/// A draft that is kept anew.
pub fn kept(visitor: &Visitor<'_>, letter: &Value) -> Result<Value, Fault> {
    Ok(ok(post(visitor, MAIL_DRAFTS, &new_key(), letter)?, 201)?.json())
}

/// Keeps (`PUT`) or throws away (`DELETE`) the draft of that revision.
pub fn change_draft(
    visitor: &Visitor<'_>,
    (method, id): (&str, &str),
    letter: Option<&Value>,
    revision: &str,
) -> Result<Answer, Fault> {
    change_of(visitor, (method, &mail_draft(id)), letter, revision)
}

/// Throws a draft away if it is there; what is left of a check is not left behind.
pub fn throw_away(visitor: &Visitor<'_>, id: &str) -> Result<(), Fault> {
    let draft = visitor.get(&mail_draft(id))?;
    if draft.status == 200 {
        change_draft(
            visitor,
            ("DELETE", id),
            None,
            text(&draft.json(), "revision"),
        )?;
    }
    Ok(())
}

/// Takes a sending back, and throws away the draft that it became.
pub fn take_back(visitor: &Visitor<'_>, sent: &Value) -> Result<(), Fault> {
    let path = mail_outbox(text(sent, "id"));
    let undone = visitor.call("DELETE", &path).send()?;
    match undone.json()["draft"].as_str() {
        Some(draft) => throw_away(visitor, draft),
        None => Ok(()),
    }
}

/// The messages of a folder whose subject is that.
pub fn called(visitor: &Visitor<'_>, role: &str, subject: &str) -> Result<Vec<Value>, Fault> {
    let (mut items, _) = listed(visitor, &folder(visitor, role)?, "")?;
    items.retain(|it| it["subject"] == subject);
    Ok(items)
}

/// Deletes for good what these folders have of that subject.
pub fn clear_away(visitor: &Visitor<'_>, roles: &[&str], subject: &str) -> Result<(), Fault> {
    let trash = folder(visitor, "trash")?;
    for role in roles {
        for item in called(visitor, role, subject)? {
            let id = text(&item, "id");
            patch(visitor, id, &shall("folder", json!(trash)))?;
            visitor.call("DELETE", &mail_message(id)).send()?;
        }
    }
    Ok(())
}
