//! One driver process an engine, started on a free port when first needed and ended with the tests; knows no page and no scenario.

use super::downloads;
use super::engine::{Engine, program};
use super::settings::Setting;
use super::watch;
use super::webdriver::Session;
use serde_json::Value;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

const START_DEADLINE: Duration = Duration::from_secs(30);

/// WebKitWebDriver and geckodriver hold one session at a time; chromedriver could hold more, two cores could not.
static DRIVERS: [Mutex<Option<Driver>>; 3] = [const { Mutex::new(None) }; 3];

struct Driver {
    url: String,
    processes: Vec<Child>,
}

/// An engine's driver, held by one scenario until dropped.
pub struct Turn {
    /// Which one.
    pub engine: Engine,
    slot: MutexGuard<'static, Option<Driver>>,
}

impl Turn {
    /// Waits until no other scenario holds the engine.
    pub fn wait_for(engine: Engine) -> Self {
        let slot = DRIVERS[engine as usize]
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        Self { engine, slot }
    }

    /// A browser with an empty profile, but for `settings`.
    ///
    /// One that does not come up is tried again with another driver: WebKit's, very rarely, never answers.
    pub fn open_session(
        &mut self,
        settings: impl Iterator<Item = Setting> + Clone,
    ) -> Result<Session, String> {
        const TRIES: usize = 3;
        let mut refusals = Vec::new();
        for _ in 0..TRIES {
            // Anew each time: asking empties the folders that a setting is about.
            let capabilities = self.engine.capabilities(settings.clone())?;
            match self.try_session(&capabilities) {
                Ok(session) => return Ok(session),
                Err(refusal) => refusals.push(refusal),
            }
        }
        Err(refusals.join("; then "))
    }

    fn try_session(&mut self, capabilities: &Value) -> Result<Session, String> {
        let driver = match self.slot.take() {
            Some(driver) => driver,
            None => Driver::start(self.engine)?,
        };
        let session = Session::open(&driver.url, capabilities);
        *self.slot = Some(driver);
        session.map_err(|refusal| {
            self.give_up();
            format!("{} gave no session: {refusal}", self.engine.name())
        })
    }

    /// Ends the browser; a driver that can't is ended too, and the next scenario starts another.
    pub fn close_session(&mut self, session: Session) {
        if session.close().is_err() {
            self.give_up();
        }
    }

    /// Ends the driver with whatever it drives; the next session starts another.
    pub fn give_up(&mut self) {
        if let Some(driver) = self.slot.take() {
            driver.end();
        }
    }
}

/// Ends every driver and every browser.
pub fn end_all() {
    for engine in Engine::ALL {
        Turn::wait_for(engine).give_up();
    }
}

impl Driver {
    fn start(engine: Engine) -> Result<Self, String> {
        let program = engine.driver()?;
        let port = free_port()?;
        let mut processes = Vec::new();
        let folder = private_folder(engine.name())?;
        let mut command = watch::over(&program, &folder);
        match engine {
            Engine::Chromium => command.arg(format!("--port={port}")),
            // System access lets a running session change its theme, by preference.
            Engine::Firefox => command.args([
                "--port",
                &port.to_string(),
                "--websocket-port",
                "0",
                "--allow-system-access",
            ]),
            Engine::WebKit => {
                let (display, process) = start_display()?;
                processes.push(process);
                command
                    .arg(format!("--port={port}"))
                    .env("DISPLAY", display);
                // No accessibility bus and no graphics card, since each would be waited for in vain. Not
                // WEBKIT_DISABLE_DMABUF_RENDERER: a screenshot never comes then.
                command
                    .env("GDK_BACKEND", "x11")
                    .env("NO_AT_BRIDGE", "1")
                    .env("LIBGL_ALWAYS_SOFTWARE", "1");
                save_where_told(&mut command, &folder)?;
                speak_french(&mut command, &folder)
            }
        };
        let log_path = log_path(engine)?;
        let log =
            File::create(&log_path).map_err(|error| format!("{}: {error}", log_path.display()))?;
        let same_log = log.try_clone().map_err(|error| error.to_string())?;
        command.stdout(log).stderr(same_log);
        processes.push(
            command
                .spawn()
                .map_err(|error| format!("{}: {error}", program.display()))?,
        );
        let driver = Self {
            url: format!("http://127.0.0.1:{port}"),
            processes,
        };
        if driver.answers() {
            return Ok(driver);
        }
        driver.end();
        Err(format!(
            "{} did not answer within {START_DEADLINE:?}; its log is {}",
            program.display(),
            log_path.display()
        ))
    }

    fn answers(&self) -> bool {
        let deadline = Instant::now() + START_DEADLINE;
        while Instant::now() < deadline {
            if ureq::get(format!("{}/status", self.url)).call().is_ok() {
                return true;
            }
            std::thread::sleep(Duration::from_millis(25));
        }
        false
    }

    fn end(self) {
        // The display last, so that no browser complains of its absence.
        for process in self.processes.into_iter().rev() {
            watch::end(process);
        }
    }
}

/// WebKit takes its language from the C library's locale, and few machines have the French one: glibc's plain UTF-8
/// locale under the French one's name serves, since only the name is read.
fn speak_french<'a>(command: &'a mut Command, folder: &Path) -> &'a mut Command {
    let plain = ["C.utf8", "C.UTF-8"]
        .iter()
        .map(|name| Path::new("/usr/lib/locale").join(name))
        .find(|path| path.is_dir());
    if let Some(plain) = plain {
        let _there_already = std::os::unix::fs::symlink(plain, folder.join("fr_FR.UTF-8"));
        command.env("LOCPATH", folder);
    }
    command.env("LC_ALL", "fr_FR.UTF-8").env("LANGUAGE", "fr")
}

/// WebKit's browser saves into the folder that the desktop's settings name for downloads.
fn save_where_told(command: &mut Command, folder: &Path) -> Result<(), String> {
    let settings = folder.join("user-dirs.dirs");
    let told = std::fs::write(&settings, downloads::desktop_settings(Engine::WebKit));
    told.map_err(|error| format!("{}: {error}", settings.display()))?;
    command.env("XDG_CONFIG_HOME", folder);
    Ok(())
}

/// A screen for an engine that can't do without: Xvfb picks a free number and tells it.
fn start_display() -> Result<(String, Child), String> {
    let xvfb = program("XVFB", &["Xvfb"])?;
    let mut command = watch::over(&xvfb, &private_folder("display")?);
    command.args([
        "-displayfd",
        "1",
        "-screen",
        "0",
        "1400x1000x24",
        "-nolisten",
        "tcp",
    ]);
    command.stdout(Stdio::piped()).stderr(Stdio::null());
    let mut process = command
        .spawn()
        .map_err(|error| format!("{}: {error}", xvfb.display()))?;
    let mut number = String::new();
    let told = process
        .stdout
        .take()
        .map(BufReader::new)
        .map(|mut lines| lines.read_line(&mut number));
    if !matches!(told, Some(Ok(_))) || number.trim().is_empty() {
        watch::end(process);
        return Err(format!("{} told no display number", xvfb.display()));
    }
    Ok((format!(":{}", number.trim()), process))
}

/// A port that nothing listens on.
pub fn free_port() -> Result<u16, String> {
    let listener =
        TcpListener::bind("127.0.0.1:0").map_err(|error| format!("no free port: {error}"))?;
    listener
        .local_addr()
        .map(|address| address.port())
        .map_err(|error| error.to_string())
}

/// Profiles and sockets of one driver; short, since a socket's path may have 108 bytes.
fn private_folder(name: &str) -> Result<PathBuf, String> {
    let folder = std::env::temp_dir().join(format!("nomade-e2e-{}-{name}", std::process::id()));
    std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(folder)
}

fn log_path(engine: Engine) -> Result<PathBuf, String> {
    let folder = super::failures_folder();
    std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(folder.join(format!("{}-driver.log", engine.name())))
}
