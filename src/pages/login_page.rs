//! `/login`: the legal warning, the form, and why it did not work.

mod login_view;

use crate::route::{Route, SpaceRoute};
use crate::rules::safe_redirect::safe_redirect;
use crate::rules::session::SessionStatus;
use crate::state::location::{use_query, use_redirect};
use crate::state::login_form::{LoginForm, canceller, sender, watch};
use crate::state::session::use_session;
use leptos::prelude::*;
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
    watch(form);
    view! { <LoginView form submit=sender(form) cancel=canceller(form)/> }
}
