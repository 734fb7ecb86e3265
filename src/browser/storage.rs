//! What the browser keeps for this site: the chosen language at most, and proof that there is nothing else; knows nothing
//! about a person.

use js_sys::{Array, Function, Promise, Reflect};
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Storage;

const LANGUAGE: &str = "language";

/// What the browser says it keeps for this site, apart from the chosen language; `None` where it does not say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// True when the language is there.
    pub language: bool,
    /// Further entries of localStorage, and all of sessionStorage.
    pub entries: Option<u32>,
    /// Cookies that a page can read. The session's can't be read by one, so it is not among them.
    pub cookies: u32,
    /// Caches of Cache Storage.
    pub caches: Option<u32>,
    /// Databases of IndexedDB.
    pub databases: Option<u32>,
    /// Service workers.
    pub workers: Option<u32>,
}

fn local() -> Option<Storage> {
    // Throws where storage is refused (private windows, cookies blocked): then nothing is kept.
    web_sys::window()?.local_storage().ok().flatten()
}

fn session() -> Option<Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}

/// Forgets it.
pub fn forget_language() {
    if let Some(storage) = local() {
        let _ = storage.remove_item(LANGUAGE);
    }
}

/// Keeps the chosen language for the next visit, where the browser lets it; the boot script reads it then.
pub fn keep_language(tag: &str) {
    if let Some(storage) = local() {
        // A full or frozen storage is no reason to bother anybody.
        let _ = storage.set_item(LANGUAGE, tag);
    }
}

/// The language that is kept.
#[must_use]
pub fn kept_language() -> Option<String> {
    local()?.get_item(LANGUAGE).ok().flatten()
}

/// Removes whatever is kept for this site, by whomever, apart from the chosen language.
pub async fn purge() {
    let language = kept_language();
    for storage in [local(), session()].into_iter().flatten() {
        let _ = storage.clear();
    }
    if let Some(tag) = language {
        keep_language(&tag);
    }
    if let Some(caches) = object("caches") {
        for name in names(&caches, "keys").await.unwrap_or_default() {
            let _ = call(&caches, "delete", &name).await;
        }
    }
    if let Some(workers) = service_workers() {
        let all = names(&workers, "getRegistrations").await;
        for worker in all.unwrap_or_default() {
            let _ = call(&worker, "unregister", &JsValue::UNDEFINED).await;
        }
    }
    if let Some(databases) = object("indexedDB") {
        for database in names(&databases, "databases").await.unwrap_or_default() {
            if let Ok(name) = Reflect::get(&database, &"name".into()) {
                let _ = call(&databases, "deleteDatabase", &name).await;
            }
        }
    }
}

/// Asks the browser what it keeps.
pub async fn kept() -> Kept {
    let count = |storage: Option<Storage>| storage.and_then(|storage| storage.length().ok());
    let language = kept_language().is_some();
    let entries = count(local())
        .zip(count(session()))
        .map(|(local, session)| local.saturating_sub(u32::from(language)) + session);
    let cookies = document()
        .dyn_ref::<web_sys::Node>()
        .and_then(|document| Reflect::get(document, &"cookie".into()).ok())
        .and_then(|cookies| cookies.as_string())
        .map_or(0, |cookies| {
            cookies
                .split(';')
                .filter(|pair| !pair.trim().is_empty())
                .count()
        });
    let workers = match service_workers() {
        Some(workers) => names(&workers, "getRegistrations").await,
        None => None,
    };
    Kept {
        language,
        entries,
        cookies: u32::try_from(cookies).unwrap_or(u32::MAX),
        caches: counted("caches", "keys").await,
        databases: counted("indexedDB", "databases").await,
        workers: workers.map(length),
    }
}

fn service_workers() -> Option<JsValue> {
    let navigator = web_sys::window()?.navigator();
    Reflect::get(&navigator, &"serviceWorker".into())
        .ok()
        .filter(JsValue::is_object)
}

async fn counted(place: &str, list: &str) -> Option<u32> {
    names(&object(place)?, list).await.map(length)
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "the shape that `Option::map` hands on"
)]
fn length(names: Vec<JsValue>) -> u32 {
    u32::try_from(names.len()).unwrap_or(u32::MAX)
}

/// One of the window's own objects; reading one throws in some private windows.
fn object(name: &str) -> Option<JsValue> {
    let window = web_sys::window()?;
    Reflect::get(&window, &name.into())
        .ok()
        .filter(JsValue::is_object)
}

/// What the list that `object` promises holds.
async fn names(object: &JsValue, list: &str) -> Option<Vec<JsValue>> {
    let listed = call(object, list, &JsValue::UNDEFINED).await?;
    Some(listed.dyn_into::<Array>().ok()?.to_vec())
}

async fn call(object: &JsValue, name: &str, argument: &JsValue) -> Option<JsValue> {
    let function: Function = Reflect::get(object, &name.into()).ok()?.dyn_into().ok()?;
    let answer = function.call1(object, argument).ok()?;
    match answer.dyn_into::<Promise>() {
        Ok(promise) => JsFuture::from(promise).await.ok(),
        // Deleting a database is a request of its own kind, which goes on by itself.
        Err(other) => Some(other),
    }
}
