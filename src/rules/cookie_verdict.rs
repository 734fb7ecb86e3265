//! Whether the browser will keep the session's cookie; knows no cookie itself.

use super::finding::{Cause, Confidence, Evidence, Finding};

/// What became of the cookie that the service set and asked back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoundTrip {
    /// It came back.
    Kept,
    /// It did not, though both answers did.
    Lost,
    /// The service could not be asked.
    Unasked,
}

/// What was tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CookieFacts {
    /// Whether the page could write a cookie of its own and read it back; `None` where the browser threw.
    pub page_cookie: Option<bool>,
    /// The service's own try, which alone decides.
    pub round_trip: RoundTrip,
    /// The service's host, when it is not the page's.
    pub service_elsewhere: Option<String>,
}

/// The cookies' finding. The round trip alone decides; the rest explains it.
#[must_use]
pub fn cookie_finding(facts: CookieFacts) -> Finding {
    let CookieFacts {
        page_cookie,
        round_trip,
        service_elsewhere,
    } = facts;
    let mut evidence = match round_trip {
        RoundTrip::Kept => vec![Evidence::CookieRoundTrip(true)],
        RoundTrip::Lost => vec![Evidence::CookieRoundTrip(false)],
        RoundTrip::Unasked => Vec::new(),
    };
    evidence.push(Evidence::PageCookie(page_cookie));
    let elsewhere = service_elsewhere.is_some();
    evidence.extend(service_elsewhere.map(Evidence::ServiceElsewhere));
    let (cause, confidence) = match (round_trip, page_cookie) {
        (RoundTrip::Kept, _) => (Cause::CookiesKept, Confidence::Certain),
        (RoundTrip::Unasked, _) => (Cause::CookiesUnread, Confidence::Certain),
        // The page's own cookies are refused too: it is not a matter of sites.
        (RoundTrip::Lost, Some(false)) => (Cause::CookiesBlocked, Confidence::Certain),
        (RoundTrip::Lost, _) if elsewhere => (Cause::ThirdPartyCookies, Confidence::Likely),
        (RoundTrip::Lost, Some(true)) => (Cause::CookieLost, Confidence::Likely),
        (RoundTrip::Lost, None) => (Cause::CookiesBlocked, Confidence::Likely),
    };
    Finding {
        cause,
        confidence,
        evidence,
    }
}

#[cfg(test)]
mod tests {
    use super::{CookieFacts, RoundTrip, cookie_finding};
    use crate::rules::finding::{Cause, Confidence};

    #[test]
    fn the_round_trip_decides_and_the_page_s_own_cookie_explains() {
        let elsewhere = Some("api.example");
        for (round_trip, page_cookie, service, cause, confidence) in [
            (
                RoundTrip::Kept,
                Some(true),
                None,
                Cause::CookiesKept,
                Confidence::Certain,
            ),
            // A browser that hides cookies from pages keeps the session's all the same.
            (
                RoundTrip::Kept,
                Some(false),
                None,
                Cause::CookiesKept,
                Confidence::Certain,
            ),
            (
                RoundTrip::Kept,
                None,
                elsewhere,
                Cause::CookiesKept,
                Confidence::Certain,
            ),
            (
                RoundTrip::Lost,
                Some(false),
                None,
                Cause::CookiesBlocked,
                Confidence::Certain,
            ),
            (
                RoundTrip::Lost,
                Some(false),
                elsewhere,
                Cause::CookiesBlocked,
                Confidence::Certain,
            ),
            (
                RoundTrip::Lost,
                Some(true),
                elsewhere,
                Cause::ThirdPartyCookies,
                Confidence::Likely,
            ),
            (
                RoundTrip::Lost,
                None,
                elsewhere,
                Cause::ThirdPartyCookies,
                Confidence::Likely,
            ),
            (
                RoundTrip::Lost,
                Some(true),
                None,
                Cause::CookieLost,
                Confidence::Likely,
            ),
            (
                RoundTrip::Lost,
                None,
                None,
                Cause::CookiesBlocked,
                Confidence::Likely,
            ),
            // A dead network says nothing about cookies, whatever the page's own.
            (
                RoundTrip::Unasked,
                Some(false),
                None,
                Cause::CookiesUnread,
                Confidence::Certain,
            ),
        ] {
            let found = cookie_finding(CookieFacts {
                page_cookie,
                round_trip,
                service_elsewhere: service.map(str::to_owned),
            });
            assert_eq!(
                (found.cause, found.confidence),
                (cause, confidence),
                "{round_trip:?} {page_cookie:?} {service:?}"
            );
        }
    }
}
