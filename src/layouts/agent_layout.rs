//! The frame of the agent space, and its guard; knows who is here, never what a page shows.

use super::public_layout::PublicLayout;
use super::sign_in_again::SignInAgain;
use super::sign_out_button::SignOutButton;
use super::site_footer::SiteFooter;
use super::space_nav::{AgentLink, SpaceNav};
use crate::browser::focus;
use crate::components::dynamic::{part, text};
use crate::components::failure::Failure;
use crate::components::icon::Icon;
use crate::components::language_switch::LanguageSwitch;
use crate::components::shared_device_bar::SharedDeviceBar;
use crate::components::spinner::Spinner;
use crate::contract::agent::Agent;
use crate::route::{Route, SpaceRoute};
use crate::rules::session::SessionStatus;
use crate::state::drafts::use_drafts;
use crate::state::locale::use_agent_locale;
use crate::state::location::{use_path_and_query, use_redirect, use_route};
use crate::state::portal::{use_client, use_portal};
use crate::state::session::use_session;
use leptos::prelude::*;

/// What the guard lets be seen.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Scene {
    Space(Agent),
    Again(Agent),
    Checking,
    Waiting(Wait),
    Consent,
    Login,
}

/// What is waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wait {
    SignIn,
    SignOut,
    Replaced,
}

fn scene(status: SessionStatus) -> Scene {
    match status {
        SessionStatus::SignedIn(agent) => Scene::Space(agent),
        SessionStatus::Expired(agent) | SessionStatus::SigningInAgain(agent) => Scene::Again(agent),
        SessionStatus::Checking => Scene::Checking,
        SessionStatus::SigningIn => Scene::Waiting(Wait::SignIn),
        SessionStatus::SigningOut => Scene::Waiting(Wait::SignOut),
        SessionStatus::Replaced => Scene::Waiting(Wait::Replaced),
        SessionStatus::ConsentRequired(_) => Scene::Consent,
        SessionStatus::SignedOut => Scene::Login,
    }
}

/// Draws its page for an agent who is signed in, and for nobody else.
///
/// Architecture Invariant: in every other status neither the page nor anything that it showed is in the document; of the
/// agent whose session has ended only the username is, to sign in again.
#[component]
pub fn AgentLayout(
    /// The page, drawn anew for each agent.
    children: ChildrenFn,
) -> impl IntoView {
    let session = use_session();
    let scene = Memo::new(move |_| scene(session.status()));
    let resumed = RwSignal::new(false);
    Effect::new(move |was_again: Option<bool>| {
        let (is_again, is_space) = scene.with(|scene| {
            (
                matches!(scene, Scene::Again(_)),
                matches!(scene, Scene::Space(_)),
            )
        });
        let was_again = was_again.unwrap_or_default();
        resumed.set(was_again && is_space);
        if is_again != was_again {
            // What had the focus is gone.
            focus::lead_to_soon("main h1");
        }
        is_again
    });
    part(move || match scene.get() {
        Scene::Space(agent) => {
            let children = children.clone();
            view! { <AgentFrame agent resumed>{children()}</AgentFrame> }.into_any()
        }
        Scene::Again(agent) => view! { <SignInAgain agent/> }.into_any(),
        Scene::Checking => view! { <Checking/> }.into_any(),
        Scene::Waiting(wait) => view! { <Waiting wait/> }.into_any(),
        Scene::Consent => view! { <LeadOn to=Route::Consent/> }.into_any(),
        Scene::Login => view! { <LeadOn to=Route::Login/> }.into_any(),
    })
}

/// The portal is asked who is here, or did not answer.
#[component]
fn Checking() -> impl IntoView {
    let (locale, session, client) = (use_agent_locale(), use_session(), use_client());
    let retry = Callback::new(move |()| session.check(client.clone()));
    let body = part(move || match session.check_failure() {
        Some(error) => view! { <Failure error retry/> }.into_any(),
        None => view! { <Spinner label=Signal::derive(locale.say(|t| t.loading()))/> }.into_any(),
    });
    view! {
        <PublicLayout>
            <h1 class="visually-hidden" tabindex="-1">{locale.say(|t| t.space_nav())}</h1>
            {body}
        </PublicLayout>
    }
}

/// Somebody is on the way in or out.
#[component]
fn Waiting(wait: Wait) -> impl IntoView {
    let locale = use_agent_locale();
    let label = move || {
        let t = locale.texts();
        match wait {
            Wait::SignIn => t.logging_in(),
            Wait::SignOut => t.signing_out(),
            Wait::Replaced => t.replaced(),
        }
    };
    view! {
        <PublicLayout>
            <h1 class="visually-hidden" tabindex="-1">{locale.say(|t| t.space_nav())}</h1>
            <Spinner label=Signal::derive(label)/>
        </PublicLayout>
    }
}

/// Leads to the login or the consent, which lead back here.
#[component]
fn LeadOn(to: Route) -> impl IntoView {
    let locale = use_agent_locale();
    let (here, redirect) = (use_path_and_query(), use_redirect());
    let is_consent = to == Route::Consent;
    let target = move || to.then(&here.get_untracked());
    let first = target.clone();
    Effect::new(move |_| redirect(&first()));
    let title = move || {
        let t = locale.texts();
        if is_consent {
            t.consent_title()
        } else {
            t.signed_out_title()
        }
    };
    let way = move || {
        let t = locale.texts();
        if is_consent {
            t.consent_title()
        } else {
            t.back_to_login()
        }
    };
    view! {
        <PublicLayout>
            <h1 tabindex="-1">{title}</h1>
            <p><a href=target>{way}</a></p>
        </PublicLayout>
    }
}

#[component]
fn AgentFrame(agent: Agent, resumed: RwSignal<bool>, children: Children) -> impl IntoView {
    let (locale, portal) = (use_agent_locale(), use_portal());
    let name = agent.full_name();
    let route = use_route();
    Effect::new(move |before: Option<()>| {
        route.track();
        if before.is_some() {
            resumed.set(false);
        }
    });
    let drafts = use_drafts();
    let again = part(move || {
        let t = locale.texts();
        resumed.get().then(|| {
            if drafts.is_any_there() {
                t.again_done_drafts()
            } else {
                t.again_done()
            }
        })
    });
    view! {
        <header class="site-header">
            <a class="skip-link" href="#content" rel="external">{locale.say(|t| t.skip_to_content())}</a>
            <div class="site-header__bar">
                <a class="site-header__brand" href=Route::Space(SpaceRoute::Home).href()>
                    <Icon name="landmark"/>
                    <span>{text(move || locale.pick(&portal.name()))}</span>
                </a>
                <AgentLink name/>
                <LanguageSwitch/>
                <SignOutButton/>
            </div>
            <SpaceNav/>
        </header>
        <SharedDeviceBar/>
        <p class="resumed" role="status">{again}</p>
        <main class="page" id="content" tabindex="-1">{children()}</main>
        <SiteFooter/>
    }
}
