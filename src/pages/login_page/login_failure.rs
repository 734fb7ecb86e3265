//! Why a sign-in did not work, in words that never name one field of the pair; knows no call.

use crate::api::answer::ApiError;
use crate::components::check_strip::told;
use crate::components::dynamic::part;
use crate::components::error_summary::{ErrorSummary, SummaryError};
use crate::components::failure_words::words;
use crate::components::finding_words::{cause_name, guide};
use crate::components::trace_reference::TraceReference;
use crate::contract::problem::ProblemCode;
use crate::i18n::texts::Texts;
use crate::route::Route;
use crate::rules::credentials::InvalidCredentials;
use crate::state::checkup::use_checkup;
use crate::state::locale::use_locale;
use crate::state::session::SignInFailure;
use leptos::prelude::*;

/// Why a sign-in did not work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoginFailure {
    /// The form could not be sent.
    Incomplete(Vec<InvalidCredentials>),
    /// It was sent.
    SignIn(SignInFailure),
}

/// The summary of a failed sign-in.
#[component]
pub fn LoginFailureView(
    /// Why it failed.
    failure: LoginFailure,
) -> impl IntoView {
    let locale = use_locale();
    part(move || {
        let t = locale.texts();
        let line = |text: &str| {
            vec![SummaryError {
                text: text.to_owned(),
                field: None,
            }]
        };
        let (title, errors, trace_id) = match &failure {
            LoginFailure::Incomplete(reasons) => (
                t.form_error_title(),
                reasons.iter().map(|reason| missing(*reason, t)).collect(),
                None,
            ),
            LoginFailure::SignIn(SignInFailure::SessionNotKept) => {
                (t.error_summary_title(), line(t.cookie_lost()), None)
            }
            LoginFailure::SignIn(SignInFailure::ConsentRequired) => {
                (t.error_summary_title(), line(t.consent_required()), None)
            }
            LoginFailure::SignIn(SignInFailure::SecondFactorRequired) => (
                t.error_summary_title(),
                line(t.second_factor_required()),
                None,
            ),
            LoginFailure::SignIn(SignInFailure::Api(error)) => {
                let words = words(error, locale.get());
                (
                    words.title,
                    line(&words.text),
                    words.trace_id.filter(|_| !is_everyday(error)),
                )
            }
        };
        let expired = is(&failure, ProblemCode::PasswordExpired);
        let connection = is_connection(&failure).then(|| view! { <Explanation/> });
        view! {
            <ErrorSummary title errors>
                {expired.then(|| view! { <p><a href=Route::Password.href()>{t.password_title()}</a></p> })}
                {connection}
                {trace_id.map(|trace_id| view! { <TraceReference trace_id/> })}
            </ErrorSummary>
        }
    })
}

/// What the checks know of a connection that failed, and where they say more.
#[component]
fn Explanation() -> impl IntoView {
    let (locale, checkup) = (use_locale(), use_checkup());
    part(move || {
        let (found, t) = (checkup.get(), locale.texts());
        let guide = guide(found.recognised.as_ref());
        let obstacle = found.obstacle().map(|finding| {
            view! {
                <p data-cause=cause_name(finding.cause)>{t.verdict(finding.cause)}{" "}{told(finding, t)}{" "}{t.step(finding.cause, guide)}</p>
            }
        });
        view! {
            {obstacle}
            <p><a href=Route::Diagnostics.href()>{t.checkup_title()}</a></p>
        }
    })
}

/// True when the way to the service is the matter, or the browser that did not keep its cookie: the checks say more.
#[must_use]
pub fn is_connection(failure: &LoginFailure) -> bool {
    match failure {
        LoginFailure::Incomplete(_)
        | LoginFailure::SignIn(
            SignInFailure::ConsentRequired | SignInFailure::SecondFactorRequired,
        ) => false,
        LoginFailure::SignIn(SignInFailure::SessionNotKept) => true,
        LoginFailure::SignIn(SignInFailure::Api(error)) => match error {
            ApiError::Offline
            | ApiError::Filtered
            | ApiError::Unavailable { .. }
            | ApiError::Unreadable
            | ApiError::OutcomeUnknown => true,
            ApiError::SignedOut | ApiError::Limited { .. } => false,
            ApiError::Refused(problem) => matches!(
                problem.code,
                ProblemCode::NetworkBlocked | ProblemCode::Maintenance
            ),
        },
    }
}

fn missing(reason: InvalidCredentials, t: &dyn Texts) -> SummaryError {
    let (text, field) = match reason {
        InvalidCredentials::UsernameMissing => (t.username_missing(), "username"),
        InvalidCredentials::PasswordMissing => (t.password_missing(), "password"),
    };
    SummaryError {
        text: text.to_owned(),
        field: Some(field),
    }
}

fn is(failure: &LoginFailure, code: ProblemCode) -> bool {
    matches!(failure, LoginFailure::SignIn(SignInFailure::Api(ApiError::Refused(problem))) if problem.code == code)
}

/// A mistyped password is no case for support: a reference would only distract.
fn is_everyday(error: &ApiError) -> bool {
    matches!(error, ApiError::Refused(problem) if matches!(problem.code, ProblemCode::InvalidCredentials | ProblemCode::PasswordExpired))
}
