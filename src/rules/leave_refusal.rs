//! What the portal refused of a request for leave, by field; knows no form and no sentence.

use super::leave_form::LeaveField;
use crate::contract::leave::LeaveObstacle;
use crate::contract::problem::{FieldProblem, Problem, ProblemCode};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StrDeserializer};

/// What the portal refused; one variant per reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LeaveRefusal {
    /// The kind is not offered (any more).
    Kind,
    /// The period ends before it begins, or is empty.
    BeforeStart,
    /// The period, for a reason that a preview tells too.
    Period(LeaveObstacle),
    /// The comment is too long.
    CommentTooLong,
    /// The comment, for another reason.
    Comment,
    /// Something must be attached.
    AttachmentRequired,
    /// What was attached is not there, or not what is wanted.
    AttachmentInvalid,
}

impl LeaveRefusal {
    /// The field that it is told at.
    #[must_use]
    pub fn field(self) -> LeaveField {
        match self {
            Self::Kind => LeaveField::Kind,
            Self::BeforeStart => LeaveField::To,
            Self::Period(_) => LeaveField::From,
            Self::CommentTooLong | Self::Comment => LeaveField::Comment,
            Self::AttachmentRequired | Self::AttachmentInvalid => LeaveField::File,
        }
    }
}

/// What of the fields was refused, in the order of the form; nothing where the portal names no field that is known.
#[must_use]
pub fn refusals(problem: &Problem) -> Vec<LeaveRefusal> {
    if problem.code != ProblemCode::InvalidFields {
        return Vec::new();
    }
    let mut told: Vec<LeaveRefusal> = problem.fields.iter().filter_map(refusal).collect();
    told.sort_by_key(|refusal| refusal.field());
    told.dedup();
    told
}

fn refusal(field: &FieldProblem) -> Option<LeaveRefusal> {
    // A dot leads into an object: `period.from` is of the period.
    let name = field.name.split('.').next().unwrap_or_default();
    Some(match (name, field.code.as_str()) {
        ("kind", _) => LeaveRefusal::Kind,
        ("period", "before_start") => LeaveRefusal::BeforeStart,
        ("period", code) => LeaveRefusal::Period(obstacle(code)),
        ("comment", "too_long") => LeaveRefusal::CommentTooLong,
        ("comment", _) => LeaveRefusal::Comment,
        ("attachment", "required") => LeaveRefusal::AttachmentRequired,
        ("attachment", _) => LeaveRefusal::AttachmentInvalid,
        _ => return None,
    })
}

fn obstacle(code: &str) -> LeaveObstacle {
    let code: StrDeserializer<'_, Error> = code.into_deserializer();
    LeaveObstacle::deserialize(code).unwrap_or(LeaveObstacle::Unknown)
}

#[cfg(test)]
mod tests {
    use super::{LeaveRefusal as Refusal, refusals};
    use crate::contract::leave::LeaveObstacle as Obstacle;
    use crate::contract::problem::{FieldProblem, Problem, ProblemCode};
    use proptest::prelude::*;

    fn told(code: ProblemCode, fields: &[(&str, &str)]) -> Vec<Refusal> {
        refusals(&Problem {
            status: 422,
            code,
            trace_id: "t".to_owned(),
            fields: fields
                .iter()
                .map(|(name, code)| FieldProblem {
                    name: (*name).to_owned(),
                    code: (*code).to_owned(),
                })
                .collect(),
            retry_after: None,
            address: None,
            until: None,
        })
    }

    #[test]
    fn each_code_of_the_contract_has_its_reason() {
        for (name, code, reason) in [
            ("kind", "invalid", Refusal::Kind),
            ("period", "before_start", Refusal::BeforeStart),
            (
                "period",
                "nothing_to_count",
                Refusal::Period(Obstacle::NothingToCount),
            ),
            ("period", "overlap", Refusal::Period(Obstacle::Overlap)),
            (
                "period",
                "balance_too_low",
                Refusal::Period(Obstacle::BalanceTooLow),
            ),
            (
                "period",
                "refused_period",
                Refusal::Period(Obstacle::RefusedPeriod),
            ),
            (
                "period",
                "out_of_range",
                Refusal::Period(Obstacle::OutOfRange),
            ),
            ("period", "too_long", Refusal::Period(Obstacle::TooLong)),
            (
                "period",
                "whole_days_only",
                Refusal::Period(Obstacle::WholeDaysOnly),
            ),
            ("period", "quota", Refusal::Period(Obstacle::Unknown)),
            ("period.from", "invalid", Refusal::Period(Obstacle::Unknown)),
            ("comment", "too_long", Refusal::CommentTooLong),
            ("comment", "invalid", Refusal::Comment),
            ("attachment", "required", Refusal::AttachmentRequired),
            ("attachment", "invalid", Refusal::AttachmentInvalid),
        ] {
            let reasons = told(ProblemCode::InvalidFields, &[(name, code)]);
            assert_eq!(reasons, [reason], "{name} {code}");
        }
    }

    #[test]
    fn they_are_told_in_the_order_of_the_form_each_once() {
        let fields = [
            ("attachment", "invalid"),
            ("period", "overlap"),
            ("colour", "wrong"),
            ("period", "overlap"),
            ("kind", "invalid"),
        ];
        let expected = [
            Refusal::Kind,
            Refusal::Period(Obstacle::Overlap),
            Refusal::AttachmentInvalid,
        ];
        assert_eq!(told(ProblemCode::InvalidFields, &fields), expected);
        assert_eq!(told(ProblemCode::ActionRefused, &fields), []);
    }

    proptest! {
        #[test]
        fn any_field_and_code_is_told_or_left_out(name: String, code: String) {
            prop_assert!(told(ProblemCode::InvalidFields, &[(&name, &code)]).len() <= 1);
            prop_assert_eq!(told(ProblemCode::InvalidFields, &[("period", &code)]).len(), 1);
        }
    }
}
