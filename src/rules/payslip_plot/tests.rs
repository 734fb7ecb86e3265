//! Plots of every length and shape, hostile amounts and months too; knows no page.

#![expect(clippy::panic, reason = "a test stops where it fails")]

use super::{
    AmountMark, BOTTOM, HEIGHT, LEFT, MonthOfPay, Plot, RIGHT, TOP, WIDTH, has_choice, month_of,
    months, number, plot, round_up, within,
};
use crate::contract::money::Cents;
use crate::contract::payslips::PayslipPoint;
use crate::rules::payslip_address::PlotSpan;
use chrono::NaiveDate;

/// So many months after January 2020.
fn month(at: i64) -> NaiveDate {
    month_of(2020 * 12 + at).unwrap_or_default()
}

fn point(at: i64, gross: i64, net: i64) -> PayslipPoint {
    PayslipPoint {
        id: format!("p_{at}"),
        label: "Bulletin de paie".to_owned(),
        period: month(at),
        gross: Cents(gross),
        net_payable: Cents(net),
    }
}

fn of(points: &[(i64, i64, i64)]) -> Vec<MonthOfPay> {
    let points: Vec<_> = points
        .iter()
        .map(|(at, gross, net)| point(*at, *gross, *net))
        .collect();
    months(&points)
}

fn row(length: i64) -> Vec<MonthOfPay> {
    let points: Vec<_> = (0..length)
        .map(|at| (at, 280_000 + at, 220_000 - at))
        .collect();
    of(&points)
}

fn amounts(plot: &Plot) -> Vec<i64> {
    plot.amounts.iter().map(|mark| mark.amount.0).collect()
}

/// What must hold for every plot: all of it stands in the drawing, and what is higher stands higher.
fn holds(months: &[MonthOfPay]) -> Plot {
    let plot = plot(months).unwrap_or_else(|| panic!("no plot of {} months", months.len()));
    for line in [&plot.gross, &plot.net] {
        let drawn: usize = line.runs.iter().map(Vec::len).sum();
        assert_eq!(drawn, months.len());
        for (x, y) in line.runs.iter().flatten().chain(&line.marks) {
            assert!((LEFT..=RIGHT).contains(x), "{x}");
            assert!((TOP..=BOTTOM).contains(y), "{y}");
        }
        let places: Vec<_> = line.runs.iter().flatten().collect();
        assert!(
            places
                .windows(2)
                .all(|pair| matches!(pair, [a, b] if a.0 <= b.0))
        );
    }
    let both = plot
        .gross
        .runs
        .iter()
        .flatten()
        .zip(plot.net.runs.iter().flatten());
    for (month, (gross, net)) in months.iter().zip(both) {
        assert_eq!(gross.0, net.0);
        if month.gross > month.net_payable {
            assert!(gross.1 <= net.1, "{month:?}");
        }
    }
    assert!((1..=7).contains(&plot.amounts.len()), "{:?}", plot.amounts);
    assert!(
        plot.amounts
            .windows(2)
            .all(|pair| matches!(pair, [a, b] if a.y > b.y))
    );
    assert!((1..=7).contains(&plot.months.len()), "{:?}", plot.months);
    assert!(
        plot.months
            .iter()
            .all(|mark| (LEFT..=RIGHT).contains(&mark.x))
    );
    assert!(plot.lowest.amount <= plot.highest.amount);
    plot
}

#[test]
fn a_plot_of_any_length_stands_whole_in_the_drawing() {
    const { assert!(LEFT > 0 && RIGHT < WIDTH && TOP > 0 && BOTTOM < HEIGHT) };
    assert_eq!(plot(&[]), None);
    for length in [1, 2, 3, 11, 12, 13, 24, 25, 36, 120, 1_000] {
        let plot = holds(&row(length));
        assert_eq!((plot.first, plot.last), (month(0), month(length - 1)));
    }
}

#[test]
fn amounts_of_every_size_stand_whole_in_the_drawing() {
    for (low, high) in [
        (0, 0),
        (1, 1),
        (-1, 1),
        (0, 1),
        (-41_850, 284_370),
        (219_999, 220_001),
        (-5, -5),
        (i64::MAX, i64::MAX),
        (i64::MIN, i64::MIN),
        (i64::MIN, i64::MAX),
        (i64::MIN, 0),
        (i64::MAX - 1, i64::MAX),
    ] {
        for (gross, net) in [(low, high), (high, low)] {
            let plot = holds(&of(&[(0, gross, net), (1, net, gross), (7, gross, gross)]));
            assert_eq!(
                plot.lowest.amount.0.min(plot.highest.amount.0),
                plot.lowest.amount.0
            );
        }
    }
}

#[test]
fn the_marks_of_amounts_are_round_and_reach_around_every_amount() {
    for (low, high, marks) in [
        (0, 284_370, &[0, 100_000, 200_000, 300_000][..]),
        (-41_850, 284_370, &[-100_000, 0, 100_000, 200_000, 300_000]),
        (220_000, 221_000, &[220_000, 220_500, 221_000]),
        (0, 0, &[-50, 0, 50]),
        (100, 101, &[100, 101]),
        (223_402, 223_402, &[223_000, 224_000]),
    ] {
        let plot = holds(&of(&[(0, high, low)]));
        assert_eq!(amounts(&plot), marks, "{low} to {high}");
    }
    let marks = holds(&of(&[(0, 100, 0)])).amounts;
    let ends = [marks.first(), marks.last()].map(|mark| mark.map(|AmountMark { y, .. }| *y));
    assert_eq!(ends, [Some(BOTTOM), Some(TOP)]);
}

#[test]
fn a_step_is_one_two_or_five_of_a_decimal_place() {
    for (value, step) in [(1, 1), (2, 2), (3, 5), (5, 5), (6, 10), (11, 20), (51, 100)] {
        assert_eq!(round_up(value), step);
    }
    assert_eq!(round_up(i128::from(u64::MAX)), 20_000_000_000_000_000_000);
}

#[test]
fn months_stand_where_they_are_in_time_and_a_missing_one_interrupts_the_line() {
    let plot = holds(&of(&[(0, 2, 1), (1, 2, 1), (9, 2, 1), (10, 2, 1)]));
    assert_eq!(plot.net.runs.len(), 2);
    let x: Vec<i64> = plot
        .net
        .runs
        .iter()
        .flatten()
        .map(|place| place.0)
        .collect();
    assert_eq!(x, [170, 251, 899, 980]);
    let named: Vec<_> = plot.months.iter().map(|mark| mark.month).collect();
    assert_eq!(named, [month(0), month(3), month(6), month(9)]);
    assert!(plot.months.iter().all(|mark| !mark.is_year));
}

#[test]
fn a_long_plot_names_years_and_marks_only_what_is_no_line() {
    let mut long = row(120);
    assert!(holds(&long).net.marks.is_empty());
    long.retain(|month| !matches!(number(month.month) - 2020 * 12, 50 | 52));
    let plot = holds(&long);
    assert_eq!((plot.net.runs.len(), plot.net.marks.len()), (3, 1));
    let years: Vec<_> = plot.months.iter().map(|mark| mark.month).collect();
    assert_eq!(years, [0, 2, 4, 6, 8].map(|year| month(12 * year)));
    assert!(plot.months.iter().all(|mark| mark.is_year));
    assert_eq!(holds(&row(12)).net.marks.len(), 12);
}

#[test]
fn several_payslips_of_a_month_are_summed_and_none_is_lost() {
    let months = of(&[
        (3, 100, 80),
        (1, 5, 4),
        (3, -30, -20),
        (3, i64::MAX, i64::MIN),
    ]);
    assert_eq!(months.len(), 2);
    let [first, second] = &months[..] else {
        panic!("{months:?}");
    };
    assert_eq!((first.gross, first.net_payable), (Cents(5), Cents(4)));
    assert_eq!(second.payslips.len(), 3);
    assert_eq!(
        second.gross,
        Cents(i64::MAX),
        "at the utmost what an amount can be"
    );
    assert_eq!(second.net_payable, Cents(i64::MIN + 60));
    holds(&months);
}

#[test]
fn a_period_ends_with_the_last_month_and_is_offered_for_more_than_two_years() {
    for (length, is_offered) in [(0, false), (1, false), (24, false), (25, true), (120, true)] {
        assert_eq!(has_choice(&row(length)), is_offered, "{length}");
    }
    let long = row(120);
    for (span, shown) in [
        (PlotSpan::Year, 12),
        (PlotSpan::ThreeYears, 36),
        (PlotSpan::All, 120),
    ] {
        let months = within(&long, span);
        assert_eq!(months.len(), shown);
        assert_eq!(months.last(), long.last());
    }
    assert_eq!(
        within(&row(24), PlotSpan::Year).len(),
        24,
        "nothing to choose"
    );
    let with_a_gap = of(&[(0, 1, 1), (90, 1, 1), (100, 1, 1)]);
    assert_eq!(within(&with_a_gap, PlotSpan::Year).len(), 2);
    assert!(within(&[], PlotSpan::Year).is_empty());
}

#[test]
fn months_at_the_ends_of_the_calendar_are_drawn() {
    let ends = [NaiveDate::MIN, NaiveDate::MAX].map(|period| PayslipPoint {
        period,
        ..point(0, 2, 1)
    });
    let plot = holds(&months(&ends));
    assert!(plot.months.iter().all(|mark| mark.is_year));
}

#[test]
fn the_lowest_and_the_highest_net_are_told_with_their_month() {
    let plot = holds(&of(&[(0, 9, 5), (1, 9, -3), (2, 9, 5), (3, 9, -3)]));
    assert_eq!(
        (plot.lowest.amount, plot.lowest.month),
        (Cents(-3), month(3))
    );
    assert_eq!(
        (plot.highest.amount, plot.highest.month),
        (Cents(5), month(2))
    );
}
