//! A month as a calendar shows it, and the ways through it by keyboard; knows no leave.

use super::leave_day_field::{FIRST_YEAR, LAST_YEAR};
use chrono::{Datelike, Days, Months, NaiveDate};

/// A month between the years 1 and 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    first: NaiveDate,
}

/// A week of a calendar, from Monday on; `None` where the day is another month's.
pub type Week = [Option<NaiveDate>; 7];

impl Month {
    /// The month of `day`; the nearest that there is for a day outside the years 1 to 9999.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        let day = within(day);
        Self {
            first: day.with_day(1).unwrap_or(day),
        }
    }

    /// Its first day.
    #[must_use]
    pub fn first(self) -> NaiveDate {
        self.first
    }

    /// Its last day.
    #[must_use]
    pub fn last(self) -> NaiveDate {
        let next = self.first.checked_add_months(Months::new(1));
        next.and_then(|next| next.pred_opt()).unwrap_or(self.first)
    }

    /// The month so many months later, or earlier; the first or the last that there is at the utmost.
    #[must_use]
    pub fn plus(self, months: i32) -> Self {
        Self::of(plus_months(self.first, months))
    }

    /// Each of its days once, in its week.
    #[must_use]
    pub fn weeks(self) -> Vec<Week> {
        let mut weeks = Vec::with_capacity(6);
        let mut week: Week = [None; 7];
        for day in self.first.iter_days().take_while(|day| *day <= self.last()) {
            let place = day.weekday().num_days_from_monday() as usize;
            if let Some(cell) = week.get_mut(place) {
                *cell = Some(day);
            }
            if place == 6 {
                weeks.push(week);
                week = [None; 7];
            }
        }
        if week.iter().any(Option::is_some) {
            weeks.push(week);
        }
        weeks
    }
}

/// A way from one day to another (ARIA Authoring Practices, "Date Picker Dialog").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// So many days on, or back.
    Days(i32),
    /// So many months on, or back, to the same day or the last one before it.
    Months(i32),
    /// To the Monday of the week.
    WeekStart,
    /// To the Sunday of the week.
    WeekEnd,
}

/// What a key does in a calendar; `None` for a key that does nothing there.
#[must_use]
pub fn step_of(key: &str, is_shifted: bool) -> Option<Step> {
    Some(match key {
        "ArrowLeft" => Step::Days(-1),
        "ArrowRight" => Step::Days(1),
        "ArrowUp" => Step::Days(-7),
        "ArrowDown" => Step::Days(7),
        "Home" => Step::WeekStart,
        "End" => Step::WeekEnd,
        "PageUp" if is_shifted => Step::Months(-12),
        "PageDown" if is_shifted => Step::Months(12),
        "PageUp" => Step::Months(-1),
        "PageDown" => Step::Months(1),
        _ => return None,
    })
}

/// The day that a step leads to; the first or the last day that there is at the utmost.
#[must_use]
pub fn stepped(day: NaiveDate, step: Step) -> NaiveDate {
    let day = within(day);
    let weekday = i32::try_from(day.weekday().num_days_from_monday()).unwrap_or_default();
    within(match step {
        Step::Days(days) => plus_days(day, days),
        Step::Months(months) => plus_months(day, months),
        Step::WeekStart => plus_days(day, -weekday),
        Step::WeekEnd => plus_days(day, 6 - weekday),
    })
}

fn plus_days(day: NaiveDate, days: i32) -> NaiveDate {
    let by = Days::new(u64::from(days.unsigned_abs()));
    let moved = if days < 0 {
        day.checked_sub_days(by)
    } else {
        day.checked_add_days(by)
    };
    moved.unwrap_or(day)
}

fn plus_months(day: NaiveDate, months: i32) -> NaiveDate {
    let by = Months::new(months.unsigned_abs());
    let moved = if months < 0 {
        day.checked_sub_months(by)
    } else {
        day.checked_add_months(by)
    };
    within(moved.unwrap_or(day))
}

fn within(day: NaiveDate) -> NaiveDate {
    let first = NaiveDate::from_ymd_opt(FIRST_YEAR, 1, 1).unwrap_or(day);
    let last = NaiveDate::from_ymd_opt(LAST_YEAR, 12, 31).unwrap_or(day);
    day.clamp(first, last)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test says what is wrong by panicking")]

    use super::{Month, Step, step_of, stepped};
    use chrono::{Datelike, NaiveDate, Weekday};
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn any_day() -> impl Strategy<Value = NaiveDate> {
        (1..=3_652_059_i32).prop_map(|n| NaiveDate::from_num_days_from_ce_opt(n).unwrap())
    }

    #[test]
    fn a_month_has_its_weeks_from_monday_on() {
        let weeks = Month::of(day("2027-02-14")).weeks();
        assert_eq!(weeks.len(), 4, "February 2027 begins on a Monday");
        let weeks = Month::of(day("2026-08-31")).weeks();
        assert_eq!(weeks.len(), 6);
        assert_eq!(weeks[0][5], Some(day("2026-08-01")));
        assert_eq!(weeks[5][0], Some(day("2026-08-31")));
        assert_eq!(weeks[5][1], None);
    }

    #[test]
    fn each_key_leads_where_it_does_in_every_calendar() {
        for (key, shift, to) in [
            ("ArrowLeft", false, "2026-10-30"),
            ("ArrowRight", false, "2026-11-01"),
            ("ArrowUp", false, "2026-10-24"),
            ("ArrowDown", false, "2026-11-07"),
            ("Home", false, "2026-10-26"),
            ("End", false, "2026-11-01"),
            ("PageUp", false, "2026-09-30"),
            ("PageDown", false, "2026-11-30"),
            ("PageUp", true, "2025-10-31"),
            ("PageDown", true, "2027-10-31"),
        ] {
            let step = step_of(key, shift).unwrap();
            assert_eq!(stepped(day("2026-10-31"), step), day(to), "{key}");
        }
        assert_eq!(step_of("a", false), None);
        assert_eq!(
            stepped(day("2028-02-29"), Step::Months(12)),
            day("2029-02-28")
        );
    }

    #[test]
    fn the_ends_of_time_hold() {
        for step in [Step::Days(-7), Step::Months(-12), Step::WeekStart] {
            assert_eq!(stepped(day("0001-01-01"), step), day("0001-01-01"));
        }
        for step in [Step::Days(7), Step::Months(i32::MAX), Step::Days(i32::MIN)] {
            let _ = stepped(day("9999-12-31"), step);
            let _ = stepped(NaiveDate::MAX, step);
            let _ = stepped(NaiveDate::MIN, step);
        }
        for end in [NaiveDate::MIN, NaiveDate::MAX] {
            assert!(Month::of(end).weeks().len() >= 4);
            assert!((1..=9999).contains(&Month::of(end).last().year()));
        }
        assert_eq!(
            Month::of(day("9999-12-01")).plus(5).first(),
            day("9999-12-01")
        );
    }

    proptest! {
        #[test]
        fn a_month_holds_each_of_its_days_once_on_its_weekday(day in any_day()) {
            let month = Month::of(day);
            let weeks = month.weeks();
            let days: Vec<NaiveDate> = weeks.iter().flatten().flatten().copied().collect();
            let all: Vec<NaiveDate> = month.first().iter_days().take_while(|it| *it <= month.last()).collect();
            prop_assert_eq!(days, all);
            prop_assert!(weeks.len() <= 6);
            for week in weeks {
                for (place, day) in week.into_iter().enumerate() {
                    if let Some(day) = day {
                        let weekday = Weekday::try_from(u8::try_from(place).unwrap()).unwrap();
                        prop_assert_eq!(day.weekday(), weekday);
                    }
                }
            }
        }

        #[test]
        fn no_step_leaves_the_years_that_there_are(day in any_day(), days: i32, months: i32) {
            for step in [Step::Days(days), Step::Months(months), Step::WeekStart, Step::WeekEnd] {
                prop_assert!((1..=9999).contains(&stepped(day, step).year()));
            }
            prop_assert_eq!(Month::of(day).plus(months).first().day(), 1);
        }

        #[test]
        fn a_day_on_and_back_is_the_same(number in 8..=3_652_051_i32) {
            let day = NaiveDate::from_num_days_from_ce_opt(number).unwrap();
            for days in [1, 7] {
                prop_assert_eq!(stepped(stepped(day, Step::Days(days)), Step::Days(-days)), day);
            }
        }
    }
}
