//! Requests for leave as they are read: in a list, one by one, and by nobody else.

use super::backend::{Backend, Need};
use super::leave::{AGENT, told};
use super::leave_breaches::of_request;
use super::leave_wishes::{all, change};
use super::payslips::text;
use super::{Check, Fault, Seen, ensure};
use crate::support::client::Visitor;
use nomade::contract::endpoint::{
    LEAVE_REQUESTS, leave_attachment, leave_calendar_file, leave_cancellation, leave_decision,
    leave_request,
};
use serde_json::{Value, json};

pub const CHECKS: &[Check] = &[
    Check {
        says: "following the cursor gives every request for leave once, the latest first day first",
        expects: "no id twice; each year's and each state's and no others",
        needs: AGENT,
        run: listed,
    },
    Check {
        says: "a request for leave is the one of the list, and its fields fit its state",
        expects: "the same fields; actions, trail and level that fit",
        needs: AGENT,
        run: one_request,
    },
    Check {
        says: "a request that is not there, or another agent's, is not found",
        expects: "404 not_found for it and for everything below it (400 where the id can't be read)",
        needs: &[
            Need::Role("agent"),
            Need::Role("other_agent"),
            Need::Module("leave"),
        ],
        run: not_theirs,
    },
];

fn some(visitor: &Visitor<'_>) -> Result<Vec<Value>, Fault> {
    let (items, ..) = all(visitor, "")?;
    if items.is_empty() {
        return Err(Fault::NothingToSee(
            "the account has asked for no leave".to_owned(),
        ));
    }
    Ok(items)
}

fn listed(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let everything = some(&visitor)?;
    let (_, pages, last) = all(&visitor, "")?;
    let begins = |it: &Value| text(&it["period"], "from").to_owned();
    ensure(everything.iter().rev().is_sorted_by_key(begins), || {
        "not the latest first day first".to_owned()
    })?;
    let year = |it: &Value, end: &str| {
        text(&it["period"], end)[..4]
            .parse::<i64>()
            .unwrap_or_default()
    };
    let mut years: Vec<i64> = everything
        .iter()
        .flat_map(|it| year(it, "from")..=year(it, "to"))
        .collect();
    years.sort_unstable_by(|one, other| other.cmp(one));
    years.dedup();
    ensure(last["years"] == json!(years), || {
        format!(
            "`years` is {} and the requests are of {years:?}",
            last["years"]
        )
    })?;
    for one in &years {
        let (found, _, page) = all(&visitor, &format!("year={one}"))?;
        let expected = everything
            .iter()
            .filter(|it| (year(it, "from")..=year(it, "to")).contains(one));
        ensure(
            found.iter().eq(expected) && page["years"] == last["years"],
            || format!("{one}: {} requests, or some of another year", found.len()),
        )?;
    }
    let mut together = 0;
    for state in [
        "pending",
        "approved",
        "refused",
        "cancelled",
        "cancellation_pending",
        "of_a_newer_contract",
    ] {
        let (found, ..) = all(&visitor, &format!("state={state}"))?;
        let expected = everything.iter().filter(|it| it["state"] == state);
        ensure(found.iter().eq(expected), || {
            format!("{state}: {}", found.len())
        })?;
        together += found.len();
    }
    ensure(together == everything.len(), || {
        format!("{together} by state")
    })?;
    for wrong in [
        "year=1899",
        "year=x",
        "state=Pending",
        "state=",
        "cursor=never-was",
        "cursor=",
    ] {
        let answer = visitor.get(&format!("{LEAVE_REQUESTS}?{wrong}"))?;
        ensure([400, 422].contains(&answer.status), || {
            format!("{wrong}: {}", answer.brief())
        })?;
    }
    Ok(format!("{} requests on {pages} pages", everything.len()))
}

fn one_request(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let everything = some(&visitor)?;
    for item in everything.iter().take(20) {
        let detail = told(&visitor, &leave_request(text(item, "id")))?;
        let mut fields = item.as_object().into_iter().flatten();
        let other = fields.find(|(key, value)| detail[key.as_str()] != **value);
        ensure(other.is_none(), || {
            format!("{other:?} differs from the list")
        })?;
        let breach = of_request(&detail);
        ensure(breach.is_none(), || breach.clone().unwrap_or_default())?;
        let actions = detail["actions"].as_array().cloned().unwrap_or_default();
        for foreign in ["approve", "refuse", "undo_decision"] {
            ensure(!actions.contains(&json!(foreign)), || {
                format!("{foreign} of one's own leave")
            })?;
        }
    }
    Ok(format!("{} requests read", everything.len().min(20)))
}

fn not_theirs(backend: &Backend) -> Seen {
    let (mine, theirs) = (
        backend.signed_in("agent")?,
        backend.signed_in("other_agent")?,
    );
    let (foreign, ..) = all(&theirs, "")?;
    let long = "a".repeat(500);
    let unknown = ["never-was", "0", "..", "a/b", "é", "%00", long.as_str()];
    let foreign_id = foreign.first().map(|it| text(it, "id"));
    for id in foreign_id.into_iter().chain(unknown) {
        let (item, decision) = (leave_request(id), leave_decision(id));
        let decide = json!({ "outcome": "approve", "reason": "" });
        let reason = json!({ "reason": "" });
        let mut answers = Vec::new();
        for path in [item.clone(), leave_attachment(id), leave_calendar_file(id)] {
            answers.push(mine.get(&path)?);
        }
        for (method, path, body) in [
            ("DELETE", &item, None),
            ("POST", &leave_cancellation(id), Some(&reason)),
            ("POST", &decision, Some(&decide)),
            ("DELETE", &decision, None),
        ] {
            answers.push(change(&mine, (method, path), body, "1")?);
        }
        for answer in answers {
            let kept = answer.brief() == "404 not_found" || answer.status == 400;
            ensure(kept, || {
                format!("{} {}: {}", answer.method, answer.path, answer.brief())
            })?;
        }
    }
    ensure(all(&theirs, "")?.0 == foreign, || {
        "their list changed".to_owned()
    })?;
    let own = if foreign.is_empty() {
        " (no foreign request to see)"
    } else {
        ""
    };
    Ok(format!("404 not_found{own}"))
}
