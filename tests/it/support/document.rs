//! The contract's document as the tests ask it; knows no Rust type of the contract.

use jsonschema::{Registry, Validator};
use serde_json::{Value, json};
use std::sync::LazyLock;

/// A name for the document, so that `#/components/…` in it leads back into it; never fetched.
const NAME: &str = "urn:portal-contract";
const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];

static DOCUMENT: LazyLock<Document> = LazyLock::new(|| {
    let text = include_str!("../../../src/contract/openapi.yaml");
    let root: Value = yaml_serde::from_str(text).expect("openapi.yaml is YAML");
    let registry = Registry::new()
        .add(NAME, root.clone())
        .and_then(|it| it.prepare());
    Document {
        root,
        registry: registry.expect("openapi.yaml can be referred to"),
    }
});

pub struct Document {
    root: Value,
    registry: Registry<'static>,
}

/// One method of one path.
pub struct Operation {
    pub path: &'static str,
    pub method: &'static str,
    pub object: &'static Value,
}

impl Operation {
    /// What it answers, by status, with references followed.
    pub fn responses(&self) -> impl Iterator<Item = (u16, &'static Value)> {
        self.object["responses"]
            .as_object()
            .expect("an operation has responses")
            .iter()
            .map(|(status, response)| {
                (
                    status.parse().expect("a status is a number"),
                    document().resolve(response),
                )
            })
    }
}

pub fn document() -> &'static Document {
    &DOCUMENT
}

impl Document {
    pub fn root(&'static self) -> &'static Value {
        &self.root
    }

    /// The component schema `name`.
    pub fn schema(&'static self, name: &str) -> &'static Value {
        self.root
            .pointer(&format!("/components/schemas/{name}"))
            .unwrap_or_else(|| panic!("no schema {name}"))
    }

    /// Judges a value by the component schema `name`.
    pub fn judge(&'static self, name: &str) -> Validator {
        self.judge_by(&json!({ "$ref": format!("#/components/schemas/{name}") }))
    }

    /// Judges a value by a schema that stands somewhere in the document.
    pub fn judge_by(&'static self, schema: &Value) -> Validator {
        jsonschema::options()
            .with_draft(jsonschema::Draft::Draft202012)
            .with_registry(&self.registry)
            .should_validate_formats(true)
            .offline()
            .build(&absolute(schema))
            .unwrap_or_else(|error| panic!("a schema of openapi.yaml is wrong: {error}"))
    }

    /// `value`, or what its `$ref` leads to.
    pub fn resolve(&'static self, value: &'static Value) -> &'static Value {
        match value["$ref"].as_str() {
            Some(reference) => {
                let pointer = reference
                    .strip_prefix('#')
                    .expect("references stay in the document");
                self.resolve(
                    self.root
                        .pointer(pointer)
                        .unwrap_or_else(|| panic!("nothing at {reference}")),
                )
            }
            None => value,
        }
    }

    /// Every method of every path.
    pub fn operations(&'static self) -> Vec<Operation> {
        let paths = self.root["paths"]
            .as_object()
            .expect("the document has paths");
        paths
            .iter()
            .flat_map(|(path, item)| {
                METHODS.iter().filter_map(move |method| {
                    Some(Operation {
                        path,
                        method,
                        object: item.get(*method)?,
                    })
                })
            })
            .collect()
    }

    /// The operation that answers `method` on `path`, where `path` holds real ids.
    pub fn operation(&'static self, method: &str, path: &str) -> Option<Operation> {
        let mut fitting: Vec<Operation> = self
            .operations()
            .into_iter()
            .filter(|operation| {
                operation.method.eq_ignore_ascii_case(method) && fits(operation.path, path)
            })
            .collect();
        // `/payslips/series` goes before `/payslips/{id}`.
        fitting.sort_by_key(|operation| operation.path.contains('{'));
        fitting.into_iter().next()
    }
}

fn fits(template: &str, path: &str) -> bool {
    let (mut wanted, mut given) = (template.split('/'), path.split('/'));
    loop {
        match (wanted.next(), given.next()) {
            (None, None) => return true,
            (Some(wanted), Some(given))
                if wanted == given || (wanted.starts_with('{') && !given.is_empty()) => {}
            _ => return false,
        }
    }
}

/// The same schema with each reference told from which document it is.
fn absolute(schema: &Value) -> Value {
    match schema {
        Value::Object(fields) => fields
            .iter()
            .map(|(key, value)| {
                match value
                    .as_str()
                    .filter(|text| key == "$ref" && text.starts_with('#'))
                {
                    Some(local) => (key.clone(), json!(format!("{NAME}{local}"))),
                    None => (key.clone(), absolute(value)),
                }
            })
            .collect(),
        Value::Array(items) => items.iter().map(absolute).collect(),
        other => other.clone(),
    }
}
