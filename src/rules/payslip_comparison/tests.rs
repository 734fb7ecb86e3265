//! What changes between payslips of every shape; knows no page.

use super::{
    Change, ComparedAmount, ComparedLine, Comparison, Difference, Share, compare, in_order,
};
use crate::contract::money::{Cents, Rate};
use crate::contract::payslips::{
    Payslip, PayslipLine, PayslipLineKind, PayslipSummary, PayslipTotals,
};
use chrono::NaiveDate;
use std::collections::HashMap;

fn line(code: &str, amount: Option<i64>, employer: Option<i64>) -> PayslipLine {
    PayslipLine {
        code: code.to_owned(),
        label: format!("Ligne {code}"),
        kind: PayslipLineKind::Earning,
        base: None,
        rate: None,
        amount: amount.map(Cents),
        employer_amount: employer.map(Cents),
        explanation: None,
    }
}

fn payslip(month: u32, lines: Vec<PayslipLine>) -> Payslip {
    let period = NaiveDate::from_ymd_opt(2026, month, 1).unwrap_or_default();
    Payslip {
        summary: PayslipSummary {
            id: format!("p_{month}"),
            label: "Bulletin de paie".to_owned(),
            period,
            paid_on: period,
            net_payable: Cents(0),
            new: false,
        },
        employer: String::new(),
        position: String::new(),
        index: String::new(),
        hours_hundredths: 0,
        lines,
        totals: PayslipTotals::default(),
        year_to_date: PayslipTotals::default(),
        actions: Vec::new(),
    }
}

/// Code, share, change and difference of each line.
fn told(comparison: &Comparison) -> Vec<(&str, Share, Change, Difference)> {
    let tell = |line: &'_ ComparedLine| (line.share, line.change, line.amount.difference());
    let lines = comparison.lines.iter();
    lines
        .map(|line| {
            let (share, change, difference) = tell(line);
            (line.code.as_str(), share, change, difference)
        })
        .collect()
}

fn by(cents: i64) -> Difference {
    Difference::Exact(Cents(cents))
}

#[test]
fn each_line_says_how_it_changes_in_the_order_of_the_newer_payslip() {
    let before = payslip(
        9,
        vec![
            line("gone", Some(500), None),
            line("same", Some(100), None),
            line("less", Some(100), Some(7)),
            line("gone too", None, Some(3)),
        ],
    );
    let after = payslip(
        10,
        vec![
            line("less", Some(40), Some(7)),
            line("new", Some(-20), None),
            line("same", Some(100), None),
            line("bare", None, None),
        ],
    );
    use Change::{Added, Changed, Removed, Same};
    use Share::{Agent, Employer};
    assert_eq!(
        told(&compare(&before, &after)),
        [
            ("less", Agent, Changed, by(-60)),
            ("less", Employer, Same, by(0)),
            ("new", Agent, Added, by(-20)),
            ("same", Agent, Same, by(0)),
            ("bare", Agent, Added, Difference::None),
            ("gone", Agent, Removed, by(-500)),
            ("gone too", Employer, Removed, by(-3)),
        ]
    );
}

#[test]
fn the_same_code_several_times_is_matched_one_by_one() {
    let of = |month, amounts: &[i64]| {
        let lines = amounts.iter().map(|amount| line("p", Some(*amount), None));
        payslip(month, lines.collect())
    };
    for (before, after, differences) in [
        (
            &[1, 2][..],
            &[1, 5][..],
            &[(Change::Same, 0), (Change::Changed, 3)][..],
        ),
        (&[1], &[1, 9], &[(Change::Same, 0), (Change::Added, 9)]),
        (
            &[1, 9],
            &[4],
            &[(Change::Changed, 3), (Change::Removed, -9)],
        ),
        (&[], &[], &[]),
    ] {
        let comparison = compare(&of(9, before), &of(10, after));
        let found: Vec<_> = told(&comparison)
            .into_iter()
            .map(|(_, _, change, difference)| (change, difference))
            .collect();
        let expected: Vec<_> = differences
            .iter()
            .map(|(c, cents)| (*c, by(*cents)))
            .collect();
        assert_eq!(found, expected, "{before:?} {after:?}");
    }
}

#[test]
fn every_pair_of_amounts_is_compared_without_losing_a_cent_or_stopping() {
    let amounts = [
        None,
        Some(i64::MIN),
        Some(i64::MIN + 1),
        Some(-1),
        Some(0),
        Some(1),
        Some(i64::MAX),
    ];
    for before in amounts {
        for after in amounts {
            let amount = ComparedAmount {
                before: before.map(Cents),
                after: after.map(Cents),
            };
            let exact = i128::from(after.unwrap_or(0)) - i128::from(before.unwrap_or(0));
            let expected = match (before.or(after), i64::try_from(exact)) {
                (None, _) => Difference::None,
                (_, Ok(cents)) => by(cents),
                (_, Err(_)) => Difference::TooLarge,
            };
            assert_eq!(amount.difference(), expected, "{before:?} {after:?}");
            let is_same = amount.change() == Change::Same;
            assert_eq!(is_same, before == after, "{before:?} {after:?}");
            // Whole payslips of such amounts, too.
            let of = |month, cents| payslip(month, vec![line("x", cents, cents)]);
            assert_eq!(compare(&of(9, before), &of(10, after)).is_same(), is_same);
        }
    }
}

#[test]
fn no_line_is_lost_or_told_twice_whatever_the_codes() {
    // Every pair of payslips of up to four lines of two codes.
    let all: Vec<Vec<&str>> = (0..=4_u32)
        .flat_map(|count| {
            (0..2_u32.pow(count)).map(move |bits| {
                let code = |at| if bits >> at & 1 == 0 { "a" } else { "b" };
                (0..count).map(code).collect()
            })
        })
        .collect();
    let count = |codes: &[&str], code| codes.iter().filter(|known| **known == code).count();
    for before in &all {
        for after in &all {
            let of = |month, codes: &[&str]| {
                let lines = codes.iter().map(|code| line(code, Some(1), None));
                payslip(month, lines.collect())
            };
            let comparison = compare(&of(9, before), &of(10, after));
            let mut found: HashMap<(&str, Change), usize> = HashMap::new();
            for (code, _, change, _) in told(&comparison) {
                *found.entry((code, change)).or_default() += 1;
            }
            for code in ["a", "b"] {
                let (older, newer) = (count(before, code), count(after, code));
                let times = |change| found.get(&(code, change)).copied().unwrap_or_default();
                assert_eq!(
                    times(Change::Same),
                    older.min(newer),
                    "{before:?} {after:?}"
                );
                assert_eq!(times(Change::Added), newer.saturating_sub(older));
                assert_eq!(times(Change::Removed), older.saturating_sub(newer));
            }
        }
    }
}

#[test]
fn a_rate_that_changes_is_told_even_when_its_amount_stays() {
    let of = |month, rate, amount| {
        let rated = PayslipLine {
            rate: Some(Rate(rate)),
            ..line("tax", amount, None)
        };
        payslip(month, vec![rated])
    };
    for amount in [Some(-100), None] {
        let comparison = compare(&of(9, 4_100, amount), &of(10, 4_300, amount));
        assert!(!comparison.is_same());
        let rates = comparison.lines.first().and_then(|line| line.rates);
        assert_eq!(rates, Some((Rate(4_100), Rate(4_300))));
        assert!(compare(&of(9, 4_100, amount), &of(10, 4_100, amount)).is_same());
    }
}

#[test]
fn a_total_alone_that_changes_is_a_change() {
    let before = payslip(9, Vec::new());
    let mut after = payslip(10, Vec::new());
    assert!(compare(&before, &after).is_same());
    after.totals.net_social = Cents(1);
    let comparison = compare(&before, &after);
    assert!(!comparison.is_same());
    let changed: Vec<_> = comparison
        .totals
        .iter()
        .filter(|total| !total.is_same())
        .collect();
    assert_eq!(changed.len(), 1);
}

#[test]
fn the_older_one_comes_before_whichever_way_round_they_were_chosen() {
    let (september, october) = (payslip(9, Vec::new()), payslip(10, Vec::new()));
    let mut later = september.clone();
    later.summary.paid_on = later.summary.paid_on.succ_opt().unwrap_or_default();
    let mut twin = september.clone();
    twin.summary.id = "p_99".to_owned();
    for newer in [&october, &later, &twin] {
        for (one, other) in [(&september, newer), (newer, &september)] {
            assert_eq!(in_order(one, other), (&september, newer));
        }
    }
}
