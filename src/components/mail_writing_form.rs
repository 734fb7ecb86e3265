//! The form of a message around its fields, with what is asked and told before it goes; knows no call.

use super::dynamic::{part, text};
use super::icon::Icon;
use super::mail_writing_failure::{mail_failure, mail_returned};
use super::mail_writing_outgoing::MailOutgoing;
use super::mail_writing_state::MailFormState;
use super::spinner::Spinner;
use crate::browser::focus;
use crate::state::locale::AgentLocale;
use crate::state::slowly::slowly;
use leptos::prelude::*;

/// What can be done with the whole of it.
#[derive(Clone, Copy, Debug)]
pub struct MailFormDeeds {
    /// What is on its way.
    pub outgoing: RwSignal<MailOutgoing>,
    /// True while it is asked whether it shall go without a subject.
    pub asks_subject: RwSignal<bool>,
    /// Sends it.
    pub send: Callback<()>,
    /// Asks whether it shall be thrown away.
    pub discard: Callback<()>,
}

/// The fields, what is told above them, and the ways on below them. No key of a line sends it: only the button does.
pub fn mail_form(
    state: MailFormState,
    deeds: MailFormDeeds,
    fields: AnyView,
    kept: AnyView,
    locale: AgentLocale,
) -> AnyView {
    let MailFormState {
        busy,
        failure,
        writing,
        ..
    } = state;
    let slow = slowly(busy);
    let waits = move || busy.get().then_some("true");
    let last = Memo::new(move |_| deeds.outgoing.with(|outgoing| outgoing.tries.last()));
    let told = part(move || match failure.get() {
        Some(why) => Some(mail_failure(&why, deeds.send, locale)),
        None => mail_returned(last.get(), locale),
    });
    let for_files = Memo::new(move |_| deeds.outgoing.with(|outgoing| outgoing.waits_for_files));
    let spinner = part(move || {
        let label = move || {
            let t = locale.texts();
            if for_files.get() {
                t.mail_waits_for_files()
            } else {
                t.mail_sending()
            }
        };
        (slow.get() || for_files.get()).then(|| view! { <Spinner label=Signal::derive(label)/> })
    });
    let is_begun = Memo::new(move |_| writing.with(|writing| writing.is_changed()));
    let discard = part(move || {
        is_begun.get().then(|| {
            view! { <button class="button" type="button" aria-disabled=waits on:click=move |_| deeds.discard.run(())>{locale.say(|t| t.mail_discard())}</button> }
        })
    });
    view! {
        <div class="mail-writing">
            <div class="mail-writing__told">{told}</div>
            <form class="mail-writing__fields" novalidate=true on:submit=|event| event.prevent_default()>
                {fields}
                {reminder(state, locale)}
                {subject_question(state, deeds, locale)}
                {kept}
                <p class="mail-writing__deeds">
                    <button class="button" data-variant="primary" type="button" id="mail-send" aria-disabled=waits on:click=move |_| deeds.send.run(())>{locale.say(|t| t.mail_send())}</button>
                    {discard}
                </p>
                {spinner}
            </form>
        </div>
    }
    .into_any()
}

/// What is to be thought of while somebody outside gets it.
fn reminder(state: MailFormState, locale: AgentLocale) -> AnyView {
    let outside = Memo::new(move |_| {
        state.settings.with(|settings| {
            let domains = settings
                .as_ref()
                .map(|settings| settings.domains.as_slice());
            state.writing.with(|writing| writing.outside(domains))
        })
    });
    let words = part(move || {
        let count = outside.get();
        (count > 0).then(|| {
            let words = locale.texts().mail_outside(count);
            view! { <p class="mail-writing__reminder"><Icon name="alert"/><span>{words}</span></p> }
        })
    });
    view! { <div role="status">{words}</div> }.into_any()
}

/// Asked once, not refused.
fn subject_question(state: MailFormState, deeds: MailFormDeeds, locale: AgentLocale) -> AnyView {
    let add = move |_| {
        deeds.asks_subject.set(false);
        focus::focus_id("mail-subject");
    };
    let is_asked = Memo::new(move |_| {
        deeds.asks_subject.get()
            && state
                .writing
                .with(|writing| writing.subject.trim().is_empty())
    });
    let question = part(move || {
        is_asked.get().then(|| {
            let t = locale.texts();
            view! {
                <div class="mail-writing__question" id="mail-no-subject" tabindex="-1" role="group" aria-labelledby="mail-no-subject-text">
                    <p id="mail-no-subject-text">{text(move || locale.texts().mail_subject_missing().to_owned())}</p>
                    <p class="mail-writing__deeds">
                        <button class="button" type="button" on:click=add>{t.mail_add_subject()}</button>
                        <button class="button" type="button" on:click=move |_| deeds.send.run(())>{t.mail_send_without()}</button>
                    </p>
                </div>
            }
        })
    });
    view! { {question} }.into_any()
}
