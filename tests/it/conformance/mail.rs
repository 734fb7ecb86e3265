//! Messages as they are read: folders, lists, one by one, searched, and by nobody else; prints no subject and no name.

use super::backend::{Backend, Need};
use super::document_files::ok;
use super::leave::told;
use super::lists::items;
use super::mail_breaches::{of_folders, of_message};
use super::mail_wishes::{folder, folders, inbox, listed, shall};
use super::payslips::{ids, text};
use super::times::instant;
use super::{Check, Fault, Seen, ensure};
use crate::support::answer::Answer;
use crate::support::client::Visitor;
use nomade::contract::endpoint::{
    MAIL_ATTACHMENTS, MAIL_DIRECTORY, MAIL_DRAFTS, MAIL_FOLDERS, MAIL_MESSAGES, MAIL_SEARCH,
    mail_attachment, mail_body, mail_draft, mail_message, mail_outbox,
};
use serde_json::{Value, json};

pub const AGENT: &[Need] = &[Need::Role("agent"), Need::Module("mail")];

pub const CHECKS: &[Check] = &[
    Check {
        says: "the folders count the messages that are in them",
        expects: "one folder of each role, `total` and `unread` as many as are listed",
        needs: AGENT,
        run: counted,
    },
    Check {
        says: "following the cursor gives every message of a folder once, the newest first",
        expects: "no id twice, each in its folder, the inbox without `folder`, drafts in theirs alone",
        needs: AGENT,
        run: in_order,
    },
    Check {
        says: "a parameter of mail that is wrong is refused",
        expects: "400 invalid_request, 404 not_found or 422 invalid_fields",
        needs: AGENT,
        run: wrong_parameters,
    },
    Check {
        says: "a message is the one of the list, and reading it marks nothing",
        expects: "the same fields, files and actions that fit, `read` as before after it and its HTML were read",
        needs: AGENT,
        run: one_message,
    },
    Check {
        says: "a search finds messages by words of theirs, whatever case and accents, and takes the token",
        expects: "every word of a subject finds its message, nonsense finds none, 403 csrf_refused without the token",
        needs: AGENT,
        run: searched,
    },
    Check {
        says: "a message that is not there, or another agent's, is not found",
        expects: "404 not_found for it and for everything below it (400 where the id can't be read)",
        needs: &[
            Need::Role("agent"),
            Need::Role("other_agent"),
            Need::Module("mail"),
        ],
        run: not_theirs,
    },
    Check {
        says: "a session that waits for consent reads no message and sends none",
        expects: "403 consent_required",
        needs: &[Need::Role("consent"), Need::Module("mail")],
        run: waits_for_consent,
    },
    Check {
        says: "mail is read in a session only",
        expects: "401 signed_out",
        needs: AGENT,
        run: signed_out,
    },
    Check {
        says: "mail that is off is not found",
        expects: "404 module_off",
        needs: &[Need::Role("agent"), Need::Module("mail"), Need::Controls],
        run: module_off,
    },
];

fn counted(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let folders = folders(&visitor)?;
    let breach = of_folders(&folders);
    ensure(breach.is_none(), || breach.clone().unwrap_or_default())?;
    let mut total = 0;
    for folder in &folders {
        let (all, _) = listed(&visitor, text(folder, "id"), "")?;
        let (unread, _) = listed(&visitor, text(folder, "id"), "&unread=true")?;
        let kept = folder["total"] == all.len()
            && folder["unread"] == unread.len()
            && all.iter().filter(|it| it["read"] == false).eq(&unread);
        ensure(kept, || {
            format!(
                "{}: {} and {} unread listed, {folder}",
                folder["role"],
                all.len(),
                unread.len()
            )
        })?;
        total += all.len();
    }
    Ok(format!("{total} messages in {} folders", folders.len()))
}

fn in_order(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let (mut seen, mut most) = (0, 0);
    for folder in folders(&visitor)? {
        let (all, pages) = listed(&visitor, text(&folder, "id"), "")?;
        let at = |it: &Value| instant(it, "at").map_err(|_| ()).ok();
        ensure(all.iter().rev().is_sorted_by_key(at), || {
            format!("{}: not the newest first", folder["role"])
        })?;
        ensure(all.iter().all(|it| it["folder"] == folder["id"]), || {
            format!("{}: a message of another folder", folder["role"])
        })?;
        let holds_drafts = ["drafts", "trash"].contains(&text(&folder, "role"));
        let drafts = all.iter().filter(|it| !it["draft"].is_null()).count();
        ensure(drafts == 0 || holds_drafts, || {
            format!("{}: {drafts} drafts", folder["role"])
        })?;
        if folder["role"] == "inbox" {
            let first = items(&told(&visitor, MAIL_MESSAGES)?);
            ensure(all.starts_with(&first), || {
                "without `folder` it is not the inbox".to_owned()
            })?;
        }
        seen += all.len();
        most = most.max(pages);
    }
    Ok(format!("{seen} messages, a folder on up to {most} pages"))
}

fn is_refused(answer: &Answer, what: &str) -> Result<(), Fault> {
    ensure([400, 404, 422].contains(&answer.status), || {
        format!("{what}: {}", answer.brief())
    })
}

fn wrong_parameters(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    for wrong in [
        "folder=",
        "folder=never-was",
        "folder=%00",
        "unread=",
        "unread=maybe",
        "cursor=",
        "cursor=never-was",
    ] {
        is_refused(&visitor.get(&format!("{MAIL_MESSAGES}?{wrong}"))?, wrong)?;
    }
    let long = "a".repeat(101);
    for (path, field, value) in [
        (MAIL_SEARCH, "query", json!("")),
        (MAIL_SEARCH, "query", json!(long)),
        (MAIL_SEARCH, "query", json!(5)),
        (MAIL_SEARCH, "folder", json!("never-was")),
        (MAIL_SEARCH, "cursor", json!("never-was")),
        (MAIL_DIRECTORY, "query", json!("a")),
        (MAIL_DIRECTORY, "query", json!("")),
        (MAIL_DIRECTORY, "query", json!(long)),
    ] {
        let mut body = json!({ "query": "au", "folder": null, "cursor": null });
        body[field] = value;
        is_refused(&visitor.call("POST", path).json(&body).send()?, field)?;
    }
    Ok("refused".to_owned())
}

fn one_message(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let mut seen = 0;
    for folder in folders(&visitor)? {
        let (before, _) = listed(&visitor, text(&folder, "id"), "")?;
        let messages = before.iter().filter(|it| it["draft"].is_null());
        for item in messages.take(12) {
            let id = text(item, "id");
            let message = told(&visitor, &mail_message(id))?;
            let mut fields = item.as_object().into_iter().flatten();
            // A list may show a few addressees only.
            let other =
                fields.find(|(key, value)| *key != "to" && message[key.as_str()] != **value);
            ensure(other.is_none(), || {
                format!("`{}` differs from the list", other.map_or("", |it| it.0))
            })?;
            let breach = of_message(&message, text(&folder, "role"));
            ensure(breach.is_none(), || breach.clone().unwrap_or_default())?;
            let body = visitor.get(&mail_body(id))?;
            let due = if message["html"] == true { 200 } else { 404 };
            ensure(body.status == due, || {
                format!("html is {} and the body {}", message["html"], body.brief())
            })?;
            seen += 1;
        }
        let (after, _) = listed(&visitor, text(&folder, "id"), "")?;
        ensure(before == after, || {
            format!("{}: reading changed the list", folder["role"])
        })?;
    }
    Ok(format!("{seen} messages read"))
}

fn search(visitor: &Visitor<'_>, words: &str, folder: &Value) -> Result<Vec<Value>, Fault> {
    let (mut found, mut cursor) = (Vec::new(), Value::Null);
    loop {
        let body = json!({ "query": words, "folder": folder, "cursor": cursor });
        let page = ok(visitor.call("POST", MAIL_SEARCH).json(&body).send()?, 200)?.json();
        found.extend(items(&page));
        cursor = page["next_cursor"].clone();
        if cursor.is_null() {
            return Ok(found);
        }
    }
}

fn searched(backend: &Backend) -> Seen {
    use unicode_normalization::UnicodeNormalization;
    let visitor = backend.signed_in("agent")?;
    let messages = inbox(&visitor)?;
    let inbox = json!(folder(&visitor, "inbox")?);
    let mut tried = 0;
    for message in messages.iter().take(10) {
        // One word of it: long enough to say something, and of letters alone.
        let subject = text(message, "subject");
        let mut words = subject.split(|c: char| !c.is_alphabetic());
        let Some(word) = words.find(|it| (4..=40).contains(&it.chars().count())) else {
            continue;
        };
        let plain: String = word
            .nfd()
            .filter(|it| !('\u{300}'..='\u{36f}').contains(it))
            .collect();
        for query in [word.to_uppercase(), plain.to_lowercase()] {
            for place in [&inbox, &Value::Null] {
                let found = search(&visitor, &query, place)?;
                ensure(ids(&found).contains(text(message, "id")), || {
                    "a message is not found by a word of its subject".to_owned()
                })?;
                ensure(
                    place.is_null() || found.iter().all(|it| it["folder"] == *place),
                    || "a message of another folder is found".to_owned(),
                )?;
            }
            tried += 1;
        }
    }
    for role in ["trash", "junk"] {
        let id = folder(&visitor, role)?;
        let everywhere = search(&visitor, "e", &Value::Null)?;
        ensure(
            everywhere.iter().all(|it| it["folder"] != id.as_str()),
            || format!("{role} is searched unasked"),
        )?;
    }
    for nonsense in ["zqxjkvwz", "\u{0}", "'; --zq"] {
        let found = search(&visitor, nonsense, &Value::Null)?.len();
        ensure(found == 0, || format!("{found} found for {nonsense:?}"))?;
    }
    let body = json!({ "query": "a", "folder": null, "cursor": null });
    for path in [MAIL_SEARCH, MAIL_DIRECTORY] {
        let refused = visitor.call("POST", path).json(&body).token(None).send()?;
        ensure(refused.brief() == "403 csrf_refused", || refused.brief())?;
    }
    Ok(format!("found by {tried} searches, not by nonsense"))
}

fn not_theirs(backend: &Backend) -> Seen {
    let (mine, theirs) = (
        backend.signed_in("agent")?,
        backend.signed_in("other_agent")?,
    );
    let foreign = inbox(&theirs)?;
    let own = inbox(&mine)?;
    ensure(ids(&own).is_disjoint(&ids(&foreign)), || {
        "two agents share a message's id".to_owned()
    })?;
    let foreign_folder = folder(&theirs, "inbox")?;
    let answer = mine.get(&format!("{MAIL_MESSAGES}?folder={foreign_folder}"))?;
    ensure(
        answer.status != 200 || items(&answer.json()).is_empty(),
        || "another agent's folder is listed".to_owned(),
    )?;
    let long = "a".repeat(500);
    let unknown = ["never-was", "0", "..", "a/b", "é", "%00", long.as_str()];
    for id in [text(&foreign[0], "id")].into_iter().chain(unknown) {
        let change = shall("read", json!(true));
        let mut answers = Vec::new();
        for path in [
            mail_message(id),
            mail_body(id),
            mail_attachment(id, id),
            mail_draft(id),
            mail_outbox(id),
        ] {
            answers.push(mine.get(&path)?);
        }
        let message = mail_message(id);
        answers.push(mine.call("PATCH", &message).json(&change).send()?);
        answers.push(mine.call("DELETE", &message).send()?);
        answers.push(mine.call("DELETE", &mail_outbox(id)).send()?);
        for answer in answers {
            let kept = answer.brief() == "404 not_found" || answer.status == 400;
            ensure(kept, || {
                format!("{} {}: {}", answer.method, answer.path, answer.brief())
            })?;
        }
    }
    ensure(inbox(&theirs)? == foreign, || {
        "their inbox changed".to_owned()
    })?;
    Ok("404 not_found".to_owned())
}

/// Every reading call, and those that only look for something, are refused with that.
fn refuses(visitor: &Visitor<'_>, brief: &str) -> Seen {
    let of_one = [
        mail_message("m_1"),
        mail_body("m_1"),
        mail_draft("b_1"),
        mail_outbox("o_1"),
        mail_attachment("m_1", "a_1"),
    ];
    let plain = [MAIL_FOLDERS, MAIL_MESSAGES].map(str::to_owned);
    for path in plain.into_iter().chain(of_one) {
        let answer = visitor.get(&path)?;
        ensure(answer.brief() == brief, || {
            format!("{path}: {}", answer.brief())
        })?;
    }
    Ok(brief.to_owned())
}

/// The same of what is written, with a token.
fn refuses_writing(visitor: &Visitor<'_>, brief: &str) -> Seen {
    let words = json!({ "query": "au", "folder": null, "cursor": null });
    let letter = json!({ "to": [], "cc": [], "bcc": [], "subject": "", "text": "", "attachments": [], "answers": null, "draft": null });
    let change = json!({ "ids": ["m_1"], "read": true, "flagged": null, "folder": null });
    let key = "0123456789abcdef";
    let file = "attachment; filename*=UTF-8''a.pdf";
    for call in [
        visitor.call("POST", MAIL_SEARCH).json(&words),
        visitor.call("POST", MAIL_DIRECTORY).json(&words),
        visitor.call("PATCH", MAIL_MESSAGES).json(&change),
        visitor
            .call("POST", MAIL_MESSAGES)
            .json(&letter)
            .header("idempotency-key", key),
        visitor
            .call("POST", MAIL_DRAFTS)
            .json(&letter)
            .header("idempotency-key", key),
        visitor
            .call("POST", MAIL_ATTACHMENTS)
            .raw("application/pdf", b"%PDF-1.7")
            .header("idempotency-key", key)
            .header("content-disposition", file),
    ] {
        let answer = call.send()?;
        ensure(answer.brief() == brief, || {
            format!("{} {}: {}", answer.method, answer.path, answer.brief())
        })?;
    }
    refuses(visitor, brief)
}

fn waits_for_consent(backend: &Backend) -> Seen {
    let visitor = backend.visitor();
    let session = backend.sign_in_again(&visitor, "consent", false)?;
    if session["state"] != "consent_required" {
        return Err(Fault::NothingToSee(
            "the account has accepted the texts".to_owned(),
        ));
    }
    refuses_writing(&visitor, "403 consent_required")
}

fn signed_out(backend: &Backend) -> Seen {
    refuses(&backend.visitor(), "401 signed_out")
}

fn module_off(backend: &Backend) -> Seen {
    backend.restored(|| {
        let visitor = backend.signed_in("agent")?;
        let off = json!({ "modules": { "mail": { "state": "off" } } });
        backend.door.beside("/test/portal", &off)?;
        refuses_writing(&visitor, "404 module_off")
    })
}
