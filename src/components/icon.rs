//! A picture beside words, from the sprite in index.html; knows nothing of its meaning.

use leptos::prelude::*;

/// The icon `name` of `style/icons.svg`; hidden from assistive technology, since words stand beside it.
#[component]
pub fn Icon(
    /// The name, without `icon-`.
    name: &'static str,
) -> impl IntoView {
    view! {
        <svg class="icon" aria-hidden="true" focusable="false">
            <use_ href=format!("#icon-{name}")></use_>
        </svg>
    }
}
