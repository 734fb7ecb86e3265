//! The open sessions in every state, and what came of closing one.

use super::render::{fixture, states, view_in};
use leptos::prelude::*;
use nomade::api::answer::ApiError;
use nomade::api::sessions::Closed;
use nomade::contract::session::OpenSessions;
use nomade::i18n::locale::Locale;
use nomade::pages::activity_page::sessions::{Outcome, SessionsView};
use nomade::rules::session::SessionStatus;
use nomade::state::load::{Load, Loader};

fn drawn(
    locale: Locale,
    loader: impl FnOnce() -> Loader<OpenSessions> + Send + 'static,
    closing: bool,
    outcome: Option<Outcome>,
) -> String {
    view_in(locale, SessionStatus::SignedOut, move || {
        view! {
            <SessionsView
                sessions=loader()
                closing=RwSignal::new(closing)
                outcome=RwSignal::new(outcome)
                close=Callback::new(|_| ())
            />
        }
    })
}

fn three(locale: Locale, closing: bool, outcome: Option<Outcome>) -> String {
    let loader = || Loader::fixed(Load::Loaded(fixture("sessions/three")));
    drawn(locale, loader, closing, outcome)
}

#[test]
fn the_sessions_are_drawn_in_every_state() {
    for (index, fr, en) in [
        (0, "Sessions ouvertes", "Open sessions"),
        (1, "prend plus de temps", "longer than usual"),
        (2, "Fermer toutes les autres", "Close all others"),
        (3, "hors connexion", "You are offline"),
    ] {
        for (locale, words) in [(Locale::Fr, fr), (Locale::En, en)] {
            let loader = move || {
                let all = states(fixture("sessions/three"), ApiError::Offline);
                all.into_iter().nth(index).unwrap().1
            };
            let html = drawn(locale, loader, false, None);
            assert!(html.contains(words), "{index}: {html}");
        }
    }
}

#[test]
fn this_session_comes_first_and_can_t_be_closed_here() {
    let html = three(Locale::Fr, false, None);
    let rows: Vec<&str> = html.split("class=\"session-list__row\"").skip(1).collect();
    assert_eq!(rows.len(), 3);
    assert!(rows[0].contains("Cette session") && rows[0].contains("Firefox 153, Linux"));
    assert!(!rows[0].contains("<button"), "{html}");
    assert_eq!(html.matches(">Cette session<").count(), 1);
    assert_eq!(html.matches("Fermer cette session").count(), 2);
    assert!(rows[1].contains("Navigateur inconnu") && rows[1].contains("Appareil partagé"));
    assert!(
        html.contains("Ouverte le 22 novembre 2026 à 07:58"),
        "{html}"
    );
    assert!(
        html.contains("Utilisée pour la dernière fois le 22 novembre 2026 à 08:01"),
        "{html}"
    );
    let one = || Loader::fixed(Load::Loaded(fixture("sessions/one")));
    let html = drawn(Locale::Fr, one, false, None);
    assert!(
        html.contains("Aucune autre session n’est ouverte."),
        "{html}"
    );
    assert!(!html.contains("<button"), "{html}");
}

#[test]
fn what_came_of_closing_is_said() {
    let id = || Some("s_1Ab".to_owned());
    for (outcome, fr, en) in [
        (
            (id(), Ok(Closed::Now)),
            "La session est fermée.",
            "The session is closed.",
        ),
        (
            (id(), Ok(Closed::Before)),
            "Cette session était déjà fermée.",
            "That session was already closed.",
        ),
        (
            (None, Ok(Closed::Others)),
            "Toutes vos autres sessions sont fermées.",
            "All your other sessions are closed.",
        ),
        (
            (id(), Err(ApiError::Offline)),
            "Vous êtes hors connexion",
            "You are offline",
        ),
        (
            (None, Err(ApiError::OutcomeUnknown)),
            "La réponse s’est perdue",
            "The answer was lost",
        ),
    ] {
        for (locale, words) in [(Locale::Fr, fr), (Locale::En, en)] {
            let html = three(locale, false, Some(outcome.clone()));
            assert!(html.contains(words), "{words}: {html}");
        }
    }
    let busy = three(Locale::Fr, true, None);
    assert_eq!(busy.matches("aria-disabled=\"true\"").count(), 3, "{busy}");
}

#[test]
fn many_sessions_fold_away_and_hostile_words_stay_words() {
    let mut sessions: OpenSessions = fixture("sessions/three");
    let mut hostile = sessions.items[0].clone();
    hostile.opened.with = "<script>\u{202e}".to_owned();
    sessions.items.extend(std::iter::repeat_n(hostile, 200));
    let html = drawn(
        Locale::En,
        || Loader::fixed(Load::Loaded(sessions)),
        false,
        None,
    );
    assert!(html.contains("197 other sessions"), "{html}");
    assert!(!html.contains("<script"), "{html}");
    assert!(html.contains("<bdi>&lt;script&gt;\u{202e}</bdi>"), "{html}");
}
