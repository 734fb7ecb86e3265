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
        expects: "the same statuses, codes and waits for as many tries",
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

fn alike(backend: &Backend) -> Seen {
    backend.reset()?;
    let unknown = made_up_name();
    let mut seen = Vec::new();
    for attempt in 0..attempts(backend)? + 2 {
        let (mut here, mut there) = (
            wrong_password(backend, backend.username("agent"))?.json(),
            wrong_password(backend, &unknown)?.json(),
        );
        // A second may pass between the two.
        let apart = here["retry_after"].as_i64().unwrap_or_default()
            - there["retry_after"].as_i64().unwrap_or_default();
        ensure(apart.abs() <= 2, || {
            format!("try {attempt}: the waits are {apart} s apart")
        })?;
        for problem in [&mut here, &mut there] {
            for own in ["trace_id", "retry_after"] {
                if !problem[own].is_null() {
                    problem[own] = "own".into();
                }
            }
        }
        ensure(here == there, || {
            format!("try {attempt}: {here} and {there}")
        })?;
        seen.push(here["code"].to_string());
    }
    backend.reset()?;
    ensure(
        seen.last().is_some_and(|code| code == "\"account_locked\""),
        || seen.join(", "),
    )?;
    seen.dedup();
    Ok(format!("both {}", seen.join(", then ")))
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
