//! What an HTTP answer means, or its absence; pure: knows status, type and body, never the fetch that brought them.

use crate::contract::problem::{Problem, ProblemCode};

/// Why a call gave nothing to show; each has words in both languages and one next step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ApiError {
    /// The device says that it has no network.
    Offline,
    /// Something between the page and the service answered in its place (a Wi-Fi login page, a proxy).
    Filtered,
    /// The service did not answer, or answered that it can't.
    Unavailable {
        /// What stands in the backend's log, when it said so.
        trace_id: Option<String>,
    },
    /// There is no session, or it has ended.
    SignedOut,
    /// Too many tries.
    Limited {
        /// Seconds until the next one.
        retry_after: u32,
    },
    /// The service refused and said why.
    Refused(Problem),
    /// The service answered something that can't be read.
    Unreadable,
    /// A change was sent and its answer was lost: it may have been made.
    OutcomeUnknown,
}

/// An HTTP answer, as far as its meaning goes.
#[derive(Clone, Copy, Debug)]
pub struct Answer<'a> {
    /// 0 for a redirect that was not followed.
    pub status: u16,
    /// The `Content-Type` header, empty without one.
    pub content_type: &'a str,
    /// The body.
    pub body: &'a str,
}

/// The longest body that is read, in bytes; the largest answer of the contract is far smaller.
pub const LONGEST_BODY: usize = 4 * 1024 * 1024;

/// The JSON text of a good answer.
///
/// # Errors
///
/// What the answer means when it is not one: HTML where JSON is due is [`ApiError::Filtered`], never a wrong password.
pub fn read<'a>(answer: Answer<'a>) -> Result<&'a str, ApiError> {
    let media_type = answer
        .content_type
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    let json = media_type == "application/json" || media_type.ends_with("+json");
    match answer.status {
        204 => Ok("null"),
        200..=299 if answer.body.len() > LONGEST_BODY => Err(ApiError::Unreadable),
        200..=299 if json => Ok(answer.body),
        0..=399 => Err(ApiError::Filtered),
        _ if json => Err(refused(answer)),
        500.. => Err(ApiError::Unavailable { trace_id: None }),
        _ => Err(ApiError::Filtered),
    }
}

fn refused(answer: Answer<'_>) -> ApiError {
    let Ok(problem) = serde_json::from_str::<Problem>(answer.body) else {
        return if answer.status >= 500 {
            ApiError::Unavailable { trace_id: None }
        } else {
            ApiError::Unreadable
        };
    };
    match problem.code {
        ProblemCode::SignedOut => ApiError::SignedOut,
        ProblemCode::TooManyAttempts => ApiError::Limited {
            retry_after: problem.retry_after.unwrap_or(60),
        },
        ProblemCode::Maintenance => ApiError::Refused(problem),
        _ if answer.status >= 500 => ApiError::Unavailable {
            trace_id: Some(problem.trace_id),
        },
        _ => ApiError::Refused(problem),
    }
}

#[cfg(test)]
mod tests {
    use super::{Answer, ApiError, LONGEST_BODY, read};

    const PORTAL_PAGE: &str = "<!doctype html><title>Wi-Fi</title>";

    fn answer<'a>(status: u16, content_type: &'a str, body: &'a str) -> Result<&'a str, ApiError> {
        read(Answer {
            status,
            content_type,
            body,
        })
    }

    fn problem(status: u16, rest: &str) -> Result<String, ApiError> {
        let body = format!(r#"{{"status":{status},"trace_id":"t-1",{rest}}}"#);
        answer(status, "application/problem+json", &body).map(str::to_owned)
    }

    #[test]
    fn json_is_handed_on_whatever_its_parameters() {
        assert_eq!(answer(200, "application/json", "{}"), Ok("{}"));
        assert_eq!(
            answer(200, "Application/JSON; charset=utf-8", "{}"),
            Ok("{}")
        );
        assert_eq!(answer(204, "", ""), Ok("null"));
    }

    #[test]
    fn a_web_page_or_a_redirect_where_data_is_due_is_something_in_between() {
        for (status, content_type) in [
            (200, "text/html"),
            (200, ""),
            (0, ""),
            (302, "text/html"),
            (403, "text/html"),
            (407, "text/html"),
        ] {
            assert_eq!(
                answer(status, content_type, PORTAL_PAGE),
                Err(ApiError::Filtered),
                "{status}"
            );
        }
    }

    #[test]
    fn a_failing_service_is_unavailable_and_gives_its_trace() {
        assert_eq!(
            answer(502, "text/html", PORTAL_PAGE),
            Err(ApiError::Unavailable { trace_id: None })
        );
        assert_eq!(
            answer(500, "application/json", "{"),
            Err(ApiError::Unavailable { trace_id: None })
        );
        assert_eq!(
            problem(500, r#""code":"internal_error""#),
            Err(ApiError::Unavailable {
                trace_id: Some("t-1".to_owned())
            })
        );
    }

    #[test]
    fn a_refusal_keeps_its_code_and_an_unknown_code_stays_a_refusal() {
        assert_eq!(
            problem(401, r#""code":"signed_out""#),
            Err(ApiError::SignedOut)
        );
        assert_eq!(
            problem(429, r#""code":"too_many_attempts","retry_after":7"#),
            Err(ApiError::Limited { retry_after: 7 })
        );
        assert!(matches!(
            problem(401, r#""code":"invalid_credentials""#),
            Err(ApiError::Refused(_))
        ));
        assert!(matches!(
            problem(418, r#""code":"brewing","later":[1]"#),
            Err(ApiError::Refused(_))
        ));
        assert!(matches!(
            problem(503, r#""code":"maintenance""#),
            Err(ApiError::Refused(_))
        ));
    }

    #[test]
    fn what_can_not_be_read_says_so() {
        assert_eq!(
            answer(404, "application/problem+json", "{}"),
            Err(ApiError::Unreadable)
        );
        assert_eq!(
            answer(401, "application/json", "<"),
            Err(ApiError::Unreadable)
        );
        assert_eq!(
            answer(200, "application/json", &" ".repeat(LONGEST_BODY + 1)),
            Err(ApiError::Unreadable)
        );
    }
}
