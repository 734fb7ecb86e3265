//! What the demo agents did before the start: their connections, and the journal that tells of them; knows no request.

use crate::caller::Caller;
use crate::clock::{Moment, paris_date};
use crate::options::Seed;
use crate::security::secret::random_id;
use crate::seed::accounts::ROLES;
use crate::seed::things::{Thing, Things};
use crate::store::activity::{self, Deed, Item};
use crate::store::{agents, sessions};
use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use chrono_tz::Europe::Paris;
use nomade::contract::activity::ActivityCode as Code;
use rusqlite::Connection;

/// How long ago the demo agents connected last.
const LAST_CONNECTION: TimeDelta = TimeDelta::minutes(2 * 24 * 60 + 37);
/// How long after its sign-in somebody accepts the texts.
const READING: TimeDelta = TimeDelta::minutes(3);
/// Whose journal goes back further than the last connection.
const REGULAR: &str = "agent.demo";
/// How many days ago that agent came for the first time.
const FIRST_VISIT: Days = Days::new(210);
/// How many events the large seed gives that agent.
const MANY: usize = 2000;

/// (address, browser) at home, on the way, and of somebody else.
const HOME: (&str, &str) = ("203.0.113.7", "Firefox 153, Linux");
const PHONE: (&str, &str) = ("198.51.100.61", "Safari 26, iOS");
const STRANGER: (&str, &str) = ("198.51.100.23", "Chrome 155, Windows");

/// What was done in a visit, so many minutes after it began.
type Step<'a> = (i64, Code, Option<&'a Thing>);

/// What was done in one session, or in none.
struct Visit<'a> {
    begins: Moment,
    from: (&'static str, &'static str),
    steps: Vec<Step<'a>>,
}

/// When the journal of a new database begins: before anything that it tells.
#[must_use]
pub fn began(seed: Seed, now: Moment) -> Moment {
    let days = match seed {
        Seed::Demo => FIRST_VISIT,
        Seed::Large => Days::new(420),
    };
    at(paris_date(now) - days, (8, 0))
}

/// Notes when the journal began, unless that is known.
///
/// # Errors
/// When the database fails.
pub fn begin(connection: &Connection, at: Moment) -> rusqlite::Result<()> {
    connection.execute(
        "INSERT INTO meta (key, value) SELECT 'recorded_since', CAST(?1 AS BLOB)
         WHERE NOT EXISTS (SELECT 1 FROM meta WHERE key = 'recorded_since')",
        [at],
    )?;
    Ok(())
}

/// When that agent accepted the texts: in the first visit.
#[must_use]
pub fn accepted_at(username: &str, now: Moment) -> Moment {
    let first = if username == REGULAR {
        first_visit(now)
    } else {
        now - LAST_CONNECTION
    };
    first + READING
}

/// Writes the connections and the events of all who have connected; their payslips and documents must be there.
///
/// # Errors
/// When the database fails.
pub fn write(connection: &Connection, seed: Seed, now: Moment) -> rusqlite::Result<()> {
    for account in agents::all(connection)? {
        let username = account.agent.username.as_str();
        let role = ROLES.iter().find(|role| role.username == username);
        if !role.is_some_and(|role| role.has_connected()) {
            continue;
        }
        let things = Things::of(connection, &account.agent.id)?;
        let mut visits = if username == REGULAR {
            regular(&things, seed, now)
        } else {
            vec![visit(
                now - LAST_CONNECTION,
                HOME,
                &[(3, Code::ConsentGiven, None), (14, Code::SignedOut, None)],
            )]
        };
        visits.sort_by_key(|visit| visit.begins);
        for visit in &visits {
            write_visit(connection, &account.agent.id, visit)?;
        }
    }
    Ok(())
}

fn write_visit(connection: &Connection, agent_id: &str, visit: &Visit<'_>) -> rusqlite::Result<()> {
    let caller = Caller {
        address: visit.from.0.to_owned(),
        browser: visit.from.1.to_owned(),
    };
    let session_id = random_id();
    for (minutes, code, thing) in &visit.steps {
        if *code == Code::SignedIn {
            sessions::note_connection(connection, agent_id, visit.begins, visit.from)?;
        }
        let deed = Deed {
            code: *code,
            at: visit.begins + TimeDelta::minutes(*minutes),
            caller: &caller,
            session_id: (*code != Code::SignInRefused).then_some(&session_id),
            item: thing.map(|it| Item {
                kind: it.kind,
                id: &it.id,
                label: &it.label,
            }),
        };
        activity::record(connection, agent_id, &deed)?;
    }
    Ok(())
}

/// A session that begins then, and what was done in it.
fn visit<'a>(begins: Moment, from: (&'static str, &'static str), then: &[Step<'a>]) -> Visit<'a> {
    let mut steps = vec![(0, Code::SignedIn, None)];
    steps.extend(then);
    Visit {
        begins,
        from,
        steps,
    }
}

/// Somebody who comes when a payslip has come, sometimes by phone, and once was not alone to try.
fn regular(things: &Things, seed: Seed, now: Moment) -> Vec<Visit<'_>> {
    let payslips = things.payslips.as_slice();
    let today = paris_date(now);
    let first = first_visit(now);
    let first_day = paris_date(first);
    let before = payslips.iter().rfind(|payslip| payslip.on <= first_day);
    let mut visits = vec![visit(
        first,
        HOME,
        &[
            (3, Code::ConsentGiven, None),
            (5, Code::PayslipViewed, before),
            (11, Code::SignedOut, None),
        ],
    )];
    let hours = [(19, 3), (12, 47), (20, 31), (7, 52)];
    let since = payslips.iter().filter(|payslip| payslip.on > first_day);
    for (number, payslip) in (0_u64..).zip(since) {
        let hour = hours[usize::try_from(number).unwrap_or_default() % hours.len()];
        let begins = at(payslip.on + Days::new(1 + number % 3), hour);
        let seen = (1, Code::PayslipViewed, Some(payslip));
        visits.push(if number % 3 == 2 {
            // On the phone nobody signs out: the session ends by itself.
            visit(begins, PHONE, &[seen])
        } else {
            let taken = (2, Code::PayslipDownloaded, Some(payslip));
            visit(begins, HOME, &[seen, taken, (6, Code::SignedOut, None)])
        });
    }
    let came_since = things.documents.iter().filter(|it| it.on > first_day);
    for document in came_since.step_by(2) {
        let begins = at(document.on + Days::new(2), (13, 8));
        let seen = (2, Code::DocumentViewed, Some(document));
        let taken = (3, Code::DocumentDownloaded, Some(document));
        visits.push(visit(
            begins,
            HOME,
            &[seen, taken, (7, Code::SignedOut, None)],
        ));
    }
    for (request, asked_at) in &things.requests {
        let asked = (4, Code::DocumentRequested, Some(request));
        let begins = *asked_at - TimeDelta::minutes(4);
        visits.push(visit(begins, HOME, &[asked, (6, Code::SignedOut, None)]));
    }
    let since = things.leave.iter().filter(|(_, asked_at)| {
        // The last connection is the one before the first that is made.
        *asked_at > first + TimeDelta::days(1) && *asked_at < now - TimeDelta::days(3)
    });
    for (request, asked_at) in since {
        let asked = (3, Code::LeaveRequested, Some(request));
        let begins = *asked_at - TimeDelta::minutes(3);
        visits.push(visit(begins, HOME, &[asked, (5, Code::SignedOut, None)]));
    }
    visits.push(Visit {
        // Soon after midnight: a backend that counts days elsewhere than in Paris puts it on another one.
        begins: at(today - Days::new(12), (0, 12)),
        from: STRANGER,
        steps: vec![(0, Code::SignInRefused, None)],
    });
    let forgotten = today - Days::new(9);
    visits.push(visit(at(forgotten, (18, 26)), PHONE, &[]));
    visits.push(visit(
        at(forgotten, (18, 34)),
        HOME,
        &[(1, Code::SessionEnded, None), (4, Code::SignedOut, None)],
    ));
    visits.push(visit(
        now - LAST_CONNECTION,
        HOME,
        &[(14, Code::SignedOut, None)],
    ));
    if seed == Seed::Large {
        come_often(&mut visits, payslips, now);
    }
    visits
}

/// Adds visits over most of a year, until there are [`MANY`] events.
fn come_often<'a>(visits: &mut Vec<Visit<'a>>, payslips: &'a [Thing], now: Moment) {
    let written: usize = visits.iter().map(|visit| visit.steps.len()).sum();
    let mut missing = MANY.saturating_sub(written);
    let mut begins = now - TimeDelta::days(3);
    while missing > 0 {
        begins -= TimeDelta::minutes(20 * 60 + 50);
        let day = paris_date(begins);
        let paid = payslips.iter().filter(|payslip| payslip.on <= day).count();
        let older = |by: usize| payslips.get(paid.saturating_sub(1 + (missing + by) % 24));
        let mut visit = visit(
            begins,
            if missing.is_multiple_of(3) {
                PHONE
            } else {
                HOME
            },
            &[
                (1, Code::PayslipViewed, older(0)),
                (2, Code::PayslipViewed, older(7)),
                (3, Code::PayslipDownloaded, older(7)),
                (9, Code::SignedOut, None),
            ],
        );
        visit.steps.truncate(missing);
        missing -= visit.steps.len();
        visits.push(visit);
    }
}

fn first_visit(now: Moment) -> Moment {
    at(paris_date(now) - FIRST_VISIT, (12, 42))
}

/// That day in Paris, at that hour and minute.
fn at(day: NaiveDate, (hour, minute): (u32, u32)) -> Moment {
    let time = NaiveTime::from_hms_opt(hour, minute, 17).unwrap_or_default();
    let local = day.and_time(time);
    // An hour that the clocks leave out is taken for the same in UTC.
    local
        .and_local_timezone(Paris)
        .earliest()
        .map_or(local.and_utc(), |moment| moment.to_utc())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seed::{accounts, bring_up_to_date};
    use crate::store::Store;
    use crate::store::activity::{Filter, page, recorded_since};

    fn count(database: &Connection) -> rusqlite::Result<i64> {
        database.query_row("SELECT count(*) FROM event", [], |row| row.get(0))
    }

    #[test]
    fn the_history_is_written_once_and_a_database_without_a_journal_begins_one() {
        let hashes = accounts::hashes().unwrap();
        let now: Moment = "2026-11-22T18:42:00+01:00".parse().unwrap();
        let store = Store::open(":memory:".as_ref()).unwrap();
        let start = |now| {
            store.call_now(|database| {
                bring_up_to_date(database, (Seed::Demo, None), hashes, now)?;
                Ok((count(database)?, recorded_since(database, now)?))
            })
        };
        let (written, since) = start(now).unwrap();
        assert!(written > 30 && since < now - TimeDelta::days(200));
        let later = now + TimeDelta::days(1);
        assert_eq!(start(later).unwrap(), (written, since));

        // As it was left by a program of before the journal.
        let before = "DELETE FROM event; UPDATE agent SET name_digest = NULL; DELETE FROM meta WHERE key = 'recorded_since';";
        store
            .call_now(|database| database.execute_batch(before))
            .unwrap();
        assert_eq!(start(later).unwrap(), (0, later));
        let caller = Caller {
            address: "192.0.2.1".to_owned(),
            browser: String::new(),
        };
        let shown = store.call_now(|database| {
            let agents = agents::all(database)?;
            let id = agents[0].agent.id.as_str();
            let deed = Deed {
                code: Code::SignedIn,
                at: later,
                caller: &caller,
                session_id: None,
                item: None,
            };
            activity::record(database, id, &deed)?;
            page(database, (id, ""), later, &Filter::default(), 9)
        });
        assert_eq!(shown.unwrap().len(), 1);
    }

    #[test]
    fn nothing_of_a_history_lies_ahead_whenever_the_server_starts() {
        let hashes = accounts::hashes().unwrap();
        for start in [
            "2026-03-31T00:05:00+02:00",
            "2026-10-25T02:30:00+01:00",
            "2027-01-01T12:00:00+01:00",
            "2028-02-29T23:59:59+01:00",
        ] {
            for seed in [Seed::Demo, Seed::Large] {
                let now: Moment = start.parse().unwrap();
                let store = Store::open(":memory:".as_ref()).unwrap();
                let (first, last, since): (Moment, Moment, Moment) = store
                    .call_now(|database| {
                        bring_up_to_date(database, (seed, None), hashes, now)?;
                        let since = recorded_since(database, now)?;
                        database.query_row("SELECT min(at), max(at) FROM event", [], |row| {
                            Ok((row.get(0)?, row.get(1)?, since))
                        })
                    })
                    .unwrap();
                assert!(since <= first && last < now, "{start}: {first} to {last}");
            }
        }
    }
}
