//! The journal in the database, always asked for by its agent; knows no session's life and no page's words.

use crate::caller::Caller;
use crate::clock::{Moment, in_paris};
use crate::security::secret::random_id;
use crate::store::activity_codes::{
    CODES, can_be_reported, code_named, item_name, item_named, name_of,
};
use crate::store::activity_report;
use chrono::{Months, TimeDelta};
use nomade::contract::activity::{
    ActivityAction, ActivityCode, ActivityEvent, ActivityItem, ActivityItemKind, ActivityKind,
};
use rusqlite::{Connection, Row, ToSql, params};

/// How long events are kept.
const KEPT: Months = Months::new(12);

/// Something that was done.
#[derive(Clone, Copy, Debug)]
pub struct Deed<'a> {
    /// What.
    pub code: ActivityCode,
    /// When.
    pub at: Moment,
    /// From where.
    pub caller: &'a Caller,
    /// In which session, if in one.
    pub session_id: Option<&'a str>,
    /// What it was done to, if not to the account itself.
    pub item: Option<Item<'a>>,
}

/// What something was done to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item<'a> {
    /// What kind of thing it is.
    pub kind: ActivityItemKind,
    /// Its id in its own resource.
    pub id: &'a str,
    /// Its name in the employer's words; what is longer than a journal shows is left out.
    pub label: &'a str,
}

/// How much of a name stands in the journal, in characters.
const LONGEST_LABEL: usize = 200;
/// How long what is fetched of a file again is the same event.
const SAME_READING: TimeDelta = TimeDelta::minutes(10);

/// Which events a page shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of this kind alone.
    pub kind: Option<ActivityKind>,
    /// Not before.
    pub from: Option<Moment>,
    /// Before.
    pub until: Option<Moment>,
    /// Older than the event that stands there.
    pub after: Option<Place>,
}

/// Where an event stands in the journal: the greatest comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// When it happened.
    pub at: Moment,
    /// Tells two of one moment apart; never leaves the backend but in a cursor.
    pub seq: i64,
}

/// Writes what the agent did into the agent's journal, and forgets what is too old to be kept there.
///
/// # Errors
/// When the database fails.
pub fn record(connection: &Connection, agent_id: &str, deed: &Deed<'_>) -> rusqlite::Result<()> {
    insert(connection, &name_digest(connection, agent_id)?, deed, false)
}

/// Writes that a file was fetched. What the same session fetches of it again for the same purpose within ten minutes is no
/// other event, unless it `counts_always`: a whole file to be saved.
///
/// # Errors
/// When the database fails.
pub fn record_file(
    connection: &Connection,
    agent_id: &str,
    deed: &Deed<'_>,
    counts_always: bool,
) -> rusqlite::Result<()> {
    let name = name_digest(connection, agent_id)?;
    if !counts_always {
        let is_known: bool = connection
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM event WHERE name_digest = ?1 AND at > ?2 AND at <= ?3 AND of_file
                   AND code = ?4 AND item_id IS ?5 AND session_id IS ?6)",
            )?
            .query_row(
                params![
                    name,
                    deed.at - SAME_READING,
                    deed.at,
                    name_of(deed.code),
                    deed.item.map(|item| item.id),
                    deed.session_id
                ],
                |row| row.get(0),
            )?;
        if is_known {
            return Ok(());
        }
    }
    insert(connection, &name, deed, true)
}

fn name_digest(connection: &Connection, agent_id: &str) -> rusqlite::Result<Vec<u8>> {
    connection
        .prepare_cached("SELECT name_digest FROM agent WHERE id = ?1")?
        .query_row([agent_id], |row| row.get(0))
}

fn insert(
    connection: &Connection,
    name: &[u8],
    deed: &Deed<'_>,
    of_file: bool,
) -> rusqlite::Result<()> {
    let label = |item: Item<'_>| item.label.chars().take(LONGEST_LABEL).collect::<String>();
    connection
        .prepare_cached(
            "INSERT INTO event (id, name_digest, at, code, item_kind, item_id, item_label, address, browser, session_id, of_file)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        )?
        .execute(params![
            random_id(),
            name,
            deed.at,
            name_of(deed.code),
            deed.item.map(|item| item_name(item.kind)),
            deed.item.map(|item| item.id),
            deed.item.map(label),
            deed.caller.address,
            deed.caller.browser,
            deed.session_id,
            of_file
        ])?;
    forget_old(connection, name, deed.at)
}

/// Writes a refused sign-in, whether or not anybody has that name: both cost the same. Of the tries while the name is
/// locked, the first after `locked_at` stands for all, so that nobody fills a journal by trying.
///
/// # Errors
/// When the database fails.
pub fn record_refused(
    connection: &mut Connection,
    name: &[u8],
    (at, locked_at): (Moment, Option<Moment>),
    caller: &Caller,
) -> rusqlite::Result<()> {
    let transaction = connection.transaction()?;
    let written = transaction
        .prepare_cached(
            "INSERT INTO event (id, name_digest, at, code, address, browser)
             SELECT ?1, ?2, ?3, 'sign_in_refused', ?4, ?5 WHERE ?6 IS NULL OR NOT EXISTS
               (SELECT 1 FROM event WHERE name_digest = ?2 AND at > ?6 AND code = 'sign_in_refused')",
        )?
        .execute(params![
            random_id(),
            name,
            at,
            caller.address,
            caller.browser,
            locked_at
        ])?;
    // Nothing waits for the disk when nothing was written.
    if written > 0 {
        forget_old(&transaction, name, at)?;
        transaction.commit()?;
    }
    Ok(())
}

fn forget_old(connection: &Connection, name: &[u8], now: Moment) -> rusqlite::Result<()> {
    connection
        .prepare_cached("DELETE FROM event WHERE name_digest = ?1 AND at < ?2")?
        .execute(params![name, now - KEPT])?;
    Ok(())
}

/// Forgets the refused sign-ins of names that nobody has. Only for calls whose time tells no visitor anything.
///
/// # Errors
/// When the database fails.
pub fn forget_strangers(connection: &Connection) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "DELETE FROM event WHERE NOT EXISTS (SELECT 1 FROM agent WHERE agent.name_digest = event.name_digest)",
        )?
        .execute([])?;
    Ok(())
}

/// Since when events can be shown: since the journal began, and never longer than they are kept.
///
/// # Errors
/// When the database fails.
pub fn recorded_since(connection: &Connection, now: Moment) -> rusqlite::Result<Moment> {
    let began: Moment = connection
        .prepare_cached("SELECT CAST(value AS TEXT) FROM meta WHERE key = 'recorded_since'")?
        .query_row([], |row| row.get(0))?;
    Ok(began.max(now - KEPT))
}

/// The newest events of the agent that were kept since `since` and fit the filter, at most `most`.
///
/// # Errors
/// When the database fails.
pub fn page(
    connection: &Connection,
    (agent_id, session_id): (&str, &str),
    since: Moment,
    filter: &Filter,
    most: usize,
) -> rusqlite::Result<Vec<(Place, ActivityEvent)>> {
    let codes = CODES
        .iter()
        .filter(|(_, _, kind)| filter.kind.is_none_or(|wanted| wanted == *kind))
        .map(|(_, name, _)| format!("'{name}'"))
        .collect::<Vec<_>>()
        .join(", ");
    let sql = format!(
        "SELECT event.seq, event.id, event.at, code, item_id, item_label, address, browser, session_id IS ?2,
           event_report.seq, event_report.at, item_kind
         FROM agent JOIN event ON event.name_digest = agent.name_digest
           LEFT JOIN event_report ON event_report.event_id = event.id
         WHERE agent.id = ?1 AND event.at >= ?3 AND (?4 IS NULL OR event.at >= ?4) AND (?5 IS NULL OR event.at < ?5)
           AND (?6 IS NULL OR (event.at, event.seq) < (?6, ?7)) AND code IN ({codes})
         ORDER BY event.at DESC, event.seq DESC LIMIT ?8"
    );
    let (after, seq) = filter.after.map(|place| (place.at, place.seq)).unzip();
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let values: [&dyn ToSql; 8] = [
        &agent_id,
        &session_id,
        &since,
        &filter.from,
        &filter.until,
        &after,
        &seq,
        &most,
    ];
    connection
        .prepare_cached(&sql)?
        .query_map(values, listed)?
        .collect()
}

fn listed(row: &Row<'_>) -> rusqlite::Result<(Place, ActivityEvent)> {
    let place = Place {
        at: row.get(2)?,
        seq: row.get(0)?,
    };
    let (code, kind) = code_named(&row.get::<_, String>(3)?);
    let item: Option<(String, String)> = row.get::<_, Option<String>>(4)?.zip(row.get(5)?);
    let item_kind = item_named(row.get::<_, Option<String>>(11)?.as_deref());
    let report: Option<(i64, Moment)> = row.get::<_, Option<i64>>(9)?.zip(row.get(10)?);
    let report = report.map(|(number, at)| activity_report::told(number, at));
    let actions = if can_be_reported(code) && report.is_none() {
        vec![ActivityAction::Report]
    } else {
        Vec::new()
    };
    let event = ActivityEvent {
        id: row.get(1)?,
        at: in_paris(place.at),
        kind,
        code,
        item: item.map(|(id, label)| ActivityItem {
            kind: item_kind,
            id,
            label,
        }),
        from: row.get(6)?,
        with: row.get(7)?,
        current_session: row.get(8)?,
        report,
        actions,
    };
    Ok((place, event))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seed::accounts::ROLES;
    use crate::store::{Store, agents};
    use chrono::NaiveDate;

    const AGENT: [u8; 32] = [1; 32];
    const NOBODY: [u8; 32] = [2; 32];

    fn store() -> Store {
        let store = Store::open(":memory:".as_ref()).unwrap();
        let (day, now) = (NaiveDate::default(), Moment::default());
        let account = ROLES[0].account("a".to_owned(), String::new(), day, now);
        let put = store.call_now(|database| agents::put(database, &account, &AGENT));
        put.unwrap();
        store
    }

    fn caller() -> Caller {
        Caller {
            address: "192.0.2.1".to_owned(),
            browser: String::new(),
        }
    }

    fn count(store: &Store) -> i64 {
        let count = |row: &Row<'_>| row.get(0);
        store
            .call_now(|database| database.query_row("SELECT count(*) FROM event", [], count))
            .unwrap()
    }

    #[test]
    fn a_refused_try_is_written_alike_for_any_name_and_a_strangers_is_forgotten() {
        let store = store();
        let now = Moment::default() + TimeDelta::days(1);
        for name in [AGENT, NOBODY] {
            let refused = |at, locked_at| {
                store
                    .call_now(|database| {
                        record_refused(database, &name, (at, locked_at), &caller())
                    })
                    .unwrap();
            };
            let before = count(&store);
            refused(now, None);
            // The try that locks, then those while it is locked.
            refused(now, None);
            for second in 1..5 {
                refused(now + TimeDelta::seconds(second), Some(now));
            }
            assert_eq!(count(&store), before + 3);
            let later = now + TimeDelta::hours(1);
            refused(later, None);
            refused(later + TimeDelta::seconds(1), Some(later));
            assert_eq!(count(&store), before + 5);
        }
        store
            .call_now(|database| forget_strangers(database))
            .unwrap();
        assert_eq!(count(&store), 5);
        let all = store
            .call_now(|database| {
                page(
                    database,
                    ("a", ""),
                    Moment::default(),
                    &Filter::default(),
                    9,
                )
            })
            .unwrap();
        assert_eq!(all.len(), 5);
    }

    #[test]
    fn what_is_too_old_leaves_the_database_with_the_next_event() {
        let store = store();
        let caller = caller();
        let record = |days: i64| {
            let deed = Deed {
                code: ActivityCode::SignedIn,
                at: Moment::default() + TimeDelta::days(days),
                caller: &caller,
                session_id: None,
                item: None,
            };
            store
                .call_now(|database| record(database, "a", &deed))
                .unwrap();
            count(&store)
        };
        assert_eq!([0, 100, 365, 366, 470].map(record), [1, 2, 3, 3, 3]);
    }
}
