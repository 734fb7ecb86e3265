//! What anybody may ask before signing in; knows no account but for comparison.

use super::backend::{Backend, Need};
use super::times::instant;
use super::{Check, Fault, Seen, ensure};
use nomade::contract::endpoint::{NOTICES, PORTAL, PROBE_NETWORK, SESSION};

pub const CHECKS: &[Check] = &[
    Check {
        says: "the portal tells everybody the same",
        expects: "GET /portal: 200, the same with and without a session",
        needs: &[Need::Role("agent")],
        run: the_same_portal,
    },
    Check {
        says: "the portal's rules fit each other",
        expects: "required ≤ recommended versions, shared ≤ ordinary ≤ absolute session time, a warning before the end",
        needs: &[],
        run: rules_fit,
    },
    Check {
        says: "the network probe answers whoever asks",
        expects: "GET /probe/network: 200, the marker, the time of the session's `now`",
        needs: &[],
        run: network_probe,
    },
    Check {
        says: "notices are for agents",
        expects: "GET /notices signed out: 401 signed_out",
        needs: &[],
        run: notices_signed_out,
    },
    Check {
        says: "notices hold now",
        expects: "GET /notices: 200, each begun and not over",
        needs: &[Need::Role("agent")],
        run: notices_hold,
    },
];

fn the_same_portal(backend: &Backend) -> Seen {
    let (outside, inside) = (
        backend.portal()?,
        backend.signed_in("agent")?.get(PORTAL)?.json(),
    );
    ensure(outside == inside, || {
        "another answer in a session".to_owned()
    })?;
    Ok(format!(
        "contract {}, both the same",
        outside["contract_version"]
    ))
}

fn rules_fit(backend: &Backend) -> Seen {
    let portal = backend.portal()?;
    for (name, browser) in portal["browser_minimums"].as_object().into_iter().flatten() {
        ensure(
            browser["required"].as_u64() <= browser["recommended"].as_u64(),
            || format!("{name}: {browser}"),
        )?;
    }
    let times = &portal["session"];
    let of = |name: &str| times[name].as_u64().unwrap_or_default();
    ensure(
        of("shared_device_idle_s") <= of("idle_s")
            && of("idle_s") <= of("absolute_s")
            && of("warn_before_s") < of("shared_device_idle_s"),
        || times.to_string(),
    )?;
    Ok(times.to_string())
}

fn network_probe(backend: &Backend) -> Seen {
    let visitor = backend.visitor();
    // A proxy on the way may take a while between the two.
    let (probe, session) = (
        visitor.get(PROBE_NETWORK)?.json(),
        visitor.get(SESSION)?.json(),
    );
    let apart = instant(&session, "now")?
        .since(instant(&probe, "now")?)
        .num_seconds();
    ensure((0..=60).contains(&apart), || {
        format!("the two times are {apart} s apart")
    })?;
    Ok(format!("verdict {}", probe["verdict"]))
}

fn notices_signed_out(backend: &Backend) -> Seen {
    let answer = backend.visitor().get(NOTICES)?;
    ensure(answer.status == 401, || answer.brief())?;
    Ok(answer.brief())
}

fn notices_hold(backend: &Backend) -> Seen {
    let agent = backend.signed_in("agent")?;
    let answer = agent.get(NOTICES)?;
    ensure(answer.status == 200, || answer.brief())?;
    let (notices, session) = (answer.json(), agent.get(SESSION)?.json());
    let now = instant(&session, "now")?;
    let items = notices["items"]
        .as_array()
        .ok_or_else(|| Fault::Broken("no `items`".to_owned()))?;
    for notice in items {
        let begun = now.since(instant(notice, "from")?).num_seconds() >= 0;
        // The notice may end while the check asks.
        let over =
            !notice["until"].is_null() && now.since(instant(notice, "until")?).num_seconds() > 5;
        ensure(begun && !over, || {
            format!("from {} until {}", notice["from"], notice["until"])
        })?;
    }
    Ok(format!("200, {} notices", items.len()))
}
