//! Too many wrong passwords; over the network only names that nobody has.

use super::backend::{Backend, Need, made_up_name};
use super::{Check, Fault, Seen, ensure};
use crate::support::answer::Answer;
use crate::support::client::credentials;
use nomade::contract::endpoint::SESSION;
use std::time::{Duration, Instant};

pub const CHECKS: &[Check] = &[
    Check {
        says: "an expired password is not told to whoever does not know it",
        expects: "401 invalid_credentials",
        needs: &[Need::Role("expired"), Need::Controls],
        run: expired_is_not_told,
    },
    Check {
        says: "names that exist and names that do not answer alike",
        expects: "byte for byte the same statuses, headers and bodies for as many tries",
        needs: &[Need::Role("agent"), Need::Controls],
        run: alike,
    },
    Check {
        says: "names that exist and names that do not take the same time",
        expects: "neither more than three times faster",
        needs: &[Need::Role("agent"), Need::Controls],
        run: same_time,
    },
    Check {
        says: "a lock ends after its time",
        expects: "423 before, 200 after `duration_s`",
        needs: &[Need::Role("agent"), Need::Controls],
        run: lock_ends,
    },
    Check {
        says: "too many wrong passwords for a name that nobody has are locked out",
        expects: "423 account_locked or 429 too_many_attempts, the wait the same in body and header",
        needs: &[],
        run: locked_out,
    },
];

fn wrong_password(backend: &Backend, username: &str) -> Result<Answer, String> {
    backend
        .visitor()
        .call("POST", SESSION)
        .json(&credentials(username, "a wrong password", false))
        .send()
}

fn attempts(backend: &Backend) -> Result<u64, String> {
    Ok(backend.portal()?["lockout"]["attempts"]
        .as_u64()
        .unwrap_or_default())
}

fn expired_is_not_told(backend: &Backend) -> Seen {
    let answer = wrong_password(backend, backend.username("expired"))?;
    ensure(answer.status == 401, || answer.brief())?;
    Ok(answer.brief())
}

/// The wait that an answer tells, and all else that a visitor sees of it; without what is its own: date and trace id.
fn seen(answer: &Answer) -> (i64, String) {
    let problem = answer.json();
    let wait = problem["retry_after"].as_i64().unwrap_or_default();
    let mut text = answer.status.to_string();
    for (name, value) in &answer.headers {
        match name.as_str() {
            "date" => {}
            "retry-after" => text += "\nretry-after",
            _ => text += &format!("\n{name}: {value}"),
        }
    }
    let trace_id = problem["trace_id"].as_str().unwrap_or_default();
    let body = String::from_utf8_lossy(&answer.body).replace(trace_id, "");
    let body = body.replace(&format!("\"retry_after\":{wait}"), "\"retry_after\"");
    (wait, format!("{text}\n{body}"))
}

fn alike(backend: &Backend) -> Seen {
    backend.reset()?;
    let unknown = made_up_name();
    let mut codes = Vec::new();
    for attempt in 0..attempts(backend)? + 3 {
        let answers = (
            wrong_password(backend, backend.username("agent"))?,
            wrong_password(backend, &unknown)?,
        );
        let ((wait, here), (other_wait, there)) = (seen(&answers.0), seen(&answers.1));
        // A second may pass between the two.
        ensure((wait - other_wait).abs() <= 2, || {
            format!("try {attempt}: the waits are {wait} s and {other_wait} s")
        })?;
        ensure(here == there, || {
            format!("try {attempt}: {here} and {there}")
        })?;
        codes.push(answers.0.brief());
    }
    backend.reset()?;
    ensure(
        codes.last().is_some_and(|it| it == "423 account_locked"),
        || codes.join(", "),
    )?;
    codes.dedup();
    Ok(format!("both {}", codes.join(", then ")))
}

fn same_time(backend: &Backend) -> Seen {
    backend.reset()?;
    let unknown = made_up_name();
    let (mut here, mut there) = (Duration::MAX, Duration::MAX);
    for _ in 1..attempts(backend)? {
        for (username, fastest) in [
            (backend.username("agent"), &mut here),
            (unknown.as_str(), &mut there),
        ] {
            let begun = Instant::now();
            let answer = wrong_password(backend, username)?;
            *fastest = begun.elapsed().min(*fastest);
            ensure(answer.status == 401, || answer.brief())?;
        }
    }
    backend.reset()?;
    ensure(here < there * 3 && there < here * 3, || {
        format!("{here:?} and {there:?}")
    })?;
    Ok(format!(
        "{} ms and {} ms",
        here.as_millis(),
        there.as_millis()
    ))
}

fn lock_ends(backend: &Backend) -> Seen {
    backend.reset()?;
    for _ in 0..attempts(backend)? {
        wrong_password(backend, backend.username("agent"))?;
    }
    let locked = backend.try_sign_in(&backend.visitor(), "agent", false)?;
    backend.advance_clock(
        backend.portal()?["lockout"]["duration_s"]
            .as_i64()
            .unwrap_or_default()
            + 1,
    )?;
    let open = backend.try_sign_in(&backend.visitor(), "agent", false)?;
    backend.reset()?;
    ensure(locked.status == 423 && open.status == 200, || {
        format!("{}, then {}", locked.brief(), open.brief())
    })?;
    Ok(format!("{}, then 200", locked.brief()))
}

fn locked_out(backend: &Backend) -> Seen {
    let name = made_up_name();
    let attempts = attempts(backend)?;
    if attempts > 20 {
        return Err(Fault::NothingToSee(format!(
            "{attempts} tries are too many to make here"
        )));
    }
    let mut last = wrong_password(backend, &name)?;
    for _ in 0..attempts {
        last = wrong_password(backend, &name)?;
    }
    ensure([423, 429].contains(&last.status), || {
        format!("{} after {attempts} tries", last.brief())
    })?;
    let (body, header) = (
        last.json()["retry_after"].to_string(),
        last.header("retry-after").unwrap_or_default().to_owned(),
    );
    ensure(body == header, || {
        format!("`retry_after` {body}, Retry-After {header}")
    })?;
    Ok(format!("{}, {body} s", last.brief()))
}
