//! `POST /leave/preview`: what would come of a request; makes nothing and reserves nothing.

use crate::application::Backend;
use crate::clock::paris_date;
use crate::guard::SignedIn;
use crate::leave::half_days::overlap;
use crate::leave::obstacles;
use crate::problem::Refusal;
use crate::request::{Fields, JsonObject};
use crate::routes::leave::{is_offered, wish};
use crate::store::leave::absences;
use crate::store::leave::changes::weigh;
use crate::store::leave::people::{self, Person};
use crate::store::leave::requests::Request;
use axum::Json;
use axum::extract::State;
use nomade::contract::leave::{LeavePeriod, LeavePreview, LeaveState, TeamAbsence};
use rusqlite::Connection;
use std::sync::Arc;

/// How many colleagues are told.
const COLLEAGUES: usize = 20;

/// What would come of a request for that kind and that period.
///
/// # Errors
/// `invalid_fields` for a kind that is not offered, or a period that ends before it begins or holds nothing; `signed_out`,
/// `consent_required`, `module_off`.
pub async fn preview(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    JsonObject(mut body): JsonObject,
) -> Result<Json<LeavePreview>, Refusal> {
    is_offered(&backend)?;
    let mut fields = Fields::of(&mut body);
    let wish = wish::read(&mut fields);
    fields.done()?;
    let (kind, period) = wish.ok_or_else(|| Refusal::fields(&[("period", "invalid")]))?;
    let today = paris_date(backend.clock.now());
    let found = backend.store.call(move |database| {
        let transaction = database.transaction()?;
        let person = people::of_agent(&transaction, &current.stored.account.agent.id)?;
        let weighed = weigh(&transaction, &person, kind, &period)?;
        Ok(LeavePreview {
            half_days: weighed.facts.half_days,
            obstacles: obstacles::of(kind, &period, weighed.facts, today),
            balances: weighed.changes,
            overlaps: weighed.overlaps.iter().map(Request::absence).collect(),
            refused_periods: weighed.refused,
            colleagues: colleagues(&transaction, &person, &period)?,
            team_size: people::team(&transaction, person.team)?.size,
        })
    });
    Ok(Json(found.await?))
}

/// Colleagues who are away then, as far as another agent may know: that it is granted, and no more.
fn colleagues(
    connection: &Connection,
    person: &Person,
    period: &LeavePeriod,
) -> rusqlite::Result<Vec<TeamAbsence>> {
    let days = (period.from, period.to);
    let away = absences::of_team(connection, person.team, days)?;
    Ok(away
        .into_iter()
        .filter(|it| it.person.seq != person.seq && overlap(&it.period, period))
        .filter(|it| absences::is_granted(it.standing.state))
        .take(COLLEAGUES)
        .map(|it| TeamAbsence {
            person: it.person.told,
            period: it.period,
            state: LeaveState::Approved,
        })
        .collect())
}
