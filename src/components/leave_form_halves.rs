//! Which half of the first or the last day of leave, as a choice of one; knows no date and no call.

use super::leave_form::id_of;
use super::leave_form_state::LeaveFormState;
use crate::i18n::texts::AgentTexts;
use crate::rules::leave_form::LeaveField;
use crate::state::locale::AgentLocale;
use leptos::prelude::*;

type Words = fn(&'static dyn AgentTexts) -> &'static str;

/// Which half of the day, as a choice of one.
pub fn half_choice(state: LeaveFormState, of: LeaveField, locale: AgentLocale) -> AnyView {
    let LeaveFormState { draft, busy, .. } = state;
    let is_from = of == LeaveField::From;
    let (legend, choices): (Words, [(bool, &'static str, Words); 2]) = if is_from {
        let choices: [(bool, _, Words); 2] = [
            (false, "leave-from-morning", |t| t.begins_morning()),
            (true, "leave-from-noon", |t| t.begins_noon()),
        ];
        (|t| t.leave_begins(), choices)
    } else {
        let choices: [(bool, _, Words); 2] = [
            (true, "leave-to-noon", |t| t.ends_noon()),
            (false, "leave-to-evening", |t| t.ends_evening()),
        ];
        (|t| t.leave_ends(), choices)
    };
    let is_noon =
        Memo::new(move |_| draft.with(|it| if is_from { it.from_noon } else { it.to_noon }));
    let choice = move |(noon, id, words): (bool, &'static str, Words)| {
        let choose = move |_| {
            draft.update(|draft| {
                let half = if is_from {
                    &mut draft.from_noon
                } else {
                    &mut draft.to_noon
                };
                *half = noon;
            });
        };
        view! {
            <label class="leave-form__half" for=id>
                <input
                    class="leave-form__radio"
                    type="radio"
                    name=format!("{}-half", id_of(of))
                    id=id
                    aria-disabled=move || busy.get().then_some("true")
                    prop:checked=move || is_noon.get() == noon
                    on:click=move |event| state.hold(&event)
                    on:change=choose
                />
                <span>{locale.say(words)}</span>
            </label>
        }
        .into_any()
    };
    view! {
        <fieldset class="leave-form__halves">
            <legend class="leave-form__legend">{locale.say(legend)}</legend>
            {choices.into_iter().map(choice).collect_view()}
        </fieldset>
    }
    .into_any()
}
