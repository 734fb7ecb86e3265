//! What was last done with messages, and the way to take it back; knows no call.

use super::dynamic::part;
use super::failure_words::words;
use super::icon::Icon;
use super::trace_reference::TraceReference;
use crate::api::answer::ApiError;
use crate::browser::focus;
use crate::contract::mail::{MailFolder, MailFolderRole};
use crate::i18n::mail_words::folder_name;
use crate::i18n::texts::MailDone;
use crate::rules::mail_change::MailDeed;
use crate::rules::mail_folder::named;
use crate::state::locale::AgentLocale;
use crate::state::mail_shelf::{MailOutcome, MailShelf, MailTold};
use leptos::prelude::*;

/// The id of the place, to move the focus to.
pub const MAIL_TOLD: &str = "#mail-told";

/// Spoken when it changes; it stays until something else is done.
pub fn mail_told(shelf: MailShelf, undo: Callback<()>, locale: AgentLocale) -> AnyView {
    let told = part(move || {
        shelf.told.get().map(|told| {
            let folders = untrack(|| shelf.list());
            line(&told, &folders, undo, locale)
        })
    });
    view! { <div class="mail-told" id="mail-told" role="status" tabindex="-1">{told}</div> }
        .into_any()
}

fn line(
    told: &MailTold,
    folders: &[MailFolder],
    undo: Callback<()>,
    locale: AgentLocale,
) -> AnyView {
    let t = locale.texts();
    let done = (told.count > 0).then(|| done_words(told, folders, locale));
    let take_back = (!told.undo.is_empty()).then(|| {
        let press = move |_| {
            undo.run(());
            // The button goes away.
            focus::focus_soon(MAIL_TOLD);
        };
        view! { <button class="button" type="button" on:click=press><Icon name="undo"/>{t.mail_undo()}</button> }
            .into_any()
    });
    let (variant, icon, said) = match &told.came {
        MailOutcome::Done => ("done", "check", view! { <p>{done}</p> }.into_any()),
        MailOutcome::Partly { refused, missing } => {
            let refused = (*refused > 0).then(|| view! { <p>{t.mail_refused(*refused)}</p> });
            let missing = (*missing > 0).then(|| view! { <p>{t.mail_missing(*missing)}</p> });
            let done = done.map(|done| view! { <p>{done}</p> });
            (
                "partly",
                "alert",
                view! { {done}{refused}{missing} }.into_any(),
            )
        }
        MailOutcome::Failed(error) => ("failed", "alert", failed(told, error, locale)),
    };
    view! {
        <div class="mail-told__line" data-variant=variant>
            <Icon name=icon/>
            <div class="mail-told__words">{said}</div>
            {take_back}
        </div>
    }
    .into_any()
}

fn done_words(told: &MailTold, folders: &[MailFolder], locale: AgentLocale) -> String {
    let t = locale.texts();
    if told.is_undo {
        return t.mail_undone(told.count);
    }
    match &told.deed {
        MailDeed::Mark(mark) => t.mail_done(MailDone::Marked(*mark), told.count),
        MailDeed::Delete => t.mail_done(MailDone::Deleted, told.count),
        MailDeed::Move(folder) => match named(folders, Some(folder)) {
            Some(folder) if folder.role == MailFolderRole::Trash => {
                t.mail_done(MailDone::Trashed, told.count)
            }
            Some(folder) => {
                let name = folder_name(folder, locale.get());
                t.mail_done(MailDone::Moved(&name), told.count)
            }
            None => {
                let name = t.mail_folder(MailFolderRole::Other);
                t.mail_done(MailDone::Moved(name), told.count)
            }
        },
    }
}

/// What failed, why, and what support needs.
fn failed(told: &MailTold, error: &ApiError, locale: AgentLocale) -> AnyView {
    let t = locale.texts();
    if *error == ApiError::OutcomeUnknown {
        return view! { <p><strong>{t.mail_lost()}</strong></p> }.into_any();
    }
    let why = words(error, locale.get());
    let trace = why
        .trace_id
        .map(|trace_id| view! { <TraceReference trace_id/> });
    view! {
        <p><strong>{t.mail_failed(told.is_undo)}</strong></p>
        <p>{why.text}</p>
        {trace}
    }
    .into_any()
}
