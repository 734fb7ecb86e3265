//! Why a sign-in did not work, told apart as far as the words differ; knows no markup.

use super::session::SignInFailure;
use crate::api::answer::ApiError;
use crate::contract::problem::{Problem, ProblemCode};
use crate::i18n::texts::{LoginCause, Texts};
use crate::rules::credentials::InvalidCredentials;

/// Why a sign-in did not work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoginFailure {
    /// The form could not be sent.
    Incomplete(Vec<InvalidCredentials>),
    /// It was sent.
    SignIn(SignInFailure),
}

/// Which words a failure has; total, and a dead or filtered network never becomes a wrong password.
#[must_use]
pub fn cause(failure: &SignInFailure) -> LoginCause {
    match failure {
        SignInFailure::SessionNotKept => LoginCause::SessionNotKept,
        SignInFailure::SecondFactorRequired => LoginCause::SecondFactor,
        SignInFailure::Api(error) => match error {
            ApiError::Offline => LoginCause::Offline,
            ApiError::Filtered => LoginCause::Filtered,
            ApiError::Unavailable { .. } => LoginCause::Unavailable,
            ApiError::Unreadable => LoginCause::Unreadable,
            ApiError::OutcomeUnknown => LoginCause::AnswerLost,
            ApiError::Limited { .. } => LoginCause::Limited,
            ApiError::SignedOut => LoginCause::Refused,
            ApiError::Refused(problem) => match problem.code {
                ProblemCode::InvalidCredentials => LoginCause::InvalidPair,
                ProblemCode::AccountLocked => LoginCause::Locked,
                ProblemCode::TooManyAttempts => LoginCause::Limited,
                ProblemCode::PasswordExpired => LoginCause::PasswordExpired,
                ProblemCode::NetworkBlocked => LoginCause::NetworkBlocked,
                ProblemCode::Maintenance => LoginCause::Maintenance,
                ProblemCode::Unavailable | ProblemCode::InternalError => LoginCause::Unavailable,
                ProblemCode::SecondFactorRequired => LoginCause::SecondFactor,
                _ => LoginCause::Refused,
            },
        },
    }
}

/// True when the way to the service is the matter, or the browser that did not keep its cookie: the checks say more.
#[must_use]
pub fn is_connection(failure: &LoginFailure) -> bool {
    let LoginFailure::SignIn(failure) = failure else {
        return false;
    };
    match cause(failure) {
        LoginCause::NetworkBlocked
        | LoginCause::Maintenance
        | LoginCause::Unavailable
        | LoginCause::Offline
        | LoginCause::Filtered
        | LoginCause::AnswerLost
        | LoginCause::Unreadable
        | LoginCause::SessionNotKept => true,
        LoginCause::InvalidPair
        | LoginCause::Locked
        | LoginCause::Limited
        | LoginCause::PasswordExpired
        | LoginCause::SecondFactor
        | LoginCause::Refused => false,
    }
}

/// A mistyped or expired password is no case for support: a reference would only distract.
#[must_use]
pub fn is_everyday(cause: LoginCause) -> bool {
    matches!(
        cause,
        LoginCause::InvalidPair
            | LoginCause::Locked
            | LoginCause::Limited
            | LoginCause::PasswordExpired
    )
}

/// How long no further try makes sense, in seconds.
#[must_use]
pub fn retry_after(failure: &SignInFailure) -> Option<u32> {
    match failure {
        SignInFailure::Api(ApiError::Limited { retry_after }) => Some((*retry_after).max(1)),
        SignInFailure::Api(ApiError::Refused(problem)) => matches!(
            problem.code,
            ProblemCode::AccountLocked | ProblemCode::TooManyAttempts
        )
        // A portal that names no time is asked again in a minute.
        .then(|| problem.retry_after.unwrap_or(60).max(1)),
        _ => None,
    }
}

/// The refusal in the portal's words, if that is what it was.
#[must_use]
pub fn problem(failure: &SignInFailure) -> Option<&Problem> {
    match failure {
        SignInFailure::Api(ApiError::Refused(problem)) => Some(problem),
        _ => None,
    }
}

/// What stands in the portal's log, when it said so.
#[must_use]
pub fn trace_id(failure: &SignInFailure) -> Option<String> {
    match failure {
        SignInFailure::Api(ApiError::Unavailable { trace_id }) => trace_id.clone(),
        _ => problem(failure).map(|problem| problem.trace_id.clone()),
    }
}

/// True when the portal refused for this cause.
#[must_use]
pub fn is(failure: &SignInFailure, code: ProblemCode) -> bool {
    problem(failure).is_some_and(|problem| problem.code == code)
}

/// Why the form can't be sent yet, in words.
#[must_use]
pub fn incomplete(reason: InvalidCredentials, t: &dyn Texts) -> &'static str {
    match reason {
        InvalidCredentials::UsernameMissing => t.username_missing(),
        InvalidCredentials::UsernameTooLong => t.username_too_long(),
        InvalidCredentials::PasswordMissing => t.password_missing(),
        InvalidCredentials::PasswordTooLong => t.password_too_long(),
    }
}

/// The field that is to be filled in or shortened.
#[must_use]
pub fn field(reason: InvalidCredentials) -> &'static str {
    match reason {
        InvalidCredentials::UsernameMissing | InvalidCredentials::UsernameTooLong => "username",
        InvalidCredentials::PasswordMissing | InvalidCredentials::PasswordTooLong => "password",
    }
}
