//! Documents in the database, always asked for by their agent; knows no file's bytes but those that a test has put there.

use crate::clock::Moment;
use crate::search;
use chrono::NaiveDate;
use nomade::contract::documents::{Document, DocumentSort, DocumentSummary};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, params, params_from_iter};

/// A document with what its file is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// What is told of it; its actions are the session's.
    pub document: Document,
    /// How its file is made.
    pub recipe: String,
    /// Its file, where a test has put one there.
    pub bytes: Option<Vec<u8>>,
}

/// Which documents a page shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Of this category alone.
    pub category: Option<String>,
    /// Each must stand in the title or the date, or the document be of one of the categories beside it.
    pub words: Vec<(String, Vec<&'static str>)>,
    /// In this order.
    pub sort: DocumentSort,
    /// Behind the document of that id.
    pub after: Option<String>,
}

const SUMMARY: &str = "id, title, category, issued_on, media_type, size, opened_at IS NULL";

fn summary(row: &Row<'_>) -> rusqlite::Result<DocumentSummary> {
    Ok(DocumentSummary {
        id: row.get(0)?,
        title: row.get(1)?,
        category: row.get(2)?,
        issued_on: row.get(3)?,
        media_type: row.get(4)?,
        size: row.get::<_, i64>(5)?.unsigned_abs(),
        new: row.get(6)?,
    })
}

/// The documents of that agent that are wanted, at most `most`; nothing at all when the one to begin behind never was.
///
/// # Errors
/// When the database fails.
pub fn page(
    connection: &Connection,
    agent_id: &str,
    wanted: &Wanted,
    most: usize,
) -> rusqlite::Result<Option<Vec<DocumentSummary>>> {
    let (key, direction, is_behind) = match wanted.sort {
        DocumentSort::Newest => ("issued_on", "DESC", "<"),
        DocumentSort::Oldest => ("issued_on", "ASC", ">"),
        DocumentSort::Title => ("title_key", "ASC", ">"),
    };
    let mut sql =
        format!("SELECT {SUMMARY} FROM document WHERE agent_id = ?1 AND removed_at IS NULL");
    let mut values: Vec<Value> = vec![agent_id.to_owned().into()];
    if let Some(category) = &wanted.category {
        values.push(category.clone().into());
        sql.push_str(&format!(" AND category = ?{}", values.len()));
    }
    for (word, categories) in &wanted.words {
        values.push(word.clone().into());
        let categories = categories.join("', '");
        sql.push_str(&format!(
            " AND (instr(words, ?{}) > 0 OR category IN ('{categories}'))",
            values.len()
        ));
    }
    if let Some(id) = &wanted.after {
        let place = format!("SELECT {key}, seq FROM document WHERE agent_id = ?1 AND id = ?2");
        let place: Option<(String, i64)> = connection
            .prepare_cached(&place)?
            .query_row([agent_id, id], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let Some((place, seq)) = place else {
            return Ok(None);
        };
        values.extend([place.into(), seq.into()]);
        sql.push_str(&format!(
            " AND ({key}, seq) {is_behind} (?{}, ?{})",
            values.len() - 1,
            values.len()
        ));
    }
    sql.push_str(&format!(
        " ORDER BY {key} {direction}, seq {direction} LIMIT {most}"
    ));
    let mut statement = connection.prepare(&sql)?;
    let rows = statement.query_map(params_from_iter(values), summary)?;
    rows.collect::<Result<_, _>>().map(Some)
}

/// How many documents of the agent there are in each category that has one, and how many of them are new.
///
/// # Errors
/// When the database fails.
pub fn counts(
    connection: &Connection,
    agent_id: &str,
) -> rusqlite::Result<Vec<(String, u32, u32)>> {
    connection
        .prepare_cached(
            "SELECT category, count(*), count(*) FILTER (WHERE opened_at IS NULL) FROM document
             WHERE agent_id = ?1 AND removed_at IS NULL GROUP BY category",
        )?
        .query_map([agent_id], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })?
        .collect()
}

/// One document of this agent.
///
/// # Errors
/// When the database fails.
pub fn find(connection: &Connection, agent_id: &str, id: &str) -> rusqlite::Result<Option<Stored>> {
    let sql = format!(
        "SELECT {SUMMARY}, issuer, recipe, bytes FROM document WHERE agent_id = ?1 AND id = ?2 AND removed_at IS NULL"
    );
    connection
        .prepare_cached(&sql)?
        .query_row([agent_id, id], |row| {
            Ok(Stored {
                document: Document {
                    summary: summary(row)?,
                    issuer: row.get(7)?,
                    actions: Vec::new(),
                },
                recipe: row.get(8)?,
                bytes: row.get(9)?,
            })
        })
        .optional()
}

/// Notes that the agent has opened it: it is no longer new.
///
/// # Errors
/// When the database fails.
pub fn open(
    connection: &Connection,
    agent_id: &str,
    id: &str,
    now: Moment,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE document SET opened_at = ?3 WHERE agent_id = ?1 AND id = ?2 AND opened_at IS NULL")?
        .execute(params![agent_id, id, now])?;
    Ok(())
}

/// True while it is the agent's to read.
///
/// # Errors
/// When the database fails.
pub fn is_there(connection: &Connection, agent_id: &str, id: &str) -> rusqlite::Result<bool> {
    connection
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM document WHERE agent_id = ?1 AND id = ?2 AND removed_at IS NULL)",
        )?
        .query_row([agent_id, id], |row| row.get(0))
}

/// Takes it away, and says whether it was there.
///
/// # Errors
/// When the database fails.
pub fn remove(connection: &Connection, id: &str, now: Moment) -> rusqlite::Result<bool> {
    let removed = connection
        .prepare_cached("UPDATE document SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL")?
        .execute(params![id, now])?;
    Ok(removed > 0)
}

/// Adds a document, opened at that moment or new.
///
/// # Errors
/// When the database fails.
pub fn add(
    connection: &Connection,
    agent_id: &str,
    stored: &Stored,
    opened_at: Option<Moment>,
) -> rusqlite::Result<()> {
    let Document {
        summary, issuer, ..
    } = &stored.document;
    connection
        .prepare_cached(
            "INSERT INTO document (id, agent_id, title, category, issued_on, issuer, media_type, size, recipe, bytes,
               title_key, words, opened_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
        )?
        .execute(params![
            summary.id,
            agent_id,
            summary.title,
            summary.category,
            summary.issued_on,
            issuer,
            summary.media_type,
            i64::try_from(summary.size).unwrap_or(i64::MAX),
            stored.recipe,
            stored.bytes,
            search::order_of(&summary.title),
            search::words_of(&summary.title, summary.issued_on),
            opened_at
        ])?;
    Ok(())
}

/// What the certificates of a day tell of the agent's employment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Employment {
    /// The first month that is paid.
    pub since: NaiveDate,
    /// The grade, as it is printed.
    pub position: String,
    /// The month, gross and net pay of the last three ordinary payslips, the newest first.
    pub paid: Vec<(NaiveDate, i64, i64)>,
}

/// What certificates of that day tell of the agent's employment.
///
/// # Errors
/// When the database fails.
pub fn employment(
    connection: &Connection,
    agent_id: &str,
    day: NaiveDate,
) -> rusqlite::Result<Employment> {
    let since = connection
        .prepare_cached("SELECT paid_since FROM agent WHERE id = ?1")?
        .query_row([agent_id], |row| row.get(0))?;
    let rows: Vec<(NaiveDate, i64, i64, String)> = connection
        .prepare_cached(
            "SELECT period, gross, net_payable, position FROM payslip
             WHERE agent_id = ?1 AND paid_on <= ?2 AND label = 'Bulletin de paie' ORDER BY period DESC LIMIT 3",
        )?
        .query_map(params![agent_id, day], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })?
        .collect::<Result<_, _>>()?;
    Ok(Employment {
        since,
        position: rows.first().map(|row| row.3.clone()).unwrap_or_default(),
        paid: rows
            .into_iter()
            .map(|(period, gross, net, _)| (period, gross, net))
            .collect(),
    })
}
