//! Decisions that are wanted and not sent: a refusal that is being written, and what the end of a session has kept back; knows no call.

use super::deciding::Deciding;
use crate::browser::focus;
use crate::components::icon::Icon;
use crate::components::leave_approval_card::ApprovalCard;
use crate::components::leave_approval_facts::{when, who};
use crate::components::leave_decision_form::RefusalDialog;
use crate::components::leave_decision_verdict::Verdict;
use crate::components::notice::{Notice, NoticeVariant};
use crate::rules::leave_decision::{DecisionAct, is_cancellation, is_open};
use crate::rules::leave_decision_draft::{DecisionDraft, WantedDecision};
use crate::state::locale::AgentLocale;
use leptos::prelude::*;

/// The cards of these that stand here as they were then, and can still be decided.
fn wanted(cards: StoredValue<Vec<ApprovalCard>>, these: &[WantedDecision]) -> Vec<ApprovalCard> {
    let is_wanted = |card: &ApprovalCard| {
        card.approval.with_untracked(|approval| {
            let request = &approval.request;
            is_open(request) && these.iter().any(|wanted| wanted.is_of(request))
        })
    };
    cards.with_value(|cards| cards.iter().copied().filter(is_wanted).collect())
}

/// Whose requests they are, for when, and whether it is a cancellation that is decided.
fn lines(cards: &[ApprovalCard], locale: AgentLocale) -> Vec<String> {
    let line = |card: &ApprovalCard| {
        card.approval.with_untracked(|approval| {
            let request = &approval.request;
            let mut line = format!("{}, {}", who(request, locale), when(request, locale));
            if is_cancellation(request) {
                line.push_str(locale.texts().colon());
                line.push_str(locale.texts().approval_cancels());
            }
            line
        })
    };
    cards.iter().map(line).collect()
}

/// What was to be granted when the session had ended: offered again, never sent by itself.
pub fn unsent(
    cards: StoredValue<Vec<ApprovalCard>>,
    deciding: Deciding,
    locale: AgentLocale,
) -> Option<AnyView> {
    let draft = deciding.draft;
    let (granting, why) = draft.with(|draft| (draft.granting.clone(), draft.not_granted));
    let (wanted, why) = (wanted(cards, &granting), why?);
    if wanted.is_empty() {
        return None;
    }
    let t = locale.texts();
    let title = Signal::stored(t.decisions_unsent_title().to_owned());
    let count = wanted.len();
    let whose: Vec<AnyView> = lines(&wanted, locale)
        .into_iter()
        .map(|line| view! { <li><bdi>{line}</bdi></li> }.into_any())
        .collect();
    let forget = move || {
        focus::focus_soon("main h1");
        draft.update(DecisionDraft::forget_grants);
    };
    let send = move |_| {
        forget();
        deciding.act.run((wanted.clone(), DecisionAct::Approve));
    };
    Some(
        view! {
            <Notice variant=NoticeVariant::Warning title>
                <ul>{whose}</ul>
                <p>{t.decisions_unsent(DecisionAct::Approve, count, why)}</p>
                <p class="dialog__answers">
                    <button class="button" data-variant="primary" type="button" on:click=send><Icon name="check"/>{t.decide(DecisionAct::Approve, false)}</button>
                    <button class="button" type="button" on:click=move |_| forget()>{t.forget_decisions()}</button>
                </p>
            </Notice>
        }
        .into_any(),
    )
}

/// The form of a refusal, while one is wanted.
pub fn refusal(
    cards: StoredValue<Vec<ApprovalCard>>,
    deciding: Deciding,
    locale: AgentLocale,
) -> Option<AnyView> {
    let refusing = deciding.refusing.get();
    let wanted = wanted(cards, &refusing);
    if wanted.is_empty() {
        return None;
    }
    let whose = lines(&wanted, locale);
    let batch = deciding.batch;
    let busy = Memo::new(move |_| {
        let one = |card: &ApprovalCard| card.verdict.with(Verdict::is_under_way);
        batch.get().is_some() || wanted.iter().any(one)
    });
    let Deciding {
        draft,
        failure,
        send_refusal: send,
        cancel_refusal: cancel,
        ..
    } = deciding;
    Some(view! { <RefusalDialog draft whose busy batch failure send cancel/> }.into_any())
}
