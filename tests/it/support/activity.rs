//! What the contract promises of a journal's events among themselves; knows no backend.

use chrono::DateTime;
use serde_json::Value;
use std::collections::BTreeSet;

/// Each code with its kind.
const KINDS: [(&str, &str); 19] = [
    ("signed_in", "connection"),
    ("sign_in_refused", "connection"),
    ("signed_out", "connection"),
    ("session_ended", "connection"),
    ("payslip_viewed", "view"),
    ("payslip_downloaded", "download"),
    ("document_viewed", "view"),
    ("document_downloaded", "download"),
    ("document_requested", "decision"),
    ("leave_requested", "decision"),
    ("leave_cancelled", "decision"),
    ("leave_cancellation_requested", "decision"),
    ("leave_approved", "decision"),
    ("leave_refused", "decision"),
    ("leave_decision_undone", "decision"),
    ("leave_file_viewed", "view"),
    ("leave_file_downloaded", "download"),
    ("consent_given", "decision"),
    ("event_reported", "decision"),
];

/// What each code is about; the others are about the account itself.
const ITEMS: [(&str, &str); 13] = [
    ("payslip_viewed", "payslip"),
    ("payslip_downloaded", "payslip"),
    ("document_viewed", "document"),
    ("document_downloaded", "document"),
    ("document_requested", "document_request"),
    ("leave_requested", "leave_request"),
    ("leave_cancelled", "leave_request"),
    ("leave_cancellation_requested", "leave_request"),
    ("leave_approved", "leave_request"),
    ("leave_refused", "leave_request"),
    ("leave_decision_undone", "leave_request"),
    ("leave_file_viewed", "leave_request"),
    ("leave_file_downloaded", "leave_request"),
];

/// The first promise of `GET /activity` that these events break, which follow each other over all pages.
pub fn breach(items: &[Value], recorded_since: &Value) -> Option<String> {
    let mut ids = BTreeSet::new();
    let mut before = None;
    let since = moment(recorded_since);
    for item in items {
        let (id, at) = (&item["id"], moment(&item["at"]));
        if !ids.insert(id.as_str()) {
            return Some(format!("{id} stands there twice"));
        }
        if before.is_some_and(|before| at > before) {
            return Some(format!("{id} is newer than the one before it"));
        }
        if at < since {
            return Some(format!("{id} is older than `recorded_since`"));
        }
        before = Some(at);
        let (code, kind) = (&item["code"], &item["kind"]);
        if KINDS.iter().any(|(known, of)| code == known && kind != of) {
            return Some(format!("{code} is a {kind}"));
        }
        let about = item["item"]["kind"].as_str().unwrap_or_default();
        let due = ITEMS.iter().find(|(known, _)| code == known);
        if due.map_or("", |(_, due)| due) != about && KINDS.iter().any(|(known, _)| code == known) {
            return Some(format!("{code} is about {}", item["item"]));
        }
        let offered = item["actions"].as_array().map_or(0, Vec::len) > 0;
        if offered && (!item["report"].is_null() || code == "event_reported") {
            return Some(format!("{id} is reported, or a report, and offers to be"));
        }
    }
    None
}

fn moment(text: &Value) -> DateTime<chrono::FixedOffset> {
    DateTime::parse_from_rfc3339(text.as_str().unwrap_or_default()).unwrap_or_default()
}
