//! What the boot script (public/boot.js) hands to the program: answers asked for ahead, and the page that it drew; knows no page.
//!
//! Without the script everything is absent, and the program does for itself.

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::window_event_listener_untyped;
use std::cell::Cell;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{HtmlInputElement, HtmlTemplateElement, RequestInit, Response};

/// An answer that was asked for ahead of the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prefetched {
    /// 0 for a redirect that was not followed.
    pub status: u16,
    /// The `Content-Type` header, empty without one.
    pub content_type: String,
    /// The body.
    pub body: String,
}

/// One of the script's functions, called.
fn call(name: &str, argument: &JsValue) -> Option<JsValue> {
    let window: JsValue = web_sys::window()?.into();
    let script = Reflect::get(&window, &"nomadeBoot".into()).ok()?;
    let function: Function = Reflect::get(&script, &name.into()).ok()?.dyn_into().ok()?;
    function.call1(&script, argument).ok()
}

/// The language that the page is shown in.
#[must_use]
pub fn language() -> Option<String> {
    call("language", &JsValue::UNDEFINED)?.as_string()
}

/// The answer to `GET url` if it was asked for ahead; it is given once. `Some(None)` when no answer came.
pub async fn prefetched(url: &str) -> Option<Option<Prefetched>> {
    let coming: Promise = call("take", &url.into())?.dyn_into().ok()?;
    Some(
        JsFuture::from(coming)
            .await
            .ok()
            .and_then(|answer| read(&answer)),
    )
}

fn read(answer: &JsValue) -> Option<Prefetched> {
    let field = |name: &str| Reflect::get(answer, &name.into()).ok();
    Some(Prefetched {
        // A status has three digits.
        status: field("status")?.as_f64()? as u16,
        content_type: field("contentType")?.as_string()?,
        body: field("body")?.as_string()?,
    })
}

/// True while somebody is in a field of the page that the script drew.
#[must_use]
pub fn is_in_use() -> bool {
    call("isInUse", &JsValue::UNDEFINED).is_some_and(|used| used.is_truthy())
}

/// Ends when the program may put its page in place of the script's: no field has the focus, or the form is sent.
pub async fn turn() {
    let turn = call("turn", &JsValue::UNDEFINED).and_then(|turn| turn.dyn_into::<Promise>().ok());
    if let Some(turn) = turn {
        let _ = JsFuture::from(turn).await;
    }
}

/// Takes the script's page away, and what was typed and chosen on it over to the program's, which stands.
pub fn take_over() {
    let _ = call("over", &JsValue::UNDEFINED);
}

/// Shows the page for an unexpected failure, which needs no program.
pub fn show_failure() {
    let _ = call("crash", &JsValue::UNDEFINED);
}

/// From the first character that somebody types on, asks for the program that has the agent space while nobody waits for
/// it, and keeps nothing of it but what the browser keeps of any file; not where the person had their browser save data.
pub fn bring_whole_ahead() {
    let is_brought = Cell::new(saves_data());
    // For as long as the document: whoever types has come to sign in.
    let _listener = window_event_listener_untyped("input", move |event| {
        // The script moves the state of a checkbox over whether or not anybody touched it.
        let is_typed = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
            .is_some_and(|field| field.type_() != "checkbox");
        if is_typed && !is_brought.replace(true) {
            bring_whole();
        }
    });
}

fn bring_whole() {
    for url in whole() {
        let init = RequestInit::new();
        // What somebody waits for goes before (Fetch standard, "priority"); a browser that does not know it ignores it.
        let _ = Reflect::set(&init, &"priority".into(), &"low".into());
        let Some(window) = web_sys::window() else {
            return;
        };
        let answer = window.fetch_with_str_and_init(&url, &init);
        // To its end, else a browser keeps nothing; whether it comes is the next page's concern.
        spawn_local(async move {
            if let Ok(answer) = JsFuture::from(answer).await
                && let Ok(body) = answer.unchecked_into::<Response>().array_buffer()
            {
                let _ = JsFuture::from(body).await;
            }
        });
    }
}

/// The files of the program that has the space, as index.html names them.
fn whole() -> Vec<String> {
    let template = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("whole"))
        .and_then(|element| element.dyn_into::<HtmlTemplateElement>().ok());
    let script = template.as_ref().and_then(|template| {
        let script = template.content().query_selector("script").ok()??;
        script.get_attribute("src")
    });
    let program = template.and_then(|template| template.get_attribute("data-wasm"));
    program.into_iter().chain(script).collect()
}

/// True where the person asked for fewer bytes (Save Data API).
fn saves_data() -> bool {
    let field = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).ok();
    web_sys::window()
        .and_then(|window| field(&window.navigator(), "connection"))
        .filter(JsValue::is_object)
        .and_then(|connection| field(&connection, "saveData"))
        .is_some_and(|saves| saves.is_truthy())
}
