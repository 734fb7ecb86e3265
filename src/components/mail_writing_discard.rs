//! The question before a draft is thrown away; knows no call.

use super::dialog::Dialog;
use super::dynamic::part;
use super::failure_words::words;
use super::icon::Icon;
use crate::state::locale::AgentLocale;
use crate::state::once::NotMade;
use leptos::prelude::*;

/// Throwing a draft away.
#[derive(Clone, Copy, Debug)]
pub struct MailDiscard {
    /// True while it is asked.
    pub is_asked: RwSignal<bool>,
    /// True while it is on its way.
    pub busy: RwSignal<bool>,
    /// Why it was not thrown away.
    pub failure: RwSignal<Option<NotMade>>,
    /// True once it was, until something is written.
    pub is_done: RwSignal<bool>,
    /// Throws it away.
    pub discard: Callback<()>,
}

/// The question, while it stands.
pub fn mail_discard(of: MailDiscard, locale: AgentLocale) -> AnyView {
    let decline = Callback::new(move |()| {
        if !of.busy.get_untracked() {
            of.failure.set(None);
            of.is_asked.set(false);
        }
    });
    let waits = move || of.busy.get().then_some("true");
    let failure = move || {
        of.failure.get().map(|why| {
            let said = match why {
                NotMade::Call(error) => words(&error, locale.get()).text,
                NotMade::NotRecorded | NotMade::Lost => locale.texts().mail_discard_lost().to_owned(),
            };
            view! { <p class="dialog__failure" role="alert"><Icon name="alert"/><span>{said}</span></p> }
        })
    };
    let dialog = part(move || {
        of.is_asked.get().then(|| {
            view! {
                <Dialog id="mail-discard" title=Signal::derive(locale.say(|t| t.mail_discard_title())) escape=decline>
                    <p id="mail-discard-text">{locale.say(|t| t.mail_discard_text())}</p>
                    {part(failure)}
                    <div class="dialog__answers">
                        <button class="button" data-variant="primary" type="button" aria-disabled=waits on:click=move |_| of.discard.run(())>{locale.say(|t| t.mail_discard_confirm())}</button>
                        <button class="button" type="button" aria-disabled=waits on:click=move |_| decline.run(())>{locale.say(|t| t.mail_discard_decline())}</button>
                    </div>
                </Dialog>
            }
        })
    });
    view! { {dialog} }.into_any()
}
