//! Who is here, and the deeds that change it; knows no markup and no cookie.

use crate::api;
use crate::api::answer::ApiError;
use crate::api::client::Client;
use crate::browser::document;
use crate::contract::problem::{Problem, ProblemCode};
use crate::contract::session::{Credentials, Session, SessionState};
use crate::rules::session::{SessionEvent, SessionStatus, after, event_of};
use leptos::prelude::{Get, GetUntracked, RwSignal, Set, Update, expect_context, provide_context};
use leptos::task::spawn_local;

/// Who is here.
#[derive(Clone, Copy, Debug)]
pub struct SessionContext {
    status: RwSignal<SessionStatus>,
    details: RwSignal<Option<Session>>,
    check_failure: RwSignal<Option<ApiError>>,
}

/// Why a sign-in did not end in the agent space.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignInFailure {
    /// The call failed or was refused.
    Api(ApiError),
    /// The portal accepted, and the browser did not keep the session's cookie.
    SessionNotKept,
    /// The charter or the terms must be accepted first.
    ConsentRequired,
    /// A second factor is due.
    SecondFactorRequired,
}

/// Starts in `status`.
pub fn provide_session(status: SessionStatus) -> SessionContext {
    let context = SessionContext {
        status: RwSignal::new(status),
        details: RwSignal::new(None),
        check_failure: RwSignal::new(None),
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
        if !matches!(event, SessionEvent::ReceivedAgent(_)) {
            self.details.set(None);
        }
        self.status.update(|status| {
            *status = after(std::mem::replace(status, SessionStatus::Checking), event);
        });
    }

    fn received(self, session: Session) {
        let event = event_of(&session);
        let details = matches!(event, SessionEvent::ReceivedAgent(_)).then_some(session);
        self.happened(event);
        self.details.set(details);
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

    /// Signs in, and makes sure that the browser kept the session.
    ///
    /// # Errors
    ///
    /// Why the agent is not in the space; nobody is signed in then.
    pub async fn sign_in(
        self,
        client: Client,
        credentials: Credentials,
    ) -> Result<(), SignInFailure> {
        self.happened(SessionEvent::SubmittedCredentials);
        let outcome = attempt(&client, credentials).await;
        match outcome {
            Ok(session) => {
                self.received(session);
                Ok(())
            }
            Err(failure) => {
                self.happened(SessionEvent::FailedToSignIn);
                Err(failure)
            }
        }
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
    let answered = api::session::sign_in(client, credentials).await;
    let lost = answered == Err(ApiError::OutcomeUnknown);
    match answered {
        Ok(session) => stop_unless_signed_in(client, &session).await?,
        Err(ApiError::Refused(Problem {
            code: ProblemCode::ConsentRequired,
            ..
        })) => return Err(SignInFailure::ConsentRequired),
        Err(ApiError::OutcomeUnknown) => {}
        Err(error) => return Err(SignInFailure::Api(error)),
    }
    // Only a second question shows whether the cookie was kept (or, when the answer was lost, what became of it).
    let kept = api::session::get(client)
        .await
        .map_err(SignInFailure::Api)?;
    stop_unless_signed_in(client, &kept).await?;
    match kept.state {
        SessionState::SignedIn => Ok(kept),
        _ if lost => Err(SignInFailure::Api(ApiError::Unavailable { trace_id: None })),
        _ => Err(SignInFailure::SessionNotKept),
    }
}

/// A sign-in that needs one more step that is not offered here is ended, so that it does not stay open half-way.
async fn stop_unless_signed_in(client: &Client, session: &Session) -> Result<(), SignInFailure> {
    let failure = match session.state {
        SessionState::ConsentRequired => SignInFailure::ConsentRequired,
        SessionState::SecondFactorRequired => SignInFailure::SecondFactorRequired,
        SessionState::SignedIn | SessionState::SignedOut | SessionState::Unknown => return Ok(()),
    };
    // Its own end is no concern of the person's: the portal closes it by itself otherwise.
    let _ = api::session::sign_out(client).await;
    Err(failure)
}
