//! The categories of documents, in the organisation's order; knows no document.

use crate::search;

/// A category.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Category {
    /// Its id in the contract.
    pub id: &'static str,
    /// Its name in French.
    pub fr: &'static str,
    /// Its name in English.
    pub en: &'static str,
}

/// Certificates that were asked for come here.
pub const CERTIFICATES: &str = "certificates";

const fn category(id: &'static str, fr: &'static str, en: &'static str) -> Category {
    Category { id, fr, en }
}

/// All of them.
pub const CATEGORIES: [Category; 6] = [
    category("career", "Carrière", "Career"),
    category(CERTIFICATES, "Attestations", "Certificates"),
    category("remuneration", "Rémunération", "Remuneration"),
    category("training", "Formation", "Training"),
    category("health", "Santé et prévoyance", "Health and welfare"),
    category(
        "information",
        "Informations aux agents",
        "Information for staff",
    ),
];

/// The ids of those in whose name a word of a search stands.
#[must_use]
pub fn named(word: &str) -> Vec<&'static str> {
    let holds = |it: &&Category| search::stands_in(word, it.fr) || search::stands_in(word, it.en);
    CATEGORIES.iter().filter(holds).map(|it| it.id).collect()
}
