//! A file on its way from an answer to the device: its parts, saving and sharing it; knows no call and no page.
//!
//! The parts stay values of the browser, so that the program's own memory does not grow with them; an address of one
//! (`blob:`) lives only while the browser saves it.

use super::file_facts;
use crate::rules::file_check::{HEAD, TAIL};
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use leptos::prelude::{TimeoutHandle, document, set_timeout_with_handle};
use std::cell::RefCell;
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, File, FilePropertyBag, HtmlElement, ReadableStream,
    ReadableStreamDefaultReader, Url,
};

/// The browser has begun to save by then; Safari asks the person first, whether the page still stands or not.
const SAVING: Duration = Duration::from_secs(40);

/// What has come of a file, in order.
#[derive(Debug, Default)]
pub struct Parts {
    chunks: Array,
    received: u64,
    head: Vec<u8>,
}

impl Parts {
    /// So many bytes have come.
    #[must_use]
    pub fn received(&self) -> u64 {
        self.received
    }

    /// The first of them, as many as tell the type.
    #[must_use]
    pub fn head(&self) -> &[u8] {
        &self.head
    }

    /// The last of them, as many as tell the end.
    #[must_use]
    pub fn tail(&self) -> Vec<u8> {
        let mut tail = Vec::new();
        for index in (0..self.chunks.length()).rev() {
            let Ok(chunk) = self.chunks.get(index).dyn_into::<Uint8Array>() else {
                break;
            };
            let missing = u32::try_from(TAIL - tail.len()).unwrap_or_default();
            let start = chunk.length().saturating_sub(missing);
            let mut last = chunk.subarray(start, chunk.length()).to_vec();
            last.append(&mut tail);
            tail = last;
            if tail.len() >= TAIL {
                break;
            }
        }
        tail
    }

    /// All of them; for files that are known to be small.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        self.chunks
            .iter()
            .filter_map(|chunk| chunk.dyn_into::<Uint8Array>().ok())
            .flat_map(|chunk| chunk.to_vec())
            .collect()
    }

    fn push(&mut self, chunk: &Uint8Array) {
        let missing = u32::try_from(HEAD.saturating_sub(self.head.len())).unwrap_or_default();
        if missing > 0 {
            let begin = chunk.subarray(0, chunk.length().min(missing));
            self.head.extend(begin.to_vec());
        }
        self.received += u64::from(chunk.length());
        self.chunks.push(chunk);
    }
}

/// The body of an answer broke off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Broken;

/// The body of an answer as it comes; dropped, the rest is given up.
#[derive(Debug)]
pub struct Body(ReadableStreamDefaultReader);

impl Body {
    /// Reads `stream`, which nobody else reads.
    #[must_use]
    pub fn of(stream: &ReadableStream) -> Option<Self> {
        ReadableStreamDefaultReader::new(stream).ok().map(Self)
    }

    /// Adds what comes next to `parts`; false at the end.
    ///
    /// # Errors
    ///
    /// It broke off.
    pub async fn next_into(&self, parts: &mut Parts) -> Result<bool, Broken> {
        let read = JsFuture::from(self.0.read()).await.map_err(|_| Broken)?;
        let field = |name: &str| Reflect::get(&read, &name.into()).map_err(|_| Broken);
        if field("done")?.is_truthy() {
            return Ok(false);
        }
        let chunk: Uint8Array = field("value")?.dyn_into().map_err(|_| Broken)?;
        parts.push(&chunk);
        Ok(true)
    }
}

impl Drop for Body {
    fn drop(&mut self) {
        // Its promise fails where the answer broke off, which nobody needs to hear.
        let cancelled = self.0.cancel();
        wasm_bindgen_futures::spawn_local(async move {
            let _ = JsFuture::from(cancelled).await;
        });
    }
}

thread_local! {
    /// The addresses that live, and what ends each.
    static LIVE: RefCell<Vec<(String, Option<TimeoutHandle>)>> = const { RefCell::new(Vec::new()) };
}

/// Has the browser save the parts as a file of that name, as it saves any; false where it can't. Whether it did is its
/// own business: it may ask the person, who may say no.
#[must_use]
pub fn save(parts: &Parts, media_type: &str, name: &str) -> bool {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let Ok(blob) = Blob::new_with_u8_array_sequence_and_options(&parts.chunks, &options) else {
        return false;
    };
    let Ok(url) = Url::create_object_url_with_blob(&blob) else {
        return false;
    };
    let ends = {
        let url = url.clone();
        set_timeout_with_handle(move || revoke(&url), SAVING).ok()
    };
    LIVE.with_borrow_mut(|live| live.push((url.clone(), ends)));
    let clicked = click(&url, name);
    if !clicked {
        revoke(&url);
    }
    clicked
}

fn click(url: &str, name: &str) -> bool {
    let (document, Some(body)) = (document(), document().body()) else {
        return false;
    };
    let Ok(link) = document.create_element("a") else {
        return false;
    };
    let Ok(link) = link.dyn_into::<HtmlElement>() else {
        return false;
    };
    let is_set = [
        ("href", url),
        ("download", name),
        ("rel", "external"),
        ("hidden", ""),
    ]
    .into_iter()
    .all(|(attribute, value)| link.set_attribute(attribute, value).is_ok());
    // A link that is not in the page is not followed everywhere.
    if !is_set || body.append_child(&link).is_err() {
        return false;
    }
    link.click();
    link.remove();
    true
}

fn revoke(url: &str) {
    LIVE.with_borrow_mut(|live| {
        live.retain(|(known, ends)| {
            if known != url {
                return true;
            }
            if let Some(ends) = ends {
                ends.clear();
            }
            let _ = Url::revoke_object_url(known);
            false
        });
    });
}

/// Ends the address of every file, at once.
pub fn revoke_all() {
    let urls: Vec<String> =
        LIVE.with_borrow(|live| live.iter().map(|(url, _)| url.clone()).collect());
    urls.iter().for_each(|url| revoke(url));
}

/// True on a device that is held in the hand, where the browser hands a file of that type and name on to an app. It is
/// asked of a file of one byte: the whole would be copied only to ask.
#[must_use]
pub fn can_share(media_type: &str, name: &str) -> bool {
    let sample = Array::of1(&Uint8Array::from(&b" "[..]));
    file_facts::is_touched()
        && shared(&sample, media_type, name).is_some_and(|shared| {
            ask_navigator("canShare", &shared).is_some_and(|can| can.is_truthy())
        })
}

/// Opens the device's own choice of apps; to be called as somebody presses something. False when it did not open: who
/// closes it without a choice has seen it.
pub async fn share(parts: &Parts, media_type: &str, name: &str) -> bool {
    let asked = shared(&parts.chunks, media_type, name)
        .and_then(|shared| ask_navigator("share", &shared))
        .and_then(|asked| asked.dyn_into::<Promise>().ok());
    let Some(asked) = asked else { return false };
    match JsFuture::from(asked).await {
        Ok(_) => true,
        Err(error) => Reflect::get(&error, &"name".into())
            .is_ok_and(|name| name.as_string().as_deref() == Some("AbortError")),
    }
}

/// `{ files: [file] }`.
fn shared(chunks: &Array, media_type: &str, name: &str) -> Option<Object> {
    let options = FilePropertyBag::new();
    options.set_type(media_type);
    let file = File::new_with_u8_array_sequence_and_options(chunks, name, &options).ok()?;
    let shared = Object::new();
    Reflect::set(&shared, &"files".into(), &Array::of1(&file)).ok()?;
    Some(shared)
}

fn ask_navigator(name: &str, argument: &JsValue) -> Option<JsValue> {
    let navigator: JsValue = web_sys::window()?.navigator().into();
    let function: Function = Reflect::get(&navigator, &name.into())
        .ok()?
        .dyn_into()
        .ok()?;
    function.call1(&navigator, argument).ok()
}
