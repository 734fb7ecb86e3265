//! `/login`: the legal warning, the form, and why it did not work.

mod login_cause;
mod login_failure;
mod login_form;
mod login_view;

use crate::browser::{facts, focus, keyboard, presence};
use crate::contract::problem::ProblemCode;
use crate::route::{Route, SpaceRoute};
use crate::rules::countdown::Wait;
use crate::rules::credentials::{PASSWORD_IDLE_MS, validate};
use crate::rules::safe_redirect::safe_redirect;
use crate::rules::session::SessionStatus;
use crate::state::checkup::use_checkup;
use crate::state::location::{use_query, use_redirect};
use crate::state::portal::use_client;
use crate::state::session::{SignInFailure, use_session};
use leptos::prelude::*;
pub use login_cause::{LoginFailure, cause, is_connection};
pub use login_failure::LoginFailureView;
pub use login_form::{LoginForm, LoginNote, LoginWait};
pub use login_view::LoginView;

/// Signs in, then leads to where the person was heading.
#[component]
pub fn LoginPage() -> impl IntoView {
    let (session, redirect) = (use_session(), use_redirect());
    let then = use_query("then");
    let target = move || {
        let wanted = then.get_untracked().unwrap_or_default();
        safe_redirect(&wanted).map_or_else(|| Route::Space(SpaceRoute::Home).href(), str::to_owned)
    };
    Effect::new(move |_| match session.status() {
        SessionStatus::SignedIn(_) => redirect(&target()),
        SessionStatus::ConsentRequired(_) => redirect(&Route::Consent.then(&target())),
        _ => {}
    });
    let form = LoginForm::default();
    Effect::new(move |_| {
        presence::every_second(move || tick(form));
        presence::when_left(move || {
            let _ = form.shown.try_set(false);
        });
    });
    let client = use_client();
    let left = client.clone();
    // Nobody is signed in behind the back of who went elsewhere.
    Effect::new(move |_| {
        let left = left.clone();
        on_cleanup(move || session.cancel_sign_in(left));
    });
    let send = sender(form);
    let cancel = Callback::new(move |()| {
        session.cancel_sign_in(client.clone());
        form.wipe();
        form.note.set(Some(LoginNote::Cancelled));
        focus::focus_id("password");
    });
    view! { <LoginView form submit=send cancel/> }
}

/// What pressing the button does.
fn sender(form: LoginForm) -> Callback<()> {
    let (session, client, checkup) = (use_session(), use_client(), use_checkup());
    let fail = move |reason: LoginFailure| {
        if is_connection(&reason) {
            checkup.run();
        }
        form.failure.set(Some(reason));
        focus::focus_soon("#error-summary");
    };
    Callback::new(move |()| {
        let status = untrack(move || session.status());
        if matches!(
            status,
            SessionStatus::SigningIn
                | SessionStatus::SignedIn(_)
                | SessionStatus::ConsentRequired(_)
        ) {
            return;
        }
        let username = form.normalise(keyboard::decomposed);
        form.note.set(None);
        if form.must_wait(username.as_str()) {
            let reason = form.wait.get_untracked().map(|wait| wait.failure);
            form.failure.set(reason.map(LoginFailure::SignIn));
            focus::focus_soon("#error-summary");
            return;
        }
        let shared_device = form.shared_device.get_untracked();
        let credentials = match validate(&username, form.typed_password(), shared_device) {
            Err(reasons) => return fail(LoginFailure::Incomplete(reasons)),
            Ok(credentials) => credentials,
        };
        form.failure.set(None);
        form.wait.set(None);
        form.shown.set(false);
        session.sign_in(client.clone(), credentials, move |outcome| {
            // Who has left the page meanwhile is told nothing there.
            if form.failure.try_get_untracked().is_none() {
                return;
            }
            // Our copies are gone with the credentials; the field is emptied whatever the outcome.
            form.wipe();
            if let Err(reason) = outcome {
                form.wait.set(wait(&reason, username.as_str()));
                tick(form);
                fail(LoginFailure::SignIn(reason));
            }
        });
    })
}

/// The wait that a refusal asks for, and for whom.
fn wait(failure: &SignInFailure, username: &str) -> Option<LoginWait> {
    let seconds = login_cause::retry_after(failure)?;
    let is_locked = login_cause::is(failure, ProblemCode::AccountLocked);
    Some(LoginWait {
        wait: Wait::from(facts::now_ms(), seconds),
        username: is_locked.then(|| username.to_owned()),
        failure: failure.clone(),
    })
}

/// What time changes: a wait that runs out, a password that was left behind.
fn tick(form: LoginForm) {
    let now_ms = facts::now_ms();
    let Some(before_ms) = form.ticked_at_ms.try_get_untracked() else {
        return;
    };
    form.ticked_at_ms.set(now_ms);
    let back_ms = before_ms.saturating_sub(now_ms).max(0);
    if back_ms > 0 {
        form.wait.update(|wait| {
            if let Some(wait) = wait {
                wait.wait = wait.wait.put_back(back_ms);
            }
        });
        form.typed_at_ms
            .update(|typed| *typed = typed.map(|typed| typed.saturating_sub(back_ms)));
    }
    let wait = form.wait.get_untracked();
    let left = wait.as_ref().map(|wait| wait.wait.left_s(now_ms));
    if left == Some(0) {
        over(form, wait);
    } else if form.left.get_untracked() != left {
        form.left.set(left);
    }
    let typed_at_ms = form.typed_at_ms.get_untracked();
    if typed_at_ms.is_some_and(|typed| now_ms.saturating_sub(typed) >= PASSWORD_IDLE_MS) {
        form.wipe();
        form.note.set(Some(LoginNote::Wiped));
    }
}

/// The form is open again; what else is said meanwhile stays.
fn over(form: LoginForm, wait: Option<LoginWait>) {
    form.wait.set(None);
    form.left.set(None);
    let reason = wait.map(|wait| LoginFailure::SignIn(wait.failure));
    if form.failure.get_untracked() == reason {
        let was_reading = focus::is_within("#error-summary");
        form.failure.set(None);
        form.note.set(Some(LoginNote::MayTryAgain));
        if was_reading {
            focus::focus_id("password");
        }
    }
}
