//! One request for leave in every state: what was asked, how far it is, what can be done, and what happened.

use super::leave::assert_sound;
use super::render::{fixture, states, view_in};
use leptos::prelude::*;
use nomade::api::answer::ApiError;
use nomade::components::leave_change::Changing;
use nomade::contract::leave::{LeaveAction, LeaveRequest, LeaveStep};
use nomade::i18n::locale::Locale;
use nomade::i18n::texts::NoPreview;
use nomade::pages::leave_request_page::LeaveRequestView;
use nomade::pages::leave_request_page::changing::use_changing;
use nomade::rules::session::SessionStatus;
use nomade::state::document_preview::PreviewState;
use nomade::state::load::{Load, Loader};

const BOTH: [Locale; 2] = [Locale::Fr, Locale::En];

/// The page with what `change` makes of it.
pub fn page(
    locale: Locale,
    loader: impl FnOnce() -> Loader<LeaveRequest> + Send + 'static,
    change: impl FnOnce(Changing) + Send + 'static,
) -> String {
    view_in(locale, SessionStatus::SignedOut, move || {
        let request = loader();
        let changing = use_changing("l_7pRt", request);
        change(changing);
        let look = |_, is_allowed| {
            super::documents::still(if is_allowed {
                PreviewState::Checking
            } else {
                PreviewState::No(NoPreview::NotAllowed)
            })
        };
        view! { <LeaveRequestView request changing preview=look/> }
    })
}

fn shown(locale: Locale, request: LeaveRequest) -> String {
    page(locale, || Loader::fixed(Load::Loaded(request)), |_| ())
}

/// A request of the fixtures.
pub fn of(name: &str) -> LeaveRequest {
    fixture(&format!("leave/request_{name}"))
}

/// The words of the buttons and links that change or copy the request.
fn ways(html: &str) -> &str {
    let (_, ways) = html.split_once("class=\"leave-change\"").unwrap();
    ways.split("</div>").next().unwrap()
}

#[test]
fn a_request_is_drawn_in_every_state_under_its_title() {
    for (index, (fr, en)) in [
        ("loaded__wait", "loaded__wait"),
        ("prend plus de temps", "longer than usual"),
        ("Suivi de la demande", "What happened"),
        ("hors connexion", "You are offline"),
    ]
    .into_iter()
    .enumerate()
    {
        for locale in BOTH {
            let loader = move || {
                let [a, b, c, d] = states(of("pending"), ApiError::Offline);
                [a.1, b.1, c.1, d.1][index]
            };
            let html = page(locale, loader, |_| ());
            let words = if locale == Locale::Fr { fr } else { en };
            assert!(html.contains(words), "{index}: {html}");
            assert_eq!(html.matches("<h1").count(), 1, "{html}");
            assert!(html.contains("href=\"/space/leave\""), "{html}");
        }
    }
}

#[test]
fn a_request_of_nobody_s_says_so_and_leads_back() {
    let missing = || {
        let problem = fixture("problem/not_found");
        Loader::fixed(Load::Failed(ApiError::Refused(problem)))
    };
    let html = page(Locale::Fr, missing, |_| ());
    assert!(
        html.contains("Demande de congé") && html.contains("Tous mes congés"),
        "{html}"
    );
    assert!(
        html.contains("notice__title") && !html.contains("leave-change"),
        "{html}"
    );
}

#[test]
fn what_was_asked_stands_with_what_comes_next() {
    for (name, words) in [
        (
            "pending",
            &[
                "Congés annuels</bdi></h1>",
                "du 28 décembre 2026 au 4 janvier 2027 à midi",
                "4,5\u{a0}jours",
                "En attente du 1er niveau de validation sur 2.",
                "Je reste joignable le 28 au matin.",
                "22 novembre 2026 à 18:51",
            ][..],
        ),
        (
            "second_level",
            &["En attente du 2e niveau de validation sur 2."],
        ),
        (
            "approved",
            &[
                "Le congé est accordé.",
                "niveau 1 sur 2",
                "Camille Bernard",
                "au nom de",
                "Responsable Démo",
                "12 novembre 2026 à 11:40",
            ],
        ),
        (
            "refused",
            &[
                "Le justificatif ne concerne pas cette date.",
                "PDF, 120\u{a0}ko",
            ],
        ),
        ("cancelled", &["La demande est annulée", "Demande annulée"]),
        (
            "cancellation_pending",
            &["D’ici là, le congé reste accordé.", "Réunion déplacée."],
        ),
        (
            "cancellation_refused",
            &[
                "L’annulation a été refusée\u{a0}: le congé reste accordé.",
                "Le planning est établi.",
            ],
        ),
        ("cancellation_granted", &["Annulation acceptée"]),
        ("just_decided", &["Décision reprise"]),
        (
            "unknown.newer",
            &[
                "La demande est en cours de traitement.",
                "Étape de traitement",
            ],
        ),
    ] {
        let html = shown(Locale::Fr, of(name));
        for words in words {
            assert!(html.contains(words), "{name}: {words}: {html}");
        }
        assert_sound(&shown(Locale::En, of(name)));
    }
    let refused = shown(Locale::Fr, of("refused"));
    // Where it is looked for first, and in the trail.
    assert_eq!(
        refused.matches("ne concerne pas cette date").count(),
        2,
        "{refused}"
    );
    let single = shown(Locale::Fr, of("cancelled"));
    assert!(!single.contains("niveau 1 sur 1"), "{single}");
}

#[test]
fn only_what_the_portal_grants_is_offered() {
    for (name, offered, not) in [
        (
            "pending",
            &["Annuler la demande", "/space/leave/new?copy=l_7pRt"][..],
            &["Demander l’annulation", "Décider"][..],
        ),
        (
            "approved",
            &["Demander l’annulation"],
            &["Annuler la demande", "Décider"],
        ),
        (
            "refused",
            &["Copier dans une nouvelle demande"],
            &["Annuler", "Demander l’annulation"],
        ),
        ("unknown.newer", &["Annuler la demande"], &["forward"]),
        // It is not the reader's own.
        (
            "just_decided",
            &[],
            &["copy=", "Annuler la demande", "Décider"],
        ),
    ] {
        let html = shown(Locale::Fr, of(name));
        for words in offered {
            assert!(ways(&html).contains(words), "{name}: {words}: {html}");
        }
        for words in not {
            assert!(!ways(&html).contains(words), "{name}: {words}: {html}");
        }
        assert!(!html.contains("<dialog"), "{name}: {html}");
    }
    let mut request = of("pending");
    request.actions = vec![LeaveAction::Approve, LeaveAction::Refuse];
    request.own = false;
    let html = shown(Locale::Fr, request);
    assert!(
        ways(&html).contains("href=\"/space/leave/approvals\""),
        "{html}"
    );
    assert!(
        ways(&html).contains("Décider") && !ways(&html).contains("copy="),
        "{html}"
    );
}

#[test]
fn files_are_offered_as_granted_each_in_its_own_place() {
    let approved = shown(Locale::Fr, of("approved"));
    assert!(
        approved.contains("Ajouter à mon agenda (.ics)"),
        "{approved}"
    );
    assert!(
        approved.contains("id=\"calendar-file-outcome\""),
        "{approved}"
    );
    assert!(!approved.contains("leave-attachment"), "{approved}");
    let refused = shown(Locale::Fr, of("refused"));
    assert!(!refused.contains("agenda"), "{refused}");
    assert!(
        refused.contains("Télécharger (PDF, 120\u{a0}ko)"),
        "{refused}"
    );
    assert!(refused.contains("Vérification du fichier…"), "{refused}");
    let mut both = of("refused");
    both.actions = vec![LeaveAction::ExportCalendar];
    let html = shown(Locale::Fr, both);
    assert!(
        html.contains("agenda") && !html.contains("Télécharger ("),
        "{html}"
    );
    assert!(!html.contains("Vérification du fichier…"), "{html}");
    let mut both = of("refused");
    both.actions = vec![LeaveAction::ExportCalendar, LeaveAction::DownloadAttachment];
    let html = shown(Locale::En, both);
    for id in ["calendar-file-outcome", "take-away-outcome"] {
        assert_eq!(
            html.matches(&format!("id=\"{id}\"")).count(),
            1,
            "{id}: {html}"
        );
    }
}

#[test]
fn hostile_words_and_a_hundred_steps_are_a_page_like_others() {
    for locale in BOTH {
        let mut request = of("hostile");
        let step: LeaveStep = request.trail.first().unwrap().clone();
        request.trail = vec![step; 100];
        request.summary.half_days = u32::MAX;
        request.level.n = u32::MAX;
        request.level.of = u32::MAX;
        request.comment = format!("{}\n\n{}", request.comment, "x".repeat(10_000));
        let html = shown(locale, request);
        assert_sound(&html);
        assert_eq!(html.matches("leave-trail__step").count(), 100);
        assert!(
            html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"),
            "{html}"
        );
    }
    let mut request = of("hostile");
    request.trail.clear();
    request.agent.name = "\u{202e}\u{200b}".to_owned();
    request.actions.push(LeaveAction::Unknown);
    let html = shown(Locale::Fr, request);
    assert!(html.contains("une personne sans nom"), "{html}");
}

#[test]
fn every_request_of_the_fixtures_can_be_drawn() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/leave");
    let mut drawn = 0;
    for case in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(case.unwrap().path()).unwrap();
        if let Ok(request) = serde_json::from_str::<LeaveRequest>(&text) {
            assert_sound(&shown(Locale::Fr, request.clone()));
            assert_sound(&shown(Locale::En, request));
            drawn += 1;
        }
    }
    assert!(drawn >= 11, "{drawn}");
}
