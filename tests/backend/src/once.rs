//! A write that happens once, however often it is sent; knows no resource and no body's fields.

use crate::clock::Moment;
use crate::problem::Refusal;
use crate::security::secret::keyed_digest;
use crate::store::operations::{self, Write};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use nomade::contract::operation::{IDEMPOTENCY_KEY_HEADER, OperationResource};
use nomade::contract::problem::ProblemCode;
use rusqlite::{Connection, Transaction, TransactionBehavior};
use serde_json::{Map, Value};

/// The name that the client has given to a write, and where it is sent to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    key: String,
    method: String,
    path: String,
}

impl<S: Sync> FromRequestParts<S> for Key {
    type Rejection = Refusal;

    /// `invalid_request` without one, with several, or with one that is not of the contract's form.
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        let mut values = parts.headers.get_all(IDEMPOTENCY_KEY_HEADER).iter();
        let key = match (values.next(), values.next()) {
            (Some(value), None) => value.to_str().ok().filter(|key| is_key(key)),
            _ => None,
        };
        Ok(Self {
            key: key.ok_or(ProblemCode::InvalidRequest)?.to_owned(),
            method: parts.method.to_string(),
            path: parts.uri.path().to_owned(),
        })
    }
}

/// True for a key of the contract's form.
#[must_use]
pub fn is_key(text: &str) -> bool {
    (16..=64).contains(&text.len())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
}

impl Key {
    /// The write that this key names with that body. What it says is kept as a keyed digest only.
    #[must_use]
    pub fn names(self, name_key: &[u8], body: &Map<String, Value>) -> Write {
        // The same body is one of the same values: blanks and the order of fields do not matter.
        let body = serde_json::to_vec(body).unwrap_or_default();
        self.names_bytes(name_key, &[&body])
    }

    /// The same of a body that is no JSON, in parts.
    #[must_use]
    pub fn names_bytes(self, name_key: &[u8], body: &[&[u8]]) -> Write {
        let mut parts = vec![self.method.as_bytes(), self.path.as_bytes()];
        parts.extend(body);
        Write {
            digest: keyed_digest(name_key, &parts),
            key: self.key,
        }
    }
}

/// A transaction in which nobody else writes: two tries of one write come one after the other, in whatever process.
///
/// # Errors
/// When the database fails.
pub fn alone(database: &mut Connection) -> rusqlite::Result<Transaction<'_>> {
    database.transaction_with_behavior(TransactionBehavior::Immediate)
}

/// The id of what this write makes, or has made before: `make` runs once for each key, and its result is noted with it.
/// What `make` refuses is no write, and its key names nothing. The caller commits.
///
/// # Errors
/// When the database fails; inside, `idempotency_conflict` when the key came with another body, or why it was refused.
pub fn once(
    transaction: &Transaction<'_>,
    agent_id: &str,
    write: &Write,
    now: Moment,
    make: impl FnOnce(&Connection) -> rusqlite::Result<Result<(OperationResource, String), Refusal>>,
) -> rusqlite::Result<Result<String, Refusal>> {
    if let Some((digest, operation)) = operations::find(transaction, agent_id, &write.key, now)? {
        return Ok(if digest == write.digest {
            Ok(operation.id)
        } else {
            Err(ProblemCode::IdempotencyConflict.into())
        });
    }
    let (resource, id) = match make(transaction)? {
        Ok(made) => made,
        Err(refusal) => return Ok(Err(refusal)),
    };
    operations::note(transaction, agent_id, write, (resource, &id), now)?;
    Ok(Ok(id))
}
