//! The sentences of the page before the program, which only the build renders; knows no language.
//!
//! Architecture Invariant: not part of `Texts`, so that the program does not carry the words for its own absence.

#![expect(
    missing_docs,
    reason = "the French sentence is each method's documentation"
)]

use super::en::English;
use super::fr::French;
use super::locale::Locale;

/// Why the program can't run, as far as the page can tell without it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BootCause {
    /// Scripts are off: only `<noscript>` is shown.
    JavaScript,
    /// A security mode, a setting or an administrator has switched WebAssembly off.
    SecurityMode,
    /// The browser is older than what the program needs.
    Browser,
    /// There is no WebAssembly, and nothing tells whether age or a setting is the reason.
    WebAssembly,
    /// The program's file is refused while others come.
    Blocked,
    /// Nothing comes.
    Offline,
    /// Another page came in place of the file.
    Replaced,
    /// The bytes are not those that were published.
    Altered,
    /// The file is not there any more.
    Missing,
    /// The server answers with an error.
    Unavailable,
    /// The program has started and came to grief.
    Crash,
}

impl BootCause {
    /// All that a script can tell; `JavaScript` is not among them.
    pub const TOLD_BY_SCRIPT: [Self; 10] = [
        Self::SecurityMode,
        Self::Browser,
        Self::WebAssembly,
        Self::Blocked,
        Self::Offline,
        Self::Replaced,
        Self::Altered,
        Self::Missing,
        Self::Unavailable,
        Self::Crash,
    ];

    /// The name that the boot script calls it by.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::JavaScript => "javascript",
            Self::SecurityMode => "security-mode",
            Self::Browser => "browser",
            Self::WebAssembly => "webassembly",
            Self::Blocked => "blocked",
            Self::Offline => "offline",
            Self::Replaced => "replaced",
            Self::Altered => "altered",
            Self::Missing => "missing",
            Self::Unavailable => "unavailable",
            Self::Crash => "crash",
        }
    }

    /// True when the cause may end while the page is open: then the page tries again by itself.
    #[must_use]
    pub fn may_pass(self) -> bool {
        match self {
            Self::Blocked
            | Self::Offline
            | Self::Replaced
            | Self::Altered
            | Self::Missing
            | Self::Unavailable => true,
            Self::JavaScript
            | Self::SecurityMode
            | Self::Browser
            | Self::WebAssembly
            | Self::Crash => false,
        }
    }
}

/// What to do in one browser, which the boot script recognises.
#[derive(Clone, Copy, Debug)]
pub struct BrowserSteps {
    /// The name that the boot script calls it by.
    pub browser: &'static str,
    /// Its name for people.
    pub name: &'static str,
    /// What to press, one step each.
    pub steps: &'static [&'static str],
}

/// What is said about one cause.
#[derive(Clone, Copy, Debug)]
pub struct BootWords {
    pub title: &'static str,
    pub reason: &'static str,
    /// What to do in any browser.
    pub steps: &'static [&'static str],
    /// What to do in this one.
    pub in_browser: &'static [BrowserSteps],
}

/// Sentences of the page before the program. `{done}` and `{total}` are filled in by the boot script.
pub trait BootTexts {
    fn boot_cause(&self, cause: BootCause) -> BootWords;
    fn boot_loading(&self) -> &'static str;
    fn boot_progress(&self) -> &'static str;
    fn boot_stalled(&self) -> &'static str;
    fn boot_pending(&self) -> &'static str;
    fn boot_dropped(&self) -> &'static str;
    fn boot_mended(&self) -> &'static str;
    fn boot_mended_before(&self) -> &'static str;
    fn boot_trying(&self) -> &'static str;
    fn boot_again(&self) -> &'static str;
    fn boot_what_to_do(&self) -> &'static str;
    fn boot_in_browser(&self, name: &str) -> String;
    fn boot_help(&self) -> &'static str;
    fn boot_way_back(&self) -> &'static str;
}

impl Locale {
    /// The sentences of the page before the program.
    #[must_use]
    pub fn boot_texts(self) -> &'static dyn BootTexts {
        match self {
            Self::Fr => &French,
            Self::En => &English,
        }
    }
}
