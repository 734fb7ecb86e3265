//! What follows from what the checks have seen; joins the facts, and asks nothing.

use super::{Checkup, Seen};
use crate::api::answer::ApiError;
use crate::contract::portal::Portal;
use crate::rules::address_verdict::address_finding;
use crate::rules::browser_policy::browser_finding;
use crate::rules::clock_verdict::clock_finding;
use crate::rules::cookie_verdict::{CookieFacts, cookie_finding};
use crate::rules::network_verdict::{NetworkFacts, network_findings};
use crate::rules::reply::Reply;
use crate::rules::session::SessionStatus;
use crate::rules::system_policy::system_finding;
use crate::state::load::Load;
use crate::state::session::SessionContext;

/// What follows from what was seen, and from what the page itself was told.
pub(super) fn conclude(seen: &Seen, load: &Load<Portal>, session: SessionContext) -> Checkup {
    let portal = match load {
        Load::Loaded(portal) => Some(portal),
        _ => None,
    };
    let portal_settled = matches!(load, Load::Loaded(_) | Load::Failed(_));
    let mut findings = Vec::new();
    if portal_settled && seen.page_host.is_some() {
        findings.push(address_finding(
            seen.page_host.as_deref(),
            portal.map(|portal| portal.canonical_host.as_str()),
        ));
    }
    if let Some(network) = &seen.network {
        findings.extend(network_findings(&NetworkFacts {
            device_online: seen.device_online,
            probe: network.reply,
            seen: network.seen.clone(),
            took_ms: network.took_ms(),
            others: others(seen, load, session),
            site: seen.site,
            maintenance: portal.and_then(|portal| portal.maintenance.clone()),
        }));
    }
    if let Some(round_trip) = seen.round_trip {
        findings.push(cookie_finding(CookieFacts {
            page_cookie: seen.page_cookie,
            round_trip,
            service_elsewhere: seen.service_elsewhere.clone(),
        }));
    }
    if let Some(recognised) = seen.recognised.as_ref().filter(|_| portal_settled) {
        let browsers = portal.map(|portal| portal.browser_minimums.clone());
        let systems = portal.map(|portal| portal.system_minimums.clone());
        findings.push(browser_finding(recognised, &browsers.unwrap_or_default()));
        findings.push(system_finding(recognised, &systems.unwrap_or_default()));
    }
    if let Some(network) = &seen.network {
        findings.push(clock_finding(network.clocks()));
    }
    Checkup {
        findings,
        running: seen.due > 0 || !portal_settled,
        recognised: seen.recognised.clone(),
        overcome: None,
    }
}

/// What came for the page's own calls: the newest answer to each, as far as it is in.
fn others(seen: &Seen, load: &Load<Portal>, session: SessionContext) -> Vec<Reply> {
    let portal = match load {
        Load::Loaded(_) => Some(Reply::Good),
        Load::Failed(error) => Some(reply_of(error)),
        Load::Loading | Load::Slow => None,
    };
    let session = match (session.check_failure(), session.status()) {
        (Some(error), _) => Some(reply_of(&error)),
        (None, SessionStatus::Checking) => None,
        (None, _) => Some(Reply::Good),
    };
    let newest =
        |again: Option<Reply>, before: Option<Reply>| again.or(before.filter(|_| seen.run <= 1));
    let portal = newest(seen.portal_again, portal);
    let session = newest(seen.session_again, session);
    portal
        .into_iter()
        .chain(session)
        .chain(seen.cookie_reply)
        .collect()
}

/// What a failed call must have met, until it has been made once more.
fn reply_of(error: &ApiError) -> Reply {
    match error {
        ApiError::Filtered => Reply::WebPage { status: 0 },
        ApiError::Unreadable => Reply::Altered { status: 0 },
        ApiError::Unavailable { trace_id: Some(_) } => Reply::Failed { status: 0 },
        ApiError::Offline | ApiError::Unavailable { trace_id: None } | ApiError::OutcomeUnknown => {
            Reply::NoAnswer
        }
        ApiError::SignedOut | ApiError::Limited { .. } | ApiError::Refused(_) => {
            Reply::Refused { status: 0 }
        }
    }
}
