//! `/signed-out`: what became of the session, and what to do on a shared computer.

use crate::components::icon::Icon;
use crate::route::Route;
use crate::state::locale::use_locale;
use crate::state::location::use_query;
use leptos::prelude::*;

/// The receipt, honest about a portal that could not be told.
#[component]
pub fn SignedOutPage() -> impl IntoView {
    let locale = use_locale();
    let portal = use_query("portal");
    let text = move || {
        let t = locale.texts();
        if portal.get().as_deref() == Some("unreached") {
            t.receipt_unreached()
        } else {
            t.receipt_text()
        }
    };
    view! {
        <div class="stack">
            <h1 tabindex="-1">{locale.say(|t| t.receipt_title())}</h1>
            <p>{text}</p>
            <p>{locale.say(|t| t.receipt_advice())}</p>
            <p><a class="button" href=Route::Login.href()><Icon name="log-in"/>{locale.say(|t| t.log_in_again())}</a></p>
        </div>
    }
}
