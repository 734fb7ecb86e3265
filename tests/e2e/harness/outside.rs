//! What happens around a page and not in it: the network goes and comes, the browser takes another name; knows no page.

use super::engine::Engine;
use super::page::Page;
use super::settings::UserAgent;
use super::webdriver::Session;
use serde_json::{Value, json};

impl Page {
    /// The device loses its network.
    ///
    /// Chromium's driver cuts it. Firefox goes offline and still reaches this machine, so the portal goes away with it.
    /// WebKit can't be told: the portal goes away, and the page is made to hear what a device would say.
    pub fn go_offline(&self) {
        match self.engine {
            Engine::Chromium => self.cut_chromium(true),
            Engine::Firefox => {
                self.portal.go_away();
                self.in_firefox("Services.io.offline = true", &[]);
            }
            Engine::WebKit => {
                self.portal.go_away();
                let script = "Object.defineProperty(Navigator.prototype, 'onLine', { get: () => false, configurable: true }); dispatchEvent(new Event('offline'))";
                self.run(script, &[]);
            }
        }
        self.until_true("no network", "return !navigator.onLine", &[]);
    }

    /// The network is back.
    pub fn go_online(&self) {
        match self.engine {
            Engine::Chromium => self.cut_chromium(false),
            Engine::Firefox => {
                self.portal.come_back();
                self.in_firefox("Services.io.offline = false", &[]);
            }
            Engine::WebKit => {
                self.portal.come_back();
                let script = "Object.defineProperty(Navigator.prototype, 'onLine', { get: () => true, configurable: true }); dispatchEvent(new Event('online'))";
                self.run(script, &[]);
            }
        }
        self.until_true("the network", "return navigator.onLine", &[]);
    }

    fn cut_chromium(&self, offline: bool) {
        let conditions =
            json!({ "network_conditions": { "offline": offline, "latency": 0, "throughput": -1 } });
        self.must(
            "changing the network",
            self.session()
                .post("chromium/network_conditions", &conditions),
        );
    }

    /// Takes another name from the next page on: Chromium and Firefox. WebKit can at its start only, by `user_agent`.
    pub fn pretend(&self, other: &UserAgent) {
        match self.engine {
            Engine::Chromium => {
                self.must(
                    "taking another name",
                    self.session()
                        .devtools("Emulation.setUserAgentOverride", &other.for_chromium()),
                );
                if other.hints.is_none() {
                    self.plant("delete Navigator.prototype.userAgentData");
                }
            }
            Engine::Firefox => {
                let script =
                    "Services.prefs.setStringPref('general.useragent.override', arguments[0])";
                self.in_firefox(script, &[json!(other.text)]);
            }
            Engine::WebKit => panic!("WebKit takes another name at its start only"),
        }
    }

    /// Runs a script in every page from the next on, before the page's own: Chromium's driver alone can.
    pub fn plant(&self, script: &str) {
        let planted = self.must(
            "planting a script",
            self.session().devtools(
                "Page.addScriptToEvaluateOnNewDocument",
                &json!({ "source": script }),
            ),
        );
        self.planted
            .borrow_mut()
            .push(planted["identifier"].clone());
    }

    /// Takes back every planted script, those of other names too.
    pub fn unplant(&self) {
        for identifier in self.planted.take() {
            self.must(
                "taking a planted script back",
                self.session().devtools(
                    "Page.removeScriptToEvaluateOnNewDocument",
                    &json!({ "identifier": identifier }),
                ),
            );
        }
    }

    /// Runs a script in Firefox itself, outside of every page.
    pub fn in_firefox(&self, script: &str, arguments: &[Value]) -> Value {
        let enter = |session: &Session, context: &str| {
            session.post("moz/context", &json!({ "context": context }))
        };
        self.must("entering Firefox", enter(self.session(), "chrome"));
        let answer = self.session().run(script, arguments);
        self.must("leaving Firefox", enter(self.session(), "content"));
        self.must("running a script in Firefox", answer)
    }
}
