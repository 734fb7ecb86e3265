//! What the browser and the device can do with a file; knows no file.

use super::facts;
use crate::rules::file_preview;
use js_sys::Reflect;
use leptos::prelude::document;
use wasm_bindgen::JsValue;

/// True where a page can have a file saved under a name (HTML, `download` of a link).
#[must_use]
pub fn can_save() -> bool {
    let link = document().create_element("a");
    link.is_ok_and(|link| Reflect::has(&link, &"download".into()).unwrap_or(false))
}

/// True where the browser shows a PDF in a page (HTML, `navigator.pdfViewerEnabled`); false where it does not say.
#[must_use]
pub fn shows_pdf() -> bool {
    web_sys::window()
        .and_then(|window| {
            let navigator: JsValue = window.navigator().into();
            Reflect::get(&navigator, &"pdfViewerEnabled".into()).ok()
        })
        .is_some_and(|shows| shows.is_truthy())
}

/// True where the viewer of PDF files does without its buttons when it is told to.
#[must_use]
pub fn hides_pdf_tools() -> bool {
    file_preview::hides_pdf_tools(&facts::browser())
}

/// True where the main pointer is a finger: a phone or a tablet.
#[must_use]
pub fn is_touched() -> bool {
    web_sys::window()
        .and_then(|window| window.match_media("(pointer: coarse)").ok().flatten())
        .is_some_and(|found| found.matches())
}

/// True for a path of this site, or an address of its own host: only those can be shown inside a page of it.
#[must_use]
pub fn is_of_this_site(url: &str) -> bool {
    if url.starts_with('/') && !url.starts_with("//") {
        return true;
    }
    web_sys::window()
        .and_then(|window| window.location().origin().ok())
        .and_then(|origin| url.strip_prefix(&origin).map(|rest| rest.starts_with('/')))
        .unwrap_or(false)
}
