//! `/test/leave`: what happens to leave while somebody looks at it; there only with test controls.

use crate::application::Backend;
use crate::clock::Moment;
use crate::leave::calendar::Closed;
use crate::problem::Refusal;
use crate::request::{Fields, JsonObject, day};
use crate::routes::leave::changes::outcome;
use crate::routes::leave::wish;
use crate::store::leave::changes::{self, weigh};
use crate::store::leave::people::{self, Person};
use crate::store::leave::validation::Reader;
use crate::store::leave::{accounts, days, requests};
use axum::Json;
use axum::extract::State;
use nomade::contract::leave::{LONGEST_LEAVE_COMMENT, LONGEST_LEAVE_REASON};
use nomade::contract::localized::Localized;
use nomade::contract::problem::ProblemCode;
use rusqlite::Connection;
use serde_json::{Map, Value, json};
use std::sync::Arc;

type Done = rusqlite::Result<Result<Value, Refusal>>;
type Deed = Box<dyn FnOnce(&Connection) -> Done + Send>;

/// Does the one thing that is asked for, whatever the rules of agents are, and answers with what it was done to:
///
/// - `{"revoke": id}` takes the request of that id away, as if every right to read it had ended;
/// - `{"decide": {"id", "by", "outcome", "reason"}}` decides it as the validator `by`, a username, would;
/// - `{"ask": {"username", "kind", "period", "comment"}}` makes a request that waits, of whoever has that username or, of
///   colleagues without an account, that name; nothing stands in its way;
/// - `{"closed": {"date", "label"}}` closes the organisation on a day;
/// - `{"balance": {"username", "kind", "acquired"}}` changes what was acquired of the first right of that kind.
///
/// # Errors
/// `invalid_fields` with all that are wrong; `not_found` for what there is not; `action_refused` for who may not decide.
pub async fn act(
    State(backend): State<Arc<Backend>>,
    JsonObject(mut body): JsonObject,
) -> Result<Json<Value>, Refusal> {
    let now = backend.clock.now();
    let mut fields = Fields::of(&mut body);
    let mut inner = |name| {
        if fields.has(name) {
            fields.object(name)
        } else {
            None
        }
    };
    let known = (
        inner("decide"),
        inner("ask"),
        inner("closed"),
        inner("balance"),
    );
    let deed = match known {
        (Some(object), ..) => decide(object, now)?,
        (_, Some(object), ..) => ask(object, now)?,
        (_, _, Some(object), _) => close(object)?,
        (.., Some(object)) => acquire(object)?,
        _ => {
            let id = fields.text("revoke", 64);
            fields.done()?;
            revoke(id, now)
        }
    };
    let done = backend.store.call(move |database| {
        let transaction = database.transaction()?;
        let done = deed(&transaction)?;
        if done.is_ok() {
            transaction.commit()?;
        }
        Ok(done)
    });
    Ok(Json(done.await??))
}

fn not_found() -> Done {
    Ok(Err(ProblemCode::NotFound.into()))
}

fn revoke(id: String, now: Moment) -> Deed {
    Box::new(move |connection| {
        if requests::remove(connection, &id, now)? {
            Ok(Ok(json!({ "id": id })))
        } else {
            not_found()
        }
    })
}

fn decide(mut object: Map<String, Value>, now: Moment) -> Result<Deed, Refusal> {
    let mut fields = Fields::of(&mut object);
    let id = fields.text("id", 64);
    let by = fields.text("by", 254);
    let outcome =
        outcome(&fields.text("outcome", 32)).or_else(|| fields.refuse("outcome", "invalid"));
    let reason = if fields.has("reason") {
        fields.text_or_empty("reason", LONGEST_LEAVE_REASON)
    } else {
        String::new()
    };
    fields.done()?;
    let outcome = outcome.ok_or_else(|| Refusal::fields(&[("outcome", "invalid")]))?;
    Ok(Box::new(move |connection| {
        let Some(person) = named(connection, &by)? else {
            return not_found();
        };
        let reader = Reader::of(connection, person, now)?;
        let Some(request) = requests::find(connection, &id)? else {
            return not_found();
        };
        if !changes::decide(connection, &reader, &request, (outcome, &reason))? {
            return Ok(Err(ProblemCode::ActionRefused.into()));
        }
        Ok(Ok(json!({ "id": id })))
    }))
}

fn ask(mut object: Map<String, Value>, now: Moment) -> Result<Deed, Refusal> {
    let mut fields = Fields::of(&mut object);
    let who = fields.text("username", 254);
    let wish = wish::read(&mut fields);
    let comment = if fields.has("comment") {
        fields.text_or_empty("comment", LONGEST_LEAVE_COMMENT)
    } else {
        String::new()
    };
    fields.done()?;
    let (kind, period) = wish.ok_or_else(|| Refusal::fields(&[("period", "invalid")]))?;
    Ok(Box::new(move |connection| {
        let Some(person) = named(connection, &who)? else {
            return not_found();
        };
        let weighed = weigh(connection, &person, kind, &period)?;
        let wish = (kind, &period);
        let id = changes::ask(connection, &person, wish, &weighed, (&comment, None), now)?;
        Ok(Ok(json!({ "id": id })))
    }))
}

fn close(mut object: Map<String, Value>) -> Result<Deed, Refusal> {
    let mut fields = Fields::of(&mut object);
    let date = day(&fields.text("date", 10)).or_else(|| fields.refuse("date", "invalid"));
    let label = fields.text("label", 200);
    fields.done()?;
    let date = date.ok_or_else(|| Refusal::fields(&[("date", "invalid")]))?;
    let closed = Closed {
        morning: true,
        afternoon: true,
        label: Localized {
            fr: label.clone(),
            en: label,
        },
    };
    Ok(Box::new(move |connection| {
        days::close(connection, date, &closed)?;
        Ok(Ok(json!({ "date": date })))
    }))
}

fn acquire(mut object: Map<String, Value>) -> Result<Deed, Refusal> {
    let mut fields = Fields::of(&mut object);
    let who = fields.text("username", 254);
    let kind = fields.text("kind", 32);
    let acquired = fields.number("acquired", -100_000..=100_000);
    fields.done()?;
    let acquired = i32::try_from(acquired).unwrap_or_default();
    Ok(Box::new(move |connection| {
        let Some(person) = named(connection, &who)? else {
            return not_found();
        };
        if accounts::acquire(connection, (person.seq, &kind), acquired)? {
            Ok(Ok(json!({ "kind": kind })))
        } else {
            not_found()
        }
    }))
}

/// Whoever has that username, or else that name.
fn named(connection: &Connection, name: &str) -> rusqlite::Result<Option<Person>> {
    match people::named(connection, name)? {
        Some(person) => Ok(Some(person)),
        None => people::called(connection, name),
    }
}
