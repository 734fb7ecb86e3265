//! Whether somebody is at the page, and the seconds that pass there; knows no page and no wait.

use super::document;
use leptos::prelude::{
    GetValue, SetValue, StoredValue, on_cleanup, set_interval_with_handle, set_timeout_with_handle,
    window_event_listener_untyped,
};
use std::time::Duration;

/// Calls `tick` every second, and at once when the page is seen again after a sleep or in the back-forward cache; until
/// the caller's owner is cleaned up.
pub fn every_second(tick: impl Fn() + Clone + 'static) {
    let interval = set_interval_with_handle(tick.clone(), Duration::from_secs(1)).ok();
    // Timers stand still while a laptop sleeps and are late in a hidden tab.
    on_visibility_change(tick.clone());
    on_window("pageshow", tick);
    on_cleanup(move || {
        if let Some(interval) = interval {
            interval.clear();
        }
    });
}

/// Calls `act` when the page is left or hidden: another tab or app, another page, the screen locked; until the caller's
/// owner is cleaned up.
pub fn when_left(act: impl Fn() + Clone + 'static) {
    let hide = act.clone();
    on_visibility_change(move || {
        if document::is_hidden() {
            hide();
        }
    });
    on_window("pagehide", act);
}

/// Calls `act` when the window no longer has the focus: another window, another program; not a frame of the page itself,
/// nor the browser's own window to print in, whose paper would change. Until the caller's owner is cleaned up.
pub fn when_unfocused(act: impl Fn() + Clone + 'static) {
    let is_printing = StoredValue::new(false);
    let look = move || {
        let act = act.clone();
        // The focus is nowhere while it moves.
        let _ = set_timeout_with_handle(
            move || {
                let is_printing = is_printing.try_get_value().unwrap_or(true);
                if !is_printing && !document::has_focus() {
                    act();
                }
            },
            Duration::ZERO,
        );
    };
    on_window("beforeprint", move || is_printing.set_value(true));
    let printed = look.clone();
    on_window("afterprint", move || {
        is_printing.set_value(false);
        printed();
    });
    on_window("blur", look);
}

/// True while the focus is in a frame of the page, whose keys and pointer nobody else hears.
#[must_use]
pub fn is_in_frame() -> bool {
    document::has_focus() && document::is_frame_active()
}

/// Calls `act` as the document goes away: closed, loaded anew or left; until the caller's owner is cleaned up.
pub fn when_gone(act: impl Fn() + 'static) {
    on_window("pagehide", act);
}

/// Calls `act` at each sign that somebody is at the page: a key, a pointer, a scroll by hand; until the caller's owner is
/// cleaned up.
pub fn when_at_work(act: impl Fn() + Clone + 'static) {
    for name in ["keydown", "pointerdown", "wheel", "touchmove"] {
        on_window(name, act.clone());
    }
}

fn on_window(name: &str, act: impl Fn() + 'static) {
    let listener = window_event_listener_untyped(name, move |_| act());
    on_cleanup(move || listener.remove());
}

fn on_visibility_change(act: impl Fn() + 'static) {
    // It is dropped, and hears nothing more, with the owner.
    StoredValue::new_local(document::on_visibility_change(act));
}
