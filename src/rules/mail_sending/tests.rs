//! Messages that can and can't be sent, and the portal's refusals.

use super::{MailField as Field, MailMistake as Mistake, check, refusals};
use crate::contract::mail::{LONGEST_MAIL_SUBJECT, LONGEST_MAIL_TEXT, MailSettings};
use crate::contract::problem::{FieldProblem, Problem, ProblemCode};
use crate::rules::mail_address_field::AddressField;
use crate::rules::mail_draft::{MailWritten, WrittenMailFile};
use proptest::prelude::*;

fn settings() -> MailSettings {
    MailSettings {
        domains: vec!["ville.example".to_owned()],
        max_attachment_bytes: 10,
        max_message_bytes: 20,
        max_recipients: 3,
    }
}

fn field(typed: &str) -> AddressField {
    let mut field = AddressField::default();
    field.finish(typed);
    field
}

fn wrong(to: &str, cc: &str, subject: &str, text: &str, files: &[(bool, u64)]) -> Vec<Mistake> {
    let (to, cc, bcc) = (field(to), field(cc), AddressField::default());
    let files = files.iter().map(|(there, size)| WrittenMailFile {
        id: there.then_some("f"),
        size: *size,
    });
    let written = MailWritten {
        to: &to,
        cc: &cc,
        bcc: &bcc,
        subject,
        text,
        files: files.collect(),
        answers: None,
    };
    check(&written, Some(&settings())).err().unwrap_or_default()
}

#[test]
fn everything_that_is_wrong_is_told_at_once_in_the_order_of_the_form() {
    assert!(wrong("a@b.example", "", "", "", &[]).is_empty());
    assert!(wrong("", "a@b.example", "", "", &[(true, 20)]).is_empty());
    let subject = "s".repeat(LONGEST_MAIL_SUBJECT + 1);
    let text = "é".repeat(LONGEST_MAIL_TEXT + 1);
    assert_eq!(
        wrong("", "", &subject, &text, &[(false, 15), (true, 6)]),
        [
            Mistake::Nobody,
            Mistake::SubjectTooLong,
            Mistake::TextTooLong,
            Mistake::FileNotSent,
            Mistake::FilesTooLarge
        ]
    );
    assert_eq!(
        wrong("a@b.example", "cam", "", "", &[]),
        [Mistake::NoAddress(Field::Cc)]
    );
    let four = "a@b.example,b@b.example,c@b.example,d@b.example";
    assert_eq!(wrong(four, "", "", "", &[]), [Mistake::TooMany(Some(3))]);
}

#[test]
fn what_is_not_known_is_left_to_the_portal() {
    let (to, none) = (
        field("a@b.example, b@b.example, c@b.example, d@b.example"),
        AddressField::default(),
    );
    let written = MailWritten {
        to: &to,
        cc: &none,
        bcc: &none,
        subject: " S\u{7} ",
        text: "t",
        files: vec![WrittenMailFile {
            id: Some("f"),
            size: u64::MAX,
        }],
        answers: None,
    };
    let valid = check(&written, None);
    assert_eq!(
        valid.map(|valid| valid.body().subject.clone()),
        Ok("S".to_owned())
    );
}

fn problem(code: ProblemCode, fields: &[(&str, &str)]) -> Problem {
    let field = |(name, code): &(&str, &str)| FieldProblem {
        name: (*name).to_owned(),
        code: (*code).to_owned(),
    };
    Problem {
        status: 422,
        code,
        trace_id: "t".to_owned(),
        fields: fields.iter().map(field).collect(),
        retry_after: None,
        address: None,
        until: None,
    }
}

#[test]
fn each_refusal_of_the_contract_has_its_reason() {
    for (name, code, reason) in [
        ("to", "required", Mistake::Nobody),
        ("to", "too_many", Mistake::TooMany(None)),
        (
            "to.0.address",
            "invalid",
            Mistake::Address(Field::To, Some(0)),
        ),
        (
            "cc.12.address",
            "invalid",
            Mistake::Address(Field::Cc, Some(12)),
        ),
        (
            "bcc.1.name",
            "too_long",
            Mistake::Address(Field::Bcc, Some(1)),
        ),
        ("subject", "too_long", Mistake::SubjectTooLong),
        ("subject", "invalid", Mistake::SubjectInvalid),
        ("text", "too_long", Mistake::TextTooLong),
        ("text", "invalid", Mistake::TextInvalid),
        ("attachments", "too_large", Mistake::FilesTooLarge),
        ("attachments", "not_found", Mistake::FileGone),
        ("attachments.0", "not_found", Mistake::FileGone),
        ("answers", "not_found", Mistake::OriginalGone),
    ] {
        assert_eq!(
            refusals(&problem(ProblemCode::InvalidFields, &[(name, code)])),
            [reason],
            "{name} {code}"
        );
    }
    assert!(
        refusals(&problem(
            ProblemCode::InvalidFields,
            &[("x", "y"), ("", "")]
        ))
        .is_empty()
    );
    assert!(refusals(&problem(ProblemCode::NotFound, &[("to", "required")])).is_empty());
}

proptest! {
    #[test]
    fn any_refusal_is_told_in_order(fields in proptest::collection::vec(("[a-z.0-9]{0,12}|to|cc.1|text|answers", "[a-z_]{0,9}"), 0..8)) {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, code)| (name.as_str(), code.as_str())).collect();
        let told = refusals(&problem(ProblemCode::InvalidFields, &fields));
        prop_assert!(told.is_sorted_by_key(|mistake| mistake.field()));
    }
}
