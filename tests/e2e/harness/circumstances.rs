//! What a scenario asks for before its first step: engines, wire and settings, said in words at its list; knows no topic.

use super::engine::Engine;
use super::portal::Wire;
use super::settings::{Setting, UserAgent};

/// Where a scenario can turn out differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Differs {
    /// From engine to engine: runs in all three.
    ByEngine,
    /// Nowhere: Chromium speaks for the others, unless `ENGINES` asks.
    Nowhere,
    /// The steps or settings need what Chromium's and Firefox's drivers alone offer.
    ChromiumAndFirefox,
    /// The steps or settings need what Chromium's driver alone offers.
    ChromiumOnly,
    /// The setting is Firefox's alone.
    FirefoxOnly,
}

impl Differs {
    /// Whether that engine can take part.
    pub const fn admits(self, engine: Engine) -> bool {
        match self {
            Self::ByEngine | Self::Nowhere => true,
            Self::ChromiumAndFirefox => !matches!(engine, Engine::WebKit),
            Self::ChromiumOnly => matches!(engine, Engine::Chromium),
            Self::FirefoxOnly => matches!(engine, Engine::Firefox),
        }
    }

    /// Whether that engine takes part when nobody asks for others.
    pub const fn includes(self, engine: Engine) -> bool {
        match self {
            Self::Nowhere => matches!(engine, Engine::Chromium),
            _ => self.admits(engine),
        }
    }
}

/// What stands around a scenario.
///
/// A list that asks for a setting in an engine that can't have it does not compile.
#[derive(Clone, Copy, Debug)]
pub struct Circumstances {
    /// In which engines.
    pub differs: Differs,
    /// How the browser reaches the portal.
    pub wire: Wire,
    /// Whether the server's clock is the machine's, and not on the day of the tests.
    pub on_time: bool,
    /// Whether the portal is one of hundreds of people, and not of a few.
    pub is_large: bool,
    settings: [Option<Setting>; 3],
}

impl Circumstances {
    /// A fresh browser, over plain http.
    pub const fn of(differs: Differs) -> Self {
        Self {
            differs,
            wire: Wire::Http,
            on_time: false,
            is_large: false,
            settings: [None; 3],
        }
    }

    /// What was changed in the browser.
    pub fn settings(&self) -> impl Iterator<Item = Setting> + Clone {
        self.settings.into_iter().flatten()
    }

    /// https with a certificate that nobody signed.
    pub const fn over_tls(self) -> Self {
        self.over(Wire::Tls)
    }

    /// Plain http through a door that keeps what the browser reports.
    pub const fn reported(self) -> Self {
        self.over(Wire::Reported)
    }

    /// Plain http through a door that lets a file wait for the test's word.
    pub const fn held(self) -> Self {
        self.over(Wire::Held)
    }

    /// The page on one site and the API on another, both over https.
    pub const fn two_sites(self) -> Self {
        self.over(Wire::TwoSites)
    }

    /// The server's clock agrees with the device's; its latest payslip is then any month's.
    pub const fn on_time(self) -> Self {
        Self {
            on_time: true,
            ..self
        }
    }

    /// A portal of hundreds of people, with years of what they did.
    pub const fn large(self) -> Self {
        Self {
            is_large: true,
            ..self
        }
    }

    /// See [`Setting::JavascriptOff`].
    pub const fn javascript_off(self) -> Self {
        self.with(Setting::JavascriptOff)
    }

    /// See [`Setting::WasmOff`].
    pub const fn wasm_off(self) -> Self {
        self.with(Setting::WasmOff)
    }

    /// See [`Setting::CookiesOff`].
    pub const fn cookies_off(self) -> Self {
        self.with(Setting::CookiesOff)
    }

    /// See [`Setting::ThirdPartyBlocked`].
    pub const fn third_party_blocked(self) -> Self {
        self.with(Setting::ThirdPartyBlocked)
    }

    /// See [`Setting::StrictProtection`].
    pub const fn strict_protection(self) -> Self {
        self.with(Setting::StrictProtection)
    }

    /// See [`Setting::UserAgent`].
    pub const fn user_agent(self, user_agent: &'static UserAgent) -> Self {
        self.with(Setting::UserAgent(user_agent))
    }

    /// See [`Setting::KeptProfile`].
    pub const fn kept_profile(self) -> Self {
        self.with(Setting::KeptProfile)
    }

    /// See [`Setting::Downloads`].
    pub const fn downloads(self) -> Self {
        self.with(Setting::Downloads)
    }

    const fn over(self, wire: Wire) -> Self {
        assert!(matches!(self.wire, Wire::Http), "one wire is enough");
        Self { wire, ..self }
    }

    const fn with(mut self, setting: Setting) -> Self {
        let mut index = 0;
        while index < Engine::ALL.len() {
            let engine = Engine::ALL[index];
            assert!(
                !self.differs.admits(engine) || setting.exists_in(engine),
                "an engine of this scenario can't have this setting"
            );
            index += 1;
        }
        let mut free = 0;
        while self.settings[free].is_some() {
            free += 1;
        }
        self.settings[free] = Some(setting);
        self
    }
}
