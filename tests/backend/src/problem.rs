//! A refusal on its way out; knows the contract's codes and their statuses, and no sentence.

use crate::clock::{Moment, in_paris};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use nomade::contract::problem::{FieldProblem, PROBLEM_MEDIA_TYPE, Problem, ProblemCode};

/// Why a request is refused; [`crate::answer`] gives it its trace id and its body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The HTTP status; the code's own, unless a test asked for another.
    pub status: StatusCode,
    /// The cause.
    pub code: ProblemCode,
    fields: Vec<FieldProblem>,
    retry_after: Option<u32>,
    address: Option<String>,
    until: Option<Moment>,
    length: Option<u64>,
}

impl Refusal {
    /// Refused for `code`, with the status that the contract gives it.
    #[must_use]
    pub fn new(code: ProblemCode) -> Self {
        Self {
            status: status_of(code),
            code,
            fields: Vec::new(),
            retry_after: None,
            address: None,
            until: None,
            length: None,
        }
    }

    /// 422 with the fields that are wrong, each as (name, reason).
    #[must_use]
    pub fn fields(fields: &[(&str, &str)]) -> Self {
        let fields = fields
            .iter()
            .map(|(name, code)| FieldProblem {
                name: (*name).to_owned(),
                code: (*code).to_owned(),
            })
            .collect();
        Self {
            fields,
            ..Self::new(ProblemCode::InvalidFields)
        }
    }

    /// The refusal of an answer that says no more than its status.
    #[must_use]
    pub fn of_status(status: StatusCode) -> Self {
        Self {
            status,
            ..Self::new(code_of(status))
        }
    }

    /// Says when a new try makes sense, in the body and in `Retry-After`.
    #[must_use]
    pub fn retry_after(self, seconds: u32) -> Self {
        Self {
            retry_after: Some(seconds.max(1)),
            ..self
        }
    }

    /// Says which network address was seen.
    #[must_use]
    pub fn address(self, address: String) -> Self {
        Self {
            address: Some(address),
            ..self
        }
    }

    /// Says when the cause ends.
    #[must_use]
    pub fn until(self, until: Moment) -> Self {
        Self {
            until: Some(until),
            ..self
        }
    }

    /// Says how long the file is of which there is no such part.
    #[must_use]
    pub fn of_length(self, length: u64) -> Self {
        Self {
            length: Some(length),
            ..self
        }
    }

    /// The whole problem document.
    #[must_use]
    pub fn into_document(self, trace_id: &str) -> Response {
        let problem = Problem {
            status: self.status.as_u16(),
            code: self.code,
            trace_id: trace_id.to_owned(),
            fields: self.fields,
            retry_after: self.retry_after,
            address: self.address,
            until: self.until.map(in_paris),
        };
        let body = serde_json::to_vec(&problem).unwrap_or_default();
        let mut response = (self.status, body).into_response();
        response.headers_mut().insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static(PROBLEM_MEDIA_TYPE),
        );
        if let Some(seconds) = self.retry_after {
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        let range = self.length.map(|length| format!("bytes */{length}"));
        if let Some(range) = range.and_then(|range| HeaderValue::from_str(&range).ok()) {
            response.headers_mut().insert(header::CONTENT_RANGE, range);
        }
        response
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl From<ProblemCode> for Refusal {
    fn from(code: ProblemCode) -> Self {
        Self::new(code)
    }
}

/// The status that the contract gives each code.
fn status_of(code: ProblemCode) -> StatusCode {
    use ProblemCode as Code;
    match code {
        Code::InvalidRequest => StatusCode::BAD_REQUEST,
        Code::InvalidCredentials | Code::SignedOut => StatusCode::UNAUTHORIZED,
        Code::PasswordExpired
        | Code::NetworkBlocked
        | Code::ConsentRequired
        | Code::SecondFactorRequired
        | Code::CsrfRefused
        | Code::ActionRefused
        | Code::OriginRefused => StatusCode::FORBIDDEN,
        Code::NotFound | Code::ModuleOff => StatusCode::NOT_FOUND,
        Code::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
        Code::NotAcceptable => StatusCode::NOT_ACCEPTABLE,
        Code::IdempotencyConflict => StatusCode::CONFLICT,
        Code::ChangedMeanwhile => StatusCode::PRECONDITION_FAILED,
        Code::PayloadTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Code::UnsupportedMediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        Code::RangeNotSatisfiable => StatusCode::RANGE_NOT_SATISFIABLE,
        Code::InvalidFields => StatusCode::UNPROCESSABLE_ENTITY,
        Code::AccountLocked => StatusCode::LOCKED,
        Code::TooManyAttempts => StatusCode::TOO_MANY_REQUESTS,
        Code::Maintenance | Code::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        Code::InternalError | Code::Unknown => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// The code that fits a bare status best.
fn code_of(status: StatusCode) -> ProblemCode {
    use ProblemCode as Code;
    match status.as_u16() {
        401 => Code::SignedOut,
        403 => Code::OriginRefused,
        404 => Code::NotFound,
        405 => Code::MethodNotAllowed,
        406 => Code::NotAcceptable,
        409 => Code::IdempotencyConflict,
        412 => Code::ChangedMeanwhile,
        413 => Code::PayloadTooLarge,
        415 => Code::UnsupportedMediaType,
        416 => Code::RangeNotSatisfiable,
        422 => Code::InvalidFields,
        423 => Code::AccountLocked,
        429 => Code::TooManyAttempts,
        502..=504 => Code::Unavailable,
        500.. => Code::InternalError,
        _ => Code::InvalidRequest,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_of_a_codes_status_has_that_status() {
        for status in [
            400, 401, 403, 404, 405, 406, 409, 412, 413, 415, 416, 422, 423, 429, 500, 503,
        ] {
            let status = StatusCode::from_u16(status).unwrap_or_default();
            assert_eq!(status_of(code_of(status)), status);
        }
    }

    #[test]
    fn a_wait_stands_in_the_header_too() {
        let response = Refusal::new(ProblemCode::AccountLocked)
            .retry_after(900)
            .into_document("0123456789abcdef");
        assert_eq!(response.status(), StatusCode::LOCKED);
        assert_eq!(
            response
                .headers()
                .get("retry-after")
                .map(HeaderValue::as_bytes),
            Some(&b"900"[..])
        );
    }
}
