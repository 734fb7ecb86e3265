//! `/login`: the legal warning, the form, and why it did not work.

mod login_failure;

use crate::browser::focus;
use crate::components::check_strip::{CheckNotice, CheckStrip};
use crate::components::dynamic::{part, text};
use crate::components::icon::Icon;
use crate::components::password_field::PasswordField;
use crate::components::spinner::Spinner;
use crate::components::text_field::TextField;
use crate::route::{Route, SpaceRoute};
use crate::rules::credentials::{InvalidCredentials, validate};
use crate::rules::safe_redirect::safe_redirect;
use crate::rules::session::SessionStatus;
use crate::state::checkup::use_checkup;
use crate::state::locale::use_locale;
use crate::state::location::{use_query, use_redirect};
use crate::state::portal::{use_client, use_portal};
use crate::state::session::use_session;
use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;
pub use login_failure::{LoginFailure, LoginFailureView, is_connection};
use std::time::Duration;

/// Signs in, then leads to where the person was heading.
#[component]
pub fn LoginPage() -> impl IntoView {
    let (session, client, redirect) = (use_session(), use_client(), use_redirect());
    let then = use_query("then");
    let target = move || {
        let wanted = then.get_untracked().unwrap_or_default();
        safe_redirect(&wanted).map_or_else(|| Route::Space(SpaceRoute::Home).href(), str::to_owned)
    };
    Effect::new(move |_| {
        if matches!(session.status(), SessionStatus::SignedIn(_)) {
            redirect(&target());
        }
    });
    let failure = RwSignal::new(None);
    let password = NodeRef::<Input>::new();
    let (username, shown) = (RwSignal::new(String::new()), RwSignal::new(false));
    let checkup = use_checkup();
    let fail = move |reason: LoginFailure| {
        if is_connection(&reason) {
            checkup.run();
        }
        failure.set(Some(reason));
        focus::focus_soon("#error-summary");
    };
    let submit = move || {
        if matches!(
            untrack(move || session.status()),
            SessionStatus::SigningIn | SessionStatus::SignedIn(_)
        ) {
            return;
        }
        let typed = password
            .get_untracked()
            .map(|input| input.value())
            .unwrap_or_default();
        match validate(&username.get_untracked(), typed, false) {
            Err(reasons) => fail(LoginFailure::Incomplete(reasons)),
            Ok(credentials) => {
                failure.set(None);
                shown.set(false);
                let client = client.clone();
                spawn_local(async move {
                    let outcome = session.sign_in(client, credentials).await;
                    // Who has left the page meanwhile is told nothing there.
                    let Some(field) = password.try_get_untracked() else {
                        return;
                    };
                    // Our copies are gone with the credentials; the field is emptied whatever the outcome.
                    if let Some(input) = field {
                        input.set_value("");
                    }
                    if let Err(reason) = outcome {
                        fail(LoginFailure::SignIn(reason));
                    }
                });
            }
        }
    };
    view! { <LoginView username password shown failure submit/> }
}

/// The warning and the form.
#[component]
pub fn LoginView(
    /// What is typed.
    username: RwSignal<String>,
    /// The password's element.
    password: NodeRef<Input>,
    /// True while the password can be read on the screen.
    shown: RwSignal<bool>,
    /// Why the last try did not work.
    failure: RwSignal<Option<LoginFailure>>,
    /// Sends the form.
    submit: impl Fn() + 'static,
) -> impl IntoView {
    let (locale, portal, session) = (use_locale(), use_portal(), use_session());
    let busy = Memo::new(move |_| session.status() == SessionStatus::SigningIn);
    let slow = slowly(busy);
    let expired = move || matches!(session.status(), SessionStatus::Expired(_));
    let missing = move |reason: InvalidCredentials| match failure.get() {
        Some(LoginFailure::Incomplete(reasons)) => reasons.contains(&reason),
        _ => false,
    };
    let username_error = Signal::derive(move || {
        missing(InvalidCredentials::UsernameMissing).then(|| locale.texts().username_missing())
    });
    let password_error = Signal::derive(move || {
        missing(InvalidCredentials::PasswordMissing).then(|| locale.texts().password_missing())
    });
    let explained = Signal::derive(move || failure.get().as_ref().is_some_and(is_connection));
    let legal = move || {
        let notice = locale.pick(&portal.legal_notice());
        if notice.is_empty() {
            locale.texts().legal_fallback().to_owned()
        } else {
            notice
        }
    };
    view! {
        <div class="login">
            <h1 class="login__title" tabindex="-1">{locale.say(|t| t.login_heading())}</h1>
            <section class="login__legal" aria-labelledby="legal-heading">
                <h2 class="login__legal-heading" id="legal-heading"><Icon name="shield"/>{locale.say(|t| t.legal_heading())}</h2>
                <p>{text(legal)}</p>
            </section>
            {part(move || expired().then(|| view! { <p class="login__expired" role="status">{locale.say(|t| t.session_expired_notice())}</p> }))}
            <div id="check-notice"><CheckNotice said=explained/></div>
            <div class="login__errors">
                {part(move || failure.get().map(|failure| view! { <LoginFailureView failure/> }))}
            </div>
            <form class="login__form" method="post" action="/login" novalidate=true on:submit=move |event| {
                event.prevent_default();
                submit();
            }>
                <TextField
                    name="username"
                    label=Signal::derive(locale.say(|t| t.username()))
                    hint=Signal::derive(locale.say(|t| t.username_hint()))
                    error=username_error
                    value=username
                    autocomplete="username"
                />
                <PasswordField name="password" label=Signal::derive(locale.say(|t| t.password())) error=password_error input=password shown/>
                <button class="button login__submit" data-variant="primary" type="submit" aria-disabled=move || busy.get().then_some("true")>
                    {locale.say(|t| t.log_in())}
                </button>
                {part(move || slow.get().then(|| view! { <Spinner label=Signal::derive(locale.say(|t| t.logging_in()))/> }))}
            </form>
            <p class="login__forgot"><a href=Route::Password.href()>{locale.say(|t| t.forgot_password())}</a></p>
            <div id="check-strip"><CheckStrip/></div>
        </div>
    }
}

/// True once `busy` has been true for half a second: a spinner before that would only flicker.
fn slowly(busy: Memo<bool>) -> RwSignal<bool> {
    let slow = RwSignal::new(false);
    Effect::new(move |_| {
        slow.set(false);
        if busy.get() {
            let timeout =
                set_timeout_with_handle(move || slow.set(true), Duration::from_millis(500)).ok();
            on_cleanup(move || {
                if let Some(timeout) = timeout {
                    timeout.clear();
                }
            });
        }
    });
    slow
}
