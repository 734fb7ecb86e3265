//! What the portal lets the reader do with a request, as buttons; knows no call.

use super::dynamic::part;
use super::icon::Icon;
use super::leave_approval_card::{Act, ApprovalCard};
use super::leave_approval_facts::{when, who};
use super::leave_decision_verdict::Verdict;
use super::spinner::Spinner;
use crate::rules::leave_decision::{DecisionAct, is_cancellation, may};
use crate::state::locale::AgentLocale;
use crate::state::slowly::slowly;
use leptos::prelude::*;

/// Drawn anew only when what is granted changes: a button that is pressed stays while it waits.
pub fn buttons(card: ApprovalCard, act: Act, locale: AgentLocale) -> AnyView {
    let granted = Memo::new(move |_| {
        card.approval.with(|approval| {
            let request = &approval.request;
            let acts = [DecisionAct::Refuse, DecisionAct::Approve, DecisionAct::Undo];
            let granted: Vec<DecisionAct> = acts
                .into_iter()
                .filter(|act| may(request, act.action()))
                .collect();
            (granted, is_cancellation(request))
        })
    });
    let busy = Memo::new(move |_| card.verdict.with(Verdict::is_under_way));
    let slow = slowly(busy);
    let spinner = part(move || {
        slow.get()
            .then(|| view! { <Spinner label=Signal::derive(locale.say(|t| t.deciding()))/> })
    });
    let shown = part(move || {
        let (granted, cancellation) = granted.get();
        let t = locale.texts();
        let of = card.approval.with_untracked(|approval| {
            let request = &approval.request;
            t.decide_of(&who(request, locale), &when(request, locale))
        });
        let drawn = granted.into_iter().map(|does| {
            let (variant, icon) = match does {
                DecisionAct::Approve => (Some("primary"), "check"),
                DecisionAct::Refuse => (None, "stop"),
                DecisionAct::Undo => (None, "undo"),
            };
            let words = t.decide(does, cancellation);
            let of = of.clone();
            let waits = move || busy.get().then_some("true");
            let press = move |_| {
                if !busy.get_untracked() {
                    act.run((vec![card], does));
                }
            };
            view! {
                <button class="button" data-variant=variant type="button" aria-disabled=waits on:click=press><Icon name=icon/><span>{words}<span class="visually-hidden">{of}</span></span></button>
            }
            .into_any()
        });
        let drawn: Vec<AnyView> = drawn.collect();
        (!drawn.is_empty()).then(|| view! { <div class="leave-approval__buttons">{drawn}</div> })
    });
    view! { {shown}{spinner} }.into_any()
}
