//! What is asked of leave, and what would come of it; knows no answer that lasts.

use super::leave::{LeaveAbsence, LeavePeriod, LeavePerson, LeaveState};
use super::localized::Localized;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The body of `POST /leave/preview`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeaveQuestion {
    /// The id of the kind.
    pub kind: String,
    /// From when to when.
    pub period: LeavePeriod,
}

/// The answer of `POST /leave/preview`: what would come of a request, which is not made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeavePreview {
    /// The half-days that it would count.
    pub half_days: u32,
    /// The rights that it would use, each before and after.
    pub balances: Vec<LeaveBalanceChange>,
    /// The agent's own leave that it would overlap.
    pub overlaps: Vec<LeaveAbsence>,
    /// Periods within it in which the service grants no leave.
    pub refused_periods: Vec<RefusedPeriod>,
    /// Colleagues who are away on these days, as far as the agent may know.
    pub colleagues: Vec<TeamAbsence>,
    /// How many the team counts, the agent included.
    pub team_size: u32,
    /// Why it would be refused; empty when it can be asked for.
    pub obstacles: Vec<LeaveObstacle>,
}

/// What a request would do to one right, in half-days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeaveBalanceChange {
    /// The id of the balance.
    pub id: String,
    /// Its name.
    pub label: Localized,
    /// What is left before.
    pub before: i32,
    /// What would be left.
    pub after: i32,
}

/// A period in which no leave is granted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusedPeriod {
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day.
    pub to: NaiveDate,
    /// Why (`Élections`).
    pub label: Localized,
}

/// When a colleague is away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamAbsence {
    /// Who.
    pub person: LeavePerson,
    /// From when to when.
    pub period: LeavePeriod,
    /// How far it is; who does not validate sees what is granted only.
    pub state: LeaveState,
}

/// Why a request would be refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LeaveObstacle {
    /// No half-day of it is worked.
    NothingToCount,
    /// It overlaps leave of the agent's own.
    Overlap,
    /// There is not enough left.
    BalanceTooLow,
    /// It touches a period in which no leave is granted.
    RefusedPeriod,
    /// It begins before, or ends after, the days that can be asked for.
    OutOfRange,
    /// It is longer than this kind allows.
    TooLong,
    /// This kind takes whole days only.
    WholeDaysOnly,
    /// An obstacle that a newer contract added: it would be refused, and nobody here knows why.
    #[serde(other)]
    Unknown,
}

/// The body of `POST /leave/requests`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewLeaveRequest {
    /// The id of the kind.
    pub kind: String,
    /// From when to when.
    pub period: LeavePeriod,
    /// For those who validate, at most [`LONGEST_LEAVE_COMMENT`] characters; may be empty.
    pub comment: String,
    /// The id of what was attached, `null` without.
    pub attachment: Option<String>,
}

/// The longest comment of a request, in characters.
pub const LONGEST_LEAVE_COMMENT: usize = 1000;

/// The body of `POST /leave/requests/{id}/cancellation`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeaveCancellation {
    /// Why, at most [`LONGEST_LEAVE_REASON`] characters; may be empty.
    pub reason: String,
}

/// The longest reason of a refusal or a cancellation, in characters.
pub const LONGEST_LEAVE_REASON: usize = 500;
