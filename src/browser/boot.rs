//! What the boot script (public/boot.js) hands to the program: answers asked for ahead, and the page that it drew; knows no page.
//!
//! Without the script everything is absent, and the program does for itself.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

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
