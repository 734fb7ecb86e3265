//! The page on its way out: asking first, and a last word to the portal; knows no session and no draft.

use js_sys::Reflect;
use leptos::prelude::{on_cleanup, window_event_listener_untyped};
use wasm_bindgen::JsCast;
use web_sys::{Headers, RequestCredentials, RequestInit};

/// Lets the browser ask before the page is left or loaded anew, whenever `is_unsaved` says so then; until the caller's
/// owner is cleaned up. The words are the browser's own.
pub fn ask_before_unload(is_unsaved: impl Fn() -> bool + 'static) {
    let listener = window_event_listener_untyped("beforeunload", move |event| {
        if is_unsaved() {
            event.prevent_default();
            // Browsers from before 2024 ask only then.
            if let Some(event) = event.dyn_ref::<web_sys::BeforeUnloadEvent>() {
                event.set_return_value("unsaved");
            }
        }
    });
    on_cleanup(move || listener.remove());
}

/// Sends a `POST` without a body that the browser carries on with when the page is gone (Fetch standard, `keepalive`);
/// nobody is left to hear the answer.
pub fn post_last(url: &str, header: (&str, &str)) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let Ok(headers) = Headers::new() else { return };
    let _ = headers.set(header.0, header.1);
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_headers(&headers);
    init.set_credentials(RequestCredentials::Include);
    let _ = Reflect::set(&init, &"keepalive".into(), &true.into());
    // Its promise is left alone: it would be told to a page that is no more.
    let _ = window.fetch_with_str_and_init(url, &init);
}
