//! The calendar of a team: its address, its months, and where an absence stands in one; knows no drawing and no call.

use crate::contract::endpoint::segment;
use crate::contract::leave::{
    CalendarAbsence, CalendarPerson, DayOff, LeaveCalendar, LeavePeriod, LeaveState,
};
use chrono::{Datelike, Months, NaiveDate};

/// The years that can be asked for.
pub const YEARS: std::ops::RangeInclusive<i32> = 1970..=2999;

/// A month of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CalendarMonth(NaiveDate);

impl CalendarMonth {
    /// The month of a day; `None` for one that can't be asked for.
    #[must_use]
    pub fn of(day: NaiveDate) -> Option<Self> {
        Self::numbered(day.year(), day.month())
    }

    /// A month by its numbers, from 1 to 12; `None` for one that is none or can't be asked for.
    #[must_use]
    pub fn numbered(year: i32, month: u32) -> Option<Self> {
        YEARS.contains(&year).then_some(())?;
        NaiveDate::from_ymd_opt(year, month, 1).map(Self)
    }

    /// The month that an address names (`2026-12`).
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let (year, month) = name.split_once('-')?;
        let is_number = |text: &str, digits: usize| {
            text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit())
        };
        if !is_number(year, 4) || !is_number(month, 2) {
            return None;
        }
        Self::numbered(year.parse().ok()?, month.parse().ok()?)
    }

    /// Its name in an address.
    #[must_use]
    pub fn name(self) -> String {
        format!("{:04}-{:02}", self.0.year(), self.0.month())
    }

    /// Its first day.
    #[must_use]
    pub fn first(self) -> NaiveDate {
        self.0
    }

    /// Its last day.
    #[must_use]
    pub fn last(self) -> NaiveDate {
        let next = self.0.checked_add_months(Months::new(1));
        next.and_then(|next| next.pred_opt()).unwrap_or(self.0)
    }

    /// The month before; `None` where the years end that can be asked for.
    #[must_use]
    pub fn before(self) -> Option<Self> {
        self.0.checked_sub_months(Months::new(1)).and_then(Self::of)
    }

    /// The month after, likewise.
    #[must_use]
    pub fn after(self) -> Option<Self> {
        self.0.checked_add_months(Months::new(1)).and_then(Self::of)
    }

    /// Its days in order.
    pub fn days(self) -> impl Iterator<Item = NaiveDate> {
        days(self.0, self.last())
    }

    /// How many days it has.
    #[must_use]
    pub fn day_count(self) -> u32 {
        self.last().day()
    }
}

fn days(from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    from.iter_days().take_while(move |day| *day <= to)
}

/// How the calendar is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CalendarView {
    /// People by days.
    Grid,
    /// Who is away, in words.
    List,
}

/// What the address of the calendar asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CalendarAddress {
    /// The month; that of today without it.
    pub month: Option<CalendarMonth>,
    /// The id of the one team that is shown; all without it.
    pub team: Option<String>,
    /// How it is shown; as the window is wide or narrow without it.
    pub view: Option<CalendarView>,
}

impl CalendarAddress {
    /// What the address asks for; anything unknown counts for nothing.
    #[must_use]
    pub fn from_query(month: Option<&str>, team: Option<&str>, view: Option<&str>) -> Self {
        Self {
            month: month.and_then(CalendarMonth::named),
            team: team
                .filter(|team| !team.is_empty() && team.len() <= 64)
                .map(str::to_owned),
            view: match view {
                Some("grid") => Some(CalendarView::Grid),
                Some("list") => Some(CalendarView::List),
                _ => None,
            },
        }
    }

    /// The query string, without its `?`; empty when nothing is asked for.
    #[must_use]
    pub fn query(&self) -> String {
        let month = self.month.map(|month| format!("month={}", month.name()));
        let team = self.team.as_deref();
        let team = team.map(|team| format!("team={}", segment(team)));
        let view = self.view.map(|view| match view {
            CalendarView::Grid => "view=grid".to_owned(),
            CalendarView::List => "view=list".to_owned(),
        });
        let pairs: Vec<String> = [month, team, view].into_iter().flatten().collect();
        pairs.join("&")
    }
}

/// Where an absence stands among the half-days of a month: two columns a day, the first is 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Its first column.
    pub start: u32,
    /// So many columns.
    pub span: u32,
    /// True when it goes on before the month.
    pub from_before: bool,
    /// True when it goes on after it.
    pub to_after: bool,
    /// How far it is.
    pub state: LeaveState,
}

/// The bar of an absence in a month; `None` when it touches none of its half-days.
#[must_use]
pub fn bar(absence: &CalendarAbsence, month: CalendarMonth) -> Option<Bar> {
    let LeavePeriod {
        from,
        from_noon,
        to,
        to_noon,
    } = absence.period;
    let (first, last) = (month.first(), month.last());
    if from > last || to < first || from > to {
        return None;
    }
    let (from_before, to_after) = (from < first, to > last);
    let start = if from_before {
        1
    } else {
        2 * from.day() - 1 + u32::from(from_noon)
    };
    let end = if to_after {
        2 * last.day()
    } else {
        2 * to.day() - u32::from(to_noon)
    };
    let span = (end + 1).checked_sub(start).filter(|span| *span > 0)?;
    Some(Bar {
        start,
        span,
        from_before,
        to_after,
        state: absence.state,
    })
}

/// True when somebody is away then, whatever is decided later: what is granted, and what is granted until its
/// cancellation is.
#[must_use]
pub fn is_away(state: LeaveState) -> bool {
    matches!(
        state,
        LeaveState::Approved | LeaveState::CancellationPending
    )
}

/// How many are away on each day of a month, and how many would be if all that waits were granted.
#[must_use]
pub fn away_by_day(people: &[CalendarPerson], month: CalendarMonth) -> Vec<(u32, u32)> {
    let count = |day: NaiveDate| {
        let on = |person: &&CalendarPerson, is_meant: fn(LeaveState) -> bool| {
            person
                .absences
                .iter()
                .any(|absence| touches(absence.period, day) && is_meant(absence.state))
        };
        let away = people.iter().filter(|person| on(person, is_away)).count();
        let all = people.iter().filter(|person| on(person, |_| true)).count();
        (to_u32(away), to_u32(all))
    };
    month.days().map(count).collect()
}

/// Who is away on a day.
pub fn away_on(people: &[CalendarPerson], day: NaiveDate) -> impl Iterator<Item = &CalendarPerson> {
    people.iter().filter(move |person| {
        let mut absences = person.absences.iter();
        absences.any(|absence| touches(absence.period, day) && is_away(absence.state))
    })
}

fn touches(period: LeavePeriod, day: NaiveDate) -> bool {
    period.from <= day && day <= period.to
}

fn to_u32(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// What is known of a day that counts for nothing.
#[must_use]
pub fn day_off(days_off: &[DayOff], day: NaiveDate) -> Option<&DayOff> {
    days_off.iter().find(|off| off.on == day)
}

/// The people of one team, or of all, whose name holds every word that is searched for: capitals and accents make no
/// difference. In the order given.
#[must_use]
pub fn found(calendar: &LeaveCalendar, team: Option<&str>, words: &str) -> Vec<usize> {
    let words: Vec<String> = words.split_whitespace().map(folded).collect();
    let people = calendar.people.iter().enumerate();
    people
        .filter(|(_, person)| team.is_none_or(|team| person.team == team))
        .filter(|(_, person)| {
            let name = folded(&person.person.name);
            words.iter().all(|word| name.contains(word.as_str()))
        })
        .map(|(index, _)| index)
        .collect()
}

/// Small letters without the accents of Western Europe.
fn folded(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        plain.push(match letter {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => 'a',
            'ç' => 'c',
            'è' | 'é' | 'ê' | 'ë' => 'e',
            'ì' | 'í' | 'î' | 'ï' => 'i',
            'ñ' => 'n',
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' => 'o',
            'ù' | 'ú' | 'û' | 'ü' => 'u',
            'ý' | 'ÿ' => 'y',
            '’' => '\'',
            // A letter and its accent apart (Unicode NFD).
            '\u{300}'..='\u{36f}' => continue,
            letter => letter,
        });
    }
    plain
}

/// The column of a day in a week that begins on Monday, from 0.
#[must_use]
pub fn weekday(day: NaiveDate) -> u32 {
    day.weekday().num_days_from_monday()
}

#[cfg(test)]
mod tests;
