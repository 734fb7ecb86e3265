//! Leave in the employer's French words, for the journal and for files; knows no page.

use crate::pdf::words::{day, day_and_month};
use chrono::Datelike;
use nomade::contract::leave::LeavePeriod;

/// `Congés annuels du 28 décembre 2026 au 4 janvier 2027`; a year that both ends share is said once.
#[must_use]
pub fn label(kind: &str, period: &LeavePeriod) -> String {
    if period.from == period.to {
        return format!("{kind} du {}{}", day(period.from), half(period));
    }
    let from = if period.from.year() == period.to.year() {
        day_and_month(period.from)
    } else {
        day(period.from)
    };
    format!("{kind} du {from} au {}", day(period.to))
}

fn half(period: &LeavePeriod) -> &'static str {
    match (period.from_noon, period.to_noon) {
        (true, false) => " (après-midi)",
        (false, true) => " (matin)",
        _ => "",
    }
}

/// What a period says besides its days, in words: nothing for whole days.
#[must_use]
pub fn half_days(period: &LeavePeriod) -> &'static str {
    match (period.from == period.to, period.from_noon, period.to_noon) {
        (true, true, false) => "après-midi",
        (true, false, true) => "matin",
        (_, true, false) => "à partir de midi le premier jour",
        (_, false, true) => "jusqu’à midi le dernier jour",
        (_, true, true) => "à partir de midi le premier jour, jusqu’à midi le dernier jour",
        (_, false, false) => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::leave::half_days::tests::period;

    #[test]
    fn a_request_is_named_by_its_kind_and_its_days() {
        for (from, to, expected) in [
            (
                "2026-12-28",
                "2027-01-04am",
                "RTT du 28 décembre 2026 au 4 janvier 2027",
            ),
            (
                "2026-12-01",
                "2026-12-11",
                "RTT du 1er décembre au 11 décembre 2026",
            ),
            ("2026-12-18", "2026-12-18", "RTT du 18 décembre 2026"),
            (
                "2026-12-18pm",
                "2026-12-18",
                "RTT du 18 décembre 2026 (après-midi)",
            ),
            (
                "2026-12-18",
                "2026-12-18am",
                "RTT du 18 décembre 2026 (matin)",
            ),
        ] {
            assert_eq!(label("RTT", &period(from, to)), expected);
        }
    }

    #[test]
    fn halves_are_said_of_the_days_that_have_them() {
        for (from, to, expected) in [
            ("2026-12-18", "2026-12-21", ""),
            ("2026-12-18pm", "2026-12-18", "après-midi"),
            ("2026-12-18", "2026-12-21am", "jusqu’à midi le dernier jour"),
            (
                "2026-12-18pm",
                "2026-12-21",
                "à partir de midi le premier jour",
            ),
        ] {
            assert_eq!(half_days(&period(from, to)), expected);
        }
    }
}
