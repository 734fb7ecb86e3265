//! Answers of every kind to messages of every kind.
#![expect(clippy::unwrap_used, reason = "a test says what is wrong by panicking")]

use super::{addressees, carried, quoted, subject};
use crate::contract::mail::{
    LONGEST_MAIL_SUBJECT, LONGEST_MAIL_TEXT, MailAnswerKind as Kind, MailMessage,
    MailMessageSummary, MailPerson,
};
use crate::rules::mail_address_field::AddressField;
use proptest::prelude::*;

const OWN: &str = "agent.demo@ville.example";

fn person(address: &str) -> MailPerson {
    MailPerson {
        name: String::new(),
        address: address.to_owned(),
        external: !address.ends_with("ville.example"),
    }
}

fn people(addresses: &[&str]) -> Vec<MailPerson> {
    addresses.iter().map(|it| person(it)).collect()
}

fn message(from: &str, to: &[&str], cc: &[&str], reply_to: &[&str]) -> MailMessage {
    MailMessage {
        summary: MailMessageSummary {
            id: "m".to_owned(),
            folder: "inbox".to_owned(),
            from: person(from),
            to: people(to),
            subject: String::new(),
            start: String::new(),
            at: serde_json::from_str("\"2026-11-22T18:42:00+01:00\"").unwrap(),
            read: true,
            flagged: false,
            answered: false,
            has_attachments: false,
            draft: None,
        },
        cc: people(cc),
        bcc: Vec::new(),
        reply_to: people(reply_to),
        text: String::new(),
        html: false,
        remote_images: 0,
        attachments: Vec::new(),
        warnings: Vec::new(),
        actions: Vec::new(),
    }
}

fn addresses(field: &AddressField) -> Vec<&str> {
    field.chosen.iter().map(|it| it.address.as_str()).collect()
}

#[test]
fn an_answer_goes_where_the_message_says() {
    let own = "Agent.Demo@VILLE.example";
    for (message, kind, to, cc) in [
        (
            message("a@x.example", &[OWN], &[], &[]),
            Kind::Reply,
            vec!["a@x.example"],
            vec![],
        ),
        (
            message("a@x.example", &[OWN], &["c@x.example"], &["list@x.example"]),
            Kind::Reply,
            vec!["list@x.example"],
            vec![],
        ),
        (
            message(
                "a@x.example",
                &[OWN, "b@x.example"],
                &["c@x.example", "A@x.example"],
                &[],
            ),
            Kind::ReplyAll,
            vec!["a@x.example"],
            vec!["b@x.example", "c@x.example"],
        ),
        (
            message("a@x.example", &[own], &[], &["b@x.example", own]),
            Kind::ReplyAll,
            vec!["b@x.example"],
            vec![],
        ),
        (
            message(OWN, &["b@x.example", "c@x.example"], &["d@x.example"], &[]),
            Kind::Reply,
            vec!["b@x.example", "c@x.example"],
            vec![],
        ),
        (
            message(OWN, &["b@x.example", own], &["d@x.example"], &[]),
            Kind::ReplyAll,
            vec!["b@x.example"],
            vec!["d@x.example"],
        ),
        (
            message(OWN, &[OWN], &[], &[]),
            Kind::ReplyAll,
            vec![OWN],
            vec![],
        ),
        (
            message("a@x.example", &[OWN], &["c@x.example"], &[]),
            Kind::Forward,
            vec![],
            vec![],
        ),
        (
            message("a@x.example", &[OWN], &["c@x.example"], &[]),
            Kind::Unknown,
            vec!["a@x.example"],
            vec![],
        ),
    ] {
        let found = addressees(&message, kind, OWN);
        assert_eq!(
            (addresses(&found.to), addresses(&found.cc)),
            (to, cc),
            "{kind:?} {message:?}"
        );
    }
}

#[test]
fn a_subject_is_marked_once() {
    for (of, marked) in [
        ("Budget", "Re : Budget"),
        ("Re: Budget", "Re : Budget"),
        ("RE : Budget", "Re : Budget"),
        ("re\u{a0}: Budget", "Re : Budget"),
        ("Re: RE: Fwd: Budget", "Re : Budget"),
        ("TR : Re: Budget", "Re : Budget"),
        ("Re[2]: Budget", "Re : Budget"),
        ("AW: WG: Budget", "Re : Budget"),
        ("Ré： Budget", "Re : Budget"),
        ("Réunion : ordre du jour", "Re : Réunion : ordre du jour"),
        ("Re", "Re : Re"),
        ("Re:", "Re :"),
        ("", "Re :"),
        ("a\r\nb", "Re : a  b"),
    ] {
        assert_eq!(subject(of, "Re : "), marked, "{of:?}");
    }
    assert_eq!(subject("Fwd: Budget", "Tr : "), "Tr : Budget");
}

#[test]
fn what_is_answered_is_quoted_and_what_is_sent_on_is_not() {
    assert_eq!(
        quoted("A a écrit :", "Bonjour,\r\n\r\n> avant\n\u{7}fin\n\n"),
        "\n\nA a écrit :\n> Bonjour,\n>\n>> avant\n> fin"
    );
    assert_eq!(
        carried(&["De : A".to_owned(), "Objet : B".to_owned()], "x\n> y"),
        "\n\nDe : A\nObjet : B\n\nx\n> y"
    );
}

#[test]
fn what_is_too_long_is_cut_and_leaves_room() {
    let long = "é\n".repeat(LONGEST_MAIL_TEXT);
    for text in [quoted("a", &long), carried(&[], &long)] {
        assert!(text.chars().count() < LONGEST_MAIL_TEXT - 10_000 && text.ends_with("[…]"));
    }
}

proptest! {
    #[test]
    fn an_answer_to_all_is_never_to_oneself_among_others_and_names_nobody_twice(
        from in "[a-d]|agent.demo", to in proptest::collection::vec("[a-dA-D]|agent.demo", 0..5),
        cc in proptest::collection::vec("[a-dA-D]|AGENT.demo", 0..5), reply_to in proptest::collection::vec("[a-d]|agent.demo", 0..3),
    ) {
        let at = |names: &[String]| names.iter().map(|it| format!("{it}@ville.example")).collect::<Vec<_>>();
        let refs = |all: &[String]| all.iter().map(|it| person(it)).collect::<Vec<_>>();
        let mut message = message(&format!("{from}@ville.example"), &[], &[], &[]);
        message.summary.to = refs(&at(&to));
        message.cc = refs(&at(&cc));
        message.reply_to = refs(&at(&reply_to));
        let found = addressees(&message, Kind::ReplyAll, OWN);
        let all: Vec<String> = found.to.chosen.iter().chain(&found.cc.chosen).map(|it| it.address.to_lowercase()).collect();
        let mut once = all.clone();
        once.sort();
        once.dedup();
        prop_assert_eq!(once.len(), all.len());
        prop_assert!(all.len() < 2 || !all.contains(&OWN.to_owned()) || found.to.chosen.iter().all(|it| it.address.eq_ignore_ascii_case(OWN)));
    }

    #[test]
    fn a_marked_subject_marked_again_is_the_same(of in any::<String>(), mark in "Re : |Tr : |Re: |Fwd: ") {
        let once = subject(&of, &mark);
        prop_assert_eq!(subject(&once, &mark), once.clone());
        prop_assert!(once.chars().count() <= LONGEST_MAIL_SUBJECT && !once.chars().any(char::is_control));
    }

    #[test]
    fn any_text_is_quoted_line_by_line(text in any::<String>()) {
        let quote = quoted("x", &text);
        prop_assert!(quote.lines().skip(3).all(|line| line.starts_with('>')));
        prop_assert!(quote.chars().count() <= LONGEST_MAIL_TEXT);
        prop_assert!(!quote.chars().any(|c| c.is_control() && c != '\n' && c != '\t'));
    }
}
