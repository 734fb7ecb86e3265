//! The page itself: title, language, theme, leaving it; knows no route.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Names the page in the tab and for screen readers.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Says which language the page is in, to screen readers.
pub fn set_language(tag: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("lang", tag);
    }
}

/// Overrides the colour token `--colour-{name}`; through the CSSOM, which the strict policy allows.
pub fn set_colour(name: &str, value: &str) {
    let root = document()
        .document_element()
        .and_then(|root| root.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(root) = root {
        let _ = root
            .style()
            .set_property(&format!("--colour-{name}"), value);
    }
}

/// Loads `path` of this site as a new document, which replaces this one in the history.
pub fn replace_with(path: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().replace(path);
    }
}

/// Loads the page anew.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}

/// Opens the browser's print dialog.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// Puts `text` on the clipboard; resolves to false where the browser refuses.
pub async fn copy(text: String) -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    // Absent outside secure contexts, where calling it would throw.
    if !js_sys::Reflect::has(&window.navigator(), &"clipboard".into()).unwrap_or(false) {
        return false;
    }
    let written = window.navigator().clipboard().write_text(&text);
    wasm_bindgen_futures::JsFuture::from(written).await.is_ok()
}

/// The element with this id, without what stood in it.
#[must_use]
pub fn emptied(id: &str) -> Option<web_sys::HtmlElement> {
    let element = document().get_element_by_id(id)?;
    element.set_text_content(None);
    element.dyn_into().ok()
}

/// Listens as long as it is kept.
#[derive(Debug)]
pub struct VisibilityListener(Closure<dyn Fn()>);

const VISIBILITY_CHANGE: &str = "visibilitychange";

/// True while the page can't be seen: another tab, window or app is in front.
#[must_use]
pub fn is_hidden() -> bool {
    document().hidden()
}

/// True while the page, or a frame of it, has the focus of the device.
#[must_use]
pub fn has_focus() -> bool {
    document().has_focus().unwrap_or(true)
}

/// True while a frame of the page has the page's focus.
#[must_use]
pub fn is_frame_active() -> bool {
    document()
        .active_element()
        .is_some_and(|active| active.tag_name().eq_ignore_ascii_case("iframe"))
}

/// Calls `act` whenever the page can be seen again.
#[must_use]
pub fn on_visible(act: impl Fn() + 'static) -> VisibilityListener {
    on_visibility_change(move || {
        if !is_hidden() {
            act();
        }
    })
}

/// Calls `act` whenever the page can be seen again or no longer.
#[must_use]
pub fn on_visibility_change(act: impl Fn() + 'static) -> VisibilityListener {
    let listener = Closure::<dyn Fn()>::new(act);
    // On the document: not every engine lets the event rise to the window.
    let function = listener.as_ref().unchecked_ref();
    let _ = document().add_event_listener_with_callback(VISIBILITY_CHANGE, function);
    VisibilityListener(listener)
}

impl Drop for VisibilityListener {
    fn drop(&mut self) {
        let function = self.0.as_ref().unchecked_ref();
        let _ = document().remove_event_listener_with_callback(VISIBILITY_CHANGE, function);
    }
}
