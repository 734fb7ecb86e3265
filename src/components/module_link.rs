//! A module that is on another site: the way there, or why there is none; knows no module.

use super::dynamic::text;
use super::icon::Icon;
use super::support_line::SupportLine;
use crate::rules::allowed_link::allowed_link;
use crate::state::locale::use_agent_locale;
use leptos::prelude::*;

/// A link that shows its host, only where the settings allow it.
pub fn module_link(url: String, hosts: &[String]) -> AnyView {
    let locale = use_agent_locale();
    let Some(host) = allowed_link(&url, hosts).map(str::to_owned) else {
        return view! { <p>{locale.say(|t| t.module_link_unsafe())}</p><SupportLine/> }.into_any();
    };
    view! {
        <p>{locale.say(|t| t.module_elsewhere())}</p>
        <p>
            <a class="button" href=url rel="external noreferrer">
                {text(move || locale.texts().module_link(&host))}<Icon name="external"/>
            </a>
        </p>
    }
    .into_any()
}
