//! The three browser engines: where they are on this machine and what a fresh session of each asks for; knows no page.

use super::settings::Setting;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// A browser engine that a scenario runs in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chrome's and Edge's.
    Chromium,
    /// Firefox's.
    Firefox,
    /// Safari's, here in its GTK port.
    WebKit,
}

impl Engine {
    /// All of them, in the order of their share among visitors.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The name in trial names, in `ENGINES` and in file names.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The driver's program; its variable names another one.
    pub fn driver(self) -> Result<PathBuf, String> {
        match self {
            Self::Chromium => program("CHROMEDRIVER", &["chromedriver"]),
            Self::Firefox => program("GECKODRIVER", &["geckodriver"]),
            Self::WebKit => program("WEBKIT_DRIVER", &["WebKitWebDriver"]),
        }
    }

    fn browser(self) -> Result<PathBuf, String> {
        match self {
            Self::Chromium => program(
                "CHROMIUM",
                &["chromium", "chromium-browser", "google-chrome"],
            ),
            Self::Firefox => program("FIREFOX", &["firefox-esr", "firefox"]),
            Self::WebKit => program("WEBKIT_BROWSER", &["MiniBrowser"])
                .or_else(|missing| mini_browser().ok_or(missing)),
        }
    }

    /// What a fresh session asks the driver for: an empty profile but for `settings`, French first, any certificate.
    pub fn capabilities(self, settings: impl Iterator<Item = Setting>) -> Result<Value, String> {
        let browser = self.browser()?;
        let mut wanted = json!({
            "acceptInsecureCerts": true,
            "pageLoadStrategy": "normal",
            "timeouts": { "script": 30_000, "pageLoad": 60_000, "implicit": 0 },
        });
        match self {
            Self::Chromium => {
                wanted["browserName"] = json!("chrome");
                wanted["goog:loggingPrefs"] = json!({ "browser": "ALL", "performance": "ALL" });
                wanted["goog:chromeOptions"] = json!({
                    "binary": browser,
                    "args": chromium_arguments(),
                    "prefs": {
                        "intl.accept_languages": "fr-FR,fr,en",
                        "credentials_enable_service": false,
                        "profile.password_manager_enabled": false,
                    },
                });
            }
            Self::Firefox => {
                wanted["browserName"] = json!("firefox");
                wanted["moz:firefoxOptions"] = json!({
                    "binary": browser,
                    "args": ["-headless"],
                    "prefs": {
                        "intl.accept_languages": "fr-FR,fr,en",
                        "signon.rememberSignons": false,
                        // Without it a headless Firefox follows the desktop's theme, if there is one.
                        "layout.css.prefers-color-scheme.content-override": 1,
                    },
                });
            }
            Self::WebKit => {
                wanted["webkitgtk:browserOptions"] =
                    json!({ "binary": browser, "args": ["--automation"] });
            }
        }
        for setting in settings {
            setting.ask(self, &mut wanted);
        }
        Ok(wanted)
    }
}

fn chromium_arguments() -> Vec<&'static str> {
    let mut arguments = vec![
        "--headless=new",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--lang=fr-FR",
        "--window-size=1280,900",
    ];
    // Chromium refuses to sandbox itself as root, which is what containers run as.
    if rustix::process::geteuid().is_root() {
        arguments.push("--no-sandbox");
    }
    arguments
}

/// The first of `names` on the PATH, unless `variable` names a file.
pub fn program(variable: &str, names: &[&str]) -> Result<PathBuf, String> {
    if let Some(named) = std::env::var_os(variable) {
        let named = PathBuf::from(named);
        return if named.is_file() {
            Ok(named)
        } else {
            Err(format!("{variable}={} is no file", named.display()))
        };
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .flat_map(|folder| names.iter().map(move |name| folder.join(name)))
        .find(|file| file.is_file())
        .ok_or_else(|| {
            let name = names.join(" or ");
            format!("{name} is not on the PATH: `make test` installs it (or name the file in {variable})")
        })
}

/// Debian puts the browser that WebKitWebDriver drives beside the library, off the PATH.
fn mini_browser() -> Option<PathBuf> {
    let library = Path::new("/usr/lib");
    std::fs::read_dir(library)
        .ok()?
        .flatten()
        .map(|architecture| architecture.path().join("webkit2gtk-4.1/MiniBrowser"))
        .find(|file| file.is_file())
}
