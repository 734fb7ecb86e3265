//! `/payslips`: the agent's own, to read; knows those of no other agent.

use crate::application::Backend;
use crate::caller::Caller;
use crate::clock::Moment;
use crate::content::Content;
use crate::file::{Asked, File};
use crate::guard::{Current, SignedIn};
use crate::pdf::{self, words::month};
use crate::problem::Refusal;
use crate::request::Query;
use crate::routes::documents::{is_still_open, may};
use crate::routes::payslip_filter::{Filter, Place};
use crate::store::activity::{self, Deed, Item};
use crate::store::payslips::{self, Listed};
use crate::store::sessions::StoredSession;
use axum::Json;
use axum::extract::{Path, State};
use axum::response::Response;
use chrono::Datelike;
use nomade::contract::activity::{ActivityCode, ActivityItemKind};
use nomade::contract::documents::Purpose;
use nomade::contract::payslips::{Payslip, PayslipAction, PayslipPoint, PayslipSeries, Payslips};
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
        id: listed.summary.id,
        label: listed.summary.label,
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
        payslips::open(&transaction, agent_id, &id, now)?;
        let Some(mut payslip) = payslips::find(&transaction, agent_id, &id)? else {
            return Ok(None);
        };
        payslip.actions = actions(&current.stored);
        let (code, label) = (ActivityCode::PayslipViewed, label(&payslip));
        let deed = deed((&current, &caller), code, (&payslip, &label), now);
        activity::record(&transaction, agent_id, &deed)?;
        transaction.commit()?;
        Ok(Some(payslip))
    });
    Ok(Json(found.await?.ok_or(ProblemCode::NotFound)?))
}

/// What was done to that payslip.
fn deed<'a>(
    (current, caller): (&'a Current, &'a Caller),
    code: ActivityCode,
    (payslip, label): (&'a Payslip, &'a str),
    at: Moment,
) -> Deed<'a> {
    Deed {
        code,
        at,
        caller,
        session_id: Some(&current.stored.id),
        item: Some(Item {
            kind: ActivityItemKind::Payslip,
            id: &payslip.summary.id,
            label,
        }),
    }
}

fn label(payslip: &Payslip) -> String {
    let summary = &payslip.summary;
    format!("{}, {}", summary.label, month(summary.period))
}

/// One payslip as a PDF, whole or in part, under a name that says the month and nothing about the person; the journal says
/// that it was viewed or downloaded.
///
/// # Errors
/// `action_refused` to be saved from a shared device; `range_not_satisfiable`; the same as [`read`].
pub async fn document(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    caller: Caller,
    Path(id): Path<String>,
    asked: Asked,
) -> Result<Response, Refusal> {
    is_offered(&backend)?;
    may(&current.stored, asked.purpose, "application/pdf")?;
    let now = backend.clock.now();
    let agent = current.stored.account.agent.clone();
    let agent_id = agent.id.clone();
    let found = backend
        .store
        .call(move |database| payslips::find(database, &agent_id, &id));
    let payslip = found.await?.ok_or(ProblemCode::NotFound)?;
    let (content, payslip) = match backend.kept.find(&payslip.summary.id) {
        Some(content) => (content, payslip),
        None => {
            let draw = move || pdf::draw(&agent, &payslip).map(|bytes| (bytes, payslip));
            let Ok(Ok((bytes, payslip))) = tokio::task::spawn_blocking(draw).await else {
                tracing::error!("a PDF could not be drawn");
                return Err(ProblemCode::InternalError.into());
            };
            let content = Content::of(bytes);
            backend.kept.keep(&payslip.summary.id, &content);
            (content, payslip)
        }
    };
    let file = File {
        content,
        media_type: "application/pdf".to_owned(),
        name: format!("bulletin-{}", payslip.summary.period.format("%Y-%m")),
    };
    let part = file.part(&asked)?;
    if !asked.is_head {
        let counts_always = part.counts_always(asked.purpose);
        let (current, purpose) = (current.clone(), asked.purpose);
        let written = backend.store.call(move |database| {
            let transaction = database.transaction()?;
            let agent_id = &current.stored.account.agent.id;
            payslips::open(&transaction, agent_id, &payslip.summary.id, now)?;
            let code = match purpose {
                Purpose::View => ActivityCode::PayslipViewed,
                Purpose::Download => ActivityCode::PayslipDownloaded,
            };
            let label = label(&payslip);
            let deed = deed((&current, &caller), code, (&payslip, &label), now);
            activity::record_file(&transaction, agent_id, &deed, counts_always)?;
            transaction.commit()
        });
        written.await?;
    }
    let still = move || {
        let (backend, session) = (backend.clone(), current.stored.clone());
        async move { is_still_open(&backend, session, |_, _| Ok(true)).await }
    };
    Ok(file.answer(&asked, part, still))
}

async fn all(backend: &Backend, agent_id: String) -> Result<Vec<Listed>, Refusal> {
    backend
        .store
        .call(move |database| payslips::of_agent(database, &agent_id))
        .await
}

/// What a session may do with a payslip: nothing is taken away from a shared device.
fn actions(session: &StoredSession) -> Vec<PayslipAction> {
    if session.shared_device {
        vec![PayslipAction::View]
    } else {
        vec![PayslipAction::View, PayslipAction::Download]
    }
}

fn is_offered(backend: &Backend) -> Result<(), Refusal> {
    if backend.settings.current().has_module("payslips") {
        Ok(())
    } else {
        Err(ProblemCode::ModuleOff.into())
    }
}
