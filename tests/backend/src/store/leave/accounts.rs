//! Rights to leave in the database, always asked for by their person; what is taken of them follows from the requests.

use crate::leave::accounts::{Account, order};
use crate::security::secret::random_id;
use chrono::NaiveDate;
use nomade::contract::localized::Localized;
use rusqlite::{Connection, params};

/// All rights of that person, or those to one kind of leave, in the order in which they are used up.
///
/// # Errors
/// When the database fails.
pub fn of_person(
    connection: &Connection,
    person: i64,
    kind: Option<&str>,
) -> rusqlite::Result<Vec<Account>> {
    let mut accounts: Vec<Account> = connection
        .prepare_cached(
            "SELECT account.id, account.kind, account.label_fr, account.label_en, usable_from, holds_until, acquired,
               taken_before
                 + coalesce(sum(used.half_days) FILTER (WHERE state IN ('approved', 'cancellation_pending')), 0),
               coalesce(sum(used.half_days) FILTER (WHERE state = 'pending'), 0)
             FROM leave_account AS account
               LEFT JOIN leave_use AS used ON used.account_seq = account.seq
               LEFT JOIN leave_request AS request ON request.seq = used.request_seq AND request.removed_at IS NULL
             WHERE account.person_seq = ?1 AND (?2 IS NULL OR account.kind = ?2)
             GROUP BY account.seq ORDER BY account.seq",
        )?
        .query_map(params![person, kind], |row| {
            Ok(Account {
                id: row.get(0)?,
                kind: row.get(1)?,
                label: Localized {
                    fr: row.get(2)?,
                    en: row.get(3)?,
                },
                usable_from: row.get(4)?,
                holds_until: row.get(5)?,
                acquired: row.get(6)?,
                taken: row.get(7)?,
                pending: row.get(8)?,
            })
        })?
        .collect::<Result<_, _>>()?;
    order(&mut accounts);
    Ok(accounts)
}

/// The half-days of a kind that takes of no right, granted and waiting, of what begins in those days.
///
/// # Errors
/// When the database fails.
pub fn without_right(
    connection: &Connection,
    (person, kind): (i64, &str),
    (from, to): (NaiveDate, NaiveDate),
) -> rusqlite::Result<(i32, i32)> {
    connection
        .prepare_cached(
            "SELECT coalesce(sum(half_days) FILTER (WHERE state IN ('approved', 'cancellation_pending')), 0),
               coalesce(sum(half_days) FILTER (WHERE state = 'pending'), 0)
             FROM leave_request
             WHERE person_seq = ?1 AND kind = ?2 AND removed_at IS NULL AND from_day BETWEEN ?3 AND ?4",
        )?
        .query_row(params![person, kind, from, to], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
}

/// Gives a person a right, of which something may have been taken before.
///
/// # Errors
/// When the database fails.
pub fn add(connection: &Connection, person: i64, account: &Account) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO leave_account (id, person_seq, kind, label_fr, label_en, usable_from, holds_until, acquired, taken_before)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?
        .execute(params![
            if account.id.is_empty() { random_id() } else { account.id.clone() },
            person,
            account.kind,
            account.label.fr,
            account.label.en,
            account.usable_from,
            account.holds_until,
            account.acquired,
            account.taken
        ])?;
    Ok(())
}

/// Notes that a request uses so many half-days of a right.
///
/// # Errors
/// When the database fails.
pub fn put_to_use(
    connection: &Connection,
    request: i64,
    (account_id, half_days): (&str, i32),
) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO leave_use (request_seq, account_seq, half_days)
             SELECT ?1, seq, ?3 FROM leave_account WHERE id = ?2",
        )?
        .execute(params![request, account_id, half_days])?;
    Ok(())
}

/// The half-days that a request uses of rights, while it counts.
///
/// # Errors
/// When the database fails.
pub fn used_by(connection: &Connection, request: i64) -> rusqlite::Result<Vec<(String, i32)>> {
    connection
        .prepare_cached(
            "SELECT id, half_days FROM leave_use JOIN leave_account ON seq = account_seq WHERE request_seq = ?1",
        )?
        .query_map([request], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}

/// Changes how much of a right was acquired, and says whether there is such a right: of that kind, the first that is used up.
///
/// # Errors
/// When the database fails.
pub fn acquire(
    connection: &Connection,
    (person, kind): (i64, &str),
    acquired: i32,
) -> rusqlite::Result<bool> {
    let accounts = of_person(connection, person, Some(kind))?;
    let Some(first) = accounts.first() else {
        return Ok(false);
    };
    connection
        .prepare_cached("UPDATE leave_account SET acquired = ?2 WHERE id = ?1")?
        .execute(params![first.id, acquired])?;
    Ok(true)
}
