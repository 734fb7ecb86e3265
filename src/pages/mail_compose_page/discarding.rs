//! Throwing a draft away, here and at the portal; knows no markup.

use super::keeping::Keeper;
use super::putting::is;
use crate::api;
use crate::api::answer::ApiError;
use crate::browser::{deadline, focus};
use crate::components::mail_writing_discard::MailDiscard;
use crate::components::mail_writing_draft::KeepState;
use crate::contract::problem::ProblemCode;
use crate::state::once::NotMade;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// Throws away what is written; `stop` gives up its files.
pub fn use_discarding(keeper: &Keeper, stop: Callback<()>) -> MailDiscard {
    let (is_asked, busy) = (RwSignal::new(false), RwSignal::new(false));
    let (failure, is_done) = (RwSignal::new(None), RwSignal::new(false));
    let keeper = keeper.clone();
    let discard = Callback::new(move |()| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        failure.set(None);
        let keeper = keeper.clone();
        spawn_local(async move {
            let thrown = keeper.throw_away().await;
            let is_here = busy.try_set(false).is_none();
            match thrown {
                Ok(()) if is_here => {
                    stop.run(());
                    is_asked.set(false);
                    keeper.desk.clear();
                    is_done.set(true);
                    focus::focus_soon("#mail-discarded");
                }
                Ok(()) => keeper.desk.clear(),
                Err(why) => {
                    let is_conflict = keeper
                        .desk
                        .keeping
                        .with_untracked(|it| matches!(it.state, KeepState::Changed(_)));
                    let _ = is_asked.try_update(|it| *it &= !is_conflict);
                    let _ = failure.try_set(Some(why.clone()).filter(|_| !is_conflict));
                    if let NotMade::Call(error) = &why {
                        keeper.session.was_refused(error);
                    }
                }
            }
        });
    });
    MailDiscard {
        is_asked,
        busy,
        failure,
        is_done,
        discard,
    }
}

impl Keeper {
    /// A draft that was changed elsewhere is not thrown away unseen.
    async fn throw_away(&self) -> Result<(), NotMade> {
        let keeping = self.desk.keeping;
        while keeping.with_untracked(|it| it.under_way.is_some()) {
            deadline::pause(Duration::from_millis(100)).await;
        }
        let Some(known) = keeping.with_untracked(|it| it.saved.clone()) else {
            return Ok(());
        };
        let answer = api::mail_writing::discard(&self.client, &known.id, &known.revision).await;
        let Err(error) = answer else {
            return Ok(());
        };
        let is_stale = is(&error, ProblemCode::ChangedMeanwhile);
        if is(&error, ProblemCode::NotFound) {
            return Ok(());
        }
        if !is_stale && error != ApiError::OutcomeUnknown {
            return Err(NotMade::Call(error));
        }
        match api::mail_writing::draft(&self.client, &known.id).await {
            Err(gone) if is(&gone, ProblemCode::NotFound) => Ok(()),
            Ok(now) if is_stale => {
                keeping.update(|it| it.state = KeepState::Changed(Box::new(now)));
                Err(NotMade::NotRecorded)
            }
            Err(error @ ApiError::SignedOut) => Err(NotMade::Call(error)),
            _ => Err(NotMade::Lost),
        }
    }
}
