//! What changes from one payslip to another, line by line, exact to the cent; knows no sentence and no call.

use super::payslip_total::{TOTALS, Total};
use crate::contract::money::{Cents, Rate};
use crate::contract::payslips::{Payslip, PayslipLine, PayslipLineKind};
use std::collections::HashMap;

/// Who pays an amount, or is paid it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    /// The agent.
    Agent,
    /// The employer, on top.
    Employer,
}

/// How an amount changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Change {
    /// It stands in the newer payslip alone.
    Added,
    /// It stands in the older one alone.
    Removed,
    /// It differs.
    Changed,
    /// It is the same.
    Same,
}

/// By how much an amount changes; one that is missing counts as nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// Neither payslip has an amount.
    None,
    /// By so much.
    Exact(Cents),
    /// By more than an amount can be.
    TooLarge,
}

/// An amount in two payslips.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ComparedAmount {
    /// In the older one, `None` where it has none.
    pub before: Option<Cents>,
    /// In the newer one.
    pub after: Option<Cents>,
}

/// One share of a line of two payslips.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedLine {
    /// The employer's code.
    pub code: String,
    /// The label, the newer one where they differ.
    pub label: String,
    /// The part of the payslip, the newer one where they differ.
    pub kind: PayslipLineKind,
    /// Whose amount it is.
    pub share: Share,
    /// How it changes. A line may be added or removed without an amount.
    pub change: Change,
    /// Its amounts.
    pub amount: ComparedAmount,
    /// The rates before and after, where both are told and differ.
    pub rates: Option<(Rate, Rate)>,
}

/// A total of two payslips.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ComparedTotal {
    /// Which.
    pub total: Total,
    /// Its amounts.
    pub amount: ComparedAmount,
}

/// Two payslips, line by line and total by total.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// In the order of the newer payslip; then what only the older one has, in its own order.
    pub lines: Vec<ComparedLine>,
    /// In their usual order.
    pub totals: Vec<ComparedTotal>,
}

impl ComparedAmount {
    /// How it changes.
    #[must_use]
    pub fn change(self) -> Change {
        match (self.before, self.after) {
            (before, after) if before == after => Change::Same,
            (None, _) => Change::Added,
            (_, None) => Change::Removed,
            _ => Change::Changed,
        }
    }

    /// By how much.
    #[must_use]
    pub fn difference(self) -> Difference {
        if self.before.is_none() && self.after.is_none() {
            return Difference::None;
        }
        let [before, after] = [self.before, self.after].map(Option::unwrap_or_default);
        match after.0.checked_sub(before.0) {
            Some(by) => Difference::Exact(Cents(by)),
            None => Difference::TooLarge,
        }
    }
}

impl ComparedLine {
    /// True when there is nothing to tell of it.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.change == Change::Same && self.rates.is_none()
    }
}

impl ComparedTotal {
    /// True when there is nothing to tell of it.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.amount.change() == Change::Same
    }
}

impl Comparison {
    /// True when nothing has changed.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.lines.iter().all(ComparedLine::is_same)
            && self.totals.iter().all(ComparedTotal::is_same)
    }
}

/// The older and the newer of two payslips, whichever way round they come.
#[must_use]
pub fn in_order<'a>(one: &'a Payslip, other: &'a Payslip) -> (&'a Payslip, &'a Payslip) {
    let place = |payslip: &Payslip| {
        let summary = &payslip.summary;
        (summary.period, summary.paid_on, summary.id.clone())
    };
    if place(one) <= place(other) {
        (one, other)
    } else {
        (other, one)
    }
}

/// Compares the older payslip with the newer one. Lines belong together by their code; where one comes several times, the
/// first with the first, the second with the second.
#[must_use]
pub fn compare(before: &Payslip, after: &Payslip) -> Comparison {
    let mut older: HashMap<(&str, usize), &PayslipLine> = numbered(&before.lines).collect();
    let mut lines = Vec::new();
    for (key, line) in numbered(&after.lines) {
        lines.extend(shares(older.remove(&key), Some(line)));
    }
    // What is left, in its own order.
    for (key, line) in numbered(&before.lines) {
        if older.contains_key(&key) {
            lines.extend(shares(Some(line), None));
        }
    }
    let total = |total: Total| ComparedTotal {
        total,
        amount: ComparedAmount {
            before: Some(total.of(&before.totals)),
            after: Some(total.of(&after.totals)),
        },
    };
    Comparison {
        lines,
        totals: TOTALS.map(total).to_vec(),
    }
}

/// Each line with its code and how often that came before.
fn numbered(lines: &[PayslipLine]) -> impl Iterator<Item = ((&str, usize), &PayslipLine)> {
    let mut seen: HashMap<&str, usize> = HashMap::new();
    lines.iter().map(move |line| {
        let count = seen.entry(&line.code).or_default();
        let nth = *count;
        *count += 1;
        ((line.code.as_str(), nth), line)
    })
}

/// The agent's share of a line and the employer's, as far as one of the payslips has it.
fn shares(before: Option<&PayslipLine>, after: Option<&PayslipLine>) -> Vec<ComparedLine> {
    let Some(line) = after.or(before) else {
        return Vec::new();
    };
    let amount = |of: fn(&PayslipLine) -> Option<Cents>| ComparedAmount {
        before: before.and_then(of),
        after: after.and_then(of),
    };
    let agents = amount(|line| line.amount);
    let employers = amount(|line| line.employer_amount);
    let is_there = |amount: ComparedAmount| amount.difference() != Difference::None;
    let rates = before
        .and_then(|line| line.rate)
        .zip(after.and_then(|line| line.rate))
        .filter(|(before, after)| before != after);
    let share = |share: Share, amount: ComparedAmount| ComparedLine {
        code: line.code.clone(),
        label: line.label.clone(),
        kind: line.kind,
        share,
        change: match (before, after) {
            (None, _) => Change::Added,
            (_, None) => Change::Removed,
            _ => amount.change(),
        },
        amount,
        rates: rates.filter(|_| share == Share::Agent),
    };
    let mut shares = Vec::new();
    // The rate is the agent's; a line without any amount still is a line.
    if is_there(agents) || rates.is_some() || !is_there(employers) {
        shares.push(share(Share::Agent, agents));
    }
    if is_there(employers) {
        shares.push(share(Share::Employer, employers));
    }
    shares
}

#[cfg(test)]
mod tests;
