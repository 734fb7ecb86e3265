//! `/login/consent`: the charter and the terms that the agent must accept before the space opens, or leave.

use crate::api::answer::ApiError;
use crate::browser::{document, focus};
use crate::components::consent_text::ConsentTextView;
use crate::components::dynamic::{part, text};
use crate::components::error_summary::{ErrorSummary, SummaryError};
use crate::components::failure::Failure;
use crate::components::failure_words::{NextStep, words};
use crate::components::loaded::Loaded;
use crate::components::spinner::Spinner;
use crate::components::trace_reference::TraceReference;
use crate::contract::consent::{Consent, ConsentGiven, ConsentText};
use crate::route::{Route, SpaceRoute, TextName};
use crate::rules::safe_redirect::safe_redirect;
use crate::rules::session::SessionStatus;
use crate::state::consent::{self, AcceptFailure};
use crate::state::load::{Load, Loader, use_load};
use crate::state::locale::use_locale;
use crate::state::location::{use_query, use_redirect};
use crate::state::portal::use_client;
use crate::state::session::use_session;
use crate::state::slowly::slowly;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Asks for the consent when it is due, and leads on when it is not.
#[component]
pub fn ConsentPage() -> impl IntoView {
    let (locale, session, client, redirect) =
        (use_locale(), use_session(), use_client(), use_redirect());
    let then = use_query("then");
    let target = move || {
        let wanted = then.get_untracked().unwrap_or_default();
        safe_redirect(&wanted).map_or_else(|| Route::Space(SpaceRoute::Home).href(), str::to_owned)
    };
    let ended = RwSignal::new(false);
    Effect::new(move |was_due: Option<bool>| {
        let was_due = was_due.unwrap_or_default();
        match session.status() {
            SessionStatus::SignedIn(_) => redirect(&target()),
            // Who was asked here is told why the question is gone.
            SessionStatus::SignedOut | SessionStatus::Expired(_) if was_due => {
                ended.set(true);
                focus::focus_soon("main h1");
            }
            SessionStatus::SignedOut | SessionStatus::Expired(_) => {
                redirect(&Route::Login.then(&target()));
            }
            SessionStatus::ConsentRequired(_) => return true,
            _ => {}
        }
        was_due
    });
    let status = Memo::new(move |_| session.status());
    let body = part(move || {
        match status.get() {
        SessionStatus::ConsentRequired(_) => view! { <ConsentForm/> }.into_any(),
        SessionStatus::SignedOut | SessionStatus::Expired(_) => view! {
            {part(move || ended.get().then(|| view! { <p>{locale.say(|t| t.consent_session_ended())}</p> }))}
            <p><a class="button" href=move || Route::Login.then(&target())>{locale.say(|t| t.back_to_login())}</a></p>
        }
        .into_any(),
        SessionStatus::Checking => {
            let client = client.clone();
            let retry = Callback::new(move |()| session.check(client.clone()));
            part(move || match session.check_failure() {
                Some(error) => view! { <Failure error retry/> }.into_any(),
                None => view! { <Spinner label=Signal::derive(locale.say(|t| t.loading()))/> }.into_any(),
            })
            .into_any()
        }
        SessionStatus::SigningOut => {
            view! { <Spinner label=Signal::derive(locale.say(|t| t.signing_out()))/> }.into_any()
        }
        SessionStatus::SigningIn
        | SessionStatus::SigningInAgain(_)
        | SessionStatus::SignedIn(_)
        | SessionStatus::Replaced => {
            view! { <Spinner label=Signal::derive(locale.say(|t| t.loading()))/> }.into_any()
        }
    }
    });
    view! {
        <div class="stack consent">
            <h1 tabindex="-1">{locale.say(|t| t.consent_title())}</h1>
            {body}
        </div>
    }
}

/// Loads the texts, and sends the answer once.
#[component]
fn ConsentForm() -> impl IntoView {
    let (session, client) = (use_session(), use_client());
    let consent = use_load(move |client| async move { consent::read(session, &client).await });
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None));
    let sender = client.clone();
    let accept = Callback::new(move |()| {
        let Load::Loaded(Consent { charter, terms }) = consent.load.get_untracked() else {
            return;
        };
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        // The summary goes, and takes the focus of whoever tries again from there with it.
        if focus::is_within("#error-summary") {
            focus::focus_soon("main h1");
        }
        failure.set(None);
        let given = ConsentGiven {
            charter_version: charter.text.version,
            terms_version: terms.text.version,
        };
        let client = sender.clone();
        spawn_local(async move {
            let Err(reason) = consent::accept(session, &client, &given).await else {
                return;
            };
            // Who has left the page meanwhile is told nothing there.
            if busy.try_get_untracked().is_none() {
                return;
            }
            busy.set(false);
            if reason == AcceptFailure::Changed {
                consent.retry();
            }
            failure.set(Some(reason));
            focus::focus_soon("#error-summary");
        });
    });
    let refuse = Callback::new(move |()| {
        // One answer at a time: what is on its way can't be taken back.
        if !busy.get_untracked() {
            session.sign_out(client.clone());
        }
    });
    view! { <ConsentView consent busy failure accept refuse/> }
}

/// The texts that are due, and the two answers.
#[component]
pub fn ConsentView(
    /// The texts.
    consent: Loader<Consent>,
    /// True while an answer is on its way.
    busy: RwSignal<bool>,
    /// Why the last answer was not taken.
    failure: RwSignal<Option<AcceptFailure>>,
    /// Accepts what is shown.
    accept: Callback<()>,
    /// Signs out.
    refuse: Callback<()>,
) -> impl IntoView {
    let locale = use_locale();
    let slow = slowly(Memo::new(move |_| busy.get()));
    let is_there = Memo::new(move |_| consent.load.with(|load| matches!(load, Load::Loaded(_))));
    let page_of = move |name: TextName| {
        let words = text(move || locale.texts().text_title(name).to_owned());
        view! { <li><a class="consent__link" href=Route::Text(name).href()>{words}</a></li> }
            .into_any()
    };
    let answer = part(move || {
        is_there.get().then(|| view! {
            <p>{locale.say(|t| t.consent_refusal())}</p>
            <button class="button" data-variant="primary" type="button" aria-disabled=move || busy.get().then_some("true") on:click=move |_| accept.run(())>
                {locale.say(|t| t.consent_accept())}
            </button>
        })
    });
    view! {
        <div class="consent__errors">
            {part(move || failure.get().map(|failure| view! { <ConsentFailure failure accept/> }))}
        </div>
        <p>{locale.say(|t| t.consent_lead())}</p>
        <p>{locale.say(|t| t.consent_no_hurry())}</p>
        <ul class="consent__pages">{[TextName::Charter, TextName::Terms].map(page_of)}</ul>
        <Loaded loader=consent view=due_texts/>
        <section class="consent__answer" aria-labelledby="answer">
            <h2 id="answer">{locale.say(|t| t.consent_decision())}</h2>
            {answer}
            <button class="button" type="button" aria-disabled=move || busy.get().then_some("true") on:click=move |_| refuse.run(())>
                {locale.say(|t| t.consent_refuse())}
            </button>
            {part(move || slow.get().then(|| view! { <Spinner label=Signal::derive(locale.say(|t| t.consent_sending()))/> }))}
        </section>
    }
}

fn due_texts(consent: Consent) -> AnyView {
    let Consent { charter, terms } = consent;
    let due = |text: ConsentText, id| {
        text.is_due()
            .then(|| view! { <ConsentTextView due=text id/> }.into_any())
    };
    view! { <div class="stack">{due(charter, "charter")}{due(terms, "terms")}</div> }.into_any()
}

/// Why the answer was not taken, with its one next step.
#[component]
fn ConsentFailure(failure: AcceptFailure, accept: Callback<()>) -> impl IntoView {
    let locale = use_locale();
    part(move || match &failure {
        AcceptFailure::Changed => {
            let t = locale.texts();
            view! { <ErrorSummary title=t.consent_newer_title() errors=line(t.consent_newer())/> }
                .into_any()
        }
        AcceptFailure::Api(error) => failed_call(error, accept),
    })
}

fn failed_call(error: &ApiError, accept: Callback<()>) -> AnyView {
    let locale = use_locale();
    let (t, words) = (locale.texts(), words(error, locale.get()));
    let step = match words.next {
        NextStep::TryAgain => Some(view! { <button class="button" type="button" on:click=move |_| accept.run(())>{t.try_again()}</button> }.into_any()),
        NextStep::Reload | NextStep::Leave => Some(view! { <button class="button" type="button" on:click=move |_| document::reload()>{t.reload_page()}</button> }.into_any()),
        NextStep::LogIn => Some(view! { <a class="button" href=Route::Login.href()>{t.back_to_login()}</a> }.into_any()),
        NextStep::Nothing => None,
    };
    view! {
        <ErrorSummary title=t.consent_failed() errors=line(&words.text)>
            {words.trace_id.map(|trace_id| view! { <TraceReference trace_id/> })}
            {step.map(|step| view! { <p>{step}</p> })}
        </ErrorSummary>
    }
    .into_any()
}

fn line(text: &str) -> Vec<SummaryError> {
    vec![SummaryError {
        text: text.to_owned(),
        field: None,
    }]
}
