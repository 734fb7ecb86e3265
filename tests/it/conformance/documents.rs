//! Documents in lists, searched and one by one; prints no title.

use super::backend::{Backend, Need};
use super::lists::{self, items};
use super::payslips::{ids, text};
use super::{Check, Fault, Seen, ensure};
use crate::support::client::Visitor;
use nomade::contract::endpoint::{
    DOCUMENTS, DOCUMENTS_SEARCH, document, document_content, segment,
};
use serde_json::{Value, json};
use std::collections::BTreeSet;

const AGENT: &[Need] = &[Need::Role("agent"), Need::Module("documents")];

pub const CHECKS: &[Check] = &[
    Check {
        says: "following the cursor gives every document once, in each order",
        expects: "no id twice, the same documents `newest`, `oldest` and by `title`, at most 50 on a page",
        needs: AGENT,
        run: orders,
    },
    Check {
        says: "a list of documents that is being read goes on though one is added meanwhile",
        expects: "the documents of before, each once",
        needs: &[
            Need::Role("agent"),
            Need::Module("documents"),
            Need::Controls,
        ],
        run: added_meanwhile,
    },
    Check {
        says: "the category filters, and each says how many it holds",
        expects: "each category's documents and no others, as many as `count` and `new` say, whatever is asked for",
        needs: AGENT,
        run: of_categories,
    },
    Check {
        says: "a parameter of documents that is wrong is refused",
        expects: "400 invalid_request or 422 invalid_fields",
        needs: AGENT,
        run: wrong_parameters,
    },
    // First, as those below open what is new.
    Check {
        says: "a document is new until it is opened",
        expects: "reading the list changes nothing, reading the document does",
        needs: AGENT,
        run: new_until_opened,
    },
    Check {
        says: "a document is the one of the list",
        expects: "the same fields, and `actions`",
        needs: AGENT,
        run: one_document,
    },
    Check {
        says: "a document that is not there, or another agent's, is not found",
        expects: "404 not_found for the document and its file (400 where the id can't be read)",
        needs: &[
            Need::Role("agent"),
            Need::Role("other_agent"),
            Need::Module("documents"),
        ],
        run: not_theirs,
    },
];

/// One page.
pub fn page(visitor: &Visitor<'_>, query: &str) -> Result<Value, Fault> {
    lists::page(visitor, DOCUMENTS, query)
}

/// All documents that fit, in order; `between` happens after each page.
fn walk(
    visitor: &Visitor<'_>,
    filter: &str,
    between: impl Fn() -> Result<(), Fault>,
) -> Result<(Vec<Value>, usize), Fault> {
    let walked = lists::walk(visitor, DOCUMENTS, filter, between)?;
    ensure(ids(&walked.items).len() == walked.items.len(), || {
        "an id came twice".to_owned()
    })?;
    Ok((walked.items, walked.pages))
}

/// All documents of the agent, the newest first.
pub fn all(visitor: &Visitor<'_>) -> Result<Vec<Value>, Fault> {
    let (items, _) = walk(visitor, "", || Ok(()))?;
    if items.is_empty() {
        return Err(Fault::NothingToSee(
            "the account has no document".to_owned(),
        ));
    }
    Ok(items)
}

fn orders(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let everything = all(&visitor)?;
    let (newest, pages) = walk(&visitor, "sort=newest", || Ok(()))?;
    ensure(newest == everything, || {
        "without `sort` it is not the newest first".to_owned()
    })?;
    let day = |it: &Value| text(it, "issued_on").to_owned();
    ensure(newest.iter().rev().is_sorted_by_key(day), || {
        "not the newest first".to_owned()
    })?;
    for sort in ["oldest", "title"] {
        let (other, _) = walk(&visitor, &format!("sort={sort}"), || Ok(()))?;
        ensure(ids(&other) == ids(&newest), || {
            format!("{sort}: {} documents, {}", other.len(), newest.len())
        })?;
        ensure(
            sort == "title" || other.iter().is_sorted_by_key(day),
            || "not the oldest first".to_owned(),
        )?;
        // Capitals and accents apart, letters stand in their order.
        let first = |it: &Value| first_letter(text(it, "title"));
        ensure(
            sort == "oldest" || other.iter().is_sorted_by_key(first),
            || "not by title".to_owned(),
        )?;
    }
    Ok(format!("{} documents on {pages} pages", newest.len()))
}

/// The first letter of a title as a dictionary has it; nothing where it is no letter of French.
fn first_letter(title: &str) -> Option<char> {
    let letter = title.chars().next()?.to_lowercase().next()?;
    Some(match letter {
        'à' | 'â' | 'ä' | 'æ' => 'a',
        'ç' => 'c',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' => 'i',
        'ô' | 'ö' | 'œ' => 'o',
        'ù' | 'û' | 'ü' => 'u',
        'a'..='z' => letter,
        _ => return None,
    })
}

fn added_meanwhile(backend: &Backend) -> Seen {
    backend.restored(|| {
        let visitor = backend.signed_in("agent")?;
        let add = |number: usize| {
            let title = format!("Document {number}");
            let body = json!({ "title": title, "size": 1 });
            backend.door.beside("/test/documents", &body)
        };
        for number in 0..60 {
            add(number)?;
        }
        let before = all(&visitor)?;
        let (found, pages) = walk(&visitor, "", || add(99).map_err(Fault::from))?;
        ensure(pages > 1 && found == before, || {
            format!("{} on {pages} pages, {} before", found.len(), before.len())
        })?;
        Ok(format!("{} documents on {pages} pages", found.len()))
    })
}

fn of_categories(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let everything = all(&visitor)?;
    let categories = page(&visitor, "")?["categories"].clone();
    let listed = categories.as_array().cloned().unwrap_or_default();
    let mut together = 0;
    for category in &listed {
        let id = text(category, "id");
        let filter = format!("category={}", segment(id));
        ensure(page(&visitor, &filter)?["categories"] == categories, || {
            format!("other categories within {id}")
        })?;
        let (found, _) = walk(&visitor, &filter, || Ok(()))?;
        let new = found.iter().filter(|it| it["new"] == true).count();
        let kept = found.iter().all(|it| it["category"] == id)
            && category["count"] == found.len()
            && category["new"] == new;
        ensure(kept, || {
            format!("{id}: {} of which {new} new, {category}", found.len())
        })?;
        together += found.len();
    }
    let known: BTreeSet<&str> = listed.iter().map(|it| text(it, "id")).collect();
    let in_known = everything
        .iter()
        .filter(|it| known.contains(text(it, "category")));
    let in_known = in_known.count();
    ensure(in_known == together, || {
        format!("{together} by category, {in_known} in all")
    })?;
    let none = page(&visitor, "category=never_was_1")?;
    ensure(items(&none).is_empty(), || {
        "a category that there is not".to_owned()
    })?;
    Ok(format!("{together} in {} categories", listed.len()))
}

fn wrong_parameters(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    for wrong in [
        "sort=size",
        "sort=",
        "category=%C3%84",
        "category=",
        "cursor=",
        "cursor=never-was",
        "cursor=%00",
    ] {
        let answer = visitor.get(&format!("{DOCUMENTS}?{wrong}"))?;
        ensure([400, 422].contains(&answer.status), || {
            format!("{wrong}: {}", answer.brief())
        })?;
    }
    let long = "a".repeat(101);
    for (name, value) in [
        ("query", json!("")),
        ("query", json!(long)),
        ("query", json!(5)),
        ("category", json!("Ä")),
        ("sort", json!("size")),
        ("cursor", json!("never-was")),
    ] {
        let mut body = json!({ "query": "a", "category": null, "sort": "newest", "cursor": null });
        body[name] = value;
        let answer = visitor.call("POST", DOCUMENTS_SEARCH).json(&body).send()?;
        ensure([400, 422].contains(&answer.status), || {
            format!("{body}: {}", answer.brief())
        })?;
    }
    Ok("refused".to_owned())
}

fn one_document(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let everything = all(&visitor)?;
    for item in everything.iter().take(20) {
        let detail = visitor.get(&document(text(item, "id")))?.json();
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
    }
    Ok(format!("{} documents read", everything.len().min(20)))
}

fn new_until_opened(backend: &Backend) -> Seen {
    backend.restored(|| {
        let visitor = backend.signed_in("agent")?;
        let of_id = |id: &str| -> Result<Value, Fault> {
            let everything = all(&visitor)?;
            let found = everything.into_iter().find(|it| it["id"] == id);
            found.ok_or_else(|| Fault::Broken("it left the list".to_owned()))
        };
        let everything = all(&visitor)?;
        let Some(new) = everything.iter().find(|it| it["new"] == true) else {
            return Err(Fault::NothingToSee("no document is new".to_owned()));
        };
        let id = text(new, "id");
        ensure(of_id(id)?["new"] == true, || {
            "reading the list changed `new`".to_owned()
        })?;
        let read = visitor.get(&document(id))?.json();
        ensure(read["new"] == false && of_id(id)?["new"] == false, || {
            "still new after reading it".to_owned()
        })?;
        Ok("no longer new".to_owned())
    })
}

fn not_theirs(backend: &Backend) -> Seen {
    let (mine, theirs) = (
        backend.signed_in("agent")?,
        backend.signed_in("other_agent")?,
    );
    let own = all(&mine)?;
    let foreign = all(&theirs)?;
    ensure(ids(&own).is_disjoint(&ids(&foreign)), || {
        "two agents share a document's id".to_owned()
    })?;
    let long = "a".repeat(500);
    let unknown = ["never-was", "0", "..", "a/b", "é", "%00", long.as_str()];
    for id in [text(&foreign[0], "id")].into_iter().chain(unknown) {
        for path in [document(id), document_content(id)] {
            let answer = mine.get(&path)?;
            let kept = answer.brief() == "404 not_found" || answer.status == 400;
            ensure(kept, || answer.brief())?;
        }
    }
    let still = all(&theirs)?;
    ensure(still == foreign, || "their list changed".to_owned())?;
    Ok("404 not_found".to_owned())
}
