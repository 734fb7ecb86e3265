//! Who may read a request and who may decide it: never the agent whose leave it is, nor anybody in that agent's place; knows
//! no session.

use crate::clock::{Moment, paris_date};
use crate::leave::levels::Standing;
use crate::store::leave::mandates::{self, Mandate};
use crate::store::leave::people::{self, Person};
use crate::store::leave::requests::{self, Place, Request};
use crate::store::leave::{absences, accounts, trail};
use chrono::NaiveDate;
use rusqlite::Connection;
use rusqlite::types::Value;

/// Somebody who reads requests, at a moment.
#[derive(Clone, Debug)]
pub struct Reader {
    /// Who.
    pub person: Person,
    /// What they validate today.
    pub mandates: Vec<Mandate>,
    /// When.
    pub now: Moment,
}

impl Reader {
    /// The person of that account, with what they validate at that moment.
    ///
    /// # Errors
    /// When the database fails.
    pub fn of_agent(
        connection: &Connection,
        agent_id: &str,
        now: Moment,
    ) -> rusqlite::Result<Self> {
        let person = people::of_agent(connection, agent_id)?;
        Self::of(connection, person, now)
    }

    /// That person, with what they validate at that moment.
    ///
    /// # Errors
    /// When the database fails.
    pub fn of(connection: &Connection, person: Person, now: Moment) -> rusqlite::Result<Self> {
        let mandates = mandates::of_person(connection, person.seq, paris_date(now))?;
        Ok(Self {
            person,
            mandates,
            now,
        })
    }

    /// The day on the calendar of Paris.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        paris_date(self.now)
    }

    /// True when it is the reader's own leave.
    #[must_use]
    pub fn owns(&self, request: &Request) -> bool {
        self.person.seq == request.person.seq
    }

    /// The mandate by which the reader decides what the request waits for; none when they may not.
    #[must_use]
    pub fn mandate<'a>(&'a self, request: &'a Request) -> Option<&'a Mandate> {
        let waits = request.standing.waits();
        self.validates(request)
            .find(|mandate| waits && mandate.level == request.standing.level)
    }

    /// True when the reader validates such requests today, whatever this one waits for.
    #[must_use]
    pub fn is_validator(&self, request: &Request) -> bool {
        self.validates(request).next().is_some()
    }

    /// The mandates over a request, at whatever level. Nobody has one over their own leave, and nobody has one in the place of
    /// whom it is.
    fn validates<'a>(&'a self, request: &'a Request) -> impl Iterator<Item = &'a Mandate> {
        let others = (!self.owns(request)).then_some(&self.mandates);
        others.into_iter().flatten().filter(|mandate| {
            mandate.team == request.person.team
                && mandate
                    .on_behalf_of
                    .as_ref()
                    .is_none_or(|it| it.seq != request.person.seq)
        })
    }

    /// True for the agent's own, and for those who validate it, or have.
    ///
    /// # Errors
    /// When the database fails.
    pub fn may_read(&self, connection: &Connection, request: &Request) -> rusqlite::Result<bool> {
        Ok(self.owns(request)
            || self.validates(request).next().is_some()
            || trail::has_decided(connection, request.seq, self.person.seq)?)
    }

    /// The request of that id, if the reader may read it.
    ///
    /// # Errors
    /// When the database fails.
    pub fn find(&self, connection: &Connection, id: &str) -> rusqlite::Result<Option<Request>> {
        match requests::find(connection, id)? {
            Some(request) if self.may_read(connection, &request)? => Ok(Some(request)),
            _ => Ok(None),
        }
    }

    /// What can be taken back of the reader's own decision: until when, and where the request stands then. Nothing when the
    /// agent has used meanwhile what a refusal gave back: half-days, or rights to them.
    ///
    /// # Errors
    /// When the database fails.
    pub fn undo(
        &self,
        connection: &Connection,
        request: &Request,
    ) -> rusqlite::Result<Option<(Moment, Standing)>> {
        let own = request
            .undo
            .filter(|undo| undo.person == self.person.seq && self.now < undo.until);
        let Some(undo) = own else {
            return Ok(None);
        };
        if undo.before.counts() && !request.standing.counts() && !is_free(connection, request)? {
            return Ok(None);
        }
        Ok(Some((undo.until, undo.before)))
    }

    /// The condition of what waits for the reader, with its values.
    fn condition(&self) -> (String, Vec<Value>) {
        let mut values: Vec<Value> = vec![self.person.seq.into()];
        let mut conditions = Vec::new();
        for mandate in &self.mandates {
            let other = mandate.on_behalf_of.as_ref().map_or(-1, |it| it.seq);
            let first = values.len() + 1;
            values.extend([
                mandate.team.into(),
                i64::from(mandate.level).into(),
                other.into(),
            ]);
            conditions.push(format!(
                "(person.team_seq = ?{first} AND request.level = ?{} AND request.person_seq <> ?{})",
                first + 1,
                first + 2
            ));
        }
        if conditions.is_empty() {
            conditions.push("FALSE".to_owned());
        }
        let any = conditions.join(" OR ");
        (format!("request.person_seq <> ?1 AND ({any})"), values)
    }

    /// What waits for the reader, the earliest first day first.
    ///
    /// # Errors
    /// When the database fails.
    pub fn waiting(
        &self,
        connection: &Connection,
        after: Option<Place>,
        most: usize,
    ) -> rusqlite::Result<Vec<Request>> {
        let (condition, values) = self.condition();
        requests::waiting(connection, (&condition, &values), after, most)
    }

    /// How many wait for the reader in all.
    ///
    /// # Errors
    /// When the database fails.
    pub fn count_waiting(&self, connection: &Connection) -> rusqlite::Result<u32> {
        let (condition, values) = self.condition();
        requests::count_waiting(connection, (&condition, &values))
    }
}

/// True when neither another leave of the agent's holds a half-day of the request, nor its rights have been used up.
fn is_free(connection: &Connection, request: &Request) -> rusqlite::Result<bool> {
    let days = (request.period.from, request.period.to);
    let others = absences::of_person(connection, request.person.seq, days)?;
    let overlaps = others.iter().any(|it| {
        it.seq != request.seq && crate::leave::half_days::overlap(&it.period, &request.period)
    });
    if overlaps {
        return Ok(false);
    }
    let left = accounts::of_person(connection, request.person.seq, Some(&request.kind))?;
    let used = accounts::used_by(connection, request.seq)?;
    Ok(used.iter().all(|(id, half_days)| {
        left.iter()
            .any(|account| account.id == *id && account.left() >= *half_days)
    }))
}
