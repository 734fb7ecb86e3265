//! The database file: opened, brought up to date and asked, one call at a time; knows no HTTP.
//!
//! What a call has written survives the death of the process and of the machine (`synchronous=FULL`).

pub mod activity;
mod activity_codes;
pub mod activity_report;
pub mod agents;
pub mod consent;
pub mod document_requests;
pub mod documents;
pub mod leave;
pub mod lockouts;
pub mod mail;
pub mod notices;
pub mod operations;
pub mod payslips;
pub mod sessions;

use crate::problem::Refusal;
use crate::start_error::StartError;
use nomade::contract::problem::ProblemCode;
use rusqlite::{Connection, ErrorCode};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// Marks a SQLite file as a portal's, so that no other one is ever written to ("nmde").
const APPLICATION_ID: i32 = 0x6e6d_6465;

/// Each applied once, in this order; never edited, only added to.
const MIGRATIONS: [&str; 6] = [
    include_str!("migrations/0001_start.sql"),
    include_str!("migrations/0002_consent.sql"),
    include_str!("migrations/0003_activity.sql"),
    include_str!("migrations/0004_documents.sql"),
    include_str!("migrations/0005_leave.sql"),
    include_str!("migrations/0006_mail.sql"),
];

/// The database.
#[derive(Clone, Debug)]
pub struct Store {
    connection: Arc<Mutex<Connection>>,
}

impl Store {
    /// Opens the file, makes it when it is missing, and brings it up to date.
    ///
    /// # Errors
    /// When it can't be read or written, is damaged, or is not a portal's.
    pub fn open(path: &Path) -> Result<Self, StartError> {
        let refused = |reason: String| StartError::Database(path.to_owned(), reason);
        if path.as_os_str() != ":memory:"
            && let Some(folder) = path
                .parent()
                .filter(|folder| !folder.as_os_str().is_empty())
        {
            std::fs::create_dir_all(folder).map_err(|error| refused(error.to_string()))?;
        }
        let mut connection = Connection::open(path).map_err(|error| refused(sentence(&error)))?;
        prepare(&mut connection).map_err(refused)?;
        Ok(Self {
            connection: Arc::new(Mutex::new(connection)),
        })
    }

    /// Runs `work` on the database, here and now: for the start, before anything is served.
    ///
    /// # Errors
    /// What the database says.
    pub fn call_now<T>(
        &self,
        work: impl FnOnce(&mut Connection) -> rusqlite::Result<T>,
    ) -> rusqlite::Result<T> {
        work(
            &mut self
                .connection
                .lock()
                .unwrap_or_else(PoisonError::into_inner),
        )
    }

    /// Runs `work` on the database, off the threads that serve requests.
    ///
    /// # Errors
    /// `unavailable` when the database is busy or full, `internal_error` for everything else; the log has the cause.
    pub async fn call<T, F>(&self, work: F) -> Result<T, Refusal>
    where
        T: Send + 'static,
        F: FnOnce(&mut Connection) -> rusqlite::Result<T> + Send + 'static,
    {
        let connection = self.connection.clone();
        let run = move || {
            // A panic in an earlier call rolled its transaction back: the connection is sound.
            let mut connection = connection.lock().unwrap_or_else(PoisonError::into_inner);
            work(&mut connection)
        };
        match tokio::task::spawn_blocking(run).await {
            Ok(Ok(value)) => Ok(value),
            Ok(Err(error)) => {
                tracing::error!(%error, "the database refused a call");
                Err(refusal(&error))
            }
            Err(error) => {
                tracing::error!(%error, "a database call did not end");
                Err(ProblemCode::InternalError.into())
            }
        }
    }
}

fn refusal(error: &rusqlite::Error) -> Refusal {
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::DiskFull) => {
            Refusal::new(ProblemCode::Unavailable).retry_after(5)
        }
        _ => ProblemCode::InternalError.into(),
    }
}

fn prepare(connection: &mut Connection) -> Result<(), String> {
    let known = checked(connection).map_err(|error| sentence(&error))?;
    known?;
    migrate(connection).map_err(|error| sentence(&error))
}

/// Whether the file is sound and a portal's; writes nothing before that is known.
fn checked(connection: &Connection) -> rusqlite::Result<Result<(), String>> {
    connection.busy_timeout(Duration::from_secs(5))?;
    connection.pragma_update(None, "foreign_keys", true)?;
    let tables: i64 =
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    let application: i32 =
        connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    if tables > 0 && application != APPLICATION_ID {
        return Ok(Err("it belongs to another program".to_owned()));
    }
    let state: String = connection.pragma_query_value(None, "quick_check", |row| row.get(0))?;
    if state != "ok" {
        return Ok(Err(format!("it is damaged ({})", state.replace('\n', " "))));
    }
    let version: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if version as usize > MIGRATIONS.len() {
        return Ok(Err(
            "a newer version of this program has written it".to_owned()
        ));
    }
    Ok(Ok(()))
}

fn migrate(connection: &mut Connection) -> rusqlite::Result<()> {
    // The answer is the mode in force: `memory` for a database that has no file.
    connection.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    let version: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    for (number, sql) in (1_u32..).zip(MIGRATIONS).skip(version as usize) {
        let transaction = connection.transaction()?;
        transaction.execute_batch(sql)?;
        transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
        transaction.pragma_update(None, "user_version", number)?;
        transaction.commit()?;
    }
    Ok(())
}

/// The error without the statement that met it: one line for a person.
fn sentence(error: &rusqlite::Error) -> String {
    let reason = match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => "it is not a SQLite database",
        Some(ErrorCode::DatabaseCorrupt) => "it is damaged",
        Some(ErrorCode::ReadOnly) => "it can't be written",
        Some(ErrorCode::CannotOpen) => "it can't be opened",
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => "another program is using it",
        _ => return error.to_string(),
    };
    reason.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_written_call_is_on_the_disk_when_it_returns() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("portal.sqlite")).unwrap();
        let connection = store.connection.lock().unwrap();
        let mode: String = connection
            .pragma_query_value(None, "journal_mode", |row| row.get(0))
            .unwrap();
        let synchronous: i64 = connection
            .pragma_query_value(None, "synchronous", |row| row.get(0))
            .unwrap();
        assert_eq!((mode.as_str(), synchronous), ("wal", 2));
    }

    #[test]
    fn only_a_sound_file_of_a_portal_is_opened() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("it.sqlite");
        let reason = |path: &Path| match Store::open(path) {
            Err(StartError::Database(_, reason)) => reason,
            other => panic!("opened: {other:?}"),
        };

        std::fs::write(
            &path,
            "this is no database, and long enough to look like one".repeat(40),
        )
        .unwrap();
        assert_eq!(reason(&path), "it is not a SQLite database");

        std::fs::remove_file(&path).unwrap();
        Connection::open(&path)
            .unwrap()
            .execute_batch("CREATE TABLE recipe (name TEXT)")
            .unwrap();
        assert_eq!(reason(&path), "it belongs to another program");

        std::fs::remove_file(&path).unwrap();
        drop(Store::open(&path).unwrap());
        let connection = Connection::open(&path).unwrap();
        connection.pragma_update(None, "user_version", 99).unwrap();
        drop(connection);
        assert_eq!(
            reason(&path),
            "a newer version of this program has written it"
        );

        assert_eq!(reason(folder.path()), "it can't be opened");
    }

    #[test]
    fn what_was_accepted_before_moments_were_noted_is_still_accepted() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("portal.sqlite");
        let before = Connection::open(&path).unwrap();
        before.execute_batch(MIGRATIONS[0]).unwrap();
        before
            .pragma_update(None, "application_id", APPLICATION_ID)
            .unwrap();
        before.pragma_update(None, "user_version", 1).unwrap();
        before
            .execute_batch(
                "INSERT INTO agent SELECT 'a', 'a', '', '', '', '', '', 0, '', '', '', 0, '2025-1', '2026-1', '';
                 INSERT INTO connection VALUES (1, 'a', '2026-02-03 04:05:06.000+00:00', '', '');
                 INSERT INTO connection VALUES (2, 'a', '2026-03-03 04:05:06.000+00:00', '', '');",
            )
            .unwrap();
        drop(before);

        let store = Store::open(&path).unwrap();
        let last = |text| store.call_now(|database| consent::last(database, "a", text));
        for (text, version) in [("charter", "2025-1"), ("terms", "2026-1")] {
            let last = last(text).unwrap().unwrap();
            assert_eq!(last.version, version);
            let at = serde_json::to_value(last.at).unwrap();
            assert_eq!(at, "2026-02-03T05:05:06+01:00");
        }
    }

    #[test]
    fn what_happened_to_an_item_before_there_were_others_happened_to_a_payslip() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("portal.sqlite");
        let before = Connection::open(&path).unwrap();
        for sql in &MIGRATIONS[..3] {
            before.execute_batch(sql).unwrap();
        }
        before
            .pragma_update(None, "application_id", APPLICATION_ID)
            .unwrap();
        before.pragma_update(None, "user_version", 3).unwrap();
        before
            .execute_batch(
                "INSERT INTO agent SELECT 'a', 'a', '', '', '', '', '', 0, '', '', '', 0, '', x'01';
                 INSERT INTO event VALUES (1, 'e1', x'01', '2026-02-03 04:05:06.000+00:00', 'payslip_viewed', 'p', 'Bulletin', '', '', 's');
                 INSERT INTO event VALUES (2, 'e2', x'01', '2026-02-03 04:05:07.000+00:00', 'signed_out', NULL, NULL, '', '', 's');",
            )
            .unwrap();
        drop(before);

        let store = Store::open(&path).unwrap();
        let (since, filter) = (crate::clock::Moment::default(), activity::Filter::default());
        let page = store
            .call_now(|database| activity::page(database, ("a", "s"), since, &filter, 9))
            .unwrap();
        let items: Vec<_> = page.into_iter().map(|(_, event)| event.item).collect();
        assert_eq!(items[0], None);
        let item = serde_json::to_value(&items[1]).unwrap();
        let expected = serde_json::json!({ "kind": "payslip", "id": "p", "label": "Bulletin" });
        assert_eq!(item, expected);
    }

    #[test]
    fn opening_again_changes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/er/portal.sqlite");
        drop(Store::open(&path).unwrap());
        drop(Store::open(&path).unwrap());
    }
}
