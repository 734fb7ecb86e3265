//! Who a browser says it is and on which system; knows no minimum, blames nobody, and never guesses a version.

mod browser;
mod names;
mod system;
#[cfg(test)]
mod tests;
mod tokens;

use browser::{Named, by_hints, by_mark, by_own_word, settle};
use names::{APPS, is_browser};
use tokens::Agent;

/// What the browser says of itself. Everything may be missing, and everything may be a lie.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BrowserFacts {
    /// `navigator.userAgent`.
    pub user_agent: Option<String>,
    /// The brands of the client hints with their versions: the full list, or the short one.
    pub brands: Vec<(String, String)>,
    /// The system by the client hints.
    pub platform: Option<String>,
    /// Its version by the client hints.
    pub platform_version: Option<String>,
    /// `navigator.maxTouchPoints`.
    pub touch_points: Option<u32>,
    /// Whether the page runs from the home screen, in a window of its own.
    pub standalone: Option<bool>,
}

impl BrowserFacts {
    /// What a server knows: the string alone.
    #[must_use]
    pub fn of_user_agent(user_agent: &str) -> Self {
        Self {
            user_agent: Some(user_agent.to_owned()),
            ..Self::default()
        }
    }
}

/// A browser, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Browser {
    /// Google Chrome.
    Chrome,
    /// Mozilla Firefox.
    Firefox,
    /// Microsoft Edge.
    Edge,
    /// Apple Safari.
    Safari,
    /// Another, by the name that people know it by.
    Other(String),
    /// It does not say.
    #[default]
    Unknown,
}

impl Browser {
    /// Its name; empty where it does not say one.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Chrome => "Chrome",
            Self::Firefox => "Firefox",
            Self::Edge => "Edge",
            Self::Safari => "Safari",
            Self::Other(name) => name,
            Self::Unknown => "",
        }
    }

    /// Whether its name is one of ours; any other is a word that was sent, cleaned of all that is no part of a name.
    #[must_use]
    pub fn is_listed(&self) -> bool {
        match self {
            Self::Other(name) => names::is_listed(name),
            Self::Unknown => false,
            _ => true,
        }
    }
}

/// What draws the page, whatever the browser's name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Engine {
    /// Chromium's.
    Blink,
    /// Firefox's.
    Gecko,
    /// Safari's, and on iOS everybody's.
    WebKit,
    /// One that is not told.
    #[default]
    Unknown,
}

/// An operating system.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum System {
    /// Microsoft Windows.
    Windows,
    /// Apple macOS.
    MacOs,
    /// Apple iOS, and iPadOS with the same versions.
    Ios,
    /// Android.
    Android,
    /// `ChromeOS`.
    ChromeOs,
    /// Linux on a desktop.
    Linux,
    /// Another, by name.
    Other(String),
    /// It does not say.
    #[default]
    Unknown,
}

impl System {
    /// Its name; empty where it does not say one.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Windows => "Windows",
            Self::MacOs => "macOS",
            Self::Ios => "iOS",
            Self::Android => "Android",
            Self::ChromeOs => "ChromeOS",
            Self::Linux => "Linux",
            Self::Other(name) => name,
            Self::Unknown => "",
        }
    }
}

/// How much is known of a system's version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SystemVersion {
    /// This one; of Windows the product's (`11`, `8.1`), and before 7 that of its kernel.
    Known {
        /// The first number.
        major: u32,
        /// The second.
        minor: Option<u32>,
    },
    /// This major one or any later.
    AtLeast(u32),
    /// The browser says the same whatever is installed.
    Hidden,
}

/// What the facts come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recognised {
    /// The browser.
    pub browser: Browser,
    /// Its own major version.
    pub major: Option<u32>,
    /// What draws the page.
    pub engine: Engine,
    /// The system.
    pub system: System,
    /// Its version; none where nothing is said of it.
    pub system_version: Option<SystemVersion>,
    /// The app whose window this is; `WebView` where the app does not say its name.
    pub in_app: Option<String>,
}

impl Recognised {
    /// The system's version as people say it, such as `11` or `10.14`; none where it is not known.
    #[must_use]
    pub fn system_version_words(&self) -> Option<String> {
        let Some(SystemVersion::Known { major, minor }) = self.system_version else {
            return None;
        };
        let minor = minor.filter(|&minor| minor > 0);
        Some(match (&self.system, major, minor) {
            (System::Windows, 5, None) => "2000".to_owned(),
            (System::Windows, 5, _) => "XP".to_owned(),
            (System::Windows, 6, _) => "Vista".to_owned(),
            (_, _, Some(minor)) => format!("{major}.{minor}"),
            _ => major.to_string(),
        })
    }
}

/// The app of a window whose app does not say its name.
const NAMELESS_APP: &str = "WebView";

/// Never fails and never guesses: what the facts don't say is `Unknown` or `None`. Client hints are believed first, the
/// user-agent string where they are silent.
#[must_use]
pub fn recognise(facts: &BrowserFacts) -> Recognised {
    let agent = Agent::new(facts.user_agent.as_deref().unwrap_or_default());
    let (system, system_version) = system::system(facts, agent);
    let hinted = by_hints(&facts.brands);
    let own_word = by_own_word(agent);
    let in_app = in_app(agent, &system, facts, hinted.web_view, own_word.as_ref());

    let read = match own_word {
        Some(own) if in_app.is_none() => own,
        _ => by_mark(agent, &system),
    };
    let (browser, major) = settle(hinted.named, read, hinted.chromium);
    let engine = engine(agent, &system, &browser, hinted.chromium.is_some());
    Recognised {
        browser,
        major,
        engine,
        system,
        system_version,
        in_app,
    }
}

fn engine(agent: Agent<'_>, system: &System, browser: &Browser, hinted: bool) -> Engine {
    if *system == System::Ios {
        Engine::WebKit
    } else if hinted || agent.has("Chrome/") {
        Engine::Blink
    } else if agent.has("Gecko/") || *browser == Browser::Firefox {
        Engine::Gecko
    } else if agent.has("AppleWebKit/") {
        Engine::WebKit
    } else {
        Engine::Unknown
    }
}

/// The system's own window for web pages, which apps show inside of them.
fn is_web_view(agent: Agent<'_>, system: &System, facts: &BrowserFacts) -> bool {
    match system {
        System::Android => agent.has("wv)") || (agent.has("Version/4.0") && agent.has("Chrome/")),
        // Safari's word is missing there, and from the home screen too, where the page is Safari's.
        System::Ios | System::MacOs => {
            let names_itself = ["Safari/", "Chrome/", "CriOS/", "FxiOS/", "EdgiOS/"];
            agent.has("AppleWebKit/")
                && !names_itself.iter().any(|mark| agent.has(mark))
                && facts.standalone != Some(true)
        }
        _ => false,
    }
}

/// The app that shows this page in a window of its own.
fn in_app(
    agent: Agent<'_>,
    system: &System,
    facts: &BrowserFacts,
    hinted: bool,
    own_word: Option<&Named>,
) -> Option<String> {
    if let Some((_, name)) = APPS.iter().find(|(mark, _)| agent.has(mark)) {
        return Some((*name).to_owned());
    }
    if !hinted && !is_web_view(agent, system, facts) {
        return None;
    }
    match own_word {
        // A browser may be built on the system's web view.
        Some((Browser::Other(name), _)) if is_browser(name) => None,
        Some((Browser::Other(name), _)) => Some(name.clone()),
        _ => Some(NAMELESS_APP.to_owned()),
    }
}
