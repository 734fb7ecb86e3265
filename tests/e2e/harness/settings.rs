//! What a person may have changed in a browser, and which engines can be given it by their drivers; knows no page.

use super::downloads;
use super::engine::Engine;
use super::profile;
use serde_json::{Value, json};

/// Something that is not as a fresh browser has it.
#[derive(Clone, Copy, Debug)]
pub enum Setting {
    /// No script runs.
    JavascriptOff,
    /// Scripts run, WebAssembly is not there: what security modes do.
    WasmOff,
    /// Every cookie is refused.
    CookiesOff,
    /// Cookies of other sites are refused.
    ThirdPartyBlocked,
    /// Firefox's Enhanced Tracking Protection, strict.
    StrictProtection,
    /// The profile is in a folder of the tests' own, which the driver leaves there; see [`super::profile`].
    KeptProfile,
    /// What is downloaded is saved, in a folder of the tests' own; see [`super::downloads`].
    Downloads,
    /// Another name than its own.
    UserAgent(&'static UserAgent),
}

/// How a browser names itself.
#[derive(Debug)]
pub struct UserAgent {
    /// The user-agent string.
    pub text: &'static str,
    /// Client hints; most browsers have none.
    pub hints: Option<Hints>,
}

/// The client hints of a browser of Chromium's family.
#[derive(Debug)]
pub struct Hints {
    /// Brands with their major versions.
    pub brands: &'static [(&'static str, &'static str)],
    /// Such as `Windows`.
    pub platform: &'static str,
    /// Such as `15.0.0`, which is Windows 11.
    pub platform_version: &'static str,
    /// A phone's.
    pub mobile: bool,
}

impl Setting {
    /// Whether that engine has the setting and its driver can make it here.
    pub const fn exists_in(self, engine: Engine) -> bool {
        match self {
            Self::JavascriptOff | Self::CookiesOff | Self::Downloads | Self::UserAgent(_) => true,
            // WebKit has no switch for WebAssembly; cookies of other sites it refuses anyway.
            // A driven WebKit keeps its profile in memory.
            Self::WasmOff | Self::ThirdPartyBlocked | Self::KeptProfile => {
                !matches!(engine, Engine::WebKit)
            }
            Self::StrictProtection => matches!(engine, Engine::Firefox),
        }
    }

    /// Asks a new session for it. Chromium's other name comes once the session is there.
    pub fn ask(self, engine: Engine, wanted: &mut Value) {
        if matches!(self, Self::KeptProfile) {
            return profile::ask(engine, wanted);
        }
        if matches!(self, Self::Downloads) {
            return downloads::ask(engine, wanted);
        }
        match engine {
            Engine::Chromium => self
                .add_to(&mut wanted["goog:chromeOptions"]["prefs"], |setting| {
                    setting.chromium()
                }),
            Engine::Firefox => self.add_to(&mut wanted["moz:firefoxOptions"]["prefs"], |setting| {
                setting.firefox()
            }),
            Engine::WebKit => {
                if let Value::Array(arguments) = &mut wanted["webkitgtk:browserOptions"]["args"] {
                    arguments.extend(self.webkit().map(Value::String));
                }
            }
        }
    }

    fn add_to(self, preferences: &mut Value, own: impl FnOnce(Self) -> Value) {
        if let (Value::Object(all), Value::Object(more)) = (preferences, own(self)) {
            all.extend(more);
        }
    }

    fn chromium(self) -> Value {
        match self {
            Self::JavascriptOff => {
                json!({ "profile.default_content_setting_values.javascript": 2 })
            }
            // The switch in front of it is for JIT compilers; without one WebAssembly goes.
            Self::WasmOff => json!({ "profile.default_content_setting_values.javascript_jit": 2 }),
            Self::CookiesOff => json!({ "profile.default_content_setting_values.cookies": 2 }),
            Self::ThirdPartyBlocked => {
                json!({ "profile.cookie_controls_mode": 1, "profile.block_third_party_cookies": true })
            }
            Self::StrictProtection | Self::KeptProfile | Self::Downloads | Self::UserAgent(_) => {
                json!({})
            }
        }
    }

    fn firefox(self) -> Value {
        match self {
            Self::JavascriptOff => json!({ "javascript.enabled": false }),
            Self::WasmOff => json!({ "javascript.options.wasm": false }),
            Self::CookiesOff => json!({ "network.cookie.cookieBehavior": 2 }),
            Self::ThirdPartyBlocked => json!({ "network.cookie.cookieBehavior": 1 }),
            // The driver's own profile takes back what the category alone would bring.
            Self::StrictProtection => json!({
                "browser.contentblocking.category": "strict",
                "network.cookie.cookieBehavior": 5,
                "network.cookie.cookieBehavior.optInPartitioning": true,
                "network.http.referer.disallowCrossSiteRelaxingDefault": true,
                "privacy.trackingprotection.enabled": true,
                "privacy.trackingprotection.socialtracking.enabled": true,
                "privacy.trackingprotection.emailtracking.enabled": true,
                "privacy.trackingprotection.fingerprinting.enabled": true,
                "privacy.trackingprotection.cryptomining.enabled": true,
                "privacy.annotate_channels.strict_list.enabled": true,
                "privacy.fingerprintingProtection": true,
                "privacy.query_stripping.enabled": true,
                "privacy.bounceTrackingProtection.mode": 1,
            }),
            Self::KeptProfile | Self::Downloads => json!({}),
            Self::UserAgent(user_agent) => json!({ "general.useragent.override": user_agent.text }),
        }
    }

    fn webkit(self) -> Option<String> {
        match self {
            Self::JavascriptOff => Some("--enable-javascript=false".into()),
            Self::CookiesOff => Some("--cookies-policy=never".into()),
            Self::UserAgent(user_agent) => Some(format!("--user-agent={}", user_agent.text)),
            Self::WasmOff
            | Self::ThirdPartyBlocked
            | Self::StrictProtection
            | Self::KeptProfile
            | Self::Downloads => None,
        }
    }
}

impl UserAgent {
    /// As Chromium's driver wants it.
    pub fn for_chromium(&self) -> Value {
        let mut wanted = json!({ "userAgent": self.text });
        if let Some(hints) = &self.hints {
            let list = |whole: bool| -> Vec<Value> {
                let version = |major: &str| format!("{major}{}", if whole { ".0.0.0" } else { "" });
                hints
                    .brands
                    .iter()
                    .map(|(brand, major)| json!({ "brand": brand, "version": version(major) }))
                    .collect()
            };
            wanted["platform"] = json!(hints.platform);
            wanted["userAgentMetadata"] = json!({
                "brands": list(false), "fullVersionList": list(true),
                "platform": hints.platform, "platformVersion": hints.platform_version,
                "architecture": "x86", "model": "", "mobile": hints.mobile,
            });
        }
        wanted
    }
}
