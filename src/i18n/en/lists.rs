//! English sentences for searched and paged lists; knows nothing else.

use super::English;
use crate::i18n::texts::ListTexts;

impl ListTexts for English {
    fn clear_search(&self) -> &'static str {
        "Clear the search"
    }
    fn pages_label(&self) -> &'static str {
        "Pages of the list"
    }
    fn previous_page(&self) -> &'static str {
        "Previous page"
    }
    fn next_page(&self) -> &'static str {
        "Next page"
    }
    fn page_shown(&self, n: usize) -> String {
        format!("Page {n}")
    }
}
