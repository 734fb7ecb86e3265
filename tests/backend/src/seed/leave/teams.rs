//! Who is in which team of the demonstration, who validates, who stands in for whom, and when nobody works.

use crate::leave::calendar::Closed;
use crate::leave::holidays::easter;
use crate::seed::leave::names::name;
use crate::seed::leave::write::week;
use crate::seed::localized;
use crate::store::agents;
use crate::store::leave::{days, mandates, people};
use chrono::{Datelike, Days, NaiveDate, TimeDelta, Weekday};
use nomade::contract::leave::RefusedPeriod;
use rusqlite::Connection;
use std::collections::BTreeMap;

/// The people of the demonstration, by their numbers in the database.
#[derive(Clone, Debug)]
pub struct Teams {
    /// The team of `agent.demo`: nine people, two levels.
    pub pay: i64,
    /// Those of it without an account, as the names have them.
    pub colleagues: Vec<i64>,
    /// The people of the team that `manager.demo` validates in another's place, but for whose place it is.
    pub trainees: Vec<i64>,
    /// Whoever has an account, by username.
    accounts: BTreeMap<String, i64>,
}

/// How many colleagues without an account the team of `agent.demo` has.
const COLLEAGUES: usize = 6;
/// How many the other team has, with the one who validates there.
const OTHERS: usize = 5;

impl Teams {
    /// Writes the teams with their people.
    ///
    /// # Errors
    /// When the database fails.
    pub fn write(connection: &Connection, today: NaiveDate) -> rusqlite::Result<Self> {
        let mut teams = Self {
            pay: people::add_team(connection, "Pôle paie et carrières", 2)?,
            colleagues: Vec::new(),
            trainees: Vec::new(),
            accounts: BTreeMap::new(),
        };
        let head = people::add_team(connection, "Direction des ressources humaines", 1)?;
        let training = people::add_team(connection, "Bureau de la formation", 1)?;
        let mut alone = Vec::new();
        for account in agents::all(connection)? {
            let agent = &account.agent;
            let team = match agent.username.as_str() {
                "agent.demo" | "manager.demo" | "adjoint.demo" => teams.pay,
                "direction.demo" => head,
                // Whoever is alone in a service.
                _ => people::add_team(connection, &agent.service, 1)?,
            };
            let name = (agent.given_name.as_str(), agent.family_name.as_str());
            let person = people::add(connection, team, name, Some(&agent.id))?;
            teams.accounts.insert(agent.username.clone(), person);
            if ![teams.pay, head].contains(&team) {
                alone.push(team);
            }
        }
        for team in alone {
            teams.validate(connection, (team, 1), "direction.demo")?;
        }
        for number in 0..COLLEAGUES {
            let person = people::add(connection, teams.pay, name(number), None)?;
            teams.colleagues.push(person);
        }
        let chief = people::add(connection, training, name(COLLEAGUES), None)?;
        for number in 1..OTHERS {
            let person = people::add(connection, training, name(COLLEAGUES + number), None)?;
            teams.trainees.push(person);
        }
        let secretary = people::add(connection, head, name(COLLEAGUES + OTHERS), None)?;
        for (level, username) in [
            (1, "manager.demo"),
            (1, "adjoint.demo"),
            (2, "direction.demo"),
        ] {
            teams.validate(connection, (teams.pay, level), username)?;
        }
        people::add_validator(connection, (training, 1), chief)?;
        teams.validate(connection, (training, 1), "direction.demo")?;
        people::add_validator(connection, (head, 1), secretary)?;
        let holds = (today - Days::new(10), today + Days::new(45));
        mandates::delegate(connection, (chief, teams.of("manager.demo")), holds)?;
        teams.take_time_off(connection)?;
        refuse(connection, teams.pay, today)?;
        Ok(teams)
    }

    /// The person of that account.
    #[must_use]
    pub fn of(&self, username: &str) -> i64 {
        self.accounts.get(username).copied().unwrap_or_default()
    }

    /// Everybody that rights are to be given to: whoever has an account, and the colleagues.
    pub fn everybody(&self) -> impl Iterator<Item = (Option<&str>, i64)> {
        let accounts = self.accounts.iter();
        let others = self.colleagues.iter().chain(&self.trainees);
        accounts
            .map(|(username, person)| (Some(username.as_str()), *person))
            .chain(others.map(|person| (None, *person)))
    }

    fn validate(
        &self,
        connection: &Connection,
        place: (i64, u32),
        username: &str,
    ) -> rusqlite::Result<()> {
        match self.accounts.get(username) {
            Some(person) => people::add_validator(connection, place, *person),
            None => Ok(()),
        }
    }

    fn take_time_off(&self, connection: &Connection) -> rusqlite::Result<()> {
        let whole = (true, true);
        for (person, day, halves) in [
            (self.of("agent.demo"), Weekday::Wed, (false, true)),
            (self.of("bientot.demo"), Weekday::Wed, whole),
            (self.colleagues[2], Weekday::Fri, whole),
            (self.colleagues[4], Weekday::Mon, (true, false)),
        ] {
            days::work_part_time(connection, person, day, halves)?;
        }
        Ok(())
    }
}

/// Puts whoever has an account and no team into a team of their own.
///
/// # Errors
/// When the database fails.
pub fn place_newcomers(connection: &Connection) -> rusqlite::Result<()> {
    for account in agents::all(connection)? {
        let agent = &account.agent;
        if people::named(connection, &agent.username)?.is_none() {
            let team = people::add_team(connection, &agent.service, 1)?;
            let name = (agent.given_name.as_str(), agent.family_name.as_str());
            people::add(connection, team, name, Some(&agent.id))?;
        }
    }
    Ok(())
}

/// No leave in the week in which everybody is needed.
fn refuse(connection: &Connection, team: i64, today: NaiveDate) -> rusqlite::Result<()> {
    let from = week(today, 11);
    let refused = RefusedPeriod {
        from,
        to: from + TimeDelta::days(4),
        label: localized("Bascule du logiciel de paie", "Payroll system changeover"),
    };
    days::refuse(connection, Some(team), &refused)
}

/// The afternoons before Christmas and New Year's Day, and the Friday behind Ascension, over the years around the start.
///
/// # Errors
/// When the database fails.
pub fn close_offices(connection: &Connection, today: NaiveDate) -> rusqlite::Result<()> {
    let noon = Closed {
        morning: false,
        afternoon: true,
        label: localized("Fermeture des services à midi", "Offices close at noon"),
    };
    let bridge = Closed {
        morning: true,
        afternoon: true,
        label: localized("Pont de l’Ascension", "Day after Ascension"),
    };
    for year in today.year() - 3..=today.year() + 12 {
        for day in [24, 31] {
            if let Some(day) = NaiveDate::from_ymd_opt(year, 12, day) {
                days::close(connection, day, &noon)?;
            }
        }
        if let Some(easter) = easter(year) {
            days::close(connection, easter + Days::new(40), &bridge)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::clock::Moment;
    use crate::options::Seed;
    use crate::seed::accounts::{ROLES, hashes};
    use crate::seed::bring_up_to_date;
    use crate::store::Store;

    #[test]
    fn an_account_says_that_it_validates_when_a_team_says_so() {
        let store = Store::open(":memory:".as_ref()).unwrap();
        let now: Moment = "2026-11-22T18:42:00+01:00".parse().unwrap();
        let named: Vec<(String, bool)> = store
            .call_now(|database| {
                bring_up_to_date(database, (Seed::Demo, None), hashes().unwrap(), now)?;
                database
                    .prepare(
                        "SELECT username, validates_leave FROM agent WHERE validates_leave = EXISTS (SELECT 1 FROM leave_person
                           JOIN leave_validator ON person_seq = leave_person.seq WHERE agent_id = agent.id)",
                    )?
                    .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
                    .collect()
            })
            .unwrap();
        assert_eq!(named.len(), ROLES.len());
        assert_eq!(named.iter().filter(|(_, validates)| *validates).count(), 3);
    }
}
