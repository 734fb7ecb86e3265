//! Where a browser saves files: a folder of the tests' own, empty at first and removed after its scenario; knows no page.

use super::engine::Engine;
use super::page::Page;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// One folder an engine, since one scenario at a time holds it.
pub fn folder(engine: Engine) -> PathBuf {
    let name = format!(
        "nomade-e2e-{}-downloads-{}",
        std::process::id(),
        engine.name()
    );
    std::env::temp_dir().join(name)
}

/// Asks a new session to save there without a question.
pub fn ask(engine: Engine, wanted: &mut Value) {
    let folder = folder(engine);
    remove(engine);
    std::fs::create_dir_all(&folder).expect("a folder for downloads");
    let (options, more) = match engine {
        Engine::Chromium => (
            "goog:chromeOptions",
            json!({
                "download.default_directory": folder,
                "download.prompt_for_download": false,
                // Several from one page are no reason to ask.
                "profile.default_content_setting_values.automatic_downloads": 1,
            }),
        ),
        Engine::Firefox => (
            "moz:firefoxOptions",
            json!({
                "browser.download.folderList": 2,
                "browser.download.dir": folder,
                "browser.download.useDownloadDir": true,
                "browser.download.always_ask_before_handling_new_types": false,
                "browser.download.open_pdf_attachments_inline": false,
                "browser.helperApps.neverAsk.saveToDisk": "application/pdf,image/png,image/jpeg,text/plain,application/octet-stream",
            }),
        ),
        // Its driver was told of the folder at its start.
        Engine::WebKit => return,
    };
    if let (Value::Object(all), Value::Object(more)) = (&mut wanted[options]["prefs"], more) {
        all.extend(more);
    }
}

/// What the desktop tells of its folders, for an engine that asks it.
pub fn desktop_settings(engine: Engine) -> String {
    format!("XDG_DOWNLOAD_DIR=\"{}\"\n", folder(engine).display())
}

/// Removes what was saved.
pub fn remove(engine: Engine) {
    let _absent_is_fine = std::fs::remove_dir_all(folder(engine));
}

impl Page {
    /// What lies in the folder now, whole or on its way: names and lengths.
    pub fn downloads(&self) -> Vec<(String, u64)> {
        let files = std::fs::read_dir(folder(self.engine));
        let files = files.expect("a scenario with `downloads`").flatten();
        files
            .map(|file| {
                let name = file.file_name().to_string_lossy().into_owned();
                (name, file.metadata().map_or(0, |about| about.len()))
            })
            .collect()
    }

    /// Waits until a file of exactly these bytes is the only one there, and gives its name.
    pub fn until_downloaded(&self, bytes: &[u8]) -> String {
        let awaited = format!("a file of {} bytes", bytes.len());
        self.until(&awaited, || {
            let found = self.downloads();
            Ok(match &found[..] {
                [(name, _)] => holds(&folder(self.engine).join(name), bytes).then(|| name.clone()),
                _ => None,
            })
        })
    }

    /// Takes every file away, as its owner would.
    pub fn forget_downloads(&self) {
        let folder = folder(self.engine);
        for (name, _) in self.downloads() {
            let _gone_is_fine = std::fs::remove_file(folder.join(name));
        }
    }
}

fn holds(file: &Path, bytes: &[u8]) -> bool {
    std::fs::read(file).is_ok_and(|found| found == bytes)
}
