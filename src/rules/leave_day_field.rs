//! A day as somebody types it; knows no form and no calendar.

use chrono::{Datelike, NaiveDate};

/// Why what is typed is no day; one variant per reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum InvalidDay {
    /// Nothing is typed.
    Empty,
    /// It can't be read as a day.
    Unreadable,
    /// There is no such day (the 31st of February).
    NoSuchDay,
}

/// The first year that a day can be in.
pub const FIRST_YEAR: i32 = 1;

/// The last year that a day can be in.
pub const LAST_YEAR: i32 = 9999;

/// The most characters that are looked at.
const LOOKED_AT: usize = 80;

/// The months in French and in English, without accents.
const MONTHS: [(&str, &str); 12] = [
    ("janvier", "january"),
    ("fevrier", "february"),
    ("mars", "march"),
    ("avril", "april"),
    ("mai", "may"),
    ("juin", "june"),
    ("juillet", "july"),
    ("aout", "august"),
    ("septembre", "september"),
    ("octobre", "october"),
    ("novembre", "november"),
    ("decembre", "december"),
];

/// The days of the week, which say nothing that the date does not.
const WEEKDAYS: [&str; 14] = [
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// Small words beside a day, and what makes a number an ordinal.
const IDLE: [&str; 12] = [
    "le", "du", "au", "de", "er", "the", "of", "on", "st", "nd", "rd", "th",
];

/// The day that is typed: day before month, in figures (`03/08/2026`, `3-8-26`, `03082026`) or in words (`3 août 2026`,
/// `lundi 1er août`), or as ISO 8601 writes it. Without a year it is the next one from `today` on.
///
/// # Errors
///
/// Why it is none.
pub fn day_typed(typed: &str, today: NaiveDate) -> Result<NaiveDate, InvalidDay> {
    let parts = parts(typed);
    if parts.is_empty() {
        return Err(InvalidDay::Empty);
    }
    let (day, month, year) = match parts.as_slice() {
        [Part::Number(figures)] => packed(figures)?,
        // The year comes first where it alone has four figures (ISO 8601).
        [Part::Number(year), Part::Number(month), Part::Number(day)] if year.len() == 4 => {
            (number(day)?, number(month)?, Some(full_year(year)?))
        }
        [Part::Number(day), Part::Number(month), Part::Number(year)] => {
            (number(day)?, number(month)?, Some(full_year(year)?))
        }
        [Part::Number(day), Part::Number(month)] => (number(day)?, number(month)?, None),
        [Part::Number(day), Part::Month(month), Part::Number(year)]
        | [Part::Month(month), Part::Number(day), Part::Number(year)] => {
            (number(day)?, *month, Some(full_year(year)?))
        }
        [Part::Number(day), Part::Month(month)] | [Part::Month(month), Part::Number(day)] => {
            (number(day)?, *month, None)
        }
        _ => return Err(InvalidDay::Unreadable),
    };
    if !(1..=31).contains(&day) || !(1..=12).contains(&month) {
        return Err(InvalidDay::NoSuchDay);
    }
    match year {
        Some(year) => NaiveDate::from_ymd_opt(year, month, day).ok_or(InvalidDay::NoSuchDay),
        None => next(day, month, today),
    }
}

/// A day as the fields show it, and as [`day_typed`] reads it: `03/08/2026`.
#[must_use]
pub fn day_written(day: NaiveDate) -> String {
    format!("{:02}/{:02}/{:04}", day.day(), day.month(), day.year())
}

/// The first such day that is not before `today`: the 29th of February may be eight years away.
fn next(day: u32, month: u32, today: NaiveDate) -> Result<NaiveDate, InvalidDay> {
    (0..=8)
        .filter_map(|years| NaiveDate::from_ymd_opt(today.year() + years, month, day))
        .find(|found| *found >= today && found.year() <= LAST_YEAR)
        .ok_or(InvalidDay::NoSuchDay)
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Number(String),
    Month(u32),
    /// A word that is nothing of a day.
    Other,
}

/// The numbers and the names of months, in order.
fn parts(typed: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let (mut word, mut figures) = (String::new(), String::new());
    let mut flush = |word: &mut String, figures: &mut String| {
        if !figures.is_empty() {
            parts.push(Part::Number(std::mem::take(figures)));
        }
        if !word.is_empty() {
            parts.extend(named(&std::mem::take(word)));
        }
    };
    for letter in typed.chars().take(LOOKED_AT) {
        // Marks that turn the direction and joiners come with what is pasted.
        if is_unseen(letter) {
            continue;
        }
        if letter.is_ascii_digit() {
            if !word.is_empty() {
                flush(&mut word, &mut figures);
            }
            figures.push(letter);
        } else if letter.is_alphabetic() {
            if !figures.is_empty() {
                flush(&mut word, &mut figures);
            }
            word.push(plain(letter));
        } else {
            flush(&mut word, &mut figures);
            if !(letter.is_whitespace() || ",.-/\u{2010}\u{2011}\u{2013}".contains(letter)) {
                // `?`, `:` or a sign of money: no day is written so.
                word.push('?');
            }
        }
    }
    flush(&mut word, &mut figures);
    if typed.chars().count() > LOOKED_AT {
        parts.push(Part::Other);
    }
    parts
}

fn is_unseen(letter: char) -> bool {
    (letter.is_control() && !letter.is_whitespace())
        || matches!(letter, '\u{061c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// In small letters and without the accents that months have.
fn plain(letter: char) -> char {
    match letter.to_lowercase().next().unwrap_or(letter) {
        'é' | 'è' | 'ê' => 'e',
        'û' | 'ù' => 'u',
        letter => letter,
    }
}

/// What a word says of a day: a month, nothing at all, or something else. Names can be cut short after three letters,
/// as far as they stay one month's.
fn named(word: &str) -> Option<Part> {
    let begins = |name: &&str| word.len() >= 3 && name.starts_with(word);
    let mut months = (1..)
        .zip(MONTHS)
        .filter(|(_, (fr, en))| begins(fr) || begins(en));
    match (months.next(), months.next()) {
        (Some((month, _)), None) => Some(Part::Month(month)),
        (None, _) if WEEKDAYS.iter().any(begins) || IDLE.contains(&word) => None,
        _ => Some(Part::Other),
    }
}

/// `03082026` or `030826`.
fn packed(figures: &str) -> Result<(u32, u32, Option<i32>), InvalidDay> {
    let part = |from: usize, to: usize| figures.get(from..to).unwrap_or_default();
    match figures.len() {
        6 | 8 => Ok((
            number(part(0, 2))?,
            number(part(2, 4))?,
            Some(full_year(part(4, figures.len()))?),
        )),
        _ => Err(InvalidDay::Unreadable),
    }
}

fn number(figures: &str) -> Result<u32, InvalidDay> {
    if figures.len() > 2 {
        return Err(InvalidDay::Unreadable);
    }
    figures.parse().map_err(|_| InvalidDay::Unreadable)
}

/// `26` is 2026: leave is asked for in this century.
fn full_year(figures: &str) -> Result<i32, InvalidDay> {
    let year: i32 = figures.parse().map_err(|_| InvalidDay::Unreadable)?;
    match figures.len() {
        2 => Ok(2000 + year),
        4 if (FIRST_YEAR..=LAST_YEAR).contains(&year) => Ok(year),
        _ => Err(InvalidDay::Unreadable),
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test says what is wrong by panicking")]

    use super::{InvalidDay, day_typed, day_written};
    use chrono::NaiveDate;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn typed(text: &str) -> Result<String, InvalidDay> {
        day_typed(text, day("2026-11-22")).map(|day| day.to_string())
    }

    #[test]
    fn a_day_is_read_as_people_write_it() {
        for text in [
            "03/08/2026",
            "3/8/26",
            "3/8/2026",
            " 3 / 8 / 2026 ",
            "3.8.2026",
            "03-08-2026",
            "3 8 2026",
            "2026-08-03",
            "2026/08/03",
            "03082026",
            "030826",
            "3 août 2026",
            "3 AOÛT 2026",
            "3 aout 26",
            "lundi 3 août 2026",
            "le lundi 3 août 2026",
            "Lun. 3 août 2026",
            "3 August 2026",
            "3rd of August 2026",
            "Monday, August 3, 2026",
            "3 Aug. 2026",
            "3\u{a0}août\u{202f}2026",
            "\u{202e}03/08/2026\u{202c}",
            "3/8/2026\r\n",
            "3 8",
            "3 août",
            "03/08",
        ] {
            let year = if text.contains("26") { "2026" } else { "2027" };
            assert_eq!(typed(text), Ok(format!("{year}-08-03")), "{text:?}");
        }
    }

    #[test]
    fn each_month_is_read_by_its_name() {
        for (names, month) in [
            ("janvier janv jan January", 1),
            ("février fevr. fév Feb february", 2),
            ("mars mar March", 3),
            ("avril avr April apr", 4),
            ("mai May", 5),
            ("juin June jun", 6),
            ("juillet juil. July jul", 7),
            ("août aout aug August", 8),
            ("septembre sept. sep September", 9),
            ("octobre oct October", 10),
            ("novembre nov. November", 11),
            ("décembre déc dec. December", 12),
        ] {
            for name in names.split(' ') {
                assert_eq!(
                    typed(&format!("1er {name} 2027")),
                    Ok(format!("2027-{month:02}-01")),
                    "{name}"
                );
            }
        }
    }

    #[test]
    fn nonsense_is_no_day_and_says_why() {
        use InvalidDay::{Empty, NoSuchDay, Unreadable};
        for (text, why) in [
            ("", Empty),
            (" \t\u{200f}", Empty),
            ("demain", Unreadable),
            ("3 août 2026 au soir", Unreadable),
            ("3", Unreadable),
            ("3 juillettiste 2026", Unreadable),
            ("03/08/226", Unreadable),
            ("03/08/0000", Unreadable),
            ("003/08/2026", Unreadable),
            ("1/2/3/4", Unreadable),
            ("12:30", Unreadable),
            ("3/8/2026?", Unreadable),
            ("-99999999999999999999", Unreadable),
            ("30/02/2026", NoSuchDay),
            ("29/02/2027", NoSuchDay),
            ("31/04/2026", NoSuchDay),
            ("12/31/2026", NoSuchDay),
            ("0/8/2026", NoSuchDay),
            ("2026-02-30", NoSuchDay),
        ] {
            assert_eq!(typed(text), Err(why), "{text:?}");
        }
        assert_eq!(typed(&"1/1/2027 ".repeat(2000)), Err(Unreadable));
    }

    #[test]
    fn leap_days_and_the_ends_of_time_are_days() {
        for (text, found) in [
            ("29/02/2028", "2028-02-29"),
            ("01/01/0001", "0001-01-01"),
            ("31/12/9999", "9999-12-31"),
            ("29 février", "2028-02-29"),
            ("22/11", "2026-11-22"),
            ("21/11", "2027-11-21"),
        ] {
            assert_eq!(typed(text).as_deref(), Ok(found), "{text}");
        }
        assert!(day_typed("1/1", day("9999-12-31")).is_err());
    }

    proptest! {
        #[test]
        fn any_text_gives_a_day_or_a_reason(text in any::<String>(), noise in "[0-9/. a-zûé-]{0,24}") {
            for text in [text, noise] {
                if let Ok(day) = day_typed(&text, day("2026-11-22")) {
                    let year = chrono::Datelike::year(&day);
                    prop_assert!((1..=9999).contains(&year));
                }
            }
        }

        #[test]
        fn what_is_written_is_read_again(number in 1..=3_652_059_i32) {
            let day = NaiveDate::from_num_days_from_ce_opt(number).unwrap();
            for today in ["0001-01-01", "2026-11-22", "9999-12-31"] {
                prop_assert_eq!(day_typed(&day_written(day), today.parse().unwrap()), Ok(day));
            }
        }
    }
}
