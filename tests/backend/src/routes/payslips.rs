//! `/payslips`: the agent's own, to read; knows those of no other agent.

use crate::application::Backend;
use crate::caller::Caller;
use crate::clock::Moment;
use crate::guard::{Current, SignedIn};
use crate::pdf::{self, words::month};
use crate::problem::Refusal;
use crate::request::Query;
use crate::routes::payslip_filter::{Filter, Place};
use crate::security::headers;
use crate::store::activity::{self, Deed};
use crate::store::payslips::{self, Listed};
use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use chrono::Datelike;
use nomade::contract::activity::ActivityCode;
use nomade::contract::payslips::{Payslip, PayslipPoint, PayslipSeries, Payslips};
use nomade::contract::problem::ProblemCode;
use rusqlite::Connection;
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

/// One payslip, which is no longer new then; the journal says that it was viewed.
///
/// # Errors
/// `not_found` when there is none or it is another agent's; `signed_out`, `consent_required`, `module_off`.
pub async fn read(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    caller: Caller,
    Path(id): Path<String>,
) -> Result<Json<Payslip>, Refusal> {
    is_offered(&backend)?;
    let now = backend.clock.now();
    let found = backend.store.call(move |database| {
        let transaction = database.transaction()?;
        let agent_id = &current.stored.account.agent.id;
        let Some(payslip) = payslips::read(&transaction, agent_id, &id, now)? else {
            return Ok(None);
        };
        let code = ActivityCode::PayslipViewed;
        record(&transaction, (&current, &caller), (code, &payslip), now)?;
        transaction.commit()?;
        Ok(Some(payslip))
    });
    Ok(Json(found.await?.ok_or(ProblemCode::NotFound)?))
}

fn record(
    connection: &Connection,
    (current, caller): (&Current, &Caller),
    (code, payslip): (ActivityCode, &Payslip),
    at: Moment,
) -> rusqlite::Result<()> {
    let summary = &payslip.summary;
    let label = format!("{}, {}", summary.label, month(summary.period));
    let deed = Deed {
        code,
        at,
        caller,
        session_id: Some(&current.stored.id),
        payslip: Some((&summary.id, &label)),
    };
    activity::record(connection, &current.stored.account.agent.id, &deed)
}

/// One payslip as a PDF, under a name that says the month and nothing about the person; the journal says that it was
/// downloaded, as nobody knows what becomes of a file.
///
/// # Errors
/// The same as [`read`].
pub async fn document(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    caller: Caller,
    Path(id): Path<String>,
) -> Result<Response, Refusal> {
    is_offered(&backend)?;
    let now = backend.clock.now();
    let agent = current.stored.account.agent.clone();
    let agent_id = agent.id.clone();
    let found = backend
        .store
        .call(move |database| payslips::read(database, &agent_id, &id, now));
    let payslip = found.await?.ok_or(ProblemCode::NotFound)?;
    let name = format!(
        "inline; filename=\"bulletin-{}.pdf\"",
        payslip.summary.period.format("%Y-%m")
    );
    let draw = move || pdf::draw(&agent, &payslip).map(|bytes| (bytes, payslip));
    let Ok(Ok((bytes, payslip))) = tokio::task::spawn_blocking(draw).await else {
        tracing::error!("a PDF could not be drawn");
        return Err(ProblemCode::InternalError.into());
    };
    let written = backend.store.call(move |database| {
        let transaction = database.transaction()?;
        let code = ActivityCode::PayslipDownloaded;
        record(&transaction, (&current, &caller), (code, &payslip), now)?;
        transaction.commit()
    });
    written.await?;
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

fn is_offered(backend: &Backend) -> Result<(), Refusal> {
    if backend.settings.current().has_module("payslips") {
        Ok(())
    } else {
        Err(ProblemCode::ModuleOff.into())
    }
}
