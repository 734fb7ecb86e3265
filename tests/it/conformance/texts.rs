//! The organisation's own texts, which anybody may read; knows no agent but to compare.

use super::backend::{Backend, Need};
use super::{Check, Seen, ensure};
use nomade::contract::endpoint::text;
use serde_json::Value;

const NAMES: [&str; 4] = ["legal", "charter", "terms", "privacy"];

pub const CHECKS: &[Check] = &[
    Check {
        says: "whoever asks may read each of the texts",
        expects: "GET /texts/{name} without a cookie: 200, the text of that name in both languages",
        needs: &[],
        run: anybody_reads,
    },
    Check {
        says: "the texts are the same for everybody",
        expects: "the same with and without a session",
        needs: &[Need::Role("agent")],
        run: the_same,
    },
    Check {
        says: "charter and terms are the ones that the portal names",
        expects: "the `version` and `published_on` of GET /portal",
        needs: &[],
        run: as_the_portal_says,
    },
    Check {
        says: "a text that there is not is not found",
        expects: "404 not_found",
        needs: &[],
        run: unknown_name,
    },
];

fn anybody_reads(backend: &Backend) -> Seen {
    let mut seen = Vec::new();
    for name in NAMES {
        let answer = backend.visitor().get(&text(name))?;
        let read = answer.json();
        ensure(answer.status == 200 && read["name"] == name, || {
            format!("{name}: {}, `name` {}", answer.brief(), read["name"])
        })?;
        seen.push(format!(
            "{name} {} with {} sections",
            read["version"],
            read["sections"].as_array().map_or(0, Vec::len)
        ));
    }
    Ok(seen.join(", "))
}

fn the_same(backend: &Backend) -> Seen {
    let agent = backend.signed_in("agent")?;
    for name in NAMES {
        let (outside, inside) = (backend.visitor().get(&text(name))?, agent.get(&text(name))?);
        ensure(
            inside.status == 200 && outside.json() == inside.json(),
            || format!("{name}: another answer in a session"),
        )?;
    }
    Ok("the same".to_owned())
}

fn as_the_portal_says(backend: &Backend) -> Seen {
    let portal = backend.portal()?;
    let both = |value: &Value| (value["version"].clone(), value["published_on"].clone());
    for name in ["charter", "terms"] {
        let read = backend.visitor().get(&text(name))?.json();
        ensure(both(&read) == both(&portal[name]), || {
            format!(
                "{name} {:?}, and the portal {:?}",
                both(&read),
                both(&portal[name])
            )
        })?;
    }
    Ok(format!(
        "charter {}, terms {}",
        portal["charter"]["version"], portal["terms"]["version"]
    ))
}

fn unknown_name(backend: &Backend) -> Seen {
    let mut seen = String::new();
    for name in ["no-such-text", "Charter", "charter.txt"] {
        let answer = backend.visitor().get(&text(name))?;
        ensure(answer.status == 404, || {
            format!("{name}: {}", answer.brief())
        })?;
        seen = answer.brief();
    }
    Ok(seen)
}
