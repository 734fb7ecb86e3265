//! The one thing that may be kept on the device, the chosen language; knows nothing about a person.

const LANGUAGE: &str = "language";

fn local() -> Option<web_sys::Storage> {
    // Throws where storage is refused (private windows, cookies blocked): then nothing is kept.
    web_sys::window()?.local_storage().ok().flatten()
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
