//! Every field of every fixture, dropped or given another type: what the document allows the types must read; knows no field by name.

use crate::support::document::document;
use crate::support::fixtures;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// What a field may wrongly hold.
fn strange_values() -> Vec<Value> {
    vec![
        json!(null),
        json!(true),
        json!(-1),
        json!(0),
        json!(1.5),
        json!(3000),
        json!(70_000),
        json!(4_294_967_295_u32),
        json!(5_000_000_000_i64),
        json!(9_007_199_254_740_991_i64),
        json!(9_007_199_254_740_993_i64),
        json!(-9_007_199_254_740_991_i64),
        json!(""),
        json!("text"),
        json!("2026-02-30"),
        json!("2026-11-01"),
        json!("2026-11-22T18:42:00Z"),
        json!("2026-11-22T18:42:00+01:00"),
        json!("2026-11-22T25:42:00+01:00"),
        json!([]),
        json!({}),
        json!([{}]),
    ]
}

/// Pointers to everything inside `value`.
fn places(value: &Value, here: &str, found: &mut Vec<String>) {
    let mut enter = |key: &str, inner: &Value| {
        let there = format!("{here}/{}", key.replace('~', "~0").replace('/', "~1"));
        places(inner, &there, found);
        found.push(there);
    };
    match value {
        Value::Object(fields) => fields.iter().for_each(|(key, inner)| enter(key, inner)),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(at, inner)| enter(&at.to_string(), inner)),
        _ => {}
    }
}

fn replaced(value: &Value, place: &str, by: &Value) -> Value {
    let mut changed = value.clone();
    *changed.pointer_mut(place).unwrap() = by.clone();
    changed
}

/// `value` without the field at `place`; nothing where it is an element of a list.
fn removed(value: &Value, place: &str) -> Option<Value> {
    let mut changed = value.clone();
    let (parent, key) = place.rsplit_once('/')?;
    changed
        .pointer_mut(parent)?
        .as_object_mut()?
        .remove(&key.replace("~1", "/").replace("~0", "~"))?;
    Some(changed)
}

/// The same place in every element of a list and in every fixture of a kind.
fn general(kind: &str, place: &str) -> String {
    let parts: Vec<&str> = place
        .split('/')
        .map(|part| {
            if part.parse::<usize>().is_ok() {
                "*"
            } else {
                part
            }
        })
        .collect();
    format!("{kind}{}", parts.join("/"))
}

#[test]
fn whatever_the_document_allows_is_read_and_whatever_it_requires_is_missed() {
    // By place: does the type take null there, and does the document anywhere allow null or absence.
    let mut optional: BTreeMap<String, (bool, bool)> = BTreeMap::new();
    let mut held = BTreeSet::new();
    let mut loose = BTreeSet::new();
    for fixture in fixtures::today() {
        let (judge, reread) = (document().judge(fixture.kind.schema), fixture.kind.reread);
        let mut all = Vec::new();
        places(&fixture.value, "", &mut all);
        for place in all {
            let general = general(fixture.kind.schema, &place);
            for strange in strange_values() {
                let changed = replaced(&fixture.value, &place, &strange);
                if judge.is_valid(&changed) {
                    let read = reread(&changed.to_string());
                    assert!(
                        read.is_ok(),
                        "{}{place} = {strange}: the document allows it and the type does not: {read:?}",
                        fixture.name
                    );
                    loose.insert(general.clone());
                } else {
                    held.insert(general.clone());
                }
            }
            let with_null = replaced(&fixture.value, &place, &Value::Null);
            let type_takes_null = reread(&with_null.to_string()).is_ok();
            let entry = optional.entry(general).or_insert((type_takes_null, false));
            entry.1 |= judge.is_valid(&with_null);
            if let Some(without) = removed(&fixture.value, &place) {
                let read = reread(&without.to_string());
                if judge.is_valid(&without) {
                    assert!(
                        read.is_ok(),
                        "{}{place}: the document lets it be absent and the type does not: {read:?}",
                        fixture.name
                    );
                    entry.1 = true;
                } else if !type_takes_null {
                    assert!(
                        read.is_err(),
                        "{}{place}: the document requires it and the type does not miss it",
                        fixture.name
                    );
                }
            }
        }
    }
    let free: Vec<&String> = loose.difference(&held).collect();
    assert!(
        free.is_empty(),
        "the document lets these hold anything: {free:#?}"
    );
    // A module's address is required by its state, which stays as it is here.
    let invented: Vec<&String> = optional
        .iter()
        .filter(|(place, (type_takes_null, document))| {
            *type_takes_null && !document && *place != "Portal/modules/mail/url"
        })
        .map(|(place, _)| place)
        .collect();
    assert!(
        invented.is_empty(),
        "optional in the types, never in the document: {invented:#?}"
    );
}

#[test]
fn an_answer_that_is_cut_off_anywhere_is_refused_and_never_a_panic() {
    for fixture in fixtures::today() {
        let text = fixture.value.to_string();
        for (end, _) in text.char_indices() {
            assert!(
                (fixture.kind.reread)(&text[..end]).is_err(),
                "{} cut at {end}",
                fixture.name
            );
        }
    }
}
