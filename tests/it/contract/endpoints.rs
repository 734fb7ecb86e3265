//! The document's paths against `endpoint.rs`; knows no answer.

use crate::support::document::document;
use nomade::contract::endpoint;
use std::collections::BTreeMap;

/// What `endpoint.rs` offers, by the name of its item and as a path with `{id}` or `{name}` in it.
fn offered() -> BTreeMap<&'static str, String> {
    let with_id = |path: String| path.replace("any-id", "{id}");
    let with_name = |path: String| path.replace("any-name", "{name}");
    BTreeMap::from([
        ("PORTAL", endpoint::PORTAL.to_owned()),
        ("text", with_name(endpoint::text("any-name"))),
        ("NOTICES", endpoint::NOTICES.to_owned()),
        ("PROBE_NETWORK", endpoint::PROBE_NETWORK.to_owned()),
        ("PROBE_COOKIE", endpoint::PROBE_COOKIE.to_owned()),
        ("SESSION", endpoint::SESSION.to_owned()),
        ("SESSION_LEAVING", endpoint::SESSION_LEAVING.to_owned()),
        ("SESSIONS", endpoint::SESSIONS.to_owned()),
        ("session_by_id", with_id(endpoint::session_by_id("any-id"))),
        ("CONSENT", endpoint::CONSENT.to_owned()),
        ("ACTIVITY", endpoint::ACTIVITY.to_owned()),
        (
            "activity_report",
            with_id(endpoint::activity_report("any-id")),
        ),
        ("AGENT", endpoint::AGENT.to_owned()),
        ("PAYSLIPS", endpoint::PAYSLIPS.to_owned()),
        ("PAYSLIPS_SERIES", endpoint::PAYSLIPS_SERIES.to_owned()),
        ("payslip", with_id(endpoint::payslip("any-id"))),
        (
            "payslip_document",
            with_id(endpoint::payslip_document("any-id")),
        ),
        ("DOCUMENTS", endpoint::DOCUMENTS.to_owned()),
        ("DOCUMENTS_SEARCH", endpoint::DOCUMENTS_SEARCH.to_owned()),
        ("DOCUMENT_REQUESTS", endpoint::DOCUMENT_REQUESTS.to_owned()),
        ("document", with_id(endpoint::document("any-id"))),
        (
            "document_content",
            with_id(endpoint::document_content("any-id")),
        ),
        ("LEAVE_KINDS", endpoint::LEAVE_KINDS.to_owned()),
        ("LEAVE_BALANCES", endpoint::LEAVE_BALANCES.to_owned()),
        ("LEAVE_DAYS", endpoint::LEAVE_DAYS.to_owned()),
        ("LEAVE_PREVIEW", endpoint::LEAVE_PREVIEW.to_owned()),
        ("LEAVE_REQUESTS", endpoint::LEAVE_REQUESTS.to_owned()),
        ("LEAVE_ATTACHMENTS", endpoint::LEAVE_ATTACHMENTS.to_owned()),
        ("LEAVE_APPROVALS", endpoint::LEAVE_APPROVALS.to_owned()),
        ("LEAVE_CALENDAR", endpoint::LEAVE_CALENDAR.to_owned()),
        ("leave_request", with_id(endpoint::leave_request("any-id"))),
        (
            "leave_cancellation",
            with_id(endpoint::leave_cancellation("any-id")),
        ),
        (
            "leave_decision",
            with_id(endpoint::leave_decision("any-id")),
        ),
        (
            "leave_attachment",
            with_id(endpoint::leave_attachment("any-id")),
        ),
        (
            "leave_calendar_file",
            with_id(endpoint::leave_calendar_file("any-id")),
        ),
        ("MAIL_FOLDERS", endpoint::MAIL_FOLDERS.to_owned()),
        ("MAIL_MESSAGES", endpoint::MAIL_MESSAGES.to_owned()),
        ("MAIL_SEARCH", endpoint::MAIL_SEARCH.to_owned()),
        ("MAIL_DRAFTS", endpoint::MAIL_DRAFTS.to_owned()),
        ("MAIL_ATTACHMENTS", endpoint::MAIL_ATTACHMENTS.to_owned()),
        ("MAIL_DIRECTORY", endpoint::MAIL_DIRECTORY.to_owned()),
        ("mail_message", with_id(endpoint::mail_message("any-id"))),
        ("mail_body", with_id(endpoint::mail_body("any-id"))),
        (
            "mail_attachment",
            with_id(endpoint::mail_attachment("any-id", "any-file"))
                .replace("any-file", "{attachment}"),
        ),
        ("mail_draft", with_id(endpoint::mail_draft("any-id"))),
        ("mail_outbox", with_id(endpoint::mail_outbox("any-id"))),
        (
            "operation",
            endpoint::operation("any-key").replace("any-key", "{key}"),
        ),
    ])
}

/// The items of `endpoint.rs`, each with the methods that its comment names in backticks.
fn written() -> BTreeMap<&'static str, Vec<&'static str>> {
    let mut items = BTreeMap::new();
    let mut methods = Vec::new();
    for line in include_str!("../../../src/contract/endpoint.rs").lines() {
        if let Some(comment) = line.strip_prefix("/// ") {
            methods.extend(
                ["get", "post", "put", "patch", "delete"]
                    .into_iter()
                    .filter(|it| comment.contains(&format!("`{}`", it.to_uppercase()))),
            );
        } else if let Some(item) = line
            .strip_prefix("pub const ")
            .or_else(|| line.strip_prefix("pub fn "))
        {
            let name = item.split([':', '(']).next().unwrap();
            methods.sort_unstable();
            items.insert(name, std::mem::take(&mut methods));
        }
    }
    // These are no endpoints.
    items.retain(|name, _| !["BASE_PATH", "is_public", "segment", "file"].contains(name));
    items
}

#[test]
fn every_endpoint_is_in_the_document_and_every_path_of_the_document_has_an_endpoint() {
    let mut documented: Vec<&str> = document().operations().iter().map(|it| it.path).collect();
    documented.sort_unstable();
    documented.dedup();
    let offered = offered();
    let mut offered_paths: Vec<&str> = offered.values().map(String::as_str).collect();
    offered_paths.sort_unstable();
    assert_eq!(offered_paths, documented);
    assert_eq!(
        offered.keys().collect::<Vec<_>>(),
        written().keys().collect::<Vec<_>>(),
        "this test lists every item of endpoint.rs"
    );
}

#[test]
fn each_endpoint_says_the_methods_that_the_document_has() {
    let offered = offered();
    for (name, methods) in written() {
        let mut documented: Vec<&str> = document()
            .operations()
            .iter()
            .filter(|it| it.path == offered[name])
            .map(|it| it.method)
            .collect();
        documented.sort_unstable();
        assert_eq!(methods, documented, "{name}");
    }
}

#[test]
fn the_document_is_served_under_the_base_path_and_has_the_version_of_the_types() {
    assert_eq!(document().root()["servers"][0]["url"], endpoint::BASE_PATH);
    assert_eq!(
        document().root()["info"]["version"],
        nomade::contract::CONTRACT_VERSION
    );
}

#[test]
fn an_id_can_not_lead_to_another_path() {
    for id in [
        "../session",
        "a/b",
        "..",
        ".",
        "",
        "a?x=1",
        "a#b",
        "%2e%2e",
        "é",
        "a b",
    ] {
        let path = endpoint::payslip(id);
        let rest = path.strip_prefix("/payslips/").unwrap();
        assert!(
            !rest.contains(['/', '?', '#', ' ']) && rest != ".." && rest != "." && rest.is_ascii(),
            "{id:?} became {path}"
        );
    }
}
