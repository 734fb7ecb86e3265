//! The requests of the page and what becomes of them here; knows no markup and sends nothing.

use super::hand::Hand;
use crate::browser::presence;
use crate::components::leave_approval_card::{Act, ApprovalCard};
use crate::components::leave_decision_batch::{Batch, BatchSummary};
use crate::components::leave_decision_reason::RefusalFailure;
use crate::components::leave_decision_verdict::Verdict;
use crate::contract::leave::{ApprovalState, LeaveApproval, LeaveApprovals};
use crate::rules::leave_decision_draft::{DecisionDraft, WantedDecision};
use crate::state::drafts::use_draft;
use crate::state::listing::Listing;
use crate::state::locale::use_agent_locale;
use crate::state::portal::use_client;
use crate::state::session::use_session;
use leptos::prelude::*;
use std::collections::HashMap;

/// What becomes of the requests of this page.
#[derive(Clone, Copy, Debug)]
pub struct Deciding {
    /// Decides; a refusal asks for its reason first.
    pub act: Act,
    /// Sends the refusal that stands in the draft.
    pub send_refusal: Callback<()>,
    /// Forgets it.
    pub cancel_refusal: Callback<()>,
    /// What is wanted and not sent: it outlives this page, and signing in again in its place.
    pub draft: RwSignal<DecisionDraft>,
    /// The requests that are to be refused.
    pub refusing: Memo<Vec<WantedDecision>>,
    /// What is wrong with a refusal.
    pub failure: RwSignal<Option<RefusalFailure>>,
    /// How far several decisions are.
    pub batch: RwSignal<Option<Batch>>,
    /// What came of them.
    pub summary: RwSignal<Option<BatchSummary>>,
    /// What came of a decision while the reader was elsewhere on the page, spoken when it comes.
    pub said: RwSignal<String>,
    /// The number of the card whose attachment is open.
    pub open_file: RwSignal<Option<usize>>,
    pub(super) cards: StoredValue<Cards>,
}

/// Every card of this page, by the id of its request, with the revision that was listed.
#[derive(Clone, Debug)]
pub(super) struct Cards {
    pub(super) known: HashMap<String, (String, ApprovalCard)>,
    next: usize,
    owner: Owner,
}

impl Deciding {
    /// Nothing decided yet.
    #[must_use]
    pub fn new(act: Act, send_refusal: Callback<()>) -> Self {
        let draft = use_draft::<DecisionDraft>("leave/decision");
        let failure = RwSignal::new(None);
        let cancel_refusal = Callback::new(move |()| {
            failure.set(None);
            draft.update(DecisionDraft::forget_refusal);
        });
        Self {
            act,
            send_refusal,
            cancel_refusal,
            draft,
            refusing: Memo::new(move |_| draft.with(|draft| draft.refusing.clone())),
            failure,
            batch: RwSignal::new(None),
            summary: RwSignal::new(None),
            said: RwSignal::new(String::new()),
            open_file: RwSignal::new(None),
            cards: StoredValue::new(Cards {
                known: HashMap::new(),
                next: 1,
                owner: Owner::current().unwrap_or_default(),
            }),
        }
    }

    /// The card of a request: the same while the portal lists the same state of it, so that what was decided stays told.
    #[must_use]
    pub fn card(self, approval: LeaveApproval) -> ApprovalCard {
        let request = &approval.request;
        let (id, revision) = (request.summary.id.clone(), request.revision.clone());
        let known = self.cards.with_value(|cards| {
            let known = cards.known.get(&id);
            known
                .filter(|(listed, _)| *listed == revision)
                .map(|(_, card)| *card)
        });
        if let Some(card) = known {
            return card;
        }
        let (number, owner) = self
            .cards
            .with_value(|cards| (cards.next, cards.owner.clone()));
        let card = owner.with(|| ApprovalCard::new(number, approval));
        // The same decision in another list: its time goes on.
        let before = self
            .cards
            .with_value(|cards| cards.known.get(&id).map(|(_, card)| *card));
        if let Some(before) = before
            && before.is_at(&revision)
        {
            card.undo_clock.set_value(before.undo_clock.get_value());
        }
        self.cards.update_value(|cards| {
            cards.next = number.saturating_add(1);
            cards.known.insert(id, (revision, card));
        });
        card
    }

    /// What is wanted of requests that nobody waits for any more, or that have changed, is forgotten; what stands around
    /// the others is shown as it is now.
    pub fn listed(self, approvals: &LeaveApprovals) {
        let changed = self.draft.with_untracked(|draft| draft.listed(approvals));
        if let Some(changed) = changed {
            self.draft.set(changed);
        }
        self.refresh(&approvals.items);
    }

    /// Who else is away, what would be left and what is granted changes without the request: each card of the same
    /// revision shows it as it is now. A request that was decided here since keeps what was told of it.
    pub fn refresh(self, items: &[LeaveApproval]) {
        for item in items {
            let request = &item.request;
            let card = self.cards.with_value(|cards| {
                let known = cards.known.get(&request.summary.id);
                known.map(|(_, card)| *card)
            });
            if let Some(card) = card
                && card.is_at(&request.revision)
                && !card.verdict.with_untracked(Verdict::is_under_way)
                && card.approval.with_untracked(|known| known != item)
            {
                card.approval.set(item.clone());
            }
        }
    }

    pub(super) fn cards_of(self, wanted: &[WantedDecision]) -> Vec<ApprovalCard> {
        self.cards.with_value(|cards| {
            let known = wanted.iter().filter_map(|wanted| {
                let (_, card) = cards.known.get(&wanted.id)?;
                card.is_at(&wanted.revision).then_some(*card)
            });
            known.collect()
        })
    }
}

/// Decides for the reader, and counts down what can be taken back.
#[must_use]
pub fn use_deciding(tab: Memo<ApprovalState>, listing: Listing) -> Deciding {
    let nothing = Callback::new(|_| ());
    let deciding = Deciding::new(nothing, Callback::new(|()| ()));
    let hand = Hand {
        deciding,
        tab,
        listing,
        client: use_client(),
        session: use_session(),
        locale: use_agent_locale(),
    };
    let (acts, refuses, ticks) = (hand.clone(), hand.clone(), hand);
    Effect::new(move |_| {
        let ticks = ticks.clone();
        presence::every_second(move || ticks.tick());
    });
    Deciding {
        act: Callback::new(move |(cards, act)| acts.act(cards, act)),
        send_refusal: Callback::new(move |()| refuses.send_refusal()),
        ..deciding
    }
}
