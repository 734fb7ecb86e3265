//! Messages in the database: added, listed, found, changed and deleted; knows no draft but that it is one, and judges no reader.

use super::folders::{Folder, role_named};
use super::{files, from_json, to_json};
use crate::clock::{Moment, in_paris};
use crate::search;
use crate::security::secret::random_id;
use nomade::contract::mail::{
    MailAnswer, MailChange, MailMessage, MailMessageSummary, MailPerson, MailWarning,
};
use rusqlite::{Connection, OptionalExtension, Row, ToSql, params, params_from_iter};
use serde::{Deserialize, Serialize};

/// How much of its text a list shows, in characters.
const START: usize = 200;
/// How many addressees a list shows.
const LISTED: usize = 10;

/// Whom a message goes to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct People {
    /// To whom.
    pub to: Vec<MailPerson>,
    /// Who else sees it.
    pub cc: Vec<MailPerson>,
    /// Who else gets it.
    pub bcc: Vec<MailPerson>,
    /// Where an answer goes, when elsewhere.
    pub reply_to: Vec<MailPerson>,
}

impl People {
    /// Everybody who gets it.
    pub fn recipients(&self) -> impl Iterator<Item = &MailPerson> {
        self.to.iter().chain(&self.cc).chain(&self.bcc)
    }
}

/// A message that comes into the database.
#[derive(Clone, Copy, Debug)]
pub struct New<'a> {
    /// Whose mailbox it is in.
    pub agent_id: &'a str,
    /// In which folder; in none while it waits to be sent.
    pub folder: Option<i64>,
    /// When it arrived, was sent or saved.
    pub at: Moment,
    /// Opened, marked, answered.
    pub marks: (bool, bool, bool),
    /// Its id as a draft, if it is one.
    pub draft_id: Option<&'a str>,
    /// Which message it answers.
    pub answers: Option<&'a MailAnswer>,
    /// Who wrote it.
    pub from: &'a MailPerson,
    /// To whom.
    pub people: &'a People,
    /// As it was written.
    pub subject: &'a str,
    /// All of it without mark-up.
    pub text: &'a str,
    /// Its cleaned HTML, and how many pictures of it are elsewhere.
    pub html: Option<(&'a str, u32)>,
    /// What is held against it.
    pub warnings: &'a [MailWarning],
    /// Its files.
    pub files: &'a [i64],
}

/// Adds a message, and gives its number.
///
/// # Errors
/// When the database fails.
pub fn add(connection: &Connection, new: &New<'_>) -> rusqlite::Result<i64> {
    let (read, flagged, answered) = new.marks;
    let (html, remote_images) = new.html.unzip();
    let seq = connection
        .prepare_cached(
            "INSERT INTO mail_message (id, agent_id, folder_seq, at, read, flagged, answered, draft_id, revision, sender, people,
               answers, subject, start, remote_images, warnings, text, html, words)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 1, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18) RETURNING seq",
        )?
        .query_row(
            params![
                random_id(),
                new.agent_id,
                new.folder,
                new.at,
                read,
                flagged,
                answered,
                new.draft_id,
                to_json(new.from)?,
                to_json(new.people)?,
                new.answers.map(to_json).transpose()?,
                new.subject,
                start_of(new.text),
                remote_images.unwrap_or_default(),
                to_json(&new.warnings)?,
                new.text,
                html,
                words_of(new.from, new.people, new.subject, new.text)
            ],
            |row| row.get(0),
        )?;
    files::put(connection, seq, new.files)?;
    Ok(seq)
}

/// How a text begins, in one line.
pub(super) fn start_of(text: &str) -> String {
    let mut start = String::new();
    let mut length = 0;
    for word in text.split_whitespace() {
        let room = START - length;
        let gap = usize::from(length > 0);
        if room <= gap {
            break;
        }
        if gap > 0 {
            start.push(' ');
        }
        let taken: String = word.chars().take(room - gap).collect();
        length += gap + taken.chars().count();
        start.push_str(&taken);
    }
    // What is no line break to Unicode's white space may be one to a list.
    start.retain(|c| !c.is_control());
    start
}

/// Everything of a message that a search looks at.
pub(super) fn words_of(from: &MailPerson, people: &People, subject: &str, text: &str) -> String {
    let mut words = String::new();
    for person in [from].into_iter().chain(people.recipients()) {
        words.push_str(&format!("{} {}\n", person.name, person.address));
    }
    search::plain(&format!("{words}{subject}\n{text}"))
}

/// Which messages a page shows, the newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Of this folder; without one, of all but the trash and the unwanted.
    pub folder: Option<i64>,
    /// Those alone that have not been read.
    pub unread: bool,
    /// Each must stand in it.
    pub words: Vec<String>,
    /// Behind the message that stands there.
    pub after: Option<Place>,
}

/// Where a message stands: when, and a number that tells two of one moment apart.
pub type Place = (Moment, i64);

/// The columns of [`summary`].
const SUMMARY: &str = "message.id, folder.id, sender, people, subject, start, at, message.read, flagged, answered, \
     EXISTS (SELECT 1 FROM mail_message_file WHERE message_seq = message.seq), draft_id, message.seq, folder.role, folder.seq";
const FROM: &str =
    "FROM mail_message AS message JOIN mail_folder AS folder ON folder.seq = folder_seq";

fn summary(row: &Row<'_>) -> rusqlite::Result<(Place, MailMessageSummary)> {
    let people: People = from_json(row, 3)?;
    let at: Moment = row.get(6)?;
    let summary = MailMessageSummary {
        id: row.get(0)?,
        folder: row.get(1)?,
        from: from_json(row, 2)?,
        to: people.to,
        subject: row.get(4)?,
        start: row.get(5)?,
        at: in_paris(at),
        read: row.get(7)?,
        flagged: row.get(8)?,
        answered: row.get(9)?,
        has_attachments: row.get(10)?,
        draft: row.get(11)?,
    };
    Ok(((at, row.get(12)?), summary))
}

/// The messages of that agent that are wanted, at most `most`.
///
/// # Errors
/// When the database fails.
pub fn page(
    connection: &Connection,
    agent_id: &str,
    wanted: &Wanted,
    most: usize,
) -> rusqlite::Result<Vec<(Place, MailMessageSummary)>> {
    let mut values: Vec<Box<dyn ToSql>> = Vec::new();
    let mut sql = format!("SELECT {SUMMARY} {FROM} WHERE ");
    match wanted.folder {
        Some(seq) => {
            values.push(Box::new(seq));
            sql.push_str("folder_seq = ?1");
        }
        None => {
            values.push(Box::new(agent_id.to_owned()));
            sql.push_str("message.agent_id = ?1 AND folder.role NOT IN ('trash', 'junk')");
        }
    }
    if wanted.unread {
        sql.push_str(" AND message.read = 0");
    }
    for word in &wanted.words {
        values.push(Box::new(word.clone()));
        sql.push_str(&format!(" AND instr(words, ?{}) > 0", values.len()));
    }
    if let Some((at, seq)) = wanted.after {
        values.push(Box::new(at));
        values.push(Box::new(seq));
        let last = values.len();
        sql.push_str(&format!(
            " AND (at, message.seq) < (?{}, ?{last})",
            last - 1
        ));
    }
    sql.push_str(&format!(" ORDER BY at DESC, message.seq DESC LIMIT {most}"));
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(params_from_iter(values), |row| {
        let (place, mut summary) = summary(row)?;
        summary.to.truncate(LISTED);
        Ok((place, summary))
    })?;
    rows.collect()
}

/// A message with what the database alone knows of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Tells messages apart in the database.
    pub seq: i64,
    /// The folder that it is in.
    pub folder: Folder,
    /// What is told of it; its actions are the session's.
    pub message: MailMessage,
    /// Its cleaned HTML.
    pub html: Option<String>,
}

impl Stored {
    /// As a list shows it.
    #[must_use]
    pub fn listed(&self) -> MailMessageSummary {
        let mut summary = self.message.summary.clone();
        summary.to.truncate(LISTED);
        summary
    }
}

/// One message of this agent; what waits to be sent is none yet.
///
/// # Errors
/// When the database fails.
pub fn find(connection: &Connection, agent_id: &str, id: &str) -> rusqlite::Result<Option<Stored>> {
    let sql = format!(
        "SELECT {SUMMARY}, text, html, remote_images, warnings {FROM} WHERE message.agent_id = ?1 AND message.id = ?2"
    );
    let found = connection
        .prepare_cached(&sql)?
        .query_row([agent_id, id], |row| {
            let ((_, seq), summary) = summary(row)?;
            let people: People = from_json(row, 3)?;
            let html: Option<String> = row.get(16)?;
            Ok(Stored {
                seq,
                folder: Folder {
                    role: role_named(&row.get::<_, String>(13)?),
                    seq: row.get(14)?,
                },
                message: MailMessage {
                    summary,
                    cc: people.cc,
                    bcc: people.bcc,
                    reply_to: people.reply_to,
                    text: row.get(15)?,
                    html: html.is_some(),
                    remote_images: row.get(17)?,
                    attachments: Vec::new(),
                    warnings: from_json(row, 18)?,
                    actions: Vec::new(),
                },
                html,
            })
        })
        .optional()?;
    let Some(mut stored) = found else {
        return Ok(None);
    };
    let files = files::of_message(connection, stored.seq)?;
    stored.message.attachments = files.into_iter().map(|(_, told)| told).collect();
    Ok(Some(stored))
}

/// Marks and moves a message as the change says; `folder` is the one that it names.
///
/// # Errors
/// When the database fails.
pub fn change(
    connection: &Connection,
    message: i64,
    change: &MailChange,
    folder: Option<i64>,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "UPDATE mail_message SET read = coalesce(?2, read), flagged = coalesce(?3, flagged),
               folder_seq = coalesce(?4, folder_seq) WHERE seq = ?1",
        )?
        .execute(params![message, change.read, change.flagged, folder])?;
    Ok(())
}

/// Deletes a message for good. Its files go when nothing else has them and they are old enough.
///
/// # Errors
/// When the database fails.
pub fn delete(connection: &Connection, message: i64) -> rusqlite::Result<()> {
    for sql in [
        "UPDATE mail_sending SET message_seq = NULL WHERE message_seq = ?1",
        "DELETE FROM mail_message_file WHERE message_seq = ?1",
        "DELETE FROM mail_message WHERE seq = ?1",
    ] {
        connection.prepare_cached(sql)?.execute([message])?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_start_is_one_line_of_what_fits() {
        for (text, expected) in [
            ("", String::new()),
            (" \r\n\t ", String::new()),
            (
                "Bonjour,\r\n\r\nà  jeudi\u{a0}!",
                "Bonjour, à jeudi !".to_owned(),
            ),
            ("a\u{0}b\u{2028}c", "ab c".to_owned()),
            (&"é".repeat(300), "é".repeat(200)),
            (&"ab ".repeat(100), "ab ".repeat(66) + "ab"),
            (
                &format!("{} x", "a".repeat(199)),
                format!("{} ", "a".repeat(199)).trim_end().to_owned(),
            ),
        ] {
            assert_eq!(start_of(text), expected, "{text:?}");
        }
    }
}
