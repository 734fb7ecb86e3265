//! The legal warning, the form and what is said about it; knows no call.

use crate::browser::keyboard;
use crate::components::check_strip::{CheckNotice, CheckStrip};
use crate::components::checkbox_field::CheckboxField;
use crate::components::countdown::SpokenCountdown;
use crate::components::dynamic::{part, text};
use crate::components::finding_words::guide;
use crate::components::icon::Icon;
use crate::components::login_failure::LoginFailureView;
use crate::components::password_field::PasswordField;
use crate::components::spinner::Spinner;
use crate::components::text_field::TextField;
use crate::route::{Route, TextName};
use crate::rules::credentials::InvalidCredentials;
use crate::rules::session::SessionStatus;
use crate::state::checkup::use_checkup;
use crate::state::locale::use_locale;
use crate::state::login_cause::{LoginFailure, incomplete, is_connection};
use crate::state::login_form::{LoginForm, LoginNote};
use crate::state::portal::use_portal;
use crate::state::session::use_session;
use crate::state::slowly::slowly;
use leptos::prelude::*;

/// How long a shared device's session lasts while the portal has not said.
const SHARED_DEVICE_IDLE_S: u32 = 5 * 60;

/// The page.
#[component]
pub fn LoginView(
    /// What the form holds.
    form: LoginForm,
    /// Sends it.
    submit: Callback<()>,
    /// Takes that back.
    cancel: Callback<()>,
) -> impl IntoView {
    let (locale, session) = (use_locale(), use_session());
    let expired = move || {
        matches!(
            session.status(),
            SessionStatus::Expired(_) | SessionStatus::SigningInAgain(_)
        )
    };
    let explained = Signal::derive(move || form.failure.get().as_ref().is_some_and(is_connection));
    let failure = part(move || {
        form.failure
            .get()
            .map(|failure| view! { <LoginFailureView failure left=form.left/> })
    });
    let note = part(move || {
        let t = locale.texts();
        form.note.get().map(|note| match note {
            LoginNote::Cancelled => t.cancelled(),
            LoginNote::Wiped => t.password_wiped(),
            LoginNote::MayTryAgain => t.wait_over(),
        })
    });
    view! {
        <div class="login">
            <h1 class="login__title" tabindex="-1">{locale.say(|t| t.login_heading())}</h1>
            <LegalWarning/>
            {part(move || expired().then(|| view! { <p class="login__expired" role="status">{locale.say(|t| t.session_expired_notice())}</p> }))}
            <div id="check-notice"><CheckNotice said=explained/></div>
            <div class="login__errors">{failure}</div>
            <SpokenCountdown left=form.left label=|t| t.wait_label()/>
            <p class="login__note" id="login-note" role="status">{note}</p>
            <FormView form submit cancel/>
            <p class="login__forgot"><a href=Route::Password.href()>{locale.say(|t| t.forgot_password())}</a></p>
            <div id="check-strip"><CheckStrip/></div>
        </div>
    }
}

/// The organisation's warning, and what signing in commits to.
#[component]
fn LegalWarning() -> impl IntoView {
    let (locale, portal) = (use_locale(), use_portal());
    let legal = move || {
        let notice = locale.pick(&portal.legal_notice());
        if notice.is_empty() {
            locale.texts().legal_fallback().to_owned()
        } else {
            notice
        }
    };
    let (charter, terms) = (
        Route::Text(TextName::Charter).href(),
        Route::Text(TextName::Terms).href(),
    );
    view! {
        <section class="login__legal" aria-labelledby="legal-heading">
            <h2 class="login__legal-heading" id="legal-heading"><Icon name="shield"/>{locale.say(|t| t.legal_heading())}</h2>
            <p>{text(legal)}</p>
            <p>
                {locale.say(|t| t.commitment()[0])}
                <a href=charter>{locale.say(|t| t.charter_link())}</a>
                {locale.say(|t| t.commitment()[1])}
                <a href=terms>{locale.say(|t| t.terms_link())}</a>
                {locale.say(|t| t.commitment()[2])}
            </p>
        </section>
    }
}

/// The fields and the button.
#[component]
fn FormView(form: LoginForm, submit: Callback<()>, cancel: Callback<()>) -> impl IntoView {
    let (locale, portal, session) = (use_locale(), use_portal(), use_session());
    let checkup = use_checkup();
    let busy = Memo::new(move |_| session.status().is_signing_in());
    let slow = slowly(busy);
    let closed =
        move || busy.get() || (form.left.get().is_some() && form.must_wait(&form.username.get()));
    let error = move |wanted: &'static [InvalidCredentials]| {
        Signal::derive(move || match form.failure.get() {
            Some(LoginFailure::Incomplete(reasons)) => reasons
                .into_iter()
                .find(|reason| wanted.contains(reason))
                .map(|reason| incomplete(reason, locale.texts())),
            _ => None,
        })
    };
    let username_error = error(&[
        InvalidCredentials::UsernameMissing,
        InvalidCredentials::UsernameTooLong,
    ]);
    let password_error = error(&[
        InvalidCredentials::PasswordMissing,
        InvalidCredentials::PasswordTooLong,
    ]);
    let corrected = move || {
        let now = form.username.get();
        let corrected = form.corrected.get().filter(|it| it.as_str() == now)?;
        let t = locale.texts();
        Some(t.username_changed(corrected.as_str(), corrected.changes()))
    };
    let effects = move || {
        let idle_s = portal.answer().map_or(SHARED_DEVICE_IDLE_S, |portal| {
            portal.session.shared_device_idle_s
        });
        let t = locale.texts();
        let guide = guide(checkup.get().recognised.as_ref());
        let effects = t.shared_device_effects(&t.duration(idle_s));
        format!("{effects} {}", t.decline_to_save(guide))
    };
    // Browsers that heed it neither fill in nor offer to keep what is typed on a device of several.
    let autocomplete = move |own: &'static str| {
        Signal::derive(move || if form.shared_device.get() { "off" } else { own })
    };
    view! {
        <form class="login__form" method="post" action="/login" novalidate=true on:submit=move |event| {
            event.prevent_default();
            submit.run(());
        }>
            <TextField
                name="username"
                label=Signal::derive(locale.say(|t| t.username()))
                hint=Signal::derive(locale.say(|t| t.username_hint()))
                error=username_error
                value=form.username
                autocomplete=autocomplete("username")
                note=Signal::derive(corrected)
                finished=move || {
                    form.normalise(keyboard::decomposed);
                }
            />
            <PasswordField
                name="password"
                label=Signal::derive(locale.say(|t| t.password()))
                error=password_error
                input=form.password
                shown=form.shown
                autocomplete=autocomplete("current-password")
                typed=move || form.typed()
            />
            <CheckboxField name="shared_device" label=Signal::derive(locale.say(|t| t.shared_device())) effects=text(effects) checked=form.shared_device/>
            <button class="button" data-variant="primary" type="submit" aria-disabled=move || closed().then_some("true")>
                {locale.say(|t| t.log_in())}
            </button>
            {part(move || slow.get().then(|| view! {
                <div class="login__progress">
                    <Spinner label=Signal::derive(locale.say(|t| t.logging_in()))/>
                    <button class="button" type="button" on:click=move |_| cancel.run(())>{locale.say(|t| t.cancel())}</button>
                </div>
            }))}
        </form>
    }
}
