//! The home page: a tile a module, each in its own state whatever becomes of the others, and where the agent is led.

use super::render::{fixture, view_in};
use leptos::prelude::*;
use nomade::api::answer::ApiError;
use nomade::components::module_link::module_link;
use nomade::components::sign_in_news::LastConnection;
use nomade::contract::activity::Activity;
use nomade::contract::documents::Documents;
use nomade::contract::mail::MailMessages;
use nomade::contract::payslips::Payslips;
use nomade::contract::portal::{Module, ModuleState, Portal};
use nomade::contract::session::Session;
use nomade::i18n::locale::Locale;
use nomade::pages::home_page::HomeView;
use nomade::pages::home_page::tiles::TileLoads;
use nomade::rules::session::SessionStatus;
use nomade::state::load::{Load, Loader};
use std::collections::BTreeMap;

/// A state of a tile, and words that it shows.
type Case<T> = (fn() -> Loader<T>, &'static str);

type Modules = BTreeMap<String, Module>;

fn modules(states: &[(&str, ModuleState)]) -> Modules {
    let module = |(name, state): &(&str, ModuleState)| {
        let url = (*state == ModuleState::Link).then(|| format!("https://{name}.example/x"));
        ((*name).to_owned(), Module { state: *state, url })
    };
    states.iter().map(module).collect()
}

fn both_on() -> Modules {
    modules(&[("payslips", ModuleState::On), ("activity", ModuleState::On)])
}

fn home(locale: Locale, modules: Option<Modules>, loads: TileLoads) -> String {
    home_of(locale, modules, loads, false)
}

/// The same, for who validates leave or not.
fn home_of(locale: Locale, modules: Option<Modules>, loads: TileLoads, validates: bool) -> String {
    view_in(locale, SessionStatus::SignedOut, move || {
        let mut session: Session = fixture("session/signed_in");
        session.agent.as_mut().unwrap().validates_leave = validates;
        let notices = Loader::fixed(Load::Loaded(fixture("notices/two")));
        let portal = modules.map(|modules| Portal {
            modules,
            ..fixture("portal/ordinary")
        });
        view! {
            <HomeView
                session=Signal::stored(Some(session))
                notices
                portal=Signal::stored(portal)
                loads
            />
        }
    })
}

const LOADED: TileLoads = TileLoads {
    payslips: || Loader::fixed(Load::Loaded(fixture("payslips/page_first"))),
    documents: || Loader::fixed(Load::Loaded(fixture("documents/page_first"))),
    balances: || Loader::fixed(Load::Loaded(fixture("leave/balances_ordinary"))),
    days: |_| Loader::fixed(Load::Loaded(fixture("leave/days_december"))),
    approvals: || Loader::fixed(Load::Loaded(fixture("leave/approvals_ordinary"))),
    mail_folders: || Loader::fixed(Load::Loaded(fixture("mail/folders_ordinary"))),
    mail: || Loader::fixed(Load::Loaded(fixture("mail/page_first"))),
    activity: || Loader::fixed(Load::Loaded(fixture("activity/page_ordinary"))),
};

#[test]
fn each_tile_is_drawn_in_its_own_state_whatever_the_other_s() {
    let payslips: [Case<Payslips>; 5] = [
        (|| Loader::fixed(Load::Loading), "loaded__wait"),
        (|| Loader::fixed(Load::Slow), "prend plus de temps"),
        (LOADED.payslips, "payslip-list__link"),
        (
            || Loader::fixed(Load::Loaded(Payslips::default())),
            "Aucun bulletin de paie",
        ),
        (
            || Loader::fixed(Load::Failed(ApiError::Unavailable { trace_id: None })),
            "Le service ne répond pas",
        ),
    ];
    let activity: [Case<Activity>; 5] = [
        (|| Loader::fixed(Load::Loading), "loaded__wait"),
        (|| Loader::fixed(Load::Slow), "prend plus de temps"),
        (LOADED.activity, "activity-list__rows"),
        (
            || Loader::fixed(Load::Loaded(fixture("activity/page_none"))),
            "Aucun événement pour le moment.",
        ),
        (
            || Loader::fixed(Load::Failed(ApiError::Offline)),
            "hors connexion",
        ),
    ];
    for (payslips, payslip_words) in payslips {
        for (activity, activity_words) in activity {
            let loads = TileLoads {
                payslips,
                activity,
                ..LOADED
            };
            let html = home(Locale::Fr, Some(both_on()), loads);
            let (_, tiles) = html.split_once("id=\"tile-payslips\"").unwrap();
            let (of_payslips, of_activity) = tiles.split_once("id=\"tile-activity\"").unwrap();
            assert!(of_payslips.contains(payslip_words), "{html}");
            assert!(of_activity.contains(activity_words), "{html}");
            for words in ["Bonjour Agent", "Dernière connexion", "Tous mes bulletins"] {
                assert!(html.contains(words), "{words}: {html}");
            }
        }
    }
}

#[test]
fn every_combination_of_modules_shows_the_tiles_that_are_offered() {
    let states = [
        None,
        Some(ModuleState::On),
        Some(ModuleState::Off),
        Some(ModuleState::Link),
        Some(ModuleState::Unknown),
    ];
    for payslips in states {
        for activity in states {
            for mail in states {
                let named = [
                    ("payslips", payslips),
                    ("activity", activity),
                    ("mail", mail),
                ];
                let given: Vec<_> = named
                    .into_iter()
                    .filter_map(|(name, state)| Some((name, state?)))
                    .collect();
                let html = home(Locale::En, Some(modules(&given)), LOADED);
                for (name, state) in named {
                    let expected = matches!(state, Some(ModuleState::On | ModuleState::Link));
                    assert_eq!(
                        html.contains(&format!("id=\"tile-{name}\"")),
                        expected,
                        "{name} {state:?}: {html}"
                    );
                }
                // The address of the fixture is not in the settings: it is nowhere in the page.
                assert!(!html.contains("https://"), "{html}");
            }
        }
    }
}

#[test]
fn while_the_portal_has_not_answered_nothing_is_taken_away() {
    let html = home(Locale::En, None, LOADED);
    for tile in ["tile-payslips", "tile-mail", "tile-activity"] {
        assert!(html.contains(tile), "{tile}: {html}");
    }
}

#[test]
fn the_last_three_events_stand_on_the_tile() {
    let html = home(Locale::Fr, Some(both_on()), LOADED);
    assert_eq!(html.matches("class=\"activity-list__row\"").count(), 3);
    assert!(html.contains("22 novembre 2026 à 18:43"), "{html}");
    assert!(!html.contains("Ce n’était pas moi"), "{html}");
    assert!(html.contains("Toute mon activité"), "{html}");
}

#[test]
fn the_latest_documents_stand_on_their_tile_in_each_state() {
    let documents: [Case<Documents>; 5] = [
        (|| Loader::fixed(Load::Loading), "loaded__wait"),
        (|| Loader::fixed(Load::Slow), "prend plus de temps"),
        (LOADED.documents, "2 nouveaux documents"),
        (
            || Loader::fixed(Load::Loaded(Documents::default())),
            "Aucun document pour le moment.",
        ),
        (
            || Loader::fixed(Load::Failed(ApiError::Offline)),
            "hors connexion",
        ),
    ];
    for (documents, words) in documents {
        let on = modules(&[
            ("documents", ModuleState::On),
            ("activity", ModuleState::On),
        ]);
        let loads = TileLoads {
            documents,
            ..LOADED
        };
        let html = home(Locale::Fr, Some(on), loads);
        let (_, tile) = html.split_once("id=\"tile-documents\"").unwrap();
        let (tile, others) = tile.split_once("id=\"tile-activity\"").unwrap();
        assert!(tile.contains(words), "{words}: {html}");
        assert!(tile.contains("href=\"/space/documents\""), "{html}");
        assert!(tile.matches("document-list__link").count() <= 3, "{html}");
        assert!(others.contains("Toute mon activité"), "{html}");
    }
}

#[test]
fn the_latest_messages_and_how_many_are_unread_stand_on_the_tile_of_mail() {
    let tile = |loads: TileLoads| {
        let on = modules(&[("mail", ModuleState::On), ("activity", ModuleState::On)]);
        let html = home(Locale::Fr, Some(on), loads);
        let (_, tile) = html.split_once("id=\"tile-mail\"").unwrap();
        let (tile, _) = tile.split_once("id=\"tile-activity\"").unwrap();
        tile.to_owned()
    };
    let shown = tile(LOADED);
    for words in [
        "7 messages non lus",
        "Camille Bernard",
        "Réunion de service de jeudi",
        "href=\"/space/mail/fo_1Inb/m_7pRt\"",
        "href=\"/space/mail\"",
        "Voir la messagerie",
    ] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    assert_eq!(shown.matches("mail-list__link").count(), 3, "{shown}");
    // Each line in its own state.
    let mail: [Case<MailMessages>; 4] = [
        (|| Loader::fixed(Load::Loading), "loaded__wait"),
        (|| Loader::fixed(Load::Slow), "prend plus de temps"),
        (
            || Loader::fixed(Load::Loaded(MailMessages::default())),
            "Aucun message dans votre boîte",
        ),
        (
            || Loader::fixed(Load::Failed(ApiError::Offline)),
            "hors connexion",
        ),
    ];
    for (mail, words) in mail {
        let shown = tile(TileLoads { mail, ..LOADED });
        assert!(shown.contains(words), "{words}: {shown}");
        assert!(shown.contains("7 messages non lus"), "{shown}");
    }
}

/// The tile of leave.
fn leave_tile(loads: TileLoads, validates: bool) -> String {
    let on = modules(&[("leave", ModuleState::On), ("activity", ModuleState::On)]);
    let html = home_of(Locale::Fr, Some(on), loads, validates);
    let (_, tile) = html.split_once("id=\"tile-leave\"").unwrap();
    let (tile, _) = tile.split_once("id=\"tile-activity\"").unwrap();
    tile.to_owned()
}

#[test]
fn what_is_left_and_the_next_absence_stand_on_the_tile_of_leave() {
    let tile = leave_tile(LOADED, false);
    for words in [
        "Congés annuels 2026",
        "<strong>5\u{a0}jours</strong>",
        "dans 39 jours",
        "Compte épargne-temps",
        "Prochaine absence",
        "le 18 décembre 2026, après-midi",
        "href=\"/space/leave/l_3qWe\"",
        "href=\"/space/leave\"",
    ] {
        assert!(tile.contains(words), "{words}: {tile}");
    }
    assert_eq!(tile.matches("leave-balance__line\"").count(), 4, "{tile}");
    assert!(
        !tile.contains("décision"),
        "who validates nothing is told nothing of it"
    );
    let none = TileLoads {
        balances: || Loader::fixed(Load::Loaded(fixture("leave/balances_none"))),
        days: |_| Loader::fixed(Load::Loaded(fixture("leave/days_none"))),
        ..LOADED
    };
    let tile = leave_tile(none, false);
    assert!(tile.contains("Aucun droit ne reste"), "{tile}");
    assert!(tile.contains("Aucune absence prévue."), "{tile}");
}

#[test]
fn each_line_of_the_tile_of_leave_fails_alone() {
    let loads = TileLoads {
        balances: || Loader::fixed(Load::Failed(ApiError::Offline)),
        ..LOADED
    };
    let tile = leave_tile(loads, true);
    assert!(tile.contains("hors connexion"), "{tile}");
    assert!(tile.contains("Prochaine absence"), "{tile}");
    assert!(tile.contains("Tous mes congés"), "{tile}");
}

#[test]
fn what_waits_for_a_decision_stands_on_the_tile_of_who_decides() {
    let tile = leave_tile(LOADED, true);
    assert!(tile.contains("href=\"/space/leave/approvals\""), "{tile}");
    assert!(tile.contains("votre décision"), "{tile}");
    let none = TileLoads {
        approvals: || Loader::fixed(Load::Loaded(fixture("leave/approvals_none"))),
        ..LOADED
    };
    let tile = leave_tile(none, true);
    assert!(
        !tile.contains("approvals"),
        "where nothing waits nothing is said: {tile}"
    );
}

#[test]
fn a_module_elsewhere_is_linked_with_its_host_only_where_the_settings_allow() {
    let link = |locale, url: &'static str| {
        view_in(locale, SessionStatus::SignedOut, move || {
            module_link(url.to_owned(), &["courrier.example".to_owned()])
        })
    };
    let allowed = link(Locale::Fr, "https://courrier.example/boite");
    assert!(
        allowed.contains("href=\"https://courrier.example/boite\"")
            && allowed.contains("Ouvrir courrier.example"),
        "{allowed}"
    );
    for url in [
        "",
        "http://courrier.example/",
        "https://courrier.example.evil.example/",
        "https://courrier.example@evil.example/",
        "javascript:alert(1)",
    ] {
        let refused = link(Locale::En, url);
        assert!(refused.contains("not an allowed one"), "{url}: {refused}");
        assert!(!refused.contains("href=\"http"), "{url}: {refused}");
        assert!(!refused.contains("javascript"), "{url}: {refused}");
    }
}

#[test]
fn a_connection_that_was_not_the_agent_s_leads_to_the_journal_where_there_is_one() {
    let link = |modules| {
        let html = home(Locale::Fr, modules, LOADED);
        let start = html.find("class=\"last-connection\"").unwrap();
        let end = html[start..].find("</p>").unwrap();
        html[start..start + end].to_owned()
    };
    assert!(link(Some(both_on())).contains("href=\"/space/activity\""));
    let off = modules(&[("payslips", ModuleState::On)]);
    for modules in [None, Some(off)] {
        assert!(link(modules).contains("href=\"/password\""));
    }
}

#[test]
fn a_last_connection_isolates_what_it_was_told_and_names_what_it_was_not() {
    let said = |with: &str| {
        let mut session: Session = fixture("session/signed_in");
        session.last_connection.as_mut().unwrap().with = with.to_owned();
        let connection = session.last_connection;
        view_in(
            Locale::Fr,
            SessionStatus::SignedOut,
            move || view! { <LastConnection connection/> },
        )
    };
    assert!(said(" ").contains("avec un navigateur inconnu, depuis"));
    assert!(said("\u{202e}x").contains("avec \u{2068}\u{202e}x\u{2069}, depuis"));
}

#[test]
fn the_portal_s_own_fixtures_draw() {
    for case in ["ordinary", "bare", "module_link", "module_state.newer"] {
        let portal: Portal = fixture(&format!("portal/{case}"));
        let html = home(Locale::Fr, Some(portal.modules), LOADED);
        assert!(html.contains("class=\"tiles\""), "{case}: {html}");
    }
}
