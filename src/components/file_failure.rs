//! A file that did not come, in words: what happened and what helps; knows no call and no page.

use super::failure_words::words;
use super::trace_reference::TraceReference;
use crate::api::files::{FileError, Progress};
use crate::i18n::file_words::bytes;
use crate::i18n::locale::Locale;
use leptos::prelude::*;

/// A file that did not come, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileFailureWords {
    /// What happened.
    pub title: &'static str,
    /// Why, and what helps.
    pub text: String,
    /// The reference for support.
    pub trace_id: Option<String>,
}

/// The words of `why`.
#[must_use]
pub fn file_failure_words(why: &FileError, can_resume: bool, locale: Locale) -> FileFailureWords {
    let t = locale.agent_texts();
    let of = |title, text| FileFailureWords {
        title,
        text,
        trace_id: None,
    };
    match why {
        FileError::Call(error) => {
            let words = words(error, locale);
            FileFailureWords {
                trace_id: words.trace_id,
                ..of(words.title, words.text)
            }
        }
        FileError::Cut(Progress { received, expected }) => {
            let expected = expected.map(|expected| bytes(expected, locale));
            let text = t.cut_text(&bytes(*received, locale), expected.as_deref());
            let step = if can_resume { t.cut_resume() } else { "" };
            of(
                t.cut_title(),
                format!("{text} {step}").trim_end().to_owned(),
            )
        }
        FileError::Invalid(why) => of(
            t.invalid_file_title(),
            format!("{} {}", t.invalid_file(*why), t.invalid_file_step()),
        ),
    }
}

/// The same as markup, without a step: who shows it offers one.
pub fn file_failure(words: FileFailureWords) -> AnyView {
    view! {
        <p class="file-failure__title"><strong>{words.title}</strong></p>
        <p>{words.text}</p>
        {words.trace_id.map(|trace_id| view! { <TraceReference trace_id/> })}
    }
    .into_any()
}
