//! `GET /leave/approvals`: what waits for the agent's decision, and what the agent has decided; never the agent's own.

use crate::application::Backend;
use crate::guard::SignedIn;
use crate::leave::half_days::overlap;
use crate::leave::kinds;
use crate::problem::Refusal;
use crate::request::Query;
use crate::routes::leave::filter::{Approvals, of_approvals};
use crate::routes::leave::is_offered;
use crate::routes::leave::told::told;
use crate::store::leave::requests::{self, Request};
use crate::store::leave::trail;
use crate::store::leave::validation::Reader;
use crate::store::leave::{absences, accounts, people};
use axum::Json;
use axum::extract::State;
use chrono::TimeDelta;
use nomade::contract::leave::{
    LeaveApproval, LeaveApprovals, LeavePerson, LeaveState, TeamAbsence,
};
use rusqlite::Connection;
use std::sync::Arc;

/// How many stand on a page.
const PAGE: usize = 50;
/// How many colleagues are told beside a request.
const CLASHES: usize = 20;
/// How long what was decided is listed.
const LISTED: TimeDelta = TimeDelta::days(90);

/// One page: what waits, the earliest first day first, or what was decided, the latest decision first.
///
/// # Errors
/// `invalid_fields` for a state or cursor that is none; `signed_out`, `consent_required`, `module_off`.
pub async fn list(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    query: Query,
) -> Result<Json<LeaveApprovals>, Refusal> {
    is_offered(&backend)?;
    let session = current.stored;
    let agent_id = session.account.agent.id.clone();
    let (page, cursors) = of_approvals(&query, (&backend.name_key, &agent_id))?;
    let now = backend.clock.now();
    let found = backend.store.call(move |database| {
        let transaction = database.transaction()?;
        let reader = Reader::of_agent(&transaction, &session.account.agent.id, now)?;
        let told = Telling {
            connection: &transaction,
            reader: &reader,
            on_shared_device: session.shared_device,
        };
        let (items, next) = match page {
            Approvals::Waiting(after) => told.waiting(after)?,
            Approvals::Decided(after) => told.decided(after)?,
        };
        Ok((items, next, reader.count_waiting(&transaction)?))
    });
    let (items, next, waiting) = found.await?;
    Ok(Json(LeaveApprovals {
        items,
        waiting,
        next_cursor: next.map(|next| match next {
            Next::Day(place) => cursors.of_day(place),
            Next::Moment(place) => cursors.of_moment(place),
        }),
    }))
}

/// The place behind which the next page begins.
enum Next {
    Day(requests::Place),
    Moment(trail::Place),
}

/// What a page is told from, and to whom.
struct Telling<'a> {
    connection: &'a Connection,
    reader: &'a Reader,
    on_shared_device: bool,
}

type Page = (Vec<LeaveApproval>, Option<Next>);

impl Telling<'_> {
    fn waiting(&self, after: Option<requests::Place>) -> rusqlite::Result<Page> {
        let mut page = self.reader.waiting(self.connection, after, PAGE + 1)?;
        let is_last = page.len() <= PAGE;
        page.truncate(PAGE);
        let last = page.last().filter(|_| !is_last);
        let next = last.map(|it| Next::Day((it.period.from, it.seq)));
        let tell = |request: &Request| {
            let mandate = self.reader.mandate(request);
            let other = mandate.and_then(|it| it.on_behalf_of.as_ref());
            self.tell(request, other.map(|it| it.told.clone()))
        };
        let items = page.iter().map(tell).collect::<Result<_, _>>()?;
        Ok((items, next))
    }

    fn decided(&self, after: Option<trail::Place>) -> rusqlite::Result<Page> {
        let since = self.reader.now - LISTED;
        let person = self.reader.person.seq;
        let mut page = trail::decided(self.connection, person, since, after, PAGE + 1)?;
        let is_last = page.len() <= PAGE;
        page.truncate(PAGE);
        let next = page.last().filter(|_| !is_last);
        let next = next.map(|(place, ..)| Next::Moment(*place));
        let items = page
            .into_iter()
            .map(|(_, request, other)| self.tell(&request, other.map(|it| it.told)))
            .collect::<Result<_, _>>()?;
        Ok((items, next))
    }

    fn tell(
        &self,
        request: &Request,
        on_behalf_of: Option<LeavePerson>,
    ) -> rusqlite::Result<LeaveApproval> {
        let connection = self.connection;
        let session = (self.reader, self.on_shared_device);
        Ok(LeaveApproval {
            request: told(connection, session, request)?,
            on_behalf_of,
            clashes: self.clashes(request)?,
            team_size: people::team(connection, request.person.team)?.size,
            left_after: self.left_after(request)?,
        })
    }

    /// Who else of the team is, or would be, away in the same half-days: nothing for whom it is no longer any business.
    fn clashes(&self, request: &Request) -> rusqlite::Result<Vec<TeamAbsence>> {
        if !self.reader.is_validator(request) {
            return Ok(Vec::new());
        }
        let days = (request.period.from, request.period.to);
        let away = absences::of_team(self.connection, request.person.team, days)?;
        Ok(away
            .into_iter()
            .filter(|it| it.person.seq != request.person.seq)
            .filter(|it| overlap(&it.period, &request.period))
            .take(CLASHES)
            .map(|it| TeamAbsence {
                person: it.person.told,
                period: it.period,
                state: it.standing.state,
            })
            .collect())
    }

    /// What is left of the agent's rights of this kind when what waits is granted: the leave, or its cancellation.
    fn left_after(&self, request: &Request) -> rusqlite::Result<Option<i32>> {
        let has_none = kinds::named(&request.kind).is_some_and(|kind| !kind.has_balance);
        if has_none || !self.reader.is_validator(request) {
            return Ok(None);
        }
        let connection = self.connection;
        let rights = accounts::of_person(connection, request.person.seq, Some(&request.kind))?;
        let today = self.reader.today();
        let hold = rights.iter().filter(|it| !it.has_lapsed(today));
        let left: i32 = hold.map(|it| it.left()).sum();
        let given_back: i32 = if request.standing.state == LeaveState::CancellationPending {
            let used = accounts::used_by(connection, request.seq)?;
            used.iter().map(|(_, half_days)| half_days).sum()
        } else {
            0
        };
        Ok(Some(left + given_back))
    }
}
