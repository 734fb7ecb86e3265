//! What is known of a request that is to be decided: when, how long, what would be left, what was said and done; knows no call.

use super::icon::Icon;
use super::leave_clash_list::clash_list;
use crate::contract::leave::{LeaveApproval, LeaveDeed, LeaveRequest, LeaveStep};
use crate::i18n::dates::{date_and_time, long_date};
use crate::i18n::leave_words;
use crate::rules::display_label::{display_label, display_text};
use crate::rules::leave_decision::is_cancellation;
use crate::state::locale::AgentLocale;
use leptos::prelude::*;

/// A comment that is longer is folded.
const SHORT: usize = 240;

/// Who asks, as they may be called.
#[must_use]
pub fn who(request: &LeaveRequest, locale: AgentLocale) -> String {
    let name = display_label(&request.agent.name);
    name.unwrap_or_else(|| locale.texts().unnamed_colleague().to_owned())
}

/// What is asked for.
#[must_use]
pub fn kind(request: &LeaveRequest, locale: AgentLocale) -> String {
    let label = display_label(&locale.pick(&request.summary.label));
    label.unwrap_or_else(|| locale.texts().unnamed_leave().to_owned())
}

/// When, in words.
#[must_use]
pub fn when(request: &LeaveRequest, locale: AgentLocale) -> String {
    leave_words::period(request.summary.period, locale.get())
}

/// What is asked for, in whose stead it is decided, and what would be left.
pub fn approval_facts(approval: &LeaveApproval, locale: AgentLocale) -> AnyView {
    let (t, language) = (locale.texts(), locale.get());
    let request = &approval.request;
    let days = leave_words::days(request.summary.half_days.into(), language);
    let cancels =
        is_cancellation(request).then(|| cancellation(request, t.approval_cancels(), locale));
    let level = (request.level.of > 1).then(|| {
        let words = t.approval_level(request.level);
        view! { <span class="leave-approval__mark">{words}</span> }
    });
    let behalf = approval.on_behalf_of.as_ref().map(|person| {
        let name = display_label(&person.name);
        let name = name.unwrap_or_else(|| t.unnamed_colleague().to_owned());
        view! { <p class="leave-approval__behalf"><Icon name="users"/><span>{t.approval_on_behalf()}{" "}<bdi>{name}</bdi></span></p> }
    });
    view! {
        {cancels}
        <p class="leave-approval__kind"><bdi>{kind(request, locale)}</bdi>{level}</p>
        <p><strong>{when(request, locale)}</strong>{" "}<span class="leave-approval__days">{days}</span></p>
        {behalf}
        {left_after(approval, locale)}
    }
    .into_any()
}

/// Who else is away, and since when it waits.
pub fn approval_team(approval: &LeaveApproval, number: usize, locale: AgentLocale) -> AnyView {
    let asked_on = approval.request.summary.asked_at.wall_clock().date();
    let asked = long_date(asked_on, locale.get());
    view! {
        {clash_list(approval, number, locale)}
        <p class="leave-approval__asked">{locale.texts().approval_asked(&asked)}</p>
    }
    .into_any()
}

/// What the agent wants taken back, and why.
fn cancellation(request: &LeaveRequest, words: &'static str, locale: AgentLocale) -> AnyView {
    let mut steps = request.trail.iter().rev();
    let asked = steps.find(|step| step.deed == LeaveDeed::CancellationAsked);
    let reason = asked
        .and_then(|step| step.reason.as_deref())
        .and_then(display_label)
        .map(|reason| view! { {locale.texts().colon()}<bdi>{reason}</bdi> });
    view! { <p class="leave-approval__cancels"><Icon name="undo"/><span><strong>{words}</strong>{reason}</span></p> }
        .into_any()
}

/// What would be left; nothing where this kind has no balance. What is missing is told in words.
fn left_after(approval: &LeaveApproval, locale: AgentLocale) -> Option<AnyView> {
    let (t, language) = (locale.texts(), locale.get());
    let left = i64::from(approval.left_after?);
    let is_short = left < 0;
    let days = leave_words::days(left.saturating_abs(), language);
    let (icon, words) = if is_short {
        ("alert", t.approval_overdrawn(&days))
    } else {
        ("info", t.approval_left(&days))
    };
    let short = is_short.then_some("");
    Some(
        view! { <p class="leave-approval__left" data-short=short><Icon name=icon/>{words}</p> }
            .into_any(),
    )
}

/// What the agent wrote, line by line; a long one is folded.
pub fn comment(written: &str, locale: AgentLocale) -> Option<AnyView> {
    let t = locale.texts();
    let shown = display_text(written.as_bytes());
    let shown = shown.trim().to_owned();
    let length = shown.chars().count();
    if length == 0 {
        return None;
    }
    let lines = shown.lines().count();
    Some(if length <= SHORT && lines <= 4 {
        view! { <p class="leave-approval__comment"><span class="leave-approval__label">{t.approval_comment()}</span>{" "}<bdi>{shown}</bdi></p> }.into_any()
    } else {
        view! {
            <details class="leave-approval__comment">
                <summary class="leave-approval__summary">{t.approval_whole_comment(length)}</summary>
                <p><bdi>{shown}</bdi></p>
            </details>
        }
        .into_any()
    })
}

/// What happened since it was asked for, the earliest first; nothing where nothing did.
pub fn approval_steps(request: &LeaveRequest, locale: AgentLocale) -> Option<AnyView> {
    let t = locale.texts();
    let steps = request.trail.iter();
    let rows: Vec<AnyView> = steps
        .filter(|step| step.deed != LeaveDeed::Asked)
        .map(|step| view! { <li>{step_words(step, locale)}</li> }.into_any())
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <details>
                <summary class="leave-approval__summary">{t.approval_steps()}</summary>
                <ol class="leave-approval__list">{rows}</ol>
            </details>
        }
        .into_any()
    })
}

/// Who did what, when, for whom and why.
pub fn step_words(step: &LeaveStep, locale: AgentLocale) -> AnyView {
    let t = locale.texts();
    let named =
        |name: &str| display_label(name).unwrap_or_else(|| t.unnamed_colleague().to_owned());
    let did = t.step_done(step, &date_and_time(step.at, locale.get()));
    let behalf = step
        .on_behalf_of
        .as_ref()
        .map(|person| view! { {", "}{t.step_for()}{" "}<bdi>{named(&person.name)}</bdi> });
    let reason = step
        .reason
        .as_deref()
        .and_then(display_label)
        .map(|reason| {
            view! { {". "}{t.step_reason()}{" "}<bdi class="leave-approval__reason">{reason}</bdi> }
        });
    view! { <bdi>{named(&step.by.name)}</bdi>{" "}{did}{behalf}{reason} }.into_any()
}
