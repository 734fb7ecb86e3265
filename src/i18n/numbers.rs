//! Amounts, rates and counts as text, as CLDR writes them for `fr-FR` and `en-GB`; knows no page.

use super::locale::Locale;
use crate::contract::money::{Cents, Rate};

/// The space of French thousands (U+202F), which never breaks.
const NARROW_NO_BREAK_SPACE: char = '\u{202f}';
/// The space before the euro sign (U+00A0).
const NO_BREAK_SPACE: char = '\u{a0}';

/// An amount in euros: `-1 234,56 €`, `-€1,234.56`. Exact for every value.
#[must_use]
pub fn money(amount: Cents, locale: Locale) -> String {
    let sign = if amount.0 < 0 { "-" } else { "" };
    let cents = amount.0.unsigned_abs();
    let number = decimal(cents / 100, &format!("{:02}", cents % 100), locale);
    match locale {
        Locale::Fr => format!("{sign}{number}{NO_BREAK_SPACE}€"),
        Locale::En => format!("{sign}€{number}"),
    }
}

/// The same without the cents where there are none: `1 234 €`, `€1,234`.
#[must_use]
pub fn short_money(amount: Cents, locale: Locale) -> String {
    let whole = money(amount, locale);
    let cents = match locale {
        Locale::Fr => ",00",
        Locale::En => ".00",
    };
    whole.replace(cents, "")
}

/// A rate: `9,2 %`, `9.2%`, with up to three decimals and no idle zero.
#[must_use]
pub fn rate(rate: Rate, locale: Locale) -> String {
    let sign = if rate.0 < 0 { "-" } else { "" };
    let thousandths = rate.0.unsigned_abs();
    let fraction = format!("{:03}", thousandths % 1000);
    let number = decimal(thousandths / 1000, fraction.trim_end_matches('0'), locale);
    match locale {
        Locale::Fr => format!("{sign}{number}{NARROW_NO_BREAK_SPACE}%"),
        Locale::En => format!("{sign}{number}%"),
    }
}

/// Hundredths as a number with two decimals: `151,67`, `151.67`.
#[must_use]
pub fn hundredths(value: u32, locale: Locale) -> String {
    decimal(
        u64::from(value / 100),
        &format!("{:02}", value % 100),
        locale,
    )
}

fn decimal(whole: u64, fraction: &str, locale: Locale) -> String {
    let (group, point) = match locale {
        Locale::Fr => (NARROW_NO_BREAK_SPACE, ','),
        Locale::En => (',', '.'),
    };
    let digits = whole.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3 * 3 + fraction.len() + 1);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(group);
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push(point);
        out.push_str(fraction);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{hundredths, money, rate, short_money};
    use crate::contract::money::{Cents, Rate};
    use crate::i18n::locale::Locale;

    #[test]
    fn amounts_are_written_as_each_language_writes_them() {
        for (cents, fr, en) in [
            (0, "0,00\u{a0}€", "€0.00"),
            (5, "0,05\u{a0}€", "€0.05"),
            (-5, "-0,05\u{a0}€", "-€0.05"),
            (100_000, "1\u{202f}000,00\u{a0}€", "€1,000.00"),
            (
                -123_456_789,
                "-1\u{202f}234\u{202f}567,89\u{a0}€",
                "-€1,234,567.89",
            ),
            (
                i64::MIN,
                "-92\u{202f}233\u{202f}720\u{202f}368\u{202f}547\u{202f}758,08\u{a0}€",
                "-€92,233,720,368,547,758.08",
            ),
        ] {
            assert_eq!(money(Cents(cents), Locale::Fr), fr);
            assert_eq!(money(Cents(cents), Locale::En), en);
        }
    }

    #[test]
    fn idle_cents_can_be_left_out() {
        for (cents, fr, en) in [
            (0, "0\u{a0}€", "€0"),
            (-50, "-0,50\u{a0}€", "-€0.50"),
            (100_000, "1\u{202f}000\u{a0}€", "€1,000"),
            (100_001, "1\u{202f}000,01\u{a0}€", "€1,000.01"),
        ] {
            assert_eq!(short_money(Cents(cents), Locale::Fr), fr);
            assert_eq!(short_money(Cents(cents), Locale::En), en);
        }
    }

    #[test]
    fn rates_carry_no_idle_zero() {
        for (thousandths, fr, en) in [
            (9_200, "9,2\u{202f}%", "9.2%"),
            (11_000, "11\u{202f}%", "11%"),
            (-16, "-0,016\u{202f}%", "-0.016%"),
        ] {
            assert_eq!(rate(Rate(thousandths), Locale::Fr), fr);
            assert_eq!(rate(Rate(thousandths), Locale::En), en);
        }
        assert_eq!(hundredths(15_167, Locale::Fr), "151,67");
    }
}
