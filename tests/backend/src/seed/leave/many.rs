//! The large seed: a team of hundreds, with a year of absences as there are in one.

use crate::clock::paris_date;
use crate::leave::accounts::Account;
use crate::seed::leave::names::name;
use crate::seed::leave::rights::rights;
use crate::seed::leave::teams::Teams;
use crate::seed::leave::write::Then::Granted;
use crate::seed::leave::write::{AFTERNOON, MORNING, Then, WHOLE, When, Wish, Writer};
use crate::store::leave::{accounts, people};

/// Where the names of the many begin: those before have been given.
const NAMES: usize = 40;

/// (kind, week, day of the week, days, noon)
type Taken = (&'static str, i64, i64, i64, (bool, bool));

/// What each of them takes in a year around the start, moved by a few weeks.
#[rustfmt::skip]
const YEAR: [Taken; 12] = [
    ("annual", -40, 0, 5, WHOLE), ("annual", -30, 0, 5, WHOLE), ("rtt", -26, 4, 1, WHOLE), ("annual", -20, 0, 12, WHOLE),
    ("rtt", -12, 0, 1, WHOLE), ("rtt", -9, 2, 1, AFTERNOON), ("annual", -5, 0, 4, WHOLE), ("rtt", -1, 4, 1, WHOLE),
    ("rtt", 2, 1, 1, MORNING), ("annual", 5, 0, 5, WHOLE), ("annual", 9, 0, 3, MORNING), ("savings", 14, 0, 5, WHOLE),
];

/// Adds so many people to the team of `manager.demo`, each with rights and a year of leave; every tenth has something that
/// waits.
///
/// # Errors
/// When the database fails.
pub fn write(writer: &Writer<'_>, teams: &Teams, count: usize) -> rusqlite::Result<()> {
    let connection = writer.connection;
    let (manager, direction) = (teams.of("manager.demo"), teams.of("direction.demo"));
    let granted: &[Then] = &[Granted(20, manager), Granted(30, direction)];
    for number in 0..count {
        let person = people::add(connection, teams.pay, name(NAMES + number), None)?;
        for (right, acquired) in rights(paris_date(writer.now))
            .into_iter()
            .zip([50, 50, 30, 40, 4])
        {
            let account = Account { acquired, ..right };
            accounts::add(connection, person, &account)?;
        }
        let moved = i64::try_from(number % 7).unwrap_or_default() - 3;
        for (place, (kind, weeks, weekday, days, noon)) in YEAR.into_iter().enumerate() {
            // Not everybody takes everything.
            if (number + place) % 4 == 0 {
                continue;
            }
            let waits = number % 10 == 0 && weeks > 0;
            writer.write(&Wish {
                person,
                kind,
                when: When(weeks + moved, weekday, days, noon),
                days_ago: if waits { 5 } else { 60 - weeks * 5 },
                comment: "",
                attachment: None,
                then: if waits { &[] } else { granted },
            })?;
        }
    }
    Ok(())
}
