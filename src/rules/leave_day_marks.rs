//! What is known of each day before leave is asked for: days off and the agent's own leave; knows no calendar.

use super::leave_month::Month;
use crate::contract::leave::{
    DayOff, DayOffReason, LeaveAbsence, LeaveDays, LeavePeriod, LeaveState,
};
use crate::contract::localized::Localized;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Which half-days of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Halves {
    /// Both.
    Whole,
    /// The morning.
    Morning,
    /// The afternoon.
    Afternoon,
}

impl Halves {
    /// Those that are named; `None` for neither.
    #[must_use]
    pub fn of(morning: bool, afternoon: bool) -> Option<Self> {
        match (morning, afternoon) {
            (true, true) => Some(Self::Whole),
            (true, false) => Some(Self::Morning),
            (false, true) => Some(Self::Afternoon),
            (false, false) => None,
        }
    }

    /// Those of a period that fall on `day`; `None` when it does not touch it, or ends before it begins.
    #[must_use]
    pub fn of_period(period: LeavePeriod, day: NaiveDate) -> Option<Self> {
        if day < period.from || day > period.to {
            return None;
        }
        let begins_at_noon = day == period.from && period.from_noon;
        let ends_at_noon = day == period.to && period.to_noon;
        Self::of(!begins_at_noon, !ends_at_noon)
    }
}

/// What stands on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DayMark {
    /// Which half-days of it count for nothing, why, and its name where it has one.
    pub off: Option<(Halves, DayOffReason, Option<Localized>)>,
    /// The agent's own leave on it, with which half-days.
    pub absences: Vec<(Halves, LeaveState, Localized)>,
}

/// Everything that is known of days, by the months that were asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnownDays {
    months: BTreeSet<Month>,
    off: BTreeMap<NaiveDate, DayOff>,
    absences: Vec<LeaveAbsence>,
}

impl KnownDays {
    /// True when what stands on the days of that month is known.
    #[must_use]
    pub fn knows(&self, month: Month) -> bool {
        self.months.contains(&month)
    }

    /// What the answer for these months says takes the place of all that was known of them.
    pub fn learn(&mut self, months: impl IntoIterator<Item = Month>, answer: &LeaveDays) {
        let months: BTreeSet<Month> = months.into_iter().collect();
        self.off.retain(|day, _| !months.contains(&Month::of(*day)));
        self.absences.retain(|known| {
            let touches = |month: &Month| {
                known.period.from <= month.last() && known.period.to >= month.first()
            };
            // It may have been moved.
            let is_told_anew = |told: &LeaveAbsence| told.request_id == known.request_id;
            !months.iter().any(touches) && !answer.absences.iter().any(is_told_anew)
        });
        self.months.extend(months);
        let off = answer.days_off.iter().map(|off| (off.on, off.clone()));
        self.off.extend(off);
        for absence in &answer.absences {
            if !self.absences.contains(absence) {
                self.absences.push(absence.clone());
            }
        }
    }

    /// What stands on a day; nothing where nothing is known.
    #[must_use]
    pub fn mark(&self, day: NaiveDate) -> DayMark {
        let off = self.off.get(&day).and_then(|off| {
            let halves = Halves::of(off.morning, off.afternoon)?;
            Some((halves, off.reason, off.label.clone()))
        });
        let absences = self.absences.iter().filter_map(|absence| {
            let halves = Halves::of_period(absence.period, day)?;
            Some((halves, absence.state, absence.label.clone()))
        });
        DayMark {
            off,
            absences: absences.collect(),
        }
    }

    /// The days of a month that are off and have a name or a reason of their own: neither weekends nor part time, which
    /// come every week.
    pub fn named_days(&self, month: Month) -> impl Iterator<Item = &DayOff> {
        let days = self.off.range(month.first()..=month.last());
        days.map(|(_, off)| off).filter(|off| {
            off.label.is_some()
                || !matches!(off.reason, DayOffReason::Weekend | DayOffReason::PartTime)
        })
    }

    /// The agent's own leave that touches a month, the earliest first.
    #[must_use]
    pub fn absences_in(&self, month: Month) -> Vec<&LeaveAbsence> {
        let touches = |it: &&LeaveAbsence| {
            it.period.from <= month.last()
                && it.period.to >= month.first()
                && it.period.from <= it.period.to
        };
        let mut found: Vec<&LeaveAbsence> = self.absences.iter().filter(touches).collect();
        found.sort_by_key(|absence| absence.period.from);
        found
    }
}

/// The months that are asked for in one call around the one that is shown: one before, so that going back waits for
/// nothing, and four after.
pub fn window(around: Month) -> impl Iterator<Item = Month> + Clone {
    let mut months: Vec<Month> = (-1..=4).map(|n| around.plus(n)).collect();
    // At the ends of time several are the same.
    months.dedup();
    months.into_iter()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test says what is wrong by panicking")]

    use super::{DayMark, Halves, KnownDays, window};
    use crate::contract::leave::{DayOffReason, LeaveDays, LeavePeriod, LeaveState};
    use crate::rules::leave_month::Month;
    use chrono::NaiveDate;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn december() -> (KnownDays, Month) {
        let answer = LeaveDays {
            from: day("2026-12-01"),
            to: day("2026-12-31"),
            days_off: vec![
                off("2026-12-02", (false, true), DayOffReason::PartTime),
                off("2026-12-05", (true, true), DayOffReason::Weekend),
                off("2026-12-25", (true, true), DayOffReason::Holiday),
                off("2026-12-28", (false, false), DayOffReason::Closed),
            ],
            absences: vec![absence("2026-12-18", true, "2026-12-21", true)],
        };
        let month = Month::of(day("2026-12-01"));
        let mut known = KnownDays::default();
        known.learn([month], &answer);
        known.learn([month], &answer);
        (known, month)
    }

    fn off(
        on: &str,
        (morning, afternoon): (bool, bool),
        reason: DayOffReason,
    ) -> crate::contract::leave::DayOff {
        crate::contract::leave::DayOff {
            on: day(on),
            morning,
            afternoon,
            reason,
            label: None,
        }
    }

    fn absence(
        from: &str,
        from_noon: bool,
        to: &str,
        to_noon: bool,
    ) -> crate::contract::leave::LeaveAbsence {
        crate::contract::leave::LeaveAbsence {
            request_id: "l".to_owned(),
            label: crate::contract::localized::Localized::default(),
            period: LeavePeriod {
                from: day(from),
                from_noon,
                to: day(to),
                to_noon,
            },
            state: LeaveState::Pending,
        }
    }

    #[test]
    fn each_day_has_what_stands_on_it_and_no_more() {
        let (known, month) = december();
        assert!(known.knows(month) && !known.knows(month.plus(1)));
        let halves = |on: &str| known.mark(day(on)).off.map(|(halves, ..)| halves);
        assert_eq!(halves("2026-12-02"), Some(Halves::Afternoon));
        assert_eq!(halves("2026-12-25"), Some(Halves::Whole));
        assert_eq!(halves("2026-12-28"), None, "neither half of it is off");
        assert_eq!(known.mark(day("2026-12-03")), DayMark::default());
        for (on, halves) in [
            ("2026-12-17", None),
            ("2026-12-18", Some(Halves::Afternoon)),
            ("2026-12-19", Some(Halves::Whole)),
            ("2026-12-21", Some(Halves::Morning)),
            ("2026-12-22", None),
        ] {
            let absences = known.mark(day(on)).absences;
            assert_eq!(absences.first().map(|(halves, ..)| *halves), halves, "{on}");
            assert!(absences.len() <= 1, "told twice is once");
        }
    }

    #[test]
    fn a_month_names_its_own_days_and_its_absences() {
        let (known, month) = december();
        let named: Vec<_> = known.named_days(month).map(|off| off.on).collect();
        assert_eq!(named, [day("2026-12-25"), day("2026-12-28")]);
        assert_eq!(known.absences_in(month).len(), 1);
        assert!(known.absences_in(month.plus(1)).is_empty());
    }

    #[test]
    fn what_changed_between_two_answers_is_told_once_and_as_it_is_now() {
        let (mut known, december) = december();
        let answer = |absences| LeaveDays {
            from: day("2026-12-01"),
            to: day("2027-01-31"),
            days_off: Vec::new(),
            absences,
        };
        let mut over_new_year = absence("2026-12-30", false, "2027-01-04", false);
        over_new_year.request_id = "n".to_owned();
        known.learn([december], &answer(vec![over_new_year.clone()]));
        assert!(known.mark(day("2026-12-18")).absences.is_empty(), "gone");
        assert_eq!(
            known.mark(day("2026-12-25")).off,
            None,
            "no holiday any more"
        );
        // Another window that it touches tells it anew.
        over_new_year.state = LeaveState::Approved;
        known.learn([december.plus(1)], &answer(vec![over_new_year.clone()]));
        let states = |known: &KnownDays, on: &str| -> Vec<LeaveState> {
            let absences = known.mark(day(on)).absences;
            absences.into_iter().map(|(_, state, _)| state).collect()
        };
        for on in ["2026-12-30", "2027-01-04"] {
            assert_eq!(states(&known, on), [LeaveState::Approved], "{on}");
        }
        // What is told in one month stays, whatever another says of itself.
        known.learn([december.plus(3)], &answer(Vec::new()));
        assert_eq!(states(&known, "2026-12-31"), [LeaveState::Approved]);
        // Moved to where the answer does not tell of, as far as the months go.
        over_new_year.period.from = day("2027-03-01");
        over_new_year.period.to = day("2027-03-02");
        known.learn([december.plus(3)], &answer(vec![over_new_year]));
        assert!(states(&known, "2026-12-31").is_empty());
        assert_eq!(states(&known, "2027-03-01"), [LeaveState::Approved]);
    }

    #[test]
    fn an_absurd_period_is_on_no_day() {
        let mut known = KnownDays::default();
        let answer = LeaveDays {
            from: day("9999-12-31"),
            to: day("0001-01-01"),
            days_off: Vec::new(),
            absences: vec![
                absence("2026-12-20", false, "2026-12-18", false),
                absence("2026-12-18", true, "2026-12-18", true),
            ],
        };
        known.learn(window(Month::of(NaiveDate::MAX)), &answer);
        for on in ["2026-12-18", "2026-12-19", "2026-12-20"] {
            assert!(known.mark(day(on)).absences.is_empty(), "{on}");
        }
    }

    #[test]
    fn what_is_asked_for_goes_from_the_month_before_to_four_after() {
        let months: Vec<Month> = window(Month::of(day("2026-12-15"))).collect();
        assert_eq!(months.first().map(|it| it.first()), Some(day("2026-11-01")));
        assert_eq!(months.last().map(|it| it.last()), Some(day("2027-04-30")));
        assert_eq!(window(Month::of(day("9999-12-15"))).count(), 2);
        assert_eq!(window(Month::of(day("0001-01-15"))).count(), 5);
    }
}
