//! `/payslips`: the agent's own, to read; knows those of no other agent.

use crate::application::Backend;
use crate::guard::SignedIn;
use crate::pdf;
use crate::problem::Refusal;
use crate::request::Query;
use crate::routes::payslip_filter::{Filter, Place};
use crate::security::headers;
use crate::store::payslips::{self, Listed};
use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use chrono::Datelike;
use nomade::contract::payslips::{Payslip, PayslipPoint, PayslipSeries, Payslips};
use nomade::contract::problem::ProblemCode;
use std::sync::Arc;

/// How many stand on a page.
const PAGE: usize = 24;

/// One page, the newest first.
///
/// # Errors
/// `invalid_fields` for a year, query or cursor that is none; `signed_out`, `consent_required`, `module_off`.
pub async fn list(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    query: Query,
) -> Result<Json<Payslips>, Refusal> {
    is_offered(&backend)?;
    let filter = Filter::of(&query)?;
    let all = all(&backend, current.stored.account.agent.id).await?;
    let mut years: Vec<i16> = all
        .iter()
        .filter_map(|listed| i16::try_from(listed.summary.period.year()).ok())
        .collect();
    years.dedup();
    let mut page: Vec<Listed> = all
        .into_iter()
        .filter(|listed| filter.takes(listed))
        .take(PAGE + 1)
        .collect();
    let next_cursor = if page.len() > PAGE {
        page.truncate(PAGE);
        page.last().map(Place::of).map(|place| place.cursor())
    } else {
        None
    };
    Ok(Json(Payslips {
        items: page.into_iter().map(|listed| listed.summary).collect(),
        years,
        next_cursor,
    }))
}

/// Gross and net, the oldest first.
///
/// # Errors
/// `signed_out`, `consent_required`, `module_off`.
pub async fn series(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
) -> Result<Json<PayslipSeries>, Refusal> {
    is_offered(&backend)?;
    let all = all(&backend, current.stored.account.agent.id).await?;
    let point = |listed: Listed| PayslipPoint {
        period: listed.summary.period,
        gross: listed.gross,
        net_payable: listed.summary.net_payable,
    };
    let points = all.into_iter().rev().map(point).collect();
    Ok(Json(PayslipSeries { points }))
}

/// One payslip, which is no longer new then.
///
/// # Errors
/// `not_found` when there is none or it is another agent's; `signed_out`, `consent_required`, `module_off`.
pub async fn read(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    Path(id): Path<String>,
) -> Result<Json<Payslip>, Refusal> {
    find(&backend, current.stored.account.agent.id, id)
        .await
        .map(Json)
}

/// One payslip as a PDF, under a name that says the month and nothing about the person.
///
/// # Errors
/// The same as [`read`].
pub async fn document(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    Path(id): Path<String>,
) -> Result<Response, Refusal> {
    let agent = current.stored.account.agent;
    let payslip = find(&backend, agent.id.clone(), id).await?;
    let name = format!(
        "inline; filename=\"bulletin-{}.pdf\"",
        payslip.summary.period.format("%Y-%m")
    );
    let drawn = tokio::task::spawn_blocking(move || pdf::draw(&agent, &payslip)).await;
    let Ok(Ok(bytes)) = drawn else {
        tracing::error!("a PDF could not be drawn");
        return Err(ProblemCode::InternalError.into());
    };
    let mut response = bytes.into_response();
    let answer = response.headers_mut();
    answer.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/pdf"),
    );
    if let Ok(name) = HeaderValue::from_str(&name) {
        answer.insert(header::CONTENT_DISPOSITION, name);
    }
    headers::allow_own_frames(answer);
    Ok(response)
}

async fn all(backend: &Backend, agent_id: String) -> Result<Vec<Listed>, Refusal> {
    backend
        .store
        .call(move |database| payslips::of_agent(database, &agent_id))
        .await
}

async fn find(backend: &Backend, agent_id: String, id: String) -> Result<Payslip, Refusal> {
    is_offered(backend)?;
    let now = backend.clock.now();
    let found = backend
        .store
        .call(move |database| payslips::read(database, &agent_id, &id, now));
    found.await?.ok_or(ProblemCode::NotFound.into())
}

fn is_offered(backend: &Backend) -> Result<(), Refusal> {
    if backend.settings.current().has_module("payslips") {
        Ok(())
    } else {
        Err(ProblemCode::ModuleOff.into())
    }
}
