//! The consent in every state: what is due, what changed, both answers, and why one was not taken.

use super::legal::{agent, both, text_of};
use super::render::{portal_at, states, view_in};
use leptos::prelude::*;
use nomade::api::answer::ApiError;
use nomade::contract::consent::{Acceptance, Consent, ConsentText};
use nomade::contract::instant::Instant;
use nomade::i18n::locale::Locale;
use nomade::pages::consent_page::ConsentView;
use nomade::rules::session::SessionStatus;
use nomade::state::consent::AcceptFailure;
use nomade::state::load::{Load, Loader};

const BOTH: [Locale; 2] = [Locale::Fr, Locale::En];

fn first_time(name: &str) -> ConsentText {
    ConsentText {
        text: text_of(name, "2026-1", 3),
        accepted: None,
        changes: Vec::new(),
    }
}

fn changed(name: &str) -> ConsentText {
    let at = serde_json::from_str::<Instant>("\"2026-03-02T09:30:00+01:00\"").unwrap();
    ConsentText {
        text: text_of(name, "2026-2", 3),
        accepted: Some(Acceptance {
            version: "2026-1".to_owned(),
            at,
        }),
        changes: vec![both("Un point nouveau.", "A new point.")],
    }
}

fn accepted(name: &str) -> ConsentText {
    let mut text = changed(name);
    text.text.version = "2026-1".to_owned();
    text.changes.clear();
    text
}

fn asked(
    locale: Locale,
    consent: impl FnOnce() -> Loader<Consent> + Send + 'static,
    reason: Option<AcceptFailure>,
) -> String {
    view_in(locale, SessionStatus::ConsentRequired(agent()), move || {
        let nothing = Callback::new(|()| ());
        view! {
            <ConsentView
                consent=consent()
                busy=RwSignal::new(false)
                failure=RwSignal::new(reason)
                accept=nothing
                refuse=nothing
            />
        }
    })
}

fn asked_about(locale: Locale, charter: ConsentText, terms: ConsentText) -> String {
    let consent = Consent { charter, terms };
    asked(locale, || Loader::fixed(Load::Loaded(consent)), None)
}

#[test]
fn a_first_text_is_open_and_a_changed_one_begins_with_what_changed() {
    let html = asked_about(Locale::Fr, changed("charter"), first_time("terms"));
    let (charter, terms) = html.split_once("aria-labelledby=\"terms\"").unwrap();
    let what = charter
        .find("Ce qui a changé depuis la version 2026-1, que vous avez acceptée le 2 mars 2026")
        .unwrap();
    assert!(what < charter.find("Un point nouveau.").unwrap());
    assert!(charter.find("Un point nouveau.").unwrap() < charter.find("<details").unwrap());
    assert!(
        charter.contains("<details class=\"consent__whole\">"),
        "{charter}"
    );
    assert!(
        terms.contains("<details open class=\"consent__whole\">"),
        "{terms}"
    );
    assert!(!terms.contains("Ce qui a changé"), "{terms}");
    assert!(terms.contains("Version 2026-1, en vigueur depuis le 1er septembre 2026."));
    let html = asked_about(Locale::En, changed("charter"), accepted("terms"));
    assert!(
        html.contains("What changed since version 2026-1, which you accepted on 2 March 2026"),
        "{html}"
    );
    assert!(
        !html.contains("aria-labelledby=\"terms\""),
        "not due: {html}"
    );
    let mut silent = changed("charter");
    silent.changes.clear();
    let html = asked_about(Locale::Fr, silent, accepted("terms"));
    assert!(html.contains("n’a pas dit ce qui a changé"), "{html}");
}

#[test]
fn both_answers_say_what_they_do_and_the_texts_can_be_read_without_hurry() {
    for (locale, words) in [
        (
            Locale::Fr,
            [
                "J’accepte la charte et les conditions",
                "Je refuse et je me déconnecte",
                "Si vous refusez, vous êtes déconnecté",
                "sans limite de temps",
            ],
        ),
        (
            Locale::En,
            [
                "I accept the charter and the terms",
                "I decline and log out",
                "If you decline, you are logged out",
                "without a time limit",
            ],
        ),
    ] {
        let html = asked_about(locale, first_time("charter"), first_time("terms"));
        for word in words {
            assert!(html.contains(word), "{word}: {html}");
        }
        for address in ["href=\"/charter\"", "href=\"/terms\""] {
            assert!(html.contains(address), "{html}");
        }
    }
}

#[test]
fn nothing_can_be_accepted_that_is_not_shown() {
    let consent = Consent {
        charter: first_time("charter"),
        terms: first_time("terms"),
    };
    for (name, _) in states(consent.clone(), ApiError::Offline) {
        let consent = consent.clone();
        let html = asked(
            Locale::Fr,
            move || {
                let all = states(consent, ApiError::Offline);
                all.into_iter().find(|(other, _)| *other == name).unwrap().1
            },
            None,
        );
        assert_eq!(
            html.contains("J’accepte"),
            name == "loaded",
            "{name}: {html}"
        );
        assert!(html.contains("Je refuse"), "{name}: {html}");
        assert_eq!(html.contains("hors connexion"), name == "failed", "{name}");
    }
}

#[test]
fn an_answer_that_was_not_taken_has_words_and_at_most_one_next_step() {
    let problem = |name: &str| {
        let path = format!(
            "{}/tests/fixtures/problem/{name}.json",
            env!("CARGO_MANIFEST_DIR")
        );
        ApiError::Refused(serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap())
    };
    let reasons = [
        AcceptFailure::Changed,
        AcceptFailure::Api(ApiError::Offline),
        AcceptFailure::Api(ApiError::Filtered),
        AcceptFailure::Api(ApiError::Unavailable {
            trace_id: Some("t-9".to_owned()),
        }),
        AcceptFailure::Api(ApiError::SignedOut),
        AcceptFailure::Api(ApiError::Limited { retry_after: 90 }),
        AcceptFailure::Api(ApiError::Unreadable),
        AcceptFailure::Api(ApiError::OutcomeUnknown),
        AcceptFailure::Api(problem("csrf_refused")),
        AcceptFailure::Api(problem("internal_error")),
    ];
    for reason in reasons {
        for locale in BOTH {
            let shown = reason.clone();
            let consent = Consent {
                charter: first_time("charter"),
                terms: first_time("terms"),
            };
            let html = asked(locale, || Loader::fixed(Load::Loaded(consent)), Some(shown));
            let (_, summary) = html.split_once("role=\"group\"").unwrap();
            let summary = summary.split("consent__pages").next().unwrap();
            let steps = summary.matches("<p><button class=\"button\"").count()
                + summary.matches("<p><a class=\"button\"").count();
            assert!(steps <= 1, "{reason:?}: {summary}");
            assert!(
                summary.matches("<li>").count() >= 1,
                "{reason:?}: {summary}"
            );
        }
    }
}

#[test]
fn a_page_of_the_space_leads_to_the_consent_that_is_due_and_back() {
    let html = portal_at(
        "/space/payslips?year=2025",
        Locale::Fr,
        SessionStatus::ConsentRequired(agent()),
    );
    assert!(
        html.contains("/login/consent?then=%2Fspace%2Fpayslips%3Fyear%3D2025"),
        "{html}"
    );
    assert!(html.contains("Charte et conditions à accepter"), "{html}");
}
