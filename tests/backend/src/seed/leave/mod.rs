//! The leave of the demonstration: teams, rights, requests in every state and what waits for those who validate; everything
//! counts from the day of the start.

mod files;
mod many;
pub mod names;
mod requests;
mod rights;
mod teams;
mod write;

use crate::clock::{Moment, paris_date};
use crate::options::Seed;
use crate::store::leave::people;
use rusqlite::{Connection, params};
use teams::Teams;
use write::Writer;

/// How many people the large seed puts into the team of `manager.demo`.
const MANY: usize = 300;

/// Gives everybody their team, rights and requests, unless the database has been given them before; who has come since gets a
/// team.
///
/// # Errors
/// When the database fails.
pub fn write_once(connection: &Connection, seed: Seed, now: Moment) -> rusqlite::Result<()> {
    let first = connection.execute(
        "INSERT OR IGNORE INTO meta (key, value) VALUES ('leave', CAST('written' AS BLOB))",
        params![],
    )?;
    if first == 0 {
        return teams::place_newcomers(connection);
    }
    let today = paris_date(now);
    teams::close_offices(connection, today)?;
    let teams = Teams::write(connection, today)?;
    rights::write(connection, &teams, today)?;
    let writer = Writer::new(connection, now);
    requests::write(&writer, &teams)?;
    if seed == Seed::Large {
        let size = people::team(connection, teams.pay)?.size as usize;
        many::write(&writer, &teams, MANY.saturating_sub(size))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seed::{accounts, bring_up_to_date};
    use crate::store::Store;
    use crate::store::leave::absences;
    use crate::store::leave::requests::{Wanted, page};
    use crate::store::leave::validation::Reader;
    use chrono::TimeDelta;
    use nomade::contract::leave::LeaveState;
    use std::collections::BTreeSet;

    fn filled(now: Moment) -> Store {
        let store = Store::open(":memory:".as_ref()).unwrap();
        store.call_now(|database| start(database, now)).unwrap();
        store
    }

    fn start(database: &mut Connection, now: Moment) -> rusqlite::Result<()> {
        let hashes = accounts::hashes().unwrap();
        bring_up_to_date(database, (Seed::Demo, None), hashes, now).map(drop)
    }

    fn counts(database: &Connection) -> rusqlite::Result<(i64, i64, i64, i64)> {
        database.query_row(
            "SELECT (SELECT count(*) FROM leave_person), (SELECT count(*) FROM leave_request), (SELECT count(*) FROM leave_account),
               (SELECT count(*) FROM leave_closed)",
            [],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
        )
    }

    #[test]
    fn leave_is_written_once_and_a_database_without_any_gets_it() {
        let now: Moment = "2026-11-22T18:42:00+01:00".parse().unwrap();
        let store = filled(now);
        let written = store.call_now(|database| counts(database)).unwrap();
        let again = store.call_now(|database| {
            start(database, now + TimeDelta::days(1))?;
            counts(database)
        });
        assert_eq!(again.unwrap(), written);
        // As it was left by a program of before there was leave.
        let anew = store.call_now(|database| {
            crate::seed::empty_leave(database)?;
            database.execute_batch("DELETE FROM meta WHERE key = 'leave'")?;
            start(database, now)?;
            counts(database)
        });
        assert_eq!(anew.unwrap(), written);
        // An account that a newer program has added.
        let newer = store.call_now(|database| {
            database.execute_batch(
                "DELETE FROM leave_account WHERE person_seq = (SELECT person.seq FROM leave_person AS person
                   JOIN agent ON agent.id = agent_id WHERE username = 'bientot.demo');
                 DELETE FROM leave_part_time; DELETE FROM leave_person WHERE agent_id = (SELECT id FROM agent WHERE username = 'bientot.demo');",
            )?;
            start(database, now)?;
            people::named(database, "bientot.demo")
        });
        assert!(newer.unwrap().is_some());
    }

    #[test]
    fn the_demonstration_is_whole_whenever_the_server_starts() {
        for start in [
            "2026-01-01T00:05:00+01:00",
            "2026-03-31T12:00:00+02:00",
            "2026-05-14T09:00:00+02:00",
            "2026-12-20T12:00:00+01:00",
            "2026-12-31T23:59:59+01:00",
            "2028-02-29T08:00:00+01:00",
        ] {
            let now: Moment = start.parse().unwrap();
            let store = filled(now);
            store
                .call_now(|database| {
                    let person = people::named(database, "agent.demo")?.unwrap();
                    let requests = page(database, person.seq, &Wanted::default(), 100)?;
                    assert_eq!(requests.len(), 13, "{start}");
                    let states: BTreeSet<_> = requests
                        .iter()
                        .map(|it| crate::store::leave::state_name(it.standing.state))
                        .collect();
                    assert_eq!(states.len(), 5, "{start}");
                    for request in &requests {
                        assert!(request.half_days > 0 && request.asked_at < now, "{start}");
                        let days = (request.period.from, request.period.to);
                        let others = absences::of_person(database, person.seq, days)?;
                        let overlaps = others.iter().filter(|it| {
                            it.seq != request.seq
                                && crate::leave::half_days::overlap(&it.period, &request.period)
                        });
                        assert!(
                            !request.standing.counts() || overlaps.count() == 0,
                            "{start}"
                        );
                    }
                    let cancellable = |it: &&crate::store::leave::requests::Request| {
                        it.standing.state == LeaveState::Approved
                            && it.period.from > paris_date(now)
                    };
                    assert!(requests.iter().filter(cancellable).count() >= 2, "{start}");
                    for right in
                        crate::store::leave::accounts::of_person(database, person.seq, None)?
                    {
                        assert!(right.left() >= 0, "{start}: {right:?}");
                    }
                    for (username, least) in [
                        ("manager.demo", 9),
                        ("adjoint.demo", 8),
                        ("direction.demo", 5),
                    ] {
                        let person = people::named(database, username)?.unwrap();
                        let reader = Reader::of(database, person, now)?;
                        assert!(
                            reader.count_waiting(database)? >= least,
                            "{start} {username}"
                        );
                    }
                    Ok(())
                })
                .unwrap();
        }
    }
}
