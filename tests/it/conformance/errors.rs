//! Requests for what is not there or not theirs; knows no account.

use super::backend::Backend;
use super::{Check, Seen, ensure};
use crate::support::client::Visitor;
use nomade::contract::endpoint::{
    AGENT, CONSENT, DOCUMENT_REQUESTS, DOCUMENTS, PAYSLIPS, PORTAL, SESSION, SESSIONS, document,
    document_content, operation, payslip, payslip_document, session_by_id, text,
};

pub const CHECKS: &[Check] = &[
    Check {
        says: "an unknown path is a problem document",
        expects: "404 not_found",
        needs: &[],
        run: unknown_path,
    },
    Check {
        says: "an unknown method is a problem document",
        expects: "405 method_not_allowed with Allow",
        needs: &[],
        run: unknown_method,
    },
    Check {
        says: "every problem has a trace id of its own",
        expects: "two problems, two `trace_id`",
        needs: &[],
        run: own_trace_id,
    },
    Check {
        says: "without a session nothing of an agent is told",
        expects: "401 signed_out",
        needs: &[],
        run: signed_out,
    },
    Check {
        says: "a made-up session is none",
        expects: "200 signed_out, and 401 elsewhere",
        needs: &[],
        run: made_up_session,
    },
];

fn unknown_path(backend: &Backend) -> Seen {
    let mut seen = Vec::new();
    for path in [
        "/nothing",
        "/portal/",
        "/payslips/a/b/c",
        "/%00",
        "/..%2fportal",
        "/PORTAL",
    ] {
        let answer = backend.visitor().get(path)?;
        ensure(answer.status == 404, || {
            format!("GET {path}: {}", answer.brief())
        })?;
        seen.push(answer.brief());
    }
    Ok(format!("{} for {} paths", seen[0], seen.len()))
}

fn unknown_method(backend: &Backend) -> Seen {
    let visitor = backend.visitor();
    let mut seen = Vec::new();
    for (method, path) in [
        ("DELETE", PORTAL),
        ("PATCH", SESSION),
        ("POST", PAYSLIPS),
        ("PUT", AGENT),
        ("PUT", CONSENT),
        ("DELETE", &text("charter")),
    ] {
        let answer = visitor
            .call(method, path)
            .json(&serde_json::json!({}))
            .send()?;
        ensure(answer.status == 405, || {
            format!("{method} {path}: {}", answer.brief())
        })?;
        seen.push(answer.header("allow").unwrap_or_default().to_owned());
    }
    Ok(format!("405, Allow: {}", seen.join(" / ")))
}

fn own_trace_id(backend: &Backend) -> Seen {
    let visitor = backend.visitor();
    let (one, two) = (
        visitor.get("/nothing")?.json(),
        visitor.get("/nothing")?.json(),
    );
    ensure(one["trace_id"] != two["trace_id"], || {
        format!("{} twice", one["trace_id"])
    })?;
    Ok(format!("{} and {}", one["trace_id"], two["trace_id"]))
}

const PRIVATE: [&str; 7] = [
    AGENT,
    CONSENT,
    DOCUMENT_REQUESTS,
    DOCUMENTS,
    PAYSLIPS,
    SESSIONS,
    "/payslips/series",
];

fn nothing_is_told(visitor: &Visitor<'_>) -> Seen {
    for path in PRIVATE.into_iter().map(ToOwned::to_owned).chain([
        payslip("p_1"),
        payslip_document("p_1"),
        document("d_1"),
        document_content("d_1"),
        operation("0123456789abcdef"),
    ]) {
        let answer = visitor.get(&path)?;
        ensure(answer.status == 401, || {
            format!("GET {path}: {}", answer.brief())
        })?;
    }
    for (method, path) in [
        ("PUT", SESSION.to_owned()),
        ("POST", "/session/leaving".to_owned()),
        ("DELETE", SESSIONS.to_owned()),
        ("DELETE", session_by_id("s_1")),
    ] {
        let answer = visitor
            .call(method, &path)
            .token(Some("a-token-of-no-session"))
            .send()?;
        // A backend may look at the token first.
        ensure(
            answer.status == 401 || answer.brief() == "403 csrf_refused",
            || format!("{method} {path}: {}", answer.brief()),
        )?;
    }
    Ok("401 signed_out for each call".to_owned())
}

fn signed_out(backend: &Backend) -> Seen {
    nothing_is_told(&backend.visitor())
}

fn made_up_session(backend: &Backend) -> Seen {
    for value in [
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "x",
        "\"",
        "%00",
        &"a".repeat(3_000),
    ] {
        let visitor = backend.visitor();
        for name in ["__Host-session", "session"] {
            visitor
                .cookies
                .borrow_mut()
                .insert(name.to_owned(), value.to_owned());
        }
        let answer = visitor.get(SESSION)?;
        ensure(answer.json()["state"] == "signed_out", || {
            format!("{} {}", answer.status, answer.json()["state"])
        })?;
        nothing_is_told(&visitor)?;
    }
    Ok("200 signed_out, and 401 signed_out for each call".to_owned())
}
