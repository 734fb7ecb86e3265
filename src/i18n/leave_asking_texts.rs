//! The sentences of asking for leave that every language must have; knows no language.

#![expect(
    missing_docs,
    reason = "the French sentence is each method's documentation"
)]

use crate::contract::leave::{DayOffReason, LeaveObstacle};
use crate::rules::leave_attachment::InvalidAttachment;
use crate::rules::leave_day_marks::Halves;
use crate::rules::leave_form::LeaveMistake;
use crate::rules::leave_refusal::LeaveRefusal;

/// Sentences for asking for leave.
pub trait LeaveAskingTexts {
    fn ask_for_leave(&self) -> &'static str;
    fn all_my_leave(&self) -> &'static str;
    fn which_leave(&self) -> &'static str;
    fn no_leave_kinds(&self) -> &'static str;
    fn left_of_leave(&self, days: &str) -> String;
    fn attachment_wanted(&self, is_required: bool) -> &'static str;
    fn whole_days_wanted(&self) -> &'static str;

    fn leave_dates(&self) -> &'static str;
    fn first_day(&self) -> &'static str;
    fn last_day(&self) -> &'static str;
    fn day_hint(&self) -> &'static str;
    fn leave_begins(&self) -> &'static str;
    fn begins_morning(&self) -> &'static str;
    fn begins_noon(&self) -> &'static str;
    fn leave_ends(&self) -> &'static str;
    fn ends_noon(&self) -> &'static str;
    fn ends_evening(&self) -> &'static str;
    fn leave_mistake(&self, mistake: LeaveMistake) -> &'static str;
    fn leave_refusal(&self, refusal: LeaveRefusal) -> String;

    fn leave_comment(&self) -> &'static str;
    fn leave_comment_hint(&self) -> &'static str;

    fn preview_leave(&self) -> &'static str;
    fn preview_waits(&self) -> &'static str;
    fn preview_counting(&self) -> &'static str;
    fn preview_counts(&self, days: &str) -> String;
    fn preview_failed(&self) -> &'static str;
    fn preview_rights(&self) -> &'static str;
    fn preview_right(&self) -> &'static str;
    fn preview_before(&self) -> &'static str;
    fn preview_after(&self) -> &'static str;
    fn preview_no_right(&self) -> &'static str;
    fn preview_obstacles(&self) -> &'static str;
    fn obstacle(&self, obstacle: LeaveObstacle) -> (&'static str, &'static str);
    fn preview_overlaps(&self) -> &'static str;
    fn preview_refused_periods(&self) -> &'static str;
    fn colleagues_away(&self, away: usize, team: u32) -> String;
    fn preview_said(&self, days: &str, obstacles: usize, away: usize) -> String;

    fn erase_draft(&self) -> &'static str;
    fn draft_erased(&self) -> &'static str;
    fn undo_erasing(&self) -> &'static str;
    fn copied_leave(&self, period: &str) -> String;
    fn copied_leave_title(&self) -> &'static str;
    fn copy_failed(&self) -> &'static str;
    fn copy_or_draft_title(&self) -> &'static str;
    fn copy_or_draft(&self) -> &'static str;
    fn keep_draft(&self) -> &'static str;
    fn replace_draft(&self) -> &'static str;

    fn leave_receipt_follow(&self, n: u32, of: u32) -> String;
    fn leave_receipt_unread(&self) -> &'static str;
    fn leave_receipt_open(&self) -> &'static str;
    fn ask_for_another_leave(&self) -> &'static str;
}

/// Sentences for picking days in a calendar, and a file.
pub trait LeavePickingTexts {
    fn picker_label(&self) -> &'static str;
    fn picker_help(&self) -> &'static str;
    fn previous_month(&self) -> &'static str;
    fn next_month(&self) -> &'static str;
    fn this_month(&self) -> &'static str;
    fn today(&self) -> &'static str;
    fn day_off(&self, reason: DayOffReason) -> &'static str;
    fn halves(&self, halves: Halves) -> &'static str;
    fn you_are_away(&self, label: &str, state: &str) -> String;
    fn picked_first(&self) -> &'static str;
    fn picked_between(&self) -> &'static str;
    fn picked_last(&self) -> &'static str;
    fn picked_only(&self) -> &'static str;
    fn pick_first(&self) -> &'static str;
    fn pick_other_end(&self, day: &str) -> String;
    fn picked(&self, period: &str) -> String;
    fn legend_today(&self) -> &'static str;
    fn legend_off(&self) -> &'static str;
    fn legend_holiday(&self) -> &'static str;
    fn legend_away(&self) -> &'static str;
    fn legend_waiting(&self) -> &'static str;
    fn legend_half(&self) -> &'static str;
    fn month_holds(&self) -> &'static str;
    fn days_not_loaded(&self) -> &'static str;

    fn attachment_label(&self) -> &'static str;
    fn with_need(&self, label: &str, is_required: bool) -> String;
    fn attachment_hint(&self, kinds: &str, most: &str) -> String;
    fn or_between(&self) -> &'static str;
    fn invalid_attachment(&self, why: InvalidAttachment) -> String;
    fn attachment_sending(&self) -> &'static str;
    fn attachment_sent_of(&self, sent: &str, size: &str) -> String;
    fn attachment_sent(&self) -> &'static str;
    fn attachment_stopped(&self) -> &'static str;
    fn attachment_failed(&self) -> &'static str;
    fn stop_sending(&self) -> &'static str;
    fn send_attachment(&self) -> &'static str;
    fn remove_attachment(&self) -> &'static str;
    fn attachment_removed(&self) -> &'static str;
}
