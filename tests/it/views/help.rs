//! The help: a section for every cause, the same in both languages, complete without any answer of the portal.

use super::render::{portal_at, view_in};
use crate::support::tree::files;
use leptos::prelude::*;
use nomade::contract::portal::{HelpLink, Portal};
use nomade::i18n::help_texts::{HelpBody, HelpSection};
use nomade::i18n::locale::Locale;
use nomade::pages::help_page::{HelpAddresses, HelpContacts};
use nomade::rules::finding::Cause;
use nomade::rules::session::SessionStatus;
use std::collections::BTreeSet;

const BOTH: [Locale; 2] = [Locale::Fr, Locale::En];

/// Causes that stop the program before it could look for any: the start-up finds them.
const BEFORE_THE_PROGRAM: [&str; 5] = [
    "javascript",
    "webassembly",
    "security-mode",
    "program",
    "altered",
];

fn sections(locale: Locale) -> Vec<&'static HelpSection> {
    let themes = locale.texts().help_themes();
    themes.iter().flat_map(|theme| theme.sections).collect()
}

fn ids(locale: Locale) -> Vec<&'static str> {
    sections(locale).iter().map(|section| section.id).collect()
}

/// Every sentence of a section, one each.
fn sentences(section: &HelpSection) -> Vec<&'static str> {
    let texts = match section.body {
        HelpBody::Points { text, points: list } | HelpBody::Steps { text, steps: list } => {
            vec![text, list]
        }
        HelpBody::Cause {
            signs,
            why,
            steps,
            paths,
            mended,
        } => vec![signs, why, steps, paths, mended],
    };
    std::iter::once(section.title)
        .chain(texts.into_iter().flat_map(str::lines))
        .collect()
}

fn ordinary() -> Portal {
    serde_json::from_str(include_str!("../../fixtures/portal/ordinary.json")).unwrap()
}

#[test]
fn every_cause_has_its_section_in_both_languages() {
    let found = Cause::ALL.iter().map(|cause| cause.anchor());
    for locale in BOTH {
        for anchor in found.clone().chain(BEFORE_THE_PROGRAM) {
            // The one cause that is no fault has the general section on addresses.
            if anchor.is_empty() || anchor == "address" {
                continue;
            }
            let section = sections(locale)
                .into_iter()
                .find(|section| section.id == anchor)
                .unwrap_or_else(|| panic!("{locale:?} has no section {anchor}"));
            assert!(
                matches!(section.body, HelpBody::Cause { .. }),
                "{anchor}: {section:?}"
            );
        }
        assert!(ids(locale).contains(&"address"));
    }
}

#[test]
fn every_link_into_the_help_finds_its_section() {
    let known = ids(Locale::Fr);
    let mut texts = files("src", "rs");
    texts.extend(files("public", "js"));
    for (path, text) in texts {
        for part in text.split("/help#").skip(1) {
            let anchor = part
                .split(|c: char| !(c.is_ascii_lowercase() || c == '-'))
                .next()
                .unwrap();
            assert!(
                anchor.is_empty() || anchor == "id" || known.contains(&anchor),
                "{path} leads to /help#{anchor}"
            );
        }
    }
}

#[test]
fn both_languages_say_the_same_things_in_the_same_order() {
    let (fr, en) = (sections(Locale::Fr), sections(Locale::En));
    assert_eq!(ids(Locale::Fr), ids(Locale::En));
    let once: BTreeSet<_> = ids(Locale::Fr).into_iter().collect();
    assert_eq!(once.len(), fr.len(), "an id stands twice");
    for (fr, en) in fr.iter().zip(&en) {
        assert_eq!(
            std::mem::discriminant(&fr.body),
            std::mem::discriminant(&en.body),
            "{}",
            fr.id
        );
        assert_eq!(sentences(fr).len(), sentences(en).len(), "{}", fr.id);
    }
}

#[test]
fn no_text_is_empty_and_every_way_to_a_setting_says_where() {
    for locale in BOTH {
        for section in sections(locale) {
            for sentence in sentences(section) {
                let parts: Vec<&str> = sentence.split('\t').collect();
                assert!(parts.len() <= 2, "{}: {sentence:?}", section.id);
                for part in parts {
                    assert!(
                        !part.is_empty() && part.trim() == part,
                        "{}: {sentence:?}",
                        section.id
                    );
                    assert!(
                        !part.contains(['<', '&']) || part.contains(" & "),
                        "{part:?}"
                    );
                }
            }
            if let HelpBody::Cause { steps, paths, .. } = section.body {
                assert!(steps.lines().count() > 1, "{}", section.id);
                assert!(paths.lines().all(|line| line.contains('\t')), "{paths:?}");
            }
        }
    }
}

#[test]
fn the_french_keeps_its_tall_signs_with_their_words() {
    for section in sections(Locale::Fr) {
        for sentence in sentences(section) {
            for sign in ['?', '!', ';', '»', ':'] {
                for (at, _) in sentence.match_indices(sign) {
                    let (before, after) = (&sentence[..at], &sentence[at + sign.len_utf8()..]);
                    // An address, as it is typed.
                    let typed = sign == ':' && !after.is_empty() && !after.starts_with(' ');
                    assert!(
                        typed || before.ends_with(['\u{202f}', '\u{a0}']),
                        "{sentence:?} lacks a space before {sign}"
                    );
                }
            }
            assert!(
                !sentence.contains(['\'', '"']) && !sentence.contains("« "),
                "{sentence:?}"
            );
        }
    }
}

#[test]
fn the_page_is_complete_before_the_portal_has_answered() {
    for locale in BOTH {
        let html = portal_at("/help", locale, SessionStatus::SignedOut);
        for section in sections(locale) {
            let heading = format!("id=\"{}\" tabindex=\"-1\"", section.id);
            assert_eq!(html.matches(&heading).count(), 1, "{heading}");
            let link = format!("href=\"#{}\" rel=\"external\"", section.id);
            assert_eq!(html.matches(&link).count(), 1, "{link}");
        }
        for link in [
            "href=\"/diagnostics\"",
            "href=\"/password\"",
            // The settings' own line.
            "href=\"tel:0199003975\"",
        ] {
            assert!(html.contains(link), "{link}");
        }
    }
}

#[test]
fn no_heading_skips_a_level() {
    let html = portal_at("/help", Locale::Fr, SessionStatus::SignedOut);
    let levels: Vec<u32> = html
        .match_indices("<h")
        .filter_map(|(at, _)| html[at + 2..].chars().next()?.to_digit(10))
        .collect();
    assert_eq!(levels.first(), Some(&1));
    for pair in levels.windows(2) {
        assert!(pair[1] <= pair[0] + 1, "{levels:?}");
    }
}

#[test]
fn the_addresses_are_the_portal_s_own() {
    let draw = |portal: Option<Portal>| {
        view_in(
            Locale::Fr,
            SessionStatus::SignedOut,
            move || view! { <HelpAddresses portal/> },
        )
    };
    let portal = ordinary();
    let (host, intranet) = (portal.canonical_host.clone(), portal.intranet_host.clone());
    let html = draw(Some(portal.clone()));
    assert!(html.contains(&host), "{html}");
    assert!(html.contains(&intranet.unwrap()), "{html}");
    let html = draw(Some(Portal {
        intranet_host: None,
        ..portal
    }));
    assert!(!html.contains("L’intranet"), "{html}");
    assert!(draw(None).contains("pas encore connue"));
}

#[test]
fn further_help_is_shown_with_its_host_and_only_where_the_host_can_be_read() {
    let draw = |urls: &[&str]| {
        let mut portal = ordinary();
        let label = portal.help_links.first().unwrap().label.clone();
        portal.help_links = urls
            .iter()
            .map(|url| HelpLink {
                label: label.clone(),
                url: (*url).to_owned(),
            })
            .collect();
        view_in(
            Locale::Fr,
            SessionStatus::SignedOut,
            move || view! { <HelpContacts portal=Some(portal)/> },
        )
    };
    let html = draw(&["https://aide.example/premiere-connexion"]);
    assert!(
        html.contains(
            "href=\"https://aide.example/premiere-connexion\" rel=\"external noreferrer\""
        ),
        "{html}"
    );
    assert!(html.contains("(aide.example)"), "{html}");
    assert!(html.contains("tel:0199001234"), "{html}");
    let html = draw(&[
        "http://aide.example/",
        "javascript:alert(1)",
        "https://user@aide.example/",
    ]);
    assert!(!html.contains("aide.example"), "{html}");
    assert!(!html.contains("javascript:"), "{html}");
    assert!(!html.contains("Autres pages d’aide"), "{html}");
}
