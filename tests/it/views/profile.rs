//! The profile: who the portal thinks the agent is, with and without what it does not know.

use super::render::{fixture, states, view_in};
use leptos::prelude::*;
use nomade::api::answer::ApiError;
use nomade::contract::consent::Consent;
use nomade::contract::portal::Portal;
use nomade::contract::session::Session;
use nomade::i18n::locale::Locale;
use nomade::layouts::space_nav::AgentLink;
use nomade::pages::profile_page::ProfileView;
use nomade::rules::session::SessionStatus;
use nomade::state::load::{Load, Loader};
use nomade::state::location::provide_route;

fn profile(
    locale: Locale,
    session: Option<Session>,
    portal: Option<Portal>,
    consent: impl FnOnce() -> Loader<Consent> + Send + 'static,
) -> String {
    view_in(locale, SessionStatus::SignedOut, move || {
        view! {
            <ProfileView
                session=Signal::stored(session)
                portal=Signal::stored(portal)
                consent=consent()
            />
        }
    })
}

fn accepted() -> Loader<Consent> {
    Loader::fixed(Load::Loaded(fixture("consent/accepted")))
}

fn session() -> Session {
    fixture("session/signed_in")
}

#[test]
fn everything_that_is_known_is_told_in_both_languages() {
    for (locale, words) in [
        (
            Locale::Fr,
            [
                "Mon profil",
                "Identifiant",
                "Tous les agents",
                "adressez-vous à votre service des ressources humaines",
                "1er septembre 2026 à 09:15",
                "28 février 2027 à 09:15",
                "au moins 12 caractères",
                "Version 2026-1, acceptée le 20 janvier 2026",
                "Le bouton «\u{a0}English\u{a0}»",
            ],
        ),
        (
            Locale::En,
            [
                "My profile",
                "Username",
                "All agents",
                "ask your HR department",
                "1 September 2026 at 09:15",
                "28 February 2027 at 09:15",
                "at least 12 characters",
                "Version 2026-1, accepted on 20 January 2026",
                "The button “Français”",
            ],
        ),
    ] {
        let html = profile(
            locale,
            Some(session()),
            Some(fixture("portal/ordinary")),
            accepted,
        );
        for words in words {
            assert!(html.contains(words), "{words}: {html}");
        }
        for words in [
            "<bdi>Agent Démo</bdi>",
            "<bdi>agent.demo</bdi>",
            "<bdi>agent.demo@ville.example</bdi>",
            "<bdi>Direction de la démonstration</bdi>",
            "href=\"/password\"",
            "href=\"/charter\"",
            "href=\"/terms\"",
        ] {
            assert!(html.contains(words), "{words}: {html}");
        }
        assert_eq!(
            html.matches("<button").count(),
            0,
            "one switch of the language: {html}"
        );
    }
}

#[test]
fn what_is_not_known_is_left_out() {
    let mut bare = session();
    bare.password = None;
    let agent = bare.agent.as_mut().unwrap();
    agent.service = String::new();
    agent.population = "newer".to_owned();
    let html = profile(
        Locale::Fr,
        Some(bare),
        Some(fixture("portal/ordinary")),
        accepted,
    );
    assert!(!html.contains("Groupe d’agents"), "{html}");
    assert!(!html.contains(">Service<") && !html.contains("Expire le"));
    assert!(html.contains("class=\"support-line\""), "{html}");
    let html = profile(Locale::Fr, None, None, accepted);
    assert!(html.contains("Mon profil") && html.contains("Textes acceptés"));
}

#[test]
fn few_days_left_are_a_warning() {
    let soon = fixture("session/password_expires_soon");
    let html = profile(Locale::Fr, Some(soon), None, accepted);
    assert!(html.contains("data-variant=\"warning\""), "{html}");
    let html = profile(Locale::Fr, Some(session()), None, accepted);
    assert!(!html.contains("data-variant=\"warning\""), "{html}");
}

#[test]
fn the_accepted_texts_load_and_fail_alone() {
    for index in 0..4 {
        let consent = move || {
            let all = states(fixture("consent/due_first"), ApiError::Offline);
            all.into_iter().nth(index).unwrap().1
        };
        let html = profile(Locale::Fr, Some(session()), None, consent);
        assert!(html.contains("agent.demo@ville.example"), "{html}");
        assert_eq!(html.contains("hors connexion"), index == 3, "{html}");
        assert_eq!(html.contains("Pas encore acceptée"), index == 2, "{html}");
    }
}

#[test]
fn long_and_hostile_names_stay_words() {
    let mut strange = session();
    let agent = strange.agent.as_mut().unwrap();
    *agent = fixture("agent/long_names");
    agent.family_name.push_str("<script>\u{202e}");
    let name = agent.full_name();
    let html = profile(Locale::En, Some(strange), None, accepted);
    assert!(!html.contains("<script"), "{html}");
    assert!(html.contains("&lt;script&gt;\u{202e}</bdi>"), "{html}");
    let link = view_in(Locale::Fr, SessionStatus::SignedOut, move || {
        provide_route();
        view! { <AgentLink name/> }
    });
    assert!(
        link.contains("href=\"/space/profile\"")
            && link.contains("Connecté\u{a0}: Jeanne-Françoise"),
        "{link}"
    );
    assert!(!link.contains("<script"), "{link}");
}
