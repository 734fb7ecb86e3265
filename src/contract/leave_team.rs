//! Leave as those who validate it and as colleagues see it; knows no balance.

use super::leave::{DayOff, LeavePeriod, LeavePerson, LeaveRequest, LeaveState};
use super::leave_asking::TeamAbsence;
use super::localized::Localized;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The answer of `GET /leave/approvals`: one page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeaveApprovals {
    /// This page's requests: what waits, the earliest first day first; what was decided, the latest decision first.
    pub items: Vec<LeaveApproval>,
    /// How many wait for the reader in all.
    pub waiting: u32,
    /// What `cursor` takes for the next page; `null` on the last.
    pub next_cursor: Option<String>,
}

/// A request as those who validate it see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeaveApproval {
    /// The request.
    pub request: LeaveRequest,
    /// In whose place the reader decides; `null` when in their own.
    pub on_behalf_of: Option<LeavePerson>,
    /// Who else of the team is, or would be, away on these days.
    pub clashes: Vec<TeamAbsence>,
    /// How many the team counts, the agent included.
    pub team_size: u32,
    /// What would be left of the agent's rights, in half-days; `null` when this kind has no balance.
    pub left_after: Option<i32>,
}

/// Which of the requests that the reader validates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ApprovalState {
    /// Those that wait for the reader.
    #[default]
    Waiting,
    /// Those that the reader has decided.
    Decided,
}

/// The body of `POST /leave/requests/{id}/decision`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeaveDecision {
    /// What is decided.
    pub outcome: LeaveOutcome,
    /// Why, for the agent to read, 1 to [`LONGEST_LEAVE_REASON`] characters with a refusal; may be empty else.
    pub reason: String,
}

/// What can be decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LeaveOutcome {
    /// What was asked for is granted.
    Approve,
    /// It is refused.
    Refuse,
}

/// The answer of `GET /leave/calendar`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeaveCalendar {
    /// The first day asked for.
    pub from: NaiveDate,
    /// The last day asked for.
    pub to: NaiveDate,
    /// The teams that the reader may see.
    pub teams: Vec<LeaveTeam>,
    /// Their people, by family name, the reader included.
    pub people: Vec<CalendarPerson>,
    /// The days on which nobody works.
    pub days_off: Vec<DayOff>,
}

/// A team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeaveTeam {
    /// Opaque.
    pub id: String,
    /// Its name.
    pub label: String,
}

/// A person of the calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarPerson {
    /// Who.
    pub person: LeavePerson,
    /// The id of the team.
    pub team: String,
    /// When this person is away.
    pub absences: Vec<CalendarAbsence>,
}

/// An absence in the calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarAbsence {
    /// From when to when.
    pub period: LeavePeriod,
    /// How far it is; who does not validate sees what is granted only.
    pub state: LeaveState,
    /// The name of the kind; `null` when the reader may not know why.
    pub label: Option<Localized>,
}
