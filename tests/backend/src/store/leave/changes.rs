//! What is done to requests: asked for, taken back, decided, undone; each with its step, and as one with what the caller
//! writes besides. Judges nothing but what the rules of levels do.

use crate::clock::Moment;
use crate::leave::accounts::consume;
use crate::leave::half_days::{Span, overlap};
use crate::leave::kinds::Kind;
use crate::leave::levels::Standing;
use crate::leave::obstacles::Facts;
use crate::store::leave::requests::{self, New, Request, Undo};
use crate::store::leave::trail::{self, Step};
use crate::store::leave::validation::Reader;
use crate::store::leave::{absences, accounts, days, mandates, people};
use chrono::TimeDelta;
use nomade::contract::leave::{
    LeaveBalanceChange, LeaveDeed, LeaveOutcome, LeavePeriod, RefusedPeriod,
};
use rusqlite::Connection;

/// How long a decision can be taken back.
pub const UNDO: TimeDelta = TimeDelta::seconds(60);

/// What a request for a period would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weighed {
    /// What the obstacles follow from.
    pub facts: Facts,
    /// The rights that it would use, by their ids.
    pub uses: Vec<(String, i32)>,
    /// What would become of them.
    pub changes: Vec<LeaveBalanceChange>,
    /// The person's own leave that it would overlap.
    pub overlaps: Vec<Request>,
    /// Periods within it in which no leave is granted.
    pub refused: Vec<RefusedPeriod>,
}

/// What a request of that person would do; the period must hold something.
///
/// # Errors
/// When the database fails.
pub fn weigh(
    connection: &Connection,
    person: &people::Person,
    kind: &Kind,
    period: &LeavePeriod,
) -> rusqlite::Result<Weighed> {
    let calendar = days::calendar(connection, person, (period.from, period.to))?;
    let worked = calendar.worked(Span::of(period));
    let rights = if kind.has_balance {
        accounts::of_person(connection, person.seq, Some(kind.id))?
    } else {
        Vec::new()
    };
    let consumption = if kind.has_balance {
        consume(&rights, &worked)
    } else {
        Default::default()
    };
    let touched = absences::of_person(connection, person.seq, (period.from, period.to))?;
    let overlaps: Vec<_> = touched
        .into_iter()
        .filter(|it| overlap(&it.period, period))
        .collect();
    let refused = days::refused_periods(connection, person.team, period)?;
    let uses = consumption.uses.iter();
    Ok(Weighed {
        facts: Facts {
            half_days: u32::try_from(worked.len()).unwrap_or(u32::MAX),
            overlaps: !overlaps.is_empty(),
            is_refused: !refused.is_empty(),
            missing: consumption.missing,
        },
        uses: uses
            .filter_map(|(place, count)| Some((rights.get(*place)?.id.clone(), *count)))
            .collect(),
        changes: consumption.changes(&rights, &worked),
        overlaps,
        refused,
    })
}

/// Makes a request, and gives its id.
///
/// # Errors
/// When the database fails.
pub fn ask(
    connection: &Connection,
    person: &people::Person,
    (kind, period): (&Kind, &LeavePeriod),
    weighed: &Weighed,
    (comment, attachment): (&str, Option<i64>),
    now: Moment,
) -> rusqlite::Result<String> {
    let levels = people::team(connection, person.team)?.levels;
    let staffed = mandates::levels_without(connection, person.team, person.seq)?;
    let new = New {
        person: person.seq,
        kind: kind.id,
        label: kind.label(),
        period: *period,
        half_days: weighed.facts.half_days,
        comment,
        attachment,
        asked_at: now,
        standing: Standing::asked(levels, |level| staffed.contains(&level)),
    };
    let (seq, id) = requests::add(connection, &new)?;
    for (account, half_days) in &weighed.uses {
        accounts::put_to_use(connection, seq, (account, *half_days))?;
    }
    let step = Step {
        at: now,
        deed: LeaveDeed::Asked,
        by: person.seq,
        on_behalf_of: None,
        level: None,
        reason: "",
    };
    trail::add(connection, seq, &step)?;
    Ok(id)
}

/// Takes a request back for its agent while it waits; says whether it did.
///
/// # Errors
/// When the database fails.
pub fn take_back(
    connection: &Connection,
    reader: &Reader,
    request: &Request,
) -> rusqlite::Result<bool> {
    let Some(after) = request
        .standing
        .taken_back()
        .filter(|_| reader.owns(request))
    else {
        return Ok(false);
    };
    own_step(
        connection,
        reader,
        request,
        (after, LeaveDeed::Cancelled),
        "",
    )
}

/// Asks for its agent that a granted request be cancelled, as long as it is not over; says whether it did.
///
/// # Errors
/// When the database fails.
pub fn ask_cancellation(
    connection: &Connection,
    reader: &Reader,
    request: &Request,
    reason: &str,
) -> rusqlite::Result<bool> {
    let person = &request.person;
    let staffed = mandates::levels_without(connection, person.team, person.seq)?;
    let after = request
        .standing
        .cancellation_asked(|level| staffed.contains(&level))
        .filter(|_| reader.owns(request) && request.period.to >= reader.today());
    let Some(after) = after else {
        return Ok(false);
    };
    let deed = LeaveDeed::CancellationAsked;
    own_step(connection, reader, request, (after, deed), reason)
}

fn own_step(
    connection: &Connection,
    reader: &Reader,
    request: &Request,
    (after, deed): (Standing, LeaveDeed),
    reason: &str,
) -> rusqlite::Result<bool> {
    let step = Step {
        at: reader.now,
        deed,
        by: reader.person.seq,
        on_behalf_of: None,
        level: None,
        reason,
    };
    trail::add(connection, request.seq, &step)?;
    requests::change(connection, request, after, None)
}

/// Decides what a request waits for, at the reader's level; says whether it did.
///
/// # Errors
/// When the database fails.
pub fn decide(
    connection: &Connection,
    reader: &Reader,
    request: &Request,
    (outcome, reason): (LeaveOutcome, &str),
) -> rusqlite::Result<bool> {
    let Some(mandate) = reader.mandate(request) else {
        return Ok(false);
    };
    let person = &request.person;
    let staffed = mandates::levels_without(connection, person.team, person.seq)?;
    let decided = request
        .standing
        .decided(outcome, |level| staffed.contains(&level));
    let Some((after, deed)) = decided else {
        return Ok(false);
    };
    let step = Step {
        at: reader.now,
        deed,
        by: reader.person.seq,
        on_behalf_of: mandate.on_behalf_of.as_ref().map(|it| it.seq),
        level: Some(request.standing.level()),
        reason,
    };
    trail::add(connection, request.seq, &step)?;
    let undo = Undo {
        person: reader.person.seq,
        until: reader.now + UNDO,
        before: request.standing,
    };
    requests::change(connection, request, after, Some(undo))
}

/// Takes the reader's own decision back: the request stands where it stood. Says whether it did.
///
/// # Errors
/// When the database fails.
pub fn undo(connection: &Connection, reader: &Reader, request: &Request) -> rusqlite::Result<bool> {
    let Some((_, before)) = reader.undo(connection, request)? else {
        return Ok(false);
    };
    let decided = trail::decision_of(connection, request.seq, reader.person.seq)?;
    let step = Step {
        at: reader.now,
        deed: LeaveDeed::DecisionUndone,
        by: reader.person.seq,
        on_behalf_of: decided.flatten(),
        level: Some(before.level()),
        reason: "",
    };
    trail::add(connection, request.seq, &step)?;
    requests::change(connection, request, before, None)
}
