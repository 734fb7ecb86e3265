//! What somebody has written, read from a body: whom it goes to, its words, its files; knows no database but for the files.

use crate::problem::Refusal;
use crate::routes::mail::{absent_or_invalid, is_id};
use crate::store::mail::files;
use crate::store::mail::limits::{LARGEST_MESSAGE, LONGEST_ADDRESS, MOST_RECIPIENTS, is_address};
use nomade::contract::mail::{
    LONGEST_MAIL_NAME, LONGEST_MAIL_SUBJECT, LONGEST_MAIL_TEXT, MailAddress, MailAnswer,
    MailAnswerKind, NewMailDraft,
};
use rusqlite::Connection;
use serde_json::{Map, Value};

/// The most files of one message.
const MOST_FILES: usize = 100;

/// What is wrong, each as the place and the reason.
#[derive(Debug, Default)]
pub struct Wrong(Vec<(String, &'static str)>);

impl Wrong {
    pub fn refuse(&mut self, place: impl Into<String>, code: &'static str) {
        self.0.push((place.into(), code));
    }

    /// `invalid_fields` with all that was wrong.
    pub fn done(&self) -> Result<(), Refusal> {
        if self.0.is_empty() {
            return Ok(());
        }
        let fields: Vec<_> = self
            .0
            .iter()
            .map(|(it, code)| (it.as_str(), *code))
            .collect();
        Err(Refusal::fields(&fields))
    }
}

/// Reads a message as it is kept: its addresses may be unfinished, and nobody need be named.
pub fn draft(body: &Map<String, Value>, wrong: &mut Wrong) -> NewMailDraft {
    let mut addresses = |name| addresses(body, name, wrong);
    let (to, cc, bcc) = (addresses("to"), addresses("cc"), addresses("bcc"));
    if to.len() + cc.len() + bcc.len() > MOST_RECIPIENTS {
        wrong.refuse("to", "too_many");
    }
    NewMailDraft {
        to,
        cc,
        bcc,
        subject: text(body, ("subject", LONGEST_MAIL_SUBJECT), "", wrong),
        text: text(body, ("text", LONGEST_MAIL_TEXT), "\n\r\t", wrong),
        attachments: attachments(body, wrong),
        answers: answers(body, wrong),
    }
}

/// Reads a message as it is sent: to somebody, and to addresses alone.
pub fn sending(body: &Map<String, Value>, wrong: &mut Wrong) -> (NewMailDraft, Option<String>) {
    let written = draft(body, wrong);
    let kinds = [
        ("to", &written.to),
        ("cc", &written.cc),
        ("bcc", &written.bcc),
    ];
    if wrong.0.is_empty() && kinds.iter().all(|(_, addresses)| addresses.is_empty()) {
        wrong.refuse("to", "required");
    }
    for (name, addresses) in kinds {
        for (number, it) in addresses.iter().enumerate() {
            let whole = format!("{name}.{number}");
            let place = format!("{whole}.address");
            let is_known = |(known, _): &(String, _)| *known == place || *known == whole;
            if !is_address(&it.address) && !wrong.0.iter().any(is_known) {
                wrong.refuse(place, "invalid");
            }
        }
    }
    let draft = match body.get("draft") {
        Some(Value::Null) => None,
        Some(Value::String(id)) if is_id(id) => Some(id.clone()),
        other => {
            wrong.refuse("draft", absent_or_invalid(other));
            None
        }
    };
    (written, draft)
}

/// The numbers of the files, each once, if the agent may put them into that draft; what is wrong is noted. Together they may
/// weigh too much while nothing is sent.
///
/// # Errors
/// When the database fails.
pub fn files(
    connection: &Connection,
    agent_id: &str,
    written: &NewMailDraft,
    (draft, is_sent): (Option<i64>, bool),
    wrong: &mut Wrong,
) -> rusqlite::Result<Vec<i64>> {
    let answered = written.answers.as_ref().map(|it| it.message.as_str());
    let (mut found, mut weight) = (Vec::new(), 0_u64);
    for id in &written.attachments {
        match files::usable(connection, agent_id, id, (answered, draft))? {
            Some((seq, size)) if !found.contains(&seq) => {
                found.push(seq);
                weight = weight.saturating_add(size);
            }
            Some(_) => {}
            None => {
                wrong.refuse("attachments", "not_found");
                return Ok(found);
            }
        }
    }
    if is_sent && weight > LARGEST_MESSAGE {
        wrong.refuse("attachments", "too_large");
    }
    Ok(found)
}

fn addresses(body: &Map<String, Value>, name: &str, wrong: &mut Wrong) -> Vec<MailAddress> {
    let list = match body.get(name) {
        Some(Value::Array(list)) => list,
        None => {
            wrong.refuse(name, "required");
            return Vec::new();
        }
        Some(_) => {
            wrong.refuse(name, "invalid");
            return Vec::new();
        }
    };
    if list.len() > MOST_RECIPIENTS {
        wrong.refuse(name, "too_many");
        return Vec::new();
    }
    let mut addresses = Vec::new();
    for (number, item) in list.iter().enumerate() {
        let Some(object) = item.as_object() else {
            wrong.refuse(format!("{name}.{number}"), "invalid");
            // Those behind it keep their places.
            addresses.push(MailAddress {
                name: String::new(),
                address: String::new(),
            });
            continue;
        };
        let mut part = |part: &str, longest| {
            let place = format!("{name}.{number}.{part}");
            checked(object.get(part), (&place, longest), "", wrong)
        };
        addresses.push(MailAddress {
            name: part("name", LONGEST_MAIL_NAME),
            address: part("address", LONGEST_ADDRESS),
        });
    }
    addresses
}

fn text(
    body: &Map<String, Value>,
    (name, longest): (&str, usize),
    controls: &str,
    wrong: &mut Wrong,
) -> String {
    checked(body.get(name), (name, longest), controls, wrong)
}

/// A text of up to `longest` characters, without control characters but those.
fn checked(
    value: Option<&Value>,
    (place, longest): (&str, usize),
    controls: &str,
    wrong: &mut Wrong,
) -> String {
    let code = match value {
        None => "required",
        Some(Value::String(text)) if text.chars().count() > longest => "too_long",
        Some(Value::String(text))
            if text
                .chars()
                .any(|c| c.is_control() && !controls.contains(c)) =>
        {
            "invalid"
        }
        Some(Value::String(text)) => return text.clone(),
        Some(_) => "invalid",
    };
    wrong.refuse(place, code);
    String::new()
}

fn attachments(body: &Map<String, Value>, wrong: &mut Wrong) -> Vec<String> {
    let code = match body.get("attachments") {
        None => "required",
        Some(Value::Array(list)) if list.len() > MOST_FILES => "too_many",
        Some(Value::Array(list)) => {
            let ids = list.iter().map(|it| it.as_str().filter(|id| is_id(id)));
            match ids.map(|id| id.map(str::to_owned)).collect() {
                Some(ids) => return ids,
                None => "invalid",
            }
        }
        Some(_) => "invalid",
    };
    wrong.refuse("attachments", code);
    Vec::new()
}

fn answers(body: &Map<String, Value>, wrong: &mut Wrong) -> Option<MailAnswer> {
    let value = match body.get("answers") {
        Some(Value::Null) => return None,
        Some(object @ Value::Object(_)) => object,
        other => {
            wrong.refuse("answers", absent_or_invalid(other));
            return None;
        }
    };
    let read = serde_json::from_value::<MailAnswer>(value.clone());
    let known = |it: &MailAnswer| is_id(&it.message) && it.kind != MailAnswerKind::Unknown;
    let answer = read.ok().filter(known);
    if answer.is_none() {
        wrong.refuse("answers", "invalid");
    }
    answer
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn body(change: Value) -> Map<String, Value> {
        let mut body = json!({
            "to": [{ "name": "", "address": "a@ville.example" }], "cc": [], "bcc": [],
            "subject": "", "text": "", "attachments": [], "answers": null, "draft": null
        });
        let (Value::Object(body), Value::Object(change)) = (&mut body, change) else {
            panic!("objects");
        };
        body.extend(change);
        body.clone()
    }

    #[test]
    fn what_is_wrong_is_told_by_its_place() {
        let person = |address: &str| json!({ "name": "", "address": address });
        let many = |count| vec![person("a@ville.example"); count];
        for (change, as_draft, as_sending) in [
            (json!({}), vec![], vec![]),
            (json!({ "to": [] }), vec![], vec![("to", "required")]),
            (
                json!({ "to": [], "bcc": [person("b@ville.example")] }),
                vec![],
                vec![],
            ),
            (
                json!({ "cc": [person("b@ville.example"), person("cam")] }),
                vec![],
                vec![("cc.1.address", "invalid")],
            ),
            (
                json!({ "to": [person(&"a".repeat(255)), "x", { "name": 5 }] }),
                vec![
                    ("to.0.address", "too_long"),
                    ("to.1", "invalid"),
                    ("to.2.name", "invalid"),
                    ("to.2.address", "required"),
                ],
                vec![
                    ("to.0.address", "too_long"),
                    ("to.1", "invalid"),
                    ("to.2.name", "invalid"),
                    ("to.2.address", "required"),
                ],
            ),
            (
                json!({ "to": [5, person("cam")] }),
                vec![("to.0", "invalid")],
                vec![("to.0", "invalid"), ("to.1.address", "invalid")],
            ),
            (
                json!({ "to": [{ "name": "a\u{0}", "address": "a@ville.example\n" }] }),
                vec![("to.0.name", "invalid"), ("to.0.address", "invalid")],
                vec![("to.0.name", "invalid"), ("to.0.address", "invalid")],
            ),
            (
                json!({ "to": many(60), "cc": many(41) }),
                vec![("to", "too_many")],
                vec![("to", "too_many")],
            ),
            (json!({ "to": many(60), "cc": many(40) }), vec![], vec![]),
            (
                json!({ "subject": "a\nb", "text": "a\r\n\tb" }),
                vec![("subject", "invalid")],
                vec![("subject", "invalid")],
            ),
            (
                json!({ "subject": "é".repeat(301), "text": "é".repeat(200_001) }),
                vec![("subject", "too_long"), ("text", "too_long")],
                vec![("subject", "too_long"), ("text", "too_long")],
            ),
            (
                json!({ "subject": "é".repeat(300), "text": "é".repeat(200_000) }),
                vec![],
                vec![],
            ),
            (
                json!({ "subject": 5, "text": "\u{1b}", "attachments": [5], "answers": "m" }),
                vec![
                    ("subject", "invalid"),
                    ("text", "invalid"),
                    ("attachments", "invalid"),
                    ("answers", "invalid"),
                ],
                vec![
                    ("subject", "invalid"),
                    ("text", "invalid"),
                    ("attachments", "invalid"),
                    ("answers", "invalid"),
                ],
            ),
            (json!({ "draft": 5 }), vec![], vec![("draft", "invalid")]),
        ] {
            let told =
                |fields: Vec<(&str, &str)>| (!fields.is_empty()).then(|| Refusal::fields(&fields));
            let mut wrong = Wrong::default();
            draft(&body(change.clone()), &mut wrong);
            assert_eq!(wrong.done().err(), told(as_draft), "{change:.200}");
            let mut wrong = Wrong::default();
            sending(&body(change.clone()), &mut wrong);
            assert_eq!(wrong.done().err(), told(as_sending), "{change:.200}");
        }
    }
}
