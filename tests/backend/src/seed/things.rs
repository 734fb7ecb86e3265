//! What the demo agents did something to before the start: payslips, documents, requests, leave; knows no deed.

use crate::clock::{Moment, paris_date};
use crate::leave::words::label;
use crate::pdf::words::month;
use chrono::NaiveDate;
use nomade::contract::activity::ActivityItemKind;
use nomade::contract::leave::LeavePeriod;
use rusqlite::{Connection, params};

/// Something that the agent has opened or asked for.
pub struct Thing {
    /// What kind of thing it is.
    pub kind: ActivityItemKind,
    /// Its id in its own resource.
    pub id: String,
    /// Its name.
    pub label: String,
    /// Since when it is there.
    pub on: NaiveDate,
}

/// Everything that the agent did something to.
pub struct Things {
    /// Payslips that were opened, the oldest first.
    pub payslips: Vec<Thing>,
    /// The latest documents that were opened, the newest first.
    pub documents: Vec<Thing>,
    /// Requests for certificates with their moments, the oldest first.
    pub requests: Vec<(Thing, Moment)>,
    /// Requests for leave with their moments, the oldest first.
    pub leave: Vec<(Thing, Moment)>,
}

impl Things {
    /// Those of that agent.
    ///
    /// # Errors
    /// When the database fails.
    pub fn of(connection: &Connection, agent_id: &str) -> rusqlite::Result<Self> {
        let payslips = connection
            .prepare_cached(
                "SELECT id, label, period, paid_on FROM payslip WHERE agent_id = ?1 AND opened_at IS NOT NULL ORDER BY paid_on, seq",
            )?
            .query_map(params![agent_id], |row| {
                let label: String = row.get(1)?;
                Ok(Thing {
                    kind: ActivityItemKind::Payslip,
                    id: row.get(0)?,
                    label: format!("{label}, {}", month(row.get(2)?)),
                    on: row.get(3)?,
                })
            })?
            .collect::<Result<_, _>>()?;
        let documents = connection
            .prepare_cached(
                "SELECT id, title, issued_on FROM document WHERE agent_id = ?1 AND opened_at IS NOT NULL
                 ORDER BY issued_on DESC, seq DESC LIMIT 8",
            )?
            .query_map(params![agent_id], |row| {
                Ok(Thing {
                    kind: ActivityItemKind::Document,
                    id: row.get(0)?,
                    label: row.get(1)?,
                    on: row.get(2)?,
                })
            })?
            .collect::<Result<_, _>>()?;
        let requests = connection
            .prepare_cached(
                "SELECT id, label_fr, asked_at FROM document_request WHERE agent_id = ?1 ORDER BY asked_at, seq",
            )?
            .query_map(params![agent_id], |row| {
                let asked_at: Moment = row.get(2)?;
                let thing = Thing {
                    kind: ActivityItemKind::DocumentRequest,
                    id: row.get(0)?,
                    label: row.get(1)?,
                    on: paris_date(asked_at),
                };
                Ok((thing, asked_at))
            })?
            .collect::<Result<_, _>>()?;
        let leave = connection
            .prepare_cached(
                "SELECT request.id, label_fr, from_day, from_noon, to_day, to_noon, asked_at FROM leave_request AS request
                   JOIN leave_person AS person ON person.seq = person_seq
                 WHERE agent_id = ?1 ORDER BY asked_at, request.seq",
            )?
            .query_map(params![agent_id], |row| {
                let kind: String = row.get(1)?;
                let period = LeavePeriod {
                    from: row.get(2)?,
                    from_noon: row.get(3)?,
                    to: row.get(4)?,
                    to_noon: row.get(5)?,
                };
                let asked_at: Moment = row.get(6)?;
                let thing = Thing {
                    kind: ActivityItemKind::LeaveRequest,
                    id: row.get(0)?,
                    label: label(&kind, &period),
                    on: paris_date(asked_at),
                };
                Ok((thing, asked_at))
            })?
            .collect::<Result<_, _>>()?;
        Ok(Self {
            payslips,
            documents,
            requests,
            leave,
        })
    }
}
