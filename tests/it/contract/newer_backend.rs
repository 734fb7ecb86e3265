//! What a page does with a backend that speaks a newer contract; knows the present version only.

use crate::support::document::document;
use crate::support::fixtures;
use jsonschema::error::ValidationErrorKind;
use serde_json::{Value, json};

/// Objects whose keys are data: another key there is another entry, not an unknown field.
const MAPS: [&str; 3] = ["browser_minimums", "system_minimums", "modules"];

#[test]
fn fields_that_the_contract_does_not_have_change_nothing() {
    for fixture in fixtures::today() {
        let mut grown = fixture.value.clone();
        let added = grow(&mut grown);
        assert!(added > 0, "{}", fixture.name);
        assert!(
            document().judge(fixture.kind.schema).is_valid(&grown),
            "{}: the document allows more fields",
            fixture.name
        );
        let read = (fixture.kind.reread)(&grown.to_string())
            .unwrap_or_else(|fault| panic!("{}: {fault}", fixture.name));
        assert_eq!(read, fixture.value, "{}", fixture.name);
    }
}

/// Puts an unknown field into every object and says into how many.
fn grow(value: &mut Value) -> usize {
    match value {
        Value::Object(fields) => {
            let inner: usize = fields
                .iter_mut()
                .map(|(key, value)| match value {
                    Value::Object(entries) if MAPS.contains(&key.as_str()) => {
                        entries.values_mut().map(grow).sum()
                    }
                    value => grow(value),
                })
                .sum();
            fields.insert(
                "a_field_of_a_newer_contract".to_owned(),
                json!({ "deep": [1, "two", null] }),
            );
            inner + 1
        }
        Value::Array(items) => items.iter_mut().map(grow).sum(),
        _ => 0,
    }
}

#[test]
fn values_that_an_enumeration_does_not_have_are_read_as_unknown_and_all_else_as_it_stands() {
    for fixture in fixtures::newer() {
        let read = (fixture.kind.reread)(&fixture.value.to_string())
            .unwrap_or_else(|fault| panic!("{}: {fault}", fixture.name));
        let mut unknown = 0;
        compare(&read, &fixture.value, &fixture.name, &mut unknown);
        assert!(unknown > 0, "{}: nothing in it is new", fixture.name);
    }
}

/// What a value that an enumeration does not have is read as; a folder of a new role is as the agent's own.
const READ_AS: [&str; 2] = ["unknown", "other"];

/// `read` says what `sent` says, but for fields that are dropped and values that are `unknown` now.
fn compare(read: &Value, sent: &Value, place: &str, unknown: &mut usize) {
    match (read, sent) {
        (Value::Object(fields), _) => fields.iter().for_each(|(key, value)| {
            compare(value, &sent[key], &format!("{place}/{key}"), unknown);
        }),
        (Value::Array(items), Value::Array(sent)) => {
            assert_eq!(items.len(), sent.len(), "{place}");
            items
                .iter()
                .zip(sent)
                .for_each(|(item, sent)| compare(item, sent, place, unknown));
        }
        (Value::String(text), Value::String(sent))
            if READ_AS.contains(&text.as_str()) && sent != text =>
        {
            *unknown += 1;
        }
        _ => assert_eq!(read, sent, "{place}"),
    }
}

/// True for a value that an enumeration does not have, be it in something that may also be absent.
fn is_new_value(fault: &ValidationErrorKind) -> bool {
    match fault {
        ValidationErrorKind::Enum { .. } => true,
        ValidationErrorKind::OneOfNotValid { context } => context
            .iter()
            .any(|form| form.iter().all(|fault| is_new_value(fault.kind()))),
        _ => false,
    }
}

#[test]
fn the_present_document_refuses_nothing_of_a_newer_answer_but_the_new_values() {
    for fixture in fixtures::newer() {
        let judge = document().judge(fixture.kind.schema);
        let faults: Vec<_> = judge.iter_errors(&fixture.value).collect();
        assert!(
            !faults.is_empty(),
            "{}: the document knows all of it",
            fixture.name
        );
        for fault in faults {
            assert!(
                is_new_value(fault.kind()),
                "{}: {fault} at {}",
                fixture.name,
                fault.instance_path()
            );
        }
    }
}
