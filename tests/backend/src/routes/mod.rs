//! The paths of the contract and who answers them; knows no answer.

pub mod activity;
mod activity_filter;
pub mod agent;
pub mod consent;
mod cursors;
mod document_filter;
pub mod document_requests;
pub mod documents;
pub mod leave;
pub mod mail;
pub mod notices;
pub mod operations;
mod payslip_filter;
pub mod payslips;
pub mod portal;
pub mod probe;
pub mod session;
pub mod sessions;
pub mod sign_in;
pub mod test_controls;
mod test_documents;
mod test_leave;
mod test_mail;
pub mod texts;

use crate::application::Backend;
use crate::problem::Refusal;
use axum::Router;
use axum::routing::{delete, get, post};
use nomade::contract::endpoint;
use nomade::contract::problem::ProblemCode;
use std::sync::Arc;

/// Everything under the contract's base path.
pub fn api() -> Router<Arc<Backend>> {
    Router::new()
        .route(endpoint::PORTAL, get(portal::read))
        .route("/texts/{name}", get(texts::read))
        .route(endpoint::NOTICES, get(notices::list))
        .route(endpoint::PROBE_NETWORK, get(probe::network))
        .route(
            endpoint::PROBE_COOKIE,
            get(probe::cookie_received).post(probe::set_cookie),
        )
        .route(
            endpoint::SESSION,
            get(session::read)
                .post(sign_in::sign_in)
                .put(session::extend)
                .delete(session::sign_out),
        )
        .route(endpoint::SESSION_LEAVING, post(session::leave))
        .route(
            endpoint::SESSIONS,
            get(sessions::list).delete(sessions::end_others),
        )
        .route("/sessions/{id}", delete(sessions::end))
        .route(endpoint::CONSENT, get(consent::read).post(consent::give))
        .route(endpoint::AGENT, get(agent::read))
        .route(endpoint::PAYSLIPS, get(payslips::list))
        .route(endpoint::PAYSLIPS_SERIES, get(payslips::series))
        .route("/payslips/{id}", get(payslips::read))
        .route("/payslips/{id}/document", get(payslips::document))
        .route(endpoint::DOCUMENTS, get(documents::list))
        .route(endpoint::DOCUMENTS_SEARCH, post(documents::search))
        .route(
            endpoint::DOCUMENT_REQUESTS,
            get(document_requests::list).post(document_requests::ask),
        )
        .route("/documents/{id}", get(documents::read))
        .route("/documents/{id}/content", get(documents::content))
        .merge(leave::routes())
        .merge(mail::routes())
        .route("/operations/{key}", get(operations::read))
        .route(endpoint::ACTIVITY, get(activity::list))
        .route("/activity/{id}/report", post(activity::report))
        .fallback(not_found)
}

/// Nothing is there.
pub async fn not_found() -> Refusal {
    ProblemCode::NotFound.into()
}

/// Something is there, and answers other methods; the router adds `Allow`.
pub async fn method_not_allowed() -> Refusal {
    ProblemCode::MethodNotAllowed.into()
}
