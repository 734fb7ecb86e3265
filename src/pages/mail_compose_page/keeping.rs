//! Keeping what is written as a draft of the portal, one call at a time, never in the way of who writes; knows no markup.

use super::beginning::{begin_draft, saved};
use super::desk::MailDesk;
use super::putting::Kept;
use crate::api::client::Client;
use crate::browser::{deadline, focus, presence, random};
use crate::components::mail_writing_draft::KeepState;
use crate::components::mail_writing_keep::MailKeep;
use crate::contract::mail::NewMailDraft;
use crate::rules::idempotency::idempotency_key;
use crate::rules::mail_draft::content;
use crate::rules::session::SessionStatus;
use crate::state::once::NotMade;
use crate::state::portal::use_client;
use crate::state::session::{SessionContext, use_session};
use leptos::prelude::*;
use leptos::reactive::spawn_local_scoped_with_cancellation;
use leptos::task::spawn_local;
use std::time::Duration;

/// It is saved once nothing more has been written for so long.
const REST: Duration = Duration::from_secs(2);

/// Who saves.
#[derive(Clone, Debug)]
pub struct Keeper {
    pub(super) desk: MailDesk,
    pub(super) client: Client,
    pub(super) session: SessionContext,
}

/// Saves what is written after a rest, and when the page is left or hidden.
pub fn use_keeping(desk: MailDesk) -> (Keeper, MailKeep) {
    let (client, session) = (use_client(), use_session());
    let keeper = Keeper {
        desk,
        client,
        session,
    };
    let (rests, hides, leaves) = (keeper.clone(), keeper.clone(), keeper.clone());
    Effect::new(move |_| {
        desk.writing.track();
        desk.mark();
        let keeper = rests.clone();
        // What is written meanwhile takes it back.
        spawn_local_scoped_with_cancellation(async move {
            deadline::pause(REST).await;
            keeper.save();
        });
    });
    Effect::new(move |_| {
        let keeper = hides.clone();
        presence::when_left(move || keeper.save());
    });
    on_cleanup(move || leaves.save());
    let (now, mine, anew) = (keeper.clone(), keeper.clone(), keeper.clone());
    let keep = MailKeep {
        keeping: desk.keeping,
        unsaved: desk.unsaved,
        save: Callback::new(move |()| now.save()),
        keep_mine: Callback::new(move |()| mine.keep_mine()),
        take_other: Callback::new(move |()| take_other(desk)),
        keep_anew: Callback::new(move |()| anew.keep_anew()),
    };
    (keeper, keep)
}

fn take_other(desk: MailDesk) {
    let state = desk
        .keeping
        .try_update(|keeping| std::mem::take(&mut keeping.state));
    if let Some(KeepState::Changed(other)) = state {
        begin_draft(desk, &other);
        focus::focus_soon("main h1");
    }
}

impl Keeper {
    /// Saves what the portal does not have, unless that is on its way or nobody is signed in.
    pub fn save(&self) {
        let is_here = matches!(
            untrack(|| self.session.status()),
            SessionStatus::SignedIn(_)
        );
        let Some(body) = self.desk.to_save().filter(|_| is_here) else {
            return;
        };
        let (keeper, name) = (self.clone(), idempotency_key(random::bits()));
        self.desk
            .keeping
            .update(|keeping| keeping.under_way = Some(name.clone()));
        spawn_local(async move {
            let kept = keeper.put(&body, &name).await;
            // Nobody, or somebody else, is here by now.
            if !keeper.is_ours(&name) {
                return;
            }
            let is_saved = matches!(kept, Kept::Saved(_));
            keeper.settle(kept, body);
            if is_saved {
                // What was written meanwhile.
                deadline::pause(REST).await;
                keeper.save();
            }
        });
    }

    pub(super) fn is_ours(&self, name: &str) -> bool {
        self.desk
            .keeping
            .with_untracked(|it| it.under_way.as_deref() == Some(name))
    }

    fn settle(&self, kept: Kept, body: NewMailDraft) {
        let desk = self.desk;
        let refused = match &kept {
            Kept::Not(KeepState::Failed(NotMade::Call(error))) => Some(error.clone()),
            _ => None,
        };
        if let Kept::Saved(saved) = &kept {
            desk.name(&saved.id);
        }
        let is_conflict = matches!(kept, Kept::Not(KeepState::Changed(_) | KeepState::Gone));
        desk.keeping.update(|keeping| {
            keeping.under_way = None;
            match kept {
                Kept::Saved(saved) => {
                    keeping.saved = Some(saved);
                    keeping.content = Some(body);
                    keeping.state = KeepState::Fine;
                }
                Kept::Not(state) => {
                    // What is gone is no draft of what is sent.
                    keeping.saved.take_if(|_| state == KeepState::Gone);
                    keeping.state = state;
                }
            }
        });
        desk.mark();
        if is_conflict {
            // Whoever types goes on typing.
            focus::lead_to_soon("#mail-conflict");
        }
        if let Some(error) = refused {
            self.session.was_refused(&error);
        }
    }

    fn keep_mine(&self) {
        let other = self
            .desk
            .keeping
            .try_update(|keeping| std::mem::take(&mut keeping.state));
        if let Some(KeepState::Changed(other)) = other {
            self.desk.keeping.update(|keeping| {
                keeping.content = Some(content(&other));
                keeping.saved = Some(saved(&other));
            });
            self.after_choice();
        }
    }

    fn keep_anew(&self) {
        self.desk.keeping.update(|keeping| {
            keeping.state = KeepState::Fine;
            (keeping.saved, keeping.content) = (None, Some(NewMailDraft::default()));
        });
        self.after_choice();
    }

    fn after_choice(&self) {
        self.desk.mark();
        self.save();
        focus::focus_soon("#mail-text");
    }
}
