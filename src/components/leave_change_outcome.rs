//! What became of changing a request for leave; knows no call.

use super::icon::Icon;
use super::leave_change::ChangeOutcome;
use crate::state::locale::AgentLocale;
use leptos::prelude::*;

/// The heading, to move the focus to.
pub const LEAVE_OUTCOME: &str = "#leave-outcome";

/// What was done, or what stands in its way, in a box whose heading takes the focus.
pub fn leave_change_outcome(outcome: ChangeOutcome, locale: AgentLocale) -> AnyView {
    let t = locale.texts();
    let now = |state| t.change_state_now(t.leave_state(state));
    let (icon, variant, title, said) = match outcome {
        ChangeOutcome::Done { change, after_all } => {
            let said = after_all.then(|| t.change_done_after_all().to_owned());
            ("check", "done", t.change_done(change), said)
        }
        ChangeOutcome::Overtaken(state) => {
            ("alert", "overtaken", t.change_overtaken(), Some(now(state)))
        }
        ChangeOutcome::NotAllowed(state) => {
            ("alert", "overtaken", t.change_refused(), Some(now(state)))
        }
    };
    view! {
        <section class="leave-outcome" data-variant=variant aria-labelledby="leave-outcome">
            <h2 class="leave-outcome__heading" id="leave-outcome" tabindex="-1"><Icon name=icon/>{title}</h2>
            {said.map(|said| view! { <p>{said}</p> })}
        </section>
    }
    .into_any()
}
