//! Who may write in a session: the token and the origin; every refusal is checked to have had no effect.

use super::backend::{Backend, Need};
use super::{Check, Fault, Seen, ensure};
use crate::support::client::{Visitor, credentials};
use nomade::contract::endpoint::{
    AGENT, NOTICES, PORTAL, PROBE_COOKIE, SESSION, SESSION_LEAVING, SESSIONS, session_by_id,
};
use serde_json::json;

const FOREIGN: [&str; 3] = ["https://elsewhere.example", "null", "http://127.0.0.1:1"];

pub const CHECKS: &[Check] = &[
    Check {
        says: "without X-CSRF-Token nothing is written",
        expects: "403 csrf_refused, still signed in",
        needs: &[Need::Role("agent")],
        run: without_token,
    },
    Check {
        says: "a token of another session is none",
        expects: "403 csrf_refused, still signed in",
        needs: &[Need::Role("agent")],
        run: token_of_another_session,
    },
    Check {
        says: "a token ends with its session",
        expects: "403 csrf_refused for the token of the session before",
        needs: &[Need::Role("agent")],
        run: token_ends_with_its_session,
    },
    Check {
        says: "a page of another session reads nothing of this one",
        expects: "403 csrf_refused where the token is of another session, 200 with its own or none, GET /session for all",
        needs: &[Need::Role("agent")],
        run: reading_names_its_session,
    },
    Check {
        says: "every token of a session stays valid",
        expects: "200 with each that GET, POST and PUT gave",
        needs: &[Need::Role("agent")],
        run: all_tokens_stay_valid,
    },
    Check {
        says: "a foreign origin writes nothing",
        expects: "403 origin_refused, still signed in",
        needs: &[Need::Role("agent")],
        run: foreign_origin,
    },
    Check {
        says: "a foreign origin can't sign in",
        expects: "403 origin_refused, no cookie",
        needs: &[Need::Role("agent")],
        run: foreign_sign_in,
    },
    Check {
        says: "a foreign origin can't read",
        expects: "no Access-Control-Allow-Origin for it",
        needs: &[],
        run: foreign_reading,
    },
];

fn reading_names_its_session(backend: &Backend) -> Seen {
    let (visitor, other) = (backend.signed_in("agent")?, backend.signed_in("agent")?);
    let (own, foreign) = (visitor.token.borrow().clone(), other.token.borrow().clone());
    for path in [AGENT, NOTICES, SESSIONS] {
        let refused = visitor.call("GET", path).token(foreign.as_deref()).send()?;
        ensure(refused.brief() == "403 csrf_refused", || {
            format!("GET {path} for another session: {}", refused.brief())
        })?;
        let answered = visitor.call("GET", path).token(own.as_deref()).send()?;
        ensure(answered.status == 200, || {
            format!("GET {path} for its own: {}", answered.brief())
        })?;
    }
    for path in [SESSION, PORTAL] {
        let answered = visitor.call("GET", path).token(foreign.as_deref()).send()?;
        ensure(answered.status == 200, || {
            format!("GET {path}: {}", answered.brief())
        })?;
    }
    Ok("403 csrf_refused for another session, 200 for its own".to_owned())
}

/// Every unsafe call of a session, with the id of this one.
fn unsafe_calls(visitor: &Visitor<'_>) -> Result<Vec<(&'static str, String)>, Fault> {
    let sessions = visitor.get(SESSIONS)?.json();
    let own = sessions["items"]
        .as_array()
        .and_then(|items| items.iter().find(|it| it["current"] == true))
        .ok_or_else(|| Fault::Broken("no current session".to_owned()))?;
    let own = session_by_id(own["id"].as_str().unwrap_or_default());
    Ok(vec![
        ("PUT", SESSION.to_owned()),
        ("POST", SESSION_LEAVING.to_owned()),
        ("DELETE", SESSIONS.to_owned()),
        ("DELETE", own),
        ("DELETE", SESSION.to_owned()),
    ])
}

fn still_signed_in(visitor: &Visitor<'_>, after: &str) -> Result<(), Fault> {
    let state = visitor.get(SESSION)?.json()["state"].clone();
    ensure(state == "signed_in", || format!("{state} after {after}"))
}

fn each_is_refused(visitor: &Visitor<'_>, token: Option<&str>) -> Seen {
    for (method, path) in unsafe_calls(visitor)? {
        let answer = visitor.call(method, &path).token(token).send()?;
        ensure(answer.brief() == "403 csrf_refused", || {
            format!("{method} {path}: {}", answer.brief())
        })?;
        still_signed_in(visitor, &format!("{method} {path}"))?;
    }
    Ok("403 csrf_refused for each unsafe call, still signed in".to_owned())
}

fn without_token(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    each_is_refused(&visitor, Some(""))?;
    each_is_refused(&visitor, None)
}

fn token_of_another_session(backend: &Backend) -> Seen {
    let (visitor, other) = (backend.signed_in("agent")?, backend.signed_in("agent")?);
    let token = other.token.borrow().clone();
    each_is_refused(&visitor, token.as_deref())
}

fn token_ends_with_its_session(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let token = visitor.token.borrow().clone();
    backend.sign_in_again(&visitor, "agent", false)?;
    each_is_refused(&visitor, token.as_deref())
}

fn all_tokens_stay_valid(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let mut tokens = Vec::new();
    for _ in 0..3 {
        tokens.push(visitor.token.borrow().clone());
        visitor.get(SESSION)?;
        tokens.push(visitor.token.borrow().clone());
        visitor.call("PUT", SESSION).send()?;
    }
    for token in &tokens {
        let answer = visitor
            .call("PUT", SESSION)
            .token(token.as_deref())
            .send()?;
        ensure(answer.status == 200, || {
            format!("{} with an older token", answer.brief())
        })?;
    }
    Ok(format!("200 with each of {}", tokens.len()))
}

fn foreign_origin(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    for origin in FOREIGN {
        for (method, path) in unsafe_calls(&visitor)? {
            let answer = visitor.call(method, &path).origin(origin).send()?;
            ensure(answer.brief() == "403 origin_refused", || {
                format!("{method} {path} from {origin}: {}", answer.brief())
            })?;
            still_signed_in(&visitor, &format!("{method} {path}"))?;
        }
    }
    Ok("403 origin_refused for each unsafe call, still signed in".to_owned())
}

fn foreign_sign_in(backend: &Backend) -> Seen {
    for origin in FOREIGN {
        let bodies = [
            (
                SESSION,
                credentials(backend.username("agent"), backend.password("agent"), false),
            ),
            (PROBE_COOKIE, json!({})),
        ];
        for (path, body) in bodies {
            let visitor = backend.visitor();
            let answer = visitor
                .call("POST", path)
                .origin(origin)
                .json(&body)
                .send()?;
            ensure(
                answer.brief() == "403 origin_refused" && visitor.cookies.borrow().is_empty(),
                || format!("{path} from {origin}: {}", answer.brief()),
            )?;
        }
    }
    Ok("403 origin_refused, no cookie".to_owned())
}

fn foreign_reading(backend: &Backend) -> Seen {
    for origin in FOREIGN {
        for path in [PORTAL, SESSION] {
            let answer = backend.visitor().call("GET", path).origin(origin).send()?;
            let allowed = answer
                .header("access-control-allow-origin")
                .unwrap_or_default();
            ensure(allowed != origin && allowed != "*", || {
                format!("{path} allows {allowed}")
            })?;
        }
    }
    Ok("none".to_owned())
}
