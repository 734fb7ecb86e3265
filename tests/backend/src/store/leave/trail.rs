//! What happened to requests, in the database: steps are only ever added.

use crate::clock::{Moment, in_paris};
use crate::store::leave::people::{self, Person};
use crate::store::leave::requests::{self, Request};
use crate::store::leave::{deed_name, deed_named};
use nomade::contract::leave::{LeaveDeed, LeaveLevel, LeaveStep};
use rusqlite::{Connection, OptionalExtension, ToSql, params};

/// Something that happened.
#[derive(Clone, Debug)]
pub struct Step<'a> {
    /// When.
    pub at: Moment,
    /// What.
    pub deed: LeaveDeed,
    /// Who did it.
    pub by: i64,
    /// For whom.
    pub on_behalf_of: Option<i64>,
    /// At which level.
    pub level: Option<LeaveLevel>,
    /// Why; empty when nothing was said.
    pub reason: &'a str,
}

/// Adds a step to what happened to a request. A reason of blanks says nothing, and none is kept.
///
/// # Errors
/// When the database fails.
pub fn add(connection: &Connection, request: i64, step: &Step<'_>) -> rusqlite::Result<()> {
    let says_something = !step.reason.trim().is_empty();
    connection
        .prepare_cached(
            "INSERT INTO leave_step (request_seq, at, deed, by_person, on_behalf_of, level, levels, reason)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute(params![
            request,
            step.at,
            deed_name(step.deed),
            step.by,
            step.on_behalf_of,
            step.level.map(|it| it.n),
            step.level.map(|it| it.of),
            says_something.then_some(step.reason)
        ])?;
    Ok(())
}

/// What happened to a request, the earliest first, as that person reads it.
///
/// # Errors
/// When the database fails.
pub fn of_request(
    connection: &Connection,
    request: i64,
    reader: i64,
) -> rusqlite::Result<Vec<LeaveStep>> {
    let other = people::COLUMNS.replace("person.", "other.");
    let sql = format!(
        "SELECT at, deed, level, levels, reason, {}, {other} FROM leave_step
           JOIN leave_person AS person ON person.seq = by_person LEFT JOIN leave_person AS other ON other.seq = on_behalf_of
         WHERE request_seq = ?1 ORDER BY leave_step.seq",
        people::COLUMNS
    );
    connection
        .prepare_cached(&sql)?
        .query_map([request], |row| {
            let level: Option<(u32, u32)> = row.get::<_, Option<u32>>(2)?.zip(row.get(3)?);
            let stood_in = row.get::<_, Option<i64>>(9)?;
            let other = stood_in.map(|_| people::from_row(row, 9)).transpose()?;
            let by = people::from_row(row, 5)?;
            Ok(LeaveStep {
                at: in_paris(row.get(0)?),
                deed: deed_named(&row.get::<_, String>(1)?),
                by_reader: by.seq == reader,
                by: by.told,
                on_behalf_of: other.map(|it| it.told),
                level: level.map(|(n, of)| LeaveLevel { n, of }),
                reason: row.get(4)?,
            })
        })?
        .collect()
}

/// In whose place somebody took their last decision on a request, which was not taken back; nothing when there is none.
///
/// # Errors
/// When the database fails.
pub fn decision_of(
    connection: &Connection,
    request: i64,
    person: i64,
) -> rusqlite::Result<Option<Option<i64>>> {
    let last: Option<(String, Option<i64>)> = connection
        .prepare_cached(&format!(
            "SELECT deed, on_behalf_of FROM leave_step WHERE request_seq = ?1 AND by_person = ?2 AND deed IN ({DECIDING})
             ORDER BY seq DESC LIMIT 1"
        ))?
        .query_row([request, person], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    Ok(last
        .filter(|(deed, _)| deed != "decision_undone")
        .map(|(_, on_behalf_of)| on_behalf_of))
}

/// True when that person has ever decided something on that request.
///
/// # Errors
/// When the database fails.
pub fn has_decided(connection: &Connection, request: i64, person: i64) -> rusqlite::Result<bool> {
    connection
        .prepare_cached(&format!(
            "SELECT EXISTS (SELECT 1 FROM leave_step WHERE request_seq = ?1 AND by_person = ?2 AND deed IN ({DECIDING}))"
        ))?
        .query_row([request, person], |row| row.get(0))
}

/// What those who validate do.
const DECIDING: &str =
    "'approved', 'refused', 'cancellation_approved', 'cancellation_refused', 'decision_undone'";

/// Where a decision stands among those of one person: the latest comes first.
pub type Place = (Moment, i64);

/// A decision with the request that it is of.
pub type Decided = (Place, Request, Option<Person>);

/// The requests that somebody has decided since then, each once by their last decision that was not taken back, the latest
/// decision first, with whom they decided for; at most `most`.
///
/// # Errors
/// When the database fails.
pub fn decided(
    connection: &Connection,
    person: i64,
    since: Moment,
    after: Option<Place>,
    most: usize,
) -> rusqlite::Result<Vec<Decided>> {
    let other = people::COLUMNS.replace("person.", "other.");
    let select = requests::select().replace(
        " FROM leave_request AS request",
        &format!(", step.at, step.seq, {other} FROM leave_request AS request"),
    );
    let sql = format!(
        "{select} JOIN leave_step AS step ON step.request_seq = request.seq
           LEFT JOIN leave_person AS other ON other.seq = step.on_behalf_of
         WHERE step.by_person = ?1 AND step.at > ?2 AND request.person_seq <> ?1 AND removed_at IS NULL
           AND step.deed IN ({DECIDING}) AND step.deed <> 'decision_undone'
           AND NOT EXISTS (SELECT 1 FROM leave_step AS later WHERE later.request_seq = request.seq AND later.by_person = ?1
             AND later.seq > step.seq AND later.deed IN ({DECIDING}))
           AND (?3 IS NULL OR (step.at, step.seq) < (?3, ?4))
         ORDER BY step.at DESC, step.seq DESC LIMIT ?5"
    );
    let (at, seq) = after.unzip();
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let values: [&dyn ToSql; 5] = [&person, &since, &at, &seq, &most];
    connection
        .prepare_cached(&sql)?
        .query_map(values, |row| {
            let width = requests::WIDTH;
            let place = (row.get(width)?, row.get(width + 1)?);
            let stood_in = row.get::<_, Option<i64>>(width + 2)?;
            let other = stood_in.map(|_| people::from_row(row, width + 2));
            Ok((place, requests::from_row(row)?, other.transpose()?))
        })?
        .collect()
}
