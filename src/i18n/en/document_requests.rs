//! English sentences for the certificates that are asked for; knows nothing else.

use super::English;
use crate::contract::documents::DocumentRequestState;
use crate::i18n::texts::DocumentRequestTexts;
use crate::rules::document_request::InvalidDocumentRequest;

impl DocumentRequestTexts for English {
    fn ask_for_certificate(&self) -> &'static str {
        "Ask for a certificate"
    }
    fn nothing_to_ask_for(&self) -> &'static str {
        "No certificate can be asked for here at the moment."
    }
    fn which_certificate(&self) -> &'static str {
        "Which certificate? (required)"
    }
    fn working_days(&self, n: u32) -> String {
        match n {
            0 => "Usual time: at once.".to_owned(),
            1 => "Usual time: 1 working day.".to_owned(),
            n => format!("Usual time: {n} working days."),
        }
    }
    fn request_note(&self) -> &'static str {
        "Details (optional)"
    }
    fn request_note_hint(&self) -> &'static str {
        "What the department needs to know: a period, what you will use it for."
    }
    fn invalid_request(&self, why: InvalidDocumentRequest) -> &'static str {
        match why {
            InvalidDocumentRequest::NoKind => "Choose the certificate that you ask for.",
            InvalidDocumentRequest::NoteTooLong => {
                "These details are too long: shorten them. Nothing is erased."
            }
        }
    }
    fn kind_no_longer_offered(&self) -> &'static str {
        "This certificate can no longer be asked for. Choose another one."
    }
    fn note_refused(&self) -> &'static str {
        "The portal does not accept these details. Write them in another way."
    }
    fn send_request(&self) -> &'static str {
        "Send the request"
    }
    fn sending_request(&self) -> &'static str {
        "Sending the request…"
    }
    fn request_incomplete(&self) -> &'static str {
        "The request is not complete"
    }
    fn request_failed(&self) -> &'static str {
        "The request was not sent"
    }
    fn request_not_sent(&self) -> &'static str {
        "Your request has not been sent yet. What you wrote is still there: press “Send the request” again."
    }
    fn request_not_recorded(&self) -> &'static str {
        "The answer was lost on the way. We checked: your request is not recorded yet. You can send it again: it counts once."
    }
    fn request_lost_title(&self) -> &'static str {
        "The request may have been recorded"
    }
    fn request_lost(&self) -> &'static str {
        "It left, but the answer was lost and the portal does not respond. Send it again without worry: it counts once."
    }
    fn request_done(&self) -> &'static str {
        "Your request has been recorded"
    }
    fn request_done_after_all(&self) -> &'static str {
        "The answer was lost on the way: we checked, and the request is recorded, once."
    }
    fn request_follow(&self) -> &'static str {
        "Follow it in the list below: the certificate will arrive among your documents."
    }
    fn my_requests(&self) -> &'static str {
        "My requests"
    }
    fn no_requests(&self) -> &'static str {
        "You have not asked for anything yet."
    }
    fn request_state(&self, state: DocumentRequestState) -> &'static str {
        match state {
            DocumentRequestState::Received => "Request received",
            DocumentRequestState::InProgress | DocumentRequestState::Unknown => "In progress",
            DocumentRequestState::Ready => "Certificate available",
            DocumentRequestState::Refused => "Request refused",
        }
    }
    fn asked_on(&self, date: &str) -> String {
        format!("Asked for on {date}")
    }
    fn since(&self, date: &str) -> String {
        format!("since {date}")
    }
    fn happened_on(&self, date: &str) -> String {
        format!("on {date}")
    }
    fn expected_on(&self, date: &str) -> String {
        format!("Expected on {date}")
    }
    fn request_reason(&self) -> &'static str {
        "Reason:"
    }
    fn request_note_was(&self) -> &'static str {
        "Your details:"
    }
    fn open_certificate(&self) -> &'static str {
        "Open the certificate"
    }
}
