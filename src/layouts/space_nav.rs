//! The ways to the pages of the space: the modules that the portal offers here, and the agent's own; knows no page.

use crate::components::dynamic::{part, text};
use crate::components::icon::Icon;
use crate::i18n::texts::AgentTexts;
use crate::route::{Route, SpaceRoute};
use crate::rules::module_offer::{Offer, offer};
use crate::state::locale::use_agent_locale;
use crate::state::location::use_route;
use crate::state::portal::use_portal;
use crate::state::session::use_session;
use leptos::prelude::*;

/// Where the agent can go in the space, and where they are. What is on another site has its tile on the home page, which
/// shows where it leads.
#[component]
pub fn SpaceNav() -> impl IntoView {
    let locale = use_agent_locale();
    view! {
        <nav class="space-nav" aria-label=locale.say(|t| t.space_nav())>
            <ul class="space-nav__list">
                {space_link(SpaceRoute::Home, "house", |t| t.home())}
                {module_link("payslips", SpaceRoute::Payslips, "wallet", |t| t.payslips())}
                {module_link("leave", SpaceRoute::Leave, "calendar", |t| t.leave())}
                {approvals_link()}
                {module_link("mail", SpaceRoute::Mail, "mail", |t| t.mail())}
                {module_link("documents", SpaceRoute::Documents, "folder", |t| t.documents())}
                {module_link("activity", SpaceRoute::Activity, "history", |t| t.activity())}
            </ul>
        </nav>
    }
}

/// Who is here, and the way to what the portal knows of them.
#[component]
pub fn AgentLink(
    /// The agent's name.
    name: String,
) -> impl IntoView {
    let (locale, route) = (use_agent_locale(), use_route());
    let current = move || (route.get() == Route::Space(SpaceRoute::Profile)).then_some("page");
    view! {
        <a class="agent-link" href=SpaceRoute::Profile.href() aria-current=current>
            <Icon name="user"/>
            <span class="agent-link__name">{text(move || locale.texts().signed_in_as(&name))}</span>
        </a>
    }
}

fn module_link(
    module: &'static str,
    to: SpaceRoute,
    icon: &'static str,
    words: fn(&'static dyn AgentTexts) -> &'static str,
) -> AnyView {
    let portal = use_portal();
    let is_here = Memo::new(move |_| {
        let answer = portal.answer();
        offer(answer.as_ref().map(|portal| &portal.modules), module) == Offer::Here
    });
    part(move || is_here.get().then(|| space_link(to.clone(), icon, words))).into_any()
}

/// Only for who validates leave; it is a part of the module of leave, and no page of the agent's own leave.
fn approvals_link() -> AnyView {
    let session = use_session();
    let validates = Memo::new(move |_| {
        let status = session.status();
        status.agent().is_some_and(|agent| agent.validates_leave)
    });
    part(move || {
        validates.get().then(|| {
            let to = SpaceRoute::LeaveApprovals;
            module_link("leave", to, "clipboard-check", |t| t.approvals())
        })
    })
    .into_any()
}

fn space_link(
    to: SpaceRoute,
    icon: &'static str,
    words: fn(&'static dyn AgentTexts) -> &'static str,
) -> AnyView {
    let (locale, route) = (use_agent_locale(), use_route());
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
            // What is validated is others' leave, and has a link of its own.
            let is_elsewhere = route == Route::Space(SpaceRoute::LeaveApprovals);
            (!is_home && !is_elsewhere && route.href().starts_with(&below)).then_some("true")
        }
    };
    view! {
        <li><a class="space-nav__link" href=href aria-current=current><Icon name=icon/>{locale.say(words)}</a></li>
    }
    .into_any()
}
