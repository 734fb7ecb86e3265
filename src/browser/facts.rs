//! What the browser says of itself; knows no verdict.

/// The languages that the person asked the browser for, the preferred first.
#[must_use]
pub fn languages() -> Vec<String> {
    web_sys::window()
        .map(|window| {
            window
                .navigator()
                .languages()
                .iter()
                .filter_map(|tag| tag.as_string())
                .collect()
        })
        .unwrap_or_default()
}

/// False when the device says that it has no network; true when it says nothing.
#[must_use]
pub fn online() -> bool {
    web_sys::window().is_none_or(|window| window.navigator().on_line())
}
