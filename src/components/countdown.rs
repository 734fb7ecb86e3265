//! A wait that runs out, seen each second and spoken each half minute; knows no clock and no reason.

use super::dynamic::text;
use crate::i18n::texts::Texts;
use crate::rules::countdown::spoken_s;
use crate::state::locale::use_locale;
use leptos::prelude::*;

/// What is left, for the eyes alone: whoever listens hears [`SpokenCountdown`].
#[component]
pub fn Countdown(
    /// Seconds that are left.
    #[prop(into)]
    left: Signal<u32>,
    /// What it is that runs out.
    label: fn(&'static dyn Texts) -> &'static str,
) -> impl IntoView {
    let locale = use_locale();
    view! {
        <p class="countdown" aria-hidden="true">
            <span>{locale.say(label)}</span>{" "}
            <span class="countdown__left">{text(move || locale.texts().wait_left(left.get()))}</span>
        </p>
    }
}

/// The same for whoever listens; to stand outside what takes the focus or is an alert, which would be read again whole.
#[component]
pub fn SpokenCountdown(
    /// Seconds that are left; nothing is spoken without a wait.
    #[prop(into)]
    left: Signal<Option<u32>>,
    /// What it is that runs out.
    label: fn(&'static dyn Texts) -> &'static str,
) -> impl IntoView {
    let locale = use_locale();
    // A memo, so that the words are written only when they change.
    let spoken = Memo::new(move |_| left.get().map(spoken_s));
    let words = move || {
        let t = locale.texts();
        spoken
            .get()
            .filter(|seconds| *seconds > 0)
            .map(|seconds| format!("{} {}", label(t), t.wait_left(seconds)))
            .unwrap_or_default()
    };
    view! { <p class="visually-hidden" role="status">{text(words)}</p> }
}
