//! Which system a browser runs on and how far its version can be believed; knows no minimum.

use super::tokens::{Agent, version};
use super::{BrowserFacts, System, SystemVersion};

/// The system, and its version where it says one.
pub fn system(facts: &BrowserFacts, agent: Agent<'_>) -> (System, Option<SystemVersion>) {
    let named = facts.platform.as_deref().and_then(hinted);
    let Some(system) = named else {
        return read(facts, agent);
    };
    let hint = facts.platform_version.as_deref().and_then(version);
    let known = hint.and_then(|(major, minor)| from_hint(&system, major, minor));
    if known.is_some() {
        return (system, known);
    }
    // The string is asked for the version only where both name one system.
    let (other, version) = read(facts, agent);
    let version = if other == system { version } else { None };
    (system, version)
}

fn hinted(platform: &str) -> Option<System> {
    match platform {
        "Windows" => Some(System::Windows),
        "macOS" | "Mac OS X" => Some(System::MacOs),
        "Android" => Some(System::Android),
        "iOS" => Some(System::Ios),
        "Chrome OS" | "ChromeOS" | "Chromium OS" => Some(System::ChromeOs),
        "Linux" => Some(System::Linux),
        _ => None,
    }
}

fn from_hint(system: &System, major: u32, minor: Option<u32>) -> Option<SystemVersion> {
    let known = |major, minor| Some(SystemVersion::Known { major, minor });
    match (system, major, minor) {
        // Chromium's numbers for Windows are those of its programming interface, not of the product.
        (System::Windows, 0, Some(3)) => known(8, Some(1)),
        (System::Windows, 0, Some(2)) => known(8, None),
        (System::Windows, 0, Some(1)) => known(7, None),
        (System::Windows, 1..=10, _) => known(10, None),
        (System::Windows, 13.., _) => known(11, None),
        (System::Windows, ..) | (_, 0, _) => None,
        (System::MacOs, 16..=25, _) => known(YEARS_FROM, minor),
        _ => known(major, minor),
    }
}

/// Apple went from macOS 15 and iOS 18 to 26: a program built before that is told the next number instead.
const YEARS_FROM: u32 = 26;

fn read(facts: &BrowserFacts, agent: Agent<'_>) -> (System, Option<SystemVersion>) {
    let other = |name: &str| (System::Other(name.to_owned()), None);
    // The order matters: a Windows phone says Android and iPhone too, and so on down.
    for (mark, name) in [
        ("Windows Phone", "Windows Phone"),
        ("Xbox", "Xbox"),
        ("HarmonyOS", "HarmonyOS"),
        ("OpenHarmony", "HarmonyOS"),
    ] {
        if agent.has(mark) {
            return other(name);
        }
    }
    if agent.has("Windows") {
        return (System::Windows, windows(agent));
    }
    if agent.has("Android") {
        return (System::Android, android(agent));
    }
    for (mark, name) in [
        ("Tizen", "Tizen"),
        ("Web0S", "webOS"),
        ("webOS", "webOS"),
        ("hpwOS", "webOS"),
        ("KAIOS", "KaiOS"),
        ("PlayStation", "PlayStation"),
        ("Nintendo", "Nintendo"),
        ("BlackBerry", "BlackBerry"),
        ("BB10", "BlackBerry"),
        ("Symbian", "Symbian"),
    ] {
        if agent.has(mark) {
            return other(name);
        }
    }
    if agent.has("iPhone") || agent.has("iPad") || agent.has("iPod") {
        return (System::Ios, ios(agent));
    }
    if agent.has("Macintosh") || agent.has("Mac OS X") {
        return mac(facts, agent);
    }
    if agent.has("CrOS") {
        return (System::ChromeOs, None);
    }
    if agent.has("Linux") {
        return (System::Linux, None);
    }
    (System::Unknown, None)
}

fn windows(agent: Agent<'_>) -> Option<SystemVersion> {
    let (major, minor) = version(agent.after("Windows NT ")?)?;
    let known = |major, minor| Some(SystemVersion::Known { major, minor });
    // To a program from before Windows 10, every later one says that it is 8 or 8.1.
    let deceived = || {
        ["Chrome/", "Firefox/"]
            .iter()
            .all(|mark| agent.number(mark) < Some(50))
    };
    match (major, minor) {
        (6, Some(2 | 3)) if deceived() => Some(SystemVersion::Hidden),
        (6, Some(3)) => known(8, Some(1)),
        (6, Some(2)) => known(8, None),
        (6, Some(1)) => known(7, None),
        (5 | 6, _) => known(major, minor),
        // Since 2015 every Windows says 10.0, and reduced strings say it on older ones too.
        (10.., _) => Some(SystemVersion::Hidden),
        _ => None,
    }
}

fn android(agent: Agent<'_>) -> Option<SystemVersion> {
    let said = agent.after("Android ")?;
    let (major, minor) = version(said)?;
    // Chromium says `Android 10; K` on every device, and Firefox says 10 when it resists fingerprinting.
    let frozen = major == 10 && (said.contains("; K)") || said.contains("; K;"));
    if frozen || (major == 10 && agent.has("Firefox/")) {
        return Some(SystemVersion::Hidden);
    }
    (major > 0).then_some(SystemVersion::Known { major, minor })
}

/// A string with both words of a Mac may come from an iPad that asks for desktop pages, or from any newer macOS.
fn mac(facts: &BrowserFacts, agent: Agent<'_>) -> (System, Option<SystemVersion>) {
    let brand = ["CriOS/", "FxiOS/", "EdgiOS/", "OPT/", "OPiOS/", "GSA/"];
    if brand.iter().any(|mark| agent.has(mark)) {
        // The other numbers of these strings are constants of the programs that write them.
        return (System::Ios, Some(SystemVersion::Hidden));
    }
    // No Mac has a touch screen. Chromium on a Mac is a Mac's all the same.
    if facts.touch_points.is_some_and(|points| points > 1)
        && !agent.has("Chrome/")
        && !agent.has("Firefox/")
    {
        let safari = agent.after("Version/").and_then(version);
        let known = safari.map(|(major, minor)| SystemVersion::Known { major, minor });
        return (System::Ios, known.or(Some(SystemVersion::Hidden)));
    }
    let Some((major, minor)) = agent.after("Mac OS X ").and_then(version) else {
        return (System::MacOs, None);
    };
    // Every macOS since 10.15 says that it is 10.15, 10.16, 11 or 10.0: it depends on the age of the browser.
    let version = match (major, minor) {
        (10, Some(4..=14)) => SystemVersion::Known { major, minor },
        _ => SystemVersion::Hidden,
    };
    (System::MacOs, Some(version))
}

fn ios(agent: Agent<'_>) -> Option<SystemVersion> {
    let known = |(major, minor)| SystemVersion::Known { major, minor };
    let said = agent
        .after("iPhone OS ")
        .or_else(|| agent.after("CPU OS "))
        .and_then(version);
    // Safari's own version is the system's, and the truth since the system's stands still at 18.6 or so.
    let safari = agent.after("Version/").and_then(version);
    if let Some((major, _)) = safari
        && major >= YEARS_FROM
        && said.is_none_or(|(system, _)| system < major)
    {
        return safari.map(known);
    }
    match said {
        Some((18, Some(6..))) if safari.is_none() => Some(SystemVersion::AtLeast(18)),
        Some((19..=25, minor)) => Some(known((YEARS_FROM, minor))),
        Some((1..100, _)) => said.map(known),
        _ => None,
    }
}
