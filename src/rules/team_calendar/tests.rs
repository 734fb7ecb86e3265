//! Holds the months, the bars and the counts of the calendar to dates, whatever they are.

#![expect(clippy::unwrap_used, reason = "a test says what is wrong by panicking")]

use super::{
    CalendarAddress, CalendarMonth, CalendarView, YEARS, away_by_day, away_on, bar, day_off, found,
    weekday,
};
use crate::contract::leave::{CalendarAbsence, LeaveCalendar, LeavePeriod, LeaveState};
use chrono::{Datelike, NaiveDate};
use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn december() -> CalendarMonth {
    CalendarMonth::named("2026-12").unwrap()
}

fn absence(from: &str, from_noon: bool, to: &str, to_noon: bool) -> CalendarAbsence {
    CalendarAbsence {
        period: LeavePeriod {
            from: day(from),
            from_noon,
            to: day(to),
            to_noon,
        },
        state: LeaveState::Approved,
        label: None,
    }
}

fn calendar() -> LeaveCalendar {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/fixtures/leave/calendar_ordinary.json"
    );
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn a_month_is_named_in_one_way() {
    for name in [
        "",
        "2026",
        "2026-13",
        "2026-00",
        "2026-1",
        "26-12",
        "+026-12",
        "2026-12-01",
        "9999-01",
        "0001-01",
        "x-y",
        "2026-é",
    ] {
        assert_eq!(CalendarMonth::named(name), None, "{name:?}");
    }
    let february = CalendarMonth::named("2028-02").unwrap();
    assert_eq!(
        (february.last(), february.day_count()),
        (day("2028-02-29"), 29)
    );
    assert_eq!(february.after().unwrap().name(), "2028-03");
    assert_eq!(CalendarMonth::named("1970-01").unwrap().before(), None);
    assert_eq!(CalendarMonth::named("2999-12").unwrap().after(), None);
}

#[test]
fn the_address_is_found_again_and_nonsense_counts_for_nothing() {
    for view in [None, Some(CalendarView::Grid), Some(CalendarView::List)] {
        let address = CalendarAddress {
            month: Some(december()),
            team: Some("t_3mNo".to_owned()),
            view,
        };
        let query = address.query();
        let value = |name: &str| {
            let mut pairs = query.split('&');
            pairs.find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
        };
        let again = CalendarAddress::from_query(value("month"), value("team"), value("view"));
        assert_eq!(again, address, "{query}");
    }
    let nonsense = CalendarAddress::from_query(Some("12/2026"), Some(""), Some("Liste"));
    assert_eq!(nonsense, CalendarAddress::default());
    assert_eq!(nonsense.query(), "");
}

#[test]
fn a_bar_stands_on_its_half_days() {
    let of = |from, from_noon, to, to_noon| {
        bar(&absence(from, from_noon, to, to_noon), december())
            .map(|bar| (bar.start, bar.span, bar.from_before, bar.to_after))
    };
    for (told, stands) in [
        (
            of("2026-12-01", false, "2026-12-01", false),
            Some((1, 2, false, false)),
        ),
        (
            of("2026-12-18", true, "2026-12-18", false),
            Some((36, 1, false, false)),
        ),
        (
            of("2026-12-18", false, "2026-12-18", true),
            Some((35, 1, false, false)),
        ),
        (
            of("2026-12-28", false, "2027-01-04", true),
            Some((55, 8, false, true)),
        ),
        (
            of("2026-11-30", true, "2026-12-02", true),
            Some((1, 3, true, false)),
        ),
        (
            of("0001-01-01", false, "9999-12-31", false),
            Some((1, 62, true, true)),
        ),
        (of("2027-01-01", false, "2027-01-02", false), None),
        (of("2026-11-01", false, "2026-11-30", false), None),
        // Sent by a server that errs.
        (of("2026-12-10", false, "2026-12-05", false), None),
        (of("2026-12-10", true, "2026-12-10", true), None),
    ] {
        assert_eq!(told, stands);
    }
}

#[test]
fn what_waits_is_counted_apart_and_what_is_to_be_cancelled_still_holds() {
    let people = calendar().people;
    let counts = away_by_day(&people, december());
    assert_eq!(counts.len(), 31);
    let on = |day: usize| counts.get(day - 1).copied();
    assert_eq!(on(1), Some((0, 0)));
    assert_eq!(on(11), Some((1, 1)));
    assert_eq!(on(28), Some((1, 2)));
    let away: Vec<&str> = away_on(&people, day("2026-12-28"))
        .map(|person| person.person.name.as_str())
        .collect();
    assert_eq!(away, ["Camille Bernard"]);
    let off = day_off(&calendar().days_off, day("2026-12-25"))
        .and_then(|off| off.label.as_ref())
        .map(|label| label.fr.clone());
    assert_eq!(off.as_deref(), Some("Noël"));
}

#[test]
fn people_are_found_by_parts_of_their_name_without_accents() {
    let calendar = calendar();
    let names = |team, words| -> Vec<&str> {
        found(&calendar, team, words)
            .into_iter()
            .filter_map(|index| calendar.people.get(index))
            .map(|person| person.person.name.as_str())
            .collect()
    };
    assert_eq!(names(None, "").len(), 4);
    assert_eq!(names(None, "LEFEVRE nad"), ["Nadia Lefèvre"]);
    assert_eq!(names(None, "e\u{301}mo"), ["Agent Démo"]);
    assert_eq!(names(Some("t_4nOp"), ""), ["Nadia Lefèvre"]);
    assert_eq!(names(Some("t_4nOp"), "camille"), Vec::<&str>::new());
    assert_eq!(names(Some("t_none"), ""), Vec::<&str>::new());
}

#[test]
fn weeks_begin_on_monday() {
    assert_eq!(weekday(day("2026-12-07")), 0);
    assert_eq!(weekday(day("2026-12-13")), 6);
}

proptest! {
    #[test]
    fn any_text_names_a_month_that_names_itself_or_none(text in any::<String>(), year in any::<i32>(), month in any::<u32>()) {
        if let Some(month) = CalendarMonth::named(&text) {
            prop_assert_eq!(month.name(), text);
        }
        if let Some(month) = CalendarMonth::numbered(year, month) {
            prop_assert_eq!(CalendarMonth::named(&month.name()), Some(month));
            prop_assert!(YEARS.contains(&month.first().year()));
            prop_assert_eq!(month.days().count(), usize::try_from(month.day_count()).unwrap_or(0));
            prop_assert_eq!(month.after().and_then(CalendarMonth::before), month.after().map(|_| month));
        }
    }

    #[test]
    fn a_bar_never_leaves_its_month(
        from in -800_000_i32..3_600_000, length in 0_i32..100_000, from_noon: bool, to_noon: bool, year in 1970_i32..3000, month in 1_u32..13,
    ) {
        let month = CalendarMonth::numbered(year, month).unwrap();
        let (Some(from), Some(to)) = (NaiveDate::from_num_days_from_ce_opt(from), NaiveDate::from_num_days_from_ce_opt(from + length)) else {
            return Ok(());
        };
        let absence = CalendarAbsence {
            period: LeavePeriod { from, from_noon, to, to_noon },
            state: LeaveState::Pending,
            label: None,
        };
        if let Some(bar) = bar(&absence, month) {
            prop_assert!(bar.start >= 1 && bar.span >= 1);
            prop_assert!(bar.start + bar.span <= 2 * month.day_count() + 1);
            prop_assert_eq!(bar.from_before, from < month.first());
        }
    }
}
