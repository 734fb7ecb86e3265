//! The question before a request for leave is changed; knows no call.

use super::dialog::Dialog;
use super::dynamic::{part, text};
use super::failure_words::words;
use super::icon::Icon;
use super::leave_change::{AskedChange, ChangeFailure, Changing};
use super::spinner::Spinner;
use crate::contract::leave::LONGEST_LEAVE_REASON;
use crate::rules::leave_change::LeaveChange;
use crate::state::locale::{AgentLocale, use_agent_locale};
use crate::state::slowly::slowly;
use leptos::prelude::*;

/// The id of the reason's field, and what finds it.
pub const REASON: &str = "leave-reason";

/// From so many characters left on, they are counted: before, the number would only distract.
const COUNTED_FROM: usize = 100;

/// The question, with a reason where one can be given; what is on its way is neither sent again nor closed.
pub fn leave_change_dialog(change: LeaveChange, changing: Changing) -> AnyView {
    let locale = use_agent_locale();
    let busy = changing.busy;
    let decline = Callback::new(move |()| {
        if !busy.get_untracked() {
            changing.asked.set(AskedChange::default());
        }
    });
    let slow = slowly(Memo::new(move |_| busy.get()));
    let waits = move || busy.get().then_some("true");
    let has_reason = change == LeaveChange::AskCancellation;
    let failure = part(move || {
        changing
            .failure
            .get()
            .map(|why| failure(&why, change, locale))
    });
    let interrupted = part(move || {
        let was = changing.asked.with(|asked| asked.was_interrupted);
        was.then(|| view! { <p class="dialog__failure" role="status"><Icon name="info"/><span>{locale.texts().change_interrupted()}</span></p> })
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        changing.send.run(());
    };
    view! {
        <Dialog id="leave-change" title=Signal::derive(move || locale.texts().change_title(change)) escape=decline>
            <p id="leave-change-text">{part(move || locale.texts().change_text(change))}</p>
            {interrupted}
            <form class="leave-change__form" novalidate=true on:submit=submit>
                {has_reason.then(|| reason(changing, locale))}
                {failure}
                {part(move || slow.get().then(|| view! { <Spinner label=Signal::derive(locale.say(|t| t.change_under_way()))/> }))}
                <div class="dialog__answers">
                    <button class="button" data-variant="primary" type="submit" aria-disabled=waits>{part(move || locale.texts().change_confirm(change))}</button>
                    <button class="button" type="button" aria-disabled=waits on:click=move |_| decline.run(())>{part(move || locale.texts().change_decline(change))}</button>
                </div>
            </form>
        </Dialog>
    }
    .into_any()
}

fn failure(why: &ChangeFailure, change: LeaveChange, locale: AgentLocale) -> AnyView {
    let t = locale.texts();
    let said = match why {
        ChangeFailure::Call(error) => words(error, locale.get()).text,
        ChangeFailure::NotMade => t.change_not_made(change).to_owned(),
        ChangeFailure::Lost => t.change_lost().to_owned(),
    };
    view! { <p class="dialog__failure" role="alert"><Icon name="alert"/><span>{said}</span></p> }
        .into_any()
}

/// Counted when it grows long and never cut.
fn reason(changing: Changing, locale: AgentLocale) -> AnyView {
    let (reason, busy) = (changing.reason, changing.busy);
    let length = Memo::new(move |_| reason.with(|reason| reason.trim().chars().count()));
    let is_too_long = Memo::new(move |_| length.get() > LONGEST_LEAVE_REASON);
    let wrong = move || is_too_long.get();
    let error = part(move || {
        wrong().then(|| view! { <p class="field__error" id="leave-reason-error">{locale.texts().change_reason_too_long()}</p> })
    });
    let counted = move || {
        let (t, length) = (locale.texts(), length.get());
        match LONGEST_LEAVE_REASON.checked_sub(length) {
            None => t.characters_over(length.saturating_sub(LONGEST_LEAVE_REASON)),
            Some(left) if left <= COUNTED_FROM => t.characters_left(left),
            Some(_) => String::new(),
        }
    };
    let described_by = move || {
        if wrong() {
            "leave-reason-error leave-reason-hint"
        } else {
            "leave-reason-hint"
        }
    };
    view! {
        <div class="field" data-invalid=move || wrong().then_some("")>
            <label class="field__label" for=REASON>{locale.say(|t| t.change_reason())}</label>
            <p class="field__hint" id="leave-reason-hint">{locale.say(|t| t.change_reason_hint())}</p>
            <div role="status">{error}</div>
            <textarea
                class="field__input leave-change__reason"
                id=REASON
                rows="4"
                autocomplete="off"
                aria-describedby=described_by
                aria-invalid=move || wrong().then_some("true")
                readonly=move || busy.get()
                prop:value=move || reason.get()
                on:input=move |event| reason.set(event_target_value(&event))
            >{""}</textarea>
            <p class="field__note">{text(counted)}</p>
        </div>
    }
    .into_any()
}
