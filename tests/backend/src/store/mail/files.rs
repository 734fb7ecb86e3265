//! The files of messages in the database; knows no right to read them but that a message of the agent has them.

use crate::clock::Moment;
use crate::security::secret::random_id;
use chrono::TimeDelta;
use nomade::contract::mail::MailAttachment;
use rusqlite::{Connection, OptionalExtension, Row, params};

/// How long a file waits for its message.
const WAITS: TimeDelta = TimeDelta::hours(24);

/// A file that comes into the database.
#[derive(Clone, Copy, Debug)]
pub struct New<'a> {
    /// Who brought it; nobody for what arrived.
    pub agent_id: Option<&'a str>,
    /// Its name.
    pub name: &'a str,
    /// The media type that it is said to have.
    pub media_type: &'a str,
    /// Its length.
    pub size: u64,
    /// Its bytes; without them it is a PDF of that length.
    pub bytes: Option<&'a [u8]>,
}

/// A file with what it is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// What is told of it.
    pub told: MailAttachment,
    /// Its bytes, where it has any of its own.
    pub bytes: Option<Vec<u8>>,
}

/// Adds a file, and gives its number and its id.
///
/// # Errors
/// When the database fails.
pub fn add(connection: &Connection, new: &New<'_>, now: Moment) -> rusqlite::Result<(i64, String)> {
    let id = random_id();
    let seq = connection
        .prepare_cached(
            "INSERT INTO mail_file (id, agent_id, name, media_type, size, bytes, at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) RETURNING seq",
        )?
        .query_row(
            params![
                id,
                new.agent_id,
                new.name,
                new.media_type,
                i64::try_from(new.size).unwrap_or(i64::MAX),
                new.bytes,
                now
            ],
            |row| row.get(0),
        )?;
    Ok((seq, id))
}

/// A file that the agent has brought.
///
/// # Errors
/// When the database fails.
pub fn brought(
    connection: &Connection,
    agent_id: &str,
    id: &str,
) -> rusqlite::Result<Option<MailAttachment>> {
    connection
        .prepare_cached(
            "SELECT seq, id, name, media_type, size FROM mail_file WHERE agent_id = ?1 AND id = ?2",
        )?
        .query_row([agent_id, id], |row| from_row(row).map(|(_, told)| told))
        .optional()
}

/// The files of a message, in their order.
///
/// # Errors
/// When the database fails.
pub fn of_message(
    connection: &Connection,
    message: i64,
) -> rusqlite::Result<Vec<(i64, MailAttachment)>> {
    connection
        .prepare_cached(
            "SELECT file.seq, file.id, name, media_type, size FROM mail_message_file
               JOIN mail_file AS file ON file.seq = file_seq WHERE message_seq = ?1 ORDER BY place",
        )?
        .query_map([message], from_row)?
        .collect()
}

/// The file of that id with its bytes, if that message has it.
///
/// # Errors
/// When the database fails.
pub fn find(connection: &Connection, message: i64, id: &str) -> rusqlite::Result<Option<Stored>> {
    connection
        .prepare_cached(
            "SELECT file.seq, file.id, name, media_type, size, bytes FROM mail_message_file
               JOIN mail_file AS file ON file.seq = file_seq WHERE message_seq = ?1 AND file.id = ?2",
        )?
        .query_row(params![message, id], |row| {
            Ok(Stored {
                told: from_row(row)?.1,
                bytes: row.get(5)?,
            })
        })
        .optional()
}

/// True while that message of the agent has the file.
///
/// # Errors
/// When the database fails.
pub fn is_there(
    connection: &Connection,
    agent_id: &str,
    (message, file): (&str, &str),
) -> rusqlite::Result<bool> {
    connection
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM mail_message AS message JOIN mail_message_file ON message_seq = message.seq
               JOIN mail_file AS file ON file.seq = file_seq
             WHERE message.agent_id = ?1 AND message.id = ?2 AND file.id = ?3 AND folder_seq IS NOT NULL)",
        )?
        .query_row([agent_id, message, file], |row| row.get(0))
}

/// The number and the length of a file that the agent may put into a message: brought by the agent, of the message that is
/// answered, or of the draft already.
///
/// # Errors
/// When the database fails.
pub fn usable(
    connection: &Connection,
    agent_id: &str,
    id: &str,
    (answered, draft): (Option<&str>, Option<i64>),
) -> rusqlite::Result<Option<(i64, u64)>> {
    connection
        .prepare_cached(
            "SELECT seq, size FROM mail_file AS file WHERE id = ?2 AND (agent_id = ?1 OR EXISTS (
               SELECT 1 FROM mail_message_file JOIN mail_message AS message ON message.seq = message_seq
               WHERE file_seq = file.seq AND message.agent_id = ?1 AND (message.id = ?3 OR message.seq = ?4)))",
        )?
        .query_row(params![agent_id, id, answered, draft], |row| {
            Ok((row.get(0)?, row.get::<_, i64>(1)?.unsigned_abs()))
        })
        .optional()
}

/// Gives the message these files and no others, in that order.
///
/// # Errors
/// When the database fails.
pub fn put(connection: &Connection, message: i64, files: &[i64]) -> rusqlite::Result<()> {
    connection
        .prepare_cached("DELETE FROM mail_message_file WHERE message_seq = ?1")?
        .execute([message])?;
    let mut statement = connection.prepare_cached(
        "INSERT INTO mail_message_file (message_seq, place, file_seq) VALUES (?1, ?2, ?3)",
    )?;
    for (place, file) in (0_i64..).zip(files) {
        statement.execute([message, place, *file])?;
    }
    Ok(())
}

/// Deletes the files that have been without a message too long, and forgets the writes that have brought them: the same bytes
/// under the same key make a new one then.
///
/// # Errors
/// When the database fails.
pub fn forget_unused(connection: &Connection, now: Moment) -> rusqlite::Result<()> {
    let old = "FROM mail_file WHERE at < ?1
       AND NOT EXISTS (SELECT 1 FROM mail_message_file WHERE file_seq = mail_file.seq)";
    for sql in [
        format!(
            "DELETE FROM operation WHERE resource = 'mail_attachment' AND item_id IN (SELECT id {old})"
        ),
        format!("DELETE {old}"),
    ] {
        connection.prepare_cached(&sql)?.execute([now - WAITS])?;
    }
    Ok(())
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<(i64, MailAttachment)> {
    let told = MailAttachment {
        id: row.get(1)?,
        name: row.get(2)?,
        media_type: row.get(3)?,
        size: row.get::<_, i64>(4)?.unsigned_abs(),
    };
    Ok((row.get(0)?, told))
}
