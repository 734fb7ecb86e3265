//! `/space/mail`: the folders and one page of messages; the folder and whether only the unread are shown stand in the address, a search never does.

use crate::components::dynamic::part;
use crate::components::module_link::module_link;
use crate::rules::mail_filter::MailFilter;
use crate::rules::module_offer::{Offer, offer};
use crate::state::locale::use_agent_locale;
use crate::state::location::use_query;
use crate::state::portal::use_portal;
use leptos::prelude::*;

pub mod list;
mod rows;

use list::MailList;

/// The mail, or the way to where it is: it may be on another site.
#[component]
pub fn MailPage(
    /// The id of the folder; `None` for what arrives.
    folder: Option<String>,
) -> impl IntoView {
    let (locale, portal) = (use_agent_locale(), use_portal());
    let unread = use_query("unread");
    let filter = Memo::new(move |_| {
        unread.with(|unread| MailFilter::read(folder.clone(), unread.as_deref()))
    });
    let elsewhere = Memo::new(move |_| {
        let answer = portal.answer();
        match offer(answer.as_ref().map(|portal| &portal.modules), "mail") {
            Offer::Elsewhere(url) => Some(url),
            Offer::Here | Offer::No => None,
        }
    });
    part(move || match elsewhere.get() {
        Some(url) => {
            let hosts = portal.config(|config| config.link_hosts.clone());
            view! {
                <div class="stack">
                    <h1 tabindex="-1">{locale.say(|t| t.mail())}</h1>
                    {module_link(url, &hosts)}
                </div>
            }
            .into_any()
        }
        None => view! { <MailList filter=filter.into()/> }.into_any(),
    })
}
