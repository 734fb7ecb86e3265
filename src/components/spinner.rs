//! A sign that something is on its way; knows not what.

use leptos::prelude::*;

/// Words with a turning mark, announced politely; still where reduced motion is asked for.
#[component]
pub fn Spinner(
    /// What is being waited for.
    #[prop(into)]
    label: Signal<&'static str>,
) -> impl IntoView {
    view! {
        <p class="spinner" role="status">
            <span class="spinner__mark" aria-hidden="true">{""}</span>
            {label}
        </p>
    }
}
