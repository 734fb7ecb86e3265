//! The session cookie and the probe cookie as a browser gets them; never prints a value.

use super::backend::{Backend, Need};
use super::{Check, Fault, Seen, ensure};
use crate::support::answer::Answer;
use nomade::contract::endpoint::{PROBE_COOKIE, SESSION};
use serde_json::{Value, json};

pub const CHECKS: &[Check] = &[
    Check {
        says: "the session cookie can't be read by a page nor sent from another site",
        expects: "HttpOnly, SameSite=Lax or Strict (None only with Secure and Partitioned), Path=/, no Domain",
        needs: &[Need::Role("agent")],
        run: session_attributes,
    },
    Check {
        says: "over https the session cookie is Secure and bound to its host",
        expects: "Secure, a name that begins with __Host-",
        needs: &[Need::Role("agent"), Need::Https],
        run: strict_over_https,
    },
    Check {
        says: "the probe cookie makes the round trip",
        expects: "null, then the value that POST /probe/cookie gave",
        needs: &[],
        run: round_trip,
    },
    Check {
        says: "the probe cookie is of the same kind as the session cookie",
        expects: "the same attributes, but for its age",
        needs: &[Need::Role("agent")],
        run: same_kind,
    },
    Check {
        says: "a strange probe cookie is none",
        expects: "200, null",
        needs: &[],
        run: strange_probe,
    },
    Check {
        says: "every sign-in gives a new cookie and ends the session before it",
        expects: "another value, the former one signed_out",
        needs: &[Need::Role("agent")],
        run: rotation,
    },
    Check {
        says: "a cookie that was there before the sign-in is not taken over",
        expects: "another value than the one planted",
        needs: &[Need::Role("agent")],
        run: no_fixation,
    },
];

/// The cookie that `answer` sets: its name, and its attributes in lower case without their order.
fn set_cookie(answer: &Answer) -> Result<(String, Vec<String>), Fault> {
    let cookie = answer
        .header("set-cookie")
        .ok_or_else(|| Fault::Broken("no Set-Cookie".to_owned()))?;
    let mut parts = cookie.split(';').map(str::trim);
    let name = parts
        .next()
        .and_then(|pair| pair.split_once('='))
        .unwrap_or_default()
        .0
        .to_owned();
    let mut attributes: Vec<String> = parts.map(str::to_ascii_lowercase).collect();
    attributes.sort_unstable();
    Ok((name, attributes))
}

fn session_cookie(backend: &Backend) -> Result<(String, Vec<String>), Fault> {
    let visitor = backend.visitor();
    set_cookie(&backend.try_sign_in(&visitor, "agent", false)?)
}

fn session_attributes(backend: &Backend) -> Seen {
    let (name, attributes) = session_cookie(backend)?;
    let has = |wanted: &str| attributes.iter().any(|it| it == wanted);
    let one_site = has("samesite=lax") || has("samesite=strict");
    let two_sites = has("samesite=none") && has("secure") && has("partitioned");
    let no_domain = !attributes.iter().any(|it| it.starts_with("domain"));
    ensure(
        has("httponly") && (one_site || two_sites) && has("path=/") && no_domain,
        || format!("{name}: {}", attributes.join("; ")),
    )?;
    Ok(format!("{name}: {}", attributes.join("; ")))
}

fn strict_over_https(backend: &Backend) -> Seen {
    let (name, attributes) = session_cookie(backend)?;
    ensure(
        name.starts_with("__Host-") && attributes.iter().any(|it| it == "secure"),
        || format!("{name}: {}", attributes.join("; ")),
    )?;
    Ok(name)
}

fn round_trip(backend: &Backend) -> Seen {
    let visitor = backend.visitor();
    let before = visitor.get(PROBE_COOKIE)?.json()["value"].clone();
    let set = visitor.call("POST", PROBE_COOKIE).json(&json!({})).send()?;
    ensure(set.status == 200, || set.brief())?;
    let (set, after) = (
        set.json()["value"].clone(),
        visitor.get(PROBE_COOKIE)?.json()["value"].clone(),
    );
    ensure(before.is_null() && set == after, || {
        format!("{before}, then set {set} and read {after}")
    })?;
    Ok("null, then the value that was set".to_owned())
}

fn same_kind(backend: &Backend) -> Seen {
    let (_, mut session) = session_cookie(backend)?;
    let (_, mut probe) = set_cookie(
        &backend
            .visitor()
            .call("POST", PROBE_COOKIE)
            .json(&json!({}))
            .send()?,
    )?;
    for attributes in [&mut session, &mut probe] {
        attributes.retain(|it| !it.starts_with("max-age") && !it.starts_with("expires"));
    }
    ensure(session == probe, || {
        format!(
            "session {} but probe {}",
            session.join("; "),
            probe.join("; ")
        )
    })?;
    Ok(probe.join("; "))
}

fn strange_probe(backend: &Backend) -> Seen {
    let visitor = backend.visitor();
    visitor.call("POST", PROBE_COOKIE).json(&json!({})).send()?;
    for value in ["<script>", "\"quoted\"", &"a".repeat(2_000)] {
        visitor
            .cookies
            .borrow_mut()
            .values_mut()
            .for_each(|it| value.clone_into(it));
        let answer = visitor.get(PROBE_COOKIE)?;
        ensure(answer.json()["value"] == Value::Null, || {
            "the value came back".to_owned()
        })?;
    }
    Ok("200, null".to_owned())
}

fn rotation(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let before = visitor.twin();
    backend.sign_in_again(&visitor, "agent", false)?;
    ensure(
        *visitor.cookies.borrow() != *before.cookies.borrow(),
        || "the same value again".to_owned(),
    )?;
    let state = before.get(SESSION)?.json()["state"].clone();
    ensure(state == "signed_out", || {
        format!("the former cookie is {state}")
    })?;
    Ok("another value, the former one signed_out".to_owned())
}

fn no_fixation(backend: &Backend) -> Seen {
    let name = session_cookie(backend)?.0;
    let planted = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    let visitor = backend.visitor();
    visitor
        .cookies
        .borrow_mut()
        .insert(name.clone(), planted.to_owned());
    backend.sign_in_again(&visitor, "agent", false)?;
    ensure(
        visitor
            .cookies
            .borrow()
            .get(&name)
            .is_some_and(|it| it != planted),
        || "the planted value was kept".to_owned(),
    )?;
    Ok("another value than the one planted".to_owned())
}
