//! Every fixture against its schema and its type, and every schema against the fixtures; knows no fixture by name.

use crate::support::document::document;
use crate::support::fixtures::{self, KINDS};
use nomade::contract::consent::Consent;
use serde_json::{Value, json};
use std::collections::BTreeSet;

#[test]
fn every_fixture_fits_its_schema() {
    for fixture in fixtures::today() {
        let judge = document().judge(fixture.kind.schema);
        let faults: Vec<String> = judge
            .iter_errors(&fixture.value)
            .map(|fault| format!("{}: {fault}", fault.instance_path()))
            .collect();
        assert!(
            faults.is_empty(),
            "{} is not a {}: {faults:#?}",
            fixture.name,
            fixture.kind.schema
        );
    }
}

#[test]
fn every_fixture_is_the_same_after_a_round_trip_through_its_type() {
    for fixture in fixtures::today() {
        let again = (fixture.kind.reread)(&fixture.value.to_string())
            .unwrap_or_else(|fault| panic!("{}: {fault}", fixture.name));
        assert_eq!(again, fixture.value, "{}", fixture.name);
    }
}

#[test]
fn every_kind_of_fixture_has_several_cases() {
    for kind in &KINDS {
        let cases = fixtures::today()
            .iter()
            .filter(|it| it.kind.prefix == kind.prefix)
            .count();
        // A set cookie has one form only.
        assert!(
            cases >= 2 || kind.schema == "CookieSet",
            "{} has {cases} case",
            kind.prefix
        );
    }
}

#[test]
fn every_schema_every_field_and_every_value_of_an_enumeration_stands_in_a_fixture() {
    let mut seen = BTreeSet::new();
    for fixture in fixtures::today() {
        walk(
            &json!({ "$ref": format!("#/components/schemas/{}", fixture.kind.schema) }),
            fixture.kind.schema,
            &fixture.value,
            &mut seen,
        );
    }
    let mut missing: Vec<String> = due().difference(&seen).cloned().collect();
    // An empty request body, an id and a token are no fixtures of their own.
    missing.retain(|it| !["Empty", "IdempotencyKey"].contains(&it.as_str()));
    assert!(missing.is_empty(), "no fixture shows {missing:#?}");
}

/// What a complete set of fixtures shows: each schema, each field with a value, each value of an enumeration.
fn due() -> BTreeSet<String> {
    let mut due = BTreeSet::new();
    for (name, schema) in document().root()["components"]["schemas"]
        .as_object()
        .unwrap()
    {
        due.insert(name.clone());
        let parts = schema["allOf"]
            .as_array()
            .into_iter()
            .flatten()
            .chain([schema]);
        for (field, field_schema) in parts
            .filter_map(|part| part["properties"].as_object())
            .flatten()
        {
            // Conditions of a schema repeat its fields; they are not fields of their own.
            due.insert(format!("{name}.{field}"));
            for value in field_schema["enum"].as_array().into_iter().flatten() {
                due.insert(format!("{name}.{field} = {value}"));
            }
        }
    }
    due
}

fn walk(schema: &Value, owner: &str, value: &Value, seen: &mut BTreeSet<String>) {
    if value.is_null() || schema["type"] == "null" {
        return;
    }
    if let Some(name) = schema["$ref"]
        .as_str()
        .and_then(|it| it.strip_prefix("#/components/schemas/"))
    {
        seen.insert(name.to_owned());
        walk(document().schema(name), name, value, seen);
    }
    for part in ["allOf", "oneOf"]
        .iter()
        .filter_map(|key| schema[key].as_array())
        .flatten()
    {
        walk(part, owner, value, seen);
    }
    for (field, field_schema) in schema["properties"].as_object().into_iter().flatten() {
        let inner = &value[field];
        if !inner.is_null() {
            seen.insert(format!("{owner}.{field}"));
            seen.insert(format!("{owner}.{field} = {inner}"));
            walk(field_schema, owner, inner, seen);
        }
    }
    for item in value
        .as_array()
        .into_iter()
        .flatten()
        .filter(|_| schema["items"].is_object())
    {
        walk(&schema["items"], owner, item, seen);
    }
    if schema["additionalProperties"].is_object() {
        value
            .as_object()
            .into_iter()
            .flatten()
            .for_each(|(_, item)| walk(&schema["additionalProperties"], owner, item, seen));
    }
}

#[test]
fn what_is_due_is_told_by_the_two_versions() {
    for (name, due) in [
        ("due_first", [true, true]),
        ("due_changed", [true, false]),
        ("due_through_versions", [true, true]),
        ("accepted", [false, false]),
    ] {
        let fixture = fixtures::today()
            .into_iter()
            .find(|it| it.name == format!("consent/{name}"))
            .unwrap();
        let consent: Consent = serde_json::from_value(fixture.value).unwrap();
        for (text, due) in [&consent.charter, &consent.terms].into_iter().zip(due) {
            assert_eq!(text.is_due(), due, "{name}");
            assert!(due || text.changes.is_empty(), "{name}");
        }
    }
}

#[test]
fn a_payslip_of_three_hundred_lines_fits_as_well() {
    let fixture = fixtures::today()
        .into_iter()
        .find(|it| it.name == "payslips/payslip_ordinary")
        .unwrap();
    let mut value = fixture.value;
    let lines = value["lines"].as_array().unwrap().clone();
    value["lines"] = lines.into_iter().cycle().take(300).collect();
    assert!(document().judge("Payslip").is_valid(&value));
    assert_eq!((fixture.kind.reread)(&value.to_string()).unwrap(), value);
}

#[test]
fn the_lines_of_every_payslip_add_up_to_its_totals() {
    for fixture in fixtures::today()
        .iter()
        .filter(|it| it.kind.schema == "Payslip")
    {
        let fault = crate::support::payslips::does_not_add_up(&fixture.value);
        assert_eq!(fault, None, "{}", fixture.name);
    }
}
