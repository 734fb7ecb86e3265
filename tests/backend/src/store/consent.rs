//! What agents have accepted, in the database; knows no text and judges no version.

use crate::clock::{Moment, in_paris};
use nomade::contract::consent::Acceptance;
use rusqlite::{Connection, OptionalExtension, params};

/// What the agent accepted last of that text.
///
/// # Errors
/// When the database fails.
pub fn last(
    connection: &Connection,
    agent_id: &str,
    text: &str,
) -> rusqlite::Result<Option<Acceptance>> {
    connection
        .prepare_cached(
            "SELECT version, at FROM acceptance WHERE agent_id = ?1 AND text = ?2 ORDER BY seq DESC LIMIT 1",
        )?
        .query_row([agent_id, text], |row| {
            Ok(Acceptance {
                version: row.get(0)?,
                at: in_paris(row.get(1)?),
            })
        })
        .optional()
}

/// Notes that the agent accepts that version, and says whether that is new. The one that was accepted last already keeps its
/// moment.
///
/// # Errors
/// When the database fails.
pub fn accept(
    connection: &Connection,
    agent_id: &str,
    (text, version): (&str, &str),
    at: Moment,
) -> rusqlite::Result<bool> {
    let accepted = connection
        .prepare_cached(
            "INSERT INTO acceptance (agent_id, text, version, at) SELECT ?1, ?2, ?3, ?4
             WHERE ?3 IS NOT (SELECT version FROM acceptance WHERE agent_id = ?1 AND text = ?2 ORDER BY seq DESC LIMIT 1)",
        )?
        .execute(params![agent_id, text, version, at])?;
    Ok(accepted > 0)
}
