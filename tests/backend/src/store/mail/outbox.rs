//! What is on its way: a message waits, can be taken back, and then goes to those who have a mailbox here; knows no clock.

use super::messages::{self, New, People};
use super::{boxes, directory, drafts, files, folders, from_json, intake, to_json};
use crate::clock::{Moment, in_paris};
use crate::options::Seed;
use crate::security::secret::random_id;
use chrono::TimeDelta;
use nomade::contract::agent::Agent;
use nomade::contract::mail::{
    MailAnswer, MailAnswerKind, MailFolderRole, MailPerson, MailSent, MailSentState, NewMailDraft,
};
use rusqlite::{Connection, OptionalExtension, Row, params};
use std::collections::BTreeSet;

/// How long a message waits, unless a test has said otherwise.
const UNDO: TimeDelta = TimeDelta::seconds(10);

/// A sending with the message that it is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Tells sendings apart in the database.
    pub seq: i64,
    /// The number and the id of its message, unless that was deleted for good.
    pub message: Option<(i64, String)>,
    /// The subject of its message.
    pub subject: String,
    draft_id: String,
    /// What is told of it.
    pub told: MailSent,
}

/// How long a message waits.
///
/// # Errors
/// When the database fails.
pub fn undo_time(connection: &Connection) -> rusqlite::Result<TimeDelta> {
    let seconds: Option<i64> = connection
        .prepare_cached(
            "SELECT CAST(CAST(value AS TEXT) AS INTEGER) FROM meta WHERE key = 'mail_undo_s'",
        )?
        .query_row([], |row| row.get(0))
        .optional()?;
    Ok(seconds.map_or(UNDO, TimeDelta::seconds))
}

/// Changes how long a message waits from now on, until everything is reset.
///
/// # Errors
/// When the database fails.
pub fn set_undo_time(connection: &Connection, seconds: i64) -> rusqlite::Result<()> {
    connection.execute(
        "INSERT OR REPLACE INTO meta (key, value) VALUES ('mail_undo_s', CAST(CAST(?1 AS TEXT) AS BLOB))",
        [seconds],
    )?;
    Ok(())
}

/// Takes a message, and the draft that it was, on its way; gives the id of the sending.
///
/// # Errors
/// When the database fails.
pub fn send(
    connection: &Connection,
    agent: &Agent,
    written: (&NewMailDraft, &[i64]),
    draft: Option<&drafts::Stored>,
    now: Moment,
) -> rusqlite::Result<String> {
    let (message, draft_id) = match draft {
        Some(draft) => {
            drafts::put(connection, agent, draft.seq, written, now)?;
            connection
                .prepare_cached(
                    "UPDATE mail_message SET folder_seq = NULL, draft_id = NULL, flagged = 0 WHERE seq = ?1",
                )?
                .execute([draft.seq])?;
            (draft.seq, draft.draft.id.clone())
        }
        None => {
            let message = drafts::add(connection, agent, written, None, now)?;
            (message, random_id())
        }
    };
    let id = random_id();
    let undo_until = now + undo_time(connection)?;
    connection
        .prepare_cached(
            "INSERT INTO mail_sending (id, agent_id, message_seq, draft_id, at, undo_until, state)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'waiting')",
        )?
        .execute(params![id, agent.id, message, draft_id, now, undo_until])?;
    Ok(id)
}

/// One sending of this agent.
///
/// # Errors
/// When the database fails.
pub fn find(connection: &Connection, agent_id: &str, id: &str) -> rusqlite::Result<Option<Stored>> {
    connection
        .prepare_cached(
            "SELECT sending.seq, sending.id, sending.at, undo_until, state, sending.draft_id, message.seq, message.id, subject
             FROM mail_sending AS sending LEFT JOIN mail_message AS message ON message.seq = message_seq
             WHERE sending.agent_id = ?1 AND sending.id = ?2",
        )?
        .query_row([agent_id, id], |row| {
            let state = match row.get::<_, String>(4)?.as_str() {
                "waiting" => MailSentState::Waiting,
                "sent" => MailSentState::Sent,
                "undone" => MailSentState::Undone,
                _ => MailSentState::Unknown,
            };
            let draft_id: String = row.get(5)?;
            let message: Option<i64> = row.get(6)?;
            Ok(Stored {
                seq: row.get(0)?,
                message: message.zip(row.get(7)?),
                subject: row.get::<_, Option<String>>(8)?.unwrap_or_default(),
                told: MailSent {
                    id: row.get(1)?,
                    state,
                    at: in_paris(row.get(2)?),
                    undo_until: in_paris(row.get(3)?),
                    draft: (state == MailSentState::Undone).then(|| draft_id.clone()),
                },
                draft_id,
            })
        })
        .optional()
}

/// Takes a message back that waits: it is the draft again that it was.
///
/// # Errors
/// When the database fails.
pub fn undo(
    connection: &Connection,
    agent_id: &str,
    sending: &Stored,
    now: Moment,
) -> rusqlite::Result<()> {
    settle(connection, sending.seq, "undone")?;
    match &sending.message {
        Some((message, _)) => {
            drafts::return_to(connection, agent_id, *message, (&sending.draft_id, now))
        }
        None => Ok(()),
    }
}

fn settle(connection: &Connection, sending: i64, state: &str) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE mail_sending SET state = ?2 WHERE seq = ?1")?
        .execute(params![sending, state])?;
    Ok(())
}

/// What goes.
struct Due {
    sending: i64,
    message: i64,
    agent_id: String,
    at: Moment,
    from: MailPerson,
    people: People,
    answers: Option<MailAnswer>,
    subject: String,
    text: String,
}

/// Lets everything go, of all agents, that waits no longer by `now`, the first first.
///
/// # Errors
/// When the database fails.
pub fn deliver(connection: &Connection, (seed, now): (Seed, Moment)) -> rusqlite::Result<()> {
    let due: Vec<Due> = connection
        .prepare_cached(
            "SELECT sending.seq, message.seq, message.agent_id, undo_until, sender, people, answers, subject, text
             FROM mail_sending AS sending JOIN mail_message AS message ON message.seq = message_seq
             WHERE state = 'waiting' AND undo_until <= ?1 ORDER BY undo_until, sending.seq",
        )?
        .query_map([now], due)?
        .collect::<Result<_, _>>()?;
    for due in due {
        go(connection, due, (seed, now))?;
    }
    Ok(())
}

fn due(row: &Row<'_>) -> rusqlite::Result<Due> {
    let answers = match row.get::<_, Option<String>>(6)? {
        Some(_) => Some(from_json(row, 6)?),
        None => None,
    };
    Ok(Due {
        sending: row.get(0)?,
        message: row.get(1)?,
        agent_id: row.get(2)?,
        at: row.get(3)?,
        from: from_json(row, 4)?,
        people: from_json(row, 5)?,
        answers,
        subject: row.get(7)?,
        text: row.get(8)?,
    })
}

fn go(connection: &Connection, mut due: Due, (seed, now): (Seed, Moment)) -> rusqlite::Result<()> {
    let People { to, cc, bcc, .. } = &mut due.people;
    for person in to.iter_mut().chain(cc).chain(bcc) {
        if let Some(name) = directory::name_of(&person.address) {
            person.name = name.to_owned();
        }
    }
    let sent = folders::of_role(connection, &due.agent_id, MailFolderRole::Sent)?;
    connection
        .prepare_cached(
            "UPDATE mail_message SET folder_seq = ?2, at = ?3, read = 1, people = ?4 WHERE seq = ?1",
        )?
        .execute(params![due.message, sent, due.at, to_json(&due.people)?])?;
    settle(connection, due.sending, "sent")?;
    intake::note_written_to(connection, &due.agent_id, due.people.recipients())?;
    let answered = due
        .answers
        .as_ref()
        .filter(|it| it.kind != MailAnswerKind::Forward);
    if let Some(answer) = answered {
        connection
            .prepare_cached("UPDATE mail_message SET answered = 1 WHERE agent_id = ?1 AND id = ?2")?
            .execute([&due.agent_id, &answer.message])?;
    }
    let mut reached = BTreeSet::new();
    for person in due.people.recipients() {
        if let Some((agent_id, username)) = account_of(connection, &person.address)?
            && reached.insert(agent_id.clone())
        {
            boxes::open(connection, (&agent_id, &username), (seed, now))?;
            arrive(connection, &agent_id, &due)?;
        }
    }
    Ok(())
}

/// The account that has that address.
fn account_of(
    connection: &Connection,
    address: &str,
) -> rusqlite::Result<Option<(String, String)>> {
    connection
        .prepare_cached("SELECT id, username FROM agent WHERE lower(email) = lower(?1)")?
        .query_row([address], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()
}

/// Puts what was sent into an inbox; who got it unseen is told to nobody.
fn arrive(connection: &Connection, agent_id: &str, due: &Due) -> rusqlite::Result<()> {
    let files: Vec<i64> = files::of_message(connection, due.message)?
        .into_iter()
        .map(|(seq, _)| seq)
        .collect();
    let people = People {
        bcc: Vec::new(),
        ..due.people.clone()
    };
    let inbox = folders::of_role(connection, agent_id, MailFolderRole::Inbox)?;
    messages::add(
        connection,
        &New {
            agent_id,
            folder: Some(inbox),
            at: due.at,
            marks: (false, false, false),
            draft_id: None,
            answers: None,
            from: &due.from,
            people: &people,
            subject: &due.subject,
            text: &due.text,
            html: None,
            warnings: &[],
            files: &files,
        },
    )?;
    Ok(())
}
