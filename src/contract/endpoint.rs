//! Every path of the contract, written once; knows no client and no server.

use super::documents::Purpose;

/// The path under which a backend serves version 1 of the contract.
pub const BASE_PATH: &str = "/api/v1";

/// `GET`: what the portal is, public.
pub const PORTAL: &str = "/portal";
/// `GET`: messages to the agents.
pub const NOTICES: &str = "/notices";
/// `GET`: the marker, the server's time and the address seen, public.
pub const PROBE_NETWORK: &str = "/probe/network";
/// `POST` then `GET`: does a cookie come back, public.
pub const PROBE_COOKIE: &str = "/probe/cookie";
/// `POST` sign in, `GET` read, `PUT` extend, `DELETE` sign out.
pub const SESSION: &str = "/session";
/// `POST`: a page of a shared-device session goes away.
pub const SESSION_LEAVING: &str = "/session/leaving";
/// `GET` the agent's open sessions, `DELETE` all others.
pub const SESSIONS: &str = "/sessions";
/// `GET` the charter and the terms with what the agent accepted, `POST` the agent's acceptance.
pub const CONSENT: &str = "/consent";
/// `GET`: who is signed in.
pub const AGENT: &str = "/agent";
/// `GET`: the agent's payslips, with `year`, `query` and `cursor`.
pub const PAYSLIPS: &str = "/payslips";
/// `GET`: gross and net over time.
pub const PAYSLIPS_SERIES: &str = "/payslips/series";

/// `GET`: the agent's documents, with `category`, `sort` and `cursor`.
pub const DOCUMENTS: &str = "/documents";
/// `POST`: the same, of those that hold some words.
pub const DOCUMENTS_SEARCH: &str = "/documents/search";
/// `GET` the certificates that were asked for and can be, `POST` ask for one.
pub const DOCUMENT_REQUESTS: &str = "/documents/requests";

/// `GET`: the kinds of leave that can be asked for.
pub const LEAVE_KINDS: &str = "/leave/kinds";
/// `GET`: the agent's rights.
pub const LEAVE_BALANCES: &str = "/leave/balances";
/// `GET`: days off and the agent's own leave, with `from` and `to`.
pub const LEAVE_DAYS: &str = "/leave/days";
/// `POST`: what would come of a request.
pub const LEAVE_PREVIEW: &str = "/leave/preview";
/// `GET` the agent's requests, with `year`, `state` and `cursor`, `POST` ask for leave.
pub const LEAVE_REQUESTS: &str = "/leave/requests";
/// `POST`: a file to stand with a request.
pub const LEAVE_ATTACHMENTS: &str = "/leave/attachments";
/// `GET`: what the agent validates, with `state` and `cursor`.
pub const LEAVE_APPROVALS: &str = "/leave/approvals";
/// `GET`: who is away, with `from` and `to`.
pub const LEAVE_CALENDAR: &str = "/leave/calendar";

/// `GET`: the folders, with what the organisation's mail takes.
pub const MAIL_FOLDERS: &str = "/mail/folders";
/// `GET` one page of a folder, with `folder`, `unread` and `cursor`; `PATCH` several messages, `POST` send one.
pub const MAIL_MESSAGES: &str = "/mail/messages";
/// `POST`: the messages that hold some words.
pub const MAIL_SEARCH: &str = "/mail/search";
/// `POST`: keep a new draft.
pub const MAIL_DRAFTS: &str = "/mail/drafts";
/// `POST`: a file to stand with a message.
pub const MAIL_ATTACHMENTS: &str = "/mail/attachments";
/// `POST`: whom a message may go to.
pub const MAIL_DIRECTORY: &str = "/mail/directory";

/// `GET`: the agent's journal, with `kind`, `from`, `to` and `cursor`.
pub const ACTIVITY: &str = "/activity";

/// `POST`: reports that an event of the journal was not the agent's doing.
#[must_use]
pub fn activity_report(id: &str) -> String {
    format!("{ACTIVITY}/{}/report", segment(id))
}

/// True for what answers everybody alike, whoever is signed in; `path` is without its query.
#[must_use]
pub fn is_public(path: &str) -> bool {
    [PORTAL, PROBE_NETWORK, PROBE_COOKIE].contains(&path) || path.starts_with("/texts/")
}

/// `GET`: one of the organisation's texts, public.
#[must_use]
pub fn text(name: &str) -> String {
    format!("/texts/{}", segment(name))
}

/// `DELETE`: one of the agent's open sessions.
#[must_use]
pub fn session_by_id(id: &str) -> String {
    format!("{SESSIONS}/{}", segment(id))
}

/// `GET`: one payslip with its lines.
#[must_use]
pub fn payslip(id: &str) -> String {
    format!("{PAYSLIPS}/{}", segment(id))
}

/// `GET`: one payslip as a PDF, with `for`.
#[must_use]
pub fn payslip_document(id: &str) -> String {
    format!("{PAYSLIPS}/{}/document", segment(id))
}

/// `GET`: what is known of one document.
#[must_use]
pub fn document(id: &str) -> String {
    format!("{DOCUMENTS}/{}", segment(id))
}

/// `GET`: the file of one document, with `for`.
#[must_use]
pub fn document_content(id: &str) -> String {
    format!("{DOCUMENTS}/{}/content", segment(id))
}

/// `GET` one request for leave, `DELETE` take it back while it waits.
#[must_use]
pub fn leave_request(id: &str) -> String {
    format!("{LEAVE_REQUESTS}/{}", segment(id))
}

/// `POST`: asks that granted leave be cancelled.
#[must_use]
pub fn leave_cancellation(id: &str) -> String {
    format!("{LEAVE_REQUESTS}/{}/cancellation", segment(id))
}

/// `POST` decide, `DELETE` take one's own decision back.
#[must_use]
pub fn leave_decision(id: &str) -> String {
    format!("{LEAVE_REQUESTS}/{}/decision", segment(id))
}

/// `GET`: the file that stands with a request, with `for`.
#[must_use]
pub fn leave_attachment(id: &str) -> String {
    format!("{LEAVE_REQUESTS}/{}/attachment", segment(id))
}

/// `GET`: one request as a calendar file.
#[must_use]
pub fn leave_calendar_file(id: &str) -> String {
    format!("{LEAVE_REQUESTS}/{}/ics", segment(id))
}

/// `GET` one message, `PATCH` mark or move it, `DELETE` delete it for good.
#[must_use]
pub fn mail_message(id: &str) -> String {
    format!("{MAIL_MESSAGES}/{}", segment(id))
}

/// `GET`: the HTML of a message, with `images`.
#[must_use]
pub fn mail_body(id: &str) -> String {
    format!("{MAIL_MESSAGES}/{}/body", segment(id))
}

/// `GET`: a file that stands with a message, with `for`.
#[must_use]
pub fn mail_attachment(id: &str, attachment: &str) -> String {
    format!(
        "{MAIL_MESSAGES}/{}/attachments/{}",
        segment(id),
        segment(attachment)
    )
}

/// `GET` one draft, `PUT` keep it as it is now, `DELETE` throw it away.
#[must_use]
pub fn mail_draft(id: &str) -> String {
    format!("{MAIL_DRAFTS}/{}", segment(id))
}

/// `GET` how far a sending is, `DELETE` take it back.
#[must_use]
pub fn mail_outbox(id: &str) -> String {
    format!("/mail/outbox/{}", segment(id))
}

/// `GET`: what became of the write with that idempotency key.
#[must_use]
pub fn operation(key: &str) -> String {
    format!("/operations/{}", segment(key))
}

/// The path of a file with what it is fetched for.
#[must_use]
pub fn file(path: &str, purpose: Purpose) -> String {
    format!("{path}?for={}", purpose.as_str())
}

/// `value` as one path segment or query value: whatever it holds, it can't reach another path (RFC 3986, unreserved characters kept).
#[must_use]
pub fn segment(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'~') {
            out.push(char::from(byte));
        } else if byte == b'.' && !matches!(value, "." | "..") {
            out.push('.');
        } else {
            const HEX: &[u8; 16] = b"0123456789ABCDEF";
            out.push('%');
            out.push(char::from(HEX[usize::from(byte >> 4)]));
            out.push(char::from(HEX[usize::from(byte & 15)]));
        }
    }
    out
}
