//! The HTML of messages, under its policy; and the files that stand with messages, as they are given: prints nothing of them.

use super::activity_deeds::newest;
use super::backend::{Backend, Need};
use super::document_files::{ok, ranged};
use super::leave::told;
use super::mail::AGENT;
use super::mail_breaches::of_html;
use super::mail_wishes::some_messages;
use super::payslips::text;
use super::{Check, Fault, Seen, ensure};
use crate::support::client::Visitor;
use nomade::contract::documents::Purpose;
use nomade::contract::endpoint::{file, mail_attachment, mail_body, mail_message};
use nomade::contract::mail::{MAIL_BODY_POLICY, MAIL_BODY_POLICY_WITH_IMAGES};
use serde_json::{Value, json};

pub const CHECKS: &[Check] = &[
    Check {
        says: "the HTML of a message comes under exactly the policy of the contract",
        expects: "one Content-Security-Policy, word for word, the other with images=true; nosniff, no-referrer; HTML in UTF-8",
        needs: AGENT,
        run: policies,
    },
    Check {
        says: "nothing in the HTML of a message runs, sends or leads away unseen",
        expects: "no script, handler, form, frame or other address than http, https and mailto; each link opens another page, with its host behind it",
        needs: AGENT,
        run: harmless,
    },
    Check {
        says: "the HTML of a message is asked for with pictures or without, and for nothing else",
        expects: "400 invalid_request or 422 invalid_fields",
        needs: AGENT,
        run: other_wishes,
    },
    Check {
        says: "a file of a message is given whole and in parts, under a name that says nothing of its own",
        expects: "200 with `size` bytes, 206 with those bytes, nosniff and a policy, mail_file_viewed and mail_file_downloaded; 404 not_found below another message",
        needs: &[
            Need::Role("agent"),
            Need::Module("mail"),
            Need::Module("activity"),
        ],
        run: given,
    },
    Check {
        says: "no file of a message is saved on a shared device",
        expects: "`actions` without download_attachment, 403 action_refused for it",
        needs: AGENT,
        run: shared_device,
    },
];

/// The messages that have HTML.
fn with_html(visitor: &Visitor<'_>) -> Result<Vec<Value>, Fault> {
    let mut messages = some_messages(visitor, 60)?;
    messages.retain(|it| it["html"] == true);
    if messages.is_empty() {
        return Err(Fault::NothingToSee("no message has HTML".to_owned()));
    }
    Ok(messages)
}

fn policies(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let messages = with_html(&visitor)?;
    for message in &messages {
        let path = mail_body(text(message, "id"));
        for (query, policy) in [
            ("", MAIL_BODY_POLICY),
            ("?images=false", MAIL_BODY_POLICY),
            ("?images=true", MAIL_BODY_POLICY_WITH_IMAGES),
        ] {
            let answer = ok(visitor.get(&format!("{path}{query}"))?, 200)?;
            let policies: Vec<&str> = answer.headers("content-security-policy").collect();
            ensure(policies == [policy], || format!("{query}: {policies:?}"))?;
            let content_type = answer.header("content-type").unwrap_or_default();
            let is_utf8 = content_type.to_ascii_lowercase().contains("charset=utf-8");
            ensure(is_utf8 && std::str::from_utf8(&answer.body).is_ok(), || {
                format!("it is {content_type}")
            })?;
            let opens_more = [
                "set-cookie",
                "content-security-policy-report-only",
                "refresh",
                "link",
            ];
            let more = opens_more.iter().find(|it| answer.header(it).is_some());
            ensure(more.is_none(), || format!("{more:?} with it"))?;
        }
    }
    Ok(format!("{} messages, three times each", messages.len()))
}

fn harmless(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let messages = with_html(&visitor)?;
    for (number, message) in messages.iter().enumerate() {
        let path = mail_body(text(message, "id"));
        for query in ["", "?images=true"] {
            let body = ok(visitor.get(&format!("{path}{query}"))?, 200)?.body;
            let breach = of_html(&String::from_utf8_lossy(&body));
            ensure(breach.is_none(), || {
                format!("message {number}: {}", breach.clone().unwrap_or_default())
            })?;
        }
        let is_all_there = !text(message, "text").trim().is_empty() || message["start"] == "";
        ensure(is_all_there, || {
            "a message that has HTML and a start has no text".to_owned()
        })?;
    }
    Ok(format!("{} messages", messages.len()))
}

fn other_wishes(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let message = with_html(&visitor)?.swap_remove(0);
    for wrong in ["images=", "images=1", "images=TRUE"] {
        let path = format!("{}?{wrong}", mail_body(text(&message, "id")));
        let answer = visitor.get(&path)?;
        ensure([400, 422].contains(&answer.status), || {
            format!("{wrong}: {}", answer.brief())
        })?;
    }
    Ok("refused".to_owned())
}

/// A message with a file of moderate length, and that file.
fn with_file(visitor: &Visitor<'_>) -> Result<(Value, Value), Fault> {
    for message in some_messages(visitor, 60)? {
        let files = message["attachments"]
            .as_array()
            .cloned()
            .unwrap_or_default();
        let fitting = |it: &&Value| {
            let size = it["size"].as_u64().unwrap_or_default();
            it["media_type"] == "application/pdf" && (100..5_000_000).contains(&size)
        };
        if let Some(file) = files.iter().find(fitting) {
            return Ok((message.clone(), file.clone()));
        }
    }
    Err(Fault::NothingToSee(
        "no PDF of moderate length stands with a message".to_owned(),
    ))
}

fn given(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let (message, attached) = with_file(&visitor)?;
    let id = text(&message, "id");
    let path = mail_attachment(id, text(&attached, "id"));
    let length = attached["size"].as_u64().unwrap_or_default();
    let view = ok(visitor.get(&file(&path, Purpose::View))?, 200)?;
    let saved = ok(visitor.get(&file(&path, Purpose::Download))?, 200)?;
    ensure(
        view.body.len() as u64 == length && view.body == saved.body,
        || {
            format!(
                "{} bytes, then {}, {length} said",
                view.body.len(),
                saved.body.len()
            )
        },
    )?;
    for (answer, way) in [(&view, "inline"), (&saved, "attachment")] {
        let name = answer.header("content-disposition").unwrap_or_default();
        let name = name.to_lowercase();
        let own = text(&attached, "name").to_lowercase();
        let mut words = own.split(|c: char| !c.is_alphanumeric());
        // What a neutral name may have in common with any.
        let common = [
            "piece",
            "pièce",
            "jointe",
            "message",
            "fichier",
            "attachment",
        ];
        let tells = words.any(|it| {
            it.chars().count() > 4
                && name.contains(it)
                && !common.contains(&it)
                && it.parse::<u32>().is_err()
        });
        ensure(name.starts_with(way) && !tells, || {
            format!("{way}: its name tells its own, or the way is another")
        })?;
        let framed = answer
            .headers("content-security-policy")
            .any(|it| it.contains("frame-ancestors"));
        let sniffs = answer.header("x-content-type-options") != Some("nosniff");
        ensure(framed && !sniffs, || {
            format!("sniffed: {sniffs}, framed by a policy: {framed}")
        })?;
    }
    let part = ok(ranged(&visitor, &path, &[("range", "bytes=10-59")])?, 206)?;
    ensure(part.body == view.body[10..60], || "another part".to_owned())?;
    let seen = newest(&visitor, "", 3)?;
    let expected = ["mail_file_downloaded*", "mail_file_viewed*", "signed_in*"];
    ensure(seen == expected, || seen.join(", "))?;
    let others = some_messages(&visitor, 2)?;
    let other = others.iter().find(|it| it["id"] != id);
    for below in [other.map_or("never-was", |it| text(it, "id")), "never-was"] {
        let foreign = visitor.get(&mail_attachment(below, text(&attached, "id")))?;
        ensure(foreign.brief() == "404 not_found", || foreign.brief())?;
    }
    for wrong in ["for=", "for=print"] {
        let answer = visitor.get(&format!("{path}?{wrong}"))?;
        ensure([400, 422].contains(&answer.status), || answer.brief())?;
    }
    Ok(format!("{length} bytes, {}", seen.join(", ")))
}

fn shared_device(backend: &Backend) -> Seen {
    let visitor = backend.visitor();
    backend.sign_in_again(&visitor, "agent", true)?;
    let (message, attached) = with_file(&visitor)?;
    let id = text(&message, "id");
    let actions = told(&visitor, &mail_message(id))?["actions"].clone();
    let offers = |action: &str| {
        actions
            .as_array()
            .is_some_and(|it| it.contains(&json!(action)))
    };
    ensure(!offers("download_attachment"), || {
        format!("{actions} on a shared device")
    })?;
    let path = mail_attachment(id, text(&attached, "id"));
    for saved in [path.clone(), file(&path, Purpose::Download)] {
        let answer = visitor.get(&saved)?;
        ensure(answer.brief() == "403 action_refused", || answer.brief())?;
    }
    if offers("view_attachment") {
        ok(visitor.get(&file(&path, Purpose::View))?, 200)?;
    }
    Ok("403 action_refused".to_owned())
}
