//! Files of leave: what is brought for a request, and a request as a calendar file; prints nothing of them.

use super::backend::{Backend, Need};
use super::document_files::ok;
use super::document_requests::new_key;
use super::leave::{AGENT, told};
use super::leave_breaches::of_calendar_file;
use super::leave_wishes::{asked, take_back};
use super::lists::walk;
use super::payslips::text;
use super::{Check, Fault, Seen, ensure};
use crate::support::answer::Answer;
use crate::support::client::Visitor;
use nomade::contract::documents::Purpose;
use nomade::contract::endpoint::{
    LEAVE_ATTACHMENTS, LEAVE_KINDS, LEAVE_REQUESTS, file, leave_attachment, leave_calendar_file,
    leave_request, operation,
};
use nomade::contract::operation::IDEMPOTENCY_KEY_HEADER;
use serde_json::{Value, json};

const JOURNAL: &[Need] = &[
    Need::Role("agent"),
    Need::Module("leave"),
    Need::Module("activity"),
];

pub const CHECKS: &[Check] = &[
    Check {
        says: "a file for leave is kept once for one key, as what its bytes are",
        expects: "201 with the same id, its media type and its size; 409 idempotency_conflict for other bytes",
        needs: AGENT,
        run: kept,
    },
    Check {
        says: "a file for leave that is too large, of another type or lies about its type is refused",
        expects: "413 payload_too_large, 415 unsupported_media_type, 422 invalid_fields `file`",
        needs: AGENT,
        run: not_kept,
    },
    Check {
        says: "what stands with a request is given whole and in parts, under a name that says a day",
        expects: "200 with `size` bytes, 206 with those bytes, `justificatif` or another neutral name with the first day or none",
        needs: AGENT,
        run: given,
    },
    Check {
        says: "leave as a calendar file is one event over whole days, the same each time",
        expects: "iCalendar 2.0, VALUE=DATE, DTEND behind the last day, a UID that stays; leave_file_downloaded in the journal",
        needs: JOURNAL,
        run: calendar_file,
    },
    Check {
        says: "nothing of leave is saved on a shared device",
        expects: "`actions` without export_calendar and download_attachment, 403 action_refused for both",
        needs: AGENT,
        run: shared_device,
    },
];

const PDF: &[u8] = b"%PDF-1.7\n% brought by the conformance run\n%%EOF\n";

fn bring(
    visitor: &Visitor<'_>,
    key: &str,
    media_type: &str,
    bytes: &[u8],
) -> Result<Answer, Fault> {
    let call = visitor
        .call("POST", LEAVE_ATTACHMENTS)
        .raw(media_type, bytes);
    Ok(call.header(IDEMPOTENCY_KEY_HEADER, key).send()?)
}

/// What an attachment may be, if it may be a PDF.
fn rules(visitor: &Visitor<'_>) -> Result<Value, Fault> {
    let rules = told(visitor, LEAVE_KINDS)?["attachments"].clone();
    let types = rules["media_types"].as_array().cloned().unwrap_or_default();
    if types.contains(&json!("application/pdf")) {
        Ok(rules)
    } else {
        Err(Fault::NothingToSee("no PDF can be attached".to_owned()))
    }
}

fn kept(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    rules(&visitor)?;
    let key = new_key();
    let first = ok(bring(&visitor, &key, "application/pdf", PDF)?, 201)?.json();
    let again = ok(bring(&visitor, &key, "application/pdf", PDF)?, 201)?.json();
    let told_so = first["media_type"] == "application/pdf" && first["size"] == PDF.len();
    ensure(first == again && told_so, || {
        format!("{first}, then {again}")
    })?;
    let mut other = PDF.to_vec();
    other.push(b'\n');
    let conflict = bring(&visitor, &key, "application/pdf", &other)?;
    ensure(conflict.brief() == "409 idempotency_conflict", || {
        conflict.brief()
    })?;
    let known = told(&visitor, &operation(&key))?;
    ensure(
        known["resource"] == "leave_attachment" && known["id"] == first["id"],
        || known.to_string(),
    )?;
    Ok(format!("201 twice, {}", conflict.brief()))
}

fn not_kept(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let most = rules(&visitor)?["max_size"].as_u64().unwrap_or_default();
    let most = usize::try_from(most).unwrap_or_default();
    let mut large = b"%PDF-1.7\n".to_vec();
    large.resize(most + 1, b'%');
    let mut seen = Vec::new();
    for (media_type, bytes, expected) in [
        ("application/pdf", large.as_slice(), "413 payload_too_large"),
        ("text/html", PDF, "415 unsupported_media_type"),
        (
            "application/x-msdownload",
            b"MZ".as_slice(),
            "415 unsupported_media_type",
        ),
        (
            "application/pdf",
            b"<html><script>".as_slice(),
            "422 invalid_fields",
        ),
        ("application/pdf", b"".as_slice(), "422 invalid_fields"),
    ] {
        let key = new_key();
        let answer = bring(&visitor, &key, media_type, bytes)?;
        ensure(answer.brief() == expected, || {
            format!("{} bytes as {media_type}: {}", bytes.len(), answer.brief())
        })?;
        let fields = answer.json()["fields"].clone();
        ensure(
            !expected.starts_with("422") || fields[0]["name"] == "file",
            || fields.to_string(),
        )?;
        let nothing = visitor.get(&operation(&key))?;
        ensure(nothing.brief() == "404 not_found", || {
            "it was kept".to_owned()
        })?;
        seen.push(answer.brief());
    }
    Ok(seen.join(", "))
}

fn given(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let requests = walk(&visitor, LEAVE_REQUESTS, "", || Ok(()))?.items;
    let mut seen = Vec::new();
    for item in &requests {
        let request = told(&visitor, &leave_request(text(item, "id")))?;
        let path = leave_attachment(text(item, "id"));
        let attachment = &request["attachment"];
        if attachment.is_null() {
            let nothing = visitor.get(&path)?;
            ensure(nothing.brief() == "404 not_found", || nothing.brief())?;
            continue;
        }
        let whole = ok(visitor.get(&path)?, 200)?;
        let length = whole.body.len();
        ensure(
            attachment["size"] == length && attachment["media_type"] == whole.media_type(),
            || format!("{length} bytes of {}, {attachment}", whole.media_type()),
        )?;
        let shown = ok(visitor.get(&file(&path, Purpose::View))?, 200)?;
        for (answer, way) in [(&whole, "attachment"), (&shown, "inline")] {
            let name = answer.header("content-disposition").unwrap_or_default();
            ensure(name.starts_with(way), || name.to_owned())?;
            // The only day that it says is the first of the leave.
            let digits: String = name.chars().filter(char::is_ascii_digit).collect();
            let first: String = text(&item["period"], "from")
                .chars()
                .filter(char::is_ascii_digit)
                .collect();
            ensure(digits.is_empty() || digits == first, || name.to_owned())?;
        }
        let part = visitor
            .call("GET", &path)
            .header("range", "bytes=2-9")
            .send()?;
        ensure(part.status == 206 && part.body == whole.body[2..10], || {
            part.brief()
        })?;
        let nowhere = format!("bytes={length}-");
        let none = visitor
            .call("GET", &path)
            .header("range", &nowhere)
            .send()?;
        ensure(none.brief() == "416 range_not_satisfiable", || none.brief())?;
        seen.push(whole.media_type());
    }
    if seen.is_empty() {
        return Err(Fault::NothingToSee(
            "nothing is attached to a request".to_owned(),
        ));
    }
    Ok(seen.join(", "))
}

fn calendar_file(backend: &Backend) -> Seen {
    backend.restored(|| {
        let visitor = backend.signed_in("agent")?;
        let request = asked(&visitor)?;
        let id = text(&request, "id");
        let seen = (|| {
            let actions = request["actions"].as_array().cloned().unwrap_or_default();
            if !actions.contains(&json!("export_calendar")) {
                return Err(Fault::NothingToSee("what waits is not exported".to_owned()));
            }
            let path = leave_calendar_file(id);
            let first = ok(visitor.get(&path)?, 200)?;
            let again = ok(visitor.get(&path)?, 200)?;
            ensure(first.body == again.body, || {
                "other bytes the second time".to_owned()
            })?;
            let breach = of_calendar_file(&first.body, &request["period"]);
            ensure(breach.is_none(), || breach.clone().unwrap_or_default())?;
            let text_of_it = String::from_utf8_lossy(&first.body).into_owned();
            for telling in [
                text(&request["agent"], "name"),
                text(&request["label"], "fr"),
            ] {
                ensure(!text_of_it.contains(telling), || {
                    "it tells whose or why".to_owned()
                })?;
            }
            let name = first.header("content-disposition").unwrap_or_default();
            ensure(name.starts_with("attachment"), || name.to_owned())?;
            let seen = super::activity_deeds::newest(&visitor, "kind=download", 2)?;
            ensure(seen == ["leave_file_downloaded*"; 2], || seen.join(", "))?;
            take_back(&visitor, id)?;
            let over = visitor.get(&path)?;
            ensure(over.brief() == "403 action_refused", || {
                format!("of what was taken back: {}", over.brief())
            })?;
            Ok(format!("{} bytes, {}", first.body.len(), seen.join(", ")))
        })();
        take_back(&visitor, id)?;
        seen
    })
}

fn shared_device(backend: &Backend) -> Seen {
    let visitor = backend.visitor();
    backend.sign_in_again(&visitor, "agent", true)?;
    let requests = walk(&visitor, LEAVE_REQUESTS, "", || Ok(()))?.items;
    if requests.is_empty() {
        return Err(Fault::NothingToSee(
            "the account has asked for no leave".to_owned(),
        ));
    }
    let mut files = 0;
    for item in requests.iter().take(20) {
        let id = text(item, "id");
        let request = told(&visitor, &leave_request(id))?;
        let actions = request["actions"].as_array().cloned().unwrap_or_default();
        for saved in ["export_calendar", "download_attachment"] {
            ensure(!actions.contains(&json!(saved)), || {
                format!("{saved} on a shared device")
            })?;
        }
        let calendar = visitor.get(&leave_calendar_file(id))?;
        ensure(calendar.brief() == "403 action_refused", || {
            calendar.brief()
        })?;
        if !request["attachment"].is_null() {
            let path = leave_attachment(id);
            let saved = visitor.get(&file(&path, Purpose::Download))?;
            ensure(saved.brief() == "403 action_refused", || saved.brief())?;
            if actions.contains(&json!("view_attachment")) {
                ok(visitor.get(&file(&path, Purpose::View))?, 200)?;
            }
            files += 1;
        }
    }
    Ok(format!(
        "403 action_refused, {files} attachments among them"
    ))
}
