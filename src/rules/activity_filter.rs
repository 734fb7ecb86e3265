//! Which events of the journal an address asks for; knows no page, no call and no sentence.

use crate::contract::activity::ActivityKind;
use chrono::NaiveDate;

/// The kinds that can be chosen, each by its name in the address and in the contract.
pub const KINDS: [(ActivityKind, &str); 4] = [
    (ActivityKind::Connection, "connection"),
    (ActivityKind::View, "view"),
    (ActivityKind::Download, "download"),
    (ActivityKind::Decision, "decision"),
];

/// Which events are asked for: of one kind, from a day on, up to a day; each day is a part of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ActivityFilter {
    /// `None` for all.
    pub kind: Option<ActivityKind>,
    /// The first day.
    pub from: Option<NaiveDate>,
    /// The last day.
    pub to: Option<NaiveDate>,
}

/// What an address says about the journal, as it was written there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActivityAddress {
    /// The kind, `None` for all.
    pub kind: Option<ActivityKind>,
    /// The first day, as written.
    pub from: String,
    /// The last day, as written.
    pub to: String,
    /// The event whose report is open.
    pub report: Option<String>,
}

impl ActivityAddress {
    /// The events that are asked for; days that are no period leave nothing out.
    #[must_use]
    pub fn filter(&self) -> ActivityFilter {
        let (from, to) = period(&self.from, &self.to).unwrap_or_default();
        ActivityFilter {
            kind: self.kind,
            from,
            to,
        }
    }
}

/// Why two days are no period; one variant per reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvalidPeriod {
    /// The first is not a day of the calendar.
    From,
    /// The last is not a day of the calendar.
    To,
    /// The first is after the last.
    Order,
}

/// The first and the last day of a period, each open when nothing is written.
///
/// # Errors
///
/// The first thing that is wrong with it.
pub fn period(
    from: &str,
    to: &str,
) -> Result<(Option<NaiveDate>, Option<NaiveDate>), InvalidPeriod> {
    let from = day(from).ok_or(InvalidPeriod::From)?;
    let to = day(to).ok_or(InvalidPeriod::To)?;
    match (from, to) {
        (Some(first), Some(last)) if first > last => Err(InvalidPeriod::Order),
        period => Ok(period),
    }
}

/// `None` when it is not a day written `YYYY-MM-DD`; nothing written is no day, and fine.
fn day(written: &str) -> Option<Option<NaiveDate>> {
    match written.trim() {
        "" => Some(None),
        written if written.len() == 10 && !written.starts_with(['+', '-']) => {
            written.parse().ok().map(Some)
        }
        _ => None,
    }
}

/// The kind that is called so; another name is none, and asks for all.
#[must_use]
pub fn kind_named(name: &str) -> Option<ActivityKind> {
    KINDS
        .into_iter()
        .find_map(|(kind, known)| (known == name).then_some(kind))
}

impl ActivityFilter {
    /// True when some events are left out.
    #[must_use]
    pub fn leaves_out(self) -> bool {
        self != Self::default()
    }

    /// As a query string, in the address as in the contract; empty when all are asked for.
    #[must_use]
    pub fn query(self) -> String {
        let kind = KINDS
            .into_iter()
            .find_map(|(kind, name)| (Some(kind) == self.kind).then(|| name.to_owned()));
        let values = [
            ("kind", kind),
            ("from", self.from.map(|day| day.to_string())),
            ("to", self.to.map(|day| day.to_string())),
        ];
        let mut query = String::new();
        for (name, value) in values {
            if let Some(value) = value {
                if !query.is_empty() {
                    query.push('&');
                }
                query.push_str(name);
                query.push('=');
                query.push_str(&value);
            }
        }
        query
    }
}

#[cfg(test)]
mod tests {
    use super::{ActivityAddress, ActivityFilter, InvalidPeriod, KINDS, kind_named, period};
    use crate::contract::activity::ActivityKind;
    use chrono::NaiveDate;

    #[test]
    fn a_period_is_two_days_in_order_each_of_which_may_be_open() {
        let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day);
        for (from, to, found) in [
            ("", "", Ok((None, None))),
            ("2026-11-01", "", Ok((day(11, 1), None))),
            ("", " 2026-11-30 ", Ok((None, day(11, 30)))),
            ("2026-11-01", "2026-11-01", Ok((day(11, 1), day(11, 1)))),
            ("2026-11-02", "2026-11-01", Err(InvalidPeriod::Order)),
            ("2026-02-30", "", Err(InvalidPeriod::From)),
            ("hier", "demain", Err(InvalidPeriod::From)),
            ("", "01/02/2026", Err(InvalidPeriod::To)),
            ("", "2026-1-1", Err(InvalidPeriod::To)),
            ("", "+2026-01-1", Err(InvalidPeriod::To)),
            ("+12026-01-01", "", Err(InvalidPeriod::From)),
            ("éééééé", "", Err(InvalidPeriod::From)),
        ] {
            assert_eq!(period(from, to), found, "{from:?} to {to:?}");
        }
    }

    #[test]
    fn a_kind_has_its_name_in_the_address_as_in_the_contract() {
        for (kind, name) in KINDS {
            assert_eq!(kind_named(name), Some(kind));
            let filter = ActivityFilter {
                kind: Some(kind),
                ..ActivityFilter::default()
            };
            assert_eq!(filter.query(), format!("kind={name}"));
        }
        for name in ["", "unknown", "View", "view&from=x"] {
            assert_eq!(kind_named(name), None, "{name}");
        }
    }

    #[test]
    fn an_address_with_days_that_are_no_period_asks_for_all_days() {
        let mut address = ActivityAddress {
            kind: Some(ActivityKind::View),
            from: "2026-11-02".to_owned(),
            ..ActivityAddress::default()
        };
        assert_eq!(address.filter().query(), "kind=view&from=2026-11-02");
        address.to = "2026-11-01".to_owned();
        assert_eq!(address.filter().query(), "kind=view");
    }

    #[test]
    fn what_is_asked_for_is_a_query_string() {
        let mut filter = ActivityFilter::default();
        assert!(!filter.leaves_out());
        assert_eq!(filter.query(), "");
        filter.to = NaiveDate::from_ymd_opt(2026, 11, 30);
        assert_eq!(filter.query(), "to=2026-11-30");
        filter.from = NaiveDate::from_ymd_opt(2026, 11, 1);
        filter.kind = Some(ActivityKind::Unknown);
        assert!(filter.leaves_out());
        assert_eq!(filter.query(), "from=2026-11-01&to=2026-11-30");
    }
}
