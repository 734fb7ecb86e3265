//! When leave can be asked for; knows no form, no calendar and no call.

use crate::contract::leave::{
    AttachmentNeed, LONGEST_LEAVE_COMMENT, LeaveKind, LeavePeriod, NewLeaveRequest,
};
use chrono::NaiveDate;

/// What is chosen and written, not checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeaveWish {
    /// The id of the kind, empty when none is chosen.
    pub kind: String,
    /// The first day, `None` while none is chosen.
    pub from: Option<NaiveDate>,
    /// True when the first day begins at noon.
    pub from_noon: bool,
    /// The last day, `None` while none is chosen.
    pub to: Option<NaiveDate>,
    /// True when the last day ends at noon.
    pub to_noon: bool,
    /// What is written for those who validate.
    pub comment: String,
    /// The id of what was attached.
    pub attachment: Option<String>,
}

/// Why leave can't be asked for so; one variant per reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum InvalidLeaveRequest {
    /// No kind is chosen, or one that is not offered.
    NoKind,
    /// There is no first day.
    NoFirstDay,
    /// There is no last day.
    NoLastDay,
    /// It ends before it begins.
    EndBeforeStart,
    /// It begins and ends at the same noon.
    NothingBetween,
    /// It begins or ends at noon, and this kind takes whole days only.
    WholeDaysOnly,
    /// The comment is longer than a backend takes.
    CommentTooLong,
    /// This kind wants an attachment.
    NoAttachment,
}

/// A request that can be sent; there is no way to one but [`validate`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValidLeaveRequest(NewLeaveRequest);

impl ValidLeaveRequest {
    /// What to send.
    #[must_use]
    pub fn body(&self) -> &NewLeaveRequest {
        &self.0
    }
}

/// The period of what is chosen.
///
/// # Errors
///
/// Everything that is wrong with it, in the order of the form.
pub fn period(wish: &LeaveWish) -> Result<LeavePeriod, Vec<InvalidLeaveRequest>> {
    use InvalidLeaveRequest as Invalid;
    let (from, to) = match (wish.from, wish.to) {
        (Some(from), Some(to)) => (from, to),
        (from, to) => {
            let missing = [
                (from.is_none(), Invalid::NoFirstDay),
                (to.is_none(), Invalid::NoLastDay),
            ];
            return Err(told(missing));
        }
    };
    if to < from {
        return Err(vec![Invalid::EndBeforeStart]);
    }
    if from == to && wish.from_noon && wish.to_noon {
        return Err(vec![Invalid::NothingBetween]);
    }
    Ok(LeavePeriod {
        from,
        from_noon: wish.from_noon,
        to,
        to_noon: wish.to_noon,
    })
}

/// Checks what is chosen and written against the kinds that are offered.
///
/// # Errors
///
/// Everything that is wrong with it, in the order of the form.
pub fn validate(
    wish: &LeaveWish,
    kinds: &[LeaveKind],
) -> Result<ValidLeaveRequest, Vec<InvalidLeaveRequest>> {
    use InvalidLeaveRequest as Invalid;
    let kind = kinds.iter().find(|kind| kind.id == wish.kind);
    let mut wrong = told([(kind.is_none(), Invalid::NoKind)]);
    let period = period(wish).map_err(|why| wrong.extend(why)).ok();
    let has_noon = period.is_some() && (wish.from_noon || wish.to_noon);
    let need = kind.map_or(AttachmentNeed::None, |kind| kind.attachment);
    wrong.extend(told([
        (
            has_noon && kind.is_some_and(|kind| !kind.half_days),
            Invalid::WholeDaysOnly,
        ),
        (
            wish.comment.trim().chars().count() > LONGEST_LEAVE_COMMENT,
            Invalid::CommentTooLong,
        ),
        (
            need == AttachmentNeed::Required && wish.attachment.is_none(),
            Invalid::NoAttachment,
        ),
    ]));
    let Some(period) = period.filter(|_| wrong.is_empty()) else {
        return Err(wrong);
    };
    let attachment = wish.attachment.clone();
    Ok(ValidLeaveRequest(NewLeaveRequest {
        kind: wish.kind.clone(),
        period,
        comment: wish.comment.trim().to_owned(),
        // What another kind wanted is not sent with one that takes none.
        attachment: attachment.filter(|_| need != AttachmentNeed::None),
    }))
}

fn told<const N: usize>(checks: [(bool, InvalidLeaveRequest); N]) -> Vec<InvalidLeaveRequest> {
    let wrong = checks.into_iter().filter(|(is_wrong, _)| *is_wrong);
    wrong.map(|(_, why)| why).collect()
}
