//! A question over the page that holds the focus; knows no question and no answer.

use crate::browser::dialog;
use leptos::ev;
use leptos::prelude::*;

/// A modal dialog (ARIA Authoring Practices, "Dialog (Modal)"): the rest of the page can't be reached while it stands.
#[component]
pub fn Dialog(
    /// The element's id.
    id: &'static str,
    /// What it is about, in a line.
    #[prop(into)]
    title: Signal<&'static str>,
    /// What Escape does.
    escape: Callback<()>,
    /// What it says and asks; the element whose id ends in `-text` is read with the title.
    children: Children,
) -> impl IntoView {
    Effect::new(move |_| dialog::open(id));
    view! {
        <dialog
            class="dialog"
            id=id
            aria-labelledby=format!("{id}-title")
            aria-describedby=format!("{id}-text")
            on:cancel=move |event: ev::Event| {
                event.prevent_default();
                escape.run(());
            }
            // Some browsers close it all the same when Escape is pressed twice.
            on:close=move |_| dialog::keep_open(id)
        >
            <h2 class="dialog__title" id=format!("{id}-title") tabindex="-1">{title}</h2>
            {children()}
        </dialog>
    }
}
