//! What became of a write whose answer was lost; knows no resource but by name.

use super::instant::Instant;
use serde::{Deserialize, Serialize};

/// The header that names a write, so that it happens once (draft-ietf-httpapi-idempotency-key-header).
pub const IDEMPOTENCY_KEY_HEADER: &str = "Idempotency-Key";

/// The answer of `GET /operations/{key}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Operation {
    /// What was made.
    pub resource: OperationResource,
    /// The id of what was made, in its own resource.
    pub id: String,
    /// When.
    pub at: Instant,
}

/// The kinds of things that a write makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OperationResource {
    /// A request for a certificate.
    DocumentRequest,
    /// A request for leave.
    LeaveRequest,
    /// A file for a request for leave.
    LeaveAttachment,
    /// A draft of a message.
    MailDraft,
    /// A file for a message.
    MailAttachment,
    /// The sending of a message; its id is that of the outbox.
    MailSending,
    /// A kind that a newer contract added: it was made, and that is all that is known.
    #[serde(other)]
    Unknown,
}
