//! Mailboxes: each is filled when it is first looked into, so that nobody waits for those that nobody opens; knows no letter's
//! words.

use super::{folders, intake};
use crate::clock::{Moment, in_paris};
use crate::options::Seed;
use crate::seed::mail::letters;
use rusqlite::{Connection, OptionalExtension, params};

/// Notes from when the demonstration's letters count, unless that is known.
///
/// # Errors
/// When the database fails.
pub fn begin(connection: &Connection, now: Moment) -> rusqlite::Result<()> {
    connection.execute(
        "INSERT OR IGNORE INTO meta (key, value) VALUES ('mail', CAST(?1 AS BLOB))",
        [now],
    )?;
    Ok(())
}

/// Gives the agent folders and letters, unless they have been given before.
///
/// # Errors
/// When the database fails.
pub fn open(
    connection: &Connection,
    (agent_id, username): (&str, &str),
    (seed, now): (Seed, Moment),
) -> rusqlite::Result<()> {
    let is_open: bool = connection
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM mail_box WHERE agent_id = ?1)")?
        .query_row([agent_id], |row| row.get(0))?;
    if is_open {
        return Ok(());
    }
    connection.execute(
        "INSERT INTO mail_box (agent_id, filled_at) VALUES (?1, ?2)",
        params![agent_id, now],
    )?;
    folders::make(connection, agent_id)?;
    let begun: Option<Moment> = connection
        .query_row(
            "SELECT CAST(value AS TEXT) FROM meta WHERE key = 'mail'",
            [],
            |row| row.get(0),
        )
        .optional()?;
    // The oldest first: of two of one moment the one that is written later is the newer.
    let mut letters = letters(username, seed, in_paris(begun.unwrap_or(now)).into());
    letters.sort_by_key(|letter| letter.at);
    for letter in &letters {
        intake::take_in(connection, agent_id, letter)?;
    }
    Ok(())
}

/// Empties all of them.
///
/// # Errors
/// When the database fails.
pub fn empty(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch(
        "DELETE FROM mail_written_to; DELETE FROM mail_sending; DELETE FROM mail_message_file; DELETE FROM mail_file;
         DELETE FROM mail_message; DELETE FROM mail_folder; DELETE FROM mail_box;
         DELETE FROM meta WHERE key IN ('mail', 'mail_undo_s');",
    )
}
