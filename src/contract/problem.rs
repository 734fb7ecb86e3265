//! Why a call was refused, as a stable code (RFC 9457); knows no sentence.

use super::instant::Instant;
use serde::{Deserialize, Serialize};

/// The media type of every error answer (RFC 9457).
pub const PROBLEM_MEDIA_TYPE: &str = "application/problem+json";

/// A refusal that names its cause: the body of every answer from 400 on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// The HTTP status, said again in the body.
    pub status: u16,
    /// The cause, stable over versions; sentences are the client's.
    pub code: ProblemCode,
    /// What stands in the backend's log beside the cause, for support.
    pub trace_id: String,
    /// The fields that were refused, each with its own code.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FieldProblem>,
    /// Seconds until a new try makes sense (also in the `Retry-After` header).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<u32>,
    /// The network address that the backend saw, with `network_blocked`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// The announced end, with `maintenance`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Instant>,
}

/// One refused field of a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldProblem {
    /// The field as the contract names it; a dot leads into an object.
    pub name: String,
    /// The reason, such as `required`, `too_long`, `invalid`.
    pub code: String,
}

/// The causes that a client tells apart; the snake-case name crosses the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProblemCode {
    /// 401: the pair of username and password is wrong, or the account does not exist.
    InvalidCredentials,
    /// 423: too many wrong passwords for this name; `retry_after` says until when. The same for names that do not exist.
    AccountLocked,
    /// 429: too many tries from this address; `retry_after` says until when.
    TooManyAttempts,
    /// 403: the password was right and has expired.
    PasswordExpired,
    /// 403: the network is refused (a VPN); `address` is the one seen.
    NetworkBlocked,
    /// 503: announced maintenance, `until` its end.
    Maintenance,
    /// 401: there is no session, or it has ended.
    SignedOut,
    /// 403: the session may only read and accept the consent, or end.
    ConsentRequired,
    /// 403: the session waits for its second factor.
    SecondFactorRequired,
    /// 403: `X-CSRF-Token` is missing or not one of this session's.
    CsrfRefused,
    /// 403: the item does not grant this action, in this session.
    ActionRefused,
    /// 403: the request came from an origin that the backend does not know.
    OriginRefused,
    /// 404: nothing is there, or it is another agent's.
    NotFound,
    /// 405: this path does not answer that method.
    MethodNotAllowed,
    /// 406: no format that the client takes.
    NotAcceptable,
    /// 413: the body is larger than the backend takes.
    PayloadTooLarge,
    /// 415: the body is not JSON.
    UnsupportedMediaType,
    /// 400: the request can't be read.
    InvalidRequest,
    /// 416: the file has no such part.
    RangeNotSatisfiable,
    /// 422: it was read, and `fields` are wrong.
    InvalidFields,
    /// 409: the same idempotency key came with another body.
    IdempotencyConflict,
    /// 412: the item changed since it was read.
    ChangedMeanwhile,
    /// 404: this module is switched off for the organisation.
    ModuleOff,
    /// 503: a service behind the backend does not answer.
    Unavailable,
    /// 500: a fault of the backend.
    InternalError,
    /// A cause that a newer contract added.
    #[serde(other)]
    Unknown,
}
