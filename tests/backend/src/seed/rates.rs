//! The published rates and prices that pay is computed from, by date; knows no agent.
//!
//! Rates are those of the French local civil service and of the Paris region, simplified where a payslip would not show it.

use chrono::{Datelike, NaiveDate};
use nomade::contract::money::{Cents, Rate};

/// `amount` × `rate`, to the nearest cent, halves away from zero.
#[must_use]
pub fn share(amount: Cents, rate: Rate) -> Cents {
    Cents(round_div(amount.0 * rate.0, 100_000))
}

/// `n / d` to the nearest, halves away from zero; `d` is positive.
#[must_use]
pub fn round_div(n: i64, d: i64) -> i64 {
    (n.abs() + d / 2) / d * n.signum()
}

/// What so many points of index pay in the month of `period`, before anything else.
#[must_use]
pub fn index_pay(points: i64, period: NaiveDate) -> Cents {
    // The value of the point is published for a year, to a hundredth of a cent.
    Cents(round_div(points * point_value(period), 1200))
}

/// The yearly value of the point of index, in ten-thousandths of a euro.
fn point_value(period: NaiveDate) -> i64 {
    match (period.year(), period.month()) {
        (..=2016, ..=6) | (..=2015, _) => 555_635,
        (2016, _) | (2017, 1) => 558_969,
        (..=2021, _) | (2022, ..=6) => 562_323,
        (2022, _) | (2023, ..=6) => 582_004,
        _ => 590_734,
    }
}

/// The agent's and the employer's shares of the pension contribution (CNRACL).
#[must_use]
pub fn pension(period: NaiveDate) -> (Rate, Rate) {
    let agent = match period.year() {
        ..=2016 => 9_940,
        2017 => 10_290,
        2018 => 10_560,
        2019 => 10_830,
        _ => 11_100,
    };
    let employer = match period.year() {
        ..=2016 => 30_600,
        2017..=2023 => 30_650,
        2024 => 31_650,
        2025 => 34_650,
        2026 => 37_650,
        2027 => 40_650,
        _ => 43_650,
    };
    (Rate(agent), Rate(employer))
}

/// Each side's share of the additional pension (RAFP), on bonuses.
pub const ADDITIONAL_PENSION: Rate = Rate(5_000);
/// Up to which part of the index pay bonuses count for the additional pension.
pub const ADDITIONAL_PENSION_CEILING: Rate = Rate(20_000);
/// The part of gross pay that CSG and CRDS are taken from.
pub const CSG_BASE: Rate = Rate(98_250);
/// CSG that does not lower the taxable pay.
pub const CSG_NOT_DEDUCTIBLE: Rate = Rate(2_400);
/// CRDS, which does not lower it either.
pub const CRDS: Rate = Rate(500);
/// The residence allowance in Paris.
pub const RESIDENCE: Rate = Rate(3_000);
/// The employer's share of health insurance.
pub const HEALTH: Rate = Rate(9_880);
/// The employer's share for family benefits.
pub const FAMILY: Rate = Rate(5_250);
/// The employer's share for housing (FNAL).
pub const HOUSING: Rate = Rate(500);
/// The employer's share for autonomy (CSA).
pub const AUTONOMY: Rate = Rate(300);
/// The employer's share for disability allowances (ATIACL).
pub const DISABILITY: Rate = Rate(400);
/// The employer's share for training (CNFPT).
pub const TRAINING: Rate = Rate(900);

/// CSG that lowers the taxable pay.
#[must_use]
pub fn csg_deductible(period: NaiveDate) -> Rate {
    Rate(if period.year() < 2018 { 5_100 } else { 6_800 })
}

/// The employer's share for public transport in Paris.
#[must_use]
pub fn transport_levy(period: NaiveDate) -> Rate {
    match (period.year(), period.month()) {
        (..=2016, _) => Rate(2_850),
        (..=2023, _) | (2024, 1) => Rate(2_950),
        _ => Rate(3_200),
    }
}

/// What the employer gives back of a monthly ticket.
#[must_use]
pub fn transport_refund(period: NaiveDate) -> Cents {
    let price = match (period.year(), period.month()) {
        (..=2016, _) | (2017, ..=7) => 7_300,
        (..=2022, _) => 7_520,
        (2023, _) => 8_410,
        (2024, _) => 8_640,
        (2025, _) => 8_880,
        _ => 9_080,
    };
    let part = if (period.year(), period.month()) < (2023, 9) {
        50_000
    } else {
        75_000
    };
    share(Cents(price), Rate(part))
}

/// What the employer adds to health cover, since it must.
#[must_use]
pub fn health_cover(period: NaiveDate) -> Option<Cents> {
    (period.year() >= 2026).then_some(Cents(1_500))
}

/// The supplement for children, between the pay of two indexes from the second child on.
#[must_use]
pub fn family_supplement(children: u8, points: i64, period: NaiveDate) -> Option<Cents> {
    let reference = index_pay(points.clamp(454, 722), period);
    match children {
        0 => None,
        1 => Some(Cents(229)),
        2 => Some(Cents(1_067 + share(reference, Rate(3_000)).0)),
        _ => Some(Cents(1_524 + share(reference, Rate(8_000)).0)),
    }
}

/// True since income tax is withheld from pay.
#[must_use]
pub fn tax_is_withheld(period: NaiveDate) -> bool {
    period.year() >= 2019
}

/// The day of the transfer: the 27th, before Christmas in December, and the Friday before when that is a weekend.
#[must_use]
pub fn pay_day(period: NaiveDate) -> NaiveDate {
    before_weekend(period, if period.month() == 12 { 21 } else { 27 })
}

/// That day of the month of `period`, or the Friday before.
#[must_use]
pub fn before_weekend(period: NaiveDate, day: u32) -> NaiveDate {
    let date = period.with_day(day).unwrap_or(period);
    let since_friday = date.weekday().num_days_from_monday().saturating_sub(4);
    date - chrono::Days::new(since_friday.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(year: i32, month: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, 1).unwrap()
    }

    #[test]
    fn halves_are_rounded_away_from_zero() {
        for (amount, rate, expected) in [
            (50, 1_000, 1),
            (-50, 1_000, -1),
            (49, 1_000, 0),
            (-49, 1_000, 0),
            (0, 99_999, 0),
        ] {
            assert_eq!(
                share(Cents(amount), Rate(rate)),
                Cents(expected),
                "{amount} × {rate}"
            );
        }
    }

    #[test]
    fn the_point_of_index_pays_what_was_published() {
        // 478 × 59.0734 € / 12, and 366 points, the lowest pay since 2024.
        assert_eq!(index_pay(478, month(2026, 10)), Cents(235_309));
        assert_eq!(index_pay(366, month(2024, 1)), Cents(180_174));
        assert_eq!(index_pay(400, month(2022, 6)), Cents(187_441));
    }

    #[test]
    fn nobody_is_paid_on_a_weekend() {
        assert_eq!(pay_day(month(2026, 9)).to_string(), "2026-09-25");
        assert_eq!(pay_day(month(2026, 10)).to_string(), "2026-10-27");
        assert_eq!(pay_day(month(2025, 12)).to_string(), "2025-12-19");
    }

    #[test]
    fn three_quarters_of_the_ticket_are_given_back() {
        assert_eq!(transport_refund(month(2026, 10)), Cents(6_810));
        assert_eq!(transport_refund(month(2022, 10)), Cents(3_760));
    }
}
