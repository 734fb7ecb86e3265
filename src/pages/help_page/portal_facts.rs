//! What the help takes from the portal: its addresses, whom to call, further pages; each has its words without an answer.

use crate::components::dynamic::{part, text};
use crate::components::icon::Icon;
use crate::components::support_contacts::SupportContacts;
use crate::contract::portal::{HelpLink, Portal};
use crate::rules::allowed_link::plain_https_host;
use crate::state::locale::use_locale;
use crate::state::portal::use_portal;
use leptos::prelude::*;

/// The addresses, as soon as the portal has answered.
#[component]
pub fn Addresses() -> impl IntoView {
    let portal = use_portal();
    part(move || view! { <HelpAddresses portal=portal.answer()/> })
}

/// The contacts and further pages, as soon as the portal has answered.
#[component]
pub fn Contacts() -> impl IntoView {
    let portal = use_portal();
    part(move || view! { <HelpContacts portal=portal.answer()/> })
}

/// The host of the portal beside the intranet's.
#[component]
pub fn HelpAddresses(
    /// The portal's answer, if there is one.
    portal: Option<Portal>,
) -> impl IntoView {
    let locale = use_locale();
    let host = match &portal {
        Some(portal) => {
            let host = portal.canonical_host.clone();
            view! { <dd class="help__host">{host}</dd> }.into_any()
        }
        None => view! { <dd>{locale.say(|t| t.help_host_unknown())}</dd> }.into_any(),
    };
    let intranet = portal.and_then(|portal| portal.intranet_host).map(|host| {
        view! {
            <div class="help__way">
                <dt>{locale.say(|t| t.help_intranet_host())}</dt>
                <dd class="help__host">{host}</dd>
            </div>
        }
    });
    view! {
        <dl class="help__ways">
            <div class="help__way">
                <dt>{locale.say(|t| t.help_portal_host())}</dt>
                {host}
            </div>
            {intranet}
        </dl>
    }
}

/// Whom to call: the portal's contacts, or the settings' while it has not answered; then its further help.
#[component]
pub fn HelpContacts(
    /// The portal's answer, if there is one.
    portal: Option<Portal>,
) -> impl IntoView {
    let settings = use_portal();
    let (contacts, links) = match portal {
        Some(portal) => (portal.support_contacts, portal.help_links),
        None => (vec![settings.last_resort()], Vec::new()),
    };
    view! {
        <SupportContacts contacts/>
        <FurtherHelp links/>
    }
}

/// Only addresses whose host can be read, which is shown.
#[component]
fn FurtherHelp(links: Vec<HelpLink>) -> impl IntoView {
    let locale = use_locale();
    let links: Vec<_> = links
        .into_iter()
        .filter_map(|HelpLink { label, url }| {
            let host = plain_https_host(&url)?.to_owned();
            let words = text(move || format!("{} ({host})", locale.pick(&label)));
            Some(view! { <li><a class="help__link" href=url rel="external noreferrer">{words}<Icon name="external"/></a></li> })
        })
        .collect();
    (!links.is_empty()).then(|| {
        view! {
            <h3>{locale.say(|t| t.help_links())}</h3>
            <ul>{links}</ul>
        }
    })
}
