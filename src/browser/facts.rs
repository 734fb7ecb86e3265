//! What the browser says of itself and of the device; knows no verdict.
//!
//! Privacy browsers answer with exceptions, nulls and frozen values: all of these become an absent value.

use crate::rules::expiry::Reading;
use crate::rules::user_agent::BrowserFacts;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The longest text that is taken from the browser; the longest real user-agent strings are far shorter.
const LONGEST: u32 = 1000;

/// False when the device says that it has no network; true when it says nothing.
#[must_use]
pub fn online() -> bool {
    device_online().unwrap_or(true)
}

/// What the device says of its network.
#[must_use]
pub fn device_online() -> Option<bool> {
    property(&navigator(), "onLine").as_bool()
}

/// The device's clock, in milliseconds since 1970.
#[must_use]
pub fn now_ms() -> i64 {
    // A whole number far below 2⁵³.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "it saturates, and is whole"
    )]
    let now = js_sys::Date::now() as i64;
    now
}

/// Both of the device's clocks; where the one that only runs is withheld, the wall's stands in for it.
#[must_use]
pub fn reading() -> Reading {
    let wall_ms = now_ms();
    let performance = web_sys::window().and_then(|window| window.performance());
    #[expect(
        clippy::cast_possible_truncation,
        reason = "it saturates, and parts of a millisecond don't matter"
    )]
    let steady_ms = performance.map_or(wall_ms, |performance| performance.now() as i64);
    Reading { wall_ms, steady_ms }
}

/// When the page began, by both clocks.
#[must_use]
pub fn page_start() -> Reading {
    let now = reading();
    Reading {
        wall_ms: now.wall_ms.saturating_sub(now.steady_ms),
        steady_ms: 0,
    }
}

/// The host in the address bar, with its port if it has one.
#[must_use]
pub fn host() -> Option<String> {
    web_sys::window()?.location().host().ok()
}

/// What tells the browser and the system, without a question that takes time.
#[must_use]
pub fn browser() -> BrowserFacts {
    let navigator = navigator();
    let hints = property(&navigator, "userAgentData");
    BrowserFacts {
        user_agent: text(&navigator, "userAgent"),
        brands: brands(&property(&hints, "brands")),
        platform: text(&hints, "platform"),
        platform_version: None,
        standalone: property(&navigator, "standalone").as_bool(),
        touch_points: whole(&property(&navigator, "maxTouchPoints")),
    }
}

/// The same with the version of the system and the browser's full versions, where the browser tells them when asked.
pub async fn browser_when_asked() -> BrowserFacts {
    let mut facts = browser();
    let hints = property(&navigator(), "userAgentData");
    let ask = property(&hints, "getHighEntropyValues");
    let wanted = Array::of2(&"platformVersion".into(), &"fullVersionList".into());
    let asked = ask
        .dyn_ref::<Function>()
        .and_then(|ask| ask.call1(&hints, &wanted).ok());
    let Some(promise) = asked.and_then(|promise| promise.dyn_into::<Promise>().ok()) else {
        return facts;
    };
    // A browser that never answers says no more than one that refuses.
    let first = Promise::race(&Array::of2(&promise, &after_two_seconds()));
    if let Ok(told) = JsFuture::from(first).await {
        facts.platform_version = text(&told, "platformVersion");
        let full = brands(&property(&told, "fullVersionList"));
        if !full.is_empty() {
            facts.brands = full;
        }
    }
    facts
}

fn after_two_seconds() -> Promise {
    Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 2000);
        }
    })
}

/// Whether the page can write a cookie and read it back; `None` where the browser throws. It is deleted at once.
#[must_use]
pub fn page_cookie() -> Option<bool> {
    const COOKIE: &str = "nomade-check=1";
    let document = JsValue::from(web_sys::window()?.document()?);
    let write = |value: &str| Reflect::set(&document, &"cookie".into(), &value.into()).ok();
    write(&format!("{COOKIE}; Path=/; SameSite=Strict"))?;
    let kept = Reflect::get(&document, &"cookie".into())
        .ok()?
        .as_string()?;
    write("nomade-check=; Path=/; SameSite=Strict; Max-Age=0")?;
    Some(kept.split("; ").any(|cookie| cookie == COOKIE))
}

fn navigator() -> JsValue {
    web_sys::window().map_or(JsValue::UNDEFINED, |window| property(&window, "navigator"))
}

/// A property of what may not be an object, or may throw.
fn property(of: &JsValue, name: &str) -> JsValue {
    if !of.is_object() {
        return JsValue::UNDEFINED;
    }
    Reflect::get(of, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

fn text(of: &JsValue, name: &str) -> Option<String> {
    let text = property(of, name).dyn_into::<js_sys::JsString>().ok()?;
    Some(text.slice(0, LONGEST).into())
}

fn whole(value: &JsValue) -> Option<u32> {
    let value = value
        .as_f64()
        .filter(|value| (0.0..1000.0).contains(value))?;
    // Within 0..1000.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "just bounded"
    )]
    let value = value as u32;
    Some(value)
}

fn brands(list: &JsValue) -> Vec<(String, String)> {
    let Some(list) = list
        .dyn_ref::<Object>()
        .filter(|list| Array::is_array(list))
    else {
        return Vec::new();
    };
    Array::from(list)
        .iter()
        .take(20)
        .filter_map(|entry| Some((text(&entry, "brand")?, text(&entry, "version")?)))
        .collect()
}
