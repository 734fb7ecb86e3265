//! Half-days and periods of leave as words, the same on every page of leave; knows no page.

use super::dates::{day, long_date, month_name};
use super::locale::Locale;
use crate::contract::leave::LeavePeriod;
use chrono::{Datelike, NaiveDate};

/// Half-days as days: `4,5 jours`, `1 jour`, `-0,5 jour`; in French 0 and 1,5 are singular.
#[must_use]
pub fn days(half_days: i64, locale: Locale) -> String {
    let number = days_number(half_days, locale);
    let is_one = match locale {
        Locale::Fr => half_days.unsigned_abs() < 4,
        Locale::En => half_days.unsigned_abs() == 2,
    };
    let word = match (locale, is_one) {
        (Locale::Fr, true) => "jour",
        (Locale::Fr, false) => "jours",
        (Locale::En, true) => "day",
        (Locale::En, false) => "days",
    };
    format!("{number}\u{a0}{word}")
}

/// The number alone: `4,5`, `4.5`, with a true minus sign.
#[must_use]
pub fn days_number(half_days: i64, locale: Locale) -> String {
    let sign = if half_days < 0 { "\u{2212}" } else { "" };
    let (whole, is_half) = (
        half_days.unsigned_abs() / 2,
        !half_days.unsigned_abs().is_multiple_of(2),
    );
    let half = match (is_half, locale) {
        (false, _) => "",
        (true, Locale::Fr) => ",5",
        (true, Locale::En) => ".5",
    };
    format!("{sign}{whole}{half}")
}

/// From when to when, as short as can be without doubt: `le 18 décembre 2026, après-midi`, `du 3 au 21 août 2026`,
/// `du 28 décembre 2026 au 4 janvier 2027 à midi`.
#[must_use]
pub fn period(period: LeavePeriod, locale: Locale) -> String {
    let LeavePeriod {
        from,
        from_noon,
        to,
        to_noon,
    } = period;
    if from == to {
        let day = long_date(from, locale);
        let half = match (locale, from_noon, to_noon) {
            (_, false, false) | (_, true, true) => "",
            (Locale::Fr, true, false) => ", après-midi",
            (Locale::Fr, false, true) => ", matin",
            (Locale::En, true, false) => ", afternoon",
            (Locale::En, false, true) => ", morning",
        };
        return match locale {
            Locale::Fr => format!("le {day}{half}"),
            Locale::En => format!("{day}{half}"),
        };
    }
    let noon = |is_noon: bool| match (is_noon, locale) {
        (false, _) => "",
        (true, Locale::Fr) => " à midi",
        (true, Locale::En) => " at noon",
    };
    let first = if from_noon {
        long_date(from, locale)
    } else {
        shortened(from, to, locale)
    };
    let last = long_date(to, locale);
    match locale {
        Locale::Fr => format!("du {first}{} au {last}{}", noon(from_noon), noon(to_noon)),
        Locale::En => format!("{first}{} to {last}{}", noon(from_noon), noon(to_noon)),
    }
}

/// The first day, without what the last one says too.
fn shortened(from: NaiveDate, to: NaiveDate, locale: Locale) -> String {
    if from.year() != to.year() {
        long_date(from, locale)
    } else if from.month() != to.month() {
        format!("{} {}", day(from, locale), month_name(from, locale))
    } else {
        day(from, locale)
    }
}

#[cfg(test)]
mod tests {
    use super::{days, period};
    use crate::contract::leave::LeavePeriod;
    use crate::i18n::locale::Locale;
    use chrono::NaiveDate;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap_or_default()
    }

    #[test]
    fn half_days_are_told_as_days() {
        for (half_days, fr, en) in [
            (0, "0\u{a0}jour", "0\u{a0}days"),
            (1, "0,5\u{a0}jour", "0.5\u{a0}days"),
            (2, "1\u{a0}jour", "1\u{a0}day"),
            (3, "1,5\u{a0}jour", "1.5\u{a0}days"),
            (4, "2\u{a0}jours", "2\u{a0}days"),
            (-5, "\u{2212}2,5\u{a0}jours", "\u{2212}2.5\u{a0}days"),
        ] {
            assert_eq!(days(half_days, Locale::Fr), fr);
            assert_eq!(days(half_days, Locale::En), en);
        }
    }

    #[test]
    fn a_period_is_as_short_as_can_be_without_doubt() {
        let told = |from, from_noon, to, to_noon| {
            let whole = LeavePeriod {
                from: day(from),
                from_noon,
                to: day(to),
                to_noon,
            };
            (period(whole, Locale::Fr), period(whole, Locale::En))
        };
        for (told, fr, en) in [
            (
                told("2026-12-18", true, "2026-12-18", false),
                "le 18 décembre 2026, après-midi",
                "18 December 2026, afternoon",
            ),
            (
                told("2026-08-03", false, "2026-08-21", false),
                "du 3 au 21 août 2026",
                "3 to 21 August 2026",
            ),
            (
                told("2026-07-30", false, "2026-08-03", false),
                "du 30 juillet au 3 août 2026",
                "30 July to 3 August 2026",
            ),
            (
                told("2026-12-28", true, "2027-01-04", true),
                "du 28 décembre 2026 à midi au 4 janvier 2027 à midi",
                "28 December 2026 at noon to 4 January 2027 at noon",
            ),
        ] {
            assert_eq!((&*told.0, &*told.1), (fr, en));
        }
    }
}
