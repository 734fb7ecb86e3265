//! The short code that a person reads out over the phone, both ways; holds causes and versions, nothing about anyone.
//!
//! Twelve characters of Crockford's base 32 (no I, L, O, U; case, blanks and dashes do not matter), in three groups:
//! 60 bits, the highest first:
//!
//! | bits | what |
//! |---|---|
//! | 2 | the version of this scheme, 0 |
//! | 6 × 4 | a check each, in the order of `Check::ALL`: 0 not run, else the cause's number less its decade, plus 1 |
//! | 4 | the browser: 0 unknown, 1 Chrome, 2 Firefox, 3 Edge, 4 Safari, 15 another |
//! | 8 | its major version, 0 unknown, 255 that or more |
//! | 3 | the system: 0 unknown, 1 Windows, 2 macOS, 3 iOS, 4 Android, 5 Linux, 6 ChromeOS, 7 another |
//! | 6 | its version, 0 unknown, 63 that or more |
//! | 3 | empty, 0 |
//! | 10 | the rest of the 50 bits above divided by 1021, so that one wrong or two swapped characters are noticed |

use super::finding::{Cause, Check, Finding};
use super::user_agent::{Browser, Recognised, System, SystemVersion};

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH: usize = 12;
const PRIME: u64 = 1021;

/// What the code says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CheckupSummary {
    /// The first cause of each check that has run, in any order.
    pub causes: Vec<Cause>,
    /// The browser's number.
    pub browser: u8,
    /// Its major version, 0 when unknown.
    pub major: u8,
    /// The system's number.
    pub system: u8,
    /// Its version, 0 when unknown.
    pub system_version: u8,
}

/// Why a code can't be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvalidCode {
    /// Not twelve characters.
    Length,
    /// A character that no code holds.
    Character,
    /// A character was misheard.
    Checksum,
    /// It comes from another version of the portal.
    Version,
}

fn slot(cause: Cause) -> u64 {
    let first = match cause.check() {
        Check::Address => 1,
        Check::Network => 10,
        Check::Cookies => 30,
        Check::Browser => 40,
        Check::System => 50,
        Check::Clock => 60,
    };
    u64::from(cause.number().saturating_sub(first)) + 1
}

/// What is worth a place in the code: of each check the first explanation, and what was recognised.
#[must_use]
pub fn summary(findings: &[Finding], recognised: Option<&Recognised>) -> CheckupSummary {
    let mut causes: Vec<Cause> = Vec::new();
    for finding in findings {
        if causes
            .iter()
            .all(|cause| cause.check() != finding.cause.check())
        {
            causes.push(finding.cause);
        }
    }
    let Some(recognised) = recognised else {
        return CheckupSummary {
            causes,
            ..CheckupSummary::default()
        };
    };
    let version = match recognised.system_version {
        Some(SystemVersion::Known { major, .. } | SystemVersion::AtLeast(major)) => major.min(63),
        Some(SystemVersion::Hidden) | None => 0,
    };
    CheckupSummary {
        causes,
        browser: BROWSERS
            .iter()
            .find(|(browser, _)| *browser == recognised.browser)
            .map_or_else(
                || u8::from(recognised.browser != Browser::Unknown) * 15,
                |(_, number)| *number,
            ),
        major: u8::try_from(recognised.major.unwrap_or(0)).unwrap_or(u8::MAX),
        system: SYSTEMS
            .iter()
            .find(|(system, _)| *system == recognised.system)
            .map_or_else(
                || u8::from(recognised.system != System::Unknown) * 7,
                |(_, number)| *number,
            ),
        system_version: u8::try_from(version).unwrap_or(63),
    }
}

const BROWSERS: [(Browser, u8); 4] = [
    (Browser::Chrome, 1),
    (Browser::Firefox, 2),
    (Browser::Edge, 3),
    (Browser::Safari, 4),
];
const SYSTEMS: [(System, u8); 6] = [
    (System::Windows, 1),
    (System::MacOs, 2),
    (System::Ios, 3),
    (System::Android, 4),
    (System::Linux, 5),
    (System::ChromeOs, 6),
];

/// The browser and the system of a code, each with its version: `Firefox 143`, `Windows 11`; `?` for what is not known,
/// `other` for what has no number of its own.
#[must_use]
pub fn names(summary: &CheckupSummary, other: &str) -> (String, String) {
    let named = |name: Option<&str>, number: u8, version: u8, most: u8| {
        let name = name.unwrap_or(if number == 0 { "?" } else { other });
        match version {
            0 => name.to_owned(),
            version if version == most => format!("{name} {version}+"),
            version => format!("{name} {version}"),
        }
    };
    let browser = BROWSERS
        .iter()
        .find(|(_, number)| *number == summary.browser);
    let system = SYSTEMS.iter().find(|(_, number)| *number == summary.system);
    (
        named(
            browser.map(|(browser, _)| browser.name()),
            summary.browser,
            summary.major,
            u8::MAX,
        ),
        named(
            system.map(|(system, _)| system.name()),
            summary.system,
            summary.system_version,
            63,
        ),
    )
}

/// The code of a check-up, in three groups of four.
#[must_use]
pub fn encode(summary: &CheckupSummary) -> String {
    let mut payload = 0_u64;
    for check in Check::ALL {
        let cause = summary.causes.iter().find(|cause| cause.check() == check);
        payload = payload << 4 | cause.map_or(0, |cause| slot(*cause).min(15));
    }
    payload = payload << 4 | u64::from(summary.browser.min(15));
    payload = payload << 8 | u64::from(summary.major);
    payload = payload << 3 | u64::from(summary.system.min(7));
    payload = payload << 6 | u64::from(summary.system_version.min(63));
    payload <<= 3;
    let bits = (payload << 10) | (payload % PRIME);
    let mut code = String::with_capacity(LENGTH + 2);
    for place in 0..LENGTH {
        if place > 0 && place % 4 == 0 {
            code.push('-');
        }
        let digit = (bits >> (5 * (LENGTH - 1 - place))) & 31;
        let letter = usize::try_from(digit).ok().and_then(|at| ALPHABET.get(at));
        code.push(char::from(letter.copied().unwrap_or(b'0')));
    }
    code
}

/// What a code says that was read out and typed.
///
/// # Errors
///
/// Why it can't be read.
pub fn decode(typed: &str) -> Result<CheckupSummary, InvalidCode> {
    let mut bits = 0_u64;
    let mut length = 0;
    for letter in typed.chars() {
        if letter.is_whitespace() || matches!(letter, '-' | '–' | '.' | '\u{2011}') {
            continue;
        }
        // What sounds or looks alike (Crockford).
        let letter = match letter.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        };
        let digit = ALPHABET
            .iter()
            .position(|known| char::from(*known) == letter);
        let digit = digit.ok_or(InvalidCode::Character)?;
        length += 1;
        if length > LENGTH {
            return Err(InvalidCode::Length);
        }
        bits = bits << 5 | u64::try_from(digit).unwrap_or_default();
    }
    if length != LENGTH {
        return Err(InvalidCode::Length);
    }
    let payload = bits >> 10;
    if bits & 1023 != payload % PRIME {
        return Err(InvalidCode::Checksum);
    }
    if payload >> 48 != 0 || payload & 7 != 0 {
        return Err(InvalidCode::Version);
    }
    let part = |from: u32, width: u32| (payload >> from) & ((1 << width) - 1);
    let byte = |from, width| u8::try_from(part(from, width)).unwrap_or_default();
    let mut causes = Vec::new();
    for (at, check) in (0_u32..).zip(Check::ALL) {
        let wanted = part(44 - 4 * at, 4);
        let found = Cause::ALL
            .iter()
            .copied()
            .find(|cause| cause.check() == check && slot(*cause) == wanted);
        match found {
            Some(cause) => causes.push(cause),
            None if wanted == 0 => {}
            None => return Err(InvalidCode::Version),
        }
    }
    Ok(CheckupSummary {
        causes,
        browser: byte(20, 4),
        major: byte(12, 8),
        system: byte(9, 3),
        system_version: byte(3, 6),
    })
}

#[cfg(test)]
mod tests {
    use super::{ALPHABET, CheckupSummary, InvalidCode, decode, encode, names, summary};
    use crate::rules::finding::{Cause, Check, Finding};
    use crate::rules::user_agent::{Browser, Recognised, System, SystemVersion};

    fn example() -> CheckupSummary {
        CheckupSummary {
            causes: vec![
                Cause::AddressFine,
                Cause::NetworkSlow,
                Cause::CookiesBlocked,
                Cause::BrowserVersionUnread,
                Cause::SystemFine,
                Cause::ClockUnread,
            ],
            browser: 3,
            major: 255,
            system: 1,
            system_version: 11,
        }
    }

    #[test]
    fn every_cause_comes_back_from_its_code() {
        for &cause in Cause::ALL {
            let only = CheckupSummary {
                causes: vec![cause],
                ..CheckupSummary::default()
            };
            assert_eq!(decode(&encode(&only)), Ok(only), "{cause:?}");
        }
        assert_eq!(decode(&encode(&example())), Ok(example()));
    }

    #[test]
    fn the_first_explanation_of_each_check_goes_in_and_the_browser_is_named() {
        let findings = [
            Finding::likely(Cause::CaptivePortal, Vec::new()),
            Finding::likely(Cause::FilteringProxy, Vec::new()),
            Finding::certain(Cause::ClockFine, Vec::new()),
        ];
        let recognised = Recognised {
            browser: Browser::Firefox,
            major: Some(143),
            system: System::Windows,
            system_version: Some(SystemVersion::Known {
                major: 11,
                minor: None,
            }),
            ..Recognised::default()
        };
        let said = summary(&findings, Some(&recognised));
        assert_eq!(said.causes, [Cause::CaptivePortal, Cause::ClockFine]);
        let heard = decode(&encode(&said)).unwrap_or_default();
        assert_eq!(heard, said);
        assert_eq!(
            names(&heard, "other"),
            ("Firefox 143".to_owned(), "Windows 11".to_owned())
        );
        assert_eq!(
            names(&summary(&findings, None), "other"),
            ("?".to_owned(), "?".to_owned())
        );
    }

    #[test]
    fn a_check_has_no_more_causes_than_its_four_bits_tell_apart() {
        for check in Check::ALL {
            let highest = Cause::ALL.iter().filter(|cause| cause.check() == check);
            assert!(highest.map(|cause| super::slot(*cause)).max() < Some(16));
        }
    }

    #[test]
    fn it_is_read_as_people_write_it() {
        let code = encode(&example());
        assert_eq!(code.len(), 14, "{code}");
        let typed = code
            .to_lowercase()
            .replace('-', " ")
            .replace('0', "o")
            .replace('1', "l");
        assert_eq!(decode(&format!("  {typed} ")), Ok(example()));
    }

    #[test]
    fn any_one_wrong_character_and_any_two_swapped_are_noticed() {
        let code: Vec<char> = encode(&example()).chars().filter(|c| *c != '-').collect();
        for at in 0..code.len() {
            for letter in ALPHABET.iter().map(|letter| char::from(*letter)) {
                let mut wrong = code.clone();
                if wrong[at] != letter {
                    wrong[at] = letter;
                    let text: String = wrong.iter().collect();
                    assert!(decode(&text).is_err(), "{text}");
                }
            }
            let mut swapped = code.clone();
            if at > 0 && swapped[at] != swapped[at - 1] {
                swapped.swap(at, at - 1);
                let text: String = swapped.iter().collect();
                assert!(decode(&text).is_err(), "{text}");
            }
        }
    }

    #[test]
    fn nonsense_is_refused_with_its_reason() {
        for (typed, reason) in [
            ("", InvalidCode::Length),
            ("K7QF", InvalidCode::Length),
            ("0000-0000-0000-0", InvalidCode::Length),
            ("UUUU-UUUU-UUUU", InvalidCode::Character),
            ("é", InvalidCode::Character),
            ("0000-0000-0001", InvalidCode::Checksum),
        ] {
            assert_eq!(decode(typed), Err(reason), "{typed}");
        }
        assert_eq!(decode("0000-0000-0000"), Ok(CheckupSummary::default()));
    }
}
