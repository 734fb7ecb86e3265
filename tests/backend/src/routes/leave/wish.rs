//! What somebody asks for, read from a body: a kind and a period; knows no agent.

use crate::leave::half_days;
use crate::leave::kinds::{Kind, named};
use crate::request::{Fields, day};
use chrono::NaiveDate;
use nomade::contract::leave::LeavePeriod;
use serde_json::{Map, Value};

/// Reads `kind` and `period`: a period that holds nothing is refused as one that ends before it begins is. What is wrong is
/// noted in the fields.
pub fn read(fields: &mut Fields<'_>) -> Option<(&'static Kind, LeavePeriod)> {
    let id = fields.text("kind", 32);
    let kind = named(&id);
    if kind.is_none() && !id.is_empty() {
        fields.refuse::<()>("kind", "invalid");
    }
    let period = fields
        .object("period")
        .and_then(|object| period(fields, object));
    if let Some(code) = period.as_ref().and_then(half_days::wrong) {
        return fields.refuse("period", code);
    }
    kind.zip(period)
}

fn period(fields: &mut Fields<'_>, object: Map<String, Value>) -> Option<LeavePeriod> {
    let from = date(fields, &object, ("from", "period.from"));
    let to = date(fields, &object, ("to", "period.to"));
    let from_noon = flag(fields, &object, ("from_noon", "period.from_noon"));
    let to_noon = flag(fields, &object, ("to_noon", "period.to_noon"));
    Some(LeavePeriod {
        from: from?,
        from_noon: from_noon?,
        to: to?,
        to_noon: to_noon?,
    })
}

type Name = (&'static str, &'static str);

fn date(fields: &mut Fields<'_>, object: &Map<String, Value>, name: Name) -> Option<NaiveDate> {
    match object.get(name.0) {
        None => fields.refuse(name.1, "required"),
        Some(value) => match value.as_str().and_then(day) {
            Some(day) => Some(day),
            None => fields.refuse(name.1, "invalid"),
        },
    }
}

fn flag(fields: &mut Fields<'_>, object: &Map<String, Value>, name: Name) -> Option<bool> {
    match object.get(name.0) {
        None => fields.refuse(name.1, "required"),
        Some(Value::Bool(flag)) => Some(*flag),
        Some(_) => fields.refuse(name.1, "invalid"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Refusal;
    use serde_json::json;

    #[test]
    fn what_is_wrong_is_told_by_its_place() {
        let period = |from: &str, to: &str| json!({ "from": from, "from_noon": true, "to": to, "to_noon": true });
        for (body, expected) in [
            (
                json!({ "kind": "annual", "period": period("2026-12-24", "2026-12-31") }),
                vec![],
            ),
            (
                json!({ "kind": "gold", "period": period("2026-12-24", "2026-12-23") }),
                vec![("kind", "invalid"), ("period", "before_start")],
            ),
            (
                json!({ "kind": "annual", "period": period("2026-12-24", "2026-12-24") }),
                vec![("period", "nothing_to_count")],
            ),
            (
                json!({ "kind": 5, "period": { "from": "2026-02-30", "from_noon": "no", "to": 7 } }),
                vec![
                    ("kind", "invalid"),
                    ("period.from", "invalid"),
                    ("period.to", "invalid"),
                    ("period.from_noon", "invalid"),
                    ("period.to_noon", "required"),
                ],
            ),
            (
                json!({}),
                vec![("kind", "required"), ("period", "required")],
            ),
            (
                json!({ "kind": "annual", "period": [] }),
                vec![("period", "invalid")],
            ),
            (
                json!({ "kind": "annual", "period": null }),
                vec![("period", "invalid")],
            ),
        ] {
            let Value::Object(mut object) = body else {
                panic!("an object");
            };
            let mut fields = Fields::of(&mut object);
            let wish = read(&mut fields);
            assert_eq!(wish.is_some(), expected.is_empty());
            let refused = (!expected.is_empty()).then(|| Refusal::fields(&expected));
            assert_eq!(fields.done().err(), refused);
        }
    }
}
