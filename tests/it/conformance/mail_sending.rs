//! Sending, and taking back; everything goes to the agent alone, and is deleted from where it arrived.

use super::activity_deeds::newest;
use super::backend::{Backend, Need};
use super::document_files::ok;
use super::document_requests::new_key;
use super::leave::told;
use super::mail::AGENT;
use super::mail_drafts::names;
use super::mail_wishes::{
    called, clear_away, folders, inbox, kept, letter, post, take_back, throw_away, with,
};
use super::payslips::text;
use super::times::seconds_between;
use super::{Check, Fault, Seen, ensure};
use crate::support::client::Visitor;
use nomade::contract::endpoint::{
    MAIL_FOLDERS, MAIL_MESSAGES, mail_draft, mail_message, mail_outbox, operation,
};
use serde_json::{Value, json};

const CONTROLS: &[Need] = &[Need::Role("agent"), Need::Module("mail"), Need::Controls];

pub const CHECKS: &[Check] = &[
    Check {
        says: "sending writes once for one key, and the message waits in no folder",
        expects: "201 with the same sending twice, the draft gone, mail_sent once, 409 idempotency_conflict for another body",
        needs: &[
            Need::Role("agent"),
            Need::Module("mail"),
            Need::Module("activity"),
        ],
        run: once,
    },
    Check {
        says: "a sending that is taken back in time is the draft again, and twice is the same",
        expects: "200 undone with its `draft`, all that was written in it, mail_sending_undone once",
        needs: &[
            Need::Role("agent"),
            Need::Module("mail"),
            Need::Module("activity"),
        ],
        run: undone,
    },
    Check {
        says: "a message goes once `undo_until` is over, and can't be taken back then",
        expects: "sent, 403 action_refused, once among the sent and once in the inbox of its addressee, unread, without who got it unseen",
        needs: AGENT,
        run: gone,
    },
    Check {
        says: "a message that can't be sent is refused, each fault by its field, and stays a draft",
        expects: "422 invalid_fields with `to`, `to.0.address`, `cc.0.address`, `subject`, `text`, `attachments`, `answers`",
        needs: AGENT,
        run: wrong_fields,
    },
    Check {
        says: "a message that was answered says so once the answer has gone",
        expects: "`answered` true, the file of a message that is sent on arrives with it",
        needs: CONTROLS,
        run: answered,
    },
    Check {
        says: "a sending whose answer was lost is found by its key, and repeating it sends nothing",
        expects: "200 from its operation and from the outbox, 201 with the same id",
        needs: CONTROLS,
        run: lost,
    },
    Check {
        says: "a message that is refused for its token or its origin was not sent",
        expects: "403, then 404 not_found for its operation",
        needs: AGENT,
        run: refused,
    },
];

fn sending(letter: &Value, draft: &Value) -> Value {
    with(letter, "draft", draft.clone())
}

fn outbox(visitor: &Visitor<'_>, sent: &Value) -> Result<Value, Fault> {
    told(visitor, &mail_outbox(text(sent, "id")))
}

fn once(backend: &Backend) -> Seen {
    backend.restored(|| {
        let visitor = backend.signed_in("agent")?;
        let key = new_key();
        let letter = letter(&visitor, &key)?;
        let before = folders(&visitor)?;
        let draft = kept(&visitor, &letter)?;
        let body = sending(&letter, &draft["id"]);
        let first = ok(post(&visitor, MAIL_MESSAGES, &key, &body)?, 201)?.json();
        let seen = (|| {
            let again = ok(post(&visitor, MAIL_MESSAGES, &key, &body)?, 201)?.json();
            ensure(again == first && first["state"] == "waiting", || {
                format!("{first}, then {again}")
            })?;
            let waits = seconds_between(&first, "at", "undo_until")?;
            ensure((1..=3_600).contains(&waits), || {
                format!("it waits {waits} s")
            })?;
            let other = with(&body, "text", json!("another"));
            let other = post(&visitor, MAIL_MESSAGES, &key, &other)?;
            ensure(other.brief() == "409 idempotency_conflict", || {
                other.brief()
            })?;
            let gone = visitor.get(&mail_draft(text(&draft, "id")))?;
            ensure(gone.brief() == "404 not_found", || {
                format!("the draft: {}", gone.brief())
            })?;
            ensure(folders(&visitor)? == before, || {
                "it is counted in a folder while it waits".to_owned()
            })?;
            ensure(outbox(&visitor, &first)? == first, || {
                "the outbox tells another".to_owned()
            })?;
            let known = told(&visitor, &operation(&key))?;
            ensure(
                known["resource"] == "mail_sending" && known["id"] == first["id"],
                || known.to_string(),
            )?;
            let seen = newest(&visitor, "kind=decision", 1)?;
            ensure(seen == ["mail_sent*"], || seen.join(", "))?;
            let twice = newest(&visitor, "", 2)?;
            ensure(twice == ["mail_sent*", "signed_in*"], || twice.join(", "))?;
            Ok(format!("201 twice, {}, waits {waits} s", twice.join(", ")))
        })();
        take_back(&visitor, &first)?;
        seen
    })
}

fn undone(backend: &Backend) -> Seen {
    backend.restored(|| {
        let visitor = backend.signed_in("agent")?;
        let key = new_key();
        let letter = letter(&visitor, &key)?;
        let body = sending(&letter, &Value::Null);
        let sent = ok(post(&visitor, MAIL_MESSAGES, &key, &body)?, 201)?.json();
        let path = mail_outbox(text(&sent, "id"));
        let without = visitor.call("DELETE", &path).token(None).send()?;
        ensure(without.brief() == "403 csrf_refused", || without.brief())?;
        let first = ok(visitor.call("DELETE", &path).send()?, 200)?.json();
        let draft = text(&first, "draft").to_owned();
        let seen = (|| {
            let again = ok(visitor.call("DELETE", &path).send()?, 200)?.json();
            ensure(
                again == first && first["state"] == "undone" && !draft.is_empty(),
                || format!("{first}, then {again}"),
            )?;
            ensure(outbox(&visitor, &sent)? == first, || {
                "the outbox tells another".to_owned()
            })?;
            let read = told(&visitor, &mail_draft(&draft))?;
            for field in ["to", "cc", "bcc", "subject", "text", "answers"] {
                ensure(read[field] == letter[field], || {
                    format!("`{field}` became {}", read[field])
                })?;
            }
            let repeated = ok(post(&visitor, MAIL_MESSAGES, &key, &body)?, 201)?.json();
            ensure(
                repeated["state"] == "undone" && repeated["id"] == sent["id"],
                || format!("the same key again: {repeated}"),
            )?;
            let seen = newest(&visitor, "", 3)?;
            let expected = ["mail_sending_undone*", "mail_sent*", "signed_in*"];
            ensure(seen == expected, || seen.join(", "))?;
            for role in ["sent", "inbox"] {
                ensure(called(&visitor, role, &key)?.is_empty(), || {
                    format!("it is in {role}")
                })?;
            }
            Ok(seen.join(", "))
        })();
        throw_away(&visitor, &draft)?;
        seen
    })
}

/// Sends, and lets the time pass in which it can be taken back.
fn sent(backend: &Backend, visitor: &Visitor<'_>, letter: &Value) -> Result<Value, Fault> {
    let body = sending(letter, &Value::Null);
    let sent = ok(post(visitor, MAIL_MESSAGES, &new_key(), &body)?, 201)?.json();
    let waits = seconds_between(&sent, "at", "undo_until")?;
    match u32::try_from(waits) {
        Ok(waits) if waits <= 120 => backend.wait(waits + 2)?,
        _ => return Err(Fault::NothingToSee(format!("it waits {waits} s"))),
    }
    Ok(sent)
}

fn gone(backend: &Backend) -> Seen {
    backend.restored(|| {
        let visitor = backend.signed_in("agent")?;
        let subject = new_key();
        let letter = letter(&visitor, &subject)?;
        let letter = with(&letter, "bcc", letter["to"].clone());
        let before = sent(backend, &visitor, &letter)?;
        let seen = (|| {
            let now = outbox(&visitor, &before)?;
            ensure(now["state"] == "sent" && now["draft"].is_null(), || {
                now.to_string()
            })?;
            let late = visitor
                .call("DELETE", &mail_outbox(text(&before, "id")))
                .send()?;
            ensure(late.brief() == "403 action_refused", || late.brief())?;
            let (kept, arrived) = (
                called(&visitor, "sent", &subject)?,
                called(&visitor, "inbox", &subject)?,
            );
            ensure(kept.len() == 1 && arrived.len() == 1, || {
                format!("{} sent, {} arrived", kept.len(), arrived.len())
            })?;
            ensure(
                kept[0]["read"] == true && arrived[0]["read"] == false,
                || "what was sent is unread, or what arrived is read".to_owned(),
            )?;
            let own = told(&visitor, &mail_message(text(&kept[0], "id")))?;
            let theirs = told(&visitor, &mail_message(text(&arrived[0], "id")))?;
            ensure(
                own["bcc"] != json!([]) && theirs["bcc"] == json!([]),
                || "who got it unseen is not told to the sender alone".to_owned(),
            )?;
            for message in [&own, &theirs] {
                let whole = text(message, "text").trim_end() == text(&letter, "text").trim_end();
                ensure(whole && message["from"]["external"] == false, || {
                    "its text changed, or its sender is outside".to_owned()
                })?;
            }
            Ok(format!("sent, {}", late.brief()))
        })();
        clear_away(&visitor, &["sent", "inbox"], &subject)?;
        seen
    })
}

fn wrong_fields(backend: &Backend) -> Seen {
    backend.restored(|| {
        let visitor = backend.signed_in("agent")?;
        let subject = new_key();
        let letter = letter(&visitor, &subject)?;
        let draft = kept(&visitor, &letter)?;
        let id = text(&draft, "id");
        let settings = told(&visitor, MAIL_FOLDERS)?["settings"].clone();
        let most = usize::try_from(settings["max_recipients"].as_u64().unwrap_or(0)).unwrap_or(0);
        let to = |address: &str| json!([{ "name": "", "address": address }]);
        let answer = |message: &str| json!({ "message": message, "kind": "reply" });
        let mut wrong = vec![
            ("to", json!([]), "to"),
            ("to", to("cam"), "to.0.address"),
            ("to", to(""), "to.0.address"),
            ("to", to("a@b@ville.example"), "to.0.address"),
            (
                "to",
                to("a@ville.example\r\nBcc: b@ville.example"),
                "to.0.address",
            ),
            ("cc", to("camille bernard"), "cc.0.address"),
            ("bcc", to("@ville.example"), "bcc.0.address"),
            ("subject", json!("é".repeat(301)), "subject"),
            ("subject", json!("a\r\nBcc: b@ville.example"), "subject"),
            ("text", json!("é".repeat(200_001)), "text"),
            ("text", json!("a\u{0}"), "text"),
            ("attachments", json!(["never-was"]), "attachments"),
            ("answers", answer("never-was"), "answers"),
        ];
        if most <= 500 {
            wrong.push(("to", json!(vec![letter["to"][0].clone(); most + 1]), "to"));
        }
        let seen = (|| {
            for (field, value, named) in &wrong {
                let body = sending(&with(&letter, field, value.clone()), &draft["id"]);
                let key = new_key();
                let answer = post(&visitor, MAIL_MESSAGES, &key, &body)?;
                ensure(names(&answer, named), || {
                    format!("{named}: {}, {}", answer.brief(), answer.json()["fields"])
                })?;
                let nothing = visitor.get(&operation(&key))?;
                ensure(nothing.brief() == "404 not_found", || {
                    format!("{named}: it was sent all the same")
                })?;
            }
            ensure(told(&visitor, &mail_draft(id))? == draft, || {
                "the draft changed".to_owned()
            })?;
            Ok(format!("422 invalid_fields, {} faults named", wrong.len()))
        })();
        throw_away(&visitor, id)?;
        seen
    })
}

fn answered(backend: &Backend) -> Seen {
    backend.restored(|| {
        let visitor = backend.signed_in("agent")?;
        let subject = new_key();
        let messages = inbox(&visitor)?;
        let Some(message) = messages.iter().find(|it| it["answered"] == false) else {
            return Err(Fault::NothingToSee("every message is answered".to_owned()));
        };
        let answer = json!({ "message": message["id"], "kind": "reply" });
        let letter = letter(&visitor, &subject)?;
        sent(backend, &visitor, &with(&letter, "answers", answer))?;
        let read = told(&visitor, &mail_message(text(message, "id")))?;
        ensure(read["answered"] == true, || "it is not answered".to_owned())?;
        let small = |it: &Value| it["size"].as_u64().is_some_and(|size| size < 5_000_000);
        for item in messages.iter().filter(|it| it["has_attachments"] == true) {
            let read = told(&visitor, &mail_message(text(item, "id")))?;
            let files = read["attachments"].as_array().cloned().unwrap_or_default();
            let Some(file) = files.iter().find(|it| small(it)) else {
                continue;
            };
            let (forward, name) = (new_key(), file["name"].clone());
            let on = json!({ "message": item["id"], "kind": "forward" });
            let letter = with(&with(&letter, "subject", json!(forward)), "answers", on);
            sent(
                backend,
                &visitor,
                &with(&letter, "attachments", json!([file["id"]])),
            )?;
            let arrived = called(&visitor, "inbox", &forward)?;
            let first = arrived.first().map_or("", |it| text(it, "id"));
            let read = told(&visitor, &mail_message(first))?;
            ensure(read["attachments"][0]["name"] == name, || {
                "the file did not arrive".to_owned()
            })?;
            return Ok("answered; a file was sent on".to_owned());
        }
        Err(Fault::NothingToSee(
            "no small file stands in the inbox".to_owned(),
        ))
    })
}

fn lost(backend: &Backend) -> Seen {
    backend.restored(|| {
        let visitor = backend.signed_in("agent")?;
        let key = new_key();
        let body = sending(&letter(&visitor, &key)?, &Value::Null);
        let path = format!("/api/v1{MAIL_MESSAGES}");
        let fault = json!({ "method": "POST", "path": path, "kind": "after_commit_drop" });
        backend.door.beside("/test/faults", &fault)?;
        ensure(post(&visitor, MAIL_MESSAGES, &key, &body).is_err(), || {
            "an answer came".to_owned()
        })?;
        let found = told(&visitor, &operation(&key))?;
        let again = ok(post(&visitor, MAIL_MESSAGES, &key, &body)?, 201)?.json();
        ensure(again["id"] == found["id"], || "another sending".to_owned())?;
        ensure(outbox(&visitor, &again)? == again, || {
            "the outbox tells another".to_owned()
        })?;
        take_back(&visitor, &again)?;
        Ok("200, then 201 with the same id".to_owned())
    })
}

fn refused(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let key = new_key();
    let body = sending(&letter(&visitor, &key)?, &Value::Null);
    let asked = || {
        let call = visitor.call("POST", MAIL_MESSAGES).json(&body);
        call.header("idempotency-key", &key)
    };
    let without = asked().token(None).send()?;
    ensure(without.brief() == "403 csrf_refused", || without.brief())?;
    let foreign = asked().origin("https://elsewhere.example").send()?;
    ensure(foreign.brief() == "403 origin_refused", || foreign.brief())?;
    let no_key = visitor.call("POST", MAIL_MESSAGES).json(&body).send()?;
    ensure(no_key.brief() == "400 invalid_request", || no_key.brief())?;
    let nothing = visitor.get(&operation(&key))?;
    ensure(nothing.brief() == "404 not_found", || nothing.brief())?;
    Ok(format!("{}, {}", without.brief(), foreign.brief()))
}
