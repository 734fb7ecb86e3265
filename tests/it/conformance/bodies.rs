//! Request bodies that are no good; knows no account.

use super::backend::Backend;
use super::{Check, Fault, Seen, ensure};
use crate::support::client::credentials;
use nomade::contract::endpoint::{PROBE_COOKIE, SESSION};

pub const CHECKS: &[Check] = &[
    Check {
        says: "a body that is not JSON is refused",
        expects: "415 unsupported_media_type",
        needs: &[],
        run: not_json,
    },
    Check {
        says: "a body that can't be read is refused",
        expects: "400 invalid_request (or 422 invalid_fields)",
        needs: &[],
        run: unreadable,
    },
    Check {
        says: "a field that is out of bounds is refused and named",
        expects: "422 invalid_fields with its name",
        needs: &[],
        run: out_of_bounds,
    },
    Check {
        says: "a body that is too large is refused",
        expects: "413 payload_too_large",
        needs: &[],
        run: too_large,
    },
];

fn not_json(backend: &Backend) -> Seen {
    let body = credentials("nobody", "a password", false).to_string();
    for content_type in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/jsonp",
    ] {
        for path in [SESSION, PROBE_COOKIE] {
            let answer = backend
                .visitor()
                .call("POST", path)
                .raw(content_type, body.as_bytes())
                .send()?;
            ensure(answer.status == 415, || {
                format!("{path} as {content_type}: {}", answer.brief())
            })?;
        }
    }
    Ok("415 unsupported_media_type".to_owned())
}

fn unreadable(backend: &Backend) -> Seen {
    let whole = credentials("nobody", "a password", false).to_string();
    let nested = "[".repeat(10_000);
    let wrong_type = r#"{"username": 5, "password": ["x"], "shared_device": "no"}"#;
    let bodies: [&[u8]; 9] = [
        b"",
        b"{",
        &whole.as_bytes()[..20],
        b"null",
        b"[]",
        b"\xff\xfe",
        nested.as_bytes(),
        wrong_type.as_bytes(),
        br#"{"username": "\ud800", "password": "x", "shared_device": false}"#,
    ];
    for body in bodies {
        let answer = backend
            .visitor()
            .call("POST", SESSION)
            .raw("application/json", body)
            .send()?;
        ensure([400, 422].contains(&answer.status), || {
            format!(
                "{:?}: {}",
                String::from_utf8_lossy(&body[..body.len().min(40)]),
                answer.brief()
            )
        })?;
    }
    Ok(format!("refused, {} bodies", bodies.len()))
}

fn out_of_bounds(backend: &Backend) -> Seen {
    let long = "a".repeat(255);
    let longer = "a".repeat(1_025);
    for (field, username, password) in [
        ("username", "", "x"),
        ("username", long.as_str(), "x"),
        ("password", "nobody", ""),
        ("password", "nobody", longer.as_str()),
    ] {
        let answer = backend
            .visitor()
            .call("POST", SESSION)
            .json(&credentials(username, password, false))
            .send()?;
        let fields = &answer.json()["fields"];
        let named = fields
            .as_array()
            .is_some_and(|fields| fields.iter().any(|it| it["name"] == field));
        ensure(answer.status == 422 && named, || {
            format!("{field}: {}, {fields}", answer.brief())
        })?;
    }
    Ok("422 invalid_fields, each named".to_owned())
}

fn too_large(backend: &Backend) -> Seen {
    let body = credentials("nobody", &"a".repeat(1_100_000), false).to_string();
    let visitor = backend.visitor();
    let call = visitor.call("POST", SESSION);
    match call.raw("application/json", body.as_bytes()).send() {
        Ok(answer) => {
            ensure(answer.status == 413, || answer.brief())?;
            Ok(answer.brief())
        }
        // HTTP allows to cut the connection while the body is still coming.
        Err(reason) if reason.contains("io: ") => Err(Fault::NothingToSee(format!(
            "no answer was left to read, {reason}"
        ))),
        Err(reason) => Err(reason.into()),
    }
}
