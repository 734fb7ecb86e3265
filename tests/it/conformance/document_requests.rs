//! Certificates that are asked for, and the documents that they become; prints no title.

use super::backend::{Backend, Need};
use super::documents::all;
use super::lists::items;
use super::payslips::text;
use super::{Check, Fault, Seen, ensure};
use crate::support::answer::Answer;
use crate::support::client::Visitor;
use nomade::contract::endpoint::{DOCUMENT_REQUESTS, DOCUMENTS, document_content, operation};
use nomade::contract::operation::IDEMPOTENCY_KEY_HEADER;
use serde_json::{Value, json};
use std::time::{SystemTime, UNIX_EPOCH};

const AGENT: &[Need] = &[Need::Role("agent"), Need::Module("documents")];
const CONTROLS: &[Need] = &[
    Need::Role("agent"),
    Need::Module("documents"),
    Need::Controls,
];

pub const CHECKS: &[Check] = &[
    Check {
        says: "requests are listed the latest first, each in a state that fits its fields",
        expects: "`document_id` when ready, `reason` when refused, `expected_on` never then",
        needs: AGENT,
        run: listed,
    },
    Check {
        says: "what can't be asked for is refused and named",
        expects: "422 invalid_fields with `kind` or `note`, nothing made",
        needs: AGENT,
        run: wrong_fields,
    },
    Check {
        says: "a certificate that is ready is a new document, and a request that was repeated tells so",
        expects: "ready with a document of the list, whose file is a whole PDF",
        needs: CONTROLS,
        run: ready,
    },
    Check {
        says: "a session that waits for consent reads no document and asks for nothing",
        expects: "403 consent_required",
        needs: &[Need::Role("consent"), Need::Module("documents")],
        run: waits_for_consent,
    },
];

/// A key that no write had before.
pub fn new_key() -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    format!("conformance-{}", now.map_or(0, |it| it.as_nanos()))
}

pub fn told(visitor: &Visitor<'_>) -> Result<Value, Fault> {
    let answer = visitor.get(DOCUMENT_REQUESTS)?;
    ensure(answer.status == 200, || answer.brief())?;
    Ok(answer.json())
}

/// A kind that is offered.
pub fn a_kind(visitor: &Visitor<'_>) -> Result<String, Fault> {
    match told(visitor)?["kinds"][0]["id"].as_str() {
        Some(kind) => Ok(kind.to_owned()),
        None => Err(Fault::NothingToSee("no certificate is offered".to_owned())),
    }
}

pub fn ask(visitor: &Visitor<'_>, key: &str, body: &Value) -> Result<Answer, Fault> {
    let call = visitor.call("POST", DOCUMENT_REQUESTS).json(body);
    Ok(call.header(IDEMPOTENCY_KEY_HEADER, key).send()?)
}

fn listed(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let listed = items(&told(&visitor)?);
    let at = |it: &Value| {
        let asked = chrono::DateTime::parse_from_rfc3339(text(it, "asked_at"));
        asked.unwrap_or_default()
    };
    ensure(listed.iter().rev().is_sorted_by_key(at), || {
        "not the latest first".to_owned()
    })?;
    for item in &listed {
        let state = text(item, "state");
        let is_over = ["ready", "refused"].contains(&state);
        let kept = item["document_id"].is_null() == (state != "ready")
            && item["reason"].is_null() == (state != "refused")
            && (item["expected_on"].is_null() || !is_over);
        ensure(kept, || format!("{state}: {item}"))?;
    }
    Ok(format!("{} requests", listed.len()))
}

fn wrong_fields(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let kind = a_kind(&visitor)?;
    let before = told(&visitor)?;
    for (body, field) in [
        (json!({ "kind": "never_offered", "note": "" }), "kind"),
        (json!({ "kind": "", "note": "" }), "kind"),
        (json!({ "kind": kind, "note": "x".repeat(1_001) }), "note"),
    ] {
        let answer = ask(&visitor, &new_key(), &body)?;
        let fields = answer.json()["fields"].clone();
        let named = fields
            .as_array()
            .is_some_and(|fields| fields.iter().any(|it| it["name"] == field));
        ensure(answer.brief() == "422 invalid_fields" && named, || {
            format!("{field}: {}, {fields}", answer.brief())
        })?;
    }
    ensure(told(&visitor)? == before, || {
        "something was made".to_owned()
    })?;
    Ok("422 invalid_fields, each named".to_owned())
}

fn ready(backend: &Backend) -> Seen {
    backend.restored(|| {
        let visitor = backend.signed_in("agent")?;
        let offered = told(&visitor)?["kinds"].clone();
        let at_once = offered.as_array().into_iter().flatten();
        let Some(kind) = at_once.clone().find(|it| it["working_days"] == 0) else {
            return Err(Fault::NothingToSee(
                "no certificate comes at once".to_owned(),
            ));
        };
        let (key, body) = (new_key(), json!({ "kind": kind["id"], "note": "" }));
        let made = ask(&visitor, &key, &body)?.json();
        let before = all(&visitor)?.len();
        backend.wait(120)?;
        let now = ask(&visitor, &key, &body)?.json();
        ensure(now["id"] == made["id"] && now["state"] == "ready", || {
            format!("{} {}", now["id"], now["state"])
        })?;
        let documents = all(&visitor)?;
        let id = text(&now, "document_id");
        let certificate = documents.iter().find(|it| it["id"] == id);
        ensure(
            documents.len() == before + 1 && certificate.is_some_and(|it| it["new"] == true),
            || format!("{} documents, {before} before", documents.len()),
        )?;
        let file = visitor.get(&document_content(id))?;
        let end = &file.body[file.body.len().saturating_sub(1_024)..];
        let whole = file.body.starts_with(b"%PDF-") && end.windows(5).any(|it| it == b"%%EOF");
        ensure(whole, || format!("{}, no whole PDF", file.brief()))?;
        Ok(format!("ready with a PDF of {} bytes", file.body.len()))
    })
}

fn waits_for_consent(backend: &Backend) -> Seen {
    let visitor = backend.visitor();
    let session = backend.sign_in_again(&visitor, "consent", false)?;
    if session["state"] != "consent_required" {
        return Err(Fault::NothingToSee(
            "the account has accepted the texts".to_owned(),
        ));
    }
    for path in [
        DOCUMENTS.to_owned(),
        DOCUMENT_REQUESTS.to_owned(),
        document_content("d_1"),
        operation("0123456789abcdef"),
    ] {
        let answer = visitor.get(&path)?;
        ensure(answer.brief() == "403 consent_required", || {
            format!("{path}: {}", answer.brief())
        })?;
    }
    let body = json!({ "kind": "salary", "note": "" });
    let asked = ask(&visitor, &new_key(), &body)?;
    ensure(asked.brief() == "403 consent_required", || asked.brief())?;
    Ok("403 consent_required".to_owned())
}
