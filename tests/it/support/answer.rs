//! One answer of a backend, judged by the document without being asked to; knows no semantics that the document can't state.

use super::document::{Operation, document};
use serde_json::{Value, json};

/// What came back, with the question.
#[derive(Clone, Debug)]
pub struct Answer {
    pub method: String,
    /// Below the base path, without the query.
    pub path: String,
    pub status: u16,
    /// Names in lower case.
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Answer {
    /// Every header `name` (in lower case).
    pub fn headers<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.headers
            .iter()
            .filter(move |(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    }

    /// The body, or null where it is no JSON.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }

    /// The media type without its parameters.
    pub fn media_type(&self) -> String {
        self.header("content-type")
            .unwrap_or_default()
            .split(';')
            .next()
            .unwrap_or_default()
            .trim()
            .to_ascii_lowercase()
    }

    /// `404 not_found`, the short form for a report.
    pub fn brief(&self) -> String {
        match self.json()["code"]
            .as_str()
            .or_else(|| self.json()["state"].as_str().map(|_| ""))
        {
            Some(code) if !code.is_empty() => format!("{} {code}", self.status),
            _ => self.status.to_string(),
        }
    }

    /// Everything in it that the document does not allow.
    pub fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        if !self
            .headers("cache-control")
            .any(|it| it.contains("no-store"))
        {
            faults.push("it may be stored (no `Cache-Control: no-store`)".to_owned());
        }
        match document().operation(&self.method, &self.path) {
            Some(operation) => self.judge_documented(&operation, &mut faults),
            None => self.judge_undocumented(&mut faults),
        }
        if self.status >= 400 && self.json()["status"] != self.status {
            faults.push(format!("`status` in the body is {}", self.json()["status"]));
        }
        let question = format!("{} {} → {}", self.method, self.path, self.brief());
        faults
            .into_iter()
            .map(|fault| format!("{question}: {fault}"))
            .collect()
    }

    fn judge_documented(&self, operation: &Operation, faults: &mut Vec<String>) {
        let Some((_, response)) = operation
            .responses()
            .find(|(status, _)| *status == self.status)
        else {
            faults.push("the document has no such status here".to_owned());
            return;
        };
        for (name, header) in response["headers"].as_object().into_iter().flatten() {
            self.judge_header(name, document().resolve(header), faults);
        }
        let Some(contents) = response["content"].as_object() else {
            if !self.body.is_empty() {
                faults.push("a body where the document has none".to_owned());
            }
            return;
        };
        let of_type = contents.get(&self.media_type());
        match of_type.or_else(|| contents.get("*/*")) {
            None => faults.push(format!(
                "the document has no such content type here: `{}`",
                self.media_type()
            )),
            Some(content) if self.media_type().contains("json") => {
                self.judge_json(&content["schema"], faults);
            }
            Some(_) => {}
        }
    }

    /// A path that the document does not have, or a method that this path does not.
    fn judge_undocumented(&self, faults: &mut Vec<String>) {
        let path_is_known = ["get", "post", "put", "patch", "delete"]
            .iter()
            .any(|method| document().operation(method, &self.path).is_some());
        let (status, code) = if path_is_known {
            (405, "method_not_allowed")
        } else {
            (404, "not_found")
        };
        if self.status != status {
            faults.push(format!("{status} was due, for this is not in the document"));
        }
        if path_is_known && self.header("allow").is_none() {
            faults.push("no `Allow` header".to_owned());
        }
        if self.media_type() != "application/problem+json" {
            faults.push(format!("its content type is `{}`", self.media_type()));
        }
        self.judge_json(&json!({ "allOf": [{ "$ref": "#/components/schemas/Problem" }, { "properties": { "code": { "const": code } } }] }), faults);
    }

    fn judge_header(&self, name: &str, header: &'static Value, faults: &mut Vec<String>) {
        let judge = document().judge_by(&header["schema"]);
        let mut values = self
            .headers
            .iter()
            .filter(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, text)| text.as_str())
            .peekable();
        if values.peek().is_none() && header["required"] == true {
            faults.push(format!("the header `{name}` is missing"));
        }
        for text in values {
            let value = if header["schema"]["type"] == "integer" {
                text.parse::<i64>().map_or(json!(text), Value::from)
            } else {
                json!(text)
            };
            if let Some(fault) = judge.iter_errors(&value).next() {
                // A cookie's value stays out of the report.
                let shown = if name.eq_ignore_ascii_case("set-cookie") {
                    "it has not the form that the document gives".to_owned()
                } else {
                    fault.to_string()
                };
                faults.push(format!("the header `{name}`: {shown}"));
            }
        }
    }

    fn judge_json(&self, schema: &Value, faults: &mut Vec<String>) {
        match serde_json::from_slice::<Value>(&self.body) {
            Err(error) => faults.push(format!("its body is no JSON: {error}")),
            Ok(value) => faults.extend(
                document()
                    .judge_by(schema)
                    .iter_errors(&value)
                    .map(|fault| format!("`{}`: {}", fault.instance_path(), fault.masked())),
            ),
        }
    }
}
