//! Whether what stands in the form of leave can be sent; knows no field on a page and no call.

use super::leave_day_field::{InvalidDay, day_typed};
use super::leave_request::{InvalidLeaveRequest, LeaveWish, ValidLeaveRequest, period, validate};
use crate::contract::leave::{LeaveKind, LeavePeriod, LeaveQuestion};
use chrono::NaiveDate;

/// What stands in the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeaveWritten<'a> {
    /// The id of the kind, empty when none is chosen.
    pub kind: &'a str,
    /// The first day as it is typed.
    pub from: &'a str,
    /// True when the first day begins at noon.
    pub from_noon: bool,
    /// The last day as it is typed.
    pub to: &'a str,
    /// True when the last day ends at noon.
    pub to_noon: bool,
    /// What is written for those who validate.
    pub comment: &'a str,
    /// The file.
    pub file: WrittenFile<'a>,
}

/// How far the file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrittenFile<'a> {
    /// None is chosen.
    None,
    /// One is chosen, and the portal does not have it.
    NotSent,
    /// The portal has it, under this id.
    Sent(&'a str),
}

/// What is wrong in the form; one variant per reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LeaveMistake {
    /// What the request would be refused for.
    Request(InvalidLeaveRequest),
    /// What is typed as the first day is none.
    FirstDay(InvalidDay),
    /// What is typed as the last day is none.
    LastDay(InvalidDay),
    /// The file has not arrived.
    FileNotSent,
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LeaveField {
    /// The kind.
    Kind,
    /// The first day.
    From,
    /// The last day.
    To,
    /// The comment.
    Comment,
    /// The file.
    File,
}

impl LeaveMistake {
    /// The field that it is told at.
    #[must_use]
    pub fn field(self) -> LeaveField {
        use InvalidLeaveRequest as Invalid;
        match self {
            Self::Request(Invalid::NoKind) => LeaveField::Kind,
            Self::Request(Invalid::NoFirstDay | Invalid::WholeDaysOnly) | Self::FirstDay(_) => {
                LeaveField::From
            }
            Self::Request(
                Invalid::NoLastDay | Invalid::EndBeforeStart | Invalid::NothingBetween,
            )
            | Self::LastDay(_) => LeaveField::To,
            Self::Request(Invalid::CommentTooLong) => LeaveField::Comment,
            Self::Request(Invalid::NoAttachment) | Self::FileNotSent => LeaveField::File,
        }
    }
}

/// Checks what stands in the form against the kinds that are offered.
///
/// # Errors
///
/// Everything that is wrong with it, in the order of the form.
pub fn check(
    written: LeaveWritten<'_>,
    kinds: &[LeaveKind],
    today: NaiveDate,
) -> Result<ValidLeaveRequest, Vec<LeaveMistake>> {
    use InvalidLeaveRequest as Invalid;
    let wish = wish(written, kinds, today);
    let takes_file = takes_file(written.kind, kinds);
    let days = [
        (
            written.from,
            LeaveMistake::FirstDay as fn(InvalidDay) -> LeaveMistake,
        ),
        (written.to, LeaveMistake::LastDay),
    ];
    let mut wrong: Vec<LeaveMistake> = days
        .into_iter()
        .filter_map(|(typed, told)| match day_typed(typed, today) {
            Ok(_) | Err(InvalidDay::Empty) => None,
            Err(why) => Some(told(why)),
        })
        .collect();
    if takes_file && written.file == WrittenFile::NotSent {
        wrong.push(LeaveMistake::FileNotSent);
    }
    let told = |why: Invalid| match why {
        // Something is typed there: it was told what is wrong with that.
        Invalid::NoFirstDay => !wrong
            .iter()
            .any(|it| matches!(it, LeaveMistake::FirstDay(_))),
        Invalid::NoLastDay => !wrong
            .iter()
            .any(|it| matches!(it, LeaveMistake::LastDay(_))),
        Invalid::NoAttachment => !wrong.contains(&LeaveMistake::FileNotSent),
        _ => true,
    };
    match validate(&wish, kinds) {
        Ok(valid) if wrong.is_empty() => Ok(valid),
        checked => {
            let more = checked.err().unwrap_or_default().into_iter();
            let more: Vec<_> = more
                .filter(|why| told(*why))
                .map(LeaveMistake::Request)
                .collect();
            wrong.extend(more);
            wrong.sort_by_key(|mistake| mistake.field());
            Err(wrong)
        }
    }
}

/// What can be asked before it is sent: a kind and a period that holds together; `None` while one of them is missing.
#[must_use]
pub fn question(
    written: LeaveWritten<'_>,
    kinds: &[LeaveKind],
    today: NaiveDate,
) -> Option<LeaveQuestion> {
    let is_offered = kinds.iter().any(|kind| kind.id == written.kind);
    let period = period(&wish(written, kinds, today)).ok()?;
    is_offered.then(|| LeaveQuestion {
        kind: written.kind.to_owned(),
        period,
    })
}

/// The days between the first and the last of a period, to propose a period of the same length elsewhere.
#[must_use]
pub fn span(period: LeavePeriod) -> Option<u64> {
    let days = period.to.signed_duration_since(period.from).num_days();
    u64::try_from(days).ok().filter(|days| *days <= 366)
}

/// True when a file can stand with that kind.
#[must_use]
pub fn takes_file(kind: &str, kinds: &[LeaveKind]) -> bool {
    use crate::contract::leave::AttachmentNeed;
    let kind = kinds.iter().find(|offered| offered.id == kind);
    kind.is_some_and(|kind| kind.attachment != AttachmentNeed::None)
}

/// True when that kind can begin or end at noon.
#[must_use]
pub fn takes_half_days(kind: &str, kinds: &[LeaveKind]) -> bool {
    let kind = kinds.iter().find(|offered| offered.id == kind);
    kind.is_some_and(|kind| kind.half_days)
}

fn wish(written: LeaveWritten<'_>, kinds: &[LeaveKind], today: NaiveDate) -> LeaveWish {
    // What was chosen for another kind waits, and does not count.
    let halves = takes_half_days(written.kind, kinds);
    LeaveWish {
        kind: written.kind.to_owned(),
        from: day_typed(written.from, today).ok(),
        from_noon: written.from_noon && halves,
        to: day_typed(written.to, today).ok(),
        to_noon: written.to_noon && halves,
        comment: written.comment.to_owned(),
        attachment: match written.file {
            WrittenFile::Sent(id) => Some(id.to_owned()),
            WrittenFile::None | WrittenFile::NotSent => None,
        },
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test says what is wrong by panicking")]

    use super::{LeaveMistake as Mistake, LeaveWritten, WrittenFile, check, question, span};
    use crate::contract::leave::{AttachmentNeed, LONGEST_LEAVE_COMMENT, LeaveKind, LeavePeriod};
    use crate::contract::localized::Localized;
    use crate::rules::leave_day_field::InvalidDay;
    use crate::rules::leave_request::InvalidLeaveRequest as Invalid;
    use chrono::NaiveDate;
    use proptest::prelude::*;

    fn today() -> NaiveDate {
        "2026-11-22".parse().unwrap()
    }

    fn kinds() -> Vec<LeaveKind> {
        let kind = |id: &str, attachment, half_days| LeaveKind {
            id: id.to_owned(),
            label: Localized::default(),
            description: None,
            attachment,
            attachment_label: None,
            half_days,
        };
        vec![
            kind("annual", AttachmentNeed::None, true),
            kind("special", AttachmentNeed::Required, false),
            kind("recovery", AttachmentNeed::Optional, true),
        ]
    }

    fn written() -> LeaveWritten<'static> {
        LeaveWritten {
            kind: "annual",
            from: "24/12/2026",
            from_noon: true,
            to: "31 décembre 2026",
            to_noon: false,
            comment: "",
            file: WrittenFile::None,
        }
    }

    fn wrong(written: LeaveWritten<'_>) -> Vec<Mistake> {
        check(written, &kinds(), today()).err().unwrap_or_default()
    }

    #[test]
    fn what_is_written_in_any_way_is_sent_as_dates() {
        let valid = check(written(), &kinds(), today()).unwrap();
        let body = valid.body();
        assert_eq!(body.period.from.to_string(), "2026-12-24");
        assert_eq!(body.period.to.to_string(), "2026-12-31");
        assert!(body.period.from_noon && !body.period.to_noon);
        let asked = question(written(), &kinds(), today()).unwrap();
        assert_eq!(
            (asked.kind, asked.period),
            ("annual".to_owned(), body.period)
        );
    }

    #[test]
    fn everything_that_is_wrong_is_told_at_once_in_the_order_of_the_form() {
        let long = "x".repeat(LONGEST_LEAVE_COMMENT + 1);
        let all = LeaveWritten {
            kind: "",
            from: "n’importe quoi",
            to: "31/02/2027",
            comment: &long,
            file: WrittenFile::NotSent,
            ..written()
        };
        assert_eq!(
            wrong(all),
            [
                Mistake::Request(Invalid::NoKind),
                Mistake::FirstDay(InvalidDay::Unreadable),
                Mistake::LastDay(InvalidDay::NoSuchDay),
                Mistake::Request(Invalid::CommentTooLong),
            ]
        );
        let nothing = LeaveWritten {
            kind: "special",
            from: "",
            to: " ",
            ..written()
        };
        assert_eq!(
            wrong(nothing),
            [
                Invalid::NoFirstDay,
                Invalid::NoLastDay,
                Invalid::NoAttachment
            ]
            .map(Mistake::Request)
        );
    }

    #[test]
    fn a_period_must_hold_together() {
        for (from, from_noon, to, to_noon, why) in [
            (
                "25/12/2026",
                false,
                "24/12/2026",
                false,
                Some(Invalid::EndBeforeStart),
            ),
            (
                "24/12/2026",
                true,
                "24/12/2026",
                true,
                Some(Invalid::NothingBetween),
            ),
            ("24/12/2026", true, "24/12/2026", false, None),
            ("24/12/2026", false, "24/12/2026", true, None),
            ("31/12/2026", false, "01/01/2027", false, None),
            ("29/02/2028", false, "01/03/2028", true, None),
            ("28/03/2027", false, "28/03/2027", false, None),
        ] {
            let period = LeaveWritten {
                from,
                from_noon,
                to,
                to_noon,
                ..written()
            };
            let told: Vec<Mistake> = why.into_iter().map(Mistake::Request).collect();
            assert_eq!(wrong(period), told, "{from} {to}");
            assert_eq!(question(period, &kinds(), today()).is_none(), why.is_some());
        }
    }

    #[test]
    fn what_another_kind_wanted_waits_and_is_not_sent() {
        let whole = LeaveWritten {
            kind: "special",
            file: WrittenFile::Sent("f"),
            ..written()
        };
        let valid = check(whole, &kinds(), today()).unwrap();
        assert!(!valid.body().period.from_noon);
        assert_eq!(valid.body().attachment.as_deref(), Some("f"));
        for file in [WrittenFile::Sent("f"), WrittenFile::NotSent] {
            let other = LeaveWritten { file, ..written() };
            let valid = check(other, &kinds(), today()).unwrap();
            assert_eq!(valid.body().attachment, None);
        }
        let optional = |file| LeaveWritten {
            kind: "recovery",
            file,
            ..written()
        };
        assert!(wrong(optional(WrittenFile::None)).is_empty());
        assert_eq!(
            wrong(optional(WrittenFile::NotSent)),
            [Mistake::FileNotSent]
        );
    }

    #[test]
    fn a_length_is_known_of_what_has_one() {
        let period = |from: &str, to: &str| LeavePeriod {
            from: from.parse().unwrap(),
            from_noon: false,
            to: to.parse().unwrap(),
            to_noon: false,
        };
        assert_eq!(span(period("2026-12-28", "2027-01-04")), Some(7));
        assert_eq!(span(period("2026-12-28", "2026-12-28")), Some(0));
        assert_eq!(span(period("2026-12-28", "2026-12-27")), None);
        assert_eq!(span(period("0001-01-01", "9999-12-31")), None);
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_sent_whole_or_told(
            kind in "annual|special|recovery|x|",
            from in "[0-9]{1,2}/[0-9]{1,2}/20[0-9]{2}",
            to in any::<String>(),
            noons: (bool, bool),
            comment in any::<String>(),
        ) {
            let written = LeaveWritten {
                kind: &kind, from: &from, from_noon: noons.0, to: &to, to_noon: noons.1,
                comment: &comment, file: WrittenFile::None,
            };
            match check(written, &kinds(), today()) {
                Ok(valid) => {
                    let period = valid.body().period;
                    prop_assert!(period.from <= period.to);
                    prop_assert!(question(written, &kinds(), today()).is_some());
                }
                Err(wrong) => {
                    prop_assert!(!wrong.is_empty());
                    prop_assert!(wrong.is_sorted_by_key(|mistake| mistake.field()));
                }
            }
        }
    }
}
