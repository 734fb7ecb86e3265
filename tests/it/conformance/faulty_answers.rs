//! Proof that the run finds faults: answers with one fault each, judged as every answer of a backend is.

use super::backend::{Backend, Site};
use super::{portal, report};
use crate::support::answer::Answer;
use serde_json::json;

fn answer(method: &str, path: &str, status: u16, headers: &[(&str, &str)], body: &str) -> Answer {
    let headers = headers
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    Answer {
        method: method.to_owned(),
        path: path.to_owned(),
        status,
        headers,
        body: body.as_bytes().to_vec(),
    }
}

const STORED: (&str, &str) = ("cache-control", "no-store");
const JSON: (&str, &str) = ("content-type", "application/json; charset=utf-8");
const PROBLEM: (&str, &str) = ("content-type", "application/problem+json");

/// The faults of `answer`, of which one must speak of `word`.
fn finds(answer: &Answer, word: &str) {
    let faults = answer.faults();
    assert!(
        faults.iter().any(|fault| fault.contains(word)),
        "`{word}` is not in {faults:#?}"
    );
}

fn cookie_received(value: &str) -> String {
    format!(r#"{{"value": {value}}}"#)
}

#[test]
fn an_answer_as_the_document_has_it_is_found_without_fault() {
    let kept = answer(
        "GET",
        "/probe/cookie",
        200,
        &[STORED, JSON],
        &cookie_received("null"),
    );
    assert_eq!(kept.faults(), Vec::<String>::new());
    let problem =
        json!({ "status": 404, "code": "not_found", "trace_id": "0123456789" }).to_string();
    assert_eq!(
        answer("GET", "/nowhere", 404, &[STORED, PROBLEM], &problem).faults(),
        Vec::<String>::new()
    );
    assert_eq!(
        answer("DELETE", "/session", 204, &[STORED], "").faults(),
        Vec::<String>::new()
    );
}

#[test]
fn each_fault_of_an_answer_is_found() {
    let body = cookie_received("null");
    finds(
        &answer("GET", "/probe/cookie", 200, &[JSON], &body),
        "no-store",
    );
    finds(
        &answer(
            "GET",
            "/probe/cookie",
            200,
            &[STORED, ("content-type", "text/html")],
            "<html>",
        ),
        "text/html",
    );
    finds(
        &answer("GET", "/probe/cookie", 200, &[STORED, JSON], "{"),
        "no JSON",
    );
    finds(
        &answer(
            "GET",
            "/probe/cookie",
            200,
            &[STORED, JSON],
            &cookie_received("5"),
        ),
        "/value",
    );
    finds(
        &answer("GET", "/probe/cookie", 200, &[STORED, JSON], "{}"),
        "required",
    );
    finds(
        &answer("GET", "/probe/cookie", 302, &[STORED], ""),
        "no such status",
    );
    finds(
        &answer("DELETE", "/session", 204, &[STORED], "{}"),
        "a body",
    );
    finds(
        &answer(
            "POST",
            "/probe/cookie",
            200,
            &[STORED, JSON],
            r#"{"value": "0123456789"}"#,
        ),
        "Set-Cookie",
    );
    finds(
        &answer(
            "POST",
            "/probe/cookie",
            200,
            &[STORED, JSON, ("set-cookie", "probe=0123456789; Path=/")],
            r#"{"value": "0123456789"}"#,
        ),
        "Set-Cookie",
    );
}

#[test]
fn each_fault_of_a_problem_is_found() {
    let problem = |status: u16, code: &str| {
        json!({ "status": status, "code": code, "trace_id": "0123456789" }).to_string()
    };
    finds(
        &answer(
            "GET",
            "/agent",
            401,
            &[STORED, JSON],
            &problem(401, "signed_out"),
        ),
        "application/json",
    );
    finds(
        &answer(
            "GET",
            "/agent",
            401,
            &[STORED, PROBLEM],
            &problem(401, "not_found"),
        ),
        "/code",
    );
    finds(
        &answer(
            "GET",
            "/agent",
            401,
            &[STORED, PROBLEM],
            &problem(403, "signed_out"),
        ),
        "`status` in the body",
    );
    finds(
        &answer(
            "GET",
            "/agent",
            401,
            &[STORED, PROBLEM],
            r#"{"status": 401, "code": "signed_out"}"#,
        ),
        "trace_id",
    );
    finds(
        &answer(
            "GET",
            "/nowhere",
            400,
            &[STORED, PROBLEM],
            &problem(400, "invalid_request"),
        ),
        "404 was due",
    );
    finds(
        &answer(
            "PUT",
            "/agent",
            405,
            &[STORED, PROBLEM],
            &problem(405, "method_not_allowed"),
        ),
        "Allow",
    );
    finds(
        &answer(
            "POST",
            "/session",
            423,
            &[STORED, PROBLEM],
            &problem(423, "account_locked"),
        ),
        "Retry-After",
    );
}

#[test]
fn a_backend_whose_answers_are_spoilt_on_the_way_is_found_out() {
    let backend = Backend::in_process(Site::Http);
    let kinds = [
        "status:500",
        "drop",
        "html",
        "redirect",
        "truncate",
        "malformed",
        "wrong_type",
        "corrupt",
    ];
    for kind in kinds {
        backend.reset().unwrap();
        let fault =
            json!({ "method": "GET", "path": "/api/v1/portal", "kind": kind, "times": 100 });
        backend.door.beside("/test/faults", &fault).unwrap();
        let tally = report::run(&backend, portal::CHECKS.iter());
        assert_eq!(
            tally.broken.len(),
            2,
            "{kind}: two of the checks read the portal, {:#?}",
            tally.broken
        );
    }
}
