//! The recognition of browsers and systems against strings that real browsers sent; their labels never come from us.
//!
//! `installed.tsv`: on machines of known browser, version and system. `seen.tsv`: on real sites, read by two parsers.
//! Both hold family, major version, systems and the string; `make.mjs` tells where they come from, `LICENCES.md` whose.

use nomade::contract::portal::{BrowserMinimum, Portal};
use nomade::rules::browser_policy::browser_finding;
use nomade::rules::finding::Cause;
use nomade::rules::system_policy::system_finding;
use nomade::rules::user_agent::{
    Browser, BrowserFacts, Recognised, System, SystemVersion, recognise,
};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::Write as _;

const INSTALLED: &str = include_str!("user_agents/installed.tsv");
const SEEN: &str = include_str!("user_agents/seen.tsv");

const FOUR: [&str; 4] = ["Chrome", "Edge", "Firefox", "Safari"];

/// Of names, and of names with major versions, in percent.
const WANTED: f64 = 99.5;

/// Where the label is wrong: the row as labelled, what the string says, and why that is right.
const REFERENCE_AT_FAULT: [(&str, &str, Option<u32>, &str); 4] = [
    (
        "Firefox\t4\tmacOS 10.7\tMozilla/5.0 (Macintosh; U; Intel Mac OS X 10.7; en-US; rv:1.9.2.28) Gecko/20120306 Firefox/3.6.28",
        "Firefox",
        Some(3),
        "the machine for Firefox 4 had 3.6 installed: its engine (rv:1.9.2) is that of 3.6",
    ),
    (
        "Firefox\t17\tWindows 8.1\tMozilla/5.0 (Windows NT 6.3; WOW64; rv:27.0) Gecko/20100101 Firefox/27.0",
        "Firefox",
        Some(27),
        "the machine for Firefox 17 had 27 installed: Firefox 17 is older than this Windows",
    ),
    (
        "Safari\t19\tmacOS 26\tMozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15",
        "Safari",
        Some(26),
        "there is no Safari 19: 18 was followed by 26, first shown as a beta under the other number",
    ),
    (
        "Other\t\tWindows 10\tMozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/64.0.3282.140 Safari/537.36 Edge/18.18262",
        "Edge",
        Some(18),
        "a preview of Edge, filed under a name of its own, is Edge",
    ),
];

struct Row {
    line: &'static str,
    browser: &'static str,
    major: Option<u32>,
    systems: BTreeSet<&'static str>,
    string: &'static str,
}

impl Row {
    fn recognised(&self) -> Recognised {
        recognise(&BrowserFacts::of_user_agent(self.string))
    }

    fn is_faulty(&self) -> bool {
        REFERENCE_AT_FAULT
            .iter()
            .any(|(line, ..)| *line == self.line)
    }
}

fn rows(table: &'static str) -> Vec<Row> {
    table
        .lines()
        .map(|line| {
            let mut cells = line.splitn(4, '\t');
            let mut cell = || cells.next().expect("a cell");
            Row {
                line,
                browser: cell(),
                major: cell().parse().ok(),
                systems: cell().split(',').collect(),
                string: cell(),
            }
        })
        .collect()
}

fn all() -> Vec<Row> {
    let mut all = rows(INSTALLED);
    all.extend(rows(SEEN));
    all
}

/// What a person would be told: one of the four, or something else.
fn family(recognised: &Recognised) -> &str {
    match &recognised.browser {
        Browser::Other(_) | Browser::Unknown => "Other",
        browser => browser.name(),
    }
}

fn share(part: usize, whole: usize) -> f64 {
    let (part, whole) = (u32::try_from(part).unwrap(), u32::try_from(whole).unwrap());
    100.0 * f64::from(part) / f64::from(whole)
}

fn demonstration() -> Portal {
    let mut portal = portal_backend::seed::organisation::demonstration();
    portal["canonical_host"] = "nomade.example".into();
    serde_json::from_value(portal).unwrap()
}

/// Shown on every run: the harness holds back only what the print macros write.
fn show(table: &str) {
    std::io::stderr().write_all(table.as_bytes()).unwrap();
}

#[test]
fn names_and_major_versions_of_the_four_are_read_off_real_strings() {
    let mut table = "family    strings    names    names and major versions\n".to_owned();
    let mut strays = Vec::new();
    let mut short = Vec::new();
    for wanted in FOUR {
        let (mut count, mut names, mut versions) = (0, 0, 0);
        for row in all() {
            if row.browser != wanted || row.is_faulty() {
                continue;
            }
            let recognised = row.recognised();
            let name = family(&recognised) == wanted;
            let version = name && (row.major.is_none() || recognised.major == row.major);
            count += 1;
            names += usize::from(name);
            versions += usize::from(version);
            if !version {
                let found = (recognised.browser.name().to_owned(), recognised.major);
                strays.push(format!("{found:?} of {}", row.line));
            }
        }
        let (names, versions) = (share(names, count), share(versions, count));
        writeln!(
            table,
            "{wanted:<9} {count:>7} {names:>7.2}% {versions:>25.2}%"
        )
        .unwrap();
        if versions <= WANTED {
            short.push(wanted);
        }
    }
    show(&table);
    assert!(
        short.is_empty(),
        "below {WANTED}%: {short:?}\n{}",
        strays.join("\n")
    );
}

#[test]
fn phones_tablets_and_desktops_are_all_in_the_corpus_and_told_apart() {
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for row in rows(SEEN).iter().filter(|row| !row.systems.contains("")) {
        for system in &row.systems {
            let (count, right) = counts.entry(system).or_default();
            *count += 1;
            *right += usize::from(row.recognised().system.name() == *system);
        }
    }
    let mut table = "system    strings    names\n".to_owned();
    for (system, (count, right)) in &counts {
        writeln!(
            table,
            "{system:<9} {count:>7} {:>7.2}%",
            share(*right, *count)
        )
        .unwrap();
    }
    show(&table);
    for (system, (count, right)) in counts {
        assert!(share(right, count) > WANTED, "{system}");
    }
}

#[test]
fn a_version_of_a_system_is_said_only_where_it_was_installed() {
    let mut hidden = 0;
    let rows = rows(INSTALLED);
    for row in &rows {
        let recognised = row.recognised();
        match (recognised.system_version, recognised.system_version_words()) {
            (Some(SystemVersion::Hidden), None) => hidden += 1,
            (Some(SystemVersion::Known { .. }), Some(words)) => {
                let said = format!("{} {words}", recognised.system.name());
                assert!(
                    row.systems.contains(said.as_str()),
                    "{said} of {}",
                    row.line
                );
            }
            other => panic!("{other:?} of {}", row.line),
        }
    }
    assert!(
        hidden > 500,
        "too few frozen strings to mean anything: {hidden}"
    );
}

#[test]
fn nobody_with_a_current_version_is_called_too_old_or_out_of_date() {
    let portal = demonstration();
    let key = |row: &Row| row.browser.to_lowercase();
    let mut current = 0;
    for row in all().iter().filter(|row| !row.is_faulty()) {
        let recognised = row.recognised();
        let cause = browser_finding(&recognised, &portal.browser_minimums).cause;
        let minimum: Option<&BrowserMinimum> = portal.browser_minimums.get(&key(row));
        let (Some(minimum), Some(major)) = (minimum, row.major) else {
            assert_ne!(cause, Cause::BrowserTooOld, "{}", row.line);
            continue;
        };
        // On iOS it is the system's version that counts; the string says it.
        let ios = match recognised.system_version {
            Some(SystemVersion::Known { major, .. } | SystemVersion::AtLeast(major))
                if recognised.system == System::Ios =>
            {
                Some(major)
            }
            _ => None,
        };
        let safari = portal.browser_minimums.get("safari").unwrap();
        let (major, minimum) = ios.map_or((major, minimum), |ios| (ios, safari));
        if major >= minimum.required {
            assert_ne!(cause, Cause::BrowserTooOld, "{}", row.line);
        }
        if major >= minimum.recommended {
            current += 1;
            assert_ne!(cause, Cause::BrowserOutdated, "{}", row.line);
        }
    }
    assert!(
        current > 250,
        "too few current strings to mean anything: {current}"
    );
}

#[test]
fn no_system_is_called_unsupported_that_may_be_a_current_one() {
    let portal = demonstration();
    for row in rows(INSTALLED) {
        let current = ["Windows 11", "macOS 15", "macOS 26"];
        if current.iter().any(|system| row.systems.contains(system)) {
            let cause = system_finding(&row.recognised(), &portal.system_minimums).cause;
            assert_ne!(cause, Cause::SystemUnsupported, "{}", row.line);
        }
    }
}

#[test]
fn browsers_and_apps_that_imitate_the_four_are_not_taken_for_them() {
    let others: Vec<Row> = all()
        .into_iter()
        .filter(|row| row.browser == "Other" && !row.is_faulty())
        .collect();
    let taken: Vec<&Row> = others
        .iter()
        .filter(|row| {
            let recognised = row.recognised();
            recognised.in_app.is_none() && family(&recognised) != "Other"
        })
        .collect();
    let lines: Vec<&str> = taken.iter().map(|row| row.line).collect();
    assert!(share(taken.len(), others.len()) < 2.0, "{lines:#?}");
}

#[test]
fn where_the_label_is_wrong_the_string_is_read_as_it_stands() {
    let rows = all();
    for (line, browser, major, reason) in REFERENCE_AT_FAULT {
        let row = rows.iter().find(|row| row.line == line);
        let recognised = row
            .unwrap_or_else(|| panic!("not in the corpus: {line}"))
            .recognised();
        assert_eq!(
            (family(&recognised), recognised.major),
            (browser, major),
            "{reason}"
        );
    }
}
