//! Where a message that is being written lies in memory, one place for each; knows no markup and no call.

use crate::components::mail_writing_draft::{KeepState, MailKeeping, MailWriting};
use crate::components::mail_writing_outgoing::MailOutgoing;
use crate::contract::mail::NewMailDraft;
use crate::rules::mail_composing::MailComposing;
use crate::state::drafts::{use_draft, use_memory};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// One message that is being written: it outlives the page, and signing in again in its place.
#[derive(Clone, Copy, Debug)]
pub struct MailDesk {
    /// What is written.
    pub writing: RwSignal<MailWriting>,
    /// How far the portal keeps it.
    pub keeping: RwSignal<MailKeeping>,
    /// How far it is sent.
    pub outgoing: RwSignal<MailOutgoing>,
    /// True while something is written that nobody but this page has: who leaves is asked first.
    pub unsaved: RwSignal<bool>,
    /// By the id of a draft, the place where it is being written.
    opened: RwSignal<BTreeMap<String, String>>,
    place: StoredValue<String>,
}

/// The place of what the address names. A draft that was made here is found where it is written, not twice.
#[must_use]
pub fn desk_of(composing: &MailComposing) -> MailDesk {
    let opened: RwSignal<BTreeMap<String, String>> = use_memory("mail/compose/opened");
    let known = match composing {
        MailComposing::Draft(id) => opened.with_untracked(|opened| opened.get(id).cloned()),
        _ => None,
    };
    let place = known.unwrap_or_else(|| format!("mail/compose?{}", composing.query()));
    let desk = MailDesk {
        writing: use_memory(&place),
        keeping: use_memory(&format!("{place} keeping")),
        outgoing: use_memory(&format!("{place} outgoing")),
        unsaved: use_draft(&format!("{place} unsaved")),
        opened,
        place: StoredValue::new(place),
    };
    if *composing == MailComposing::New {
        desk.begin_new();
    }
    desk
}

impl MailDesk {
    /// An empty message, unless one is begun.
    pub fn begin_new(self) {
        if self
            .writing
            .with_untracked(|writing| writing.begun.is_none())
        {
            self.writing.set(MailWriting {
                begun: Some(NewMailDraft::default()),
                ..MailWriting::default()
            });
        }
    }

    /// What the portal does not have, when it can be saved now.
    #[must_use]
    pub fn to_save(self) -> Option<NewMailDraft> {
        let is_free = self.outgoing.with_untracked(|it| it.under_way.is_none())
            && self.keeping.with_untracked(|it| {
                it.under_way.is_none() && matches!(it.state, KeepState::Fine | KeepState::Failed(_))
            });
        if is_free { self.news() } else { None }
    }

    /// What stands in the form that the portal does not have.
    fn news(self) -> Option<NewMailDraft> {
        self.writing.with_untracked(|writing| {
            let begun = writing.begun.as_ref()?;
            let body = writing.body();
            let is_known = self
                .keeping
                .with_untracked(|it| it.content.as_ref().unwrap_or(begun) == &body);
            (!is_known).then_some(body)
        })
    }

    /// Remembers whether something is written that nobody else has.
    pub fn mark(self) {
        let is_waiting = |writing: &MailWriting| writing.files.iter().any(|file| file.id.is_none());
        let unsaved = self.writing.with_untracked(is_waiting) || self.news().is_some();
        if self.unsaved.get_untracked() != unsaved {
            self.unsaved.set(unsaved);
        }
    }

    /// The draft with this id is written here.
    pub fn name(self, id: &str) {
        if let Some(place) = self.place.try_get_value() {
            self.opened.update(|opened| {
                opened.insert(id.to_owned(), place);
            });
        }
    }

    /// Forgets what is written: it was sent, or thrown away, or is kept by the portal.
    pub fn clear(self) {
        let id = self
            .keeping
            .with_untracked(|it| it.saved.as_ref().map(|saved| saved.id.clone()));
        self.opened
            .update(|opened| opened.retain(|known, _| Some(known) != id.as_ref()));
        self.writing.set(MailWriting::default());
        self.keeping.set(MailKeeping::default());
        self.unsaved.set(false);
    }
}
