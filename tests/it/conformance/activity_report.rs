//! "This was not me": what is refused, and what a report does; reports something only where the run can take it back.

use super::activity::{all, page};
use super::activity_deeds::newest;
use super::backend::{Backend, Need};
use super::payslips::text;
use super::{Check, Fault, Seen, ensure};
use crate::support::answer::Answer;
use crate::support::client::Visitor;
use nomade::contract::activity::LONGEST_COMMENT;
use nomade::contract::endpoint::{SESSION, activity_report};
use serde_json::{Value, json};

const AGENT: &[Need] = &[Need::Role("agent"), Need::Module("activity")];
const IN_HAND: &[Need] = &[
    Need::Role("agent"),
    Need::Module("activity"),
    Need::Controls,
];

pub const CHECKS: &[Check] = &[
    Check {
        says: "what is no event can't be reported",
        expects: "404 not_found, no session ended",
        needs: AGENT,
        run: no_event,
    },
    Check {
        says: "another agent's event can't be reported",
        expects: "404 not_found, nothing reported, no session ended",
        needs: &[
            Need::Role("agent"),
            Need::Role("other_agent"),
            Need::Module("activity"),
        ],
        run: another_agents,
    },
    Check {
        says: "a comment that is too long or none is refused and named",
        expects: "422 invalid_fields with `comment`, nothing reported, no session ended",
        needs: AGENT,
        run: wrong_comment,
    },
    Check {
        says: "nothing is reported without X-CSRF-Token or from a foreign origin",
        expects: "403 csrf_refused, 403 origin_refused, nothing reported, no session ended",
        needs: AGENT,
        run: forged,
    },
    Check {
        says: "a report gives a number, ends the agent's other sessions and stands in the journal",
        expects: "200, signed_out there, signed_in here, event_reported and session_ended",
        needs: IN_HAND,
        run: reported,
    },
    Check {
        says: "the same event reported again is the same report and ends the other sessions again",
        expects: "the same number and moment, signed_out there, one event_reported",
        needs: IN_HAND,
        run: again,
    },
    Check {
        says: "the report of an event can't be reported itself",
        expects: "no `report` in its `actions`, 404 not_found, no session ended",
        needs: IN_HAND,
        run: of_a_report,
    },
    Check {
        says: "a comment may be empty or as long as the contract says, of any characters",
        expects: "200 each time",
        needs: IN_HAND,
        run: comments,
    },
];

fn report(visitor: &Visitor<'_>, id: &str, comment: &str) -> Result<Answer, String> {
    let call = visitor.call("POST", &activity_report(id));
    call.json(&json!({ "comment": comment })).send()
}

/// The newest event, which is the sign-in of this session.
fn own_sign_in(visitor: &Visitor<'_>) -> Result<String, Fault> {
    let newest = page(visitor, "kind=connection")?["items"][0].clone();
    ensure(newest["actions"] == json!(["report"]), || {
        format!("{} offers {}", newest["code"], newest["actions"])
    })?;
    Ok(text(&newest, "id").to_owned())
}

fn state(visitor: &Visitor<'_>) -> Result<String, Fault> {
    let session = visitor.get(SESSION)?.json();
    Ok(text(&session, "state").to_owned())
}

/// Nothing has come of it: `other` goes on and no event of `visitor` has a report that it had not.
fn nothing_came_of_it(visitor: &Visitor<'_>, other: &Visitor<'_>, id: &str) -> Result<(), Fault> {
    let (here, there) = (state(visitor)?, state(other)?);
    ensure(here == "signed_in" && there == "signed_in", || {
        format!("then {here} here, {there} there")
    })?;
    let all = all(visitor, "")?;
    let event = all.iter().find(|it| it["id"] == id);
    ensure(event.is_none_or(|it| it["report"].is_null()), || {
        "it was reported all the same".to_owned()
    })?;
    let newest = text(&all[0], "code");
    ensure(newest != "event_reported", || newest.to_owned())
}

fn no_event(backend: &Backend) -> Seen {
    let (other, visitor) = (backend.signed_in("agent")?, backend.signed_in("agent")?);
    for id in ["never-was-an-event", "e", &"x".repeat(64), "..", "a/b"] {
        let answer = report(&visitor, id, "")?;
        // An id that can't be read may count as that.
        ensure(
            answer.brief() == "404 not_found" || answer.brief() == "400 invalid_request",
            || format!("{id}: {}", answer.brief()),
        )?;
    }
    nothing_came_of_it(&visitor, &other, "")?;
    Ok("404 not_found".to_owned())
}

fn another_agents(backend: &Backend) -> Seen {
    let (other, visitor) = (backend.signed_in("agent")?, backend.signed_in("agent")?);
    let theirs = backend.signed_in("other_agent")?;
    let id = own_sign_in(&theirs)?;
    let answer = report(&visitor, &id, "")?;
    ensure(answer.brief() == "404 not_found", || answer.brief())?;
    nothing_came_of_it(&visitor, &other, "")?;
    nothing_came_of_it(&theirs, &theirs, &id)?;
    Ok(answer.brief())
}

fn wrong_comment(backend: &Backend) -> Seen {
    let (other, visitor) = (backend.signed_in("agent")?, backend.signed_in("agent")?);
    let id = own_sign_in(&visitor)?;
    let long = |letter: &str| json!({ "comment": letter.repeat(LONGEST_COMMENT + 1) });
    for body in [
        long("x"),
        long("é"),
        json!({}),
        json!({ "comment": null }),
        json!({ "comment": 1 }),
    ] {
        let answer = visitor
            .call("POST", &activity_report(&id))
            .json(&body)
            .send()?;
        let fields = answer.json()["fields"].clone();
        let named = fields[0]["name"] == "comment";
        let code = &fields[0]["code"];
        let is_long = body["comment"].is_string();
        // A type that is wrong may count as a body that can't be read.
        ensure(
            answer.status == 422 && named && (!is_long || code == "too_long")
                || answer.status == 400 && !is_long,
            || format!("{:.30}: {}, {fields}", body.to_string(), answer.brief()),
        )?;
    }
    nothing_came_of_it(&visitor, &other, &id)?;
    Ok("422 invalid_fields, `comment`".to_owned())
}

fn forged(backend: &Backend) -> Seen {
    let (other, visitor) = (backend.signed_in("agent")?, backend.signed_in("agent")?);
    let id = own_sign_in(&visitor)?;
    let path = activity_report(&id);
    let body = json!({ "comment": "" });
    let others = other.token.borrow().clone();
    for token in [None, Some(""), others.as_deref()] {
        let answer = visitor
            .call("POST", &path)
            .json(&body)
            .token(token)
            .send()?;
        ensure(answer.brief() == "403 csrf_refused", || answer.brief())?;
    }
    for origin in ["https://elsewhere.example", "null"] {
        let answer = visitor
            .call("POST", &path)
            .json(&body)
            .origin(origin)
            .send()?;
        ensure(answer.brief() == "403 origin_refused", || {
            format!("from {origin}: {}", answer.brief())
        })?;
    }
    nothing_came_of_it(&visitor, &other, &id)?;
    Ok("403 each time".to_owned())
}

/// The report that was made.
fn made(visitor: &Visitor<'_>, id: &str, comment: &str) -> Result<Value, Fault> {
    let answer = report(visitor, id, comment)?;
    ensure(answer.status == 200, || answer.brief())?;
    Ok(answer.json())
}

fn reported(backend: &Backend) -> Seen {
    backend.restored(|| {
        let (other, visitor) = (backend.signed_in("agent")?, backend.signed_in("agent")?);
        let another = backend.signed_in("agent")?;
        let id = own_sign_in(&visitor)?;
        let made = made(&visitor, &id, "Ce n’était pas moi.")?;
        let states = (state(&visitor)?, state(&other)?, state(&another)?);
        ensure(
            states
                == (
                    "signed_in".to_owned(),
                    "signed_out".to_owned(),
                    "signed_out".to_owned(),
                ),
            || format!("here {}, there {} and {}", states.0, states.1, states.2),
        )?;
        let all = all(&visitor, "")?;
        let event = all.iter().find(|it| it["id"] == id).unwrap_or(&Value::Null);
        ensure(
            event["report"] == made && event["actions"] == json!([]),
            || {
                format!(
                    "the event has {} and offers {}",
                    event["report"], event["actions"]
                )
            },
        )?;
        let mut seen = newest(&visitor, "", 3)?;
        seen.sort();
        ensure(
            seen == ["event_reported*", "session_ended*", "session_ended*"],
            || seen.join(", "),
        )?;
        Ok(format!("200 {}, {}", made["number"], seen.join(", ")))
    })
}

fn again(backend: &Backend) -> Seen {
    backend.restored(|| {
        let visitor = backend.signed_in("agent")?;
        let id = own_sign_in(&visitor)?;
        let first = made(&visitor, &id, "")?;
        let other = backend.signed_in("agent")?;
        backend.advance_clock(60)?;
        let second = made(&visitor, &id, "")?;
        ensure(first == second, || format!("{first} became {second}"))?;
        let there = state(&other)?;
        ensure(there == "signed_out", || format!("there {there}"))?;
        let decisions = all(&visitor, "kind=decision")?;
        let of_this = decisions
            .iter()
            .filter(|it| it["code"] == "event_reported" && it["current_session"] == true);
        let count = of_this.count();
        ensure(count == 1, || format!("{count} event_reported"))?;
        Ok(format!("{} both times", first["number"]))
    })
}

fn of_a_report(backend: &Backend) -> Seen {
    backend.restored(|| {
        let visitor = backend.signed_in("agent")?;
        made(&visitor, &own_sign_in(&visitor)?, "")?;
        let newest = page(&visitor, "kind=decision")?["items"][0].clone();
        ensure(
            newest["code"] == "event_reported" && newest["actions"] == json!([]),
            || format!("{} offers {}", newest["code"], newest["actions"]),
        )?;
        let other = backend.signed_in("agent")?;
        let answer = report(&visitor, text(&newest, "id"), "")?;
        let there = state(&other)?;
        ensure(
            answer.brief() == "404 not_found" && there == "signed_in",
            || format!("{}, there {there}", answer.brief()),
        )?;
        Ok(answer.brief())
    })
}

fn comments(backend: &Backend) -> Seen {
    backend.restored(|| {
        let visitor = backend.signed_in("agent")?;
        let id = own_sign_in(&visitor)?;
        for comment in [
            String::new(),
            "é".repeat(LONGEST_COMMENT),
            "😀".repeat(LONGEST_COMMENT),
            "\u{0}\u{1}\u{7f}\u{202e}\u{2028}\r\n<b>".to_owned(),
        ] {
            made(&visitor, &id, &comment)?;
        }
        Ok("200 each time".to_owned())
    })
}
