//! Requests for certificates in the database, always asked for by their agent; what time brings comes when they are read.

use crate::certificates::{Certificate, named};
use crate::clock::{Moment, in_paris, paris_date};
use crate::security::secret::random_id;
use crate::seed::categories::CERTIFICATES;
use crate::store::documents::{self, Stored};
use nomade::contract::documents::{
    Document, DocumentRequest, DocumentRequestState, DocumentSummary,
};
use nomade::contract::localized::Localized;
use rusqlite::{Connection, OptionalExtension, Row, params};

/// How many are told.
const MOST: u32 = 100;
/// The length of the file of a certificate: what is drawn takes less of it.
const FILE_SIZE: u64 = 61_440;

const COLUMNS: &str =
    "id, kind, label_fr, label_en, note, state, asked_at, since, expected_on, document_id, reason";

fn request(row: &Row<'_>) -> rusqlite::Result<DocumentRequest> {
    let state: String = row.get(5)?;
    Ok(DocumentRequest {
        id: row.get(0)?,
        kind: row.get(1)?,
        label: Localized {
            fr: row.get(2)?,
            en: row.get(3)?,
        },
        note: row.get(4)?,
        state: state_named(&state),
        asked_at: in_paris(row.get(6)?),
        since: in_paris(row.get(7)?),
        expected_on: row.get(8)?,
        document_id: row.get(9)?,
        reason: row.get(10)?,
    })
}

/// The latest requests of that agent, the latest first.
///
/// # Errors
/// When the database fails.
pub fn of_agent(connection: &Connection, agent_id: &str) -> rusqlite::Result<Vec<DocumentRequest>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM document_request WHERE agent_id = ?1 ORDER BY asked_at DESC, seq DESC LIMIT {MOST}"
    );
    connection
        .prepare_cached(&sql)?
        .query_map([agent_id], request)?
        .collect()
}

/// One request of that agent.
///
/// # Errors
/// When the database fails.
pub fn find(
    connection: &Connection,
    agent_id: &str,
    id: &str,
) -> rusqlite::Result<Option<DocumentRequest>> {
    let sql = format!("SELECT {COLUMNS} FROM document_request WHERE agent_id = ?1 AND id = ?2");
    connection
        .prepare_cached(&sql)?
        .query_row([agent_id, id], request)
        .optional()
}

/// Adds a request, and gives its id.
///
/// # Errors
/// When the database fails.
pub fn add(
    connection: &Connection,
    agent_id: &str,
    (certificate, note): (&Certificate, &str),
    now: Moment,
) -> rusqlite::Result<String> {
    let (id, label) = (random_id(), certificate.label());
    connection
        .prepare_cached(
            "INSERT INTO document_request (id, agent_id, kind, label_fr, label_en, note, state, asked_at, since, expected_on)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'received', ?7, ?7, ?8)",
        )?
        .execute(params![
            id,
            agent_id,
            certificate.id,
            label.fr,
            label.en,
            note,
            now,
            certificate.expected_on(now)
        ])?;
    Ok(id)
}

/// Brings the agent's requests to where they are by now; one that is ready gets its document. No state is ever taken back.
///
/// # Errors
/// When the database fails.
pub fn advance(connection: &Connection, agent_id: &str, now: Moment) -> rusqlite::Result<()> {
    let open: Vec<(String, String, String, Moment)> = connection
        .prepare_cached(
            "SELECT id, kind, state, asked_at FROM document_request
             WHERE agent_id = ?1 AND state IN ('received', 'in_progress') ORDER BY seq",
        )?
        .query_map([agent_id], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })?
        .collect::<Result<_, _>>()?;
    for (id, kind, before, asked_at) in open {
        let Some(certificate) = named(&kind) else {
            continue;
        };
        let (state, since) = certificate.state(asked_at, now);
        if rank(state) <= rank(state_named(&before)) {
            continue;
        }
        let is_ready = state == DocumentRequestState::Ready;
        let document_id = if is_ready {
            Some(deliver(connection, agent_id, certificate, since)?)
        } else {
            None
        };
        let is_over = is_ready || state == DocumentRequestState::Refused;
        let expected_on = (!is_over).then(|| certificate.expected_on(asked_at));
        let refused = state == DocumentRequestState::Refused;
        connection
            .prepare_cached(
                "UPDATE document_request SET state = ?2, since = ?3, expected_on = ?4, document_id = ?5, reason = ?6 WHERE id = ?1",
            )?
            .execute(params![
                id,
                state_name(state),
                since,
                expected_on,
                document_id,
                certificate.refusal.filter(|_| refused)
            ])?;
    }
    Ok(())
}

/// Adds the document of a request, and gives its id.
fn deliver(
    connection: &Connection,
    agent_id: &str,
    certificate: &Certificate,
    at: Moment,
) -> rusqlite::Result<String> {
    let id = random_id();
    let stored = Stored {
        document: Document {
            summary: DocumentSummary {
                id: id.clone(),
                title: certificate.label().fr,
                category: CERTIFICATES.to_owned(),
                issued_on: paris_date(at),
                media_type: "application/pdf".to_owned(),
                size: FILE_SIZE,
                new: true,
            },
            issuer: "Direction des ressources humaines".to_owned(),
            actions: Vec::new(),
        },
        recipe: format!("certificate:{}", certificate.id),
        bytes: None,
    };
    documents::add(connection, agent_id, &stored, None)?;
    Ok(id)
}

/// How far a state is: a request never goes back, whatever the clock does.
fn rank(state: DocumentRequestState) -> u8 {
    match state {
        DocumentRequestState::Received | DocumentRequestState::Unknown => 0,
        DocumentRequestState::InProgress => 1,
        DocumentRequestState::Ready | DocumentRequestState::Refused => 2,
    }
}

fn state_name(state: DocumentRequestState) -> &'static str {
    match state {
        DocumentRequestState::Received | DocumentRequestState::Unknown => "received",
        DocumentRequestState::InProgress => "in_progress",
        DocumentRequestState::Ready => "ready",
        DocumentRequestState::Refused => "refused",
    }
}

fn state_named(name: &str) -> DocumentRequestState {
    match name {
        "in_progress" => DocumentRequestState::InProgress,
        "ready" => DocumentRequestState::Ready,
        "refused" => DocumentRequestState::Refused,
        _ => DocumentRequestState::Received,
    }
}
