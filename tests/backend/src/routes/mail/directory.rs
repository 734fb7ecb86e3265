//! `POST /mail/directory`: whom a message may go to; names stand in no address and no log.

use crate::application::Backend;
use crate::guard::SignedIn;
use crate::problem::Refusal;
use crate::request::{Fields, JsonObject};
use crate::routes::mail::is_offered;
use crate::store::mail::directory;
use axum::Json;
use axum::extract::State;
use nomade::contract::documents::LONGEST_SEARCH;
use nomade::contract::mail::MailDirectory;
use std::sync::Arc;

/// How many characters a search holds at least: one would tell half of the directory.
const SHORTEST: usize = 2;

/// The people whose names, services or addresses hold words that begin so, the best first.
///
/// # Errors
/// `invalid_fields` for a search that is too short or too long; what a body can be refused for; `signed_out`,
/// `consent_required`, `module_off`.
pub async fn search(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    JsonObject(mut body): JsonObject,
) -> Result<Json<MailDirectory>, Refusal> {
    is_offered(&backend)?;
    let mut fields = Fields::of(&mut body);
    let query = fields.text("query", LONGEST_SEARCH);
    if fields.is_sound() && query.trim().chars().count() < SHORTEST {
        fields.refuse::<()>("query", "too_short");
    }
    fields.done()?;
    let found = super::read(&backend, &current, move |connection, asking| {
        directory::search(connection, &asking.agent().id, &query)
    });
    Ok(Json(found.await?))
}
