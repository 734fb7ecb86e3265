//! The portal under test: the reference backend in this process, on a database and a port of its own, serving the built site.

use super::answered::{Answered, answered};
use super::circumstances::Circumstances;
use super::driver::free_port;
use super::front::Front;
use super::site::Site;
use chrono::{DateTime, TimeDelta};
use portal_backend::{Options, Seed, Server};
use serde_json::{Value, json};
use std::cell::RefCell;
use std::path::PathBuf;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use tokio::runtime::{Builder, Runtime};
use ureq::tls::TlsConfig;

/// What all portals of this run live on.
static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    let built = Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build();
    built.expect("threads for the portals")
});

/// A day on which October's payslip is the latest, whatever the day of the run.
const DAY_OF_THE_TESTS: &str = "2026-11-22T09:00:00Z";

/// As many times as a fault may happen.
const COUNTED_AT_MOST: u32 = 1_000_000;

/// How the browser reaches the portal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wire {
    /// Plain http on the loopback address.
    Http,
    /// https with a certificate that nobody signed.
    Tls,
    /// Plain http through a [`Front`] that asks for reports.
    Reported,
    /// Plain http through a [`Front`] that can let a file wait.
    Held,
    /// https twice: pages at 127.0.0.1, the API at localhost.
    TwoSites,
}

/// A running portal; every scenario has its own.
pub struct Portal {
    origin: String,
    front: Option<Front>,
    /// None while it is away.
    server: RefCell<Option<Server>>,
    options: Options,
    site: Site,
    agent: ureq::Agent,
}

impl Portal {
    /// Starts one, with the demo seed and the test controls; again where a free port was taken before it was used.
    pub fn start(circumstances: &Circumstances) -> Result<Self, String> {
        Self::try_start(circumstances).or_else(|_| Self::try_start(circumstances))
    }

    fn try_start(circumstances: &Circumstances) -> Result<Self, String> {
        let wire = circumstances.wire;
        let mut site = Site::built()?;
        let mut options = Options {
            port: 0,
            database: free_file(),
            seed: if circumstances.is_large {
                Seed::Large
            } else {
                Seed::Demo
            },
            test_controls: true,
            tls: matches!(wire, Wire::Tls | Wire::TwoSites),
            starts_at: (!circumstances.on_time)
                .then_some(DAY_OF_THE_TESTS)
                .and_then(|day| day.parse().ok()),
            ..Options::default()
        };
        let mut origin = String::new();
        if wire == Wire::TwoSites {
            // Two names of one server are two sites to a browser, and each must know the other before the start.
            let port = free_port()?;
            let api = format!("https://localhost:{port}");
            origin = format!("https://127.0.0.1:{port}");
            site = site.calling(&format!("{api}/api/v1"))?;
            options = Options {
                port,
                cross_site: true,
                origins: vec![origin.clone()],
                api_origin: Some(api),
                canonical_host: Some(format!("127.0.0.1:{port}")),
                ..options
            };
        }
        options.site = Some(site.folder().to_owned());
        let server = serve(&options)?;
        // What comes back after it went away is at the same address.
        options.port = server.address().port();
        let mut front = None;
        if matches!(wire, Wire::Reported | Wire::Held) {
            let door = Front::before(options.port, wire == Wire::Reported)?;
            origin = format!("http://localhost:{}", door.port);
            front = Some(door);
        } else if origin.is_empty() {
            origin = server.url().trim_end_matches('/').to_owned();
        }
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .tls_config(TlsConfig::builder().disable_verification(true).build());
        let agent = config
            .timeout_global(Some(Duration::from_secs(120)))
            .build()
            .into();
        Ok(Self {
            origin,
            front,
            server: RefCell::new(Some(server)),
            options,
            site,
            agent,
        })
    }

    /// Ends it and its database.
    pub fn stop(self) {
        if let Some(front) = &self.front {
            front.let_pass();
        }
        self.go_away();
        for suffix in ["", "-wal", "-shm"] {
            let mut file = self.options.database.clone().into_os_string();
            file.push(suffix);
            let _absent_is_fine = std::fs::remove_file(file);
        }
    }

    /// Nothing answers at its address any more.
    pub fn go_away(&self) {
        if let Some(server) = self.server.take() {
            RUNTIME.block_on(server.stop());
        }
    }

    /// It answers again, at the same address and with the same data; what tests asked of it before is forgotten.
    pub fn come_back(&self) {
        let server = serve(&self.options).unwrap_or_else(|error| panic!("{error}"));
        self.server.replace(Some(server));
    }

    /// The server's port.
    pub fn port(&self) -> u16 {
        self.options.port
    }

    /// `http://host:port`.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Where the API is: the pages' origin, unless they are two sites.
    pub fn api_origin(&self) -> &str {
        self.options.api_origin.as_deref().unwrap_or(&self.origin)
    }

    /// The address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }

    /// The path of the program that the login waits for; it bears a fingerprint.
    pub fn program_path(&self) -> String {
        self.site.program_path()
    }

    /// The path of the program that has the agent space.
    pub fn space_program_path(&self) -> String {
        self.site.space_program_path()
    }

    /// What browsers reported, if this portal asked for it.
    pub fn reports(&self) -> Vec<String> {
        self.front.as_ref().map(Front::reports).unwrap_or_default()
    }

    /// The door that can let a file wait.
    pub fn front(&self) -> &Front {
        self.front.as_ref().expect("a scenario with `held`")
    }

    /// Spoils the next `times` answers to a call; `kind` as in the reference backend's test controls.
    pub fn spoil(&self, method: &str, path: &str, kind: &str, times: u32) {
        self.control(
            "faults",
            &json!({ "method": method, "path": path, "kind": kind, "times": times }),
        );
    }

    /// Counts the calls that fit from now on, and changes nothing of them; for one kind of call at a time, and after the
    /// faults that are to happen to it.
    pub fn count(&self, method: &str, path: &str) {
        self.spoil_and_count(method, path, "delay:0");
    }

    /// Spoils every answer from now on, and counts the calls; see [`Self::count`].
    pub fn spoil_and_count(&self, method: &str, path: &str, kind: &str) {
        self.spoil(method, path, kind, COUNTED_AT_MOST);
    }

    /// How many calls were counted, once no other fault waits any more.
    pub fn counted(&self) -> u64 {
        let waiting = self.get("/test/faults", "").json()["waiting"].as_u64();
        u64::from(COUNTED_AT_MOST).saturating_sub(waiting.expect("how many faults wait"))
    }

    /// Spoils no answer any more.
    pub fn spoil_no_more(&self) {
        let told = self.agent.delete(self.url("/test/faults")).call();
        assert!(told.is_ok_and(|answer| answer.status().is_success()));
    }

    /// Lets the server's clock run ahead.
    pub fn advance_clock(&self, seconds: u32) {
        self.control("clock", &json!({ "advance_s": seconds }));
    }

    /// Signs in with wrong passwords, each under another name, until this address must wait.
    pub fn fail_sign_ins_until_limited(&self) {
        let limited = (0..100).any(|number| {
            let body = json!({ "username": format!("personne.{number}"), "password": "x", "shared_device": false });
            let told = self
                .agent
                .post(self.url("/api/v1/session"))
                .header("Origin", self.origin())
                .send_json(body);
            told.is_ok_and(|answer| answer.status().as_u16() == 429)
        });
        assert!(limited, "a hundred wrong passwords are taken");
    }

    /// What the network of every client is taken for from now on: `ok`, `internal`, `vpn` or `blocked`.
    pub fn network(&self, verdict: &str) {
        self.control("network", &json!({ "verdict": verdict }));
    }

    /// Announces an interruption that lasts two hours, its start so many minutes from the server's now.
    pub fn maintenance(&self, starts_in_minutes: i64) {
        let now = self.get("/api/v1/probe/network", "").json()["now"]
            .as_str()
            .and_then(|now| DateTime::parse_from_rfc3339(now).ok());
        let now = now.expect("the server's time");
        let from = now + TimeDelta::minutes(starts_in_minutes);
        let until = from + TimeDelta::hours(2);
        self.change_portal(&json!({
            "maintenance": {
                "from": from.to_rfc3339(), "until": until.to_rfc3339(),
                "message": { "fr": "Mise à jour du service.", "en": "The service is being updated." },
            }
        }));
    }

    /// Changes what `GET /portal` says, by a merge patch.
    pub fn change_portal(&self, patch: &Value) {
        self.control("portal", patch);
    }

    /// Data, clock, faults, limits and sessions as at the start.
    pub fn reset(&self) {
        self.control("reset", &json!({}));
    }

    /// Puts a document there that holds what is asked for, and gives its id.
    pub fn put_document(&self, document: &Value) -> String {
        let told = self.control("documents", document);
        told["id"].as_str().unwrap_or_default().to_owned()
    }

    /// Brings a letter, now, that holds what is asked for, and gives its id.
    pub fn deliver(&self, letter: &Value) -> String {
        let told = self.control("mail", &json!({ "deliver": letter }));
        told["ids"][0].as_str().unwrap_or_default().to_owned()
    }

    /// Takes a document away.
    pub fn revoke_document(&self, id: &str) {
        self.control("documents", &json!({ "revoke": id }));
    }

    /// Says for how many seconds mail that is sent from now on can be taken back.
    pub fn mail_waits(&self, seconds: u32) {
        self.control("mail", &json!({ "undo_s": seconds }));
    }

    fn control(&self, name: &str, body: &Value) -> Value {
        let told = self
            .agent
            .post(self.url(&format!("/test/{name}")))
            .send_json(body);
        let told = told.unwrap_or_else(|error| panic!("POST /test/{name}: {error}"));
        let told = answered(told);
        assert!(
            told.status < 300,
            "POST /test/{name} {body} answered {} {}",
            told.status,
            told.body
        );
        told.json()
    }

    /// Signs in beside the browser, as on another device, and gives the cookie and the token of that session.
    pub fn sign_in_elsewhere(&self, username: &str, password: &str) -> (String, String) {
        let body = json!({ "username": username, "password": password, "shared_device": false });
        let told = self.send("POST", "/api/v1/session", ("", ""), &body);
        let token = told.json()["csrf_token"].as_str().map(ToOwned::to_owned);
        let cookie = told
            .header("set-cookie")
            .split(';')
            .next()
            .map(str::to_owned);
        let both = cookie.zip(token);
        both.unwrap_or_else(|| panic!("signing in elsewhere: {} {}", told.status, told.body))
    }

    /// A change beside the browser, in the session of that cookie and token.
    pub fn send(&self, method: &str, path: &str, session: (&str, &str), body: &Value) -> Answered {
        self.send_with(method, path, session, None, body)
    }

    /// The same with one more header.
    pub fn send_with(
        &self,
        method: &str,
        path: &str,
        (cookie, token): (&str, &str),
        header: Option<(&str, &str)>,
        body: &Value,
    ) -> Answered {
        let mut request = ureq::http::Request::builder()
            .method(method)
            .uri(self.url(path))
            .header("Origin", self.origin())
            .header("Cookie", cookie)
            .header("X-CSRF-Token", token)
            .header("Content-Type", "application/json");
        if let Some((name, value)) = header {
            request = request.header(name, value);
        }
        let request = request.body(body.to_string()).expect("a request");
        let called = self.agent.run(request);
        answered(called.unwrap_or_else(|error| panic!("{method} {path}: {error}")))
    }

    /// The bytes of a file, asked for beside the browser.
    pub fn file(&self, path: &str, cookie: &str) -> Vec<u8> {
        const LONGEST: u64 = 100 << 20;
        let called = self
            .agent
            .get(self.url(path))
            .header("Cookie", cookie)
            .call();
        let mut answer = called.unwrap_or_else(|error| panic!("GET {path}: {error}"));
        assert_eq!(answer.status().as_u16(), 200, "GET {path}");
        let body = answer.body_mut().with_config().limit(LONGEST).read_to_vec();
        body.unwrap_or_else(|error| panic!("GET {path}: {error}"))
    }

    /// A call of the tests' own, beside the browser.
    pub fn get(&self, path: &str, cookie: &str) -> Answered {
        let called = self
            .agent
            .get(self.url(path))
            .header("Cookie", cookie)
            .call();
        answered(called.unwrap_or_else(|error| panic!("GET {path}: {error}")))
    }
}

fn serve(options: &Options) -> Result<Server, String> {
    let started = RUNTIME.block_on(portal_backend::start(options.clone()));
    started.map_err(|error| format!("the reference backend: {error}"))
}

fn free_file() -> PathBuf {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    std::env::temp_dir().join(format!("nomade-e2e-{}-{number}.sqlite", std::process::id()))
}
