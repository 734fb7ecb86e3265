//! What a form to sign in with holds, and what sending it does; knows no markup and no page.

use super::checkup::use_checkup;
use super::login_cause::{LoginFailure, is, is_connection, retry_after};
use super::portal::use_client;
use super::session::{SignInFailure, use_session};
use crate::browser::{facts, focus, keyboard, presence};
use crate::contract::problem::ProblemCode;
use crate::rules::countdown::Wait;
use crate::rules::credentials::{PASSWORD_IDLE_MS, Username, normalised_username, validate};
use leptos::html::Input;
use leptos::prelude::*;

/// The form's values and what is said beside them.
#[derive(Clone, Copy, Debug)]
pub struct LoginForm {
    /// What is typed under Identifiant.
    pub username: RwSignal<String>,
    /// What was made of it, while that differs from what was typed.
    pub corrected: RwSignal<Option<Username>>,
    /// The password's element, which alone holds what is typed.
    pub password: NodeRef<Input>,
    /// When a letter was last typed there, in the device's milliseconds since 1970; `None` while it is empty.
    pub typed_at_ms: RwSignal<Option<i64>>,
    /// True while the password can be read on the screen.
    pub shown: RwSignal<bool>,
    /// True when others use the device too.
    pub shared_device: RwSignal<bool>,
    /// Why the last try did not work.
    pub failure: RwSignal<Option<LoginFailure>>,
    /// Until when the portal takes no further try.
    pub wait: RwSignal<Option<LoginWait>>,
    /// The seconds that are left of it.
    pub left: RwSignal<Option<u32>>,
    /// When the clock was last looked at, in the device's milliseconds since 1970.
    pub ticked_at_ms: RwSignal<i64>,
    /// What happened to the form by itself.
    pub note: RwSignal<Option<LoginNote>>,
}

/// A wait that the portal asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoginWait {
    /// How long.
    pub wait: Wait,
    /// The one username that it is for; `None` when it is for all.
    pub username: Option<String>,
    /// Why.
    pub failure: SignInFailure,
}

/// What happened to the form by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoginNote {
    /// The person took the attempt back.
    Cancelled,
    /// The password was left behind too long.
    Wiped,
    /// The wait is over.
    MayTryAgain,
}

impl Default for LoginForm {
    fn default() -> Self {
        Self {
            username: RwSignal::new(String::new()),
            corrected: RwSignal::new(None),
            password: NodeRef::new(),
            typed_at_ms: RwSignal::new(None),
            shown: RwSignal::new(false),
            shared_device: RwSignal::new(false),
            failure: RwSignal::new(None),
            wait: RwSignal::new(None),
            left: RwSignal::new(None),
            ticked_at_ms: RwSignal::new(0),
            note: RwSignal::new(None),
        }
    }
}

impl LoginForm {
    /// What the password's element holds now.
    #[must_use]
    pub fn typed_password(self) -> String {
        let field = self.password.get_untracked();
        field.map(|input| input.value()).unwrap_or_default()
    }

    /// Takes it into account that a letter was typed there.
    pub fn typed(self) {
        let field = self.password.get_untracked();
        let is_empty = field.is_none_or(|field| keyboard::is_empty(&field));
        self.typed_at_ms.set((!is_empty).then(facts::now_ms));
    }

    /// Empties the password's element; nobody else holds a copy.
    pub fn wipe(self) {
        let _ = self.typed_at_ms.try_set(None);
        let _ = self.shown.try_set(false);
        if let Some(Some(input)) = self.password.try_get_untracked() {
            input.set_value("");
        }
    }

    /// Puts the username as the portal writes it into the field, and says what was changed.
    pub fn normalise(self, decompose: impl Fn(&str) -> String) -> Username {
        let typed = self.username.get_untracked();
        let username = normalised_username(&typed, decompose);
        // What leaves nothing is better seen as it was typed.
        if username.as_str() != typed && !username.as_str().is_empty() {
            self.username.set(username.as_str().to_owned());
            let said = username.clone();
            focus::when_released(move || {
                let _ = self.corrected.try_set(Some(said));
            });
        }
        username
    }

    /// True while the portal would take no try for `username`.
    #[must_use]
    pub fn must_wait(self, username: &str) -> bool {
        self.wait.with_untracked(|wait| {
            wait.as_ref()
                .is_some_and(|wait| wait.username.as_deref().is_none_or(|one| one == username))
        })
    }
}

/// What pressing the button does: one try at a time, however often it is pressed.
#[must_use]
pub fn sender(form: LoginForm) -> Callback<()> {
    let (session, client, checkup) = (use_session(), use_client(), use_checkup());
    let fail = move |reason: LoginFailure| {
        if is_connection(&reason) {
            checkup.run();
        }
        form.failure.set(Some(reason));
        focus::focus_soon("#error-summary");
    };
    Callback::new(move |()| {
        if !untrack(move || session.status()).takes_credentials() {
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

/// What taking a try back does.
#[must_use]
pub fn canceller(form: LoginForm) -> Callback<()> {
    let (session, client) = (use_session(), use_client());
    Callback::new(move |()| {
        session.cancel_sign_in(client.clone());
        form.wipe();
        form.note.set(Some(LoginNote::Cancelled));
        focus::focus_id("password");
    })
}

/// Counts waits down, hides the password when the page is left, wipes it when it was left behind, and takes a try back
/// that nobody waits for any more; until the caller's owner is cleaned up.
pub fn watch(form: LoginForm) {
    let (session, client) = (use_session(), use_client());
    Effect::new(move |_| {
        presence::every_second(move || tick(form));
        presence::when_left(move || {
            let _ = form.shown.try_set(false);
        });
        // Nobody is signed in behind the back of who went elsewhere.
        let left = client.clone();
        on_cleanup(move || session.cancel_sign_in(left));
    });
}

/// The wait that a refusal asks for, and for whom.
fn wait(failure: &SignInFailure, username: &str) -> Option<LoginWait> {
    let seconds = retry_after(failure)?;
    let is_locked = is(failure, ProblemCode::AccountLocked);
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
