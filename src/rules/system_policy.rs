//! Whether a system still gets updates; knows no browser's string, and accuses no system whose version is hidden.

use super::finding::{Cause, Evidence, Finding};
use super::user_agent::{Recognised, System, SystemVersion};
use std::collections::BTreeMap;

/// Above this a minimum is a slip: it would call every system old.
const ABSURD: u32 = 1000;

/// `SystemUnsupported` only where the version is known to be below the minimum; a frozen or missing version is
/// `SystemUnread`, and a system without a minimum is not judged.
#[must_use]
pub fn system_finding(recognised: &Recognised, minimums: &BTreeMap<String, u32>) -> Finding {
    let name = recognised.system.name();
    if name.is_empty() {
        return Finding::certain(Cause::SystemUnread, Vec::new());
    }
    let mut evidence = vec![Evidence::SystemNamed {
        name: name.to_owned(),
        version: recognised.system_version_words(),
    }];
    let key = match recognised.system {
        System::Windows => "windows",
        System::MacOs => "macos",
        System::Ios => "ios",
        System::Android => "android",
        // Their updates come by themselves, or are their owner's own affair.
        System::ChromeOs | System::Linux => return Finding::likely(Cause::SystemFine, evidence),
        System::Other(_) | System::Unknown => {
            return Finding::certain(Cause::SystemUnread, evidence);
        }
    };
    let minimum = minimums.get(key).filter(|&&minimum| minimum <= ABSURD);
    let Some(&minimum) = minimum else {
        return Finding::likely(Cause::SystemFine, evidence);
    };
    match recognised.system_version {
        Some(SystemVersion::Known { major, .. } | SystemVersion::AtLeast(major))
            if major >= minimum =>
        {
            Finding::certain(Cause::SystemFine, evidence)
        }
        Some(SystemVersion::Known { .. }) => {
            evidence.push(Evidence::VersionWanted(minimum));
            // Likely: what a browser says may be changed by an extension.
            Finding::likely(Cause::SystemUnsupported, evidence)
        }
        Some(SystemVersion::AtLeast(_) | SystemVersion::Hidden) => {
            evidence.push(Evidence::VersionHidden);
            Finding::certain(Cause::SystemUnread, evidence)
        }
        None => Finding::certain(Cause::SystemUnread, evidence),
    }
}

#[cfg(test)]
mod tests {
    use super::system_finding;
    use crate::rules::finding::{Cause, Evidence, Finding};
    use crate::rules::user_agent::{Recognised, System, SystemVersion};
    use std::collections::BTreeMap;

    fn minimums(list: &[(&str, u32)]) -> BTreeMap<String, u32> {
        list.iter()
            .map(|&(key, minimum)| (key.to_owned(), minimum))
            .collect()
    }

    fn usual() -> BTreeMap<String, u32> {
        minimums(&[("windows", 11), ("macos", 15), ("ios", 18), ("android", 14)])
    }

    fn on(system: System, version: impl Into<Option<SystemVersion>>) -> Recognised {
        Recognised {
            system,
            system_version: version.into(),
            ..Recognised::default()
        }
    }

    fn known(major: u32, minor: u32) -> SystemVersion {
        SystemVersion::Known {
            major,
            minor: Some(minor),
        }
    }

    #[test]
    fn a_known_version_is_held_to_the_minimum_of_its_system() {
        for (system, version, cause) in [
            (System::Windows, known(11, 0), Cause::SystemFine),
            (System::Windows, known(10, 0), Cause::SystemUnsupported),
            (System::Windows, known(8, 1), Cause::SystemUnsupported),
            (System::MacOs, known(10, 14), Cause::SystemUnsupported),
            (System::MacOs, known(26, 0), Cause::SystemFine),
            (System::Ios, known(17, 7), Cause::SystemUnsupported),
            (System::Ios, SystemVersion::AtLeast(18), Cause::SystemFine),
            (System::Android, known(13, 0), Cause::SystemUnsupported),
            (System::Android, known(14, 0), Cause::SystemFine),
        ] {
            let recognised = on(system, version);
            assert_eq!(
                system_finding(&recognised, &usual()).cause,
                cause,
                "{recognised:?}"
            );
        }
    }

    #[test]
    fn what_is_hidden_or_missing_is_unread_and_never_old() {
        let ios_26 = minimums(&[("ios", 26)]);
        assert_eq!(
            system_finding(&on(System::Ios, SystemVersion::AtLeast(18)), &ios_26).cause,
            Cause::SystemUnread
        );
        for system in [System::Windows, System::MacOs, System::Ios, System::Android] {
            let hidden = system_finding(&on(system.clone(), SystemVersion::Hidden), &usual());
            assert_eq!(hidden.cause, Cause::SystemUnread);
            assert_eq!(hidden.evidence.last(), Some(&Evidence::VersionHidden));
            let missing = system_finding(&on(system, None), &usual());
            assert_eq!(missing.cause, Cause::SystemUnread);
        }
        for (system, cause) in [
            (System::Unknown, Cause::SystemUnread),
            (System::Other("Tizen".to_owned()), Cause::SystemUnread),
            (System::Linux, Cause::SystemFine),
            (System::ChromeOs, Cause::SystemFine),
        ] {
            assert_eq!(system_finding(&on(system, None), &usual()).cause, cause);
        }
    }

    #[test]
    fn an_old_system_is_shown_as_people_say_it() {
        for (system, version, words) in [
            (System::Windows, known(8, 1), "8.1"),
            (System::Windows, known(6, 0), "Vista"),
            (System::Windows, known(5, 1), "XP"),
            (System::MacOs, known(10, 14), "10.14"),
            (System::Android, known(9, 0), "9"),
        ] {
            let recognised = on(system, version);
            let minimum = system_finding(&recognised, &usual())
                .evidence
                .into_iter()
                .next_back();
            let evidence = vec![
                Evidence::SystemNamed {
                    name: recognised.system.name().to_owned(),
                    version: Some(words.to_owned()),
                },
                minimum.unwrap_or(Evidence::VersionHidden),
            ];
            assert_eq!(
                system_finding(&recognised, &usual()),
                Finding::likely(Cause::SystemUnsupported, evidence)
            );
        }
    }

    #[test]
    fn an_absurd_or_missing_minimum_accuses_nobody() {
        for absurd in [
            minimums(&[]),
            minimums(&[("windows", 0)]),
            minimums(&[("windows", u32::MAX)]),
        ] {
            let finding = system_finding(&on(System::Windows, known(7, 0)), &absurd);
            assert_eq!(finding.cause, Cause::SystemFine);
        }
    }
}
