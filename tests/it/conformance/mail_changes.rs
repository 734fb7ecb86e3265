//! Messages that are marked, moved and deleted; what is changed here is put back, and prints no subject.

use super::backend::{Backend, Need};
use super::document_files::ok;
use super::leave::told;
use super::mail::AGENT;
use super::mail_wishes::{folder, folders, inbox, listed, patch, shall};
use super::payslips::text;
use super::{Check, Fault, Seen, ensure};
use crate::support::client::Visitor;
use nomade::contract::endpoint::{MAIL_MESSAGES, mail_message};
use nomade::contract::mail::MOST_MAIL_CHANGES;
use serde_json::{Value, json};

pub const CHECKS: &[Check] = &[
    Check {
        says: "a mark says what shall be, and twice is the same",
        expects: "200 with the message as it is now, the same again, the folders counted anew",
        needs: AGENT,
        run: marked,
    },
    Check {
        says: "a message is moved to the trash and back, and stays the same",
        expects: "the same id in the other folder, each folder one more or less, as before in the end",
        needs: AGENT,
        run: moved,
    },
    Check {
        says: "several are changed at once, and those that are gone are told",
        expects: "the others changed, `missing` with the unknown ids; 422 invalid_fields `ids` for none and for too many",
        needs: AGENT,
        run: several,
    },
    Check {
        says: "a change that can't be is refused and named, and changes nothing",
        expects: "422 invalid_fields `folder` for no folder and for the drafts, 404 not_found for no message, 403 csrf_refused without the token",
        needs: AGENT,
        run: wrong_changes,
    },
    Check {
        says: "only what is in the trash is deleted for good",
        expects: "403 action_refused elsewhere; in the trash 204, then 404 not_found",
        needs: &[Need::Role("agent"), Need::Module("mail"), Need::Controls],
        run: deleted,
    },
];

/// Runs `check` with the newest message of the inbox, and puts that back as it was.
fn with_a_message(backend: &Backend, check: impl Fn(&Visitor<'_>, &Value) -> Seen) -> Seen {
    backend.restored(|| {
        let visitor = backend.signed_in("agent")?;
        let message = inbox(&visitor)?.swap_remove(0);
        let seen = check(&visitor, &message);
        let back = json!({ "read": message["read"], "flagged": message["flagged"], "folder": message["folder"] });
        patch(&visitor, text(&message, "id"), &back)?;
        seen
    })
}

/// How many are in the folder, and how many of them are unread.
fn count(folders: &Value, id: &str) -> (i64, i64) {
    let mut listed = folders.as_array().into_iter().flatten();
    let found = listed.find(|it| it["id"] == id).unwrap_or(&Value::Null);
    let number = |field: &str| found[field].as_i64().unwrap_or(-1);
    (number("total"), number("unread"))
}

fn marked(backend: &Backend) -> Seen {
    with_a_message(backend, |visitor, message| {
        let (id, place) = (text(message, "id"), text(message, "folder"));
        for (field, shown) in [
            ("read", true),
            ("flagged", true),
            ("read", false),
            ("flagged", false),
        ] {
            let change = shall(field, json!(shown));
            let first = ok(patch(visitor, id, &change)?, 200)?.json();
            let again = ok(patch(visitor, id, &change)?, 200)?.json();
            ensure(first == again, || {
                format!("{field}: another answer the second time")
            })?;
            ensure(
                first["items"][0][field] == shown && first["missing"] == json!([]),
                || format!("{field} is {} for {shown}", first["items"][0][field]),
            )?;
            let now = json!(folders(visitor)?);
            ensure(first["folders"] == now, || {
                "other counts than GET /mail/folders".to_owned()
            })?;
            let read = told(visitor, &mail_message(id))?;
            ensure(read[field] == shown, || {
                format!("{field} is {} when it is read", read[field])
            })?;
            let (unread, _) = listed(visitor, place, "&unread=true")?;
            ensure(
                count(&now, place).1 == i64::try_from(unread.len()).unwrap_or(-1),
                || "`unread` is not what is listed".to_owned(),
            )?;
        }
        let nothing = ok(patch(visitor, id, &shall("read", Value::Null))?, 200)?.json();
        ensure(nothing["items"][0]["read"] == false, || {
            "null changed it".to_owned()
        })?;
        Ok("200, twice each".to_owned())
    })
}

fn moved(backend: &Backend) -> Seen {
    with_a_message(backend, |visitor, message| {
        let (id, inbox) = (text(message, "id"), text(message, "folder"));
        let before = json!(folders(visitor)?);
        for role in ["trash", "archive"] {
            let target = folder(visitor, role)?;
            let change = shall("folder", json!(target));
            let first = ok(patch(visitor, id, &change)?, 200)?.json();
            let again = ok(patch(visitor, id, &change)?, 200)?.json();
            ensure(
                first == again && first["items"][0]["folder"] == target.as_str(),
                || format!("{role}: it is in {}", first["items"][0]["folder"]),
            )?;
            ensure(
                count(&first["folders"], inbox).0 == count(&before, inbox).0 - 1
                    && count(&first["folders"], &target).0 == count(&before, &target).0 + 1,
                || format!("{role}: not one less and one more"),
            )?;
            let (there, _) = listed(visitor, &target, "")?;
            let (here, _) = listed(visitor, inbox, "")?;
            let is_in = |list: &[Value]| list.iter().any(|it| it["id"] == id);
            ensure(is_in(&there) && !is_in(&here), || {
                format!("{role}: not in that list alone")
            })?;
            let read = told(visitor, &mail_message(id))?;
            for field in ["subject", "at", "read", "flagged", "from"] {
                ensure(read[field] == message[field], || format!("{field} changed"))?;
            }
        }
        ok(patch(visitor, id, &shall("folder", json!(inbox)))?, 200)?;
        ensure(json!(folders(visitor)?) == before, || {
            "the folders are not as before".to_owned()
        })?;
        Ok("into the trash, into the archive and back".to_owned())
    })
}

fn bulk(ids: &[&str], change: &Value) -> Value {
    let mut body = change.clone();
    body["ids"] = json!(ids);
    body
}

fn several(backend: &Backend) -> Seen {
    with_a_message(backend, |visitor, message| {
        let id = text(message, "id");
        let change = shall("flagged", json!(true));
        let body = bulk(&["never-was", id, "never-was-2", id], &change);
        let answer = visitor.call("PATCH", MAIL_MESSAGES).json(&body).send()?;
        let changed = ok(answer, 200)?.json();
        let mut missing = changed["missing"].as_array().cloned().unwrap_or_default();
        missing.sort_by_key(Value::to_string);
        let items = changed["items"].as_array().cloned().unwrap_or_default();
        ensure(
            missing == [json!("never-was"), json!("never-was-2")]
                && items.len() == 1
                && items[0]["flagged"] == true,
            || format!("{} changed, missing {missing:?}", items.len()),
        )?;
        let most = vec!["never-was"; MOST_MAIL_CHANGES];
        let answer = visitor
            .call("PATCH", MAIL_MESSAGES)
            .json(&bulk(&most, &change));
        ok(answer.send()?, 200)?;
        let many = vec!["never-was"; MOST_MAIL_CHANGES + 1];
        for ids in [&[][..], &many[..]] {
            let answer = visitor
                .call("PATCH", MAIL_MESSAGES)
                .json(&bulk(ids, &change));
            let answer = answer.send()?;
            ensure(answer.json()["fields"][0]["name"] == "ids", || {
                format!("{} ids: {}", ids.len(), answer.brief())
            })?;
        }
        Ok("one changed, two missing".to_owned())
    })
}

fn wrong_changes(backend: &Backend) -> Seen {
    with_a_message(backend, |visitor, message| {
        let id = text(message, "id");
        let before = (folders(visitor)?, told(visitor, &mail_message(id))?);
        let drafts = folder(visitor, "drafts")?;
        for wrong in ["never-was", &drafts] {
            let change = shall("folder", json!(wrong));
            let single = patch(visitor, id, &change)?;
            let several = visitor
                .call("PATCH", MAIL_MESSAGES)
                .json(&bulk(&[id], &change));
            for answer in [single, several.send()?] {
                let named = answer.json()["fields"][0]["name"] == "folder";
                ensure(answer.brief() == "422 invalid_fields" && named, || {
                    answer.brief()
                })?;
            }
        }
        let unknown = patch(visitor, "never-was", &shall("read", json!(true)))?;
        ensure(unknown.brief() == "404 not_found", || unknown.brief())?;
        let path = mail_message(id);
        for (method, path) in [
            ("PATCH", path.as_str()),
            ("PATCH", MAIL_MESSAGES),
            ("DELETE", &path),
        ] {
            let body = bulk(&[id], &shall("flagged", json!(message["flagged"] == false)));
            let call = visitor.call(method, path).token(None);
            let call = if method == "DELETE" {
                call
            } else {
                call.json(&body)
            };
            let answer = call.send()?;
            ensure(answer.brief() == "403 csrf_refused", || answer.brief())?;
        }
        let after = (folders(visitor)?, told(visitor, &mail_message(id))?);
        ensure(after == before, || "something changed".to_owned())?;
        Ok("422 invalid_fields, 404 not_found, 403 csrf_refused".to_owned())
    })
}

fn deleted(backend: &Backend) -> Seen {
    backend.restored(|| {
        let visitor = backend.signed_in("agent")?;
        let message = inbox(&visitor)?.swap_remove(0);
        let id = text(&message, "id");
        let path = mail_message(id);
        let refused = visitor.call("DELETE", &path).send()?;
        ensure(refused.brief() == "403 action_refused", || refused.brief())?;
        let trash = folder(&visitor, "trash")?;
        let total =
            |visitor| -> Result<i64, Fault> { Ok(count(&json!(folders(visitor)?), &trash).0) };
        ok(patch(&visitor, id, &shall("folder", json!(trash)))?, 200)?;
        let before = total(&visitor)?;
        let actions = told(&visitor, &path)?["actions"].clone();
        let may = actions
            .as_array()
            .is_some_and(|it| it.contains(&json!("delete")));
        ensure(may, || format!("in the trash it offers {actions}"))?;
        ok(visitor.call("DELETE", &path).send()?, 204)?;
        let again = visitor.call("DELETE", &path).send()?;
        let read = visitor.get(&path)?;
        for answer in [again, read] {
            ensure(answer.brief() == "404 not_found", || answer.brief())?;
        }
        ensure(total(&visitor)? == before - 1, || {
            "it is still counted".to_owned()
        })?;
        Ok("403 action_refused, 204, 404 not_found".to_owned())
    })
}
