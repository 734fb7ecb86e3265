//! An agent's several sessions; knows no other agent's but to be refused.

use super::backend::{Backend, Need};
use super::times::seconds_between;
use super::{Check, Fault, Seen, ensure};
use crate::support::client::Visitor;
use nomade::contract::endpoint::{SESSION, SESSIONS, session_by_id};
use serde_json::{Value, json};

pub const CHECKS: &[Check] = &[
    Check {
        says: "an agent sees all open sessions and which is this one",
        expects: "200, the newest first, one current, no cookie's value as id",
        needs: &[Need::Role("agent")],
        run: listed,
    },
    Check {
        says: "an agent ends another session by its id",
        expects: "204 and signed_out there, then 404 not_found",
        needs: &[Need::Role("agent")],
        run: ended_by_id,
    },
    Check {
        says: "an agent ends all other sessions at once",
        expects: "204, signed_out there, this one stays",
        needs: &[Need::Role("agent")],
        run: all_others,
    },
    Check {
        says: "another agent's session is not found",
        expects: "404 not_found, and it goes on",
        needs: &[Need::Role("agent"), Need::Role("other_agent")],
        run: another_agents,
    },
    Check {
        says: "ending one's own session by its id signs out",
        expects: "204, then signed_out",
        needs: &[Need::Role("agent")],
        run: own_by_id,
    },
];

fn items(visitor: &Visitor<'_>) -> Result<Vec<Value>, Fault> {
    let answer = visitor.get(SESSIONS)?;
    ensure(answer.status == 200, || answer.brief())?;
    Ok(answer.json()["items"]
        .as_array()
        .cloned()
        .unwrap_or_default())
}

/// The id of this very session.
fn own_id(visitor: &Visitor<'_>) -> Result<String, Fault> {
    let items = items(visitor)?;
    let own = items
        .iter()
        .find(|it| it["current"] == true)
        .and_then(|it| it["id"].as_str());
    own.map(ToOwned::to_owned)
        .ok_or_else(|| Fault::Broken("no session is `current`".to_owned()))
}

fn state(visitor: &Visitor<'_>) -> Result<Value, Fault> {
    Ok(visitor.get(SESSION)?.json()["state"].clone())
}

fn listed(backend: &Backend) -> Seen {
    let (first, second) = (backend.signed_in("agent")?, backend.signed_in("agent")?);
    let items = items(&second)?;
    let (own, other) = (own_id(&second)?, own_id(&first)?);
    let position = |id: &str| items.iter().position(|it| it["id"] == id);
    ensure(
        own != other && position(&own).is_some() && position(&other).is_some(),
        || "one of two sessions is not listed".to_owned(),
    )?;
    for pair in items.windows(2) {
        let times = json!({ "newer": pair[0]["opened"]["at"], "older": pair[1]["opened"]["at"] });
        ensure(seconds_between(&times, "older", "newer")? >= 0, || {
            format!("not the newest first: {times}")
        })?;
    }
    let secret = items.iter().filter_map(|it| it["id"].as_str()).any(|id| {
        second
            .cookies
            .borrow()
            .values()
            .any(|value| value.contains(id))
    });
    ensure(!secret, || "an id is part of the cookie".to_owned())?;
    Ok(format!("200, {} sessions", items.len()))
}

fn ended_by_id(backend: &Backend) -> Seen {
    let (mine, other) = (backend.signed_in("agent")?, backend.signed_in("agent")?);
    let path = session_by_id(&own_id(&other)?);
    let answer = mine.call("DELETE", &path).send()?;
    ensure(
        answer.status == 204 && state(&other)? == "signed_out",
        || {
            format!(
                "{}, there {}",
                answer.brief(),
                state(&other).unwrap_or_default()
            )
        },
    )?;
    let again = mine.call("DELETE", &path).send()?;
    ensure(again.status == 404, || format!("again: {}", again.brief()))?;
    let never = mine
        .call("DELETE", &session_by_id("never-was-a-session"))
        .send()?;
    ensure(never.status == 404, || {
        format!("a made-up id: {}", never.brief())
    })?;
    Ok(format!("204, then {}", again.brief()))
}

fn all_others(backend: &Backend) -> Seen {
    let (mine, other) = (backend.signed_in("agent")?, backend.signed_in("agent")?);
    for time in ["once", "twice"] {
        let answer = mine.call("DELETE", SESSIONS).send()?;
        ensure(answer.status == 204, || {
            format!("{time}: {}", answer.brief())
        })?;
    }
    let (here, there, count) = (state(&mine)?, state(&other)?, items(&mine)?.len());
    ensure(
        here == "signed_in" && there == "signed_out" && count == 1,
        || format!("here {here}, there {there}, {count} open"),
    )?;
    Ok("204, here signed_in, there signed_out".to_owned())
}

fn another_agents(backend: &Backend) -> Seen {
    let (mine, theirs) = (
        backend.signed_in("agent")?,
        backend.signed_in("other_agent")?,
    );
    let answer = mine
        .call("DELETE", &session_by_id(&own_id(&theirs)?))
        .send()?;
    ensure(
        answer.status == 404 && state(&theirs)? == "signed_in",
        || answer.brief(),
    )?;
    Ok(answer.brief())
}

fn own_by_id(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let answer = visitor
        .call("DELETE", &session_by_id(&own_id(&visitor)?))
        .send()?;
    let after = state(&visitor)?;
    ensure(answer.status == 204 && after == "signed_out", || {
        format!("{}, then {after}", answer.brief())
    })?;
    Ok("204, then signed_out".to_owned())
}
