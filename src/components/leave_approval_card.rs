//! One request that the reader validates, and what the portal lets them do with it; knows no call.

use super::dynamic::part;
use super::leave_approval_buttons::buttons;
use super::leave_approval_facts::{
    approval_facts, approval_steps, approval_team, comment, step_words, when, who,
};
use super::leave_approval_file::approval_file;
use super::leave_decision_outcome::decision_outcome;
use super::leave_decision_verdict::Verdict;
use crate::api::files::FileOrder;
use crate::contract::leave::{LeaveApproval, LeaveRequest};
use crate::rules::leave_decision::{DecisionAct, UndoClock, is_open};
use crate::state::document_preview::Preview;
use crate::state::locale::{AgentLocale, use_agent_locale};
use leptos::prelude::*;

/// How a file is looked at before it is shown.
pub type Look = fn(FileOrder, bool) -> Preview;

/// A request of the list, and what becomes of it here.
#[derive(Clone, Copy, Debug)]
pub struct ApprovalCard {
    /// Its number on this page, which its ids are made of.
    pub number: usize,
    /// The request, as it was last read.
    pub approval: RwSignal<LeaveApproval>,
    /// What became of the reader's decision.
    pub verdict: RwSignal<Verdict>,
    /// True when it is chosen to be decided with others.
    pub chosen: RwSignal<bool>,
    /// The seconds that are left to take the decision back, while they are known.
    pub undo_left: RwSignal<Option<u32>>,
    /// From when that is counted, once the decision was sent or seen.
    pub undo_clock: StoredValue<Option<UndoClock>>,
}

impl ApprovalCard {
    /// As the portal listed it.
    #[must_use]
    pub fn new(number: usize, approval: LeaveApproval) -> Self {
        Self {
            number,
            approval: RwSignal::new(approval),
            verdict: RwSignal::new(Verdict::None),
            chosen: RwSignal::new(false),
            undo_left: RwSignal::new(None),
            undo_clock: StoredValue::new(None),
        }
    }

    /// The id of the request.
    #[must_use]
    pub fn id(self) -> String {
        self.approval
            .with_untracked(|approval| approval.request.summary.id.clone())
    }

    /// True while it shows this revision of its request.
    #[must_use]
    pub fn is_at(self, revision: &str) -> bool {
        self.approval
            .with_untracked(|approval| approval.request.revision == revision)
    }

    /// True while the reader can decide, tracked.
    #[must_use]
    pub fn is_open(self) -> bool {
        self.approval.with(|approval| is_open(&approval.request))
    }

    /// Where the focus goes when what had it is gone.
    #[must_use]
    pub fn outcome_id(self) -> String {
        format!("approval-outcome-{}", self.number)
    }

    /// The id of the whole card.
    #[must_use]
    pub fn card_id(self) -> String {
        format!("approval-{}", self.number)
    }
}

/// What is done with a request.
pub type Act = Callback<(Vec<ApprovalCard>, DecisionAct)>;

/// The request, with the buttons that its `actions` grant and no others.
#[component]
pub fn ApprovalCardView(
    /// The request.
    card: ApprovalCard,
    /// True where several can be decided together.
    is_one_of_several: bool,
    /// Decides.
    act: Act,
    /// The number of the card whose attachment is open.
    open_file: RwSignal<Option<usize>>,
    /// Looks at an attachment.
    look: Look,
) -> impl IntoView {
    let locale = use_agent_locale();
    let heading = format!("approval-who-{}", card.number);
    let named_by = heading.clone();
    let now = move || card.approval.with_untracked(Clone::clone);
    // What was asked does not change with a decision: an unfolded comment stays unfolded. What stands around it does
    // change, whoever else decides or asks.
    let name = part(move || view! { <bdi>{who(&now().request, locale)}</bdi> });
    let around = Memo::new(move |_| {
        card.approval.with(|approval| {
            let LeaveApproval {
                on_behalf_of,
                clashes,
                team_size,
                left_after,
                ..
            } = approval.clone();
            (on_behalf_of, clashes, team_size, left_after)
        })
    });
    let facts = part(move || {
        around.get();
        approval_facts(&now(), locale)
    });
    let said = part(move || comment(&now().request.comment, locale));
    let team = part(move || {
        around.get();
        approval_team(&now(), card.number, locale)
    });
    let steps = part(move || {
        card.approval
            .with(|approval| approval_steps(&approval.request, locale))
    });
    let outcome = part(move || {
        let verdict = card.verdict.get();
        card.approval.with(|approval| {
            let request = &approval.request;
            let told = decision_outcome(&verdict, request, card.undo_left, locale);
            view! { {(!is_open(request) && verdict == Verdict::None).then(|| standing(request, locale))}{told} }
        })
    });
    let state = move || {
        let is_open = card.is_open();
        if is_open { "open" } else { "closed" }
    };
    let choice = part(move || {
        (is_one_of_several && card.is_open()).then(|| checkbox(card, &now().request, locale))
    });
    view! {
        <li class="leave-approval" id=card.card_id() data-state=state>
            <article class="leave-approval__card" aria-labelledby=named_by>
                <div class="leave-approval__head">
                    <h2 class="leave-approval__who" id=heading>{name}</h2>
                    {choice}
                </div>
                {facts}
                {said}
                {team}
                {approval_file(card, open_file, look, locale)}
                {steps}
                <div class="leave-approval__outcome" id=card.outcome_id() tabindex="-1">{outcome}</div>
                {buttons(card, act, locale)}
            </article>
        </li>
    }
}

/// How it stands where the reader has nothing to decide.
fn standing(request: &LeaveRequest, locale: AgentLocale) -> AnyView {
    let state = locale.texts().leave_state(request.summary.state);
    let last = request.trail.last();
    let last = last.map(|step| view! { <p>{step_words(step, locale)}</p> });
    view! { <div class="leave-approval__standing"><p><strong>{state}</strong></p>{last}</div> }
        .into_any()
}

fn checkbox(card: ApprovalCard, request: &LeaveRequest, locale: AgentLocale) -> AnyView {
    let label = locale
        .texts()
        .choose_approval(&who(request, locale), &when(request, locale));
    view! {
        <label class="leave-approval__choice">
            <span class="visually-hidden">{label}</span>
            <input
                class="checkbox__input"
                type="checkbox"
                prop:checked=card.chosen
                on:change=move |event| card.chosen.set(event_target_checked(&event))
            />
        </label>
    }
    .into_any()
}
