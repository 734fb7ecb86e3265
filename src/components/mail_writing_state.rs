//! What the fields of a message share, and what is wrong at each of them; knows no markup and no call.

use super::mail_writing_draft::MailWriting;
use super::mail_writing_failure::MailFailure;
use crate::contract::mail::{MailSettings, NewMailDraft};
use crate::rules::mail_sending::{MailField, MailMistake, check};
use crate::state::locale::AgentLocale;
use leptos::prelude::*;

/// What the fields share.
#[derive(Clone, Copy, Debug)]
pub struct MailFormState {
    /// What is written.
    pub writing: RwSignal<MailWriting>,
    /// What the organisation's mail takes, once it is known.
    pub settings: Memo<Option<MailSettings>>,
    /// True while it is on its way: nothing can be changed.
    pub busy: Memo<bool>,
    /// Why it was not sent.
    pub failure: RwSignal<Option<MailFailure>>,
    /// The field of recipients in which somebody types just now: it is judged when they have finished.
    pub typing: RwSignal<Option<MailField>>,
    errors: Memo<Vec<(MailField, String)>>,
}

impl MailFormState {
    /// What the fields of a form share.
    #[must_use]
    pub fn new(
        writing: RwSignal<MailWriting>,
        settings: Memo<Option<MailSettings>>,
        busy: Memo<bool>,
        failure: RwSignal<Option<MailFailure>>,
        locale: AgentLocale,
    ) -> Self {
        let typing = RwSignal::new(None);
        let errors = Memo::new(move |_| {
            let typing = typing.get();
            let wrong = writing.with(|writing| {
                settings.with(|settings| {
                    let checked = check(&writing.written(), settings.as_ref()).err();
                    failure.with(|failure| told(writing, checked, failure.as_ref(), typing))
                })
            });
            let mut errors = Vec::new();
            for mistake in wrong {
                let words = words(mistake, writing, locale);
                errors.push((mistake.field(), words));
            }
            errors
        });
        Self {
            writing,
            settings,
            busy,
            failure,
            typing,
            errors,
        }
    }

    /// What is wrong at a field.
    #[must_use]
    pub fn error(self, field: MailField) -> Memo<Option<String>> {
        Memo::new(move |_| {
            self.errors.with(|errors| {
                let here = errors.iter().find(|(of, _)| *of == field);
                here.map(|(_, text)| text.clone())
            })
        })
    }
}

fn words(mistake: MailMistake, writing: RwSignal<MailWriting>, locale: AgentLocale) -> String {
    let t = locale.texts();
    let why = match mistake {
        MailMistake::NoAddress(field) => writing.with(|writing| writing.field(field).mistake()),
        _ => None,
    };
    why.map_or_else(
        || t.mail_mistake(mistake),
        |why| t.mail_invalid_address(why).to_owned(),
    )
}

/// What is to be said now: what is missing once it was asked for, what is wrong as soon as it is typed, and what the
/// portal refused while it is still so.
fn told(
    writing: &MailWriting,
    checked: Option<Vec<MailMistake>>,
    failure: Option<&MailFailure>,
    typing: Option<MailField>,
) -> Vec<MailMistake> {
    let was_told =
        |mistake: &MailMistake| failure.is_some_and(|failure| failure.mistakes().contains(mistake));
    let is_told = |mistake: &MailMistake| match mistake {
        // Of what somebody is still typing nothing is said yet.
        MailMistake::NoAddress(field) => typing != Some(*field),
        MailMistake::Nobody | MailMistake::FileNotSent => was_told(mistake),
        _ => true,
    };
    let mut all: Vec<MailMistake> = checked.into_iter().flatten().filter(is_told).collect();
    if let Some((refused, of)) = failure.and_then(MailFailure::refused) {
        let now = writing.body();
        all.extend(
            refused
                .into_iter()
                .filter(|it| is_as_refused(*it, of, &now)),
        );
    }
    all
}

/// True while a field is still as the portal refused it.
fn is_as_refused(refusal: MailMistake, then: &NewMailDraft, now: &NewMailDraft) -> bool {
    match refusal.field() {
        MailField::To => then.to == now.to,
        MailField::Cc => then.cc == now.cc,
        MailField::Bcc => then.bcc == now.bcc,
        MailField::Subject => then.subject == now.subject,
        MailField::Text => then.text == now.text,
        MailField::Files => then.attachments == now.attachments,
    }
}
