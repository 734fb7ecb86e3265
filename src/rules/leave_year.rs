//! A year of leave as places in a drawing and as months: half-days in rows, a row a month; knows no markup and no sentence.

use crate::contract::leave::{DayOff, DayOffReason, LeaveAbsence, LeaveDays, LeaveState};
use chrono::{Datelike, NaiveDate};

#[cfg(test)]
mod tests;

/// The half-days of a row, the months of a year.
const HALVES: usize = 62;
const MONTHS: usize = 12;

/// How an absence is drawn; the later one stands over those before where they overlap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AbsenceLook {
    /// It waits for a decision, or for something that is not known here.
    Waiting,
    /// It was granted, and its cancellation waits.
    Leaving,
    /// It was granted.
    Granted,
}

impl AbsenceLook {
    /// All of them, as the legend tells them.
    pub const ALL: [Self; 3] = [Self::Granted, Self::Waiting, Self::Leaving];

    /// How a request in this state is drawn; `None` for one that holds no longer.
    #[must_use]
    pub fn of(state: LeaveState) -> Option<Self> {
        match state {
            LeaveState::Pending | LeaveState::Unknown => Some(Self::Waiting),
            LeaveState::Approved => Some(Self::Granted),
            LeaveState::CancellationPending => Some(Self::Leaving),
            LeaveState::Refused | LeaveState::Cancelled => None,
        }
    }
}

/// Half-days one after another in one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The row, from 0 for January.
    pub month: usize,
    /// The first half-day, from 0 for the morning of the first.
    pub first: usize,
    /// So many.
    pub length: usize,
}

/// A year, to be drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct YearPicture {
    /// The days of each month.
    pub days: Vec<Span>,
    /// The half-days on which the agent does not work anyway.
    pub off: Vec<Span>,
    /// The public holidays.
    pub holidays: Vec<Span>,
    /// The absences, by their look; only the half-days that would be worked.
    pub absences: Vec<(AbsenceLook, Vec<Span>)>,
    /// Today, where it is in this year.
    pub today: Option<Span>,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Half {
    is_off: bool,
    look: Option<AbsenceLook>,
}

/// The picture of `year`. What lies outside it is not drawn, whatever its dates are.
#[must_use]
pub fn picture(days: &LeaveDays, year: i32, today: NaiveDate) -> YearPicture {
    let mut halves = [[Half::default(); HALVES]; MONTHS];
    let mut holidays = Vec::new();
    for off in days.days_off.iter().filter(|off| off.on.year() == year) {
        let Some((month, morning)) = place(off.on) else {
            continue;
        };
        for (half, is_off) in [(morning, off.morning), (morning + 1, off.afternoon)] {
            if let Some(half) = half_at(&mut halves, month, half) {
                half.is_off |= is_off;
            }
        }
        if off.reason == DayOffReason::Holiday {
            holidays.push(whole_day(month, morning));
        }
    }
    for absence in &days.absences {
        mark(&mut halves, absence, year);
    }
    let spans = |is_in: &dyn Fn(Half) -> bool| spans(&halves, is_in);
    let absences = AbsenceLook::ALL.map(|look| {
        let is_drawn = move |half: Half| half.look == Some(look) && !half.is_off;
        (look, spans(&is_drawn))
    });
    YearPicture {
        days: months_of(year).map(length).collect(),
        off: spans(&|half| half.is_off),
        holidays,
        absences: absences.into(),
        today: Some(today)
            .filter(|today| today.year() == year)
            .and_then(place)
            .map(|(month, morning)| whole_day(month, morning)),
    }
}

/// A month of the year with what happens in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearMonth<'a> {
    /// Its first day.
    pub first: NaiveDate,
    /// The absences that touch it and hold, the earliest first.
    pub absences: Vec<&'a LeaveAbsence>,
    /// The public holidays and the days on which the organisation is closed.
    pub holidays: Vec<&'a DayOff>,
}

/// The months of `year` in which something happens: the same as in the picture, for who does not see it.
#[must_use]
pub fn months(days: &LeaveDays, year: i32) -> Vec<YearMonth<'_>> {
    let mut absences: Vec<&LeaveAbsence> = days
        .absences
        .iter()
        .filter(|absence| AbsenceLook::of(absence.state).is_some())
        .collect();
    absences.sort_by_key(|absence| (absence.period.from, absence.period.from_noon));
    let of = |first: NaiveDate| {
        let is_in = |day: NaiveDate| (day.year(), day.month()) == (first.year(), first.month());
        let touches = |absence: &&LeaveAbsence| {
            let (from, to) = (absence.period.from, absence.period.to);
            is_in(from) || is_in(to) || (from < first && first < to)
        };
        let is_told =
            |off: &&DayOff| matches!(off.reason, DayOffReason::Holiday | DayOffReason::Closed);
        YearMonth {
            first,
            absences: absences.iter().copied().filter(touches).collect(),
            holidays: days
                .days_off
                .iter()
                .filter(|off| is_in(off.on))
                .filter(is_told)
                .collect(),
        }
    };
    let months = months_of(year).map(of);
    months
        .filter(|month| !month.absences.is_empty() || !month.holidays.is_empty())
        .collect()
}

/// The absence that begins or goes on next, seen from `today`, among those that hold.
#[must_use]
pub fn next_absence(days: &LeaveDays, today: NaiveDate) -> Option<&LeaveAbsence> {
    days.absences
        .iter()
        .filter(|absence| AbsenceLook::of(absence.state).is_some() && absence.period.to >= today)
        .min_by_key(|absence| (absence.period.from, absence.period.from_noon))
}

/// The first and the last day of a year, as they are asked for.
#[must_use]
pub fn bounds(year: i32) -> (NaiveDate, NaiveDate) {
    let day = |month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
    (day(1, 1), day(12, 31))
}

fn months_of(year: i32) -> impl Iterator<Item = NaiveDate> {
    (1..=12).filter_map(move |month| NaiveDate::from_ymd_opt(year, month, 1))
}

/// The whole of a month, as a span.
fn length(first: NaiveDate) -> Span {
    let days = (28..=31).rev().find(|day| first.with_day(*day).is_some());
    Span {
        month: usize::try_from(first.month0()).unwrap_or_default(),
        first: 0,
        length: usize::try_from(days.unwrap_or(28)).unwrap_or_default() * 2,
    }
}

/// The row of a day, and its morning in it.
fn place(day: NaiveDate) -> Option<(usize, usize)> {
    let month = usize::try_from(day.month0()).ok()?;
    Some((month, usize::try_from(day.day0()).ok()? * 2))
}

fn whole_day(month: usize, first: usize) -> Span {
    Span {
        month,
        first,
        length: 2,
    }
}

fn half_at(halves: &mut [[Half; HALVES]; MONTHS], month: usize, half: usize) -> Option<&mut Half> {
    halves.get_mut(month)?.get_mut(half)
}

fn mark(halves: &mut [[Half; HALVES]; MONTHS], absence: &LeaveAbsence, year: i32) {
    let Some(look) = AbsenceLook::of(absence.state) else {
        return;
    };
    let period = absence.period;
    let (first, last) = bounds(year);
    let (from, to) = (period.from.max(first), period.to.min(last));
    // No more than a year's, whatever the period is.
    for day in from.iter_days().take_while(|day| *day <= to) {
        let Some((month, morning)) = place(day) else {
            continue;
        };
        let is_morning = !(day == period.from && period.from_noon);
        let is_afternoon = !(day == period.to && period.to_noon);
        for (half, is_away) in [(morning, is_morning), (morning + 1, is_afternoon)] {
            if let Some(half) = half_at(halves, month, half).filter(|_| is_away) {
                half.look = half.look.max(Some(look));
            }
        }
    }
}

fn spans(halves: &[[Half; HALVES]; MONTHS], is_in: &dyn Fn(Half) -> bool) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for (month, row) in halves.iter().enumerate() {
        for (at, _) in row.iter().enumerate().filter(|(_, half)| is_in(**half)) {
            match found.last_mut() {
                Some(last) if last.month == month && last.first + last.length == at => {
                    last.length += 1;
                }
                _ => found.push(Span {
                    month,
                    first: at,
                    length: 1,
                }),
            }
        }
    }
    found
}
