//! `/space/profile`: who the portal thinks the agent is, the password's age, the language and the accepted texts.

use crate::api;
use crate::components::dynamic::part;
use crate::components::loaded::Loaded;
use crate::components::password_renewal::PasswordChecklist;
use crate::components::sign_in_news::PasswordExpiry;
use crate::components::support_contacts::SupportContacts;
use crate::components::support_line::SupportLine;
use crate::contract::agent::Agent;
use crate::contract::consent::{Consent, ConsentText};
use crate::contract::portal::Portal;
use crate::contract::session::Session;
use crate::i18n::dates;
use crate::i18n::texts::AgentTexts;
use crate::route::{Route, SpaceRoute, TextName};
use crate::state::load::{Loader, use_load};
use crate::state::locale::{AgentLocale, use_agent_locale};
use crate::state::portal::use_portal;
use crate::state::session::use_session;
use leptos::prelude::*;

/// Loads what the agent accepted; the rest is known.
#[component]
pub fn ProfilePage() -> impl IntoView {
    let (session, portal) = (use_session(), use_portal());
    let consent = use_load(|client| async move { api::consent::get(&client).await });
    let session = Signal::derive(move || session.details());
    view! { <ProfileView session portal=Signal::derive(move || portal.answer()) consent/> }
}

/// What the portal knows, by subject.
#[component]
pub fn ProfileView(
    /// What the portal told about the session.
    session: Signal<Option<Session>>,
    /// What the portal is, `None` while it has not answered.
    portal: Signal<Option<Portal>>,
    /// What the agent accepted.
    consent: Loader<Consent>,
) -> impl IntoView {
    let locale = use_agent_locale();
    let identity = part(move || {
        let agent =
            session.with(|session| session.as_ref().and_then(|session| session.agent.clone()));
        agent.map(|agent| identity(&agent, portal.get(), locale))
    });
    let password = part(move || session.get().map(|session| password(session, locale)));
    let rules = part(move || {
        portal.with(|portal| {
            let rules = portal.as_ref().map(|portal| portal.password_rules);
            rules.map(|rules| view! { <PasswordChecklist rules/> })
        })
    });
    view! {
        <div class="stack">
            <h1 tabindex="-1">{locale.say(|t| t.profile_title())}</h1>
            <h2>{locale.say(|t| t.profile_identity())}</h2>
            {identity}
            <h2>{locale.say(|t| t.password())}</h2>
            {password}
            <h3>{locale.say(|t| t.password_rules_heading())}</h3>
            {rules}
            <p><a href=Route::Password.href()>{locale.say(|t| t.renew_password())}</a></p>
            <h2>{locale.say(|t| t.sessions_heading())}</h2>
            <p>{locale.say(|t| t.sessions_lead())}{" "}<a href=SpaceRoute::Activity.href()>{locale.say(|t| t.profile_sessions())}</a></p>
            <h2>{locale.say(|t| t.profile_language())}</h2>
            <p>{locale.say(|t| t.profile_language_text())}</p>
            <h2>{locale.say(|t| t.profile_texts())}</h2>
            <Loaded loader=consent view=move |consent: Consent| accepted_texts(&consent, locale)/>
        </div>
    }
}

/// The facts, and whom to ask when one is wrong.
fn identity(agent: &Agent, portal: Option<Portal>, locale: AgentLocale) -> AnyView {
    let t = locale.texts();
    let contact = portal.and_then(|portal| {
        let mut contacts = portal.support_contacts.into_iter();
        contacts.find(|contact| contact.population == agent.population)
    });
    let population = contact.as_ref().map(|contact| locale.pick(&contact.label));
    let contact = match contact {
        Some(contact) => view! { <SupportContacts contacts=vec![contact]/> }.into_any(),
        None => view! { <SupportLine/> }.into_any(),
    };
    let facts = [
        (t.profile_name(), agent.full_name()),
        (t.username(), agent.username.clone()),
        (t.profile_email(), agent.email.clone()),
        (t.profile_service(), agent.service.clone()),
        (t.profile_population(), population.unwrap_or_default()),
    ];
    view! {
        {facts_list(facts)}
        <p>{t.profile_correction()}</p>
        {contact}
    }
    .into_any()
}

/// Names and values; what is not known is left out.
fn facts_list(facts: impl IntoIterator<Item = (&'static str, String)>) -> AnyView {
    let known = facts
        .into_iter()
        .filter(|(_, value)| !value.trim().is_empty());
    let rows: Vec<AnyView> = known
        .map(|(name, value)| {
            view! { <div class="facts__row"><dt>{name}</dt><dd><bdi>{value}</bdi></dd></div> }
                .into_any()
        })
        .collect();
    view! { <dl class="facts" data-variant="wide">{rows}</dl> }.into_any()
}

fn password(session: Session, locale: AgentLocale) -> AnyView {
    let (t, language) = (locale.texts(), locale.get());
    let facts = session.password.map(|password| {
        let at = |instant| dates::date_and_time(instant, language);
        facts_list([
            (t.profile_password_changed(), at(password.changed_at)),
            (t.profile_password_expires(), at(password.expires_at)),
        ])
    });
    view! {
        {facts}
        <PasswordExpiry session/>
    }
    .into_any()
}

fn accepted_texts(consent: &Consent, locale: AgentLocale) -> AnyView {
    let t = locale.texts();
    view! {
        <ul class="accepted-texts">
            {accepted_text(TextName::Charter, &consent.charter, t, locale)}
            {accepted_text(TextName::Terms, &consent.terms, t, locale)}
        </ul>
    }
    .into_any()
}

fn accepted_text(
    name: TextName,
    text_due: &ConsentText,
    t: &'static dyn AgentTexts,
    locale: AgentLocale,
) -> AnyView {
    let words = match &text_due.accepted {
        Some(accepted) => {
            let date = dates::long_date(accepted.at.wall_clock().date(), locale.get());
            t.profile_accepted(&accepted.version, &date)
        }
        None => t.profile_not_accepted().to_owned(),
    };
    view! {
        <li class="accepted-texts__item">
            <a href=Route::Text(name).href()>{t.text_title(name)}</a>
            <span class="accepted-texts__version"><bdi>{words}</bdi></span>
        </li>
    }
    .into_any()
}
