//! The route table in every session status: who sees which page, and that nobody else sees a name.

use super::render::{portal_at, portal_with_all, told_portal_at};
use nomade::contract::agent::Agent;
use nomade::contract::portal::ModuleState;
use nomade::i18n::locale::Locale;
use nomade::rules::session::SessionStatus;
use nomade::state::load::Load;

fn agent() -> Agent {
    serde_json::from_str(include_str!("../../fixtures/agent/agent.json")).unwrap()
}

const PUBLIC: [(&str, &str, &str); 6] = [
    ("/login", "Se connecter à mon espace", "Log in to my space"),
    (
        "/password",
        "Mot de passe oublié ou expiré",
        "Forgotten or expired password",
    ),
    ("/help", "Aide à la connexion", "Help with logging in"),
    ("/signed-out", "Vous êtes déconnecté", "You are logged out"),
    ("/nowhere", "Page introuvable", "Page not found"),
    ("/", "Se connecter à mon espace", "Log in to my space"),
];

const SPACE: [(&str, &str, &str); 9] = [
    ("/space", "Dernier bulletin de paie", "Latest payslip"),
    ("/space/payslips", "Bulletins de paie", "Payslips"),
    ("/space/payslips/some-id", "Bulletin de paie", "Payslip"),
    (
        "/space/documents",
        "Rechercher dans mes documents",
        "Search my documents",
    ),
    (
        "/space/documents?tab=requests",
        "Mes demandes",
        "My requests",
    ),
    (
        "/space/documents/some-id",
        "Tous mes documents",
        "All my documents",
    ),
    ("/space/activity", "Sessions ouvertes", "Open sessions"),
    ("/space/profile", "Textes acceptés", "Accepted texts"),
    ("/space/nowhere", "Page introuvable", "Page not found"),
];

fn statuses() -> [SessionStatus; 8] {
    [
        SessionStatus::Checking,
        SessionStatus::SignedOut,
        SessionStatus::SigningIn,
        SessionStatus::SignedIn(agent()),
        SessionStatus::Expired(agent()),
        SessionStatus::SigningInAgain(agent()),
        SessionStatus::Replaced,
        SessionStatus::SigningOut,
    ]
}

#[test]
fn a_public_page_is_drawn_whoever_is_here() {
    for (path, fr, en) in PUBLIC {
        for status in statuses() {
            for (locale, words) in [(Locale::Fr, fr), (Locale::En, en)] {
                let html = portal_at(path, locale, status.clone());
                assert!(html.contains(words), "{path} {status:?}: {html}");
                assert_eq!(html.matches("<h1").count(), 1, "{path} {status:?}: {html}");
                assert_eq!(html.matches("<main").count(), 1, "{path} {status:?}");
            }
        }
    }
}

#[test]
fn a_page_of_the_space_is_drawn_for_the_agent_who_is_signed_in_and_for_nobody_else() {
    let name = agent().full_name();
    for (path, fr, en) in SPACE {
        for (locale, words) in [(Locale::Fr, fr), (Locale::En, en)] {
            for status in statuses() {
                let portal = Load::Loaded(portal_with_all(ModuleState::On));
                let html = told_portal_at(path, locale, status.clone(), portal);
                assert_eq!(html.matches("<h1").count(), 1, "{path} {status:?}: {html}");
                let signed_in = matches!(status, SessionStatus::SignedIn(_));
                assert_eq!(
                    html.contains(&name),
                    signed_in,
                    "{path} {status:?}: the agent's name"
                );
                assert_eq!(html.contains(words), signed_in, "{path} {status:?}: {html}");
            }
        }
    }
}

#[test]
fn whoever_is_not_signed_in_is_led_to_the_login_and_back_to_the_same_address() {
    let html = portal_at(
        "/space/payslips?year=2025",
        Locale::Fr,
        SessionStatus::SignedOut,
    );
    assert!(
        html.contains("/login?then=%2Fspace%2Fpayslips%3Fyear%3D2025"),
        "{html}"
    );
}

#[test]
fn the_main_controls_have_exactly_their_names() {
    let login = portal_at("/login", Locale::Fr, SessionStatus::SignedOut);
    for label in [
        ">Identifiant<",
        ">Mot de passe<",
        ">Se connecter<",
        ">Mot de passe oublié\u{202f}?<",
    ] {
        assert!(login.contains(label), "{label} in {login}");
    }
    let login = portal_at("/login", Locale::En, SessionStatus::SignedOut);
    for label in [">Username<", ">Password<", ">Log in<", ">Forgot password?<"] {
        assert!(login.contains(label), "{label} in {login}");
    }
    let space = portal_at("/space", Locale::Fr, SessionStatus::SignedIn(agent()));
    for label in ["Bulletins de paie", "Activité", "Se déconnecter"] {
        assert!(space.contains(label), "{label} in {space}");
    }
}
