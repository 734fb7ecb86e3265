//! Several decisions, one after the other, each told by itself; knows no markup.

use super::deciding::Deciding;
use super::hand::{Hand, can_be_sent};
use crate::api::answer::ApiError;
use crate::browser::focus;
use crate::components::leave_approval_card::ApprovalCard;
use crate::components::leave_approval_facts::{when, who};
use crate::components::leave_decision_batch::{BATCH_SUMMARY, Batch, BatchSummary};
use crate::components::leave_decision_verdict::Verdict;
use crate::i18n::texts::BatchOutcome;
use crate::rules::leave_decision::DecisionAct;
use crate::rules::leave_decision_draft::WantedDecision;
use leptos::prelude::*;

impl Hand {
    /// One after the other; what can't be sent to nobody is not tried with the next. `all` are the same as `cards`: what
    /// is not sent of them outlives the page.
    pub(super) async fn send_many(
        self,
        cards: &[ApprovalCard],
        act: DecisionAct,
        reason: String,
        all: &[WantedDecision],
    ) {
        let batch = self.deciding.batch;
        let mut told = BatchSummary::default();
        let mut last = Verdict::None;
        let mut rest = cards;
        let mut is_gone = false;
        while let [card, others @ ..] = rest {
            // The page may have gone, with everything that was chosen on it.
            let Some(Some(now)) = batch.try_get_untracked() else {
                is_gone = true;
                break;
            };
            if now.is_stopping {
                break;
            }
            // By its own button meanwhile.
            if !can_be_sent(*card, act) {
                rest = others;
                continue;
            }
            let n = cards.len() - others.len();
            let _ = batch.try_set(Some(Batch { n, ..now }));
            let Some((settled, asked_at)) = self.attempt(*card, act, &reason).await else {
                is_gone = true;
                break;
            };
            last = settled.verdict.clone();
            if !self.settle(*card, settled, asked_at) {
                is_gone = true;
                if last.again().is_none() {
                    rest = others;
                }
                break;
            }
            if is_all_over(&last) {
                break;
            }
            told.items.extend(self.line(*card, &last));
            rest = others;
        }
        let done = all.len().saturating_sub(rest.len());
        let left = all.get(done..).unwrap_or_default().to_vec();
        self.remember(act, &last, is_gone, all, left.clone());
        if is_gone || matches!(&last, Verdict::Failed(_, ApiError::SignedOut)) {
            let _ = batch.try_set(None);
            return self.heard(&last);
        }
        if let [card, others @ ..] = rest
            && is_all_over(&last)
        {
            told.items.extend(self.line(*card, &last));
            rest = others;
        }
        told.left = rest.len();
        let can_be_refused = cards.iter().filter(|card| can_be_sent(**card, act));
        let still_open: Vec<String> = can_be_refused.map(|card| card.id()).collect();
        let all = all.to_vec();
        focus::when_released(move || {
            let Deciding { summary, draft, .. } = self.deciding;
            if batch.try_set(None).is_some() {
                return self.remember(act, &last, true, &all, left);
            }
            if act == DecisionAct::Refuse {
                // What was not taken may be sent again with the same words.
                draft.update(|draft| draft.break_off(still_open));
            }
            summary.set(Some(told));
            focus::focus_soon(BATCH_SUMMARY);
            self.look_around();
        });
    }

    fn line(&self, card: ApprovalCard, verdict: &Verdict) -> Option<(String, BatchOutcome)> {
        let told = card.approval.try_with_untracked(|approval| {
            let request = &approval.request;
            let whose = untrack(|| {
                format!(
                    "{}, {}",
                    who(request, self.locale),
                    when(request, self.locale)
                )
            });
            Some((whose, verdict.among_others(request)?))
        });
        told.flatten()
    }
}

/// True when the next would fare no better: nobody is signed in, or nothing gets through.
fn is_all_over(verdict: &Verdict) -> bool {
    matches!(
        verdict,
        Verdict::Failed(
            _,
            ApiError::SignedOut | ApiError::Offline | ApiError::Filtered | ApiError::Limited { .. }
        )
    )
}
