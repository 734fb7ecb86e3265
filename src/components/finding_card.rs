//! What one check has found, with its evidence and its next step; knows no rule and runs no check.

use super::finding_words::{cause_name, guide, help_href, icon, severity_name};
use super::icon::Icon;
use crate::i18n::texts::Texts;
use crate::rules::finding::{Check, Confidence, Finding, Severity};
use crate::state::checkup::Checkup;
use leptos::prelude::*;

/// The item of `check` in a list of checks, in the language of `t`.
#[must_use]
pub fn finding_card(check: Check, checkup: &Checkup, t: &'static dyn Texts) -> AnyView {
    let guide = guide(checkup.recognised.as_ref());
    let mut findings = checkup
        .findings
        .iter()
        .filter(|finding| finding.cause.check() == check);
    let Some(finding) = findings.next().cloned() else {
        return view! {
            <li class="finding-card" data-check=check_name(check) aria-busy=checkup.running.then_some("true")>
                <Icon name="question"/>
                <div class="finding-card__body">
                    <h2 class="finding-card__title">{t.check_name(check)}</h2>
                    <p>{t.check_waiting()}</p>
                </div>
            </li>
        }
        .into_any();
    };
    let others: Vec<String> = findings
        .map(|other| {
            format!(
                "{}\u{a0}: {}",
                t.other_explanation(),
                t.verdict(other.cause)
            )
        })
        .collect();
    let evidence: Vec<String> = finding
        .evidence
        .iter()
        .map(|seen| t.evidence(seen))
        .filter(|words| !words.is_empty())
        .collect();
    let step = t.step(finding.cause, guide);
    let severity = finding.severity();
    view! {
        <li
            class="finding-card"
            data-check=check_name(check)
            data-cause=cause_name(finding.cause)
            data-severity=severity_name(severity)
            aria-busy=checkup.running.then_some("true")
        >
            <Icon name=icon(severity)/>
            <div class="finding-card__body">
                <h2 class="finding-card__title">{t.check_name(check)}</h2>
                <p>{t.verdict(finding.cause)}{sure(&finding, t)}</p>
                {(!step.is_empty()).then(|| view! { <p><strong>{t.step_label()}</strong>{" – "}{step}</p> })}
                {others.into_iter().map(|other| view! { <p>{other}</p> }).collect::<Vec<_>>()}
                {(!evidence.is_empty()).then(|| view! {
                    <div class="finding-card__evidence">
                        <h3 class="finding-card__label">{t.evidence_label()}</h3>
                        <ul>{evidence.into_iter().map(|words| view! { <li>{words}</li> }).collect::<Vec<_>>()}</ul>
                    </div>
                })}
                {help_href(&finding).map(|href| view! { <p><a href=href>{t.help_link(t.check_name(check))}</a></p> })}
            </div>
        </li>
    }
    .into_any()
}

/// How sure it is, where that is not plain.
fn sure(finding: &Finding, t: &dyn Texts) -> String {
    let plain = finding.confidence == Confidence::Certain || finding.severity() <= Severity::Unread;
    if plain {
        String::new()
    } else {
        format!(" ({})", t.confidence(finding.confidence))
    }
}

/// The name of a check, for whoever looks at the page with tools.
fn check_name(check: Check) -> &'static str {
    match check {
        Check::Address => "address",
        Check::Network => "network",
        Check::Cookies => "cookies",
        Check::Browser => "browser",
        Check::System => "system",
        Check::Clock => "clock",
    }
}
