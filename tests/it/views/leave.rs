//! The page of the agent's own leave: rights, the year and the requests, each in every state whatever becomes of the others.

use super::render::{fixture, states, view_in};
use leptos::prelude::*;
use nomade::api::answer::ApiError;
use nomade::contract::leave::{LeaveBalances, LeaveDays, LeaveRequests};
use nomade::i18n::locale::Locale;
use nomade::pages::leave_page::LeaveView;
use nomade::rules::leave_address::LeaveAddress;
use nomade::rules::session::SessionStatus;
use nomade::state::listing::use_listing;
use nomade::state::load::{Load, Loader};

/// What the page is drawn of.
struct Page {
    balances: fn() -> Loader<LeaveBalances>,
    days: fn() -> Loader<LeaveDays>,
    requests: fn() -> Loader<LeaveRequests>,
    address: LeaveAddress,
    validates: bool,
}

fn ordinary() -> Page {
    Page {
        balances: || Loader::fixed(Load::Loaded(fixture("leave/balances_ordinary"))),
        days: || Loader::fixed(Load::Loaded(fixture("leave/days_december"))),
        requests: || Loader::fixed(Load::Loaded(fixture("leave/requests_ordinary"))),
        address: LeaveAddress::default(),
        validates: false,
    }
}

fn draw(locale: Locale, page: Page) -> String {
    view_in(locale, SessionStatus::SignedOut, move || {
        let year = page.address.calendar.unwrap_or(2026);
        view! {
            <LeaveView
                address=Signal::stored(page.address)
                year=Signal::stored(year)
                today=Signal::stored("2026-11-23".parse().unwrap())
                validates=Signal::stored(page.validates)
                listing=use_listing("leave")
                balances=(page.balances)()
                days=(page.days)()
                requests=(page.requests)()
            />
        }
    })
}

/// What must never stand in a page, whatever the data holds.
pub fn assert_sound(html: &str) {
    assert!(
        !html.contains("<script") && !html.contains("<img"),
        "{html}"
    );
    let unseen = html.chars().find(|letter| {
        (letter.is_control() && *letter != '\n')
            || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    });
    assert_eq!(unseen, None, "{html}");
}

#[test]
fn the_ways_on_come_first_and_validations_only_for_who_validates() {
    for (locale, ask, team, approvals) in [
        (
            Locale::Fr,
            "Demander un congé",
            "Calendrier d’équipe",
            "Validations",
        ),
        (Locale::En, "Ask for leave", "Team calendar", "Approvals"),
    ] {
        for validates in [false, true] {
            let html = draw(
                locale,
                Page {
                    validates,
                    ..ordinary()
                },
            );
            let (_, ways) = html.split_once("leave__ways").unwrap();
            let ways = ways.split("</nav>").next().unwrap();
            assert!(ways.contains("href=\"/space/leave/new\"") && ways.contains(ask));
            assert!(ways.contains("href=\"/space/leave/calendar\"") && ways.contains(team));
            let is_there = ways.contains("href=\"/space/leave/approvals\"");
            assert_eq!((is_there, ways.contains(approvals)), (validates, validates));
            assert_eq!(html.matches("<h1").count(), 1, "{html}");
        }
    }
}

#[test]
fn each_part_is_drawn_in_its_own_state_whatever_the_others() {
    for index in 0..4 {
        let words = ["loaded__wait", "prend plus de temps", "", "hors connexion"][index];
        // One part at a time; the others are there.
        for part in 0..3 {
            let html = view_in(Locale::Fr, SessionStatus::SignedOut, move || {
                fn nth<T: Clone + Send + Sync + 'static>(data: T, index: usize) -> Loader<T> {
                    let [a, b, c, d] = states(data, ApiError::Offline);
                    [a.1, b.1, c.1, d.1][index]
                }
                let at = |this: usize| if this == part { index } else { 2 };
                view! {
                    <LeaveView
                        address=Signal::stored(LeaveAddress::default())
                        year=Signal::stored(2026)
                        today=Signal::stored("2026-11-23".parse().unwrap())
                        validates=Signal::stored(false)
                        listing=use_listing("leave")
                        balances=nth(fixture("leave/balances_ordinary"), at(0))
                        days=nth(fixture("leave/days_december"), at(1))
                        requests=nth(fixture("leave/requests_ordinary"), at(2))
                    />
                }
            });
            assert!(html.contains(words), "{index} {part}: {html}");
            let drawn = [
                html.contains("<table"),
                html.contains("<figure"),
                html.contains("leave-list__link"),
            ];
            for (this, is_drawn) in drawn.into_iter().enumerate() {
                assert_eq!(
                    is_drawn,
                    this != part || index == 2,
                    "{this} {part} {index}"
                );
            }
            for heading in ["leave-balances", "leave-year", "leave-requests"] {
                assert!(html.contains(&format!("id=\"{heading}\"")), "{heading}");
            }
        }
    }
}

#[test]
fn a_right_says_what_is_left_and_until_when() {
    let html = draw(Locale::Fr, ordinary());
    for words in [
        "Mes droits à congé, en jours",
        "Congés annuels 2026",
        "À prendre au plus tard le 31 mars 2027",
        "À prendre au plus tard le 31 décembre 2026, dans 38 jours",
        "Sans date limite",
        "Congés exceptionnels 2026",
        "Selon l’événement",
        "data-label=\"Pris\">2<",
        "sans décompte",
        "leave-balance__left\">5<",
        "data-label=\"En attente\">4,5<",
        "data-label=\"Pris\">23,5<",
        "scope=\"row\"",
    ] {
        assert!(html.contains(words), "{words}: {html}");
    }
    // Soon lost: the rest of last year's leave, and the RTT; the time off in lieu is later than that.
    assert_eq!(html.matches("data-near").count(), 2, "{html}");
    let html = draw(Locale::En, ordinary());
    for words in [
        "To be taken by 31 March 2027",
        "No end date",
        "leave-balance__left\">1.5<",
    ] {
        assert!(html.contains(words), "{words}: {html}");
    }
}

#[test]
fn too_much_taken_is_said_in_words_and_nothing_is_no_table() {
    let page = Page {
        balances: || Loader::fixed(Load::Loaded(fixture("leave/balances_overdrawn"))),
        ..ordinary()
    };
    let html = draw(Locale::Fr, page);
    assert!(
        html.contains("Ce droit est dépassé de 1,5\u{a0}jour"),
        "{html}"
    );
    assert!(html.contains("\u{2212}1,5"), "{html}");
    assert!(
        !html.contains("data-near"),
        "nothing is left to lose: {html}"
    );
    let page = Page {
        balances: || Loader::fixed(Load::Loaded(LeaveBalances::default())),
        ..ordinary()
    };
    let html = draw(Locale::Fr, page);
    assert!(
        html.contains("Aucun droit à congé") && !html.contains("<table"),
        "{html}"
    );
}

#[test]
fn the_year_is_a_drawing_with_its_legend_and_the_same_month_by_month() {
    let html = draw(Locale::Fr, ordinary());
    for words in [
        "Mon année 2026",
        "role=\"img\"",
        "Calendrier de 2026\u{a0}: 2 absences.",
        "Congé accordé",
        "Congé en attente",
        "Jour férié",
        "Jour non travaillé",
        "Aujourd’hui",
        "La même année, mois par mois",
        "décembre 2026",
        "href=\"/space/leave/l_7pRt\"",
        "du 28 décembre 2026 au 4 janvier 2027 à midi",
        "le 18 décembre 2026, après-midi",
        "Jour férié, 25 décembre 2026",
        "<bdi>Noël</bdi>",
        "Fermeture, 24 décembre 2026, après-midi",
    ] {
        assert!(html.contains(words), "{words}: {html}");
    }
    // The look of each state is a shape of its own.
    for look in ["granted", "waiting", "leaving"] {
        assert!(html.contains(&format!("data-look=\"{look}\"")), "{look}");
    }
    // A year is some shapes, not some hundred.
    assert!(html.matches("<path").count() < 20, "{html}");
    assert!(
        html.contains("href=\"/space/leave?calendar=2025\""),
        "{html}"
    );
    assert!(html.contains("Année suivante, 2027"), "{html}");
    assert!(draw(Locale::En, ordinary()).contains("Previous year, 2025"));
}

#[test]
fn an_empty_year_says_so_and_a_newer_reason_is_a_day_off() {
    let page = Page {
        days: || Loader::fixed(Load::Loaded(fixture("leave/days_none"))),
        ..ordinary()
    };
    let html = draw(Locale::Fr, page);
    assert!(html.contains("Ni absence ni jour férié en 2028."), "{html}");
    assert!(html.contains("aucune absence"), "{html}");
    let page = Page {
        days: || Loader::fixed(Load::Loaded(fixture("leave/days_reason.newer"))),
        ..ordinary()
    };
    let html = draw(Locale::En, page);
    assert!(
        html.contains("Non-working day") && html.contains("Being dealt with"),
        "{html}"
    );
}

#[test]
fn a_request_is_told_by_its_kind_period_days_and_state() {
    let html = draw(Locale::Fr, ordinary());
    let (_, list) = html.split_once("class=\"leave-list\"").unwrap();
    for words in [
        "href=\"/space/leave/l_3qWe\"",
        "RTT",
        "aria-label=\"RTT, le 18 décembre 2026, après-midi\"",
        "0,5\u{a0}jour<",
        "4,5\u{a0}jours<",
        "En attente",
        "Accordé",
        "Refusé",
        "Annulé",
        "Annulation demandée",
        "Demandé le 22 novembre 2026",
    ] {
        assert!(list.contains(words), "{words}: {list}");
    }
    assert_eq!(list.matches("leave-list__row").count(), 6, "{list}");
    assert!(!list.contains("Page suivante"), "{list}");
    let page = Page {
        requests: || Loader::fixed(Load::Loaded(fixture("leave/requests_first_page"))),
        ..ordinary()
    };
    assert!(draw(Locale::En, page).contains("Next page"));
}

#[test]
fn each_choice_has_its_own_address_and_keeps_the_others() {
    let address = LeaveAddress::read(Some("2026"), Some("approved"), Some("2027"));
    let html = draw(
        Locale::Fr,
        Page {
            address,
            ..ordinary()
        },
    );
    for href in [
        "/space/leave?state=approved&amp;calendar=2027",
        "/space/leave?year=2027&amp;state=approved&amp;calendar=2027",
        "/space/leave?year=2026&amp;calendar=2027",
        "/space/leave?year=2026&amp;state=cancellation_pending&amp;calendar=2027",
        "/space/leave?year=2026&amp;state=approved&amp;calendar=2028",
    ] {
        assert!(html.contains(&format!("href=\"{href}\"")), "{href}: {html}");
    }
    let (_, choices) = html.split_once("id=\"leave-requests\"").unwrap();
    assert_eq!(
        choices.matches("aria-current=\"true\"").count(),
        2,
        "{html}"
    );
}

#[test]
fn an_empty_list_says_what_was_left_out_and_leads_on() {
    let none = || Loader::fixed(Load::Loaded(fixture("leave/requests_none")));
    let html = draw(
        Locale::Fr,
        Page {
            requests: none,
            ..ordinary()
        },
    );
    let (_, list) = html.split_once("id=\"leave-requests\"").unwrap();
    assert!(list.contains("Vous n’avez encore rien demandé."), "{list}");
    assert!(list.contains("href=\"/space/leave/new\""), "{list}");
    assert!(!list.contains("year-choice"), "{list}");
    let address = LeaveAddress::read(None, Some("refused"), None);
    let page = Page {
        requests: none,
        address,
        ..ordinary()
    };
    let html = draw(Locale::Fr, page);
    let (_, list) = html.split_once("id=\"leave-requests\"").unwrap();
    assert!(
        list.contains("Aucune demande ne correspond à ces choix."),
        "{list}"
    );
    assert!(list.contains("Afficher toutes les demandes"), "{list}");
    assert!(
        list.contains("year-choice"),
        "the choice can be undone: {list}"
    );
}
