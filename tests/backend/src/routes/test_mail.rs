//! `/test/mail`: what happens to mail while somebody looks at it; there only with test controls.

use crate::application::Backend;
use crate::clock::in_paris;
use crate::mail::letter::{Letter, Words};
use crate::problem::Refusal;
use crate::request::{Fields, JsonObject};
use crate::store::agents;
use crate::store::mail::{boxes, folders, intake, limits, outbox};
use axum::Json;
use axum::extract::State;
use nomade::contract::mail::{LONGEST_MAIL_NAME, LONGEST_MAIL_SUBJECT, MailPerson};
use nomade::contract::problem::ProblemCode;
use serde_json::{Map, Value, json};
use std::sync::Arc;

/// The longest time that a message waits, in seconds: a day.
const LONGEST_UNDO_S: i64 = 24 * 60 * 60;
/// The most letters that arrive at once.
const MOST: i64 = 200;

/// Does the one thing that is asked for, and answers with what it was done to:
///
/// - `{"undo_s": seconds}` says how long messages that are sent from now on wait;
/// - `{"deliver": {"username", "from": {"name", "address"}, "subject", "text", "html", "folder", "count", "raw"}}` brings letters, now:
///   without `html` or without `text` there is none, without `folder` (a role of the contract) they are in the inbox; the HTML
///   of a `raw` one is not cleaned.
///
/// # Errors
/// `invalid_fields` with all that are wrong; `not_found` for an account that there is not.
pub async fn act(
    State(backend): State<Arc<Backend>>,
    JsonObject(mut body): JsonObject,
) -> Result<Json<Value>, Refusal> {
    let mut fields = Fields::of(&mut body);
    if fields.has("deliver") {
        let object = fields.object("deliver");
        fields.done()?;
        return deliver(&backend, object.unwrap_or_default()).await;
    }
    let seconds = fields.number("undo_s", 0..=LONGEST_UNDO_S);
    fields.done()?;
    let set = move |database: &mut _| outbox::set_undo_time(database, seconds);
    backend.store.call(set).await?;
    Ok(Json(json!({ "undo_s": seconds })))
}

async fn deliver(
    backend: &Backend,
    mut object: Map<String, Value>,
) -> Result<Json<Value>, Refusal> {
    let (seed, now) = (backend.options.seed, backend.clock.now());
    let mut fields = Fields::of(&mut object);
    let username = fields.text("username", 254);
    let mut from = fields.object("from").unwrap_or_default();
    let mut person = Fields::of(&mut from);
    let name = person.text_or_empty("name", LONGEST_MAIL_NAME);
    let address = person.text("address", limits::LONGEST_ADDRESS);
    person.done()?;
    let subject = fields.text_or_empty("subject", LONGEST_MAIL_SUBJECT);
    let mut words = |name| {
        let text = fields.has(name).then(|| fields.text_or_empty(name, 60_000));
        text.map(Words::utf8)
    };
    let (text, html) = (words("text"), words("html"));
    let folder = if fields.has("folder") {
        fields.text("folder", 32)
    } else {
        "inbox".to_owned()
    };
    let is_raw = fields.has("raw") && fields.flag("raw");
    let count = if fields.has("count") {
        fields.number("count", 1..=MOST)
    } else {
        1
    };
    fields.done()?;
    let from = MailPerson {
        name,
        external: limits::is_outside(&address),
        address,
    };
    let brought = backend.store.call(move |database| {
        let transaction = database.transaction()?;
        let Some(account) = agents::named(&transaction, &username)? else {
            return Ok(Err(ProblemCode::NotFound));
        };
        let agent = account.agent;
        boxes::open(&transaction, (&agent.id, &agent.username), (seed, now))?;
        let letter = Letter {
            folder: folders::role_named(&folder),
            folder_name: folder,
            from,
            to: vec![MailPerson {
                name: format!("{} {}", agent.given_name, agent.family_name),
                external: limits::is_outside(&agent.email),
                address: agent.email,
            }],
            cc: Vec::new(),
            reply_to: Vec::new(),
            subject,
            at: in_paris(now).into(),
            text,
            html,
            files: Vec::new(),
            read: false,
            flagged: false,
            answered: false,
            warnings: Vec::new(),
            is_raw,
        };
        let mut ids: Vec<String> = Vec::new();
        for _ in 0..count {
            let seq = intake::take_in(&transaction, &agent.id, &letter)?;
            let id = "SELECT id FROM mail_message WHERE seq = ?1";
            ids.push(transaction.query_row(id, [seq], |row| row.get(0))?);
        }
        transaction.commit()?;
        Ok(Ok(ids))
    });
    Ok(Json(json!({ "ids": brought.await?? })))
}
