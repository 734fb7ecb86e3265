//! The cases of `leave_year`: half-days, ends of months and years, leap days, and dates that no calendar shows.

use super::{AbsenceLook, Span, YearPicture, bounds, months, next_absence, picture};
use crate::contract::leave::{
    DayOff, DayOffReason, LeaveAbsence, LeaveDays, LeavePeriod, LeaveState,
};
use crate::contract::localized::Localized;
use chrono::{Datelike, Days, NaiveDate};
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_default()
}

fn absence(from: NaiveDate, from_noon: bool, to: NaiveDate, to_noon: bool) -> LeaveAbsence {
    LeaveAbsence {
        request_id: "l".to_owned(),
        label: Localized::default(),
        period: LeavePeriod {
            from,
            from_noon,
            to,
            to_noon,
        },
        state: LeaveState::Approved,
    }
}

fn off(on: &str, morning: bool, afternoon: bool, reason: DayOffReason) -> DayOff {
    DayOff {
        on: day(on),
        morning,
        afternoon,
        reason,
        label: None,
    }
}

fn days(days_off: Vec<DayOff>, absences: Vec<LeaveAbsence>) -> LeaveDays {
    let (from, to) = bounds(2026);
    LeaveDays {
        from,
        to,
        days_off,
        absences,
    }
}

fn drawn(picture: &YearPicture, look: AbsenceLook) -> Vec<(usize, usize, usize)> {
    let mut of = picture.absences.iter().filter(|(it, _)| *it == look);
    let spans = of
        .next()
        .map(|(_, spans)| spans.clone())
        .unwrap_or_default();
    let place = |span: &Span| (span.month, span.first, span.length);
    spans.iter().map(place).collect()
}

#[test]
fn half_days_are_drawn_as_halves_and_what_is_off_is_left_out() {
    let weekend = ["2026-12-19", "2026-12-20"];
    let mut offs: Vec<DayOff> = weekend
        .map(|on| off(on, true, true, DayOffReason::Weekend))
        .into();
    offs.push(off("2026-12-23", false, true, DayOffReason::PartTime));
    let whole = absence(day("2026-12-18"), true, day("2026-12-24"), true);
    let picture = picture(&days(offs, vec![whole]), 2026, day("2026-12-18"));
    assert_eq!(
        drawn(&picture, AbsenceLook::Granted),
        // Friday afternoon; Monday morning to Wednesday noon; Thursday morning.
        [(11, 35, 1), (11, 40, 5), (11, 46, 1)]
    );
    assert_eq!(picture.off.len(), 2);
    assert_eq!(
        picture.today,
        Some(Span {
            month: 11,
            first: 34,
            length: 2
        })
    );
}

#[test]
fn each_look_is_its_own_and_the_surest_stands_above() {
    let (first, last) = (day("2026-03-02"), day("2026-03-03"));
    let with = |state| LeaveAbsence {
        state,
        ..absence(first, false, last, false)
    };
    let granted = absence(last, false, last, false);
    for (state, look) in [
        (LeaveState::Pending, Some(AbsenceLook::Waiting)),
        (LeaveState::Unknown, Some(AbsenceLook::Waiting)),
        (LeaveState::CancellationPending, Some(AbsenceLook::Leaving)),
        (LeaveState::Refused, None),
        (LeaveState::Cancelled, None),
    ] {
        let data = days(Vec::new(), vec![with(state), granted.clone()]);
        let picture = picture(&data, 2026, day("2020-01-01"));
        assert_eq!(drawn(&picture, AbsenceLook::Granted), [(2, 4, 2)]);
        if let Some(look) = look {
            assert_eq!(drawn(&picture, look), [(2, 2, 2)], "{state:?}");
        }
        assert_eq!(picture.today, None);
    }
}

#[test]
fn a_period_over_the_end_of_the_year_stands_in_both_and_in_each_month_it_touches() {
    let over = absence(day("2026-11-30"), false, day("2027-01-04"), true);
    let data = days(Vec::new(), vec![over]);
    let of = |year| {
        let picture = picture(&data, year, day("2026-01-01"));
        drawn(&picture, AbsenceLook::Granted)
    };
    assert_eq!(of(2026), [(10, 58, 2), (11, 0, 62)]);
    assert_eq!(of(2027), [(0, 0, 7)]);
    assert!(of(2028).is_empty() && of(2025).is_empty());
    let touched = |year| {
        let months = months(&data, year);
        months.iter().map(|it| it.first.month()).collect::<Vec<_>>()
    };
    assert_eq!(touched(2026), [11, 12]);
    assert_eq!(touched(2027), [1]);
}

#[test]
fn months_tell_holidays_and_not_every_weekend() {
    let offs = vec![
        off("2026-05-01", true, true, DayOffReason::Holiday),
        off("2026-05-02", true, true, DayOffReason::Weekend),
        off("2026-12-24", false, true, DayOffReason::Closed),
        off("2027-01-01", true, true, DayOffReason::Holiday),
    ];
    let data = days(offs, Vec::new());
    let told: Vec<(u32, usize)> = months(&data, 2026)
        .iter()
        .map(|it| (it.first.month(), it.holidays.len()))
        .collect();
    assert_eq!(told, [(5, 1), (12, 1)]);
    assert_eq!(picture(&data, 2026, day("2026-01-01")).holidays.len(), 1);
}

#[test]
fn the_next_absence_is_the_one_that_goes_on_or_begins_first() {
    let past = absence(day("2026-08-03"), false, day("2026-08-21"), false);
    let running = absence(day("2026-11-20"), false, day("2026-11-23"), true);
    let later = absence(day("2026-12-18"), true, day("2026-12-18"), false);
    let refused = LeaveAbsence {
        state: LeaveState::Refused,
        ..absence(day("2026-11-25"), false, day("2026-11-25"), false)
    };
    let data = days(
        Vec::new(),
        vec![later.clone(), refused, past, running.clone()],
    );
    assert_eq!(next_absence(&data, day("2026-11-23")), Some(&running));
    assert_eq!(next_absence(&data, day("2026-11-24")), Some(&later));
    assert_eq!(next_absence(&data, day("2026-12-19")), None);
}

#[test]
fn a_leap_year_has_its_day() {
    let empty = days(Vec::new(), Vec::new());
    let february = |year| {
        let picture = picture(&empty, year, day("2026-01-01"));
        picture.days.get(1).map(|span| span.length)
    };
    assert_eq!(february(2028), Some(58));
    assert_eq!(february(2026), Some(56));
    assert_eq!(february(2100), Some(56));
    let leap = absence(day("2028-02-29"), false, day("2028-02-29"), false);
    let picture = picture(&days(Vec::new(), vec![leap]), 2028, day("2028-02-29"));
    assert_eq!(drawn(&picture, AbsenceLook::Granted), [(1, 56, 2)]);
}

#[test]
fn a_period_of_all_time_is_one_year_here() {
    let forever = absence(day("0001-01-01"), false, day("9999-12-31"), false);
    let data = days(Vec::new(), vec![forever]);
    for year in [1, 1900, 2026, 9999] {
        let drawn = drawn(&picture(&data, year, NaiveDate::MAX), AbsenceLook::Granted);
        assert_eq!(drawn.len(), 12, "{year}");
    }
    assert_eq!(months(&data, 2026).len(), 12);
    // Years that no date has.
    for year in [i32::MIN, i32::MAX] {
        let _ = (picture(&data, year, NaiveDate::MIN), months(&data, year));
    }
}

proptest! {
    #[test]
    fn every_worked_half_day_of_a_period_is_drawn_once(
        start in 0_u64..800,
        length in 0_u64..500,
        from_noon in any::<bool>(),
        to_noon in any::<bool>(),
        offs in proptest::collection::btree_set(0_u64..365, 0..40),
    ) {
        let at = |n: u64| day("2025-06-01").checked_add_days(Days::new(n)).unwrap_or_default();
        let (from, to) = (at(start), at(start + length));
        prop_assume!(!(length == 0 && from_noon && to_noon));
        let first = bounds(2026).0;
        let offs: Vec<NaiveDate> = offs
            .into_iter()
            .filter_map(|n| first.checked_add_days(Days::new(n)))
            .collect();
        let days_off = offs
            .iter()
            .map(|on| DayOff {
                on: *on,
                morning: true,
                afternoon: true,
                reason: DayOffReason::Weekend,
                label: None,
            })
            .collect();
        let data = days(days_off, vec![absence(from, from_noon, to, to_noon)]);
        let picture = picture(&data, 2026, first);
        let count: usize = drawn(&picture, AbsenceLook::Granted)
            .iter()
            .map(|(_, _, length)| length)
            .sum();
        let expected: usize = from
            .iter_days()
            .take_while(|day| *day <= to)
            .filter(|day| day.year() == 2026 && !offs.contains(day))
            .map(|day| {
                let halves = [day == from && from_noon, day == to && to_noon];
                2 - halves.iter().filter(|is_out| **is_out).count()
            })
            .sum();
        prop_assert_eq!(count, expected);
        // No two stand over each other, and none leaves its month.
        let mut seen = std::collections::HashSet::new();
        for (month, first, length) in drawn(&picture, AbsenceLook::Granted) {
            let whole = picture.days.get(month).map_or(0, |span| span.length);
            prop_assert!(first + length <= whole);
            for half in first..first + length {
                prop_assert!(seen.insert((month, half)));
            }
        }
    }
}
