//! A letter on its way into a mailbox: read, cleaned and put into its folder; knows no client.

use super::{files, folders, limits, messages};
use crate::clock::Moment;
use crate::mail::html::{Cleaned, clean};
use crate::mail::letter::{Letter, LetterContent, LetterFile, Words};
use crate::mail::words::decoded;
use crate::security::secret::random_id;
use crate::store::mail::messages::{New, People};
use chrono::DateTime;
use nomade::contract::mail::{MailFolderRole, MailPerson, MailWarning};
use rusqlite::{Connection, params};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// Puts a letter into its folder of the agent's mailbox.
///
/// # Errors
/// When the database fails.
pub fn take_in(connection: &Connection, agent_id: &str, letter: &Letter) -> rusqlite::Result<i64> {
    let folder = match letter.folder {
        MailFolderRole::Other => folders::own(connection, agent_id, &letter.folder_name)?,
        role => folders::of_role(connection, agent_id, role)?,
    };
    let at = to_the_millisecond(letter.at.to_utc());
    let read = read(letter);
    let files: Vec<i64> = letter
        .files
        .iter()
        .map(|file| keep(connection, file, at))
        .collect::<Result<_, _>>()?;
    let people = People {
        to: letter.to.clone(),
        cc: letter.cc.clone(),
        bcc: Vec::new(),
        reply_to: letter.reply_to.clone(),
    };
    if letter.folder == MailFolderRole::Sent {
        note_written_to(connection, agent_id, people.recipients())?;
    }
    let draft_id = (letter.folder == MailFolderRole::Drafts).then(random_id);
    let html = read.html.as_deref();
    messages::add(
        connection,
        &New {
            agent_id,
            folder: Some(folder),
            at,
            marks: (letter.read, letter.flagged, letter.answered),
            draft_id: draft_id.as_deref(),
            answers: None,
            from: &letter.from,
            people: &people,
            subject: &letter.subject,
            text: &read.text,
            html: html.map(|it| (it.html.as_str(), it.remote_images)),
            warnings: &read.warnings,
            files: &files,
        },
    )
}

/// Notes whom the agent has written to; nobody of whom there is no address.
///
/// # Errors
/// When the database fails.
pub fn note_written_to<'a>(
    connection: &Connection,
    agent_id: &str,
    people: impl Iterator<Item = &'a MailPerson>,
) -> rusqlite::Result<()> {
    let mut statement = connection.prepare_cached(
        "INSERT OR REPLACE INTO mail_written_to (agent_id, address, name) VALUES (?1, lower(?2), ?3)",
    )?;
    for person in people.filter(|it| limits::is_address(&it.address)) {
        statement.execute(params![agent_id, person.address, person.name])?;
    }
    Ok(())
}

/// As the clock of the server and the cursors count.
fn to_the_millisecond(at: Moment) -> Moment {
    DateTime::from_timestamp_millis(at.timestamp_millis()).unwrap_or(at)
}

/// What a letter says.
struct Read {
    text: String,
    html: Option<Arc<Cleaned>>,
    warnings: Vec<MailWarning>,
}

fn read(letter: &Letter) -> Read {
    let mut warnings = letter.warnings.clone();
    let mut warn = |warning| {
        if !warnings.contains(&warning) {
            warnings.push(warning);
        }
    };
    let mut decode = |words: &Words| {
        let (text, is_damaged) = decoded(words);
        if is_damaged {
            warn(MailWarning::DamagedText);
        }
        text
    };
    let text = letter.text.as_ref().map(&mut decode);
    let html = letter.html.as_ref().map(&mut decode);
    let html = html.map(|html| match letter.is_raw {
        false => cleaned(&html),
        true => Arc::new(Cleaned {
            html,
            text: String::new(),
            remote_images: 1,
            parts_removed: false,
        }),
    });
    if html.as_ref().is_some_and(|it| it.parts_removed) {
        warn(MailWarning::PartsRemoved);
    }
    let text = text.or_else(|| html.as_ref().map(|it| it.text.clone()));
    Read {
        text: text.unwrap_or_default(),
        html,
        warnings,
    }
}

/// How many cleaned letters are remembered.
const REMEMBERED: usize = 1024;

/// Cleans a letter. What was cleaned in this process is remembered: every reset brings the same letters again.
fn cleaned(html: &str) -> Arc<Cleaned> {
    type Known = Mutex<HashMap<[u8; 32], Arc<Cleaned>>>;
    static KNOWN: OnceLock<Known> = OnceLock::new();
    let known = || {
        let known = KNOWN.get_or_init(Known::default).lock();
        known.unwrap_or_else(PoisonError::into_inner)
    };
    let digest: [u8; 32] = Sha256::digest(html.as_bytes()).into();
    if let Some(cleaned) = known().get(&digest) {
        return cleaned.clone();
    }
    let cleaned = Arc::new(clean(html));
    let mut known = known();
    if known.len() < REMEMBERED {
        known.insert(digest, cleaned.clone());
    }
    cleaned
}

fn keep(connection: &Connection, file: &LetterFile, at: Moment) -> rusqlite::Result<i64> {
    let (size, bytes) = match &file.content {
        LetterContent::Bytes(bytes) => (bytes.len() as u64, Some(bytes.as_slice())),
        LetterContent::PdfOf(size) => (*size, None),
    };
    let new = files::New {
        agent_id: None,
        name: &file.name,
        media_type: &file.media_type,
        size,
        bytes,
    };
    files::add(connection, &new, at).map(|(seq, _)| seq)
}
