//! The reports of events in the database, each made once; ends no session.

use crate::clock::{Moment, in_paris, paris_date};
use crate::store::activity_codes::{can_be_reported, code_named};
use chrono::Datelike;
use nomade::contract::activity::ActivityReport;
use rusqlite::{Connection, OptionalExtension, params};

/// The report of that event, and whether it is new; the first one stays, with its comment. Nothing when the agent has no
/// such event since `since`, or none that can be reported.
///
/// # Errors
/// When the database fails.
pub fn make(
    connection: &Connection,
    (agent_id, id): (&str, &str),
    comment: &str,
    (since, now): (Moment, Moment),
) -> rusqlite::Result<Option<(ActivityReport, bool)>> {
    let code: Option<String> = connection
        .prepare_cached(
            "SELECT code FROM event JOIN agent ON agent.name_digest = event.name_digest
             WHERE agent.id = ?1 AND event.id = ?2 AND event.at >= ?3",
        )?
        .query_row(params![agent_id, id, since], |row| row.get(0))
        .optional()?;
    if !code.is_some_and(|code| can_be_reported(code_named(&code).0)) {
        return Ok(None);
    }
    let made = connection
        .prepare_cached(
            "INSERT OR IGNORE INTO event_report (event_id, agent_id, at, comment) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute(params![id, agent_id, now, comment])?;
    let report = connection
        .prepare_cached("SELECT seq, at FROM event_report WHERE event_id = ?1")?
        .query_row([id], |row| Ok(told(row.get(0)?, row.get(1)?)))?;
    Ok(Some((report, made > 0)))
}

/// The report of that number as agents and support name it.
pub(super) fn told(number: i64, at: Moment) -> ActivityReport {
    ActivityReport {
        number: format!("SIG-{}-{number:06}", paris_date(at).year()),
        at: in_paris(at),
    }
}
