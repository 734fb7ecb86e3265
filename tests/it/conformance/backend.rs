//! The backend under test and what it is known to offer; started here, or anywhere on the network.

use super::{Fault, Seen, ensure};
use crate::support::answer::Answer;
use crate::support::client::{Visitor, credentials};
use crate::support::door::Door;
use crate::support::fixtures;
use nomade::contract::endpoint::{BASE_PATH, PORTAL, SESSION};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;
use std::{env, fs};
use tokio::runtime::Runtime;

/// What a check can't do without.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// An account in this role.
    Role(&'static str),
    /// A module that the portal says is on.
    Module(&'static str),
    /// The reference backend's clock and switches.
    Controls,
    /// Strict cookies.
    Https,
    /// The page's origin is not the backend's.
    TwoSites,
}

/// How page and backend are reached in a run in process.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Site {
    Http,
    Https,
    /// Over https, and the page elsewhere.
    TwoSites,
}

pub struct Backend {
    pub name: String,
    pub door: Door,
    accounts: BTreeMap<String, (String, String)>,
    controls: bool,
    two_sites: bool,
    // The reference backend and what it runs on; it stops when these are dropped.
    _server: Option<(portal_backend::Server, Runtime)>,
}

impl Backend {
    /// The reference backend with its demo accounts, on a port and a database of its own.
    pub fn in_process(site: Site) -> Self {
        let tls = site != Site::Http;
        let elsewhere = (site == Site::TwoSites).then(|| "https://pages.example".to_owned());
        let options = portal_backend::Options {
            port: 0,
            database: ":memory:".into(),
            test_controls: true,
            tls,
            cross_site: elsewhere.is_some(),
            origins: elsewhere.iter().cloned().collect(),
            failures_a_minute: 1_000,
            ..Default::default()
        };
        let runtime = Runtime::new().expect("a runtime starts");
        let started = runtime.block_on(portal_backend::start(options));
        let server = started.expect("the reference backend starts");
        let own_origin = server.url();
        let base = format!("{own_origin}{BASE_PATH}");
        Self {
            name: format!("the reference backend, {site:?}"),
            two_sites: elsewhere.is_some(),
            door: Door::new(base, elsewhere.unwrap_or(own_origin), tls),
            accounts: accounts(&fixtures::folder().join("accounts/demo.json")),
            controls: true,
            _server: Some((server, runtime)),
        }
    }

    /// The backend that the environment names, if it does.
    pub fn elsewhere() -> Option<Self> {
        let url = env::var("CONFORMANCE_URL")
            .ok()
            .filter(|url| !url.is_empty())?;
        let url = url.trim_end_matches('/');
        let (scheme, rest) = url
            .split_once("://")
            .expect("CONFORMANCE_URL is an address with http:// or https://");
        let host = rest.split('/').next().unwrap_or_default();
        let own_origin = format!("{scheme}://{host}");
        let base = if url == own_origin {
            format!("{url}{BASE_PATH}")
        } else {
            url.to_owned()
        };
        let file = env::var("CONFORMANCE_ACCOUNTS")
            .expect("CONFORMANCE_ACCOUNTS names a file with accounts by role");
        let accounts = accounts(Path::new(&file));
        assert!(
            accounts.contains_key("agent"),
            "{file} has no account in the role `agent`"
        );
        let origin = env::var("CONFORMANCE_ORIGIN").unwrap_or_else(|_| own_origin.clone());
        let insecure = env::var("CONFORMANCE_INSECURE").is_ok_and(|it| it == "1");
        Some(Self {
            name: base.clone(),
            two_sites: origin != own_origin,
            door: Door::new(base, origin, insecure),
            accounts,
            controls: false,
            _server: None,
        })
    }

    /// The first of `needs` that this backend does not meet.
    pub fn lacks(&self, needs: &[Need]) -> Option<String> {
        needs.iter().find_map(|need| match need {
            Need::Role(role) => (!self.accounts.contains_key(*role))
                .then(|| format!("no account in the role `{role}`")),
            Need::Module(name) => {
                let state = self.portal().unwrap_or_default()["modules"][name]["state"].clone();
                (state != "on").then(|| format!("the module `{name}` is not on"))
            }
            Need::Controls => {
                (!self.controls).then(|| "it takes a backend with test controls".to_owned())
            }
            Need::TwoSites => {
                (!self.two_sites).then(|| "the page and the backend are one site".to_owned())
            }
            Need::Https => (!self.door.is_https()).then(|| "it takes https".to_owned()),
        })
    }

    pub fn visitor(&self) -> Visitor<'_> {
        Visitor::new(&self.door)
    }

    /// The username of a role.
    pub fn username(&self, role: &str) -> &str {
        &self.accounts[role].0
    }

    pub fn password(&self, role: &str) -> &str {
        &self.accounts[role].1
    }

    /// Tries to sign in with the right password.
    pub fn try_sign_in(
        &self,
        visitor: &Visitor<'_>,
        role: &str,
        shared_device: bool,
    ) -> Result<Answer, Fault> {
        try_to_sign_in(
            visitor,
            self.username(role),
            self.password(role),
            shared_device,
        )
    }

    /// A visitor in a session.
    pub fn signed_in(&self, role: &str) -> Result<Visitor<'_>, Fault> {
        let visitor = self.visitor();
        self.sign_in_again(&visitor, role, false)?;
        Ok(visitor)
    }

    /// The session that signing in gives, over an older one if there is one.
    pub fn sign_in_again(
        &self,
        visitor: &Visitor<'_>,
        role: &str,
        shared_device: bool,
    ) -> Result<Value, Fault> {
        let answer = self.try_sign_in(visitor, role, shared_device)?;
        ensure(answer.status == 200, || {
            format!("signing in as `{role}` gave {}", answer.brief())
        })?;
        Ok(answer.json())
    }

    pub fn portal(&self) -> Result<Value, String> {
        Ok(self.visitor().get(PORTAL)?.json())
    }

    /// Puts the reference backend back to its start.
    pub fn reset(&self) -> Result<(), String> {
        self.door.beside("/test/reset", &json!({}))
    }

    /// Runs `check` from the start and puts the backend back, whatever happened; elsewhere it runs as it stands.
    pub fn restored(&self, check: impl FnOnce() -> Seen) -> Seen {
        if !self.controls {
            return check();
        }
        self.reset()?;
        let seen = check();
        self.reset()?;
        seen
    }

    /// Lets that time pass, or seem to where the clock is in hand.
    pub fn wait(&self, seconds: u32) -> Result<(), String> {
        if self.controls {
            return self.advance_clock(seconds.into());
        }
        std::thread::sleep(Duration::from_secs(seconds.into()));
        Ok(())
    }

    pub fn advance_clock(&self, seconds: i64) -> Result<(), String> {
        self.door
            .beside("/test/clock", &json!({ "advance_s": seconds }))
    }
}

/// `{"role": {"username": …, "password": …}}`
fn accounts(file: &Path) -> BTreeMap<String, (String, String)> {
    let text =
        fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let roles: BTreeMap<String, BTreeMap<String, String>> =
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    roles
        .into_iter()
        .map(|(role, account)| {
            (
                role,
                (account["username"].clone(), account["password"].clone()),
            )
        })
        .collect()
}

/// The answer to a sign-in, unless this address has tried too often to be told more.
pub fn try_to_sign_in(
    visitor: &Visitor<'_>,
    username: &str,
    password: &str,
    shared_device: bool,
) -> Result<Answer, Fault> {
    let body = credentials(username, password, shared_device);
    let answer = visitor.call("POST", SESSION).json(&body).send()?;
    match answer.header("retry-after") {
        Some(wait) if answer.status == 429 => Err(Fault::NothingToSee(format!(
            "this address must wait {wait} s"
        ))),
        _ => Ok(answer),
    }
}

/// A name that no account has.
pub fn made_up_name() -> String {
    let now = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .map_or(0, |it| it.as_nanos());
    format!("nobody.{now}")
}
