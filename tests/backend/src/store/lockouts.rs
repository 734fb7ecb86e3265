//! Wrong passwords by name, whether or not there is such an account; knows names by a keyed digest alone.

use crate::clock::Moment;
use chrono::TimeDelta;
use nomade::contract::portal::Lockout;
use rusqlite::{Connection, OptionalExtension, params};

/// Whether a name may be tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trial {
    /// It may.
    Allowed,
    /// Not before this moment.
    LockedUntil(Moment),
}

/// Takes one of the name's tries, before the password is looked at: tries at the same time can't share one.
///
/// # Errors
/// When the database fails.
pub fn take_try(
    connection: &mut Connection,
    name: &[u8],
    now: Moment,
    rule: Lockout,
) -> rusqlite::Result<Trial> {
    let duration = TimeDelta::seconds(rule.duration_s.into());
    let transaction = connection.transaction()?;
    let known: Option<(u32, Moment, Option<Moment>)> = transaction
        .prepare_cached("SELECT wrong, last_at, locked_at FROM lockout WHERE name_digest = ?1")?
        .query_row([name], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    let wrong = match known {
        Some((_, _, Some(locked_at))) if now < locked_at + duration => {
            return Ok(Trial::LockedUntil(locked_at + duration));
        }
        // A lock that has ended, or mistakes of long ago, are forgotten.
        Some((wrong, last_at, None)) if now < last_at + duration => wrong,
        _ => 0,
    } + 1;
    let locked_at = (wrong >= rule.attempts).then_some(now);
    transaction
        .prepare_cached(
            "INSERT INTO lockout (name_digest, wrong, last_at, locked_at) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (name_digest) DO UPDATE SET
               wrong = excluded.wrong, last_at = excluded.last_at, locked_at = excluded.locked_at",
        )?
        .execute(params![name, wrong, now, locked_at])?;
    // Names that nobody tries any more leave the table.
    transaction
        .prepare_cached("DELETE FROM lockout WHERE last_at < ?1")?
        .execute([now - duration * 2])?;
    transaction.commit()?;
    Ok(Trial::Allowed)
}

/// The password was right: the name's mistakes are forgotten.
///
/// # Errors
/// When the database fails.
pub fn forget(connection: &Connection, name: &[u8]) -> rusqlite::Result<()> {
    connection
        .prepare_cached("DELETE FROM lockout WHERE name_digest = ?1")?
        .execute([name])?;
    Ok(())
}
