//! Pay over time as a plot: months, scales and coordinates in integers alone; knows no sentence and no drawing.

use super::payslip_address::PlotSpan;
use crate::contract::money::Cents;
use crate::contract::payslips::PayslipPoint;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

/// The width of the drawing, in its own units.
pub const WIDTH: i64 = 1000;
/// The height of the drawing, in its own units.
pub const HEIGHT: i64 = 600;
/// Where the lines may be: the names of the months stand below, those of the amounts on the left above their marks. A
/// longer one than is usual has a line across it.
const LEFT: i64 = 170;
const RIGHT: i64 = 980;
const TOP: i64 = 60;
const BOTTOM: i64 = 520;

/// A period is offered to choose from so many months on.
const CHOICE_FROM: i64 = 24;
/// Each month is marked up to so many.
const MARKED_UP_TO: i64 = 36;
/// So many marks of amounts at most, but for those that make the range round.
const AMOUNT_STEPS: i128 = 4;
/// So many steps between the names of months at most, and between those of years, which are shorter.
const MONTH_STEPS: i64 = 4;
const YEAR_STEPS: i64 = 6;

/// What was paid in one month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthOfPay {
    /// Its first day.
    pub month: NaiveDate,
    /// Before anything is taken: the sum of its payslips, at the utmost what an amount can be.
    pub gross: Cents,
    /// What was transferred, likewise.
    pub net_payable: Cents,
    /// Its payslips, by id and label.
    pub payslips: Vec<(String, String)>,
}

/// A place in the drawing.
pub type Place = (i64, i64);

/// One line of the plot.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Runs of months that follow each other: a month without a payslip interrupts the line.
    pub runs: Vec<Vec<Place>>,
    /// What is marked: every month of a short plot, and in a long one those that would not be seen as a line.
    pub marks: Vec<Place>,
}

/// A named amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AmountMark {
    /// The amount.
    pub amount: Cents,
    /// Its height.
    pub y: i64,
}

/// A named month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthMark {
    /// The month.
    pub month: NaiveDate,
    /// True where the year alone is its name.
    pub is_year: bool,
    /// Its place.
    pub x: i64,
}

/// A month and its net.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extreme {
    /// The amount.
    pub amount: Cents,
    /// The month, the last of those with this amount.
    pub month: NaiveDate,
}

/// A plot, ready to be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plot {
    /// The first month.
    pub first: NaiveDate,
    /// The last month.
    pub last: NaiveDate,
    /// The month with the lowest net.
    pub lowest: Extreme,
    /// The month with the highest.
    pub highest: Extreme,
    /// The gross.
    pub gross: Line,
    /// The net.
    pub net: Line,
    /// From the lowest up.
    pub amounts: Vec<AmountMark>,
    /// From the first on.
    pub months: Vec<MonthMark>,
}

/// What was paid in each month, the oldest first; several payslips of a month are one sum.
#[must_use]
pub fn months(points: &[PayslipPoint]) -> Vec<MonthOfPay> {
    let mut months: BTreeMap<i64, MonthOfPay> = BTreeMap::new();
    for point in points {
        let month = months
            .entry(number(point.period))
            .or_insert_with(|| MonthOfPay {
                month: point.period,
                gross: Cents(0),
                net_payable: Cents(0),
                payslips: Vec::new(),
            });
        month.gross = sum(month.gross, point.gross);
        month.net_payable = sum(month.net_payable, point.net_payable);
        month.payslips.push((point.id.clone(), point.label.clone()));
    }
    months.into_values().collect()
}

/// True when there is so much that a period of it can be chosen.
#[must_use]
pub fn has_choice(months: &[MonthOfPay]) -> bool {
    match (months.first(), months.last()) {
        (Some(first), Some(last)) => number(last.month) - number(first.month) >= CHOICE_FROM,
        _ => false,
    }
}

/// The months of `span` that end with the last; all where there is nothing to choose.
#[must_use]
pub fn within(months: &[MonthOfPay], span: PlotSpan) -> &[MonthOfPay] {
    let (Some(last), Some(length), true) = (months.last(), span.months(), has_choice(months))
    else {
        return months;
    };
    let before = number(last.month) - length;
    let from = months.partition_point(|month| number(month.month) <= before);
    months.get(from..).unwrap_or_default()
}

/// The plot of these months, `None` of none.
#[must_use]
pub fn plot(months: &[MonthOfPay]) -> Option<Plot> {
    let (first, last) = (months.first()?, months.last()?);
    let time = Scale {
        low: i128::from(number(first.month)),
        high: i128::from(number(last.month)),
        from: LEFT,
        to: RIGHT,
    };
    let amounts = months
        .iter()
        .flat_map(|month| [month.gross, month.net_payable]);
    let (low, high, step) = range(amounts.clone().min()?, amounts.max()?);
    let money = Scale {
        low,
        high,
        from: BOTTOM,
        to: TOP,
    };
    let net = |month: &&MonthOfPay| month.net_payable;
    let extreme = |month: &MonthOfPay| Extreme {
        amount: month.net_payable,
        month: month.month,
    };
    Some(Plot {
        first: first.month,
        last: last.month,
        lowest: extreme(months.iter().rev().min_by_key(net)?),
        highest: extreme(months.iter().max_by_key(net)?),
        gross: line(months, time, money, |month| month.gross),
        net: line(months, time, money, |month| month.net_payable),
        amounts: amount_marks(money, step),
        months: month_marks(time),
    })
}

/// Months are counted from the year 0.
fn number(month: NaiveDate) -> i64 {
    i64::from(month.year()) * 12 + i64::from(month.month0())
}

fn month_of(number: i64) -> Option<NaiveDate> {
    let year = i32::try_from(number.div_euclid(12)).ok()?;
    let month = u32::try_from(number.rem_euclid(12)).ok()?;
    NaiveDate::from_ymd_opt(year, month + 1, 1)
}

fn sum(one: Cents, other: Cents) -> Cents {
    Cents(one.0.saturating_add(other.0))
}

/// From a range of values to a range of places; wide enough for every amount.
#[derive(Clone, Copy, Debug)]
struct Scale {
    low: i128,
    high: i128,
    from: i64,
    to: i64,
}

impl Scale {
    /// The nearest place; the middle where the range is a single value.
    fn place(self, value: i128) -> i64 {
        let length = i128::from(self.to - self.from);
        let range = self.high - self.low;
        let steps = if range == 0 {
            length.div_euclid(2)
        } else {
            (2 * (value - self.low) * length + range).div_euclid(2 * range)
        };
        self.from + i64::try_from(steps).unwrap_or_default()
    }
}

/// A range of whole steps around two amounts, and the step: 1, 2 or 5 of a decimal place.
fn range(lowest: Cents, highest: Cents) -> (i128, i128, i128) {
    let (lowest, highest) = (i128::from(lowest.0), i128::from(highest.0));
    // Where all are equal, a hundredth of it, and no less than a euro, shows that nothing moves.
    let span = if lowest == highest {
        (lowest.abs() / 100).max(100)
    } else {
        highest - lowest
    };
    let step = round_up(span.div_euclid(AMOUNT_STEPS).max(1));
    let low = lowest.div_euclid(step) * step;
    let high = -(-highest).div_euclid(step) * step;
    if low == high {
        (low - step, high + step, step)
    } else {
        (low, high, step)
    }
}

/// The first of 1, 2, 5, 10, 20, 50 … that is not below `value`.
fn round_up(value: i128) -> i128 {
    let mut place = 1;
    loop {
        for step in [place, 2 * place, 5 * place] {
            if step >= value {
                return step;
            }
        }
        place *= 10;
    }
}

fn amount_marks(money: Scale, step: i128) -> Vec<AmountMark> {
    let count = (money.high - money.low) / step;
    let values = (0..=count).map(|at| money.low + at * step);
    // Beyond what an amount can be there is no name for it.
    values
        .filter_map(|value| {
            Some(AmountMark {
                amount: Cents(i64::try_from(value).ok()?),
                y: money.place(value),
            })
        })
        .collect()
}

fn month_marks(time: Scale) -> Vec<MonthMark> {
    let (Ok(first), Ok(last)) = (i64::try_from(time.low), i64::try_from(time.high)) else {
        return Vec::new();
    };
    let range = last - first;
    let short = [1, 2, 3, 6]
        .into_iter()
        .find(|step| step * MONTH_STEPS >= range);
    let step = short.unwrap_or_else(|| {
        let years = round_up(i128::from(range / (12 * YEAR_STEPS) + 1));
        i64::try_from(years).unwrap_or(1) * 12
    });
    let from = -(-first).div_euclid(step) * step;
    let numbers = (0..=YEAR_STEPS).map(|at| from + at * step);
    numbers
        .take_while(|number| *number <= last)
        .filter_map(|number| {
            Some(MonthMark {
                month: month_of(number)?,
                is_year: step >= 12,
                x: time.place(i128::from(number)),
            })
        })
        .collect()
}

fn line(
    months: &[MonthOfPay],
    time: Scale,
    money: Scale,
    amount: fn(&MonthOfPay) -> Cents,
) -> Line {
    let follows = |a: &MonthOfPay, b: &MonthOfPay| number(b.month) == number(a.month) + 1;
    let place = |month: &MonthOfPay| {
        let x = time.place(i128::from(number(month.month)));
        (x, money.place(i128::from(amount(month).0)))
    };
    let is_short = time.high - time.low <= i128::from(MARKED_UP_TO);
    let mut line = Line::default();
    for run in months.chunk_by(follows) {
        let run: Vec<Place> = run.iter().map(place).collect();
        if is_short || run.len() == 1 {
            line.marks.extend(&run);
        }
        line.runs.push(run);
    }
    line
}

#[cfg(test)]
mod tests;
