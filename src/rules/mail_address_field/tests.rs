//! Recipients in every way in which they are typed and pasted.
#![expect(clippy::unwrap_used, reason = "a test says what is wrong by panicking")]

use super::reading::{InvalidAddress as Invalid, address, pieces};
use super::{AddressField, Recipient};
use crate::contract::mail::{MailAddress, MailPerson};
use proptest::prelude::*;

fn whom(name: &str, address: &str) -> MailAddress {
    MailAddress {
        name: name.to_owned(),
        address: address.to_owned(),
    }
}

fn finished(typed: &str) -> AddressField {
    let mut field = AddressField::default();
    field.finish(typed);
    field
}

fn people(field: &AddressField) -> Vec<(&str, &str)> {
    field
        .chosen
        .iter()
        .map(|it| (it.name.as_str(), it.address.as_str()))
        .collect()
}

#[test]
fn what_is_pasted_in_any_usual_way_is_taken_apart() {
    let camille = ("Camille Martin", "camille.martin@ville.example");
    let bare = ("", "camille.martin@ville.example");
    let other = ("", "c@d.example");
    for (typed, taken) in [
        ("camille.martin@ville.example", vec![bare]),
        (" <camille.martin@ville.example> ", vec![bare]),
        ("mailto:camille.martin@ville.example", vec![bare]),
        (
            "Camille Martin <camille.martin@ville.example>",
            vec![camille],
        ),
        (
            "Camille\u{a0} \t Martin<camille.martin@ville.example>",
            vec![camille],
        ),
        (
            "\"Camille Martin\" <camille.martin@ville.example>",
            vec![camille],
        ),
        (
            "\"Martin, Camille\" <camille.martin@ville.example>, c@d.example",
            vec![("Martin, Camille", camille.1), other],
        ),
        (
            "MARTIN, Camille <camille.martin@ville.example>; c@d.example",
            vec![("MARTIN, Camille", camille.1), other],
        ),
        (
            "\"Dite \\\"Cam\\\"\" <camille.martin@ville.example>",
            vec![("Dite \"Cam\"", camille.1)],
        ),
        (
            "Camille Martin <camille.martin@ville.example>, c@d.example;",
            vec![camille, other],
        ),
        (
            "camille.martin@ville.example\r\nc@d.example\n",
            vec![bare, other],
        ),
        (
            "camille.martin@ville.example c@d.example",
            vec![bare, other],
        ),
        ("c@d.example, C@D.EXAMPLE; c@d.example", vec![other]),
        ("c@d.example <c@d.example>", vec![other]),
        (
            "\"Martin, Camille <c@d.example>",
            vec![("Martin, Camille", other.1)],
        ),
        (",;\n ,", vec![]),
    ] {
        let field = finished(typed);
        assert_eq!(
            (people(&field), field.typed.as_str()),
            (taken, ""),
            "{typed:?}"
        );
    }
}

#[test]
fn what_is_no_address_stays_typed_with_its_reason() {
    for (typed, left, why) in [
        ("Camille", "Camille", Invalid::NoSign),
        ("a@b", "a@b", Invalid::Malformed),
        ("a..b@c.example", "a..b@c.example", Invalid::Malformed),
        ("a b@c.example", "a b@c.example", Invalid::Malformed),
        ("é@c.example", "é@c.example", Invalid::Malformed),
        ("a@-c.example", "a@-c.example", Invalid::Malformed),
        (
            "c@d.example, Camille; a@b.example",
            "Camille;",
            Invalid::NoSign,
        ),
    ] {
        let field = finished(typed);
        assert_eq!(field.typed.trim(), left, "{typed:?}");
        assert_eq!(field.mistake(), Some(why), "{typed:?}");
    }
    let long = format!("{}@d.example", "a".repeat(250));
    assert_eq!(address(&long), Err(Invalid::TooLong));
    assert_eq!(
        address(&format!("{}@d.example", "a".repeat(65))),
        Err(Invalid::Malformed)
    );
    assert!(address(&format!("{}@d.example", "a".repeat(64))).is_ok());
    let name = format!("{} <c@d.example>", "n".repeat(201));
    assert_eq!(finished(&name).mistake(), Some(Invalid::TooLong));
}

#[test]
fn while_it_is_typed_only_what_a_separator_ends_is_taken() {
    let mut field = AddressField::default();
    field.type_in("c@d.example");
    assert_eq!((people(&field), field.query()), (vec![], "c@d.example"));
    field.type_in("c@d.example,");
    assert_eq!(
        (people(&field), field.typed.as_str()),
        (vec![("", "c@d.example")], "")
    );
    field.type_in("Cam, e@f.example; Lou");
    assert_eq!(
        people(&field),
        [("", "c@d.example")],
        "a comma in a name, for what is known"
    );
    assert_eq!(
        (field.typed.as_str(), field.query()),
        ("Cam, e@f.example; Lou", "Lou")
    );
    field.finish("Cam; Lou");
    assert_eq!(
        (field.typed.as_str(), field.mistake()),
        ("Cam; Lou", Some(Invalid::NoSign))
    );
}

#[test]
fn somebody_of_the_directory_takes_the_place_of_what_is_being_typed() {
    let person = MailPerson {
        name: "Camille\u{202e} Martin".to_owned(),
        address: "C.Martin@ville.example".to_owned(),
        external: false,
    };
    let mut field = AddressField {
        typed: "x@y.example; wrong; cam".to_owned(),
        ..AddressField::default()
    };
    field.choose(Recipient::known(&person));
    assert_eq!(
        people(&field),
        [
            ("Camille Martin", "C.Martin@ville.example"),
            ("", "x@y.example")
        ]
    );
    assert_eq!(field.typed.trim(), "wrong;");
    field.add(Recipient::typed(whom("", "c.martin@VILLE.example")));
    assert_eq!(field.chosen.len(), 2, "the same twice");
    assert!(field.has("c.martin@ville.example"));
}

#[test]
fn who_is_outside_is_told_by_the_server_or_else_by_the_domains() {
    let own = ["ville.example".to_owned()];
    let of = |address: &str, external| Recipient {
        name: String::new(),
        address: address.to_owned(),
        external,
    };
    for (address, external, domains, outside) in [
        ("a@ville.example", None, Some(&own[..]), false),
        ("a@VILLE.Example", None, Some(&own), false),
        ("a@sub.ville.example", None, Some(&own), true),
        ("a@notville.example", None, Some(&own), true),
        ("nobody", None, Some(&own), true),
        ("a@other.example", None, None, false),
        ("a@other.example", Some(true), None, true),
        ("a@ville.example", Some(true), Some(&own), true),
        ("a@other.example", Some(false), Some(&own), false),
    ] {
        assert_eq!(
            of(address, external).is_external(domains),
            outside,
            "{address} {external:?}"
        );
    }
}

#[test]
fn a_draft_keeps_what_is_not_finished_and_gives_it_back() {
    let field = finished("Camille Martin <c@d.example>, wrong, e@f.example");
    let kept = field.kept();
    assert_eq!(
        kept,
        [
            whom("Camille Martin", "c@d.example"),
            whom("", "e@f.example"),
            whom("", "wrong")
        ]
    );
    let again = AddressField::saved(&kept);
    assert_eq!(
        (people(&again), again.typed.as_str()),
        (people(&field), "wrong")
    );
}

proptest! {
    #[test]
    fn no_letter_is_lost_whatever_is_typed(typed in "(?s)[a-c@.,;<>\"\\\\ \n\ré]{0,40}|\\PC{0,60}") {
        let whole: String = pieces(&typed).iter().map(|piece| piece.raw).collect();
        prop_assert_eq!(&whole, &typed);
        for finish in [true, false] {
            let mut field = AddressField::default();
            if finish { field.finish(&typed) } else { field.type_in(&typed) }
            let _ = (field.query(), field.mistake(), field.kept());
            // What was not taken is still typed.
            let left: String = pieces(&typed)
                .iter()
                .filter(|piece| !matches!(piece.read, Some(Ok(_))) )
                .map(|piece| piece.raw.trim_matches(super::is_separator))
                .collect();
            let kept: String = field.typed.clone();
            for letter in left.chars().filter(|letter| !super::is_separator(*letter)) {
                prop_assert!(kept.contains(letter), "{:?} of {:?} in {:?}", letter, typed, kept);
            }
        }
    }

    #[test]
    fn what_is_taken_is_an_address_and_stands_once(typed in any::<String>()) {
        let field = finished(&typed);
        for (at, recipient) in field.chosen.iter().enumerate() {
            prop_assert!(address(&recipient.address).is_ok());
            let before = field.chosen.get(..at).unwrap();
            prop_assert!(!before.iter().any(|it| it.address.eq_ignore_ascii_case(&recipient.address)));
        }
        prop_assert!(field.kept().iter().all(|kept| kept.address.chars().count() <= 254));
    }

    #[test]
    fn any_list_of_good_addresses_is_taken_whole(
        names in proptest::collection::vec("[a-z]{1,8}", 1..6), by in "[,;\n]| , |; |\r\n",
    ) {
        let list: Vec<String> = names.iter().enumerate().map(|(n, name)| format!("{name}{n}@ville.example")).collect();
        let field = finished(&list.join(&by));
        let taken: Vec<String> = field.chosen.iter().map(|it| it.address.clone()).collect();
        prop_assert_eq!((taken, field.typed), (list, String::new()));
    }
}
