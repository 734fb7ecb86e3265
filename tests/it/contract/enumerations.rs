//! Every enumeration of the types against the document's, and every problem code against its status; knows no fixture's content.

use crate::support::document::document;
use crate::support::fixtures;
use nomade::contract::problem::ProblemCode;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

const SOURCES: [&str; 13] = [
    include_str!("../../../src/contract/activity.rs"),
    include_str!("../../../src/contract/documents.rs"),
    include_str!("../../../src/contract/leave.rs"),
    include_str!("../../../src/contract/leave_asking.rs"),
    include_str!("../../../src/contract/leave_team.rs"),
    include_str!("../../../src/contract/mail.rs"),
    include_str!("../../../src/contract/mail_writing.rs"),
    include_str!("../../../src/contract/notices.rs"),
    include_str!("../../../src/contract/operation.rs"),
    include_str!("../../../src/contract/payslips.rs"),
    include_str!("../../../src/contract/portal.rs"),
    include_str!("../../../src/contract/probe.rs"),
    include_str!("../../../src/contract/session.rs"),
];
const PROBLEM: &str = include_str!("../../../src/contract/problem.rs");

/// Where the document has the enumeration that a Rust type follows.
const PLACES: [(&str, &str); 29] = [
    (
        "ActivityAction",
        "/components/schemas/ActivityEvent/properties/actions/items/enum",
    ),
    (
        "ActivityCode",
        "/components/schemas/ActivityEvent/properties/code/enum",
    ),
    (
        "ActivityItemKind",
        "/components/schemas/ActivityItem/properties/kind/enum",
    ),
    (
        "ActivityKind",
        "/components/schemas/ActivityEvent/properties/kind/enum",
    ),
    (
        "ApprovalState",
        "/paths/~1leave~1approvals/get/parameters/0/schema/enum",
    ),
    (
        "AttachmentNeed",
        "/components/schemas/LeaveKind/properties/attachment/enum",
    ),
    (
        "DayOffReason",
        "/components/schemas/DayOff/properties/reason/enum",
    ),
    (
        "DocumentAction",
        "/components/schemas/Document/allOf/1/properties/actions/items/enum",
    ),
    (
        "DocumentRequestState",
        "/components/schemas/DocumentRequest/properties/state/enum",
    ),
    (
        "DocumentSort",
        "/components/schemas/DocumentSearch/properties/sort/enum",
    ),
    (
        "LeaveAction",
        "/components/schemas/LeaveRequest/allOf/1/properties/actions/items/enum",
    ),
    (
        "LeaveDeed",
        "/components/schemas/LeaveStep/properties/deed/enum",
    ),
    (
        "LeaveObstacle",
        "/components/schemas/LeavePreview/properties/obstacles/items/enum",
    ),
    (
        "LeaveOutcome",
        "/components/schemas/LeaveDecision/properties/outcome/enum",
    ),
    ("LeaveState", "/components/schemas/LeaveState/enum"),
    (
        "MailAction",
        "/components/schemas/MailMessage/allOf/1/properties/actions/items/enum",
    ),
    (
        "MailAnswerKind",
        "/components/schemas/MailAnswer/properties/kind/enum",
    ),
    (
        "MailFolderRole",
        "/components/schemas/MailFolder/properties/role/enum",
    ),
    (
        "MailSentState",
        "/components/schemas/MailSent/properties/state/enum",
    ),
    (
        "MailWarning",
        "/components/schemas/MailMessage/allOf/1/properties/warnings/items/enum",
    ),
    (
        "ModuleState",
        "/components/schemas/Module/properties/state/enum",
    ),
    (
        "NetworkVerdict",
        "/components/schemas/NetworkProbe/properties/verdict/enum",
    ),
    (
        "NoticeKind",
        "/components/schemas/Notice/properties/kind/enum",
    ),
    (
        "OperationResource",
        "/components/schemas/Operation/properties/resource/enum",
    ),
    (
        "PayslipAction",
        "/components/schemas/Payslip/allOf/1/properties/actions/items/enum",
    ),
    (
        "PayslipLineKind",
        "/components/schemas/PayslipLine/properties/kind/enum",
    ),
    (
        "ProblemCode",
        "/components/schemas/Problem/properties/code/enum",
    ),
    (
        "Purpose",
        "/paths/~1documents~1{id}~1content/get/parameters/1/schema/enum",
    ),
    (
        "SessionState",
        "/components/schemas/Session/properties/state/enum",
    ),
];

/// The variants of each `pub enum` as they cross the wire, each with its comment; without `Unknown`.
fn variants() -> BTreeMap<&'static str, BTreeMap<String, String>> {
    let mut enums: BTreeMap<&str, BTreeMap<String, String>> = BTreeMap::new();
    let (mut current, mut comment) = (None, String::new());
    for line in SOURCES
        .iter()
        .chain([&PROBLEM])
        .flat_map(|source| source.lines())
    {
        if let Some(name) = line.strip_prefix("pub enum ") {
            current = Some(name.trim_end_matches(" {"));
        } else if line == "}" {
            current = None;
        } else if let Some(text) = line.strip_prefix("    /// ") {
            text.clone_into(&mut comment);
        } else if let (Some(name), Some(variant)) = (current, line.trim().strip_suffix(','))
            && variant != "Unknown"
        {
            let values = enums.entry(name).or_default();
            values.insert(snake_case(variant), comment.clone());
        }
    }
    enums
}

fn snake_case(variant: &str) -> String {
    let mut out = String::new();
    for letter in variant.chars() {
        if letter.is_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.extend(letter.to_lowercase());
    }
    out
}

#[test]
fn every_enumeration_has_the_same_values_in_the_types_and_in_the_document() {
    let variants = variants();
    assert_eq!(
        variants.keys().copied().collect::<Vec<_>>(),
        PLACES.map(|(name, _)| name),
        "each enum of the contract has its place"
    );
    for (name, pointer) in PLACES {
        let documented: BTreeSet<&str> = document()
            .root()
            .pointer(pointer)
            .unwrap()
            .as_array()
            .unwrap()
            .iter()
            .map(|it| it.as_str().unwrap())
            .collect();
        let typed: BTreeSet<&str> = variants[name].keys().map(String::as_str).collect();
        assert_eq!(typed, documented, "{name}");
    }
}

#[test]
fn every_problem_code_of_the_document_is_read_as_itself_and_any_other_as_unknown() {
    for code in document()
        .root()
        .pointer("/components/schemas/Problem/properties/code/enum")
        .unwrap()
        .as_array()
        .unwrap()
    {
        let read: ProblemCode = serde_json::from_value(code.clone()).unwrap();
        assert_ne!(read, ProblemCode::Unknown, "{code}");
        assert_eq!(serde_json::to_value(read).unwrap(), *code);
    }
    for code in ["quota_exceeded", "", "NotFound", "not_found "] {
        assert_eq!(
            serde_json::from_value::<ProblemCode>(code.into()).unwrap(),
            ProblemCode::Unknown,
            "{code:?}"
        );
    }
}

#[test]
fn every_problem_code_has_a_fixture_of_its_name_with_the_status_that_its_comment_says() {
    let problems: BTreeMap<String, Value> = fixtures::today()
        .into_iter()
        .filter_map(|it| Some((it.name.strip_prefix("problem/")?.to_owned(), it.value)))
        .collect();
    let codes = &variants()["ProblemCode"];
    assert_eq!(
        problems.keys().collect::<Vec<_>>(),
        codes.keys().collect::<Vec<_>>()
    );
    for (code, comment) in codes {
        assert_eq!(problems[code]["code"], *code);
        assert!(
            comment.starts_with(&format!("{}: ", problems[code]["status"])),
            "{code}: {comment}"
        );
    }
}

#[test]
fn every_operation_gives_a_problem_code_under_the_status_that_belongs_to_it() {
    let codes = &variants()["ProblemCode"];
    let mut given = BTreeSet::new();
    for operation in document().operations() {
        for (status, response) in operation.responses().filter(|(status, _)| *status >= 400) {
            let parts = response["content"]["application/problem+json"]["schema"]["allOf"]
                .as_array()
                .unwrap();
            for code in parts
                .iter()
                .filter_map(|part| part["properties"]["code"]["enum"].as_array())
                .flatten()
            {
                let code = code.as_str().unwrap();
                assert!(
                    codes[code].starts_with(&format!("{status}: ")),
                    "{} {}: {code} under {status}",
                    operation.method,
                    operation.path
                );
                given.insert(code);
            }
        }
    }
    // A wrong method belongs to no operation; the other one waits for writes that create.
    let later = ["method_not_allowed", "idempotency_conflict"];
    let never: Vec<&str> = codes
        .keys()
        .map(String::as_str)
        .filter(|code| !given.contains(code) && !later.contains(code))
        .collect();
    assert!(never.is_empty(), "no operation gives {never:?}");
}
