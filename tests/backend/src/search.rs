//! Words in labels, months and days, whatever their case and accents, and the order of titles; knows no payslip and no document.

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

/// Everything that a search of a document looks at: its title, and its day in words and in figures.
#[must_use]
pub fn words_of(title: &str, day: NaiveDate) -> String {
    let month = MONTHS
        .get(day.month0() as usize)
        .copied()
        .unwrap_or_default();
    format!(
        "{} {} {month} {} {}",
        plain(title),
        day.day(),
        day.year(),
        day.format("%Y-%m-%d %d/%m/%Y")
    )
}

/// True when `word`, which is plain already, stands in `text`.
#[must_use]
pub fn stands_in(word: &str, text: &str) -> bool {
    plain(text).contains(word)
}

/// What titles are ordered by: word for word, without case, accents and signs.
#[must_use]
pub fn order_of(title: &str) -> String {
    let plain: String = plain(title)
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is searched in: without case and accents.
#[must_use]
pub fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        // Most of a long text is ASCII, and has nothing to take apart.
        if c.is_ascii() {
            plain.push(c.to_ascii_lowercase());
            continue;
        }
        for c in c.nfd().filter(|c| !is_combining_mark(*c)) {
            match c {
                'œ' | 'Œ' => plain.push_str("oe"),
                'æ' | 'Æ' => plain.push_str("ae"),
                '’' => plain.push('\''),
                _ => plain.extend(c.to_lowercase()),
            }
        }
    }
    plain
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

    #[test]
    fn a_document_is_found_by_its_title_and_its_day_however_they_are_typed() {
        let day = NaiveDate::from_ymd_opt(2026, 9, 1).unwrap();
        let text = words_of("Arrêté d’avancement, œuvres", day);
        for (query, expected) in [
            ("ARRETE", true),
            ("d'avancement", true),
            ("D’AVANCEMENT", true),
            ("oeuvres Œuvres", true),
            ("septembre 2026", true),
            ("september 1", true),
            ("01/09/2026", true),
            ("2026-09-01", true),
            ("octobre", false),
        ] {
            let found = words(query).iter().all(|word| text.contains(word));
            assert_eq!(found, expected, "{query}");
        }
    }

    #[test]
    fn titles_are_ordered_as_in_a_french_dictionary() {
        let titles = [
            "Arrêté d’avancement",
            "arrêté de mutation",
            "Attestation d’emploi",
            "Attestation de salaire",
            "Élection professionnelle",
            "Œuvres sociales",
            "Zone",
        ];
        assert!(titles.is_sorted_by_key(|title| order_of(title)));
        assert_eq!(order_of("  «\u{a0}Été\u{a0}» \u{0}"), "ete");
    }
}
