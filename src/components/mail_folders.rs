//! The folders with their counts, and which messages of one are shown, as links; knows no call.

use super::dynamic::{part, text};
use super::icon::Icon;
use crate::contract::mail::{MailFolder, MailFolderRole};
use crate::i18n::mail_words::folder_name;
use crate::route::mail_href;
use crate::rules::mail_filter::MailFilter;
use crate::rules::mail_folder::named;
use crate::state::listing::Listing;
use crate::state::locale::use_agent_locale;
use leptos::prelude::*;

/// Every folder with how many messages it holds and how many are unread. On a phone they unfold under the name of the one
/// that is shown.
#[component]
pub fn MailFolders(
    /// The folders, counted.
    folders: Memo<Vec<MailFolder>>,
    /// What the address asks for.
    filter: Signal<MailFilter>,
    /// What is searched for, which ends when a folder is gone to.
    listing: Listing,
) -> impl IntoView {
    let locale = use_agent_locale();
    let is_open = RwSignal::new(false);
    let shown_name = text(move || {
        folders.with(|folders| {
            let shown = named(folders, filter.get().folder.as_deref());
            let name = shown.map(|folder| folder_name(folder, locale.get()));
            let t = locale.texts();
            t.mail_folder_shown(&name.unwrap_or_else(|| t.mail_folders().to_owned()))
        })
    });
    let is_known = Memo::new(move |_| folders.with(|folders| !folders.is_empty()));
    part(move || {
        is_known.get().then(|| {
            view! {
                <nav class="mail-folders" aria-label=locale.say(|t| t.mail_folders()) data-open=move || is_open.get().then_some("")>
                    <button
                        class="button mail-folders__toggle"
                        type="button"
                        aria-expanded=move || if is_open.get() { "true" } else { "false" }
                        on:click=move |_| is_open.update(|open| *open = !*open)
                    ><Icon name="folder"/><span>{shown_name}</span></button>
                    <ul class="mail-folders__list">{folder_links(folders, filter, listing)}</ul>
                </nav>
            }
        })
    })
}

/// Drawn anew with the counts; what unfolds them stays.
fn folder_links(
    folders: Memo<Vec<MailFolder>>,
    filter: Signal<MailFilter>,
    listing: Listing,
) -> AnyView {
    let links = part(move || {
        folders.with(|folders| {
            let here = named(folders, filter.get().folder.as_deref()).map(|it| it.id.clone());
            let links = folders.iter().map(|folder| {
                let is_here = here.as_deref() == Some(folder.id.as_str());
                folder_link(folder, is_here, listing)
            });
            links.collect::<Vec<AnyView>>()
        })
    });
    links.into_any()
}

fn folder_link(folder: &MailFolder, is_here: bool, listing: Listing) -> AnyView {
    let locale = use_agent_locale();
    // What arrives has the address without a folder.
    let id = (folder.role != MailFolderRole::Inbox).then(|| folder.id.clone());
    let href = mail_href(&MailFilter {
        folder: id,
        unread: false,
    });
    let (total, unread) = (folder.total, folder.unread);
    let badge = (unread > 0)
        .then(|| view! { <span class="badge" aria-hidden="true">{unread}</span> }.into_any());
    let holds = locale.texts().mail_folder_holds(total, unread);
    view! {
        <li><a class="mail-folders__link" href=href aria-current=is_here.then_some("page") on:click=move |_| listing.clear()>
            <span class="mail-folders__name"><bdi>{folder_name(folder, locale.get())}</bdi></span>
            {badge}
            <span class="mail-folders__total" aria-hidden="true">{total}</span>
            <span class="visually-hidden">{format!(" ({holds})")}</span>
        </a></li>
    }
    .into_any()
}

/// All messages of the folder, or those that were not read; links, so that each has its own address.
#[component]
pub fn MailFilterChoice(
    /// What the address asks for.
    filter: Signal<MailFilter>,
) -> impl IntoView {
    let locale = use_agent_locale();
    let links = part(move || {
        let (t, filter) = (locale.texts(), filter.get());
        let link = |unread: bool, words: &'static str| {
            let current = (filter.unread == unread).then_some("true");
            let href = mail_href(&MailFilter {
                folder: filter.folder.clone(),
                unread,
            });
            view! { <li><a class="year-choice__link" href=href data-noscroll="" aria-current=current>{words}</a></li> }
                .into_any()
        };
        view! {
            <ul class="year-choice__list">
                {link(false, t.all_messages())}
                {link(true, t.unread_messages())}
            </ul>
        }
    });
    view! { <nav class="year-choice" aria-label=locale.say(|t| t.mail_filter())>{links}</nav> }
}
