//! `GET /texts/{name}`: the organisation's own texts, public; knows no session.

use crate::application::Backend;
use crate::problem::Refusal;
use crate::seed::organisation::{TEXT_VERSION, text_published_on};
use crate::seed::texts::{self, CHARTER, TERMS};
use axum::Json;
use axum::extract::{Path, State};
use nomade::contract::portal::Portal;
use nomade::contract::problem::ProblemCode;
use nomade::contract::texts::Text;
use std::sync::Arc;

/// The text of that name, in the version in force.
///
/// # Errors
/// `not_found` when there is none.
pub async fn read(
    State(backend): State<Arc<Backend>>,
    Path(name): Path<String>,
) -> Result<Json<Text>, Refusal> {
    let text = in_force(&name, &backend.settings.current().portal);
    text.map(Json).ok_or(ProblemCode::NotFound.into())
}

/// The text of that name as the portal has it now.
#[must_use]
pub fn in_force(name: &str, portal: &Portal) -> Option<Text> {
    let accepted = match name {
        CHARTER => Some(&portal.charter),
        TERMS => Some(&portal.terms),
        // Nobody accepts the others: the portal tells no version of them.
        _ => None,
    };
    match accepted {
        Some(text) => texts::text(name, &text.version, text.published_on),
        None => texts::text(name, TEXT_VERSION, text_published_on()),
    }
}
