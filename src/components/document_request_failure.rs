//! Why a certificate was not asked for, with its one next step; knows no call.

use super::document_request_fields::{KIND, NOTE};
use super::document_request_form::LastTry;
use super::error_summary::{ErrorSummary, SummaryError};
use super::failure_words::{NextStep, words};
use super::notice::{Notice, NoticeVariant};
use super::trace_reference::TraceReference;
use crate::api::answer::ApiError;
use crate::browser::document;
use crate::contract::problem::ProblemCode;
use crate::route::{Route, SpaceRoute};
use crate::rules::document_request::InvalidDocumentRequest;
use crate::state::locale::AgentLocale;
use leptos::prelude::*;

/// Why a request was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RequestFailure {
    /// Something is missing or wrong in the form.
    Incomplete(Vec<InvalidDocumentRequest>),
    /// The call failed or was refused.
    Call(ApiError),
    /// The answer was lost; the portal has recorded nothing.
    NotRecorded,
    /// The answer was lost, and the portal could not tell what became of it.
    Lost,
}

impl RequestFailure {
    /// True when the portal refused that field.
    #[must_use]
    pub fn refuses(&self, field: &str) -> bool {
        matches!(self, Self::Call(ApiError::Refused(problem))
            if problem.code == ProblemCode::InvalidFields
                && problem.fields.iter().any(|it| it.name == field))
    }
}

/// The summary, which takes the focus.
pub fn request_failure(
    failure: &RequestFailure,
    send: Callback<()>,
    locale: AgentLocale,
) -> AnyView {
    let t = locale.texts();
    let again = || {
        view! { <button class="button" type="button" on:click=move |_| send.run(())>{t.try_again()}</button> }.into_any()
    };
    let one = |text: String| vec![SummaryError { text, field: None }];
    let mut trace_id = None;
    let (title, errors, step) = match failure {
        RequestFailure::Incomplete(wrong) => {
            let errors = wrong.iter().map(|why| SummaryError {
                text: t.invalid_request(*why).to_owned(),
                field: Some(match why {
                    InvalidDocumentRequest::NoKind => KIND,
                    InvalidDocumentRequest::NoteTooLong => NOTE,
                }),
            });
            (t.request_incomplete(), errors.collect(), None)
        }
        RequestFailure::NotRecorded => (
            t.request_failed(),
            one(t.request_not_recorded().to_owned()),
            Some(again()),
        ),
        RequestFailure::Lost => (
            t.request_lost_title(),
            one(t.request_lost().to_owned()),
            Some(again()),
        ),
        RequestFailure::Call(_) if failure.refuses("kind") || failure.refuses("note") => {
            let fields = [
                ("kind", t.kind_no_longer_offered(), KIND),
                ("note", t.note_refused(), NOTE),
            ];
            let errors = fields
                .into_iter()
                .filter(|(name, ..)| failure.refuses(name))
                .map(|(_, text, field)| SummaryError {
                    text: text.to_owned(),
                    field: Some(field),
                });
            (t.request_failed(), errors.collect(), None)
        }
        RequestFailure::Call(error) => {
            let words = words(error, locale.get());
            trace_id = words.trace_id;
            let step = match words.next {
                NextStep::TryAgain => Some(again()),
                NextStep::Reload => Some(view! { <button class="button" type="button" on:click=move |_| document::reload()>{t.reload_page()}</button> }.into_any()),
                NextStep::LogIn => Some(view! { <a class="button" href=Route::Login.href()>{t.back_to_login()}</a> }.into_any()),
                NextStep::Leave => Some(view! { <a class="button" href=Route::Space(SpaceRoute::Home).href()>{t.back_to_space()}</a> }.into_any()),
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
