//! The notices in the database; knows no page.

use crate::clock::{Moment, in_paris};
use nomade::contract::localized::Localized;
use nomade::contract::notices::{Notice, NoticeKind};
use rusqlite::{Connection, params};

/// The notices that hold now, warnings first, then the newest.
///
/// # Errors
/// When the database fails.
pub fn current(connection: &Connection, now: Moment) -> rusqlite::Result<Vec<Notice>> {
    connection
        .prepare_cached(
            "SELECT id, kind, title_fr, title_en, text_fr, text_en, from_at, until_at FROM notice
             WHERE from_at <= ?1 AND (until_at IS NULL OR until_at > ?1)
             ORDER BY kind = 'warning' DESC, from_at DESC, id",
        )?
        .query_map([now], |row| {
            let kind: String = row.get(1)?;
            let until: Option<Moment> = row.get(7)?;
            Ok(Notice {
                id: row.get(0)?,
                kind: if kind == "warning" {
                    NoticeKind::Warning
                } else {
                    NoticeKind::Information
                },
                title: Localized {
                    fr: row.get(2)?,
                    en: row.get(3)?,
                },
                text: Localized {
                    fr: row.get(4)?,
                    en: row.get(5)?,
                },
                from: in_paris(row.get(6)?),
                until: until.map(in_paris),
            })
        })?
        .collect()
}

/// Adds the notice, or replaces the one of that id.
///
/// # Errors
/// When the database fails.
pub fn put(
    connection: &Connection,
    (id, is_warning): (&str, bool),
    title: &Localized,
    text: &Localized,
    (from, until): (Moment, Option<Moment>),
) -> rusqlite::Result<()> {
    let kind = if is_warning { "warning" } else { "information" };
    connection
        .prepare_cached("INSERT OR REPLACE INTO notice VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")?
        .execute(params![
            id, kind, title.fr, title.en, text.fr, text.en, from, until
        ])?;
    Ok(())
}
