//! The form that stands there before the program: its fields, by name; knows no rule.

use leptos::prelude::{document, on_cleanup, window_event_listener_untyped};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, HtmlInputElement};

/// Where the boot script keeps its page.
const PIECES: &str = "#boot-pieces";

fn field(name: &str) -> Option<HtmlInputElement> {
    let selector = format!("{PIECES} input[name={name}]");
    let found = document().query_selector(&selector).ok().flatten()?;
    found.dyn_into().ok()
}

/// Calls `act` at each such event of the field, until the caller's owner is cleaned up.
pub fn on(event: &str, name: &'static str, act: impl Fn(&Event) + 'static) {
    let listener = window_event_listener_untyped(event, move |event| {
        let target = event.target().and_then(|target| target.dyn_into().ok());
        if target.is_some_and(|target: HtmlInputElement| field(name) == Some(target)) {
            act(&event);
        }
    });
    on_cleanup(move || listener.remove());
}

/// What stands in the field.
#[must_use]
pub fn text(name: &str) -> Option<String> {
    field(name).map(|field| field.value())
}

/// True when nothing stands in the field or there is none; what stands there is not read.
#[must_use]
pub fn is_empty(name: &str) -> bool {
    field(name).is_none_or(|field| super::keyboard::is_empty(&field))
}

/// Puts `text` into the field.
pub fn set_text(name: &str, text: &str) {
    if let Some(field) = field(name) {
        field.set_value(text);
    }
}

/// Makes a password that can be read unreadable again, by the page's own button.
pub fn hide_password() {
    if field("password").is_some_and(|field| field.type_() == "text") {
        let button = format!("{PIECES} button[aria-controls=password]");
        let button = document().query_selector(&button).ok().flatten();
        if let Some(button) = button.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
            button.click();
        }
    }
}
