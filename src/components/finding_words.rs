//! A finding in words and marks, for each place that shows one; knows no page.

use crate::i18n::texts::Guide;
use crate::rules::finding::{Cause, Finding, Severity};
use crate::rules::user_agent::{Browser, Recognised, System};

/// The icon beside a finding; the words say the same.
#[must_use]
pub fn icon(severity: Severity) -> &'static str {
    match severity {
        Severity::Fine => "check",
        Severity::Unread => "question",
        Severity::Advice => "info",
        Severity::Warning => "alert",
        Severity::Obstacle => "stop",
    }
}

/// The name of a severity, for the style sheet.
#[must_use]
pub fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Fine => "fine",
        Severity::Unread => "unread",
        Severity::Advice => "advice",
        Severity::Warning => "warning",
        Severity::Obstacle => "obstacle",
    }
}

/// The cause's name in kebab case, for whoever looks at the page with tools.
#[must_use]
pub fn cause_name(cause: Cause) -> String {
    let mut name = String::new();
    for letter in format!("{cause:?}").chars() {
        if letter.is_ascii_uppercase() && !name.is_empty() {
            name.push('-');
        }
        name.push(letter.to_ascii_lowercase());
    }
    name
}

/// Whose menus the steps describe.
#[must_use]
pub fn guide(recognised: Option<&Recognised>) -> Guide {
    let Some(recognised) = recognised else {
        return Guide::Other;
    };
    match (&recognised.system, &recognised.browser) {
        (System::Ios, _) => Guide::Ios,
        (System::Android, _) => Guide::Android,
        (_, Browser::Chrome) => Guide::Chrome,
        (_, Browser::Edge) => Guide::Edge,
        (_, Browser::Firefox) => Guide::Firefox,
        (_, Browser::Safari) => Guide::Safari,
        (_, Browser::Other(name)) if name.contains("Chrom") => Guide::Chrome,
        _ => Guide::Other,
    }
}

/// Where the help says more; nothing when there is nothing to help with.
#[must_use]
pub fn help_href(finding: &Finding) -> Option<String> {
    let anchor = finding.cause.anchor();
    (!anchor.is_empty()).then(|| format!("/help#{anchor}"))
}
