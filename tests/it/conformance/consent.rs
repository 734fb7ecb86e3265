//! A session that waits for consent; never gives it.

use super::backend::{Backend, Need};
use super::{Check, Seen, ensure};
use nomade::contract::endpoint::{
    AGENT, NOTICES, PAYSLIPS, PAYSLIPS_SERIES, SESSION, SESSIONS, payslip,
};

pub const CHECKS: &[Check] = &[
    Check {
        says: "an agent who has not accepted the texts is told so",
        expects: "200 consent_required with the agent",
        needs: &[Need::Role("consent")],
        run: told,
    },
    Check {
        says: "a session that waits for consent does nothing else",
        expects: "403 consent_required",
        needs: &[Need::Role("consent")],
        run: nothing_else,
    },
    Check {
        says: "a session that waits for consent can end",
        expects: "204, then signed_out",
        needs: &[Need::Role("consent")],
        run: can_end,
    },
];

fn told(backend: &Backend) -> Seen {
    let visitor = backend.visitor();
    let session = backend.sign_in_again(&visitor, "consent", false)?;
    let read = visitor.get(SESSION)?.json();
    ensure(
        session["state"] == "consent_required" && read["state"] == "consent_required",
        || format!("{}, then {}", session["state"], read["state"]),
    )?;
    Ok("200 consent_required".to_owned())
}

fn nothing_else(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("consent")?;
    for path in [
        AGENT,
        NOTICES,
        PAYSLIPS,
        PAYSLIPS_SERIES,
        SESSIONS,
        &payslip("p_1"),
    ] {
        let answer = visitor.get(path)?;
        ensure(answer.brief() == "403 consent_required", || {
            format!("GET {path}: {}", answer.brief())
        })?;
    }
    for (method, path) in [("PUT", SESSION), ("DELETE", SESSIONS)] {
        let answer = visitor.call(method, path).send()?;
        ensure(answer.brief() == "403 consent_required", || {
            format!("{method} {path}: {}", answer.brief())
        })?;
    }
    Ok("403 consent_required for each call".to_owned())
}

fn can_end(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("consent")?;
    let answer = visitor.call("DELETE", SESSION).send()?;
    let state = visitor.get(SESSION)?.json()["state"].clone();
    ensure(answer.status == 204 && state == "signed_out", || {
        format!("{}, then {state}", answer.brief())
    })?;
    Ok(format!("204, then {state}"))
}
