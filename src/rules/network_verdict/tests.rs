//! Cases for the network's verdict; knows no network.

use super::{NetworkFacts, Reply, SLOW_MS, network_findings};
use crate::contract::instant::Instant;
use crate::contract::localized::Localized;
use crate::contract::portal::Maintenance;
use crate::contract::probe::{NETWORK_MARKER, NetworkProbe, NetworkVerdict};
use crate::rules::finding::{Cause, Confidence, Evidence};
use chrono::DateTime;

fn at(text: &str) -> Instant {
    DateTime::parse_from_rfc3339(text)
        .unwrap_or_default()
        .into()
}

fn answered(verdict: NetworkVerdict) -> NetworkFacts {
    NetworkFacts {
        device_online: Some(true),
        probe: Reply::Good,
        seen: Some(NetworkProbe {
            marker: NETWORK_MARKER.to_owned(),
            now: at("2026-11-22T10:00:00+01:00"),
            address: "203.0.113.7".to_owned(),
            verdict,
        }),
        took_ms: 80,
        others: vec![Reply::Good, Reply::Good],
        site: None,
        maintenance: None,
    }
}

fn instead(probe: Reply, others: &[Reply]) -> NetworkFacts {
    NetworkFacts {
        probe,
        seen: None,
        others: others.to_vec(),
        ..answered(NetworkVerdict::Ok)
    }
}

fn first(facts: &NetworkFacts) -> (Cause, Confidence) {
    let found = network_findings(facts);
    (found[0].cause, found[0].confidence)
}

#[test]
fn what_the_service_says_of_the_address_is_taken_at_its_word() {
    for (verdict, cause) in [
        (NetworkVerdict::Ok, Cause::NetworkFine),
        (NetworkVerdict::Unknown, Cause::NetworkFine),
        (NetworkVerdict::Internal, Cause::Internal),
        (NetworkVerdict::Vpn, Cause::Vpn),
        (NetworkVerdict::Blocked, Cause::AddressBlocked),
    ] {
        let found = network_findings(&answered(verdict));
        assert_eq!(found[0].cause, cause);
        assert!(
            found[0]
                .evidence
                .contains(&Evidence::AddressSeen("203.0.113.7".to_owned()))
        );
    }
}

#[test]
fn somebody_else_who_answers_is_named_by_how() {
    use Reply::{Altered, Failed, Good, NoAnswer, OwnPage, Redirect, Refused, WebPage};
    let page = WebPage { status: 200 };
    for (probe, others, cause, confidence) in [
        (
            page,
            &[page, page][..],
            Cause::CaptivePortal,
            Confidence::Likely,
        ),
        (
            WebPage { status: 511 },
            &[NoAnswer],
            Cause::CaptivePortal,
            Confidence::Likely,
        ),
        (
            Redirect,
            &[Redirect, Redirect],
            Cause::CaptivePortal,
            Confidence::Likely,
        ),
        // Others pass: no Wi-Fi waits for a login.
        (
            page,
            &[Good, Good],
            Cause::FilteringProxy,
            Confidence::Likely,
        ),
        (Redirect, &[Good], Cause::FilteringProxy, Confidence::Likely),
        (
            NoAnswer,
            &[Good, Good],
            Cause::FilteringProxy,
            Confidence::Likely,
        ),
        (
            WebPage { status: 403 },
            &[NoAnswer],
            Cause::FilteringProxy,
            Confidence::Likely,
        ),
        (
            WebPage { status: 407 },
            &[page],
            Cause::FilteringProxy,
            Confidence::Likely,
        ),
        (
            Altered { status: 200 },
            &[Good],
            Cause::FilteringProxy,
            Confidence::Likely,
        ),
        // JSON, and not the marker.
        (Good, &[Good], Cause::FilteringProxy, Confidence::Likely),
        (
            Failed { status: 503 },
            &[Failed { status: 503 }],
            Cause::ServiceDown,
            Confidence::Likely,
        ),
        (OwnPage, &[OwnPage], Cause::ServiceDown, Confidence::Likely),
        (
            Refused { status: 404 },
            &[Good],
            Cause::NetworkFine,
            Confidence::Likely,
        ),
        (
            Refused { status: 404 },
            &[NoAnswer],
            Cause::ServiceDown,
            Confidence::Likely,
        ),
        (
            NoAnswer,
            &[NoAnswer, NoAnswer],
            Cause::Unreachable,
            Confidence::Likely,
        ),
    ] {
        assert_eq!(
            first(&instead(probe, others)),
            (cause, confidence),
            "{probe:?} {others:?}"
        );
    }
}

#[test]
fn offline_is_certain_only_when_the_device_says_so_and_nothing_answers() {
    let silent = instead(Reply::NoAnswer, &[Reply::NoAnswer]);
    let device = |online| NetworkFacts {
        device_online: online,
        ..silent.clone()
    };
    assert_eq!(
        first(&device(Some(false))),
        (Cause::Offline, Confidence::Certain)
    );
    assert_eq!(
        first(&device(None)),
        (Cause::Unreachable, Confidence::Likely)
    );
    // A device that says that it is offline while answers come is mistaken.
    let mistaken = NetworkFacts {
        device_online: Some(false),
        ..answered(NetworkVerdict::Ok)
    };
    assert_eq!(first(&mistaken), (Cause::NetworkFine, Confidence::Certain));
}

#[test]
fn whether_the_page_s_own_host_answers_tells_a_cut_line_from_an_unreachable_service() {
    let silent = instead(Reply::NoAnswer, &[Reply::NoAnswer]);
    let second = |site| {
        let facts = NetworkFacts {
            site,
            ..silent.clone()
        };
        network_findings(&facts)[1].cause
    };
    assert_eq!(second(Some(Reply::Good)), Cause::FilteringProxy);
    assert_eq!(second(Some(Reply::NoAnswer)), Cause::Offline);
    assert_eq!(second(None), Cause::Offline);
}

#[test]
fn a_part_that_fails_is_said_though_the_service_answers() {
    let with = |other| NetworkFacts {
        others: vec![Reply::Good, other],
        ..answered(NetworkVerdict::Ok)
    };
    for (other, cause) in [
        (Reply::WebPage { status: 200 }, Cause::FilteringProxy),
        (Reply::NoAnswer, Cause::FilteringProxy),
        (Reply::Altered { status: 200 }, Cause::FilteringProxy),
        (Reply::Failed { status: 500 }, Cause::ServiceDown),
        (Reply::Refused { status: 403 }, Cause::NetworkFine),
    ] {
        assert_eq!(first(&with(other)).0, cause, "{other:?}");
    }
    // The stronger word comes first.
    let vpn = NetworkFacts {
        others: vec![Reply::NoAnswer],
        ..answered(NetworkVerdict::Vpn)
    };
    assert_eq!(first(&vpn), (Cause::Vpn, Confidence::Certain));
}

#[test]
fn an_interruption_is_said_while_it_lasts_and_two_days_before() {
    let between = |from, until| NetworkFacts {
        maintenance: Some(Maintenance {
            from: at(from),
            until: at(until),
            message: Localized {
                fr: "m".to_owned(),
                en: "m".to_owned(),
            },
        }),
        ..answered(NetworkVerdict::Ok)
    };
    for (from, until, cause) in [
        (
            "2026-11-22T09:00:00+01:00",
            "2026-11-22T12:00:00+01:00",
            Cause::Maintenance,
        ),
        (
            "2026-11-24T09:00:00+01:00",
            "2026-11-24T12:00:00+01:00",
            Cause::MaintenanceSoon,
        ),
        (
            "2026-12-24T09:00:00+01:00",
            "2026-12-24T12:00:00+01:00",
            Cause::NetworkFine,
        ),
        (
            "2026-11-21T09:00:00+01:00",
            "2026-11-22T10:00:00+01:00",
            Cause::NetworkFine,
        ),
        // From after until: nonsense announces nothing.
        (
            "2026-11-23T12:00:00+01:00",
            "2026-11-23T09:00:00+01:00",
            Cause::NetworkFine,
        ),
    ] {
        assert_eq!(first(&between(from, until)).0, cause, "{from} {until}");
    }
}

#[test]
fn a_slow_answer_is_an_answer() {
    let slow = NetworkFacts {
        took_ms: SLOW_MS,
        ..answered(NetworkVerdict::Ok)
    };
    assert_eq!(first(&slow), (Cause::NetworkSlow, Confidence::Certain));
}

#[test]
fn what_comes_from_the_page_s_own_host_may_explain_a_silence() {
    let silent = |others: &[Reply], site| NetworkFacts {
        site: Some(site),
        ..instead(Reply::NoAnswer, others)
    };
    let page = Reply::WebPage { status: 200 };
    assert_eq!(
        first(&silent(&[Reply::NoAnswer], page)).0,
        Cause::CaptivePortal
    );
    assert_eq!(
        first(&silent(&[Reply::NoAnswer], Reply::Redirect)).0,
        Cause::CaptivePortal
    );
    // What passed before the line was cut accuses no filter.
    assert_eq!(
        first(&silent(&[Reply::Good], Reply::NoAnswer)).0,
        Cause::Unreachable
    );
    assert_eq!(
        first(&silent(&[Reply::Good], Reply::Good)).0,
        Cause::FilteringProxy
    );
}

#[test]
fn a_service_that_says_that_it_is_under_maintenance_is_not_out_of_order() {
    assert_eq!(
        first(&instead(Reply::Maintenance, &[Reply::NoAnswer])),
        (Cause::Maintenance, Confidence::Certain)
    );
}
