//! What happens to a message when it is opened, and how it leaves its page; knows no markup.

use crate::api;
use crate::browser::focus;
use crate::components::mail_told::MAIL_TOLD;
use crate::contract::mail::{MailAction, MailFolderRole, MailMessage};
use crate::route::mail_href;
use crate::rules::mail_change::{Answered, MailDeed, MailMark};
use crate::rules::mail_filter::MailFilter;
use crate::rules::mail_folder::named;
use crate::state::load::{Load, Loader};
use crate::state::location::use_redirect;
use crate::state::mail_hand::{MailHand, MailRow, MailThen};
use crate::state::portal::use_client;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// Doing something with the message of the page.
#[derive(Clone, Copy, Debug)]
pub struct Acting {
    /// Does it; a message that has left its folder is not stayed with.
    pub act: Callback<(MailRow, MailDeed)>,
    /// True while it is put elsewhere.
    pub busy: RwSignal<bool>,
    /// True while it is asked whether it is to be deleted for good.
    pub deleting: RwSignal<bool>,
    /// True once something was done here.
    pub has_acted: RwSignal<bool>,
}

impl Acting {
    /// Nothing done yet.
    #[must_use]
    pub fn new(act: Callback<(MailRow, MailDeed)>) -> Self {
        Self {
            act,
            busy: RwSignal::new(false),
            deleting: RwSignal::new(false),
            has_acted: RwSignal::new(false),
        }
    }
}

/// Marks the message as read once, when it is shown: nobody asked for it, so that nothing is said when it fails.
pub fn use_opening(message: Loader<MailMessage>, hand: MailHand) {
    let client = use_client();
    let is_marked = StoredValue::new(false);
    Effect::new(move |_| {
        let unread = message.load.with(|load| match load {
            Load::Loaded(message) => {
                let may = message.actions.contains(&MailAction::Mark);
                (may && !message.summary.read).then(|| message.summary.clone())
            }
            _ => None,
        });
        let Some(summary) = unread.filter(|_| !is_marked.get_value()) else {
            return;
        };
        is_marked.set_value(true);
        let client = client.clone();
        spawn_local(async move {
            let change = MailDeed::Mark(MailMark::Read).change().unwrap_or_default();
            let Ok(changed) = api::mail::change(&client, &summary.id, &change).await else {
                return;
            };
            let _ = hand.shelf.folders.try_update(|known| {
                if let Some(known) = known {
                    known.folders.clone_from(&changed.folders);
                }
            });
            // What the agent did meanwhile holds.
            let now = changed.items.iter().find(|now| now.id == summary.id);
            if let (Some(now), false) = (now, message.load.is_disposed()) {
                let row = hand.row(summary);
                let _ = row
                    .state
                    .try_update(|state| state.settle(0, Answered::Now(now)));
            }
        });
    });
}

/// Does what is wanted with the message; once it is elsewhere, the list that it was opened from is shown.
#[must_use]
pub fn use_acting(hand: MailHand, folder: Signal<String>) -> Acting {
    let lead = use_redirect();
    let acting = Acting::new(Callback::new(|_| ()));
    let Acting {
        busy, has_acted, ..
    } = acting;
    let act = Callback::new(move |(row, deed): (MailRow, MailDeed)| {
        if busy.get_untracked() {
            return;
        }
        has_acted.set(true);
        if matches!(deed, MailDeed::Mark(_)) {
            return hand.act.run((vec![row], deed, None));
        }
        busy.set(true);
        let lead = lead.clone();
        let then: MailThen = Arc::new(move |is_done: bool| {
            // Who has gone elsewhere meanwhile is not led back.
            if busy.try_set(false).is_some() {
                return;
            }
            if !is_done {
                return focus::focus_soon(MAIL_TOLD);
            }
            let folders = untrack(|| hand.shelf.list());
            let folder = folder.get_untracked();
            let is_inbox = named(&folders, Some(&folder))
                .is_some_and(|folder| folder.role == MailFolderRole::Inbox);
            lead(&mail_href(&MailFilter {
                folder: (!is_inbox).then_some(folder),
                unread: false,
            }));
        });
        hand.act.run((vec![row], deed, Some(then)));
    });
    Acting { act, ..acting }
}
