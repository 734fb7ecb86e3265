//! The one number to call when a page can't help any more; knows no portal answer.

use super::dynamic::text;
use super::icon::Icon;
use crate::route::Route;
use crate::state::locale::use_locale;
use crate::state::portal::use_portal;
use leptos::prelude::*;

/// The support's number and hours from the settings, and where all contacts stand.
#[component]
pub fn SupportLine() -> impl IntoView {
    let (locale, portal) = (use_locale(), use_portal());
    let phone = portal.config(|config| config.support.phone.clone());
    let dialled: String = phone.chars().filter(|c| !c.is_whitespace()).collect();
    let hours = move || portal.config(|config| locale.pick(&config.support.hours));
    view! {
        <p class="support-line">
            <Icon name="phone"/>
            <span>
                <a href=format!("tel:{dialled}") rel="external">{phone}</a>
                {" – "}{text(hours)}{" – "}
                <a href=format!("{}#contacts", Route::Password.href())>{locale.say(|t| t.all_contacts())}</a>
            </span>
        </p>
    }
}
