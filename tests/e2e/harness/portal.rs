//! The portal under test: the reference backend in this process, on a database and a port of its own, serving the built site.

use super::front::Front;
use portal_backend::{Options, Seed, Server};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use tokio::runtime::{Builder, Runtime};

/// What all portals of this run live on.
static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    let built = Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build();
    built.expect("threads for the portals")
});

/// How the browser reaches the portal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wire {
    /// Plain http on the loopback address.
    Http,
    /// https with a certificate that nobody signed.
    Tls,
    /// Plain http through a [`Front`].
    Reported,
}

/// A running portal; every scenario has its own.
pub struct Portal {
    origin: String,
    front: Option<Front>,
    server: Server,
    database: PathBuf,
    agent: ureq::Agent,
}

/// An answer to a call of the tests' own.
pub struct Answered {
    /// Its status.
    pub status: u16,
    headers: Vec<(String, String)>,
    /// Its body as text.
    pub body: String,
}

impl Answered {
    /// The body as JSON, `null` when it is none.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or(Value::Null)
    }

    /// A header's value, empty when it is absent.
    pub fn header(&self, name: &str) -> &str {
        let found = self
            .headers
            .iter()
            .find(|(found, _)| found.eq_ignore_ascii_case(name));
        found.map_or("", |(_, value)| value)
    }
}

impl Portal {
    /// Starts one, with the demo seed and the test controls.
    pub fn start(wire: Wire) -> Result<Self, String> {
        let site = site();
        if !site.join("index.html").is_file() {
            return Err(format!(
                "{} holds no site: `make build` builds it, `make test` too",
                site.display()
            ));
        }
        let database = free_file();
        let options = Options {
            port: 0,
            database: database.clone(),
            site: Some(site),
            seed: Seed::Demo,
            test_controls: true,
            tls: wire == Wire::Tls,
            // A day on which October's payslip is the latest, whatever the day of the run.
            starts_at: "2026-11-22T09:00:00Z".parse().ok(),
            ..Options::default()
        };
        let started = RUNTIME.block_on(portal_backend::start(options));
        let server = started.map_err(|error| format!("the reference backend: {error}"))?;
        let mut origin = server.url().trim_end_matches('/').to_owned();
        let mut front = None;
        if wire == Wire::Reported {
            let port = origin
                .rsplit(':')
                .next()
                .and_then(|port| port.parse().ok())
                .unwrap_or_default();
            let door = Front::before(port)?;
            origin = format!("http://localhost:{}", door.port);
            front = Some(door);
        }
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0);
        let agent = config
            .timeout_global(Some(Duration::from_secs(30)))
            .build()
            .into();
        Ok(Self {
            origin,
            front,
            server,
            database,
            agent,
        })
    }

    /// Ends it and its database.
    pub fn stop(self) {
        RUNTIME.block_on(self.server.stop());
        for suffix in ["", "-wal", "-shm"] {
            let mut file = self.database.clone().into_os_string();
            file.push(suffix);
            let _absent_is_fine = std::fs::remove_file(file);
        }
    }

    /// `http://host:port`.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }

    /// The path of the program that the site loads; it bears a fingerprint.
    pub fn program_path(&self) -> String {
        let files = std::fs::read_dir(site()).into_iter().flatten().flatten();
        let names = files.map(|file| file.file_name().to_string_lossy().into_owned());
        let program = names.into_iter().find(|name| name.ends_with(".wasm"));
        format!("/{}", program.expect("a program in the site"))
    }

    /// What browsers reported, if this portal asked for it.
    pub fn reports(&self) -> Vec<String> {
        self.front.as_ref().map(Front::reports).unwrap_or_default()
    }

    /// Spoils the next `times` answers to a call; `kind` as in the reference backend's test controls.
    pub fn spoil(&self, method: &str, path: &str, kind: &str, times: u32) {
        self.control(
            "faults",
            &json!({ "method": method, "path": path, "kind": kind, "times": times }),
        );
    }

    /// Lets the server's clock run ahead.
    pub fn advance_clock(&self, seconds: u32) {
        self.control("clock", &json!({ "advance_s": seconds }));
    }

    /// Changes what `GET /portal` says, by a merge patch.
    pub fn change_portal(&self, patch: &Value) {
        self.control("portal", patch);
    }

    /// Data, clock, faults, limits and sessions as at the start.
    pub fn reset(&self) {
        self.control("reset", &json!({}));
    }

    fn control(&self, name: &str, body: &Value) {
        let told = self
            .agent
            .post(self.url(&format!("/test/{name}")))
            .send_json(body);
        let status = told.map_or_else(
            |error| error.to_string(),
            |answer| answer.status().as_u16().to_string(),
        );
        assert!(
            status.starts_with('2'),
            "POST /test/{name} {body} answered {status}"
        );
    }

    /// A call of the tests' own, beside the browser.
    pub fn get(&self, path: &str, cookie: &str) -> Answered {
        let called = self
            .agent
            .get(self.url(path))
            .header("Cookie", cookie)
            .call();
        let mut answer = called.unwrap_or_else(|error| panic!("GET {path}: {error}"));
        let headers = answer.headers().iter();
        let text = |value: &ureq::http::HeaderValue| value.to_str().unwrap_or_default().to_owned();
        Answered {
            status: answer.status().as_u16(),
            headers: headers
                .map(|(name, value)| (name.as_str().to_owned(), text(value)))
                .collect(),
            body: String::from_utf8_lossy(&answer.body_mut().read_to_vec().unwrap_or_default())
                .into_owned(),
        }
    }
}

/// The site that `make build` builds, unless SITE names another folder.
fn site() -> PathBuf {
    std::env::var_os("SITE").map_or_else(|| super::project_folder().join("dist"), PathBuf::from)
}

fn free_file() -> PathBuf {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    std::env::temp_dir().join(format!("nomade-e2e-{}-{number}.sqlite", std::process::id()))
}
