//! Requests for leave in the database; judges no reader.

use crate::clock::{Moment, in_paris};
use crate::leave::levels::Standing;
use crate::security::secret::random_id;
use crate::store::leave::people::{self, Person};
use crate::store::leave::{state_name, state_named};
use chrono::{Datelike, NaiveDate};
use nomade::contract::leave::{LeaveAbsence, LeaveAttachment, LeavePeriod, LeaveRequestSummary};
use nomade::contract::localized::Localized;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, ToSql, params, params_from_iter};

/// A request as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Tells requests apart in the database.
    pub seq: i64,
    /// Its id in the contract.
    pub id: String,
    /// Whose leave it is.
    pub person: Person,
    /// The id of its kind.
    pub kind: String,
    /// The name of its kind, as it was then.
    pub label: Localized,
    /// From when to when.
    pub period: LeavePeriod,
    /// The half-days that it counts.
    pub half_days: u32,
    /// What the agent added.
    pub comment: String,
    /// What the agent attached.
    pub attachment: Option<LeaveAttachment>,
    /// When it was asked for.
    pub asked_at: Moment,
    /// Where it stands.
    pub standing: Standing,
    /// Greater with each change.
    pub revision: i64,
    /// The decision that can be taken back.
    pub undo: Option<Undo>,
}

/// A decision that can be taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Undo {
    /// Whose it is.
    pub person: i64,
    /// Until when.
    pub until: Moment,
    /// Where the request stood before.
    pub before: Standing,
}

/// The columns of [`from_row`].
const COLUMNS: &str = "request.seq, request.id, kind, label_fr, label_en, request.from_day, from_noon, request.to_day, to_noon, \
     half_days, comment, asked_at, state, request.level, request.levels, revision, undo_person, undo_until, undo_state, undo_level, \
     attachment.id, media_type, length(bytes)";

pub(super) fn select() -> String {
    format!(
        "SELECT {COLUMNS}, {} FROM leave_request AS request JOIN leave_person AS person ON person.seq = request.person_seq
           LEFT JOIN leave_attachment AS attachment ON attachment.seq = attachment_seq",
        people::COLUMNS
    )
}

/// How many columns [`select`] begins with.
pub(super) const WIDTH: usize = 27;

pub(super) fn from_row(row: &Row<'_>) -> rusqlite::Result<Request> {
    let standing = Standing {
        state: state_named(&row.get::<_, String>(12)?),
        level: row.get(13)?,
        levels: row.get(14)?,
    };
    let undo = row.get::<_, Option<i64>>(16)?.map(|person| {
        Ok::<_, rusqlite::Error>(Undo {
            person,
            until: row.get(17)?,
            before: Standing {
                state: state_named(&row.get::<_, String>(18)?),
                level: row.get(19)?,
                ..standing
            },
        })
    });
    let attachment = row.get::<_, Option<String>>(20)?.map(|id| {
        Ok::<_, rusqlite::Error>(LeaveAttachment {
            id,
            media_type: row.get(21)?,
            size: row.get::<_, i64>(22)?.unsigned_abs(),
        })
    });
    Ok(Request {
        seq: row.get(0)?,
        id: row.get(1)?,
        kind: row.get(2)?,
        label: Localized {
            fr: row.get(3)?,
            en: row.get(4)?,
        },
        period: LeavePeriod {
            from: row.get(5)?,
            from_noon: row.get(6)?,
            to: row.get(7)?,
            to_noon: row.get(8)?,
        },
        half_days: row.get(9)?,
        comment: row.get(10)?,
        asked_at: row.get(11)?,
        standing,
        revision: row.get(15)?,
        undo: undo.transpose()?,
        attachment: attachment.transpose()?,
        person: people::from_row(row, 23)?,
    })
}

impl Request {
    /// As a list tells it.
    #[must_use]
    pub fn summary(&self) -> LeaveRequestSummary {
        LeaveRequestSummary {
            id: self.id.clone(),
            kind: self.kind.clone(),
            label: self.label.clone(),
            period: self.period,
            half_days: self.half_days,
            state: self.standing.state,
            asked_at: in_paris(self.asked_at),
        }
    }

    /// As its agent's calendar tells it.
    #[must_use]
    pub fn absence(&self) -> LeaveAbsence {
        LeaveAbsence {
            request_id: self.id.clone(),
            label: self.label.clone(),
            period: self.period,
            state: self.standing.state,
        }
    }
}

/// The request of that id, whosever it is.
///
/// # Errors
/// When the database fails.
pub fn find(connection: &Connection, id: &str) -> rusqlite::Result<Option<Request>> {
    let sql = format!("{} WHERE request.id = ?1 AND removed_at IS NULL", select());
    connection
        .prepare_cached(&sql)?
        .query_row([id], from_row)
        .optional()
}

/// Where a request stands in its agent's list: the latest first day comes first.
pub type Place = (NaiveDate, i64);

/// Which of an agent's requests a page shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Those that touch this year.
    pub year: Option<i32>,
    /// Those in the state of that name.
    pub state: Option<String>,
    /// Behind the one that stands there.
    pub after: Option<Place>,
}

/// The requests of that person that are wanted, at most `most`.
///
/// # Errors
/// When the database fails.
pub fn page(
    connection: &Connection,
    person: i64,
    wanted: &Wanted,
    most: usize,
) -> rusqlite::Result<Vec<Request>> {
    let sql = format!(
        "{} WHERE request.person_seq = ?1 AND removed_at IS NULL AND (?2 IS NULL OR (request.from_day <= ?2 || '-12-31' AND request.to_day >= ?2 || '-01-01'))
           AND (?3 IS NULL OR state = ?3) AND (?4 IS NULL OR (request.from_day, request.seq) < (?4, ?5))
         ORDER BY request.from_day DESC, request.seq DESC LIMIT ?6",
        select()
    );
    let year = wanted.year.map(|year| format!("{year:04}"));
    let (day, seq) = wanted.after.unzip();
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let values: [&dyn ToSql; 6] = [&person, &year, &wanted.state, &day, &seq, &most];
    connection
        .prepare_cached(&sql)?
        .query_map(values, from_row)?
        .collect()
}

/// Every year that a request of that person touches, the latest first.
///
/// # Errors
/// When the database fails.
pub fn years(connection: &Connection, person: i64) -> rusqlite::Result<Vec<i32>> {
    let periods: Vec<(NaiveDate, NaiveDate)> = connection
        .prepare_cached("SELECT from_day, to_day FROM leave_request WHERE person_seq = ?1 AND removed_at IS NULL")?
        .query_map([person], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    let years = periods
        .iter()
        .flat_map(|(from, to)| from.year()..=to.year())
        .collect::<std::collections::BTreeSet<_>>();
    Ok(years.into_iter().rev().collect())
}

/// The requests that meet `condition`, the earliest first day first, from behind that place on, at most `most`.
///
/// # Errors
/// When the database fails.
pub(super) fn waiting(
    connection: &Connection,
    (condition, values): (&str, &[Value]),
    after: Option<Place>,
    most: usize,
) -> rusqlite::Result<Vec<Request>> {
    let (day, seq) = after.map(|(day, seq)| (day.to_string(), seq)).unzip();
    let mut values = values.to_vec();
    let first = values.len() + 1;
    values.extend([day.into(), seq.into()]);
    let sql = format!(
        "{} WHERE state IN ('pending', 'cancellation_pending') AND removed_at IS NULL AND ({condition})
           AND (?{first} IS NULL OR (request.from_day, request.seq) > (?{first}, ?{}))
         ORDER BY request.from_day, request.seq LIMIT {most}",
        select(),
        first + 1
    );
    connection
        .prepare(&sql)?
        .query_map(params_from_iter(values), from_row)?
        .collect()
}

/// How many requests wait that meet `condition`.
///
/// # Errors
/// When the database fails.
pub(super) fn count_waiting(
    connection: &Connection,
    (condition, values): (&str, &[Value]),
) -> rusqlite::Result<u32> {
    let sql = format!(
        "SELECT count(*) FROM leave_request AS request JOIN leave_person AS person ON person.seq = request.person_seq
         WHERE state IN ('pending', 'cancellation_pending') AND removed_at IS NULL AND ({condition})"
    );
    connection
        .prepare(&sql)?
        .query_row(params_from_iter(values.to_vec()), |row| row.get(0))
}

/// What is known of a request when it is made.
#[derive(Clone, Debug)]
pub struct New<'a> {
    /// Whose it is.
    pub person: i64,
    /// The id of its kind.
    pub kind: &'a str,
    /// The name of its kind.
    pub label: Localized,
    /// From when to when.
    pub period: LeavePeriod,
    /// The half-days that it counts.
    pub half_days: u32,
    /// What the agent adds.
    pub comment: &'a str,
    /// The number of what was attached.
    pub attachment: Option<i64>,
    /// When it is asked for.
    pub asked_at: Moment,
    /// Where it stands.
    pub standing: Standing,
}

/// Adds a request, and gives its number and its id.
///
/// # Errors
/// When the database fails.
pub fn add(connection: &Connection, new: &New<'_>) -> rusqlite::Result<(i64, String)> {
    let id = random_id();
    connection
        .prepare_cached(
            "INSERT INTO leave_request (id, person_seq, kind, label_fr, label_en, from_day, from_noon, to_day, to_noon, half_days,
               comment, attachment_seq, asked_at, state, level, levels, revision)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, 1)",
        )?
        .execute(params![
            id,
            new.person,
            new.kind,
            new.label.fr,
            new.label.en,
            new.period.from,
            new.period.from_noon,
            new.period.to,
            new.period.to_noon,
            new.half_days,
            new.comment,
            new.attachment,
            new.asked_at,
            state_name(new.standing.state),
            new.standing.level,
            new.standing.levels
        ])?;
    Ok((connection.last_insert_rowid(), id))
}

/// Notes where a request stands now, and what can be taken back of that: its revision is another one then. Says whether it
/// was still of that revision; if not, nothing is noted.
///
/// # Errors
/// When the database fails.
pub fn change(
    connection: &Connection,
    request: &Request,
    standing: Standing,
    undo: Option<Undo>,
) -> rusqlite::Result<bool> {
    let changed = connection
        .prepare_cached(
            "UPDATE leave_request SET state = ?3, level = ?4, undo_person = ?5, undo_until = ?6, undo_state = ?7, undo_level = ?8,
               revision = revision + 1 WHERE seq = ?1 AND revision = ?2",
        )?
        .execute(params![
            request.seq,
            request.revision,
            state_name(standing.state),
            standing.level,
            undo.map(|it| it.person),
            undo.map(|it| it.until),
            undo.map(|it| state_name(it.before.state)),
            undo.map(|it| it.before.level)
        ])?;
    Ok(changed > 0)
}

/// Takes a request away, as if nobody had the right to read it any more, and says whether it was there.
///
/// # Errors
/// When the database fails.
pub fn remove(connection: &Connection, id: &str, now: Moment) -> rusqlite::Result<bool> {
    let removed = connection
        .prepare_cached(
            "UPDATE leave_request SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL",
        )?
        .execute(params![id, now])?;
    Ok(removed > 0)
}
