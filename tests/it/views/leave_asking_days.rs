//! Asking for leave: the calendar, and what would come of what is chosen in it.

use super::leave_asking::{day, has, page};
use super::render::fixture;
use leptos::prelude::*;
use nomade::components::leave_preview::Previewing;
use nomade::contract::leave::{LeaveDays, LeavePreview};
use nomade::i18n::locale::Locale;
use nomade::pages::leave_asking_page::AskingParts;
use nomade::pages::leave_asking_page::asking::draft_of_leave;
use nomade::rules::leave_month::Month;

fn december(parts: AskingParts) {
    let days: LeaveDays = fixture("leave/days_december");
    let month = Month::of(day("2026-12-01"));
    parts.picking.cursor.set(day("2026-12-24"));
    parts
        .picking
        .known
        .update(|known| known.learn([month], &days));
}

#[test]
fn the_calendar_says_all_that_stands_on_a_day() {
    let html = page(Locale::Fr, |parts| {
        december(parts);
        draft_of_leave().update(|draft| {
            draft.kind = "annual".to_owned();
            draft.from = "24/12/2026".to_owned();
            draft.to = "28/12/2026".to_owned();
        });
    });
    has(
        &html,
        &[
            "décembre 2026",
            "role=\"grid\"",
            "aria-label=\"mercredi 2 décembre 2026, temps partiel l’après-midi\"",
            "aria-label=\"vendredi 18 décembre 2026, votre absence\u{a0}: RTT (accordé) l’après-midi\"",
            "aria-label=\"jeudi 24 décembre 2026, Fermeture des services à midi (service fermé l’après-midi), premier jour choisi\"",
            "aria-label=\"vendredi 25 décembre 2026, Noël (jour férié), choisi\"",
            "aria-label=\"lundi 28 décembre 2026, votre absence\u{a0}: Congés annuels (en attente), dernier jour choisi\"",
            "Choisi\u{a0}: du 24 au 28 décembre 2026.",
            "À savoir ce mois-là",
            "Noël (jour férié)</bdi>, vendredi 25 décembre",
            "votre absence\u{a0}: RTT (accordé)</bdi>, le 18 décembre 2026, après-midi",
            "Votre absence demandée",
            "Revenir à ce mois-ci",
        ],
    );
    assert_eq!(
        html.matches("class=\"leave-calendar-picker__day\"").count(),
        31
    );
    assert_eq!(
        html.matches(" tabindex=\"0\"").count(),
        1,
        "one day takes the focus"
    );
    assert_eq!(html.matches("aria-selected=\"true\"").count(), 5);
    assert_eq!(html.matches("data-off=\"afternoon\"").count(), 6, "{html}");
    let html = page(Locale::En, december);
    has(
        &html,
        &[
            "aria-label=\"Friday 25 December 2026, Christmas Day (public holiday)\"",
            "Choose the first day.",
        ],
    );
}

#[test]
fn today_is_marked_and_the_ends_of_time_are_drawn() {
    let html = page(Locale::Fr, |_| ());
    has(
        &html,
        &[
            "novembre 2026",
            "aria-current=\"date\"",
            "dimanche 22 novembre 2026, aujourd’hui",
        ],
    );
    for (at, weeks) in [("0001-01-01", "janvier 1"), ("9999-12-31", "décembre 9999")] {
        let html = page(Locale::Fr, move |parts| parts.picking.cursor.set(day(at)));
        has(&html, &[weeks]);
        assert_eq!(
            html.matches("class=\"leave-calendar-picker__day\"").count(),
            31
        );
    }
}

fn previewed(known: Previewing) -> String {
    page(Locale::Fr, move |parts| parts.preview.known.set(known))
}

fn preview(name: &str) -> Box<LeavePreview> {
    Box::new(fixture(&format!("leave/{name}")))
}

#[test]
fn what_would_come_of_it_is_told_with_its_numbers_and_its_people() {
    let html = previewed(Previewing::Known(preview("preview_ordinary")));
    has(
        &html,
        &[
            "4,5\u{a0}jours de congé",
            "Ce qu’il vous reste",
            "Congés annuels 2025",
            "1,5\u{a0}jour",
            "6,5\u{a0}jours",
            "1 collègue absent, dans une équipe de 9",
            "Camille Bernard",
            "du 28 au 31 décembre 2026",
        ],
    );
    assert!(!html.contains("serait refusée"), "{html}");
    let html = previewed(Previewing::Known(preview("preview_without_balance")));
    has(&html, &["Ce congé ne se déduit d’aucun compteur."]);
}

#[test]
fn everything_in_the_way_is_told_with_what_to_do() {
    let html = previewed(Previewing::Known(preview("preview_every_obstacle")));
    has(
        &html,
        &[
            "Telle quelle, la demande serait refusée",
            "Vous ne travaillez aucun de ces jours.",
            "ou annulez d’abord l’autre demande",
            "href=\"/space/leave/l_3qWe\"",
            "du 12 au 26 avril 2027",
            "Scrutins et bureaux de vote",
            "\u{2212}3\u{a0}jours",
            "Aucun collègue absent ces jours-là.",
        ],
    );
    let html = previewed(Previewing::Known(preview("preview_obstacle.newer")));
    has(&html, &["sans dire pourquoi"]);
}

#[test]
fn a_count_that_is_late_is_marked_and_one_that_fails_stops_nobody() {
    let html = previewed(Previewing::Asking(Some(preview("preview_ordinary"))));
    has(
        &html,
        &["data-stale", "Calcul en cours…", "4,5\u{a0}jours de congé"],
    );
    let html = previewed(Previewing::Failed);
    has(
        &html,
        &["Vous pouvez envoyer la demande quand même", "Réessayer"],
    );
    assert!(html.contains("type=\"submit\"") && !html.contains("aria-disabled=\"true\""));
}
