//! What happened to a request for leave, step by step; knows no call.

use super::icon::Icon;
use crate::contract::leave::{LeaveDeed, LeavePerson, LeaveStep};
use crate::i18n::dates::date_and_time;
use crate::i18n::texts::AgentTexts;
use crate::rules::display_label::{display_label, display_text};
use crate::state::locale::AgentLocale;
use leptos::prelude::*;

/// The steps in the order given: what, who, for whom, at which level, when and why.
pub fn leave_trail(steps: &[LeaveStep], locale: AgentLocale) -> AnyView {
    let rows: Vec<AnyView> = steps.iter().map(|step| row(step, locale)).collect();
    view! { <ol class="leave-trail">{rows}</ol> }.into_any()
}

fn row(step: &LeaveStep, locale: AgentLocale) -> AnyView {
    let t = locale.texts();
    let (icon, look) = look_of(step.deed);
    let behalf = step.on_behalf_of.as_ref().map(|person| {
        view! { <span>{" "}{t.deed_on_behalf()}{" "}<bdi>{person_name(person, t)}</bdi></span> }
            .into_any()
    });
    let level = step
        .level
        .filter(|level| level.of > 1)
        .map(|level| format!(", {}", t.leave_level(level)));
    let reason = step.reason.as_deref().and_then(|reason| quoted(reason, t));
    view! {
        <li class="leave-trail__step" data-look=look>
            <span class="leave-trail__sign"><Icon name=icon/></span>
            <div class="leave-trail__body">
                <p><strong>{t.leave_deed(step.deed)}</strong>{level}</p>
                <p class="leave-trail__who">{t.deed_by()}{" "}<bdi>{person_name(&step.by, t)}</bdi>{behalf}</p>
                <p class="leave-trail__when">{date_and_time(step.at, locale.get())}</p>
                {reason}
            </div>
        </li>
    }
    .into_any()
}

/// A name, as it may be shown.
#[must_use]
pub fn person_name(person: &LeavePerson, t: &dyn AgentTexts) -> String {
    display_label(&person.name).unwrap_or_else(|| t.unnamed_person().to_owned())
}

/// A reason in somebody's own words, line by line; nothing of an empty one.
pub fn quoted(reason: &str, t: &dyn AgentTexts) -> Option<AnyView> {
    let reason = display_text(reason.as_bytes());
    let reason = reason.trim().to_owned();
    (!reason.is_empty()).then(|| {
        view! {
            <p class="leave-trail__reason">{t.leave_reason_label()}{" "}<bdi class="leave-trail__words">{reason}</bdi></p>
        }
        .into_any()
    })
}

fn look_of(deed: LeaveDeed) -> (&'static str, Option<&'static str>) {
    match deed {
        LeaveDeed::Asked | LeaveDeed::CancellationAsked => ("calendar", None),
        LeaveDeed::Approved | LeaveDeed::CancellationApproved => ("check", Some("granted")),
        LeaveDeed::Refused | LeaveDeed::CancellationRefused => ("stop", Some("refused")),
        LeaveDeed::Cancelled | LeaveDeed::DecisionUndone => ("undo", None),
        LeaveDeed::Unknown => ("info", None),
    }
}
