//! The warning before a session ends, and its answers; knows no page.

use crate::browser::presence;
use crate::components::countdown::{Countdown, SpokenCountdown};
use crate::components::dialog::Dialog;
use crate::components::dynamic::{part, text};
use crate::components::failure_words::words;
use crate::components::icon::Icon;
use crate::components::spinner::Spinner;
use crate::i18n::dates;
use crate::rules::expiry::Warning;
use crate::state::amounts::use_amounts;
use crate::state::drafts::use_drafts;
use crate::state::locale::use_locale;
use crate::state::portal::use_client;
use crate::state::session::{Staying, use_session};
use crate::state::slowly::slowly;
use leptos::prelude::*;

const DIALOG: &str = "session-warning";

/// Extends the session while its agent is at work, on whichever page, and asks them in good time, for as long as the end is near; whether they stay is theirs to say (WCAG 2.2, 2.2.1).
#[component]
pub fn SessionWarning() -> impl IntoView {
    let (session, client) = (use_session(), use_client());
    let at_work = client.clone();
    Effect::new(move |_| {
        let client = at_work.clone();
        presence::when_at_work(move || session.extend(client.clone()));
    });
    let stay = {
        let client = client.clone();
        Callback::new(move |()| session.stay(client.clone()))
    };
    let leave = Callback::new(move |()| session.sign_out(client.clone()));
    let warning = Signal::derive(move || session.warning());
    let staying = Signal::derive(move || session.staying());
    view! { <WarningView warning staying stay leave/> }
}

/// The warning, and what stays of it once the agent knows that nothing moves the end.
#[component]
pub fn WarningView(
    /// What is warned of.
    warning: Signal<Option<Warning>>,
    /// What became of the wish to stay.
    staying: Signal<Staying>,
    /// Extends the session.
    stay: Callback<()>,
    /// Signs out.
    leave: Callback<()>,
) -> impl IntoView {
    let understood = RwSignal::new(false);
    // What is drawn anew; each second only the time changes.
    let kind = Memo::new(move |_| warning.get().map(|warning| warning.can_be_extended));
    Effect::new(move |_| {
        if kind.get().is_none() {
            understood.set(false);
        }
    });
    let understand = Callback::new(move |()| understood.set(true));
    part(move || match (kind.get(), understood.get()) {
        (None, _) => None,
        (Some(false), true) => Some(view! { <LastMinutes warning/> }.into_any()),
        (Some(can_be_extended), _) => {
            let answer = if can_be_extended { stay } else { understand };
            Some(view! { <WarningDialog warning staying answer can_be_extended leave/> }.into_any())
        }
    })
}

/// The question, what is left, and the answers.
#[component]
fn WarningDialog(
    warning: Signal<Option<Warning>>,
    staying: Signal<Staying>,
    /// What the first button and Escape do.
    answer: Callback<()>,
    can_be_extended: bool,
    leave: Callback<()>,
) -> impl IntoView {
    let locale = use_locale();
    let (amounts, drafts) = (use_amounts(), use_drafts());
    let left = Memo::new(move |_| warning.get().map(|warning| warning.left_s));
    let ends_at = Memo::new(move |_| warning.get().map(|warning| warning.ends_at));
    let why = move || {
        let at = ends_at.get().map(dates::time).unwrap_or_default();
        let t = locale.texts();
        if can_be_extended {
            t.ending_text(&at)
        } else {
            t.ending_last_text(&at)
        }
    };
    let unsent = part(move || {
        let t = locale.texts();
        let words = if amounts.is_shared_device() {
            t.ending_drafts_lost()
        } else {
            t.ending_drafts_kept()
        };
        drafts.is_any_there().then(|| view! { <p>{words}</p> })
    });
    let failure = part(move || match staying.get() {
        Staying::Failed(error) => Some(
            view! { <p class="dialog__failure" role="alert"><Icon name="alert"/><span>{words(&error, locale.get()).text}</span></p> },
        ),
        Staying::NotAsked | Staying::Asked => None,
    });
    let busy = Memo::new(move |_| staying.get() == Staying::Asked);
    let slow = slowly(busy);
    let label = move || {
        let t = locale.texts();
        if can_be_extended {
            t.stay()
        } else {
            t.understood()
        }
    };
    view! {
        <Dialog id=DIALOG title=Signal::derive(locale.say(|t| t.ending_title())) escape=answer>
            <div id="session-warning-text"><p>{text(why)}</p>{unsent}</div>
            <Countdown left=Signal::derive(move || left.get().unwrap_or_default()) label=|t| t.ending_left()/>
            <SpokenCountdown left label=|t| t.ending_left()/>
            {failure}
            <div class="dialog__answers">
                <button class="button" data-variant="primary" type="button" aria-disabled=move || busy.get().then_some("true") on:click=move |_| answer.run(())>
                    {label}
                </button>
                <button class="button" type="button" on:click=move |_| leave.run(())><Icon name="log-out"/>{locale.say(|t| t.log_out())}</button>
            </div>
            {part(move || slow.get().then(|| view! { <Spinner label=Signal::derive(locale.say(|t| t.staying()))/> }))}
        </Dialog>
    }
}

/// What stays to be seen when the end can't be moved and the agent knows.
#[component]
fn LastMinutes(warning: Signal<Option<Warning>>) -> impl IntoView {
    let locale = use_locale();
    let left = Memo::new(move |_| warning.get().map(|warning| warning.left_s));
    view! {
        <section class="session-end" aria-label=locale.say(|t| t.ending_title())>
            <Countdown left=Signal::derive(move || left.get().unwrap_or_default()) label=|t| t.ending_left()/>
            <SpokenCountdown left label=|t| t.ending_left()/>
        </section>
    }
}
