//! Documents that are searched for by words; prints none.

use super::backend::{Backend, Need};
use super::documents::{all, page};
use super::lists::items;
use super::payslips::{ids, text};
use super::{Check, Fault, Seen, ensure};
use crate::support::client::Visitor;
use nomade::contract::endpoint::DOCUMENTS_SEARCH;
use serde_json::{Value, json};

const AGENT: &[Need] = &[Need::Role("agent"), Need::Module("documents")];

pub const CHECKS: &[Check] = &[
    Check {
        says: "a search finds documents by title, category and date, whatever case and accents",
        expects: "every word finds its document, nonsense finds none",
        needs: AGENT,
        run: searched,
    },
    Check {
        says: "a search is a call that takes the token, and changes nothing",
        expects: "403 csrf_refused without it; with it the same list after as before",
        needs: AGENT,
        run: search_takes_the_token,
    },
];

fn search(visitor: &Visitor<'_>, words: &str) -> Result<Vec<Value>, Fault> {
    let (mut found, mut cursor) = (Vec::new(), Value::Null);
    loop {
        let body = json!({ "query": words, "category": null, "sort": "newest", "cursor": cursor });
        let answer = visitor.call("POST", DOCUMENTS_SEARCH).json(&body).send()?;
        ensure(answer.status == 200, || answer.brief())?;
        let page = answer.json();
        found.extend(items(&page));
        cursor = page["next_cursor"].clone();
        if cursor.is_null() {
            return Ok(found);
        }
    }
}

fn without_accents(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text.nfd()
        .filter(|it| !('\u{300}'..='\u{36f}').contains(it))
        .collect()
}

fn searched(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let everything = all(&visitor)?;
    let categories = page(&visitor, "")?["categories"].clone();
    let mut tried = 0;
    for document in everything.iter().take(10) {
        let title: String = text(document, "title").chars().take(60).collect();
        let category = categories.as_array().into_iter().flatten();
        let category = category
            .clone()
            .find(|it| it["id"] == document["category"])
            .map_or("", |it| text(&it["label"], "fr"));
        let year = &text(document, "issued_on")[..4];
        let mut queries = vec![
            title.to_uppercase(),
            without_accents(&title.to_lowercase()),
            format!("{year} {category}"),
            text(document, "issued_on").to_owned(),
        ];
        queries.retain(|it| !it.trim().is_empty() && it.chars().count() <= 100);
        for query in queries {
            let found = search(&visitor, &query)?;
            ensure(ids(&found).contains(text(document, "id")), || {
                "a document is not found by its title, its category and year, or its day".to_owned()
            })?;
            tried += 1;
        }
    }
    for nonsense in ["zqxjkvwz", "%", "_", "\u{0}", "'; --"] {
        let found = search(&visitor, nonsense)?.len();
        ensure(found == 0, || format!("{found} found for {nonsense:?}"))?;
    }
    Ok(format!("found by {tried} searches, not by nonsense"))
}

fn search_takes_the_token(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let before = all(&visitor)?;
    let body = json!({ "query": "a", "category": null, "sort": "title", "cursor": null });
    let call = visitor.call("POST", DOCUMENTS_SEARCH).json(&body);
    let refused = call.token(None).send()?;
    ensure(refused.brief() == "403 csrf_refused", || refused.brief())?;
    let found = visitor.call("POST", DOCUMENTS_SEARCH).json(&body).send()?;
    ensure(found.status == 200, || found.brief())?;
    ensure(all(&visitor)? == before, || {
        "searching changed the list".to_owned()
    })?;
    Ok("403 csrf_refused, then 200 and the same list".to_owned())
}
