//! The files that stand with requests, in the database; knows no type but by its name.

use crate::clock::Moment;
use crate::security::secret::random_id;
use chrono::TimeDelta;
use nomade::contract::leave::LeaveAttachment;
use rusqlite::{Connection, OptionalExtension, params};

/// How long a file waits for its request.
const WAITS: TimeDelta = TimeDelta::hours(24);

/// Adds a file, and gives its id.
///
/// # Errors
/// When the database fails.
pub fn add(
    connection: &Connection,
    person: i64,
    (media_type, bytes): (&str, &[u8]),
    now: Moment,
) -> rusqlite::Result<String> {
    let id = random_id();
    connection
        .prepare_cached(
            "INSERT INTO leave_attachment (id, person_seq, media_type, bytes, at) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![id, person, media_type, bytes, now])?;
    Ok(id)
}

/// A file of that person.
///
/// # Errors
/// When the database fails.
pub fn find(
    connection: &Connection,
    person: i64,
    id: &str,
) -> rusqlite::Result<Option<LeaveAttachment>> {
    connection
        .prepare_cached(
            "SELECT id, media_type, length(bytes) FROM leave_attachment WHERE person_seq = ?1 AND id = ?2",
        )?
        .query_row(params![person, id], |row| {
            Ok(LeaveAttachment {
                id: row.get(0)?,
                media_type: row.get(1)?,
                size: row.get::<_, i64>(2)?.unsigned_abs(),
            })
        })
        .optional()
}

/// The number of a file of that person that stands with no request yet.
///
/// # Errors
/// When the database fails.
pub fn unused(connection: &Connection, person: i64, id: &str) -> rusqlite::Result<Option<i64>> {
    connection
        .prepare_cached(
            "SELECT seq FROM leave_attachment WHERE person_seq = ?1 AND id = ?2
               AND NOT EXISTS (SELECT 1 FROM leave_request WHERE attachment_seq = leave_attachment.seq)",
        )?
        .query_row(params![person, id], |row| row.get(0))
        .optional()
}

/// The bytes of a file.
///
/// # Errors
/// When the database fails.
pub fn bytes(connection: &Connection, id: &str) -> rusqlite::Result<Option<Vec<u8>>> {
    connection
        .prepare_cached("SELECT bytes FROM leave_attachment WHERE id = ?1")?
        .query_row([id], |row| row.get(0))
        .optional()
}

/// Deletes the files that have waited for their request too long, and forgets the writes that have made them: the same bytes
/// under the same key make a new one then.
///
/// # Errors
/// When the database fails.
pub fn forget_unused(connection: &Connection, now: Moment) -> rusqlite::Result<()> {
    let old = "FROM leave_attachment WHERE at < ?1
       AND NOT EXISTS (SELECT 1 FROM leave_request WHERE attachment_seq = leave_attachment.seq)";
    for sql in [
        format!(
            "DELETE FROM operation WHERE resource = 'leave_attachment' AND item_id IN (SELECT id {old})"
        ),
        format!("DELETE {old}"),
    ] {
        connection.prepare_cached(&sql)?.execute([now - WAITS])?;
    }
    Ok(())
}
