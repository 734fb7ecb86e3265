//! What changes from one payslip to another, and pay over time: as drawings, as tables, and masked.

use super::render::{fixture, view_in};
use leptos::prelude::*;
use nomade::api::answer::ApiError;
use nomade::components::payslip_plot::PayslipPlot;
use nomade::contract::money::{Cents, Rate};
use nomade::contract::payslips::{Payslip, PayslipPoint, PayslipSeries};
use nomade::i18n::locale::Locale;
use nomade::pages::payslip_page::comparison::ComparisonView;
use nomade::rules::payslip_address::{PayslipsAddress, PlotSpan};
use nomade::rules::session::SessionStatus;
use nomade::state::amounts::AmountsContext;
use nomade::state::load::{Load, Loader};

const BOTH: [Locale; 2] = [Locale::Fr, Locale::En];

fn october() -> Payslip {
    fixture("payslips/payslip_ordinary")
}

/// A month before: one line less, one more, one other amount and its rate, one other total.
fn september() -> Payslip {
    let mut payslip = october();
    payslip.summary.id = "p_sep".to_owned();
    payslip.summary.period = payslip.summary.period.pred_opt().unwrap();
    payslip.lines.retain(|line| line.code != "0310");
    let mut gone = payslip.lines.first().unwrap().clone();
    gone.code = "0777".to_owned();
    gone.label = "Prime de juin".to_owned();
    gone.amount = Some(Cents(10_000));
    payslip.lines.push(gone);
    let tax = payslip
        .lines
        .iter_mut()
        .find(|line| line.code == "9000")
        .unwrap();
    tax.amount = Some(Cents(-9_000));
    tax.rate = Some(Rate(4_000));
    payslip.totals.gross = Cents(250_000);
    payslip
}

fn compared(
    one: impl FnOnce() -> Loader<Payslip> + Send + 'static,
    other: impl FnOnce() -> Option<Loader<Payslip>> + Send + 'static,
    locale: Locale,
    are_masked: bool,
) -> String {
    view_in(locale, SessionStatus::SignedOut, move || {
        provide_context(AmountsContext::fixed(are_masked));
        let (payslip, other) = (one(), other());
        view! { <ComparisonView id="p_9fA3".to_owned() payslip other/> }
    })
}

fn here(payslip: Payslip) -> Loader<Payslip> {
    Loader::fixed(Load::Loaded(payslip))
}

fn failed<T: Send + Sync + 'static>(error: ApiError) -> Loader<T> {
    Loader::fixed(Load::Failed(error))
}

#[test]
fn what_changed_is_told_line_by_line_whichever_way_round_it_was_asked_for() {
    for is_turned in [false, true] {
        let (one, other) = if is_turned {
            (september(), october())
        } else {
            (october(), september())
        };
        let html = compared(|| here(one), || Some(here(other)), Locale::Fr, false);
        for words in [
            "Différences entre septembre 2026 et octobre 2026",
            ">septembre 2026</th><th scope=\"col\" role=\"columnheader\">octobre 2026</th>",
            ">+420,00\u{a0}€</td>",
            ">-100,00\u{a0}€</td>",
            ">-7,13\u{a0}€</td>",
            ">+343,68\u{a0}€</td>",
            "Taux\u{a0}: 4\u{202f}%, puis 4,1\u{202f}%",
            "Prime de juin",
            ">Nouveau</span>",
            ">Supprimé</span>",
            "href=\"/space/payslips/p_sep\"",
            "Bulletin complet\u{a0}: octobre 2026",
        ] {
            assert!(html.contains(words), "{words}: {html}");
        }
        // The columns; three parts with a line each; the totals' name and the one that changed.
        assert_eq!(html.matches("<tr").count(), 1 + 2 + 1 + 2 + 2, "{html}");
        assert_eq!(html.matches("data-change=\"same\"").count(), 0, "{html}");
    }
}

#[test]
fn two_payslips_that_are_alike_say_so() {
    for (locale, words) in [
        (Locale::Fr, "Rien n’a changé entre ces deux bulletins."),
        (
            Locale::En,
            "Nothing has changed between these two payslips.",
        ),
    ] {
        let mut twin = october();
        twin.summary.id = "p_twin".to_owned();
        twin.summary.label = "Duplicata".to_owned();
        let html = compared(|| here(october()), || Some(here(twin)), locale, false);
        assert!(html.contains(words), "{html}");
        assert!(!html.contains("<table"), "{html}");
        assert!(html.contains("2026 – Duplicata"), "two of a month: {html}");
    }
}

#[test]
fn a_masked_comparison_tells_no_amount_and_no_sign() {
    let mut huge = october();
    huge.totals.gross = Cents(i64::MIN);
    let mut other = september();
    other.totals.gross = Cents(i64::MAX);
    let (one, two) = (huge.clone(), other.clone());
    let open = compared(|| here(one), || Some(here(two)), Locale::Fr, false);
    assert!(open.contains("Trop grand pour être calculé"), "{open}");
    let html = compared(|| here(huge), || Some(here(other)), Locale::Fr, true);
    assert_eq!(html.matches("<tr").count(), open.matches("<tr").count());
    assert!(
        !html.contains(">+") && !html.contains("Trop grand"),
        "{html}"
    );
    for before in html.rsplit("\u{a0}€").skip(1) {
        assert!(!before.ends_with(|c: char| c.is_ascii_digit()), "{before}");
    }
}

#[test]
fn each_of_the_two_fails_on_its_own_with_one_next_step() {
    for locale in BOTH {
        for (one, other) in [
            (failed(ApiError::Offline), here(september())),
            (here(october()), failed(ApiError::Offline)),
            (failed(ApiError::Offline), failed(ApiError::Offline)),
        ] {
            let html = compared(move || one, move || Some(other), locale, false);
            assert_eq!(html.matches("notice__title").count(), 1, "{html}");
            assert_eq!(html.matches("class=\"button\"").count(), 1, "{html}");
            assert_eq!(html.matches("<h1").count(), 1, "{html}");
        }
        let waits = compared(
            || Loader::fixed(Load::Slow),
            || Some(Loader::fixed(Load::Slow)),
            locale,
            false,
        );
        assert_eq!(waits.matches("class=\"spinner\"").count(), 1, "{waits}");
    }
}

#[test]
fn a_payslip_that_is_missing_or_the_same_leads_back_to_choose_another() {
    let missing = || Some(failed(ApiError::Refused(fixture("problem/not_found"))));
    let back = "href=\"/space/payslips/p_9fA3\"";
    let html = compared(|| here(october()), missing, Locale::Fr, false);
    assert!(
        html.contains("Le bulletin à comparer est introuvable"),
        "{html}"
    );
    assert_eq!(html.matches(back).count(), 2, "{html}");
    for (locale, words) in [
        (Locale::Fr, "C’est le même bulletin"),
        (Locale::En, "This is the same payslip"),
    ] {
        let html = compared(|| here(october()), || None, locale, false);
        assert!(html.contains(words) && html.contains(back), "{html}");
    }
}

fn plot(points: Vec<PayslipPoint>, span: PlotSpan, locale: Locale, are_masked: bool) -> String {
    let load = Load::Loaded(PayslipSeries { points });
    plot_of(move || Loader::fixed(load), span, locale, are_masked)
}

fn plot_of(
    series: impl FnOnce() -> Loader<PayslipSeries> + Send + 'static,
    span: PlotSpan,
    locale: Locale,
    are_masked: bool,
) -> String {
    view_in(locale, SessionStatus::SignedOut, move || {
        provide_context(AmountsContext::fixed(are_masked));
        let asked = PayslipsAddress {
            year: Some(2025),
            span,
        };
        view! { <PayslipPlot series=series() asked=Signal::stored(asked)/> }
    })
}

fn year() -> Vec<PayslipPoint> {
    fixture::<PayslipSeries>("payslips/series_year").points
}

/// So many months, the last of them the same.
fn months(count: usize) -> Vec<PayslipPoint> {
    let mut point = year().pop().unwrap();
    let mut points = Vec::new();
    for at in 0..count {
        point.id = format!("m_{at}");
        points.push(point.clone());
        point.period = point.period - chrono::Months::new(1);
    }
    points.reverse();
    points
}

#[test]
fn pay_over_time_is_a_drawing_with_words_and_a_table_of_the_same_months() {
    let html = plot(year(), PlotSpan::Year, Locale::Fr, false);
    for words in [
        "role=\"img\"",
        "aria-label=\"Rémunération brute et net à payer entre janvier 2026 et octobre 2026. Net le plus bas\u{a0}: -418,50\u{a0}€ (mars 2026)\u{202f}; le plus haut\u{a0}: 2\u{202f}234,00\u{a0}€ (octobre 2026).\"",
        ">janv. 2026</text>",
        ">3\u{202f}000\u{a0}€</text>",
        "Lire en tableau",
        "<a href=\"/space/payslips/p_03\">mars 2026</a></th><td role=\"cell\" data-label=\"Rémunération brute\">2\u{202f}813,11\u{a0}€</td><td role=\"cell\" data-label=\"Net à payer\">-418,50\u{a0}€</td>",
    ] {
        assert!(html.contains(words), "{words}: {html}");
    }
    assert_eq!(html.matches("<tr").count(), 1 + year().len(), "{html}");
    for series in ["gross", "net"] {
        assert!(
            html.contains(&format!("data-series=\"{series}\"")),
            "{html}"
        );
    }
    // What the strict policy refuses, and what years alone would need.
    assert!(!html.contains("style="), "{html}");
    assert!(!html.contains("year-choice"), "{html}");
    let html = plot(year(), PlotSpan::Year, Locale::En, false);
    assert!(
        html.contains("Lowest net pay: -€418.50 (March 2026)"),
        "{html}"
    );
}

#[test]
fn nothing_was_paid_yet_shows_no_plot_and_one_month_shows_its_mark() {
    assert_eq!(
        plot(Vec::new(), PlotSpan::All, Locale::Fr, false)
            .matches("<section")
            .count(),
        0
    );
    let html = plot(months(1), PlotSpan::Year, Locale::Fr, false);
    assert!(
        html.contains("Rémunération brute et net à payer en octobre 2026"),
        "{html}"
    );
    assert_eq!(html.matches("<tr").count(), 2, "{html}");
}

#[test]
fn a_long_time_can_be_chosen_from_and_the_table_follows() {
    for (span, rows) in [
        (PlotSpan::Year, 12),
        (PlotSpan::ThreeYears, 36),
        (PlotSpan::All, 120),
    ] {
        let html = plot(months(120), span, Locale::Fr, false);
        assert_eq!(html.matches("<tr").count(), 1 + rows, "{span:?}");
        assert_eq!(html.matches("year-choice__link").count(), 3);
        assert_eq!(html.matches("aria-current=\"true\"").count(), 1);
        assert!(
            html.contains("href=\"/space/payslips?year=2025&amp;span=3y\""),
            "{html}"
        );
        // However long, a drawing is a handful of shapes.
        assert!(html.matches("<path").count() < 20, "{html}");
    }
}

#[test]
fn a_month_of_several_payslips_names_each_below_its_sum() {
    let mut points = months(2);
    let mut second = points.last().unwrap().clone();
    second.id = "p_reg".to_owned();
    second.label = "Régularisation".to_owned();
    second.gross = Cents(i64::MAX);
    second.net_payable = Cents(-223_400);
    points.push(second);
    let html = plot(points, PlotSpan::Year, Locale::Fr, false);
    assert_eq!(html.matches("<tr").count(), 3, "{html}");
    assert!(
        html.contains("href=\"/space/payslips/p_reg\">Régularisation</a>"),
        "{html}"
    );
    assert!(html.contains(">0,00\u{a0}€</td>"), "the sum: {html}");
}

#[test]
fn a_masked_plot_is_not_drawn_and_says_why() {
    for (locale, words) in [
        (Locale::Fr, "Les montants sont masqués"),
        (Locale::En, "Amounts are masked"),
    ] {
        let html = plot(year(), PlotSpan::Year, locale, true);
        assert!(html.contains(words), "{html}");
        assert!(!html.contains("<svg") && !html.contains("<table"), "{html}");
    }
}

#[test]
fn a_plot_that_fails_has_one_next_step_under_its_heading() {
    let html = plot_of(
        || failed(ApiError::Offline),
        PlotSpan::Year,
        Locale::Fr,
        false,
    );
    assert!(html.contains(">Évolution</h2>"), "{html}");
    assert_eq!(html.matches("class=\"button\"").count(), 1, "{html}");
}
