//! Lists as they are read, page by page; knows no resource.

use super::{Fault, ensure};
use crate::support::client::Visitor;
use nomade::contract::endpoint::segment;
use serde_json::Value;

/// One page of the list that stands at `path`.
pub fn page(visitor: &Visitor<'_>, path: &str, query: &str) -> Result<Value, Fault> {
    let answer = visitor.get(&format!("{path}?{query}"))?;
    ensure(answer.status == 200, || {
        format!("{query}: {}", answer.brief())
    })?;
    Ok(answer.json())
}

/// What stands on a page, in order.
pub fn items(page: &Value) -> Vec<Value> {
    page["items"].as_array().cloned().unwrap_or_default()
}

/// A list that was read to its end.
pub struct Walked {
    /// Everything in it, in order.
    pub items: Vec<Value>,
    /// On how many pages.
    pub pages: usize,
    /// The last page, with what it says besides.
    pub last: Value,
}

/// Everything that fits; `between` happens after each page but the last.
pub fn walk(
    visitor: &Visitor<'_>,
    path: &str,
    filter: &str,
    between: impl Fn() -> Result<(), Fault>,
) -> Result<Walked, Fault> {
    let (mut all, mut after, mut pages) = (Vec::new(), String::new(), 0);
    loop {
        let page = page(visitor, path, &format!("{filter}{after}"))?;
        all.extend(items(&page));
        pages += 1;
        let Some(cursor) = page["next_cursor"].as_str() else {
            return Ok(Walked {
                items: all,
                pages,
                last: page,
            });
        };
        after = format!("&cursor={}", segment(cursor));
        ensure(pages < 1_000, || "the pages never end".to_owned())?;
        between()?;
    }
}
