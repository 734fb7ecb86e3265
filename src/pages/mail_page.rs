//! `/space/mail`: the folders and one page of messages; the folder and whether only the unread are shown stand in the address, a search never does.

use crate::rules::mail_filter::MailFilter;
use crate::state::location::use_query;
use leptos::prelude::*;

pub mod list;
mod rows;

use list::MailList;

/// What the address asks for, as a filter of the messages.
#[component]
pub fn MailPage(
    /// The id of the folder; `None` for what arrives.
    folder: Option<String>,
) -> impl IntoView {
    let unread = use_query("unread");
    let filter = Memo::new(move |_| {
        unread.with(|unread| MailFilter::read(folder.clone(), unread.as_deref()))
    });
    view! { <MailList filter=filter.into()/> }
}
