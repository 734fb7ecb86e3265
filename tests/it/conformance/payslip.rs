//! One payslip, with its lines and as a document; prints no amount and no name.

use super::backend::{Backend, Need};
use super::payslips::{all, ids, text};
use super::{Check, Seen, ensure};
use crate::support::payslips::does_not_add_up;
use nomade::contract::endpoint::{AGENT as AGENT_PATH, payslip, payslip_document};

const AGENT: &[Need] = &[Need::Role("agent")];

pub const CHECKS: &[Check] = &[
    Check {
        says: "a payslip is the one of the list and adds up",
        expects: "the same summary, lines that give the totals",
        needs: AGENT,
        run: one_payslip,
    },
    Check {
        says: "a payslip is new until it is read",
        expects: "reading the list changes nothing, reading the payslip does",
        needs: AGENT,
        run: new_until_read,
    },
    Check {
        says: "the document is a PDF with a name that says nothing about the person",
        expects: "200 application/pdf, %PDF- to %%EOF",
        needs: AGENT,
        run: document,
    },
    Check {
        says: "an unknown payslip is not found",
        expects: "404 not_found (400 where the id can't be read)",
        needs: AGENT,
        run: unknown,
    },
    Check {
        says: "another agent's payslip is not found",
        expects: "404 not_found for the payslip and its document",
        needs: &[Need::Role("agent"), Need::Role("other_agent")],
        run: another_agents,
    },
];

fn one_payslip(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let items = all(&visitor)?;
    for item in items.iter().take(40) {
        let detail = visitor.get(&payslip(text(item, "id")))?.json();
        // `new` changes by reading.
        let other: Vec<&String> = item
            .as_object()
            .into_iter()
            .flatten()
            .filter(|(key, value)| *key != "new" && detail[key.as_str()] != **value)
            .map(|(key, _)| key)
            .collect();
        ensure(other.is_empty(), || {
            format!("{other:?} differ from the list")
        })?;
        ensure(does_not_add_up(&detail).is_none(), || {
            format!(
                "{} of {}: the lines do not give the totals",
                text(item, "label"),
                text(item, "period")
            )
        })?;
    }
    Ok(format!("{} payslips read", items.len().min(40)))
}

fn new_until_read(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let first = all(&visitor)?.remove(0);
    let again = all(&visitor)?.remove(0);
    ensure(first["new"] == again["new"], || {
        "reading the list changed `new`".to_owned()
    })?;
    visitor.get(&payslip(text(&first, "id")))?;
    let after = all(&visitor)?.remove(0);
    ensure(after["new"] == false, || {
        "still new after reading it".to_owned()
    })?;
    Ok("no longer new".to_owned())
}

fn document(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let id = text(&all(&visitor)?[0], "id").to_owned();
    let answer = visitor.get(&payslip_document(&id))?;
    let end = &answer.body[answer.body.len().saturating_sub(1_024)..];
    let whole = answer.body.starts_with(b"%PDF-") && end.windows(5).any(|it| it == b"%%EOF");
    ensure(answer.status == 200 && whole, || {
        format!(
            "{}, {} bytes that are no whole PDF",
            answer.brief(),
            answer.body.len()
        )
    })?;
    let disposition = answer
        .header("content-disposition")
        .unwrap_or_default()
        .to_lowercase();
    let agent = visitor.get(AGENT_PATH)?.json();
    let told = ["username", "family_name"]
        .iter()
        .any(|field| disposition.contains(&text(&agent, field).to_lowercase()));
    ensure(!told, || "the file's name tells whose it is".to_owned())?;
    Ok(format!("{} bytes, {disposition}", answer.body.len()))
}

fn unknown(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    for id in [
        "never-was",
        "0",
        "..",
        "a/b",
        "é",
        "'; --",
        "%00",
        &"a".repeat(500),
    ] {
        for path in [payslip(id), payslip_document(id)] {
            let answer = visitor.get(&path)?;
            ensure([400, 404].contains(&answer.status), || {
                format!("{path}: {}", answer.brief())
            })?;
        }
    }
    Ok("404 not_found".to_owned())
}

fn another_agents(backend: &Backend) -> Seen {
    let (mine, theirs) = (
        backend.signed_in("agent")?,
        backend.signed_in("other_agent")?,
    );
    let own = all(&mine)?;
    let foreign = all(&theirs)?;
    ensure(ids(&own).is_disjoint(&ids(&foreign)), || {
        "two agents share a payslip's id".to_owned()
    })?;
    let id = text(&foreign[0], "id");
    for path in [payslip(id), payslip_document(id)] {
        let answer = mine.get(&path)?;
        ensure(answer.status == 404, || answer.brief())?;
    }
    Ok("404 not_found".to_owned())
}
