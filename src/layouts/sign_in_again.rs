//! Signing in again where the agent was, once the session has ended: what they wrote is kept, nothing of theirs is shown;
//! knows no page.

use super::public_layout::PublicLayout;
use crate::browser::document;
use crate::components::countdown::SpokenCountdown;
use crate::components::dynamic::{part, text};
use crate::components::login_failure::LoginFailureView;
use crate::components::password_field::PasswordField;
use crate::components::spinner::Spinner;
use crate::contract::agent::Agent;
use crate::i18n::texts::Texts;
use crate::route::Route;
use crate::rules::credentials::InvalidCredentials;
use crate::state::drafts::use_drafts;
use crate::state::locale::use_locale;
use crate::state::login_cause::{LoginFailure, incomplete};
use crate::state::login_form::{LoginForm, LoginNote, canceller, sender, watch};
use crate::state::session::use_session;
use crate::state::slowly::slowly;
use leptos::prelude::*;

/// Takes the page's place, at its address, until the same agent is there again.
#[component]
pub fn SignInAgain(
    /// Who was here.
    agent: Agent,
) -> impl IntoView {
    let (locale, drafts) = (use_locale(), use_drafts());
    let form = LoginForm::default();
    form.username.set(agent.username.clone());
    watch(form);
    let (submit, cancel) = (sender(form), canceller(form));
    let failure = part(move || {
        form.failure
            .get()
            .map(|failure| view! { <LoginFailureView failure left=form.left/> })
    });
    let note = part(move || form.note.get().map(|note| said(note, locale.texts())));
    let keeps = drafts.is_any_there();
    let other = move |_| {
        drafts.forget_all();
        // A new document: nothing of the agent before is in it.
        document::replace_with(&Route::Login.href());
    };
    view! {
        <PublicLayout>
            <div class="login">
                <h1 class="login__title" tabindex="-1">{locale.say(|t| t.again_title())}</h1>
                <p>{locale.say(|t| t.again_text())}</p>
                {keeps.then(|| view! { <p class="login__note">{locale.say(|t| t.again_drafts())}</p> })}
                <div class="login__errors">{failure}</div>
                <SpokenCountdown left=form.left label=|t| t.wait_label()/>
                <p class="login__note" id="login-note" role="status">{note}</p>
                <AgainForm form username=agent.username submit cancel/>
                <p class="login__forgot"><a href=Route::Password.href()>{locale.say(|t| t.forgot_password())}</a></p>
                <p class="login__forgot">
                    <button class="button" type="button" on:click=other>{locale.say(|t| t.again_other())}</button>
                    {keeps.then(|| view! { <span>{locale.say(|t| t.again_other_drafts())}</span> })}
                </p>
            </div>
        </PublicLayout>
    }
}

fn said(note: LoginNote, t: &'static dyn Texts) -> &'static str {
    match note {
        LoginNote::Cancelled => t.cancelled(),
        LoginNote::Wiped => t.password_wiped(),
        LoginNote::MayTryAgain => t.wait_over(),
    }
}

#[component]
fn AgainForm(
    form: LoginForm,
    username: String,
    submit: Callback<()>,
    cancel: Callback<()>,
) -> impl IntoView {
    let (locale, session) = (use_locale(), use_session());
    let busy = Memo::new(move |_| session.status().is_signing_in());
    let slow = slowly(busy);
    let closed =
        move || busy.get() || (form.left.get().is_some() && form.must_wait(&form.username.get()));
    let error = Signal::derive(move || match form.failure.get() {
        Some(LoginFailure::Incomplete(reasons)) => reasons
            .into_iter()
            .find(|reason| {
                matches!(
                    reason,
                    InvalidCredentials::PasswordMissing | InvalidCredentials::PasswordTooLong
                )
            })
            .map(|reason| incomplete(reason, locale.texts())),
        _ => None,
    });
    let shown_name = username.clone();
    view! {
        <form class="login__form" method="post" action="/login" novalidate=true on:submit=move |event| {
            event.prevent_default();
            submit.run(());
        }>
            <p>{text(move || locale.texts().again_username(&shown_name))}</p>
            // Password managers look for it.
            <input class="visually-hidden" type="text" name="username" autocomplete="username" readonly=true tabindex="-1" aria-hidden="true" value=username/>
            <PasswordField
                name="password"
                label=Signal::derive(locale.say(|t| t.password()))
                error
                input=form.password
                shown=form.shown
                autocomplete=Signal::stored("current-password")
                typed=move || form.typed()
            />
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
