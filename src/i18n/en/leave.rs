//! English sentences for leave: rights, requests and their states; knows nothing else.

use super::English;
use crate::contract::leave::{LeaveDeed, LeaveLevel, LeaveState};
use crate::i18n::texts::LeaveTexts;
use crate::rules::leave_change::LeaveChange;
use crate::rules::leave_year::AbsenceLook;

impl LeaveTexts for English {
    fn approvals(&self) -> &'static str {
        "Approvals"
    }
    fn leave_calendar(&self) -> &'static str {
        "Team calendar"
    }
    fn leave_request(&self) -> &'static str {
        "Leave request"
    }
    fn leave_state(&self, state: LeaveState) -> &'static str {
        match state {
            LeaveState::Pending => "Waiting",
            LeaveState::Approved => "Granted",
            LeaveState::Refused => "Refused",
            LeaveState::Cancelled => "Cancelled",
            LeaveState::CancellationPending => "Cancellation asked for",
            LeaveState::Unknown => "Being dealt with",
        }
    }

    fn leave_ways(&self) -> &'static str {
        "Ask, look up and validate"
    }
    fn all_leave(&self) -> &'static str {
        "All my leave"
    }

    fn balances_heading(&self) -> &'static str {
        "My entitlement"
    }
    fn balances_caption(&self) -> &'static str {
        "My entitlement to leave, in days"
    }
    fn balance_right(&self) -> &'static str {
        "Entitlement"
    }
    fn balance_acquired(&self) -> &'static str {
        "Earned"
    }
    fn balance_taken(&self) -> &'static str {
        "Taken"
    }
    fn balance_pending(&self) -> &'static str {
        "Waiting"
    }
    fn balance_left(&self) -> &'static str {
        "Left"
    }
    fn balance_by_event(&self) -> &'static str {
        "Depends on the event"
    }
    fn balance_uncounted(&self) -> &'static str {
        "not counted"
    }
    fn balance_lasts(&self) -> &'static str {
        "No end date"
    }
    fn balance_not_before(&self, date: &str) -> String {
        format!("Can be used from {date}")
    }
    fn balance_until(&self, date: &str) -> String {
        format!("To be taken by {date}")
    }
    fn balance_near(&self, date: &str, days: i64) -> String {
        match days {
            0 => format!("To be taken by today, {date}"),
            1 => format!("To be taken by tomorrow, {date}"),
            days => format!("To be taken by {date}, in {days} days"),
        }
    }
    fn balance_lapsed(&self, date: &str) -> String {
        format!("Could only be used until {date}")
    }
    fn balance_overdrawn(&self, days: &str) -> String {
        format!("Exceeded by {days}")
    }
    fn no_balances(&self) -> &'static str {
        "No entitlement to leave is recorded for you at the moment."
    }
    fn no_rights_today(&self) -> &'static str {
        "Nothing is left to be taken today."
    }
    fn rights_left(&self) -> &'static str {
        "You have left"
    }

    fn year_heading(&self, year: i32) -> String {
        format!("My year {year}")
    }
    fn year_before(&self, year: i32) -> String {
        format!("Previous year, {year}")
    }
    fn year_after(&self, year: i32) -> String {
        format!("Next year, {year}")
    }
    fn year_choice_label(&self) -> &'static str {
        "Year of the calendar"
    }
    fn year_drawing(&self, year: i32, absences: usize) -> String {
        let absences = match absences {
            0 => "no absence".to_owned(),
            1 => "1 absence".to_owned(),
            n => format!("{n} absences"),
        };
        format!("Calendar of {year}: {absences}. The details are in the list month by month.")
    }
    fn year_list(&self) -> &'static str {
        "The same year, month by month"
    }
    fn year_empty(&self, year: i32) -> String {
        format!("Neither absences nor public holidays in {year}.")
    }
    fn absence_look(&self, look: AbsenceLook) -> &'static str {
        match look {
            AbsenceLook::Granted => "Leave granted",
            AbsenceLook::Waiting => "Leave waiting",
            AbsenceLook::Leaving => "Cancellation asked for",
        }
    }
    fn year_holiday(&self) -> &'static str {
        "Public holiday"
    }
    fn year_closed(&self) -> &'static str {
        "Closed"
    }
    fn year_off(&self) -> &'static str {
        "Non-working day"
    }
    fn year_today(&self) -> &'static str {
        "Today"
    }
    fn year_morning(&self) -> &'static str {
        "morning"
    }
    fn year_afternoon(&self) -> &'static str {
        "afternoon"
    }

    fn my_leave_requests(&self) -> &'static str {
        "My requests"
    }
    fn leave_states_label(&self) -> &'static str {
        "State"
    }
    fn all_leave_states(&self) -> &'static str {
        "All states"
    }
    fn no_leave_requests(&self) -> &'static str {
        "You have not asked for anything yet."
    }
    fn no_leave_found(&self) -> &'static str {
        "No request matches these choices."
    }
    fn show_all_leave(&self) -> &'static str {
        "Show all requests"
    }
    fn leave_asked_on(&self, date: &str) -> String {
        format!("Asked for on {date}")
    }
    fn next_absence(&self) -> &'static str {
        "Next absence"
    }
    fn no_absence_ahead(&self) -> &'static str {
        "No absence ahead."
    }
    fn leave_to_decide(&self, n: u32) -> String {
        match n {
            0 => "No request waits for your decision".to_owned(),
            1 => "1 request waits for your decision".to_owned(),
            n => format!("{n} requests wait for your decision"),
        }
    }

    fn leave_next(&self, state: LeaveState, level: LeaveLevel) -> String {
        let LeaveLevel { n, of } = level;
        match state {
            LeaveState::Pending if of < 2 => "The request waits for a decision.".to_owned(),
            LeaveState::Pending => format!("Waiting for validation, level {n} of {of}."),
            LeaveState::Approved => "The leave is granted.".to_owned(),
            LeaveState::Refused => {
                "The request was refused: these days are not counted.".to_owned()
            }
            LeaveState::Cancelled => {
                "The request is cancelled: these days are not counted.".to_owned()
            }
            LeaveState::CancellationPending if of < 2 => {
                "The cancellation waits for a decision. Until then the leave stays granted."
                    .to_owned()
            }
            LeaveState::CancellationPending => format!(
                "The cancellation waits for validation, level {n} of {of}. Until then the leave stays granted."
            ),
            LeaveState::Unknown => "The request is being dealt with.".to_owned(),
        }
    }
    fn leave_maintained(&self) -> &'static str {
        "The cancellation was refused: the leave stays granted."
    }
    fn leave_period_label(&self) -> &'static str {
        "Period"
    }
    fn leave_length_label(&self) -> &'static str {
        "Days counted"
    }
    fn leave_agent_label(&self) -> &'static str {
        "Employee"
    }
    fn leave_asked_label(&self) -> &'static str {
        "Asked for on"
    }
    fn leave_comment_label(&self) -> &'static str {
        "Comment"
    }
    fn leave_attachment_label(&self) -> &'static str {
        "Attachment"
    }
    fn leave_reason_label(&self) -> &'static str {
        "Reason:"
    }
    fn leave_trail_heading(&self) -> &'static str {
        "What happened"
    }
    fn leave_deed(&self, deed: LeaveDeed) -> &'static str {
        match deed {
            LeaveDeed::Asked => "Leave asked for",
            LeaveDeed::Approved => "Approved",
            LeaveDeed::Refused => "Refused",
            LeaveDeed::Cancelled => "Request cancelled",
            LeaveDeed::CancellationAsked => "Cancellation asked for",
            LeaveDeed::CancellationApproved => "Cancellation approved",
            LeaveDeed::CancellationRefused => "Cancellation refused",
            LeaveDeed::DecisionUndone => "Decision taken back",
            LeaveDeed::Unknown => "Step",
        }
    }
    fn leave_level(&self, level: LeaveLevel) -> String {
        format!("level {} of {}", level.n, level.of)
    }
    fn deed_by(&self) -> &'static str {
        "by"
    }
    fn deed_on_behalf(&self) -> &'static str {
        "on behalf of"
    }
    fn unnamed_person(&self) -> &'static str {
        "somebody without a name"
    }

    fn leave_actions(&self) -> &'static str {
        "What can be done with this request"
    }
    fn copy_leave(&self) -> &'static str {
        "Copy to a new request"
    }
    fn decide_leave(&self) -> &'static str {
        "Decide"
    }
    fn add_to_calendar(&self) -> &'static str {
        "Add to my calendar (.ics)"
    }
    fn change_leave(&self, change: LeaveChange) -> &'static str {
        match change {
            LeaveChange::Cancel => "Cancel the request",
            LeaveChange::AskCancellation => "Ask for cancellation",
        }
    }
    fn change_title(&self, change: LeaveChange) -> &'static str {
        match change {
            LeaveChange::Cancel => "Cancel this request?",
            LeaveChange::AskCancellation => "Ask for this leave to be cancelled?",
        }
    }
    fn change_text(&self, change: LeaveChange) -> &'static str {
        match change {
            LeaveChange::Cancel => {
                "Nobody will have to validate it any more, and you get these days back."
            }
            LeaveChange::AskCancellation => {
                "The cancellation must be approved in its turn. Until then the leave stays granted."
            }
        }
    }
    fn change_confirm(&self, change: LeaveChange) -> &'static str {
        match change {
            LeaveChange::Cancel => "Yes, cancel the request",
            LeaveChange::AskCancellation => "Send the request for cancellation",
        }
    }
    fn change_decline(&self, change: LeaveChange) -> &'static str {
        match change {
            LeaveChange::Cancel => "No, keep it",
            LeaveChange::AskCancellation => "Keep this leave",
        }
    }
    fn change_reason(&self) -> &'static str {
        "Reason (optional)"
    }
    fn change_reason_hint(&self) -> &'static str {
        "Read by those who validate your leave."
    }
    fn change_reason_too_long(&self) -> &'static str {
        "The reason is too long: 500 characters at most."
    }
    fn change_under_way(&self) -> &'static str {
        "Sending…"
    }
    fn change_interrupted(&self) -> &'static str {
        "The session had ended: nothing was sent. Read it again, then confirm."
    }
    fn change_not_made(&self, change: LeaveChange) -> &'static str {
        match change {
            LeaveChange::Cancel => {
                "The answer was lost, and the request was not cancelled: try again."
            }
            LeaveChange::AskCancellation => {
                "The answer was lost, and the cancellation was not asked for: try again."
            }
        }
    }
    fn change_lost(&self) -> &'static str {
        "The answer was lost, and the request can’t be read again at the moment. Try again: it will count only once."
    }
    fn change_done(&self, change: LeaveChange) -> &'static str {
        match change {
            LeaveChange::Cancel => "The request has been cancelled",
            LeaveChange::AskCancellation => "The cancellation has been asked for",
        }
    }
    fn change_done_after_all(&self) -> &'static str {
        "We checked: it is recorded, once."
    }
    fn change_overtaken(&self) -> &'static str {
        "This request has changed meanwhile"
    }
    fn change_refused(&self) -> &'static str {
        "This is no longer possible"
    }
    fn change_state_now(&self, state: &str) -> String {
        format!("Nothing was sent. Its state is now: {state}.")
    }
}
