//! `/leave`: what an agent may take, has asked for and validates, and who is away; knows the leave of others as far as the
//! contract lets its reader.

pub mod approvals;
pub mod attachments;
pub mod calendar;
pub mod changes;
pub mod files;
mod filter;
pub mod own;
pub mod preview;
pub mod requests;
mod told;
pub(super) mod wish;

use crate::application::Backend;
use crate::problem::Refusal;
use axum::Router;
use axum::routing::{get, post};
use nomade::contract::endpoint;
use nomade::contract::problem::ProblemCode;
use std::sync::Arc;

/// Every path of the resource.
pub fn routes() -> Router<Arc<Backend>> {
    Router::new()
        .route(endpoint::LEAVE_KINDS, get(own::kinds))
        .route(endpoint::LEAVE_BALANCES, get(own::balances))
        .route(endpoint::LEAVE_DAYS, get(own::days))
        .route(endpoint::LEAVE_PREVIEW, post(preview::preview))
        .route(
            endpoint::LEAVE_REQUESTS,
            get(requests::list).post(requests::ask),
        )
        .route(
            "/leave/requests/{id}",
            get(requests::read).delete(changes::cancel),
        )
        .route(
            "/leave/requests/{id}/cancellation",
            post(changes::ask_cancellation),
        )
        .route(
            "/leave/requests/{id}/decision",
            post(changes::decide).delete(changes::undo),
        )
        .route("/leave/requests/{id}/attachment", get(files::attachment))
        .route("/leave/requests/{id}/ics", get(files::calendar_file))
        .route(endpoint::LEAVE_ATTACHMENTS, post(attachments::bring))
        .route(endpoint::LEAVE_APPROVALS, get(approvals::list))
        .route(endpoint::LEAVE_CALENDAR, get(calendar::read))
}

fn is_offered(backend: &Backend) -> Result<(), Refusal> {
    if backend.settings.current().has_module("leave") {
        Ok(())
    } else {
        Err(ProblemCode::ModuleOff.into())
    }
}
