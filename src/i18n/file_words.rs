//! The kind and the length of a file as text; knows no page.

use super::locale::Locale;
use crate::rules::file_check::{FileType, ending_said, type_said};

const FR: [&str; 6] = ["ko", "Mo", "Go", "To", "Po", "Eo"];
const EN: [&str; 6] = ["kB", "MB", "GB", "TB", "PB", "EB"];

/// A number of bytes in the decimal units of the SI, with one decimal from a million on and no idle zero: `48 ko`,
/// `1,2 Mo`, `48 kB`, `1.2 MB`.
#[must_use]
pub fn bytes(size: u64, locale: Locale) -> String {
    let (units, point) = match locale {
        Locale::Fr => (FR, ','),
        Locale::En => (EN, '.'),
    };
    if size < 1000 {
        return locale.agent_texts().bytes(size);
    }
    let kilo = rounded(size, 1000);
    if kilo < 1000 {
        return format!("{kilo}\u{a0}{}", units[0]);
    }
    // In tenths; what rounds up to a thousand is one of the next unit.
    let (mut unit, mut divisor) = (1, 100_000);
    while unit + 1 < units.len() && rounded(size, divisor) >= 10_000 {
        unit += 1;
        divisor *= 1000;
    }
    let tenths = rounded(size, divisor);
    let fraction = match tenths % 10 {
        0 => String::new(),
        tenth => format!("{point}{tenth}"),
    };
    format!("{}{fraction}\u{a0}{}", tenths / 10, units[unit])
}

fn rounded(size: u64, divisor: u64) -> u64 {
    let rounded = (u128::from(size) + u128::from(divisor) / 2) / u128::from(divisor);
    u64::try_from(rounded).unwrap_or(u64::MAX)
}

/// The kind of a file, in a word or two: `PDF`, `Image JPEG`, `ODT`.
#[must_use]
pub fn kind(media_type: &str, locale: Locale) -> String {
    let file_type = type_said(media_type);
    match (file_type, ending_said(media_type)) {
        // Of archives, texts and what one program writes, the ending tells more.
        (FileType::Archive | FileType::OldOffice, Some(ending)) => ending.to_ascii_uppercase(),
        (FileType::Text, Some("csv")) => "CSV".to_owned(),
        _ => locale.agent_texts().file_type(file_type).to_owned(),
    }
}

/// The kind, and the length where it is known: `PDF, 48 ko`.
#[must_use]
pub fn kind_and_size(media_type: &str, size: Option<u64>, locale: Locale) -> String {
    let kind = kind(media_type, locale);
    match size {
        Some(size) => format!("{kind}, {}", bytes(size, locale)),
        None => kind,
    }
}

#[cfg(test)]
mod tests {
    use super::{bytes, kind_and_size};
    use crate::i18n::locale::Locale;

    #[test]
    fn a_length_is_written_in_the_unit_that_people_read() {
        for (size, fr, en) in [
            (0, "0\u{a0}octet", "0\u{a0}bytes"),
            (1, "1\u{a0}octet", "1\u{a0}byte"),
            (999, "999\u{a0}octets", "999\u{a0}bytes"),
            (1000, "1\u{a0}ko", "1\u{a0}kB"),
            (48_213, "48\u{a0}ko", "48\u{a0}kB"),
            (999_499, "999\u{a0}ko", "999\u{a0}kB"),
            (999_500, "1\u{a0}Mo", "1\u{a0}MB"),
            (1_240_000, "1,2\u{a0}Mo", "1.2\u{a0}MB"),
            (12_400_000, "12,4\u{a0}Mo", "12.4\u{a0}MB"),
            (50_000_000, "50\u{a0}Mo", "50\u{a0}MB"),
            (999_949_999, "999,9\u{a0}Mo", "999.9\u{a0}MB"),
            (999_950_000, "1\u{a0}Go", "1\u{a0}GB"),
            (9_007_199_254_740_991, "9\u{a0}Po", "9\u{a0}PB"),
            (u64::MAX, "18,4\u{a0}Eo", "18.4\u{a0}EB"),
        ] {
            assert_eq!(bytes(size, Locale::Fr), fr);
            assert_eq!(bytes(size, Locale::En), en);
        }
    }

    #[test]
    fn a_file_is_told_by_its_kind_and_its_length() {
        for (media_type, size, fr) in [
            ("application/pdf", Some(48_213), "PDF, 48\u{a0}ko"),
            ("application/pdf", None, "PDF"),
            ("image/jpeg", Some(254_118), "Image JPEG, 254\u{a0}ko"),
            (
                "application/vnd.oasis.opendocument.text",
                Some(12_000),
                "ODT, 12\u{a0}ko",
            ),
            ("application/msword", None, "DOC"),
            ("application/rtf", None, "RTF"),
            ("image/heic", None, "Image HEIC"),
            ("text/csv", None, "CSV"),
            ("text/plain", None, "Texte"),
            ("x/../y\0", None, "Fichier"),
        ] {
            assert_eq!(kind_and_size(media_type, size, Locale::Fr), fr);
        }
    }
}
