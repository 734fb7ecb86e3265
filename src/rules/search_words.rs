//! What is searched for when something is typed; knows no list and no page.

/// So many characters are searched for at most: a backend refuses more.
pub const LONGEST_SEARCH: usize = 100;

/// The words to search for: without the blanks around them, and no longer than a backend takes. Empty when nothing is
/// searched for.
#[must_use]
pub fn words(typed: &str) -> String {
    let kept: String = typed.trim().chars().take(LONGEST_SEARCH).collect();
    kept.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_SEARCH, words};

    #[test]
    fn blanks_around_the_words_are_not_searched_for() {
        for (typed, searched) in [
            ("", ""),
            (" \u{a0}\t", ""),
            ("  prime  de juin ", "prime  de juin"),
            ("é", "é"),
        ] {
            assert_eq!(words(typed), searched, "{typed:?}");
        }
    }

    #[test]
    fn no_more_is_searched_for_than_a_backend_takes() {
        let long = "é".repeat(LONGEST_SEARCH + 1);
        assert_eq!(words(&long).chars().count(), LONGEST_SEARCH);
        let full = "é".repeat(LONGEST_SEARCH);
        assert_eq!(words(&full), full);
        let ends_in_a_blank = format!("{} x", "é".repeat(LONGEST_SEARCH - 1));
        assert_eq!(words(&ends_in_a_blank).chars().count(), LONGEST_SEARCH - 1);
    }
}
