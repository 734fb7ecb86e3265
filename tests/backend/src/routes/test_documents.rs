//! `/test/documents`: documents that no employer would send, and ones that are taken away; there only with test controls.

use crate::application::Backend;
use crate::clock::paris_date;
use crate::content::recipe::name;
use crate::problem::Refusal;
use crate::request::{Fields, JsonObject};
use crate::routes::document_filter::is_category;
use crate::security::secret::random_id;
use crate::store::agents;
use crate::store::documents::{self, Stored};
use axum::Json;
use axum::extract::State;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::NaiveDate;
use nomade::contract::documents::{Document, DocumentSummary};
use nomade::contract::problem::ProblemCode;
use serde_json::{Map, Value, json};
use std::sync::Arc;

/// The largest length that the contract knows.
const LARGEST: i64 = 9_007_199_254_740_991;

/// Takes the document of the id `revoke` away, or puts one there that holds what is asked for, and tells its id.
///
/// Of a new document everything may be a lie. `title` (1 to 300 characters) must be there; `username` is whose it is
/// (`agent.demo`), `category`, `issued_on`, `issuer`, `media_type` and `size` what is told of it. Its bytes are `content`, a
/// text, or `content_base64`; without both it has as many bytes as `size` says, which mean nothing.
///
/// # Errors
/// `invalid_fields` with all that are wrong; `not_found` for a document or an account that there is not.
pub async fn put(
    State(backend): State<Arc<Backend>>,
    JsonObject(mut body): JsonObject,
) -> Result<Json<Value>, Refusal> {
    let now = backend.clock.now();
    let mut fields = Fields::of(&mut body);
    if fields.has("revoke") {
        let id = fields.text("revoke", 64);
        fields.done()?;
        let told = json!({ "id": id });
        let removed = backend
            .store
            .call(move |database| documents::remove(database, &id, now));
        return if removed.await? {
            Ok(Json(told))
        } else {
            Err(ProblemCode::NotFound.into())
        };
    }
    drop(fields);
    let username = body
        .remove("username")
        .unwrap_or_else(|| json!("agent.demo"));
    let stored = read(&mut body, paris_date(now))?;
    let told = json!({ "id": stored.document.summary.id });
    let added = backend.store.call(move |database| {
        let username = username.as_str().unwrap_or_default();
        let Some(account) = agents::named(database, username)? else {
            return Ok(false);
        };
        documents::add(database, &account.agent.id, &stored, None)?;
        Ok(true)
    });
    if added.await? {
        Ok(Json(told))
    } else {
        Err(ProblemCode::NotFound.into())
    }
}

fn read(body: &mut Map<String, Value>, today: NaiveDate) -> Result<Stored, Refusal> {
    let mut fields = Fields::of(body);
    let title = fields.text("title", 300);
    let mut or = |name: &'static str, default: &str| match fields.has(name) {
        true => fields.text_or_empty(name, 60_000),
        false => default.to_owned(),
    };
    let category = or("category", "information");
    let day = or("issued_on", &today.to_string());
    let issuer = or("issuer", "");
    let media_type = or("media_type", "application/pdf");
    let encoded = or("content_base64", "");
    let has_text = fields.has("content");
    let bytes = if has_text {
        Some(fields.text_or_empty("content", 60_000).into_bytes())
    } else {
        let decoded = (!encoded.is_empty()).then(|| STANDARD.decode(&encoded).ok());
        if decoded == Some(None) {
            fields.refuse::<()>("content_base64", "invalid");
        }
        decoded.flatten()
    };
    let size = match (fields.has("size"), &bytes) {
        (false, Some(bytes)) => i64::try_from(bytes.len()).unwrap_or(LARGEST),
        _ => fields.number("size", 0..=LARGEST),
    };
    if !is_category(&category) {
        fields.refuse::<()>("category", "invalid");
    }
    let day = day.parse::<NaiveDate>();
    if day.is_err() {
        fields.refuse::<()>("issued_on", "invalid");
    }
    fields.done()?;
    let recipe = if bytes.is_some() {
        name::GIVEN
    } else {
        name::FILLER
    };
    Ok(Stored {
        document: Document {
            summary: DocumentSummary {
                id: random_id(),
                title,
                category,
                issued_on: day.unwrap_or(today),
                media_type,
                size: size.unsigned_abs(),
                new: true,
            },
            issuer,
            actions: Vec::new(),
        },
        recipe: recipe.to_owned(),
        bytes,
    })
}
