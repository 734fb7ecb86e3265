//! Folders in the database, and how many messages are in them; knows no message.

use crate::security::secret::random_id;
use nomade::contract::mail::{MailFolder, MailFolderRole};
use rusqlite::{Connection, OptionalExtension, Row};

/// A folder as a message is put into it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Folder {
    /// Tells folders apart in the database.
    pub seq: i64,
    /// What it is for.
    pub role: MailFolderRole,
}

/// The folders that everybody has, in the order in which they are shown, with their names.
const EVERYBODYS: [(MailFolderRole, &str, &str); 6] = [
    (MailFolderRole::Inbox, "inbox", "Boîte de réception"),
    (MailFolderRole::Drafts, "drafts", "Brouillons"),
    (MailFolderRole::Sent, "sent", "Envoyés"),
    (MailFolderRole::Archive, "archive", "Archives"),
    (MailFolderRole::Junk, "junk", "Indésirables"),
    (MailFolderRole::Trash, "trash", "Corbeille"),
];

/// What the database calls that role.
fn role_name(role: MailFolderRole) -> &'static str {
    let known = EVERYBODYS.iter().find(|(it, ..)| *it == role);
    known.map_or("other", |(_, name, _)| name)
}

/// The role of that name, in the database and in the contract.
#[must_use]
pub fn role_named(name: &str) -> MailFolderRole {
    let known = EVERYBODYS.iter().find(|(_, it, _)| *it == name);
    known.map_or(MailFolderRole::Other, |(role, ..)| *role)
}

/// Gives the agent the folders that everybody has.
///
/// # Errors
/// When the database fails.
pub fn make(connection: &Connection, agent_id: &str) -> rusqlite::Result<()> {
    for (role, _, name) in EVERYBODYS {
        add(connection, agent_id, (role, name))?;
    }
    Ok(())
}

fn add(
    connection: &Connection,
    agent_id: &str,
    (role, name): (MailFolderRole, &str),
) -> rusqlite::Result<i64> {
    connection
        .prepare_cached(
            "INSERT INTO mail_folder (id, agent_id, role, name) VALUES (?1, ?2, ?3, ?4) RETURNING seq",
        )?
        .query_row([&random_id(), agent_id, role_name(role), name], |row| {
            row.get(0)
        })
}

/// The agent's folders, counted.
///
/// # Errors
/// When the database fails.
pub fn all(connection: &Connection, agent_id: &str) -> rusqlite::Result<Vec<MailFolder>> {
    connection
        .prepare_cached(
            "SELECT id, role, name, (SELECT count(*) FROM mail_message WHERE folder_seq = folder.seq),
               (SELECT count(*) FROM mail_message WHERE folder_seq = folder.seq AND read = 0)
             FROM mail_folder AS folder WHERE agent_id = ?1 ORDER BY seq",
        )?
        .query_map([agent_id], |row| {
            Ok(MailFolder {
                id: row.get(0)?,
                role: role_named(&row.get::<_, String>(1)?),
                name: row.get(2)?,
                total: row.get(3)?,
                unread: row.get(4)?,
            })
        })?
        .collect()
}

/// The agent's folder of that id.
///
/// # Errors
/// When the database fails.
pub fn find(connection: &Connection, agent_id: &str, id: &str) -> rusqlite::Result<Option<Folder>> {
    connection
        .prepare_cached("SELECT seq, role FROM mail_folder WHERE agent_id = ?1 AND id = ?2")?
        .query_row([agent_id, id], from_row)
        .optional()
}

/// The agent's folder of that role, one that everybody has.
///
/// # Errors
/// When the database fails, or the agent has no folders yet.
pub fn of_role(
    connection: &Connection,
    agent_id: &str,
    role: MailFolderRole,
) -> rusqlite::Result<i64> {
    connection
        .prepare_cached("SELECT seq FROM mail_folder WHERE agent_id = ?1 AND role = ?2")?
        .query_row([agent_id, role_name(role)], |row| row.get(0))
}

/// The agent's own folder of that name, made when there is none.
///
/// # Errors
/// When the database fails.
pub fn own(connection: &Connection, agent_id: &str, name: &str) -> rusqlite::Result<i64> {
    let known = connection
        .prepare_cached(
            "SELECT seq FROM mail_folder WHERE agent_id = ?1 AND role = 'other' AND name = ?2",
        )?
        .query_row([agent_id, name], |row| row.get(0))
        .optional()?;
    match known {
        Some(seq) => Ok(seq),
        None => add(connection, agent_id, (MailFolderRole::Other, name)),
    }
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Folder> {
    Ok(Folder {
        seq: row.get(0)?,
        role: role_named(&row.get::<_, String>(1)?),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_have_the_contracts_names() {
        for (role, name, _) in EVERYBODYS {
            assert_eq!(serde_json::to_value(role).unwrap(), name);
            assert_eq!((role_named(name), role_name(role)), (role, name));
        }
        assert_eq!(role_named("other"), MailFolderRole::Other);
    }
}
