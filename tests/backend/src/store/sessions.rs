//! Sessions and connections in the database; knows a session by its secret's digest and judges no expiry.

use crate::caller::Caller;
use crate::clock::{Moment, in_paris};
use crate::store::activity::{self, Deed};
use crate::store::agents::{self, Account};
use nomade::contract::activity::ActivityCode;
use nomade::contract::session::Connection as Visit;
use rusqlite::{Connection, OptionalExtension, params};

/// A session as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredSession {
    /// Opaque; not the secret.
    pub id: String,
    /// Whose it is.
    pub account: Account,
    /// The connection that opened it.
    pub connection_id: i64,
    /// Opened on a device that others use too.
    pub shared_device: bool,
    /// Counts for the absolute end.
    pub opened_at: Moment,
    /// Counts for the idle end.
    pub extended_at: Moment,
    /// The last request, to the minute.
    pub last_seen_at: Moment,
    /// A page of it said that it goes away.
    pub leaving_at: Option<Moment>,
    /// Where it was opened.
    pub opened: Visit,
}

/// What is known of a session when it is opened.
#[derive(Debug)]
pub struct NewSession {
    /// Opaque; not the secret.
    pub id: String,
    /// The digest of the cookie's secret.
    pub digest: [u8; 32],
    /// Whose it is.
    pub agent_id: String,
    /// On a device that others use too.
    pub shared_device: bool,
    /// Where it comes from.
    pub caller: Caller,
}

fn select(condition: &str) -> String {
    format!(
        "SELECT {}, session.id, connection_id, shared_device, opened_at, extended_at, last_seen_at, leaving_at,
           connection.at, connection.address, connection.browser
         FROM session JOIN agent ON agent.id = session.agent_id JOIN connection ON connection.id = connection_id
         WHERE {condition} ORDER BY connection_id DESC",
        agents::COLUMNS
    )
}

fn from_row(row: &rusqlite::Row<'_>) -> rusqlite::Result<StoredSession> {
    Ok(StoredSession {
        account: agents::from_row(row)?,
        id: row.get(15)?,
        connection_id: row.get(16)?,
        shared_device: row.get(17)?,
        opened_at: row.get(18)?,
        extended_at: row.get(19)?,
        last_seen_at: row.get(20)?,
        leaving_at: row.get(21)?,
        opened: Visit {
            at: in_paris(row.get(22)?),
            from: row.get(23)?,
            with: row.get(24)?,
        },
    })
}

/// The session of that secret.
///
/// # Errors
/// When the database fails.
pub fn of_digest(
    connection: &Connection,
    digest: &[u8; 32],
) -> rusqlite::Result<Option<StoredSession>> {
    connection
        .prepare_cached(&select("secret_digest = ?1"))?
        .query_row([digest.as_slice()], from_row)
        .optional()
}

/// All sessions of an agent, the newest first; some may have expired.
///
/// # Errors
/// When the database fails.
pub fn of_agent(connection: &Connection, agent_id: &str) -> rusqlite::Result<Vec<StoredSession>> {
    connection
        .prepare_cached(&select("session.agent_id = ?1"))?
        .query_map([agent_id], from_row)?
        .collect()
}

/// Opens a session and notes the connection, in the journal too; the session of `replaces` is signed out with the same
/// commit, and all that were opened before `forgotten`, which nobody can use any more, end.
///
/// # Errors
/// When the database fails.
pub fn open(
    connection: &mut Connection,
    new: &NewSession,
    replaces: Option<[u8; 32]>,
    (now, forgotten): (Moment, Moment),
) -> rusqlite::Result<()> {
    let transaction = connection.transaction()?;
    transaction
        .prepare_cached("DELETE FROM session WHERE opened_at < ?1")?
        .execute([forgotten])?;
    let signed_in = Deed {
        code: ActivityCode::SignedIn,
        at: now,
        caller: &new.caller,
        session_id: Some(&new.id),
        item: None,
    };
    let replaced = replaces.map(|digest| of_digest(&transaction, &digest));
    if let Some(replaced) = replaced.transpose()?.flatten() {
        end(&transaction, &replaced.id)?;
        let signed_out = Deed {
            code: ActivityCode::SignedOut,
            session_id: Some(&replaced.id),
            ..signed_in
        };
        activity::record(&transaction, &replaced.account.agent.id, &signed_out)?;
    }
    activity::forget_strangers(&transaction)?;
    activity::record(&transaction, &new.agent_id, &signed_in)?;
    transaction
        .prepare_cached(
            "INSERT INTO connection (agent_id, at, address, browser) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute(params![
            new.agent_id,
            now,
            new.caller.address,
            new.caller.browser
        ])?;
    let connection_id = transaction.last_insert_rowid();
    transaction
        .prepare_cached(
            "INSERT INTO session (id, secret_digest, agent_id, connection_id, shared_device, opened_at, extended_at, last_seen_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6, ?6)",
        )?
        .execute(params![
            new.id,
            new.digest.as_slice(),
            new.agent_id,
            connection_id,
            new.shared_device,
            now
        ])?;
    transaction.commit()
}

/// Moves the idle end: it counts from `now`.
///
/// # Errors
/// When the database fails.
pub fn extend(connection: &Connection, id: &str, now: Moment) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE session SET extended_at = ?2, last_seen_at = ?2 WHERE id = ?1")?
        .execute(params![id, now])?;
    Ok(())
}

/// Notes that the session was used.
///
/// # Errors
/// When the database fails.
pub fn seen(connection: &Connection, id: &str, now: Moment) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE session SET last_seen_at = ?2 WHERE id = ?1")?
        .execute(params![id, now])?;
    Ok(())
}

/// Notes that a page of the session goes away, or (`None`) that one is there again.
///
/// # Errors
/// When the database fails.
pub fn leaving(connection: &Connection, id: &str, at: Option<Moment>) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE session SET leaving_at = ?2 WHERE id = ?1")?
        .execute(params![id, at])?;
    Ok(())
}

/// True while that session is there; asked inside the deed's own transaction, since another session may have ended it
/// after the call came in.
///
/// # Errors
/// When the database fails.
pub fn is_there(connection: &Connection, id: &str) -> rusqlite::Result<bool> {
    connection
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM session WHERE id = ?1)")?
        .query_row([id], |row| row.get(0))
}

/// Ends one session, and says whether it was there.
///
/// # Errors
/// When the database fails.
pub fn end(connection: &Connection, id: &str) -> rusqlite::Result<bool> {
    let ended = connection
        .prepare_cached("DELETE FROM session WHERE id = ?1")?
        .execute([id])?;
    Ok(ended > 0)
}

/// Ends all sessions of an agent but one.
///
/// # Errors
/// When the database fails.
pub fn end_others(connection: &Connection, agent_id: &str, kept: &str) -> rusqlite::Result<()> {
    connection
        .prepare_cached("DELETE FROM session WHERE agent_id = ?1 AND id <> ?2")?
        .execute([agent_id, kept])?;
    Ok(())
}

/// The agent's connection before that one.
///
/// # Errors
/// When the database fails.
pub fn connection_before(
    connection: &Connection,
    agent_id: &str,
    id: i64,
) -> rusqlite::Result<Option<Visit>> {
    connection
        .prepare_cached(
            "SELECT at, address, browser FROM connection WHERE agent_id = ?1 AND id < ?2 ORDER BY id DESC LIMIT 1",
        )?
        .query_row(params![agent_id, id], |row| {
            Ok(Visit {
                at: in_paris(row.get(0)?),
                from: row.get(1)?,
                with: row.get(2)?,
            })
        })
        .optional()
}

/// Notes a connection of the past.
///
/// # Errors
/// When the database fails.
pub fn note_connection(
    connection: &Connection,
    agent_id: &str,
    at: Moment,
    (address, browser): (&str, &str),
) -> rusqlite::Result<()> {
    connection.execute(
        "INSERT INTO connection (agent_id, at, address, browser) VALUES (?1, ?2, ?3, ?4)",
        params![agent_id, at, address, browser],
    )?;
    Ok(())
}
