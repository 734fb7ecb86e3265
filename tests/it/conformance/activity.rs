//! The journal as it is read: pages, filters, and whom it is for; reports nothing.

use super::backend::{Backend, Need};
use super::lists::{self, items};
use super::payslips::text;
use super::{Check, Fault, Seen, ensure};
use crate::support::activity::breach;
use crate::support::client::Visitor;
use nomade::contract::endpoint::{ACTIVITY, PAYSLIPS, SESSION, activity_report, payslip};
use serde_json::{Value, json};
use std::collections::BTreeSet;

const AGENT: &[Need] = &[Need::Role("agent"), Need::Module("activity")];
const PAID: &[Need] = &[
    Need::Role("agent"),
    Need::Module("activity"),
    Need::Module("payslips"),
];

pub const CHECKS: &[Check] = &[
    Check {
        says: "following the cursor gives every event once, the newest first, whatever is added meanwhile",
        expects: "the journal as it was, at most 20 on a page",
        needs: PAID,
        run: pages,
    },
    Check {
        says: "the kind filters",
        expects: "each kind's events and no others, together all",
        needs: AGENT,
        run: kinds,
    },
    Check {
        says: "`from` and `to` are whole days of Paris",
        expects: "the events whose wall clock shows that day, and no others",
        needs: AGENT,
        run: days,
    },
    Check {
        says: "a period without events is empty, not an error",
        expects: "200, no items, also when `from` is after `to`",
        needs: AGENT,
        run: empty,
    },
    Check {
        says: "a parameter of the journal that is wrong is refused",
        expects: "400 invalid_request or 422 invalid_fields",
        needs: AGENT,
        run: wrong_parameters,
    },
    Check {
        says: "reading the journal is no event and does not extend the session",
        expects: "the same newest event, the same `idle_expires_at`",
        needs: AGENT,
        run: reading,
    },
    Check {
        says: "nobody finds another agent's events",
        expects: "no event in both journals",
        needs: &[
            Need::Role("agent"),
            Need::Role("other_agent"),
            Need::Module("activity"),
        ],
        run: apart,
    },
    Check {
        says: "a session that waits for consent reads no journal and reports nothing",
        expects: "403 consent_required",
        needs: &[Need::Role("consent"), Need::Module("activity")],
        run: waits_for_consent,
    },
];

/// One page, in order.
pub fn page(visitor: &Visitor<'_>, query: &str) -> Result<Value, Fault> {
    lists::page(visitor, ACTIVITY, query)
}

/// All events that fit, in order; `between` happens after each page.
fn walk(
    visitor: &Visitor<'_>,
    filter: &str,
    between: impl Fn() -> Result<(), Fault>,
) -> Result<(Vec<Value>, usize), Fault> {
    let walked = lists::walk(visitor, ACTIVITY, filter, between)?;
    let fault = breach(&walked.items, &walked.last["recorded_since"]);
    ensure(fault.is_none(), || fault.clone().unwrap_or_default())?;
    Ok((walked.items, walked.pages))
}

pub fn all(visitor: &Visitor<'_>, filter: &str) -> Result<Vec<Value>, Fault> {
    Ok(walk(visitor, filter, || Ok(()))?.0)
}

/// The id of one of the agent's payslips.
pub fn a_payslip(visitor: &Visitor<'_>) -> Result<String, Fault> {
    let payslips = visitor.get(PAYSLIPS)?.json();
    let id = text(&payslips["items"][0], "id").to_owned();
    if id.is_empty() {
        return Err(Fault::NothingToSee("the account has no payslip".to_owned()));
    }
    Ok(id)
}

fn pages(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let id = a_payslip(&visitor)?;
    let add = || visitor.get(&payslip(&id)).map(drop).map_err(Fault::from);
    // Enough for a second page, where there is none yet.
    for _ in items(&page(&visitor, "")?).len()..21 {
        add()?;
    }
    let before = all(&visitor, "")?;
    let (found, pages) = walk(&visitor, "", add)?;
    ensure(pages > 1 && found == before, || {
        format!(
            "{} events on {pages} pages, {} before",
            found.len(),
            before.len()
        )
    })?;
    Ok(format!("{} events on {pages} pages", found.len()))
}

fn kinds(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let everything = all(&visitor, "")?;
    let mut together = 0;
    for kind in ["connection", "view", "download", "decision"] {
        let found = all(&visitor, &format!("kind={kind}"))?;
        let expected = everything.iter().filter(|it| it["kind"] == kind);
        ensure(found.iter().eq(expected), || {
            format!("{kind}: {} events, or some of another kind", found.len())
        })?;
        together += found.len();
    }
    ensure(together == everything.len(), || {
        format!("{together} by kind, {} in all", everything.len())
    })?;
    Ok(format!("{together} events in four kinds"))
}

fn days(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let everything = all(&visitor, "")?;
    let day = |item: &Value| text(item, "at")[..10].to_owned();
    let days: BTreeSet<String> = everything.iter().map(day).collect();
    // The first, the last and some between: an old account may have events on every day.
    for one in days
        .iter()
        .step_by(days.len().div_ceil(30))
        .chain(days.last())
    {
        type Fits = fn(&str, &str) -> bool;
        let filters: [(String, Fits); 3] = [
            (format!("from={one}&to={one}"), |at, one| at == one),
            (format!("from={one}"), |at, one| at >= one),
            (format!("to={one}"), |at, one| at <= one),
        ];
        for (filter, fits) in filters {
            let found = all(&visitor, &filter)?;
            let expected = everything.iter().filter(|it| fits(&day(it), one));
            ensure(found.iter().eq(expected), || {
                format!("{filter}: {} events, or some of another day", found.len())
            })?;
        }
    }
    Ok(format!(
        "{} events on {} days",
        everything.len(),
        days.len()
    ))
}

fn empty(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    for filter in [
        "to=1999-12-31",
        "from=2999-01-01",
        "from=2026-11-22&to=2026-11-01",
        "kind=view&to=1999-12-31",
    ] {
        let page = page(&visitor, filter)?;
        ensure(
            page["items"] == json!([]) && page["next_cursor"].is_null(),
            || format!("{filter}: {} events", items(&page).len()),
        )?;
    }
    Ok("200, no items".to_owned())
}

fn wrong_parameters(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    for wrong in [
        "kind=other",
        "kind=",
        "kind=unknown",
        "from=yesterday",
        "from=2026-02-30",
        "from=",
        "to=22/11/2026",
        "to=2026-11-22T18:42:00%2B01:00",
        "cursor=made-up",
        "cursor=",
    ] {
        let answer = visitor.get(&format!("{ACTIVITY}?{wrong}"))?;
        ensure([400, 422].contains(&answer.status), || {
            format!("{wrong}: {}", answer.brief())
        })?;
    }
    Ok("refused".to_owned())
}

fn reading(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let session = visitor.get(SESSION)?.json();
    let first = items(&page(&visitor, "")?);
    let again = items(&page(&visitor, "")?);
    let after = visitor.get(SESSION)?.json();
    ensure(
        first == again && session["idle_expires_at"] == after["idle_expires_at"],
        || {
            format!(
                "{} became {}",
                session["idle_expires_at"], after["idle_expires_at"]
            )
        },
    )?;
    Ok("the same".to_owned())
}

fn apart(backend: &Backend) -> Seen {
    let (mine, theirs) = (
        all(&backend.signed_in("agent")?, "")?,
        all(&backend.signed_in("other_agent")?, "")?,
    );
    let both = mine
        .iter()
        .find(|it| theirs.iter().any(|other| other["id"] == it["id"]));
    ensure(both.is_none(), || "an event in both journals".to_owned())?;
    Ok(format!(
        "{} events here, {} there",
        mine.len(),
        theirs.len()
    ))
}

fn waits_for_consent(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("consent")?;
    let report = visitor.call("POST", &activity_report("e_1"));
    for answer in [
        visitor.get(ACTIVITY)?,
        report.json(&json!({ "comment": "" })).send()?,
    ] {
        ensure(answer.brief() == "403 consent_required", || answer.brief())?;
    }
    Ok("403 consent_required".to_owned())
}
