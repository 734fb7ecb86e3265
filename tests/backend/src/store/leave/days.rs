//! When people work, as the database knows it: closed days, part time and periods without leave; knows no request.

use crate::leave::calendar::{Calendar, Closed, PartTime};
use crate::store::leave::people::Person;
use chrono::{NaiveDate, Weekday};
use nomade::contract::leave::{LeavePeriod, RefusedPeriod};
use nomade::contract::localized::Localized;
use rusqlite::{Connection, params};

/// When that person works, from one day to another: of other days the calendar knows less.
///
/// # Errors
/// When the database fails.
pub fn calendar(
    connection: &Connection,
    person: &Person,
    days: (NaiveDate, NaiveDate),
) -> rusqlite::Result<Calendar> {
    Ok(Calendar {
        part_time: part_time(connection, person.seq)?,
        ..calendar_of_everybody(connection, days)?
    })
}

/// When the organisation is open, from one day to another.
///
/// # Errors
/// When the database fails.
pub fn calendar_of_everybody(
    connection: &Connection,
    (from, to): (NaiveDate, NaiveDate),
) -> rusqlite::Result<Calendar> {
    let closed = connection
        .prepare_cached("SELECT on_day, morning, afternoon, label_fr, label_en FROM leave_closed WHERE on_day BETWEEN ?1 AND ?2")?
        .query_map([from, to], |row| {
            let closed = Closed {
                morning: row.get(1)?,
                afternoon: row.get(2)?,
                label: Localized {
                    fr: row.get(3)?,
                    en: row.get(4)?,
                },
            };
            Ok((row.get(0)?, closed))
        })?
        .collect::<Result<_, _>>()?;
    Ok(Calendar {
        closed,
        part_time: PartTime::default(),
    })
}

fn part_time(connection: &Connection, person: i64) -> rusqlite::Result<PartTime> {
    let rows: Vec<(u8, (bool, bool))> = connection
        .prepare_cached(
            "SELECT weekday, morning, afternoon FROM leave_part_time WHERE person_seq = ?1",
        )?
        .query_map([person], |row| {
            Ok((row.get(0)?, (row.get(1)?, row.get(2)?)))
        })?
        .collect::<Result<_, _>>()?;
    let days = rows.into_iter().filter_map(|(day, halves)| {
        let day = Weekday::try_from(day).ok()?;
        Some((day, halves))
    });
    Ok(days.fold(PartTime::default(), |part_time, (day, halves)| {
        part_time.without(day, halves)
    }))
}

/// The periods within those days in which that team is granted no leave, the earliest first.
///
/// # Errors
/// When the database fails.
pub fn refused_periods(
    connection: &Connection,
    team: i64,
    period: &LeavePeriod,
) -> rusqlite::Result<Vec<RefusedPeriod>> {
    connection
        .prepare_cached(
            "SELECT from_day, to_day, label_fr, label_en FROM leave_refused_period
             WHERE (team_seq IS NULL OR team_seq = ?1) AND from_day <= ?3 AND to_day >= ?2 ORDER BY from_day, seq",
        )?
        .query_map(params![team, period.from, period.to], |row| {
            Ok(RefusedPeriod {
                from: row.get(0)?,
                to: row.get(1)?,
                label: Localized {
                    fr: row.get(2)?,
                    en: row.get(3)?,
                },
            })
        })?
        .collect()
}

/// Closes the organisation on a day, or changes how it is closed then.
///
/// # Errors
/// When the database fails.
pub fn close(connection: &Connection, day: NaiveDate, closed: &Closed) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT OR REPLACE INTO leave_closed (on_day, morning, afternoon, label_fr, label_en) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![
            day,
            closed.morning,
            closed.afternoon,
            closed.label.fr,
            closed.label.en
        ])?;
    Ok(())
}

/// Lets a team, or all, be granted no leave in a period.
///
/// # Errors
/// When the database fails.
pub fn refuse(
    connection: &Connection,
    team: Option<i64>,
    refused: &RefusedPeriod,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO leave_refused_period (team_seq, from_day, to_day, label_fr, label_en) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![
            team,
            refused.from,
            refused.to,
            refused.label.fr,
            refused.label.en
        ])?;
    Ok(())
}

/// Takes half-days of each week off somebody's work.
///
/// # Errors
/// When the database fails.
pub fn work_part_time(
    connection: &Connection,
    person: i64,
    day: Weekday,
    (morning, afternoon): (bool, bool),
) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT OR REPLACE INTO leave_part_time (person_seq, weekday, morning, afternoon) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute(params![
            person,
            day.num_days_from_monday(),
            morning,
            afternoon
        ])?;
    Ok(())
}
