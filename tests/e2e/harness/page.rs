//! The page that a browser shows: what a script can ask of it and how to wait for it; knows no word of the portal's own.

use super::engine::Engine;
use super::portal::Portal;
use super::webdriver::{Answer, Element, Refusal, Session};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use std::cell::RefCell;
use std::fmt::Debug;
use std::path::Path;
use std::time::{Duration, Instant};

/// Long enough for a loaded two-core machine; only failures take that long.
const PATIENCE: Duration = Duration::from_secs(45);
const POLL: Duration = Duration::from_millis(40);

/// A browser window on a portal.
pub struct Page {
    /// Who renders it.
    pub engine: Engine,
    /// What it is served by.
    pub portal: Portal,
    session: Session,
    /// What a scenario is at, for the report of its failure.
    at: RefCell<String>,
    /// What runs before the scripts of each page.
    pub(super) planted: RefCell<Vec<Value>>,
}

impl Page {
    /// `session` has just been opened and nothing is loaded.
    pub fn new(engine: Engine, session: Session, portal: Portal) -> Self {
        Self {
            engine,
            portal,
            session,
            at: RefCell::default(),
            planted: RefCell::default(),
        }
    }

    /// Notes what the scenario is at, among the things that it does in turn.
    pub fn at(&self, what: &str) {
        what.clone_into(&mut self.at.borrow_mut());
    }

    /// What the scenario is at.
    pub fn is_at(&self) -> Option<String> {
        Some(self.at.borrow().clone()).filter(|at| !at.is_empty())
    }

    /// The driver's session, for what has no name here.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Loads a path of the portal, as typed in the address bar.
    #[track_caller]
    pub fn open(&self, path: &str) {
        self.open_url(&self.portal.url(path));
    }

    /// Loads an address, the portal's or another.
    #[track_caller]
    pub fn open_url(&self, url: &str) {
        self.must(
            &format!("opening {url}"),
            self.session.post("url", &json!({ "url": url })),
        );
    }

    /// The reload button.
    #[track_caller]
    pub fn reload(&self) {
        self.must("reloading", self.session.post("refresh", &json!({})));
    }

    /// The back button.
    #[track_caller]
    pub fn back(&self) {
        self.must("going back", self.session.post("back", &json!({})));
    }

    /// The forward button.
    #[track_caller]
    pub fn forward(&self) {
        self.must("going forward", self.session.post("forward", &json!({})));
    }

    /// The path and query in the address bar.
    #[track_caller]
    pub fn path(&self) -> String {
        self.must("reading the address", self.try_path())
    }

    fn try_path(&self) -> Answer<String> {
        let url = self.session.get("url")?;
        let url = url.as_str().unwrap_or_default();
        Ok(url
            .strip_prefix(self.portal.origin())
            .unwrap_or(url)
            .to_owned())
    }

    /// The tab's title.
    #[track_caller]
    pub fn title(&self) -> String {
        self.must("reading the title", self.try_title())
    }

    fn try_title(&self) -> Answer<String> {
        let title = self.session.get("title")?;
        Ok(title.as_str().unwrap_or_default().to_owned())
    }

    /// All text that a person could read, spaces of every kind made plain.
    #[track_caller]
    pub fn text(&self) -> String {
        self.must("reading the page", self.try_text())
    }

    /// The same for a wait: a page that is just being left refuses to be read.
    pub fn try_text(&self) -> Answer<String> {
        let read = "return document.body ? document.body.innerText.replace(/[\\s\\u00a0\\u202f]+/g, ' ') : ''";
        let text = self.session.run(read, &[])?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// What the script returns; the body of a function, `arguments` its arguments.
    #[track_caller]
    pub fn run(&self, script: &str, arguments: &[Value]) -> Value {
        self.must(
            "running a script in the page",
            self.session.run(script, arguments),
        )
    }

    /// Asks again and again until `attempt` gives something; `awaited` ends the sentence "waited for …".
    #[track_caller]
    pub fn until<T>(&self, awaited: &str, mut attempt: impl FnMut() -> Answer<Option<T>>) -> T {
        let deadline = Instant::now() + PATIENCE;
        let mut refusal = String::new();
        loop {
            match attempt() {
                Ok(Some(found)) => return found,
                Ok(None) => refusal.clear(),
                // The page may have replaced an element between two questions: that is a reason to ask again.
                Err(refused) => {
                    refusal = format!(" ({refused})");
                    assert!(!refused.is_loss(), "waiting for {awaited}{refusal}");
                }
            }
            assert!(
                Instant::now() < deadline,
                "waited {PATIENCE:?} for {awaited}{refusal}"
            );
            std::thread::sleep(POLL);
        }
    }

    /// Waits until the script returns true.
    #[track_caller]
    pub fn until_true(&self, awaited: &str, script: &str, arguments: &[Value]) {
        self.until(awaited, || {
            Ok((self.session.run(script, arguments)? == Value::Bool(true)).then_some(()))
        });
    }

    /// Waits until what is read is as wanted.
    #[track_caller]
    pub fn until_equal<T, W>(&self, awaited: &str, wanted: &W, mut read: impl FnMut() -> Answer<T>)
    where
        T: PartialEq<W> + Debug,
        W: Debug + ?Sized,
    {
        self.until(&format!("{awaited} to be {wanted:?}"), || {
            let found = read()?;
            if found == *wanted {
                Ok(Some(()))
            } else {
                Err(Refusal::so_far(&found))
            }
        });
    }

    /// Waits until the script returns what is wanted.
    #[track_caller]
    pub fn until_returns(
        &self,
        awaited: &str,
        script: &str,
        arguments: &[Value],
        wanted: impl Into<Value>,
    ) {
        self.until_equal(awaited, &wanted.into(), || {
            self.session.run(script, arguments)
        });
    }

    /// Waits until the page shows `words`, in whatever capitals.
    #[track_caller]
    pub fn until_text(&self, words: &str) {
        let wanted = words.to_lowercase();
        self.until(&format!("the words {words:?}"), || {
            let text = self.try_text()?.to_lowercase();
            Ok(text.contains(&wanted).then_some(()))
        });
    }

    /// Waits until the title of the tab begins so.
    #[track_caller]
    pub fn until_title(&self, beginning: &str) {
        self.until(&format!("a title that begins with {beginning:?}"), || {
            let title = self.try_title()?;
            match title.starts_with(beginning) {
                true => Ok(Some(())),
                false => Err(Refusal::so_far(&title)),
            }
        });
    }

    /// Waits until the address bar shows `path`, with or without a query.
    #[track_caller]
    pub fn until_path(&self, path: &str) {
        self.until(&format!("the address {path}"), || {
            let shown = self.try_path()?;
            match shown == path || shown.split(['?', '#']).next() == Some(path) {
                true => Ok(Some(())),
                false => Err(Refusal::so_far(&shown)),
            }
        });
    }

    /// Waits until the address bar shows exactly that path and query: it may change after the page.
    #[track_caller]
    pub fn until_address(&self, address: &str) {
        self.until_equal("the address", address, || self.try_path());
    }

    /// Waits until the address bar shows a path or query that holds these words.
    #[track_caller]
    pub fn until_address_with(&self, words: &str) {
        self.until(&format!("an address with {words}"), || {
            let shown = self.try_path()?;
            match shown.contains(words) {
                true => Ok(Some(())),
                false => Err(Refusal::so_far(&shown)),
            }
        });
    }

    /// The element that has the focus.
    pub fn focused(&self) -> Option<Element> {
        self.session
            .get("element/active")
            .ok()
            .and_then(|found| Element::from_json(&found))
    }

    /// Presses keys on whatever has the focus, together, as a keyboard would.
    #[track_caller]
    pub fn press(&self, keys: &[char]) {
        let strokes: Vec<Value> = keys
            .iter()
            .map(|key| json!({ "type": "keyDown", "value": key }))
            .chain(
                keys.iter()
                    .rev()
                    .map(|key| json!({ "type": "keyUp", "value": key })),
            )
            .collect();
        let keyboard =
            json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": strokes }] });
        self.must("pressing keys", self.session.post("actions", &keyboard));
    }

    /// Clicks as a hand that takes its time does: what moves away under the pointer is missed.
    #[track_caller]
    pub fn press_slowly(&self, element: &Element) {
        let pointer = json!({ "actions": [{ "type": "pointer", "id": "mouse", "actions": [
            { "type": "pointerMove", "origin": element.to_json(), "x": 0, "y": 0 },
            { "type": "pointerDown", "button": 0 },
            { "type": "pause", "duration": 300 },
            { "type": "pointerUp", "button": 0 },
        ] }] });
        self.must("pressing", self.session.post("actions", &pointer));
    }

    /// Fails the scenario, saying what was being done.
    #[track_caller]
    pub fn must<T>(&self, doing: &str, answer: Answer<T>) -> T {
        match answer {
            Ok(found) => found,
            // Not in a closure, which would hide who called.
            Err(refusal) => panic!("{doing}: {refusal}"),
        }
    }

    /// What a person would have seen when the scenario failed, and a picture of it.
    pub fn describe_failure(&self, name: &str) -> String {
        let ask = |path: &str| {
            self.session
                .get(path)
                .ok()
                .and_then(|told| told.as_str().map(ToOwned::to_owned))
        };
        let unknown = || "unknown".to_owned();
        let file = super::failures_folder().join(format!("{}.png", name.replace("::", "-")));
        let picture = match self.save_picture(&file) {
            Ok(()) => file.display().to_string(),
            Err(error) => format!("none, {error}"),
        };
        let text = self
            .session
            .run("return document.body ? document.body.innerText : ''", &[]);
        let text = text.map_or_else(
            |refusal| refusal.to_string(),
            |text| text.as_str().unwrap_or_default().to_owned(),
        );
        // Chromium's driver alone keeps what the console said.
        let console = self
            .session
            .post("se/log", &json!({ "type": "browser" }))
            .unwrap_or_default();
        let said = console
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|entry| entry["message"].as_str());
        format!(
            "the page was {} ({}), picture: {picture}\nand showed:\n{}{}",
            ask("url").unwrap_or_else(unknown),
            ask("title").unwrap_or_else(unknown),
            text.lines()
                .take(60)
                .map(|line| format!("  | {line}\n"))
                .collect::<String>(),
            said.map(|line| format!("  console: {line}\n"))
                .collect::<String>(),
        )
    }

    /// A picture of the page in a PNG file; as much of it as the engine can.
    pub fn save_picture(&self, file: &Path) -> Result<(), String> {
        let picture = match self.engine {
            Engine::Chromium => self.session.devtools(
                "Page.captureScreenshot",
                &json!({ "captureBeyondViewport": true }),
            ),
            Engine::Firefox => self.session.get("moz/screenshot/full"),
            Engine::WebKit => self.session.get("screenshot"),
        };
        let picture = picture.map_err(|refusal| refusal.to_string())?;
        let encoded = picture
            .as_str()
            .or_else(|| picture["data"].as_str())
            .unwrap_or_default();
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder).map_err(|error| error.to_string())?;
        }
        let bytes = BASE64_STANDARD
            .decode(encoded)
            .map_err(|error| error.to_string())?;
        std::fs::write(file, bytes).map_err(|error| error.to_string())
    }
}
