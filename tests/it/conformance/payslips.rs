//! Payslips in lists and as a series; prints no amount.

use super::backend::{Backend, Need};
use super::{Check, Fault, Seen, ensure};
use crate::support::client::Visitor;
use nomade::contract::endpoint::{PAYSLIPS, PAYSLIPS_SERIES, segment};
use serde_json::Value;
use std::collections::BTreeSet;

const AGENT: &[Need] = &[Need::Role("agent")];

pub const CHECKS: &[Check] = &[
    Check {
        says: "following the cursor gives every payslip once, the newest first",
        expects: "no id twice, `period` never rising, `years` complete",
        needs: AGENT,
        run: pages,
    },
    Check {
        says: "the year filters",
        expects: "each year's payslips and no others, together all",
        needs: AGENT,
        run: years,
    },
    Check {
        says: "a year without payslips is empty, not an error",
        expects: "200, no items, the same `years`",
        needs: AGENT,
        run: empty_year,
    },
    Check {
        says: "the words filter",
        expects: "a label finds its payslips, nonsense finds none",
        needs: AGENT,
        run: words,
    },
    Check {
        says: "a parameter that is wrong is refused",
        expects: "400 invalid_request or 422 invalid_fields",
        needs: AGENT,
        run: wrong_parameters,
    },
    Check {
        says: "the series has a point for each payslip, the oldest first",
        expects: "the same periods and net amounts as the list",
        needs: AGENT,
        run: series,
    },
];

fn walk(visitor: &Visitor<'_>, filter: &str) -> Result<(Vec<Value>, Vec<i64>, usize), Fault> {
    let (mut items, mut cursor, mut pages) = (Vec::new(), None::<String>, 0);
    loop {
        let page = cursor
            .as_deref()
            .map(|it| format!("&cursor={}", segment(it)))
            .unwrap_or_default();
        let answer = visitor.get(&format!("{PAYSLIPS}?{filter}{page}"))?;
        ensure(answer.status == 200, || {
            format!("page {pages}: {}", answer.brief())
        })?;
        let page = answer.json();
        items.extend(page["items"].as_array().cloned().unwrap_or_default());
        pages += 1;
        cursor = page["next_cursor"].as_str().map(ToOwned::to_owned);
        if cursor.is_none() {
            return Ok((
                items,
                page["years"]
                    .as_array()
                    .into_iter()
                    .flatten()
                    .filter_map(Value::as_i64)
                    .collect(),
                pages,
            ));
        }
        ensure(pages < 1_000, || "the pages never end".to_owned())?;
    }
}

pub fn all(visitor: &Visitor<'_>) -> Result<Vec<Value>, Fault> {
    let items = walk(visitor, "")?.0;
    if items.is_empty() {
        Err(Fault::NothingToSee("the account has no payslip".to_owned()))
    } else {
        Ok(items)
    }
}

pub fn text<'a>(item: &'a Value, field: &str) -> &'a str {
    item[field].as_str().unwrap_or_default()
}

pub fn ids(items: &[Value]) -> BTreeSet<&str> {
    items.iter().map(|it| text(it, "id")).collect()
}

fn year_of(item: &Value) -> i64 {
    text(item, "period")[..4].parse().unwrap_or_default()
}

fn pages(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let items = all(&visitor)?;
    let (_, years, pages) = walk(&visitor, "")?;
    ensure(ids(&items).len() == items.len(), || {
        "an id came twice".to_owned()
    })?;
    ensure(
        items
            .windows(2)
            .all(|pair| text(&pair[0], "period") >= text(&pair[1], "period")),
        || "not the newest first".to_owned(),
    )?;
    let mut held: Vec<i64> = items.iter().map(year_of).collect();
    held.dedup();
    ensure(held == years, || {
        format!("`years` is {years:?} and the payslips are of {held:?}")
    })?;
    Ok(format!(
        "{} payslips on {pages} pages, {} years",
        items.len(),
        years.len()
    ))
}

fn years(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let everything = all(&visitor)?;
    let (_, years, _) = walk(&visitor, "")?;
    let mut together = 0;
    for year in &years {
        let (items, still, _) = walk(&visitor, &format!("year={year}"))?;
        ensure(
            !items.is_empty() && items.iter().all(|it| year_of(it) == *year),
            || format!("{year}: {} payslips, or some of another year", items.len()),
        )?;
        ensure(still == years, || {
            format!("`years` is {still:?} within {year}")
        })?;
        together += items.len();
    }
    ensure(together == everything.len(), || {
        format!("{together} by year, {} in all", everything.len())
    })?;
    Ok(format!("{together} payslips in {} years", years.len()))
}

fn empty_year(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let (items, years, _) = walk(&visitor, "year=1900")?;
    ensure(items.is_empty() && years == walk(&visitor, "")?.1, || {
        format!("{} items, years {years:?}", items.len())
    })?;
    Ok("200, no items".to_owned())
}

fn words(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let everything = all(&visitor)?;
    let label = text(&everything[0], "label").to_owned();
    let (found, ..) = walk(&visitor, &format!("query={}", segment(&label)))?;
    let (shouted, ..) = walk(
        &visitor,
        &format!("query={}", segment(&label.to_uppercase())),
    )?;
    let with_label: Vec<Value> = everything
        .iter()
        .filter(|it| text(it, "label") == label)
        .cloned()
        .collect();
    ensure(ids(&found).is_superset(&ids(&with_label)), || {
        format!(
            "{} found of {} with that label",
            found.len(),
            with_label.len()
        )
    })?;
    ensure(ids(&found) == ids(&shouted), || {
        "the case of a letter counts".to_owned()
    })?;
    let (nonsense, ..) = walk(&visitor, "query=zzqxjv-nothing-has-this")?;
    ensure(nonsense.is_empty(), || {
        format!("nonsense found {}", nonsense.len())
    })?;
    Ok(format!(
        "{} found by the label, none by nonsense",
        found.len()
    ))
}

fn wrong_parameters(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let long = format!("query={}", "a".repeat(101));
    for wrong in [
        "year=abc",
        "year=",
        "year=-1",
        "year=1899",
        "year=99999999999999999999",
        "cursor=made-up",
        "cursor=",
        "query=",
        long.as_str(),
    ] {
        let answer = visitor.get(&format!("{PAYSLIPS}?{wrong}"))?;
        ensure([400, 422].contains(&answer.status), || {
            format!("{wrong}: {}", answer.brief())
        })?;
    }
    Ok("refused".to_owned())
}

fn series(backend: &Backend) -> Seen {
    let visitor = backend.signed_in("agent")?;
    let mut listed: Vec<(String, Value)> = all(&visitor)?
        .iter()
        .map(|it| (text(it, "period").to_owned(), it["net_payable"].clone()))
        .collect();
    let answer = visitor.get(PAYSLIPS_SERIES)?.json();
    let points = answer["points"].as_array().cloned().unwrap_or_default();
    ensure(
        points
            .windows(2)
            .all(|pair| text(&pair[0], "period") <= text(&pair[1], "period")),
        || "not the oldest first".to_owned(),
    )?;
    let mut drawn: Vec<(String, Value)> = points
        .iter()
        .map(|it| (text(it, "period").to_owned(), it["net_payable"].clone()))
        .collect();
    for pairs in [&mut listed, &mut drawn] {
        pairs.sort_by_key(|(period, net)| (period.clone(), net.as_i64()));
    }
    ensure(listed == drawn, || {
        format!(
            "{} points, {} payslips, or other amounts",
            drawn.len(),
            listed.len()
        )
    })?;
    Ok(format!("{} points", drawn.len()))
}
