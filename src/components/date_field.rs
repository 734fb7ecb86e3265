//! A line in which a day is typed; knows no rule about what is typed.
//!
//! A line of text and not the browser's own date field: that one shows each part of a day as a control of its own, takes
//! nothing pasted, and writes days in the order of the device, not of the page. The calendar beside it is ours.

use super::dynamic::part;
use crate::i18n::texts::AgentTexts;
use crate::state::locale::use_agent_locale;
use leptos::prelude::*;

/// What a field is about, and what it tells.
#[derive(Clone, Copy, Debug)]
pub struct DateField {
    /// The element's id.
    pub id: &'static str,
    /// Its label.
    pub label: fn(&'static dyn AgentTexts) -> &'static str,
    /// What is typed.
    pub typed: Signal<String>,
    /// The day that it is, in words; empty while it is none.
    pub day: Signal<String>,
    /// Why it is refused.
    pub error: Signal<Option<String>>,
    /// True while nothing can be changed.
    pub is_fixed: Signal<bool>,
    /// Told at each letter.
    pub type_in: Callback<String>,
    /// Told when somebody has finished typing.
    pub finish: Callback<()>,
}

/// The field with its label, the day in words and its error, tied together for assistive technology.
pub fn date_field(field: DateField, hint_id: &'static str) -> AnyView {
    let locale = use_agent_locale();
    let DateField {
        id,
        label,
        typed,
        day,
        error,
        is_fixed,
        type_in,
        finish,
    } = field;
    let (error_id, day_id) = (format!("{id}-error"), format!("{id}-day"));
    let described_by = {
        let (error_id, day_id) = (error_id.clone(), day_id.clone());
        move || {
            let error = error.with(|error| error.as_ref().map_or("", |_| error_id.as_str()));
            format!("{error} {day_id} {hint_id}")
                .trim_start()
                .to_owned()
        }
    };
    let wrong = part(move || {
        let id = error_id.clone();
        error
            .get()
            .map(|error| view! { <p class="field__error" id=id>{error}</p> })
    });
    let is_wrong = move || error.with(Option::is_some);
    view! {
        <div class="field" data-invalid=move || is_wrong().then_some("")>
            <label class="field__label" for=id>{locale.say(label)}</label>
            <div role="status">{wrong}</div>
            <input
                class="field__input"
                type="text"
                id=id
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                required=true
                aria-describedby=described_by
                aria-invalid=move || is_wrong().then_some("true")
                readonly=move || is_fixed.get()
                prop:value=typed
                on:input=move |event| type_in.run(event_target_value(&event))
                on:change=move |_| finish.run(())
            />
            <p class="field__note" id=day_id>{day}</p>
        </div>
    }
    .into_any()
}
