//! Where the keyboard and the screen reader are; knows no page.

use super::deadline;
use leptos::prelude::{document, request_animation_frame, set_timeout};
use std::time::Duration;
use wasm_bindgen::JsCast;

/// Later in any case: while the focus is on its way, some engines don't know yet that something is pressed.
const SOON: Duration = Duration::from_millis(50);

/// Moves the focus to the first element that `selector` finds, once the page has been drawn.
pub fn focus_soon(selector: &'static str) {
    request_animation_frame(move || focus_first(selector));
}

/// The same, unless somebody is in a field by then: what they type must not go elsewhere.
pub fn lead_to_soon(selector: &'static str) {
    request_animation_frame(move || {
        let focused = document().active_element();
        let is_typing = focused
            .is_some_and(|element| element.matches("input, textarea, select").unwrap_or(false));
        if !is_typing {
            focus_first(selector);
        }
    });
}

fn focus_first(selector: &str) {
    let element = document().query_selector(selector).ok().flatten();
    if let Some(element) =
        element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok())
    {
        let _ = element.focus();
    }
}

/// Moves the focus to the element with this id, now.
pub fn focus_id(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) =
        element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok())
    {
        let _ = element.focus();
    }
}

/// The same, once the page has been drawn.
pub fn focus_id_soon(id: String) {
    request_animation_frame(move || focus_id(&id));
}

/// Brings the link of a list that somebody comes back to in sight, with the focus on it: once the page has been drawn, and
/// after its heading has had the focus. Who has gone on by then stays where they are.
pub fn come_back_soon(id: String) {
    request_animation_frame(move || {
        request_animation_frame(move || {
            let focused = document().active_element();
            let has_gone_on =
                focused.is_some_and(|element| !element.matches("body, main, h1").unwrap_or(false));
            if !has_gone_on {
                focus_id(&id);
            }
        });
    });
}

/// Scrolls the list around the element with this id until the element is whole in sight, once the page has been drawn: in a
/// list whose focus stays elsewhere no browser does it. The page itself does not move.
pub fn show_in_list_soon(id: String) {
    request_animation_frame(move || {
        let item = document().get_element_by_id(&id);
        let item = item.and_then(|item| item.dyn_into::<web_sys::HtmlElement>().ok());
        let Some((item, list)) = item.and_then(|item| Some((item.clone(), item.parent_element()?)))
        else {
            return;
        };
        let (top, bottom) = (item.offset_top(), item.offset_top() + item.offset_height());
        if top < list.scroll_top() {
            list.set_scroll_top(top);
        } else if bottom > list.scroll_top() + list.client_height() {
            list.set_scroll_top(bottom - list.client_height());
        }
    });
}

/// Brings the heading with this id to the top of the window, with the focus on it: once the page has been drawn, and
/// after the heading of a new page has had the focus.
pub fn show_heading_soon(id: String) {
    request_animation_frame(move || {
        request_animation_frame(move || {
            focus_id(&id);
            if let Some(heading) = document().get_element_by_id(&id) {
                heading.scroll_into_view();
            }
        });
    });
}

/// Calls `act` soon, once nothing is pressed any more: what moves under a finger or a pointer before it is released is
/// missed by it.
pub fn when_released(act: impl FnOnce() + 'static) {
    set_timeout(
        move || {
            if is_pressed() {
                when_released(act);
            } else {
                act();
            }
        },
        SOON,
    );
}

/// The same, for what waits and can be taken back meanwhile.
pub async fn released() {
    deadline::pause(SOON).await;
    while is_pressed() {
        deadline::pause(SOON).await;
    }
}

fn is_pressed() -> bool {
    matches!(document().query_selector(":active"), Ok(Some(_)))
}

/// True while the focus is inside what `selector` finds.
#[must_use]
pub fn is_within(selector: &str) -> bool {
    let focused = document().active_element();
    focused.is_some_and(|element| element.closest(selector).ok().flatten().is_some())
}
