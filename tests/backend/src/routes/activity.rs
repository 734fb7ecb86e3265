//! `/activity`: the agent's own journal, and the report of an event in it; knows the journal of no other agent.

use crate::application::Backend;
use crate::caller::Caller;
use crate::clock::in_paris;
use crate::guard::SignedIn;
use crate::problem::Refusal;
use crate::request::{Fields, JsonObject, Query};
use crate::routes::activity_filter::{cursor, filter};
use crate::routes::sessions::{Asking, end_all_others};
use crate::store::activity::{self, Deed};
use crate::store::activity_report;
use crate::store::sessions;
use axum::Json;
use axum::extract::{Path, State};
use nomade::contract::activity::{
    Activity, ActivityCode, ActivityReport, LONGEST_COMMENT, ReportedEvent,
};
use nomade::contract::problem::ProblemCode;
use std::sync::Arc;

/// How many stand on a page.
const PAGE: usize = 20;

/// One page, the newest first.
///
/// # Errors
/// `invalid_fields` for a kind, day or cursor that is none; `signed_out`, `consent_required`, `module_off`.
pub async fn list(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    query: Query,
) -> Result<Json<Activity>, Refusal> {
    is_offered(&backend)?;
    let filter = filter(&query)?;
    let now = backend.clock.now();
    let found = backend.store.call(move |database| {
        let since = activity::recorded_since(database, now)?;
        let asking = (
            current.stored.account.agent.id.as_str(),
            current.stored.id.as_str(),
        );
        let page = activity::page(database, asking, since, &filter, PAGE + 1)?;
        Ok((since, page))
    });
    let (since, mut page) = found.await?;
    let is_last = page.len() <= PAGE;
    page.truncate(PAGE);
    let last = page.last().map(|(place, _)| cursor(*place));
    Ok(Json(Activity {
        items: page.into_iter().map(|(_, event)| event).collect(),
        recorded_since: in_paris(since),
        next_cursor: last.filter(|_| !is_last),
    }))
}

/// Records that it was not the agent, once, and ends all the agent's other sessions, each time.
///
/// # Errors
/// `invalid_fields` for a comment that is too long or none; `not_found` when there is no such event, it is another agent's
/// or can't be reported; `signed_out`, `consent_required`, `module_off`.
pub async fn report(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    caller: Caller,
    Path(id): Path<String>,
    JsonObject(mut body): JsonObject,
) -> Result<Json<ActivityReport>, Refusal> {
    is_offered(&backend)?;
    let mut fields = Fields::of(&mut body);
    let reported = ReportedEvent {
        comment: fields.text_or_empty("comment", LONGEST_COMMENT),
    };
    fields.done()?;
    let now = backend.clock.now();
    let times = backend.settings.current().portal.session;
    let report = backend.store.call(move |database| {
        let transaction = database.transaction()?;
        let stored = &current.stored;
        if !sessions::is_there(&transaction, &stored.id)? {
            return Ok(Err(ProblemCode::SignedOut));
        }
        let agent_id = stored.account.agent.id.as_str();
        let since = activity::recorded_since(&transaction, now)?;
        let event = (agent_id, id.as_str());
        let made = activity_report::make(&transaction, event, &reported.comment, (since, now))?;
        let Some((report, is_new)) = made else {
            return Ok(Err(ProblemCode::NotFound));
        };
        if is_new {
            let deed = Deed {
                code: ActivityCode::EventReported,
                at: now,
                caller: &caller,
                session_id: Some(&stored.id),
                item: None,
            };
            activity::record(&transaction, agent_id, &deed)?;
        }
        let asking = Asking {
            stored,
            caller: &caller,
            times: &times,
            now,
        };
        end_all_others(&transaction, &asking)?;
        transaction.commit()?;
        Ok(Ok(report))
    });
    Ok(Json(report.await??))
}

fn is_offered(backend: &Backend) -> Result<(), Refusal> {
    if backend.settings.current().has_module("activity") {
        Ok(())
    } else {
        Err(ProblemCode::ModuleOff.into())
    }
}
