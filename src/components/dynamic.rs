//! Places in a view that change, each kind compiled once; knows no view.
//!
//! A bare closure in a view costs two to five kilobytes of wasm, since the renderer is compiled for each closure's type
//! (measured: `make build` prints the weight).

use leptos::prelude::*;

/// A part of a view that is drawn anew when a signal that it reads changes.
pub type Part = Box<dyn FnMut() -> AnyView + Send>;

/// Draws `view` now, and again when a signal that it reads changes.
pub fn part<V: IntoAny>(mut view: impl FnMut() -> V + Send + 'static) -> Part {
    Box::new(move || view().into_any())
}

/// Words that follow the signals that they read.
#[must_use]
pub fn text(words: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(words)
}
