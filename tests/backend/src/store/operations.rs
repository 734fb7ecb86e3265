//! What became of writes, by the key that their agent gave them; knows no resource but by name.

use crate::clock::{Moment, in_paris};
use chrono::TimeDelta;
use nomade::contract::operation::{Operation, OperationResource};
use rusqlite::{Connection, OptionalExtension, params};

/// How long an operation is known: twice what the contract asks for.
const KEPT: TimeDelta = TimeDelta::hours(48);

/// A write, as its agent named it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Write {
    /// Its key.
    pub key: String,
    /// A keyed digest of its method, path and body.
    pub digest: [u8; 32],
}

/// What the write of that key has made, with the digest of what it said.
///
/// # Errors
/// When the database fails.
pub fn find(
    connection: &Connection,
    agent_id: &str,
    key: &str,
    now: Moment,
) -> rusqlite::Result<Option<(Vec<u8>, Operation)>> {
    connection
        .prepare_cached(
            "SELECT digest, resource, item_id, at FROM operation WHERE agent_id = ?1 AND key = ?2 AND at >= ?3",
        )?
        .query_row(params![agent_id, key, now - KEPT], |row| {
            let resource: String = row.get(1)?;
            let operation = Operation {
                resource: resource_named(&resource),
                id: row.get(2)?,
                at: in_paris(row.get(3)?),
            };
            Ok((row.get(0)?, operation))
        })
        .optional()
}

/// Notes what a write has made, and forgets those of this agent that are too old to be asked for.
///
/// # Errors
/// When the database fails.
pub fn note(
    connection: &Connection,
    agent_id: &str,
    write: &Write,
    (resource, item_id): (OperationResource, &str),
    now: Moment,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached("DELETE FROM operation WHERE agent_id = ?1 AND at < ?2")?
        .execute(params![agent_id, now - KEPT])?;
    connection
        .prepare_cached("INSERT INTO operation (agent_id, key, digest, resource, item_id, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?
        .execute(params![
            agent_id,
            write.key,
            write.digest.as_slice(),
            resource_name(resource),
            item_id,
            now
        ])?;
    Ok(())
}

fn resource_name(resource: OperationResource) -> &'static str {
    match resource {
        OperationResource::DocumentRequest => "document_request",
        OperationResource::LeaveRequest => "leave_request",
        OperationResource::LeaveAttachment => "leave_attachment",
        OperationResource::MailDraft => "mail_draft",
        OperationResource::MailAttachment => "mail_attachment",
        OperationResource::MailSending => "mail_sending",
        OperationResource::Unknown => "unknown",
    }
}

fn resource_named(name: &str) -> OperationResource {
    match name {
        "document_request" => OperationResource::DocumentRequest,
        "leave_request" => OperationResource::LeaveRequest,
        "leave_attachment" => OperationResource::LeaveAttachment,
        "mail_draft" => OperationResource::MailDraft,
        "mail_attachment" => OperationResource::MailAttachment,
        "mail_sending" => OperationResource::MailSending,
        _ => OperationResource::Unknown,
    }
}
