//! Who is here, and the deeds that change it; knows no markup and no cookie.

use crate::api;
use crate::api::answer::ApiError;
use crate::api::client::Client;
use crate::browser::deadline::pause;
use crate::browser::{document, facts};
use crate::contract::problem::ProblemCode;
use crate::contract::session::{Credentials, Session, SessionState};
use crate::rules::session::{SessionEvent, SessionStatus, after, event_of};
use leptos::prelude::{
    Get, GetUntracked, GetValue, Owner, RwSignal, Set, SetValue, StoredValue, Update, UpdateValue,
    WithUntracked, expect_context, provide_context,
};
use leptos::reactive::spawn_local_scoped_with_cancellation;
use leptos::task::spawn_local;
use std::time::Duration;

/// Who is at work for a while needs no call for every key.
const EXTENDED_EVERY_MS: i64 = 60 * 1000;

/// Who is here.
#[derive(Clone, Copy, Debug)]
pub struct SessionContext {
    status: RwSignal<SessionStatus>,
    details: RwSignal<Option<Session>>,
    check_failure: RwSignal<Option<ApiError>>,
    /// The try to sign in that is under way; cleaned up, it is given up.
    attempt: StoredValue<Option<Owner>>,
    /// True while what a try that was taken back may have opened is closed.
    closing: RwSignal<bool>,
    /// When the session was last extended, by the device's clock in milliseconds since 1970.
    extended_at_ms: StoredValue<i64>,
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

/// Starts in `status`.
pub fn provide_session(status: SessionStatus) -> SessionContext {
    let context = SessionContext {
        status: RwSignal::new(status),
        details: RwSignal::new(None),
        check_failure: RwSignal::new(None),
        attempt: StoredValue::new(None),
        closing: RwSignal::new(false),
        extended_at_ms: StoredValue::new(0),
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

    /// What the portal last told about the session, tracked; `None` when nobody is signed in.
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

    /// Takes what happened into account.
    pub fn happened(self, event: SessionEvent) {
        if !matches!(
            event,
            SessionEvent::ReceivedAgent(_)
                | SessionEvent::ReceivedConsentDue(_)
                | SessionEvent::ConsentFellDue
        ) {
            self.details.set(None);
        }
        self.status.update(|status| {
            *status = after(std::mem::replace(status, SessionStatus::Checking), event);
        });
    }

    /// Takes an answer of the session endpoint, or of the consent's, into account.
    pub fn received(self, session: Session) {
        let event = event_of(&session);
        let is_somebody = !matches!(event, SessionEvent::ReceivedNobody);
        self.happened(event);
        self.details.set(is_somebody.then_some(session));
    }

    /// Takes it into account when a call failed because of the session.
    pub fn was_refused(self, error: &ApiError) {
        match error {
            ApiError::SignedOut => self.happened(SessionEvent::LostSession),
            ApiError::Refused(problem) if problem.code == ProblemCode::ConsentRequired => {
                self.happened(SessionEvent::ConsentFellDue);
            }
            _ => {}
        }
    }

    /// Asks the portal who is here.
    pub fn check(self, client: Client) {
        self.check_failure.set(None);
        spawn_local(async move {
            match api::session::get(&client).await {
                // Whoever signed in meanwhile is not signed out by the answer to an older question.
                _ if self.status.get_untracked() != SessionStatus::Checking => {}
                Ok(session) => self.received(session),
                Err(error) => self.check_failure.set(Some(error)),
            }
        });
    }

    /// Signs in, as far as the consent that may be due, makes sure that the browser kept the session, and tells `told`
    /// why not; nobody is signed in then. A try that was taken back tells nothing.
    pub fn sign_in(
        self,
        client: Client,
        credentials: Credentials,
        told: impl FnOnce(Result<(), SignInFailure>) + 'static,
    ) {
        self.happened(SessionEvent::SubmittedCredentials);
        let owner = Owner::new();
        owner.with(|| {
            spawn_local_scoped_with_cancellation(async move {
                // What closes a session that was taken back must not close this one.
                while self.closing.get_untracked() {
                    pause(Duration::from_millis(50)).await;
                }
                let outcome = attempt(&client, credentials).await;
                match outcome {
                    Ok(session) => {
                        self.received(session);
                        told(Ok(()));
                    }
                    Err(failure) => {
                        self.happened(SessionEvent::FailedToSignIn);
                        told(Err(failure));
                    }
                }
            });
        });
        self.attempt.set_value(Some(owner));
    }

    /// Takes a try back: the call is given up, and a session that it opened all the same is closed.
    pub fn cancel_sign_in(self, client: Client) {
        if self.status.get_untracked() != SessionStatus::SigningIn {
            return;
        }
        if let Some(owner) = self.attempt.try_update_value(Option::take).flatten() {
            owner.cleanup();
        }
        self.happened(SessionEvent::FailedToSignIn);
        self.closing.set(true);
        spawn_local(async move {
            let left_open = api::session::get(&client)
                .await
                .is_ok_and(|session| session.state != SessionState::SignedOut);
            if left_open {
                let _ = api::session::sign_out(&client).await;
            }
            self.closing.set(false);
        });
    }

    /// Extends the session because its agent is at it, at most once a minute; a session that has ended meanwhile is told.
    pub fn extend(self, client: Client) {
        let now_ms = facts::now_ms();
        let since_ms = now_ms.saturating_sub(self.extended_at_ms.get_value());
        let is_signed_in = self
            .status
            .with_untracked(|status| matches!(status, SessionStatus::SignedIn(_)));
        if !is_signed_in || (0..EXTENDED_EVERY_MS).contains(&since_ms) {
            return;
        }
        self.extended_at_ms.set_value(now_ms);
        spawn_local(async move {
            if let Err(error) = api::session::extend(&client).await {
                self.was_refused(&error);
            }
        });
    }

    /// Locks the screen, tells the portal, and leaves for the receipt with a new document.
    pub fn sign_out(self, client: Client) {
        self.happened(SessionEvent::AskedToSignOut);
        spawn_local(async move {
            let mut told = api::session::sign_out(&client).await;
            if told.is_err() {
                told = api::session::sign_out(&client).await;
            }
            document::replace_with(if told.is_ok() {
                "/signed-out"
            } else {
                "/signed-out?portal=unreached"
            });
        });
    }
}

async fn attempt(client: &Client, credentials: Credentials) -> Result<Session, SignInFailure> {
    let lost = match api::session::sign_in(client, credentials).await {
        Ok(session) => {
            stop_at_second_factor(client, &session).await?;
            false
        }
        Err(ApiError::OutcomeUnknown) => true,
        Err(error) => return Err(SignInFailure::Api(error)),
    };
    // Only a second question shows whether the cookie was kept (or, when the answer was lost, what became of it).
    let mut asked = api::session::get(client).await;
    if asked.is_err() {
        asked = api::session::get(client).await;
    }
    let Ok(kept) = asked else {
        // Nobody can tell, and nothing is left open that this page knows of.
        let _ = api::session::sign_out(client).await;
        return Err(SignInFailure::Api(ApiError::OutcomeUnknown));
    };
    stop_at_second_factor(client, &kept).await?;
    match kept.state {
        SessionState::SignedIn | SessionState::ConsentRequired if kept.agent.is_some() => Ok(kept),
        SessionState::SignedOut if lost => Err(SignInFailure::Api(ApiError::OutcomeUnknown)),
        SessionState::SignedOut => Err(SignInFailure::SessionNotKept),
        _ => Err(SignInFailure::Api(ApiError::Unreadable)),
    }
}

/// A sign-in that needs a step that is not offered here is ended, so that it does not stay open half-way.
async fn stop_at_second_factor(client: &Client, session: &Session) -> Result<(), SignInFailure> {
    if session.state != SessionState::SecondFactorRequired {
        return Ok(());
    }
    // Its own end is no concern of the person's: the portal closes it by itself otherwise.
    let _ = api::session::sign_out(client).await;
    Err(SignInFailure::SecondFactorRequired)
}
