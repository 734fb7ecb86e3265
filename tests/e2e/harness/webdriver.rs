//! The WebDriver protocol (W3C) as one session speaks it, and the vendors' additions by path; knows no engine and no page.
//!
//! A client crate would wrap half of what is used here: computed roles and names, DevTools commands and logs have no wrapper.

use serde_json::{Value, json};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// The key under which the standard passes an element as JSON.
const ELEMENT_KEY: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A browser that comes up at all does so much sooner, even on a loaded machine.
const OPENING: Duration = Duration::from_secs(40);
/// How often a browser that refused is asked whether it is there at all, and how long after each other.
const LAST_QUESTIONS: usize = 5;
const BETWEEN_QUESTIONS: Duration = Duration::from_millis(200);
/// Longer than the page-load timeout that each session asks for, so that the driver's own words come first.
const LONGEST: Duration = Duration::from_secs(90);

/// A refusal of the driver: the standard's code, then words.
#[derive(Clone, Debug)]
pub struct Refusal {
    /// Such as `stale element reference`.
    pub code: String,
    /// For people.
    pub message: String,
}

/// Codes that tell of a browser or a driver that is gone, whatever was asked.
const LOST: [&str; 6] = [
    "driver lost",
    "invalid session id",
    "session not created",
    "disconnected",
    "chrome not reachable",
    "tab crashed",
];
/// Words that do, where the code is `unknown error`.
const LOST_WORDS: [&str; 5] = [
    "crash",
    "disconnected",
    "closed the connection",
    "not reachable",
    "marionette",
];

impl Refusal {
    /// What was found so far, for a wait that goes on.
    pub fn so_far(found: &impl std::fmt::Debug) -> Self {
        Self {
            code: "so far".into(),
            message: format!("{found:?}"),
        }
    }

    /// Something took longer than it may.
    fn is_late(&self) -> bool {
        ["driver silent", "timeout", "script timeout"].contains(&self.code.as_str())
    }

    /// It tells of the driver or of the browser as a whole, and nothing of the page. A driver that is only silent is not
    /// lost: a page that hangs looks the same.
    pub fn is_loss(&self) -> bool {
        LOST.contains(&self.code.as_str())
            || (self.code == "unknown error"
                && LOST_WORDS.iter().any(|word| self.message.contains(word)))
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "{}: {}",
            self.code,
            self.message.lines().next().unwrap_or_default()
        )
    }
}

/// What the driver answers.
pub type Answer<T = Value> = Result<T, Refusal>;

/// One element of the page, good until the page replaces it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element(String);

impl Element {
    /// The element in an answer or in what a script returned.
    pub fn from_json(value: &Value) -> Option<Self> {
        value
            .get(ELEMENT_KEY)?
            .as_str()
            .map(|id| Self(id.to_owned()))
    }

    /// The element as a script's argument.
    pub fn to_json(&self) -> Value {
        json!({ ELEMENT_KEY: self.0 })
    }
}

/// One browser with its own empty profile.
#[derive(Clone, Debug)]
pub struct Session {
    agent: ureq::Agent,
    base: String,
    state: Arc<Mutex<State>>,
}

/// What is known of a browser.
#[derive(Debug, Default)]
struct State {
    /// The last question was refused, for whatever reason.
    was_refused: bool,
    /// The first word of its loss.
    loss: Option<String>,
    /// It was ended on purpose: nothing that it refuses from then on is a loss.
    is_ended: bool,
}

impl Session {
    /// Asks the driver at `driver_url` for a browser.
    pub fn open(driver_url: &str, capabilities: &Value) -> Answer<Self> {
        let wanted = json!({ "capabilities": { "alwaysMatch": capabilities } });
        let opened = call(
            &agent(OPENING),
            "POST",
            &format!("{driver_url}/session"),
            Some(&wanted),
        )?;
        let id = opened["sessionId"].as_str().unwrap_or_default();
        Ok(Self {
            base: format!("{driver_url}/session/{id}"),
            agent: agent(LONGEST),
            state: Arc::default(),
        })
    }

    /// Why the browser can answer nothing more, if it was lost.
    pub fn loss(&self) -> Option<String> {
        // One that has just died may refuse in other words first. After an answer nothing is asked: what a scenario then finds
        // wrong is found in a page.
        for _ in 0..LAST_QUESTIONS {
            let goes_on = |state: &State| state.was_refused && state.loss.is_none();
            if !goes_on(&self.state()) {
                break;
            }
            std::thread::sleep(BETWEEN_QUESTIONS);
            let asked = self.run("return 1", &[]);
            // A page that hangs is no loss, and takes its time each time.
            if asked.is_err_and(|refusal| refusal.is_late()) {
                break;
            }
        }
        self.state().loss.clone()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn call(&self, method: &str, path: &str, body: Option<&Value>) -> Answer {
        let answer = call(&self.agent, method, &format!("{}/{path}", self.base), body);
        let mut state = self.state();
        state.was_refused = answer.is_err();
        if let Err(refusal) = &answer
            && refusal.is_loss()
            && !state.is_ended
        {
            state.loss.get_or_insert_with(|| refusal.to_string());
        }
        drop(state);
        answer
    }

    /// `GET` below the session.
    pub fn get(&self, path: &str) -> Answer {
        self.call("GET", path, None)
    }

    /// `POST` below the session.
    pub fn post(&self, path: &str, body: &Value) -> Answer {
        self.call("POST", path, Some(body))
    }

    /// `DELETE` below the session.
    pub fn delete(&self, path: &str) -> Answer {
        self.call("DELETE", path, None)
    }

    /// `GET` below an element.
    pub fn of_element(&self, element: &Element, what: &str) -> Answer {
        self.get(&format!("element/{}/{what}", element.0))
    }

    /// `POST` below an element.
    pub fn to_element(&self, element: &Element, what: &str, body: &Value) -> Answer {
        self.post(&format!("element/{}/{what}", element.0), body)
    }

    /// Clicks an element, as a mouse would.
    pub fn click(&self, element: &Element) -> Answer {
        self.to_element(element, "click", &json!({}))
    }

    /// Runs the body of a function in the page; what it returns, or its promise.
    pub fn run(&self, script: &str, arguments: &[Value]) -> Answer {
        self.post(
            "execute/sync",
            &json!({ "script": script, "args": arguments }),
        )
    }

    /// A DevTools command (Chromium only).
    pub fn devtools(&self, command: &str, parameters: &Value) -> Answer {
        self.post(
            "goog/cdp/execute",
            &json!({ "cmd": command, "params": parameters }),
        )
    }

    /// Ends the browser.
    pub fn close(self) -> Answer<()> {
        self.state().is_ended = true;
        call(&self.agent, "DELETE", &self.base, None).map(drop)
    }
}

fn agent(limit: Duration) -> ureq::Agent {
    ureq::Agent::config_builder()
        .http_status_as_error(false)
        .timeout_global(Some(limit))
        .build()
        .into()
}

fn is_timeout(error: &ureq::Error) -> bool {
    match error {
        ureq::Error::Timeout(_) => true,
        ureq::Error::Io(error) => error.kind() == std::io::ErrorKind::TimedOut,
        _ => false,
    }
}

fn call(agent: &ureq::Agent, method: &str, url: &str, body: Option<&Value>) -> Answer {
    let lost = |error: ureq::Error| Refusal {
        code: if is_timeout(&error) {
            "driver silent"
        } else {
            "driver lost"
        }
        .into(),
        message: format!("{method} {url}: {error}"),
    };
    let mut answer = match (method, body) {
        ("GET", _) => agent.get(url).call(),
        ("DELETE", _) => agent.delete(url).call(),
        (_, body) => agent.post(url).send_json(body.unwrap_or(&Value::Null)),
    }
    .map_err(lost)?;
    // A screenshot of a long page goes beyond the client's ordinary limit.
    let mut told: Value = answer
        .body_mut()
        .with_config()
        .limit(200 << 20)
        .read_json()
        .map_err(lost)?;
    let value = told["value"].take();
    match value.get("error").and_then(Value::as_str) {
        Some(code) if !answer.status().is_success() => Err(Refusal {
            code: code.to_owned(),
            message: value["message"].as_str().unwrap_or_default().to_owned(),
        }),
        _ => Ok(value),
    }
}
