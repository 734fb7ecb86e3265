//! People whose leave is kept, and their teams; knows no account but by its id.

use crate::security::secret::random_id;
use nomade::contract::leave::LeavePerson;
use rusqlite::{Connection, OptionalExtension, Row, params};

/// Somebody whose leave is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Tells people apart in the database; never leaves it.
    pub seq: i64,
    /// As colleagues see them.
    pub told: LeavePerson,
    /// The team that they are in.
    pub team: i64,
}

/// The columns of [`from_row`], of a table that is called `person`.
pub(super) const COLUMNS: &str =
    "person.seq, person.id, person.given_name || ' ' || person.family_name, person.team_seq";

/// Reads a person from a row, from that column on.
pub(super) fn from_row(row: &Row<'_>, at: usize) -> rusqlite::Result<Person> {
    Ok(Person {
        seq: row.get(at)?,
        told: LeavePerson {
            id: row.get(at + 1)?,
            name: row.get(at + 2)?,
        },
        team: row.get(at + 3)?,
    })
}

/// The person that an account is of.
///
/// # Errors
/// When the database fails, or nobody is.
pub fn of_agent(connection: &Connection, agent_id: &str) -> rusqlite::Result<Person> {
    let sql = format!("SELECT {COLUMNS} FROM leave_person AS person WHERE agent_id = ?1");
    connection
        .prepare_cached(&sql)?
        .query_row([agent_id], |row| from_row(row, 0))
}

/// The person of that number.
///
/// # Errors
/// When the database fails, or nobody is.
pub fn numbered(connection: &Connection, seq: i64) -> rusqlite::Result<Person> {
    let sql = format!("SELECT {COLUMNS} FROM leave_person AS person WHERE seq = ?1");
    connection
        .prepare_cached(&sql)?
        .query_row([seq], |row| from_row(row, 0))
}

/// The person whose account has that username.
///
/// # Errors
/// When the database fails.
pub fn named(connection: &Connection, username: &str) -> rusqlite::Result<Option<Person>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM leave_person AS person JOIN agent ON agent.id = agent_id WHERE username = ?1"
    );
    connection
        .prepare_cached(&sql)?
        .query_row([username], |row| from_row(row, 0))
        .optional()
}

/// The first person of that given and family name.
///
/// # Errors
/// When the database fails.
pub fn called(connection: &Connection, name: &str) -> rusqlite::Result<Option<Person>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM leave_person AS person WHERE given_name || ' ' || family_name = ?1 ORDER BY seq LIMIT 1"
    );
    connection
        .prepare_cached(&sql)?
        .query_row([name], |row| from_row(row, 0))
        .optional()
}

/// A team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Team {
    /// Its id in the contract.
    pub id: String,
    /// Its name.
    pub label: String,
    /// How many levels of validation there are.
    pub levels: u32,
    /// How many people are in it.
    pub size: u32,
}

/// The team of that number.
///
/// # Errors
/// When the database fails, or there is none.
pub fn team(connection: &Connection, seq: i64) -> rusqlite::Result<Team> {
    connection
        .prepare_cached(
            "SELECT id, label, levels, (SELECT count(*) FROM leave_person WHERE team_seq = ?1) FROM leave_team WHERE seq = ?1",
        )?
        .query_row([seq], |row| {
            Ok(Team {
                id: row.get(0)?,
                label: row.get(1)?,
                levels: row.get(2)?,
                size: row.get(3)?,
            })
        })
}

/// The people of a team with their family names.
///
/// # Errors
/// When the database fails.
pub fn members(connection: &Connection, team: i64) -> rusqlite::Result<Vec<(Person, String)>> {
    let sql = format!(
        "SELECT {COLUMNS}, person.family_name FROM leave_person AS person WHERE team_seq = ?1 ORDER BY person.seq"
    );
    connection
        .prepare_cached(&sql)?
        .query_map([team], |row| Ok((from_row(row, 0)?, row.get(4)?)))?
        .collect()
}

/// Adds a team, and gives its number.
///
/// # Errors
/// When the database fails.
pub fn add_team(connection: &Connection, label: &str, levels: u32) -> rusqlite::Result<i64> {
    connection
        .prepare_cached("INSERT INTO leave_team (id, label, levels) VALUES (?1, ?2, ?3)")?
        .execute(params![random_id(), label, levels])?;
    Ok(connection.last_insert_rowid())
}

/// Adds somebody to a team, with or without an account, and gives their number.
///
/// # Errors
/// When the database fails.
pub fn add(
    connection: &Connection,
    team: i64,
    (given_name, family_name): (&str, &str),
    agent_id: Option<&str>,
) -> rusqlite::Result<i64> {
    connection
        .prepare_cached(
            "INSERT INTO leave_person (id, agent_id, given_name, family_name, team_seq) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![random_id(), agent_id, given_name, family_name, team])?;
    Ok(connection.last_insert_rowid())
}

/// Lets somebody validate the leave of a team at a level.
///
/// # Errors
/// When the database fails.
pub fn add_validator(
    connection: &Connection,
    (team, level): (i64, u32),
    person: i64,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO leave_validator (team_seq, level, person_seq) VALUES (?1, ?2, ?3)",
        )?
        .execute(params![team, level, person])?;
    Ok(())
}
