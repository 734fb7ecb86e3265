//! A labelled password; keeps no copy of what is typed and knows no rule about it.

use super::dynamic::part;
use super::icon::Icon;
use crate::browser::{focus, keyboard};
use crate::state::locale::use_locale;
use leptos::ev::KeyboardEvent;
use leptos::html::Input;
use leptos::prelude::*;

/// A password input with its label, its error and a toggle that shows it.
///
/// What is typed stays in the element alone: whoever sends it reads `input` at that moment.
#[component]
pub fn PasswordField(
    /// The element's id, and its name in the form.
    name: &'static str,
    /// The label.
    #[prop(into)]
    label: Signal<&'static str>,
    /// Why it was refused.
    #[prop(into)]
    error: Signal<Option<&'static str>>,
    /// The element.
    input: NodeRef<Input>,
    /// True while the password can be read on the screen.
    shown: RwSignal<bool>,
    /// What a password manager should know (HTML `autocomplete`).
    #[prop(into)]
    autocomplete: Signal<&'static str>,
    /// Told at each letter.
    typed: impl Fn() + 'static,
) -> impl IntoView {
    let locale = use_locale();
    let (caps_lock, toggled) = (RwSignal::new(false), RwSignal::new(false));
    let look = move |event: &KeyboardEvent| {
        if let Some(on) = keyboard::caps_lock(event) {
            caps_lock.set(on);
        }
    };
    let state = move || {
        let texts = locale.texts();
        match (toggled.get(), shown.get()) {
            (false, _) => "",
            (true, true) => texts.password_shown(),
            (true, false) => texts.password_hidden(),
        }
    };
    let toggle_label = move || {
        let texts = locale.texts();
        if shown.get() {
            texts.hide_password()
        } else {
            texts.show_password()
        }
    };
    view! {
        <div class="field" data-invalid=move || error.get().is_some().then_some("")>
            <label class="field__label" for=name>{label}</label>
            {part(move || error.get().map(|error| view! { <p class="field__error" id=format!("{name}-error")>{error}</p> }))}
            <div class="field__row">
                <input
                    class="field__input"
                    type=move || if shown.get() { "text" } else { "password" }
                    id=name
                    name=name
                    node_ref=input
                    autocomplete=autocomplete
                    autocapitalize="none"
                    spellcheck="false"
                    aria-describedby=move || error.get().is_some().then(|| format!("{name}-error"))
                    aria-invalid=move || error.get().is_some().then_some("true")
                    on:input=move |_| typed()
                    on:keydown=move |event| look(&event)
                    on:keyup=move |event| look(&event)
                    on:blur=move |_| focus::when_released(move || {
                        let _ = caps_lock.try_set(false);
                    })
                />
                <button
                    class="button"
                    data-variant="icon"
                    type="button"
                    aria-controls=name
                    aria-label=toggle_label
                    title=toggle_label
                    on:click=move |_| {
                        toggled.set(true);
                        shown.update(|shown| *shown = !*shown);
                    }
                >
                    {part(move || view! { <Icon name=if shown.get() { "eye-off" } else { "eye" }/> })}
                </button>
            </div>
            <div id=format!("{name}-caps-lock") role="status">
                {part(move || caps_lock.get().then(|| view! { <CapsLockWarning/> }))}
            </div>
            <p class="visually-hidden" role="status">{state}</p>
        </div>
    }
}

/// Says that Caps Lock is on.
#[component]
pub fn CapsLockWarning() -> impl IntoView {
    let locale = use_locale();
    view! { <p class="field__warning"><Icon name="alert"/>{locale.say(|t| t.caps_lock())}</p> }
}
