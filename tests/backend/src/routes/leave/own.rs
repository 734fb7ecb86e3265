//! `/leave/kinds`, `/leave/balances` and `/leave/days`: what an agent can ask for and when; knows nobody else's.

use crate::application::Backend;
use crate::clock::paris_date;
use crate::guard::SignedIn;
use crate::leave::accounts::Account;
use crate::leave::kinds::{KINDS, Kind, attachment_rules};
use crate::problem::Refusal;
use crate::request::Query;
use crate::routes::leave::filter::range;
use crate::routes::leave::is_offered;
use crate::store::leave::absences;
use crate::store::leave::requests::Request;
use crate::store::leave::{accounts, days as work, people};
use axum::Json;
use axum::extract::State;
use chrono::{Datelike, NaiveDate};
use nomade::contract::leave::{LeaveBalance, LeaveBalances, LeaveDays, LeaveKinds};
use std::sync::Arc;

/// The most days behind the first that are told at once.
const MOST_DAYS: i64 = 400;

/// What can be asked for, and what an attachment may be.
///
/// # Errors
/// `signed_out`, `consent_required`, `module_off`.
pub async fn kinds(
    State(backend): State<Arc<Backend>>,
    SignedIn(_): SignedIn,
) -> Result<Json<LeaveKinds>, Refusal> {
    is_offered(&backend)?;
    Ok(Json(LeaveKinds {
        items: KINDS.iter().map(Kind::offered).collect(),
        attachments: attachment_rules(),
    }))
}

/// The agent's rights that have not lapsed, in the order in which they are used up.
///
/// # Errors
/// `signed_out`, `consent_required`, `module_off`.
pub async fn balances(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
) -> Result<Json<LeaveBalances>, Refusal> {
    is_offered(&backend)?;
    let today = paris_date(backend.clock.now());
    let found = backend.store.call(move |database| {
        let person = people::of_agent(database, &current.stored.account.agent.id)?;
        let transaction = database.transaction()?;
        let mut items: Vec<LeaveBalance> = accounts::of_person(&transaction, person.seq, None)?
            .into_iter()
            .filter(|right| !right.has_lapsed(today))
            .map(Account::told)
            .collect();
        for kind in KINDS.iter().filter(|kind| !kind.has_balance) {
            let year = year_of(today);
            let taken = accounts::without_right(&transaction, (person.seq, kind.id), year)?;
            // Who has nothing yet is told nothing.
            if !items.is_empty() || taken != (0, 0) {
                items.push(kind.by_event(year, taken));
            }
        }
        Ok(items)
    });
    let mut items = found.await?;
    items.sort_by_key(|right| KINDS.iter().position(|kind| kind.id == right.kind));
    Ok(Json(LeaveBalances { items }))
}

/// Days on which the agent does not work anyway, and the agent's own leave that touches those days.
///
/// # Errors
/// `invalid_fields` for days that are none, or too many; `signed_out`, `consent_required`, `module_off`.
pub async fn days(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    query: Query,
) -> Result<Json<LeaveDays>, Refusal> {
    is_offered(&backend)?;
    let (from, to) = range(&query, MOST_DAYS)?;
    let found = backend.store.call(move |database| {
        let transaction = database.transaction()?;
        let person = people::of_agent(&transaction, &current.stored.account.agent.id)?;
        let calendar = work::calendar(&transaction, &person, (from, to))?;
        let own = absences::of_person(&transaction, person.seq, (from, to))?;
        Ok((calendar, own))
    });
    let (calendar, own) = found.await?;
    Ok(Json(LeaveDays {
        from,
        to,
        days_off: calendar.days_off(from, to),
        absences: own.iter().map(Request::absence).collect(),
    }))
}

/// The first and the last day of a day's year.
fn year_of(day: NaiveDate) -> (NaiveDate, NaiveDate) {
    let of = |month, day_of_month| {
        NaiveDate::from_ymd_opt(day.year(), month, day_of_month).unwrap_or(day)
    };
    (of(1, 1), of(12, 31))
}
