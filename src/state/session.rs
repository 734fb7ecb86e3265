//! Who is here, and the deeds that change it; knows no markup and no cookie.

mod lasting;
mod leaving;
mod signing_in;

use super::drafts::DraftsContext;
use crate::api;
use crate::api::answer::ApiError;
use crate::api::client::Client;
use crate::browser::tabs::Tabs;
use crate::browser::{document, facts};
use crate::contract::problem::ProblemCode;
use crate::contract::session::Session;
use crate::route::{Route, SpaceRoute};
use crate::rules::expiry::{Expiry, Reading, Warning};
use crate::rules::session::{SessionEvent, SessionStatus, after, event_of};
pub use lasting::Staying;
use leptos::prelude::{
    Get, GetUntracked, GetValue, LocalStorage, Owner, RwSignal, Set, SetValue, StoredValue,
    WithUntracked, expect_context, provide_context,
};
use leptos::task::spawn_local;

/// Who is here.
#[derive(Clone, Copy, Debug)]
pub struct SessionContext {
    status: RwSignal<SessionStatus>,
    details: RwSignal<Option<Session>>,
    check_failure: RwSignal<Option<ApiError>>,
    drafts: DraftsContext,
    /// The try to sign in that is under way; cleaned up, it is given up.
    attempt: StoredValue<Option<Owner>>,
    /// True while what a try that was taken back may have opened is closed.
    closing: RwSignal<bool>,
    /// When the session ends, as the portal last told.
    expiry: StoredValue<Option<Expiry>>,
    /// The warning that stands before the agent.
    warning: RwSignal<Option<Warning>>,
    /// What became of the answer to it.
    staying: RwSignal<Staying>,
    /// When the portal was asked how long it still lasts, while that is not answered.
    asked_at: StoredValue<Option<Reading>>,
    /// When it was last asked, answered or not.
    last_asked_at: StoredValue<Option<Reading>>,
    /// True when it is to be asked at the next second.
    is_asking_due: StoredValue<bool>,
    /// When it was last asked in vain.
    failed_at: StoredValue<Option<Reading>>,
    /// Counted up when calls that were refused for their token may be made again, and when that was.
    renewals: RwSignal<u32>,
    renewed_at: StoredValue<Option<Reading>>,
    renews: StoredValue<bool>,
    /// Where the receipt is shown in this document, because no new one can be had.
    receipt_here: RwSignal<Option<String>>,
    /// When the agent signed in on this page.
    signed_in_at: StoredValue<Option<Reading>>,
    /// Another tab told of a change while this one was signing in.
    heard_while_signing_in: StoredValue<bool>,
    /// When the session was last extended, or that was tried.
    extended_at: StoredValue<Option<Reading>>,
    /// True while the portal is being told of a sign-out, and has not heard of it.
    is_telling: StoredValue<bool>,
    tabs: StoredValue<Option<Tabs>, LocalStorage>,
    client: StoredValue<Option<Client>>,
}

/// Why a sign-in did not end in the agent space.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignInFailure {
    /// The call failed or was refused.
    Api(ApiError),
    /// The portal accepted, and the browser did not keep the session's cookie.
    SessionNotKept,
    /// A second factor is due.
    SecondFactorRequired,
}

/// Starts in `status`; `drafts` belong to whoever is here.
pub fn provide_session(status: SessionStatus, drafts: DraftsContext) -> SessionContext {
    let context = SessionContext {
        status: RwSignal::new(status),
        details: RwSignal::new(None),
        check_failure: RwSignal::new(None),
        drafts,
        attempt: StoredValue::new(None),
        closing: RwSignal::new(false),
        expiry: StoredValue::new(None),
        warning: RwSignal::new(None),
        staying: RwSignal::new(Staying::NotAsked),
        asked_at: StoredValue::new(None),
        last_asked_at: StoredValue::new(None),
        is_asking_due: StoredValue::new(false),
        failed_at: StoredValue::new(None),
        renewals: RwSignal::new(0),
        renewed_at: StoredValue::new(None),
        renews: StoredValue::new(false),
        receipt_here: RwSignal::new(None),
        signed_in_at: StoredValue::new(None),
        heard_while_signing_in: StoredValue::new(false),
        extended_at: StoredValue::new(None),
        is_telling: StoredValue::new(false),
        tabs: StoredValue::new_local(None),
        client: StoredValue::new(None),
    };
    provide_context(context);
    context
}

/// Who is here.
#[must_use]
pub fn use_session() -> SessionContext {
    expect_context()
}

impl SessionContext {
    /// Who is here, tracked.
    #[must_use]
    pub fn status(self) -> SessionStatus {
        self.status.get()
    }

    /// What the portal told about the session, tracked; `None` when nobody is signed in. Its times are those of a moment
    /// that is past: what lasts is told by [`Self::warning`].
    #[must_use]
    pub fn details(self) -> Option<Session> {
        self.details.get()
    }

    /// Why the portal could not tell who is here, tracked.
    #[must_use]
    pub fn check_failure(self) -> Option<ApiError> {
        self.check_failure.get()
    }

    /// The same, read once.
    #[must_use]
    pub fn check_failure_untracked(self) -> Option<ApiError> {
        self.check_failure.get_untracked()
    }

    /// The warning that the session ends soon, tracked.
    #[must_use]
    pub fn warning(self) -> Option<Warning> {
        self.warning.get()
    }

    /// What became of the wish to stay, tracked.
    #[must_use]
    pub fn staying(self) -> Staying {
        self.staying.get()
    }

    /// How often the session was found to be the same agent's under another token, tracked: what was refused for the old
    /// one is read again.
    #[must_use]
    pub fn renewals(self) -> u32 {
        self.renewals.get()
    }

    /// The address of the receipt, tracked, when it is to be shown in this document: the network is dead, and a new
    /// document can't be had.
    #[must_use]
    pub fn receipt_here(self) -> Option<String> {
        self.receipt_here.get()
    }

    /// Takes what happened into account.
    pub fn happened(self, event: SessionEvent) {
        let ends = matches!(
            event,
            SessionEvent::LostSession | SessionEvent::ReceivedNobody
        );
        let before = self.status.get_untracked();
        if ends && before.is_here() && self.is_on_shared_device() {
            return self.leave_ended();
        }
        let now = after(before, event);
        if !now.is_here() {
            self.details.set(None);
            self.expiry.set_value(None);
            self.warning.set(None);
        }
        match &now {
            SessionStatus::SignedIn(agent) | SessionStatus::ConsentRequired(agent) => {
                self.drafts.belong_to(&agent.id);
            }
            SessionStatus::Replaced => {
                self.drafts.leave();
                document::replace_with(&Route::Space(SpaceRoute::Home).href());
            }
            _ => {}
        }
        self.status.set(now);
    }

    /// Takes an answer of the session endpoint, or of the consent's, into account.
    pub fn received(self, session: Session) {
        self.received_since(session, facts::reading());
    }

    /// The same, of an answer that was asked for at `asked_at`.
    fn received_since(self, session: Session, asked_at: Reading) {
        let event = event_of(&session);
        let is_somebody = !matches!(event, SessionEvent::ReceivedNobody);
        self.happened(event);
        if !is_somebody || !self.status.with_untracked(SessionStatus::is_here) {
            return;
        }
        let told = Expiry::told(&session, asked_at);
        let known = self.expiry.get_value();
        let is_older = known
            .zip(told)
            .is_some_and(|(known, told)| told.is_older_than(&known));
        if !is_older {
            self.expiry.set_value(told);
        }
        // What only time has changed is not drawn anew.
        let is_news = self
            .details
            .with_untracked(|known| known.as_ref().is_none_or(|known| is_news(known, &session)));
        if is_news {
            self.details.set(Some(session));
        }
    }

    /// Takes it into account when a call failed because of the session.
    pub fn was_refused(self, error: &ApiError) {
        match error {
            // What was asked before this sign-in may be refused after it.
            ApiError::SignedOut if self.is_fresh() => self.renew_now(),
            ApiError::SignedOut => self.happened(SessionEvent::LostSession),
            ApiError::Refused(problem) if problem.code == ProblemCode::ConsentRequired => {
                self.happened(SessionEvent::ConsentFellDue);
            }
            // Somebody else may have signed in in another tab.
            ApiError::Refused(problem) if problem.code == ProblemCode::CsrfRefused => {
                self.renew_now();
            }
            _ => {}
        }
    }

    /// Asks the portal who is here.
    pub fn check(self, client: Client) {
        let is_first = self.check_failure.get_untracked().is_none();
        self.check_failure.set(None);
        let asked_at = if is_first {
            // The boot script may have asked, as early as the page began.
            facts::page_start()
        } else {
            facts::reading()
        };
        spawn_local(async move {
            match api::session::get(&client).await {
                // Whoever signed in meanwhile is not signed out by the answer to an older question.
                _ if self.status.get_untracked() != SessionStatus::Checking => {}
                Ok(session) => {
                    self.received_since(session, asked_at);
                    self.hold_open(&client);
                }
                Err(error) => self.check_failure.set(Some(error)),
            }
        });
    }

    fn renew_now(self) {
        if let Some(client) = self.client.get_value() {
            self.renew(&client);
        }
    }

    /// True while an answer to something that was asked before the sign-in may still come.
    fn is_fresh(self) -> bool {
        let now = facts::reading();
        self.signed_in_at
            .get_value()
            .is_some_and(|at| !Expiry::is_settled(at, now))
    }

    fn is_on_shared_device(self) -> bool {
        self.details.with_untracked(|details| {
            details
                .as_ref()
                .is_some_and(|session| session.shared_device)
        })
    }
}

/// True when more than the times and the token differ.
fn is_news(known: &Session, told: &Session) -> bool {
    let mut known = known.clone();
    known.now = told.now;
    known.idle_expires_at = told.idle_expires_at;
    known.csrf_token.clone_from(&told.csrf_token);
    known != *told
}
