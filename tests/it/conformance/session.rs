//! The life of one session: read, extended, left, ended; sleeps, where no clock is in hand, as long as a promise lasts.

use super::backend::{Backend, Need};
use super::times::seconds_between;
use super::{Check, Fault, Seen, ensure};
use crate::support::client::Visitor;
use nomade::contract::endpoint::{AGENT, PORTAL, SESSION, SESSION_LEAVING};
use serde_json::Value;
use std::time::{Duration, Instant};

pub const CHECKS: &[Check] = &[
    Check {
        says: "GET /session answers whoever asks",
        expects: "200 signed_out without a cookie",
        needs: &[],
        run: always_answers,
    },
    Check {
        says: "a session ends after the times that the portal gives",
        expects: "idle and absolute ends counted from `now`, idle never after absolute",
        needs: &[Need::Role("agent")],
        run: the_right_times,
    },
    Check {
        says: "a session on a shared device is shorter",
        expects: "`shared_device` true, the idle end after `shared_device_idle_s`",
        needs: &[Need::Role("agent")],
        run: shared_device,
    },
    Check {
        says: "reading the session never extends it",
        expects: "the same `idle_expires_at` while `now` goes on",
        needs: &[Need::Role("agent")],
        run: reading_never_extends,
    },
    Check {
        says: "PUT /session extends it, never beyond the absolute end",
        expects: "a later `idle_expires_at`, the same `absolute_expires_at`",
        needs: &[Need::Role("agent")],
        run: put_extends,
    },
    Check {
        says: "signing out ends the session on the server",
        expects: "204, the cookie cleared, its value signed_out",
        needs: &[Need::Role("agent")],
        run: sign_out,
    },
    Check {
        says: "signing out twice is harmless",
        expects: "204 again, and without ever having signed in",
        needs: &[Need::Role("agent")],
        run: sign_out_twice,
    },
    Check {
        says: "a page that goes away and comes back keeps a shared-device session",
        expects: "204, then signed_in",
        needs: &[Need::Role("agent")],
        run: leaving_and_back,
    },
    Check {
        says: "a shared-device session ends 20 s after its last page went, and no other",
        expects: "signed_out and 401 after 21 s; signed_in where a call came before, and on an own device",
        needs: &[Need::Role("agent")],
        run: leaving,
    },
];

fn always_answers(backend: &Backend) -> Seen {
    let session = backend.visitor().get(SESSION)?.json();
    ensure(session["state"] == "signed_out", || {
        session["state"].to_string()
    })?;
    Ok("200 signed_out".to_owned())
}

fn close(seconds: i64, wanted: &Value) -> bool {
    wanted
        .as_i64()
        .is_some_and(|wanted| (seconds - wanted).abs() <= 2)
}

fn the_right_times(backend: &Backend) -> Seen {
    let times = backend.portal()?["session"].clone();
    let visitor = backend.visitor();
    let session = backend.sign_in_again(&visitor, "agent", false)?;
    let (idle, absolute) = (
        seconds_between(&session, "now", "idle_expires_at")?,
        seconds_between(&session, "now", "absolute_expires_at")?,
    );
    ensure(
        close(idle, &times["idle_s"]) && close(absolute, &times["absolute_s"]) && idle <= absolute,
        || format!("idle {idle} s, absolute {absolute} s, and the portal says {times}"),
    )?;
    ensure(session["warn_before_s"] == times["warn_before_s"], || {
        format!("`warn_before_s` {}", session["warn_before_s"])
    })?;
    Ok(format!("idle {idle} s, absolute {absolute} s"))
}

fn shared_device(backend: &Backend) -> Seen {
    let times = backend.portal()?["session"].clone();
    let visitor = backend.visitor();
    let session = backend.sign_in_again(&visitor, "agent", true)?;
    let idle = seconds_between(&session, "now", "idle_expires_at")?;
    ensure(
        session["shared_device"] == true && close(idle, &times["shared_device_idle_s"]),
        || format!("{}, idle {idle} s", session["shared_device"]),
    )?;
    Ok(format!("true, idle {idle} s"))
}

/// The session, once the server's clock has moved by a second since `before`.
fn a_second_later(visitor: &Visitor<'_>, before: &Value) -> Result<Value, Fault> {
    let deadline = Instant::now() + Duration::from_secs(10);
    while Instant::now() < deadline {
        let mut session = visitor.get(SESSION)?.json();
        session["before"] = before["now"].clone();
        if seconds_between(&session, "before", "now")? >= 1 {
            return Ok(session);
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    Err(Fault::Broken("`now` stands still".to_owned()))
}

fn reading_never_extends(backend: &Backend) -> Seen {
    let visitor = backend.visitor();
    let opened = backend.sign_in_again(&visitor, "agent", false)?;
    let later = a_second_later(&visitor, &opened)?;
    ensure(
        later["idle_expires_at"] == opened["idle_expires_at"],
        || {
            format!(
                "{} became {}",
                opened["idle_expires_at"], later["idle_expires_at"]
            )
        },
    )?;
    Ok(format!(
        "{} at {} and at {}",
        later["idle_expires_at"], opened["now"], later["now"]
    ))
}

fn put_extends(backend: &Backend) -> Seen {
    let visitor = backend.visitor();
    let opened = backend.sign_in_again(&visitor, "agent", false)?;
    a_second_later(&visitor, &opened)?;
    let answer = visitor.call("PUT", SESSION).send()?;
    ensure(answer.status == 200, || answer.brief())?;
    let mut extended = answer.json();
    extended["idle_before"] = opened["idle_expires_at"].clone();
    let by = seconds_between(&extended, "idle_before", "idle_expires_at")?;
    ensure(
        by >= 1 && extended["absolute_expires_at"] == opened["absolute_expires_at"],
        || {
            format!(
                "by {by} s, absolute end {}",
                extended["absolute_expires_at"]
            )
        },
    )?;
    let kept = visitor.get(SESSION)?.json();
    ensure(
        kept["idle_expires_at"] == extended["idle_expires_at"],
        || "GET tells another end than PUT".to_owned(),
    )?;
    Ok(format!("extended by {by} s, the same absolute end"))
}

fn sign_out(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let thief = visitor.twin();
    let answer = visitor.call("DELETE", SESSION).send()?;
    ensure(answer.status == 204, || answer.brief())?;
    ensure(visitor.cookies.borrow().is_empty(), || {
        "the cookie was not cleared".to_owned()
    })?;
    let state = thief.get(SESSION)?.json()["state"].clone();
    ensure(state == "signed_out", || {
        format!("the old cookie is {state}")
    })?;
    Ok("204, the old cookie is signed_out".to_owned())
}

fn sign_out_twice(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let again = visitor.twin();
    for (who, visitor) in [
        ("in a session", &visitor),
        ("with its old cookie and token", &again),
        ("without a session", &backend.visitor()),
    ] {
        let answer = visitor.call("DELETE", SESSION).send()?;
        ensure(answer.status == 204, || {
            format!("{who}: {}", answer.brief())
        })?;
    }
    Ok("204 three times".to_owned())
}

fn leaving_and_back(backend: &Backend) -> Seen {
    let visitor = backend.visitor();
    backend.sign_in_again(&visitor, "agent", true)?;
    let left = visitor.call("POST", SESSION_LEAVING).send()?;
    let state = visitor.get(SESSION)?.json()["state"].clone();
    ensure(left.status == 204 && state == "signed_in", || {
        format!("{}, then {state}", left.brief())
    })?;
    Ok(format!("204, then {state}"))
}

fn leaving(backend: &Backend) -> Seen {
    backend.restored(|| {
        let visitors = [(); 4].map(|()| backend.visitor());
        let [gone, back, elsewhere, own] = &visitors;
        for (visitor, shared_device) in
            [(gone, true), (back, true), (elsewhere, true), (own, false)]
        {
            backend.sign_in_again(visitor, "agent", shared_device)?;
            let answer = visitor.call("POST", SESSION_LEAVING).send()?;
            ensure(answer.status == 204, || answer.brief())?;
        }
        backend.wait(10)?;
        // Any call with the cookie, a public one too.
        back.get(AGENT)?;
        elsewhere.get(PORTAL)?;
        backend.wait(11)?;
        let refused = gone.twin().get(AGENT)?;
        let states = visitors.iter().map(|visitor| {
            let session = visitor.get(SESSION)?.json();
            Ok(session["state"].as_str().unwrap_or_default().to_owned())
        });
        let states = states.collect::<Result<Vec<String>, Fault>>()?;
        ensure(
            refused.brief() == "401 signed_out"
                && states == ["signed_out", "signed_in", "signed_in", "signed_in"],
            || format!("{}, {}", refused.brief(), states.join(", ")),
        )?;
        Ok("gone: signed_out, back: signed_in, own device: signed_in".to_owned())
    })
}
