//! What a check found: a cause with its weight, how sure it is and what was seen; knows no sentence.

/// What is checked before anybody signs in, in the order shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Check {
    /// The page's host against the portal's own.
    Address,
    /// The way to the sign-in service.
    Network,
    /// Whether the browser keeps the session's cookie.
    Cookies,
    /// The browser and its version.
    Browser,
    /// The operating system and its support.
    System,
    /// The device's clock against the server's.
    Clock,
}

impl Check {
    /// All of them, in the order shown.
    pub const ALL: [Self; 6] = [
        Self::Address,
        Self::Network,
        Self::Cookies,
        Self::Browser,
        Self::System,
        Self::Clock,
    ];
}

/// How much a cause stands in the way, the least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing to do.
    Fine,
    /// It could not be read, and nobody is accused.
    Unread,
    /// It works; something should be done one day.
    Advice,
    /// It may fail; the person can go on.
    Warning,
    /// Signing in will not work until it is mended.
    Obstacle,
}

/// How sure a finding is, the least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// One of several explanations.
    Possible,
    /// The best explanation of what was seen.
    Likely,
    /// Seen directly.
    Certain,
}

macro_rules! causes {
    ($($(#[doc = $doc:literal])+ $name:ident $number:literal $anchor:literal $check:ident $severity:ident,)+) => {
        /// Every cause that the checks tell apart. The numbers stand in the code that is read out over the phone:
        /// they never change meaning, and a cause that goes leaves its number empty.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Cause {
            $($(#[doc = $doc])+ $name = $number,)+
        }

        impl Cause {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The check that finds it.
            #[must_use]
            pub fn check(self) -> Check {
                match self { $(Self::$name => Check::$check,)+ }
            }

            /// How much it stands in the way.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)+ }
            }

            /// Its section of the help page; empty when there is nothing to help with.
            #[must_use]
            pub fn anchor(self) -> &'static str {
                match self { $(Self::$name => $anchor,)+ }
            }
        }
    };
}

causes! {
    /// The page came from the portal's own host.
    AddressFine 1 "" Address Fine,
    /// The page came from another host than the portal's.
    AddressForeign 2 "address" Address Obstacle,
    /// The portal did not say its host.
    AddressUnread 3 "" Address Unread,

    /// The sign-in service answers as it should.
    NetworkFine 10 "" Network Fine,
    /// The device has no network.
    Offline 11 "offline" Network Obstacle,
    /// A Wi-Fi login page answers in the service's place.
    CaptivePortal 12 "wifi" Network Obstacle,
    /// Something on the way refuses or changes what the service says.
    FilteringProxy 13 "filter" Network Obstacle,
    /// The service refuses this address as a VPN's.
    Vpn 14 "vpn" Network Obstacle,
    /// The service refuses this address for another reason.
    AddressBlocked 15 "blocked" Network Obstacle,
    /// Inside the organisation's own network, where the intranet is nearer.
    Internal 16 "intranet" Network Advice,
    /// The service can't be reached: name not found, connection refused, certificate not accepted.
    Unreachable 17 "unreachable" Network Obstacle,
    /// The service is there and does not work.
    ServiceDown 18 "service" Network Obstacle,
    /// An announced interruption goes on.
    Maintenance 19 "maintenance" Network Obstacle,
    /// An interruption is announced.
    MaintenanceSoon 20 "maintenance" Network Advice,
    /// The service answers very slowly.
    NetworkSlow 21 "slow" Network Advice,

    /// The session's cookie will be kept.
    CookiesKept 30 "" Cookies Fine,
    /// The browser refuses every cookie.
    CookiesBlocked 31 "cookies" Cookies Obstacle,
    /// The service is on another site, and the browser refuses its cookies there.
    ThirdPartyCookies 32 "tracking" Cookies Obstacle,
    /// The service did not get its cookie back, though the browser keeps cookies of this page.
    CookieLost 33 "cookies" Cookies Obstacle,
    /// The service could not be asked.
    CookiesUnread 34 "" Cookies Unread,

    /// A browser that the portal is tested with, recent enough.
    BrowserFine 40 "" Browser Fine,
    /// It works, and should be updated soon.
    BrowserOutdated 41 "browser" Browser Advice,
    /// It may fail; the person can go on.
    BrowserTooOld 42 "browser" Browser Warning,
    /// A browser that the portal is not tested with.
    BrowserUnknown 43 "other-browser" Browser Unread,
    /// The window of an app, not a browser: cookies and downloads may not work there.
    BrowserInApp 44 "in-app" Browser Warning,
    /// A known browser whose version could not be read.
    BrowserVersionUnread 45 "" Browser Unread,

    /// A system that still gets updates.
    SystemFine 50 "" System Fine,
    /// A system that gets no more updates.
    SystemUnsupported 51 "system" System Advice,
    /// A system or a version that could not be read.
    SystemUnread 52 "" System Unread,

    /// The device's clock is right.
    ClockFine 60 "" Clock Fine,
    /// It is more than two minutes away from the server's.
    ClockWrong 61 "clock" Clock Warning,
    /// The server's time is not known.
    ClockUnread 62 "" Clock Unread,
}

impl Cause {
    /// Its number in the code for the phone.
    #[must_use]
    pub fn number(self) -> u8 {
        // The enum's own discriminant.
        self as u8
    }

    /// The cause of a number.
    #[must_use]
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|cause| cause.number() == number)
    }
}

/// Something that was seen and speaks for a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// The browser names itself so, in a client hint or in the user-agent string.
    BrowserNamed {
        /// Its name, such as `Firefox`.
        name: String,
        /// Its major version.
        major: Option<u32>,
    },
    /// The app whose window this is.
    AppNamed(String),
    /// The system names itself so.
    SystemNamed {
        /// Its name, such as `Windows`.
        name: String,
        /// Its version as people say it, such as `11` or `10.15`.
        version: Option<String>,
    },
    /// The version from which all is well, of what was found.
    VersionWanted(u32),
    /// The version stands still in what the browser says, whatever is installed.
    VersionHidden,
    /// The page itself could, or could not, write a cookie and read it back; `None` where the browser threw.
    PageCookie(Option<bool>),
    /// The service set a cookie and got it back, or not.
    CookieRoundTrip(bool),
    /// The service is on another site than the page.
    ServiceElsewhere(String),
    /// The network address that the service saw.
    AddressSeen(String),
    /// The service answered with this HTTP status.
    Status(u16),
    /// A web page came where data was due.
    WebPage,
    /// A redirect came where data was due.
    Redirect,
    /// An answer came that is not the portal's, or was cut.
    Altered,
    /// No answer came to this many of the questions asked.
    Unanswered {
        /// Without any answer.
        lost: u32,
        /// Asked.
        asked: u32,
    },
    /// The page's own host still answers.
    SiteAnswers(bool),
    /// The device says that it has no network.
    DeviceOffline,
    /// The answer took this many milliseconds.
    Took(u32),
    /// The device's clock is this many seconds ahead of the server's (behind when negative).
    ClockAhead(i64),
    /// The page's host, and the portal's own.
    Hosts {
        /// In the address bar.
        page: String,
        /// What `GET /portal` says.
        portal: String,
    },
    /// The announced interruption, in RFC 3339.
    Interruption {
        /// Its start.
        from: crate::contract::instant::Instant,
        /// Its end.
        until: crate::contract::instant::Instant,
    },
}

/// What one check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The cause.
    pub cause: Cause,
    /// How sure it is.
    pub confidence: Confidence,
    /// What was seen.
    pub evidence: Vec<Evidence>,
}

impl Finding {
    /// A finding that was seen directly.
    #[must_use]
    pub fn certain(cause: Cause, evidence: Vec<Evidence>) -> Self {
        Self {
            cause,
            confidence: Confidence::Certain,
            evidence,
        }
    }

    /// The best explanation of what was seen.
    #[must_use]
    pub fn likely(cause: Cause, evidence: Vec<Evidence>) -> Self {
        Self {
            confidence: Confidence::Likely,
            ..Self::certain(cause, evidence)
        }
    }

    /// How much it stands in the way.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.cause.severity()
    }
}

/// Puts what stands most in the way first, and of equals what is surest; what is left keeps its order.
pub fn rank(findings: &mut [Finding]) {
    findings.sort_by_key(|finding| std::cmp::Reverse((finding.severity(), finding.confidence)));
}

#[cfg(test)]
mod tests {
    use super::{Cause, Finding, Severity, rank};
    use std::collections::BTreeSet;

    #[test]
    fn every_cause_has_a_number_of_its_own_and_comes_back_from_it() {
        let numbers: BTreeSet<u8> = Cause::ALL.iter().map(|cause| cause.number()).collect();
        assert_eq!(numbers.len(), Cause::ALL.len());
        for &cause in Cause::ALL {
            assert_eq!(Cause::from_number(cause.number()), Some(cause));
        }
        assert_eq!(Cause::from_number(0), None);
    }

    #[test]
    fn whatever_asks_something_of_a_person_has_its_section_of_the_help() {
        for &cause in Cause::ALL {
            let asks = cause.severity() >= Severity::Advice;
            assert!(!asks || !cause.anchor().is_empty(), "{cause:?}");
        }
    }

    #[test]
    fn what_stands_in_the_way_comes_first_and_equals_keep_their_order() {
        let found = |cause| Finding::certain(cause, Vec::new());
        let mut findings = [
            found(Cause::AddressFine),
            Finding::likely(Cause::FilteringProxy, Vec::new()),
            found(Cause::ClockWrong),
            found(Cause::CookiesBlocked),
            found(Cause::BrowserFine),
        ];
        rank(&mut findings);
        assert_eq!(
            findings.map(|finding| finding.cause),
            [
                Cause::CookiesBlocked,
                Cause::FilteringProxy,
                Cause::ClockWrong,
                Cause::AddressFine,
                Cause::BrowserFine
            ]
        );
    }
}
