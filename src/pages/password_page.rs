//! `/password`: where passwords are renewed, by which rules, and whom to call; never where the API alone would send people.

use crate::components::dynamic::{part, text};
use crate::components::icon::Icon;
use crate::components::loaded::Loaded;
use crate::components::notice::{Notice, NoticeVariant};
use crate::components::support_contacts::SupportContacts;
use crate::contract::portal::{PasswordRules, Portal};
use crate::rules::allowed_link::allowed_link;
use crate::state::locale::use_locale;
use crate::state::portal::use_portal;
use leptos::prelude::*;

/// Loads the portal's rules and shows them.
#[component]
pub fn PasswordPage() -> impl IntoView {
    let (locale, portal) = (use_locale(), use_portal());
    let hosts = portal.config(|config| config.identity_hosts.clone());
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
    let url = portal.identity_service.password_url;
    let link = match allowed_link(&url, &hosts).map(str::to_owned) {
        Some(host) => view! {
            <p>
                <a class="button" data-variant="primary" href=url rel="external noreferrer">
                    {text(move || locale.texts().identity_link(&host))}<Icon name="external"/>
                </a>
            </p>
        }
        .into_any(),
        None => {
            let title = Signal::derive(move || locale.texts().refused_title().to_owned());
            view! { <Notice variant=NoticeVariant::Failure title><p>{locale.say(|t| t.identity_unsafe())}</p></Notice> }.into_any()
        }
    };
    let rules = portal.password_rules;
    view! {
        {link}
        <h2>{locale.say(|t| t.password_rules_heading())}</h2>
        {part(move || view! { <ul class="checklist">{rule_words(rules, locale.texts()).into_iter().map(|rule| view! { <li>{rule}</li> }).collect_view()}</ul> })}
        <h2>{locale.say(|t| t.contacts_heading())}</h2>
        <SupportContacts contacts=portal.support_contacts/>
    }
}

fn rule_words(rules: PasswordRules, t: &dyn crate::i18n::texts::Texts) -> Vec<String> {
    let wanted = [
        (rules.upper_case, t.rule_upper()),
        (rules.lower_case, t.rule_lower()),
        (rules.digit, t.rule_digit()),
        (rules.special, t.rule_special()),
    ];
    let mut words = vec![t.rule_length(rules.min_length)];
    words.extend(
        wanted
            .into_iter()
            .filter(|(wanted, _)| *wanted)
            .map(|(_, rule)| rule.to_owned()),
    );
    if rules.history > 0 {
        words.push(t.rule_history(rules.history));
    }
    words
}
