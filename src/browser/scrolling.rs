//! What can be seen of an element that scrolls, and whether the window is narrow; knows no row.

use crate::rules::row_window::Viewport;
use leptos::prelude::{document, on_cleanup, window_event_listener_untyped};

/// The width below which a month does not fit beside names.
const NARROW: &str = "(max-width: 47.99rem)";

/// How far the element with the id `scroller` is scrolled, how much of it is seen, and how high `rows` in it is.
#[must_use]
pub fn seen(scroller: &str, rows: &str) -> Option<Viewport> {
    let scroller = document().get_element_by_id(scroller)?;
    let rows = document().get_element_by_id(rows)?;
    let pixels = |number: i32| u32::try_from(number).unwrap_or_default();
    Some(Viewport {
        top: pixels(scroller.scroll_top()),
        height: pixels(scroller.client_height()),
        whole: pixels(rows.client_height()),
    })
}

/// True where the window is narrow: a phone, or text that was made large.
#[must_use]
pub fn is_narrow() -> bool {
    web_sys::window()
        .and_then(|window| window.match_media(NARROW).ok().flatten())
        .is_some_and(|found| found.matches())
}

/// Calls `act` whenever the window has another size; until the caller's owner is cleaned up.
pub fn when_resized(act: impl Fn() + 'static) {
    let listener = window_event_listener_untyped("resize", move |_| act());
    on_cleanup(move || listener.remove());
}
