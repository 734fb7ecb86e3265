//! The last few files that were made: a viewer that reads one in many parts does not have it drawn for each; knows no right to
//! read it.

use super::Content;
use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

/// How many are kept: what is drawn of them takes a megabyte at most.
const MOST: usize = 8;

/// The last few files, by the ids of what they are of.
#[derive(Debug, Default)]
pub struct Kept(Mutex<VecDeque<(String, Content)>>);

impl Kept {
    /// The file of that id, if it is one of them.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<Content> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let found = kept.iter().find(|(known, _)| known == id);
        found.map(|(_, content)| content.clone())
    }

    /// Keeps it instead of the one that was kept first.
    pub fn keep(&self, id: &str, content: &Content) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|(known, _)| known != id);
        kept.push_back((id.to_owned(), content.clone()));
        if kept.len() > MOST {
            kept.pop_front();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_few_are_kept_each_once() {
        let kept = Kept::default();
        for number in 0..20 {
            kept.keep(&number.to_string(), &Content::of(number.to_string()));
            kept.keep("again", &Content::of("again"));
        }
        let found = |id: &str| kept.find(id);
        assert_eq!(found("again"), Some(Content::of("again")));
        assert_eq!(found("19"), Some(Content::of("19")));
        assert_eq!((found("13").is_some(), found("12")), (true, None));
    }
}
