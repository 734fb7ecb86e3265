//! Leaving: the screen first, then what is kept here, then the portal, and a new document for the receipt; knows no page.

use super::SessionContext;
use crate::api;
use crate::api::client::Client;
use crate::browser::deadline::pause;
use crate::browser::{document, storage};
use crate::contract::activity::ActivityKind;
use crate::contract::instant::Instant;
use crate::route::Route;
use crate::rules::activity_filter::ActivityFilter;
use crate::rules::receipt::{Receipt, Taken, WayOut};
use crate::rules::session::{SessionEvent, SessionStatus};
use crate::rules::tab_message::TabMessage;
use leptos::prelude::{GetValue, WithUntracked};
use leptos::task::spawn_local;
use std::time::Duration;

/// A try to tell the portal; nobody waits longer in front of a locked screen.
const TRY: Duration = Duration::from_secs(5);
/// How often it is tried.
const TRIES: u32 = 3;
/// How long it may take to learn what was downloaded, a page of the journal.
const COUNT: Duration = Duration::from_secs(2);
/// How many pages of the journal are read for that at most.
const PAGES: u32 = 3;

impl SessionContext {
    /// Locks the screen, empties what is kept here, tells the other tabs and the portal, and leaves for the receipt with a
    /// new document: whatever becomes of the portal, nothing of the agent is left here.
    pub fn sign_out(self, client: Client) {
        let ends_at = self.expiry.get_value().map(|expiry| expiry.ends_at());
        self.lock();
        self.tell_tabs(TabMessage::SignedOut);
        spawn_local(async move {
            storage::purge().await;
            let language = storage::kept_language();
            let taken = taken(&client.within(COUNT)).await;
            let told = tell(&client.within(TRY)).await;
            // The portal has the browser empty its storage (Clear-Site-Data), and what may stay goes with it.
            if let Some(tag) = language {
                storage::keep_language(&tag);
            }
            leave_for(&Receipt {
                way_out: if told {
                    WayOut::SignedOut
                } else {
                    WayOut::PortalUnreached
                },
                ends_at: ends_at.filter(|_| !told),
                taken,
            });
        });
    }

    /// The agent signed out in another tab.
    pub(super) fn leave_with_others(self) {
        self.leave(WayOut::InAnotherTab);
    }

    /// The session of a shared device has ended: nothing is kept for whoever comes next.
    pub(super) fn leave_ended(self) {
        self.leave(WayOut::TimeOver);
    }

    fn leave(self, way_out: WayOut) {
        self.lock();
        spawn_local(async move {
            storage::purge().await;
            leave_for(&Receipt {
                way_out,
                ends_at: None::<Instant>,
                taken: Vec::new(),
            });
        });
    }

    fn lock(self) {
        self.happened(SessionEvent::AskedToSignOut);
        self.drafts.forget_all();
    }

    /// On a shared device, tells the portal and the other tabs that this page goes away: without another one the portal
    /// ends the session soon.
    pub(super) fn tell_of_leaving(self, client: &Client) {
        let is_here = self
            .status
            .with_untracked(|status| matches!(status, SessionStatus::SignedIn(_)));
        if is_here && self.is_on_shared_device() {
            api::session::leave(client);
            self.tell_tabs(TabMessage::Leaving);
        }
    }
}

/// Tells the portal, again when it does not hear.
async fn tell(client: &Client) -> bool {
    for again in 0..TRIES {
        if again > 0 {
            pause(Duration::from_millis(500)).await;
        }
        if api::session::sign_out(client).await.is_ok() {
            return true;
        }
    }
    false
}

/// What was downloaded in this session, in whichever tab, as the portal recorded it; nothing when it does not say.
async fn taken(client: &Client) -> Vec<Taken> {
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
        // Older ones are of older sessions.
        let goes_on = page.items.last().is_some_and(|event| event.current_session);
        cursor = page.next_cursor.filter(|_| goes_on);
        if cursor.is_none() {
            break;
        }
    }
    taken
}

fn leave_for(receipt: &Receipt) {
    document::replace_with(&format!("{}{}", Route::SignedOut.href(), receipt.query()));
}
