//! What became of a decision on leave, in words that never say more than the portal did; knows no call.

use super::countdown::Countdown;
use super::dynamic::part;
use super::failure_words::words;
use super::icon::Icon;
use super::leave_approval_facts::step_words;
use super::leave_decision_verdict::{Verdict, verdict_title};
use super::trace_reference::TraceReference;
use crate::contract::leave::{LeaveAction, LeaveRequest};
use crate::i18n::dates::time;
use crate::rules::display_label::display_label;
use crate::rules::leave_decision::{
    DecisionAct, is_open, last_decision, may, waits_for_next_level,
};
use crate::state::locale::AgentLocale;
use leptos::prelude::*;

/// What came of it, and until when it can be taken back; what was decided before is told where it can still be.
pub fn decision_outcome(
    verdict: &Verdict,
    request: &LeaveRequest,
    undo_left: RwSignal<Option<u32>>,
    locale: AgentLocale,
) -> Option<AnyView> {
    let t = locale.texts();
    let title = verdict_title(verdict, request, locale);
    let (variant, icon) = match verdict {
        Verdict::None | Verdict::UnderWay(_) => return undo_until(request, undo_left, locale),
        Verdict::Done { .. } if verdict.is_followed(request) => ("meanwhile", "info"),
        Verdict::Done {
            act: DecisionAct::Approve,
            ..
        } if waits_for_next_level(request) => ("held", "hourglass"),
        Verdict::Done {
            act: DecisionAct::Refuse,
            ..
        } => ("done", "stop"),
        Verdict::Done {
            act: DecisionAct::Undo,
            ..
        } => ("done", "undo"),
        Verdict::Done { .. } => ("done", "check"),
        Verdict::Meanwhile(_) | Verdict::TooLate => ("meanwhile", "info"),
        _ => ("failed", "alert"),
    };
    let last = request.trail.last();
    let step = || last.map(|step| view! { <p>{step_words(step, locale)}</p> }.into_any());
    let cancellation = is_about_cancellation(verdict);
    let body: Vec<AnyView> = match verdict {
        Verdict::Done { act, after_all, .. } => {
            let waits =
                (*act == DecisionAct::Approve && waits_for_next_level(request)).then(|| {
                    let words = t.decision_waits(request.level, cancellation);
                    view! { <p><strong>{words}</strong></p> }.into_any()
                });
            let checked = after_all.then(|| view! { <p>{t.decision_after_all()}</p> }.into_any());
            let reason = (*act == DecisionAct::Refuse)
                .then(|| last_decision(&request.trail).and_then(|step| step.reason.as_deref()))
                .flatten()
                .and_then(display_label)
                .map(|reason| view! { <p>{t.step_reason()}{" "}<bdi class="leave-approval__reason">{reason}</bdi></p> }.into_any());
            let since = verdict.is_followed(request).then(step).flatten();
            let told = [waits, since, checked, reason];
            told.into_iter().flatten().collect()
        }
        Verdict::Meanwhile(_) | Verdict::TooLate => {
            let open =
                is_open(request).then(|| view! { <p>{t.decision_meanwhile_open()}</p> }.into_any());
            step().into_iter().chain(open).collect()
        }
        Verdict::NotRecorded(_) => {
            vec![view! { <p>{t.decision_not_recorded()}</p> }.into_any()]
        }
        Verdict::Lost(_) => vec![view! { <p>{t.decision_lost()}</p> }.into_any()],
        Verdict::Failed(_, error) => {
            let words = words(error, locale.get());
            let trace = words
                .trace_id
                .map(|trace_id| view! { <TraceReference trace_id/> });
            vec![view! { <p>{words.text}</p>{trace} }.into_any()]
        }
        Verdict::None | Verdict::UnderWay(_) => Vec::new(),
    };
    Some(
        view! {
            <div class="leave-decision-outcome" data-variant=variant>
                <p class="leave-decision-outcome__title"><Icon name=icon/><span>{title}</span></p>
                {body}
                {undo_until(request, undo_left, locale)}
            </div>
        }
        .into_any(),
    )
}

fn is_about_cancellation(verdict: &Verdict) -> bool {
    matches!(
        verdict,
        Verdict::Done {
            cancellation: true,
            ..
        }
    )
}

/// Until when the reader's decision can be taken back, by the portal's clock.
fn undo_until(
    request: &LeaveRequest,
    undo_left: RwSignal<Option<u32>>,
    locale: AgentLocale,
) -> Option<AnyView> {
    let until = request
        .undo_until
        .filter(|_| may(request, LeaveAction::UndoDecision))?;
    let left = Signal::derive(move || undo_left.get().unwrap_or_default());
    let counts = Memo::new(move |_| undo_left.get().is_some_and(|left| left > 0));
    let countdown = part(move || {
        counts
            .get()
            .then(|| view! { <Countdown left label=|t| t.undo_left()/> })
    });
    Some(
        view! {
            <div class="leave-decision-outcome__undo">
                <p>{locale.texts().undo_until(&time(until))}</p>
                {countdown}
            </div>
        }
        .into_any(),
    )
}
