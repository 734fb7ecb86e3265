//! Taking a message back while it waits, and the time that is left for it; knows no markup.

use super::beginning::saved;
use super::keeping::Keeper;
use super::putting::is;
use crate::api;
use crate::api::answer::ApiError;
use crate::browser::{facts, focus, presence};
use crate::components::mail_writing_draft::{MailKeeping, SavedDraft};
use crate::components::mail_writing_outgoing::{SentMail, Undoing};
use crate::components::mail_writing_receipt::can_be_undone;
use crate::contract::mail::{MailSent, MailSentState};
use crate::contract::problem::ProblemCode;
use crate::rules::leave_decision::UndoClock;
use crate::state::once::NotMade;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Counts what is left, by the portal's clock, and takes the message back: what was written is then in the form again.
pub fn use_undoing(keeper: &Keeper, is_undone: RwSignal<bool>) -> Callback<()> {
    let (desk, ticks) = (keeper.desk, keeper.clone());
    Effect::new(move |_| {
        let keeper = ticks.clone();
        presence::every_second(move || keeper.tick());
    });
    // A receipt is told while it can be taken back, and once.
    on_cleanup(move || {
        let is_over = |outcome: &SentMail| !can_be_undone(outcome);
        let _ = desk.outgoing.try_update_untracked(|it| {
            if it.outcome.as_ref().is_some_and(is_over) {
                it.outcome = None;
            }
        });
    });
    let keeper = keeper.clone();
    Callback::new(move |()| {
        let told = desk.outgoing.with_untracked(|it| it.outcome.clone());
        let Some(told) =
            told.filter(|told| can_be_undone(told) && told.undoing != Undoing::UnderWay)
        else {
            return;
        };
        keeper.tell(&told.id, Undoing::UnderWay);
        let keeper = keeper.clone();
        spawn_local(async move {
            let became = keeper.take_back(&told.id).await;
            focus::released().await;
            match became {
                Ok(sent) => keeper.restore(&told, sent, is_undone).await,
                Err(why) => {
                    keeper.tell(&told.id, why.clone());
                    focus::lead_to_soon("#mail-receipt");
                    if let Undoing::Failed(NotMade::Call(error)) = &why {
                        keeper.session.was_refused(error);
                    }
                }
            }
        });
    })
}

/// Until when a message can be taken back, in whole seconds: told with its sending by the same clock.
fn window_s(sent: &MailSent) -> u32 {
    let whole = sent.undo_until.since(sent.at).num_seconds().max(0);
    u32::try_from(whole).unwrap_or(u32::MAX)
}

impl Keeper {
    fn tick(&self) {
        let now = facts::reading();
        let turned = self.desk.outgoing.with_untracked(|it| {
            let told = it.outcome.as_ref().filter(|told| can_be_undone(told))?;
            let mut clock = told.clock.unwrap_or_else(|| UndoClock::seen(now));
            let turn = clock.turn(window_s(told.sent.as_ref()?), now);
            Some((clock, turn))
        });
        let Some((clock, turn)) = turned else { return };
        self.desk.outgoing.update(|it| {
            if let Some(told) = &mut it.outcome {
                told.clock = Some(clock);
                told.left_s = turn.left_s;
                // What is on its way by then is still heard.
                if let Some(sent) = told.sent.as_mut().filter(|_| turn.ends) {
                    sent.state = MailSentState::Sent;
                }
            }
        });
    }

    fn tell(&self, id: &str, undoing: Undoing) {
        let _ = self.desk.outgoing.try_update(|it| {
            if let Some(told) = it.outcome.as_mut().filter(|told| told.id == id) {
                told.undoing = undoing;
            }
        });
    }

    /// Where the answer was lost, it is asked how far the sending is.
    async fn take_back(&self, id: &str) -> Result<MailSent, Undoing> {
        let answer = match api::mail_writing::undo(&self.client, id).await {
            Err(ApiError::OutcomeUnknown) => {
                match api::mail_writing::sent(&self.client, id).await {
                    Err(error @ ApiError::SignedOut) => Err(error),
                    Err(_) => return Err(Undoing::Failed(NotMade::Lost)),
                    Ok(sent) => Ok(sent),
                }
            }
            answer => answer,
        };
        match answer {
            Ok(sent) => match sent.state {
                MailSentState::Undone => Ok(sent),
                MailSentState::Waiting => Err(Undoing::Failed(NotMade::NotRecorded)),
                MailSentState::Sent | MailSentState::Unknown => Err(Undoing::TooLate),
            },
            Err(error) if is(&error, ProblemCode::ActionRefused) => Err(Undoing::TooLate),
            Err(error) => Err(Undoing::Failed(NotMade::Call(error))),
        }
    }

    /// What was written is in the form again, unless something else is written there by now.
    async fn restore(&self, told: &SentMail, sent: MailSent, is_undone: RwSignal<bool>) {
        let desk = self.desk;
        let is_ours = || {
            let is_it = |it: &SentMail| it.id == told.id;
            desk.outgoing
                .with_untracked(|it| it.outcome.as_ref().is_some_and(is_it))
        };
        let known = match sent.draft {
            Some(id) => match api::mail_writing::draft(&self.client, &id).await {
                Ok(draft) => Some(saved(&draft)),
                Err(_) => Some(SavedDraft {
                    id,
                    revision: String::new(),
                    at: None,
                }),
            },
            None => None,
        };
        // Nobody, or somebody else, is here by now.
        if !is_ours() {
            return;
        }
        let is_free = desk.writing.with_untracked(|writing| !writing.is_changed());
        if is_free {
            if let Some(known) = &known {
                desk.name(&known.id);
            }
            desk.keeping.set(MailKeeping {
                content: known.as_ref().map(|_| told.written.body()),
                saved: known,
                ..MailKeeping::default()
            });
            desk.writing.set((*told.written).clone());
            desk.mark();
        }
        desk.outgoing.update(|it| it.outcome = None);
        if is_undone.try_set(true).is_none() {
            focus::focus_soon("#mail-undone");
        }
    }
}
