//! Whether somebody is at the page, and the seconds that pass there; knows no page and no wait.

use leptos::prelude::{
    document, on_cleanup, set_interval_with_handle, window_event_listener_untyped,
};
use std::time::Duration;

/// Calls `tick` every second, and at once when the page is seen again after a sleep or in the back-forward cache; until
/// the caller's owner is cleaned up.
pub fn every_second(tick: impl Fn() + Clone + 'static) {
    let interval = set_interval_with_handle(tick.clone(), Duration::from_secs(1)).ok();
    // Timers stand still while a laptop sleeps and are late in a hidden tab.
    let events = ["visibilitychange", "pageshow"].map(|name| {
        let tick = tick.clone();
        window_event_listener_untyped(name, move |_| tick())
    });
    on_cleanup(move || {
        if let Some(interval) = interval {
            interval.clear();
        }
        events.into_iter().for_each(|event| event.remove());
    });
}

/// Calls `act` when the page is left or hidden: another tab or app, another page, the screen locked; until the caller's
/// owner is cleaned up.
pub fn when_left(act: impl Fn() + Clone + 'static) {
    let hide = act.clone();
    let events = [
        window_event_listener_untyped("visibilitychange", move |_| {
            if document().hidden() {
                hide();
            }
        }),
        window_event_listener_untyped("pagehide", move |_| act()),
    ];
    on_cleanup(move || events.into_iter().for_each(|event| event.remove()));
}
