//! What can be seen only where the clock is in hand: how sessions end; puts everything back.

use super::backend::{Backend, Need};
use super::times::instant;
use super::{Check, Seen, ensure};
use nomade::contract::endpoint::{PAYSLIPS, PROBE_NETWORK, SESSION, SESSION_LEAVING};
use serde_json::Value;

const NEEDS: &[Need] = &[Need::Role("agent"), Need::Controls];

pub const CHECKS: &[Check] = &[
    Check {
        says: "a session that nobody extends ends at its idle end",
        expects: "signed_in before, signed_out after, 401 elsewhere",
        needs: NEEDS,
        run: idle_end,
    },
    Check {
        says: "a session that is always extended ends at its absolute end",
        expects: "signed_in until then, signed_out after",
        needs: NEEDS,
        run: absolute_end,
    },
    Check {
        says: "leaving ends no session of an own device",
        expects: "signed_in 60 s after leaving",
        needs: NEEDS,
        run: leaving_own_device,
    },
    Check {
        says: "times are told as Paris's wall clock, whatever the season",
        expects: "+01:00 in winter, +02:00 in summer",
        needs: NEEDS,
        run: paris_time,
    },
];

fn state(backend_session: &Value) -> &str {
    backend_session["state"].as_str().unwrap_or_default()
}

fn times(backend: &Backend, name: &str) -> Result<i64, String> {
    Ok(backend.portal()?["session"][name]
        .as_i64()
        .unwrap_or_default())
}

fn idle_end(backend: &Backend) -> Seen {
    backend.restored(|| {
        let visitor = backend.signed_in("agent")?;
        let idle = times(backend, "idle_s")?;
        backend.advance_clock(idle - 30)?;
        let before = visitor.get(SESSION)?.json();
        backend.advance_clock(31)?;
        let after = visitor.get(SESSION)?.json();
        let elsewhere = visitor.get(PAYSLIPS)?;
        ensure(
            state(&before) == "signed_in"
                && state(&after) == "signed_out"
                && elsewhere.status == 401,
            || {
                format!(
                    "{}, then {}, {}",
                    state(&before),
                    state(&after),
                    elsewhere.brief()
                )
            },
        )?;
        Ok(format!("signed_in, {} after {idle} s", state(&after)))
    })
}

fn absolute_end(backend: &Backend) -> Seen {
    backend.restored(|| {
        let visitor = backend.signed_in("agent")?;
        let (idle, absolute) = (times(backend, "idle_s")?, times(backend, "absolute_s")?);
        let step = idle - 30;
        let mut passed = 0;
        while passed + step < absolute {
            backend.advance_clock(step)?;
            passed += step;
            let answer = visitor.call("PUT", SESSION).send()?;
            ensure(answer.status == 200, || {
                format!("{} after {passed} s", answer.brief())
            })?;
            let session = answer.json();
            let beyond = instant(&session, "idle_expires_at")?
                .since(instant(&session, "absolute_expires_at")?)
                .num_seconds();
            ensure(beyond <= 0, || {
                format!("the idle end is {beyond} s after the absolute end")
            })?;
        }
        backend.advance_clock(absolute - passed + 1)?;
        let after = visitor.get(SESSION)?.json();
        ensure(state(&after) == "signed_out", || state(&after).to_owned())?;
        Ok(format!("signed_out after {absolute} s"))
    })
}

fn leaving_own_device(backend: &Backend) -> Seen {
    backend.restored(|| {
        let visitor = backend.signed_in("agent")?;
        visitor.call("POST", SESSION_LEAVING).send()?;
        backend.advance_clock(60)?;
        let session = visitor.get(SESSION)?.json();
        ensure(state(&session) == "signed_in", || {
            state(&session).to_owned()
        })?;
        Ok("signed_in".to_owned())
    })
}

fn paris_time(backend: &Backend) -> Seen {
    backend.restored(|| {
        let mut seen = Vec::new();
        for _ in 0..2 {
            let probe = backend.visitor().get(PROBE_NETWORK)?.json();
            let now = probe["now"].as_str().unwrap_or_default().to_owned();
            let month: i8 = now[5..7].parse().unwrap_or_default();
            // The months in which the offset changes are left out.
            let due = match month {
                11 | 12 | 1 | 2 => "+01:00",
                4..=9 => "+02:00",
                _ => &now[now.len() - 6..],
            };
            ensure(now.ends_with(due), || now.clone())?;
            seen.push(now);
            backend.advance_clock(182 * 86_400)?;
        }
        Ok(seen.join(" and "))
    })
}
