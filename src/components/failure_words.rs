//! A failed call in words, with exactly one next step; knows no markup.

use crate::api::answer::ApiError;
use crate::contract::problem::{Problem, ProblemCode};
use crate::i18n::dates::date_and_time;
use crate::i18n::locale::Locale;

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
    let (title, text, next) = match problem.code {
        ProblemCode::InvalidCredentials => (
            t.error_summary_title(),
            t.invalid_credentials().to_owned(),
            NextStep::Nothing,
        ),
        ProblemCode::AccountLocked => (
            t.error_summary_title(),
            t.account_locked(&wait),
            NextStep::Nothing,
        ),
        ProblemCode::TooManyAttempts => {
            (t.limited_title(), t.limited_text(&wait), NextStep::Nothing)
        }
        ProblemCode::PasswordExpired => (
            t.error_summary_title(),
            t.password_expired().to_owned(),
            NextStep::Nothing,
        ),
        ProblemCode::NetworkBlocked => {
            let address = problem.address.as_deref().unwrap_or("?");
            (
                t.error_summary_title(),
                t.network_blocked(address),
                NextStep::TryAgain,
            )
        }
        ProblemCode::Maintenance => {
            let text = problem
                .until
                .map(|until| t.maintenance_until(&date_and_time(until, locale)));
            (
                t.unavailable_title(),
                text.unwrap_or_else(|| t.maintenance().to_owned()),
                NextStep::TryAgain,
            )
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
        ProblemCode::SecondFactorRequired => (
            t.refused_title(),
            t.second_factor_required().to_owned(),
            NextStep::LogIn,
        ),
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
        ProblemCode::CsrfRefused
        | ProblemCode::OriginRefused
        | ProblemCode::MethodNotAllowed
        | ProblemCode::NotAcceptable
        | ProblemCode::PayloadTooLarge
        | ProblemCode::UnsupportedMediaType
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
