//! How far a message is kept as a draft, in a line that is not chatty, and the choice where two hands have written; knows no call.

use super::dynamic::{part, text};
use super::failure_words::words;
use super::mail_writing_draft::{KeepState, MailKeeping};
use super::notice::{Notice, NoticeVariant};
use crate::i18n::dates::time;
use crate::state::locale::AgentLocale;
use crate::state::once::NotMade;
use crate::state::slowly::slowly;
use leptos::prelude::*;

/// What can be done about a draft.
#[derive(Clone, Copy, Debug)]
pub struct MailKeep {
    /// How far it is.
    pub keeping: RwSignal<MailKeeping>,
    /// True while something is written that the portal does not have.
    pub unsaved: RwSignal<bool>,
    /// Saves it now.
    pub save: Callback<()>,
    /// Puts what is written here in place of what was changed elsewhere.
    pub keep_mine: Callback<()>,
    /// Takes what was changed elsewhere in place of what is written here.
    pub take_other: Callback<()>,
    /// Saves what is written here as another draft.
    pub keep_anew: Callback<()>,
}

/// The line that says when it was saved, or why not.
pub fn keep_line(keep: MailKeep, locale: AgentLocale) -> AnyView {
    let busy = Memo::new(move |_| keep.keeping.with(|keeping| keeping.under_way.is_some()));
    // A save that is quick is not told while it is on its way.
    let slow = slowly(busy);
    let told = text(move || {
        let t = locale.texts();
        if slow.get() {
            return t.mail_saving().to_owned();
        }
        keep.keeping.with(|keeping| match &keeping.state {
            KeepState::Failed(why) => t.mail_not_saved(&reason(why, locale)),
            KeepState::Changed(_) | KeepState::Gone => String::new(),
            KeepState::Fine => {
                let at = keeping.saved.as_ref().and_then(|saved| saved.at);
                at.map(|at| t.mail_saved_at(&time(at))).unwrap_or_default()
            }
        })
    });
    let failed = Memo::new(move |_| {
        keep.keeping
            .with(|keeping| matches!(keeping.state, KeepState::Failed(_)))
    });
    let again = part(move || {
        failed.get().then(|| {
            view! { <button class="button" type="button" on:click=move |_| keep.save.run(())>{locale.texts().mail_save_again()}</button> }
        })
    });
    view! {
        <div class="mail-writing__kept">
            <p role="status">{told}</p>
            {again}
        </div>
    }
    .into_any()
}

fn reason(why: &NotMade, locale: AgentLocale) -> String {
    match why {
        NotMade::Call(error) => words(error, locale.get()).text,
        NotMade::NotRecorded | NotMade::Lost => locale.texts().mail_save_lost().to_owned(),
    }
}

/// What the portal's draft has become elsewhere, with both ways on.
pub fn keep_conflict(keep: MailKeep, locale: AgentLocale) -> AnyView {
    // True where it was changed, false where it is gone.
    let kind = Memo::new(move |_| {
        keep.keeping.with(|keeping| match keeping.state {
            KeepState::Changed(_) => Some(true),
            KeepState::Gone => Some(false),
            KeepState::Fine | KeepState::Failed(_) => None,
        })
    });
    let button = |act: Callback<()>, words: &'static str| {
        view! { <button class="button" type="button" on:click=move |_| act.run(())>{words}</button> }.into_any()
    };
    let notice = part(move || {
        let t = locale.texts();
        let (title, words, ways) = match kind.get()? {
            true => {
                let mine = button(keep.keep_mine, t.mail_keep_mine());
                let other = button(keep.take_other, t.mail_take_other());
                (
                    t.mail_changed_title(),
                    t.mail_changed_text(),
                    vec![mine, other],
                )
            }
            false => {
                let anew = button(keep.keep_anew, t.mail_keep_anew());
                (t.mail_gone_title(), t.mail_gone_text(), vec![anew])
            }
        };
        let title = Signal::stored(title.to_owned());
        Some(view! {
            <Notice variant=NoticeVariant::Warning title>
                <p>{words}</p>
                <p class="mail-writing__deeds">{ways}</p>
            </Notice>
        })
    });
    view! { <div class="mail-writing__told" id="mail-conflict" tabindex="-1" role="status">{notice}</div> }.into_any()
}
