//! The rows of one page of messages, what is done with several of them, and why there are none; knows no call.

use crate::browser::focus;
use crate::components::dynamic::part;
use crate::components::mail_choice::{ChoiceOf, choice_bar, choose_all, lead_on};
use crate::components::mail_delete_dialog::mail_delete_dialog;
use crate::components::mail_list::{RowPlace, mail_list};
use crate::components::page_turner::PageTurner;
use crate::contract::mail::{MailFolder, MailFolderRole, MailMessages};
use crate::rules::mail_change::MailDeed;
use crate::rules::mail_coming_back::come_back_to;
use crate::rules::mail_filter::MailFilter;
use crate::rules::mail_folder::{is_searched_alone, named, role};
use crate::state::listing::Listing;
use crate::state::locale::AgentLocale;
use crate::state::mail_hand::{MailHand, MailRow};
use chrono::NaiveDate;
use leptos::prelude::*;

/// What the list is drawn from besides its messages.
#[derive(Clone, Copy)]
pub(super) struct RowsOf {
    pub(super) filter: Signal<MailFilter>,
    pub(super) listing: Listing,
    pub(super) hand: MailHand,
    pub(super) today: Signal<Option<NaiveDate>>,
    pub(super) folders: Memo<Vec<MailFolder>>,
    pub(super) deleting: RwSignal<Vec<MailRow>>,
    pub(super) rows: StoredValue<Vec<MailRow>>,
    /// The id of the message that somebody comes back from, until its list is drawn.
    pub(super) opened: StoredValue<Option<String>>,
    /// Where the rows that are drawn stand.
    pub(super) placed: StoredValue<Option<RowPlace>>,
    pub(super) locale: AgentLocale,
}

impl RowsOf {
    fn place(self) -> RowPlace {
        let (filter, folders) = (self.filter, self.folders);
        let from = Signal::derive(move || {
            let asked = filter.get().folder;
            folders.with(|folders| Some(named(folders, asked.as_deref())?.id.clone()))
        });
        let is_alone = untrack(|| is_searched_alone(self.role()));
        RowPlace {
            folders,
            from,
            is_search_of_all: !is_alone && untrack(|| !self.listing.words().is_empty()),
            today: self.today,
            locale: self.locale,
        }
    }

    fn role(self) -> MailFolderRole {
        let folder = self.filter.get().folder;
        self.folders
            .with(|folders| role(folders, folder.as_deref()))
    }

    pub(super) fn list(self, messages: MailMessages) -> AnyView {
        let MailMessages { items, next_cursor } = messages;
        let listing = self.listing;
        if items.is_empty() {
            return view! {
                {self.empty()}
                <PageTurner listing next_cursor/>
            }
            .into_any();
        }
        let rows: Vec<MailRow> = items.into_iter().map(|item| self.hand.row(item)).collect();
        self.rows.set_value(rows.clone());
        self.come_back(&rows);
        let (locale, place) = (self.locale, self.place());
        self.placed.set_value(Some(place));
        let is_any = Memo::new({
            let rows = rows.clone();
            move |_| rows.iter().any(|row| place.here(*row).is_some())
        });
        // Its kind is known with the folders, which may come later than the messages.
        let role = Memo::new(move |_| self.role());
        let is_held = RwSignal::new(false);
        let of = move |role| ChoiceOf {
            rows: self.rows,
            place,
            role,
            act: self.hand.act,
            deleting: self.deleting,
            is_held,
        };
        let all = part(move || {
            is_any
                .get()
                .then(|| choose_all(of(role.get_untracked()), locale))
        });
        let none = part(move || {
            let words = (!is_any.get()).then(|| locale.texts().messages_left());
            words.map(|words| view! { <p class="empty">{words}</p> })
        });
        view! {
            {all}
            {mail_list(&rows, place)}
            {none}
            {part(move || choice_bar(of(role.get()), locale))}
            <PageTurner listing next_cursor/>
        }
        .into_any()
    }

    /// Leads, once, to the row of the message that somebody comes back from, or to what is left beside it.
    fn come_back(self, rows: &[MailRow]) {
        let id_of = |row: &MailRow| row.listed.with_value(|message| message.id.clone());
        let ids: Vec<String> = rows.iter().map(id_of).collect();
        let before = self.hand.shelf.listed.get_untracked();
        let opened = self.opened.get_value();
        self.opened.set_value(None);
        let found = opened.and_then(|opened| come_back_to(&before, &opened, &ids));
        let row = found.and_then(|found| rows.iter().find(|row| id_of(row) == found).copied());
        self.hand.shelf.listed.set(ids);
        if let Some(row) = row {
            Effect::new(move |_| focus::come_back_soon(row.link_id()));
        }
    }

    /// Why nothing is listed.
    fn empty(self) -> AnyView {
        let (filter, listing, locale) = (self.filter, self.listing, self.locale);
        let is_search = untrack(|| !listing.words().is_empty());
        let words = part(move || {
            let t = locale.texts();
            match filter.get().unread {
                _ if is_search => t.no_messages_found(),
                true => t.no_unread_messages(),
                false => t.no_messages(self.role()),
            }
        });
        let clear = move |_| {
            listing.clear();
            // The button goes away.
            focus::focus_soon("main h1");
        };
        view! {
            <div class="empty">
                <p>{words}</p>
                {is_search.then(|| view! {
                    <button class="button" type="button" on:click=clear>{locale.say(|t| t.clear_search())}</button>
                })}
            </div>
        }
        .into_any()
    }

    /// Whether messages are to be deleted for good.
    pub(super) fn question(self) -> AnyView {
        let deleting = self.deleting;
        let count = Memo::new(move |_| deleting.with(Vec::len));
        let decline = Callback::new(move |()| deleting.set(Vec::new()));
        let confirm = Callback::new(move |()| {
            let rows = deleting.get_untracked();
            deleting.set(Vec::new());
            self.hand.act.run((rows.clone(), MailDeed::Delete, None));
            if let Some(place) = self.placed.get_value() {
                lead_on(self.rows, &rows, place);
            }
        });
        mail_delete_dialog(count, confirm, decline, self.locale)
    }
}
