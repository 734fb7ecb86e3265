//! The accounts in the database; knows no session and checks no password.

use crate::clock::Moment;
use chrono::NaiveDate;
use nomade::contract::agent::Agent;
use rusqlite::{Connection, OptionalExtension, Row, params};

/// An account with what signing in needs of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Who it is.
    pub agent: Agent,
    /// A PHC string.
    pub password_hash: String,
    /// When the password was last changed.
    pub password_changed_at: Moment,
    /// When the password expires.
    pub password_expires_at: Moment,
    /// Shows the lock, whoever tries and whenever.
    pub always_locked: bool,
    /// The version of the charter that the agent accepted last.
    pub charter_version: Option<String>,
    /// The version of the terms that the agent accepted last.
    pub terms_version: Option<String>,
    /// The first month that is paid.
    pub paid_since: NaiveDate,
}

/// The columns of [`from_row`], in its order.
pub const COLUMNS: &str = "agent.id, username, given_name, family_name, email, population, service, validates_leave, \
     password_hash, password_changed_at, password_expires_at, always_locked, \
     (SELECT version FROM acceptance WHERE agent_id = agent.id AND text = 'charter' ORDER BY seq DESC LIMIT 1), \
     (SELECT version FROM acceptance WHERE agent_id = agent.id AND text = 'terms' ORDER BY seq DESC LIMIT 1), paid_since";

/// Reads an account from a row that begins with [`COLUMNS`].
///
/// # Errors
/// When the row is another.
pub fn from_row(row: &Row<'_>) -> rusqlite::Result<Account> {
    Ok(Account {
        agent: Agent {
            id: row.get(0)?,
            username: row.get(1)?,
            given_name: row.get(2)?,
            family_name: row.get(3)?,
            email: row.get(4)?,
            population: row.get(5)?,
            service: row.get(6)?,
            validates_leave: row.get(7)?,
        },
        password_hash: row.get(8)?,
        password_changed_at: row.get(9)?,
        password_expires_at: row.get(10)?,
        always_locked: row.get(11)?,
        charter_version: row.get(12)?,
        terms_version: row.get(13)?,
        paid_since: row.get(14)?,
    })
}

/// What checking a password takes: the hash, and whether the account shows the lock; of the name written exactly so.
///
/// Nothing else is read before the password is known to be right: what an account takes longer than none would tell which
/// names exist.
///
/// # Errors
/// When the database fails.
pub fn password_of(
    connection: &Connection,
    username: &str,
) -> rusqlite::Result<Option<(String, bool)>> {
    connection
        .prepare_cached("SELECT password_hash, always_locked FROM agent WHERE username = ?1")?
        .query_row([username], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()
}

/// The account of that name, written exactly so.
///
/// # Errors
/// When the database fails.
pub fn named(connection: &Connection, username: &str) -> rusqlite::Result<Option<Account>> {
    let sql = format!("SELECT {COLUMNS} FROM agent WHERE username = ?1");
    connection
        .prepare_cached(&sql)?
        .query_row([username], from_row)
        .optional()
}

/// All accounts.
///
/// # Errors
/// When the database fails.
pub fn all(connection: &Connection) -> rusqlite::Result<Vec<Account>> {
    let sql = format!("SELECT {COLUMNS} FROM agent ORDER BY username");
    connection
        .prepare_cached(&sql)?
        .query_map([], from_row)?
        .collect()
}

/// Adds the account, or brings the one of that name up to date, and gives its id; its id, its payslips and what it has
/// accepted stay. `name` is the digest under which tries with the name and its journal are kept.
///
/// # Errors
/// When the database fails.
pub fn put(
    connection: &Connection,
    account: &Account,
    name: &[u8; 32],
) -> rusqlite::Result<String> {
    let Account { agent, .. } = account;
    connection
        .prepare_cached(
            "INSERT INTO agent (id, username, given_name, family_name, email, population, service, validates_leave,
               password_hash, password_changed_at, password_expires_at, always_locked, paid_since, name_digest)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
             ON CONFLICT (username) DO UPDATE SET
               given_name = excluded.given_name, family_name = excluded.family_name, email = excluded.email,
               population = excluded.population, service = excluded.service, validates_leave = excluded.validates_leave,
               password_hash = excluded.password_hash, password_changed_at = excluded.password_changed_at,
               password_expires_at = excluded.password_expires_at, always_locked = excluded.always_locked,
               name_digest = excluded.name_digest
             RETURNING id",
        )?
        .query_row(params![
            agent.id,
            agent.username,
            agent.given_name,
            agent.family_name,
            agent.email,
            agent.population,
            agent.service,
            agent.validates_leave,
            account.password_hash,
            account.password_changed_at,
            account.password_expires_at,
            account.always_locked,
            account.paid_since,
            name,
        ], |row| row.get(0))
}
