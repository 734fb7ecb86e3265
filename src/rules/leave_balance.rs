//! What a right to leave is worth today: until when it holds, and which ones count first; knows no sentence.

use crate::contract::leave::LeaveBalance;
use chrono::NaiveDate;

/// So many days before a right lapses it is warned of.
const NEAR_DAYS: i64 = 60;

/// So many rights are told where there is little room.
const FEW: usize = 4;

/// Until when a right holds, as seen from a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BalanceTerm {
    /// It can't be used before this day.
    NotBefore(NaiveDate),
    /// It does not lapse.
    Lasting,
    /// It holds until this day, itself included.
    Until(NaiveDate),
    /// The same, something is left of it, and that is near.
    Near {
        /// The last day.
        last: NaiveDate,
        /// So many days after today, 0 on the last one.
        days: i64,
    },
    /// It held until this day.
    Lapsed(NaiveDate),
}

/// Until when a right holds, as seen on `today`; only what can still be lost is warned of.
#[must_use]
pub fn term(balance: &LeaveBalance, today: NaiveDate) -> BalanceTerm {
    if balance.usable_from > today {
        return BalanceTerm::NotBefore(balance.usable_from);
    }
    let Some(last) = balance.holds_until else {
        return BalanceTerm::Lasting;
    };
    let days = last.signed_duration_since(today).num_days();
    match days {
        ..0 => BalanceTerm::Lapsed(last),
        0..=NEAR_DAYS if balance.left.is_some_and(|left| left > 0) => {
            BalanceTerm::Near { last, days }
        }
        _ => BalanceTerm::Until(last),
    }
}

/// The rights to be told first on `today`: those of which something is left, or too much was taken, in the order given;
/// those that have lapsed, or can't be used yet, are none of them.
#[must_use]
pub fn first_rights(balances: &[LeaveBalance], today: NaiveDate) -> Vec<&LeaveBalance> {
    let holds = |balance: &&LeaveBalance| {
        let is_over = balance.holds_until.is_some_and(|last| last < today);
        balance.usable_from <= today && !is_over && balance.left.is_some_and(|left| left != 0)
    };
    balances.iter().filter(holds).take(FEW).collect()
}

#[cfg(test)]
mod tests {
    use super::{BalanceTerm, FEW, NEAR_DAYS, first_rights, term};
    use crate::contract::leave::LeaveBalance;
    use crate::contract::localized::Localized;
    use chrono::{Days, NaiveDate};
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap_or_default()
    }

    fn right(usable_from: NaiveDate, holds_until: Option<NaiveDate>, left: i32) -> LeaveBalance {
        LeaveBalance {
            id: "b".to_owned(),
            kind: "annual".to_owned(),
            label: Localized::default(),
            usable_from,
            holds_until,
            acquired: Some(50),
            taken: 0,
            pending: 0,
            left: Some(left),
        }
    }

    #[test]
    fn a_right_is_warned_of_when_something_can_still_be_lost() {
        let today = day("2026-11-23");
        let until = |text: &str| Some(day(text));
        for (from, to, left, expected) in [
            ("2026-01-01", None, 4, BalanceTerm::Lasting),
            (
                "2026-01-01",
                until("2027-03-31"),
                4,
                BalanceTerm::Until(day("2027-03-31")),
            ),
            (
                "2026-01-01",
                until("2026-12-31"),
                4,
                BalanceTerm::Near {
                    last: day("2026-12-31"),
                    days: 38,
                },
            ),
            (
                "2026-01-01",
                until("2026-12-31"),
                0,
                BalanceTerm::Until(day("2026-12-31")),
            ),
            (
                "2026-01-01",
                until("2026-12-31"),
                -3,
                BalanceTerm::Until(day("2026-12-31")),
            ),
            (
                "2026-01-01",
                until("2026-11-23"),
                1,
                BalanceTerm::Near {
                    last: today,
                    days: 0,
                },
            ),
            (
                "2026-01-01",
                until("2026-11-22"),
                1,
                BalanceTerm::Lapsed(day("2026-11-22")),
            ),
            (
                "2027-01-01",
                until("2028-03-31"),
                9,
                BalanceTerm::NotBefore(day("2027-01-01")),
            ),
        ] {
            let found = term(&right(day(from), to, left), today);
            assert_eq!(found, expected, "{from} {to:?} {left}");
        }
    }

    #[test]
    fn what_an_event_gives_is_no_right_of_which_something_is_left() {
        let (today, last) = (day("2026-11-23"), day("2026-12-31"));
        let special = LeaveBalance {
            acquired: None,
            left: None,
            ..right(day("2026-01-01"), Some(last), 0)
        };
        assert_eq!(term(&special, today), BalanceTerm::Until(last));
        assert!(first_rights(&[special], today).is_empty());
    }

    #[test]
    fn the_first_rights_are_those_that_matter_today() {
        let today = day("2026-11-23");
        let past = right(day("2025-01-01"), Some(day("2026-11-22")), 3);
        let used_up = right(day("2026-01-01"), Some(day("2026-12-31")), 0);
        let to_come = right(day("2027-01-01"), None, 50);
        let overdrawn = right(day("2026-01-01"), None, -3);
        let good = right(day("2026-01-01"), None, 7);
        let all = [past, used_up, to_come, overdrawn.clone(), good.clone()];
        assert_eq!(first_rights(&all, today), [&overdrawn, &good]);
        let many = vec![good; 30];
        assert_eq!(first_rights(&many, today).len(), FEW);
    }

    proptest! {
        #[test]
        fn a_term_is_told_for_any_day_and_never_panics(
            from in 0_u64..3_652_000,
            until in proptest::option::of(0_u64..3_652_000),
            now in 0_u64..3_652_000,
            left in any::<i32>(),
        ) {
            let nth = |n: u64| {
                NaiveDate::from_ymd_opt(1, 1, 1).and_then(|day| day.checked_add_days(Days::new(n)))
            };
            let (Some(from), Some(today)) = (nth(from), nth(now)) else {
                return Ok(());
            };
            let until = until.and_then(nth);
            let balance = right(from, until, left);
            match term(&balance, today) {
                BalanceTerm::NotBefore(day) => prop_assert!(day > today),
                BalanceTerm::Lasting => prop_assert_eq!(until, None),
                BalanceTerm::Until(last) => prop_assert!(last >= today),
                BalanceTerm::Near { last, days } => {
                    prop_assert!(left > 0 && (0..=NEAR_DAYS).contains(&days));
                    prop_assert_eq!(last.signed_duration_since(today).num_days(), days);
                }
                BalanceTerm::Lapsed(last) => prop_assert!(last < today),
            }
            for shown in first_rights(std::slice::from_ref(&balance), today) {
                prop_assert!(shown.left != Some(0) && shown.left.is_some() && shown.usable_from <= today);
            }
        }
    }
}
