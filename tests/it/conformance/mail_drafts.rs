//! Messages as they are written: drafts, files that are brought for them, and the directory; what is kept here is thrown away.

use super::backend::{Backend, Need};
use super::document_files::ok;
use super::document_requests::new_key;
use super::leave::told;
use super::lists::walk;
use super::mail::AGENT;
use super::mail_wishes::{
    called, change_draft, folder, kept, letter, oneself, post, throw_away, with,
};
use super::payslips::{ids, text};
use super::{Check, Fault, Seen, ensure};
use crate::support::answer::Answer;
use crate::support::client::Visitor;
use nomade::contract::endpoint::{
    MAIL_ATTACHMENTS, MAIL_DIRECTORY, MAIL_DRAFTS, MAIL_FOLDERS, MAIL_MESSAGES, mail_draft,
    operation,
};
use nomade::contract::operation::IDEMPOTENCY_KEY_HEADER;
use serde_json::{Value, json};
use std::cell::RefCell;

pub const CHECKS: &[Check] = &[
    Check {
        says: "a draft is kept once for one key, unfinished as it is, and stands in its folder",
        expects: "201 with the same draft twice, one message more with its `draft`, 409 idempotency_conflict for another body",
        needs: AGENT,
        run: begun,
    },
    Check {
        says: "a draft is changed and thrown away for the revision that was read",
        expects: "400 without If-Match, 412 changed_meanwhile for another, 200 with a new revision, 204, then 404 not_found",
        needs: AGENT,
        run: revisions,
    },
    Check {
        says: "a draft that is too long or names files that there are not is refused and named",
        expects: "422 invalid_fields with `subject`, `text`, `attachments`, `to.0.address`, `answers`; nothing kept",
        needs: AGENT,
        run: wrong_drafts,
    },
    Check {
        says: "a list that is being read goes on though a message comes meanwhile",
        expects: "the drafts of before, each once, over more than one page",
        needs: &[Need::Role("agent"), Need::Module("mail"), Need::Controls],
        run: added_meanwhile,
    },
    Check {
        says: "a file for a message is kept once for one key, with its name, and stands with the draft that names it",
        expects: "201 with the same id, name, media type and size; 409 idempotency_conflict for other bytes and for another name",
        needs: AGENT,
        run: brought,
    },
    Check {
        says: "a file for a message that has no name or is too large is refused",
        expects: "400 or 422 without a name, 413 payload_too_large above `max_attachment_bytes`, nothing kept",
        needs: AGENT,
        run: not_brought,
    },
    Check {
        says: "the directory finds people by the beginning of words, whatever case and accents, a few of them",
        expects: "the agent by their address, at most 10 who all fit, nobody for nonsense",
        needs: AGENT,
        run: directory,
    },
];

const PDF: &[u8] = b"%PDF-1.7\n% brought by the conformance run\n%%EOF\n";

fn begun(backend: &Backend) -> Seen {
    backend.restored(|| {
        let visitor = backend.signed_in("agent")?;
        let key = new_key();
        let body = letter(&visitor, &key)?;
        let unfinished = json!([{ "name": "", "address": "cam" }, { "name": "x", "address": "" }]);
        let body = with(&body, "cc", unfinished);
        let first = ok(post(&visitor, MAIL_DRAFTS, &key, &body)?, 201)?.json();
        let id = text(&first, "id");
        let seen = (|| {
            let again = ok(post(&visitor, MAIL_DRAFTS, &key, &body)?, 201)?.json();
            ensure(again == first, || format!("{first}, then {again}"))?;
            let other = post(&visitor, MAIL_DRAFTS, &key, &with(&body, "text", json!("")))?;
            ensure(other.brief() == "409 idempotency_conflict", || {
                other.brief()
            })?;
            for field in ["to", "cc", "bcc", "subject", "text", "answers"] {
                ensure(first[field] == body[field], || {
                    format!("`{field}` became {}", first[field])
                })?;
            }
            let listed = called(&visitor, "drafts", &key)?;
            ensure(listed.len() == 1 && listed[0]["draft"] == id, || {
                format!("{} of it in the drafts", listed.len())
            })?;
            ensure(told(&visitor, &mail_draft(id))? == first, || {
                "read again it is another".to_owned()
            })?;
            let known = told(&visitor, &operation(&key))?;
            ensure(
                known["resource"] == "mail_draft" && known["id"] == id,
                || known.to_string(),
            )?;
            let without = visitor.call("POST", MAIL_DRAFTS).json(&body).send()?;
            ensure(without.brief() == "400 invalid_request", || without.brief())?;
            Ok(format!("201 twice, {}", other.brief()))
        })();
        throw_away(&visitor, id)?;
        seen
    })
}

fn revisions(backend: &Backend) -> Seen {
    backend.restored(|| {
        let visitor = backend.signed_in("agent")?;
        let body = letter(&visitor, &new_key())?;
        let draft = kept(&visitor, &body)?;
        let (id, revision) = (text(&draft, "id"), text(&draft, "revision"));
        let seen = (|| {
            let path = mail_draft(id);
            let longer = with(&body, "text", json!("Plus long.\n"));
            for (method, call) in [
                ("PUT", visitor.call("PUT", &path).json(&longer)),
                ("DELETE", visitor.call("DELETE", &path)),
            ] {
                let answer = call.send()?;
                ensure(answer.brief() == "400 invalid_request", || {
                    format!("{method} without If-Match: {}", answer.brief())
                })?;
            }
            let now = ok(
                change_draft(&visitor, ("PUT", id), Some(&longer), revision)?,
                200,
            )?;
            let now = now.json();
            ensure(
                now["revision"] != revision && now["text"] == longer["text"] && now["id"] == id,
                || format!("revision {} of {}", now["revision"], now["id"]),
            )?;
            for stale in [revision, "never-was"] {
                let put = change_draft(&visitor, ("PUT", id), Some(&body), stale)?;
                let thrown = change_draft(&visitor, ("DELETE", id), None, stale)?;
                for answer in [put, thrown] {
                    ensure(answer.brief() == "412 changed_meanwhile", || answer.brief())?;
                }
            }
            ensure(told(&visitor, &path)? == now, || "it changed".to_owned())?;
            let thrown = change_draft(&visitor, ("DELETE", id), None, text(&now, "revision"))?;
            ok(thrown, 204)?;
            let gone = visitor.get(&path)?;
            let again = change_draft(&visitor, ("DELETE", id), None, text(&now, "revision"))?;
            for answer in [gone, again] {
                ensure(answer.brief() == "404 not_found", || answer.brief())?;
            }
            ensure(
                called(&visitor, "drafts", text(&body, "subject"))?.is_empty(),
                || "it still stands in the drafts".to_owned(),
            )?;
            Ok("412 changed_meanwhile, 204, 404 not_found".to_owned())
        })();
        throw_away(&visitor, id)?;
        seen
    })
}

/// True for 422 that names that field.
pub fn names(answer: &Answer, field: &str) -> bool {
    let told = answer.json();
    let mut fields = told["fields"].as_array().into_iter().flatten();
    answer.brief() == "422 invalid_fields" && fields.any(|it| it["name"] == field)
}

fn wrong_drafts(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let body = letter(&visitor, &new_key())?;
    let before = told(&visitor, MAIL_FOLDERS)?["folders"].clone();
    let long_address = json!([{ "name": "", "address": "a".repeat(255) }]);
    for (field, value, named) in [
        ("subject", json!("é".repeat(301)), "subject"),
        ("text", json!("é".repeat(200_001)), "text"),
        ("attachments", json!(["never-was"]), "attachments"),
        ("to", long_address, "to.0.address"),
        (
            "answers",
            json!({ "message": "m_1", "kind": "of_a_newer_contract" }),
            "answers",
        ),
    ] {
        let answer = post(
            &visitor,
            MAIL_DRAFTS,
            &new_key(),
            &with(&body, field, value),
        )?;
        ensure(names(&answer, named), || {
            format!("{named}: {}, {}", answer.brief(), answer.json()["fields"])
        })?;
    }
    ensure(told(&visitor, MAIL_FOLDERS)?["folders"] == before, || {
        "something was kept".to_owned()
    })?;
    Ok("422 invalid_fields, each named".to_owned())
}

fn added_meanwhile(backend: &Backend) -> Seen {
    backend.restored(|| {
        let visitor = backend.signed_in("agent")?;
        let body = letter(&visitor, "Conformité")?;
        for _ in 0..60 {
            kept(&visitor, &body)?;
        }
        let filter = format!("folder={}", folder(&visitor, "drafts")?);
        let before = walk(&visitor, MAIL_MESSAGES, &filter, || Ok(()))?.items;
        let added = RefCell::new(0);
        let found = walk(&visitor, MAIL_MESSAGES, &filter, || {
            *added.borrow_mut() += 1;
            kept(&visitor, &body).map(drop)
        })?;
        ensure(
            found.pages > 1 && found.items == before && ids(&before).len() == before.len(),
            || {
                format!(
                    "{} on {} pages, {} before",
                    found.items.len(),
                    found.pages,
                    before.len()
                )
            },
        )?;
        Ok(format!(
            "{} drafts on {} pages, {} came meanwhile",
            before.len(),
            found.pages,
            added.borrow()
        ))
    })
}

/// Brings a file of that name, or of none.
fn bring(
    visitor: &Visitor<'_>,
    key: &str,
    name: Option<&str>,
    bytes: &[u8],
) -> Result<Answer, Fault> {
    let encoded = name.map(|it| {
        let bytes = it.bytes().map(|byte| format!("%{byte:02X}"));
        format!("attachment; filename*=UTF-8''{}", bytes.collect::<String>())
    });
    let call = visitor
        .call("POST", MAIL_ATTACHMENTS)
        .raw("application/pdf", bytes)
        .header(IDEMPOTENCY_KEY_HEADER, key);
    let call = match &encoded {
        Some(encoded) => call.header("content-disposition", encoded),
        None => call,
    };
    Ok(call.send()?)
}

fn brought(backend: &Backend) -> Seen {
    backend.restored(|| {
        let visitor = backend.signed_in("agent")?;
        let (key, name) = (new_key(), "Plan d’accès (été) 😀.pdf");
        let first = ok(bring(&visitor, &key, Some(name), PDF)?, 201)?.json();
        let again = ok(bring(&visitor, &key, Some(name), PDF)?, 201)?.json();
        let told_so = first["media_type"] == "application/pdf"
            && first["size"] == PDF.len()
            && first["name"] == name;
        ensure(first == again && told_so, || {
            format!("{first}, then {again}")
        })?;
        for (name, bytes) in [(name, &PDF[..40]), ("Autre.pdf", PDF)] {
            let other = bring(&visitor, &key, Some(name), bytes)?;
            ensure(other.brief() == "409 idempotency_conflict", || {
                other.brief()
            })?;
        }
        let known = told(&visitor, &operation(&key))?;
        ensure(
            known["resource"] == "mail_attachment" && known["id"] == first["id"],
            || known.to_string(),
        )?;
        let body = with(
            &letter(&visitor, &key)?,
            "attachments",
            json!([first["id"]]),
        );
        let draft = kept(&visitor, &body)?;
        let listed = called(&visitor, "drafts", &key)?;
        throw_away(&visitor, text(&draft, "id"))?;
        ensure(draft["attachments"] == json!([first]), || {
            draft["attachments"].to_string()
        })?;
        ensure(
            listed.iter().all(|it| it["has_attachments"] == true),
            || "the list shows no attachment".to_owned(),
        )?;
        Ok(format!("201 twice, {name}"))
    })
}

fn not_brought(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let settings = told(&visitor, MAIL_FOLDERS)?["settings"].clone();
    let long = "é".repeat(201);
    for name in [None, Some(""), Some(long.as_str())] {
        let key = new_key();
        let answer = bring(&visitor, &key, name, PDF)?;
        ensure([400, 422].contains(&answer.status), || answer.brief())?;
        let nothing = visitor.get(&operation(&key))?;
        ensure(nothing.brief() == "404 not_found", || {
            "it was kept".to_owned()
        })?;
    }
    let most = settings["max_attachment_bytes"]
        .as_u64()
        .unwrap_or_default();
    if most > 50_000_000 {
        return Ok("400 or 422 without a name; the limit is above what is tried".to_owned());
    }
    let mut large = PDF.to_vec();
    large.resize(usize::try_from(most).unwrap_or_default() + 1, b'%');
    let answer = bring(&visitor, &new_key(), Some("Grand.pdf"), &large)?;
    ensure(answer.brief() == "413 payload_too_large", || answer.brief())?;
    Ok(answer.brief())
}

fn directory(backend: &Backend) -> Seen {
    use unicode_normalization::UnicodeNormalization;
    let visitor = backend.signed_in("agent")?;
    let search = |query: &str| -> Result<Value, Fault> {
        let body = json!({ "query": query });
        let answer = visitor.call("POST", MAIL_DIRECTORY).json(&body).send()?;
        Ok(ok(answer, 200)?.json())
    };
    let plain = |text: &str| -> String {
        let letters = text
            .nfd()
            .filter(|it| !('\u{300}'..='\u{36f}').contains(it));
        letters.collect::<String>().to_lowercase()
    };
    let own = text(&oneself(&visitor)?, "address").to_owned();
    let found = search(&own.to_uppercase())?;
    let mut people = found["people"].as_array().into_iter().flatten();
    let agent = people.find(|it| text(it, "address").eq_ignore_ascii_case(&own));
    ensure(agent.is_some_and(|it| it["external"] == false), || {
        "the agent is not found by their address, or is outside".to_owned()
    })?;
    let mut seen = 0;
    for query in ["ma", "MA", "ca", "di", "ren"] {
        let found = search(query)?;
        let people = found["people"].as_array().cloned().unwrap_or_default();
        for person in &people {
            let all = ["name", "address", "service"]
                .map(|it| plain(text(person, it)))
                .join(" ");
            let mut words = all.split(|c: char| !c.is_alphanumeric());
            let fits = words.any(|it| it.starts_with(&plain(query)));
            ensure(fits, || format!("somebody without a word in {query}"))?;
        }
        ensure(found["more"] == false || people.len() == 10, || {
            format!("more than the {} that are told", people.len())
        })?;
        seen += people.len();
    }
    ensure(search("ma")? == search("MÀ")?, || {
        "case or accents make a difference".to_owned()
    })?;
    for nonsense in ["zqxjkvwz", "%%", "__"] {
        let found = search(nonsense)?["people"].as_array().map_or(0, Vec::len);
        ensure(found == 0, || format!("{found} found for {nonsense:?}"))?;
    }
    Ok(format!("the agent, and {seen} others in five searches"))
}
