//! Why a request would be refused; knows no database: what is asked of one stands in the facts.

use crate::leave::kinds::Kind;
use chrono::{Datelike, Days, NaiveDate};
use nomade::contract::leave::{LeaveObstacle, LeavePeriod};

/// How many days back leave can still be asked for.
const BACK: Days = Days::new(31);

/// What is known of a period that somebody asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The half-days that it counts.
    pub half_days: u32,
    /// It overlaps leave of the agent's own.
    pub overlaps: bool,
    /// It touches a period in which no leave is granted.
    pub is_refused: bool,
    /// The half-days that no right is left for.
    pub missing: i32,
}

/// The first and the last day that can be asked for.
#[must_use]
pub fn range(today: NaiveDate) -> (NaiveDate, NaiveDate) {
    let last = NaiveDate::from_ymd_opt(today.year() + 1, 12, 31);
    (today - BACK, last.unwrap_or(today))
}

/// Every reason, in the order of the contract; none when it can be asked for.
#[must_use]
pub fn of(kind: &Kind, period: &LeavePeriod, facts: Facts, today: NaiveDate) -> Vec<LeaveObstacle> {
    use LeaveObstacle as It;
    let (first, last) = range(today);
    let days = (period.to - period.from).num_days() + 1;
    let at_noon = period.from_noon || period.to_noon;
    [
        (facts.half_days == 0, It::NothingToCount),
        (facts.overlaps, It::Overlap),
        (kind.has_balance && facts.missing > 0, It::BalanceTooLow),
        (facts.is_refused, It::RefusedPeriod),
        (period.from < first || period.to > last, It::OutOfRange),
        (days > kind.longest, It::TooLong),
        (at_noon && !kind.half_days, It::WholeDaysOnly),
    ]
    .into_iter()
    .filter_map(|(is_met, obstacle)| is_met.then_some(obstacle))
    .collect()
}

/// What the contract calls it where a request is refused for it.
#[must_use]
pub fn code(obstacle: LeaveObstacle) -> &'static str {
    match obstacle {
        LeaveObstacle::NothingToCount => "nothing_to_count",
        LeaveObstacle::Overlap => "overlap",
        LeaveObstacle::BalanceTooLow => "balance_too_low",
        LeaveObstacle::RefusedPeriod => "refused_period",
        LeaveObstacle::OutOfRange => "out_of_range",
        LeaveObstacle::TooLong => "too_long",
        LeaveObstacle::WholeDaysOnly => "whole_days_only",
        LeaveObstacle::Unknown => "invalid",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::leave::half_days::tests::{day, period};
    use crate::leave::kinds::named;
    use LeaveObstacle as It;

    const FREE: Facts = Facts {
        half_days: 2,
        overlaps: false,
        is_refused: false,
        missing: 0,
    };

    #[test]
    fn each_obstacle_is_told_for_its_reason() {
        let all = Facts {
            half_days: 0,
            overlaps: true,
            is_refused: true,
            missing: 3,
        };
        for (kind, from, to, facts, expected) in [
            ("annual", "2026-12-14", "2026-12-14", FREE, vec![]),
            ("annual", "2026-12-14pm", "2026-12-14", FREE, vec![]),
            (
                "savings",
                "2026-12-14pm",
                "2026-12-14",
                FREE,
                vec![It::WholeDaysOnly],
            ),
            ("special", "2026-12-14", "2026-12-23", FREE, vec![]),
            (
                "special",
                "2026-12-14",
                "2026-12-24",
                FREE,
                vec![It::TooLong],
            ),
            ("annual", "2026-12-14", "2027-01-13", FREE, vec![]),
            (
                "annual",
                "2026-12-14",
                "2027-01-14",
                FREE,
                vec![It::TooLong],
            ),
            // From 31 days back to the end of the next year.
            ("annual", "2026-10-22", "2026-10-22", FREE, vec![]),
            (
                "annual",
                "2026-10-21",
                "2026-10-21",
                FREE,
                vec![It::OutOfRange],
            ),
            ("annual", "2027-12-31", "2027-12-31", FREE, vec![]),
            (
                "annual",
                "2027-12-31",
                "2028-01-01",
                FREE,
                vec![It::OutOfRange],
            ),
            (
                "special",
                "2026-12-14",
                "2026-12-14",
                Facts { missing: 2, ..FREE },
                vec![],
            ),
            (
                "special",
                "2026-12-14pm",
                "2028-12-14",
                all,
                vec![
                    It::NothingToCount,
                    It::Overlap,
                    It::RefusedPeriod,
                    It::OutOfRange,
                    It::TooLong,
                    It::WholeDaysOnly,
                ],
            ),
            (
                "annual",
                "2026-12-14",
                "2026-12-14",
                all,
                vec![
                    It::NothingToCount,
                    It::Overlap,
                    It::BalanceTooLow,
                    It::RefusedPeriod,
                ],
            ),
        ] {
            let kind = named(kind).unwrap();
            let told = of(kind, &period(from, to), facts, day("2026-11-22"));
            assert_eq!(told, expected, "{} {from} {to}", kind.id);
        }
    }

    #[test]
    fn the_codes_are_the_contracts_names() {
        for obstacle in [
            It::NothingToCount,
            It::Overlap,
            It::BalanceTooLow,
            It::RefusedPeriod,
            It::OutOfRange,
            It::TooLong,
            It::WholeDaysOnly,
        ] {
            assert_eq!(serde_json::to_value(obstacle).unwrap(), code(obstacle));
        }
    }

    #[test]
    fn the_range_holds_on_a_leap_day() {
        let (first, last) = range(day("2028-02-29"));
        assert_eq!((first, last), (day("2028-01-29"), day("2029-12-31")));
    }
}
