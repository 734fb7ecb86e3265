//! Why the sign-in service can't be reached, or that it can, from what came back; knows no fetch.

use super::finding::{Cause, Confidence, Evidence, Finding, rank};
use super::reply::Reply;
use crate::contract::instant::Instant;
use crate::contract::portal::Maintenance;
use crate::contract::probe::{NETWORK_MARKER, NetworkProbe, NetworkVerdict};
use chrono::TimeDelta;

/// An answer that takes longer than this, in milliseconds, is slow enough to speak of.
pub const SLOW_MS: u32 = 4_000;

/// An interruption that begins within this time is worth a word.
const SOON: TimeDelta = TimeDelta::hours(48);

/// What was seen of the way to the service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NetworkFacts {
    /// What the device says of itself; `None` where it says nothing. It may lie either way.
    pub device_online: Option<bool>,
    /// What came for `GET /probe/network`.
    pub probe: Reply,
    /// Its body, when it could be read.
    pub seen: Option<NetworkProbe>,
    /// How long it took, in milliseconds.
    pub took_ms: u32,
    /// What came for the other calls that were made.
    pub others: Vec<Reply>,
    /// What came from the page's own host; `None` when it was not asked.
    pub site: Option<Reply>,
    /// The announced interruption, if `GET /portal` could be read.
    pub maintenance: Option<Maintenance>,
}

/// The network's findings, the first explanation first; never empty.
#[must_use]
pub fn network_findings(facts: &NetworkFacts) -> Vec<Finding> {
    let marked = facts
        .seen
        .as_ref()
        .filter(|seen| facts.probe == Reply::Good && seen.marker == NETWORK_MARKER);
    let mut findings = match marked {
        Some(seen) => reached(facts, seen),
        None => not_reached(facts),
    };
    rank(&mut findings);
    findings
}

/// The service itself has answered: what is left is what it said, and what else failed.
fn reached(facts: &NetworkFacts, seen: &NetworkProbe) -> Vec<Finding> {
    let address = || Evidence::AddressSeen(seen.address.clone());
    let mut findings = Vec::new();
    match seen.verdict {
        NetworkVerdict::Vpn => findings.push(Finding::certain(Cause::Vpn, vec![address()])),
        NetworkVerdict::Blocked => {
            findings.push(Finding::certain(Cause::AddressBlocked, vec![address()]));
        }
        NetworkVerdict::Internal => {
            findings.push(Finding::certain(Cause::Internal, vec![address()]));
        }
        NetworkVerdict::Ok | NetworkVerdict::Unknown => {}
    }
    findings.extend(interruption(facts.maintenance.as_ref(), seen.now));
    findings.extend(others(facts));
    if facts.took_ms >= SLOW_MS {
        let took = vec![Evidence::Took(facts.took_ms)];
        findings.push(Finding::certain(Cause::NetworkSlow, took));
    }
    if findings.is_empty() {
        let evidence = vec![address(), Evidence::Took(facts.took_ms)];
        findings.push(Finding::certain(Cause::NetworkFine, evidence));
    }
    findings
}

fn interruption(maintenance: Option<&Maintenance>, now: Instant) -> Option<Finding> {
    let Maintenance { from, until, .. } = maintenance?;
    let evidence = vec![Evidence::Interruption {
        from: *from,
        until: *until,
    }];
    if *until <= now || until <= from {
        None
    } else if *from <= now {
        Some(Finding::certain(Cause::Maintenance, evidence))
    } else {
        (from.since(now) <= SOON).then(|| Finding::certain(Cause::MaintenanceSoon, evidence))
    }
}

/// Some calls pass and others do not: something picks among them, or a part of the service is down.
fn others(facts: &NetworkFacts) -> Option<Finding> {
    let worst = facts
        .others
        .iter()
        .copied()
        .find(|reply| !matches!(reply, Reply::Good | Reply::Refused { .. }))?;
    Some(match worst {
        Reply::Failed { status } => {
            Finding::likely(Cause::ServiceDown, vec![Evidence::Status(status)])
        }
        Reply::Maintenance => Finding::certain(Cause::Maintenance, Vec::new()),
        Reply::OwnPage => Finding::likely(Cause::ServiceDown, vec![Evidence::WebPage]),
        reply => Finding::likely(Cause::FilteringProxy, seen_of(reply, facts)),
    })
}

/// The service has not answered, or somebody else did.
fn not_reached(facts: &NetworkFacts) -> Vec<Finding> {
    let evidence = seen_of(facts.probe, facts);
    let one = |finding| vec![finding];
    match facts.probe {
        Reply::NoAnswer => unanswered(facts, evidence),
        // A gateway's error may be a proxy's on the way.
        Reply::Failed { .. } | Reply::OwnPage => one(Finding::likely(Cause::ServiceDown, evidence)),
        Reply::Maintenance => {
            let announced = facts
                .maintenance
                .as_ref()
                .map(|known| Evidence::Interruption {
                    from: known.from,
                    until: known.until,
                });
            one(Finding::certain(
                Cause::Maintenance,
                announced.into_iter().collect(),
            ))
        }
        // It speaks the contract, and this call is not its own: an older or a stricter backend.
        Reply::Refused { status } if facts.others.contains(&Reply::Good) => one(Finding::likely(
            Cause::NetworkFine,
            vec![Evidence::Status(status)],
        )),
        Reply::Refused { .. } => one(Finding::likely(Cause::ServiceDown, evidence)),
        // A page that refuses, or asks for a proxy's password, is a filter's; any other is a Wi-Fi's.
        Reply::WebPage { status: 400..=499 } => {
            one(Finding::likely(Cause::FilteringProxy, evidence))
        }
        Reply::WebPage { .. } | Reply::Redirect => {
            // While other calls pass, nobody waits for a login.
            if facts.others.contains(&Reply::Good) {
                one(Finding::likely(Cause::FilteringProxy, evidence))
            } else {
                vec![
                    Finding::likely(Cause::CaptivePortal, evidence.clone()),
                    Finding {
                        confidence: Confidence::Possible,
                        ..Finding::certain(Cause::FilteringProxy, evidence)
                    },
                ]
            }
        }
        Reply::Altered { .. } | Reply::Good => {
            one(Finding::likely(Cause::FilteringProxy, evidence))
        }
    }
}

fn unanswered(facts: &NetworkFacts, evidence: Vec<Evidence>) -> Vec<Finding> {
    if facts.device_online == Some(false) {
        return vec![Finding::certain(Cause::Offline, evidence)];
    }
    let possible = |cause| Finding {
        confidence: Confidence::Possible,
        ..Finding::certain(cause, evidence.clone())
    };
    // A page that stops everything stops the settings too, and may be seen there alone: across sites it has no answer.
    if facts.site.is_some_and(Reply::is_foreign) {
        let mut seen = vec![Evidence::WebPage];
        seen.extend(evidence.clone());
        return vec![
            Finding::likely(Cause::CaptivePortal, seen),
            possible(Cause::Unreachable),
        ];
    }
    let others_pass = facts.others.contains(&Reply::Good);
    match facts.site.map(|reply| reply != Reply::NoAnswer) {
        // What passed before the line was cut accuses no filter.
        None | Some(true) if others_pass => vec![Finding::likely(Cause::FilteringProxy, evidence)],
        Some(true) => vec![
            Finding::likely(Cause::Unreachable, evidence.clone()),
            possible(Cause::FilteringProxy),
        ],
        // Neither the service nor the page's own host: the connection itself, whatever the device says.
        Some(false) | None => vec![
            Finding::likely(Cause::Unreachable, evidence.clone()),
            possible(Cause::Offline),
            possible(Cause::CaptivePortal),
        ],
    }
}

/// What was seen, for a person who can't look into the network.
fn seen_of(reply: Reply, facts: &NetworkFacts) -> Vec<Evidence> {
    let mut evidence = match reply {
        Reply::Good | Reply::NoAnswer | Reply::Maintenance => Vec::new(),
        Reply::Refused { status } | Reply::Failed { status } => vec![Evidence::Status(status)],
        Reply::WebPage { status } => vec![Evidence::WebPage, Evidence::Status(status)],
        Reply::OwnPage => vec![Evidence::WebPage],
        Reply::Redirect => vec![Evidence::Redirect],
        Reply::Altered { status } => vec![Evidence::Altered, Evidence::Status(status)],
    };
    // Good, and yet not the marker that is due.
    if reply == Reply::Good {
        evidence.push(Evidence::Altered);
    }
    let all = facts.others.iter().chain([&facts.probe]);
    let lost = all.filter(|reply| **reply == Reply::NoAnswer).count();
    if lost > 0 {
        evidence.push(Evidence::Unanswered {
            lost: count(lost),
            asked: count(facts.others.len().saturating_add(1)),
        });
    }
    if let Some(site) = facts.site.filter(|reply| !reply.is_foreign()) {
        evidence.push(Evidence::SiteAnswers(site != Reply::NoAnswer));
    }
    if facts.device_online == Some(false) {
        evidence.push(Evidence::DeviceOffline);
    }
    evidence
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
