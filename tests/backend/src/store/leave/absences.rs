//! When people are away, in the database: leave that is neither refused nor cancelled; judges no reader.

use crate::store::leave::requests::{Request, from_row, select};
use chrono::NaiveDate;
use nomade::contract::leave::LeaveState;
use rusqlite::{Connection, params};

/// The leave of that person that touches those days, the earliest first.
///
/// # Errors
/// When the database fails.
pub fn of_person(
    connection: &Connection,
    person: i64,
    (from, to): (NaiveDate, NaiveDate),
) -> rusqlite::Result<Vec<Request>> {
    of_people(connection, "request.person_seq = ?1", person, (from, to))
}

/// The same of everybody in a team.
///
/// # Errors
/// When the database fails.
pub fn of_team(
    connection: &Connection,
    team: i64,
    days: (NaiveDate, NaiveDate),
) -> rusqlite::Result<Vec<Request>> {
    of_people(connection, "person.team_seq = ?1", team, days)
}

fn of_people(
    connection: &Connection,
    condition: &str,
    number: i64,
    (from, to): (NaiveDate, NaiveDate),
) -> rusqlite::Result<Vec<Request>> {
    let sql = format!(
        "{} WHERE {condition} AND removed_at IS NULL AND state IN ('pending', 'approved', 'cancellation_pending')
           AND request.from_day <= ?3 AND request.to_day >= ?2 ORDER BY request.from_day, from_noon, request.seq",
        select()
    );
    connection
        .prepare_cached(&sql)?
        .query_map(params![number, from, to], from_row)?
        .collect()
}

/// True when a state is what colleagues may know of: that somebody is away.
#[must_use]
pub fn is_granted(state: LeaveState) -> bool {
    matches!(
        state,
        LeaveState::Approved | LeaveState::CancellationPending
    )
}
