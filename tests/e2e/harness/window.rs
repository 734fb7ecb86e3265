//! How large the window is and which theme the person prefers; knows no page.

use super::engine::Engine;
use super::page::Page;
use serde_json::json;

/// The theme that the person's system prefers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// As in file names and in `prefers-color-scheme`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl Page {
    /// An ordinary desktop window.
    pub fn set_desktop(&self) {
        match self.engine {
            Engine::Chromium => self.set_viewport(1280, 900),
            Engine::Firefox | Engine::WebKit => {
                let size = json!({ "x": 0, "y": 0, "width": 1280, "height": 900 });
                self.must(
                    "sizing the window",
                    self.session().post("window/rect", &size),
                );
            }
        }
    }

    /// A viewport of any size, as a phone has it: Chromium's driver alone can.
    pub fn set_viewport(&self, width: u32, height: u32) {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600 });
        self.must(
            "sizing the viewport",
            self.session()
                .devtools("Emulation.setDeviceMetricsOverride", &metrics),
        );
    }

    /// The narrowest window that the engine opens here: what a zoomed page or a phone comes to.
    pub fn set_narrowest(&self) {
        match self.engine {
            Engine::Chromium => self.set_viewport(320, 740),
            Engine::Firefox | Engine::WebKit => {
                let size = json!({ "width": 320, "height": 740 });
                self.must(
                    "sizing the window",
                    self.session().post("window/rect", &size),
                );
            }
        }
    }

    /// Prefers a theme from now on; false where the engine's driver can't (WebKit).
    pub fn prefer_theme(&self, theme: Theme) -> bool {
        let session = self.session();
        match self.engine {
            Engine::Chromium => {
                let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": theme.name() }] });
                self.must(
                    "choosing the theme",
                    session.devtools("Emulation.setEmulatedMedia", &media),
                );
            }
            Engine::Firefox => {
                let preference = json!(i32::from(theme == Theme::Light));
                let script = "Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', arguments[0])";
                self.in_firefox(script, &[preference]);
            }
            Engine::WebKit => return theme == Theme::Light,
        }
        let query = format!(
            "return matchMedia('(prefers-color-scheme: {})').matches",
            theme.name()
        );
        self.until_true(&format!("the {} theme", theme.name()), &query, &[]);
        true
    }
}
