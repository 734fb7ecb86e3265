//! The charter and the terms before an agent; accepts nothing new where the run can't take it back.

use super::backend::{Backend, Need};
use super::{Check, Fault, Seen, ensure};
use crate::support::answer::Answer;
use crate::support::client::Visitor;
use nomade::contract::endpoint::{
    AGENT, CONSENT, NOTICES, PAYSLIPS, PAYSLIPS_SERIES, SESSION, SESSIONS, payslip, text,
};
use serde_json::{Value, json};

pub const CHECKS: &[Check] = &[
    Check {
        says: "an agent who has not accepted the texts is told so",
        expects: "200 consent_required with the agent",
        needs: &[Need::Role("consent")],
        run: told,
    },
    Check {
        says: "a session that waits for consent is extended on demand, and does nothing else",
        expects: "200 for PUT /session, 403 consent_required for the rest",
        needs: &[Need::Role("consent")],
        run: nothing_else,
    },
    Check {
        says: "a session that waits for consent is shown what to accept",
        expects: "GET /consent: 200, at least one text due, changes only where something was accepted before",
        needs: &[Need::Role("consent")],
        run: shown,
    },
    Check {
        says: "what an agent accepts is what everybody can read",
        expects: "the texts of GET /texts/charter and /texts/terms, in the versions of GET /portal",
        needs: &[Need::Role("consent")],
        run: the_public_texts,
    },
    Check {
        says: "a version that is not in force is never accepted",
        expects: "412 changed_meanwhile, nothing accepted, still consent_required",
        needs: &[Need::Role("consent")],
        run: stale,
    },
    Check {
        says: "nothing is accepted without X-CSRF-Token or from a foreign origin",
        expects: "403 csrf_refused, 403 origin_refused, still consent_required",
        needs: &[Need::Role("consent")],
        run: forged,
    },
    Check {
        says: "an acceptance that leaves a version out is refused and told which",
        expects: "422 invalid_fields with its name, still consent_required",
        needs: &[Need::Role("consent")],
        run: incomplete,
    },
    Check {
        says: "a session that waits for consent can end",
        expects: "204, then signed_out",
        needs: &[Need::Role("consent")],
        run: can_end,
    },
    Check {
        says: "an agent can read again what was accepted, and when",
        expects: "GET /consent: 200, both in the version in force, no changes",
        needs: &[Need::Role("agent")],
        run: read_again,
    },
    Check {
        says: "accepting the same again is harmless",
        expects: "200 signed_in, the same moment as before",
        needs: &[Need::Role("agent")],
        run: again,
    },
    Check {
        says: "accepting opens the space, and lasts",
        expects: "200 signed_in, then /agent 200, and signed_in at the next sign-in",
        needs: &[Need::Role("consent"), Need::Controls],
        run: accepted,
    },
    Check {
        says: "a charter that changes in mid-session must be accepted before anything else",
        expects: "403 consent_required, GET /consent with the changes, 200 after accepting",
        needs: &[Need::Role("agent"), Need::Controls],
        run: changed_in_mid_session,
    },
];

/// The names of the two texts, and of the field of the acceptance.
const BOTH: [(&str, &str); 2] = [("charter", "charter_version"), ("terms", "terms_version")];

fn told(backend: &Backend) -> Seen {
    let visitor = backend.visitor();
    let session = backend.sign_in_again(&visitor, "consent", false)?;
    let read = visitor.get(SESSION)?.json();
    ensure(
        session["state"] == "consent_required" && read["state"] == "consent_required",
        || format!("{}, then {}", session["state"], read["state"]),
    )?;
    Ok("200 consent_required".to_owned())
}

fn nothing_else(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("consent")?;
    for path in [
        AGENT,
        NOTICES,
        PAYSLIPS,
        PAYSLIPS_SERIES,
        SESSIONS,
        &payslip("p_1"),
    ] {
        let answer = visitor.get(path)?;
        ensure(answer.brief() == "403 consent_required", || {
            format!("GET {path}: {}", answer.brief())
        })?;
    }
    let answer = visitor.call("DELETE", SESSIONS).send()?;
    ensure(answer.brief() == "403 consent_required", || {
        format!("DELETE {SESSIONS}: {}", answer.brief())
    })?;
    let extended = visitor.call("PUT", SESSION).send()?;
    ensure(
        extended.status == 200 && extended.json()["state"] == "consent_required",
        || {
            format!(
                "reading takes time, and PUT {SESSION}: {}",
                extended.brief()
            )
        },
    )?;
    Ok("403 consent_required for each call".to_owned())
}

fn consent(visitor: &Visitor<'_>) -> Result<Value, Fault> {
    let answer = visitor.get(CONSENT)?;
    ensure(answer.status == 200, || answer.brief())?;
    Ok(answer.json())
}

fn is_due(shown: &Value) -> bool {
    shown["accepted"]["version"] != shown["text"]["version"]
}

/// The body that accepts what `consent` shows.
fn acceptance(consent: &Value) -> Value {
    BOTH.map(|(name, field)| (field, &consent[name]["text"]["version"]))
        .into_iter()
        .map(|(field, version)| (field.to_owned(), version.clone()))
        .collect()
}

fn accept(visitor: &Visitor<'_>, body: &Value) -> Result<Answer, String> {
    visitor.call("POST", CONSENT).json(body).send()
}

/// Nothing has come of it: the session still waits, and what was shown stays.
fn still_due(visitor: &Visitor<'_>, before: &Value) -> Result<(), Fault> {
    let state = visitor.get(SESSION)?.json()["state"].clone();
    ensure(
        state == "consent_required" && consent(visitor)? == *before,
        || format!("{state}, or another GET /consent than before"),
    )
}

fn shown(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("consent")?;
    let consent = consent(&visitor)?;
    let mut due = Vec::new();
    for (name, _) in BOTH {
        let shown = &consent[name];
        let changes = shown["changes"].as_array().map_or(0, Vec::len);
        ensure(
            changes == 0 || is_due(shown) && !shown["accepted"].is_null(),
            || format!("{name}: {changes} changes since {}", shown["accepted"]),
        )?;
        if is_due(shown) {
            due.push(format!("{name} {}", shown["text"]["version"]));
        }
    }
    ensure(!due.is_empty(), || "nothing is due".to_owned())?;
    Ok(format!("200, due: {}", due.join(", ")))
}

fn the_public_texts(backend: &Backend) -> Seen {
    let portal = backend.portal()?;
    let visitor = backend.signed_in("consent")?;
    let consent = consent(&visitor)?;
    for (name, _) in BOTH {
        let shown = &consent[name]["text"];
        let public = backend.visitor().get(&text(name))?.json();
        ensure(*shown == public, || format!("{name}: another text"))?;
        ensure(shown["version"] == portal[name]["version"], || {
            format!(
                "{name} {}, and the portal {}",
                shown["version"], portal[name]
            )
        })?;
    }
    Ok(format!("the same, {}", acceptance(&consent)))
}

fn stale(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("consent")?;
    let before = consent(&visitor)?;
    for (_, field) in BOTH {
        let mut body = acceptance(&before);
        body[field] = "a-version-that-never-was".into();
        let answer = accept(&visitor, &body)?;
        ensure(answer.brief() == "412 changed_meanwhile", || {
            format!("another {field}: {}", answer.brief())
        })?;
    }
    still_due(&visitor, &before)?;
    Ok("412 changed_meanwhile, still consent_required".to_owned())
}

fn forged(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("consent")?;
    let before = consent(&visitor)?;
    let body = acceptance(&before);
    let other = backend.signed_in("consent")?.token.borrow().clone();
    for token in [None, Some(""), other.as_deref()] {
        let call = visitor.call("POST", CONSENT).json(&body).token(token);
        let answer = call.send()?;
        ensure(answer.brief() == "403 csrf_refused", || answer.brief())?;
    }
    for origin in ["https://elsewhere.example", "null"] {
        let call = visitor.call("POST", CONSENT).json(&body).origin(origin);
        let answer = call.send()?;
        ensure(answer.brief() == "403 origin_refused", || {
            format!("from {origin}: {}", answer.brief())
        })?;
    }
    still_due(&visitor, &before)?;
    Ok("403 each time, still consent_required".to_owned())
}

fn incomplete(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("consent")?;
    let before = consent(&visitor)?;
    for (_, field) in BOTH {
        for wrong in [
            None,
            Some(json!("")),
            Some(json!("x".repeat(65))),
            Some(json!(1)),
        ] {
            let mut body = acceptance(&before);
            body[field] = wrong.clone().unwrap_or_default();
            if wrong.is_none() {
                body.as_object_mut().map(|it| it.remove(field));
            }
            let answer = accept(&visitor, &body)?;
            let fields = &answer.json()["fields"];
            let named = fields
                .as_array()
                .is_some_and(|fields| fields.iter().any(|it| it["name"] == field));
            // A type that is wrong may count as a body that can't be read.
            ensure(
                answer.status == 422 && named || wrong == Some(json!(1)) && answer.status == 400,
                || format!("{field}: {}, {fields}", answer.brief()),
            )?;
        }
    }
    still_due(&visitor, &before)?;
    Ok("422 invalid_fields, each named".to_owned())
}

fn can_end(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("consent")?;
    let answer = visitor.call("DELETE", SESSION).send()?;
    let state = visitor.get(SESSION)?.json()["state"].clone();
    ensure(answer.status == 204 && state == "signed_out", || {
        format!("{}, then {state}", answer.brief())
    })?;
    Ok(format!("204, then {state}"))
}

fn read_again(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let consent = consent(&visitor)?;
    for (name, _) in BOTH {
        let shown = &consent[name];
        ensure(!is_due(shown) && shown["changes"] == json!([]), || {
            format!(
                "{name}: {} of {}",
                shown["accepted"], shown["text"]["version"]
            )
        })?;
    }
    Ok(format!(
        "200, charter {} and terms {}",
        consent["charter"]["accepted"], consent["terms"]["accepted"]
    ))
}

fn again(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let before = consent(&visitor)?;
    // Nothing new is accepted in the name of an agent who has not.
    if BOTH.iter().any(|(name, _)| is_due(&before[*name])) {
        return Err(Fault::NothingToSee("something is due".to_owned()));
    }
    for time in ["once", "twice"] {
        let answer = accept(&visitor, &acceptance(&before))?;
        ensure(
            answer.status == 200 && answer.json()["state"] == "signed_in",
            || format!("{time}: {} {}", answer.brief(), answer.json()["state"]),
        )?;
    }
    let after = consent(&visitor)?;
    ensure(after == before, || {
        format!(
            "{} became {}",
            before["charter"]["accepted"], after["charter"]["accepted"]
        )
    })?;
    Ok(format!(
        "200 signed_in, {}",
        after["charter"]["accepted"]["at"]
    ))
}

/// Accepts what is due and checks that the space is open, here and at the next sign-in.
fn opens(backend: &Backend, visitor: &Visitor<'_>, role: &str) -> Result<(), Fault> {
    let body = acceptance(&consent(visitor)?);
    let answer = accept(visitor, &body)?;
    let session = answer.json();
    ensure(
        answer.status == 200 && session["state"] == "signed_in",
        || format!("{} {}", answer.brief(), session["state"]),
    )?;
    let agent = visitor.get(AGENT)?;
    ensure(
        agent.status == 200 && agent.json() == session["agent"],
        || format!("/agent: {}", agent.brief()),
    )?;
    let next = backend.visitor();
    let state = backend.sign_in_again(&next, role, false)?["state"].clone();
    ensure(state == "signed_in", || {
        format!("{state} at the next sign-in")
    })?;
    let kept = consent(&next)?;
    ensure(BOTH.iter().all(|(name, _)| !is_due(&kept[*name])), || {
        "still due at the next sign-in".to_owned()
    })
}

fn accepted(backend: &Backend) -> Seen {
    backend.restored(|| {
        let visitor = backend.signed_in("consent")?;
        opens(backend, &visitor, "consent")?;
        Ok("200 signed_in, then and at the next sign-in".to_owned())
    })
}

fn changed_in_mid_session(backend: &Backend) -> Seen {
    backend.restored(|| {
        let visitor = backend.signed_in("agent")?;
        let accepted = consent(&visitor)?["charter"]["accepted"].clone();
        let next = json!({ "charter": { "version": "2026-2", "published_on": "2026-11-20" } });
        backend.door.beside("/test/portal", &next)?;
        let refused = visitor.get(PAYSLIPS)?;
        let due = consent(&visitor)?;
        let changes = due["charter"]["changes"].as_array().map_or(0, Vec::len);
        ensure(
            refused.brief() == "403 consent_required"
                && due["charter"]["accepted"] == accepted
                && changes > 0
                && due["terms"]["changes"] == json!([]),
            || format!("{}, {changes} changes since {accepted}", refused.brief()),
        )?;
        opens(backend, &visitor, "agent")?;
        Ok(format!("403 consent_required, {changes} changes, then 200"))
    })
}
