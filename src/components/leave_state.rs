//! How far a request for leave is, in a word with its sign, and what a kind of leave is called; knows no call.

use super::icon::Icon;
use crate::contract::leave::LeaveState;
use crate::contract::localized::Localized;
use crate::i18n::texts::AgentTexts;
use crate::rules::display_label::display_label;
use crate::state::locale::AgentLocale;
use leptos::prelude::*;

/// The state: a word, and a sign of its own beside it, so that no colour alone says it.
pub fn leave_state(state: LeaveState, t: &'static dyn AgentTexts) -> AnyView {
    let (icon, name) = look_of(state);
    view! {
        <span class="leave-state" data-state=name><Icon name=icon/><span>{t.leave_state(state)}</span></span>
    }
    .into_any()
}

fn look_of(state: LeaveState) -> (&'static str, &'static str) {
    match state {
        LeaveState::Pending | LeaveState::Unknown => ("hourglass", "pending"),
        LeaveState::Approved => ("check", "approved"),
        LeaveState::Refused => ("stop", "refused"),
        LeaveState::Cancelled => ("undo", "cancelled"),
        LeaveState::CancellationPending => ("hourglass", "leaving"),
    }
}

/// The name of a kind of leave, as it may be shown.
#[must_use]
pub fn leave_label(label: &Localized, locale: AgentLocale) -> String {
    display_label(&locale.pick(label)).unwrap_or_else(|| locale.texts().leave_request().to_owned())
}
