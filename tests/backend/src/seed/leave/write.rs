//! Writes a request of the demonstration with everything that happened to it, by the rules that hold for those of agents.

use crate::clock::{Moment, paris_date};
use crate::leave::kinds;
use crate::store::leave::changes::{self, weigh};
use crate::store::leave::people::Person;
use crate::store::leave::requests;
use crate::store::leave::validation::Reader;
use crate::store::leave::{attachments, days, people};
use bytes::Bytes;
use chrono::{Datelike, Days, NaiveDate, TimeDelta};
use nomade::contract::leave::{LeaveOutcome, LeavePeriod};
use rusqlite::{Connection, params};

/// The Monday of that day's week, so many weeks later.
#[must_use]
pub fn week(today: NaiveDate, weeks: i64) -> NaiveDate {
    let monday = today - Days::new(today.weekday().num_days_from_monday().into());
    monday + TimeDelta::weeks(weeks)
}

/// When: so many weeks from this one, from one day of the week (Monday is 0) on, over so many days, with a noon at its ends.
#[derive(Clone, Copy, Debug)]
pub struct When(pub i64, pub i64, pub i64, pub (bool, bool));

/// No noon.
pub const WHOLE: (bool, bool) = (false, false);
/// Its afternoon.
pub const AFTERNOON: (bool, bool) = (true, false);
/// Its morning.
pub const MORNING: (bool, bool) = (false, true);

/// What happened to a request, so many hours after it was asked for.
#[derive(Clone, Copy, Debug)]
pub enum Then {
    /// That person granted what it waited for.
    Granted(i64, i64),
    /// That person refused it.
    Refused(i64, i64, &'static str),
    /// The agent took it back.
    TakenBack(i64),
    /// The agent asked for its cancellation.
    CancellationAsked(i64, &'static str),
}

/// A request that is to be written.
#[derive(Clone, Debug)]
pub struct Wish<'a> {
    /// Whose.
    pub person: i64,
    /// The id of its kind.
    pub kind: &'static str,
    /// When.
    pub when: When,
    /// How many days before the start it was asked for.
    pub days_ago: i64,
    /// What the agent added.
    pub comment: &'a str,
    /// What was attached.
    pub attachment: Option<(&'static str, Bytes)>,
    /// What happened to it, the earliest first.
    pub then: &'a [Then],
}

/// Writes requests.
#[derive(Debug)]
pub struct Writer<'a> {
    /// Where.
    pub connection: &'a Connection,
    /// When the server starts.
    pub now: Moment,
}

/// What is taken where there is no right left of a kind, so that what is told adds up whatever the day of the start.
const INSTEAD: [&str; 2] = ["annual", "savings"];

impl<'a> Writer<'a> {
    /// Writes to that database.
    #[must_use]
    pub fn new(connection: &'a Connection, now: Moment) -> Self {
        Self { connection, now }
    }

    /// Writes a request with what happened to it. One of a single day that nobody works moves on to the next that is worked.
    ///
    /// # Errors
    /// When the database fails.
    pub fn write(&self, wish: &Wish<'_>) -> rusqlite::Result<()> {
        let connection = self.connection;
        let person = self.person(wish.person)?;
        let period = self.period(&person, wish.when)?;
        let is_past = period.to < paris_date(self.now);
        let kinds = [wish.kind].into_iter().chain(INSTEAD);
        let mut found = None;
        for kind in kinds.filter_map(kinds::named) {
            let mut weighed = weigh(connection, &person, kind, &period)?;
            if is_past {
                // It is in what was taken before.
                weighed.uses.clear();
            }
            let is_enough = is_past || weighed.facts.missing == 0;
            if is_enough || found.is_none() {
                found = Some((kind, weighed));
            }
            if is_enough {
                break;
            }
        }
        let Some((kind, weighed)) = found else {
            return Ok(());
        };
        let asked_at =
            self.now - TimeDelta::days(wish.days_ago) - TimeDelta::minutes(wish.person * 7 % 240);
        let attachment = match &wish.attachment {
            Some((media_type, bytes)) => {
                let file = (*media_type, bytes.as_ref());
                let id = attachments::add(connection, person.seq, file, asked_at)?;
                attachments::unused(connection, person.seq, &id)?
            }
            None => None,
        };
        let said = (wish.comment, attachment);
        let id = changes::ask(
            connection,
            &person,
            (kind, &period),
            &weighed,
            said,
            asked_at,
        )?;
        for then in wish.then {
            self.go_on(&id, &person, asked_at, *then)?;
        }
        // What was decided before the start can't be taken back.
        connection.execute(
            "UPDATE leave_request SET undo_person = NULL, undo_until = NULL, undo_state = NULL, undo_level = NULL WHERE id = ?1",
            params![id],
        )?;
        Ok(())
    }

    fn go_on(
        &self,
        id: &str,
        person: &Person,
        asked_at: Moment,
        then: Then,
    ) -> rusqlite::Result<()> {
        let connection = self.connection;
        let Some(request) = requests::find(connection, id)? else {
            return Ok(());
        };
        let (who, hours) = match then {
            Then::Granted(hours, who) | Then::Refused(hours, who, _) => (who, hours),
            Then::TakenBack(hours) | Then::CancellationAsked(hours, _) => (person.seq, hours),
        };
        let at = asked_at + TimeDelta::hours(hours);
        let reader = Reader::of(connection, self.person(who)?, at)?;
        match then {
            Then::Granted(..) => {
                changes::decide(connection, &reader, &request, (LeaveOutcome::Approve, ""))
            }
            Then::Refused(_, _, reason) => changes::decide(
                connection,
                &reader,
                &request,
                (LeaveOutcome::Refuse, reason),
            ),
            Then::TakenBack(_) => changes::take_back(connection, &reader, &request),
            Then::CancellationAsked(_, reason) => {
                changes::ask_cancellation(connection, &reader, &request, reason)
            }
        }?;
        Ok(())
    }

    fn period(&self, person: &Person, when: When) -> rusqlite::Result<LeavePeriod> {
        let When(weeks, weekday, length, (from_noon, to_noon)) = when;
        let mut from = week(paris_date(self.now), weeks) + TimeDelta::days(weekday);
        if length == 1 {
            // There are never two weeks without work.
            let calendar = days::calendar(self.connection, person, (from, from + Days::new(14)))?;
            while calendar.off(from) != (false, false) {
                from = from + Days::new(1);
            }
        }
        Ok(LeavePeriod {
            from,
            from_noon,
            to: from + TimeDelta::days(length - 1),
            to_noon,
        })
    }

    fn person(&self, seq: i64) -> rusqlite::Result<Person> {
        people::numbered(self.connection, seq)
    }
}
