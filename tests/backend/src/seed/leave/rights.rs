//! What the people of the demonstration have a right to: annual leave of two years, working-time credit, a savings account and
//! time in lieu.

use crate::leave::accounts::Account;
use crate::seed::leave::teams::Teams;
use crate::seed::localized;
use crate::store::leave::accounts;
use chrono::{Datelike, Days, NaiveDate};
use nomade::contract::localized::Localized;
use rusqlite::Connection;

/// Gives everybody their rights but who is new.
///
/// # Errors
/// When the database fails.
pub fn write(connection: &Connection, teams: &Teams, today: NaiveDate) -> rusqlite::Result<()> {
    for (username, person) in teams.everybody() {
        // (acquired, taken before) of last year's annual leave, this year's, the credit, the savings, the time in lieu.
        let counts = match username {
            Some("nouveau.demo") => continue,
            Some("agent.demo") => [(50, 41), (50, 18), (28, 19), (36, 0), (3, 2)],
            // Too much was taken.
            Some("bientot.demo") => [(40, 40), (10, 12), (22, 4), (0, 0), (0, 0)],
            Some(_) => [(50, 46), (50, 24), (30, 12), (20, 0), (0, 0)],
            None => [(50, 48), (50, 14), (28, 8), (0, 0), (4, 0)],
        };
        for (right, (acquired, taken)) in rights(today).into_iter().zip(counts) {
            if (acquired, taken) != (0, 0) {
                let account = Account {
                    acquired,
                    taken,
                    ..right
                };
                accounts::add(connection, person, &account)?;
            }
        }
    }
    Ok(())
}

/// The rights of anybody, of which nothing was acquired yet.
#[must_use]
pub fn rights(today: NaiveDate) -> [Account; 5] {
    let year = today.year();
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap_or(today);
    let named =
        |fr: &str, en: &str, year: i32| localized(&format!("{fr} {year}"), &format!("{en} {year}"));
    let right = |kind: &str, label: Localized, usable_from, holds_until| Account {
        id: String::new(),
        kind: kind.to_owned(),
        label,
        usable_from,
        holds_until,
        acquired: 0,
        taken: 0,
        pending: 0,
    };
    [
        right(
            "annual",
            named("Congés annuels", "Annual leave", year - 1),
            day(year - 1, 1, 1),
            Some(day(year, 12, 31)),
        ),
        right(
            "annual",
            named("Congés annuels", "Annual leave", year),
            day(year, 1, 1),
            Some(day(year + 1, 3, 31)),
        ),
        right(
            "rtt",
            named("RTT", "RTT", year),
            day(year, 1, 1),
            Some(day(year, 12, 31)),
        ),
        right(
            "savings",
            localized("Compte épargne-temps", "Time savings account (CET)"),
            day(2019, 1, 1),
            None,
        ),
        right(
            "recovery",
            localized("Récupérations", "Time off in lieu"),
            today - Days::new(80),
            Some(today + Days::new(70)),
        ),
    ]
}
