//! The demonstration organisation's own texts, in each of their versions; knows no agent and no request.
//!
//! A text is two files, one a language, with the same parts in the same order: its title, then `# headings` and paragraphs,
//! parted by empty lines. `[2026-1…]` opens a paragraph that is there since that version.

mod changes;

use crate::seed::localized;
use changes::{CHANGES, UNTOLD};
use nomade::contract::localized::Localized;
use nomade::contract::texts::{Text, TextSection};

/// The charter of use, which agents accept.
pub const CHARTER: &str = "charter";
/// The terms of use, which agents accept.
pub const TERMS: &str = "terms";

/// Each version that the charter and the terms had, have and are prepared to have, in this order.
pub const VERSIONS: [&str; 3] = ["2025-1", "2026-1", "2026-2"];

/// (name, French, English).
const SOURCES: [(&str, &str, &str); 4] = [
    (
        "legal",
        include_str!("legal.fr.txt"),
        include_str!("legal.en.txt"),
    ),
    (
        CHARTER,
        include_str!("charter.fr.txt"),
        include_str!("charter.en.txt"),
    ),
    (
        TERMS,
        include_str!("terms.fr.txt"),
        include_str!("terms.en.txt"),
    ),
    (
        "privacy",
        include_str!("privacy.fr.txt"),
        include_str!("privacy.en.txt"),
    ),
];

/// One part of a file: a title, a heading or a paragraph.
struct Part {
    /// The version that it is there since; all of them without one.
    since: Option<&'static str>,
    words: String,
}

fn parts(file: &'static str) -> impl Iterator<Item = Part> {
    file.trim().split("\n\n").map(|part| {
        let marked = part
            .strip_prefix('[')
            .and_then(|rest| rest.split_once("…] "));
        let (since, words) = marked.map_or((None, part), |(version, words)| (Some(version), words));
        Part {
            since,
            words: words.replace('\n', " "),
        }
    })
}

/// The place of a version in the history; one that is not in it comes after all others.
fn age(version: &str) -> usize {
    VERSIONS
        .iter()
        .position(|it| *it == version)
        .unwrap_or(VERSIONS.len())
}

/// The text of that name as it stands in `version`, if there is such a text.
#[must_use]
pub fn text(name: &str, version: &str, published_on: chrono::NaiveDate) -> Option<Text> {
    let (_, fr, en) = SOURCES.into_iter().find(|(it, _, _)| *it == name)?;
    let mut parts = parts(fr)
        .zip(parts(en))
        .filter(|(fr, _)| fr.since.is_none_or(|since| age(since) <= age(version)));
    let title = parts.next()?;
    let mut sections: Vec<TextSection> = Vec::new();
    for (fr, en) in parts {
        match (fr.words.strip_prefix("# "), en.words.strip_prefix("# ")) {
            (Some(fr), Some(en)) => sections.push(TextSection {
                heading: localized(fr, en),
                paragraphs: Vec::new(),
            }),
            _ => sections
                .last_mut()?
                .paragraphs
                .push(localized(&fr.words, &en.words)),
        }
    }
    Some(Text {
        name: name.to_owned(),
        version: version.to_owned(),
        published_on,
        title: localized(&title.0.words, &title.1.words),
        sections,
    })
}

/// What the text says otherwise in the version `in_force` than in the one that was `accepted`, the newest version first.
///
/// Where the history does not lead from one to the other, it says just that: nothing is made up.
#[must_use]
pub fn changes(name: &str, accepted: Option<&str>, in_force: &str) -> Vec<Localized> {
    let Some(accepted) = accepted.filter(|it| *it != in_force) else {
        return Vec::new();
    };
    let (from, until) = (age(accepted), age(in_force));
    if until == VERSIONS.len() || from >= until {
        return vec![localized(UNTOLD.0, UNTOLD.1)];
    }
    VERSIONS
        .iter()
        .take(until + 1)
        .skip(from + 1)
        .rev()
        .flat_map(|version| {
            CHANGES
                .iter()
                .filter(move |(text, since, _)| *text == name && since == version)
        })
        .flat_map(|(_, _, list)| list.iter())
        .map(|(fr, en)| localized(fr, en))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_the_same_parts() {
        for (name, fr, en) in SOURCES {
            let shape = |file| -> Vec<(bool, Option<&str>)> {
                parts(file)
                    .map(|part| (part.words.starts_with("# "), part.since))
                    .collect()
            };
            assert_eq!(shape(fr), shape(en), "{name}");
            for version in VERSIONS {
                let text = text(name, version, chrono::NaiveDate::default()).unwrap();
                assert!(text.sections.len() >= 5, "{name}");
                for section in &text.sections {
                    assert!(
                        !section.paragraphs.is_empty(),
                        "{name} {version}: nothing below {}",
                        section.heading.fr
                    );
                }
            }
        }
    }

    #[test]
    fn every_mark_is_a_version_and_none_is_left_in_the_text() {
        for (name, fr, en) in SOURCES {
            for part in parts(fr).chain(parts(en)) {
                assert!(
                    part.since.is_none_or(|since| VERSIONS.contains(&since)),
                    "{name}"
                );
                assert!(
                    !part.words.contains(['[', ']', '#'])
                        || part.words.starts_with("# ") && !part.words[2..].contains('#'),
                    "{name}: {}",
                    part.words
                );
                assert!(!part.words.contains("  "), "{name}: {}", part.words);
            }
        }
    }

    #[test]
    fn each_version_of_what_is_accepted_adds_to_the_one_before_and_says_so() {
        for name in [CHARTER, TERMS] {
            let [first, second, third] = VERSIONS.map(|version| {
                let text = text(name, version, chrono::NaiveDate::default()).unwrap();
                text.sections
                    .iter()
                    .map(|section| section.paragraphs.len())
                    .sum::<usize>()
            });
            assert!(first < second && second < third, "{name}");
            let [last, one] = [VERSIONS[0], VERSIONS[1]]
                .map(|accepted| changes(name, Some(accepted), VERSIONS[2]));
            assert!(!one.is_empty() && last.len() > one.len(), "{name}");
            assert_eq!(last[..one.len()], one, "{name}: the newest first");
        }
    }

    #[test]
    fn changes_are_told_where_they_are_known_and_nowhere_else() {
        assert_eq!(changes(CHARTER, None, "2026-1"), []);
        assert_eq!(changes(CHARTER, Some("2026-1"), "2026-1"), []);
        for (accepted, in_force) in [
            ("2026-1", "2031-7"),
            ("2031-7", "2026-1"),
            ("2026-2", "2026-1"),
        ] {
            let told = changes(TERMS, Some(accepted), in_force);
            assert_eq!(
                told,
                [localized(UNTOLD.0, UNTOLD.1)],
                "{accepted} {in_force}"
            );
        }
    }

    #[test]
    fn french_keeps_its_tall_signs_beside_their_words() {
        let changes = CHANGES.iter().flat_map(|(_, _, list)| list.iter());
        let changes = changes
            .chain([&UNTOLD])
            .map(|(fr, en)| ((*fr).to_owned(), *en));
        let files = SOURCES
            .iter()
            .map(|(_, fr, en)| ((*fr).replace('\n', " "), *en));
        for (fr, en) in changes.chain(files) {
            for sign in ['?', '!', ';', '»'] {
                for (at, _) in fr.match_indices(sign) {
                    assert!(fr[..at].ends_with('\u{202f}'), "{}", &fr[..at]);
                }
            }
            for (at, _) in fr.match_indices(':') {
                assert!(fr[..at].ends_with('\u{a0}'), "{}", &fr[..at]);
            }
            for (at, sign) in fr.match_indices('«') {
                assert!(
                    fr[at + sign.len()..].starts_with('\u{202f}'),
                    "{}",
                    &fr[at..]
                );
            }
            assert!(!fr.contains(['\'', '"']) && !en.contains(['\'', '"']));
        }
    }
}
