//! The reason of a refusal, of one request or of several; knows no call.

use super::dialog::Dialog;
use super::dynamic::{part, text};
use super::failure_words::words;
use super::icon::Icon;
use super::leave_decision_batch::{Batch, batch_progress};
use super::leave_decision_reason::{REASON, RefusalFailure, reason_field};
use super::leave_decision_verdict::Verdict;
use super::spinner::Spinner;
use crate::browser::focus;
use crate::rules::leave_decision::{DecisionAct, reason};
use crate::rules::leave_decision_draft::DecisionDraft;
use crate::state::locale::{AgentLocale, use_agent_locale};
use crate::state::slowly::slowly;
use leptos::prelude::*;

const DIALOG: &str = "refusal";

/// The question over the page; what is written stays in the draft whatever becomes of it.
#[component]
pub fn RefusalDialog(
    /// What is wanted.
    draft: RwSignal<DecisionDraft>,
    /// Whose requests they are, one line each.
    whose: Vec<String>,
    /// True while one is on its way.
    busy: Memo<bool>,
    /// How far several are.
    batch: RwSignal<Option<Batch>>,
    /// What is wrong.
    failure: RwSignal<Option<RefusalFailure>>,
    /// Sends it.
    send: Callback<()>,
    /// Closes the form and forgets what was written.
    cancel: Callback<()>,
) -> impl IntoView {
    let locale = use_agent_locale();
    let slow = slowly(busy);
    let count = whose.len();
    let lead = move || {
        let t = locale.texts();
        if count > 1 {
            t.refusal_text_chosen(count)
        } else {
            t.refusal_text().to_owned()
        }
    };
    let lines: Vec<AnyView> = whose
        .into_iter()
        .map(|line| view! { <li><bdi>{line}</bdi></li> }.into_any())
        .collect();
    let close = Callback::new(move |()| {
        // What is on its way is not taken back by closing a form.
        if !busy.get_untracked() {
            cancel.run(());
        }
    });
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        match draft.with_untracked(|draft| reason(&draft.reason)) {
            Ok(_) => send.run(()),
            Err(why) => {
                failure.set(Some(RefusalFailure::Invalid(why)));
                focus::focus_id(REASON);
            }
        }
    };
    let waits = move || busy.get().then_some("true");
    view! {
        <Dialog id=DIALOG title=Signal::derive(locale.say(|t| t.refusal_title())) escape=close>
            <div id=format!("{DIALOG}-text") class="leave-decision-form__text">
                <ul class="leave-decision-form__whose">{lines}</ul>
                <p>{text(lead)}</p>
            </div>
            <form class="leave-decision-form" novalidate=true on:submit=send>
                {reason_field(draft, busy, failure, locale)}
                <div role="status">{part(move || told(failure, draft, locale))}</div>
                {batch_progress(batch, locale)}
                <div class="dialog__answers">
                    <button class="button" data-variant="primary" type="submit" aria-disabled=waits>{text(move || locale.texts().send_refusal(count))}</button>
                    <button class="button" type="button" aria-disabled=waits on:click=move |_| close.run(())>{locale.say(|t| t.cancel())}</button>
                </div>
                {part(move || slow.get().then(|| view! { <Spinner label=Signal::derive(locale.say(|t| t.deciding()))/> }))}
            </form>
        </Dialog>
    }
}

/// Why it was not taken; what the field is wrong about stands at the field.
fn told(
    failure: RwSignal<Option<RefusalFailure>>,
    draft: RwSignal<DecisionDraft>,
    locale: AgentLocale,
) -> Option<AnyView> {
    let t = locale.texts();
    let text = match failure.get() {
        Some(RefusalFailure::Invalid(_)) => return None,
        Some(RefusalFailure::NotTaken(verdict)) if verdict.refuses_reason() => return None,
        Some(RefusalFailure::NotTaken(verdict)) => match verdict {
            Verdict::NotRecorded(_) => t.decision_not_recorded().to_owned(),
            Verdict::Lost(_) => t.decision_lost().to_owned(),
            Verdict::Failed(_, error) => words(&error, locale.get()).text,
            _ => return None,
        },
        None => {
            let (n, why) = draft.with(|draft| (draft.refusing.len(), draft.not_refused));
            t.decisions_unsent(DecisionAct::Refuse, n, why?)
        }
    };
    Some(
        view! { <p class="dialog__failure"><Icon name="alert"/><span>{text}</span></p> }.into_any(),
    )
}
