//! Whom to call, by group of agents; knows no portal.

use super::dynamic::text;
use super::icon::Icon;
use crate::contract::portal::SupportContact;
use crate::state::locale::use_locale;
use leptos::prelude::*;

/// The support contacts as a list of links that dial and write.
#[component]
pub fn SupportContacts(
    /// The contacts.
    contacts: Vec<SupportContact>,
) -> impl IntoView {
    let locale = use_locale();
    let items = contacts
        .into_iter()
        .map(|contact| {
            let SupportContact { label, phone, email, hours, .. } = contact;
            let phone = phone.map(|phone| {
                let dialled: String = phone.chars().filter(|c| !c.is_whitespace()).collect();
                view! { <p><Icon name="phone"/><a href=format!("tel:{dialled}") rel="external">{phone}</a></p> }
            });
            let email = email.map(|email| {
                view! { <p><Icon name="mail"/><a href=format!("mailto:{email}") rel="external">{email.clone()}</a></p> }
            });
            view! {
                <li class="support-contacts__item">
                    <h3>{text(move || locale.pick(&label))}</h3>
                    {phone}
                    {email}
                    <p class="support-contacts__hours">{text(move || locale.pick(&hours))}</p>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="support-contacts">{items}</ul> }
}
