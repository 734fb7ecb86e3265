//! How the checks ask for leave, and take back what they asked for; judges nothing.

use super::document_files::ok;
use super::document_requests::new_key;
use super::leave::{today, told};
use super::lists::{items, walk};
use super::payslips::{ids, text};
use super::{Fault, ensure};
use crate::support::answer::Answer;
use crate::support::client::Visitor;
use chrono::{Days, NaiveDate};
use nomade::contract::endpoint::{
    LEAVE_BALANCES, LEAVE_KINDS, LEAVE_PREVIEW, LEAVE_REQUESTS, leave_request,
};
use nomade::contract::operation::IDEMPOTENCY_KEY_HEADER;
use serde_json::{Value, json};

/// A kind that wants no attachment, and a day on which it can be asked for.
pub struct Free {
    pub kind: String,
    pub period: Value,
}

pub fn whole(from: NaiveDate, to: NaiveDate) -> Value {
    json!({ "from": from, "from_noon": false, "to": to, "to_noon": false })
}

pub fn try_out(visitor: &Visitor<'_>, kind: &str, period: &Value) -> Result<Value, Fault> {
    let question = json!({ "kind": kind, "period": period });
    let answer = visitor.call("POST", LEAVE_PREVIEW).json(&question).send()?;
    Ok(ok(answer, 200)?.json())
}

/// The first that the next weeks have, with a right to it if there is one.
pub fn free(visitor: &Visitor<'_>) -> Result<Free, Fault> {
    let kinds = items(&told(visitor, LEAVE_KINDS)?);
    let kinds = kinds.iter().filter(|it| it["attachment"] != "required");
    for kind in kinds {
        for days in 1..60 {
            let day = today(visitor)? + Days::new(days);
            let period = whole(day, day);
            let tried = try_out(visitor, text(kind, "id"), &period)?;
            if tried["obstacles"] == json!([]) && tried["half_days"] == 2 {
                return Ok(Free {
                    kind: text(kind, "id").to_owned(),
                    period,
                });
            }
        }
    }
    Err(Fault::NothingToSee(
        "nothing can be asked for in the next weeks".to_owned(),
    ))
}

impl Free {
    pub fn wish(&self, comment: &str) -> Value {
        json!({ "kind": self.kind, "period": self.period, "comment": comment, "attachment": null })
    }
}

pub fn ask(visitor: &Visitor<'_>, key: &str, body: &Value) -> Result<Answer, Fault> {
    let call = visitor.call("POST", LEAVE_REQUESTS).json(body);
    Ok(call.header(IDEMPOTENCY_KEY_HEADER, key).send()?)
}

/// A request that waits, on a free day.
pub fn asked(visitor: &Visitor<'_>) -> Result<Value, Fault> {
    let wish = free(visitor)?.wish("");
    Ok(ok(ask(visitor, &new_key(), &wish)?, 201)?.json())
}

/// Sends a change of the request as it was read.
pub fn change(
    visitor: &Visitor<'_>,
    (method, path): (&str, &str),
    body: Option<&Value>,
    revision: &str,
) -> Result<Answer, Fault> {
    let tag = format!("\"{revision}\"");
    let call = visitor.call(method, path).header("if-match", &tag);
    let call = match body {
        Some(body) => call.json(body),
        None => call,
    };
    Ok(call.send()?)
}

/// Takes a request back if that can be done; what is left of a check is not left behind.
pub fn take_back(visitor: &Visitor<'_>, id: &str) -> Result<(), Fault> {
    let request = told(visitor, &leave_request(id))?;
    let actions = request["actions"].as_array().cloned().unwrap_or_default();
    if actions.contains(&json!("cancel")) {
        let path = leave_request(id);
        change(visitor, ("DELETE", &path), None, text(&request, "revision"))?;
    }
    Ok(())
}

/// What is left of each right, by its id.
pub fn left(visitor: &Visitor<'_>) -> Result<Vec<(String, i64)>, Fault> {
    let rights = items(&told(visitor, LEAVE_BALANCES)?);
    let of = |it: &Value| {
        (
            text(it, "id").to_owned(),
            it["left"].as_i64().unwrap_or_default(),
        )
    };
    Ok(rights.iter().map(of).collect())
}

/// The agent's requests that fit, each once, with the number of pages and the last of them.
pub fn all(visitor: &Visitor<'_>, filter: &str) -> Result<(Vec<Value>, usize, Value), Fault> {
    let walked = walk(visitor, LEAVE_REQUESTS, filter, || Ok(()))?;
    ensure(ids(&walked.items).len() == walked.items.len(), || {
        format!("{filter}: an id came twice")
    })?;
    Ok((walked.items, walked.pages, walked.last))
}
