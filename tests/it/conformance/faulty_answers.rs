//! Proof that the run finds faults: answers with one fault each, judged as every answer of a backend is.

use super::backend::{Backend, Site};
use super::{activity, activity_deeds, portal, report};
use crate::support::activity::breach;
use crate::support::answer::Answer;
use crate::support::fixtures;
use serde_json::{Value, json};

pub fn answer(
    method: &str,
    path: &str,
    status: u16,
    headers: &[(&str, &str)],
    body: &str,
) -> Answer {
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

pub const STORED: (&str, &str) = ("cache-control", "no-store");
const JSON: (&str, &str) = ("content-type", "application/json; charset=utf-8");
pub const PROBLEM: (&str, &str) = ("content-type", "application/problem+json");

/// The faults of `answer`, of which one must speak of `word`.
pub fn finds(answer: &Answer, word: &str) {
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
fn a_sign_out_that_clears_more_than_the_visit_is_found() {
    let cleared = |what| {
        answer(
            "DELETE",
            "/session",
            204,
            &[STORED, ("clear-site-data", what)],
            "",
        )
    };
    let harmless = [r#""storage""#, r#""storage", "executionContexts""#];
    for what in harmless {
        assert_eq!(cleared(what).faults(), Vec::<String>::new(), "{what}");
    }
    for what in [
        r#""cache""#,
        r#""storage", "cache""#,
        r#""storage","cookies""#,
        r#""*""#,
    ] {
        finds(&cleared(what), "Clear-Site-Data");
    }
    // Two headers count as one.
    let twice = [
        STORED,
        ("clear-site-data", r#""storage""#),
        ("clear-site-data", r#""cookies""#),
    ];
    finds(
        &answer("DELETE", "/session", 204, &twice, ""),
        "Clear-Site-Data",
    );
}

/// A journal as the contract has it, with something for each of its promises.
fn journal() -> Value {
    let page = fixtures::today()
        .into_iter()
        .find(|it| it.name == "activity/page_ordinary");
    page.unwrap().value
}

#[test]
fn each_fault_of_a_page_of_the_journal_is_found() {
    let page = |value: &Value| answer("GET", "/activity", 200, &[STORED, JSON], &value.to_string());
    assert_eq!(page(&journal()).faults(), Vec::<String>::new());
    type Spoil = fn(&mut Value);
    let faults: [(&str, Spoil); 6] = [
        ("recorded_since", |it| {
            it.as_object_mut().unwrap().remove("recorded_since");
        }),
        ("/items", |it| {
            it["items"] = vec![it["items"][0].clone(); 21].into();
        }),
        ("/items/0/at", |it| {
            it["items"][0]["at"] = "2026-11-22T17:43:12Z".into();
        }),
        ("/items/0/from", |it| {
            it["items"][0]["from"] = "a hotel".into();
        }),
        ("/items/0", |it| {
            it["items"][0]
                .as_object_mut()
                .unwrap()
                .remove("current_session");
        }),
        ("/items/0/with", |it| {
            it["items"][0]["with"] = "x".repeat(201).into();
        }),
    ];
    for (place, spoil) in faults {
        let mut spoilt = journal();
        spoil(&mut spoilt);
        finds(&page(&spoilt), place);
    }
}

#[test]
fn each_promise_among_the_events_of_a_journal_that_is_broken_is_found() {
    let journal = journal();
    let (items, since) = (
        journal["items"].as_array().unwrap(),
        &journal["recorded_since"],
    );
    assert_eq!(breach(items, since), None);
    type Spoil = fn(&mut Vec<Value>);
    let faults: [(&str, Spoil); 7] = [
        ("twice", |it| it[1]["id"] = it[0]["id"].clone()),
        ("newer", |it| it.swap(1, 2)),
        ("newer", |it| {
            it[1]["at"] = "2026-11-22T18:42:51+00:00".into();
        }),
        ("older", |it| {
            it.last_mut().unwrap()["at"] = "2026-04-26T07:59:59+02:00".into();
        }),
        ("is a", |it| it[0]["kind"] = "connection".into()),
        ("about", |it| it[0]["item"] = Value::Null),
        ("offers", |it| {
            it[0]["report"] = json!({ "number": "1", "at": it[0]["at"] });
        }),
    ];
    for (word, spoil) in faults {
        let mut spoilt = items.clone();
        spoil(&mut spoilt);
        let found = breach(&spoilt, since).unwrap_or_default();
        assert!(found.contains(word), "`{word}` is not in `{found}`");
    }
}

#[test]
fn a_backend_whose_journal_is_spoilt_on_the_way_is_found_out_and_one_without_is_not_judged() {
    let backend = Backend::in_process(Site::Http);
    let readers = || activity::CHECKS.iter().chain(activity_deeds::CHECKS);
    for kind in ["status:500", "html", "wrong_type"] {
        backend.reset().unwrap();
        let fault =
            json!({ "method": "GET", "path": "/api/v1/activity", "kind": kind, "times": 1000 });
        backend.door.beside("/test/faults", &fault).unwrap();
        let tally = report::run(&backend, readers());
        assert_eq!(tally.kept, 0, "{kind}: every check reads the journal");
    }
    backend.reset().unwrap();
    let off = json!({ "modules": { "activity": { "state": "off" } } });
    backend.door.beside("/test/portal", &off).unwrap();
    let tally = report::run(&backend, readers());
    assert_eq!((tally.kept, tally.broken.len()), (0, 0));
    assert_eq!(tally.skipped.len(), readers().count());
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
