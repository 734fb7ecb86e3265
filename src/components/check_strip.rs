//! What the checks have found, beside the login; knows no rule.

mod check_notice;

pub use self::check_notice::{CheckNotice, Said, Shown, card};
use super::dynamic::{part, text};
use super::finding_words::{cause_name, guide, help_href, icon, severity_name};
use super::icon::Icon;
use crate::i18n::texts::Texts;
use crate::route::Route;
use crate::rules::finding::{Check, Confidence, Evidence, Finding, Severity};
use crate::state::checkup::{Checkup, use_checkup};
use crate::state::locale::use_locale;
use leptos::prelude::*;

/// The one piece of evidence that says more than the verdict, in words.
#[must_use]
pub fn told(finding: &Finding, t: &dyn Texts) -> String {
    telling(finding)
        .map(|seen| t.evidence(seen))
        .unwrap_or_default()
}

/// It: the two hosts, the address seen, the time of return.
fn telling(finding: &Finding) -> Option<&Evidence> {
    use Evidence::{AddressSeen, Hosts, Interruption};
    let telling =
        |seen: &&Evidence| matches!(seen, AddressSeen(_) | Hosts { .. } | Interruption { .. });
    finding.evidence.iter().find(telling)
}

/// How the checks stand, below the form: one line when all is well, a line more for each point.
#[component]
pub fn CheckStrip() -> impl IntoView {
    let (locale, checkup) = (use_locale(), use_checkup());
    checkup.watch();
    let state = Memo::new(move |_| state_of(&checkup.get()));
    let line = move || {
        let (_, summary) = words(&checkup.get(), locale.texts());
        summary
    };
    let points = part(move || {
        let (found, t) = (checkup.get(), locale.texts());
        let guide = guide(found.recognised.as_ref());
        let obstacle = found.obstacle().map(|finding| finding.cause);
        let points = worth_saying(&found);
        let items = points
            .into_iter()
            // It stands above the form in full.
            .filter(|finding| Some(finding.cause) != obstacle)
            .map(|finding| {
                let help = help_href(&finding).map(|href| view! { <a href=href>{t.help_link(t.check_name(finding.cause.check()))}</a> });
                view! {
                    <li class="check-strip__point" data-cause=cause_name(finding.cause) data-severity=severity_name(finding.severity())>
                        <Icon name=icon(finding.severity())/>
                        <div>
                            <p>{t.verdict(finding.cause)}</p>
                            <p class="check-strip__step">{t.step(finding.cause, guide)}</p>
                            <p class="check-strip__step">{help}</p>
                        </div>
                    </li>
                }
            })
            .collect::<Vec<_>>();
        (!items.is_empty()).then(|| view! { <ul class="check-strip__points">{items}</ul> })
    });
    view! {
        <div class="check-strip" data-state=move || state.get()>
            <p class="check-strip__line">
                {part(move || view! { <Icon name=mark(state.get())/> })}
                <span role="status">{text(line)}</span>
            </p>
            {points}
            <p class="check-strip__links">
                <a href=Route::Diagnostics.href()>{locale.say(|t| t.checkup_title())}</a>
                <a href=Route::Help.href()>{locale.say(|t| t.help_title())}</a>
            </p>
        </div>
    }
}

/// What is worth a word beside the login, the heaviest first; other explanations stand in the check-up.
fn worth_saying(checkup: &Checkup) -> Vec<Finding> {
    let worth = |finding: &&Finding| {
        finding.severity() >= Severity::Advice && finding.confidence > Confidence::Possible
    };
    let mut points: Vec<Finding> = checkup.findings.iter().filter(worth).cloned().collect();
    crate::rules::finding::rank(&mut points);
    points
}

/// The state's name for the style sheet.
fn state_of(checkup: &Checkup) -> &'static str {
    match checkup.worst().map(Finding::severity) {
        Some(Severity::Obstacle) => "obstacle",
        _ if checkup.running => "running",
        Some(Severity::Warning) => "warning",
        Some(Severity::Advice) => "advice",
        Some(Severity::Unread | Severity::Fine) => "fine",
        None => "unread",
    }
}

fn mark(state: &'static str) -> &'static str {
    match state {
        "running" => "refresh",
        "fine" | "unread" => "check",
        "advice" => "info",
        "warning" => "alert",
        _ => "stop",
    }
}

/// How the checks stand, in one sentence, and how many points there are.
#[must_use]
pub fn words(checkup: &Checkup, t: &dyn Texts) -> (usize, String) {
    let points = worth_saying(checkup).len();
    // That a browser hides its system's version is its right, and changes nothing here.
    let unread = checkup.findings.iter().any(|finding| {
        finding.severity() == Severity::Unread
            && matches!(
                finding.cause.check(),
                Check::Address | Check::Network | Check::Cookies
            )
    });
    let sentence = if checkup.running {
        t.checks_running().to_owned()
    } else if points > 0 {
        t.checks_done(u32::try_from(points).unwrap_or(u32::MAX))
    } else if unread {
        t.checks_unread().to_owned()
    } else {
        t.checks_fine().to_owned()
    };
    (points, sentence)
}
