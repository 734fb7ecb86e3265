//! Which documents a page shows: the category, the words, the order and the place after which it begins; knows no database.

use crate::problem::Refusal;
use crate::request::{Fields, Query};
use crate::search;
use crate::seed::categories;
use crate::store::documents::Wanted;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use nomade::contract::documents::{DocumentSort, LONGEST_SEARCH};
use serde_json::{Map, Value};

/// The longest cursor of the contract.
const LONGEST_CURSOR: usize = 512;

/// Reads `category`, `sort` and `cursor`.
///
/// # Errors
/// `invalid_fields` with all that are wrong.
pub fn of_query(query: &Query) -> Result<Wanted, Refusal> {
    let mut wrong = Vec::new();
    let mut one = |name| {
        query.one(name).unwrap_or_else(|reason| {
            wrong.push((name, reason));
            None
        })
    };
    let (category, sort, cursor) = (one("category"), one("sort"), one("cursor"));
    let sort = sort.map_or(Some(DocumentSort::default()), sort_named);
    if sort.is_none() {
        wrong.push(("sort", "invalid"));
    }
    if category.is_some_and(|it| !is_category(it)) {
        wrong.push(("category", "invalid"));
    }
    let sort = sort.unwrap_or_default();
    let after = cursor.map(|cursor| read(cursor, sort));
    if after == Some(None) {
        wrong.push(("cursor", "invalid"));
    }
    if !wrong.is_empty() {
        return Err(Refusal::fields(&wrong));
    }
    Ok(Wanted {
        category: category.map(ToOwned::to_owned),
        words: Vec::new(),
        sort,
        after: after.flatten(),
    })
}

/// Reads the body of a search.
///
/// # Errors
/// `invalid_fields` with all that are wrong.
pub fn of_body(body: &mut Map<String, Value>) -> Result<Wanted, Refusal> {
    let mut fields = Fields::of(body);
    let text = fields.text("query", LONGEST_SEARCH);
    let category = fields.text_or_null("category", 32);
    if category.as_deref().is_some_and(|it| !is_category(it)) {
        fields.refuse::<()>("category", "invalid");
    }
    let sort = sort_named(&fields.text("sort", 32));
    let sort = sort.unwrap_or_else(|| fields.refuse("sort", "invalid"));
    let cursor = fields.text_or_null("cursor", LONGEST_CURSOR);
    let after = cursor.map(|cursor| read(&cursor, sort));
    if after == Some(None) {
        fields.refuse::<()>("cursor", "invalid");
    }
    fields.done()?;
    let with_categories = |word: String| {
        let categories = categories::named(&word);
        (word, categories)
    };
    Ok(Wanted {
        category,
        words: search::words(&text)
            .into_iter()
            .map(with_categories)
            .collect(),
        sort,
        after: after.flatten(),
    })
}

fn sort_named(name: &str) -> Option<DocumentSort> {
    [
        DocumentSort::Newest,
        DocumentSort::Oldest,
        DocumentSort::Title,
    ]
    .into_iter()
    .find(|sort| name_of(*sort) == name)
}

fn name_of(sort: DocumentSort) -> &'static str {
    match sort {
        DocumentSort::Newest => "newest",
        DocumentSort::Oldest => "oldest",
        DocumentSort::Title => "title",
    }
}

/// The form of a category's id; there may be none of that id.
pub(super) fn is_category(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.len() <= 32
        && text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

/// As `cursor` takes it for what comes behind the document of that id in that order.
pub fn cursor(sort: DocumentSort, id: &str) -> String {
    URL_SAFE_NO_PAD.encode(format!("{} {id}", name_of(sort)))
}

/// The id that a cursor of that order holds; the database knows whether there is such a document.
fn read(cursor: &str, sort: DocumentSort) -> Option<String> {
    let text = String::from_utf8(URL_SAFE_NO_PAD.decode(cursor).ok()?).ok()?;
    let (name, id) = text.split_once(' ')?;
    // One writing only: what reads like a cursor and was never given is refused too.
    (name == name_of(sort) && self::cursor(sort, id) == cursor).then(|| id.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_cursor_that_was_given_is_read_and_only_in_its_order() {
        let given = cursor(DocumentSort::Title, "d_1");
        assert_eq!(read(&given, DocumentSort::Title), Some("d_1".to_owned()));
        assert_eq!(read(&given, DocumentSort::Newest), None);
        for nonsense in ["", "-1", "0", "AAAA", "é", "\0", &format!("{given}=")] {
            assert_eq!(read(nonsense, DocumentSort::Title), None, "{nonsense}");
        }
    }
}
