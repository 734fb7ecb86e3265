//! What is read again while the page stands, and the time that is left to take a decision back; decides nothing.

use super::hand::Hand;
use crate::api;
use crate::browser::{facts, focus};
use crate::components::leave_approval_card::ApprovalCard;
use crate::components::leave_decision_verdict::Verdict;
use crate::contract::leave::ApprovalState;
use crate::rules::leave_decision::{UndoClock, undo_window_s};
use leptos::prelude::*;
use leptos::task::spawn_local;

impl Hand {
    /// Reads the request again, quietly: what the portal grants now is what is offered.
    pub(super) fn read_again(&self, card: ApprovalCard) {
        let (client, id) = (self.client.clone(), card.id());
        spawn_local(async move {
            let Ok(now) = api::leave::get(&client, &id).await else {
                return;
            };
            focus::when_released(move || {
                let is_news = card
                    .approval
                    .try_with_untracked(|approval| approval.request != now);
                let is_under_way = card.verdict.try_with_untracked(Verdict::is_under_way);
                if is_news == Some(true) && is_under_way == Some(false) {
                    card.approval.update(|approval| approval.request = now);
                }
            });
        });
    }

    /// Reads again what stands around the requests of the page, quietly: a decision on one is news for the others.
    pub(super) fn look_around(&self) {
        let is_waiting = self.tab.try_get_untracked() == Some(ApprovalState::Waiting);
        let deciding = self.deciding;
        if !is_waiting || deciding.cards.is_disposed() {
            return;
        }
        let client = self.client.clone();
        let cursor = untrack(|| self.listing.cursor());
        spawn_local(async move {
            let page = api::leave::approvals(&client, ApprovalState::Waiting, cursor.as_deref());
            let Ok(page) = page.await else {
                return;
            };
            focus::when_released(move || {
                if !deciding.cards.is_disposed() {
                    deciding.refresh(&page.items);
                }
            });
        });
    }

    /// Each second: what is left of the time to take a decision back. When it is over the portal is asked.
    pub(super) fn tick(&self) {
        let cards: Vec<ApprovalCard> = self
            .deciding
            .cards
            .try_with_value(|cards| cards.known.values().map(|(_, card)| *card).collect())
            .unwrap_or_default();
        for card in cards {
            let window = card
                .approval
                .with_untracked(|approval| undo_window_s(&approval.request));
            let now = facts::reading();
            let turn = window.map(|window| {
                let clock = card.undo_clock.get_value();
                let mut clock = clock.unwrap_or_else(|| UndoClock::seen(now));
                let turn = clock.turn(window, now);
                card.undo_clock.set_value(Some(clock));
                turn
            });
            let left = turn.and_then(|turn| turn.left_s);
            if card.undo_left.get_untracked() != left {
                card.undo_left.set(left);
            }
            if turn.is_some_and(|turn| turn.ends) {
                self.read_again(card);
            }
        }
    }
}
