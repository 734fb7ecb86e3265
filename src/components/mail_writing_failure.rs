//! Why a message was not sent, with its one next step; knows no call.

use super::error_summary::{ErrorSummary, SummaryError};
use super::failure_words::{NextStep, words};
use super::notice::{Notice, NoticeVariant};
use super::trace_reference::TraceReference;
use crate::api::answer::ApiError;
use crate::browser::document;
use crate::contract::mail::NewMailDraft;
use crate::route::{Route, SpaceRoute};
use crate::rules::mail_sending::{MailField, MailMistake, refusals};
use crate::state::locale::AgentLocale;
use crate::state::once::{LastTry, NotMade};
use leptos::prelude::*;

/// Why a message was not sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MailFailure {
    /// Something is missing or wrong in the form.
    Incomplete(Vec<MailMistake>),
    /// It was sent, or was to be.
    NotMade {
        /// Why nothing came of it.
        why: NotMade,
        /// What was to be sent.
        of: Box<NewMailDraft>,
    },
}

impl MailFailure {
    /// What the portal refused of the fields, and what was to be sent.
    #[must_use]
    pub fn refused(&self) -> Option<(Vec<MailMistake>, &NewMailDraft)> {
        match self {
            Self::NotMade {
                why: NotMade::Call(ApiError::Refused(problem)),
                of,
            } => Some((refusals(problem), of)),
            _ => None,
        }
    }

    /// What was missing or wrong in the form.
    #[must_use]
    pub fn mistakes(&self) -> &[MailMistake] {
        match self {
            Self::Incomplete(mistakes) => mistakes,
            Self::NotMade { .. } => &[],
        }
    }
}

/// The id of a field, to which an error leads.
#[must_use]
pub fn id_of(field: MailField) -> &'static str {
    match field {
        MailField::To => "mail-to",
        MailField::Cc => "mail-cc",
        MailField::Bcc => "mail-bcc",
        MailField::Subject => "mail-subject",
        MailField::Text => "mail-text",
        MailField::Files => "mail-files",
    }
}

/// The summary, which takes the focus.
pub fn mail_failure(failure: &MailFailure, send: Callback<()>, locale: AgentLocale) -> AnyView {
    let t = locale.texts();
    let again = || button(t.try_again(), move || send.run(()));
    let one = |text: String| vec![SummaryError { text, field: None }];
    let at = |mistake: &MailMistake| SummaryError {
        text: t.mail_mistake(*mistake),
        field: Some(id_of(mistake.field())),
    };
    let refused = failure.refused().map(|(refused, _)| refused);
    let refused = refused.unwrap_or_default();
    let mut trace_id = None;
    let (title, errors, step) = match failure {
        MailFailure::Incomplete(mistakes) => {
            (t.mail_incomplete(), mistakes.iter().map(at).collect(), None)
        }
        MailFailure::NotMade { .. } if !refused.is_empty() => (
            t.mail_sending_failed(),
            refused.iter().map(at).collect(),
            None,
        ),
        MailFailure::NotMade { why, .. } => match why {
            NotMade::NotRecorded => {
                let said = one(t.mail_not_recorded().to_owned());
                (t.mail_sending_failed(), said, Some(again()))
            }
            NotMade::Lost => (
                t.mail_lost_title(),
                one(t.mail_sending_lost().to_owned()),
                Some(again()),
            ),
            NotMade::Call(error) => {
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
                (t.mail_sending_failed(), one(words.text), step)
            }
        },
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

/// What somebody who comes back finds said about the try that went wrong before.
pub fn mail_returned(last: LastTry, locale: AgentLocale) -> Option<AnyView> {
    let t = locale.texts();
    let (title, text) = match last {
        LastTry::None => return None,
        LastTry::NotSent => (t.mail_sending_failed(), t.mail_not_sent()),
        LastTry::NotRecorded => (t.mail_sending_failed(), t.mail_not_recorded()),
        LastTry::Lost => (t.mail_lost_title(), t.mail_sending_lost()),
    };
    let title = Signal::stored(title.to_owned());
    Some(view! { <Notice variant=NoticeVariant::Warning title><p>{text}</p></Notice> }.into_any())
}
