//! Which requests are shown, and which are decided together; knows no call.

use super::dynamic::{part, text};
use super::icon::Icon;
use super::leave_approval_card::{Act, ApprovalCard};
use super::leave_decision_batch::{Batch, batch_progress};
use crate::contract::leave::ApprovalState;
use crate::i18n::texts::AgentTexts;
use crate::route::SpaceRoute;
use crate::rules::leave_decision::DecisionAct;
use crate::state::locale::{AgentLocale, use_agent_locale};
use leptos::prelude::*;

/// What waits and what was decided, each under its own address.
#[component]
pub fn ApprovalTabs(
    /// The one shown.
    tab: Signal<ApprovalState>,
) -> impl IntoView {
    let locale = use_agent_locale();
    let link = |of: ApprovalState,
                href: String,
                words: fn(&'static dyn AgentTexts) -> &'static str| {
        let current = move || (tab.get() == of).then_some("page");
        view! { <li><a class="document-choice__tab" href=href aria-current=current>{locale.say(words)}</a></li> }
            .into_any()
    };
    let href = SpaceRoute::LeaveApprovals.href();
    let decided = format!("{href}?state=decided");
    view! {
        <nav class="document-choice__tabs" aria-label=locale.say(|t| t.approvals_tabs())>
            <ul class="document-choice__list">
                {link(ApprovalState::Waiting, href, |t| t.approvals_waiting())}
                {link(ApprovalState::Decided, decided, |t| t.approvals_decided())}
            </ul>
        </nav>
    }
}

/// The cards that are chosen and can still be decided, tracked.
#[must_use]
pub fn chosen(cards: &[ApprovalCard]) -> Vec<ApprovalCard> {
    let cards = cards.iter().copied();
    cards
        .filter(|card| card.chosen.get() && card.is_open())
        .collect()
}

/// Chooses all that can be decided, or none.
pub fn choose_all(cards: StoredValue<Vec<ApprovalCard>>, locale: AgentLocale) -> AnyView {
    let open = move || -> Vec<ApprovalCard> {
        cards.with_value(|cards| {
            let cards = cards.iter().copied();
            cards.filter(|card| card.is_open()).collect()
        })
    };
    let is_all = move || {
        let open = open();
        !open.is_empty() && open.iter().all(|card| card.chosen.get())
    };
    let choose = move |event| {
        let is_chosen = event_target_checked(&event);
        for card in untrack(open) {
            card.chosen.set(is_chosen);
        }
    };
    view! {
        <label class="checkbox__label leave-approval-choice__all">
            <input class="checkbox__input" type="checkbox" prop:checked=is_all on:change=choose/>
            <span>{locale.say(|t| t.choose_all_approvals())}</span>
        </label>
    }
    .into_any()
}

/// What is done with the chosen ones: within reach of a thumb while there are any.
pub fn choice_bar(
    cards: StoredValue<Vec<ApprovalCard>>,
    act: Act,
    batch: RwSignal<Option<Batch>>,
    locale: AgentLocale,
) -> AnyView {
    let count = Memo::new(move |_| cards.with_value(|cards| chosen(cards).len()));
    let is_any = Memo::new(move |_| count.get() > 0);
    let button = move |does: DecisionAct, variant: Option<&'static str>, icon: &'static str| {
        let waits = move || batch.get().map(|_| "true");
        let press = move |_| {
            let chosen = untrack(|| cards.with_value(|cards| chosen(cards)));
            if batch.get_untracked().is_none() && !chosen.is_empty() {
                act.run((chosen, does));
            }
        };
        view! {
            <button class="button" data-variant=variant type="button" aria-disabled=waits on:click=press><Icon name=icon/>{text(move || locale.texts().decide_chosen(does, count.get()))}</button>
        }
        .into_any()
    };
    let bar = part(move || {
        is_any.get().then(|| {
            view! {
                <div class="leave-approval-choice__bar" role="group" aria-label=text(move || locale.texts().approvals_chosen(count.get()))>
                    <p class="leave-approval-choice__count">{text(move || locale.texts().approvals_chosen(count.get()))}</p>
                    <div class="leave-approval-choice__buttons">
                        {button(DecisionAct::Refuse, None, "stop")}
                        {button(DecisionAct::Approve, Some("primary"), "check")}
                    </div>
                    {batch_progress(batch, locale)}
                </div>
            }
        })
    });
    let spoken = move || {
        let n = count.get();
        if n > 0 {
            locale.texts().approvals_chosen(n)
        } else {
            String::new()
        }
    };
    view! {
        {bar}
        <p class="visually-hidden" role="status">{text(spoken)}</p>
    }
    .into_any()
}
