//! Numbers and dates as a French payslip prints them; knows only characters that the embedded font has.

use chrono::{Datelike, NaiveDate};
use nomade::contract::money::{Cents, Rate};

const MONTHS: [&str; 12] = [
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

/// `octobre 2026`.
pub fn month(date: NaiveDate) -> String {
    let month = MONTHS
        .get(date.month0() as usize)
        .copied()
        .unwrap_or_default();
    format!("{month} {}", date.year())
}

/// `27 octobre 2026`.
pub fn day(date: NaiveDate) -> String {
    format!("{} {}", of_month(date), month(date))
}

/// `27 octobre`.
pub fn day_and_month(date: NaiveDate) -> String {
    let month = MONTHS.get(date.month0() as usize);
    format!("{} {}", of_month(date), month.copied().unwrap_or_default())
}

fn of_month(date: NaiveDate) -> String {
    match date.day() {
        1 => "1er".to_owned(),
        day => day.to_string(),
    }
}

/// `−2 353,09`, with no-break spaces.
pub fn cents(amount: Cents) -> String {
    let sign = if amount.0 < 0 { "−" } else { "" };
    format!("{sign}{}", hundredths(amount.0.unsigned_abs()))
}

/// `151,67`, of 15167.
pub fn hundredths(number: u64) -> String {
    let whole = (number / 100).to_string();
    let mut grouped = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            // The narrow no-break space that French prefers is not in the font.
            grouped.push('\u{a0}');
        }
        grouped.push(digit);
    }
    format!("{grouped},{:02}", number % 100)
}

/// `11,1`, of 11100 thousandths.
pub fn rate(rate: Rate) -> String {
    let (whole, rest) = (rate.0 / 1000, (rate.0 % 1000).unsigned_abs());
    let text = format!("{whole},{rest:03}");
    text.trim_end_matches('0').trim_end_matches(',').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_and_rates_are_written_as_in_french() {
        assert_eq!(cents(Cents(123_456_789)), "1\u{a0}234\u{a0}567,89");
        assert_eq!(cents(Cents(-5)), "−0,05");
        assert_eq!(rate(Rate(11_100)), "11,1");
        assert_eq!(rate(Rate(3_000)), "3");
        assert_eq!(rate(Rate(9_880)), "9,88");
        assert_eq!(
            day(NaiveDate::from_ymd_opt(2026, 8, 1).unwrap()),
            "1er août 2026"
        );
    }
}
