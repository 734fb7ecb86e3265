//! A labelled line of text; knows no rule about what is typed.

use super::dynamic::part;
use leptos::prelude::*;

/// A text input with its label, its hint and its error, tied together for assistive technology.
#[component]
pub fn TextField(
    /// The element's id, and its name in the form.
    name: &'static str,
    /// The label.
    #[prop(into)]
    label: Signal<&'static str>,
    /// What is expected.
    #[prop(into)]
    hint: Signal<&'static str>,
    /// Why it was refused.
    #[prop(into)]
    error: Signal<Option<&'static str>>,
    /// What is typed.
    value: RwSignal<String>,
    /// What a password manager and a phone's keyboard should know (HTML `autocomplete`).
    #[prop(into)]
    autocomplete: Signal<&'static str>,
    /// What was made of what was typed, spoken when it comes.
    #[prop(into)]
    note: Signal<Option<String>>,
    /// Told when somebody has finished typing: the field is left, filled in or sent.
    finished: impl Fn() + 'static,
) -> impl IntoView {
    let described_by = move || {
        if error.get().is_some() {
            format!("{name}-error {name}-hint")
        } else {
            format!("{name}-hint")
        }
    };
    view! {
        <div class="field" data-invalid=move || error.get().is_some().then_some("")>
            <label class="field__label" for=name>{label}</label>
            <p class="field__hint" id=format!("{name}-hint")>{hint}</p>
            {part(move || error.get().map(|error| view! { <p class="field__error" id=format!("{name}-error")>{error}</p> }))}
            <input
                class="field__input"
                type="text"
                id=name
                name=name
                autocomplete=autocomplete
                autocapitalize="none"
                spellcheck="false"
                inputmode="email"
                aria-describedby=described_by
                aria-invalid=move || error.get().is_some().then_some("true")
                prop:value=value
                on:input=move |event| value.set(event_target_value(&event))
                on:change=move |_| finished()
            />
            <p class="field__note" id=format!("{name}-note") role="status">{part(move || note.get())}</p>
        </div>
    }
}
