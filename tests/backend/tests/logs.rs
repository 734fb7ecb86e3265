//! What stands in the log, and what never does; through the program, as it is run.

use crate::process::{Program, request};
use serde_json::json;

#[test]
fn the_log_names_routes_and_trace_ids_and_no_secret() {
    let folder = tempfile::tempdir().unwrap();
    let program = Program::start(&["--log", "json"], folder.path());
    let wrong = json!({ "username": "name-typed-wrong", "password": "secret-typed-wrong", "shared_device": false }).to_string();
    let refused = request(program.port, "POST", "/api/v1/session", &[], &wrong);
    let right =
        json!({ "username": "agent.demo", "password": "Nomade-2026!", "shared_device": false })
            .to_string();
    let signed_in = request(program.port, "POST", "/api/v1/session", &[], &right);
    let cookie = signed_in.cookie();
    let token = signed_in.json()["csrf_token"].as_str().unwrap().to_owned();
    let headers = [
        ("Cookie", cookie.as_str()),
        ("X-CSRF-Token", token.as_str()),
    ];
    request(
        program.port,
        "GET",
        "/api/v1/payslips?query=searched-for&cursor=secret-cursor",
        &headers,
        "",
    );
    request(
        program.port,
        "GET",
        "/api/v1/payslips/secret-id",
        &headers,
        "",
    );
    let search =
        json!({ "query": "secret-words", "category": null, "sort": "title", "cursor": null });
    let search = search.to_string();
    let path = "/api/v1/documents/search";
    let found = request(program.port, "POST", path, &headers, &search);
    assert_eq!(found.status, 200);
    let [cookie_header, token_header] = headers;
    let with_key = [
        cookie_header,
        token_header,
        ("Idempotency-Key", "secret-key-of-a-write"),
    ];
    let wanted = json!({ "kind": "salary", "note": "secret-note" }).to_string();
    let path = "/api/v1/documents/requests";
    assert_eq!(
        request(program.port, "POST", path, &with_key, &wanted).status,
        201
    );
    let path = "/api/v1/operations/secret-key-of-a-write";
    assert_eq!(request(program.port, "GET", path, &headers, "").status, 200);
    request(
        program.port,
        "GET",
        "/space/secret-page?secret-query",
        &headers,
        "",
    );
    request(program.port, "PUT", "/api/v1/session", &headers, "");
    let log = program.stop();

    let trace_id = refused.json()["trace_id"].as_str().unwrap().to_owned();
    let lines: Vec<serde_json::Value> = log
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let line = lines
        .iter()
        .find(|line| line.to_string().contains(&trace_id))
        .unwrap();
    assert_eq!(
        (
            &line["method"],
            &line["route"],
            &line["status"],
            &line["code"]
        ),
        (
            &json!("POST"),
            &json!("/api/v1/session"),
            &json!(401),
            &json!("invalid_credentials")
        )
    );
    assert!(line["duration_ms"].is_u64());
    assert!(log.contains("/api/v1/payslips/{id}"));
    let secret = cookie.split_once('=').unwrap().1;
    for secret in [
        "name-typed-wrong",
        "secret-typed-wrong",
        "Nomade-2026!",
        "agent.demo",
        "searched-for",
        "secret-",
        secret,
        token.as_str(),
        "127.0.0.1",
    ] {
        assert!(!log.contains(secret), "{secret} stands in the log");
    }
    assert!(log.contains("without Secure"));
}
