//! A failed call in words, with exactly one next step; knows no markup.

use crate::api::answer::ApiError;
use crate::contract::problem::{Problem, ProblemCode};
use crate::i18n::dates::date_and_time;
use crate::i18n::locale::Locale;
use crate::i18n::texts::LoginCause;

/// What a person can do about a failed call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NextStep {
    /// The same call again.
    TryAgain,
    /// The page anew.
    Reload,
    /// Sign in again.
    LogIn,
    /// Elsewhere in the space.
    Leave,
    /// Wait, or do what the words say.
    Nothing,
}

/// A failed call in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FailureWords {
    /// What happened.
    pub title: &'static str,
    /// Why, and what helps.
    pub text: String,
    /// The one next step.
    pub next: NextStep,
    /// The reference for support.
    pub trace_id: Option<String>,
}

/// The words of `error`; a dead or filtered network never becomes a wrong password.
#[must_use]
pub fn words(error: &ApiError, locale: Locale) -> FailureWords {
    let t = locale.texts();
    let of = |title, text: &str, next| FailureWords {
        title,
        text: text.to_owned(),
        next,
        trace_id: None,
    };
    match error {
        ApiError::Offline => of(t.offline_title(), t.offline_text(), NextStep::TryAgain),
        ApiError::Filtered => of(t.filtered_title(), t.filtered_text(), NextStep::TryAgain),
        ApiError::Unavailable { trace_id } => FailureWords {
            trace_id: trace_id.clone(),
            ..of(
                t.unavailable_title(),
                t.unavailable_text(),
                NextStep::TryAgain,
            )
        },
        ApiError::SignedOut => of(t.signed_out_title(), t.signed_out_text(), NextStep::LogIn),
        ApiError::Limited { retry_after } => of(
            t.limited_title(),
            &t.limited_text(&t.duration(*retry_after)),
            NextStep::Nothing,
        ),
        ApiError::Unreadable => of(t.unreadable_title(), t.unreadable_text(), NextStep::Reload),
        ApiError::OutcomeUnknown => of(
            t.outcome_unknown_title(),
            t.outcome_unknown_text(),
            NextStep::Reload,
        ),
        ApiError::Refused(problem) => FailureWords {
            trace_id: Some(problem.trace_id.clone()),
            ..refused(problem, locale)
        },
    }
}

fn refused(problem: &Problem, locale: Locale) -> FailureWords {
    let t = locale.texts();
    let wait = t.duration(problem.retry_after.unwrap_or(60));
    let at_login = |cause, next| {
        let words = t.login_cause(cause);
        (words.title, words.reason.to_owned(), next)
    };
    let (title, text, next) = match problem.code {
        ProblemCode::InvalidCredentials => at_login(LoginCause::InvalidPair, NextStep::Nothing),
        ProblemCode::AccountLocked => at_login(LoginCause::Locked, NextStep::Nothing),
        ProblemCode::TooManyAttempts => {
            (t.limited_title(), t.limited_text(&wait), NextStep::Nothing)
        }
        ProblemCode::PasswordExpired => at_login(LoginCause::PasswordExpired, NextStep::Nothing),
        ProblemCode::NetworkBlocked => {
            let (title, reason, next) = at_login(LoginCause::NetworkBlocked, NextStep::TryAgain);
            let address = problem.address.as_deref().map(|seen| t.address_seen(seen));
            (title, join(reason, address), next)
        }
        ProblemCode::Maintenance => {
            let (title, reason, next) = at_login(LoginCause::Maintenance, NextStep::TryAgain);
            let until = problem
                .until
                .map(|until| t.maintenance_until(&date_and_time(until, locale)));
            (title, join(reason, until), next)
        }
        ProblemCode::SignedOut => (
            t.signed_out_title(),
            t.signed_out_text().to_owned(),
            NextStep::LogIn,
        ),
        ProblemCode::ConsentRequired => (
            t.refused_title(),
            t.consent_required().to_owned(),
            NextStep::LogIn,
        ),
        ProblemCode::SecondFactorRequired => at_login(LoginCause::SecondFactor, NextStep::LogIn),
        ProblemCode::NotFound => (
            t.missing_title(),
            t.missing_text().to_owned(),
            NextStep::Leave,
        ),
        ProblemCode::ModuleOff => (
            t.module_off_title(),
            t.module_off_text().to_owned(),
            NextStep::Leave,
        ),
        ProblemCode::Unavailable | ProblemCode::InternalError => (
            t.unavailable_title(),
            t.unavailable_text().to_owned(),
            NextStep::TryAgain,
        ),
        ProblemCode::ActionRefused => (
            t.action_refused_title(),
            t.action_refused_text().to_owned(),
            NextStep::Reload,
        ),
        ProblemCode::CsrfRefused
        | ProblemCode::OriginRefused
        | ProblemCode::MethodNotAllowed
        | ProblemCode::NotAcceptable
        | ProblemCode::PayloadTooLarge
        | ProblemCode::UnsupportedMediaType
        | ProblemCode::RangeNotSatisfiable
        | ProblemCode::InvalidRequest
        | ProblemCode::InvalidFields
        | ProblemCode::IdempotencyConflict
        | ProblemCode::ChangedMeanwhile
        | ProblemCode::Unknown => (
            t.refused_title(),
            t.refused_text().to_owned(),
            NextStep::Reload,
        ),
    };
    FailureWords {
        title,
        text,
        next,
        trace_id: None,
    }
}

fn join(reason: String, detail: Option<String>) -> String {
    match detail {
        Some(detail) => format!("{reason} {detail}."),
        None => reason,
    }
}
