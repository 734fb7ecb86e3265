//! The legal pages and the footer in every state; knows their words and what the code really keeps.

use super::render::{portal_at, view_in};
use crate::support::tree::files;
use leptos::prelude::*;
use nomade::api::answer::ApiError;
use nomade::contract::agent::Agent;
use nomade::contract::localized::Localized;
use nomade::contract::texts::{Text, TextSection};
use nomade::i18n::legal_texts::LegalSection;
use nomade::i18n::locale::Locale;
use nomade::pages::text_page::TextView;
use nomade::route::TextName;
use nomade::rules::session::SessionStatus;
use nomade::state::load::{Load, Loader};

const BOTH: [Locale; 2] = [Locale::Fr, Locale::En];
const NAMES: [TextName; 4] = [
    TextName::Legal,
    TextName::Charter,
    TextName::Terms,
    TextName::Privacy,
];

pub fn agent() -> Agent {
    serde_json::from_str(include_str!("../../fixtures/agent/agent.json")).unwrap()
}

fn statuses() -> [SessionStatus; 7] {
    [
        SessionStatus::Checking,
        SessionStatus::SignedOut,
        SessionStatus::SigningIn,
        SessionStatus::ConsentRequired(agent()),
        SessionStatus::SignedIn(agent()),
        SessionStatus::Expired(agent()),
        SessionStatus::SigningOut,
    ]
}

pub fn both(fr: &str, en: &str) -> Localized {
    Localized {
        fr: fr.to_owned(),
        en: en.to_owned(),
    }
}

/// A text of so many sections; the second has no English, the first tries to be markup.
pub fn text_of(name: &str, version: &str, sections: usize) -> Text {
    let section = |number: usize| TextSection {
        heading: both(
            &format!("Titre {number}"),
            if number == 2 { "" } else { "Heading" },
        ),
        paragraphs: vec![both(
            "Un <b>mot</b> & un autre.",
            "A <b>word</b> & another.",
        )],
    };
    Text {
        name: name.to_owned(),
        version: version.to_owned(),
        published_on: "2026-09-01".parse().unwrap(),
        title: both("Texte de la Ville", "The City’s text"),
        sections: (1..=sections).map(section).collect(),
    }
}

fn shown(name: TextName, locale: Locale, load: Load<Option<Text>>) -> String {
    view_in(locale, SessionStatus::SignedOut, move || {
        view! { <TextView name loader=Loader::fixed(load)/> }
    })
}

#[test]
fn every_legal_page_is_drawn_whoever_is_here_with_one_title() {
    let pages = [
        ("/legal", "Mentions légales", "Legal notice"),
        ("/charter", "Charte d’utilisation", "Charter of use"),
        ("/terms", "Conditions d’utilisation", "Terms of use"),
        ("/privacy", "Données personnelles", "Personal data"),
        (
            "/accessibility",
            "Déclaration d’accessibilité",
            "Accessibility statement",
        ),
        (
            "/login/consent",
            "Charte et conditions à accepter",
            "Charter and terms to accept",
        ),
    ];
    let name = agent().full_name();
    for (path, fr, en) in pages {
        for status in statuses() {
            for (locale, words) in [(Locale::Fr, fr), (Locale::En, en)] {
                let html = portal_at(path, locale, status.clone());
                let title = html.split("<h1").nth(1).unwrap();
                assert!(
                    title.split("</h1>").next().unwrap().contains(words),
                    "{path} {status:?}: {html}"
                );
                assert_eq!(html.matches("<h1").count(), 1, "{path} {status:?}");
                assert_eq!(html.matches("<main").count(), 1, "{path} {status:?}");
                assert!(
                    !html.contains(&name) && !html.contains("space-nav"),
                    "{path} {status:?} shows something of the space"
                );
            }
        }
    }
}

#[test]
fn the_foot_of_every_page_leads_to_the_legal_pages() {
    let signed_in = SessionStatus::SignedIn(agent());
    for path in ["/login", "/help", "/nowhere", "/space", "/legal"] {
        let foot = |locale| {
            let html = portal_at(path, locale, signed_in.clone());
            html.split("<footer").nth(1).unwrap().to_owned()
        };
        let (fr, en) = (foot(Locale::Fr), foot(Locale::En));
        for (address, in_french, in_english) in [
            ("/legal", "Mentions légales", "Legal notice"),
            ("/charter", "Charte", "Charter"),
            ("/terms", "Conditions d’utilisation", "Terms of use"),
            ("/privacy", "Données personnelles", "Personal data"),
            (
                "/accessibility",
                "Accessibilité\u{a0}: partiellement conforme",
                "Accessibility: partially compliant",
            ),
            ("/help", "Aide", "Help"),
        ] {
            for (foot, words) in [(&fr, in_french), (&en, in_english)] {
                assert!(
                    foot.contains(&format!(
                        "href=\"{address}\" class=\"site-footer__link\">{words}</a>"
                    )),
                    "{path}: {foot}"
                );
            }
        }
    }
}

#[test]
fn a_text_says_its_version_and_is_never_markup() {
    for name in NAMES {
        let load = || Load::Loaded(Some(text_of(name.as_str(), "2026-1", 3)));
        let html = shown(name, Locale::Fr, load());
        assert!(
            html.contains(
                "Texte de la Ville, version 2026-1, en vigueur depuis le 1er septembre 2026."
            ),
            "{html}"
        );
        assert!(
            html.contains("Un &lt;b&gt;mot&lt;/b&gt; &amp; un autre."),
            "{html}"
        );
        assert!(!html.contains("<nav"), "three parts need no list: {html}");
        let html = shown(name, Locale::En, load());
        assert!(
            html.contains("The City’s text, version 2026-1, in force since 1 September 2026."),
            "{html}"
        );
        assert!(
            html.contains("lang=\"fr\" class=\"text-body__heading\">Titre 2</h2>"),
            "{html}"
        );
        assert_eq!(html.matches("lang=\"fr\"").count(), 1, "{html}");
    }
}

#[test]
fn a_long_text_begins_with_its_contents_and_each_leads_to_its_part() {
    let text = text_of("charter", "2026-1", 5);
    let html = shown(TextName::Charter, Locale::Fr, Load::Loaded(Some(text)));
    assert!(html.contains("Sommaire"), "{html}");
    for number in 1..=5 {
        for part in [
            format!("href=\"#section-{number}\" rel=\"external\""),
            format!("id=\"section-{number}\" tabindex=\"-1\""),
        ] {
            assert_eq!(html.matches(&part).count(), 1, "{part} in {html}");
        }
    }
}

#[test]
fn a_text_is_drawn_while_it_comes_when_it_fails_and_when_there_is_none() {
    for name in NAMES {
        let waiting = shown(name, Locale::Fr, Load::Loading);
        assert!(!waiting.contains("role=\"status\""), "{waiting}");
        assert!(shown(name, Locale::Fr, Load::Slow).contains("prend plus de temps"));
        let failed = shown(name, Locale::Fr, Load::Failed(ApiError::Offline));
        assert!(failed.contains("hors connexion"), "{failed}");
        for (locale, words) in [
            (Locale::Fr, "Ce texte n’est pas publié ici"),
            (Locale::En, "This text is not published here"),
        ] {
            let html = shown(name, locale, Load::Loaded(None));
            assert!(html.contains(words), "{html}");
            assert!(
                html.contains("href=\"tel:0199003975\""),
                "whom to ask: {html}"
            );
        }
        let own = waiting.contains("cookie de session");
        assert_eq!(own, name == TextName::Privacy, "{name:?}");
    }
}

#[test]
fn what_the_page_says_it_keeps_is_all_that_the_code_keeps() {
    let mut code = files("src", "rs");
    code.extend(files("public", "js"));
    let allowed: [(&[&str], &[&str]); 4] = [
        (
            &["local_storage()", "localStorage."],
            &["src/browser/storage.rs", "public/boot.js"],
        ),
        (
            &["session_storage()", "sessionStorage."],
            &["src/browser/storage.rs", "public/boot.js"],
        ),
        (
            &["document.cookie", "\"cookie\".into()"],
            &["src/browser/facts.rs", "src/browser/storage.rs"],
        ),
        (
            &[
                "indexedDB",
                "indexed_db",
                "caches.",
                ".caches()",
                "service_worker()",
                "serviceWorker",
            ],
            // It looks, and removes what it finds.
            &["src/browser/storage.rs"],
        ),
    ];
    for (path, text) in code {
        for (ways, places) in allowed {
            for way in ways {
                assert!(
                    !text.contains(way) || places.contains(&path.as_str()),
                    "{path} uses {way}: /privacy must say what is kept there"
                );
            }
        }
    }
}

#[test]
fn the_stores_that_the_page_does_not_speak_of_are_only_looked_at_and_emptied() {
    let code = files("src", "rs");
    let (_, storage) = code
        .iter()
        .find(|(path, _)| path == "src/browser/storage.rs")
        .unwrap();
    assert!(storage.contains("deleteDatabase") && storage.contains("getRegistrations"));
    for way in [
        "\"open\"",
        "\"put\"",
        "\"add\"",
        "\"register\"",
        "set(",
        "set_cookie",
    ] {
        assert!(!storage.contains(way), "{way}");
    }
}

#[test]
fn the_declaration_says_what_the_law_wants() {
    for (locale, words) in [
        (
            Locale::Fr,
            [
                "partiellement conforme",
                "RGAA",
                "22 novembre 2026",
                "Défenseur des droits",
                "Ville de Paris",
            ],
        ),
        (
            Locale::En,
            [
                "partially compliant",
                "RGAA",
                "22 November 2026",
                "Défenseur des droits",
                "City of Paris",
            ],
        ),
    ] {
        let html = portal_at("/accessibility", locale, SessionStatus::SignedOut);
        for word in words {
            assert!(html.contains(word), "{word}: {html}");
        }
        // Whom to tell stands between how to complain and where to appeal.
        let place = |part: &str| html.find(part).unwrap();
        assert!(place("id=\"section-7\"") < place("tel:0199003975"));
        assert!(place("tel:0199003975") < place("id=\"section-8\""));
    }
}

#[test]
fn both_languages_declare_the_same_things() {
    let shape = |section: &LegalSection| {
        (
            section.paragraphs.lines().count(),
            section.points.lines().count(),
        )
    };
    let shapes = BOTH.map(|locale| {
        let t = locale.texts();
        let mut all: Vec<_> = t.accessibility_sections().iter().map(shape).collect();
        all.extend(
            [
                t.accessibility_contact(),
                t.accessibility_appeal(),
                t.privacy_on_device(),
            ]
            .map(shape),
        );
        all
    });
    assert_eq!(shapes[0], shapes[1]);
}
