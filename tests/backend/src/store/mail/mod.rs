//! Professional e-mail in the database, always asked for by its agent; knows no request of a client.

pub mod boxes;
pub mod directory;
pub mod drafts;
pub mod files;
pub mod folders;
pub mod intake;
pub mod limits;
pub mod messages;
pub mod outbox;

use rusqlite::types::Type;
use rusqlite::{Error, Row};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// As the database keeps what has parts that it never looks into.
fn to_json(value: &impl Serialize) -> rusqlite::Result<String> {
    serde_json::to_string(value).map_err(|error| Error::ToSqlConversionFailure(error.into()))
}

/// What [`to_json`] has written.
fn from_json<T: DeserializeOwned>(row: &Row<'_>, column: usize) -> rusqlite::Result<T> {
    let text: String = row.get(column)?;
    serde_json::from_str(&text)
        .map_err(|error| Error::FromSqlConversionFailure(column, Type::Text, error.into()))
}
