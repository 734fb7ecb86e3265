//! `/password`: where passwords are renewed, by which rules, and whom to call; never where the API alone would send people.

use crate::browser::focus;
use crate::components::loaded::Loaded;
use crate::components::password_renewal::{IdentityLink, PasswordChecklist};
use crate::components::support_contacts::SupportContacts;
use crate::contract::portal::Portal;
use crate::state::locale::use_locale;
use crate::state::location::use_anchor;
use crate::state::portal::use_portal;
use leptos::prelude::*;

/// Loads the portal's rules and shows them.
#[component]
pub fn PasswordPage() -> impl IntoView {
    let (locale, portal) = (use_locale(), use_portal());
    let hosts = portal.config(|config| config.identity_hosts.clone());
    let anchor = use_anchor();
    Effect::new(move |_| {
        let id = anchor.get();
        if !id.is_empty() && portal.answer().is_some() {
            focus::show_heading_soon(id);
        }
    });
    view! {
        <div class="stack">
            <h1 tabindex="-1">{locale.say(|t| t.password_title())}</h1>
            <p>{locale.say(|t| t.password_text())}</p>
            <Loaded loader=portal.loader() view=move |portal| view! { <PasswordView portal hosts=hosts.clone()/> }/>
        </div>
    }
}

/// The way to the identity service, the rules and the contacts.
#[component]
pub fn PasswordView(
    /// The portal's answer.
    portal: Portal,
    /// The hosts that the settings allow.
    hosts: Vec<String>,
) -> impl IntoView {
    let locale = use_locale();
    view! {
        <h2>{locale.say(|t| t.password_way_heading())}</h2>
        <ol>
            <li>{locale.say(|t| t.password_way()[0])}</li>
            <li>{locale.say(|t| t.password_way()[1])}</li>
            <li>{locale.say(|t| t.password_way()[2])}</li>
        </ol>
        <IdentityLink url=portal.identity_service.password_url hosts/>
        <h2>{locale.say(|t| t.password_rules_heading())}</h2>
        <PasswordChecklist rules=portal.password_rules/>
        <h2>{locale.say(|t| t.password_credentials_heading())}</h2>
        <p>{locale.say(|t| t.password_credentials())}</p>
        <h2 id="contacts" tabindex="-1">{locale.say(|t| t.contacts_heading())}</h2>
        <SupportContacts contacts=portal.support_contacts/>
    }
}
