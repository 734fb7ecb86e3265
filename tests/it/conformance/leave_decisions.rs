//! Requests that are decided by somebody else than the agent; it takes an account that validates the agent's leave.

use super::activity_deeds::newest;
use super::backend::{Backend, Need};
use super::document_files::ok;
use super::leave::told;
use super::leave_breaches::of_request;
use super::leave_wishes::{asked, change, left, take_back};
use super::lists::walk;
use super::payslips::{ids, text};
use super::{Check, Fault, Seen, ensure};
use crate::support::answer::Answer;
use crate::support::client::Visitor;
use nomade::contract::endpoint::{LEAVE_APPROVALS, LEAVE_REQUESTS, leave_decision, leave_request};
use serde_json::{Value, json};

const BOTH: &[Need] = &[
    Need::Role("agent"),
    Need::Role("validator"),
    Need::Module("leave"),
];
const CONTROLS: &[Need] = &[
    Need::Role("agent"),
    Need::Role("validator"),
    Need::Module("leave"),
    Need::Controls,
];

pub const CHECKS: &[Check] = &[
    Check {
        says: "what waits for a validator is listed once, the earliest first day first, and never their own",
        expects: "as many as `waiting` says, each with approve and refuse; what was decided without them, or with undo",
        needs: BOTH,
        run: listed,
    },
    Check {
        says: "a request that was asked for waits for whoever validates it",
        expects: "in the list of what waits, with approve and refuse, and with the agent's comment",
        needs: BOTH,
        run: waits,
    },
    Check {
        says: "a refusal wants a reason, which the agent reads, and gives the half-days back",
        expects: "422 invalid_fields `reason` without one; then refused, with the rights as before",
        needs: BOTH,
        run: refused,
    },
    Check {
        says: "a decision that is taken back in time leaves the request as it waited before",
        expects: "the state, the level and the rights of before, decision_undone in its trail, the journal of who decided",
        needs: &[
            Need::Role("agent"),
            Need::Role("validator"),
            Need::Module("leave"),
            Need::Module("activity"),
        ],
        run: undone,
    },
    Check {
        says: "a decision can't be taken back once `undo_until` is over",
        expects: "403 action_refused, no `undo_until` any more",
        needs: CONTROLS,
        run: too_late,
    },
    Check {
        says: "of two who decide at once one does, and the others are told that it has changed",
        expects: "200 once, 412 changed_meanwhile else, one decision in the trail",
        needs: BOTH,
        run: at_once,
    },
];

fn decide(
    visitor: &Visitor<'_>,
    request: &Value,
    outcome: &str,
    reason: &str,
) -> Result<Answer, Fault> {
    let path = leave_decision(text(request, "id"));
    let body = json!({ "outcome": outcome, "reason": reason });
    change(
        visitor,
        ("POST", &path),
        Some(&body),
        text(request, "revision"),
    )
}

fn undo(visitor: &Visitor<'_>, request: &Value) -> Result<Answer, Fault> {
    let path = leave_decision(text(request, "id"));
    change(visitor, ("DELETE", &path), None, text(request, "revision"))
}

fn approvals(visitor: &Visitor<'_>, state: &str) -> Result<(Vec<Value>, Value), Fault> {
    let walked = walk(visitor, LEAVE_APPROVALS, &format!("state={state}"), || {
        Ok(())
    })?;
    let requests: Vec<Value> = walked
        .items
        .iter()
        .map(|it| it["request"].clone())
        .collect();
    ensure(ids(&requests).len() == requests.len(), || {
        "an id came twice".to_owned()
    })?;
    Ok((requests, walked.last))
}

fn offers(request: &Value, action: &str) -> bool {
    let actions = request["actions"].as_array().cloned().unwrap_or_default();
    actions.contains(&json!(action))
}

/// Runs `check` with what the agent has asked for, as the validator reads it, and takes that back.
fn with_a_request(
    backend: &Backend,
    check: impl Fn(&Visitor<'_>, &Visitor<'_>, &Value) -> Seen,
) -> Seen {
    backend.restored(|| {
        let (agent, validator) = (backend.signed_in("agent")?, backend.signed_in("validator")?);
        let own = asked(&agent)?;
        let id = text(&own, "id");
        let seen = told(&validator, &leave_request(id)).and_then(|read| {
            ensure(offers(&read, "approve") && offers(&read, "refuse"), || {
                format!("the validator may {}", read["actions"])
            })?;
            check(&agent, &validator, &read)
        });
        take_back(&agent, id)?;
        seen
    })
}

fn listed(backend: &Backend) -> Seen {
    let validator = backend.signed_in("validator")?;
    let own = walk(&validator, LEAVE_REQUESTS, "", || Ok(()))?.items;
    let (waiting, page) = approvals(&validator, "waiting")?;
    let begins = |it: &Value| text(&it["period"], "from").to_owned();
    ensure(waiting.is_sorted_by_key(begins), || {
        "not the earliest first day first".to_owned()
    })?;
    ensure(page["waiting"] == waiting.len(), || {
        format!("{} listed, {} said", waiting.len(), page["waiting"])
    })?;
    let (decided, _) = approvals(&validator, "decided")?;
    for (request, waits) in waiting
        .iter()
        .map(|it| (it, true))
        .chain(decided.iter().map(|it| (it, false)))
    {
        let breach = of_request(request);
        ensure(breach.is_none(), || breach.clone().unwrap_or_default())?;
        ensure(!ids(&own).contains(text(request, "id")), || {
            "somebody's own leave is theirs to validate".to_owned()
        })?;
        ensure(
            !waits || (offers(request, "approve") && offers(request, "refuse")),
            || format!("waits and offers {}", request["actions"]),
        )?;
    }
    Ok(format!(
        "{} wait, {} were decided",
        waiting.len(),
        decided.len()
    ))
}

fn waits(backend: &Backend) -> Seen {
    with_a_request(backend, |_, validator, request| {
        let (waiting, _) = approvals(validator, "waiting")?;
        let listed = waiting.iter().find(|it| it["id"] == request["id"]);
        ensure(listed == Some(request), || {
            "it is not what the list has".to_owned()
        })?;
        ensure(request["state"] == "pending", || {
            request["state"].to_string()
        })?;
        Ok(format!(
            "level {} of {}",
            request["level"]["n"], request["level"]["of"]
        ))
    })
}

fn refused(backend: &Backend) -> Seen {
    with_a_request(backend, |agent, validator, request| {
        for reason in ["", " \n"] {
            let answer = decide(validator, request, "refuse", reason)?;
            let fields = answer.json()["fields"].clone();
            ensure(fields[0]["name"] == "reason", || {
                format!("{}, {fields}", answer.brief())
            })?;
        }
        let waiting = left(agent)?;
        let reason = "Trop d’absents 😀\n<b>";
        let done = ok(decide(validator, request, "refuse", reason)?, 200)?.json();
        ensure(done["state"] == "refused", || done["state"].to_string())?;
        let read = told(agent, &leave_request(text(request, "id")))?;
        let trail = read["trail"].as_array().cloned().unwrap_or_default();
        let last = trail.last().cloned().unwrap_or_default();
        ensure(
            last["deed"] == "refused" && last["reason"] == reason,
            || last.to_string(),
        )?;
        let after = left(agent)?;
        let total = |rights: &[(String, i64)]| rights.iter().map(|it| it.1).sum::<i64>();
        let given_back = total(&after) - total(&waiting);
        let half_days = request["half_days"].as_i64().unwrap_or_default();
        ensure([0, half_days].contains(&given_back), || {
            format!("{given_back} of {half_days} half-days given back")
        })?;
        let again = decide(validator, request, "refuse", reason)?;
        ensure(again.brief() == "412 changed_meanwhile", || again.brief())?;
        Ok(format!("refused, {given_back} half-days given back"))
    })
}

fn undone(backend: &Backend) -> Seen {
    with_a_request(backend, |agent, validator, request| {
        let rights = left(agent)?;
        let mut before = request.clone();
        for (outcome, reason) in [("approve", ""), ("refuse", "Non")] {
            let decided = ok(decide(validator, &before, outcome, reason)?, 200)?.json();
            ensure(
                offers(&decided, "undo_decision") && !decided["undo_until"].is_null(),
                || {
                    format!(
                        "{outcome}: {} until {}",
                        decided["actions"], decided["undo_until"]
                    )
                },
            )?;
            let breach = of_request(&decided);
            ensure(breach.is_none(), || breach.clone().unwrap_or_default())?;
            let foreign = undo(agent, &told(agent, &leave_request(text(request, "id")))?)?;
            ensure(foreign.brief() == "403 action_refused", || foreign.brief())?;
            let undone = ok(undo(validator, &decided)?, 200)?.json();
            for field in ["state", "level", "half_days", "actions"] {
                ensure(undone[field] == request[field], || {
                    format!("{field}: {} was {}", undone[field], request[field])
                })?;
            }
            let trail = undone["trail"].as_array().cloned().unwrap_or_default();
            let last = trail.last().map_or(Value::Null, |it| it["deed"].clone());
            ensure(last == "decision_undone", || {
                format!("the trail ends with {last}")
            })?;
            ensure(left(agent)? == rights, || {
                "the rights are not as before".to_owned()
            })?;
            before = undone;
        }
        let seen = newest(validator, "kind=decision", 4)?;
        let expected = [
            "leave_decision_undone*",
            "leave_refused*",
            "leave_decision_undone*",
            "leave_approved*",
        ];
        ensure(seen == expected, || seen.join(", "))?;
        Ok(seen.join(", "))
    })
}

fn too_late(backend: &Backend) -> Seen {
    with_a_request(backend, |_, validator, request| {
        let decided = ok(decide(validator, request, "approve", "")?, 200)?.json();
        backend.wait(61)?;
        let path = leave_request(text(request, "id"));
        let read = told(validator, &path)?;
        ensure(
            read["undo_until"].is_null() && !offers(&read, "undo_decision"),
            || format!("{} until {}", read["actions"], read["undo_until"]),
        )?;
        let late = undo(validator, &decided)?;
        ensure(late.brief() == "403 action_refused", || late.brief())?;
        Ok(late.brief())
    })
}

fn at_once(backend: &Backend) -> Seen {
    with_a_request(backend, |agent, validator, request| {
        let (cookies, token) = (
            validator.cookies.borrow().clone(),
            validator.token.borrow().clone(),
        );
        let briefs: Vec<String> = std::thread::scope(|scope| {
            // A visitor is one thread's: each try has its own, with the same session.
            let tries: Vec<_> = (0..6)
                .map(|number| {
                    let (cookies, token) = (cookies.clone(), token.clone());
                    let outcome = if number % 2 == 0 { "approve" } else { "refuse" };
                    scope.spawn(move || {
                        let tab = backend.visitor();
                        *tab.cookies.borrow_mut() = cookies;
                        let tag = format!("\"{}\"", text(request, "revision"));
                        let path = leave_decision(text(request, "id"));
                        let body = json!({ "outcome": outcome, "reason": "Décidé" });
                        let call = tab.call("POST", &path).json(&body).header("if-match", &tag);
                        call.token(token.as_deref()).send().map(|it| it.brief())
                    })
                })
                .collect();
            let joined = tries.into_iter().map(std::thread::ScopedJoinHandle::join);
            joined
                .map(|it| {
                    it.unwrap_or_else(|_| Err("a try failed".to_owned()))
                        .unwrap_or_else(|error| error)
                })
                .collect()
        });
        let done = briefs.iter().filter(|it| it.starts_with("200")).count();
        let told_so = briefs
            .iter()
            .filter(|it| *it == "412 changed_meanwhile")
            .count();
        ensure(done == 1 && told_so == briefs.len() - 1, || {
            briefs.join(", ")
        })?;
        let read = told(agent, &leave_request(text(request, "id")))?;
        let steps = |it: &Value| it["trail"].as_array().map_or(0, Vec::len);
        ensure(steps(&read) == steps(request) + 1, || {
            "more than one decision".to_owned()
        })?;
        let seen = told(validator, &leave_request(text(request, "id")))?;
        if offers(&seen, "undo_decision") {
            undo(validator, &seen)?;
        }
        Ok(format!("{done} of {} decided", briefs.len()))
    })
}
