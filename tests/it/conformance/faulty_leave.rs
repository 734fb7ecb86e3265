//! Proof that the run finds what is wrong with leave: one fault each, and backends whose answers are spoilt.

use super::backend::{Backend, Site};
use super::faulty_answers::{STORED, answer, finds};
use super::leave_breaches::{of_balances, of_calendar_file, of_days, of_request, worked};
use super::{Check, leave, leave_asking, leave_decisions, leave_files, leave_requests, report};
use crate::support::fixtures;
use serde_json::{Value, json};

fn fixture(name: &str) -> Value {
    let path = fixtures::folder().join(format!("leave/{name}.json"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// The same value with something else in one place.
fn with(value: &Value, place: &str, other: Value) -> Value {
    let mut value = value.clone();
    *value
        .pointer_mut(place)
        .unwrap_or_else(|| panic!("nothing at {place}")) = other;
    value
}

#[test]
fn rights_that_do_not_add_up_are_found() {
    for kept in ["balances_ordinary", "balances_none", "balances_overdrawn"] {
        assert_eq!(of_balances(&fixture(kept)), None, "{kept}");
    }
    let kept = fixture("balances_ordinary");
    for (place, other) in [
        ("/items/0/left", json!(4)),
        ("/items/1/pending", json!(8)),
        ("/items/0/holds_until", json!("2024-12-31")),
        ("/items/0/holds_until", json!(null)),
    ] {
        assert!(of_balances(&with(&kept, place, other)).is_some(), "{place}");
    }
}

#[test]
fn days_off_that_are_missing_or_are_none_are_found() {
    let kept = fixture("days_december");
    let asked = ("2026-12-01", "2026-12-31");
    assert_eq!(of_days(&kept, asked), None);
    assert!(of_days(&kept, ("2026-12-01", "2026-12-30")).is_some());
    let count = kept["days_off"].as_array().unwrap().len();
    for place in 0..count {
        let mut without = kept.clone();
        without["days_off"].as_array_mut().unwrap().remove(place);
        let reason = &kept["days_off"][place]["reason"];
        let is_due = ["weekend", "holiday"].contains(&reason.as_str().unwrap());
        assert_eq!(
            of_days(&without, asked).is_some(),
            is_due,
            "{place}: {reason}"
        );
    }
    let christmas = (0..count)
        .find(|it| kept["days_off"][it]["on"] == "2026-12-25")
        .unwrap();
    for (field, other) in [
        ("reason", json!("weekend")),
        ("label", json!(null)),
        ("afternoon", json!(false)),
        ("on", json!("2026-12-29")),
    ] {
        let place = format!("/days_off/{christmas}/{field}");
        assert!(
            of_days(&with(&kept, &place, other), asked).is_some(),
            "{field}"
        );
    }
    assert!(of_days(&with(&kept, "/days_off/0/afternoon", json!(false)), asked).is_some());
    let mut twice = kept.clone();
    let first = twice["days_off"][0].clone();
    twice["days_off"].as_array_mut().unwrap().insert(0, first);
    assert!(of_days(&twice, asked).is_some());
}

#[test]
fn half_days_are_counted_as_the_days_off_say() {
    let days = fixture("days_december");
    for (from, from_noon, to, to_noon, expected) in [
        ("2026-12-02", false, "2026-12-02", false, 1),
        ("2026-12-02", true, "2026-12-02", false, 0),
        ("2026-12-24", false, "2026-12-27", false, 1),
        ("2026-12-14", true, "2026-12-18", true, 7),
    ] {
        let period = json!({ "from": from, "from_noon": from_noon, "to": to, "to_noon": to_noon });
        assert_eq!(worked(&days, &period), expected, "{period}");
    }
}

#[test]
fn requests_that_do_not_fit_their_state_are_found() {
    for kept in [
        "request_approved",
        "request_cancellation_granted",
        "request_cancellation_pending",
        "request_cancellation_refused",
        "request_cancelled",
        "request_just_decided",
        "request_pending",
        "request_refused",
        "request_second_level",
    ] {
        assert_eq!(of_request(&fixture(kept)), None, "{kept}");
    }
    for (name, place, other) in [
        ("request_pending", "/state", json!("approved")),
        ("request_pending", "/level/n", json!(3)),
        ("request_pending", "/actions", json!(["approve", "cancel"])),
        ("request_pending", "/actions", json!(["undo_decision"])),
        ("request_pending", "/actions", json!(["view_attachment"])),
        ("request_pending", "/trail", json!([])),
        ("request_approved", "/actions", json!(["approve"])),
        ("request_approved", "/trail/1/level", json!(null)),
        (
            "request_approved",
            "/trail/1/at",
            json!("2020-01-01T00:00:00+01:00"),
        ),
        ("request_just_decided", "/undo_until", json!(null)),
        ("request_refused", "/trail/1/reason", json!(null)),
    ] {
        let wrong = with(&fixture(name), place, other);
        assert!(of_request(&wrong).is_some(), "{name} {place}");
    }
    let kept = fixture("request_approved");
    let own = with(&kept, "/trail/1/by", kept["agent"].clone());
    assert!(of_request(&own).unwrap().contains("whose leave it is"));
}

#[test]
fn calendar_files_that_a_calendar_would_misread_are_found() {
    let period =
        json!({ "from": "2026-12-28", "from_noon": false, "to": "2027-01-04", "to_noon": true });
    let kept = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//FR\r\nBEGIN:VEVENT\r\nUID:l_7pRt@x\r\nDTSTAMP:20261122T175102Z\r\n\
        DTSTART;VALUE=DATE:20261228\r\nDTEND;VALUE=DATE:20270105\r\nSUMMARY:Cong\r\n é\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    assert_eq!(of_calendar_file(kept.as_bytes(), &period), None);
    let long = format!("SUMMARY:{}", "x".repeat(80));
    for (before, after) in [
        ("\r\n", "\n"),
        ("20270105", "20270104"),
        ("DTSTART;VALUE=DATE:20261228", "DTSTART:20261228T000000Z"),
        ("UID:l_7pRt@x\r\n", ""),
        ("VERSION:2.0\r\n", ""),
        ("BEGIN:VEVENT", "BEGIN:VTODO"),
        ("SUMMARY:Cong\r\n é", long.as_str()),
        ("END:VCALENDAR\r\n", "END:VCALENDAR"),
    ] {
        let wrong = kept.replace(before, after);
        assert!(
            of_calendar_file(wrong.as_bytes(), &period).is_some(),
            "{before:?}"
        );
    }
    assert!(of_calendar_file(b"BEGIN:VCALENDAR\xff\r\n", &period).is_some());
}

#[test]
fn each_fault_of_a_calendar_file_s_headers_is_found() {
    let whole = [
        STORED,
        ("accept-ranges", "bytes"),
        ("etag", "\"5d41402abc4b2a76\""),
        (
            "content-disposition",
            "attachment; filename=\"conge-2026-12-10.ics\"",
        ),
    ];
    let path = "/leave/requests/l_1/ics";
    let of_type = |media_type| {
        let headers: Vec<_> = whole
            .iter()
            .copied()
            .chain([("content-type", media_type)])
            .collect();
        answer("GET", path, 200, &headers, "BEGIN:VCALENDAR")
    };
    assert_eq!(
        of_type("text/calendar; charset=utf-8").faults(),
        Vec::<String>::new()
    );
    finds(&of_type("text/html"), "text/html");
    for missing in [
        "etag",
        "accept-ranges",
        "content-disposition",
        "cache-control",
    ] {
        let headers: Vec<_> = whole
            .iter()
            .copied()
            .filter(|(name, _)| *name != missing)
            .chain([("content-type", "text/calendar")])
            .collect();
        let found = answer("GET", path, 200, &headers, "BEGIN:VCALENDAR").faults();
        assert!(!found.is_empty(), "{missing}");
    }
}

#[test]
fn a_backend_whose_leave_is_spoilt_on_the_way_is_found_out() {
    let backend = Backend::in_process(Site::Http);
    let groups: [&[Check]; 5] = [
        leave::CHECKS,
        leave_requests::CHECKS,
        leave_asking::CHECKS,
        leave_decisions::CHECKS,
        leave_files::CHECKS,
    ];
    let mut missed = Vec::new();
    for check in groups.into_iter().flatten() {
        backend.reset().unwrap();
        let fault = json!({ "method": "*", "path": "/api/v1/leave*", "kind": "wrong_type", "times": 10_000 });
        backend.door.beside("/test/faults", &fault).unwrap();
        if report::run(&backend, std::iter::once(check)).kept > 0 {
            missed.push(check.says);
        }
    }
    // Those that begin with a reset take the fault back.
    assert!(missed.len() <= 10, "{missed:#?}");
}
