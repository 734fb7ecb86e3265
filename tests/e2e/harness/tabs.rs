//! The tabs of one browser: opened, chosen, closed; knows no word of the portal's own.

use super::page::Page;
use serde_json::json;

/// A tab, as the driver names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab(String);

impl Page {
    /// The tab that is driven now.
    pub fn tab(&self) -> Tab {
        let handle = self.must("naming the tab", self.session().get("window"));
        Tab(handle.as_str().unwrap_or_default().to_owned())
    }

    /// Drives that tab from now on.
    pub fn choose(&self, tab: &Tab) {
        self.must(
            "choosing a tab",
            self.session().post("window", &json!({ "handle": tab.0 })),
        );
    }

    /// Opens another tab of the same browser at `path` of the portal, and drives that one from now on.
    pub fn open_tab(&self, path: &str) -> Tab {
        let opened = self.must(
            "opening a tab",
            self.session().post("window/new", &json!({ "type": "tab" })),
        );
        let tab = Tab(opened["handle"].as_str().unwrap_or_default().to_owned());
        self.choose(&tab);
        self.open(path);
        tab
    }

    /// Closes the tab that is driven, as its cross does, and drives `next`.
    pub fn close_tab(&self, next: &Tab) {
        self.must("closing the tab", self.session().delete("window"));
        self.choose(next);
    }
}
