//! The public holidays of France, in any year; knows no weekend and no organisation.

use chrono::{Datelike, Days, NaiveDate};
use nomade::contract::localized::Localized;

/// (month, day, French, English) of those that stay on their day.
const FIXED: [(u32, u32, &str, &str); 8] = [
    (1, 1, "Jour de l’an", "New Year’s Day"),
    (5, 1, "Fête du Travail", "Labour Day"),
    (5, 8, "Victoire 1945", "Victory in Europe Day"),
    (7, 14, "Fête nationale", "Bastille Day"),
    (8, 15, "Assomption", "Assumption Day"),
    (11, 1, "Toussaint", "All Saints’ Day"),
    (11, 11, "Armistice 1918", "Armistice Day"),
    (12, 25, "Noël", "Christmas Day"),
];

/// (days after Easter Sunday, French, English) of those that move with it.
const MOVABLE: [(u64, &str, &str); 3] = [
    (1, "Lundi de Pâques", "Easter Monday"),
    (39, "Ascension", "Ascension Day"),
    (50, "Lundi de Pentecôte", "Whit Monday"),
];

/// Easter Sunday in the Gregorian calendar, by the method of Meeus, Jones and Butcher.
#[must_use]
pub fn easter(year: i32) -> Option<NaiveDate> {
    let golden = year.rem_euclid(19);
    let (century, of_century) = (year.div_euclid(100), year.rem_euclid(100));
    let (leap_centuries, rest) = (century / 4, century.rem_euclid(4));
    let correction = (century + 8) / 25;
    let moon = (century - correction + 1) / 3;
    let epact = (19 * golden + century - leap_centuries - moon + 15).rem_euclid(30);
    let (leaps, after_leap) = (of_century / 4, of_century.rem_euclid(4));
    let weekday = (32 + 2 * rest + 2 * leaps - epact - after_leap).rem_euclid(7);
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let sum = epact + weekday - 7 * late + 114;
    let (month, day) = (sum / 31, sum.rem_euclid(31) + 1);
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

/// The holidays of that year in their order, each day once: Ascension may fall on 1 or 8 May, and both names are told then.
#[must_use]
pub fn of_year(year: i32) -> Vec<(NaiveDate, Localized)> {
    let fixed = FIXED.iter().filter_map(|(month, day, fr, en)| {
        Some((NaiveDate::from_ymd_opt(year, *month, *day)?, *fr, *en))
    });
    let easter = easter(year);
    let movable = MOVABLE
        .iter()
        .filter_map(|(days, fr, en)| Some((easter? + Days::new(*days), *fr, *en)));
    let mut all: Vec<_> = fixed.chain(movable).collect();
    all.sort_by_key(|(day, ..)| *day);
    let mut told: Vec<(NaiveDate, Localized)> = Vec::with_capacity(all.len());
    for (day, fr, en) in all {
        match told.last_mut() {
            Some((same, label)) if *same == day => {
                label.fr = format!("{}, {fr}", label.fr);
                label.en = format!("{}, {en}", label.en);
            }
            _ => {
                let label = Localized {
                    fr: fr.to_owned(),
                    en: en.to_owned(),
                };
                told.push((day, label));
            }
        }
    }
    told
}

/// The name of the holiday on that day, if it is one.
#[must_use]
pub fn named(day: NaiveDate) -> Option<Localized> {
    of_year(day.year())
        .into_iter()
        .find(|(it, _)| *it == day)
        .map(|(_, label)| label)
}

/// True on a holiday; cheaper than its name.
#[must_use]
pub fn is_holiday(day: NaiveDate) -> bool {
    FIXED
        .iter()
        .any(|(month, of_month, ..)| (day.month(), day.day()) == (*month, *of_month))
        || easter(day.year()).is_some_and(|easter| {
            MOVABLE
                .iter()
                .any(|(days, ..)| easter + Days::new(*days) == day)
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Weekday;

    #[test]
    fn easter_is_where_the_almanacs_put_it() {
        for expected in [
            "1900-04-15",
            "1943-04-25",
            "1954-04-18",
            "1981-04-19",
            "2000-04-23",
            "2008-03-23",
            "2011-04-24",
            "2024-03-31",
            "2025-04-20",
            "2026-04-05",
            "2027-03-28",
            "2028-04-16",
            "2038-04-25",
            "2049-04-18",
            "2076-04-19",
            "2100-03-28",
            "2285-03-22",
        ] {
            let expected: NaiveDate = expected.parse().unwrap();
            assert_eq!(easter(expected.year()), Some(expected));
        }
    }

    #[test]
    fn each_year_has_its_holidays_once_and_easter_is_in_its_bounds() {
        for year in 1900..=2200 {
            let easter = easter(year).unwrap();
            assert_eq!(easter.weekday(), Weekday::Sun, "{year}");
            let bounds = (easter.month(), easter.day());
            assert!(((3, 22)..=(4, 25)).contains(&bounds), "{year}: {easter}");
            let days: Vec<_> = of_year(year).into_iter().map(|(day, _)| day).collect();
            assert!(days.windows(2).all(|two| two[0] < two[1]), "{year}");
            // Ascension falls on 1 or 8 May in some years: the days are told once.
            let ascension = easter + Days::new(39);
            let falls_together = ascension.month() == 5 && [1, 8].contains(&ascension.day());
            assert_eq!(days.len(), 11 - usize::from(falls_together), "{year}");
            assert!(
                days.iter()
                    .all(|day| day.year() == year && is_holiday(*day))
            );
            let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
            let holidays = first.iter_days().take_while(|day| day.year() == year);
            assert_eq!(holidays.filter(|day| is_holiday(*day)).count(), days.len());
        }
    }

    #[test]
    fn a_holiday_has_its_name_and_other_days_have_none() {
        for (day, expected) in [
            ("2026-12-25", Some("Noël")),
            ("2027-03-29", Some("Lundi de Pâques")),
            ("2027-05-06", Some("Ascension")),
            ("2027-05-17", Some("Lundi de Pentecôte")),
            ("2008-05-01", Some("Fête du Travail, Ascension")),
            ("2027-03-28", None),
            ("2026-12-24", None),
            ("2028-02-29", None),
        ] {
            let label = named(day.parse().unwrap()).map(|label| label.fr);
            assert_eq!(label.as_deref(), expected, "{day}");
        }
    }
}
