//! The built site that a portal serves, or a copy of it that calls an API elsewhere; knows no page.

use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// A folder with a site.
pub struct Site {
    folder: PathBuf,
    is_copy: bool,
}

impl Site {
    /// The site that `make build` builds, unless SITE names another folder.
    pub fn built() -> Result<Self, String> {
        let folder = std::env::var_os("SITE")
            .map_or_else(|| super::project_folder().join("dist"), PathBuf::from);
        if !folder.join("index.html").is_file() {
            return Err(format!(
                "{} holds no site: `make build` builds it, `make test` too",
                folder.display()
            ));
        }
        Ok(Self {
            folder,
            is_copy: false,
        })
    }

    /// A copy whose settings name the API at `api_base`.
    pub fn calling(&self, api_base: &str) -> Result<Self, String> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("nomade-e2e-{}-site-{number}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        let copied = copy(&self.folder, &folder).and_then(|()| {
            let file = folder.join("config.json");
            let mut config: Value = serde_json::from_slice(&std::fs::read(&file)?)?;
            config["api_base"] = json!(api_base);
            // A compressed one beside it would be served in its place.
            for compressed in ["config.json.br", "config.json.gz"] {
                let _absent_is_fine = std::fs::remove_file(folder.join(compressed));
            }
            std::fs::write(&file, config.to_string())
        });
        copied.map_err(|error| format!("a copy of the site: {error}"))?;
        Ok(Self {
            folder,
            is_copy: true,
        })
    }

    /// Where it is.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The path of the program that the login waits for; it bears a fingerprint.
    pub fn program_path(&self) -> String {
        self.program("login-")
    }

    /// The path of the program that has the agent space.
    pub fn space_program_path(&self) -> String {
        self.program("intraparis-nomade-")
    }

    fn program(&self, stem: &str) -> String {
        let files = std::fs::read_dir(&self.folder)
            .into_iter()
            .flatten()
            .flatten();
        let names = files.map(|file| file.file_name().to_string_lossy().into_owned());
        let program = names
            .into_iter()
            .find(|name| name.starts_with(stem) && name.ends_with(".wasm"));
        format!("/{}", program.expect("a program in the site"))
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        if self.is_copy {
            let _nothing_depends_on_it = std::fs::remove_dir_all(&self.folder);
        }
    }
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)?.flatten() {
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
