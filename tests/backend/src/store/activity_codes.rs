//! What the database calls the events of the contract, their kinds and their things; knows no event.

use nomade::contract::activity::{ActivityCode, ActivityItemKind, ActivityKind};

/// Each code with its name in the database and its kind.
pub(super) const CODES: [(ActivityCode, &str, ActivityKind); 25] = {
    use ActivityCode as Code;
    use ActivityKind as Kind;
    [
        (Code::SignedIn, "signed_in", Kind::Connection),
        (Code::SignInRefused, "sign_in_refused", Kind::Connection),
        (Code::SignedOut, "signed_out", Kind::Connection),
        (Code::SessionEnded, "session_ended", Kind::Connection),
        (Code::PayslipViewed, "payslip_viewed", Kind::View),
        (
            Code::PayslipDownloaded,
            "payslip_downloaded",
            Kind::Download,
        ),
        (Code::DocumentViewed, "document_viewed", Kind::View),
        (
            Code::DocumentDownloaded,
            "document_downloaded",
            Kind::Download,
        ),
        (
            Code::DocumentRequested,
            "document_requested",
            Kind::Decision,
        ),
        (Code::LeaveRequested, "leave_requested", Kind::Decision),
        (Code::LeaveCancelled, "leave_cancelled", Kind::Decision),
        (
            Code::LeaveCancellationRequested,
            "leave_cancellation_requested",
            Kind::Decision,
        ),
        (Code::LeaveApproved, "leave_approved", Kind::Decision),
        (Code::LeaveRefused, "leave_refused", Kind::Decision),
        (
            Code::LeaveCancellationApproved,
            "leave_cancellation_approved",
            Kind::Decision,
        ),
        (
            Code::LeaveCancellationRefused,
            "leave_cancellation_refused",
            Kind::Decision,
        ),
        (
            Code::LeaveDecisionUndone,
            "leave_decision_undone",
            Kind::Decision,
        ),
        (Code::LeaveFileViewed, "leave_file_viewed", Kind::View),
        (
            Code::LeaveFileDownloaded,
            "leave_file_downloaded",
            Kind::Download,
        ),
        (Code::MailSent, "mail_sent", Kind::Decision),
        (
            Code::MailSendingUndone,
            "mail_sending_undone",
            Kind::Decision,
        ),
        (Code::MailFileViewed, "mail_file_viewed", Kind::View),
        (
            Code::MailFileDownloaded,
            "mail_file_downloaded",
            Kind::Download,
        ),
        (Code::ConsentGiven, "consent_given", Kind::Decision),
        (Code::EventReported, "event_reported", Kind::Decision),
    ]
};

/// False for a report itself, by which nobody else gains, and for what this program does not know.
pub(super) fn can_be_reported(code: ActivityCode) -> bool {
    !matches!(code, ActivityCode::EventReported | ActivityCode::Unknown)
}

/// What the database calls that kind of thing.
pub(super) fn item_name(kind: ActivityItemKind) -> &'static str {
    match kind {
        ActivityItemKind::Payslip => "payslip",
        ActivityItemKind::Document => "document",
        ActivityItemKind::DocumentRequest => "document_request",
        ActivityItemKind::LeaveRequest => "leave_request",
        ActivityItemKind::MailMessage => "mail_message",
        ActivityItemKind::Unknown => "unknown",
    }
}

/// The kind of thing of that name in the database.
pub(super) fn item_named(name: Option<&str>) -> ActivityItemKind {
    use ActivityItemKind as Kind;
    [
        Kind::Payslip,
        Kind::Document,
        Kind::DocumentRequest,
        Kind::LeaveRequest,
        Kind::MailMessage,
    ]
    .into_iter()
    .find(|kind| name == Some(item_name(*kind)))
    .unwrap_or(Kind::Unknown)
}

/// What the database calls that code.
pub(super) fn name_of(code: ActivityCode) -> &'static str {
    CODES
        .iter()
        .find(|(known, _, _)| *known == code)
        .map_or("unknown", |(_, name, _)| name)
}

/// The code of that name in the database, and its kind.
pub(super) fn code_named(name: &str) -> (ActivityCode, ActivityKind) {
    CODES
        .iter()
        .find(|(_, known, _)| *known == name)
        .map_or((ActivityCode::Unknown, ActivityKind::Unknown), |known| {
            (known.0, known.2)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_code_of_the_contract_has_its_name_and_its_kind() {
        for (code, name, kind) in CODES {
            assert_eq!(serde_json::to_value(code).unwrap(), name);
            assert_eq!((code_named(name), name_of(code)), ((code, kind), name));
        }
    }
}
