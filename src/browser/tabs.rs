//! The other tabs of this browser, to which words are told; knows no word's meaning.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{BroadcastChannel, MessageEvent};

const CHANNEL: &str = "intraparis-nomade";

/// Hears and tells as long as it is kept. Nothing is stored: who is not there misses it.
#[derive(Debug)]
pub struct Tabs {
    channel: BroadcastChannel,
    _hears: Closure<dyn Fn(MessageEvent)>,
}

impl Tabs {
    /// Calls `heard` with each word of another tab; `None` where the browser has no such channel.
    #[must_use]
    pub fn open(heard: impl Fn(&str) + 'static) -> Option<Self> {
        let window = web_sys::window()?;
        // Absent before Safari 15.4, where calling it would throw.
        js_sys::Reflect::has(&window, &"BroadcastChannel".into())
            .ok()
            .filter(|has| *has)?;
        let channel = BroadcastChannel::new(CHANNEL).ok()?;
        let hears = Closure::<dyn Fn(MessageEvent)>::new(move |message: MessageEvent| {
            // Whatever else another page of the origin sends is no word.
            if let Some(word) = message.data().as_string() {
                heard(&word);
            }
        });
        channel.set_onmessage(Some(hears.as_ref().unchecked_ref()));
        Some(Self {
            channel,
            _hears: hears,
        })
    }

    /// Tells all other tabs.
    pub fn tell(&self, word: &str) {
        let _ = self.channel.post_message(&word.into());
    }
}

impl Drop for Tabs {
    fn drop(&mut self) {
        self.channel.set_onmessage(None);
        self.channel.close();
    }
}
