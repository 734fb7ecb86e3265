//! English sentences for picking days in a calendar, and a file; knows nothing else.

use super::English;
use crate::contract::leave::DayOffReason;
use crate::i18n::file_words::bytes;
use crate::i18n::locale::Locale;
use crate::i18n::texts::{LeavePickingTexts, TakeAwayTexts};
use crate::rules::leave_attachment::InvalidAttachment;
use crate::rules::leave_day_marks::Halves;

impl LeavePickingTexts for English {
    fn picker_label(&self) -> &'static str {
        "Choose the days in the calendar"
    }
    fn picker_help(&self) -> &'static str {
        "By keyboard: arrows to go from day to day, Page Up and Page Down to change the month, with Shift the year, Enter to choose, Escape to begin again."
    }
    fn previous_month(&self) -> &'static str {
        "Previous month"
    }
    fn next_month(&self) -> &'static str {
        "Next month"
    }
    fn this_month(&self) -> &'static str {
        "Back to this month"
    }
    fn today(&self) -> &'static str {
        "today"
    }
    fn day_off(&self, reason: DayOffReason) -> &'static str {
        match reason {
            DayOffReason::Holiday => "public holiday",
            DayOffReason::Weekend => "weekend",
            DayOffReason::Closed => "offices closed",
            DayOffReason::PartTime => "part time",
            DayOffReason::Unknown => "day off",
        }
    }
    fn halves(&self, halves: Halves) -> &'static str {
        match halves {
            Halves::Whole => "",
            Halves::Morning => "in the morning",
            Halves::Afternoon => "in the afternoon",
        }
    }
    fn you_are_away(&self, label: &str, state: &str) -> String {
        format!("your leave: {label} ({state})")
    }
    fn picked_first(&self) -> &'static str {
        "chosen as the first day"
    }
    fn picked_between(&self) -> &'static str {
        "chosen"
    }
    fn picked_last(&self) -> &'static str {
        "chosen as the last day"
    }
    fn picked_only(&self) -> &'static str {
        "chosen as the only day"
    }
    fn pick_first(&self) -> &'static str {
        "Choose the first day."
    }
    fn pick_other_end(&self, day: &str) -> String {
        format!("Chosen: {day}. Choose the last day, or keep this choice.")
    }
    fn picked(&self, period: &str) -> String {
        format!("Chosen: {period}.")
    }
    fn legend_today(&self) -> &'static str {
        "Today"
    }
    fn legend_off(&self) -> &'static str {
        "Day off"
    }
    fn legend_holiday(&self) -> &'static str {
        "Public holiday or closure"
    }
    fn legend_away(&self) -> &'static str {
        "Your leave, approved"
    }
    fn legend_waiting(&self) -> &'static str {
        "Your leave, asked for"
    }
    fn legend_half(&self) -> &'static str {
        "A half-day takes only half of its box: the left for the morning, the right for the afternoon."
    }
    fn month_holds(&self) -> &'static str {
        "In this month"
    }
    fn days_not_loaded(&self) -> &'static str {
        "The public holidays and your own leave could not be loaded. You can choose your dates all the same."
    }
    fn attachment_label(&self) -> &'static str {
        "Supporting document"
    }
    fn with_need(&self, label: &str, is_required: bool) -> String {
        let need = if is_required { "required" } else { "optional" };
        format!("{label} ({need})")
    }
    fn attachment_hint(&self, kinds: &str, most: &str) -> String {
        format!("{kinds}, {most} at most. The name of the file is not sent.")
    }
    fn or_between(&self) -> &'static str {
        " or "
    }
    fn invalid_attachment(&self, why: InvalidAttachment) -> String {
        match why {
            InvalidAttachment::Empty => "This file is empty: choose another one.".to_owned(),
            InvalidAttachment::TooLarge { size, most } => format!(
                "This file is too large: {} of {} at most. Make it smaller or choose another one.",
                bytes(size, Locale::En),
                bytes(most, Locale::En)
            ),
            InvalidAttachment::WrongType { found } => format!(
                "This file is not of a type that is accepted (recognised as: {}). Choose another one.",
                self.file_type(found)
            ),
            InvalidAttachment::Unreadable => {
                "The device could not read this file: choose it again.".to_owned()
            }
        }
    }
    fn attachment_sending(&self) -> &'static str {
        "Sending the file…"
    }
    fn attachment_sent_of(&self, sent: &str, size: &str) -> String {
        format!("{sent} of {size}")
    }
    fn attachment_sent(&self) -> &'static str {
        "File attached"
    }
    fn attachment_stopped(&self) -> &'static str {
        "File not sent yet"
    }
    fn attachment_failed(&self) -> &'static str {
        "The file did not arrive"
    }
    fn stop_sending(&self) -> &'static str {
        "Stop sending"
    }
    fn send_attachment(&self) -> &'static str {
        "Send the file"
    }
    fn remove_attachment(&self) -> &'static str {
        "Remove the file"
    }
    fn attachment_removed(&self) -> &'static str {
        "File removed."
    }
}
