//! A dialog that holds the focus and makes the rest of the page unreachable (HTML `dialog`); knows no question.

use leptos::prelude::{GetValue, StoredValue, document, on_cleanup};
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement};

/// Opens the dialog with this id over the page, with the focus on its heading; when the caller's owner is cleaned up it
/// closes, and the focus goes back to where it was.
pub fn open(id: &str) {
    let before = document()
        .active_element()
        .and_then(|element| element.dyn_into::<HtmlElement>().ok());
    let found = document().get_element_by_id(id);
    let Some(dialog) = found.and_then(|found| found.dyn_into::<HtmlDialogElement>().ok()) else {
        return;
    };
    show(&dialog);
    let kept = StoredValue::new_local((dialog, before));
    on_cleanup(move || {
        let Some((dialog, before)) = kept.try_get_value() else {
            return;
        };
        dialog.close();
        if let Some(before) = before.filter(|before| before.is_connected()) {
            let _ = before.focus();
        }
    });
}

/// Opens it again, where the browser has closed it by itself.
pub fn keep_open(id: &str) {
    let found = document().get_element_by_id(id);
    if let Some(dialog) = found.and_then(|found| found.dyn_into::<HtmlDialogElement>().ok())
        && !dialog.open()
    {
        show(&dialog);
    }
}

fn show(dialog: &HtmlDialogElement) {
    // Absent before Safari 15.4: then it stands in the page.
    if dialog.show_modal().is_err() {
        dialog.set_open(true);
    }
    // Not the button: a key that was meant for a field would press it.
    if let Ok(Some(heading)) = dialog.query_selector("h2")
        && let Ok(heading) = heading.dyn_into::<HtmlElement>()
    {
        let _ = heading.focus();
    }
}
