//! Writes that happen once, seen on requests for certificates; where time can't be put forward, one request is left behind.

use super::activity::page as journal;
use super::backend::{Backend, Need};
use super::document_requests::{a_kind, ask, new_key, told};
use super::lists::items;
use super::payslips::text;
use super::{Check, Seen, ensure};
use nomade::contract::endpoint::{DOCUMENT_REQUESTS, operation};
use nomade::contract::operation::IDEMPOTENCY_KEY_HEADER;
use serde_json::{Value, json};

const AGENT: &[Need] = &[Need::Role("agent"), Need::Module("documents")];
const CONTROLS: &[Need] = &[
    Need::Role("agent"),
    Need::Module("documents"),
    Need::Controls,
];

pub const CHECKS: &[Check] = &[
    Check {
        says: "a write without an Idempotency-Key, or with one that is none, is refused",
        expects: "400 invalid_request, nothing made",
        needs: AGENT,
        run: without_key,
    },
    Check {
        says: "asking writes once for one key, in the list and in the journal",
        expects: "201 with the same request twice, one request more, one document_requested",
        needs: &[
            Need::Role("agent"),
            Need::Module("documents"),
            Need::Module("activity"),
        ],
        run: once,
    },
    Check {
        says: "a key that comes with another body is refused",
        expects: "409 idempotency_conflict, nothing made",
        needs: CONTROLS,
        run: conflict,
    },
    Check {
        says: "two tries at once make one request",
        expects: "201 with the same id",
        needs: CONTROLS,
        run: at_once,
    },
    Check {
        says: "an operation tells what its write has made, to its agent alone",
        expects: "200 with the id, 404 not_found for another agent and for a key that named nothing",
        needs: &[
            Need::Role("agent"),
            Need::Role("other_agent"),
            Need::Module("documents"),
            Need::Controls,
        ],
        run: operations,
    },
    Check {
        says: "a write that is refused for its token or its origin has made nothing",
        expects: "403, then 404 not_found for its operation",
        needs: AGENT,
        run: refused,
    },
    Check {
        says: "a write whose answer was lost is found by its key, and repeating it makes nothing",
        expects: "200 from its operation, 201 with the same id",
        needs: CONTROLS,
        run: lost,
    },
];

fn without_key(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let body = json!({ "kind": a_kind(&visitor)?, "note": "" });
    let before = told(&visitor)?;
    let call = visitor.call("POST", DOCUMENT_REQUESTS).json(&body);
    let mut seen = vec![call.send()?];
    let long = "a".repeat(65);
    for key in ["short", "0123456789abcde!", long.as_str()] {
        seen.push(ask(&visitor, key, &body)?);
    }
    for answer in &seen {
        ensure(answer.brief() == "400 invalid_request", || answer.brief())?;
    }
    ensure(told(&visitor)? == before, || {
        "something was made".to_owned()
    })?;
    Ok(seen.swap_remove(0).brief())
}

fn once(backend: &Backend) -> Seen {
    backend.restored(|| {
        let visitor = backend.signed_in("agent")?;
        let before = items(&told(&visitor)?).len();
        let (key, note) = (new_key(), "Conformité 😀\r\n<b>");
        let body = json!({ "kind": a_kind(&visitor)?, "note": note });
        let first = ask(&visitor, &key, &body)?;
        let again = ask(&visitor, &key, &body)?;
        let (made, same) = (first.json(), again.json());
        ensure(
            first.status == 201 && again.status == 201 && made["id"] == same["id"],
            || {
                format!(
                    "{} then {}, {} then {}",
                    first.brief(),
                    again.brief(),
                    made["id"],
                    same["id"]
                )
            },
        )?;
        ensure(made["note"] == note, || {
            format!("the note became {}", made["note"])
        })?;
        let listed = items(&told(&visitor)?);
        // A list tells 100 at most.
        ensure(
            listed[0]["id"] == made["id"] && (listed.len() == before + 1 || before == 100),
            || format!("{before} requests before, {} after", listed.len()),
        )?;
        let events = items(&journal(&visitor, "kind=decision")?);
        let own = events.iter().filter(|it| it["item"]["id"] == made["id"]);
        let own: Vec<&Value> = own.collect();
        ensure(
            own.len() == 1 && own[0]["code"] == "document_requested",
            || format!("{} events of it", own.len()),
        )?;
        Ok("201 twice, one request, one event".to_owned())
    })
}

fn conflict(backend: &Backend) -> Seen {
    backend.restored(|| {
        let visitor = backend.signed_in("agent")?;
        let (key, kind) = (new_key(), a_kind(&visitor)?);
        ask(&visitor, &key, &json!({ "kind": kind, "note": "one" }))?;
        let before = told(&visitor)?;
        let other = ask(&visitor, &key, &json!({ "kind": kind, "note": "two" }))?;
        ensure(other.brief() == "409 idempotency_conflict", || {
            other.brief()
        })?;
        ensure(told(&visitor)? == before, || {
            "something was made".to_owned()
        })?;
        Ok(other.brief())
    })
}

fn at_once(backend: &Backend) -> Seen {
    backend.restored(|| {
        let visitor = backend.signed_in("agent")?;
        let before = items(&told(&visitor)?).len();
        let (key, body) = (new_key(), json!({ "kind": a_kind(&visitor)?, "note": "" }));
        let ids: Vec<Result<String, String>> = std::thread::scope(|scope| {
            // A visitor is one thread's: each try has its own, with the same session.
            let tries: Vec<_> = (0..8)
                .map(|_| {
                    let (cookies, token) = (
                        visitor.cookies.borrow().clone(),
                        visitor.token.borrow().clone(),
                    );
                    let (key, body) = (&key, &body);
                    scope.spawn(move || {
                        let tab = backend.visitor();
                        *tab.cookies.borrow_mut() = cookies;
                        let call = tab.call("POST", DOCUMENT_REQUESTS).json(body);
                        let call = call.token(token.as_deref());
                        let answer = call.header(IDEMPOTENCY_KEY_HEADER, key).send()?;
                        match answer.status {
                            201 => Ok(text(&answer.json(), "id").to_owned()),
                            _ => Err(answer.brief()),
                        }
                    })
                })
                .collect();
            let joined = tries.into_iter().map(std::thread::ScopedJoinHandle::join);
            joined
                .map(|it| it.unwrap_or_else(|_| Err("a try failed".to_owned())))
                .collect()
        });
        let mut made = ids.into_iter().collect::<Result<Vec<String>, String>>()?;
        made.dedup();
        let after = items(&told(&visitor)?).len();
        ensure(made.len() == 1 && after == before + 1, || {
            format!(
                "{} ids, {before} requests before, {after} after",
                made.len()
            )
        })?;
        Ok("201 with one id for 8 tries".to_owned())
    })
}

fn operations(backend: &Backend) -> Seen {
    backend.restored(|| {
        let (mine, theirs) = (
            backend.signed_in("agent")?,
            backend.signed_in("other_agent")?,
        );
        let key = new_key();
        let path = operation(&key);
        let nothing = mine.get(&path)?;
        ensure(nothing.brief() == "404 not_found", || nothing.brief())?;
        let body = json!({ "kind": a_kind(&mine)?, "note": "" });
        let made = ask(&mine, &key, &body)?.json();
        let told = mine.get(&path)?;
        let known = told.json();
        ensure(
            known["resource"] == "document_request"
                && known["id"] == made["id"]
                && known["at"] == made["asked_at"],
            || format!("{}: {known}", told.brief()),
        )?;
        let foreign = theirs.get(&path)?;
        ensure(foreign.brief() == "404 not_found", || foreign.brief())?;
        // The same key of another agent is another one.
        let other = ask(
            &theirs,
            &key,
            &json!({ "kind": body["kind"], "note": "another" }),
        )?;
        ensure(
            other.status == 201 && other.json()["id"] != made["id"],
            || other.brief(),
        )?;
        for none in ["short", "..", "%00", "é"] {
            let answer = mine.get(&operation(none))?;
            ensure([400, 404].contains(&answer.status), || answer.brief())?;
        }
        let stranger = backend.visitor().get(&path)?;
        ensure(stranger.brief() == "401 signed_out", || stranger.brief())?;
        Ok(format!("200 {}", known["resource"]))
    })
}

fn refused(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let (key, before) = (new_key(), told(&visitor)?);
    let body = json!({ "kind": a_kind(&visitor)?, "note": "" });
    let asked = || {
        let call = visitor.call("POST", DOCUMENT_REQUESTS).json(&body);
        call.header(IDEMPOTENCY_KEY_HEADER, &key)
    };
    let without = asked().token(None).send()?;
    ensure(without.brief() == "403 csrf_refused", || without.brief())?;
    let foreign = asked().origin("https://elsewhere.example").send()?;
    ensure(foreign.brief() == "403 origin_refused", || foreign.brief())?;
    let nothing = visitor.get(&operation(&key))?;
    ensure(
        nothing.brief() == "404 not_found" && told(&visitor)? == before,
        || format!("its operation: {}", nothing.brief()),
    )?;
    Ok(format!(
        "{}, {}, {}",
        without.brief(),
        foreign.brief(),
        nothing.brief()
    ))
}

fn lost(backend: &Backend) -> Seen {
    backend.restored(|| {
        let visitor = backend.signed_in("agent")?;
        let (key, body) = (new_key(), json!({ "kind": a_kind(&visitor)?, "note": "" }));
        let path = format!("/api/v1{DOCUMENT_REQUESTS}");
        let fault = json!({ "method": "POST", "path": path, "kind": "after_commit_drop" });
        backend.door.beside("/test/faults", &fault)?;
        ensure(ask(&visitor, &key, &body).is_err(), || {
            "an answer came".to_owned()
        })?;
        let found = visitor.get(&operation(&key))?;
        ensure(found.status == 200, || found.brief())?;
        let again = ask(&visitor, &key, &body)?;
        ensure(
            again.status == 201 && again.json()["id"] == found.json()["id"],
            || again.brief(),
        )?;
        Ok(format!("200, then {}", again.brief()))
    })
}
