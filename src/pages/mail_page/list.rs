//! One page of messages with its folders, its search and what is done with several; knows no message's text.

use super::rows::RowsOf;
use crate::api;
use crate::browser::focus;
use crate::components::dynamic::{part, text};
use crate::components::failure::Failure;
use crate::components::icon::Icon;
use crate::components::loaded::Loaded;
use crate::components::mail_folders::{MailFilterChoice, MailFolders};
use crate::components::mail_told::mail_told;
use crate::components::search_field::SearchField;
use crate::contract::mail::{MailFolders as Folders, MailMessages, MailSearch};
use crate::i18n::mail_words::folder_name;
use crate::route::{Route, SpaceRoute, mail_compose_href};
use crate::rules::display_label::display_label;
use crate::rules::mail_change::counted;
use crate::rules::mail_composing::MailComposing;
use crate::rules::mail_filter::MailFilter;
use crate::rules::mail_folder::{is_searched_alone, named, role};
use crate::state::listing::{Listing, use_listing};
use crate::state::load::{Load, Loader, use_load};
use crate::state::locale::use_agent_locale;
use crate::state::location::use_former_route;
use crate::state::mail_hand::{MailHand, use_mail_hand};
use crate::state::mail_shelf::use_mail_folders;
use crate::state::session::use_session;
use chrono::NaiveDate;
use leptos::prelude::*;

/// Loads the folders, and the page of messages that the address and the search ask for.
#[component]
pub fn MailList(
    /// What the address asks for.
    filter: Signal<MailFilter>,
) -> impl IntoView {
    let (session, listing, hand) = (use_session(), use_listing("mail"), use_mail_hand());
    let today = Signal::derive(move || {
        let details = session.details();
        details.map(|session| session.now.wall_clock().date())
    });
    let counts = use_mail_folders(hand.shelf, hand.again);
    // Known once, it asks no more: the counts alone list nothing anew.
    let alone = Memo::new(move |_| {
        let folder = filter.get().folder;
        is_searched_alone(role(&hand.shelf.list(), folder.as_deref()))
    });
    let messages = use_load(move |client| {
        hand.again.track();
        let filter = filter.get();
        listing.show_pages_of(&filter.key());
        let (words, cursor) = (listing.words(), listing.cursor());
        let is_alone = !words.is_empty() && alone.get();
        let folder = filter.folder.clone().filter(|_| is_alone);
        async move {
            let answer = if words.is_empty() {
                api::mail::list(&client, &filter, cursor.as_deref()).await
            } else {
                let search = MailSearch {
                    query: words,
                    folder,
                    cursor: cursor.clone(),
                };
                api::mail::search(&client, &search).await
            };
            match &answer {
                Ok(_) => hand.answered(),
                Err(error) if cursor.is_some() => listing.was_refused(error),
                Err(_) => {}
            }
            answer
        }
    });
    view! { <MailView filter listing counts messages hand today/> }
}

/// The id of the message that somebody comes back from.
fn opened() -> Option<String> {
    match use_former_route()? {
        Route::Space(SpaceRoute::MailMessage(_, id)) => Some(id),
        _ => None,
    }
}

/// The folders, the search and the messages.
#[component]
pub fn MailView(
    /// What the address asks for.
    filter: Signal<MailFilter>,
    /// What is searched for, and the page.
    listing: Listing,
    /// The folders on their way.
    counts: Loader<Folders>,
    /// The messages.
    messages: Loader<MailMessages>,
    /// What is done with them.
    hand: MailHand,
    /// The day of today, where it is known.
    today: Signal<Option<NaiveDate>>,
) -> impl IntoView {
    let locale = use_agent_locale();
    // With what is on its way counted in, once the rows are there.
    let folders = Memo::new(move |_| {
        messages.load.track();
        counted(&hand.shelf.list(), hand.states().iter())
    });
    let is_search = Memo::new(move |_| !listing.words().is_empty());
    let name = text(move || {
        folders.with(|folders| {
            let shown = named(folders, filter.get().folder.as_deref());
            shown.map_or_else(
                || locale.texts().all_messages().to_owned(),
                |folder| folder_name(folder, locale.get()),
            )
        })
    });
    let found = text(move || {
        let words = display_label(&untrack(|| listing.words()));
        messages.load.with(|load| match (load, &words) {
            (Load::Loaded(messages), Some(words)) => {
                let goes_on = messages.next_cursor.is_some();
                let found = messages.items.len();
                locale.texts().messages_found(found, goes_on, words)
            }
            _ => String::new(),
        })
    });
    let hint = Signal::derive(move || {
        let is_alone = is_searched_alone(
            folders.with(|folders| role(folders, filter.get().folder.as_deref())),
        );
        locale.texts().search_mail_hint(is_alone)
    });
    let refresh = move |_| {
        focus::focus_soon("main h1");
        hand.again.update(|again| *again += 1);
    };
    let of = RowsOf {
        filter,
        listing,
        hand,
        today,
        folders,
        deleting: RwSignal::new(Vec::new()),
        rows: StoredValue::new(Vec::new()),
        opened: StoredValue::new(opened()),
        placed: StoredValue::new(None),
        locale,
    };
    let list = move |messages: MailMessages| of.list(messages);
    // Once for both: what stops one mostly stops the other.
    let no_folders = part(move || {
        let are_here = messages.load.with(|load| matches!(load, Load::Loaded(_)));
        counts.load.with(|load| match load {
            Load::Failed(error) if are_here && folders.with(Vec::is_empty) => {
                let retry = move |()| {
                    focus::focus_soon("main h1");
                    counts.retry();
                };
                Some(view! { <Failure error=error.clone() retry/> })
            }
            _ => None,
        })
    });
    let filters = part(move || (!is_search.get()).then(|| view! { <MailFilterChoice filter/> }));
    view! {
        <div class="stack mail">
            <h1 tabindex="-1">{locale.say(|t| t.mail())}</h1>
            <p class="mail__deeds">
                <a class="button" data-variant="primary" href=mail_compose_href(&MailComposing::New)><Icon name="mail"/>{locale.say(|t| t.new_mail())}</a>
                {" "}
                <button class="button" type="button" on:click=refresh><Icon name="refresh"/>{locale.say(|t| t.refresh_mail())}</button>
            </p>
            <div class="mail__columns">
                <div>{no_folders}<MailFolders folders filter listing/></div>
                <section class="mail__list" aria-labelledby="mail-folder">
                    <h2 id="mail-folder"><bdi>{name}</bdi></h2>
                    <SearchField listing label=Signal::derive(locale.say(|t| t.search_mail())) hint found/>
                    {filters}
                    {mail_told(hand.shelf, hand.undo, locale)}
                    <Loaded loader=messages view=list/>
                </section>
            </div>
            {of.question()}
        </div>
    }
}
