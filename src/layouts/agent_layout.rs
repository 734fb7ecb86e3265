//! The frame of the agent space, and its guard; knows who is here, never what a page shows.

use super::public_layout::PublicLayout;
use super::site_footer::SiteFooter;
use crate::browser::presence;
use crate::components::dynamic::{part, text};
use crate::components::failure::Failure;
use crate::components::icon::Icon;
use crate::components::language_switch::LanguageSwitch;
use crate::components::shared_device_bar::SharedDeviceBar;
use crate::components::spinner::Spinner;
use crate::contract::agent::Agent;
use crate::route::{Route, SpaceRoute};
use crate::rules::session::SessionStatus;
use crate::state::locale::use_locale;
use crate::state::location::{use_path_and_query, use_redirect, use_route};
use crate::state::portal::{use_client, use_portal};
use crate::state::session::use_session;
use leptos::prelude::*;

/// Draws its page for an agent who is signed in, and for nobody else.
///
/// Architecture Invariant: in every other status neither the page nor the agent's name is in the document.
#[component]
pub fn AgentLayout(
    /// The page, drawn anew for each agent.
    children: ChildrenFn,
) -> impl IntoView {
    let (locale, session, client) = (use_locale(), use_session(), use_client());
    let status = Memo::new(move |_| session.status());
    part(move || match status.get() {
        SessionStatus::SignedIn(agent) => {
            let children = children.clone();
            view! { <AgentFrame agent>{children()}</AgentFrame> }.into_any()
        }
        SessionStatus::Checking => {
            let client = client.clone();
            let retry = Callback::new(move |()| session.check(client.clone()));
            let body = part(move || match session.check_failure() {
                Some(error) => view! { <Failure error retry/> }.into_any(),
                None => view! { <Spinner label=Signal::derive(locale.say(|t| t.loading()))/> }
                    .into_any(),
            });
            view! { <PublicLayout><h1 class="visually-hidden" tabindex="-1">{locale.say(|t| t.space_nav())}</h1>{body}</PublicLayout> }.into_any()
        }
        SessionStatus::SigningIn | SessionStatus::SigningOut => {
            let leaves = status.get() == SessionStatus::SigningOut;
            let label = move || {
                let t = locale.texts();
                if leaves {
                    t.signing_out()
                } else {
                    t.logging_in()
                }
            };
            view! {
                <PublicLayout>
                    <h1 class="visually-hidden" tabindex="-1">{locale.say(|t| t.space_nav())}</h1>
                    <Spinner label=Signal::derive(label)/>
                </PublicLayout>
            }
            .into_any()
        }
        SessionStatus::ConsentRequired(_) => view! { <LeadOn to=Route::Consent/> }.into_any(),
        SessionStatus::SignedOut | SessionStatus::Expired(_) => {
            view! { <LeadOn to=Route::Login/> }.into_any()
        }
    })
}

/// Leads to the login or the consent, which lead back here.
#[component]
fn LeadOn(to: Route) -> impl IntoView {
    let locale = use_locale();
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
fn AgentFrame(agent: Agent, children: Children) -> impl IntoView {
    let (locale, portal, session, client) =
        (use_locale(), use_portal(), use_session(), use_client());
    let name = agent.full_name();
    let at_work = client.clone();
    Effect::new(move |_| {
        let client = at_work.clone();
        presence::when_at_work(move || session.extend(client.clone()));
    });
    view! {
        <header class="site-header">
            <a class="skip-link" href="#content" rel="external">{locale.say(|t| t.skip_to_content())}</a>
            <div class="site-header__bar">
                <a class="site-header__brand" href=Route::Space(SpaceRoute::Home).href()>
                    <Icon name="landmark"/>
                    <span>{text(move || locale.pick(&portal.name()))}</span>
                </a>
                <p class="site-header__agent"><Icon name="user"/>{text(move || locale.texts().signed_in_as(&name))}</p>
                <LanguageSwitch/>
                <button class="button" data-variant="on-header" type="button" on:click=move |_| session.sign_out(client.clone())>
                    <Icon name="log-out"/>{locale.say(|t| t.log_out())}
                </button>
            </div>
            <nav class="space-nav" aria-label=locale.say(|t| t.space_nav())>
                <ul class="space-nav__list">
                    <SpaceLink to=SpaceRoute::Home icon="house" label=Signal::derive(locale.say(|t| t.home()))/>
                    {part(move || offers(portal, "payslips").then(|| view! {
                        <SpaceLink to=SpaceRoute::Payslips icon="wallet" label=Signal::derive(locale.say(|t| t.payslips()))/>
                    }))}
                </ul>
            </nav>
        </header>
        <SharedDeviceBar/>
        <main class="page" id="content" tabindex="-1">{children()}</main>
        <SiteFooter/>
    }
}

/// True unless the portal says that the module is off: while it has not answered, nothing is taken away.
fn offers(portal: crate::state::portal::PortalContext, module: &str) -> bool {
    use crate::contract::portal::ModuleState;
    portal.answer().is_none_or(|portal| {
        portal
            .modules
            .get(module)
            .is_some_and(|module| module.state == ModuleState::On)
    })
}

#[component]
fn SpaceLink(
    to: SpaceRoute,
    icon: &'static str,
    #[prop(into)] label: Signal<&'static str>,
) -> impl IntoView {
    let route = use_route();
    let target = Route::Space(to);
    let href = target.href();
    // A payslip is below the payslips, and only home is home.
    let below = format!("{href}/");
    let is_home = target == Route::Space(SpaceRoute::Home);
    let current = move || {
        let route = route.get();
        if route == target {
            Some("page")
        } else {
            (!is_home && route.href().starts_with(&below)).then_some("true")
        }
    };
    view! {
        <li><a class="space-nav__link" href=href aria-current=current><Icon name=icon/>{label}</a></li>
    }
}
