//! The sentences of searched and paged lists that every language must have; knows no language.

#![expect(
    missing_docs,
    reason = "the French sentence is each method's documentation"
)]

/// Sentences for a list that is searched and that has pages.
pub trait ListTexts {
    fn clear_search(&self) -> &'static str;
    fn pages_label(&self) -> &'static str;
    fn previous_page(&self) -> &'static str;
    fn next_page(&self) -> &'static str;
    fn page_shown(&self, n: usize) -> String;
}
