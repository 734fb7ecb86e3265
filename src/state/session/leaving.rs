//! Leaving: the screen first, then what is kept here, then the portal, and a new document for the receipt; knows no page.

use super::SessionContext;
use crate::api;
use crate::api::answer::ApiError;
use crate::api::client::Client;
use crate::browser::deadline::pause;
use crate::browser::{document, facts, storage};
use crate::contract::activity::ActivityKind;
use crate::route::Route;
use crate::rules::activity_filter::ActivityFilter;
use crate::rules::expiry::Expiry;
use crate::rules::receipt::{Receipt, Taken, WayOut};
use crate::rules::session::SessionEvent;
use crate::rules::tab_message::TabMessage;
use leptos::prelude::{GetUntracked, GetValue, Set, SetValue, WithUntracked};
use leptos::task::spawn_local;
use std::time::Duration;

/// A try to tell the portal; nobody waits longer in front of a locked screen.
const TRY: Duration = Duration::from_secs(5);
/// How often it is tried.
const TRIES: u32 = 3;
/// How long it waits between tries once the receipt is shown.
const AGAIN: Duration = Duration::from_secs(5);
/// How long it may take to learn what was downloaded, a page of the journal.
const COUNT: Duration = Duration::from_secs(2);
/// How many pages of the journal are read for that at most.
const PAGES: u32 = 3;

impl SessionContext {
    /// Locks the screen, empties what is kept here, tells the other tabs and the portal, and leaves for the receipt with a
    /// new document: whatever becomes of the portal, nothing of the agent is left here. Where no new document can be had,
    /// the receipt is shown in this one, which goes on telling the portal.
    pub fn sign_out(self, client: Client) {
        let ends_at = self.expiry.get_value().map(|expiry| expiry.ends_at());
        self.lock();
        self.is_telling.set_value(true);
        self.tell_tabs(TabMessage::SignedOut);
        spawn_local(async move {
            storage::purge().await;
            let taken = taken(&client.within(COUNT)).await;
            let client = client.within(TRY);
            let told = tell(&client, TRIES).await;
            let done = Receipt {
                taken,
                ..Receipt::default()
            };
            let Err(error) = told else {
                self.is_telling.set_value(false);
                // Tabs that asked the portal before it knew.
                self.tell_tabs(TabMessage::Changed);
                return leave_for(&done);
            };
            let unreached = Receipt {
                way_out: WayOut::PortalUnreached,
                ends_at,
                ..done.clone()
            };
            if !is_network_dead(&error) {
                self.is_telling.set_value(false);
                return leave_for(&unreached);
            }
            self.show_here(&unreached);
            while tell(&client, 1).await.is_err() {
                pause(AGAIN).await;
            }
            self.is_telling.set_value(false);
            leave_for(&done);
        });
    }

    /// The agent signed out in another tab.
    pub(super) fn leave_with_others(self, client: &Client) {
        self.leave(WayOut::InAnotherTab, client.clone());
    }

    /// The session of a shared device has ended: nothing is kept for whoever comes next.
    pub(super) fn leave_ended(self) {
        if let Some(client) = self.client.get_value() {
            self.leave(WayOut::TimeOver, client);
        }
    }

    fn leave(self, way_out: WayOut, client: Client) {
        self.lock();
        spawn_local(async move {
            storage::purge().await;
            let receipt = Receipt {
                way_out,
                ..Receipt::default()
            };
            let client = client.within(TRY);
            while let Err(error) = api::session::get(&client).await {
                let is_dead =
                    is_network_dead(&error) || error == ApiError::Unavailable { trace_id: None };
                if !is_dead {
                    break;
                }
                self.show_here(&receipt);
                pause(AGAIN).await;
            }
            leave_for(&receipt);
        });
    }

    fn show_here(self, receipt: &Receipt) {
        let address = address(receipt);
        if self
            .receipt_here
            .with_untracked(|here| here.as_ref() != Some(&address))
        {
            self.receipt_here.set(Some(address));
        }
    }

    fn lock(self) {
        self.happened(SessionEvent::AskedToSignOut);
        self.drafts.leave();
    }

    /// As the document goes away: a sign-out that the portal has not heard of yet is told once more; and on a shared device
    /// the portal and the other tabs are told that this page goes, since without another one the session ends soon.
    pub(super) fn tell_of_leaving(self, client: &Client) {
        let status = self.status.get_untracked();
        if self.is_telling.get_value() {
            api::session::sign_out_last(client);
        } else if status.is_here() && self.is_on_shared_device() {
            api::session::leave(client);
            self.tell_tabs(TabMessage::Leaving);
        }
    }
}

/// Tells the portal, again when it does not hear.
async fn tell(client: &Client, tries: u32) -> Result<(), ApiError> {
    let language = storage::kept_language();
    let mut told = api::session::sign_out(client).await;
    for _ in 1..tries {
        if told.is_ok() {
            break;
        }
        pause(Duration::from_millis(500)).await;
        told = api::session::sign_out(client).await;
    }
    // The portal has the browser empty its storage (Clear-Site-Data), and what may stay goes with it.
    if let Some(tag) = language {
        storage::keep_language(&tag);
    }
    told
}

/// True when nothing at all came back: a document would not come either. A question and a change tell that apart from
/// other failures in their own ways.
fn is_network_dead(error: &ApiError) -> bool {
    matches!(
        error,
        ApiError::Offline | ApiError::OutcomeUnknown | ApiError::Filtered
    )
}

/// What was downloaded in this session, in whichever tab, as the portal recorded it; nothing when it does not say.
async fn taken(client: &Client) -> Vec<Taken> {
    let began = facts::reading();
    let filter = ActivityFilter {
        kind: Some(ActivityKind::Download),
        ..ActivityFilter::default()
    };
    let (mut taken, mut cursor) = (Vec::<Taken>::new(), None);
    for _ in 0..PAGES {
        let Ok(page) = api::activity::list(client, filter, cursor.as_deref()).await else {
            break;
        };
        let kinds = page
            .items
            .iter()
            .filter(|event| event.current_session)
            .filter_map(|event| event.item.as_ref())
            .map(|item| item.kind);
        for kind in kinds {
            match taken.iter_mut().find(|taken| taken.kind == kind) {
                Some(taken) => taken.count += 1,
                None => taken.push(Taken { kind, count: 1 }),
            }
        }
        // Older ones are of older sessions; and nobody waits for a count.
        let goes_on = page.items.last().is_some_and(|event| event.current_session)
            && !Expiry::is_spaced(began, facts::reading());
        cursor = page.next_cursor.filter(|_| goes_on);
        if cursor.is_none() {
            break;
        }
    }
    taken
}

fn address(receipt: &Receipt) -> String {
    format!("{}{}", Route::SignedOut.href(), receipt.query())
}

fn leave_for(receipt: &Receipt) {
    document::replace_with(&address(receipt));
}
