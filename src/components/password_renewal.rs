//! The way to a new password and what it must satisfy; leads only where the settings allow.

use super::dynamic::{part, text};
use super::icon::Icon;
use super::notice::{Notice, NoticeVariant};
use crate::contract::portal::PasswordRules;
use crate::i18n::texts::Texts;
use crate::rules::allowed_link::allowed_link;
use crate::state::locale::use_locale;
use leptos::prelude::*;

/// A link to the identity service that shows its host, or why there is none.
#[component]
pub fn IdentityLink(
    /// The address that the portal gave.
    url: String,
    /// The hosts that the settings allow.
    hosts: Vec<String>,
) -> impl IntoView {
    let locale = use_locale();
    match allowed_link(&url, &hosts).map(str::to_owned) {
        Some(host) => view! {
            <p>
                <a class="button" data-variant="primary" href=url rel="external noreferrer">
                    {text(move || locale.texts().identity_link(&host))}<Icon name="external"/>
                </a>
            </p>
        }
        .into_any(),
        None => {
            let title = Signal::derive(move || locale.texts().identity_unsafe_title().to_owned());
            view! { <Notice variant=NoticeVariant::Failure title><p>{locale.say(|t| t.identity_unsafe())}</p></Notice> }.into_any()
        }
    }
}

/// What a new password must satisfy, point by point.
#[component]
pub fn PasswordChecklist(
    /// The portal's rules.
    rules: PasswordRules,
) -> impl IntoView {
    let locale = use_locale();
    part(move || {
        let points = points(rules, locale.texts()).into_iter();
        view! { <ul class="password-checklist">{points.map(|point| view! { <li class="password-checklist__point"><Icon name="check"/><span>{point}</span></li> }).collect_view()}</ul> }
    })
}

fn points(rules: PasswordRules, t: &dyn Texts) -> Vec<String> {
    let wanted = [
        (rules.upper_case, t.rule_upper()),
        (rules.lower_case, t.rule_lower()),
        (rules.digit, t.rule_digit()),
        (rules.special, t.rule_special()),
    ];
    let wanted = wanted.into_iter().filter(|(is_wanted, _)| *is_wanted);
    let mut points = vec![t.rule_length(rules.min_length)];
    points.extend(wanted.map(|(_, rule)| rule.to_owned()));
    if rules.history > 0 {
        points.push(t.rule_history(rules.history));
    }
    if rules.max_age_days > 0 {
        points.push(t.rule_age(rules.max_age_days));
    }
    points
}
