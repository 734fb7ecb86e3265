//! What the checks have found so far, and a new run of them; knows no rule of its own and no sentence.

use super::load::Load;
use super::portal::{PortalContext, use_client, use_portal};
use super::session::{SessionContext, use_session};
use crate::api::answer::ApiError;
use crate::api::client::Client;
use crate::api::probe::{self, NetworkReply};
use crate::browser::facts;
use crate::contract::endpoint;
use crate::contract::portal::Portal;
use crate::contract::session::Session;
use crate::rules::address_verdict::{address_finding, other_site};
use crate::rules::browser_policy::browser_finding;
use crate::rules::clock_verdict::clock_finding;
use crate::rules::cookie_verdict::{CookieFacts, RoundTrip, cookie_finding};
use crate::rules::finding::{Confidence, Finding, Severity};
use crate::rules::network_verdict::{NetworkFacts, network_findings};
use crate::rules::reply::Reply;
use crate::rules::session::SessionStatus;
use crate::rules::system_policy::system_finding;
use crate::rules::user_agent::{Recognised, recognise};
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checkup {
    /// In the order of the checks; of one check, the best explanation first. Checks without an answer yet are absent.
    pub findings: Vec<Finding>,
    /// True while an answer is due.
    pub running: bool,
    /// Which browser and system this is, as far as it could be read.
    pub recognised: Option<Recognised>,
}

impl Checkup {
    /// What stands most in the way, beside other explanations of the same.
    #[must_use]
    pub fn worst(&self) -> Option<&Finding> {
        let firm = |finding: &&Finding| finding.confidence > Confidence::Possible;
        let mut worst: Option<&Finding> = None;
        for finding in self.findings.iter().filter(firm) {
            if worst.is_none_or(|worst| finding.severity() > worst.severity()) {
                worst = Some(finding);
            }
        }
        worst
    }

    /// What explains that a sign-in did not go through, if the checks know.
    #[must_use]
    pub fn obstacle(&self) -> Option<&Finding> {
        self.worst()
            .filter(|finding| finding.severity() == Severity::Obstacle)
    }
}

/// What was seen in this run, and in the one before as long as this one has nothing newer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Seen {
    run: u32,
    due: u32,
    page_host: Option<String>,
    service_elsewhere: Option<String>,
    device_online: Option<bool>,
    network: Option<NetworkReply>,
    site: Option<Reply>,
    portal_again: Option<Reply>,
    session_again: Option<Reply>,
    page_cookie: Option<bool>,
    round_trip: Option<RoundTrip>,
    cookie_reply: Option<Reply>,
    recognised: Option<Recognised>,
}

/// The checks that run beside the login, and again at `/diagnostics`.
#[derive(Clone, Copy)]
pub struct CheckupContext {
    checkup: Memo<Checkup>,
    seen: RwSignal<Seen>,
    run: RwSignal<u32>,
    client: StoredValue<Client>,
    portal: PortalContext,
    session: SessionContext,
}

/// Has the checks ready; none runs yet. To be called after the portal and the session are provided.
pub fn provide_checkup() {
    let (portal, session) = (use_portal(), use_session());
    let seen = RwSignal::new(Seen::default());
    let checkup = Memo::new(move |_| {
        let load = portal.loader().load;
        seen.with(|seen| load.with(|load| conclude(seen, load, session)))
    });
    let context = CheckupContext {
        checkup,
        seen,
        run: RwSignal::new(0),
        client: StoredValue::new(use_client()),
        portal,
        session,
    };
    provide_context(context);
    context.ask_again_what_failed();
}

/// The checks.
#[must_use]
pub fn use_checkup() -> CheckupContext {
    expect_context()
}

impl CheckupContext {
    /// What was found so far, tracked.
    #[must_use]
    pub fn get(self) -> Checkup {
        self.checkup.get()
    }

    /// As [`Self::watch`], for a view that people open to see how things stand now.
    pub fn watch_anew(self) {
        self.watch();
        Effect::new(move |_| {
            if self.run.get_untracked() > 0 && self.seen.with_untracked(|seen| seen.due == 0) {
                self.run();
            }
        });
    }

    /// Runs the checks for a view that shows them: once for all of them, and whenever the network comes or goes.
    pub fn watch(self) {
        Effect::new(move |_| {
            if self.run.get_untracked() == 0 {
                self.run();
            }
            let online = window_event_listener(ev::online, move |_| self.run());
            let offline = window_event_listener(ev::offline, move |_| self.run());
            on_cleanup(move || {
                online.remove();
                offline.remove();
            });
        });
    }

    /// Asks everything now. What was found before stays until it is known better.
    pub fn run(self) {
        self.run.update(|run| *run += 1);
        let run = self.run.get_untracked();
        let client = self.client.get_value();
        let base = client.url("");
        self.seen.update(|seen| {
            seen.run = run;
            seen.due = if run > 1 { 5 } else { 3 };
            seen.page_host = facts::host();
            seen.service_elsewhere = other_site(seen.page_host.as_deref(), &base);
            seen.page_cookie = facts::page_cookie();
            seen.recognised = Some(recognise(&facts::browser()));
            seen.portal_again = None;
            seen.session_again = None;
            seen.cookie_reply = None;
        });
        // What the page has from before says nothing of the network of now.
        if run > 1 {
            self.ask_portal_again(run);
            self.ask_session_again(run);
        }
        let network_client = client.clone();
        spawn_local(async move {
            let network = probe::network(&network_client).await;
            // What the page was told at its start may be half a minute old.
            if run == 1 && network.reply != Reply::Good {
                self.seen.update(|seen| seen.due += 2);
                self.ask_portal_again(run);
                self.ask_session_again(run);
            }
            let site = if network.reply == Reply::NoAnswer {
                Some(probe::site().await)
            } else {
                None
            };
            self.learn(run, move |seen| {
                seen.device_online = facts::device_online();
                seen.network = Some(network);
                seen.site = site;
            });
        });
        spawn_local(async move {
            let (reply, round_trip) = probe::cookie(&client).await;
            self.learn(run, move |seen| {
                seen.cookie_reply = Some(reply);
                seen.round_trip = Some(round_trip);
            });
        });
        spawn_local(async move {
            let recognised = recognise(&facts::browser_when_asked().await);
            self.learn(run, move |seen| seen.recognised = Some(recognised));
        });
    }

    /// Answers to an older run come too late.
    fn learn(self, run: u32, what: impl FnOnce(&mut Seen)) {
        if self.run.get_untracked() == run {
            self.seen.update(|seen| {
                what(seen);
                seen.due = seen.due.saturating_sub(1);
            });
        }
    }

    /// What comes for `GET /portal` now; the page has it too, so that nothing is judged by what the portal said before.
    fn ask_portal_again(self, run: u32) {
        let client = self.client.get_value();
        spawn_local(async move {
            let (reply, portal) = probe::again::<Portal>(&client, endpoint::PORTAL).await;
            self.learn(run, move |seen| seen.portal_again = Some(reply));
            if let Some(portal) = portal {
                self.portal.loader().load.set(Load::Loaded(portal));
            }
        });
    }

    /// What comes for `GET /session` now; when it passes where it failed before, the page asks it too.
    fn ask_session_again(self, run: u32) {
        let client = self.client.get_value();
        spawn_local(async move {
            let (reply, _) = probe::again::<Session>(&client, endpoint::SESSION).await;
            self.learn(run, move |seen| seen.session_again = Some(reply));
            if reply == Reply::Good && self.session.check_failure_untracked().is_some() {
                self.session.check(client);
            }
        });
    }

    /// In the first run the page's own calls are not made twice, unless they fail.
    fn ask_again_what_failed(self) {
        Effect::new(move |asked: Option<bool>| {
            let failed = self.portal.loader().load.with(is_failed);
            let due = self.run.get() == 1 && failed && asked != Some(true);
            if due {
                self.seen.update(|seen| seen.due += 1);
                self.ask_portal_again(1);
            }
            due || asked == Some(true)
        });
        Effect::new(move |asked: Option<bool>| {
            let failed = self.session.check_failure().is_some();
            let due = self.run.get() == 1 && failed && asked != Some(true);
            if due {
                self.seen.update(|seen| seen.due += 1);
                self.ask_session_again(1);
            }
            due || asked == Some(true)
        });
    }
}

fn is_failed<T>(load: &Load<T>) -> bool {
    matches!(load, Load::Failed(_))
}

fn conclude(seen: &Seen, load: &Load<Portal>, session: SessionContext) -> Checkup {
    let portal = match load {
        Load::Loaded(portal) => Some(portal),
        _ => None,
    };
    let portal_settled = matches!(load, Load::Loaded(_) | Load::Failed(_));
    let mut findings = Vec::new();
    if portal_settled && seen.page_host.is_some() {
        findings.push(address_finding(
            seen.page_host.as_deref(),
            portal.map(|portal| portal.canonical_host.as_str()),
        ));
    }
    if let Some(network) = &seen.network {
        findings.extend(network_findings(&NetworkFacts {
            device_online: seen.device_online,
            probe: network.reply,
            seen: network.seen.clone(),
            took_ms: network.took_ms(),
            others: others(seen, load, session),
            site: seen.site,
            maintenance: portal.and_then(|portal| portal.maintenance.clone()),
        }));
    }
    if let Some(round_trip) = seen.round_trip {
        findings.push(cookie_finding(CookieFacts {
            page_cookie: seen.page_cookie,
            round_trip,
            service_elsewhere: seen.service_elsewhere.clone(),
        }));
    }
    if let Some(recognised) = seen.recognised.as_ref().filter(|_| portal_settled) {
        let browsers = portal.map(|portal| portal.browser_minimums.clone());
        let systems = portal.map(|portal| portal.system_minimums.clone());
        findings.push(browser_finding(recognised, &browsers.unwrap_or_default()));
        findings.push(system_finding(recognised, &systems.unwrap_or_default()));
    }
    if let Some(network) = &seen.network {
        findings.push(clock_finding(network.clocks()));
    }
    Checkup {
        findings,
        running: seen.due > 0 || !portal_settled,
        recognised: seen.recognised.clone(),
    }
}

/// What came for the page's own calls: the newest answer to each, as far as it is in.
fn others(seen: &Seen, load: &Load<Portal>, session: SessionContext) -> Vec<Reply> {
    let portal = match load {
        Load::Loaded(_) => Some(Reply::Good),
        Load::Failed(error) => Some(reply_of(error)),
        Load::Loading | Load::Slow => None,
    };
    let session = match (session.check_failure(), session.status()) {
        (Some(error), _) => Some(reply_of(&error)),
        (None, SessionStatus::Checking) => None,
        (None, _) => Some(Reply::Good),
    };
    let newest =
        |again: Option<Reply>, before: Option<Reply>| again.or(before.filter(|_| seen.run <= 1));
    let portal = newest(seen.portal_again, portal);
    let session = newest(seen.session_again, session);
    portal
        .into_iter()
        .chain(session)
        .chain(seen.cookie_reply)
        .collect()
}

/// What a failed call must have met, until it has been made once more.
fn reply_of(error: &ApiError) -> Reply {
    match error {
        ApiError::Filtered => Reply::WebPage { status: 0 },
        ApiError::Unreadable => Reply::Altered { status: 0 },
        ApiError::Unavailable { trace_id: Some(_) } => Reply::Failed { status: 0 },
        ApiError::Offline | ApiError::Unavailable { trace_id: None } | ApiError::OutcomeUnknown => {
            Reply::NoAnswer
        }
        ApiError::SignedOut | ApiError::Limited { .. } | ApiError::Refused(_) => {
            Reply::Refused { status: 0 }
        }
    }
}
