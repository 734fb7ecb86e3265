//! Rights to leave, and which of them a period uses; knows no kind and no agent.

use crate::leave::half_days::HalfDay;
use chrono::NaiveDate;
use nomade::contract::leave::{LeaveBalance, LeaveBalanceChange};
use nomade::contract::localized::Localized;

/// One right to leave, in half-days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its id in the contract.
    pub id: String,
    /// The kind of leave that it is for.
    pub kind: String,
    /// Its name, with its period.
    pub label: Localized,
    /// From which day it can be used.
    pub usable_from: NaiveDate,
    /// The last day on which it can be used, if it lapses.
    pub holds_until: Option<NaiveDate>,
    /// What was acquired.
    pub acquired: i32,
    /// What granted leave takes.
    pub taken: i32,
    /// What waits for a decision.
    pub pending: i32,
}

impl Account {
    /// What is left when all that waits is granted.
    #[must_use]
    pub fn left(&self) -> i32 {
        self.acquired - self.taken - self.pending
    }

    /// True when it can be used on that day.
    #[must_use]
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.usable_from <= day && self.holds_until.is_none_or(|last| day <= last)
    }

    /// True when it can no longer be used from that day on.
    #[must_use]
    pub fn has_lapsed(&self, today: NaiveDate) -> bool {
        self.holds_until.is_some_and(|last| last < today)
    }

    /// As the contract tells it.
    #[must_use]
    pub fn told(self) -> LeaveBalance {
        LeaveBalance {
            left: Some(self.left()),
            id: self.id,
            kind: self.kind,
            label: self.label,
            usable_from: self.usable_from,
            holds_until: self.holds_until,
            acquired: Some(self.acquired),
            taken: self.taken,
            pending: self.pending,
        }
    }

    fn change(&self, half_days: i32) -> LeaveBalanceChange {
        LeaveBalanceChange {
            id: self.id.clone(),
            label: self.label.clone(),
            before: self.left(),
            after: self.left() - half_days,
        }
    }
}

/// Puts accounts into the order in which they are used up: the one that lapses first comes first.
pub fn order(accounts: &mut [Account]) {
    accounts.sort_by_key(|it| {
        let lapses = it.holds_until.unwrap_or(NaiveDate::MAX);
        (lapses, it.usable_from)
    });
}

/// What a period uses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Consumption {
    /// The accounts by their places, each with its half-days, in the order of the accounts.
    pub uses: Vec<(usize, i32)>,
    /// The half-days that no account is left for.
    pub missing: i32,
}

/// Gives each half-day to the account that lapses first of those that hold on its day and have something left; the accounts
/// are in their [`order`]. No other choice leaves fewer half-days without an account.
#[must_use]
pub fn consume(accounts: &[Account], half_days: &[HalfDay]) -> Consumption {
    let mut used = vec![0; accounts.len()];
    let mut missing = 0;
    for half_day in half_days {
        let day = half_day.day();
        let found = accounts
            .iter()
            .zip(&mut used)
            .find(|(account, used)| account.holds_on(day) && **used < account.left());
        match found {
            Some((_, used)) => *used += 1,
            None => missing += 1,
        }
    }
    let uses = used.into_iter().enumerate();
    Consumption {
        uses: uses.filter(|(_, count)| *count > 0).collect(),
        missing,
    }
}

impl Consumption {
    /// What would become of each account that is used. What is missing is told of the last one that holds in those days, so
    /// that it is seen how much that is; of none where the agent has no such right.
    #[must_use]
    pub fn changes(&self, accounts: &[Account], half_days: &[HalfDay]) -> Vec<LeaveBalanceChange> {
        let mut uses = self.uses.clone();
        if self.missing > 0 {
            let holds = |it: &Account| half_days.iter().any(|half| it.holds_on(half.day()));
            let last = accounts.iter().rposition(holds);
            if let Some(last) = last.or(accounts.len().checked_sub(1)) {
                match uses.iter_mut().find(|(place, _)| *place == last) {
                    Some((_, count)) => *count += self.missing,
                    None => uses.push((last, self.missing)),
                }
                uses.sort_unstable();
            }
        }
        uses.iter()
            .filter_map(|(place, count)| Some(accounts.get(*place)?.change(*count)))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::leave::calendar::tests::calendar;
    use crate::leave::half_days::Span;
    use crate::leave::half_days::tests::{day, period, some_period};
    use nomade::contract::leave::LeavePeriod;
    use proptest::prelude::*;

    fn account(id: &str, usable_from: &str, holds_until: &str, acquired: i32) -> Account {
        Account {
            id: id.to_owned(),
            kind: "annual".to_owned(),
            label: Localized::default(),
            usable_from: day(usable_from),
            holds_until: holds_until.parse().ok(),
            acquired,
            taken: 0,
            pending: 0,
        }
    }

    fn worked(period: &LeavePeriod) -> Vec<HalfDay> {
        calendar().worked(Span::of(period))
    }

    #[test]
    fn a_right_that_lapses_at_the_end_of_the_year_is_used_until_then_and_no_longer() {
        let mut accounts = [
            account("new", "2026-01-01", "2027-03-31", 50),
            account("old", "2025-01-01", "2026-12-31", 50),
        ];
        order(&mut accounts);
        assert_eq!(accounts[0].id, "old");
        // From 29 December to 5 January: four half-days of this year, four of the next.
        let taken = worked(&period("2026-12-29", "2027-01-05"));
        let consumption = consume(&accounts, &taken);
        assert_eq!(
            (consumption.uses, consumption.missing),
            (vec![(0, 4), (1, 4)], 0)
        );
        accounts[0].taken = 48;
        let consumption = consume(&accounts, &taken);
        assert_eq!(
            (consumption.uses, consumption.missing),
            (vec![(0, 2), (1, 6)], 0)
        );
        // What lapses later does not help before it can be used.
        accounts[1].usable_from = day("2027-01-01");
        let consumption = consume(&accounts, &taken);
        assert_eq!(
            (consumption.uses.clone(), consumption.missing),
            (vec![(0, 2), (1, 4)], 2)
        );
        let changes = consumption.changes(&accounts, &taken);
        let after: Vec<_> = changes.iter().map(|it| (it.before, it.after)).collect();
        assert_eq!(after, [(2, 0), (50, 44)]);
    }

    #[test]
    fn what_is_missing_is_told_of_the_last_right_that_holds() {
        let accounts = [
            account("old", "2025-01-01", "2026-12-31", 1),
            account("new", "2026-01-01", "2027-03-31", 2),
            account("later", "2027-06-01", "", 9),
        ];
        let taken = worked(&period("2026-12-14", "2026-12-18"));
        let consumption = consume(&accounts, &taken);
        assert_eq!(
            (consumption.uses.clone(), consumption.missing),
            (vec![(0, 1), (1, 2)], 6)
        );
        let changes = consumption.changes(&accounts, &taken);
        let told: Vec<_> = changes
            .iter()
            .map(|it| (it.id.as_str(), it.after))
            .collect();
        assert_eq!(told, [("old", 0), ("new", -6)]);
        assert_eq!(consume(&[], &taken).changes(&[], &taken), []);
        assert_eq!(consume(&[], &taken).missing, 9);
    }

    #[test]
    fn a_right_of_which_too_much_was_taken_is_used_no_more() {
        let mut accounts = [account("old", "2025-01-01", "", 10)];
        accounts[0].taken = 12;
        assert_eq!(accounts[0].left(), -2);
        let taken = worked(&period("2026-12-14", "2026-12-14"));
        let consumption = consume(&accounts, &taken);
        assert_eq!((consumption.uses.clone(), consumption.missing), (vec![], 2));
        assert_eq!(consumption.changes(&accounts, &taken)[0].after, -4);
    }

    prop_compose! {
        fn some_accounts()(several in prop::collection::vec((0_i64..8_000, 0_i64..90, any::<bool>(), -3_i32..12), 0..4)) -> Vec<Account> {
            let mut accounts: Vec<_> = several
                .into_iter()
                .map(|(start, days, lapses, acquired)| {
                    let from = day("2016-01-01") + chrono::TimeDelta::days(start);
                    let until = from + chrono::TimeDelta::days(days);
                    let until = if lapses { until.to_string() } else { String::new() };
                    account("a", &from.to_string(), &until, acquired)
                })
                .collect();
            order(&mut accounts);
            accounts
        }
    }

    prop_compose! {
        /// A period, and accounts whose days begin or end near it.
        fn a_period_and_accounts()(
            period in some_period(),
            several in prop::collection::vec((-30_i64..70, 0_i64..90, any::<bool>(), -3_i32..12), 0..4),
        ) -> (LeavePeriod, Vec<Account>) {
            let mut accounts: Vec<_> = several
                .into_iter()
                .map(|(start, days, lapses, acquired)| {
                    let from = period.from + chrono::TimeDelta::days(start);
                    let until = from + chrono::TimeDelta::days(days);
                    let until = if lapses { until.to_string() } else { String::new() };
                    account("a", &from.to_string(), &until, acquired)
                })
                .collect();
            order(&mut accounts);
            (period, accounts)
        }
    }

    /// The most half-days that any choice finds accounts for, by trying all of them.
    fn best(left: &mut [i32], accounts: &[Account], half_days: &[HalfDay]) -> usize {
        let Some((first, rest)) = half_days.split_first() else {
            return 0;
        };
        let mut found = best(left, accounts, rest);
        for place in 0..accounts.len() {
            if left[place] > 0 && accounts[place].holds_on(first.day()) {
                left[place] -= 1;
                found = found.max(1 + best(left, accounts, rest));
                left[place] += 1;
            }
        }
        found
    }

    proptest! {
        #[test]
        fn what_is_used_and_what_is_missing_add_up_to_the_count((period, accounts) in a_period_and_accounts()) {
            let taken = worked(&period);
            let consumption = consume(&accounts, &taken);
            let used: i32 = consumption.uses.iter().map(|(_, count)| count).sum();
            prop_assert_eq!(usize::try_from(used + consumption.missing).unwrap(), taken.len());
            for (place, count) in &consumption.uses {
                let account = &accounts[*place];
                prop_assert!(*count > 0 && *count <= account.left());
                let inside = taken.iter().filter(|half| account.holds_on(half.day())).count();
                prop_assert!(usize::try_from(*count).unwrap() <= inside);
            }
            let changes = consumption.changes(&accounts, &taken);
            let moved: i32 = changes.iter().map(|it| it.before - it.after).sum();
            prop_assert!(moved == used || moved == used + consumption.missing);
        }

        #[test]
        fn no_other_choice_leaves_less_without_a_right((period, accounts) in a_period_and_accounts()) {
            let mut taken = worked(&period);
            taken.truncate(7);
            let consumption = consume(&accounts, &taken);
            let mut left: Vec<_> = accounts.iter().map(Account::left).collect();
            let missing = taken.len() - best(&mut left, &accounts, &taken);
            prop_assert_eq!(usize::try_from(consumption.missing).unwrap(), missing);
        }

        #[test]
        fn a_cancelled_request_gives_every_half_day_back((period, before) in a_period_and_accounts()) {
            let mut accounts = before.clone();
            let consumption = consume(&accounts, &worked(&period));
            for (place, count) in &consumption.uses {
                accounts[*place].pending += count;
            }
            for (place, count) in &consumption.uses {
                accounts[*place].pending -= count;
                accounts[*place].taken += count;
            }
            for (place, count) in &consumption.uses {
                prop_assert_eq!(accounts[*place].left(), before[*place].left() - count);
                accounts[*place].taken -= count;
            }
            prop_assert_eq!(accounts, before);
        }

        #[test]
        fn the_one_that_lapses_first_comes_first(accounts in some_accounts()) {
            for two in accounts.windows(2) {
                let last = |it: &Account| it.holds_until.unwrap_or(NaiveDate::MAX);
                prop_assert!(last(&two[0]) <= last(&two[1]));
            }
        }
    }
}
