//! The files of `tests/fixtures`, each with its schema and its Rust type; knows no test.

use nomade::contract::activity::{Activity, ActivityReport, ReportedEvent};
use nomade::contract::agent::Agent;
use nomade::contract::consent::{Consent, ConsentGiven};
use nomade::contract::documents::{
    Document, DocumentRequest, DocumentRequests, DocumentSearch, Documents, NewDocumentRequest,
};
use nomade::contract::leave::{
    LeaveApprovals, LeaveAttachment, LeaveBalances, LeaveCalendar, LeaveCancellation, LeaveDays,
    LeaveDecision, LeaveKinds, LeavePreview, LeaveQuestion, LeaveRequest, LeaveRequests,
    NewLeaveRequest,
};
use nomade::contract::mail::{
    MailAttachment, MailChange, MailChanged, MailChanges, MailDirectory, MailDirectorySearch,
    MailDraft, MailFolders, MailMessage, MailMessages, MailSearch, MailSending, MailSent,
    NewMailDraft,
};
use nomade::contract::notices::Notices;
use nomade::contract::operation::Operation;
use nomade::contract::payslips::{Payslip, PayslipSeries, Payslips};
use nomade::contract::portal::Portal;
use nomade::contract::probe::{CookieReceived, CookieSet, NetworkProbe};
use nomade::contract::problem::Problem;
use nomade::contract::session::{Credentials, OpenSessions, Session};
use nomade::contract::texts::Text;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// Fixtures whose name begins with `prefix` are of `schema` and of one Rust type.
pub struct Kind {
    pub prefix: &'static str,
    pub schema: &'static str,
    /// Reads the text into the type and writes it again.
    pub reread: fn(&str) -> Result<Value, String>,
}

const fn kind<T: Serialize + DeserializeOwned>(prefix: &'static str, schema: &'static str) -> Kind {
    Kind {
        prefix,
        schema,
        reread: reread::<T>,
    }
}

/// Every kind of fixture, the first that fits counts; another resource adds its line here.
pub const KINDS: [Kind; 53] = [
    kind::<Activity>("activity/page_", "Activity"),
    kind::<ActivityReport>("activity/report_", "ActivityReport"),
    kind::<ReportedEvent>("activity/reported_", "ReportedEvent"),
    kind::<Agent>("agent/", "Agent"),
    kind::<ConsentGiven>("consent/given_", "ConsentGiven"),
    kind::<Consent>("consent/", "Consent"),
    kind::<Credentials>("credentials/", "Credentials"),
    kind::<Document>("documents/document_", "Document"),
    kind::<NewDocumentRequest>("documents/new_request_", "NewDocumentRequest"),
    kind::<Documents>("documents/page_", "Documents"),
    kind::<DocumentRequest>("documents/request_", "DocumentRequest"),
    kind::<DocumentRequests>("documents/requests_", "DocumentRequests"),
    kind::<DocumentSearch>("documents/search_", "DocumentSearch"),
    kind::<LeaveApprovals>("leave/approvals_", "LeaveApprovals"),
    kind::<LeaveAttachment>("leave/attachment_", "LeaveAttachment"),
    kind::<LeaveBalances>("leave/balances_", "LeaveBalances"),
    kind::<LeaveCalendar>("leave/calendar_", "LeaveCalendar"),
    kind::<LeaveCancellation>("leave/cancellation_", "LeaveCancellation"),
    kind::<LeaveDays>("leave/days_", "LeaveDays"),
    kind::<LeaveDecision>("leave/decision_", "LeaveDecision"),
    kind::<LeaveKinds>("leave/kinds_", "LeaveKinds"),
    kind::<NewLeaveRequest>("leave/new_", "NewLeaveRequest"),
    kind::<LeavePreview>("leave/preview_", "LeavePreview"),
    kind::<LeaveQuestion>("leave/question_", "LeaveQuestion"),
    kind::<LeaveRequest>("leave/request_", "LeaveRequest"),
    kind::<LeaveRequests>("leave/requests_", "LeaveRequests"),
    kind::<MailAttachment>("mail/attachment_", "MailAttachment"),
    kind::<MailChange>("mail/change_", "MailChange"),
    kind::<MailChanged>("mail/changed_", "MailChanged"),
    kind::<MailChanges>("mail/changes_", "MailChanges"),
    kind::<MailDirectorySearch>("mail/directory_search_", "MailDirectorySearch"),
    kind::<MailDirectory>("mail/directory_", "MailDirectory"),
    kind::<MailDraft>("mail/draft_", "MailDraft"),
    kind::<MailFolders>("mail/folders_", "MailFolders"),
    kind::<MailMessage>("mail/message_", "MailMessage"),
    kind::<NewMailDraft>("mail/new_draft_", "NewMailDraft"),
    kind::<MailMessages>("mail/page_", "MailMessages"),
    kind::<MailSearch>("mail/search_", "MailSearch"),
    kind::<MailSending>("mail/sending_", "MailSending"),
    kind::<MailSent>("mail/sent_", "MailSent"),
    kind::<Notices>("notices/", "Notices"),
    kind::<Operation>("operations/", "Operation"),
    kind::<Payslip>("payslips/payslip_", "Payslip"),
    kind::<Payslips>("payslips/page_", "Payslips"),
    kind::<PayslipSeries>("payslips/series_", "PayslipSeries"),
    kind::<Portal>("portal/", "Portal"),
    kind::<CookieReceived>("probe/cookie_received_", "CookieReceived"),
    kind::<CookieSet>("probe/cookie_set", "CookieSet"),
    kind::<NetworkProbe>("probe/network_", "NetworkProbe"),
    kind::<Problem>("problem/", "Problem"),
    kind::<Session>("session/", "Session"),
    kind::<OpenSessions>("sessions/", "OpenSessions"),
    kind::<Text>("texts/", "Text"),
];

/// Folders that are not of the contract: accounts for the conformance run.
const OTHER: [&str; 1] = ["accounts/"];

pub struct Fixture {
    /// `<resource>/<case>`.
    pub name: String,
    pub kind: &'static Kind,
    pub value: Value,
    /// As a newer backend might answer: with fields and values that this version of the contract does not have.
    pub newer: bool,
}

/// What this version of the contract allows.
pub fn today() -> Vec<Fixture> {
    all().into_iter().filter(|fixture| !fixture.newer).collect()
}

/// What a newer version might send.
pub fn newer() -> Vec<Fixture> {
    all().into_iter().filter(|fixture| fixture.newer).collect()
}

pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

fn all() -> Vec<Fixture> {
    let mut fixtures = Vec::new();
    for resource in sorted(&folder()) {
        for file in sorted(&resource) {
            let name = file
                .strip_prefix(folder())
                .unwrap()
                .with_extension("")
                .display()
                .to_string();
            if OTHER.iter().any(|folder| name.starts_with(folder)) {
                continue;
            }
            let kind = KINDS
                .iter()
                .find(|kind| name.starts_with(kind.prefix))
                .unwrap_or_else(|| panic!("{name}: no kind of fixture is called so"));
            let value = serde_json::from_str(&fs::read_to_string(&file).unwrap())
                .unwrap_or_else(|error| panic!("{name}: {error}"));
            fixtures.push(Fixture {
                newer: name.ends_with(".newer"),
                name,
                kind,
                value,
            });
        }
    }
    fixtures
}

fn sorted(folder: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    entries.sort();
    entries
}

fn reread<T: Serialize + DeserializeOwned>(text: &str) -> Result<Value, String> {
    let read: T = serde_json::from_str(text).map_err(|error| error.to_string())?;
    serde_json::to_value(read).map_err(|error| error.to_string())
}
