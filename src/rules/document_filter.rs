//! Which documents an address asks for; knows no page, no call and no sentence.

use crate::contract::documents::DocumentSort;

/// The orders that can be chosen, each by its name in the address and in the contract.
pub const SORTS: [(DocumentSort, &str); 3] = [
    (DocumentSort::Newest, "newest"),
    (DocumentSort::Oldest, "oldest"),
    (DocumentSort::Title, "title"),
];

/// What stands on the page of the documents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DocumentTab {
    /// The documents.
    #[default]
    List,
    /// The certificates that were asked for, and asking for one.
    Requests,
}

/// Which documents are asked for, and in which order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocumentFilter {
    /// The id of a category, `None` for all.
    pub category: Option<String>,
    /// The order.
    pub sort: DocumentSort,
}

/// The tab that is called so; another name is the list.
#[must_use]
pub fn tab_named(name: &str) -> DocumentTab {
    match name {
        "requests" => DocumentTab::Requests,
        _ => DocumentTab::List,
    }
}

/// The category that is called so; what can't be the id of one is none, and asks for all.
#[must_use]
pub fn category_named(name: &str) -> Option<String> {
    let is_id = name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.len() <= 32
        && name
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
    is_id.then(|| name.to_owned())
}

/// The order that is called so; another name is the usual one.
#[must_use]
pub fn sort_named(name: &str) -> DocumentSort {
    SORTS
        .into_iter()
        .find_map(|(sort, known)| (known == name).then_some(sort))
        .unwrap_or_default()
}

impl DocumentFilter {
    /// As a query string, in the address as in the contract; empty when all are asked for in the usual order.
    #[must_use]
    pub fn query(&self) -> String {
        let sort = SORTS
            .into_iter()
            .find_map(|(sort, name)| (sort == self.sort).then_some(name))
            .filter(|_| self.sort != DocumentSort::default());
        // What came from an answer rather than from the address may be no id.
        let category = self.category.as_deref().and_then(category_named);
        let pairs = [
            category.map(|category| format!("category={category}")),
            sort.map(|sort| format!("sort={sort}")),
        ];
        pairs.into_iter().flatten().collect::<Vec<_>>().join("&")
    }
}

#[cfg(test)]
mod tests {
    use super::{DocumentFilter, DocumentTab, SORTS, category_named, sort_named, tab_named};
    use crate::contract::documents::DocumentSort;

    #[test]
    fn an_order_has_its_name_in_the_address_as_in_the_contract() {
        for (sort, name) in SORTS {
            assert_eq!(sort_named(name), sort);
        }
        for name in ["", "Title", "size", "title&x=y"] {
            assert_eq!(sort_named(name), DocumentSort::Newest, "{name}");
        }
    }

    #[test]
    fn a_category_is_an_id_or_none() {
        for name in ["career", "a", "a_1", &"a".repeat(32)] {
            assert_eq!(category_named(name).as_deref(), Some(name));
        }
        for name in [
            "",
            "Career",
            "1a",
            "a-b",
            "a&b",
            "é",
            "../x",
            &"a".repeat(33),
        ] {
            assert_eq!(category_named(name), None, "{name}");
        }
    }

    #[test]
    fn a_tab_has_its_name() {
        assert_eq!(tab_named("requests"), DocumentTab::Requests);
        for name in ["", "list", "Requests"] {
            assert_eq!(tab_named(name), DocumentTab::List, "{name}");
        }
    }

    #[test]
    fn what_is_asked_for_is_a_query_string() {
        let filter = |category: &str, sort| DocumentFilter {
            category: (!category.is_empty()).then(|| category.to_owned()),
            sort,
        };
        for (filter, query) in [
            (DocumentFilter::default(), ""),
            (filter("career", DocumentSort::Newest), "category=career"),
            (filter("", DocumentSort::Title), "sort=title"),
            (
                filter("career", DocumentSort::Oldest),
                "category=career&sort=oldest",
            ),
            (filter("a&sort=x", DocumentSort::Newest), ""),
        ] {
            assert_eq!(filter.query(), query);
        }
    }
}
