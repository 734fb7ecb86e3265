//! The calendar of a team in every state: as a table, as a list, for an agent and for who validates, and with hostile data.

use super::render::{fixture, states, view_in};
use chrono::NaiveDate;
use leptos::prelude::*;
use nomade::api::answer::ApiError;
use nomade::contract::leave::{CalendarPerson, LeaveCalendar, LeavePeriod};
use nomade::i18n::locale::Locale;
use nomade::pages::leave_calendar_page::{Asked, CalendarPageView};
use nomade::rules::session::SessionStatus;
use nomade::rules::team_calendar::{CalendarAddress, CalendarMonth, CalendarView};
use nomade::state::listing::use_listing;
use nomade::state::load::{Load, Loader};

const BOTH: [Locale; 2] = [Locale::Fr, Locale::En];

fn page(
    locale: Locale,
    shown: CalendarView,
    team: Option<&'static str>,
    words: &'static str,
    calendar: impl FnOnce() -> Loader<LeaveCalendar> + Send + 'static,
) -> String {
    view_in(locale, SessionStatus::SignedOut, move || {
        let listing = use_listing("leave-calendar");
        listing.typed.set(words.to_owned());
        listing.search_now();
        let month = CalendarMonth::named("2026-12");
        let address = CalendarAddress {
            month,
            team: team.map(str::to_owned),
            view: None,
        };
        let asked = Asked {
            address: Signal::stored(address),
            month: Signal::stored(month),
            today: Signal::stored(NaiveDate::from_ymd_opt(2026, 12, 28)),
            shown: Signal::stored(shown),
            validates: Signal::stored(true),
        };
        view! { <CalendarPageView asked calendar=calendar() listing go=Callback::new(|_| ())/> }
    })
}

fn ordinary() -> LeaveCalendar {
    fixture("leave/calendar_ordinary")
}

fn shown(locale: Locale, view: CalendarView, data: LeaveCalendar) -> String {
    page(locale, view, None, "", move || {
        Loader::fixed(Load::Loaded(data))
    })
}

fn has(html: &str, words: &[&str]) {
    for words in words {
        assert!(html.contains(words), "{words}: {html}");
    }
}

/// So many people, each as the second of the fixture.
fn many(count: usize) -> LeaveCalendar {
    let mut calendar = ordinary();
    let person = calendar.people.get(1).unwrap().clone();
    calendar.people = (0..count)
        .map(|n| {
            let mut person: CalendarPerson = person.clone();
            person.person.name = format!("Personne {n}");
            person
        })
        .collect();
    calendar
}

#[test]
fn the_page_is_drawn_in_every_state_and_what_to_choose_from_stays() {
    for locale in BOTH {
        for (index, (fr, en)) in [
            ("loaded__wait", "loaded__wait"),
            ("prend plus de temps", "longer than usual"),
            ("role=\"table\"", "role=\"table\""),
            ("hors connexion", "You are offline"),
        ]
        .into_iter()
        .enumerate()
        {
            let loader = move || {
                let states = states(ordinary(), ApiError::Offline);
                states.into_iter().nth(index).unwrap().1
            };
            let html = page(locale, CalendarView::Grid, None, "", loader);
            has(&html, &[if locale == Locale::Fr { fr } else { en }]);
            has(
                &html,
                &[
                    "/space/leave/calendar?month=2026-11",
                    "/space/leave/calendar?month=2027-01",
                ],
            );
        }
    }
}

#[test]
fn each_row_says_in_words_what_its_bars_show() {
    let html = shown(Locale::Fr, CalendarView::Grid, ordinary());
    has(
        &html,
        &[
            "le 18 décembre 2026, après-midi, RTT, Accordé\u{202f}; du 28 décembre 2026 au 4 janvier 2027 à midi, Congés annuels, En attente",
            "aria-rowcount=\"6\"",
            "aria-rowindex=\"3\"",
            "aucune absence",
            "vendredi 25 décembre 2026, Noël",
            "aria-current=\"date\"",
            "1 personne est absente aujourd’hui\u{a0}:",
            "Noël, 25 décembre 2026",
            ">Bureau des essais<",
        ],
    );
    assert_eq!(html.matches("role=\"columnheader\"").count(), 32, "{html}");
    let html = shown(Locale::En, CalendarView::Grid, ordinary());
    has(
        &html,
        &[
            "28 to 31 December 2026, Annual leave, Granted",
            "Christmas Day",
        ],
    );
}

#[test]
fn a_half_day_a_waiting_one_and_one_that_goes_on_are_drawn_by_shape() {
    let html = shown(Locale::Fr, CalendarView::Grid, ordinary());
    let bar = |left: &str| {
        let mut bars = html.split("<span ").filter(|part| part.contains(left));
        bars.next().unwrap_or_else(|| panic!("{left}: {html}"))
    };
    // The afternoon of the 18th: 35 half-days before it.
    assert!(bar("left:calc(var(--team-day) / 2 * 35)").contains("data-half"));
    let goes_on = bar("width:calc(var(--team-day) / 2 * 8)");
    assert!(
        goes_on.contains("left:calc(var(--team-day) / 2 * 54)"),
        "{goes_on}"
    );
    has(
        &html,
        &[
            "data-state=\"waiting\"",
            "data-to-after",
            "data-state=\"cancellation\"",
        ],
    );
}

#[test]
fn few_rows_of_many_are_drawn_and_their_number_is_told() {
    let (few, lots) = (
        shown(Locale::Fr, CalendarView::Grid, many(60)),
        shown(Locale::Fr, CalendarView::Grid, many(1000)),
    );
    let rows = |html: &str| html.matches("team-calendar__row\"").count();
    assert_eq!(rows(&few), rows(&lots));
    assert!(rows(&lots) <= 50, "{}", rows(&lots));
    has(
        &lots,
        &["aria-rowcount=\"1002\"", "calc(var(--team-row) * 962)"],
    );
}

#[test]
fn the_list_tells_those_who_are_away_a_page_at_a_time() {
    let html = shown(Locale::Fr, CalendarView::List, ordinary());
    has(
        &html,
        &[
            "Qui est absent en décembre 2026",
            "<bdi>Camille Bernard</bdi>",
            "le 11 décembre 2026, Annulation demandée",
            "1 autre personne n’a aucune absence ce mois-ci.",
        ],
    );
    assert!(!html.contains("<bdi>Nadia Lefèvre</bdi>"), "{html}");
    assert!(!html.contains("role=\"table\""), "{html}");
    let html = shown(Locale::En, CalendarView::List, many(60));
    assert_eq!(
        html.matches("team-calendar-list__row\"").count(),
        25,
        "{html}"
    );
    has(&html, &["Next page"]);
}

#[test]
fn people_are_found_by_their_name_and_their_team() {
    let loader = || Loader::fixed(Load::Loaded(ordinary()));
    let html = page(Locale::Fr, CalendarView::Grid, None, "lefevre", loader);
    has(
        &html,
        &[
            "1 personne trouvée pour «\u{a0}lefevre\u{a0}»",
            "aria-rowcount=\"3\"",
        ],
    );
    let html = page(Locale::Fr, CalendarView::Grid, Some("t_4nOp"), "", loader);
    has(&html, &["aria-rowcount=\"3\"", "team=t_4nOp"]);
    let html = page(Locale::Fr, CalendarView::Grid, None, "zzz", loader);
    has(
        &html,
        &[
            "Personne à afficher.",
            "Personne ne correspond à «\u{a0}zzz\u{a0}».",
        ],
    );
    // A name never stands in an address.
    for part in html.split("href=\"").skip(1) {
        let href = part.split('"').next().unwrap();
        assert!(!href.contains("zzz"), "{href}");
    }
}

#[test]
fn alone_and_hostile_calendars_hold() {
    let html = shown(
        Locale::Fr,
        CalendarView::Grid,
        fixture("leave/calendar_alone"),
    );
    has(&html, &["Vous êtes la seule personne de ce calendrier."]);
    let mut hostile = many(3);
    for person in &mut hostile.people {
        person.person.name = "\u{202e}<img src=x>\u{7}".to_owned();
        for absence in &mut person.absences {
            absence.period = LeavePeriod {
                from: NaiveDate::MIN,
                from_noon: true,
                to: NaiveDate::MAX,
                to_noon: true,
            };
        }
    }
    for view in [CalendarView::Grid, CalendarView::List] {
        for locale in BOTH {
            let html = shown(locale, view, hostile.clone());
            assert!(
                !html.contains("<img src=x") && !html.contains('\u{202e}'),
                "{html}"
            );
        }
    }
    hostile.from = NaiveDate::MAX;
    hostile.people.clear();
    shown(Locale::Fr, CalendarView::Grid, hostile);
}
