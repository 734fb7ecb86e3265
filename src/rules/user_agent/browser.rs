//! Which browser it is, by its client hints and by the marks in its string; knows no system's version.

use super::names::{REMARKS, common_name, is_grease, is_ordinary};
use super::tokens::{Agent, number, version};
use super::{Browser, System};

/// A browser with its major version.
pub type Named = (Browser, Option<u32>);

/// What the client hints say.
#[derive(Default)]
pub struct Hints {
    /// The brand that is no other's disguise.
    pub named: Option<Named>,
    /// Chromium's version, where it is Chromium.
    pub chromium: Option<Option<u32>>,
    /// Whether it is the system's window for apps.
    pub web_view: bool,
}

/// Reads the brands.
pub fn by_hints(brands: &[(String, String)]) -> Hints {
    let mut hints = Hints::default();
    // Eight are more than any browser sends.
    for (brand, version) in brands.iter().take(8) {
        let (brand, major) = (brand.as_str(), number(version));
        let named = match brand {
            _ if is_grease(brand) => continue,
            "Chromium" => {
                hints.chromium = Some(major);
                continue;
            }
            "Android WebView" | "Microsoft Edge WebView2" => {
                hints.web_view = true;
                continue;
            }
            "Google Chrome" => Browser::Chrome,
            "Microsoft Edge" => Browser::Edge,
            "Firefox" | "Mozilla Firefox" => Browser::Firefox,
            "Safari" => Browser::Safari,
            other => Browser::Other(common_name(other)),
        };
        // One that stands beside Chrome or Edge is the more particular of the two.
        let particular = matches!(named, Browser::Other(_));
        if hints.named.is_none() || particular {
            hints.named = Some((named, major));
        }
    }
    hints
}

/// Which of the two sources names the browser, and its version.
pub fn settle(hinted: Option<Named>, read: Named, chromium: Option<Option<u32>>) -> Named {
    match (hinted, chromium) {
        // A derivative may hint that it is Chrome; its own name in the string says more.
        (Some((Browser::Chrome, _)), _) if matches!(read.0, Browser::Other(_)) => read,
        // Two versions of one browser: the newer, for nobody is called too old on a doubt.
        (Some((browser, major)), _) if browser == read.0 => (browser, major.max(read.1)),
        (Some(named), _) => named,
        (None, Some(major)) if matches!(read.0, Browser::Chrome | Browser::Unknown) => {
            (Browser::Other("Chromium".to_owned()), major.max(read.1))
        }
        (None, _) => read,
    }
}

/// Each before what it imitates.
static MARKS: [(&str, Browser); 8] = [
    ("Edg/", Browser::Edge),
    ("EdgA/", Browser::Edge),
    ("EdgiOS/", Browser::Edge),
    ("Edge/", Browser::Edge),
    ("FxiOS/", Browser::Firefox),
    ("CriOS/", Browser::Chrome),
    ("Firefox/", Browser::Firefox),
    ("Chrome/", Browser::Chrome),
];

/// By the marks of the four.
pub fn by_mark(agent: Agent<'_>, system: &System) -> Named {
    for (mark, browser) in &MARKS {
        if !agent.has(mark) {
            continue;
        }
        // Chrome itself has no such word: it was the makers' own browsers that did.
        let makers =
            *browser == Browser::Chrome && *system == System::Android && agent.has("Version/");
        if makers && !agent.has("Version/4.0") {
            let maker = if agent.has("SAMSUNG") {
                "Samsung Internet"
            } else {
                "Android Browser"
            };
            return (Browser::Other(maker.to_owned()), agent.number("Version/"));
        }
        return (browser.clone(), major(agent, mark));
    }
    by_web_kit(agent, system)
}

/// The number after a mark; an administrator may have Chromium say `99.156` for 156, for old sites' sake.
fn major(agent: Agent<'_>, mark: &str) -> Option<u32> {
    match agent.after(mark).and_then(version)? {
        (99, Some(moved @ 100..)) => Some(moved),
        (major, _) => Some(major),
    }
}

/// What is left once no other browser has named itself: Safari, and the engines that say nothing else.
fn by_web_kit(agent: Agent<'_>, system: &System) -> Named {
    if !agent.has("AppleWebKit/") {
        return (Browser::Unknown, None);
    }
    let version = agent.number("Version/");
    match system {
        System::Ios | System::MacOs => (Browser::Safari, version),
        System::Windows if agent.has("Safari/") => (Browser::Safari, version),
        System::Android => (Browser::Other("Android Browser".to_owned()), version),
        System::Linux => (Browser::Other("WebKitGTK".to_owned()), version),
        _ => (Browser::Unknown, None),
    }
}

fn internet_explorer(agent: Agent<'_>) -> Option<Named> {
    let major = agent
        .number("MSIE ")
        .or_else(|| agent.number("IEMobile/"))
        .or_else(|| agent.number("rv:"));
    let named = agent.has("MSIE ") || agent.has("Trident/");
    (named && !agent.has("Opera")).then(|| (Browser::Other(common_name("MSIE")), major))
}

/// A browser that puts its own word beside what it imitates, and whatever calls itself `compatible`.
pub fn by_own_word(agent: Agent<'_>) -> Option<Named> {
    if let Some(named) = internet_explorer(agent) {
        return Some(named);
    }
    let remark = REMARKS.iter().find(|(mark, _)| agent.has(mark));
    if let Some((_, name)) = remark {
        return Some((Browser::Other((*name).to_owned()), None));
    }
    let mut after_web_kit = false;
    let mut own = None;
    for (name, version) in agent.words() {
        after_web_kit |= name == "AppleWebKit";
        if name == "Firefox" {
            // What stands before it is a distribution; the browsers made of Firefox put their word behind.
            own = None;
        }
        // A word without a version counts only where the four have none but their own.
        let bare = version.is_empty();
        let name_like = name.len() > 2 && name.chars().all(|c| c.is_ascii_alphabetic());
        if !is_ordinary(name) && (!bare || (after_web_kit && name_like)) {
            own = Some((name, version));
        }
    }
    let (name, version) = match (own, agent.after("compatible; ")) {
        (Some(word), _) => word,
        (None, Some(rest)) => rest.split([';', ')', ' ']).next()?.split_once('/')?,
        (None, None) => return None,
    };
    let name = common_name(name);
    (!name.is_empty()).then(|| (Browser::Other(name), number(version)))
}
