//! Asking for leave: tried, refused, made once and taken back; what is asked for here is taken back here.

use super::activity_deeds::newest;
use super::backend::{Backend, Need};
use super::document_files::ok;
use super::document_requests::new_key;
use super::leave::{AGENT, today, told};
use super::leave_breaches::{of_request, worked};
use super::leave_wishes::{all, ask, asked, change, free, left, take_back, try_out, whole};
use super::lists::items;
use super::payslips::text;
use super::{Check, Fault, Seen, ensure};
use crate::support::answer::Answer;
use chrono::Days;
use nomade::contract::endpoint::{
    LEAVE_DAYS, LEAVE_KINDS, LEAVE_PREVIEW, LEAVE_REQUESTS, leave_cancellation, leave_decision,
    leave_request, operation,
};
use serde_json::{Value, json};

const CONTROLS: &[Need] = &[Need::Role("agent"), Need::Module("leave"), Need::Controls];

pub const CHECKS: &[Check] = &[
    Check {
        says: "a preview counts what is worked, and makes nothing",
        expects: "the half-days that the days off leave; the same requests and rights afterwards",
        needs: AGENT,
        run: preview,
    },
    Check {
        says: "leave that can't be asked for is refused and named",
        expects: "422 invalid_fields with `kind`, `period`, `comment` or `attachment`, nothing made",
        needs: AGENT,
        run: wrong_fields,
    },
    Check {
        says: "asking for leave writes once for one key, uses the rights that the preview named, and taking it back gives them back",
        expects: "201 with the same request twice, leave_requested and leave_cancelled once, the rights as before",
        needs: &[
            Need::Role("agent"),
            Need::Module("leave"),
            Need::Module("activity"),
        ],
        run: once,
    },
    Check {
        says: "a change of a request is for the revision that was read",
        expects: "400 without If-Match, 412 changed_meanwhile for another, 403 action_refused for what is not offered",
        needs: AGENT,
        run: revisions,
    },
    Check {
        says: "a request whose answer was lost is found by its key, and one that was taken back is seen so",
        expects: "200 from its operation, 412 for the change that is sent again",
        needs: CONTROLS,
        run: lost,
    },
];

fn preview(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let before = (all(&visitor, "")?.0, left(&visitor)?);
    let kinds = items(&told(&visitor, LEAVE_KINDS)?);
    let Some(kind) = kinds.iter().find(|it| it["half_days"] == true) else {
        return Err(Fault::NothingToSee("no kind takes half-days".to_owned()));
    };
    let first = today(&visitor)?;
    let path = format!("{LEAVE_DAYS}?from={first}&to={}", first + Days::new(100));
    let days = told(&visitor, &path)?;
    let mut seen = 0;
    for start in (1..60).step_by(6) {
        for (length, from_noon, to_noon) in [
            (0, false, false),
            (0, true, false),
            (6, false, true),
            (13, true, true),
        ] {
            let from = first + Days::new(start);
            let to = from + Days::new(length);
            let period =
                json!({ "from": from, "from_noon": from_noon, "to": to, "to_noon": to_noon });
            let tried = try_out(&visitor, text(kind, "id"), &period)?;
            let expected = worked(&days, &period);
            ensure(tried["half_days"] == expected, || {
                format!(
                    "{} half-days in {period}, {expected} are worked",
                    tried["half_days"]
                )
            })?;
            let obstacles = tried["obstacles"].as_array().cloned().unwrap_or_default();
            let is_empty = obstacles.contains(&json!("nothing_to_count"));
            let overlaps = tried["overlaps"].as_array().map_or(0, Vec::len) > 0;
            ensure(
                is_empty == (expected == 0) && overlaps == obstacles.contains(&json!("overlap")),
                || format!("{period}: {obstacles:?}"),
            )?;
            seen += 1;
        }
    }
    for (period, name) in [
        (whole(first, first - Days::new(1)), "period"),
        (
            json!({ "from": first, "from_noon": true, "to": first, "to_noon": true }),
            "period",
        ),
    ] {
        let question = json!({ "kind": kind["id"], "period": period });
        let answer = visitor.call("POST", LEAVE_PREVIEW).json(&question).send()?;
        ensure(names(&answer, name), || answer.brief())?;
    }
    let without = visitor.call("POST", LEAVE_PREVIEW).token(None);
    let question = json!({ "kind": kind["id"], "period": whole(first, first) });
    let answer = without.json(&question).send()?;
    ensure(answer.brief() == "403 csrf_refused", || answer.brief())?;
    ensure((all(&visitor, "")?.0, left(&visitor)?) == before, || {
        "something was made".to_owned()
    })?;
    Ok(format!("{seen} periods"))
}

/// True for 422 that names that field.
fn names(answer: &Answer, field: &str) -> bool {
    let told = answer.json();
    let mut fields = told["fields"].as_array().into_iter().flatten();
    answer.brief() == "422 invalid_fields" && fields.any(|it| it["name"] == field)
}

fn wrong_fields(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let free = free(&visitor)?;
    let before = (all(&visitor, "")?.0, left(&visitor)?);
    let first = today(&visitor)?;
    let with = |field: &str, value: Value| {
        let mut body = free.wish("");
        body[field] = value;
        body
    };
    for (body, field) in [
        (with("kind", json!("never_offered")), "kind"),
        (with("kind", json!("")), "kind"),
        (with("period", whole(first, first - Days::new(1))), "period"),
        (
            with("period", whole(first, first + Days::new(4_000))),
            "period",
        ),
        (with("comment", json!("x".repeat(1_001))), "comment"),
        (with("attachment", json!("never-brought")), "attachment"),
    ] {
        let answer = ask(&visitor, &new_key(), &body)?;
        ensure(names(&answer, field), || {
            format!("{field}: {}", answer.brief())
        })?;
    }
    let kinds = items(&told(&visitor, LEAVE_KINDS)?);
    if let Some(kind) = kinds.iter().find(|it| it["attachment"] == "required") {
        let answer = ask(&visitor, &new_key(), &with("kind", kind["id"].clone()))?;
        ensure(names(&answer, "attachment"), || answer.brief())?;
    }
    let call = visitor.call("POST", LEAVE_REQUESTS).json(&free.wish(""));
    let without = call.send()?;
    ensure(without.brief() == "400 invalid_request", || without.brief())?;
    ensure((all(&visitor, "")?.0, left(&visitor)?) == before, || {
        "something was made".to_owned()
    })?;
    Ok("422 invalid_fields, each named".to_owned())
}

fn once(backend: &Backend) -> Seen {
    backend.restored(|| {
        let visitor = backend.signed_in("agent")?;
        let (requests, rights) = (all(&visitor, "")?.0, left(&visitor)?);
        let free = free(&visitor)?;
        let tried = try_out(&visitor, &free.kind, &free.period)?;
        let (key, comment) = (new_key(), "Conformité 😀\r\n\u{202e}<b>");
        let body = free.wish(comment);
        let first = ok(ask(&visitor, &key, &body)?, 201)?.json();
        let again = ok(ask(&visitor, &key, &body)?, 201)?.json();
        ensure(first["id"] == again["id"], || {
            "another one the second time".to_owned()
        })?;
        ensure(first["comment"] == comment, || {
            format!("the comment became {}", first["comment"])
        })?;
        let other = ask(&visitor, &key, &free.wish("another"))?;
        ensure(other.brief() == "409 idempotency_conflict", || {
            other.brief()
        })?;
        let breach = of_request(&first);
        ensure(breach.is_none(), || breach.clone().unwrap_or_default())?;
        ensure(all(&visitor, "")?.0.len() == requests.len() + 1, || {
            "not one request more".to_owned()
        })?;
        let changed = tried["balances"].as_array().cloned().unwrap_or_default();
        let expected: Vec<(String, i64)> = rights
            .iter()
            .map(|(id, left)| {
                let used = changed.iter().find(|it| it["id"] == id.as_str());
                (
                    id.clone(),
                    used.and_then(|it| it["after"].as_i64()).unwrap_or(*left),
                )
            })
            .collect();
        let used = left(&visitor)?;
        ensure(used == expected, || {
            format!("{used:?} left, {expected:?} promised")
        })?;
        let second = ask(&visitor, &new_key(), &body)?;
        ensure(names(&second, "period"), || {
            format!("the same days again: {}", second.brief())
        })?;
        let known = told(&visitor, &operation(&key))?;
        ensure(
            known["resource"] == "leave_request" && known["id"] == first["id"],
            || known.to_string(),
        )?;
        take_back(&visitor, text(&first, "id"))?;
        let cancelled = ok(ask(&visitor, &key, &body)?, 201)?.json();
        ensure(cancelled["state"] == "cancelled", || {
            format!("it is {}", cancelled["state"])
        })?;
        ensure(left(&visitor)? == rights, || {
            "the rights are not as before".to_owned()
        })?;
        let seen = newest(&visitor, "kind=decision", 2)?;
        ensure(seen == ["leave_cancelled*", "leave_requested*"], || {
            seen.join(", ")
        })?;
        Ok(format!("201 twice, {}", seen.join(", ")))
    })
}

fn revisions(backend: &Backend) -> Seen {
    backend.restored(|| {
        let visitor = backend.signed_in("agent")?;
        let request = asked(&visitor)?;
        let (id, revision) = (text(&request, "id"), text(&request, "revision"));
        let path = leave_request(id);
        let seen = (|| {
            let without = visitor.call("DELETE", &path).send()?;
            ensure(without.brief() == "400 invalid_request", || without.brief())?;
            let stale = change(&visitor, ("DELETE", &path), None, "never-was")?;
            ensure(stale.brief() == "412 changed_meanwhile", || stale.brief())?;
            let reason = json!({ "reason": "" });
            let cancellation = leave_cancellation(id);
            let refused = change(&visitor, ("POST", &cancellation), Some(&reason), revision)?;
            ensure(refused.brief() == "403 action_refused", || refused.brief())?;
            let decision = json!({ "outcome": "approve", "reason": "" });
            let own = change(
                &visitor,
                ("POST", &leave_decision(id)),
                Some(&decision),
                revision,
            )?;
            ensure(own.brief() == "403 action_refused", || {
                format!("the agent's own decision: {}", own.brief())
            })?;
            ensure(told(&visitor, &path)? == request, || {
                "it changed".to_owned()
            })?;
            let done = ok(change(&visitor, ("DELETE", &path), None, revision)?, 200)?.json();
            ensure(
                done["state"] == "cancelled" && done["revision"] != request["revision"],
                || format!("{} of revision {}", done["state"], done["revision"]),
            )?;
            let again = change(&visitor, ("DELETE", &path), None, revision)?;
            ensure(again.brief() == "412 changed_meanwhile", || again.brief())?;
            let now = change(&visitor, ("DELETE", &path), None, text(&done, "revision"))?;
            ensure(now.brief() == "403 action_refused", || now.brief())?;
            Ok(format!("{}, {}", stale.brief(), now.brief()))
        })();
        take_back(&visitor, id)?;
        seen
    })
}

fn lost(backend: &Backend) -> Seen {
    backend.restored(|| {
        let visitor = backend.signed_in("agent")?;
        let (key, wish) = (new_key(), free(&visitor)?.wish(""));
        let drop_next = |method: &str, path: &str| {
            let path = format!("/api/v1{path}");
            let fault = json!({ "method": method, "path": path, "kind": "after_commit_drop" });
            backend.door.beside("/test/faults", &fault)
        };
        drop_next("POST", LEAVE_REQUESTS)?;
        ensure(ask(&visitor, &key, &wish).is_err(), || {
            "an answer came".to_owned()
        })?;
        let found = told(&visitor, &operation(&key))?;
        let again = ok(ask(&visitor, &key, &wish)?, 201)?.json();
        ensure(again["id"] == found["id"], || "another request".to_owned())?;
        let path = leave_request(text(&again, "id"));
        drop_next("DELETE", &path)?;
        let revision = text(&again, "revision");
        let lost = change(&visitor, ("DELETE", &path), None, revision);
        ensure(lost.is_err(), || "an answer came".to_owned())?;
        let repeated = change(&visitor, ("DELETE", &path), None, revision)?;
        ensure(repeated.brief() == "412 changed_meanwhile", || {
            repeated.brief()
        })?;
        let state = told(&visitor, &path)?["state"].clone();
        ensure(state == "cancelled", || format!("it is {state}"))?;
        Ok(format!("200, then {}", repeated.brief()))
    })
}
