//! A labelled choice of yes or no; knows no consequence.

use super::dynamic::part;
use leptos::prelude::*;

/// A checkbox with its label, and what it brings with it while it is checked.
#[component]
pub fn CheckboxField(
    /// The element's id, and its name in the form.
    name: &'static str,
    /// The label.
    #[prop(into)]
    label: Signal<&'static str>,
    /// What follows from it, shown and spoken while it is checked.
    #[prop(into)]
    effects: Signal<String>,
    /// The choice.
    checked: RwSignal<bool>,
) -> impl IntoView {
    let effects_id = format!("{name}-effects");
    let describes = effects_id.clone();
    view! {
        <div class="checkbox">
            <label class="checkbox__label" for=name>
                <input
                    class="checkbox__input"
                    type="checkbox"
                    id=name
                    name=name
                    value="on"
                    aria-describedby=describes
                    prop:checked=checked
                    on:change=move |event| checked.set(event_target_checked(&event))
                />
                <span>{label}</span>
            </label>
            <div id=effects_id role="status">
                {part(move || checked.get().then(|| view! { <p class="checkbox__effects">{effects}</p> }))}
            </div>
        </div>
    }
}
