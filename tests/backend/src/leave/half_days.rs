//! Half-days as whole numbers, and the periods that are made of them; knows no day off.

use chrono::{Datelike, NaiveDate};
use nomade::contract::leave::LeavePeriod;

/// One half of a day: the one before noon or the one after. The next number is the half that follows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HalfDay(i64);

impl HalfDay {
    /// The half of that day before noon.
    #[must_use]
    pub fn morning(day: NaiveDate) -> Self {
        Self(i64::from(day.num_days_from_ce()) * 2)
    }

    /// The half of that day after noon.
    #[must_use]
    pub fn afternoon(day: NaiveDate) -> Self {
        Self(Self::morning(day).0 + 1)
    }

    /// Its day.
    #[must_use]
    pub fn day(self) -> NaiveDate {
        i32::try_from(self.0.div_euclid(2))
            .ok()
            .and_then(NaiveDate::from_num_days_from_ce_opt)
            .unwrap_or_default()
    }

    /// True after noon.
    #[must_use]
    pub fn is_afternoon(self) -> bool {
        self.0.rem_euclid(2) == 1
    }
}

/// The half-days from the first to the one before the end, days off among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Span {
    start: i64,
    end: i64,
}

impl Span {
    /// The half-days of that period.
    #[must_use]
    pub fn of(period: &LeavePeriod) -> Self {
        Self {
            start: HalfDay::morning(period.from).0 + i64::from(period.from_noon),
            end: HalfDay::morning(period.to).0 + 2 - i64::from(period.to_noon),
        }
    }

    /// The half-days of those whole days.
    #[must_use]
    pub fn of_days(from: NaiveDate, to: NaiveDate) -> Self {
        Self {
            start: HalfDay::morning(from).0,
            end: HalfDay::morning(to).0 + 2,
        }
    }

    /// True when there is no half-day in it.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// True when both hold one and the same half-day.
    #[must_use]
    pub fn shares_one_with(self, other: Self) -> bool {
        !self.is_empty() && !other.is_empty() && self.start < other.end && other.start < self.end
    }

    /// Every half-day of it, the earliest first.
    pub fn half_days(self) -> impl Iterator<Item = HalfDay> {
        (self.start..self.end).map(HalfDay)
    }
}

/// True when both periods hold one and the same half-day: a morning and the afternoon behind it share none.
#[must_use]
pub fn overlap(one: &LeavePeriod, other: &LeavePeriod) -> bool {
    Span::of(one).shares_one_with(Span::of(other))
}

/// What is wrong with a period in itself, whoever asks for it: that it ends before it begins, or holds nothing.
#[must_use]
pub fn wrong(period: &LeavePeriod) -> Option<&'static str> {
    if period.to < period.from {
        Some("before_start")
    } else if Span::of(period).is_empty() {
        Some("nothing_to_count")
    } else {
        None
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    pub fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// `2026-12-24pm 2026-12-31am`: `pm` of a first and `am` of a last day mean half of it.
    pub fn period(from: &str, to: &str) -> LeavePeriod {
        LeavePeriod {
            from: day(&from[..10]),
            from_noon: from.ends_with("pm"),
            to: day(&to[..10]),
            to_noon: to.ends_with("am"),
        }
    }

    prop_compose! {
        /// Any period of up to two months that holds something, around the ends of years and leap days too.
        pub fn some_period()(
            start in 0_i64..8_000,
            days in 0_i64..60,
            from_noon: bool,
            to_noon: bool,
        ) -> LeavePeriod {
            let from = day("2016-01-01") + chrono::TimeDelta::days(start);
            let both = days == 0 && from_noon && to_noon;
            LeavePeriod {
                from,
                from_noon,
                to: from + chrono::TimeDelta::days(days),
                to_noon: to_noon && !both,
            }
        }
    }

    #[test]
    fn a_half_day_knows_its_day_and_its_half() {
        for text in [
            "2026-12-31",
            "2028-02-29",
            "1900-01-01",
            "0001-01-01",
            "9999-12-31",
        ] {
            let it = day(text);
            let (morning, afternoon) = (HalfDay::morning(it), HalfDay::afternoon(it));
            assert_eq!((morning.day(), afternoon.day()), (it, it));
            assert!(!morning.is_afternoon() && afternoon.is_afternoon());
            assert!(afternoon < HalfDay::morning(it.succ_opt().unwrap()));
        }
    }

    #[test]
    fn periods_that_hold_nothing_are_told_apart_from_those_that_end_too_early() {
        for (from, to, expected) in [
            ("2026-12-24", "2026-12-24", None),
            ("2026-12-24pm", "2026-12-24", None),
            ("2026-12-24", "2026-12-24am", None),
            ("2026-12-24pm", "2026-12-24am", Some("nothing_to_count")),
            ("2026-12-24", "2026-12-23", Some("before_start")),
            ("2026-12-24pm", "2026-12-25am", None),
            ("9999-12-31", "0001-01-01", Some("before_start")),
        ] {
            assert_eq!(wrong(&period(from, to)), expected, "{from} {to}");
        }
    }

    #[test]
    fn a_morning_and_the_afternoon_of_one_day_do_not_overlap() {
        for (one, other, expected) in [
            (
                ("2026-12-18", "2026-12-18am"),
                ("2026-12-18pm", "2026-12-18"),
                false,
            ),
            (
                ("2026-12-18", "2026-12-18"),
                ("2026-12-18pm", "2026-12-18"),
                true,
            ),
            (
                ("2026-12-14", "2026-12-18am"),
                ("2026-12-18pm", "2026-12-23"),
                false,
            ),
            (
                ("2026-12-14", "2026-12-18"),
                ("2026-12-18pm", "2026-12-23"),
                true,
            ),
            (
                ("2026-12-14", "2026-12-31"),
                ("2027-01-01", "2027-01-04"),
                false,
            ),
            (
                ("2028-02-28", "2028-03-01"),
                ("2028-02-29", "2028-02-29"),
                true,
            ),
            (
                ("2026-12-18pm", "2026-12-18am"),
                ("2026-12-14", "2026-12-23"),
                false,
            ),
        ] {
            let (one, other) = (period(one.0, one.1), period(other.0, other.1));
            assert_eq!(overlap(&one, &other), expected, "{one:?} {other:?}");
        }
    }

    proptest! {
        #[test]
        fn overlapping_is_to_share_a_half_day_and_the_same_both_ways(one in some_period(), other in some_period()) {
            let halves = |it: &LeavePeriod| Span::of(it).half_days().collect::<BTreeSet<_>>();
            let share = !halves(&one).is_disjoint(&halves(&other));
            prop_assert_eq!(overlap(&one, &other), share);
            prop_assert_eq!(overlap(&other, &one), share);
            prop_assert!(overlap(&one, &one));
        }

        #[test]
        fn a_period_that_is_right_holds_the_half_days_of_its_ends(one in some_period()) {
            prop_assert_eq!(wrong(&one), None);
            let halves: Vec<_> = Span::of(&one).half_days().collect();
            let (first, last) = (halves[0], halves[halves.len() - 1]);
            prop_assert_eq!((first.day(), first.is_afternoon()), (one.from, one.from_noon));
            prop_assert_eq!((last.day(), last.is_afternoon()), (one.to, !one.to_noon));
        }
    }
}
