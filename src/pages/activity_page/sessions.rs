//! The open sessions on the page of the activity: their own load, their own failure, and closing them; knows no journal.

use crate::api;
use crate::api::answer::ApiError;
use crate::api::sessions::Closed;
use crate::browser::focus;
use crate::components::dynamic::{part, text};
use crate::components::failure::Failure;
use crate::components::loaded::Loaded;
use crate::components::session_list::session_list;
use crate::components::spinner::Spinner;
use crate::contract::session::OpenSessions;
use crate::state::load::{Loader, use_load};
use crate::state::locale::use_agent_locale;
use crate::state::portal::use_client;
use crate::state::session::use_session;
use crate::state::slowly::slowly;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What came of closing a session, or all others when none is named.
pub type Outcome = (Option<String>, Result<Closed, ApiError>);

/// Loads the sessions, again after each deed, and closes them one deed at a time.
#[component]
pub fn SessionsSection(
    /// Counts the deeds of the page.
    deeds: RwSignal<u32>,
    /// To be told of each.
    done: Callback<()>,
) -> impl IntoView {
    let (session, client) = (use_session(), use_client());
    let sessions = use_load(move |client| {
        deeds.track();
        async move { api::sessions::list(&client).await }
    });
    let (closing, outcome) = (RwSignal::new(false), RwSignal::new(None));
    let close = Callback::new(move |id: Option<String>| {
        if closing.get_untracked() {
            return;
        }
        closing.set(true);
        outcome.set(None);
        let client = client.clone();
        spawn_local(async move {
            let answer = api::sessions::close(&client, id.as_deref()).await;
            // Who has left the page meanwhile is told nothing there.
            if closing.try_get_untracked().is_none() {
                return;
            }
            closing.set(false);
            match &answer {
                // The row goes, and its button with the focus.
                Ok(_) => {
                    focus::focus_soon("#sessions");
                    done.run(());
                }
                Err(error) => session.was_refused(error),
            }
            if outcome.try_get_untracked().is_some() {
                outcome.set(Some((id, answer)));
            }
        });
    });
    view! { <SessionsView sessions closing outcome close/> }
}

/// The sessions, and what came of the last deed.
#[component]
pub fn SessionsView(
    /// The sessions.
    sessions: Loader<OpenSessions>,
    /// True while one is being closed.
    closing: RwSignal<bool>,
    /// What came of it.
    outcome: RwSignal<Option<Outcome>>,
    /// Closes a session, or all others.
    close: Callback<Option<String>>,
) -> impl IntoView {
    let locale = use_agent_locale();
    let slow = slowly(Memo::new(move |_| closing.get()));
    let said = move || {
        let t = locale.texts();
        outcome
            .with(|outcome| match outcome {
                Some((_, Ok(Closed::Now))) => t.session_closed(),
                Some((_, Ok(Closed::Before))) => t.session_was_closed(),
                Some((_, Ok(Closed::Others))) => t.other_sessions_closed(),
                Some((_, Err(_))) | None => "",
            })
            .to_owned()
    };
    let failed = part(move || match outcome.get() {
        Some((id, Err(error))) => {
            let retry = Callback::new(move |()| {
                focus::focus_soon("#sessions");
                close.run(id.clone());
            });
            Some(view! { <Failure error retry/> })
        }
        _ => None,
    });
    let waits = part(move || {
        slow.get()
            .then(|| view! { <Spinner label=Signal::derive(locale.say(|t| t.closing_session()))/> })
    });
    view! {
        <section class="sessions" aria-labelledby="sessions">
            <h2 id="sessions" tabindex="-1">{locale.say(|t| t.sessions_heading())}</h2>
            <p>{locale.say(|t| t.sessions_lead())}</p>
            <p class="sessions__said" role="status">{text(said)}</p>
            <div role="alert">{failed}</div>
            <Loaded loader=sessions view=move |sessions| session_list(sessions, closing, close)/>
            {waits}
        </section>
    }
}
