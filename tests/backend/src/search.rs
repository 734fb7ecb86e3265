//! Words in labels and months, whatever their case and accents; knows no payslip.

use chrono::{Datelike, NaiveDate};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The months, as people search for them in both languages.
const MONTHS: [&str; 12] = [
    "janvier january",
    "fevrier february",
    "mars march",
    "avril april",
    "mai may",
    "juin june",
    "juillet july",
    "aout august",
    "septembre september",
    "octobre october",
    "novembre november",
    "decembre december",
];

/// The words of a search, in lower case and without accents.
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    plain(text).split_whitespace().map(str::to_owned).collect()
}

/// True when each of `words` stands in the label, the month or the year.
#[must_use]
pub fn holds(label: &str, period: NaiveDate, words: &[String]) -> bool {
    let month = MONTHS
        .get(period.month0() as usize)
        .copied()
        .unwrap_or_default();
    let text = format!(
        "{} {month} {} {}",
        plain(label),
        period.year(),
        period.format("%Y-%m %m/%Y")
    );
    words.iter().all(|word| text.contains(word.as_str()))
}

fn plain(text: &str) -> String {
    text.nfd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_and_order_do_not_matter() {
        let period = NaiveDate::from_ymd_opt(2026, 8, 1).unwrap();
        for (query, expected) in [
            ("régularisation", true),
            ("REGULARISATION août", true),
            ("aout 2026", true),
            ("august", true),
            ("08/2026", true),
            ("2026-08", true),
            ("juillet", false),
            ("régularisation 2025", false),
            ("\u{0}", false),
        ] {
            assert_eq!(
                holds("Régularisation", period, &words(query)),
                expected,
                "{query}"
            );
        }
    }
}
