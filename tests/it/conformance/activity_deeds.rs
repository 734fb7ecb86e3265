//! Which deeds stand in the journal, and with what; reads no further than the newest.

use super::activity::{a_payslip, page};
use super::backend::{Backend, Need, try_to_sign_in};
use super::lists::items;
use super::payslips::text;
use super::{Check, Fault, Seen, ensure};
use crate::support::client::Visitor;
use nomade::contract::endpoint::{
    PROBE_NETWORK, SESSION, SESSIONS, payslip, payslip_document, session_by_id,
};
use serde_json::Value;

const AGENT: &[Need] = &[Need::Role("agent"), Need::Module("activity")];

pub const CHECKS: &[Check] = &[
    Check {
        says: "signing in and signing out stand in the journal",
        expects: "signed_in of this session, then signed_out and signed_in of the one before",
        needs: AGENT,
        run: in_and_out,
    },
    Check {
        says: "an event says where it came from",
        expects: "the address of the probe, the address and the browser of GET /sessions",
        needs: AGENT,
        run: where_from,
    },
    Check {
        says: "a refused sign-in stands in the journal of its account",
        expects: "sign_in_refused before signed_in, of no session",
        needs: AGENT,
        run: refused,
    },
    Check {
        says: "each session that is ended from another one stands in the journal",
        expects: "session_ended once by its id, then once for each of the others",
        needs: AGENT,
        run: ended,
    },
    Check {
        says: "opening a payslip and fetching its PDF stand in the journal, each time",
        expects: "payslip_viewed twice, payslip_downloaded once, with its id",
        needs: &[
            Need::Role("agent"),
            Need::Module("activity"),
            Need::Module("payslips"),
        ],
        run: viewed_and_downloaded,
    },
];

/// The newest events as `code`, with a `*` for what was done in this session.
pub fn newest(visitor: &Visitor<'_>, filter: &str, count: usize) -> Result<Vec<String>, Fault> {
    let told = |item: &Value| {
        let own = if item["current_session"] == true {
            "*"
        } else {
            ""
        };
        format!("{}{own}", text(item, "code"))
    };
    Ok(items(&page(visitor, filter)?)
        .iter()
        .take(count)
        .map(told)
        .collect())
}

fn is(seen: &[String], expected: &[&str]) -> Result<(), Fault> {
    ensure(seen == expected, || seen.join(", "))
}

fn in_and_out(backend: &Backend) -> Seen {
    let before = backend.signed_in("agent")?;
    before.call("DELETE", SESSION).send()?;
    let visitor = backend.signed_in("agent")?;
    let seen = newest(&visitor, "kind=connection", 3)?;
    is(&seen, &["signed_in*", "signed_out", "signed_in"])?;
    Ok(seen.join(", "))
}

fn where_from(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let newest = page(&visitor, "kind=connection")?["items"][0].clone();
    let address = visitor.get(PROBE_NETWORK)?.json()["address"].clone();
    let sessions = visitor.get(SESSIONS)?.json();
    let listed = sessions["items"].as_array().into_iter().flatten();
    let opened = listed.clone().find(|it| it["current"] == true);
    let opened = opened.map_or(&Value::Null, |it| &it["opened"]);
    ensure(
        newest["from"] == address
            && newest["from"] == opened["from"]
            && newest["with"] == opened["with"],
        || format!("{} with {}, and {opened}", newest["from"], newest["with"]),
    )?;
    Ok(format!("{} with {}", newest["from"], newest["with"]))
}

fn refused(backend: &Backend) -> Seen {
    let username = backend.username("agent");
    let answer = try_to_sign_in(&backend.visitor(), username, "a wrong password", false)?;
    ensure(answer.brief() == "401 invalid_credentials", || {
        answer.brief()
    })?;
    let visitor = backend.signed_in("agent")?;
    let seen = newest(&visitor, "kind=connection", 2)?;
    is(&seen, &["signed_in*", "sign_in_refused"])?;
    Ok(seen.join(", "))
}

/// How many sessions of the agent are open, and the id of one that is not this.
fn open(visitor: &Visitor<'_>) -> Result<(usize, String), Fault> {
    let sessions = visitor.get(SESSIONS)?.json()["items"].clone();
    let listed = sessions.as_array().into_iter().flatten();
    let other = listed.clone().find(|it| it["current"] == false);
    let other = other.map_or("", |it| text(it, "id")).to_owned();
    Ok((listed.count(), other))
}

fn ended(backend: &Backend) -> Seen {
    let _others = [backend.signed_in("agent")?, backend.signed_in("agent")?];
    let visitor = backend.signed_in("agent")?;
    let (_, other) = open(&visitor)?;
    visitor.call("DELETE", &session_by_id(&other)).send()?;
    let seen = newest(&visitor, "kind=connection", 2)?;
    is(&seen, &["session_ended*", "signed_in*"])?;
    let (left, _) = open(&visitor)?;
    visitor.call("DELETE", SESSIONS).send()?;
    visitor.call("DELETE", SESSIONS).send()?;
    // As many as there were others, and the one that was ended by its id.
    let seen = newest(&visitor, "kind=connection", left + 1)?;
    let mut expected = vec!["session_ended*"; left];
    expected.push("signed_in*");
    is(&seen, &expected)?;
    Ok(format!("session_ended once, then for {} others", left - 1))
}

fn viewed_and_downloaded(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let id = a_payslip(&visitor)?;
    for path in [payslip(&id), payslip_document(&id), payslip(&id)] {
        visitor.get(&path)?;
    }
    let seen = newest(&visitor, "", 4)?;
    let expected = [
        "payslip_viewed*",
        "payslip_downloaded*",
        "payslip_viewed*",
        "signed_in*",
    ];
    is(&seen, &expected)?;
    let told = page(&visitor, "")?;
    for event in &items(&told)[..3] {
        ensure(event["item"]["id"] == id, || event["item"].to_string())?;
    }
    Ok(seen.join(", "))
}
