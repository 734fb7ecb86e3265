//! When something has lasted long enough to be shown; knows not what.

use leptos::prelude::{Effect, Get, Memo, RwSignal, Set, on_cleanup, set_timeout_with_handle};
use std::time::Duration;

/// True once `busy` has been true for half a second: a spinner before that would only flicker.
#[must_use]
pub fn slowly(busy: Memo<bool>) -> RwSignal<bool> {
    let slow = RwSignal::new(false);
    Effect::new(move |_| {
        slow.set(false);
        if busy.get() {
            let timeout =
                set_timeout_with_handle(move || slow.set(true), Duration::from_millis(500)).ok();
            on_cleanup(move || {
                if let Some(timeout) = timeout {
                    timeout.clear();
                }
            });
        }
    });
    slow
}
