//! One payslip as a page, ordinary and strange; and choosing another to compare it with.

use super::render::{fixture, view_in};
use leptos::prelude::*;
use nomade::components::payslip_choice::{Comparing, PayslipChoice};
use nomade::contract::money::Cents;
use nomade::contract::payslips::{
    Payslip, PayslipLine, PayslipLineKind as Kind, PayslipSeries, PayslipTotals,
};
use nomade::i18n::locale::Locale;
use nomade::pages::payslip_page::PayslipView;
use nomade::rules::session::SessionStatus;
use nomade::state::amounts::AmountsContext;
use nomade::state::load::{Load, Loader};

const COMPARING: fn() -> Comparing = || Comparing {
    series: || Loader::fixed(Load::Loaded(fixture("payslips/series_year"))),
    compare: Callback::new(|_| ()),
};

fn payslip(data: Payslip, locale: Locale) -> String {
    view_in(locale, SessionStatus::SignedOut, move || {
        let payslip = Loader::fixed(Load::Loaded(data));
        view! { <PayslipView payslip document_url="/document".to_owned() comparing=COMPARING()/> }
    })
}

fn masked(data: Payslip) -> String {
    view_in(Locale::Fr, SessionStatus::SignedOut, move || {
        provide_context(AmountsContext::fixed(true));
        let payslip = Loader::fixed(Load::Loaded(data));
        view! { <PayslipView payslip document_url="/document".to_owned() comparing=COMPARING()/> }
    })
}

fn line(kind: Kind, amount: Option<i64>) -> PayslipLine {
    PayslipLine {
        code: "x".to_owned(),
        label: "Ligne <b>".to_owned(),
        kind,
        base: amount.map(Cents),
        rate: None,
        amount: amount.map(Cents),
        employer_amount: amount.map(Cents),
        explanation: None,
    }
}

#[test]
fn a_payslip_shows_every_line_and_total_and_strange_ones_too() {
    for case in std::fs::read_dir(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/fixtures/payslips"
    ))
    .unwrap()
    {
        let path = case.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let Ok(data) = serde_json::from_str::<Payslip>(&text) else {
            continue;
        };
        for locale in [Locale::Fr, Locale::En] {
            let shown = data.clone();
            let html = payslip(shown, locale);
            assert_eq!(
                html.matches("<tr").count(),
                9 + rows_of_lines(&data),
                "{path:?}"
            );
        }
    }
}

/// The columns' names, those of the parts and the lines; nothing where there is no line.
fn rows_of_lines(payslip: &Payslip) -> usize {
    let has =
        |wanted: &[Kind]| usize::from(payslip.lines.iter().any(|line| wanted.contains(&line.kind)));
    usize::from(!payslip.lines.is_empty())
        + has(&[Kind::Earning])
        + has(&[Kind::Contribution])
        + has(&[Kind::Tax])
        + has(&[Kind::Other, Kind::Unknown])
        + payslip.lines.len()
}

#[test]
fn three_hundred_lines_are_drawn() {
    let mut data: Payslip = fixture("payslips/payslip_ordinary");
    let line = data.lines.first().unwrap().clone();
    data.lines = vec![line; 300];
    let html = payslip(data, Locale::Fr);
    assert_eq!(html.matches("<tr").count(), 10 + 1 + 300);
}

#[test]
fn every_amount_stands_under_a_named_column_and_beside_a_named_line() {
    let data: Payslip = fixture("payslips/payslip_ordinary");
    for (locale, words) in [
        (
            Locale::Fr,
            [
                "Rémunération",
                "Cotisations et contributions sociales",
                "Impôt prélevé à la source",
                "Part patronale",
                "Montant net social",
                "Net à payer",
                "Cumul annuel",
            ],
        ),
        (
            Locale::En,
            [
                "Earnings",
                "Social contributions",
                "Income tax withheld",
                "Employer",
                "Net social amount",
                "Net pay",
                "Year to date",
            ],
        ),
    ] {
        let html = payslip(data.clone(), locale);
        for words in words {
            assert!(html.contains(&format!(">{words}</th>")), "{words}: {html}");
        }
        assert_eq!(html.matches("<caption").count(), 2);
        assert_eq!(
            html.matches("scope=\"row\"").count(),
            8 + data.lines.len(),
            "{html}"
        );
        assert_eq!(html.matches("scope=\"col\"").count(), 3 + 5, "{html}");
        let explained = data.lines.iter().filter(|line| line.explanation.is_some());
        assert_eq!(
            html.matches("<details class=\"explanation\"").count(),
            explained.count()
        );
    }
}

#[test]
fn amounts_of_every_size_missing_ones_and_unknown_kinds_are_drawn() {
    let mut data: Payslip = fixture("payslips/payslip_ordinary");
    let amounts = [None, Some(i64::MIN), Some(-1), Some(0), Some(i64::MAX)];
    let kinds = [
        Kind::Earning,
        Kind::Contribution,
        Kind::Tax,
        Kind::Other,
        Kind::Unknown,
    ];
    let lines = kinds
        .into_iter()
        .flat_map(|kind| amounts.map(|amount| line(kind, amount)));
    data.lines = lines.collect();
    data.totals = PayslipTotals {
        gross: Cents(i64::MAX),
        net_payable: Cents(i64::MIN),
        ..PayslipTotals::default()
    };
    data.position = String::new();
    let html = payslip(data.clone(), Locale::Fr);
    assert_eq!(html.matches("<tr").count(), 9 + rows_of_lines(&data));
    for words in [
        "92\u{202f}233\u{202f}720\u{202f}368\u{202f}547\u{202f}758,07\u{a0}€",
        "-92\u{202f}233\u{202f}720\u{202f}368\u{202f}547\u{202f}758,08\u{a0}€",
        ">-0,01\u{a0}€<",
        ">0,00\u{a0}€<",
        "Ligne &lt;b&gt;",
    ] {
        assert!(html.contains(words), "{words}: {html}");
    }
    assert!(
        !html.contains("Grade"),
        "what is empty is not shown: {html}"
    );
}

#[test]
fn a_masked_payslip_keeps_its_lines_and_shows_no_amount() {
    let data: Payslip = fixture("payslips/payslip_ordinary");
    let (open, masked) = (payslip(data.clone(), Locale::Fr), masked(data.clone()));
    assert!(open.contains("2\u{202f}234,02\u{a0}€"), "{open}");
    assert_eq!(open.matches("<tr").count(), masked.matches("<tr").count());
    // No digit before the currency's sign or that of a rate, wherever it stands.
    for sign in ["\u{a0}€", "\u{202f}%", "\u{a0}%"] {
        for before in masked.rsplit(sign).skip(1) {
            assert!(!before.ends_with(|c: char| c.is_ascii_digit()), "{before}");
        }
    }
    for telling in ["Indice majoré 478", "11,1"] {
        assert!(
            open.contains(telling) && !masked.contains(telling),
            "{masked}"
        );
    }
    assert!(masked.contains("Montant net social"), "{masked}");
}

#[test]
fn the_payslips_to_compare_with_are_asked_for_only_when_somebody_wants_to() {
    let html = payslip(fixture("payslips/payslip_ordinary"), Locale::Fr);
    assert!(html.contains("Comparer avec un autre bulletin"), "{html}");
    assert!(!html.contains("<select"), "{html}");
    assert!(!html.contains("loaded__wait"), "{html}");
}

fn choice(series: fn() -> Loader<PayslipSeries>, locale: Locale) -> String {
    view_in(locale, SessionStatus::SignedOut, move || {
        let comparing = Comparing {
            series,
            ..COMPARING()
        };
        view! { <PayslipChoice id="p_10".to_owned() comparing is_open=true/> }
    })
}

#[test]
fn the_choice_offers_every_other_month_and_first_the_one_before() {
    let html = choice(COMPARING().series, Locale::Fr);
    let points = fixture::<PayslipSeries>("payslips/series_year").points;
    assert_eq!(html.matches("<option").count(), points.len() - 1, "{html}");
    assert!(!html.contains("value=\"p_10\""), "not itself: {html}");
    let chosen = html
        .split("<option")
        .find(|option| option.contains("selected"));
    assert!(
        chosen.is_some_and(|option| option.contains("septembre 2026")),
        "{html}"
    );
    assert!(html.contains("<optgroup label=\"2026\""), "{html}");
    let none = || Loader::fixed(Load::Loaded(PayslipSeries::default()));
    for (locale, words) in [
        (Locale::Fr, "Vous n’avez pas d’autre bulletin"),
        (Locale::En, "You have no other payslip"),
    ] {
        let html = choice(none, locale);
        assert!(html.contains(words) && !html.contains("<select"), "{html}");
    }
}
