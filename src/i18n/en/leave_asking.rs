//! English sentences for asking for leave; knows nothing else.

use super::English;
use crate::contract::leave::LeaveObstacle;
use crate::i18n::texts::LeaveAskingTexts;
use crate::rules::leave_day_field::InvalidDay;
use crate::rules::leave_form::LeaveMistake;
use crate::rules::leave_refusal::LeaveRefusal;
use crate::rules::leave_request::InvalidLeaveRequest;

impl LeaveAskingTexts for English {
    fn ask_for_leave(&self) -> &'static str {
        "Ask for leave"
    }
    fn all_my_leave(&self) -> &'static str {
        "All my leave"
    }
    fn which_leave(&self) -> &'static str {
        "Which leave? (required)"
    }
    fn no_leave_kinds(&self) -> &'static str {
        "No leave can be asked for here at the moment."
    }
    fn left_of_leave(&self, days: &str) -> String {
        format!("{days} left.")
    }
    fn attachment_wanted(&self, is_required: bool) -> &'static str {
        if is_required {
            "Supporting document required."
        } else {
            "Supporting document possible."
        }
    }
    fn whole_days_wanted(&self) -> &'static str {
        "This leave is taken by whole days."
    }
    fn leave_dates(&self) -> &'static str {
        "From the first day to the last (required)"
    }
    fn first_day(&self) -> &'static str {
        "First day"
    }
    fn last_day(&self) -> &'static str {
        "Last day"
    }
    fn day_hint(&self) -> &'static str {
        "For example 03/08/2027 or 3 August"
    }
    fn leave_begins(&self) -> &'static str {
        "The leave begins"
    }
    fn begins_morning(&self) -> &'static str {
        "in the morning"
    }
    fn begins_noon(&self) -> &'static str {
        "in the afternoon"
    }
    fn leave_ends(&self) -> &'static str {
        "The leave ends"
    }
    fn ends_noon(&self) -> &'static str {
        "at noon"
    }
    fn ends_evening(&self) -> &'static str {
        "in the evening"
    }
    fn leave_mistake(&self, mistake: LeaveMistake) -> &'static str {
        use InvalidLeaveRequest as Invalid;
        use LeaveMistake as Mistake;
        match mistake {
            Mistake::Request(Invalid::NoKind) => "Choose the leave that you ask for.",
            Mistake::Request(Invalid::NoFirstDay) | Mistake::FirstDay(InvalidDay::Empty) => {
                "Enter the first day."
            }
            Mistake::Request(Invalid::NoLastDay) | Mistake::LastDay(InvalidDay::Empty) => {
                "Enter the last day."
            }
            Mistake::FirstDay(InvalidDay::Unreadable) => {
                "The first day can’t be read: write day, month, year, for example 03/08/2027."
            }
            Mistake::LastDay(InvalidDay::Unreadable) => {
                "The last day can’t be read: write day, month, year, for example 03/08/2027."
            }
            Mistake::FirstDay(InvalidDay::NoSuchDay) => "First day: there is no such date.",
            Mistake::LastDay(InvalidDay::NoSuchDay) => "Last day: there is no such date.",
            Mistake::Request(Invalid::EndBeforeStart) => {
                "The last day is before the first: change one of them."
            }
            Mistake::Request(Invalid::NothingBetween) => {
                "The leave begins and ends at the same noon: choose the morning or the evening."
            }
            Mistake::Request(Invalid::WholeDaysOnly) => "This leave is taken by whole days.",
            Mistake::Request(Invalid::CommentTooLong) => {
                "This message is too long: make it shorter. Nothing is deleted."
            }
            Mistake::Request(Invalid::NoAttachment) => {
                "Attach the supporting document: this leave requires one."
            }
            Mistake::FileNotSent => {
                "The file has not been sent yet: wait, send it again or remove it."
            }
        }
    }
    fn leave_refusal(&self, refusal: LeaveRefusal) -> String {
        let text = match refusal {
            LeaveRefusal::Kind => "This leave can no longer be asked for. Choose another one.",
            LeaveRefusal::BeforeStart => {
                "The portal refuses these dates: the last day is before the first."
            }
            LeaveRefusal::Period(obstacle) => {
                let (what, step) = self.obstacle(obstacle);
                return format!("{what} {step}");
            }
            LeaveRefusal::CommentTooLong => {
                "The portal finds this message too long: make it shorter."
            }
            LeaveRefusal::Comment => {
                "The portal does not accept this message. Write it in another way."
            }
            LeaveRefusal::AttachmentRequired => {
                "Attach the supporting document: this leave requires one."
            }
            LeaveRefusal::AttachmentInvalid => {
                "The portal no longer has this file or can’t read it: send it again or choose another one."
            }
        };
        text.to_owned()
    }
    fn leave_comment(&self) -> &'static str {
        "Message for who decides (optional)"
    }
    fn leave_comment_hint(&self) -> &'static str {
        "Read with the request. Write nothing medical here."
    }
    fn preview_leave(&self) -> &'static str {
        "Before you send"
    }
    fn preview_waits(&self) -> &'static str {
        "Choose the leave and the days: what they count and what you will have left is shown here."
    }
    fn preview_counting(&self) -> &'static str {
        "Counting…"
    }
    fn preview_counts(&self, days: &str) -> String {
        format!("{days} of leave")
    }
    fn preview_failed(&self) -> &'static str {
        "The count is not available. You can send the request all the same: the portal will check it."
    }
    fn preview_rights(&self) -> &'static str {
        "What you have left"
    }
    fn preview_right(&self) -> &'static str {
        "Right"
    }
    fn preview_before(&self) -> &'static str {
        "Before"
    }
    fn preview_after(&self) -> &'static str {
        "After"
    }
    fn preview_no_right(&self) -> &'static str {
        "This leave is not taken from any balance."
    }
    fn preview_obstacles(&self) -> &'static str {
        "As it is, the request would be refused"
    }
    fn obstacle(&self, obstacle: LeaveObstacle) -> (&'static str, &'static str) {
        match obstacle {
            LeaveObstacle::NothingToCount => (
                "You work on none of these days.",
                "Choose at least half a day on which you work.",
            ),
            LeaveObstacle::Overlap => (
                "These days overlap leave of yours.",
                "Change the dates, or cancel the other request first.",
            ),
            LeaveObstacle::BalanceTooLow => (
                "You don’t have enough days left.",
                "Make the period shorter or choose another leave.",
            ),
            LeaveObstacle::RefusedPeriod => (
                "The department grants no leave on some of these days.",
                "Choose other dates.",
            ),
            LeaveObstacle::OutOfRange => (
                "These dates are too old or too far away to be asked for here.",
                "Choose other dates.",
            ),
            LeaveObstacle::TooLong => (
                "The period is longer than this leave allows.",
                "Make it shorter or make several requests.",
            ),
            LeaveObstacle::WholeDaysOnly => (
                "This leave is taken by whole days.",
                "Begin in the morning and end in the evening.",
            ),
            LeaveObstacle::Unknown => (
                "The portal would refuse these dates without saying why.",
                "Choose other dates or ask your department.",
            ),
        }
    }
    fn preview_overlaps(&self) -> &'static str {
        "Your leave on these days"
    }
    fn preview_refused_periods(&self) -> &'static str {
        "Periods without leave"
    }
    fn colleagues_away(&self, away: usize, team: u32) -> String {
        match away {
            0 => "No colleague is away on these days.".to_owned(),
            1 => format!("1 colleague away, in a team of {team}"),
            n => format!("{n} colleagues away, in a team of {team}"),
        }
    }
    fn preview_said(&self, days: &str, obstacles: usize, away: usize) -> String {
        let obstacles = match obstacles {
            0 => "",
            _ => " The request would be refused.",
        };
        let away = match away {
            0 => String::new(),
            n => format!(" Colleagues away: {n}."),
        };
        format!("{days} of leave.{obstacles}{away}")
    }
    fn erase_draft(&self) -> &'static str {
        "Discard the draft"
    }
    fn draft_erased(&self) -> &'static str {
        "Draft discarded."
    }
    fn undo_erasing(&self) -> &'static str {
        "Bring it back"
    }
    fn copied_leave(&self, period: &str) -> String {
        format!(
            "Taken from your leave, {period}. Choose the first day: the last will be proposed for the same length."
        )
    }
    fn copied_leave_title(&self) -> &'static str {
        "Request copied, without its dates"
    }
    fn copy_failed(&self) -> &'static str {
        "The request to be copied could not be read. You can fill in a new one."
    }
    fn copy_or_draft_title(&self) -> &'static str {
        "You have already begun a request"
    }
    fn copy_or_draft(&self) -> &'static str {
        "It is below. The copy would replace it."
    }
    fn keep_draft(&self) -> &'static str {
        "Keep the request that I began"
    }
    fn replace_draft(&self) -> &'static str {
        "Replace it with the copy"
    }
    fn leave_receipt_follow(&self, n: u32, of: u32) -> String {
        if of > 1 {
            format!("It is not granted yet: it waits for approval at level {n} of {of}.")
        } else {
            "It is not granted yet: it waits for your manager’s decision.".to_owned()
        }
    }
    fn leave_receipt_unread(&self) -> &'static str {
        "You will find it among your leave."
    }
    fn leave_receipt_open(&self) -> &'static str {
        "See this request"
    }
    fn ask_for_another_leave(&self) -> &'static str {
        "Ask for another leave"
    }
}
