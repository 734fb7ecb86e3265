//! What the pages of e-mail share: the folders as they were last counted, what was last done, and what was last listed; knows no page and sends nothing.

use super::drafts::use_memory;
use super::load::{Loader, use_load};
use crate::api;
use crate::api::answer::ApiError;
use crate::contract::mail::{MailFolder, MailFolders};
use crate::rules::mail_change::MailDeed;
use leptos::prelude::{RwSignal, Set, With};

/// What the pages share.
///
/// Architecture Invariant: it lives in memory and belongs to one agent.
#[derive(Clone, Copy, Debug)]
pub struct MailShelf {
    /// The folders; `None` while the portal has not told them.
    pub folders: RwSignal<Option<MailFolders>>,
    /// What was last done; it stays until something else is.
    pub told: RwSignal<Option<MailTold>>,
    /// The ids of the messages that were last listed, from the top: who comes back to a list finds their place by them.
    pub listed: RwSignal<Vec<String>>,
}

/// Something that was done with messages, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailTold {
    /// Of which deed.
    pub ticket: u64,
    /// What was done.
    pub deed: MailDeed,
    /// With so many messages.
    pub count: usize,
    /// True when it took an earlier deed back.
    pub is_undo: bool,
    /// What came of it, as far as is known.
    pub came: MailOutcome,
    /// Where the messages were before: to take it back. Empty where nothing can be.
    pub undo: Vec<(String, Vec<String>)>,
}

/// What came of a deed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MailOutcome {
    /// It is done, or on its way.
    Done,
    /// It is done but for these.
    Partly {
        /// The portal, or the kind of message, did not let them be changed.
        refused: usize,
        /// They are no longer there.
        missing: usize,
    },
    /// It is not done.
    Failed(ApiError),
}

/// What the pages share; empty at first.
#[must_use]
pub fn use_mail_shelf() -> MailShelf {
    MailShelf {
        folders: use_memory("mail/folders"),
        told: use_memory("mail/told"),
        listed: use_memory("mail/listed"),
    }
}

/// Asks for the folders now, and again whenever `again` changes; what is known of them stays until then.
#[must_use]
pub fn use_mail_folders(shelf: MailShelf, again: RwSignal<u32>) -> Loader<MailFolders> {
    use_load(move |client| {
        again.with(|_| ());
        async move {
            let answer = api::mail::folders(&client).await;
            if let Ok(folders) = &answer {
                let _ = shelf.folders.try_set(Some(folders.clone()));
            }
            answer
        }
    })
}

impl MailShelf {
    /// The folders, tracked; none while they are not known.
    #[must_use]
    pub fn list(self) -> Vec<MailFolder> {
        self.folders.with(|known| {
            let folders = known.as_ref().map(|known| known.folders.clone());
            folders.unwrap_or_default()
        })
    }
}
