//! `/`: leads to the space or to the login, as soon as it is known who is here.

use crate::components::dynamic::part;
use crate::components::failure::Failure;
use crate::components::spinner::Spinner;
use crate::layouts::public_layout::PublicLayout;
use crate::route::{Route, SpaceRoute};
use crate::rules::session::SessionStatus;
use crate::state::locale::use_locale;
use crate::state::location::use_redirect;
use crate::state::portal::use_client;
use crate::state::session::use_session;
use leptos::prelude::*;

/// Nothing to read unless the portal can't tell who is here.
#[component]
pub fn RootPage() -> impl IntoView {
    let (locale, session, client, redirect) =
        (use_locale(), use_session(), use_client(), use_redirect());
    Effect::new(move |_| match session.status() {
        SessionStatus::SignedIn(_) => redirect(&Route::Space(SpaceRoute::Home).href()),
        SessionStatus::SignedOut | SessionStatus::Expired(_) => redirect(&Route::Login.href()),
        SessionStatus::Checking | SessionStatus::SigningIn | SessionStatus::SigningOut => {}
    });
    // Whoever can't be told apart may still sign in: the login says more than an error here.
    let retry = Callback::new(move |()| session.check(client.clone()));
    view! {
        <PublicLayout>
            <h1 class="visually-hidden" tabindex="-1">{locale.say(|t| t.login_title())}</h1>
            {part(move || match session.check_failure() {
                Some(error) => view! { <Failure error retry/> }.into_any(),
                None => view! { <Spinner label=Signal::derive(locale.say(|t| t.loading()))/> }.into_any(),
            })}
        </PublicLayout>
    }
}
