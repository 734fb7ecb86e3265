//! Signing in, for the first time or again; knows no form.

use super::{SessionContext, SignInFailure};
use crate::api;
use crate::api::answer::ApiError;
use crate::api::client::Client;
use crate::browser::deadline::pause;
use crate::browser::facts;
use crate::contract::session::{Credentials, Session, SessionState};
use crate::rules::session::{SessionEvent, SessionStatus};
use crate::rules::tab_message::TabMessage;
use leptos::prelude::{GetUntracked, GetValue, Owner, Set, SetValue, UpdateValue, WithUntracked};
use leptos::reactive::spawn_local_scoped_with_cancellation;
use leptos::task::spawn_local;
use std::time::Duration;

impl SessionContext {
    /// Signs in, as far as the consent that may be due, makes sure that the browser kept the session, and tells `told`
    /// why not; nobody is signed in then. A try that was taken back tells nothing.
    pub fn sign_in(
        self,
        client: Client,
        credentials: Credentials,
        told: impl FnOnce(Result<(), SignInFailure>) + 'static,
    ) {
        self.happened(SessionEvent::SubmittedCredentials);
        self.heard_while_signing_in.set_value(false);
        let owner = Owner::new();
        owner.with(|| {
            spawn_local_scoped_with_cancellation(async move {
                // What closes a session that was taken back must not close this one.
                while self.closing.get_untracked() {
                    pause(Duration::from_millis(50)).await;
                }
                let asked_at = facts::reading();
                let outcome = attempt(&client, credentials).await;
                match outcome {
                    Ok(session) => {
                        self.extended_at.set_value(Some(asked_at));
                        self.signed_in_at.set_value(Some(facts::reading()));
                        self.received_since(session, asked_at);
                        self.tell_tabs(TabMessage::Changed);
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
        if !self.status.with_untracked(SessionStatus::is_signing_in) {
            return;
        }
        if let Some(owner) = self.attempt.try_update_value(Option::take).flatten() {
            owner.cleanup();
        }
        self.happened(SessionEvent::FailedToSignIn);
        if self.heard_while_signing_in.get_value() {
            // Somebody signed in in another tab meanwhile: what is open may be theirs, and is not closed.
            return self.ask(&client);
        }
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
