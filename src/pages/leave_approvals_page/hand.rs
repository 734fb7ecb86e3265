//! Sending decisions, each once, and telling its card what came of it; knows no markup.

use super::attempt::{Settled, decide};
use super::deciding::Deciding;
use crate::api::answer::ApiError;
use crate::api::client::Client;
use crate::browser::{facts, focus};
use crate::components::leave_approval_card::ApprovalCard;
use crate::components::leave_approval_facts::who;
use crate::components::leave_decision_batch::Batch;
use crate::components::leave_decision_reason::RefusalFailure;
use crate::components::leave_decision_verdict::{Verdict, verdict_title};
use crate::contract::leave::{ApprovalState, LeaveApproval};
use crate::rules::expiry::Reading;
use crate::rules::leave_decision::{DecisionAct, UndoClock, may, reason};
use crate::rules::leave_decision_draft::{DecisionDraft, Unsent, WantedDecision};
use crate::state::listing::Listing;
use crate::state::locale::AgentLocale;
use crate::state::session::SessionContext;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What a decision needs besides its request.
#[derive(Clone)]
pub(super) struct Hand {
    pub(super) deciding: Deciding,
    pub(super) tab: Memo<ApprovalState>,
    pub(super) listing: Listing,
    pub(super) client: Client,
    pub(super) session: SessionContext,
    pub(super) locale: AgentLocale,
}

impl Hand {
    pub(super) fn act(&self, cards: Vec<ApprovalCard>, act: DecisionAct) {
        let Deciding { draft, failure, .. } = self.deciding;
        if act == DecisionAct::Refuse {
            failure.set(None);
            draft.update(|draft| draft.refuse(wanted(&cards)));
        } else {
            self.send(cards, act, String::new());
        }
    }

    pub(super) fn send_refusal(&self) {
        let Deciding { draft, failure, .. } = self.deciding;
        let (these, typed) = draft.with_untracked(|it| (it.refusing.clone(), it.reason.clone()));
        if let Ok(reason) = reason(&typed) {
            failure.set(None);
            let cards = self.deciding.cards_of(&these);
            self.send(cards, DecisionAct::Refuse, reason);
        }
    }

    /// Two presses are one: what is on its way is not sent again.
    fn send(&self, cards: Vec<ApprovalCard>, act: DecisionAct, reason: String) {
        let cards = cards.into_iter().filter(|card| can_be_sent(*card, act));
        let cards: Vec<ApprovalCard> = cards.collect();
        let all = wanted(&cards);
        let hand = self.clone();
        match *cards.as_slice() {
            [] => {}
            [card] => {
                // Now, not when it is its turn: the next press may come before.
                card.verdict.set(Verdict::UnderWay(act));
                spawn_local(async move { hand.send_one(card, act, reason, &all).await });
            }
            _ if self.deciding.batch.with_untracked(Option::is_some) => {}
            _ => {
                let of = cards.len();
                // How far they are is told where those that are chosen are counted.
                cards.iter().for_each(|card| card.chosen.set(true));
                self.deciding.summary.set(None);
                self.deciding.batch.set(Some(Batch {
                    n: 1,
                    of,
                    is_stopping: false,
                }));
                spawn_local(async move { hand.send_many(&cards, act, reason, &all).await });
            }
        }
    }

    async fn send_one(
        self,
        card: ApprovalCard,
        act: DecisionAct,
        reason: String,
        all: &[WantedDecision],
    ) {
        let Some((settled, asked_at)) = self.attempt(card, act, &reason).await else {
            return;
        };
        let all = all.to_vec();
        let left = settled.verdict.again().map(|_| all.clone());
        let left = left.unwrap_or_default();
        self.remember(act, &settled.verdict, false, &all, left.clone());
        // What moves under a finger is missed by it.
        focus::when_released(move || {
            let of_card = format!("#{}, #refusal", card.card_id());
            let is_here = focus::is_within(&of_card) || !focus::is_within("body *");
            let verdict = settled.verdict.clone();
            if !self.settle(card, settled, asked_at) {
                self.remember(act, &verdict, true, &all, left);
                return self.heard(&verdict);
            }
            self.after_refusal(act, &verdict);
            if matches!(verdict, Verdict::Done { .. }) {
                self.look_around();
            }
            let is_asked_again =
                act == DecisionAct::Refuse && self.deciding.failure.with_untracked(Option::is_some);
            if is_here && !is_asked_again {
                focus::focus_id_soon(card.outcome_id());
            } else {
                self.say(card, &verdict);
            }
            self.heard(&verdict);
        });
    }

    /// Sends one decision; `None` when its card is gone.
    pub(super) async fn attempt(
        &self,
        card: ApprovalCard,
        act: DecisionAct,
        reason: &str,
    ) -> Option<(Settled, Reading)> {
        let before = card.approval.try_get_untracked()?.request;
        card.verdict
            .try_set(Verdict::UnderWay(act))
            .is_none()
            .then_some(())?;
        let asked_at = facts::reading();
        let settled = decide(&self.client, &before, act, reason).await;
        Some((settled, asked_at))
    }

    /// Tells the card what came of it; false when it is gone.
    pub(super) fn settle(&self, card: ApprovalCard, settled: Settled, asked_at: Reading) -> bool {
        let Settled { verdict, request } = settled;
        let is_recorded = matches!(verdict, Verdict::Done { .. });
        if let Verdict::Done { after_all, .. } = verdict {
            // What is only found to be recorded may have been so for a while.
            let clock = if after_all {
                UndoClock::seen(asked_at)
            } else {
                UndoClock::decided(asked_at)
            };
            let _ = card.undo_clock.try_set_value(Some(clock));
            let _ = card.undo_left.try_set(None);
            let _ = card.chosen.try_set(false);
        }
        if let Some(request) = request {
            let _ = card
                .approval
                .try_update(|approval| approval.request = request);
        }
        let is_here = card.verdict.try_set(verdict).is_none();
        if is_here && is_recorded {
            self.read_again(card);
        }
        is_here
    }

    /// `rest` of `all` was not sent because the session had ended, or because the page has gone: it is offered again when
    /// the page comes back.
    pub(super) fn remember(
        &self,
        act: DecisionAct,
        verdict: &Verdict,
        is_gone: bool,
        all: &[WantedDecision],
        rest: Vec<WantedDecision>,
    ) {
        let why = if matches!(verdict, Verdict::Failed(_, ApiError::SignedOut)) {
            Unsent::SessionEnded
        } else if is_gone {
            Unsent::Interrupted
        } else {
            return;
        };
        let draft = self.deciding.draft;
        let _ = draft.try_update(|draft| draft.remember(act, all, rest, why));
    }

    /// A refusal that was taken, or that nothing more can be done about, closes its form; another one keeps it.
    fn after_refusal(&self, act: DecisionAct, verdict: &Verdict) {
        if act != DecisionAct::Refuse {
            return;
        }
        if verdict.again().is_some() {
            let why = RefusalFailure::NotTaken(verdict.clone());
            self.deciding.failure.set(Some(why));
        } else {
            self.deciding.draft.update(DecisionDraft::forget_refusal);
        }
    }

    pub(super) fn heard(&self, verdict: &Verdict) {
        if let Verdict::Failed(_, error) = verdict {
            self.session.was_refused(error);
        }
    }

    fn say(&self, card: ApprovalCard, verdict: &Verdict) {
        let words = card.approval.try_with_untracked(|approval| {
            let request = &approval.request;
            let title = untrack(|| verdict_title(verdict, request, self.locale));
            let colon = untrack(|| self.locale.texts().colon());
            format!("{}{colon}{title}.", who(request, self.locale))
        });
        self.deciding.said.set(words.unwrap_or_default());
    }
}

/// What is wanted of these, as they are.
fn wanted(cards: &[ApprovalCard]) -> Vec<WantedDecision> {
    let of = |approval: &LeaveApproval| WantedDecision::of(&approval.request);
    let cards = cards.iter();
    cards.map(|card| card.approval.with_untracked(of)).collect()
}

/// True while the portal grants it and nothing is under way; false when the card is gone.
pub(super) fn can_be_sent(card: ApprovalCard, act: DecisionAct) -> bool {
    let is_granted = |approval: &LeaveApproval| may(&approval.request, act.action());
    card.verdict.try_with_untracked(Verdict::is_under_way) == Some(false)
        && card.approval.try_with_untracked(is_granted) == Some(true)
}
