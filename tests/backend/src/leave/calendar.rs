//! Which half-days an agent works: holidays, days on which the organisation is closed, weekends and part time; knows no leave.

use crate::leave::half_days::{HalfDay, Span};
use crate::leave::holidays;
use chrono::{Datelike, NaiveDate, Weekday};
use nomade::contract::leave::{DayOff, DayOffReason};
use nomade::contract::localized::Localized;
use std::collections::BTreeMap;

/// The most half-days that are counted: what is longer counts as many.
pub const MOST: usize = 10_000;

/// A day, or half of one, on which the organisation is closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closed {
    /// True when its morning is.
    pub morning: bool,
    /// True when its afternoon is.
    pub afternoon: bool,
    /// Why.
    pub label: Localized,
}

/// The half-days of a week that somebody does not work, by the days from Monday on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PartTime([(bool, bool); 7]);

impl PartTime {
    /// The same with the morning or the afternoon of that day of the week off.
    #[must_use]
    pub fn without(mut self, day: Weekday, (morning, afternoon): (bool, bool)) -> Self {
        let half = &mut self.0[day.num_days_from_monday() as usize];
        *half = (half.0 || morning, half.1 || afternoon);
        self
    }

    fn on(&self, day: NaiveDate) -> (bool, bool) {
        self.0[day.weekday().num_days_from_monday() as usize]
    }
}

/// When somebody works.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// When the organisation is closed.
    pub closed: BTreeMap<NaiveDate, Closed>,
    /// When this agent does not work.
    pub part_time: PartTime,
}

impl Calendar {
    /// The same for everybody: without anybody's part time.
    #[must_use]
    pub fn of_everybody(self) -> Self {
        Self {
            part_time: PartTime::default(),
            ..self
        }
    }

    /// Which halves of that day are off: its morning, its afternoon.
    #[must_use]
    pub fn off(&self, day: NaiveDate) -> (bool, bool) {
        if is_weekend(day) || holidays::is_holiday(day) {
            return (true, true);
        }
        let (morning, afternoon) = self.part_time.on(day);
        let closed = self.closed.get(&day);
        (
            morning || closed.is_some_and(|it| it.morning),
            afternoon || closed.is_some_and(|it| it.afternoon),
        )
    }

    /// What is told of that day, when any of it is off: both halves, under the first reason in the order holiday, closed,
    /// weekend, part time.
    #[must_use]
    pub fn told(&self, day: NaiveDate) -> Option<DayOff> {
        let (morning, afternoon) = self.off(day);
        if !morning && !afternoon {
            return None;
        }
        let (reason, label) = if let Some(label) = holidays::named(day) {
            (DayOffReason::Holiday, Some(label))
        } else if let Some(closed) = self.closed.get(&day) {
            (DayOffReason::Closed, Some(closed.label.clone()))
        } else if is_weekend(day) {
            (DayOffReason::Weekend, None)
        } else {
            (DayOffReason::PartTime, None)
        };
        Some(DayOff {
            on: day,
            morning,
            afternoon,
            reason,
            label,
        })
    }

    /// Every day from `from` to `to` of which any is off, the earliest first.
    #[must_use]
    pub fn days_off(&self, from: NaiveDate, to: NaiveDate) -> Vec<DayOff> {
        from.iter_days()
            .take_while(|day| *day <= to)
            .filter_map(|day| self.told(day))
            .collect()
    }

    /// The half-days of `span` that are worked, the earliest first; at most [`MOST`].
    #[must_use]
    pub fn worked(&self, span: Span) -> Vec<HalfDay> {
        let mut halves = (NaiveDate::MIN, (true, true));
        span.half_days()
            .filter(|half| {
                let day = half.day();
                if halves.0 != day {
                    halves = (day, self.off(day));
                }
                let (morning, afternoon) = halves.1;
                !if half.is_afternoon() {
                    afternoon
                } else {
                    morning
                }
            })
            // Whoever works one half-day a week is counted over two centuries, and no further.
            .take(MOST)
            .collect()
    }
}

/// True on Saturdays and Sundays.
#[must_use]
pub fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// True on a day on which services are open: no weekend and no holiday.
#[must_use]
pub fn is_working_day(day: NaiveDate) -> bool {
    !is_weekend(day) && !holidays::is_holiday(day)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::leave::half_days::tests::{day, period, some_period};
    use nomade::contract::leave::LeavePeriod;
    use proptest::prelude::*;

    /// Wednesday afternoons off, and the offices closed on the afternoons of 24 and 31 December 2026 and 2027.
    pub fn calendar() -> Calendar {
        let label = Localized {
            fr: "Fermeture des services à midi".to_owned(),
            en: "Offices close at noon".to_owned(),
        };
        let closed = Closed {
            morning: false,
            afternoon: true,
            label,
        };
        let days = ["2026-12-24", "2026-12-31", "2027-12-24", "2027-12-31"];
        Calendar {
            closed: days.map(|it| (day(it), closed.clone())).into(),
            part_time: PartTime::default().without(Weekday::Wed, (false, true)),
        }
    }

    fn count(period: &LeavePeriod) -> usize {
        calendar().worked(Span::of(period)).len()
    }

    #[test]
    fn half_days_are_counted_without_those_that_nobody_works() {
        for (from, to, expected) in [
            // Monday to Friday, without the Wednesday afternoon.
            ("2026-12-14", "2026-12-18", 9),
            ("2026-12-14pm", "2026-12-18am", 7),
            // A weekend, Christmas, an afternoon that is closed.
            ("2026-12-19", "2026-12-20", 0),
            ("2026-12-25", "2026-12-25", 0),
            ("2026-12-24", "2026-12-24", 1),
            ("2026-12-24pm", "2026-12-24", 0),
            ("2026-12-24pm", "2026-12-27", 0),
            // Over the end of the year: two closed afternoons and the holiday.
            ("2026-12-28", "2027-01-04am", 7),
            ("2026-12-29", "2027-01-05", 8),
            // The leap day is a day like others; there is none in 2027.
            ("2028-02-29", "2028-02-29", 2),
            ("2028-02-28", "2028-03-01", 5),
            ("2027-02-26", "2027-03-01", 4),
            // Easter Monday, Ascension, Whit Monday.
            ("2027-03-29", "2027-03-29", 0),
            ("2027-05-06", "2027-05-07", 2),
            ("2027-05-17", "2027-05-18", 2),
            ("2026-12-16pm", "2026-12-16", 0),
        ] {
            assert_eq!(count(&period(from, to)), expected, "{from} {to}");
        }
        assert_eq!(count(&period("0001-01-01", "9999-12-31")), MOST);
    }

    #[test]
    fn of_several_reasons_the_first_counts_and_both_halves_are_told() {
        let calendar = Calendar {
            part_time: PartTime::default().without(Weekday::Thu, (true, false)),
            ..calendar()
        };
        for (text, expected) in [
            ("2026-12-24", Some((DayOffReason::Closed, true, true))),
            ("2026-12-25", Some((DayOffReason::Holiday, true, true))),
            ("2026-12-26", Some((DayOffReason::Weekend, true, true))),
            ("2026-12-17", Some((DayOffReason::PartTime, true, false))),
            ("2026-12-18", None),
            // A holiday on a Saturday, and a closed day that is a holiday too.
            ("2026-08-15", Some((DayOffReason::Holiday, true, true))),
        ] {
            let told = calendar.told(day(text));
            let told = told.map(|it| (it.reason, it.morning, it.afternoon));
            assert_eq!(told, expected, "{text}");
        }
        let everybody = calendar.of_everybody();
        assert_eq!(everybody.told(day("2026-12-17")), None);
    }

    #[test]
    fn days_off_are_told_in_their_order_each_once() {
        let told = calendar().days_off(day("2026-12-01"), day("2026-12-31"));
        assert_eq!(told.len(), 16);
        assert!(told.windows(2).all(|two| two[0].on < two[1].on));
        assert_eq!(
            calendar().days_off(day("2026-12-14"), day("2026-12-14")),
            []
        );
        let eve = "9999-12-31".parse().unwrap();
        assert_eq!(calendar().days_off(eve, eve).len(), 0);
    }

    proptest! {
        #[test]
        fn the_count_is_the_sum_of_the_counts_on_both_sides_of_any_noon_or_midnight(
            period in some_period(), at in 0_usize..200,
        ) {
            let halves: Vec<_> = Span::of(&period).half_days().collect();
            let cut = halves[at % halves.len()];
            let (day, noon) = (cut.day(), cut.is_afternoon());
            let behind = LeavePeriod { from: day, from_noon: noon, ..period };
            let before = if noon {
                LeavePeriod { to: day, to_noon: true, ..period }
            } else {
                LeavePeriod { to: day.pred_opt().unwrap(), to_noon: false, ..period }
            };
            let before = if before.to < before.from { 0 } else { count(&before) };
            prop_assert_eq!(before + count(&behind), count(&period));
        }

        #[test]
        fn a_day_counts_for_two_at_most_and_what_is_told_off_for_nothing(period in some_period()) {
            let calendar = calendar();
            let worked = calendar.worked(Span::of(&period));
            for half in &worked {
                let of_day = worked.iter().filter(|it| it.day() == half.day()).count();
                prop_assert!(of_day <= 2);
                let told = calendar.told(half.day());
                let is_off = told.is_some_and(|it| if half.is_afternoon() { it.afternoon } else { it.morning });
                prop_assert!(!is_off);
            }
            let all = Span::of(&period).half_days().count();
            let off = Span::of(&period).half_days().filter(|half| {
                calendar.told(half.day()).is_some_and(|it| if half.is_afternoon() { it.afternoon } else { it.morning })
            });
            prop_assert_eq!(all - off.count(), worked.len());
        }

        #[test]
        fn closing_another_day_never_counts_for_more(period in some_period(), at in 0_usize..200) {
            let mut calendar = calendar();
            let before = calendar.worked(Span::of(&period)).len();
            let halves: Vec<_> = Span::of(&period).half_days().collect();
            let day = halves[at % halves.len()].day();
            let label = Localized { fr: "Pont".to_owned(), en: "Bridge day".to_owned() };
            calendar.closed.insert(day, Closed { morning: true, afternoon: true, label });
            let after = calendar.worked(Span::of(&period)).len();
            prop_assert!(after <= before && before - after <= 2);
        }
    }
}
