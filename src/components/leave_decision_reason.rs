//! The reason of a refusal as it is written, and its field; knows no call.

use super::dynamic::{part, text};
use super::leave_decision_verdict::Verdict;
use crate::contract::leave::LONGEST_LEAVE_REASON;
use crate::rules::leave_decision::{InvalidReason, reason};
use crate::rules::leave_decision_draft::DecisionDraft;
use crate::state::locale::AgentLocale;
use leptos::prelude::*;

/// The id of the reason.
pub const REASON: &str = "refusal-reason";

/// From so many characters left on, they are counted: before, the number would only distract.
const COUNTED_FROM: usize = 100;

/// What is wrong with a refusal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RefusalFailure {
    /// The reason can't be sent so.
    Invalid(InvalidReason),
    /// It was sent, and not taken.
    NotTaken(Verdict),
}

/// The reason, counted when it grows long and never cut.
pub fn reason_field(
    draft: RwSignal<DecisionDraft>,
    busy: Memo<bool>,
    failure: RwSignal<Option<RefusalFailure>>,
    locale: AgentLocale,
) -> AnyView {
    let length = move || draft.with(|draft| draft.reason.trim().chars().count());
    let wrong = Memo::new(move |_| {
        let t = locale.texts();
        let length = length();
        if length > LONGEST_LEAVE_REASON {
            return Some(t.invalid_refusal(InvalidReason::TooLong));
        }
        failure.with(|failure| match failure {
            Some(RefusalFailure::Invalid(InvalidReason::Missing))
                if draft.with(|draft| reason(&draft.reason).is_err()) =>
            {
                Some(t.invalid_refusal(InvalidReason::Missing))
            }
            Some(RefusalFailure::NotTaken(verdict)) if verdict.refuses_reason() => {
                Some(t.refusal_refused())
            }
            _ => None,
        })
    });
    let error = part(move || {
        wrong
            .get()
            .map(|why| view! { <p class="field__error" id=format!("{REASON}-error")>{why}</p> })
    });
    let counted = move || {
        let (t, length) = (locale.texts(), length());
        match LONGEST_LEAVE_REASON.checked_sub(length) {
            None => t.characters_over(length - LONGEST_LEAVE_REASON),
            Some(left) if left <= COUNTED_FROM => t.characters_left(left),
            Some(_) => String::new(),
        }
    };
    let described_by = move || match wrong.get() {
        Some(_) => format!("{REASON}-error {REASON}-hint"),
        None => format!("{REASON}-hint"),
    };
    view! {
        <div class="field" data-invalid=move || wrong.get().is_some().then_some("")>
            <label class="field__label" for=REASON>{locale.say(|t| t.refusal_reason())}</label>
            <p class="field__hint" id=format!("{REASON}-hint")>{locale.say(|t| t.refusal_reason_hint())}</p>
            <div role="status">{error}</div>
            <textarea
                class="field__input leave-decision-form__reason"
                id=REASON
                rows="3"
                required=true
                autocomplete="off"
                aria-describedby=described_by
                aria-invalid=move || wrong.get().is_some().then_some("true")
                readonly=move || busy.get()
                prop:value=move || draft.with(|draft| draft.reason.clone())
                on:input=move |event| draft.update(|draft| draft.reason = event_target_value(&event))
            >{""}</textarea>
            <p class="field__note">{text(counted)}</p>
        </div>
    }
    .into_any()
}
