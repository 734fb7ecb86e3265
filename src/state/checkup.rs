//! What the checks have found so far, and a new run of them; knows no rule of its own and no sentence.

mod again;
mod conclusion;

use self::again::Prompt;
use self::conclusion::conclude;
use super::load::Load;
use super::portal::{PortalContext, use_client, use_portal};
use super::session::{SessionContext, use_session};
use crate::api::client::Client;
use crate::api::probe::{self, NetworkReply};
use crate::browser::{document, facts};
use crate::contract::endpoint;
use crate::contract::portal::Portal;
use crate::contract::session::Session;
use crate::rules::address_verdict::other_site;
use crate::rules::cookie_verdict::RoundTrip;
use crate::rules::finding::{Check, Confidence, Finding, Severity};
use crate::rules::reply::Reply;
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
    /// The check that found an obstacle which this run no longer finds.
    pub overcome: Option<Check>,
}

impl Checkup {
    /// The same, knowing what was found `before`: what stood in the way and is gone is remembered until the next run.
    #[must_use]
    pub fn after(self, before: Option<&Self>) -> Self {
        let overcome = before
            .filter(|_| self.obstacle().is_none())
            .and_then(|before| {
                let gone = before.obstacle().map(|finding| finding.cause.check());
                gone.or(before.overcome.filter(|_| before.running || !self.running))
            });
        Self { overcome, ..self }
    }

    /// What the check that found an obstacle says now, when all is well there and no answer is due.
    #[must_use]
    pub fn solved(&self) -> Option<&Finding> {
        let check = self.overcome.filter(|_| !self.running)?;
        self.findings
            .iter()
            .find(|finding| finding.cause.check() == check && finding.severity() == Severity::Fine)
    }

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
    started_ms: i64,
    due: u32,
    portal_asked: bool,
    session_asked: bool,
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
    prompt: RwSignal<Option<Prompt>>,
    busy: Memo<bool>,
    client: StoredValue<Client>,
    portal: PortalContext,
    session: SessionContext,
}

/// Has the checks ready; none runs yet. To be called after the portal and the session are provided.
pub fn provide_checkup() {
    let (portal, session) = (use_portal(), use_session());
    let seen = RwSignal::new(Seen::default());
    let checkup = Memo::new(move |before: Option<&Checkup>| {
        let load = portal.loader().load;
        let found = seen.with(|seen| load.with(|load| conclude(seen, load, session)));
        found.after(before)
    });
    let context = CheckupContext {
        checkup,
        seen,
        run: RwSignal::new(0),
        prompt: RwSignal::new(None),
        busy: Memo::new(move |_| seen.with(|seen| seen.due > 0)),
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

    /// Runs the checks for a view that shows them: once for all of them, whenever the network comes or goes, and when
    /// somebody comes back to the page while something stands in the way.
    pub fn watch(self) {
        Effect::new(move |_| {
            if self.run.get_untracked() == 0 {
                self.run();
            }
            let ask = move |new: Prompt| {
                self.prompt
                    .update(|waiting| *waiting = Some(new.or_before(*waiting)));
            };
            let visible = document::on_visible(move || ask(Prompt::Visible));
            // Goes with this effect.
            let _visible = StoredValue::new_local(visible);
            let online = window_event_listener(ev::online, move |_| ask(Prompt::Online));
            // At once, and whatever runs: its questions may hang for long.
            let offline = window_event_listener(ev::offline, move |_| self.run());
            on_cleanup(move || {
                online.remove();
                offline.remove();
            });
        });
        // A prompt that comes while the checks run waits for their end.
        Effect::new(move |_| {
            let (prompt, busy) = (self.prompt.get(), self.busy.get());
            let Some(prompt) = prompt.filter(|_| !busy) else {
                return;
            };
            let started_ms = self.seen.with_untracked(|seen| seen.started_ms);
            let wait = again::wait(facts::now_ms(), started_ms);
            let timeout = set_timeout_with_handle(move || self.heed(prompt), wait).ok();
            on_cleanup(move || {
                if let Some(timeout) = timeout {
                    timeout.clear();
                }
            });
        });
    }

    fn heed(self, prompt: Prompt) {
        self.prompt.set(None);
        let obstacle = self
            .checkup
            .with_untracked(|found| found.obstacle().is_some());
        if prompt.is_due(obstacle) {
            self.run();
        }
    }

    /// Asks everything now. What was found before stays until it is known better.
    pub fn run(self) {
        self.run.update(|run| *run += 1);
        let run = self.run.get_untracked();
        // Whatever asked for a run has it now.
        self.prompt.set(None);
        let client = self.client.get_value();
        let base = client.url("");
        self.seen.update(|seen| {
            seen.run = run;
            seen.started_ms = facts::now_ms();
            seen.due = 3;
            seen.portal_asked = false;
            seen.session_asked = false;
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

    /// True for the first who asks in this run; an answer is due then.
    fn asks_first(self, run: u32, asked: fn(&mut Seen) -> &mut bool) -> bool {
        let mut first = false;
        self.seen.maybe_update(|seen| {
            first = seen.run == run && !std::mem::replace(asked(seen), true);
            seen.due = seen.due.saturating_add(u32::from(first));
            first
        });
        first
    }

    /// What comes for `GET /portal` now; the page has it too, so that nothing is judged by what the portal said before.
    fn ask_portal_again(self, run: u32) {
        if !self.asks_first(run, |seen| &mut seen.portal_asked) {
            return;
        }
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
        if !self.asks_first(run, |seen| &mut seen.session_asked) {
            return;
        }
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
        Effect::new(move |_| {
            let failed = self.portal.loader().load.with(is_failed);
            if self.run.get() == 1 && failed {
                self.ask_portal_again(1);
            }
        });
        Effect::new(move |_| {
            let failed = self.session.check_failure().is_some();
            if self.run.get() == 1 && failed {
                self.ask_session_again(1);
            }
        });
    }
}

fn is_failed<T>(load: &Load<T>) -> bool {
    matches!(load, Load::Failed(_))
}
