//! `GET /leave/calendar`: who of the reader's teams is away; why, and what is not granted yet, is for those who validate.

use crate::application::Backend;
use crate::guard::SignedIn;
use crate::problem::Refusal;
use crate::request::Query;
use crate::routes::leave::filter::range;
use crate::routes::leave::is_offered;
use crate::search;
use crate::store::leave::absences;
use crate::store::leave::days;
use crate::store::leave::people::{self, Person, Team};
use crate::store::leave::requests::Request;
use crate::store::leave::validation::Reader;
use axum::Json;
use axum::extract::State;
use chrono::NaiveDate;
use nomade::contract::leave::{
    CalendarAbsence, CalendarPerson, LeaveCalendar, LeaveState, LeaveTeam,
};
use rusqlite::Connection;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The most days behind the first that are told at once.
const MOST_DAYS: i64 = 62;

/// The people of the teams that the reader may see, by family name, with when they are away.
///
/// # Errors
/// `invalid_fields` for days that are none, or too many; `signed_out`, `consent_required`, `module_off`.
pub async fn read(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    query: Query,
) -> Result<Json<LeaveCalendar>, Refusal> {
    is_offered(&backend)?;
    let (from, to) = range(&query, MOST_DAYS)?;
    let now = backend.clock.now();
    let found = backend.store.call(move |database| {
        let transaction = database.transaction()?;
        let reader = Reader::of_agent(&transaction, &current.stored.account.agent.id, now)?;
        let validated: BTreeSet<i64> = reader.mandates.iter().map(|it| it.team).collect();
        let mut teams = Vec::new();
        let mut people = Vec::new();
        // The reader is always there, whosever leave they validate.
        let own = (!validated.contains(&reader.person.team)).then_some(reader.person.team);
        for team in validated.iter().copied().chain(own) {
            let told = people::team(&transaction, team)?;
            let validates = validated.contains(&team);
            people.extend(of_team(
                &transaction,
                (&reader, validates),
                (team, &told),
                (from, to),
            )?);
            teams.push(LeaveTeam {
                id: told.id,
                label: told.label,
            });
        }
        let calendar = days::calendar_of_everybody(&transaction, (from, to))?;
        people.sort_by(|one, other| one.0.cmp(&other.0));
        Ok(LeaveCalendar {
            from,
            to,
            teams,
            people: people.into_iter().map(|(_, person)| person).collect(),
            days_off: calendar.days_off(from, to),
        })
    });
    Ok(Json(found.await?))
}

/// The people of a team, each with what a dictionary orders them by.
fn of_team(
    connection: &Connection,
    (reader, validates): (&Reader, bool),
    (team, told): (i64, &Team),
    days: (NaiveDate, NaiveDate),
) -> rusqlite::Result<Vec<(String, CalendarPerson)>> {
    let mut away: BTreeMap<i64, Vec<CalendarAbsence>> = BTreeMap::new();
    for request in absences::of_team(connection, team, days)? {
        if let Some(absence) = absence(reader, validates, &request) {
            away.entry(request.person.seq).or_default().push(absence);
        }
    }
    let members: Vec<(Person, String)> = people::members(connection, team)?;
    Ok(members
        .into_iter()
        .map(|(person, family_name)| {
            let order = search::order_of(&format!("{family_name} {}", person.told.name));
            let absences = away.remove(&person.seq).unwrap_or_default();
            let told = CalendarPerson {
                person: person.told,
                team: told.id.clone(),
                absences,
            };
            (order, told)
        })
        .collect())
}

/// An absence as far as the reader may know: of a colleague that it is granted, and no more.
fn absence(reader: &Reader, validates: bool, request: &Request) -> Option<CalendarAbsence> {
    let knows_all = validates || reader.owns(request);
    let state = request.standing.state;
    if !knows_all && !absences::is_granted(state) {
        return None;
    }
    Some(CalendarAbsence {
        period: request.period,
        state: if knows_all {
            state
        } else {
            LeaveState::Approved
        },
        label: knows_all.then(|| request.label.clone()),
    })
}
