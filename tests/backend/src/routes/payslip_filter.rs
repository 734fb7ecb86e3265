//! Which payslips a page shows: the year, the words and the place after which it begins; knows no database.

use crate::problem::Refusal;
use crate::request::Query;
use crate::search;
use crate::store::payslips::Listed;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{Datelike, NaiveDate};

/// Which payslips a page shows.
#[derive(Debug)]
pub struct Filter {
    year: Option<i32>,
    words: Vec<String>,
    after: Option<Place>,
}

impl Filter {
    /// Reads `year`, `query` and `cursor`.
    ///
    /// # Errors
    /// `invalid_fields` with all that are wrong.
    pub fn of(query: &Query) -> Result<Self, Refusal> {
        let mut wrong = Vec::new();
        let mut one = |name| {
            query.one(name).unwrap_or_else(|reason| {
                wrong.push((name, reason));
                None
            })
        };
        let (year, text, cursor) = (one("year"), one("query"), one("cursor"));
        let year = year.map(|year| {
            year.parse()
                .ok()
                .filter(|year| (1900..=2999).contains(year))
        });
        if year == Some(None) {
            wrong.push(("year", "invalid"));
        }
        match text.map(|text| text.chars().count()) {
            Some(0) => wrong.push(("query", "required")),
            Some(101..) => wrong.push(("query", "too_long")),
            _ => {}
        }
        let after = cursor.map(Place::read);
        if after == Some(None) {
            wrong.push(("cursor", "invalid"));
        }
        if !wrong.is_empty() {
            return Err(Refusal::fields(&wrong));
        }
        Ok(Self {
            year: year.flatten(),
            words: search::words(text.unwrap_or_default()),
            after: after.flatten(),
        })
    }

    /// True when the page may show it.
    pub fn takes(&self, listed: &Listed) -> bool {
        let summary = &listed.summary;
        self.year.is_none_or(|year| summary.period.year() == year)
            && self.after.is_none_or(|after| Place::of(listed) < after)
            && (self.words.is_empty() || search::holds(&summary.label, summary.period, &self.words))
    }
}

/// Where a payslip stands in the list: the greatest comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    period: NaiveDate,
    paid_on: NaiveDate,
    seq: i64,
}

impl Place {
    /// Where that payslip stands.
    pub fn of(listed: &Listed) -> Self {
        Self {
            period: listed.summary.period,
            paid_on: listed.summary.paid_on,
            seq: listed.seq,
        }
    }

    /// As `cursor` takes it for what comes after.
    pub fn cursor(self) -> String {
        URL_SAFE_NO_PAD.encode(format!("{} {} {}", self.period, self.paid_on, self.seq))
    }

    fn read(cursor: &str) -> Option<Self> {
        let text = String::from_utf8(URL_SAFE_NO_PAD.decode(cursor).ok()?).ok()?;
        let mut parts = text.split(' ');
        let place = Self {
            period: parts.next()?.parse().ok()?,
            paid_on: parts.next()?.parse().ok()?,
            seq: parts.next()?.parse().ok()?,
        };
        // One writing only: what reads like a cursor and was never given is refused too.
        (place.cursor() == cursor).then_some(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_cursor_that_was_given_is_read() {
        let place = Place {
            period: NaiveDate::from_ymd_opt(2026, 10, 1).unwrap(),
            paid_on: NaiveDate::from_ymd_opt(2026, 10, 27).unwrap(),
            seq: 12,
        };
        assert_eq!(Place::read(&place.cursor()), Some(place));
        let padded = URL_SAFE_NO_PAD.encode("2026-10-01 2026-10-27 012");
        for nonsense in ["", "-1", "0", "AAAA", "é", "\0", &padded] {
            assert_eq!(Place::read(nonsense), None, "{nonsense}");
        }
    }
}
