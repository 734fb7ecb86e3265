//! Dates and times as text, as CLDR writes them for `fr-FR` and `en-GB`, but for the French `1er`; knows no zone but the one that the server wrote.

use super::locale::Locale;
use crate::contract::instant::Instant;
use chrono::{Datelike, NaiveDate, Timelike, Weekday};

const FR_MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const EN_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `22 novembre 2026`, `22 November 2026`.
#[must_use]
pub fn long_date(date: NaiveDate, locale: Locale) -> String {
    let (day, month) = (day(date, locale), month_name(date, locale));
    format!("{day} {month} {}", date.year())
}

/// `22`; the first of a month is `1er` in French (Imprimerie nationale, Lexique des règles typographiques), which CLDR does not write.
#[must_use]
pub fn day(date: NaiveDate, locale: Locale) -> String {
    match (date.day(), locale) {
        (1, Locale::Fr) => "1er".to_owned(),
        (day, _) => day.to_string(),
    }
}

/// `novembre 2026`, `November 2026`.
#[must_use]
pub fn month(date: NaiveDate, locale: Locale) -> String {
    format!("{} {}", month_name(date, locale), date.year())
}

/// `novembre`, `November`.
#[must_use]
pub fn month_name(date: NaiveDate, locale: Locale) -> &'static str {
    let names = match locale {
        Locale::Fr => &FR_MONTHS,
        Locale::En => &EN_MONTHS,
    };
    usize::try_from(date.month0())
        .ok()
        .and_then(|index| names.get(index))
        .copied()
        .unwrap_or_default()
}

/// `lundi 3 août 2026`, `Monday 3 August 2026`.
#[must_use]
pub fn full_date(date: NaiveDate, locale: Locale) -> String {
    let weekday = weekday_name(date.weekday(), locale);
    format!("{weekday} {}", long_date(date, locale))
}

/// As [`full_date`], with the day's number as a calendar shows it, `mardi 1 décembre 2026`: what is seen is part of the name
/// (WCAG 2.5.3).
#[must_use]
pub fn numbered_date(date: NaiveDate, locale: Locale) -> String {
    let weekday = weekday_name(date.weekday(), locale);
    format!("{weekday} {} {}", date.day(), month(date, locale))
}

/// `lundi`, `Monday`.
#[must_use]
pub fn weekday_name(weekday: Weekday, locale: Locale) -> &'static str {
    let (fr, en) = match weekday {
        Weekday::Mon => ("lundi", "Monday"),
        Weekday::Tue => ("mardi", "Tuesday"),
        Weekday::Wed => ("mercredi", "Wednesday"),
        Weekday::Thu => ("jeudi", "Thursday"),
        Weekday::Fri => ("vendredi", "Friday"),
        Weekday::Sat => ("samedi", "Saturday"),
        Weekday::Sun => ("dimanche", "Sunday"),
    };
    match locale {
        Locale::Fr => fr,
        Locale::En => en,
    }
}

/// `18:42`, on the server's wall clock.
#[must_use]
pub fn time(instant: Instant) -> String {
    let clock = instant.wall_clock();
    format!("{:02}:{:02}", clock.hour(), clock.minute())
}

/// `22 novembre 2026 à 18:42`, `22 November 2026 at 18:42`.
#[must_use]
pub fn date_and_time(instant: Instant, locale: Locale) -> String {
    let at = match locale {
        Locale::Fr => "à",
        Locale::En => "at",
    };
    format!(
        "{} {at} {}",
        long_date(instant.wall_clock().date(), locale),
        time(instant)
    )
}

#[cfg(test)]
mod tests {
    use super::{date_and_time, full_date, long_date, month, numbered_date};
    use crate::contract::instant::Instant;
    use crate::i18n::locale::Locale;
    use chrono::{DateTime, NaiveDate};

    #[test]
    fn a_date_is_written_in_words() {
        let date = NaiveDate::from_ymd_opt(2026, 8, 1).unwrap_or_default();
        assert_eq!(long_date(date, Locale::Fr), "1er août 2026");
        assert_eq!(long_date(date, Locale::En), "1 August 2026");
        assert_eq!(full_date(date, Locale::Fr), "samedi 1er août 2026");
        assert_eq!(numbered_date(date, Locale::Fr), "samedi 1 août 2026");
        assert_eq!(full_date(date, Locale::En), "Saturday 1 August 2026");
        assert_eq!(month(date, Locale::Fr), "août 2026");
        assert_eq!(month(date, Locale::En), "August 2026");
    }

    #[test]
    fn an_instant_is_shown_on_the_wall_clock_that_the_server_wrote() {
        let written = DateTime::parse_from_rfc3339("2026-11-22T23:30:00+01:00").map(Instant::from);
        assert_eq!(
            written
                .map(|at| date_and_time(at, Locale::Fr))
                .ok()
                .as_deref(),
            Some("22 novembre 2026 à 23:30")
        );
        assert_eq!(
            written
                .map(|at| date_and_time(at, Locale::En))
                .ok()
                .as_deref(),
            Some("22 November 2026 at 23:30")
        );
    }
}
