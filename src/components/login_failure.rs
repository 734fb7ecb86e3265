//! Why a sign-in did not work, in words that never name one field of the pair; knows no call.

use super::check_strip::told;
use super::countdown::Countdown;
use super::dynamic::part;
use super::error_summary::{ErrorSummary, SummaryError};
use super::finding_words::{cause_name, guide};
use super::password_renewal::{IdentityLink, PasswordChecklist};
use super::support_line::SupportLine;
use super::trace_reference::TraceReference;
use crate::i18n::dates::date_and_time;
use crate::i18n::texts::LoginCause;
use crate::route::Route;
use crate::state::checkup::use_checkup;
use crate::state::locale::use_locale;
use crate::state::login_cause::{
    LoginFailure, cause, field, incomplete, is_connection, is_everyday, problem, retry_after,
    trace_id,
};
use crate::state::portal::use_portal;
use crate::state::session::SignInFailure;
use leptos::prelude::*;

/// The summary of a failed sign-in: what happened, why, for how long, what helps, whom to call.
#[component]
pub fn LoginFailureView(
    /// Why it failed.
    failure: LoginFailure,
    /// The seconds until the next try makes sense.
    #[prop(into)]
    left: Signal<Option<u32>>,
) -> impl IntoView {
    let locale = use_locale();
    part(move || {
        // Read here, so that either is drawn anew in the other language.
        let t = locale.texts();
        match &failure {
            LoginFailure::Incomplete(reasons) => {
                let errors = reasons.iter().map(|reason| SummaryError {
                    text: incomplete(*reason, t).to_owned(),
                    field: Some(field(*reason)),
                });
                view! { <ErrorSummary title=t.form_error_title() errors=errors.collect()/> }
                    .into_any()
            }
            LoginFailure::SignIn(failure) => {
                view! { <CauseView failure=failure.clone() left/> }.into_any()
            }
        }
    })
}

#[component]
fn CauseView(failure: SignInFailure, left: Signal<Option<u32>>) -> impl IntoView {
    let (locale, portal) = (use_locale(), use_portal());
    let t = locale.texts();
    let cause = cause(&failure);
    let words = t.login_cause(cause);
    let problem = problem(&failure);
    let details = [
        problem
            .and_then(|problem| problem.address.as_deref())
            .map(|address| t.address_seen(address)),
        problem
            .and_then(|problem| problem.until)
            .map(|until| t.maintenance_until(&date_and_time(until, locale.get()))),
        // What is read with the summary is said once, in words that stand still.
        retry_after(&failure).map(|seconds| format!("{} {}.", t.wait_label(), t.duration(seconds))),
    ];
    let [address, until, wait] = details;
    let wait = wait.map(|wait| {
        view! {
            <p class="visually-hidden">{wait}</p>
            {part(move || left.get().map(|_| view! { <Countdown label=|t| t.wait_label() left=Signal::derive(move || left.get().unwrap_or_default())/> }))}
        }
    });
    let steps = words.steps.iter().map(|step| view! { <li>{*step}</li> });
    let rule = (cause == LoginCause::InvalidPair).then(|| view! { <WaitRule/> });
    let renewal = (cause == LoginCause::PasswordExpired).then(|| {
        part(move || {
            let Some(answer) = portal.answer() else {
                return view! { <p><a href=Route::Password.href()>{locale.say(|t| t.password_title())}</a></p> }.into_any();
            };
            let hosts = portal.config(|config| config.identity_hosts.clone());
            view! {
                <IdentityLink url=answer.identity_service.password_url hosts/>
                <h3 class="error-summary__heading">{locale.say(|t| t.password_rules_heading())}</h3>
                <PasswordChecklist rules=answer.password_rules/>
            }
            .into_any()
        })
    });
    let is_connection = is_connection(&LoginFailure::SignIn(failure.clone()));
    let trace_id = trace_id(&failure).filter(|_| !is_everyday(cause));
    view! {
        <ErrorSummary title=words.title errors=Vec::new()>
            <p>{words.reason}</p>
            {address.map(|address| view! { <p>{address}</p> })}
            {until.map(|until| view! { <p>{until}</p> })}
            {wait}
            {rule}
            <h3 class="error-summary__heading">{t.what_to_do()}</h3>
            <ul class="error-summary__list">{steps.collect_view()}</ul>
            {renewal}
            {is_connection.then(|| view! { <Explanation/> })}
            <h3 class="error-summary__heading">{t.whom_to_call()}</h3>
            <SupportLine/>
            {trace_id.map(|trace_id| view! { <TraceReference trace_id/> })}
        </ErrorSummary>
    }
}

/// After how many wrong passwords the portal locks, so that nobody runs into it unaware.
#[component]
fn WaitRule() -> impl IntoView {
    let (locale, portal) = (use_locale(), use_portal());
    part(move || {
        portal.answer().map(|answer| {
            let (t, lockout) = (locale.texts(), answer.lockout);
            let rule = t.wait_rule(lockout.attempts, &t.duration(lockout.duration_s));
            view! { <p>{rule}</p> }
        })
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
