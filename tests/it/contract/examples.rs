//! Every example in the document against the schema beside it; knows no Rust type.

use crate::support::document::document;
use serde_json::Value;

/// Calls `found` for each schema in `node` that has examples beside it.
fn each_example(node: &'static Value, place: &str, found: &mut dyn FnMut(&str, &Value, &Value)) {
    match node {
        Value::Object(fields) => {
            if fields.contains_key("schema") {
                let many = node["examples"]
                    .as_object()
                    .into_iter()
                    .flatten()
                    .map(|(_, example)| &document().resolve(example)["value"]);
                for example in node.get("example").into_iter().chain(many) {
                    found(place, &node["schema"], example);
                }
            }
            fields
                .iter()
                .for_each(|(key, value)| each_example(value, &format!("{place}/{key}"), found));
        }
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(at, item)| each_example(item, &format!("{place}/{at}"), found)),
        _ => {}
    }
}

#[test]
fn every_example_of_the_document_fits_the_schema_beside_it() {
    let mut count = 0;
    each_example(document().root(), "", &mut |place, schema, example| {
        let faults: Vec<String> = document()
            .judge_by(schema)
            .iter_errors(example)
            .map(|fault| format!("{}: {fault}", fault.instance_path()))
            .collect();
        assert!(faults.is_empty(), "{place}: {faults:#?}");
        count += 1;
    });
    assert!(count > 40, "only {count} examples were found");
}

#[test]
fn every_json_answer_of_the_document_has_an_example() {
    for operation in document().operations() {
        for (status, response) in operation.responses() {
            for (media_type, content) in response["content"]
                .as_object()
                .into_iter()
                .flatten()
                .filter(|(name, _)| name.contains("json"))
            {
                let examples = content["examples"]
                    .as_object()
                    .map_or(0, serde_json::Map::len);
                assert!(
                    examples > 0,
                    "{} {} {status} {media_type}",
                    operation.method,
                    operation.path
                );
            }
        }
    }
}

#[test]
fn every_example_of_a_payslip_adds_up() {
    let payslip = &document().root()["components"]["examples"]["Payslip"]["value"];
    assert_eq!(crate::support::payslips::does_not_add_up(payslip), None);
}
