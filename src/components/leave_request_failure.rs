//! Why leave was not asked for, with its one next step; knows no call.

use super::error_summary::{ErrorSummary, SummaryError};
use super::failure_words::{NextStep, words};
use super::leave_form::id_of;
use super::notice::{Notice, NoticeVariant};
use super::trace_reference::TraceReference;
use crate::api::answer::ApiError;
use crate::browser::document;
use crate::i18n::texts::AgentTexts;
use crate::route::{Route, SpaceRoute};
use crate::rules::leave_form::{LeaveField, LeaveMistake};
use crate::rules::leave_refusal::{LeaveRefusal, refusals};
use crate::state::locale::AgentLocale;
use crate::state::once::{LastTry, NotMade};
use leptos::prelude::*;

/// Why a request was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeaveRequestFailure {
    /// Something is missing or wrong in the form.
    Incomplete(Vec<LeaveMistake>),
    /// It was sent, or was to be.
    NotMade(NotMade),
}

impl LeaveRequestFailure {
    /// What the portal refused of the fields.
    #[must_use]
    pub fn refusals(&self) -> Vec<LeaveRefusal> {
        match self {
            Self::NotMade(NotMade::Call(ApiError::Refused(problem))) => refusals(problem),
            _ => Vec::new(),
        }
    }

    /// What was missing or wrong in the form.
    #[must_use]
    pub fn mistakes(&self) -> &[LeaveMistake] {
        match self {
            Self::Incomplete(mistakes) => mistakes,
            Self::NotMade(_) => &[],
        }
    }
}

/// The summary, which takes the focus.
pub fn leave_request_failure(
    failure: &LeaveRequestFailure,
    send: Callback<()>,
    locale: AgentLocale,
) -> AnyView {
    let t = locale.texts();
    let again = || button(t.try_again(), move || send.run(()));
    let one = |text: String| vec![SummaryError { text, field: None }];
    let at = |(field, text): (LeaveField, String)| SummaryError {
        text,
        field: Some(id_of(field)),
    };
    let refused = failure.refusals();
    let mut trace_id = None;
    let (title, errors, step) = match failure {
        LeaveRequestFailure::Incomplete(mistakes) => {
            let told = mistakes.iter().map(|mistake| told(*mistake, t));
            (t.request_incomplete(), told.map(at).collect(), None)
        }
        LeaveRequestFailure::NotMade(NotMade::NotRecorded) => (
            t.request_failed(),
            one(t.request_not_recorded().to_owned()),
            Some(again()),
        ),
        LeaveRequestFailure::NotMade(NotMade::Lost) => (
            t.request_lost_title(),
            one(t.request_lost().to_owned()),
            Some(again()),
        ),
        LeaveRequestFailure::NotMade(NotMade::Call(_)) if !refused.is_empty() => {
            let told = refused
                .into_iter()
                .map(|refusal| (refusal.field(), t.leave_refusal(refusal)));
            (t.request_failed(), told.map(at).collect(), None)
        }
        LeaveRequestFailure::NotMade(NotMade::Call(error)) => {
            let words = words(error, locale.get());
            trace_id = words.trace_id;
            let step = match words.next {
                NextStep::TryAgain => Some(again()),
                NextStep::Reload => Some(button(t.reload_page(), document::reload)),
                NextStep::LogIn => Some(link(Route::Login.href(), t.back_to_login())),
                NextStep::Leave => {
                    let home = Route::Space(SpaceRoute::Home);
                    Some(link(home.href(), t.back_to_space()))
                }
                NextStep::Nothing => None,
            };
            (t.request_failed(), one(words.text), step)
        }
    };
    view! {
        <ErrorSummary title errors>
            {trace_id.map(|trace_id| view! { <TraceReference trace_id/> })}
            {step.map(|step| view! { <p>{step}</p> })}
        </ErrorSummary>
    }
    .into_any()
}

fn button(words: &'static str, act: impl Fn() + 'static) -> AnyView {
    view! { <button class="button" type="button" on:click=move |_| act()>{words}</button> }
        .into_any()
}

fn link(href: String, words: &'static str) -> AnyView {
    view! { <a class="button" href=href>{words}</a> }.into_any()
}

/// A mistake in words, with its field.
#[must_use]
pub fn told(mistake: LeaveMistake, t: &dyn AgentTexts) -> (LeaveField, String) {
    (mistake.field(), t.leave_mistake(mistake).to_owned())
}

/// What somebody who comes back finds said about the try that went wrong before.
pub fn returned(last: LastTry, locale: AgentLocale) -> Option<AnyView> {
    let t = locale.texts();
    let (title, text) = match last {
        LastTry::None => return None,
        LastTry::NotSent => (t.request_failed(), t.request_not_sent()),
        LastTry::NotRecorded => (t.request_failed(), t.request_not_recorded()),
        LastTry::Lost => (t.request_lost_title(), t.request_lost()),
    };
    let title = Signal::stored(title.to_owned());
    Some(view! { <Notice variant=NoticeVariant::Warning title><p>{text}</p></Notice> }.into_any())
}
