//! Whose leave somebody validates, at which level and in whose place; knows no request.

use crate::store::leave::people::{self, Person};
use chrono::NaiveDate;
use rusqlite::{Connection, params};

/// That somebody validates the leave of a team at a level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mandate {
    /// The team.
    pub team: i64,
    /// The level.
    pub level: u32,
    /// In whose place; in their own without.
    pub on_behalf_of: Option<Person>,
}

/// What that person validates on that day, what they validate in their own place first.
///
/// # Errors
/// When the database fails.
pub fn of_person(
    connection: &Connection,
    person: i64,
    today: NaiveDate,
) -> rusqlite::Result<Vec<Mandate>> {
    let sql = format!(
        "SELECT validator.team_seq, level, {} FROM leave_delegation AS delegation
           JOIN leave_validator AS validator ON validator.person_seq = delegation.from_person
           JOIN leave_person AS person ON person.seq = delegation.from_person
         WHERE delegation.to_person = ?1 AND from_day <= ?2 AND to_day >= ?2 ORDER BY delegation.seq, level",
        people::COLUMNS
    );
    let mut mandates: Vec<Mandate> = connection
        .prepare_cached(
            "SELECT team_seq, level FROM leave_validator WHERE person_seq = ?1 ORDER BY team_seq, level",
        )?
        .query_map([person], |row| {
            Ok(Mandate {
                team: row.get(0)?,
                level: row.get(1)?,
                on_behalf_of: None,
            })
        })?
        .collect::<Result<_, _>>()?;
    let delegated = connection
        .prepare_cached(&sql)?
        .query_map(params![person, today], |row| {
            Ok(Mandate {
                team: row.get(0)?,
                level: row.get(1)?,
                on_behalf_of: Some(people::from_row(row, 2)?),
            })
        })?
        .collect::<Result<Vec<_>, _>>()?;
    mandates.extend(delegated);
    Ok(mandates)
}

/// The levels of a team that somebody else than that person validates.
///
/// # Errors
/// When the database fails.
pub fn levels_without(
    connection: &Connection,
    team: i64,
    person: i64,
) -> rusqlite::Result<Vec<u32>> {
    connection
        .prepare_cached(
            "SELECT DISTINCT level FROM leave_validator WHERE team_seq = ?1 AND person_seq <> ?2 ORDER BY level",
        )?
        .query_map([team, person], |row| row.get(0))?
        .collect()
}

/// Lets somebody decide in another's place, from one day to another.
///
/// # Errors
/// When the database fails.
pub fn delegate(
    connection: &Connection,
    (from, to): (i64, i64),
    (first, last): (NaiveDate, NaiveDate),
) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO leave_delegation (from_person, to_person, from_day, to_day) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute(params![from, to, first, last])?;
    Ok(())
}
