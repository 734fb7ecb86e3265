//! What the login form holds; knows no call and no clock.

use super::LoginFailure;
use crate::browser::focus;
use crate::rules::countdown::Wait;
use crate::rules::credentials::{Username, normalised_username};
use crate::state::session::SignInFailure;
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
