//! Several decisions in a row: how far they are, and what came of each; knows no call.

use super::dynamic::{part, text};
use super::icon::Icon;
use crate::i18n::texts::BatchOutcome;
use crate::state::locale::AgentLocale;
use leptos::prelude::*;

/// How far several decisions are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Batch {
    /// The one that is on its way, from 1.
    pub n: usize,
    /// Of so many.
    pub of: usize,
    /// True when no other is to follow it.
    pub is_stopping: bool,
}

/// What came of several decisions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BatchSummary {
    /// Whose, when, and what came of it.
    pub items: Vec<(String, BatchOutcome)>,
    /// So many were not dealt with.
    pub left: usize,
}

/// The heading of the summary, to move the focus to.
pub const BATCH_SUMMARY: &str = "#batch-summary";

/// How far it is, and the way to stop; nothing while nothing is under way. The button stays while the number moves.
pub fn batch_progress(batch: RwSignal<Option<Batch>>, locale: AgentLocale) -> AnyView {
    let is_under_way = Memo::new(move |_| batch.get().is_some());
    let stop = move |_| {
        batch.update(|batch| {
            if let Some(batch) = batch {
                batch.is_stopping = true;
            }
        });
    };
    let words = move || {
        let t = locale.texts();
        match batch.get() {
            None => String::new(),
            Some(now) if now.is_stopping => t.stopping_batch().to_owned(),
            Some(now) => t.batch_under_way(now.n, now.of),
        }
    };
    let number = |number: usize| number.to_string();
    let of = move || batch.get().map(|now| number(now.of));
    let value = move || batch.get().map(|now| number(now.n.saturating_sub(1)));
    let waits = move || {
        batch
            .get()
            .is_some_and(|now| now.is_stopping)
            .then_some("true")
    };
    part(move || {
        is_under_way.get().then(|| {
            view! {
                <div class="leave-decision-batch__progress">
                    <p role="status">{text(words)}</p>
                    <progress max=of value=value aria-label=locale.say(|t| t.deciding())></progress>
                    <button class="button" type="button" aria-disabled=waits on:click=stop>{locale.say(|t| t.stop_batch())}</button>
                </div>
            }
        })
    })
    .into_any()
}

/// What came of each, above the list.
pub fn batch_summary(summary: &BatchSummary, locale: AgentLocale) -> AnyView {
    let t = locale.texts();
    let is_recorded = |outcome: &BatchOutcome| {
        matches!(
            outcome,
            BatchOutcome::Approved
                | BatchOutcome::ApprovedAtLevel
                | BatchOutcome::Refused
                | BatchOutcome::Followed
        )
    };
    let items = summary.items.iter();
    let done = items.clone().filter(|(_, it)| is_recorded(it)).count();
    let of = summary.items.len() + summary.left;
    let variant = if done == of { "done" } else { "partly" };
    let icon = if done == of { "check" } else { "alert" };
    let rows: Vec<AnyView> = items
        .map(|(whose, outcome)| {
            let icon = if is_recorded(outcome) { "check" } else { "alert" };
            view! { <li class="leave-decision-batch__item"><Icon name=icon/><span><bdi>{whose.clone()}</bdi>{t.colon()}{t.batch_item(*outcome)}</span></li> }
                .into_any()
        })
        .collect();
    let left = (summary.left > 0).then(|| view! { <p>{t.batch_stopped(summary.left)}</p> });
    view! {
        <section class="leave-decision-batch__summary" data-variant=variant aria-labelledby="batch-summary">
            <h2 class="leave-decision-batch__title" id="batch-summary" tabindex="-1"><Icon name=icon/>{t.batch_title(done, of)}</h2>
            <ul>{rows}</ul>
            {left}
        </section>
    }
    .into_any()
}
