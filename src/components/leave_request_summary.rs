//! What was asked for and how far it is, in words; knows no call.

use super::leave_state::leave_state;
use super::leave_trail::{person_name, quoted};
use crate::contract::leave::{LeaveDeed, LeaveRequest, LeaveState};
use crate::i18n::dates::date_and_time;
use crate::i18n::file_words::kind_and_size;
use crate::i18n::leave_words::{days, period};
use crate::rules::display_label::display_text;
use crate::state::locale::AgentLocale;
use leptos::prelude::*;

/// How far it is, what comes next, and why where that was said.
pub fn leave_request_state(request: &LeaveRequest, locale: AgentLocale) -> AnyView {
    let t = locale.texts();
    let state = request.summary.state;
    let last = request.trail.last();
    let is_maintained = state == LeaveState::Approved
        && last.is_some_and(|step| step.deed == LeaveDeed::CancellationRefused);
    let next = if is_maintained {
        t.leave_maintained().to_owned()
    } else {
        t.leave_next(state, request.level)
    };
    // Why something was refused is what the agent looks for first.
    let why = last
        .filter(|_| is_maintained || state == LeaveState::Refused)
        .and_then(|step| step.reason.as_deref())
        .and_then(|reason| quoted(reason, t));
    view! {
        <div class="leave-request__state">
            <p>{leave_state(state, t)}</p>
            <p class="leave-request__next">{next}</p>
            {why}
        </div>
    }
    .into_any()
}

/// What was asked for; what is empty has no row.
pub fn leave_request_facts(request: &LeaveRequest, locale: AgentLocale) -> AnyView {
    let (t, language) = (locale.texts(), locale.get());
    let summary = &request.summary;
    let comment = display_text(request.comment.as_bytes());
    let comment = comment.trim();
    let file = request
        .attachment
        .as_ref()
        .map(|file| kind_and_size(&file.media_type, Some(file.size), language));
    let rows = [
        (
            t.leave_period_label(),
            Some(period(summary.period, language)),
        ),
        (
            t.leave_length_label(),
            Some(days(i64::from(summary.half_days), language)),
        ),
        (t.leave_agent_label(), Some(person_name(&request.agent, t))),
        (
            t.leave_asked_label(),
            Some(date_and_time(summary.asked_at, language)),
        ),
        (t.leave_attachment_label(), file),
        (
            t.leave_comment_label(),
            Some(comment.to_owned()).filter(|comment| !comment.is_empty()),
        ),
    ];
    let rows: Vec<AnyView> = rows
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
        .map(|(name, value)| {
            view! { <div class="facts__row"><dt>{name}</dt><dd><bdi class="leave-request__value">{value}</bdi></dd></div> }.into_any()
        })
        .collect();
    view! { <dl class="facts" data-variant="wide">{rows}</dl> }.into_any()
}
