//! Leave: rights, days and requests; days are dates, counted in half-days, never instants.

use super::instant::Instant;
use super::localized::Localized;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use super::leave_asking::{
    LONGEST_LEAVE_COMMENT, LONGEST_LEAVE_REASON, LeaveBalanceChange, LeaveCancellation,
    LeaveObstacle, LeavePreview, LeaveQuestion, NewLeaveRequest, RefusedPeriod, TeamAbsence,
};
pub use super::leave_team::{
    ApprovalState, CalendarAbsence, CalendarPerson, LeaveApproval, LeaveApprovals, LeaveCalendar,
    LeaveDecision, LeaveOutcome, LeaveTeam,
};

/// From when to when: dates with a half-day at each end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct LeavePeriod {
    /// The first day.
    pub from: NaiveDate,
    /// True when the first day begins at noon: only its afternoon is meant.
    pub from_noon: bool,
    /// The last day, itself included.
    pub to: NaiveDate,
    /// True when the last day ends at noon: only its morning is meant.
    pub to_noon: bool,
}

/// The answer of `GET /leave/kinds`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeaveKinds {
    /// What the agent can ask for, in the organisation's order.
    pub items: Vec<LeaveKind>,
    /// What an attachment may be.
    pub attachments: LeaveAttachmentRules,
}

/// A kind of leave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeaveKind {
    /// What `kind` takes.
    pub id: String,
    /// Its name.
    pub label: Localized,
    /// When it is granted; `null` when nothing needs to be said.
    pub description: Option<Localized>,
    /// Whether something must be attached.
    pub attachment: AttachmentNeed,
    /// What is to be attached (`Certificat médical`); `null` where nothing is.
    pub attachment_label: Option<Localized>,
    /// True when it can begin or end at noon.
    pub half_days: bool,
}

/// Whether a kind of leave wants an attachment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AttachmentNeed {
    /// It takes none.
    None,
    /// It takes one.
    Optional,
    /// Without one it is refused.
    Required,
    /// A need that a newer contract added: one can be attached.
    #[serde(other)]
    Unknown,
}

/// What an attachment may be.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeaveAttachmentRules {
    /// The media types taken (`application/pdf`).
    pub media_types: Vec<String>,
    /// The largest, in bytes.
    pub max_size: u64,
}

/// A file that stands with a request: known by type and size only, its name is never sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeaveAttachment {
    /// Opaque.
    pub id: String,
    /// What it was found to be.
    pub media_type: String,
    /// Its length, in bytes.
    pub size: u64,
}

/// The answer of `GET /leave/balances`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeaveBalances {
    /// The agent's rights, in the order in which they are used up.
    pub items: Vec<LeaveBalance>,
}

/// One right to leave, in half-days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeaveBalance {
    /// Opaque.
    pub id: String,
    /// The kind of leave that it is for.
    pub kind: String,
    /// Its name, with its period (`Congés annuels 2026`).
    pub label: Localized,
    /// From which day it can be used.
    pub usable_from: NaiveDate,
    /// The last day on which it can be used; `null` when it does not lapse.
    pub holds_until: Option<NaiveDate>,
    /// Half-days acquired; `null` for leave that an event gives, of which nothing is acquired beforehand.
    pub acquired: Option<i32>,
    /// Half-days of approved leave, past or to come.
    pub taken: i32,
    /// Half-days that wait for a decision.
    pub pending: i32,
    /// Half-days left when all that waits is granted; negative when too much was taken; `null` exactly where `acquired` is.
    pub left: Option<i32>,
}

/// The answer of `GET /leave/days`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeaveDays {
    /// The first day asked for.
    pub from: NaiveDate,
    /// The last day asked for.
    pub to: NaiveDate,
    /// Every day, or half of one, on which the agent does not work anyway.
    pub days_off: Vec<DayOff>,
    /// The agent's own leave that touches these days, neither refused nor cancelled.
    pub absences: Vec<LeaveAbsence>,
}

/// A day, or half of one, that counts for nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayOff {
    /// The day.
    pub on: NaiveDate,
    /// True when its morning is off.
    pub morning: bool,
    /// True when its afternoon is off.
    pub afternoon: bool,
    /// Why.
    pub reason: DayOffReason,
    /// Its name (`Lundi de Pâques`), `null` without one.
    pub label: Option<Localized>,
}

/// Why nobody, or this agent, works on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayOffReason {
    /// A public holiday.
    Holiday,
    /// The weekend.
    Weekend,
    /// The organisation is closed.
    Closed,
    /// A day outside the agent's part time.
    PartTime,
    /// A reason that a newer contract added, shown as a day off.
    #[serde(other)]
    Unknown,
}

/// The agent's own leave, in a calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeaveAbsence {
    /// The id of the request.
    pub request_id: String,
    /// The name of its kind.
    pub label: Localized,
    /// From when to when.
    pub period: LeavePeriod,
    /// How far it is.
    pub state: LeaveState,
}

/// How far a request is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LeaveState {
    /// It waits for a decision.
    Pending,
    /// It was granted at every level.
    Approved,
    /// It was refused.
    Refused,
    /// It was taken back, before or after it was granted.
    Cancelled,
    /// It was granted, and the agent has asked to cancel it: it holds until that is decided.
    CancellationPending,
    /// A state that a newer contract added, shown as being dealt with.
    #[serde(other)]
    Unknown,
}

/// The answer of `GET /leave/requests`: one page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeaveRequests {
    /// This page's requests, the latest first day first.
    pub items: Vec<LeaveRequestSummary>,
    /// Every year that a request touches, the latest first.
    pub years: Vec<i32>,
    /// What `cursor` takes for the next page; `null` on the last.
    pub next_cursor: Option<String>,
}

/// A request in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeaveRequestSummary {
    /// Opaque.
    pub id: String,
    /// The id of its kind, which may no longer be offered.
    pub kind: String,
    /// The name of its kind, as it was then.
    pub label: Localized,
    /// From when to when.
    pub period: LeavePeriod,
    /// The half-days that it counts.
    pub half_days: u32,
    /// How far it is.
    pub state: LeaveState,
    /// When it was asked for.
    pub asked_at: Instant,
}

/// The answer of `GET /leave/requests/{id}`, to the agent and to those who validate it, and of every change of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeaveRequest {
    /// The same as in the list.
    #[serde(flatten)]
    pub summary: LeaveRequestSummary,
    /// Whose leave it is.
    pub agent: LeavePerson,
    /// True when it is the reader's own.
    pub own: bool,
    /// What the agent added, to be read by those who validate; may be empty.
    pub comment: String,
    /// What the agent attached, `null` without.
    pub attachment: Option<LeaveAttachment>,
    /// The level of validation that it waits for, or the last that it passed.
    pub level: LeaveLevel,
    /// What happened to it, the earliest first.
    pub trail: Vec<LeaveStep>,
    /// Until when the reader can take back their own decision; `null` when there is none to take back.
    pub undo_until: Option<Instant>,
    /// What the reader may do with it, in this session.
    pub actions: Vec<LeaveAction>,
    /// What `If-Match` takes, in quotes, to change it: changes with each change of it.
    pub revision: String,
}

/// A colleague, as far as the reader may know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeavePerson {
    /// Opaque, and no key to anything else.
    pub id: String,
    /// Given name and family name.
    pub name: String,
}

/// One level of validation of several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeaveLevel {
    /// Which, from 1.
    pub n: u32,
    /// Of how many.
    pub of: u32,
}

/// Something that happened to a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeaveStep {
    /// When.
    pub at: Instant,
    /// What.
    pub deed: LeaveDeed,
    /// Who did it.
    pub by: LeavePerson,
    /// True when it was the reader.
    pub by_reader: bool,
    /// For whom, when it was a delegate; `null` when not.
    pub on_behalf_of: Option<LeavePerson>,
    /// At which level, with a decision; else `null`.
    pub level: Option<LeaveLevel>,
    /// Why, in their own words; `null` when nothing was said.
    pub reason: Option<String>,
}

/// What can happen to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LeaveDeed {
    /// It was asked for.
    Asked,
    /// It was granted at one level.
    Approved,
    /// It was refused.
    Refused,
    /// It was taken back while it waited.
    Cancelled,
    /// Its cancellation was asked for.
    CancellationAsked,
    /// Its cancellation was granted.
    CancellationApproved,
    /// Its cancellation was refused: the leave holds.
    CancellationRefused,
    /// The decision before was taken back by who had made it.
    DecisionUndone,
    /// Something that a newer contract added, shown with its date and its author.
    #[serde(other)]
    Unknown,
}

/// What may be done with a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LeaveAction {
    /// Take it back while it waits (`DELETE`).
    Cancel,
    /// Ask that it be cancelled after it was granted.
    AskCancellation,
    /// Save it as a calendar file.
    ExportCalendar,
    /// Show the attachment.
    ViewAttachment,
    /// Save the attachment.
    DownloadAttachment,
    /// Grant what it waits for, at the reader's level.
    Approve,
    /// Refuse what it waits for.
    Refuse,
    /// Take back the reader's own decision.
    UndoDecision,
    /// An action that a newer contract added, not offered.
    #[serde(other)]
    Unknown,
}
