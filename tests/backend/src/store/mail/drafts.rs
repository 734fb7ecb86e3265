//! Drafts in the database: messages that are being written, each with its revision; judges no addressee.

use super::messages::{self, New, People, start_of, words_of};
use super::{files, folders, from_json, limits, to_json};
use crate::clock::{Moment, in_paris};
use crate::security::secret::random_id;
use nomade::contract::agent::Agent;
use nomade::contract::mail::{MailAddress, MailDraft, MailFolderRole, MailPerson, NewMailDraft};
use rusqlite::{Connection, OptionalExtension, params};

/// A draft with its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Tells messages apart in the database.
    pub seq: i64,
    /// What is told of it.
    pub draft: MailDraft,
}

/// Who the agent is in a message.
#[must_use]
pub fn sender(agent: &Agent) -> MailPerson {
    MailPerson {
        name: format!("{} {}", agent.given_name, agent.family_name),
        address: agent.email.clone(),
        external: limits::is_outside(&agent.email),
    }
}

fn people_of(written: &NewMailDraft) -> People {
    let of = |addresses: &[MailAddress]| {
        let person = |it: &MailAddress| MailPerson {
            name: it.name.clone(),
            address: it.address.clone(),
            external: limits::is_outside(&it.address),
        };
        addresses.iter().map(person).collect()
    };
    People {
        to: of(&written.to),
        cc: of(&written.cc),
        bcc: of(&written.bcc),
        reply_to: Vec::new(),
    }
}

/// Keeps what is written: in the drafts under that id, or in no folder while it waits to be sent. Gives its number.
///
/// # Errors
/// When the database fails.
pub fn add(
    connection: &Connection,
    agent: &Agent,
    (written, files): (&NewMailDraft, &[i64]),
    draft_id: Option<&str>,
    now: Moment,
) -> rusqlite::Result<i64> {
    let folder = match draft_id {
        Some(_) => Some(folders::of_role(
            connection,
            &agent.id,
            MailFolderRole::Drafts,
        )?),
        None => None,
    };
    messages::add(
        connection,
        &New {
            agent_id: &agent.id,
            folder,
            at: now,
            marks: (true, false, false),
            draft_id,
            answers: written.answers.as_ref(),
            from: &sender(agent),
            people: &people_of(written),
            subject: &written.subject,
            text: &written.text,
            html: None,
            warnings: &[],
            files,
        },
    )
}

/// A new draft's id, and the draft.
///
/// # Errors
/// When the database fails.
pub fn add_new(
    connection: &Connection,
    agent: &Agent,
    written: (&NewMailDraft, &[i64]),
    now: Moment,
) -> rusqlite::Result<String> {
    let id = random_id();
    add(connection, agent, written, Some(&id), now)?;
    Ok(id)
}

/// Keeps what is written in the place of what the message said before; it stays where it is.
///
/// # Errors
/// When the database fails.
pub fn put(
    connection: &Connection,
    agent: &Agent,
    message: i64,
    (written, files): (&NewMailDraft, &[i64]),
    now: Moment,
) -> rusqlite::Result<()> {
    let people = people_of(written);
    connection
        .prepare_cached(
            "UPDATE mail_message SET at = ?2, revision = revision + 1, people = ?3, answers = ?4, subject = ?5, start = ?6,
               text = ?7, words = ?8 WHERE seq = ?1",
        )?
        .execute(params![
            message,
            now,
            to_json(&people)?,
            written.answers.as_ref().map(to_json).transpose()?,
            written.subject,
            start_of(&written.text),
            written.text,
            words_of(&sender(agent), &people, &written.subject, &written.text)
        ])?;
    files::put(connection, message, files)
}

/// Puts a message into the drafts under that id; it has not been written anew, and is another revision.
///
/// # Errors
/// When the database fails.
pub fn return_to(
    connection: &Connection,
    agent_id: &str,
    message: i64,
    (draft_id, now): (&str, Moment),
) -> rusqlite::Result<()> {
    let folder = folders::of_role(connection, agent_id, MailFolderRole::Drafts)?;
    connection
        .prepare_cached(
            "UPDATE mail_message SET folder_seq = ?2, draft_id = ?3, at = ?4, revision = revision + 1 WHERE seq = ?1",
        )?
        .execute(params![message, folder, draft_id, now])?;
    Ok(())
}

/// One draft of this agent, in the drafts or in the trash.
///
/// # Errors
/// When the database fails.
pub fn find(connection: &Connection, agent_id: &str, id: &str) -> rusqlite::Result<Option<Stored>> {
    let found = connection
        .prepare_cached(
            "SELECT seq, people, subject, text, answers, at, revision FROM mail_message WHERE agent_id = ?1 AND draft_id = ?2",
        )?
        .query_row([agent_id, id], |row| {
            let people: People = from_json(row, 1)?;
            let answers = match row.get::<_, Option<String>>(4)? {
                Some(_) => Some(from_json(row, 4)?),
                None => None,
            };
            Ok(Stored {
                seq: row.get(0)?,
                draft: MailDraft {
                    id: id.to_owned(),
                    to: addresses(people.to),
                    cc: addresses(people.cc),
                    bcc: addresses(people.bcc),
                    subject: row.get(2)?,
                    text: row.get(3)?,
                    attachments: Vec::new(),
                    answers,
                    saved_at: in_paris(row.get(5)?),
                    revision: row.get::<_, i64>(6)?.to_string(),
                },
            })
        })
        .optional()?;
    let Some(mut stored) = found else {
        return Ok(None);
    };
    let files = files::of_message(connection, stored.seq)?;
    stored.draft.attachments = files.into_iter().map(|(_, told)| told).collect();
    Ok(Some(stored))
}

fn addresses(people: Vec<MailPerson>) -> Vec<MailAddress> {
    let address = |person: MailPerson| MailAddress {
        name: person.name,
        address: person.address,
    };
    people.into_iter().map(address).collect()
}
