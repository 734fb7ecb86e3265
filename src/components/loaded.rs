//! Data that may still be on its way, in each of its states; knows no resource.

use super::dynamic::part;
use super::failure::Failure;
use super::spinner::Spinner;
use crate::browser::focus;
use crate::state::load::{Load, Loader};
use crate::state::locale::use_locale;
use leptos::prelude::*;

/// What `view` makes of the data; nothing for half a second, then a spinner; a failure with its one next step.
#[component]
pub fn Loaded<T, V>(
    /// The data on its way.
    loader: Loader<T>,
    /// Draws it.
    view: impl Fn(T) -> V + Send + 'static,
) -> impl IntoView
where
    T: Clone + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let retry = move |()| {
        // The button that was pressed goes away: the focus goes where the page begins, not nowhere.
        focus::focus_soon("main h1");
        loader.retry();
    };
    part(move || match loader.load.get() {
        Load::Loading => wait(false),
        Load::Slow => wait(true),
        Load::Loaded(data) => view(data).into_any(),
        Load::Failed(error) => view! { <Failure error retry/> }.into_any(),
    })
}

/// What stands where something is on its way: the room of one line, and a spinner once it `is_slow`.
pub fn wait(is_slow: bool) -> AnyView {
    if is_slow {
        let locale = use_locale();
        view! { <Spinner label=Signal::derive(locale.say(|t| t.still_loading()))/> }.into_any()
    } else {
        view! { <p class="loaded__wait" aria-hidden="true">{"\u{a0}"}</p> }.into_any()
    }
}
