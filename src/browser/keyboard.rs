//! What a key event tells besides its key, and letters as the platform decomposes them; knows no field.

use js_sys::{Function, JsString, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// True while Caps Lock is on; `None` for events that don't know, such as those that filling in by the browser makes.
#[must_use]
pub fn caps_lock(event: &JsValue) -> Option<bool> {
    // Filling in by the browser sends `keydown` events that are no keyboard events and lack this.
    let ask = Reflect::get(event, &"getModifierState".into()).ok()?;
    let ask: Function = ask.dyn_into().ok()?;
    ask.call1(event, &"CapsLock".into()).ok()?.as_bool()
}

/// True when nothing stands in a field; what stands there is not read.
#[must_use]
pub fn is_empty(field: &JsValue) -> bool {
    let value = Reflect::get(field, &"value".into()).ok();
    let value = value.and_then(|value| value.dyn_into::<JsString>().ok());
    value.is_none_or(|value| value.length() == 0)
}

/// The words that are being pasted, with their lines, which a field of one line would run together.
#[must_use]
pub fn pasted(event: &JsValue) -> Option<String> {
    let data = Reflect::get(event, &"clipboardData".into()).ok()?;
    let read: Function = Reflect::get(&data, &"getData".into())
        .ok()?
        .dyn_into()
        .ok()?;
    read.call1(&data, &"text".into()).ok()?.as_string()
}

/// Puts other words in the field in which somebody has just typed.
pub fn rewrite(event: &JsValue, words: &str) {
    if let Ok(field) = Reflect::get(event, &"target".into()) {
        let _ = Reflect::set(&field, &"value".into(), &words.into());
    }
}

/// The compatibility decomposition of `text` (Unicode NFKD), by the browser's own tables.
#[must_use]
pub fn decomposed(text: &str) -> String {
    JsString::from(text).normalize("NFKD").into()
}
