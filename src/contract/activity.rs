//! The agent's journal: who did what, when and from where; knows no place where it is shown.

use super::instant::Instant;
use serde::{Deserialize, Serialize};

/// The answer of `GET /activity`: one page, the newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Activity {
    /// This page's events.
    pub items: Vec<ActivityEvent>,
    /// Since when events are recorded and kept; nothing older can be shown.
    pub recorded_since: Instant,
    /// What `cursor` takes for the next page; `null` on the last.
    pub next_cursor: Option<String>,
}

/// One event of the agent's account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivityEvent {
    /// Opaque and stable.
    pub id: String,
    /// When it happened.
    pub at: Instant,
    /// What kind it is, as the filter knows it.
    pub kind: ActivityKind,
    /// What happened exactly.
    pub code: ActivityCode,
    /// What it happened to; `null` when that is the account itself.
    pub item: Option<ActivityItem>,
    /// The network address that it came from.
    pub from: String,
    /// The browser, in words (`Firefox 153, Linux`).
    pub with: String,
    /// True when it happened in the session that asks.
    pub current_session: bool,
    /// The report that was made of it, `null` when none was.
    pub report: Option<ActivityReport>,
    /// What the agent may do with it.
    pub actions: Vec<ActivityAction>,
}

/// The kinds that the journal can be filtered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActivityKind {
    /// Signing in and out, tries that were refused, sessions that were ended.
    Connection,
    /// Something was opened.
    View,
    /// Something was taken away.
    Download,
    /// The agent decided or declared something.
    Decision,
    /// A kind that a newer contract added, shown without a name.
    #[serde(other)]
    Unknown,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActivityCode {
    /// A sign-in.
    SignedIn,
    /// A try with a wrong password, or while locked.
    SignInRefused,
    /// A sign-out.
    SignedOut,
    /// A session was ended from another one.
    SessionEnded,
    /// A payslip was opened, or its PDF shown.
    PayslipViewed,
    /// A payslip's PDF was fetched to be saved.
    PayslipDownloaded,
    /// A document was shown.
    DocumentViewed,
    /// A document was fetched to be saved.
    DocumentDownloaded,
    /// A certificate was asked for.
    DocumentRequested,
    /// Leave was asked for.
    LeaveRequested,
    /// A request for leave was taken back.
    LeaveCancelled,
    /// The cancellation of leave was asked for.
    LeaveCancellationRequested,
    /// A colleague's request was granted at one level.
    LeaveApproved,
    /// A colleague's request was refused.
    LeaveRefused,
    /// The cancellation of a colleague's leave was granted at one level.
    LeaveCancellationApproved,
    /// The cancellation of a colleague's leave was refused.
    LeaveCancellationRefused,
    /// A decision on a colleague's request was taken back.
    LeaveDecisionUndone,
    /// The attachment of a request was shown.
    LeaveFileViewed,
    /// The attachment of a request, or the request as a calendar file, was fetched to be saved.
    LeaveFileDownloaded,
    /// A message was sent.
    MailSent,
    /// The sending of a message was taken back.
    MailSendingUndone,
    /// An attachment of a message was shown.
    MailFileViewed,
    /// An attachment of a message was fetched to be saved.
    MailFileDownloaded,
    /// The charter and the terms were accepted.
    ConsentGiven,
    /// An event was reported: "this was not me".
    EventReported,
    /// Something that a newer contract added, shown by its kind.
    #[serde(other)]
    Unknown,
}

/// What an event happened to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivityItem {
    /// What kind of thing it is.
    pub kind: ActivityItemKind,
    /// Its id in its own resource.
    pub id: String,
    /// The employer's own words for it, in French (`Bulletin de paie, octobre 2026`).
    pub label: String,
}

/// The kinds of things that events happen to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActivityItemKind {
    /// A payslip.
    Payslip,
    /// A document.
    Document,
    /// A request for a certificate.
    DocumentRequest,
    /// A request for leave, the agent's own or one that the agent validates.
    LeaveRequest,
    /// A message.
    MailMessage,
    /// A kind that a newer contract added, shown by its label.
    #[serde(other)]
    Unknown,
}

/// What may be done with an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActivityAction {
    /// Report that it was not the agent.
    Report,
    /// An action that a newer contract added, not offered.
    #[serde(other)]
    Unknown,
}

/// A report that an event was not the agent's doing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivityReport {
    /// What to tell support (`SIG-2026-000042`).
    pub number: String,
    /// When it was made.
    pub at: Instant,
}

/// The body of `POST /activity/{id}/report`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportedEvent {
    /// What the agent adds, at most [`LONGEST_COMMENT`] characters; may be empty.
    pub comment: String,
}

/// The longest comment of a report, in characters.
pub const LONGEST_COMMENT: usize = 2000;
