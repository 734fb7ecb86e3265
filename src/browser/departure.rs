//! The page on its way out: asking first, and a last word to the portal; knows no session and no draft.

use js_sys::Reflect;
use leptos::prelude::{document, on_cleanup, window_event_listener_untyped};
use wasm_bindgen::JsCast;
use web_sys::{Headers, RequestCredentials, RequestInit};

/// Marks the root element of a document that has gone away; style/utilities.css shows nothing of one.
const CONCEALED: &str = "data-concealed";

/// Lets the browser ask before the page is left or loaded anew, whenever `is_unsaved` says so then; until the caller's
/// owner is cleaned up. The words are the browser's own.
pub fn ask_before_unload(is_unsaved: impl Fn() -> bool + 'static) {
    let listener = window_event_listener_untyped("beforeunload", move |event| {
        // A page that was kept by the browser is loaded anew without a question.
        if !is_concealed() && is_unsaved() {
            event.prevent_default();
            // Browsers from before 2024 ask only then.
            if let Some(event) = event.dyn_ref::<web_sys::BeforeUnloadEvent>() {
                event.set_return_value("unsaved");
            }
        }
    });
    on_cleanup(move || listener.remove());
}

/// Takes everything off the screen as a document goes away that the browser may keep whole: it shows it again before any
/// script of it runs (the boot script then loads it anew). Until the caller's owner is cleaned up.
pub fn conceal_when_kept() {
    let listener = window_event_listener_untyped("pagehide", |event| {
        let is_kept = Reflect::get(&event, &"persisted".into()).is_ok_and(|kept| kept.is_truthy());
        if let Some(root) = document().document_element().filter(|_| is_kept) {
            let _ = root.set_attribute(CONCEALED, "");
        }
    });
    on_cleanup(move || listener.remove());
}

fn is_concealed() -> bool {
    let root = document().document_element();
    root.is_some_and(|root| root.has_attribute(CONCEALED))
}

/// Sends a call without a body that the browser carries on with when the page is gone (Fetch standard, `keepalive`);
/// nobody is left to hear the answer.
pub fn send_last(method: &str, url: &str, header: (&str, &str)) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let Ok(headers) = Headers::new() else { return };
    let _ = headers.set(header.0, header.1);
    let init = RequestInit::new();
    init.set_method(method);
    init.set_headers(&headers);
    init.set_credentials(RequestCredentials::Include);
    let _ = Reflect::set(&init, &"keepalive".into(), &true.into());
    // Its promise is left alone: it would be told to a page that is no more.
    let _ = window.fetch_with_str_and_init(url, &init);
}
