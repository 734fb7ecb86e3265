//! French sentences for searched and paged lists; knows nothing else.

use super::French;
use crate::i18n::texts::ListTexts;

impl ListTexts for French {
    fn clear_search(&self) -> &'static str {
        "Effacer la recherche"
    }
    fn pages_label(&self) -> &'static str {
        "Pages de la liste"
    }
    fn previous_page(&self) -> &'static str {
        "Page précédente"
    }
    fn next_page(&self) -> &'static str {
        "Page suivante"
    }
    fn page_shown(&self, n: usize) -> String {
        format!("Page {n}")
    }
}
