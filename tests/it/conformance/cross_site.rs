//! Page and API on two sites: what browsers ask of a backend then; knows no account's rights.

use super::backend::{Backend, Need};
use super::{Check, Seen, ensure};
use nomade::contract::endpoint::{
    MAIL_ATTACHMENTS, MAIL_MESSAGES, PAYSLIPS, SESSION, payslip_document,
};
use ureq::http::HeaderMap;

/// The headers that a page sends and that browsers ask about.
const SENT: [&str; 7] = [
    "content-type",
    "content-disposition",
    "x-csrf-token",
    "idempotency-key",
    "if-match",
    "range",
    "if-range",
];
/// The headers that a page reads and that browsers hide from another site's.
const READ: [&str; 6] = [
    "content-disposition",
    "content-length",
    "content-range",
    "accept-ranges",
    "etag",
    "retry-after",
];
const ELSEWHERE: &str = "https://elsewhere.example";

pub const CHECKS: &[Check] = &[
    Check {
        says: "a page on a listed origin may read with its cookie",
        expects: "Access-Control-Allow-Origin, -Credentials and -Expose-Headers on answers and refusals, Vary: Origin",
        needs: &[Need::Role("agent"), Need::TwoSites],
        run: listed_reads,
    },
    Check {
        says: "a page on a listed origin may write when it asks first",
        expects: "the preflight allows the method and each header that a page sends",
        needs: &[Need::TwoSites],
        run: listed_writes,
    },
    Check {
        says: "a page on any other origin is not let in when it asks first",
        expects: "no Access-Control-Allow-Origin",
        needs: &[],
        run: others_ask_in_vain,
    },
];

fn value<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    headers
        .get(name)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default()
}

fn listed_reads(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let origin = &backend.door.origin;
    let signed_out = backend.visitor();
    let id = visitor.get(PAYSLIPS)?.json()["items"][0]["id"].clone();
    let document = payslip_document(id.as_str().unwrap_or("p_1"));
    for (who, path) in [
        (&visitor, SESSION),
        (&visitor, PAYSLIPS),
        (&visitor, &document),
        (&signed_out, PAYSLIPS),
    ] {
        let answer = who.call("GET", path).origin(origin).send()?;
        let allows = |name| answer.header(name).unwrap_or_default();
        let varies = answer
            .headers("vary")
            .any(|it| it.to_ascii_lowercase().contains("origin"));
        let kept = allows("access-control-allow-origin") == origin
            && allows("access-control-allow-credentials") == "true"
            && varies;
        ensure(kept, || {
            format!(
                "{path}: {}, origin `{}`, credentials `{}`, Vary with Origin: {varies}",
                answer.brief(),
                allows("access-control-allow-origin"),
                allows("access-control-allow-credentials"),
            )
        })?;
        let shown = allows("access-control-expose-headers").to_ascii_lowercase();
        let hidden: Vec<&&str> = READ.iter().filter(|it| !shown.contains(**it)).collect();
        ensure(hidden.is_empty(), || {
            format!("{path}: a page may not read {hidden:?}")
        })?;
    }
    Ok(format!("{origin}, with credentials"))
}

fn listed_writes(backend: &Backend) -> Seen {
    for (method, path) in [
        ("POST", SESSION),
        ("PUT", SESSION),
        ("DELETE", SESSION),
        ("POST", MAIL_ATTACHMENTS),
        ("PATCH", MAIL_MESSAGES),
    ] {
        let headers = backend.door.preflight(&backend.door.origin, method, path)?;
        let methods = value(&headers, "access-control-allow-methods");
        let allowed = value(&headers, "access-control-allow-headers").to_ascii_lowercase();
        // POST needs no permission of its own.
        let kept = (method == "POST" || methods.contains(method))
            && SENT.iter().all(|it| allowed.contains(it))
            && value(&headers, "access-control-allow-origin") == backend.door.origin
            && value(&headers, "access-control-allow-credentials") == "true";
        ensure(kept, || {
            format!("{method}: methods `{methods}`, headers `{allowed}`")
        })?;
    }
    Ok("POST, PUT, PATCH and DELETE are allowed".to_owned())
}

fn others_ask_in_vain(backend: &Backend) -> Seen {
    for method in ["GET", "POST", "PUT", "PATCH", "DELETE"] {
        let headers = backend.door.preflight(ELSEWHERE, method, SESSION)?;
        let allowed = value(&headers, "access-control-allow-origin");
        ensure(allowed != ELSEWHERE && allowed != "*", || {
            format!("{method}: `{allowed}`")
        })?;
    }
    Ok("none".to_owned())
}
