//! The end of a session as it is drawn: the warning, signing in again, and the receipt, in every state.

use super::render::{fixture, portal_at, portal_with_all, told_portal_at, view_in};
use leptos::prelude::*;
use nomade::api::answer::ApiError;
use nomade::browser::storage::Kept;
use nomade::contract::activity::ActivityItemKind;
use nomade::contract::agent::Agent;
use nomade::contract::portal::ModuleState;
use nomade::i18n::locale::Locale;
use nomade::layouts::session_warning::WarningView;
use nomade::pages::signed_out_page::{PortalSays, SignedOutView};
use nomade::rules::expiry::{Expiry, Reading, Warning};
use nomade::rules::receipt::{Receipt, Taken, WayOut};
use nomade::rules::session::SessionStatus;
use nomade::state::drafts::use_draft;
use nomade::state::load::Load;
use nomade::state::session::Staying;

const LOCALES: [Locale; 2] = [Locale::Fr, Locale::En];

/// A warning of the fixture's session, seconds before its end.
fn warned(left_s: i64, can_be_extended: bool) -> Warning {
    let session: nomade::contract::session::Session = fixture("session/signed_in");
    let start = Reading {
        wall_ms: 0,
        steady_ms: 0,
    };
    let expiry = Expiry::told(&session, start).unwrap();
    let end = session
        .idle_expires_at
        .unwrap()
        .since(session.now)
        .num_milliseconds();
    let now = Reading {
        wall_ms: end - left_s * 1000,
        steady_ms: end - left_s * 1000,
    };
    // Asked about in vain: what was told before is what there is.
    let warning = expiry.turn(now, Some(now)).warning.unwrap();
    Warning {
        can_be_extended,
        ..warning
    }
}

fn warning(locale: Locale, warning: Option<Warning>, staying: Staying) -> String {
    view_in(locale, SessionStatus::SignedOut, move || {
        let (stay, leave) = (Callback::new(|()| ()), Callback::new(|()| ()));
        view! { <WarningView warning=Signal::stored(warning) staying=Signal::stored(staying) stay leave/> }
    })
}

#[test]
fn nothing_is_warned_of_while_there_is_time() {
    assert!(!warning(Locale::Fr, None, Staying::NotAsked).contains("<dialog"));
}

#[test]
fn the_warning_says_when_and_offers_to_stay() {
    let french = warning(Locale::Fr, Some(warned(90, true)), Staying::NotAsked);
    for words in [
        "Votre session va se terminer",
        "Sans réponse de votre part",
        "Rester connecté",
        "Se déconnecter",
        "Fin de la session dans",
    ] {
        assert!(french.contains(words), "{words}: {french}");
    }
    assert!(!french.contains("J’ai compris"), "{french}");
    // Seen each second, spoken in steps of half a minute.
    assert!(french.contains("aria-hidden=\"true\""), "{french}");
    assert!(french.contains("role=\"status\""), "{french}");
    let english = warning(Locale::En, Some(warned(90, true)), Staying::NotAsked);
    assert!(english.contains("Stay logged in"), "{english}");
}

#[test]
fn an_end_that_nothing_moves_offers_no_stay() {
    for locale in LOCALES {
        let html = warning(locale, Some(warned(60, false)), Staying::NotAsked);
        let t = locale.texts();
        assert!(html.contains(t.understood()), "{html}");
        assert!(!html.contains(t.stay()), "{html}");
    }
}

#[test]
fn a_wish_to_stay_that_failed_is_said() {
    for locale in LOCALES {
        let html = warning(
            locale,
            Some(warned(60, true)),
            Staying::Failed(ApiError::Offline),
        );
        assert!(html.contains("role=\"alert\""), "{html}");
        assert!(html.contains(locale.texts().offline_text()), "{html}");
    }
}

#[test]
fn who_has_written_something_is_told_what_becomes_of_it() {
    let html = view_in(Locale::Fr, SessionStatus::SignedOut, || {
        use_draft::<String>("note").set("une phrase".to_owned());
        let (stay, leave) = (Callback::new(|()| ()), Callback::new(|()| ()));
        view! { <WarningView warning=Signal::stored(Some(warned(60, true))) staying=Signal::stored(Staying::NotAsked) stay leave/> }
    });
    assert!(html.contains("sera gardé dans cette page"), "{html}");
    assert!(!html.contains("une phrase"), "{html}");
    let nothing = warning(Locale::Fr, Some(warned(60, true)), Staying::NotAsked);
    assert!(!nothing.contains("sera gardé"), "{nothing}");
}

#[test]
fn whoever_is_not_signed_in_sees_nothing_of_the_agent() {
    let agent: Agent = fixture("agent/agent");
    for (status, words) in [
        (
            SessionStatus::Expired(agent.clone()),
            "Votre session est terminée",
        ),
        (
            SessionStatus::SigningInAgain(agent.clone()),
            "Votre session est terminée",
        ),
        (SessionStatus::Replaced, "Un autre agent s’est connecté"),
        (SessionStatus::SigningOut, "Déconnexion"),
        (
            SessionStatus::ConsentRequired(agent.clone()),
            "Charte et conditions",
        ),
    ] {
        let portal = Load::Loaded(portal_with_all(ModuleState::On));
        let html = told_portal_at("/space/payslips", Locale::Fr, status.clone(), portal);
        assert!(html.contains(words), "{status:?}: {html}");
        for personal in [
            agent.full_name(),
            agent.email.clone(),
            agent.family_name.clone(),
        ] {
            assert!(!html.contains(&personal), "{personal}: {html}");
        }
        assert!(!html.contains("Bulletins de paie"), "{status:?}: {html}");
    }
}

#[test]
fn signing_in_again_asks_for_the_password_alone() {
    let agent: Agent = fixture("agent/agent");
    for locale in LOCALES {
        let html = portal_at("/space", locale, SessionStatus::Expired(agent.clone()));
        let t = locale.texts();
        assert!(html.contains(&t.again_username(&agent.username)), "{html}");
        assert!(html.contains("autocomplete=\"current-password\""), "{html}");
        assert!(html.contains(t.again_other()), "{html}");
        assert!(
            !html.contains(t.again_drafts()),
            "nothing was written: {html}"
        );
    }
}

const NOTHING: Kept = Kept {
    language: false,
    entries: Some(0),
    cookies: 0,
    caches: Some(0),
    databases: Some(0),
    workers: Some(0),
};

fn receipt(locale: Locale, receipt: &Receipt, portal: PortalSays, kept: Option<Kept>) -> String {
    let receipt = receipt.clone();
    view_in(locale, SessionStatus::SignedOut, move || {
        let kept = RwSignal::new(kept);
        view! { <SignedOutView receipt=Signal::stored(receipt) portal=Signal::stored(portal) kept close=Callback::new(|()| ())/> }
    })
}

#[test]
fn a_clean_end_is_told_as_what_was_checked() {
    let html = receipt(
        Locale::Fr,
        &Receipt::default(),
        PortalSays::Closed,
        Some(NOTHING),
    );
    for words in [
        "Vous êtes déconnecté",
        "aucune session n’est ouverte",
        "Stockage du navigateur\u{a0}: vide",
        "Bases de données et caches du site\u{a0}: aucun",
        "dossier Téléchargements",
        "Fermez toutes les fenêtres",
    ] {
        assert!(html.contains(words), "{words}: {html}");
    }
    assert_eq!(html.matches("data-well=\"\"").count(), 4, "{html}");
    assert!(!html.contains("langue choisie"), "{html}");
}

#[test]
fn what_is_left_is_told_and_never_marked_as_well() {
    let kept = Kept {
        language: true,
        entries: Some(2),
        cookies: 1,
        caches: None,
        databases: Some(1),
        workers: None,
    };
    let html = receipt(
        Locale::Fr,
        &Receipt::default(),
        PortalSays::Closed,
        Some(kept),
    );
    for words in [
        "2 éléments restent",
        "page\u{a0}: 1 reste",
        "caches du site\u{a0}: 1 reste",
        "Seule la langue choisie",
    ] {
        assert!(html.contains(words), "{words}: {html}");
    }
    assert_eq!(html.matches("data-well=\"\"").count(), 1, "{html}");
}

#[test]
fn what_the_browser_does_not_say_is_not_claimed() {
    let kept = Kept {
        entries: None,
        caches: None,
        databases: None,
        workers: None,
        ..NOTHING
    };
    let html = receipt(
        Locale::Fr,
        &Receipt::default(),
        PortalSays::Closed,
        Some(kept),
    );
    assert!(html.contains("le navigateur ne le dit pas"), "{html}");
    assert!(html.contains("refusé par le navigateur"), "{html}");
    let asked = receipt(Locale::Fr, &Receipt::default(), PortalSays::Asked, None);
    assert!(!asked.contains("data-well"), "{asked}");
}

#[test]
fn a_portal_that_was_not_reached_is_told_with_the_time_of_the_end() {
    let ends_at: nomade::contract::instant::Instant =
        serde_json::from_str("\"2026-11-22T18:42:00+01:00\"").unwrap();
    let unreached = Receipt {
        way_out: WayOut::PortalUnreached,
        ends_at: Some(ends_at),
        taken: Vec::new(),
    };
    let unknown = receipt(Locale::Fr, &unreached, PortalSays::Unknown, Some(NOTHING));
    assert!(unknown.contains("n’a pas pu en être informé"), "{unknown}");
    assert!(
        unknown.contains("elle se ferme d’elle-même à 18:42 au plus tard"),
        "{unknown}"
    );
    let open = receipt(
        Locale::Fr,
        &unreached,
        PortalSays::Open(Some(ends_at)),
        Some(NOTHING),
    );
    assert!(open.contains("une session est encore ouverte"), "{open}");
    assert!(open.contains("Fermer la session sur le portail"), "{open}");
    let awaited = receipt(
        Locale::Fr,
        &unreached,
        PortalSays::NotReached,
        Some(NOTHING),
    );
    assert!(awaited.contains("continue d’essayer"), "{awaited}");
    assert!(awaited.contains("18:42"), "{awaited}");
    let closed = receipt(Locale::Fr, &unreached, PortalSays::Closed, Some(NOTHING));
    assert!(!closed.contains("18:42"), "it is closed by now: {closed}");
}

#[test]
fn downloads_are_named_by_count_and_kind() {
    let taken = |kind, count| Taken { kind, count };
    let some = Receipt {
        taken: vec![
            taken(ActivityItemKind::Payslip, 2),
            taken(ActivityItemKind::Unknown, 1),
        ],
        ..Receipt::default()
    };
    let french = receipt(Locale::Fr, &some, PortalSays::Closed, Some(NOTHING));
    assert!(
        french.contains("2 bulletins de paie téléchargés"),
        "{french}"
    );
    assert!(french.contains("1 autre fichier téléchargé"), "{french}");
    let english = receipt(Locale::En, &some, PortalSays::Closed, Some(NOTHING));
    assert!(english.contains("2 payslips downloaded"), "{english}");
}

#[test]
fn each_way_out_has_its_words() {
    let said: Vec<String> = [
        WayOut::SignedOut,
        WayOut::PortalUnreached,
        WayOut::InAnotherTab,
        WayOut::TimeOver,
    ]
    .into_iter()
    .map(|way_out| {
        let told = Receipt {
            way_out,
            ..Receipt::default()
        };
        let html = receipt(Locale::Fr, &told, PortalSays::Closed, Some(NOTHING));
        assert!(
            html.contains(Locale::Fr.texts().receipt_lead(way_out)),
            "{html}"
        );
        html
    })
    .collect();
    assert!(said[3].contains("Votre session est terminée"));
    assert!(said[2].contains("dans un autre onglet"));
}
