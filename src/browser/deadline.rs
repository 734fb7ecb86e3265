//! A bound on a call: it is given up when its time is over or its page is gone; knows no call.

use js_sys::Promise;
use leptos::prelude::{TimeoutHandle, set_timeout_with_handle};
use std::time::Duration;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, AbortSignal};

/// Ends after `time`.
pub async fn pause(time: Duration) {
    let over = Promise::new(&mut |resolve, _| {
        let _ = set_timeout_with_handle(
            move || {
                let _ = resolve.call0(&JsValue::UNDEFINED);
            },
            time,
        );
    });
    let _ = JsFuture::from(over).await;
}

/// Aborts its signal after a time, and when dropped.
pub struct Deadline {
    controller: Option<AbortController>,
    timeout: Option<TimeoutHandle>,
}

impl Deadline {
    /// A signal that aborts after `time`.
    #[must_use]
    pub fn after(time: Duration) -> Self {
        let controller = AbortController::new().ok();
        let timeout = controller
            .clone()
            .and_then(|controller| set_timeout_with_handle(move || controller.abort(), time).ok());
        Self {
            controller,
            timeout,
        }
    }

    /// From now on it aborts after `time`: what is waited for goes on.
    pub fn prolong(&mut self, time: Duration) {
        if let Some(timeout) = self.timeout.take() {
            timeout.clear();
        }
        self.timeout = self
            .controller
            .clone()
            .and_then(|controller| set_timeout_with_handle(move || controller.abort(), time).ok());
    }

    /// The signal to hand to the call.
    #[must_use]
    pub fn signal(&self) -> Option<AbortSignal> {
        self.controller.as_ref().map(AbortController::signal)
    }
}

impl Drop for Deadline {
    fn drop(&mut self) {
        if let Some(timeout) = self.timeout.take() {
            timeout.clear();
        }
        if let Some(controller) = self.controller.take() {
            controller.abort();
        }
    }
}
