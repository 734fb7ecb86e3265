//! Whether a browser is recent enough; knows no browser's string, and calls nobody too old on a doubt.

use super::finding::{Cause, Evidence, Finding};
use super::user_agent::{Browser, Recognised, System, SystemVersion};
use crate::contract::portal::BrowserMinimum;
use std::collections::BTreeMap;

/// Above this a minimum is a slip: it would call everybody too old.
const ABSURD: u32 = 1000;

/// `BrowserTooOld` only where the version is known to be below what the portal requires; an absurd or missing minimum
/// judges nobody, and a browser that the portal does not name is `BrowserUnknown`, whatever it is built on.
#[must_use]
pub fn browser_finding(
    recognised: &Recognised,
    minimums: &BTreeMap<String, BrowserMinimum>,
) -> Finding {
    let named = named(recognised);
    if let Some(app) = &recognised.in_app {
        let mut evidence = vec![Evidence::AppNamed(app.clone())];
        evidence.extend(named);
        return Finding::likely(Cause::BrowserInApp, evidence);
    }
    let (Some(key), Some(named)) = (key(recognised), named.clone()) else {
        return Finding::certain(Cause::BrowserUnknown, named.into_iter().collect());
    };
    let own = minimum(minimums, key);
    if recognised.system == System::Ios && recognised.browser != Browser::Safari {
        return on_ios(recognised, named, own, minimum(minimums, "safari"));
    }
    match (recognised.major, own) {
        (None, _) => Finding::certain(Cause::BrowserVersionUnread, vec![named]),
        (Some(_), None) => Finding::likely(Cause::BrowserFine, vec![named]),
        (Some(major), Some(minimum)) => judge(major, minimum, vec![named]),
    }
}

/// On iOS every browser draws with the system's `WebKit`, whose version is Safari's: the browser's own says nothing.
fn on_ios(
    recognised: &Recognised,
    named: Evidence,
    own: Option<BrowserMinimum>,
    safari: Option<BrowserMinimum>,
) -> Finding {
    let Some(safari) = safari else {
        return Finding::likely(Cause::BrowserFine, vec![named]);
    };
    match recognised.system_version {
        Some(SystemVersion::Known { major, .. }) => {
            let system = Evidence::SystemNamed {
                name: recognised.system.name().to_owned(),
                version: recognised.system_version_words(),
            };
            judge(major, safari, vec![named, system])
        }
        Some(SystemVersion::AtLeast(major)) if major >= safari.required => {
            Finding::likely(Cause::BrowserFine, vec![named])
        }
        _ => {
            // A recent browser does not install on a system that is much older.
            let recent = recognised.major >= own.map(|own| own.recommended);
            let fine = own.is_some() && recent;
            let cause = if fine {
                Cause::BrowserFine
            } else {
                Cause::BrowserVersionUnread
            };
            Finding::likely(cause, vec![named])
        }
    }
}

fn judge(major: u32, minimum: BrowserMinimum, mut evidence: Vec<Evidence>) -> Finding {
    if major >= minimum.recommended {
        return Finding::certain(Cause::BrowserFine, evidence);
    }
    evidence.push(Evidence::VersionWanted(minimum.recommended));
    let cause = if major < minimum.required {
        Cause::BrowserTooOld
    } else {
        Cause::BrowserOutdated
    };
    // Likely: what a browser says of itself may be changed by an extension.
    Finding::likely(cause, evidence)
}

/// The name by which `/portal` knows a browser. Chromium is Chrome without the brand, at the same versions.
fn key(recognised: &Recognised) -> Option<&'static str> {
    if matches!(recognised.system, System::Other(_)) {
        // A television or a console says of its browser what its maker froze there: Edge on an Xbox says 20.
        return None;
    }
    match &recognised.browser {
        Browser::Chrome => Some("chrome"),
        Browser::Firefox => Some("firefox"),
        Browser::Edge => Some("edge"),
        Browser::Safari => Some("safari"),
        Browser::Other(name) if name == "Chromium" || name == "HeadlessChrome" => Some("chrome"),
        Browser::Other(_) | Browser::Unknown => None,
    }
}

fn minimum(minimums: &BTreeMap<String, BrowserMinimum>, key: &str) -> Option<BrowserMinimum> {
    let sane = |minimum: &BrowserMinimum| {
        minimum.required <= minimum.recommended && minimum.recommended <= ABSURD
    };
    minimums.get(key).copied().filter(sane)
}

fn named(recognised: &Recognised) -> Option<Evidence> {
    let name = recognised.browser.name();
    (!name.is_empty()).then(|| Evidence::BrowserNamed {
        name: name.to_owned(),
        major: recognised.major,
    })
}

#[cfg(test)]
mod tests {
    use super::browser_finding;
    use crate::contract::portal::BrowserMinimum;
    use crate::rules::finding::{Cause, Evidence, Finding};
    use crate::rules::user_agent::{Browser, Recognised, System, SystemVersion};
    use std::collections::BTreeMap;

    fn minimums(list: &[(&str, u32, u32)]) -> BTreeMap<String, BrowserMinimum> {
        list.iter()
            .map(|&(key, recommended, required)| {
                let minimum = BrowserMinimum {
                    recommended,
                    required,
                };
                (key.to_owned(), minimum)
            })
            .collect()
    }

    fn usual() -> BTreeMap<String, BrowserMinimum> {
        minimums(&[
            ("chrome", 144, 119),
            ("edge", 144, 119),
            ("firefox", 140, 128),
            ("safari", 18, 17),
        ])
    }

    fn found(browser: Browser, major: impl Into<Option<u32>>) -> Recognised {
        Recognised {
            browser,
            major: major.into(),
            ..Recognised::default()
        }
    }

    fn on_ios(
        browser: Browser,
        major: u32,
        version: impl Into<Option<SystemVersion>>,
    ) -> Recognised {
        Recognised {
            system: System::Ios,
            system_version: version.into(),
            ..found(browser, major)
        }
    }

    fn ios(major: u32) -> SystemVersion {
        SystemVersion::Known { major, minor: None }
    }

    #[test]
    fn each_browser_is_judged_by_its_own_minimums() {
        for (browser, fine, outdated, old) in [
            (Browser::Chrome, 144, 143, 118),
            (Browser::Edge, 150, 119, 18),
            (Browser::Firefox, 140, 128, 127),
            (Browser::Safari, 26, 17, 16),
            (Browser::Other("Chromium".to_owned()), 144, 119, 118),
        ] {
            for (major, cause) in [
                (fine, Cause::BrowserFine),
                (outdated, Cause::BrowserOutdated),
                (old, Cause::BrowserTooOld),
                (0, Cause::BrowserTooOld),
                (u32::MAX, Cause::BrowserFine),
            ] {
                let finding = browser_finding(&found(browser.clone(), major), &usual());
                assert_eq!(finding.cause, cause, "{browser:?} {major}");
            }
        }
    }

    #[test]
    fn an_old_browser_is_shown_with_the_version_from_which_all_is_well() {
        let evidence = vec![
            Evidence::BrowserNamed {
                name: "Firefox".to_owned(),
                major: Some(115),
            },
            Evidence::VersionWanted(140),
        ];
        assert_eq!(
            browser_finding(&found(Browser::Firefox, 115), &usual()),
            Finding::likely(Cause::BrowserTooOld, evidence)
        );
    }

    #[test]
    fn a_version_that_is_not_said_is_unread_and_a_stranger_is_unknown() {
        for (recognised, cause) in [
            (found(Browser::Safari, None), Cause::BrowserVersionUnread),
            (
                found(Browser::Other("Opera".to_owned()), 12),
                Cause::BrowserUnknown,
            ),
            (found(Browser::Unknown, 1), Cause::BrowserUnknown),
            (
                Recognised {
                    system: System::Other("Xbox".to_owned()),
                    ..found(Browser::Edge, 20)
                },
                Cause::BrowserUnknown,
            ),
            (Recognised::default(), Cause::BrowserUnknown),
        ] {
            assert_eq!(browser_finding(&recognised, &usual()).cause, cause);
        }
    }

    #[test]
    fn the_window_of_an_app_is_named_before_any_version() {
        let recognised = Recognised {
            in_app: Some("Facebook".to_owned()),
            ..found(Browser::Chrome, 60)
        };
        let finding = browser_finding(&recognised, &usual());
        assert_eq!(finding.cause, Cause::BrowserInApp);
        assert_eq!(
            finding.evidence.first(),
            Some(&Evidence::AppNamed("Facebook".to_owned()))
        );
    }

    #[test]
    fn on_ios_the_system_decides_whatever_the_browsers_own_number() {
        for (recognised, cause) in [
            (on_ios(Browser::Chrome, 100, ios(18)), Cause::BrowserFine),
            (
                on_ios(Browser::Firefox, 150, ios(17)),
                Cause::BrowserOutdated,
            ),
            (on_ios(Browser::Edge, 150, ios(15)), Cause::BrowserTooOld),
            (
                on_ios(Browser::Chrome, 100, SystemVersion::AtLeast(18)),
                Cause::BrowserFine,
            ),
            (
                on_ios(Browser::Chrome, 150, SystemVersion::Hidden),
                Cause::BrowserFine,
            ),
            (
                on_ios(Browser::Chrome, 100, SystemVersion::Hidden),
                Cause::BrowserVersionUnread,
            ),
            (
                on_ios(Browser::Chrome, 100, None),
                Cause::BrowserVersionUnread,
            ),
            (on_ios(Browser::Safari, 16, ios(16)), Cause::BrowserTooOld),
        ] {
            assert_eq!(
                browser_finding(&recognised, &usual()).cause,
                cause,
                "{recognised:?}"
            );
        }
    }

    #[test]
    fn an_absurd_or_missing_minimum_accuses_nobody() {
        for absurd in [
            minimums(&[]),
            minimums(&[("chrome", 0, 0), ("safari", 0, 0)]),
            minimums(&[("chrome", 100, 140), ("safari", 1, 20)]),
            minimums(&[("chrome", 0, u32::MAX), ("safari", 0, 1)]),
            minimums(&[("chrome", u32::MAX, u32::MAX), ("safari", 99_999, 99_999)]),
            minimums(&[("firefox", 140, 128)]),
        ] {
            for recognised in [
                found(Browser::Chrome, 90),
                found(Browser::Safari, 12),
                on_ios(Browser::Chrome, 90, ios(12)),
            ] {
                assert_eq!(
                    browser_finding(&recognised, &absurd).cause,
                    Cause::BrowserFine,
                    "{absurd:?}"
                );
            }
        }
    }
}
