//! English sentences for the failures of a call; knows nothing else.

use super::English;
use crate::i18n::texts::FailureTexts;

impl FailureTexts for English {
    fn offline_title(&self) -> &'static str {
        "You are offline"
    }
    fn offline_text(&self) -> &'static str {
        "Your device has no network. Check the Wi-Fi or the cable, then try again."
    }
    fn filtered_title(&self) -> &'static str {
        "Something stands between you and the portal"
    }
    fn filtered_text(&self) -> &'static str {
        "A web page came where the portal’s data was due: a Wi-Fi login page (hotel, station) or a network filter answers in its place. Open another page to sign in to that network, or use your phone’s connection."
    }
    fn unavailable_title(&self) -> &'static str {
        "The service is not responding"
    }
    fn unavailable_text(&self) -> &'static str {
        "The portal can’t answer right now. Try again in a few minutes; if it lasts, call support."
    }
    fn unreadable_title(&self) -> &'static str {
        "The service’s answer can’t be read"
    }
    fn unreadable_text(&self) -> &'static str {
        "The portal answered something that this page does not understand. Reload the page; if it happens again, call support."
    }
    fn outcome_unknown_title(&self) -> &'static str {
        "The answer was lost"
    }
    fn outcome_unknown_text(&self) -> &'static str {
        "Your request left but its answer did not arrive: it may have been carried out. Check before trying again."
    }
    fn signed_out_title(&self) -> &'static str {
        "Your session has ended"
    }
    fn signed_out_text(&self) -> &'static str {
        "Log in again to go on."
    }
    fn limited_title(&self) -> &'static str {
        "Too many attempts"
    }
    fn limited_text(&self, duration: &str) -> String {
        format!("To protect accounts, the portal pauses. Try again in {duration}.")
    }
    fn refused_title(&self) -> &'static str {
        "The portal refused this request"
    }
    fn refused_text(&self) -> &'static str {
        "Reload the page and start again; if it is refused again, call support."
    }
    fn missing_title(&self) -> &'static str {
        "This item can’t be found"
    }
    fn missing_text(&self) -> &'static str {
        "It does not exist, no longer exists or is not yours."
    }
    fn action_refused_title(&self) -> &'static str {
        "This action is not allowed"
    }
    fn action_refused_text(&self) -> &'static str {
        "What you ask for is no longer allowed for this item, or not on a shared device. Reload the page: it shows what you can do."
    }
    fn module_off_title(&self) -> &'static str {
        "This service is not offered"
    }
    fn module_off_text(&self) -> &'static str {
        "Your organisation does not offer this service in the portal."
    }
}
