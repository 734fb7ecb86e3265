//! What a message begins with: nothing, a draft, or the message that it answers; knows no markup.

use super::desk::MailDesk;
use crate::api;
use crate::api::answer::ApiError;
use crate::components::mail_writing_draft::{MailFile, MailWriting, SavedDraft};
use crate::contract::mail::{MailAnswer, MailAnswerKind, MailDraft, MailMessage, MailPerson};
use crate::contract::problem::ProblemCode;
use crate::i18n::dates::date_and_time;
use crate::i18n::mail_writing_texts::CarriedWords;
use crate::rules::display_label::display_label;
use crate::rules::mail_address_field::Recipient;
use crate::rules::mail_composing::MailComposing;
use crate::rules::mail_reply::{addressees, carried, quoted, subject};
use crate::state::load::{Load, Loader, use_load};
use crate::state::locale::{AgentLocale, use_agent_locale};
use crate::state::session::use_session;
use leptos::prelude::*;

/// What was loaded to begin with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Beginning {
    /// Nothing: it is begun.
    Kept,
    /// A draft.
    Draft(Box<MailDraft>),
    /// The message that is answered or sent on.
    Original(Box<MailMessage>, MailAnswerKind),
}

/// Loads what it begins with, once; what is begun is never written over.
pub fn use_beginning(composing: &MailComposing, desk: MailDesk) -> Loader<Beginning> {
    let (locale, session, composing) = (use_agent_locale(), use_session(), composing.clone());
    let is_begun = move || {
        desk.writing
            .with_untracked(|writing| writing.begun.is_some())
            || desk
                .outgoing
                .with_untracked(|outgoing| outgoing.outcome.is_some())
    };
    let loader = use_load(move |client| {
        let wanted = if is_begun() {
            MailComposing::New
        } else {
            composing.clone()
        };
        async move {
            let (id, kind) = match wanted {
                MailComposing::New => return Ok(Beginning::Kept),
                MailComposing::Draft(id) => {
                    let draft = api::mail_writing::draft(&client, &id).await?;
                    return Ok(Beginning::Draft(Box::new(draft)));
                }
                MailComposing::Reply(id) => (id, MailAnswerKind::Reply),
                MailComposing::ReplyAll(id) => (id, MailAnswerKind::ReplyAll),
                MailComposing::Forward(id) => (id, MailAnswerKind::Forward),
            };
            let original = api::mail_writing::original(&client, &id).await?;
            Ok(Beginning::Original(Box::new(original), kind))
        }
    });
    Effect::new(move |_| {
        let Load::Loaded(beginning) = loader.load.get() else {
            return;
        };
        if is_begun() {
            return;
        }
        let own = untrack(|| session.status());
        let own = own.agent().map(|agent| agent.email.clone());
        match beginning {
            Beginning::Kept => {}
            Beginning::Draft(draft) => begin_draft(desk, &draft),
            Beginning::Original(original, kind) => {
                let own = own.unwrap_or_default();
                desk.writing
                    .set(untrack(|| answer(&original, kind, &own, locale)));
            }
        }
    });
    loader
}

/// Goes on with a draft as the portal has it.
pub fn begin_draft(desk: MailDesk, draft: &MailDraft) {
    let writing = MailWriting::saved(draft);
    desk.name(&draft.id);
    desk.keeping.update(|keeping| {
        keeping.content.clone_from(&writing.begun);
        keeping.saved = Some(saved(draft));
    });
    desk.writing.set(writing);
    desk.mark();
}

/// The draft as it is known from then on.
#[must_use]
pub fn saved(draft: &MailDraft) -> SavedDraft {
    SavedDraft {
        id: draft.id.clone(),
        revision: draft.revision.clone(),
        at: Some(draft.saved_at),
    }
}

/// An answer, or a message that is sent on, before anybody wrote in it.
#[must_use]
pub fn answer(
    original: &MailMessage,
    kind: MailAnswerKind,
    own: &str,
    locale: AgentLocale,
) -> MailWriting {
    let t = locale.texts();
    let is_carried = kind == MailAnswerKind::Forward;
    let to = addressees(original, kind, own);
    let at = date_and_time(original.summary.at, locale.get());
    let text = if is_carried {
        let words = CarriedWords {
            from: &who(&original.summary.from),
            at: &at,
            subject: &display_label(&original.summary.subject).unwrap_or_default(),
            to: &everybody(&original.summary.to),
            cc: &everybody(&original.cc),
        };
        carried(&t.mail_carried(words), &original.text)
    } else {
        quoted(
            &t.mail_wrote(&at, &who(&original.summary.from)),
            &original.text,
        )
    };
    let files = original.attachments.iter().filter(|_| is_carried);
    let mut writing = MailWriting {
        shows_copies: !to.cc.is_empty(),
        to: to.to,
        cc: to.cc,
        subject: subject(&original.summary.subject, t.mail_subject_mark(kind)),
        text,
        files: files.map(MailFile::from).collect(),
        answers: Some(MailAnswer {
            message: original.summary.id.clone(),
            kind,
        }),
        ..MailWriting::default()
    };
    writing.begun = Some(writing.body());
    writing
}

fn who(person: &MailPerson) -> String {
    let known = Recipient::known(person);
    let address = display_label(&known.address).unwrap_or_default();
    if known.name.is_empty() {
        address
    } else {
        format!("{} <{address}>", known.label())
    }
}

fn everybody(people: &[MailPerson]) -> String {
    people.iter().map(who).collect::<Vec<_>>().join(", ")
}

/// True when what it begins with is not there (any more).
#[must_use]
pub fn is_missing(error: &ApiError) -> bool {
    matches!(error, ApiError::Refused(problem) if problem.code == ProblemCode::NotFound)
}
