//! What the login does by itself, for the page that stood there before the program and whose field somebody is in; knows no call.

use super::dynamic::part;
use super::password_field::CapsLockWarning;
use crate::browser::{facts, keyboard, presence, static_form};
use crate::rules::credentials::{PASSWORD_IDLE_MS, Username, normalised_username};
use crate::state::locale::use_locale;
use leptos::prelude::*;

/// What there is to say about the static form.
#[derive(Clone, Copy, Debug)]
pub struct StaticLogin {
    caps_lock: RwSignal<bool>,
    corrected: RwSignal<Option<Username>>,
    wiped: RwSignal<bool>,
}

/// Warns of Caps Lock, takes the username as it was meant, hides the password when the page is left, and wipes it when it
/// was left behind; until the caller's owner is cleaned up.
#[must_use]
pub fn watch_static_login() -> StaticLogin {
    let login = StaticLogin {
        caps_lock: RwSignal::new(false),
        corrected: RwSignal::new(None),
        wiped: RwSignal::new(false),
    };
    let typed_at_ms = StoredValue::new(None);
    static_form::on("keydown", "password", move |event| {
        if let Some(on) = keyboard::caps_lock(event) {
            login.caps_lock.set(on);
        }
    });
    let typed = move || {
        let is_empty = static_form::is_empty("password");
        typed_at_ms.set_value((!is_empty).then(facts::now_ms));
    };
    typed();
    static_form::on("input", "password", move |_| {
        login.wiped.set(false);
        typed();
    });
    static_form::on("change", "username", move |_| {
        let typed = static_form::text("username").unwrap_or_default();
        let username = normalised_username(&typed, keyboard::decomposed);
        if username.as_str() != typed && !username.as_str().is_empty() {
            static_form::set_text("username", username.as_str());
            crate::browser::focus::when_released(move || {
                let _ = login.corrected.try_set(Some(username));
            });
        }
    });
    presence::when_left(static_form::hide_password);
    presence::every_second(move || {
        let left_behind = typed_at_ms
            .try_get_value()
            .flatten()
            .is_some_and(|typed| facts::now_ms().saturating_sub(typed) >= PASSWORD_IDLE_MS);
        if left_behind {
            static_form::set_text("password", "");
            typed_at_ms.set_value(None);
            login.wiped.set(true);
        }
    });
    login
}

/// The warning, in the static page's own place.
#[component]
pub fn StaticCapsLock(
    /// What there is to say.
    login: StaticLogin,
) -> impl IntoView {
    part(move || login.caps_lock.get().then(|| view! { <CapsLockWarning/> }))
}

/// What was made of the username.
#[component]
pub fn StaticCorrection(
    /// What there is to say.
    login: StaticLogin,
) -> impl IntoView {
    let locale = use_locale();
    part(move || {
        let t = locale.texts();
        login
            .corrected
            .get()
            .map(|username| t.username_changed(username.as_str(), username.changes()))
    })
}

/// What happened to the password.
#[component]
pub fn StaticNote(
    /// What there is to say.
    login: StaticLogin,
) -> impl IntoView {
    let locale = use_locale();
    part(move || login.wiped.get().then(|| locale.texts().password_wiped()))
}
