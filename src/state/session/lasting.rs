//! How long the session lasts: counting, warning, extending, and what other tabs do to it; knows no dialog.

use super::SessionContext;
use crate::api;
use crate::api::answer::ApiError;
use crate::api::client::Client;
use crate::api::client::SessionNumber;
use crate::browser::deadline::pause;
use crate::browser::tabs::Tabs;
use crate::browser::{departure, document, facts, focus, presence};
use crate::rules::expiry::{Expiry, Reading};
use crate::rules::session::{SessionEvent, SessionStatus};
use crate::rules::tab_message::TabMessage;
use leptos::prelude::{
    Effect, GetUntracked, GetValue, Set, SetValue, StoredValue, Update, UpdateValue, WithUntracked,
    WithValue,
};
use leptos::task::spawn_local;
use std::time::Duration;

/// A question about the time that has no answer by then is no help.
const QUICK: Duration = Duration::from_secs(5);

/// When a page of a shared device shows itself to the portal, in seconds after a farewell that is not its own: well
/// before the 20 that the portal waits, and late enough to come after a farewell that was slow.
const HOLD_OPEN_AT_S: [u64; 2] = [5, 12];

/// When the receipt asks again, in seconds after its start.
const LOOK_AGAIN_AT_S: [u64; 2] = [2, 6];

/// What became of the wish to stay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Staying {
    /// Nobody has said so.
    NotAsked,
    /// The portal is being told.
    Asked,
    /// It could not be told, or refused.
    Failed(ApiError),
}

impl SessionContext {
    /// Watches over the time, the other tabs, and the page's end; to be called once.
    pub fn watch(self, client: Client) {
        self.client.set_value(Some(client.clone()));
        Effect::new(move |_| {
            let (ticks, wakes, hears, goes) = (
                client.clone(),
                client.clone(),
                client.clone(),
                client.clone(),
            );
            presence::every_second(move || self.tick(&ticks));
            StoredValue::new_local(document::on_visible(move || self.woke(&wakes)));
            let tabs = Tabs::open(move |word| {
                if let Some(message) = TabMessage::from_word(word) {
                    self.heard(message, &hears);
                }
            });
            self.tabs.set_value(tabs);
            presence::when_gone(move || self.tell_of_leaving(&goes));
            departure::conceal_when_kept();
        });
    }

    pub(super) fn tell_tabs(self, message: TabMessage) {
        self.tabs.with_value(|tabs| {
            if let Some(tabs) = tabs {
                tabs.tell(message.as_str());
            }
        });
    }

    /// Extends the session because its agent is at it, now and then; a session that has ended meanwhile is told. While
    /// the warning stands only its own answer counts.
    pub fn extend(self, client: Client) {
        let Some(expiry) = self.expiry.get_value() else {
            return;
        };
        let now = facts::reading();
        let is_quiet = self.warning.get_untracked().is_none()
            && self.status.with_untracked(SessionStatus::is_here);
        let tried = self.extended_at.get_value();
        if !is_quiet || !expiry.is_worth_extending(now, tried) {
            return;
        }
        self.extended_at.set_value(Some(now));
        // An answer that changes the page must not take what is being pressed away.
        focus::when_released(move || {
            spawn_local(async move {
                if let Err(error) = self.put(&client).await {
                    self.was_refused(&error);
                }
            });
        });
    }

    /// Extends the session because its agent says so.
    pub fn stay(self, client: Client) {
        if self.staying.get_untracked() == Staying::Asked {
            return;
        }
        self.staying.set(Staying::Asked);
        spawn_local(async move {
            match self.put(&client.within(QUICK)).await {
                Ok(()) => self.staying.set(Staying::NotAsked),
                Err(error) => {
                    self.was_refused(&error);
                    self.staying.set(Staying::Failed(error));
                }
            }
            self.tick(&client);
        });
    }

    async fn put(self, client: &Client) -> Result<(), ApiError> {
        let (number, asked_at) = (client.session_number(), facts::reading());
        let session = api::session::extend(client).await?;
        if self.is_still(client, number) {
            self.received_since(session, asked_at);
            self.tell_tabs(TabMessage::Changed);
        }
        Ok(())
    }

    /// True when nobody has signed in or out since.
    fn is_still(self, client: &Client, number: SessionNumber) -> bool {
        client.session_number() == number
            && self
                .status
                .with_untracked(|status| status.agent().is_some())
            && !self.status.with_untracked(SessionStatus::is_signing_in)
    }

    /// What a second changes.
    fn tick(self, client: &Client) {
        let Some(expiry) = self.expiry.get_value() else {
            return;
        };
        let now = facts::reading();
        let unanswered = self
            .asked_at
            .get_value()
            .filter(|at| Expiry::is_lost(*at, now));
        if unanswered.is_some() {
            self.asked_at.set_value(None);
            self.failed_at.set_value(Some(now));
        }
        if self.is_asking_due.get_value() && self.may_ask_again(now) {
            self.ask(client);
        }
        let turn = expiry.turn(now, self.failed_at.get_value());
        if turn.end {
            return self.happened(SessionEvent::LostSession);
        }
        let warning = turn
            .warning
            .filter(|_| self.status.with_untracked(SessionStatus::is_here));
        if self.warning.get_untracked() != warning {
            if warning.is_none() || self.warning.get_untracked().is_none() {
                self.staying.set(Staying::NotAsked);
            }
            self.warning.set(warning);
        }
        if turn.ask {
            self.ask(client);
        }
    }

    /// The page is seen again.
    fn woke(self, client: &Client) {
        let now = facts::reading();
        let is_stale = self
            .expiry
            .get_value()
            .is_none_or(|expiry| expiry.is_stale(now));
        if is_stale
            && self
                .status
                .with_untracked(|status| status.agent().is_some())
        {
            self.ask(client);
        }
    }

    /// Another tab has told something.
    fn heard(self, message: TabMessage, client: &Client) {
        let status = self.status.get_untracked();
        if status.is_signing_in() {
            self.heard_while_signing_in.set_value(true);
            return;
        }
        if status.agent().is_none() {
            // The answer that is on its way may be older than the word.
            self.is_asking_due.set_value(true);
            return;
        }
        match message {
            TabMessage::SignedOut => self.leave_with_others(client),
            // Any page of the origin can send words: a flood of them is no flood of calls.
            TabMessage::Changed if self.may_ask_again(facts::reading()) => self.ask(client),
            TabMessage::Changed => self.is_asking_due.set_value(true),
            TabMessage::Leaving => self.hold_open(client),
        }
    }

    fn may_ask_again(self, now: Reading) -> bool {
        let last = self.last_asked_at.get_value();
        last.is_none_or(|at| Expiry::is_spaced(at, now))
    }

    /// On a shared device, shows the portal that a page is here: the farewell of another, or of this one before it was
    /// loaded anew, may come to the portal late.
    pub(super) fn hold_open(self, client: &Client) {
        for pause_s in HOLD_OPEN_AT_S {
            let client = client.clone();
            spawn_local(async move {
                pause(Duration::from_secs(pause_s)).await;
                let is_here = self
                    .status
                    .try_with_untracked(SessionStatus::is_here)
                    .unwrap_or_default();
                if is_here && self.is_on_shared_device() && self.may_ask_again(facts::reading()) {
                    self.ask(&client);
                }
            });
        }
    }

    /// Asks again in a while how the session stands: what was answered a moment ago may be older than what another tab did.
    pub fn look_again(self, client: &Client) {
        for pause_s in LOOK_AGAIN_AT_S {
            let client = client.clone();
            spawn_local(async move {
                pause(Duration::from_secs(pause_s)).await;
                self.ask(&client);
            });
        }
    }

    /// Asks whose the session is, and has what was refused read again when it is still the same agent's; not again and
    /// again, whatever the portal answers.
    pub(super) fn renew(self, client: &Client) {
        let now = facts::reading();
        let last = self.renewed_at.get_value();
        if last.is_none_or(|at| Expiry::is_lost(at, now)) {
            self.renewed_at.set_value(Some(now));
            self.renews.set_value(true);
            self.ask(client);
        }
    }

    /// Asks the portal how long the session lasts, and whose it is: one question at a time.
    pub(super) fn ask(self, client: &Client) {
        let now = facts::reading();
        if self.asked_at.get_value().is_some() {
            // What is asked now may have been answered before it happened.
            self.is_asking_due.set_value(true);
            return;
        }
        self.asked_at.set_value(Some(now));
        self.last_asked_at.set_value(Some(now));
        self.is_asking_due.set_value(false);
        let (client, number) = (client.clone(), client.session_number());
        spawn_local(async move {
            let answer = api::session::get(&client.within(QUICK)).await;
            self.asked_at.set_value(None);
            if !self.is_still(&client, number) {
                return;
            }
            match answer {
                Ok(session) => {
                    self.failed_at.set_value(None);
                    self.received_since(session, now);
                    let renews = self.renews.try_update_value(std::mem::take);
                    if renews.unwrap_or_default()
                        && self.status.with_untracked(SessionStatus::is_here)
                    {
                        self.renewals.update(|renewals| *renewals += 1);
                    }
                }
                Err(error) => {
                    self.failed_at.set_value(Some(facts::reading()));
                    if error == ApiError::SignedOut {
                        self.happened(SessionEvent::LostSession);
                    }
                }
            }
            self.tick(&client);
        });
    }
}
